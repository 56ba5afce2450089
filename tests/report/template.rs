//! Templates of reports: what they change, what they can't, and that a report says which one it was made with.

use std::fs;

use tempfile::TempDir;
use witnessmark::case::sha256;
use witnessmark::model::record::CaseInfo;
use witnessmark::model::{Change, Strike};

use super::common::evidence::Evidence;
use super::{ok, run, said};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\"><rect width=\"60\" height=\"20\" fill=\"#7a0019\"/></svg>";

const TEMPLATE: &str = r##"version = 1
[organisation]
name = "Office of Remnants"
logo = "logo.svg"
[page]
font_size = 12
margin_left = 40
[colours]
accent = "#7a0019"
[lines]
header = "{title} of {organisation}"
footer = "Page of the file kept by {organisation}"
[chapters]
order = ["method", "strikes"]
[text.en]
title_page = """
Prepared for the court.

Second paragraph."""
disclaimer = "Read with care."
"##;

/// A case with a caveat and a strike, and a template beside it.
fn case(template: &str) -> TempDir {
    let mut evidence = Evidence::new();
    let before = evidence.reader().info().unwrap();
    let after = CaseInfo {
        handling: Some("OFFICIAL".to_owned()),
        organisation: Some("Field team".to_owned()),
        ..before.clone()
    };
    evidence.apply(Change::edit(&before, &after).unwrap());
    let strike = Strike {
        title: "Depot".to_owned(),
        ..Strike::default()
    };
    evidence.apply(Change::Create(strike.into()));
    let Evidence { folder, case, .. } = evidence;
    drop(case);
    fs::create_dir(folder.path().join("house")).unwrap();
    fs::write(folder.path().join("house/template.toml"), template).unwrap();
    fs::write(folder.path().join("house/logo.svg"), LOGO).unwrap();
    folder
}

#[test]
fn a_template_says_how_a_report_looks_what_it_has_and_what_is_said_in_it() {
    let home = case(TEMPLATE);
    let args = ["report", "case.witness", "--template", "house"];
    ok(
        &home,
        &[&args[..], &["--format", "html", "--out", "r.html"]].concat(),
    );
    let html = fs::read_to_string(home.path().join("r.html")).unwrap();
    for expected in [
        "Office of Remnants",
        "--accent:#7a0019",
        "--scale:1.2",
        "22mm 22mm 40mm",
        "data:image/png;base64,",
        "<p dir=\"auto\">Prepared for the court.</p>",
        "<p dir=\"auto\">Second paragraph.</p>",
        "Read with care.",
        "Page of the file kept by Office of Remnants",
        // What it was made with, and what it leaves out.
        &sha256(TEMPLATE.as_bytes()).to_string(),
        &sha256(LOGO.as_bytes()).to_string(),
        "Chapters that it leaves out",
        "Summary, When and where, Production to use",
        "limits of the report is the template’s",
    ] {
        assert!(html.contains(expected), "{expected}");
    }
    for gone in [
        "Field team",
        "proves neither",
        "<h2>Sources</h2>",
        "<h2>Photos</h2>",
    ] {
        assert!(!html.contains(gone), "{gone}");
    }
    assert!(html.find("<h2>Method</h2>").unwrap() < html.find("<h2>Strikes</h2>").unwrap());
}

#[test]
fn the_same_template_gives_the_same_bytes_and_the_caveat_stands_above_every_page() {
    let home = case(TEMPLATE);
    for out in ["one.pdf", "other.pdf"] {
        ok(
            &home,
            &["report", "case.witness", "--template", "house", "--out", out],
        );
    }
    let [one, other] = ["one.pdf", "other.pdf"].map(|name| fs::read(home.path().join(name)).unwrap());
    assert!(one == other);
    for page in ["2", "3"] {
        let args = ["-f", page, "-l", page, "-raw", "one.pdf", "-"];
        if let Some(text) = said("pdftotext", &args, home.path()) {
            assert!(
                text.contains("OFFICIAL · Evidence of Office of Remnants"),
                "{text}"
            );
            assert!(
                text.contains("Page of the file kept by Office of Remnants"),
                "{text}"
            );
        }
    }
    if let Some(pictures) = said("pdfimages", &["-list", "-l", "1", "one.pdf"], home.path()) {
        assert!(pictures.lines().count() > 2, "no logo: {pictures}");
    }
}

#[test]
fn a_text_of_another_language_is_not_used() {
    let home = case(TEMPLATE);
    ok(
        &home,
        &[
            "report",
            "case.witness",
            "--template",
            "house",
            "--language",
            "uk",
            "--format",
            "html",
            "--out",
            "r.html",
        ],
    );
    let html = fs::read_to_string(home.path().join("r.html")).unwrap();
    assert!(!html.contains("Read with care.") && html.contains("Він не доводить"));
}

#[test]
fn a_template_that_is_wrong_is_refused_with_file_key_and_reason_and_no_report_is_written() {
    for (from, to, key) in [
        ("font_size = 12", "font_size = 40", "page.font_size"),
        ("\"#7a0019\"\n", "\"#7a001\"\n", "colours.accent"),
        ("\"method\", ", "", "chapters.order"),
        ("{title}", "{name}", "lines.header"),
        (
            "logo = \"logo.svg\"",
            "logo = \"template.toml\"",
            "organisation.logo",
        ),
        ("logo = \"logo.svg\"", "logo = \"none.png\"", "none.png"),
        ("[text.en]", "[text.xx]", "text.xx"),
        ("disclaimer =", "disclaimers =", "text.en.disclaimers"),
    ] {
        assert!(TEMPLATE.contains(from), "{from}");
        let home = case(&TEMPLATE.replacen(from, to, 1));
        let args = ["report", "case.witness", "--template", "house", "--out", "r.pdf"];
        let output = run(&home, &args);
        assert_eq!(output.status.code(), Some(1), "{to}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(key) && told.contains("house"), "{key}: {told}");
        assert!(!home.path().join("r.pdf").exists());
    }
}

#[test]
fn a_template_to_begin_with_changes_nothing_but_what_the_method_says_and_replaces_no_file() {
    let home = case("");
    ok(&home, &["report", "--write-template", "mine/first"]);
    let file = home.path().join("mine/first/template.toml");
    let written = fs::read_to_string(&file).unwrap();
    for (out, template) in [("with.html", true), ("without.html", false)] {
        let mut args = vec!["report", "case.witness", "--format", "html", "--out", out];
        if template {
            args.extend(["--template", "mine/first"]);
        }
        ok(&home, &args);
    }
    let [with, without] =
        ["with.html", "without.html"].map(|name| fs::read_to_string(home.path().join(name)).unwrap());
    let (before, after) = with
        .split_once("<p dir=\"auto\">This report was made with a template")
        .unwrap();
    let after = after.split_once("</dl>\n").unwrap().1;
    assert_eq!(format!("{before}{after}"), without);

    fs::write(&file, "version = 1 # mine").unwrap();
    let output = run(&home, &["report", "--write-template", "mine/first"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("template.toml"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "version = 1 # mine");
    assert!(written.contains("[chapters]"));
}
