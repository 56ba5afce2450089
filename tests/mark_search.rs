//! The search over transcriptions follows the case: what is written, revised, undone and removed.

use witnessmark::case::{Author, Case, MarkQuery, QueryMode};
use witnessmark::model::id::MarkingId;
use witnessmark::model::{Change, Component, Marking, Strike, Transcription, Weapon};

fn author() -> Author {
    Author {
        person: "A. Reader".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    }
}

fn write(case: &mut Case, text: &str) -> (MarkingId, Transcription) {
    let marking = Marking::default();
    let transcription = Transcription {
        marking: marking.id,
        text: text.to_owned(),
        by: "A. Reader".to_owned(),
        ..Transcription::default()
    };
    let id = marking.id;
    case.apply_all(vec![
        Change::Create(marking.into()),
        Change::Transcribe(transcription.clone()),
    ])
    .unwrap();
    (id, transcription)
}

fn found(case: &Case, text: &str, mode: QueryMode) -> Vec<(MarkingId, u8)> {
    let query = MarkQuery {
        text: text.to_owned(),
        mode,
    };
    let hits = case.reader().unwrap().find_marks(&query, 100).unwrap();
    hits.hits.iter().map(|hit| (hit.marking, hit.rank)).collect()
}

#[test]
fn it_finds_what_the_case_has_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(&folder.path().join("case.witness"), "Marks", author()).unwrap();
    let (first, mut written) = write(&mut case, "113");
    let (second, _) = write(&mut case, "11{8/3}");
    assert_eq!(found(&case, "113", QueryMode::Strict), [(first, 1), (second, 3)]);

    written.text = "118".to_owned();
    case.apply(Change::Transcribe(written)).unwrap();
    assert_eq!(found(&case, "113", QueryMode::Strict), [(second, 3)]);
    assert_eq!(found(&case, "118", QueryMode::Strict), [(first, 1), (second, 2)]);
    case.undo().unwrap();
    assert_eq!(found(&case, "113", QueryMode::Strict), [(first, 1), (second, 3)]);
    case.apply(Change::Remove(first.into())).unwrap();
    assert_eq!(found(&case, "113", QueryMode::Strict), [(second, 3)]);
    let (third, _) = write(&mut case, "11З");
    assert_eq!(found(&case, "113", QueryMode::Strict), [(second, 3)]);
    assert_eq!(found(&case, "113", QueryMode::Loose), [(second, 3), (third, 3)]);
    assert_eq!(found(&case, "^11.$", QueryMode::Regex), [(third, 1)]);
    case.close().unwrap();
}

#[test]
fn a_wrong_regular_expression_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let case = Case::create(&folder.path().join("case.witness"), "Marks", author()).unwrap();
    let query = MarkQuery {
        text: "(113".to_owned(),
        mode: QueryMode::Regex,
    };
    let error = case.reader().unwrap().find_marks(&query, 10).unwrap_err();
    assert!(error.to_string().contains("regular expression"), "{error}");
    case.close().unwrap();
}

#[test]
fn many_revisions_leave_one_find_and_outdated_ones_are_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(&folder.path().join("case.witness"), "Marks", author()).unwrap();
    let (mark, mut written) = write(&mut case, "0");
    for number in 1..40 {
        written.text = number.to_string();
        case.apply(Change::Transcribe(written.clone())).unwrap();
        assert_eq!(found(&case, &number.to_string(), QueryMode::Strict), [(mark, 1)]);
        assert!(found(&case, &(number - 1).to_string(), QueryMode::Strict).is_empty());
    }
    case.close().unwrap();
}

/// A mark on a component of a weapon of a strike of its own.
fn on_a_weapon(case: &mut Case, strike: &str, text: &str) -> MarkingId {
    let strike = Strike {
        title: strike.to_owned(),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(strike.id),
        ..Weapon::default()
    };
    let component = Component {
        title: "Actuator".to_owned(),
        kind: Some("jet_vane_actuator".to_owned()),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(component.id),
        ..Marking::default()
    };
    let id = marking.id;
    let transcription = Transcription {
        marking: id,
        text: text.to_owned(),
        by: "A. Reader".to_owned(),
        ..Transcription::default()
    };
    case.apply_all(vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
        Change::Create(marking.into()),
        Change::Transcribe(transcription),
    ])
    .unwrap();
    id
}

#[test]
fn the_same_mark_is_found_in_other_strikes_as_it_is_in_its_series_and_alike() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(&folder.path().join("case.witness"), "Marks", author()).unwrap();
    let own = on_a_weapon(&mut case, "First", "А0101");
    let same = on_a_weapon(&mut case, "Second", "А01{0?}1");
    let next = on_a_weapon(&mut case, "Third", "А0109");
    let alike = on_a_weapon(&mut case, "Fourth", "А01O1");
    on_a_weapon(&mut case, "Fifth", "А01");
    on_a_weapon(&mut case, "Sixth", "XА01017");

    let found = case.reader().unwrap().elsewhere(own).unwrap();
    let ids =
        |all: &[witnessmark::case::SeenElsewhere]| all.iter().map(|seen| seen.row.id).collect::<Vec<_>>();
    assert_eq!(ids(&found.same), [same]);
    assert_eq!(found.same[0].strike, "Second");
    assert_eq!(ids(&found.series), [next]);
    assert_eq!(ids(&found.alike), [alike]);
    assert!(
        found.series_statement.contains("no quantity made"),
        "{}",
        found.series_statement
    );

    let lot = on_a_weapon(&mut case, "Seventh", "LC-21A001-005");
    let later = on_a_weapon(&mut case, "Eighth", "LC-21B001-009");
    on_a_weapon(&mut case, "Ninth", "LC-21A002-005");
    let found = case.reader().unwrap().elsewhere(lot).unwrap();
    assert_eq!(ids(&found.series), [later]);
    assert!(found.same.is_empty());
    case.close().unwrap();
}

#[test]
fn the_same_mark_is_found_in_another_case_by_the_library_and_by_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["one", "two"].map(|name| folder.path().join(format!("{name}.witness")));
    let mut case = Case::create(&one, "One", author()).unwrap();
    let mark = on_a_weapon(&mut case, "First", "А0101");
    case.close().unwrap();
    let mut other = Case::create(&two, "Two", author()).unwrap();
    let same = on_a_weapon(&mut other, "Second", "А0101");
    let series = on_a_weapon(&mut other, "Third", "А0109");
    on_a_weapon(&mut other, "Fourth", "2317");
    let sought = witnessmark::case::Reader::open(&one)
        .unwrap()
        .sought_mark(mark)
        .unwrap()
        .unwrap();
    let found = other.reader().unwrap().elsewhere_here(&sought).unwrap();
    let ids =
        |seen: &[witnessmark::case::SeenElsewhere]| seen.iter().map(|one| one.row.id).collect::<Vec<_>>();
    assert_eq!(ids(&found.same), [same]);
    assert_eq!(ids(&found.series), [series]);
    assert_eq!(found.same[0].strike, "Second");
    other.close().unwrap();

    let lost = folder.path().join("lost.witness");
    let output = assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .env("HOME", folder.path())
        .args(["elsewhere", one.to_str().unwrap(), &mark.to_string(), "--json"])
        .args(["--also", lost.to_str().unwrap(), "--also", two.to_str().unwrap()])
        .output()
        .unwrap();
    // What can't be opened is named and keeps nothing else from being found.
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("lost.witness"));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["mark"], "А0101");
    assert_eq!(told["cases"][1]["found"]["same"][0]["id"], same.to_string());
    assert_eq!(told["cases"][1]["found"]["series"][0]["strike"], "Third");
    assert_eq!(told["refused"].as_array().unwrap().len(), 1);
}
