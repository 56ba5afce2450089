//! What nobody has looked at: who opened which photo, and what of a weapon is missing.

mod common;

use std::path::Path;

use assert_cmd::Command;
use common::evidence::{Evidence, transcription};
use jiff::Timestamp;
use witnessmark::case::{Case, CaseFile, Coverage, GapKind, Reader};
use witnessmark::job::Progress;
use witnessmark::model::album::{PhotoFilter, PhotoSort, Unopened};
use witnessmark::model::id::PhotoId;
use witnessmark::model::marking::MarkKind;
use witnessmark::model::measurement::MeasurementKind;
use witnessmark::model::{Change, Marking, Measurement, Role, Weapon};

fn opened(case: &mut Case, photos: &[PhotoId]) -> bool {
    let looks: Vec<(PhotoId, Timestamp)> = photos
        .iter()
        .map(|photo| (*photo, Timestamp::UNIX_EPOCH))
        .collect();
    case.note_opened(&looks).unwrap()
}

fn unopened(reader: &Reader, by: Unopened) -> Vec<PhotoId> {
    let filter = PhotoFilter {
        unopened: Some(by),
        ..PhotoFilter::default()
    };
    reader
        .photo_order(&filter, PhotoSort::FileName, None)
        .unwrap()
        .photos
}

fn sound(reader: &Reader) {
    let verdict = reader.verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
}

#[test]
fn a_look_is_no_change_and_what_nobody_has_opened_is_listed() {
    let mut e = Evidence::new();
    let [a, b] = [e.photo("a", 4000, 3000), e.photo("b", 4000, 3000)];
    let entries = e.reader().history(None, 1000).unwrap().len();
    let undo = e.case.undo_label().unwrap();
    assert!(opened(&mut e.case, &[a]));
    assert!(!opened(&mut e.case, &[a]), "it was opened before");
    assert!(!opened(&mut e.case, &[PhotoId::new()]), "it is not in the case");
    let reader = e.reader();
    assert_eq!(reader.history(None, 1000).unwrap().len(), entries);
    assert_eq!(e.case.undo_label().unwrap(), undo);
    assert_eq!(unopened(&reader, Unopened::ByAnybody), [b]);
    assert_eq!(unopened(&reader, Unopened::By("O. Tester".into())), [b]);
    assert_eq!(unopened(&reader, Unopened::By("Somebody else".into())), [a, b]);
    let rows = reader.photo_rows(&[a, b]).unwrap();
    assert_eq!([rows[0].opened, rows[1].opened], [true, false]);
    sound(&reader);
}

#[test]
fn verify_backup_recovery_and_the_past_are_content_with_looks() {
    let mut e = Evidence::new();
    let photo = e.photo("a", 4000, 3000);
    opened(&mut e.case, &[photo]);
    let file = e.case.file().clone();
    let path = e.case.path().to_owned();
    let backups = e.folder.path().join("backups");
    let backed = file.with_backups(Some(backups));
    let backup = backed
        .reader()
        .unwrap()
        .back_up("2026-11-23".parse().unwrap())
        .unwrap()
        .unwrap();
    let past = backed.as_of(Timestamp::now(), &Progress::new()).unwrap();
    assert!(unopened(&past, Unopened::ByAnybody).is_empty());
    drop(past);
    let author = e.case.author().clone();
    e.case.close().unwrap();
    sound(&Reader::open(&path).unwrap());

    let original = CaseFile::find(&path, None).unwrap();
    let out = e.folder.path().join("restored.witness");
    let (case, _) = CaseFile::find(&backup, None)
        .unwrap()
        .restore(&out, author.clone(), Some(&original), &Progress::new())
        .unwrap();
    sound(&case.reader().unwrap());
    let out = e.folder.path().join("recovered.witness");
    let (case, recovery) = original.recover(&out, author, &Progress::new()).unwrap();
    assert!(recovery.is_whole(), "{recovery:?}");
    sound(&case.reader().unwrap());
}

fn kinds(coverage: &Coverage) -> Vec<GapKind> {
    coverage.gaps.iter().map(|gap| gap.kind).collect()
}

#[test]
fn every_gap_is_named_and_goes_when_it_is_filled() {
    let mut e = Evidence::new();
    let weapon = e.weapon(Weapon::default());
    let coverage = |e: &Evidence| e.reader().coverage(weapon).unwrap().unwrap();
    use GapKind::*;
    assert_eq!(kinds(&coverage(&e)), [NoStrike, NoOrigin, NoComponent]);
    let component = e.component("Actuator");
    assert_eq!(kinds(&coverage(&e)), [NoStrike, NoOrigin, NoPhoto, NoMarks]);

    // A weapon with a strike and an origin with its evidence.
    e.tie_to_strike("2024-08-18");
    e.set_origin("KP", "");
    assert_eq!(
        kinds(&coverage(&e))[0],
        NoOrigin,
        "an origin without evidence is none"
    );
    e.set_origin("KP", "design and materials");
    assert_eq!(kinds(&coverage(&e)), [NoPhoto, NoMarks]);

    // One photo, with a small region of a mark that nobody has read.
    let first = e.photo("a", 4000, 3000);
    e.link(first, component.into());
    assert_eq!(kinds(&coverage(&e)), [OnePhoto, NoScale, NoMarks, Unopened]);
    let mark = e.mark(Some(component), None);
    assert_eq!(
        kinds(&coverage(&e)),
        [OnePhoto, NoScale, Unseen, Untranscribed, Unopened]
    );
    e.region(mark, first, [30, 12]);
    assert_eq!(kinds(&coverage(&e)), [OnePhoto, NoScale, Untranscribed, Unopened]);

    // It is read: three characters on 30 pixels are 10 each.
    e.apply(transcription(mark, "113", "A", None));
    let now = coverage(&e);
    assert_eq!(kinds(&now), [OnePhoto, NoScale, NotClose, ReadOnce, Unopened]);
    assert_eq!(now.gaps[2].pixels, Some(10));
    assert_eq!((now.marks, now.read, now.read_twice), (1, 1, 0));
    // What the first one read is told nobody who has not read it.
    assert!(!now.gaps[2].line().contains("113") && !now.gaps[3].line().contains("113"));

    // A close photo in place of the wide one, then beside it.
    let second = e.photo("b", 1000, 800);
    let close = e.region(mark, second, [600, 300]);
    assert_eq!(kinds(&coverage(&e)), [NoScale, ReadOnce, Unopened, Unopened]);
    e.remove_other_regions(mark, close);
    assert!(kinds(&coverage(&e)).contains(&NotWide));
    e.region(mark, first, [30, 12]);

    e.apply(Change::Create(
        Measurement {
            photo: second,
            kind: MeasurementKind::Scale,
            x2: 100.0,
            millimetres: Some(50.0),
            ..Measurement::default()
        }
        .into(),
    ));
    assert_eq!(kinds(&coverage(&e)), [ReadOnce, Unopened, Unopened]);

    // A second person reads it otherwise, then one of them decides.
    e.apply(transcription(mark, "118", "B", Some(Role::BlindReader)));
    let now = coverage(&e);
    assert_eq!(kinds(&now), [Disagreeing, Unopened, Unopened]);
    assert_eq!(now.read_twice, 1);
    e.apply(transcription(mark, "113", "B", Some(Role::Adjudicator)));
    assert_eq!(kinds(&coverage(&e)), [Unopened, Unopened]);

    opened(&mut e.case, &[first, second]);
    let now = coverage(&e);
    assert!(now.gaps.is_empty(), "{:?}", now.gaps);
    assert_eq!((now.photos, now.opened, now.components), (2, 2, 1));

    // Undone, the gap is there again.
    e.case.undo().unwrap();
    assert_eq!(kinds(&coverage(&e)), [Disagreeing]);
}

#[test]
fn a_component_without_marks_is_content_with_the_word_of_who_looked() {
    let mut e = Evidence::new();
    let (weapon, component) = (e.weapon(Weapon::default()), e.component("Bracket"));
    let lacks =
        |e: &Evidence| kinds(&e.reader().coverage(weapon).unwrap().unwrap()).contains(&GapKind::NoMarks);
    assert!(lacks(&e));
    e.apply(Change::AddTag {
        name: "No marks".to_owned(),
        vocabulary: String::new(),
        records: vec![component.into()],
    });
    assert!(!lacks(&e));
    e.case.undo().unwrap();
    assert!(lacks(&e));
    // A mark that somebody removed is an observation, and nothing to be read twice.
    let mark = Marking {
        component: Some(component),
        kind: Some(MarkKind::Removed),
        ..Marking::default()
    };
    e.apply(Change::Create(mark.into()));
    let coverage = e.reader().coverage(weapon).unwrap().unwrap();
    assert!(!kinds(&coverage).contains(&GapKind::NoMarks));
    assert!(!kinds(&coverage).contains(&GapKind::Untranscribed));
    assert_eq!(coverage.marks, 0);
}

#[test]
fn a_component_in_a_component_belongs_to_the_weapon_around_it() {
    let mut e = Evidence::new();
    let (weapon, outer) = (e.weapon(Weapon::default()), e.component("Board"));
    e.inner("Chip", outer);
    let coverage = e.reader().coverage(weapon).unwrap().unwrap();
    assert_eq!(coverage.components, 2);
    assert!(coverage.gaps.iter().any(|gap| gap.name == "Chip"));
}

#[test]
fn the_command_says_what_is_missing_of_one_weapon_or_of_all() {
    let mut e = Evidence::new();
    let weapon = e.weapon(Weapon {
        title: "Missile".to_owned(),
        ..Weapon::default()
    });
    e.component("Actuator");
    let path = e.case.path().to_owned();
    e.case.close().unwrap();
    let run = |arguments: &[&str]| {
        let output = witnessmark(e.folder.path(), &path, arguments).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code().unwrap(), text)
    };
    let (code, text) = run(&[]);
    assert_eq!(code, 0);
    assert!(text.contains("Missile: one component; 0 marks"), "{text}");
    assert!(text.contains("Actuator: No photo shows it."), "{text}");
    let (_, json) = run(&[&weapon.to_string(), "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["gaps"][0]["gap"], "no_strike");
    assert_eq!(json[0]["gaps"][0]["kind"], "weapon");
    assert_eq!(run(&["no-such-weapon"]).0, 1);
}

fn witnessmark(home: &Path, case: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("witnessmark").unwrap();
    command
        .arg("coverage")
        .arg(case)
        .args(arguments)
        .env("HOME", home)
        .env_remove("XDG_DATA_HOME");
    command
}
