//! The commands that are about many photos: provenance of a set, placing by a track, going on with an import.

use std::process::Output;

use tempfile::TempDir;
use witnessmark::case::Reader;
use witnessmark::model::{Photo, PhotoSet};

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

#[test]
fn a_set_is_imported_with_its_provenance_and_its_photos_are_placed_by_a_track() {
    let home = tempfile::tempdir().unwrap();
    let case = home.path().join("case.witness");
    let case = case.to_str().unwrap();
    ok(&home, &["new", case]);
    // It has a time of capture (2008-03-02 12:01:23), and neither an offset nor a position.
    let photo = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos/Pentax.jpg");
    ok(
        &home,
        &[
            "import",
            case,
            photo,
            "--title",
            "Field trip",
            "--taken-by",
            "O. Tester",
            "--given-by",
            "Station 7",
            "--received",
            "2024-08-2X",
            "--licence",
            "CC BY 4.0",
        ],
    );
    let reader = || Reader::open(std::path::Path::new(case)).unwrap();
    let set = &reader().all::<PhotoSet>().unwrap()[0];
    assert_eq!(set.title, "Field trip");
    assert_eq!(set.given_by.as_deref(), Some("Station 7"));
    assert_eq!(
        set.received
            .as_ref()
            .map(|date| date.as_str().to_owned())
            .as_deref(),
        Some("2024-08-2X")
    );

    let before = reader().all::<Photo>().unwrap().remove(0);
    assert_eq!(before.position(), None);
    let taken = before.taken().unwrap();
    let gpx = |minutes: &str| {
        let day = &taken[..10];
        format!(
            r#"<gpx version="1.1"><trk><trkseg>
            <trkpt lat="50.0" lon="30.0"><time>{day}T10:{minutes}:00Z</time></trkpt>
            <trkpt lat="50.1" lon="30.1"><time>{day}T10:59:00Z</time></trkpt>
            </trkseg></trk></gpx>"#
        )
    };
    let minutes = &taken[14..16];
    let track = home.path().join("walk.gpx");
    std::fs::write(&track, gpx(minutes)).unwrap();
    let track = track.to_str().unwrap();
    let said = ok(&home, &["place", case, track]);
    assert!(
        said.contains("0 photos were placed") && said.contains("no offset"),
        "{said}"
    );
    let hour: i32 = taken[11..13].parse().unwrap();
    let offset = format!("+{:02}:00", hour - 10);
    let said = ok(&home, &["place", case, track, "--offset", &offset]);
    assert!(said.contains("1 photo was placed"), "{said}");
    let after = reader().all::<Photo>().unwrap().remove(0);
    let (latitude, longitude) = after.position().unwrap();
    assert!((50.0..50.1).contains(&latitude) && (30.0..30.1).contains(&longitude));
    assert_eq!(after.latitude, None, "what the file says is not touched");
    assert!(after.placed_basis.unwrap().contains("walk.gpx"));

    std::fs::write(track, "not a track").unwrap();
    let refused = run(&home, &["place", case, track]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("walk.gpx"));
    ok(&home, &["import", case, "--resume"]);
    ok(&home, &["verify", case]);
}
