//! What the tests that break things share: a child process that changes a case and acknowledges each change, and
//! the parent's look at what is left of it.
//!
//! The child is the test binary itself. It says `ack SEQ TOKEN` on standard output once the library has told it that
//! a change is made: the entry of the history with that number must hold that token from then on, whatever happens.

#![allow(dead_code, reason = "each test file uses its part")]

use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use witnessmark::case::{Applied, Author, Reader, sha256};
use witnessmark::model::{Change, NewPhoto, Photo};

/// Names the case to the child.
const CASE: &str = "WITNESSMARK_CHILD_CASE";

/// How long a run is asked for: `WITNESSMARK_SOAK`, where the ordinary run is not enough.
pub fn soak() -> Option<u64> {
    std::env::var("WITNESSMARK_SOAK").ok()?.parse().ok()
}

pub fn author() -> Author {
    Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    }
}

/// A small generator, so that a failure can be repeated.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        // Neighbouring seeds are to give unlike runs, and 0 would stay 0.
        Self((seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most.max(1)
    }

    pub fn bytes(&mut self, many: usize) -> Vec<u8> {
        (0..many)
            .map(|_| u8::try_from(self.below(256)).unwrap())
            .collect()
    }
}

/// A photo of these bytes, called `name`.
pub fn photo(name: &str, bytes: Vec<u8>) -> NewPhoto {
    NewPhoto {
        photo: Photo {
            sha256: sha256(&bytes),
            byte_size: bytes.len() as u64,
            file_name: name.to_owned(),
            format: "JPEG".to_owned(),
            width: 100,
            height: 50,
            ..Photo::default()
        },
        bytes,
        ..NewPhoto::default()
    }
}

/// Its change.
pub fn add(photo: NewPhoto) -> Change {
    Change::AddPhoto(Box::new(photo))
}

/// The test binary, to be run as the child `name` on `case`, with a home of its own beside the case.
pub fn child(name: &str, case: &Path) -> Command {
    let home = case.parent().unwrap().join("home");
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([name, "--ignored", "--exact", "--nocapture"])
        .env(CASE, case)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("HOME", home);
    command
}

/// The case that this process shall work on; `None` when it is nobody's child.
pub fn case_of_child() -> Option<PathBuf> {
    std::env::var_os(CASE).map(PathBuf::from)
}

/// Says a line of its own at once: the test harness may have begun one.
pub fn say(line: impl Display) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Acknowledges a change, whose entry holds `token`; without one, the id of the first record that it touched.
pub fn acknowledge(applied: &Applied, token: Option<&str>) {
    if let Some(first) = applied.records.first()
        && applied.step > 0
    {
        say(format_args!(
            "ack {} {}",
            applied.step,
            token.unwrap_or(&first.id)
        ));
    }
}

/// An acknowledged change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ack {
    pub seq: i64,
    pub token: String,
}

/// The acknowledgements in what a child said. A line that was cut off is none.
pub fn acks(said: &[u8]) -> Vec<Ack> {
    let whole = said.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
    String::from_utf8_lossy(&said[..whole])
        .lines()
        .filter_map(|line| {
            let (seq, token) = line.strip_prefix("ack ")?.split_once(' ')?;
            Some(Ack {
                seq: seq.parse().ok()?,
                token: token.to_owned(),
            })
        })
        .collect()
}

/// The acknowledged changes that are not in the case, read without any of the program's own code.
pub fn lost(case: &Path, acks: &[Ack]) -> Vec<String> {
    let conn = match Connection::open_with_flags(case, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        Ok(conn) => conn,
        Err(error) => return vec![error.to_string()],
    };
    acks.iter()
        .filter_map(|Ack { seq, token }| {
            let ops = conn
                .query_row("SELECT ops FROM history WHERE seq = ?1", [seq], |row| {
                    row.get::<_, String>(0)
                })
                .optional();
            match ops {
                Ok(Some(ops)) if ops.contains(token) => None,
                Ok(Some(_)) => Some(format!("entry {seq} is another than {token}")),
                Ok(None) => Some(format!("entry {seq} ({token}) is gone")),
                Err(error) => Some(format!("entry {seq} ({token}): {error}")),
            }
        })
        .collect()
}

/// What verify finds wrong with the case, or why it can't be read.
pub fn unsound(case: &Path) -> Vec<String> {
    match Reader::open(case).and_then(|reader| reader.verify(|_, _| true)) {
        Ok(verdict) => verdict
            .problems
            .iter()
            .map(|problem| format!("{} {}: {}", problem.part, problem.what, problem.message))
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

/// Calls `run` for every point, several at a time, as most of them wait; gives what they find.
pub fn each<P: Copy + Sync, F: Send>(points: &[P], run: impl Fn(P) -> Vec<F> + Sync) -> Vec<F> {
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 * std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = run(*point);
                    wrong.lock().unwrap().extend(found);
                }
            });
        }
    });
    wrong.into_inner().unwrap()
}
