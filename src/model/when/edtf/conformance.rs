//! The table of the standard's examples (`conformance.tsv`), and two libraries that are not ours (`oracle.tsv`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::*;

const TABLE: &str = include_str!("conformance.tsv");
const ORACLE: &str = include_str!("oracle.tsv");
const DIFFERENCES: &str = include_str!("differences.tsv");

/// The lines of a table by the names of their columns.
fn rows(table: &'static str) -> Vec<BTreeMap<&'static str, &'static str>> {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let head: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), head.len(), "{line}");
            head.iter().copied().zip(cells).collect()
        })
        .collect()
}

/// As the tables write a bound.
fn written(day: Option<Date>, missing: Option<MissingEnd>) -> String {
    match (day, missing) {
        (Some(day), _) => Interval::day(day).to_string(),
        (None, Some(MissingEnd::Unknown)) => "-".to_owned(),
        (None, _) => "..".to_owned(),
    }
}

fn bounds(edtf: &Edtf) -> (String, String) {
    let Bounds { earliest, latest } = edtf.bounds();
    let [no_first, no_last] = edtf.missing_ends();
    (written(earliest, no_first), written(latest, no_last))
}

#[test]
fn every_expression_of_the_table_is_read_or_refused_as_it_says() {
    for row in rows(TABLE) {
        let text = row["expression"];
        let is_read = row["read"] == "yes";
        assert!(
            is_read == (row["valid"] == "yes") || !row["note"].is_empty(),
            "{text}: no reason is given"
        );
        match Edtf::parse(text) {
            Ok(edtf) => {
                assert!(is_read, "{text} is read");
                let expected = (row["earliest"].to_owned(), row["latest"].to_owned());
                assert_eq!(bounds(&edtf), expected, "{text}");
                assert_eq!(edtf.is_approximate(), row["approximate"] == "yes", "{text}");
                assert_eq!(edtf.is_uncertain(), row["uncertain"] == "yes", "{text}");
                assert_eq!(edtf.as_str(), text);
                assert_eq!(Edtf::parse_lenient(text), Ok(edtf), "{text}");
            }
            Err(reason) => assert!(!is_read, "{text}: {reason}"),
        }
    }
}

#[test]
fn the_examples_of_the_standard_are_all_read_but_for_years_that_are_too_far() {
    let examples: Vec<_> = rows(TABLE)
        .into_iter()
        .filter(|row| row["source"] == "LoC")
        .collect();
    let of_level = |level| examples.iter().filter(|row| row["level"] == level).count();
    assert_eq!([of_level("0"), of_level("1"), of_level("2")], [13, 24, 26]);
    for row in examples {
        if let Err(reason) = Edtf::parse(row["expression"]) {
            assert!(
                matches!(reason, EdtfError::Year { .. }),
                "{}: {reason}",
                row["expression"]
            );
        }
    }
}

#[test]
fn days_are_those_of_other_implementations_or_it_is_said_why_not() {
    let listed: BTreeSet<_> = rows(DIFFERENCES)
        .iter()
        .map(|row| {
            assert!(row["reason"].len() > 10, "{row:?}");
            (row["library"], row["expression"])
        })
        .collect();
    let mut compared = BTreeMap::new();
    let mut different = BTreeSet::new();
    for row in rows(ORACLE) {
        let (library, text) = (row["library"], row["expression"]);
        let Ok(edtf) = Edtf::parse(text) else { continue };
        if row["earliest"] == "refused" {
            continue;
        }
        *compared.entry(library).or_insert(0) += 1;
        if bounds(&edtf) != (row["earliest"].to_owned(), row["latest"].to_owned()) {
            different.insert((library, text));
        }
    }
    assert_eq!(different, listed);
    assert_eq!(compared, BTreeMap::from([("edtf.js", 159), ("python-edtf", 145)]));
}

#[test]
fn the_other_implementations_were_asked_about_the_whole_table() {
    let expressions: BTreeSet<_> = rows(TABLE).iter().map(|row| row["expression"]).collect();
    for library in ["python-edtf", "edtf.js"] {
        let asked: BTreeSet<_> = rows(ORACLE)
            .iter()
            .filter(|row| row["library"] == library)
            .map(|row| row["expression"])
            .collect();
        assert_eq!(asked, expressions, "{library}");
    }
}
