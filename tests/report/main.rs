//! Reports, written by the command and read by others' programs.

#[path = "../common/mod.rs"]
mod common;
mod figures;
mod template;

use std::fs::File;
use std::path::Path;
use std::process::{Command, Output};
use std::time::SystemTime;

use common::evidence::Evidence;
use tempfile::TempDir;
use witnessmark::model::{Change, Strike, Weapon};

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

/// The demonstration case, in a folder of the test's own. It is made once for all tests, which may run in processes of their
/// own, and anew with each build of the program: to make it takes longer than any report.
fn demonstration() -> TempDir {
    let program = Path::new(env!("CARGO_BIN_EXE_witnessmark"));
    let built = program.metadata().unwrap().modified().unwrap();
    let built = built.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let made = folder.join(format!("report-demo-{built}.witness"));
    let lock = File::create(folder.join("report-demo.lock")).unwrap();
    lock.lock().unwrap();
    let home = tempfile::tempdir_in(folder).unwrap();
    if !made.exists() {
        for old in std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if old
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("report-demo-"))
            {
                std::fs::remove_file(old).unwrap();
            }
        }
        ok(&home, &["demo", "--no-window", "--case", "demo.witness"]);
        std::fs::rename(home.path().join("demo.witness"), &made).unwrap();
    }
    std::fs::copy(&made, home.path().join("demo.witness")).unwrap();
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
    // A drawing names its own parts.
    let html = html.replace("url(#", "");
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

#[test]
fn a_file_that_is_there_is_not_replaced_and_least_of_all_the_case() {
    let home = demonstration();
    let before = std::fs::read(home.path().join("demo.witness")).unwrap();
    let output = run(&home, &["report", "demo.witness", "--out", "demo.witness"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("demo.witness"));
    assert!(std::fs::read(home.path().join("demo.witness")).unwrap() == before);
}

/// What a person wrote in four scripts, one of them from right to left with its own digits.
const SCRIPTS: [&str; 4] = [
    "Удар по складу в Києві, під’їзд №5",
    "조선민주주의인민공화국 112년",
    "تاریخ ساخت ۱۲۳۴ فارسی",
    "<b onclick=\"x\">&amp; 'Depot'</b>",
];

/// A case with a strike, a component and a mark for each of the scripts.
fn scripts() -> TempDir {
    let mut evidence = Evidence::new();
    evidence.weapon(Weapon {
        title: "Shahed شاهد".to_owned(),
        ..Weapon::default()
    });
    for text in SCRIPTS {
        let strike = Strike {
            title: text.to_owned(),
            notes: format!("{text} (A 12) {text}"),
            ..Strike::default()
        };
        evidence.apply(Change::Create(strike.into()));
        let piece = evidence.component(text);
        evidence.mark(Some(piece), Some(text));
    }
    let Evidence { folder, case, .. } = evidence;
    drop(case);
    folder
}

#[test]
fn every_script_is_in_the_pdf_in_its_logical_order() {
    let home = scripts();
    ok(&home, &["report", "case.witness", "--out", "report.pdf"]);
    if let Some(text) = said("pdftotext", &["-raw", "report.pdf", "-"], home.path()) {
        // Marks of direction that pdftotext adds.
        let text: String = text
            .chars()
            .filter(|one| !matches!(one, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
            .collect();
        for word in SCRIPTS.iter().flat_map(|script| script.split(' ')) {
            assert!(text.contains(word), "{word} is not in:\n{text}");
        }
        assert!(!text.contains("[U+"), "{text}");
    }
}

#[test]
fn an_html_report_quotes_what_was_typed_and_runs_none_of_it() {
    let home = scripts();
    ok(
        &home,
        &[
            "report",
            "case.witness",
            "--format",
            "html",
            "--out",
            "r.html",
            "--language",
            "uk",
        ],
    );
    let html = std::fs::read_to_string(home.path().join("r.html")).unwrap();
    assert!(html.contains("<html lang=\"uk\">") && html.contains("Зміст"));
    assert!(!html.contains("<b onclick"));
    assert!(html.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;amp;"));
    for script in &SCRIPTS[..3] {
        assert!(html.contains(script), "{script}");
    }
}

#[test]
fn the_size_and_the_records_are_those_that_were_asked_for() {
    let home = demonstration();
    let listed = run(&home, &["list", "demo.witness", "strikes", "--json"]).stdout;
    let listed: serde_json::Value = serde_json::from_slice(&listed).unwrap();
    let strike = listed[0]["id"].as_str().unwrap();
    let args = [
        "report",
        "demo.witness",
        "--of",
        "strike",
        strike,
        "--size",
        "letter",
        "--out",
        "r.pdf",
        "--json",
    ];
    let output = run(&home, &args);
    assert!(output.status.success(), "{output:?}");
    let written: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(written["markings"], 0);
    assert_eq!(
        written["bytes"],
        std::fs::metadata(home.path().join("r.pdf")).unwrap().len()
    );
    if let Some(info) = said("pdfinfo", &["r.pdf"], home.path()) {
        assert!(info.contains("612 x 792"), "{info}");
        assert!(
            info.contains(&format!("Pages:           {}", written["pages"])),
            "{info}"
        );
    }
}
