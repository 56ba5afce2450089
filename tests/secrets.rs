//! An encrypted case leaves nothing readable behind: no passphrase, no key, no record and no original, in no file that
//! the program writes, open or closed, after a crash or while the passphrase is changed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use witnessmark::case::{Author, Case, CaseFile, Passphrase, QueryMode, sha256};
use witnessmark::job::Progress;
use witnessmark::model::{Change, NewPhoto, Photo, Strike};

const PASSPHRASE: &str = "a-passphrase-that-is-nowhere";
const NEXT: &str = "another-one-that-is-nowhere";
const RECORD: &str = "words-of-a-record-that-nobody-may-read";
const ORIGINAL: &str = "bytes-of-an-original-that-nobody-may-see";

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

fn fill(case: &mut Case) {
    for number in 0..20 {
        let strike = Strike {
            title: format!("{RECORD} {number}"),
            notes: RECORD.repeat(50),
            ..Strike::default()
        };
        case.apply(Change::Create(strike.into())).unwrap();
        let bytes = format!("{number}{}", ORIGINAL.repeat(2_000)).into_bytes();
        case.apply(Change::AddPhoto(Box::new(NewPhoto {
            photo: Photo {
                sha256: sha256(&bytes),
                byte_size: bytes.len() as u64,
                file_name: format!("{RECORD}.jpg"),
                format: "JPEG".to_owned(),
                ..Photo::default()
            },
            small_preview: Some(ORIGINAL.as_bytes().to_vec()),
            bytes,
            ..NewPhoto::default()
        })))
        .unwrap();
    }
}

/// Every file under `folder`, and which of the words that nobody may read it holds.
fn readable(folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        for word in [
            PASSPHRASE,
            NEXT,
            RECORD,
            ORIGINAL,
            "CREATE TABLE",
            "O. Tester\u{1}",
        ] {
            if bytes.windows(word.len()).any(|window| window == word.as_bytes()) {
                found.push((entry.path().to_owned(), word));
            }
        }
    }
    found
}

struct Fixture {
    folder: TempDir,
    path: PathBuf,
}

fn fixture() -> (Fixture, Case) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let key = passphrase(PASSPHRASE);
    let mut case = Case::create_with(&path, RECORD, author(), Some(&key)).unwrap();
    case.keep_backups_in(Some(folder.path().join("backups")));
    fill(&mut case);
    (Fixture { folder, path }, case)
}

#[test]
fn open_backed_up_changed_and_closed_nothing_is_readable() {
    let (f, mut case) = fixture();
    let reader = case.reader().unwrap();
    reader.search(RECORD, QueryMode::Loose, 10).unwrap();
    reader.back_up(jiff::civil::date(2026, 11, 23)).unwrap();
    drop(reader);
    case.undo().unwrap();
    // Open: the case, its log, its lock, its backup.
    assert!(
        std::fs::metadata(f.path.with_extension("witness-wal"))
            .unwrap()
            .len()
            > 0
    );
    assert_eq!(readable(f.folder.path()), []);
    let case = case
        .change_passphrase(Some(&passphrase(NEXT)), &Progress::new())
        .unwrap();
    assert_eq!(readable(f.folder.path()), []);
    case.close().unwrap();
    assert_eq!(readable(f.folder.path()), []);
    // The search finds what it looks for where it is readable.
    let case = CaseFile::find(&f.path, Some(&passphrase(NEXT))).unwrap();
    let case = Case::open_file(case.with_backups(None), author()).unwrap();
    case.change_passphrase(None, &Progress::new())
        .unwrap()
        .close()
        .unwrap();
    assert!(readable(f.folder.path()).iter().any(|(_, word)| *word == RECORD));
}

#[test]
fn recovered_and_restored_it_stays_encrypted() {
    let (f, case) = fixture();
    let backup = case
        .reader()
        .unwrap()
        .back_up(jiff::civil::date(2026, 11, 23))
        .unwrap()
        .unwrap();
    let file = case.file().clone();
    case.close().unwrap();
    let recovered = f.folder.path().join("recovered.witness");
    file.recover(&recovered, author(), &Progress::new())
        .unwrap()
        .0
        .close()
        .unwrap();
    let restored = f.folder.path().join("restored.witness");
    let key = passphrase(PASSPHRASE);
    let backup = CaseFile::find(&backup, Some(&key)).unwrap();
    backup
        .restore(&restored, author(), Some(&file), &Progress::new())
        .unwrap()
        .0
        .close()
        .unwrap();
    for path in [recovered, restored] {
        assert!(CaseFile::find(&path, Some(&key)).unwrap().reader().is_ok());
    }
    assert_eq!(readable(f.folder.path()), []);
}

#[test]
fn killed_in_the_middle_of_a_change_of_the_passphrase_nothing_is_readable_and_nothing_lost() {
    let (f, case) = fixture();
    case.close().unwrap();
    let home = f.folder.path().join("home");
    std::fs::create_dir(&home).unwrap();
    for round in 0..6 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_witnessmark"))
            .args(["passphrase", f.path.to_str().unwrap(), "--passphrase-stdin"])
            .env("HOME", &home)
            .env("TMPDIR", f.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        {
            use std::io::Write;
            let mut stdin = child.stdin.take().unwrap();
            writeln!(stdin, "{PASSPHRASE}\n{PASSPHRASE}").unwrap();
        }
        // Once the new file is being written, let it go on for a while that differs from round to round.
        let part = f.path.with_extension("witness-new");
        let begun = Instant::now();
        while !part.exists()
            && begun.elapsed() < Duration::from_secs(60)
            && child.try_wait().unwrap().is_none()
        {
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_millis(15 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(readable(f.folder.path()), [], "round {round}");
        let file = CaseFile::find(&f.path, Some(&passphrase(PASSPHRASE)))
            .unwrap()
            .with_backups(None);
        let case = Case::open_file(file, author()).unwrap();
        assert!(!part.exists());
        let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
        assert!(
            verdict.is_sound() && verdict.originals == 20,
            "{:?}",
            verdict.problems
        );
        case.close().unwrap();
    }
}
