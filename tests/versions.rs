//! Cases of released versions must open, migrate with a backup first, and verify; newer ones open read-only.
//!
//! `tests/cases/` keeps a case of each released version. Before a release, `cargo test --test versions -- --ignored`
//! makes the one of the version at hand.

use std::path::{Path, PathBuf};

use witnessmark::case::{Author, CalendarFilter, Case, CaseError, CaseFile, Notice, Opened, Reader, Reports};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::id::PhotoId;
use witnessmark::model::publication::{Withheld, WithheldKind};
use witnessmark::model::record::RecordRef;
use witnessmark::model::when::Edtf;
use witnessmark::model::{
    Change, Component, Marking, Photo, Publication, PublishedCopy, Redaction, Region, Strike, Transcription,
    Weapon,
};

fn author() -> Author {
    Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    }
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A case with a record of every kind, links, a step taken back and one done again.
fn write_case(path: &Path) {
    let mut case = Case::create(path, "Kept case", author()).unwrap();
    // Relative, so that no path of one machine stands in the kept case.
    let photos =
        ["beach.jpg", "gps-datetime.jpg", "Pentax.jpg"].map(|name| Path::new("tests/photos").join(name));
    let report = import(
        Plan::new(photos.to_vec(), "T"),
        &Progress::new(),
        |photos, step| store(&mut case, photos, step),
    )
    .unwrap();
    // Photos come in the order in which their examination ended.
    let beach = report
        .added
        .iter()
        .find(|file| file.file.ends_with("beach.jpg"))
        .unwrap();
    let photo = beach.photo.unwrap();
    let strike = Strike {
        title: "Reported attack, 18 August".to_owned(),
        occurred: Some(Edtf::parse("2024-08-18").unwrap()),
        latitude: Some(50.58),
        longitude: Some(30.49),
        radius_m: Some(5000.0),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(strike.id),
        ..Weapon::default()
    };
    let component = Component {
        title: "Jet vane actuator".to_owned(),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(component.id),
        ..Marking::default()
    };
    let region = Region {
        marking: marking.id,
        photo,
        x: 0,
        y: 0,
        width: 1,
        height: 1,
        ..Region::default()
    };
    let transcription = Transcription {
        marking: marking.id,
        text: "113".to_owned(),
        by: "O. Tester".to_owned(),
        at: "2024-09-01T10:00:00Z".parse().unwrap(),
        ..Transcription::default()
    };
    let record = RecordRef::from(strike.id);
    let component_record = RecordRef::from(component.id);
    case.apply_all(vec![
        Change::Create(strike.clone().into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
    ])
    .unwrap();
    case.apply(Change::AddTag {
        name: "residential".to_owned(),
        vocabulary: String::new(),
        records: vec![record],
    })
    .unwrap();
    case.apply(Change::LinkPhotos {
        photos: vec![photo],
        subject: component_record,
    })
    .unwrap();
    case.apply(Change::DrawRegion {
        region,
        marking: Some(marking),
    })
    .unwrap();
    case.apply(Change::Transcribe(transcription)).unwrap();
    let redaction = Redaction {
        photo,
        width: 1,
        height: 1,
        ..Redaction::default()
    };
    case.apply(Change::Create(redaction.into())).unwrap();
    let publication = Publication {
        title: "Report".to_owned(),
        copies: vec![PublishedCopy {
            photo,
            withheld: vec![Withheld::new(WithheldKind::Redaction, "face", 1)],
            ..PublishedCopy::default()
        }],
        ..Publication::default()
    };
    case.apply(Change::Create(publication.into())).unwrap();
    let renamed = Strike {
        title: "Attack of 18 August".to_owned(),
        ..strike.clone()
    };
    case.apply(Change::edit(&strike, &renamed).unwrap()).unwrap();
    case.undo().unwrap();
    case.redo().unwrap();
    case.close().unwrap();
}

#[test]
fn a_case_of_each_released_version_opens_migrates_and_verifies() {
    let mut versions = 0;
    for kept in std::fs::read_dir(tests().join("cases")).unwrap().flatten() {
        if kept.path().extension().is_none_or(|ending| ending != "witness") {
            continue;
        }
        versions += 1;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.witness");
        std::fs::copy(kept.path(), &path).unwrap();
        let backups = folder.path().join("backups");
        let file = CaseFile::find(&path, None).unwrap().with_backups(Some(backups));
        // Before it is brought up to date it can be read as it is.
        let heads = file.reader().unwrap().heads().unwrap();
        let mut case = Case::open_file(file, author()).unwrap();
        let notices = case.take_notices();
        for notice in &notices {
            let Notice::Migrated { from, copy } = notice else {
                panic!("{notice}");
            };
            assert!(*from >= 1);
            let conn = rusqlite::Connection::open(copy).unwrap();
            let entries: i64 = conn
                .query_row("SELECT count(*) FROM history", [], |row| row.get(0))
                .unwrap();
            let strikes: i64 = conn
                .query_row("SELECT count(*) FROM strike", [], |row| row.get(0))
                .unwrap();
            assert_eq!((entries, strikes), (14, 1));
        }
        let reader = case.reader().unwrap();
        let verdict = reader.verify(|_, _| true).unwrap();
        assert!(verdict.is_sound(), "{:?}", verdict.problems);
        assert_eq!((verdict.originals, verdict.entries), (3, 14));
        assert_eq!(reader.heads().unwrap(), heads);
        assert_eq!(reader.all::<Strike>().unwrap()[0].title, "Attack of 18 August");
        // It goes on where it was: the step that was done again can be taken back again.
        case.undo().unwrap();
        assert_eq!(
            reader.all::<Strike>().unwrap()[0].title,
            "Reported attack, 18 August"
        );
    }
    assert!(versions > 0);
}

#[test]
fn a_case_of_a_newer_version_opens_for_reading() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("newer.witness");
    write_case(&path);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("CREATE TABLE of_the_future (id TEXT) STRICT; PRAGMA user_version = 99")
        .unwrap();
    drop(conn);
    let before = std::fs::read(&path).unwrap();
    let file = CaseFile::find(&path, None).unwrap();
    match Case::open_as_possible(file, author()).unwrap() {
        Opened::Reading(file, reason) => {
            assert!(
                matches!(*reason, CaseError::Newer { version: 99, .. }),
                "{reason}"
            );
            assert_eq!(file.reader().unwrap().all::<Strike>().unwrap().len(), 1);
        }
        Opened::Writing(_) => panic!("a newer case was opened for writing"),
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_reader_written_from_the_format_document_gets_every_photo_and_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    write_case(&path);
    let run = |out: &str| {
        std::process::Command::new("python3")
            .arg(tests().join("read_case.py"))
            .arg(&path)
            .arg(folder.path().join(out))
            .output()
    };
    let Ok(output) = run("out") else {
        println!("skipped: there is no python3");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let reader = Reader::open(&path).unwrap();
    let out = folder.path().join("out");
    for photo in reader.all::<Photo>().unwrap() {
        let bytes = std::fs::read(out.join(format!("{}-{}", photo.id, photo.file_name))).unwrap();
        assert_eq!(bytes, reader.original(photo.id).unwrap().unwrap());
    }
    let records: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("records.json")).unwrap()).unwrap();
    assert_eq!(records["strike"][0]["title"], "Attack of 18 August");
    assert_eq!(records["transcription"][0]["text"], "113");
    assert_eq!(records["photo"].as_array().unwrap().len(), 3);
    assert_eq!(records["redaction"][0]["why"], "face");
    assert_eq!(
        records["publication"][0]["copies"][0]["withheld"][0]["what"],
        "redaction"
    );
    drop(reader);
    // It is no reader that accepts anything.
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute("UPDATE strike SET title = 'another'", []).unwrap();
    drop(conn);
    assert!(!run("again").unwrap().status.success());
}

#[test]
#[ignore = "makes the case of the version at hand, before a release"]
fn keep_this_version() {
    let path = tests()
        .join("cases")
        .join(concat!(env!("CARGO_PKG_VERSION"), ".witness"));
    let _ = std::fs::remove_file(&path);
    write_case(&path);
    assert!(
        Reader::open(&path)
            .unwrap()
            .verify(|_, _| true)
            .unwrap()
            .is_sound()
    );
}

#[test]
fn an_older_case_that_is_only_read_shows_its_calendar_and_says_which_layer_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.witness");
    std::fs::copy(tests().join("cases/0.1.0.witness"), &path).unwrap();
    let reader = Reader::open(&path).unwrap();
    let (first, last) = (jiff::civil::date(2024, 8, 1), jiff::civil::date(2024, 8, 31));
    let usual = CalendarFilter::default();
    let shown = reader.calendar_leading(first, last, &usual, 8, 100).unwrap();
    assert_eq!(shown.len(), 1);
    assert_eq!(reader.period(first, last, &usual).unwrap().all().inside, 1);
    let reports = CalendarFilter {
        reports: Reports::All,
        ..usual
    };
    let refused = reader.calendar(first, last, &reports, 10).unwrap_err();
    assert!(refused.to_string().contains("older version"), "{refused}");
    // It has no redactions and no publications, and to ask for them is no error.
    assert!(reader.redactions_of_photo(PhotoId::fixed(0)).unwrap().is_empty());
    assert!(reader.published(PhotoId::fixed(0)).unwrap().is_empty());
}
