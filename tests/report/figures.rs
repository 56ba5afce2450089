//! The figures of a report: what they show, what they say is not in them, and that they can be read in print.

use tempfile::TempDir;
use witnessmark::model::{Change, Strike, Weapon};

use super::common::evidence::Evidence;
use super::{ok, said};

/// A case with two strikes that have a place and a day, and one that has neither.
fn places() -> (TempDir, Vec<String>) {
    let mut evidence = Evidence::new();
    let mut ids = Vec::new();
    for (title, at, day) in [
        ("Depot north of Kyiv", Some((50.6, 30.5)), Some("2024-08-18")),
        ("Bridge in Odesa", Some((46.48, 30.73)), Some("2024-07-30")),
        ("Somewhere", None, None),
    ] {
        let strike = Strike {
            title: title.to_owned(),
            latitude: at.map(|(latitude, _)| latitude),
            longitude: at.map(|(_, longitude)| longitude),
            radius_m: at.map(|_| 2000.0),
            occurred: day.map(|day| day.parse().unwrap()),
            ..Strike::default()
        };
        ids.push(strike.id.to_string());
        evidence.apply(Change::Create(strike.into()));
    }
    let Evidence { folder, case, .. } = evidence;
    drop(case);
    (folder, ids)
}

#[test]
fn the_figures_say_when_and_where_and_what_is_not_in_them() {
    let (home, _) = places();
    ok(&home, &["report", "case.witness", "--out", "report.pdf"]);
    if let Some(text) = said("pdftotext", &["-raw", "report.pdf", "-"], home.path()) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for expected in [
            // The words of the drawings are text.
            "Used, 18 Aug 2024",
            "Used, 30 Jul 2024",
            "Ukraine",
            "Figure 1.",
            "One row has no date and is empty.",
            "Figure 2. The 2 strikes with a place.",
            "One strike of this report has no place and is not on the map.",
            "Natural Earth",
        ] {
            assert!(text.contains(expected), "{expected} is not in:\n{text}");
        }
    }
    if let Some(pictures) = said("pdfimages", &["-list", "report.pdf"], home.path()) {
        assert_eq!(pictures.lines().count(), 2, "drawings are no pixels: {pictures}");
    }
}

#[test]
fn every_word_of_a_figure_is_seven_points_high_in_print() {
    let (home, _) = places();
    let args = ["report", "case.witness", "--format", "html", "--out", "r.html"];
    ok(&home, &args);
    let html = std::fs::read_to_string(home.path().join("r.html")).unwrap();
    let figures: Vec<&str> = html.split("<svg ").skip(1).collect();
    assert_eq!(figures.len(), 2);
    for figure in figures {
        let drawing = figure.split("</svg>").next().unwrap();
        // As wide as the text of a page of A4, in seven tenths of a point.
        assert!(drawing.contains("width=\"672\""), "{}", &drawing[..300]);
        for size in drawing.split("font-size=\"").skip(1) {
            let size: f64 = size.split('"').next().unwrap().parse().unwrap();
            assert!(size * 0.7 >= 7.0, "{size}");
        }
    }
}

#[test]
fn the_figures_are_of_what_the_report_is_of() {
    let (home, ids) = places();
    let args = ["--of", "strike", &ids[1], "--format", "html", "--out", "r.html"];
    ok(&home, &[&["report", "case.witness"], &args[..]].concat());
    let html = std::fs::read_to_string(home.path().join("r.html")).unwrap();
    assert!(html.contains("Bridge in Odesa") && html.contains("The strike with a place."));
    assert!(!html.contains("Depot north of Kyiv") && !html.contains("Somewhere"));
    // Of one without a place and without a day there is nothing to draw.
    let args = [
        "--of",
        "strike",
        &ids[2],
        "--format",
        "html",
        "--out",
        "none.html",
    ];
    ok(&home, &[&["report", "case.witness"], &args[..]].concat());
    let html = std::fs::read_to_string(home.path().join("none.html")).unwrap();
    assert!(html.contains("Somewhere") && !html.contains("<svg"));
}

#[test]
fn what_marks_link_is_drawn_only_where_they_link_something() {
    let mut evidence = Evidence::new();
    for (title, mark) in [("First missile", "SN 4471"), ("Second missile", "SN 4471")] {
        let strike = Strike {
            title: format!("Strike of the {}", title.to_lowercase()),
            ..Strike::default()
        };
        let id = strike.id;
        evidence.apply(Change::Create(strike.into()));
        evidence.weapon(Weapon {
            title: title.to_owned(),
            strike: Some(id),
            ..Weapon::default()
        });
        let piece = evidence.component("Board");
        evidence.mark(Some(piece), Some(mark));
    }
    let weapons: Vec<Weapon> = evidence.reader().all().unwrap();
    let one = weapons[0].id.to_string();
    let Evidence { folder, case, .. } = evidence;
    drop(case);
    ok(&folder, &["report", "case.witness", "--out", "all.pdf"]);
    ok(
        &folder,
        &[
            "report",
            "case.witness",
            "--of",
            "weapon",
            &one,
            "--out",
            "one.pdf",
        ],
    );
    if let Some(text) = said("pdftotext", &["-raw", "all.pdf", "-"], folder.path()) {
        for expected in [
            "What marks link",
            "on 2 weapons",
            "never that weapons are the same",
        ] {
            assert!(text.contains(expected), "{expected} is not in:\n{text}");
        }
    }
    if let Some(text) = said("pdftotext", &["-raw", "one.pdf", "-"], folder.path()) {
        assert!(!text.contains("What marks link"), "{text}");
    }
}
