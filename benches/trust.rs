//! A case of 100,000 photos and 1,000,000 entries of history: what opening, undo, the log, a backup, the past and
//! verify cost; and verify's throughput on originals beside `sha256sum` on the same bytes.
//!
//! `cargo bench --bench trust`. The case is made once (some minutes) and kept where `WITNESSMARK_BENCH_CASE` says, else
//! in a temporary folder. CPU times are of the process, so that a busy machine tells the same.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use witnessmark::case::{Author, Case, CaseFile, LogFilter, Reader, sha256};
use witnessmark::job::Progress;
use witnessmark::model::record::{Record, RecordKind, RecordRef};
use witnessmark::model::{Change, NewPhoto, Photo, Strike};

const PHOTOS: u32 = 100_000;
const ENTRIES: u32 = 1_000_000;

fn author() -> Author {
    Author {
        person: "B. Ench".to_owned(),
        device: "33333333-3333-7333-8333-333333333333".to_owned(),
        device_name: "bench".to_owned(),
    }
}

fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap())
}

/// Does something, and says what it cost.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (wall, before) = (Instant::now(), cpu());
    let result = work();
    println!(
        "{what:<44} {:>10.1?} CPU {:>10.1?} wall",
        cpu() - before,
        wall.elapsed()
    );
    result
}

fn photo(bytes: Vec<u8>, name: String) -> Change {
    Change::AddPhoto(Box::new(NewPhoto {
        photo: Photo {
            sha256: sha256(&bytes),
            byte_size: bytes.len() as u64,
            file_name: name,
            format: "JPEG".to_owned(),
            ..Photo::default()
        },
        bytes,
        ..NewPhoto::default()
    }))
}

fn make(path: &Path) -> RecordRef {
    let mut case = Case::create(path, "Bench", author()).unwrap();
    let mut done = 1;
    for part in 0..PHOTOS / 1_000 {
        let numbers = part * 1_000..(part + 1) * 1_000;
        let photos = numbers.map(|number| photo(number.to_le_bytes().repeat(50), format!("{number}.jpg")));
        case.apply_all(photos.collect()).unwrap();
        done += 1_000;
    }
    let strikes: Vec<Strike> = (0..1_000)
        .map(|number| Strike {
            title: format!("Strike {number}"),
            ..Strike::default()
        })
        .collect();
    let made = strikes
        .iter()
        .map(|strike| Change::Create(Record::from(strike.clone())));
    case.apply_all(made.collect()).unwrap();
    done += 1_000;
    let first = RecordRef::from(strikes[0].id);
    let edit = |which: u32, number: u32| Change::Edit {
        record: strikes[which as usize % strikes.len()].id.into(),
        fields: serde_json::json!({ "notes": format!("note number {number} on what was found there") })
            .as_object()
            .unwrap()
            .clone(),
    };
    while done < ENTRIES - 1_000 {
        let edits = (0..5_000.min(ENTRIES - 1_000 - done)).map(|at| edit(at, done + at));
        let edits: Vec<Change> = edits.collect();
        done += u32::try_from(edits.len()).unwrap();
        case.apply_all(edits).unwrap();
    }
    // The last thousand one by one, as people work.
    for number in 0..1_000 {
        case.apply(edit(number % 2, done + number)).unwrap();
    }
    case.close().unwrap();
    first
}

fn long_history(folder: &Path) {
    let path =
        std::env::var_os("WITNESSMARK_BENCH_CASE").map_or_else(|| folder.join("long.witness"), PathBuf::from);
    if !path.exists() {
        timed("made", || make(&path));
    }
    let file = CaseFile::find(&path, None)
        .unwrap()
        .with_backups(Some(folder.join("backups")));
    let first = RecordRef::from(file.reader().unwrap().all::<Strike>().unwrap()[0].id);
    let size = std::fs::metadata(&path).unwrap().len() / 1_000_000;
    println!("{PHOTOS} photos, {ENTRIES} entries, {size} MB");
    let now = jiff::Timestamp::now();
    let mut case = timed("open", || Case::open_file(file.clone(), author()).unwrap());
    let reader = timed("open a reader", || file.reader().unwrap());
    timed("undo", || case.undo().unwrap());
    timed("redo", || case.redo().unwrap());
    timed("100 undos", || (0..100).for_each(|_| drop(case.undo().unwrap())));
    timed("100 redos", || (0..100).for_each(|_| drop(case.redo().unwrap())));
    timed("the log's newest 100", || reader.history(None, 100).unwrap());
    timed("the log's 100 in the middle", || {
        reader.history(Some(i64::from(ENTRIES / 2)), 100).unwrap()
    });
    timed("steps taken back among 10,000", || {
        reader
            .steps_taken_back(i64::from(ENTRIES) - 10_000, i64::from(ENTRIES))
            .unwrap()
    });
    let life = timed("the life of one record", || reader.history_of(&first).unwrap());
    println!("  ({} entries)", life.len());
    let log = |what: &str, filter: LogFilter| {
        let found = timed(what, || reader.log(&filter).unwrap());
        println!("  ({} entries)", found.len());
    };
    timed("what the log can be filtered by", || {
        reader.log_choices().unwrap()
    });
    let any = LogFilter::default;
    let record = Some(first.clone());
    log("the log of one record", LogFilter { record, ..any() });
    let action = Some("undo".to_owned());
    log("the log of one action", LogFilter { action, ..any() });
    let kind = Some(RecordKind::Photo);
    log("the log of one kind of record", LogFilter { kind, ..any() });
    let from = Some(now.to_string());
    log("the log from a moment on", LogFilter { from, ..any() });
    let text = "Note Number 77777 ".to_owned();
    log("the log with some words", LogFilter { text, ..any() });
    let today = jiff::civil::date(2026, 11, 23);
    timed("first backup of the records", || reader.back_up(today).unwrap());
    case.apply(Change::Create(Strike::default().into())).unwrap();
    timed("the next backup", || reader.back_up(today).unwrap());
    let past = timed("the case as of now, made anew", || {
        file.as_of(jiff::Timestamp::now(), &Progress::new()).unwrap()
    });
    drop(past);
    let verdict = timed("verify", || reader.verify(|_, _| true).unwrap());
    assert!(verdict.is_sound(), "{:?}", verdict.problems.first());
    drop(reader);
    timed("close", || case.close().unwrap());
}

/// 400 originals of 5 MB: verify beside `sha256sum` and `openssl dgst` of the same bytes, in turns.
fn throughput(folder: &Path) {
    let path = folder.join("large.witness");
    let files = folder.join("files");
    std::fs::create_dir(&files).unwrap();
    let mut case = Case::create(&path, "Bench", author()).unwrap();
    let mut state = 1u64;
    for number in 0..400 {
        let bytes: Vec<u8> = (0..5_000_000 / 8)
            .flat_map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                state.to_le_bytes()
            })
            .collect();
        std::fs::write(files.join(number.to_string()), &bytes).unwrap();
        case.apply(photo(bytes, format!("{number}.jpg"))).unwrap();
    }
    case.close().unwrap();
    let shell = |command: &str| {
        let children = || {
            let usage = std::fs::read_to_string("/proc/self/stat").unwrap();
            let fields: Vec<&str> = usage.rsplit(')').next().unwrap().split_whitespace().collect();
            let ticks: u64 = fields[13].parse::<u64>().unwrap() + fields[14].parse::<u64>().unwrap();
            Duration::from_millis(ticks * 10)
        };
        let (wall, before) = (Instant::now(), children());
        let command = format!("cat {}/* | {command} > /dev/null", files.display());
        let status = std::process::Command::new("sh")
            .args(["-c", &command])
            .status()
            .unwrap();
        assert!(status.success());
        println!(
            "{command:<44.44} {:>10.1?} CPU {:>10.1?} wall",
            children() - before,
            wall.elapsed()
        );
    };
    println!("400 originals of 5 MB, 2.0 GB:");
    for _ in 0..3 {
        let reader = Reader::open(&path).unwrap();
        let verdict = timed("verify", || reader.verify(|_, _| true).unwrap());
        assert!(verdict.is_sound() && verdict.originals == 400);
        shell("sha256sum");
        shell("openssl dgst -sha256");
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    throughput(folder.path());
    long_history(folder.path());
}
