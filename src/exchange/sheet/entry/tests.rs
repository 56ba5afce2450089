use proptest::prelude::*;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::case::{Author, Case};
use crate::model::{Component, Strike, Weapon};

fn case() -> (TempDir, Case) {
    let folder = tempfile::tempdir().unwrap();
    let author = Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    };
    let case = Case::create(&folder.path().join("case.witness"), "Sheet", author).unwrap();
    (folder, case)
}

fn field(target: Target, name: &str) -> &'static Field {
    target.field(name).unwrap()
}

fn type_in(reader: &Reader, row: &Row, target: Target, name: &str, typed: &str) -> Result<Entry, Fault> {
    entry(reader, field(target, name), typed, row).unwrap()
}

#[test]
fn a_position_brings_its_radius_and_takes_it_away_again() {
    let (_folder, case) = case();
    let reader = case.reader().unwrap();
    let mut row = Row::blank(Target::Strikes);
    let alone = type_in(&reader, &row, Target::Strikes, "radius_m", "500").unwrap_err();
    assert_eq!(alone.what, t("sheet-radius-alone"));
    let entry = type_in(&reader, &row, Target::Strikes, "position", "36UVB 12 34").unwrap();
    row.take(&entry);
    // A square of a kilometre: its centre, and the way to a corner.
    let radius = row.fields["radius_m"].as_f64().unwrap();
    assert!((700.0..720.0).contains(&radius), "{radius}");
    let entry = type_in(&reader, &row, Target::Strikes, "radius_m", "1,5").unwrap();
    assert_eq!(entry.fields["radius_m"], json!(1.5));
    row.take(&type_in(&reader, &row, Target::Strikes, "position", "").unwrap());
    for name in ["latitude", "longitude", "radius_m"] {
        assert!(row.fields[name].is_null(), "{name}");
    }
}

#[test]
fn a_title_names_a_record_unless_two_bear_it() {
    let (_folder, mut case) = case();
    let mut ids = Vec::new();
    for title in ["Depot", "Bridge", "Bridge"] {
        let strike = Strike {
            title: title.to_owned(),
            ..Strike::default()
        };
        ids.push(strike.id.to_string());
        case.apply(Change::Create(strike.into())).unwrap();
    }
    let reader = case.reader().unwrap();
    let row = Row::blank(Target::Weapons);
    let tie = |typed| type_in(&reader, &row, Target::Weapons, "strike", typed);
    assert_eq!(tie(" Depot ").unwrap().fields["strike"], json!(ids[0]));
    assert_eq!(tie(&ids[1]).unwrap().fields["strike"], json!(ids[1]));
    assert!(tie("Bridge").unwrap_err().what.contains('2'));
    assert_eq!(tie("Tower").unwrap_err().what, t("sheet-reference-none"));
}

#[test]
fn tags_are_given_and_taken_and_the_rest_stays() {
    let (_folder, mut case) = case();
    let mut row = Row::blank(Target::Strikes);
    let reader = case.reader().unwrap();
    let entry = type_in(&reader, &row, Target::Strikes, "tags", "night; Energy").unwrap();
    case.apply_all(row.creation(&entry).unwrap()).unwrap();
    row = Row::load(&case.reader().unwrap(), Target::Strikes, &row.record.id)
        .unwrap()
        .unwrap();
    assert_eq!(written(field(Target::Strikes, "tags"), &row), "Energy; night");
    let reader = case.reader().unwrap();
    let entry = type_in(&reader, &row, Target::Strikes, "tags", "energy; port").unwrap();
    case.apply_all(row.changes(&entry)).unwrap();
    let tags = case.reader().unwrap().tags_of(&row.record).unwrap();
    assert_eq!(tags, ["Energy", "port"]);
}

#[test]
fn what_is_cleared_is_what_a_new_record_has() {
    let (_folder, case) = case();
    let reader = case.reader().unwrap();
    for target in Target::ALL {
        let blank = Row::blank(target);
        for field in target.fields().iter().filter(|field| field.form != Form::Id) {
            let entry = cleared(field, &blank);
            let mut row = blank.clone();
            row.take(&entry);
            assert_eq!(row, blank, "{}", field.name);
            assert!(blank.changes(&entry).is_empty());
            let typed = super::entry(&reader, field, &written(field, &blank), &blank).unwrap();
            assert_eq!(typed, Ok(Entry::default()), "{}", field.name);
        }
    }
}

/// Fields of every form, each with what people type there.
const TYPED: [(Target, &str, &str); 14] = [
    (Target::Strikes, "title", "[\\PC&&[^\\s]]{1,12}( \\PC{0,8})?"),
    (Target::Strikes, "place_name", "\\PC{1,12}"),
    (Target::Strikes, "notes", "\\PC{1,12}\n\\PC{1,12}"),
    (
        Target::Strikes,
        "occurred",
        "20[0-3][0-9]-(0[1-9]|1[0-2])(-[01][1-8]|-1X|~|\\?)?",
    ),
    (Target::Strikes, "reported", "[012]?[1-9]\\.[1-9]\\.20[0-2][0-9]"),
    (
        Target::Strikes,
        "position",
        "-?[0-8]?[0-9]\\.[0-9]{2,6}, -?1?[0-7]?[0-9]\\.[0-9]{2,6}( ± [0-9]{1,4} m)?",
    ),
    (Target::Strikes, "status", "reported|confirmed|Disputed"),
    (Target::Strikes, "target", "energy|Port|something else"),
    (Target::Strikes, "tags", "[a-z]{1,6}; [a-z]{1,6}"),
    (
        Target::Strikes,
        "sources",
        "[A-Za-z ]{1,12}[a-z]|https://example.org/[a-z]{1,5}",
    ),
    (Target::Strikes, "time_zone", "Europe/Kyiv|UTC"),
    (Target::Components, "quantity", "[1-9][0-9]{0,3}"),
    (
        Target::Components,
        "length_mm",
        "[0-9]{1,4}(\\.[0-9]{1,3})?( mm)?",
    ),
    (Target::Components, "kind", "Nozzle|jet_vane|fuel pump"),
];

fn typed() -> impl Strategy<Value = (Target, &'static str, String)> {
    prop::sample::select(&TYPED[..])
        .prop_flat_map(|(target, name, form)| form.prop_map(move |text| (target, name, text)))
}

proptest! {
    #[test]
    fn what_a_cell_shows_is_taken_for_no_change((target, name, text) in typed()) {
        thread_local!(static CASE: (TempDir, Case) = case());
        CASE.with(|(_, case)| {
            let reader = case.reader().unwrap();
            let mut row = Row::blank(target);
            if let Ok(entry) = type_in(&reader, &row, target, name, &text) {
                row.take(&entry);
                // As the record has it, which may be in another form than it was typed in.
                let record = Record::from_fields(row.record.kind, row.fields.clone()).unwrap();
                row.fields = record.fields();
                let shown = written(field(target, name), &row);
                let again = type_in(&reader, &row, target, name, &shown).unwrap();
                prop_assert_eq!(&again, &Entry::default());
                // Typed into an empty row it says the same.
                let mut other = Row::blank(target);
                other.take(&type_in(&reader, &other, target, name, &shown).unwrap());
                let record = Record::from_fields(other.record.kind, other.fields.clone()).unwrap();
                for (key, value) in record.fields() {
                    if key != "id" {
                        prop_assert_eq!(&value, &row.fields[&key], "{} {}", name, key);
                    }
                }
                prop_assert_eq!(other.tags, row.tags);
            }
            Ok(())
        })?;
    }
}

#[test]
fn a_row_says_what_another_says() {
    let mut from = Row::blank(Target::Components);
    let component = Component {
        kind: Some("nozzle".to_owned()),
        latitude: Some(50.0),
        longitude: Some(30.0),
        radius_m: Some(10.0),
        ..Component::default()
    };
    from.fields = Record::from(component).fields();
    let mut row = Row::blank(Target::Components);
    for name in ["kind", "position"] {
        row.take(&same_as(field(Target::Components, name), &from));
    }
    assert_eq!(row.fields["kind"], "nozzle");
    assert_eq!(row.fields["radius_m"], 10.0);
    assert_ne!(row.fields["id"], from.fields["id"]);
    let made = row.creation(&Entry::default()).unwrap();
    assert!(matches!(&made[..], [Change::Create(Record::Component(_))]));
    let weapon = Row::blank(Target::Weapons).creation(&Entry::default()).unwrap();
    assert!(
        matches!(&weapon[..], [Change::Create(Record::Weapon(made))] if made.as_ref() != &Weapon::default())
    );
}
