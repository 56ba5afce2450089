//! The commands, run as a script would run them.

mod common;

use std::path::Path;
use std::process::Output;

use common::{manifest, photo_folders};
use serde_json::Value;
use tempfile::TempDir;

/// Runs the program with a home of its own and no screen.
fn run(home: &TempDir, args: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .args(args)
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn ok(home: &TempDir, args: &[&str]) -> String {
    let output = run(home, args);
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(output: &[u8]) -> Value {
    serde_json::from_slice(output)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(output)))
}

fn home() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn path(home: &TempDir, name: &str) -> String {
    home.path().join(name).to_str().unwrap().to_owned()
}

/// A case with the photos of a folder, and the import's report.
fn imported(home: &TempDir, folder: &Path) -> (String, Value, i32) {
    let case = path(home, "case.witness");
    ok(home, &["new", &case, "--title", "Photos"]);
    // Only the photos: the manifest and the licences beside them are no pictures.
    let files: Vec<String> = manifest(folder)
        .iter()
        .map(|row| folder.join(&row["file"]).to_str().unwrap().to_owned())
        .collect();
    let mut args = vec!["import", &case, "--json"];
    args.extend(files.iter().map(String::as_str));
    let output = run(home, &args);
    (case, json(&output.stdout), output.status.code().unwrap())
}

fn close(value: &Value, expected: &str, within: f64) -> bool {
    let expected: f64 = expected.parse().unwrap();
    value
        .as_f64()
        .is_some_and(|value| (value - expected).abs() <= within)
}

/// EXIF's `2024:08:18 03:40:01` as ISO 8601 without a zone.
fn iso(exif: &str) -> Option<String> {
    let (date, time) = exif.trim().split_once(' ')?;
    let date = date.replace(':', "-");
    let parsed: jiff::civil::DateTime = format!("{date}T{time}").parse().ok()?;
    Some(parsed.to_string())
}

/// What differs between a photo's record and its row in the manifest.
fn differences(photo: &Value, row: &common::Row) -> Vec<String> {
    let text = |name: &str| photo[name].as_str().unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    let mut expect = |what: &str, good: bool| {
        if !good {
            wrong.push(format!("{}: {what}: {photo} {row:?}", row["file"]));
        }
    };
    expect("sha256", text("sha256") == row["sha256"]);
    expect("bytes", photo["byte_size"].to_string() == row["bytes"]);
    if !row["display_w"].is_empty() {
        let size = format!("{} {}", photo["width"], photo["height"]);
        expect(
            "size",
            size == format!("{} {}", row["display_w"], row["display_h"]),
        );
    }
    if row["decodes"] == "yes" {
        expect("decodes", photo["undecodable"].is_null());
    }
    match iso(&row["date_time_original"]) {
        Some(date) => {
            let captured = text("captured");
            let (whole, fraction) = captured.split_once('.').unwrap_or((&captured, ""));
            expect("captured", whole == date);
            let subsec = row["subsec"].trim_end_matches('0');
            expect("fraction", fraction == subsec);
            expect("offset", text("captured_offset") == row["offset_time_original"]);
            expect("origin", text("captured_origin") == "DateTimeOriginal");
        }
        None if row["xmp_iptc_date"].is_empty() && iso(&row["create_date"]).is_none() => {
            expect("captured is unknown", photo["captured"].is_null());
        }
        None => {}
    }
    if row["gps_lat"].is_empty() {
        expect(
            "no position",
            photo["latitude"].is_null() && photo["longitude"].is_null(),
        );
    } else {
        expect("latitude", close(&photo["latitude"], &row["gps_lat"], 0.00002));
        expect("longitude", close(&photo["longitude"], &row["gps_lon"], 0.00002));
    }
    if !row["gps_alt"].is_empty() {
        expect("altitude", close(&photo["altitude_m"], &row["gps_alt"], 0.1));
    }
    if let Some(time) = iso(&row["gps_datetime_utc"]) {
        expect("satellite time", text("gps_time") == format!("{time}Z"));
    }
    expect("make", text("camera_make") == row["make"]);
    expect("model", text("camera_model") == row["model"]);
    if !row["orientation"].is_empty() {
        expect(
            "orientation",
            photo["orientation"].to_string() == row["orientation"],
        );
    }
    wrong
}

#[test]
fn every_photo_comes_in_with_its_metadata_and_out_byte_for_byte() {
    for folder in photo_folders() {
        let home = home();
        let rows = manifest(&folder);
        let (case, report, code) = imported(&home, &folder);
        assert_eq!(report["refused"], Value::Array(Vec::new()), "{report}");
        assert_eq!(code, 0);
        assert_eq!(report["added"].as_array().unwrap().len(), rows.len());

        let photos = json(ok(&home, &["list", &case, "photos", "--json"]).as_bytes());
        let photos = photos.as_array().unwrap();
        let mut wrong = Vec::new();
        for row in &rows {
            let photo = photos
                .iter()
                .find(|photo| photo["file_name"] == row["file"].as_str())
                .unwrap();
            wrong.extend(differences(photo, row));
            let out = path(&home, "out.bin");
            ok(&home, &["extract", &case, photo["id"].as_str().unwrap(), &out]);
            let bytes = std::fs::read(&out).unwrap();
            assert_eq!(bytes, std::fs::read(folder.join(&row["file"])).unwrap());
            assert_eq!(witnessmark::case::sha256(&bytes).to_string(), row["sha256"]);
            std::fs::remove_file(&out).unwrap();
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        ok(&home, &["verify", &case]);
    }
}

#[test]
fn what_is_no_picture_is_refused_by_name_and_the_rest_goes_on() {
    let home = home();
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/mushroom.jpg");
    let bad = path(&home, "notes.jpg");
    std::fs::write(&bad, "these are words").unwrap();
    let missing = path(&home, "missing.jpg");
    let args = ["import", &case, &bad, &missing, good.to_str().unwrap(), "--json"];
    let output = run(&home, &args);
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output.stdout);
    assert_eq!(report["added"].as_array().unwrap().len(), 1);
    assert_eq!(report["refused"].as_array().unwrap().len(), 2);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("notes.jpg") && said.contains("missing.jpg"),
        "{said}"
    );
}

#[test]
fn the_same_bytes_are_one_photo_and_the_person_is_told() {
    let home = home();
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/mushroom.jpg");
    let copy = path(&home, "copy.jpg");
    std::fs::copy(&photo, &copy).unwrap();
    let args = ["import", &case, photo.to_str().unwrap(), &copy, "--json"];
    let report = json(ok(&home, &args).as_bytes());
    assert_eq!(report["added"].as_array().unwrap().len(), 1);
    assert_eq!(report["known"].as_array().unwrap().len(), 1);
    let again = ok(&home, &["import", &case, &copy]);
    assert!(again.contains("0 added, 1 known already"), "{again}");
}

#[test]
fn extract_never_overwrites() {
    let home = home();
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/mushroom.jpg");
    ok(&home, &["import", &case, photo.to_str().unwrap()]);
    let out = path(&home, "evidence.jpg");
    std::fs::write(&out, "something else").unwrap();
    let output = run(&home, &["extract", &case, "mushroom.jpg", &out]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(std::fs::read(&out).unwrap(), b"something else");
}

#[test]
fn without_a_screen_the_window_says_so_in_one_line_and_exits_with_2() {
    let home = home();
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    let shots = path(&home, "shots");
    for args in [
        vec![],
        vec![case.as_str()],
        vec!["screenshots", &case, &shots],
        vec!["demo"],
    ] {
        let output = run(&home, &args);
        assert_eq!(output.status.code(), Some(2), "{args:?} {output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("xvfb-run"), "{said}");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_a_refusal_with_1() {
    let home = home();
    assert_eq!(run(&home, &["frobnicate", "x", "y"]).status.code(), Some(2));
    assert_eq!(run(&home, &["list"]).status.code(), Some(2));
    let missing = path(&home, "missing.witness");
    assert_eq!(run(&home, &["list", &missing, "photos"]).status.code(), Some(1));
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    assert_eq!(run(&home, &["new", &case]).status.code(), Some(1));
    assert_eq!(run(&home, &["calendar", &case, "2024-13"]).status.code(), Some(2));
}
