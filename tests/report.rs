//! Reports, written by the command and read by others' programs.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn run(home: &TempDir, args: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .args(args)
        .env("HOME", home.path())
        .env("LC_ALL", "C")
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .current_dir(home.path())
        .output()
        .unwrap()
}

fn ok(home: &TempDir, args: &[&str]) {
    let output = run(home, args);
    assert!(output.status.success(), "{args:?}: {output:?}");
}

fn demonstration() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    ok(&home, &["demo", "--no-window", "--case", "demo.witness"]);
    home
}

/// What a tool of poppler-utils says of a file; `None`, with a word, where the tool is not installed.
fn said(tool: &str, args: &[&str], folder: &Path) -> Option<String> {
    match Command::new(tool).args(args).current_dir(folder).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) => {
            eprintln!("skipped: {tool} is not installed ({error})");
            None
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes_in_either_form() {
    let home = demonstration();
    for format in ["pdf", "html"] {
        let files = ["one", "other"].map(|name| format!("{name}.{format}"));
        for file in &files {
            ok(
                &home,
                &["report", "demo.witness", "--format", format, "--out", file],
            );
        }
        let [one, other] = files.map(|file| std::fs::read(home.path().join(file)).unwrap());
        assert!(!one.is_empty());
        assert!(one == other, "{format}");
    }
}

#[test]
fn a_pdf_says_what_the_case_says_with_faces_of_its_own() {
    let home = demonstration();
    ok(&home, &["report", "demo.witness", "--out", "report.pdf"]);
    if let Some(text) = said("pdftotext", &["-layout", "report.pdf", "-"], home.path()) {
        for expected in ["113", "Contents", "SHA-256", "Juche"] {
            assert!(text.contains(expected), "{expected}");
        }
    }
    if let Some(fonts) = said("pdffonts", &["report.pdf"], home.path()) {
        let faces: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!faces.is_empty());
        for face in faces {
            assert!(face.contains("yes yes yes"), "{face}");
        }
    }
}

#[test]
fn an_html_report_needs_nothing_beside_it() {
    let home = demonstration();
    ok(
        &home,
        &[
            "report",
            "demo.witness",
            "--format",
            "html",
            "--out",
            "report.html",
        ],
    );
    let html = std::fs::read_to_string(home.path().join("report.html")).unwrap();
    assert!(html.contains("data:image/jpeg;base64,"));
    for foreign in ["src=\"http", "href=\"http", "<script", "<link", "@import", "url("] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}

#[test]
fn a_record_that_is_not_there_is_refused_and_no_file_is_left() {
    let home = demonstration();
    let output = run(
        &home,
        &[
            "report",
            "demo.witness",
            "--of",
            "strike",
            "none",
            "--out",
            "report.pdf",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("none"));
    assert!(!home.path().join("report.pdf").exists());
    assert!(!home.path().join("report.pdf.part").exists());
}
