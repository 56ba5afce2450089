use jiff::civil::date;

use super::*;
use crate::case::{Author, Case};
use crate::exchange::picture::png;
use crate::model::when::Edtf;
use crate::model::{Change, Strike};

fn filled(folder: &Path) -> Reader {
    let path = folder.join("a.witness");
    let author = Author {
        person: "A".to_owned(),
        device: "d".to_owned(),
        device_name: "d".to_owned(),
    };
    let mut case = Case::create(&path, "Kyiv & <region>", author).unwrap();
    let strike = |title: &str, occurred: Option<&str>, reported: Option<&str>| {
        let edtf = |text: &str| Edtf::parse(text).unwrap();
        Change::Create(
            Strike {
                title: title.to_owned(),
                occurred: occurred.map(edtf),
                reported: reported.map(edtf),
                time_zone: Some("Europe/Kyiv".to_owned()),
                ..Strike::default()
            }
            .into(),
        )
    };
    let mut changes = vec![
        strike("Depot <\"&'>", Some("2024-08-18T05:30"), Some("2024-08-20")),
        strike("Міст", None, Some("2024-08-22")),
        strike("야간 공습", Some("2024-08-11/2024-08-13"), None),
        strike("Some day", Some("2024-08"), None),
    ];
    changes.extend((0..60).map(|number| strike(&format!("Impact {number}"), Some("2024-08-06"), None)));
    case.apply_all(changes).unwrap();
    case.close().unwrap();
    Reader::open(&path).unwrap()
}

fn texts(picture: &str) -> Vec<String> {
    let parsed = roxmltree::Document::parse(picture).unwrap();
    let texts = parsed.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .filter_map(|node| node.text().map(|text| text.trim().to_owned()))
        .collect()
}

#[test]
fn a_month_is_a_page_with_its_strikes_and_counts_those_that_have_no_room() {
    let folder = tempfile::tempdir().unwrap();
    let reader = filled(folder.path());
    let usual = CalendarFilter::default();
    let page = month(&reader, date(2024, 8, 18), &usual).unwrap();
    assert_eq!(
        page,
        month(&reader, date(2024, 8, 1), &usual).unwrap(),
        "the same bytes"
    );
    let said = texts(&page);
    let has = |text: &str| said.iter().any(|said| said == text);
    assert!(has("August 2024") && has("Kyiv & <region>"), "{said:?}");
    assert!(
        has("05:30 Depot <\"&'>") && has("Міст") && has("야간 공습"),
        "{said:?}"
    );
    assert!(said.iter().any(|said| said.starts_with("64 strikes")), "{said:?}");
    let shown = said.iter().filter(|said| said.starts_with("Impact")).count();
    let more: usize = said
        .iter()
        .filter_map(|said| said.strip_prefix('+')?.split(' ').next()?.parse::<usize>().ok())
        .sum();
    // The strike of some day in August may lie on the crowded day too.
    assert!(
        shown > 2 && (60..=61).contains(&(shown + more)),
        "{shown} and {more}"
    );
    png(&page, 1.0).unwrap();

    let reports = CalendarFilter {
        observed: false,
        reports: Reports::All,
        tags: Vec::new(),
    };
    let said = texts(&month(&reader, date(2024, 8, 1), &reports).unwrap());
    assert!(
        said.iter().any(|said| said == "Depot <\"&'>"),
        "without the hour of the strike: {said:?}"
    );
    assert!(!said.iter().any(|said| said.starts_with("Impact")));
}

#[test]
fn a_year_is_a_page_of_twelve_months() {
    let folder = tempfile::tempdir().unwrap();
    let reader = filled(folder.path());
    let page = year(&reader, 2024, &CalendarFilter::default()).unwrap();
    let said = texts(&page);
    assert!(
        said.iter().any(|said| said == "61"),
        "60 and the one of some day: {said:?}"
    );
    assert!(said.iter().any(|said| said == "64 strikes"), "{said:?}");
    png(&page, 1.0).unwrap();
}

#[test]
fn pages_have_files_of_their_own() {
    let file = |name: &str| page_file(Path::new(name), date(2024, 8, 18));
    assert_eq!(file("a/out.svg"), Path::new("a/out-2024-08.svg"));
    assert_eq!(file("out"), Path::new("out-2024-08"));
}
