//! What can't be: each alarm is raised, told and listed, and is silent again when what raised it is taken back.

mod common;

use std::path::Path;

use assert_cmd::Command;
use common::evidence::{Evidence, transcription};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use witnessmark::case::{AlarmRow, AlarmScope, MarkingQueue};
use witnessmark::model::id::{ComponentId, MarkingId};
use witnessmark::model::{Change, Verdict, Weapon};
use witnessmark::reading::alarm::Alarm;
use witnessmark::reading::decision::Decision;
use witnessmark::reading::read_text;

const TODAY: Date = date(2026, 11, 23);

/// A weapon from the DPRK that was used on 18 August 2024, and an actuator of it.
fn case() -> (Evidence, ComponentId) {
    let mut e = Evidence::new();
    e.weapon(Weapon {
        title: "Missile".to_owned(),
        origin: Some("KP".to_owned()),
        origin_basis: Some("design".to_owned()),
        ..Weapon::default()
    });
    e.tie_to_strike("2024-08-18");
    let component = e.component("Actuator");
    e.set(component, serde_json::json!({ "kind": "jet_vane_actuator" }));
    (e, component)
}

fn alarms(e: &Evidence) -> Vec<AlarmRow> {
    e.reader().alarms(AlarmScope::Case, TODAY).unwrap()
}

fn names(e: &Evidence) -> Vec<&'static str> {
    alarms(e)
        .iter()
        .map(|row| match row.alarm {
            Alarm::AfterStrike { .. } => "after strike",
            Alarm::AfterDocumented { .. } => "after documented",
            Alarm::Apart { .. } => "apart",
            Alarm::Named { .. } => "named",
            Alarm::NoDate { .. } => "no date",
            Alarm::Assembled { .. } => "assembled",
        })
        .collect()
}

/// Decides on the reading of `system` of a mark, as a person would.
fn decide(e: &mut Evidence, marking: MarkingId, system: &str, verdict: Verdict) {
    let reader = e.reader();
    let context = reader.marking_context(marking).unwrap().unwrap();
    let context = context.reading_context(TODAY);
    let transcription = reader.transcriptions(marking).unwrap().pop().unwrap();
    let readings = read_text(&transcription.text, &context).unwrap();
    let reading = readings.iter().find(|reading| reading.system == system).unwrap();
    let decision = Decision {
        marking,
        transcription: transcription.id,
        verdict,
        reason: "test",
        by: "O. Tester",
        at: Timestamp::now(),
    };
    let finding = decision.on(reading, &context);
    drop(reader);
    e.apply(Change::Decide(Box::new(finding)));
}

#[test]
fn a_week_54_on_a_chip_is_listed_until_somebody_says_what_it_is() {
    let (mut e, _) = case();
    let chip = e.component("Chip");
    e.set(chip, serde_json::json!({ "kind": "ic" }));
    let mark = e.mark(Some(chip), Some("2354"));
    e.mark(Some(chip), Some("2317"));
    assert_eq!(names(&e), ["no date"]);
    let row = &alarms(&e)[0];
    assert_eq!((row.marking, row.mark.as_str()), (mark, "2354"));
    assert_eq!(
        (row.component_title.as_str(), row.weapon_title.as_str()),
        ("Chip", "Missile")
    );
    assert!(row.reason.contains("54"), "{}", row.reason);

    e.set(mark, serde_json::json!({ "kind": "part_number" }));
    assert!(names(&e).is_empty());
    e.case.undo().unwrap();
    assert_eq!(names(&e), ["no date"]);
    decide(&mut e, mark, "yyww", Verdict::Rejected);
    assert!(names(&e).is_empty());
    e.case.undo().unwrap();
    e.apply(transcription(mark, "2351", "B", None));
    assert!(names(&e).is_empty());
}

#[test]
fn a_mark_that_names_its_system_is_listed_when_that_can_not_be() {
    let (mut e, component) = case();
    e.mark(Some(component), Some("주체118"));
    assert_eq!(names(&e), ["named"]);
    // A mark on nothing known is judged by today alone.
    e.mark(None, Some("주체118"));
    assert_eq!(names(&e), ["named", "named"]);
    let on = e.mark(None, Some("주체113"));
    assert_eq!(e.reader().alarms(AlarmScope::Marking(on), TODAY).unwrap(), []);
}

#[test]
fn a_finding_that_the_strike_contradicts_later_is_listed_with_its_weapon() {
    let (mut e, component) = case();
    let mark = e.mark(Some(component), Some("113"));
    decide(&mut e, mark, "juche", Verdict::Accepted);
    assert!(names(&e).is_empty());
    e.re_date("2023-08-18");
    assert_eq!(names(&e)[0], "after strike");
    assert_eq!(*names(&e).last().unwrap(), "assembled");
    // Of the weapon, the component and the mark alike.
    let weapon = alarms(&e)[0].weapon.unwrap();
    let reader = e.reader();
    let of = |scope| reader.alarms(scope, TODAY).unwrap();
    assert_eq!(of(AlarmScope::Weapon(weapon)), alarms(&e));
    for scope in [AlarmScope::Component(component), AlarmScope::Marking(mark)] {
        let found = of(scope);
        assert!(
            matches!(found[0].alarm, Alarm::AfterStrike { strike, .. } if strike == date(2023, 8, 18)),
            "{found:?}"
        );
    }
    drop(reader);
    e.case.undo().unwrap();
    assert!(names(&e).is_empty());
    // The same when the component turns out to be of another weapon.
    e.weapon(Weapon::default());
    e.tie_to_strike("2022-01-01");
    e.set(component, serde_json::json!({ "weapon": e.last_weapon() }));
    assert_eq!(names(&e)[0], "after strike");
}

#[test]
fn a_finding_that_is_later_than_the_documentation_is_listed() {
    let (mut e, component) = case();
    let mark = e.mark(Some(component), Some("113"));
    decide(&mut e, mark, "juche", Verdict::Accepted);
    e.set(component, serde_json::json!({ "documented": "2023-05" }));
    assert_eq!(names(&e)[0], "after documented");
    e.case.undo().unwrap();
    assert!(names(&e).is_empty());
}

#[test]
fn accepted_dates_of_one_piece_must_agree_and_those_of_several_need_not() {
    let (mut e, component) = case();
    for text in ["113", "112"] {
        let mark = e.mark(Some(component), Some(text));
        decide(&mut e, mark, "juche", Verdict::Accepted);
    }
    assert_eq!(names(&e), ["apart", "apart"]);
    e.set(component, serde_json::json!({ "quantity": 2 }));
    assert!(names(&e).is_empty());
}

#[test]
fn the_list_of_impossible_markings_has_each_once_with_all_reasons() {
    let (mut e, component) = case();
    let mark = e.mark(Some(component), Some("113"));
    decide(&mut e, mark, "juche", Verdict::Accepted);
    let queue = MarkingQueue::Impossible(TODAY);
    assert!(e.reader().markings(&[], &queue).unwrap().is_empty());
    e.re_date("2023-08-18");
    let rows = e.reader().markings(&[], &queue).unwrap();
    assert_eq!(rows.len(), 1);
    let reason = rows[0].alarm.as_deref().unwrap();
    assert!(reason.contains("18 August 2023"), "{reason}");
    // What was read and accepted is not hidden.
    assert_eq!(rows[0].text.as_deref(), Some("113"));
    assert_eq!(rows[0].accepted.as_deref(), Some("juche"));
    assert!(e.reader().markings(&["x".into()], &queue).unwrap().is_empty());
}

#[test]
fn a_component_inside_another_is_judged_by_the_weapon_around_it() {
    let (mut e, component) = case();
    let chip = e.inner("Chip", component);
    e.set(chip, serde_json::json!({ "kind": "ic" }));
    // Week 40 of 2024 is after 18 August 2024, and before today; 24 is no other year of a date code.
    let mark = e.mark(Some(chip), Some("2440"));
    let found = e.reader().alarms(AlarmScope::Marking(mark), TODAY).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].weapon_title, "Missile");
}

#[test]
fn what_was_read_before_is_read_again_when_the_context_changes() {
    let (mut e, component) = case();
    e.mark(Some(component), Some("주체113"));
    // One reader, so that it remembers.
    let reader = e.reader();
    let count = || reader.alarms(AlarmScope::Case, TODAY).unwrap().len();
    assert_eq!((count(), count()), (0, 0));
    e.re_date("2023-01-01");
    assert_eq!((count(), count()), (1, 1));
    e.case.undo().unwrap();
    assert_eq!(count(), 0);
}

#[test]
fn the_command_lists_alarms_and_ends_with_one() {
    let (mut e, component) = case();
    let path = e.case.path().to_owned();
    let home = e.folder.path().to_owned();
    let (code, out, _) = run(&home, &path, &[]);
    assert_eq!((code, out.trim()), (0, "No mark is impossible."));
    e.mark(Some(component), Some("주체118"));
    let (code, out, err) = run(&home, &path, &["--json"]);
    assert_eq!(code, 1);
    assert!(
        err.contains("Missile, Actuator") && err.contains("주체118"),
        "{err}"
    );
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json[0]["alarm"], "named");
    assert_eq!(json[0]["mark"], "주체118");
    assert!(json[0]["reason"].as_str().unwrap().contains("2029"), "{json}");
}

fn run(home: &Path, case: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("witnessmark")
        .unwrap()
        .arg("alarms")
        .arg(case)
        .args(arguments)
        .env("HOME", home)
        .env_remove("XDG_DATA_HOME")
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}
