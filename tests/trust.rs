//! What makes a case trusted, through the library: encryption, one writer, backups, recovery, the past, signatures.

use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::Timestamp;
use ssh_key::{Algorithm, PrivateKey};
use tempfile::TempDir;
use witnessmark::case::{
    Author, Case, CaseError, CaseFile, Notice, Opened, Passphrase, Reader, SIGNATURE_NAMESPACE, backups_in,
    sha256,
};
use witnessmark::job::Progress;
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::custody::Custody;
use witnessmark::model::id::StrikeId;
use witnessmark::model::record::RecordRef;
use witnessmark::model::{Change, Component, NewPhoto, Photo, Strike};

fn author() -> Author {
    Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    }
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).unwrap()
}

/// A case's file whose backups stay in the test's own folder.
fn file(path: &Path, key: Option<&str>) -> Result<CaseFile, CaseError> {
    let backups = path.parent().unwrap().join("backups");
    CaseFile::find(path, key.map(passphrase).as_ref()).map(|file| file.with_backups(Some(backups)))
}

fn photo(number: u32) -> Change {
    let bytes: Vec<u8> = (0..30_000u32)
        .flat_map(|at| (at ^ number).to_le_bytes())
        .collect();
    Change::AddPhoto(Box::new(NewPhoto {
        photo: Photo {
            sha256: sha256(&bytes),
            byte_size: bytes.len() as u64,
            file_name: format!("{number}.jpg"),
            format: "JPEG".to_owned(),
            ..Photo::default()
        },
        small_preview: Some(vec![number as u8; 3_000]),
        metadata: vec![("EXIF".to_owned(), "Make".to_owned(), "a camera".to_owned())],
        bytes,
        ..NewPhoto::default()
    }))
}

fn strike(title: &str) -> (StrikeId, Change) {
    let strike = Strike {
        title: title.to_owned(),
        ..Strike::default()
    };
    (strike.id, Change::Create(strike.into()))
}

fn fill(case: &mut Case) {
    for number in 0..6 {
        case.apply(photo(number)).unwrap();
    }
    for number in 0..40 {
        case.apply(strike(&format!("Strike {number}")).1).unwrap();
    }
}

struct Fixture {
    folder: TempDir,
    path: PathBuf,
}

fn closed_case(key: Option<&str>) -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let key = key.map(passphrase);
    let mut case = Case::create_with(&path, "Kyiv", author(), key.as_ref()).unwrap();
    fill(&mut case);
    case.close().unwrap();
    Fixture { folder, path }
}

fn sound(reader: &Reader) {
    let verdict = reader.verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
}

#[test]
fn an_encrypted_case_shows_nothing_and_opens_with_its_passphrase_only() {
    let f = closed_case(Some("correct horse"));
    let bytes = std::fs::read(&f.path).unwrap();
    for plain in [&b"Strike 1"[..], b"SQLite format", b"CREATE TABLE", b"O. Tester"] {
        assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    }
    assert!(matches!(file(&f.path, None), Err(CaseError::Locked(_))));
    let wrong = file(&f.path, Some("wrong horse")).unwrap();
    assert!(matches!(wrong.reader(), Err(CaseError::WrongPassphrase(_))));
    let right = file(&f.path, Some("correct horse")).unwrap();
    sound(&right.reader().unwrap());
    let mut case = Case::open_file(right, author()).unwrap();
    case.apply(strike("One more").1).unwrap();
    case.close().unwrap();
    assert_eq!(std::fs::read_dir(f.folder.path()).unwrap().count(), 1);
}

#[test]
fn sqlcipher_itself_would_open_it_with_the_passphrase() {
    let f = closed_case(Some("correct 'horse"));
    let conn = rusqlite::Connection::open(&f.path).unwrap();
    conn.execute_batch("PRAGMA key = 'correct ''horse'; PRAGMA cipher_page_size = 16384")
        .unwrap();
    let strikes: i64 = conn
        .query_row("SELECT count(*) FROM strike", [], |row| row.get(0))
        .unwrap();
    assert_eq!(strikes, 40);
}

#[test]
fn a_damaged_first_page_is_told_from_a_wrong_passphrase() {
    let f = closed_case(Some("correct horse"));
    let mut bytes = std::fs::read(&f.path).unwrap();
    bytes[5_000] ^= 1;
    std::fs::write(&f.path, bytes).unwrap();
    let right = file(&f.path, Some("correct horse")).unwrap().reader();
    assert!(matches!(right, Err(CaseError::Damaged { .. })));
    let wrong = file(&f.path, Some("wrong horse")).unwrap().reader();
    assert!(matches!(wrong, Err(CaseError::WrongPassphrase(_))));
}

#[test]
fn a_passphrase_is_given_changed_and_taken_away_in_place() {
    let f = closed_case(None);
    let before = Reader::open(&f.path).unwrap().heads().unwrap();
    let mut last: Option<&str> = None;
    for next in [Some("first"), Some("second"), None] {
        let case = Case::open_file(file(&f.path, last).unwrap(), author()).unwrap();
        let key = next.map(passphrase);
        let case = case.change_passphrase(key.as_ref(), &Progress::new()).unwrap();
        let reader = case.reader().unwrap();
        sound(&reader);
        assert_eq!(reader.heads().unwrap(), before);
        drop(reader);
        case.close().unwrap();
        assert_eq!(file(&f.path, None).is_ok(), next.is_none());
        last = next;
    }
    // The rolling backup has the newest key, and there is none left with an older one.
    let backups = backups_in(&f.folder.path().join("backups"));
    assert_eq!(backups.len(), 1);
    assert!(
        std::fs::read(&backups[0].path)
            .unwrap()
            .starts_with(b"SQLite format 3")
    );
}

#[test]
fn a_stopped_change_of_the_passphrase_changes_nothing() {
    let f = closed_case(None);
    let before = std::fs::read(&f.path).unwrap();
    let progress = Progress::new();
    progress.cancel();
    let case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let key = passphrase("first");
    let stopped = case.change_passphrase(Some(&key), &progress);
    assert!(matches!(stopped, Err(CaseError::Cancelled)));
    let case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    case.close().unwrap();
    assert_eq!(std::fs::read(&f.path).unwrap().len(), before.len());
    sound(&Reader::open(&f.path).unwrap());
    // What a crash in the middle leaves is cleared away, with a word.
    std::fs::write(f.folder.path().join("kyiv.witness-new"), "half a copy").unwrap();
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    assert!(case.take_notices().contains(&Notice::UnfinishedEncryption));
    assert!(!f.folder.path().join("kyiv.witness-new").exists());
}

#[test]
fn a_case_that_someone_writes_opens_for_reading_and_says_who() {
    let f = closed_case(None);
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let other = Author {
        person: "P. Other".to_owned(),
        device: "22222222-2222-7222-8222-222222222222".to_owned(),
        device_name: "other laptop".to_owned(),
    };
    // Found before: looking at the file while this process has it open would end SQLite's locks.
    let opened = Case::open_as_possible(case.file().clone(), other).unwrap();
    let Opened::Reading(reading, reason) = opened else {
        panic!("two writers");
    };
    assert!(reason.to_string().contains("O. Tester"), "{reason}");
    assert!(reason.to_string().contains("test laptop"), "{reason}");
    // What is saved there shows here.
    case.apply(strike("Newest").1).unwrap();
    let reader = reading.reader().unwrap();
    let titles: Vec<String> = reader
        .all::<Strike>()
        .unwrap()
        .into_iter()
        .map(|strike| strike.title)
        .collect();
    assert!(titles.contains(&"Newest".to_owned()));
}

#[test]
#[cfg(unix)]
fn a_read_only_file_and_a_read_only_folder_open_for_reading() {
    use std::os::unix::fs::PermissionsExt;
    let f = closed_case(None);
    std::fs::set_permissions(&f.path, std::fs::Permissions::from_mode(0o444)).unwrap();
    if std::fs::OpenOptions::new().append(true).open(&f.path).is_ok() {
        println!("skipped: this user may write everything");
        return;
    }
    let opened = Case::open_as_possible(file(&f.path, None).unwrap(), author()).unwrap();
    assert!(matches!(opened, Opened::Reading(_, reason) if matches!(*reason, CaseError::ReadOnlyFile(_))));
    std::fs::set_permissions(f.folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    let opened = Case::open_as_possible(file(&f.path, None).unwrap(), author());
    std::fs::set_permissions(f.folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(
        matches!(opened.unwrap(), Opened::Reading(_, reason) if matches!(*reason, CaseError::ReadOnlyFolder(_)))
    );
}

#[test]
fn a_crash_is_told_at_the_next_opening() {
    let f = closed_case(None);
    let case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    case.doing("import of 500 files");
    let lock = f.folder.path().join("kyiv.witness-lock");
    let left = std::fs::read(&lock).unwrap();
    drop(case);
    std::fs::write(&lock, left).unwrap();
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let said: Vec<String> = case.take_notices().iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|notice| notice.contains("import of 500 files")),
        "{said:?}"
    );
}

#[test]
fn a_clock_that_is_behind_the_history_is_told_and_work_goes_on() {
    let f = closed_case(None);
    let conn = rusqlite::Connection::open(&f.path).unwrap();
    conn.execute(
        "UPDATE history SET at = '2999-01-01T00:00:00Z' WHERE seq = 47",
        [],
    )
    .unwrap();
    drop(conn);
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let notices = case.take_notices();
    assert!(matches!(notices[..], [Notice::ClockBehind(_)]), "{notices:?}");
    assert!(notices[0].to_string().contains("days"), "{}", notices[0]);
    // The order of the history is that of its numbers.
    case.apply(strike("After the clock").1).unwrap();
    assert_eq!(case.reader().unwrap().history(None, 1).unwrap()[0].seq, 48);
}

#[test]
fn after_the_disk_was_away_work_goes_on_over_a_new_connection() {
    let f = closed_case(None);
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let (id, change) = strike("Before");
    case.apply(change).unwrap();
    let mut reader = case.reader().unwrap();
    case.reconnect().unwrap();
    reader.reconnect().unwrap();
    assert!(reader.get::<Strike>(id).unwrap().is_some());
    // Also what was done before can still be taken back.
    case.undo().unwrap();
    assert!(reader.get::<Strike>(id).unwrap().is_none());
    drop(reader);
    case.close().unwrap();
    sound(&Reader::open(&f.path).unwrap());
}

#[test]
fn a_backup_grows_with_the_case_and_brings_it_back_with_its_originals() {
    let f = closed_case(None);
    let backups = f.folder.path().join("backups");
    let today = "2026-11-23".parse().unwrap();
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let first = case.reader().unwrap().back_up(today).unwrap().unwrap();
    let (id, change) = strike("After the first backup");
    case.apply(change).unwrap();
    assert_eq!(
        case.reader().unwrap().back_up(today).unwrap().as_ref(),
        Some(&first)
    );
    // A week later another one is begun, and only the newest few are kept.
    for week in 1..8 {
        let day = jiff::civil::Date::checked_add(today, jiff::Span::new().weeks(week)).unwrap();
        case.reader().unwrap().back_up(day).unwrap();
    }
    let kept = backups_in(&backups);
    assert_eq!(kept.len(), 5);
    case.close().unwrap();

    let backup = CaseFile::find(&kept[0].path, None).unwrap();
    let out = f.folder.path().join("restored.witness");
    let original = file(&f.path, None).unwrap();
    let (case, restored) = backup
        .restore(&out, author(), Some(&original), &Progress::new())
        .unwrap();
    assert_eq!((restored.originals, restored.missing), (6, 0));
    let reader = case.reader().unwrap();
    sound(&reader);
    assert!(reader.get::<Strike>(id).unwrap().is_some());
    assert_eq!(
        reader.heads().unwrap(),
        Reader::open(&f.path).unwrap().heads().unwrap()
    );
}

#[test]
fn a_case_brought_back_without_originals_takes_them_from_an_import() {
    let f = closed_case(None);
    let source = file(&f.path, None).unwrap();
    let backup = source
        .reader()
        .unwrap()
        .back_up("2026-11-23".parse().unwrap())
        .unwrap()
        .unwrap();
    let out = f.folder.path().join("restored.witness");
    let backup = CaseFile::find(&backup, None).unwrap();
    let (mut case, restored) = backup.restore(&out, author(), None, &Progress::new()).unwrap();
    assert_eq!((restored.originals, restored.missing), (0, 6));
    let Change::AddPhoto(new) = photo(3) else {
        unreachable!()
    };
    assert!(case.bring_back_original(&new).unwrap());
    assert!(!case.bring_back_original(&new).unwrap());
    let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
    assert_eq!(verdict.problems.len(), 5, "{:?}", verdict.problems);
}

fn recovered(f: &Fixture, key: Option<&str>, out: &str) -> (Case, witnessmark::case::Recovery) {
    file(&f.path, key)
        .unwrap()
        .recover(&f.folder.path().join(out), author(), &Progress::new())
        .unwrap()
}

#[test]
fn recovering_a_sound_case_loses_nothing() {
    for key in [None, Some("correct horse")] {
        let f = closed_case(key);
        let (case, recovery) = recovered(&f, key, "out.witness");
        assert!(recovery.is_whole(), "{recovery:?}");
        assert_eq!((recovery.entries, recovery.originals), (47, 6));
        assert_eq!(recovery.unreadable_pages, 0);
        let reader = case.reader().unwrap();
        sound(&reader);
        assert_eq!(reader.all::<Strike>().unwrap().len(), 40);
    }
}

/// The pages, from 0, that hold `part`.
fn pages_with(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    let holds = |page: &[u8]| page.windows(part.len()).any(|window| window == part);
    let pages = bytes.chunks(16_384).enumerate();
    pages
        .filter(|(_, page)| holds(page))
        .map(|(number, _)| number)
        .collect()
}

#[test]
fn a_zeroed_page_costs_what_is_on_it_and_the_rest_is_saved() {
    let f = closed_case(None);
    let mut bytes = std::fs::read(&f.path).unwrap();
    // The page that holds some entries of the history, and what an earlier split of it left.
    for page in pages_with(&bytes, b"\"title\":\"Strike 20\"") {
        bytes[page * 16_384..(page + 1) * 16_384].fill(0);
    }
    std::fs::write(&f.path, bytes).unwrap();
    let (case, recovery) = recovered(&f, None, "out.witness");
    assert!(!recovery.lost_entries.is_empty());
    assert!(!recovery.from_tables.is_empty());
    assert_eq!(recovery.originals, 6);
    let reader = case.reader().unwrap();
    sound(&reader);
    assert_eq!(reader.all::<Strike>().unwrap().len(), 40, "{recovery:?}");
}

#[test]
fn without_its_first_page_and_schema_a_case_is_recovered_from_its_history() {
    let f = closed_case(None);
    let mut bytes = std::fs::read(&f.path).unwrap();
    // The header stays, so that the file is known for what it is; the schema is gone.
    bytes[100..16_384].fill(0);
    std::fs::write(&f.path, bytes).unwrap();
    assert!(Reader::open(&f.path).is_err());
    let (case, recovery) = recovered(&f, None, "out.witness");
    assert!(recovery.is_whole(), "{recovery:?}");
    let reader = case.reader().unwrap();
    sound(&reader);
    assert_eq!(reader.all::<Strike>().unwrap().len(), 40);
}

#[test]
fn a_truncated_case_gives_what_is_left_of_it() {
    let f = closed_case(None);
    let bytes = std::fs::read(&f.path).unwrap();
    for part in [2, 4, 8] {
        std::fs::write(&f.path, &bytes[..bytes.len() - bytes.len() / part]).unwrap();
        let (case, recovery) = recovered(&f, None, &format!("out{part}.witness"));
        let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
        let unexpected: Vec<_> = verdict
            .problems
            .iter()
            .filter(|problem| problem.part != "original")
            .collect();
        assert!(unexpected.is_empty(), "{unexpected:?}");
        // Pages at the very end may hold nothing but indexes.
        assert!(part == 8 || !recovery.is_whole(), "{recovery:?}");
        assert_eq!(
            case.reader().unwrap().all::<Strike>().unwrap().len(),
            40,
            "{recovery:?}"
        );
    }
}

#[test]
fn an_original_whose_record_is_lost_gets_a_record_again() {
    let f = closed_case(None);
    let mut bytes = std::fs::read(&f.path).unwrap();
    // The history is gone and so are the records of photos; the originals are intact.
    for part in [&b"\"file_name\":\"3.jpg\""[..], b"3.jpgJPEG"] {
        for page in pages_with(&bytes, part) {
            bytes[page * 16_384..(page + 1) * 16_384].fill(0);
        }
    }
    std::fs::write(&f.path, bytes).unwrap();
    let (mut case, recovery) = recovered(&f, None, "out.witness");
    assert_eq!(recovery.originals, 6);
    assert!(case.reader().unwrap().all::<Photo>().unwrap().len() < 6);
    witnessmark::intake::renew::renew(&mut case, &Progress::new()).unwrap();
    let reader = case.reader().unwrap();
    assert_eq!(reader.all::<Photo>().unwrap().len(), 6);
    sound(&reader);
}

#[test]
fn what_only_the_log_holds_is_recovered_too() {
    let f = closed_case(None);
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let (id, change) = strike("Only in the log");
    case.apply(change).unwrap();
    // As a crash leaves it: the file and its log, copied while the case is open.
    let copy = f.folder.path().join("copy.witness");
    std::fs::copy(&f.path, &copy).unwrap();
    std::fs::copy(
        f.folder.path().join("kyiv.witness-wal"),
        f.folder.path().join("copy.witness-wal"),
    )
    .unwrap();
    let out = f.folder.path().join("out.witness");
    let (saved, recovery) = CaseFile::find(&copy, None)
        .unwrap()
        .recover(&out, author(), &Progress::new())
        .unwrap();
    assert_eq!(recovery.entries, 48);
    assert!(saved.reader().unwrap().get::<Strike>(id).unwrap().is_some());
}

#[test]
fn the_case_as_it_was_has_the_records_and_originals_of_then() {
    let f = closed_case(Some("correct horse"));
    let mut case = Case::open_file(file(&f.path, Some("correct horse")).unwrap(), author()).unwrap();
    let (id, change) = strike("Later");
    let before = Timestamp::now();
    case.apply(change).unwrap();
    let now = case.file().as_of(Timestamp::now(), &Progress::new()).unwrap();
    let then = case.file().as_of(before, &Progress::new()).unwrap();
    assert!(now.get::<Strike>(id).unwrap().is_some());
    assert!(then.get::<Strike>(id).unwrap().is_none());
    assert_eq!(then.all::<Strike>().unwrap().len(), 40);
    assert_eq!(then.history(None, 1).unwrap()[0].seq, 47);
    assert_eq!(then.chains().unwrap()[0].entries, 47);
    for (word, count) in [
        ("a-cam", 6),
        ("era", 0),
        ("CAMER", 6),
        ("make camera", 6),
        ("lens", 0),
    ] {
        let filter = PhotoFilter {
            metadata: word.to_owned(),
            ..PhotoFilter::default()
        };
        for reader in [&now, &then, &case.reader().unwrap()] {
            let found = reader.photo_order(&filter, PhotoSort::Captured, None).unwrap();
            assert_eq!(found.photos.len(), count, "{word}");
        }
    }
    let photo = &then.all::<Photo>().unwrap()[0];
    let bytes = then.original(photo.id).unwrap().unwrap();
    assert_eq!(sha256(&bytes), photo.sha256);
    let first = case
        .file()
        .as_of(Timestamp::UNIX_EPOCH, &Progress::new())
        .unwrap();
    assert_eq!(first.all::<Strike>().unwrap().len(), 0);
}

#[test]
fn a_handover_is_a_record_like_any_other() {
    let f = closed_case(None);
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let component = Component::default();
    let id = component.id;
    let custody = Custody {
        received_by: Some("Evidence store".to_owned()),
        seal_after: Some("A-17".to_owned()),
        ..Custody::of(component.id)
    };
    let refused = case.apply(Change::Create(custody.clone().into()));
    assert!(matches!(refused, Err(CaseError::NoRecord(_))));
    case.apply(Change::Create(component.into())).unwrap();
    case.apply(Change::Create(custody.clone().into())).unwrap();
    let reader = case.reader().unwrap();
    assert_eq!(reader.custody_of(id).unwrap(), [custody]);
    sound(&reader);
    // It goes with its component, and comes back with it.
    case.apply(Change::Remove(RecordRef::from(id))).unwrap();
    assert!(reader.custody_of(id).unwrap().is_empty());
    case.undo().unwrap();
    assert_eq!(reader.custody_of(id).unwrap().len(), 1);
}

#[test]
fn ssh_keygen_accepts_a_signed_head_and_rejects_it_after_any_changed_byte() {
    if Command::new("ssh-keygen").arg("-?").output().is_err() {
        println!("skipped: there is no ssh-keygen");
        return;
    }
    let f = closed_case(None);
    let mut case = Case::open_file(file(&f.path, None).unwrap(), author()).unwrap();
    let key = PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap();
    let (signature, _) = case.sign(&key).unwrap();
    sound(&case.reader().unwrap());
    case.close().unwrap();

    let signers = f.folder.path().join("allowed_signers");
    let public = key.public_key().to_openssh().unwrap();
    std::fs::write(&signers, format!("olha@example.org {public}\n")).unwrap();
    let armoured = f.folder.path().join("head.sig");
    std::fs::write(&armoured, &signature.signature).unwrap();
    let accepts = |statement: &str| {
        let text = f.folder.path().join("head");
        std::fs::write(&text, statement).unwrap();
        Command::new("ssh-keygen")
            .args([
                "-Y",
                "verify",
                "-I",
                "olha@example.org",
                "-n",
                SIGNATURE_NAMESPACE,
                "-f",
            ])
            .arg(&signers)
            .arg("-s")
            .arg(&armoured)
            .stdin(std::fs::File::open(&text).unwrap())
            .output()
            .unwrap()
            .status
            .success()
    };
    let recomputed = |path: &Path| -> Option<String> {
        let reader = Reader::open(path).ok()?;
        let head = reader.head(&signature.device, signature.device_seq).ok()??;
        Some(head.statement())
    };
    assert!(accepts(&recomputed(&f.path).unwrap()));

    // Any one byte of the history: of each column of several entries.
    for column in ["device", "at", "person", "action", "ops"] {
        for seq in [1, 20, 47] {
            let copy = f.folder.path().join("changed.witness");
            std::fs::copy(&f.path, &copy).unwrap();
            let conn = rusqlite::Connection::open(&copy).unwrap();
            let sql = format!(
                "UPDATE history SET {column} = replace({column}, substr({column}, 3, 1), '~') WHERE seq = ?1"
            );
            assert_eq!(conn.execute(&sql, [seq]).unwrap(), 1);
            drop(conn);
            let accepted = recomputed(&copy).is_some_and(|statement| accepts(&statement));
            assert!(!accepted, "{column} of entry {seq}");
        }
    }
    // Also when whoever changed it computed all hashes anew.
    let copy = f.folder.path().join("forged.witness");
    let mut forged = Case::create(&copy, "Kyiv", author()).unwrap();
    fill(&mut forged);
    forged.close().unwrap();
    assert!(!accepts(&recomputed(&copy).unwrap()));
}
