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
        .env("LC_ALL", "C")
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
    expect("bytes", photo["byte_size"].as_u64() == row["bytes"].parse().ok());
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
            // What the file does not state may be told by the satellites' time.
            if text("captured_offset_origin") != "GPSTimeStamp" {
                expect("offset", text("captured_offset") == row["offset_time_original"]);
            }
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
            photo["orientation"].as_u64() == row["orientation"].parse().ok(),
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
fn extract_leaves_no_file_when_the_original_was_changed() {
    let home = home();
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/mushroom.jpg");
    ok(&home, &["import", &case, photo.to_str().unwrap()]);
    // The last bytes of the photo, where no page of the file has its header.
    let bytes = std::fs::read(&photo).unwrap();
    let tail = &bytes[bytes.len() - 400..];
    let mut whole = std::fs::read(&case).unwrap();
    let at = memchr::memmem::find(&whole, tail).unwrap();
    whole[at + 200] ^= 1;
    std::fs::write(&case, whole).unwrap();
    let out = path(&home, "evidence.jpg");
    let output = run(&home, &["extract", &case, "mushroom.jpg", &out]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("mushroom.jpg") && told.contains("SHA-256"),
        "{told}"
    );
    assert!(!Path::new(&out).exists());
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

/// The demonstration case, as every command sees it.
#[test]
fn the_whole_job_is_seen_through_the_commands() {
    let home = home();
    let case = path(&home, "demonstration.witness");
    ok(&home, &["demo", "--case", &case, "--no-window"]);
    let list = |kind: &str| json(ok(&home, &["list", &case, kind, "--json"]).as_bytes());

    let strikes = list("strikes");
    assert_eq!(strikes.as_array().unwrap().len(), 4);
    let markings = list("markings");
    let marking = &markings[0];
    assert_eq!(marking["text"], "113");
    assert_eq!(marking["accepted"], "juche");
    assert_eq!(marking["earliest"], "2024-01-01");

    let shown = json(ok(&home, &["show", &case, marking["id"].as_str().unwrap(), "--json"]).as_bytes());
    let finding = &shown["findings"][0];
    assert_eq!(finding["production_latest"], "2024-08-18");
    assert_eq!(
        (finding["days_min"].as_i64(), finding["days_max"].as_i64()),
        (Some(0), Some(230))
    );
    assert_eq!(shown["transcriptions"][0]["text"], "113");
    assert!(shown["regions"][0]["width"].as_u64().unwrap() > 0);

    let month = json(ok(&home, &["calendar", &case, "2024-08", "--json"]).as_bytes());
    let days: Vec<&str> = month["strikes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|strike| strike["first"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2024-08-05", "2024-08-06", "2024-08-18"]);
    assert!(
        month["strikes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|strike| strike["basis"] == "reported_on")
    );
    assert_eq!(month["strikes"][2]["findings"], 2);
    let year = json(ok(&home, &["calendar", &case, "2024", "--json"]).as_bytes());
    assert_eq!(year["days"].as_array().unwrap().len(), 4);
    let tagged = ["calendar", &case, "2024", "--tag", "no such tag", "--json"];
    assert_eq!(
        json(ok(&home, &tagged).as_bytes())["days"]
            .as_array()
            .unwrap()
            .len(),
        0
    );

    let hits = json(ok(&home, &["search", &case, "1?3", "--json"]).as_bytes());
    let marks = hits
        .as_array()
        .unwrap()
        .iter()
        .filter(|hit| hit["part"] == "transcription");
    assert_eq!(marks.count(), 2);

    let csv = ok(&home, &["list", &case, "components", "--csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert!(reader.headers().unwrap().iter().any(|name| name == "kind"));
    assert_eq!(reader.records().count(), 2);
    ok(&home, &["verify", &case, "--json"]);
}

#[test]
fn a_mark_is_read_with_its_rivals() {
    let home = home();
    let read = [
        "read",
        "113",
        "--origin",
        "KP",
        "--object",
        "jet_vane_actuator",
        "--strike",
        "2024-08-18",
    ];
    let output = json(ok(&home, &[&read[..], &["--now", "2024-09-11", "--json"]].concat()).as_bytes());
    let readings = output["readings"].as_array().unwrap();
    assert_eq!(
        (readings[0]["system"].as_str(), readings[0]["grade"].as_str()),
        (Some("juche"), Some("B"))
    );
    assert_eq!(readings[0]["clipped"]["latest"], "2024-08-18");
    assert!(readings.iter().any(|reading| reading["system"] == "roc"));
    assert!(!readings[0]["citations"].as_array().unwrap().is_empty());
    let wrong = run(&home, &["read", "11{3"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn verify_names_what_is_wrong_and_exits_with_1() {
    let home = home();
    let case = path(&home, "case.witness");
    ok(&home, &["new", &case]);
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/mushroom.jpg");
    ok(&home, &["import", &case, photo.to_str().unwrap()]);
    rusqlite::Connection::open(&case)
        .unwrap()
        .execute_batch("UPDATE photo SET captured = '2020-01-01T00:00:00'")
        .unwrap();
    let output = run(&home, &["verify", &case, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let verdict = json(&output.stdout);
    assert_eq!(verdict["problems"].as_array().unwrap().len(), 1);
    assert_eq!(verdict["problems"][0]["part"], "row");
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("changed by other means")
    );
}

#[test]
fn a_position_is_shown_in_all_notations_and_told_from_towns_and_places_of_a_case() {
    let home = home();
    let shown = ok(&home, &["where", "36U UA 24 91"]);
    for part in ["MGRS", "36U UA 24 91", "710 m", "of Kyiv"] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    let place = json(ok(&home, &["where", "-33.8568, 151.2153", "--json"]).as_bytes());
    assert_eq!(place["formats"]["mgrs"], "56H LH 3490 5228");
    assert_eq!(place["near"][0]["country"], "Australia");

    let sector = json(ok(&home, &["where", "north of Kyiv", "--json"]).as_bytes());
    assert_eq!(sector["told_from"]["distance_is_assumed"], true);
    assert!(
        sector["radius_m"].as_f64().unwrap() > 30_000.0,
        "a sector, not a point: {sector}"
    );

    for (text, reason) in [
        ("50,45", "can be read as"),
        ("130.5, 50.4", "Did you mean 50.4, 130.5?"),
        ("https://maps.app.goo.gl/abc", "short link"),
        ("5 km N of the old crater", "is known"),
    ] {
        let output = run(&home, &["where", text]);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(reason), "{text}: {said}");
    }
}
