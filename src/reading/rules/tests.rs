use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::reading::{Grade, Meaning};

const CABLES: &str = r#"
title = "Cables of the works at X"
source = "Team notes of 1 May 2024"

[[rule]]
id = "year-month"
name = "Year and month letter"
pattern = '(?<yy>\d\d)(?<month>[A-M])-(?<shift>\d)'
months = "ABCDEFGHJKLM"
place = "works at X, shift {shift}"
grade = "B"
origin = ["RU"]
object = ["cable"]
because = "Seen on four cables with a printed date."
example = [
  { mark = "23B-1", earliest = "2023-02-01", latest = "2023-02-28" },
  { mark = "23I-1" },
  { mark = "23B", read = false },
]

[[rule]]
id = "juche"
name = "Juche year behind a star"
pattern = '\*(?<year>\d{2,3})'
year_offset = 1911
grade = "C"
source = "Team notes of 2 May 2024"
example = [{ mark = "*113", earliest = "2024-01-01", latest = "2024-12-31" }]
"#;

const TODAY: Date = date(2026, 11, 23);

fn read(text: &str, context: Context) -> Vec<crate::reading::Reading> {
    let file = RuleFile::load("cables", CABLES, TODAY).unwrap();
    let context = Context {
        rules: RuleBook::new(vec![file]),
        ..context
    };
    let mut readings = read_text(text, &context).unwrap();
    readings.retain(|one| one.system == "team");
    readings
}

fn cable() -> Context {
    Context {
        origin: Some("RU".to_owned()),
        object: Some("cable".to_owned()),
        ..Context::new(TODAY)
    }
}

#[test]
fn a_rule_of_the_team_reads_with_its_grade_place_source_and_the_name_of_its_file() {
    let found = read("23B-1", cable());
    let [reading] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(reading.interval.unwrap().to_string(), "2023-02-01/2023-02-28");
    assert_eq!((reading.grade, reading.meaning), (Grade::B, Meaning::Production));
    assert_eq!(reading.rule_id, "cables/year-month");
    assert_eq!(reading.place.as_ref().unwrap().text, "works at X, shift 1");
    assert_eq!(reading.sources, ["Team notes of 1 May 2024"]);
    assert!(
        reading.why.iter().any(|why| why.contains("“cables”")),
        "{:?}",
        reading.why
    );
}

#[test]
fn it_reads_only_where_other_evidence_is_what_it_asks_for() {
    assert!(read("23B-1", Context::new(TODAY)).is_empty());
    assert_eq!(read("*113", Context::new(TODAY)).len(), 1);
}

#[test]
fn doubt_about_a_character_caps_its_grade_as_everywhere() {
    assert_eq!(read("2{3?}B-1", cable())[0].grade, Grade::C);
    let strike = crate::model::when::Interval::day(date(2022, 1, 1));
    let early = Context {
        strike: Some(strike),
        ..cable()
    };
    assert_eq!(read("23B-1", early)[0].grade, Grade::X);
}

#[test]
fn a_file_with_a_mistake_is_refused_with_the_rule_and_the_reason() {
    for (from, to, says) in [
        (r"(?<yy>\d\d)", r"(?<yy>\d\d", "year-month"),
        ("2023-02-28", "2023-03-01", "23B-1"),
        (r#"grade = "B""#, r#"grade = "X""#, "X is no grade"),
        (r#"{ mark = "23B", read = false }"#, r#"{ mark = "23B" }"#, "23B"),
        ("place = ", "plaice = ", "plaice"),
        ("shift {shift}", "shift", "shift"),
        (r#"id = "juche""#, r#"id = "year-month""#, "another rule"),
        (
            r#"source = "Team notes of 1 May 2024""#,
            r#"source = """#,
            "no source",
        ),
        (
            r#"example = [{ mark = "*113", earliest = "2024-01-01", latest = "2024-12-31" }]"#,
            "example = []",
            "example",
        ),
    ] {
        assert!(CABLES.contains(from), "{from}");
        let error = RuleFile::load("cables", &CABLES.replacen(from, to, 1), TODAY).unwrap_err();
        assert!(error.to_string().contains(says), "{to}: {error}");
    }
}

#[test]
fn other_calendars_and_short_years_are_read() {
    let rule = |body: &str| {
        format!("title = \"t\"\nsource = \"s\"\n[[rule]]\nid = \"r\"\nname = \"n\"\ngrade = \"C\"\n{body}")
    };
    for body in [
        "pattern = 'S(?<year>\\d{4})/(?<month>\\d\\d)'\ncalendar = \"solar_hijri\"\nexample = [{ mark = \"S1402/06\", earliest = \"2023-08-23\", latest = \"2023-09-22\" }]",
        "pattern = 'H(?<year>\\d{4})'\ncalendar = \"hebrew\"\nexample = [{ mark = \"H5784\", earliest = \"2023-09-16\", latest = \"2024-10-02\" }]",
        "pattern = 'W(?<week>\\d\\d)(?<y>\\d)'\nsince = 2015\nexample = [{ mark = \"W173\", earliest = \"2023-04-24\", latest = \"2023-04-30\" }]",
        "pattern = '(?<letter>[A-D])7'\nyears = { A = 2010, B = 2011 }\nexample = [{ mark = \"B7\", earliest = \"2011-01-01\", latest = \"2011-12-31\" }, { mark = \"C7\" }]",
        "pattern = 'XY'\nearliest = 2020-01-01\nlatest = 2021-06-30\nexample = [{ mark = \"XY\", earliest = \"2020-01-01\", latest = \"2021-06-30\" }]",
        "pattern = 'LOT (?<year>\\d{4})'\nscope = \"line\"\nmeaning = \"label_print\"\nexample = [{ mark = \"LOT 2023\", earliest = \"2023-01-01\", latest = \"2023-12-31\" }]",
    ] {
        // TOML has dates of its own; here they are text, as everywhere in the case.
        let body = body
            .replace("= 2020-01-01", "= \"2020-01-01\"")
            .replace("= 2021-06-30", "= \"2021-06-30\"");
        let loaded = RuleFile::load("t", &rule(&body), TODAY);
        assert!(loaded.is_ok(), "{body}: {}", loaded.unwrap_err());
    }
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(text in "(title|source|\\[\\[rule\\]\\]|pattern|=|\"[a-z(?<>)]{0,8}\"|\n| ){0,40}") {
        let _ = RuleFile::load("t", &text, TODAY);
    }
}
