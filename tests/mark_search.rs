//! The search over transcriptions follows the case: what is written, revised, undone and removed.

use witnessmark::case::{Author, Case, MarkQuery, QueryMode};
use witnessmark::model::id::MarkingId;
use witnessmark::model::{Change, Marking, Transcription};

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
