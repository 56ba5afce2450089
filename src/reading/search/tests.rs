use proptest::prelude::*;

use super::*;

/// In the format of the readings' table; the input is `query vs transcription`, the grade stands for the rank:
/// A for 1, B for 2, C for 3 or 4.
const ROWS: &str = include_str!("rows.tsv");

fn rank(query: &str, text: &str) -> Option<u8> {
    Query::new(query, false).find(text).map(|found| found.rank)
}

fn loose(query: &str, text: &str) -> Option<u8> {
    Query::new(query, true).find(text).map(|found| found.rank)
}

#[test]
fn every_row_of_the_table_is_found_as_it_says() {
    for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (query, text) = cells[1].split_once(" vs ").unwrap();
        let query = query.trim_end_matches(" (Cyrillic)");
        let found = Query::new(query, cells[2] == "loose=on").find(text);
        let grade = match found.as_ref().map(|found| found.rank) {
            None => "none",
            Some(1) => "A",
            Some(2) => "B",
            Some(_) => "C",
        };
        assert_eq!(grade, cells[6], "{row}");
        if let Some(rank) = cells[7].strip_prefix("rank ") {
            assert!(rank.starts_with(&found.unwrap().rank.to_string()), "{row}");
        }
    }
}

#[test]
fn the_uncertain_place_is_shown() {
    let text = "SN 11{8/3}-2";
    let found = Query::new("1?3", false).find(text).unwrap();
    assert_eq!(&text[found.range.clone()], "11{8/3}");
    assert_eq!(
        found
            .uncertain
            .iter()
            .map(|r| &text[r.clone()])
            .collect::<Vec<_>>(),
        ["{8/3}"]
    );
    assert!(!found.struck);
    let struck = Query::new("113", false).find("[[113]] 114").unwrap();
    assert!(struck.struck);
    assert_eq!(struck.range, 0..7);
}

#[test]
fn separators_are_optional_unless_quoted() {
    for query in ["LC21A001005", "LC-21A001-005", "lc 21a001 005", "LC.21A*"] {
        assert_eq!(rank(query, "LC-21A001-005"), Some(1), "{query}");
    }
    assert_eq!(rank("LC-21A001-005", "LC21A001005"), Some(1));
    assert_eq!(rank("\"LC-21A001-005\"", "LC-21A001-005"), Some(1));
    assert_eq!(rank("\"LC21A001005\"", "LC-21A001-005"), None);
    assert_eq!(rank("\"LC-21A001-005\"", "LC21A001005"), None);
}

#[test]
fn a_word_ends_where_its_letters_end() {
    assert_eq!(rank("188", "188/85"), Some(1));
    assert_eq!(rank("188", "188||85"), Some(1));
    assert_eq!(rank("188", "9|188|85"), Some(1));
    assert_eq!(rank("2018", "주체107(2018)"), Some(1));
    assert_eq!(rank("(2018)", "주체107(2018)"), Some(1));
    assert_eq!(rank("188", "1885"), None);
    assert_eq!(rank("*88*", "1885"), Some(1));
    assert_eq!(rank("18885", "188||85"), None);
    assert_eq!(rank("188 85", "188|85"), Some(1));
    assert_eq!(rank("18885", "188<star>85"), None);
}

#[test]
fn missing_characters_may_be_anything_but_only_so_many() {
    assert_eq!(rank("12254", "[.2]254"), Some(4));
    assert_eq!(rank("123254", "[.2]254"), None);
    assert_eq!(rank("254", "[.2]254"), None);
    assert_eq!(rank("*254", "[.2]254"), Some(4));
    assert_eq!(rank("1237", "1{.2-3}7"), Some(4));
    assert_eq!(rank("12347", "1{.2-3}7"), Some(4));
    assert_eq!(rank("127", "1{.2-3}7"), None);
    assert_eq!(rank("13", "[.?]13"), Some(4));
    assert_eq!(rank("11", "11{.?}"), Some(4));
    assert_eq!(rank("11999", "11{.?}"), Some(4));
    assert_eq!(rank("21999", "11{.?}"), None);
}

#[test]
fn similar_characters_match_only_loosely_and_never_as_certain() {
    for (query, text) in [
        ("5", "S"),
        ("ЮМ", "IOM"),
        ("10М", "Ю{М?}"),
        ("61", "Ы"),
        ("З", "8"),
        ("ㅈ", "ㅊ"),
    ] {
        assert_eq!(loose(query, text), Some(3), "{query} {text}");
        assert_eq!(rank(query, text), None, "{query} {text}");
    }
    assert_eq!(rank("АВ", "ab"), Some(1));
    assert_eq!(rank("５", "۵"), Some(1));
    assert_eq!(loose("113", "113"), Some(1));
}

#[test]
fn nothing_is_found_by_nothing() {
    for query in ["", " ", "*", "-", "\""] {
        assert_eq!(rank(query, "113"), None, "{query:?}");
    }
    assert_eq!(rank(r"1\?3", "1?3"), Some(1));
    assert_eq!(rank(r"1\?3", "113"), None);
    assert_eq!(rank("11{", "11{"), Some(1));
}

proptest! {
    #[test]
    fn a_plain_text_finds_itself(text in "[0-9A-Za-zА-Яа-я주체ㅈ]{1,12}") {
        prop_assert_eq!(rank(&text, &text), Some(1));
        prop_assert_eq!(loose(&text, &text), Some(1));
        let uncertain: String = text.chars().map(|c| format!("{{{c}?}}")).collect();
        prop_assert_eq!(rank(&text, &uncertain), Some(2));
        prop_assert_eq!(rank(&text, "{.?}"), Some(4));
    }

    #[test]
    fn one_more_character_is_another_word(text in "[0-9A-Z]{1,8}", more in "[0-9A-Z]") {
        prop_assert_eq!(rank(&text, &format!("{text}{more}")), None);
        let run = format!("{text}*");
        prop_assert_eq!(rank(&run, &format!("{text}{more}")), Some(1));
        let one = format!("{text}?");
        prop_assert_eq!(rank(&one, &format!("{text}{more}")), Some(1));
    }

    #[test]
    fn no_query_and_no_text_make_it_panic(query in ".{0,10}|[0-9?*\" .-]{0,10}", text in ".{0,16}|[0-9{}?/.\\[\\]|-]{0,16}", loose: bool) {
        if let Some(found) = Query::new(&query, loose).find(&text) {
            prop_assert!((1..=4).contains(&found.rank));
            prop_assert!(text.get(found.range).is_some());
            prop_assert!(loose || found.uncertain.is_empty() == (found.rank == 1));
        }
    }
}
