//! Published findings that the program must be able to reproduce: what was reported, as records of a case, and the
//! intervals that follow.
//!
//! Where a report gives a conclusion but not the mark, a rule of the team stands for how the mark was decoded, with the
//! report as its source, as an investigator would enter it.

use jiff::civil::{Date, date};
use witnessmark::case::{Assembly, Author, Case};
use witnessmark::model::component::Supply;
use witnessmark::model::id::{MarkingId, WeaponId};
use witnessmark::model::marking::MarkKind;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, RuleFile, Strike, Transcription, Weapon};
use witnessmark::reading::bound::{ProductionToUse, production_to_use, statement};
use witnessmark::reading::{Reading, read_text};

const TODAY: Date = date(2026, 11, 23);

struct Finding {
    case: Case,
    weapon: WeaponId,
    _folder: tempfile::TempDir,
}

impl Finding {
    fn of(occurred: &str, origin: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let author = Author {
            person: "A. Reader".to_owned(),
            device: "11111111-1111-7111-8111-111111111111".to_owned(),
            device_name: "test laptop".to_owned(),
        };
        let mut case = Case::create(&folder.path().join("finding.witness"), "Finding", author).unwrap();
        let strike = Strike {
            occurred: Some(Edtf::parse(occurred).unwrap()),
            ..Strike::default()
        };
        let weapon = Weapon {
            strike: Some(strike.id),
            origin: origin.map(str::to_owned),
            origin_basis: origin.map(|_| "the published report, by other evidence".to_owned()),
            ..Weapon::default()
        };
        let id = weapon.id;
        case.apply_all(vec![Change::Create(strike.into()), Change::Create(weapon.into())])
            .unwrap();
        Self {
            case,
            weapon: id,
            _folder: folder,
        }
    }

    fn component(&mut self, kind: &str, documented: Option<&str>, mark: &str) -> MarkingId {
        self.component_of(kind, documented, mark, None)
    }

    fn component_of(
        &mut self,
        kind: &str,
        documented: Option<&str>,
        mark: &str,
        sort: Option<MarkKind>,
    ) -> MarkingId {
        let component = Component {
            title: kind.to_owned(),
            kind: Some(kind.to_owned()),
            weapon: Some(self.weapon),
            supply: (kind == "ic").then_some(Supply::Imported),
            documented: documented.map(|day| Edtf::parse(day).unwrap()),
            ..Component::default()
        };
        let marking = Marking {
            component: Some(component.id),
            kind: sort,
            ..Marking::default()
        };
        let id = marking.id;
        let text = Transcription {
            marking: id,
            text: mark.to_owned(),
            by: "A. Reader".to_owned(),
            ..Transcription::default()
        };
        self.case
            .apply_all(vec![
                Change::Create(component.into()),
                Change::Create(marking.into()),
                Change::Transcribe(text),
            ])
            .unwrap();
        id
    }

    /// A rule by which the team decodes `mark`, as the report says.
    fn rule(&mut self, mark: &str, earliest: &str, latest: &str, source: &str) {
        let text = format!(
            "title = \"Marks of cruise missiles\"\nsource = \"{source}\"\n[[rule]]\nid = \"period\"\n\
             name = \"Period of production\"\npattern = '{mark}'\ngrade = \"C\"\nearliest = \"{earliest}\"\n\
             latest = \"{latest}\"\nexample = [{{ mark = \"{mark}\", earliest = \"{earliest}\", latest = \"{latest}\" }}]\n"
        );
        let record = RuleFile {
            name: mark.to_lowercase(),
            text,
            ..RuleFile::default()
        };
        self.case.apply(Change::Create(record.into())).unwrap();
    }

    fn readings(&self, mark: MarkingId) -> Vec<Reading> {
        let reader = self.case.reader().unwrap();
        let sheet = reader.marking_sheet(mark).unwrap().unwrap();
        let context = sheet.context.reading_context(TODAY);
        read_text(&sheet.transcriptions[0].text, &context).unwrap()
    }

    /// Fewest and most days from production to use by the reading of one system, and the sentence.
    fn days(&self, mark: MarkingId, system: &str) -> ((u32, u32), String) {
        let readings = self.readings(mark);
        let reading = readings.iter().find(|one| one.system == system).unwrap();
        let reader = self.case.reader().unwrap();
        let used = reader
            .marking_context(mark)
            .unwrap()
            .unwrap()
            .reading_context(TODAY)
            .strike;
        let outcome = production_to_use(reading.bound_interval().unwrap(), used.unwrap());
        let ProductionToUse::Days { min, max, .. } = outcome else {
            panic!("{outcome:?}")
        };
        ((min, max), statement(reading, used))
    }

    fn assembly(&self) -> Assembly {
        self.case.reader().unwrap().assembly(self.weapon, TODAY).unwrap()
    }
}

fn range(to_use: Option<ProductionToUse>) -> (u32, u32) {
    match to_use {
        Some(ProductionToUse::Days { min, max, .. }) => (min, max),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_a_missile_of_18_august_2024_was_made_that_year() {
    let mut finding = Finding::of("2024-08-18", Some("KP"));
    let mark = finding.component("jet_vane_actuator", None, "113");
    finding.component("jet_vane_actuator", None, "113");
    let (days, sentence) = finding.days(mark, "juche");
    assert_eq!(days, (0, 230));
    assert!(
        sentence.contains("in 2024") && sentence.contains("a Minguo year"),
        "{sentence}"
    );
    assert_eq!(range(finding.assembly().to_use), (0, 230));
}

#[test]
fn b_the_kharkiv_missile_was_not_put_together_before_march_2023() {
    let mut finding = Finding::of("2024-01-02", Some("KP"));
    finding.component("ic", Some("2024-01-27"), "2117");
    finding.component("ic", Some("2024-02-01"), "2244");
    finding.component_of("module", Some("2024-02-01"), "2023-03", Some(MarkKind::Date));
    let assembly = finding.assembly();
    let bound = assembly.bound.unwrap();
    assert_eq!(bound.not_before, date(2023, 3, 1));
    assert_eq!(bound.without_it, Some(date(2022, 10, 23)));
    assert_eq!(range(assembly.to_use), (0, 307));
    assert!(
        assembly.statement.contains("1 March 2023"),
        "{}",
        assembly.statement
    );
    assert_eq!((assembly.share.components, assembly.share.dated), (3, 3));
}

#[test]
fn c_the_mark_112_keeps_both_published_readings() {
    let mut finding = Finding::of("2024-01-02", Some("KP"));
    let mark = finding.component("structure", None, "112");
    let readings = finding.readings(mark);
    let systems: Vec<&str> = readings.iter().map(|one| one.system.as_str()).collect();
    assert!(
        systems.contains(&"juche") && systems.contains(&"february_11"),
        "{systems:?}"
    );
    let ((min, max), sentence) = finding.days(mark, "juche");
    assert_eq!((min, max), (2, 366));
    assert!(sentence.contains("“February 11” plant"), "{sentence}");
}

#[test]
fn d_the_missile_of_okhmatdyt_was_made_8_to_91_days_before() {
    let mut finding = Finding::of("2024-07-08", Some("RU"));
    finding.rule(
        "PERIOD-D",
        "2024-04-08",
        "2024-06-30",
        "Kyiv Independent, July 2024, citing Conflict Armament Research",
    );
    let mark = finding.component("structure", Some("2024-07-30"), "PERIOD-D");
    let (days, sentence) = finding.days(mark, "team");
    assert_eq!(days, (8, 91));
    assert!(
        sentence.contains("between 8 and 91 days before use"),
        "{sentence}"
    );
    // Use and documentation are 22 days apart, and different fields.
    let reader = finding.case.reader().unwrap();
    let context = reader
        .marking_context(mark)
        .unwrap()
        .unwrap()
        .reading_context(TODAY);
    let documented = context.documented.unwrap();
    assert_eq!((documented - context.strike.unwrap().latest()).get_days(), 22);
}

#[test]
fn e_two_missiles_of_kyiv_were_made_in_two_periods() {
    let mut finding = Finding::of("2022-11-23", Some("RU"));
    finding.rule(
        "PERIOD-E",
        "2022-10-01",
        "2022-11-30",
        "247newsreel.com, December 2022, citing Conflict Armament Research",
    );
    let summer = finding.component("structure", None, "III кв. 2022");
    let autumn = finding.component("structure", None, "PERIOD-E");
    assert_eq!(finding.days(summer, "su_quarter").0, (54, 145));
    let (days, sentence) = finding.days(autumn, "team");
    assert_eq!(days, (0, 53));
    assert!(sentence.contains("at most 53 days before use"), "{sentence}");
    let clipped = finding.readings(autumn)[0].clipped.unwrap();
    assert_eq!(clipped.to_string(), "2022-10-01/2022-11-23");
}

#[test]
fn f_the_missile_of_chernihiv_was_made_no_earlier_than_march_2023() {
    let mut finding = Finding::of("2023-08-19", Some("RU"));
    finding.component_of("module", None, "2023-03", Some(MarkKind::Date));
    let assembly = finding.assembly();
    assert_eq!(assembly.bound.unwrap().not_before, date(2023, 3, 1));
    assert_eq!(range(assembly.to_use), (0, 171));
}

#[test]
fn g_a_date_of_expiry_is_no_date_of_production() {
    let mut finding = Finding::of("2023-12-29", Some("RU"));
    let mark = finding.component("structure", None, "19.05.2023|годен до 12.09.2026");
    let dates: Vec<String> = finding
        .readings(mark)
        .iter()
        .filter_map(|one| one.interval.map(|days| days.to_string()))
        .collect();
    assert!(dates.contains(&"2023-05-19".to_owned()), "{dates:?}");
    assert!(!dates.iter().any(|days| days.starts_with("2026")), "{dates:?}");
}

#[test]
fn h_a_mark_that_was_erased_is_recorded_as_such() {
    let mut finding = Finding::of("2024-01-02", None);
    let mark = finding.component("structure", None, "<erased by grinding> {.?}");
    let readings = finding.readings(mark);
    let removed = readings.iter().find(|one| one.system == "removed").unwrap();
    assert_eq!(removed.interval, None);
    assert!(
        removed.why.iter().any(|why| why.contains("erased by grinding")),
        "{:?}",
        removed.why
    );
    let bare = finding.component_of("structure", None, "{.?}", Some(MarkKind::Removed));
    assert!(finding.readings(bare).iter().any(|one| one.system == "removed"));
}
