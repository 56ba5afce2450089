//! The command line reads what the window reads: every row of the table of readings, once as options of `witnessmark
//! read`, and once as records of a case, from which the window takes what it knows about a mark.

use std::path::Path;
use std::process::Command;

use jiff::civil::{Date, date};
use serde_json::{Value, json};
use witnessmark::case::{Author, Case};
use witnessmark::model::component::Supply;
use witnessmark::model::when::Edtf;
use witnessmark::model::{
    Change, Component, Marking, RuleFile, Strike, Transcription, Weapon, id::MarkingId,
};
use witnessmark::reading::{Notation, Reading, read_text};

const ROWS: &str = include_str!("../src/reading/tests/readings.tsv");
const TODAY: Date = date(2026, 11, 23);

fn author() -> Author {
    Author {
        person: "A. Reader".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    }
}

/// The transcription of a row: the data of a code is written out, everything else is notation.
fn transcription(input: &str) -> String {
    if input.starts_with("[)>") {
        Notation::literal(input).to_string()
    } else {
        input.to_owned()
    }
}

/// The changes that make a mark of a row, and its id.
fn records(input: &str, given: &str) -> (Vec<Change>, MarkingId) {
    let (mut strike, mut weapon, mut component) =
        (Strike::default(), Weapon::default(), Component::default());
    let mut marking = Marking::default();
    for (name, value) in given.split_whitespace().filter_map(|pair| pair.split_once('=')) {
        let text = Some(value.to_owned());
        match name {
            "origin" => {
                weapon.origin = text;
                weapon.origin_basis = Some("design of the airframe".to_owned());
            }
            "obj" | "part" => component.kind = text,
            "maker" => component.maker = text,
            "field" => marking.kind = serde_json::from_value(value.into()).unwrap(),
            "profile" => component.week_profile = serde_json::from_value(value.into()).unwrap(),
            "strike" => strike.occurred = Some(Edtf::parse(value).unwrap()),
            "documented" => component.documented = Some(Edtf::parse(value).unwrap()),
            "supply" => component.supply = serde_json::from_value::<Option<Supply>>(value.into()).unwrap(),
            _ => panic!("{name}"),
        }
    }
    weapon.strike = Some(strike.id);
    component.weapon = Some(weapon.id);
    marking.component = Some(component.id);
    let id = marking.id;
    let text = Transcription {
        marking: id,
        text: transcription(input),
        by: "A. Reader".to_owned(),
        ..Transcription::default()
    };
    let changes = vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
        Change::Create(marking.into()),
        Change::Transcribe(text),
    ];
    (changes, id)
}

/// What the window shows of a mark.
fn in_the_window(case: &Case, marking: MarkingId) -> Value {
    let reader = case.reader().unwrap();
    let sheet = reader.marking_sheet(marking).unwrap().unwrap();
    let context = sheet.context.reading_context(TODAY);
    let text = &Transcription::settled(&sheet.transcriptions).unwrap().text;
    json!(read_text(text, &context).unwrap())
}

fn on_the_command_line(home: &Path, input: &str, given: &str, more: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_witnessmark"));
    command
        .env("HOME", home)
        .env("LC_ALL", "C")
        .args(["read", "--json", "--now", &TODAY.to_string()]);
    for (name, value) in given.split_whitespace().filter_map(|pair| pair.split_once('=')) {
        let name = match name {
            "obj" | "part" => "object",
            name => name,
        };
        command.args([format!("--{name}"), value.to_owned()]);
    }
    if input.starts_with("[)>") {
        command.arg("--literal");
    }
    let output = command.args(more).args(["--", input]).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{input} {given}: {error}");
    let mut readings = serde_json::from_slice::<Value>(&output.stdout).unwrap()["readings"].take();
    for reading in readings.as_array_mut().unwrap() {
        let reading = reading.as_object_mut().unwrap();
        assert!(reading.remove("statement").is_some() && reading.remove("citations").is_some());
    }
    readings
}

/// Where a reading stands depends on how the mark is written; what it says does not.
fn without_place(mut readings: Value) -> Vec<Reading> {
    for reading in readings.as_array_mut().unwrap() {
        reading["span"] = json!({ "start": 0, "end": 0 });
        reading["raw"] = Value::Null.as_str().unwrap_or_default().into();
    }
    serde_json::from_value(readings).unwrap()
}

#[test]
fn every_row_is_read_alike_by_the_command_and_in_the_window() {
    let home = tempfile::tempdir().unwrap();
    let mut case = Case::create(&home.path().join("rows.witness"), "Rows", author()).unwrap();
    let mut rows = 0;
    for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (input, given) = (cells[1], cells[2]);
        let (changes, marking) = records(input, given);
        case.apply_all(changes).unwrap();
        let window = in_the_window(&case, marking);
        let command = on_the_command_line(home.path(), input, given, &[]);
        if input.starts_with("[)>") {
            assert_eq!(without_place(window), without_place(command), "{row}");
        } else {
            assert_eq!(window, command, "{row}");
        }
        rows += 1;
    }
    assert!(rows > 150, "{rows}");
}

#[test]
fn a_rule_of_the_team_is_read_alike_by_the_command_and_in_the_window() {
    let home = tempfile::tempdir().unwrap();
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules-example.toml");
    let mut case = Case::create(&home.path().join("rules.witness"), "Rules", author()).unwrap();
    let record = RuleFile {
        name: "rules-example".to_owned(),
        text: std::fs::read_to_string(&rules).unwrap(),
        ..RuleFile::default()
    };
    case.apply(Change::Create(record.clone().into())).unwrap();
    for (mark, given) in [
        ("23B-1", "origin=RU obj=cable"),
        ("23I-1", "origin=RU obj=cable"),
        ("23B-1", "-"),
    ] {
        let (changes, marking) = records(mark, given);
        case.apply_all(changes).unwrap();
        let window = in_the_window(&case, marking);
        let read = window
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["rule_id"] == "rules-example/year-month");
        assert_eq!(read, given != "-", "{mark} {given}");
        let with = ["--rules", rules.to_str().unwrap()];
        assert_eq!(
            window,
            on_the_command_line(home.path(), mark, given, &with),
            "{mark}"
        );
    }
    // A second file of the same name and a broken one are refused, and nothing is changed.
    let twice = RuleFile {
        name: "Rules-Example".to_owned(),
        ..RuleFile::default()
    };
    let again = RuleFile {
        text: record.text.clone(),
        ..twice
    };
    assert!(case.apply(Change::Create(again.into())).is_err());
    let broken = RuleFile {
        name: "broken".to_owned(),
        text: record.text.replace("2023-02-28", "2023-03-28"),
        ..RuleFile::default()
    };
    let error = case.apply(Change::Create(broken.into())).unwrap_err();
    assert!(error.to_string().contains("23B-1"), "{error}");
    assert_eq!(case.reader().unwrap().rule_files().unwrap(), [record]);
}
