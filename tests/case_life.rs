//! A case's life from creation to verification, through the library: what is promised of the file.

use std::path::PathBuf;

use tempfile::TempDir;
use witnessmark::case::{Author, CalendarFilter, Case, CaseError, QueryMode, Reader, sha256};
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::id::{PhotoId, StrikeId};
use witnessmark::model::record::{Record, RecordRef, Recorded};
use witnessmark::model::when::Edtf;
use witnessmark::model::{
    Change, Component, Finding, Marking, NewPhoto, Photo, Region, Strike, Transcription, Verdict, Weapon,
};

fn author() -> Author {
    Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    }
}

struct Fixture {
    // Held so that the folder lives as long as the case in it.
    _folder: TempDir,
    path: PathBuf,
    case: Case,
}

fn new_case() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let case = Case::create(&path, "Kyiv", author()).unwrap();
    Fixture {
        _folder: folder,
        path,
        case,
    }
}

fn strike(title: &str, occurred: &str) -> Strike {
    Strike {
        title: title.to_owned(),
        occurred: Some(Edtf::parse(occurred).unwrap()),
        ..Strike::default()
    }
}

fn photo(bytes: &[u8]) -> NewPhoto {
    NewPhoto {
        photo: Photo {
            sha256: sha256(bytes),
            byte_size: bytes.len() as u64,
            file_name: "a.jpg".to_owned(),
            format: "JPEG".to_owned(),
            width: 100,
            height: 50,
            ..Photo::default()
        },
        bytes: bytes.to_vec(),
        ..NewPhoto::default()
    }
}

fn add_photo(case: &mut Case, bytes: &[u8]) -> PhotoId {
    let new = photo(bytes);
    let id = new.photo.id;
    case.apply(Change::AddPhoto(Box::new(new))).unwrap();
    id
}

fn problems(path: &std::path::Path) -> Vec<String> {
    let verdict = Reader::open(path).unwrap().verify(|_, _| true).unwrap();
    verdict
        .problems
        .iter()
        .map(|problem| format!("{} {}", problem.part, problem.what))
        .collect()
}

/// Changes the file behind the program's back.
fn tamper(path: &std::path::Path, sql: &str) {
    rusqlite::Connection::open(path)
        .unwrap()
        .execute_batch(sql)
        .unwrap();
}

#[test]
fn a_closed_case_is_one_sound_file_that_sqlite_opens() {
    let mut f = new_case();
    add_photo(&mut f.case, b"bytes of a photo");
    f.case
        .apply(Change::Create(strike("Kyiv", "2024-08-18").into()))
        .unwrap();
    f.case.close().unwrap();
    let files: Vec<_> = std::fs::read_dir(f.path.parent().unwrap()).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let conn = rusqlite::Connection::open(&f.path).unwrap();
    let check: String = conn
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
    let page: i64 = conn.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    assert_eq!(page, 16384);
}

#[test]
fn a_new_case_never_replaces_a_file() {
    let f = new_case();
    assert!(matches!(
        Case::create(&f.path, "again", author()),
        Err(CaseError::Exists(_))
    ));
}

#[test]
fn a_file_of_another_kind_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.witness");
    std::fs::write(
        &path,
        "not a database, but long enough to have a header ".repeat(30),
    )
    .unwrap();
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(Case::open(&path, author()), Err(CaseError::NotACase(_))));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_case_is_not_written() {
    let f = new_case();
    f.case.close().unwrap();
    tamper(&f.path, "PRAGMA user_version = 99");
    assert!(matches!(
        Case::open(&f.path, author()),
        Err(CaseError::Newer { version: 99, .. })
    ));
    assert!(Reader::open(&f.path).is_ok());
}

#[test]
fn originals_come_out_byte_for_byte_and_the_same_bytes_are_one_photo() {
    let mut f = new_case();
    let bytes: Vec<u8> = (0..100_000u32).flat_map(u32::to_le_bytes).collect();
    let id = add_photo(&mut f.case, &bytes);
    let again = f.case.apply(Change::AddPhoto(Box::new(photo(&bytes))));
    assert!(matches!(again, Err(CaseError::AlreadyKnown { photo, .. }) if photo == id));
    let reader = f.case.reader().unwrap();
    assert_eq!(reader.original(id).unwrap().unwrap(), bytes);
    assert_eq!(reader.counts().unwrap().photos, 1);
}

#[test]
fn bytes_that_do_not_match_their_hash_are_refused() {
    let mut f = new_case();
    let mut new = photo(b"one thing");
    new.bytes = b"another thing".to_vec();
    let refused = f.case.apply(Change::AddPhoto(Box::new(new)));
    assert!(matches!(refused, Err(CaseError::ReadBack(_))));
    assert_eq!(f.case.reader().unwrap().counts().unwrap().photos, 0);
}

#[test]
fn an_edit_keeps_what_it_does_not_name() {
    let mut f = new_case();
    let before = strike("Kyiv", "2024-08-18");
    f.case.apply(Change::Create(before.clone().into())).unwrap();
    let after = Strike {
        target: Some("a depot".to_owned()),
        ..before.clone()
    };
    f.case.apply(Change::edit(&before, &after).unwrap()).unwrap();
    let read: Strike = f.case.reader().unwrap().get(before.id).unwrap().unwrap();
    assert_eq!(read, after);
    let entries = f.case.reader().unwrap().history_of(&before.id.into()).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(
        entries[1].operations().unwrap()[0].before.as_ref().unwrap().len(),
        1
    );
}

#[test]
fn a_place_out_of_range_is_refused_with_the_reason() {
    let mut f = new_case();
    let nowhere = Strike {
        latitude: Some(123.0),
        longitude: Some(30.0),
        ..Strike::default()
    };
    let refused = f.case.apply(Change::Create(nowhere.into())).unwrap_err();
    assert!(refused.to_string().contains("-90 to 90"), "{refused}");
}

/// Everything the seed finding needs, as a person would enter it.
fn whole_job(case: &mut Case) -> (StrikeId, PhotoId) {
    let photo = add_photo(case, b"the photo");
    let strike = strike("Kyiv", "2024-08-18");
    let weapon = Weapon {
        title: "missile".to_owned(),
        strike: Some(strike.id),
        ..Weapon::default()
    };
    let component = Component {
        title: "actuator".to_owned(),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(component.id),
        ..Marking::default()
    };
    let transcription = Transcription {
        marking: marking.id,
        text: "113".to_owned(),
        ..Transcription::default()
    };
    let region = Region {
        marking: marking.id,
        photo,
        width: 10,
        height: 10,
        ..Region::default()
    };
    let finding = Finding {
        marking: marking.id,
        transcription: transcription.id,
        verdict: Verdict::Accepted,
        system: "juche".to_owned(),
        reason: "origin established".to_owned(),
        ..Finding::default()
    };
    let subject = RecordRef::from(component.id);
    let strike_id = strike.id;
    for change in [
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
        Change::LinkPhotos {
            photos: vec![photo],
            subject,
        },
        Change::DrawRegion {
            region,
            marking: Some(marking),
        },
        Change::Transcribe(transcription),
        Change::Decide(Box::new(finding)),
        Change::AddTag {
            name: "Ballistic".to_owned(),
            vocabulary: String::new(),
            records: vec![strike_id.into()],
        },
    ] {
        case.apply(change).unwrap();
    }
    (strike_id, photo)
}

#[test]
fn every_step_of_the_whole_job_is_undone_and_redone_also_after_reopening() {
    let mut f = new_case();
    let (strike_id, _) = whole_job(&mut f.case);
    let day = jiff::civil::date(2024, 8, 18);
    let look = |case: &Case| {
        let reader = case.reader().unwrap();
        let filter = CalendarFilter::tagged(vec!["Ballistic".to_owned()]);
        (
            reader.counts().unwrap(),
            reader.calendar(day, day, &filter, 10).unwrap(),
        )
    };
    let (counts, calendar) = look(&f.case);
    assert_eq!(calendar.len(), 1);
    assert_eq!(calendar[0].id, strike_id);
    assert_eq!((calendar[0].weapons, calendar[0].components), (1, 1));
    assert_eq!((calendar[0].photos, calendar[0].findings), (1, 1));

    let mut undone = 0;
    while f.case.undo().unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 9);
    let (empty, nothing) = look(&f.case);
    assert_eq!((empty.photos, empty.strikes, empty.findings), (0, 0, 0));
    assert!(nothing.is_empty());

    f.case.close().unwrap();
    let mut case = Case::open(&f.path, author()).unwrap();
    let mut redone = 0;
    while case.redo().unwrap().is_some() {
        redone += 1;
    }
    assert_eq!(redone, 9);
    assert_eq!(look(&case), (counts, calendar));
    let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{verdict:?}");
    assert_eq!(verdict.originals, 1);
}

#[test]
fn removing_a_strike_frees_its_weapons_and_undo_ties_them_again() {
    let mut f = new_case();
    let (strike_id, _) = whole_job(&mut f.case);
    f.case.apply(Change::Remove(strike_id.into())).unwrap();
    let weapon = |case: &Case| case.reader().unwrap().all::<Weapon>().unwrap().remove(0);
    assert_eq!(weapon(&f.case).strike, None);
    f.case.undo().unwrap();
    assert_eq!(weapon(&f.case).strike, Some(strike_id));
    assert_eq!(
        f.case.reader().unwrap().tags_of(&strike_id.into()).unwrap(),
        ["Ballistic"]
    );
}

#[test]
fn removing_a_photo_keeps_its_original_and_undo_brings_everything_back() {
    let mut f = new_case();
    let (_, photo) = whole_job(&mut f.case);
    f.case.apply(Change::Remove(photo.into())).unwrap();
    assert!(
        f.case
            .reader()
            .unwrap()
            .photos(&PhotoFilter::default(), PhotoSort::Added)
            .unwrap()
            .is_empty()
    );
    f.case.undo().unwrap();
    let reader = f.case.reader().unwrap();
    assert_eq!(reader.original(photo).unwrap().unwrap(), b"the photo");
    assert_eq!(reader.regions_of_photo(photo).unwrap().len(), 1);
    assert_eq!(reader.subjects(photo).unwrap().len(), 1);
}

#[test]
fn a_decision_without_a_reason_is_refused() {
    let mut f = new_case();
    whole_job(&mut f.case);
    let reader = f.case.reader().unwrap();
    let mut finding = reader.all::<Finding>().unwrap().remove(0);
    finding.reason = "  ".to_owned();
    assert!(f.case.apply(Change::Decide(Box::new(finding))).is_err());
}

#[test]
fn a_region_outside_its_photo_is_refused() {
    let mut f = new_case();
    let photo = add_photo(&mut f.case, b"x");
    let marking = Marking::default();
    let region = Region {
        marking: marking.id,
        photo,
        x: 95,
        width: 10,
        height: 10,
        ..Region::default()
    };
    let refused = f.case.apply(Change::DrawRegion {
        region,
        marking: Some(marking),
    });
    assert!(refused.is_err());
    assert_eq!(f.case.reader().unwrap().counts().unwrap().markings, 0);
}

#[test]
fn one_refused_change_takes_its_whole_step_back() {
    let mut f = new_case();
    let good = Record::from(strike("Kyiv", "2024-08-18"));
    let result = f.case.apply_all(vec![
        Change::Create(good.clone()),
        Change::Remove(Strike::default().record_ref()),
    ]);
    assert!(matches!(result, Err(CaseError::NoRecord(_))));
    assert_eq!(f.case.reader().unwrap().record(&good.record_ref()).unwrap(), None);
    assert!(f.case.undo().unwrap().is_none());
}

#[test]
fn verify_names_a_flipped_byte_in_an_original() {
    let mut f = new_case();
    let id = add_photo(&mut f.case, &[7; 50_000]);
    let hash = f.case.reader().unwrap().get::<Photo>(id).unwrap().unwrap().sha256;
    f.case.close().unwrap();
    let mut file = std::fs::read(&f.path).unwrap();
    let place = file.windows(1000).position(|window| window == [7; 1000]).unwrap() + 500;
    file[place] ^= 1;
    std::fs::write(&f.path, file).unwrap();
    assert_eq!(problems(&f.path), [format!("original {hash}")]);
}

#[test]
fn verify_names_a_changed_an_added_and_a_missing_row() {
    let mut f = new_case();
    let (strike_id, _) = whole_job(&mut f.case);
    f.case.close().unwrap();
    tamper(&f.path, "UPDATE strike SET occurred = '2024-08-17'");
    assert_eq!(problems(&f.path), [format!("row strike {strike_id}")]);
    tamper(
        &f.path,
        "UPDATE strike SET occurred = '2024-08-18'; DELETE FROM finding",
    );
    let found = problems(&f.path);
    assert!(
        found.len() == 1 && found[0].starts_with("row finding"),
        "{found:?}"
    );
}

#[test]
fn verify_names_a_history_that_was_changed_cut_or_thinned_out() {
    let mut f = new_case();
    whole_job(&mut f.case);
    f.case.close().unwrap();
    let sound = std::fs::read(&f.path).unwrap();
    for (sql, expected) in [
        (
            "UPDATE history SET person = 'somebody else' WHERE seq = 4",
            "history 4",
        ),
        (
            "DELETE FROM history_record WHERE seq = 9; DELETE FROM history WHERE seq = 9",
            "history 11111111-1111-7111-8111-111111111111",
        ),
        (
            "DELETE FROM history_record WHERE seq = 10; DELETE FROM history WHERE seq = 10",
            "history 11111111-1111-7111-8111-111111111111",
        ),
        (
            "DELETE FROM history_record WHERE seq = 5; DELETE FROM history WHERE seq = 5",
            "history 6",
        ),
    ] {
        std::fs::write(&f.path, &sound).unwrap();
        assert_eq!(problems(&f.path), [""; 0]);
        tamper(&f.path, sql);
        let found = problems(&f.path);
        let last_cut = sql.contains("= 9;") && found.iter().any(|problem| problem == "history 10");
        assert!(
            found.iter().any(|problem| problem == expected) || last_cut,
            "{sql}: {found:?}"
        );
    }
}

#[test]
fn texts_are_found_in_any_script_and_from_one_character_on() {
    let mut f = new_case();
    let places = ["Київ", "평양", "Kharkiv 100% hit"];
    for place in places {
        let strike = Strike {
            place_name: Some(place.to_owned()),
            ..strike("", "2024-01-02")
        };
        f.case.apply(Change::Create(strike.into())).unwrap();
    }
    let reader = f.case.reader().unwrap();
    let count = |query: &str| reader.search(query, QueryMode::Strict, 10).unwrap().len();
    assert_eq!(count("київ"), 1);
    assert_eq!(count("평양"), 1);
    assert_eq!(count("평"), 1);
    assert_eq!(count("arkiv"), 1);
    assert_eq!(count("0% hit"), 1);
    assert_eq!(count("\"; DROP"), 0);
}

#[test]
fn whatever_is_pasted_into_the_search_finds_something_or_nothing() {
    let mut f = new_case();
    f.case
        .apply(Change::Create(strike("Kyiv 113", "2024-08-18").into()))
        .unwrap();
    let reader = f.case.reader().unwrap();
    for query in ["\0abc", "Kyiv\0 113", "\"", "NEAR(a b", "^x*", "a OR", "\0"] {
        reader
            .search(query, QueryMode::Loose, 10)
            .unwrap_or_else(|error| panic!("{query:?}: {error}"));
    }
    assert_eq!(
        reader.search("Kyiv 113\0", QueryMode::Strict, 10).unwrap().len(),
        1
    );
}
