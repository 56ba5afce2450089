//! The promise: whatever the disk does, a change that the program has acknowledged is in the case, and the case
//! stays sound. If the disk fails or is full, the program says so in words and goes on.
//!
//! A fixed session runs in a child process over a small C library (`faults/shim.c`) that fails the n-th thing the
//! session asks of the case's files, for n = 1, 2, 3, ... until the session gets through undisturbed: an I/O error or
//! a full disk, once or from then on; the end of the process before the operation or in the middle of a write. After
//! each run the case is opened, verified, and searched for every acknowledged change.
//!
//! The power cut is played from the log of one undisturbed run: for every n the disk is put together as it may be
//! after n operations (see `faults/disk.rs`), three times with different luck.
//!
//! The ordinary run takes every k-th n. All of them: `WITNESSMARK_SOAK=1 cargo test --test faults -- --nocapture`;
//! with a larger number so many times more disks are put together.
//! Linux only, and `cc` is needed, as for the build itself.
#![cfg(target_os = "linux")]

#[path = "faults/child.rs"]
mod child;
#[path = "faults/disk.rs"]
mod disk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{LazyLock, Mutex};
use std::time::Instant;

use child::{Random, acks, add, author, case_of_child, each, lost, photo, say, soak, unsound};
use tempfile::TempDir;
use witnessmark::case::{Applied, Case, CaseError};
use witnessmark::model::record::{Fields, Record};
use witnessmark::model::{Change, Component, Strike};

/// The ordinary run takes every so many points.
const STRIDE: usize = 19;

/// Disks that are put together for each point of the power cut.
const CUTS: u64 = 3;

/// What the child exits with where the shim ends it.
const ENDED: i32 = 86;

/// One step of the session: its answer is said.
fn step(applied: Result<Applied, CaseError>, token: Option<&str>) {
    match applied {
        Ok(applied) => child::acknowledge(&applied, token),
        Err(error) => say(format_args!("refused {error}")),
    }
}

fn said<T>(result: Result<T, CaseError>) -> Option<T> {
    result.map_err(|error| say(format_args!("refused {error}"))).ok()
}

fn create(case: &mut Case, token: &str, record: impl Into<Record>) {
    step(case.apply(Change::Create(record.into())), Some(token));
}

#[test]
#[ignore = "the child of the tests below"]
fn session() {
    let Some(path) = case_of_child() else { return };
    let strike = Strike {
        title: "the strike".to_owned(),
        ..Strike::default()
    };
    let component = Component {
        title: "the component".to_owned(),
        ..Component::default()
    };
    let edit = |field: &str, token: &str| Change::Edit {
        record: strike.id.into(),
        fields: Fields::from_iter([(field.to_owned(), token.into())]),
    };
    let Some(mut case) = said(Case::create(&path, "the case", author())) else {
        if path.exists() {
            say("refused (and a file stays behind)");
        }
        return;
    };
    say("ack 1 the case");
    create(&mut case, "the strike", strike.clone());
    create(&mut case, "the component", component.clone());
    let tag = Change::AddTag {
        name: "the tag".to_owned(),
        vocabulary: String::new(),
        records: vec![strike.id.into(), component.id.into()],
    };
    step(case.apply(tag), Some("the tag"));
    let bytes = Random::new(200).bytes(200_000);
    step(case.apply(add(photo("the photo", bytes))), Some("the photo"));
    step(
        case.apply(edit("title", "the second title")),
        Some("the second title"),
    );
    step(case.undo().map(Option::unwrap_or_default), None);
    said(case.close());
    // Who is refused tries again.
    let again = || said(Case::open(&path, author()));
    let Some(mut case) = again().or_else(again) else {
        return;
    };
    step(case.apply(edit("notes", "the note")), Some("the note"));
    step(case.apply(Change::Remove(component.id.into())), None);
    said(case.close());
}

/// The shim, built once.
fn shim() -> &'static Path {
    static SHIM: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("shim.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/shim.c");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .args([&library, &source])
            .arg("-ldl")
            .output()
            .unwrap();
        assert!(built.status.success(), "{built:?}");
        (folder, library)
    });
    &SHIM.1
}

/// What the disk does.
#[derive(Clone, Copy)]
struct Fault {
    mode: &'static str,
    lasts: bool,
}

const FAULTS: [Fault; 6] = [
    Fault {
        mode: "eio",
        lasts: false,
    },
    Fault {
        mode: "eio",
        lasts: true,
    },
    Fault {
        mode: "enospc",
        lasts: false,
    },
    Fault {
        mode: "enospc",
        lasts: true,
    },
    Fault {
        mode: "torn",
        lasts: false,
    },
    Fault {
        mode: "kill",
        lasts: false,
    },
];

/// A run of the session over the shim, in a folder of its own.
struct Run {
    folder: TempDir,
    output: Output,
    seconds: f64,
}

impl Run {
    fn with(fault: Fault, at: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut run = child::child("session", &case_in(&folder));
        let begin = Instant::now();
        let output = run
            .env("LD_PRELOAD", shim())
            .env("WITNESSMARK_FAULT_CASE", case_in(&folder))
            .env("WITNESSMARK_FAULT_MODE", fault.mode)
            .env("WITNESSMARK_FAULT_AT", at.to_string())
            .env("WITNESSMARK_FAULT_LASTS", u8::from(fault.lasts).to_string())
            .env("WITNESSMARK_FAULT_LOG", folder.path().join("log"))
            .output()
            .unwrap();
        Self {
            folder,
            output,
            seconds: begin.elapsed().as_secs_f64(),
        }
    }

    fn told(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// What follows `word` in what the shim told.
    fn shim_told(&self, word: &str) -> Option<String> {
        let told = self.told();
        told.lines()
            .find_map(|line| line.strip_prefix(word))
            .map(|rest| rest.trim().to_owned())
    }

    /// The errors that the program gave, without what differs from run to run.
    fn refusals(&self) -> Vec<String> {
        let out = String::from_utf8_lossy(&self.output.stdout);
        let folder = self.folder.path().display().to_string();
        let plain = |word: &str| match word.matches('-').count() {
            4 if word.len() == 36 => "ID".to_owned(),
            _ => word.replace(&folder, "..."),
        };
        out.lines()
            .filter_map(|line| line.strip_prefix("refused"))
            .map(|message| {
                message
                    .split_whitespace()
                    .map(plain)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }
}

fn case_in(folder: &TempDir) -> PathBuf {
    folder.path().canonicalize().unwrap().join("case.witness")
}

/// What is wrong with a case that was left like this, after these changes were acknowledged.
fn wrong(case: &Path, acks: &[child::Ack]) -> Vec<String> {
    if acks.is_empty() && !case.exists() {
        return Vec::new();
    }
    // As the program opens it; what is read next is what that leaves.
    let opened = match Case::open(case, author()) {
        Ok(opened) => opened,
        // Nobody was told that there is a case.
        Err(_) if acks.is_empty() => return Vec::new(),
        Err(error) => return vec![format!("does not open: {error}")],
    };
    let mut wrong = unsound(case);
    wrong.extend(lost(case, acks));
    if let Err(error) = opened.close() {
        wrong.push(format!("does not close: {error}"));
    }
    wrong.extend(unsound(case).into_iter().map(|what| format!("closed: {what}")));
    wrong
}

/// The points to run of so many.
fn points(many: usize) -> Vec<usize> {
    let stride = if soak().is_some() { 1 } else { STRIDE };
    (1..=many).step_by(stride).collect()
}

#[test]
fn every_failure_of_the_disk_leaves_a_sound_case_with_all_that_was_acknowledged() {
    let mut wrong = Vec::new();
    for fault in FAULTS {
        let begin = Instant::now();
        let undisturbed = Run::with(fault, 0);
        let many: usize = undisturbed.shim_told("operations:").unwrap().parse().unwrap();
        assert_eq!(
            acks(&undisturbed.output.stdout).len(),
            9,
            "{}",
            undisturbed.told()
        );
        let messages = Mutex::new(BTreeMap::<String, usize>::new());
        let slowest = Mutex::new(0.0_f64);
        let points = points(many);
        wrong.extend(each(&points, |at| {
            let run = Run::with(fault, at);
            let mut longest = slowest.lock().unwrap();
            *longest = longest.max(run.seconds);
            drop(longest);
            for message in run.refusals() {
                *messages.lock().unwrap().entry(message).or_default() += 1;
            }
            let place = format!("{} lasts: {} at {at} of {many}", fault.mode, fault.lasts);
            judge(fault, &run)
                .into_iter()
                .map(|what| format!("{place}, {}: {what}", run.shim_told("fault:").unwrap_or_default()))
                .collect()
        }));
        let beyond = Run::with(fault, many + 1);
        assert_eq!(
            beyond.shim_told("fault:"),
            None,
            "{}: there are more points",
            fault.mode
        );
        println!(
            "{} ({}): {} of {many} points, {:.1} s, the slowest session {:.1} s",
            fault.mode,
            if fault.lasts { "from then on" } else { "once" },
            points.len(),
            begin.elapsed().as_secs_f64(),
            slowest.into_inner().unwrap()
        );
        for (message, times) in messages.into_inner().unwrap() {
            println!("    {times} x {message}");
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong after a run.
fn judge(fault: Fault, run: &Run) -> Vec<String> {
    let told = run.told();
    let ends = matches!(fault.mode, "torn" | "kill");
    let expected = if ends { ENDED } else { 0 };
    let mut wrong = wrong(&case_in(&run.folder), &acks(&run.output.stdout));
    if run.output.status.code() != Some(expected) || told.contains("panicked") {
        wrong.push(format!("ended with {}: {told}", run.output.status));
    }
    if run.shim_told("fault:").is_none() {
        wrong.push("was not disturbed".to_owned());
    }
    wrong
}

#[test]
fn a_power_cut_at_any_moment_loses_nothing_that_was_acknowledged() {
    let begin = Instant::now();
    let fault = Fault {
        mode: "record",
        lasts: false,
    };
    let run = Run::with(fault, 0);
    let ops = disk::read_log(&std::fs::read(run.folder.path().join("log")).unwrap());
    let points = points(ops.len());
    let cuts = CUTS * soak().unwrap_or(1);
    let wrong = each(&points, |cut| {
        let seeds = (0..cuts).map(|luck| cut as u64 * cuts + luck);
        seeds.flat_map(|seed| cut_at(&ops[..cut], seed)).collect()
    });
    println!(
        "power cut: {} of {} points, {cuts} disks each, {:.1} s",
        points.len(),
        ops.len(),
        begin.elapsed().as_secs_f64()
    );
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong with one of the disks that a cut after `ops` can leave.
fn cut_at(ops: &[disk::Op], seed: u64) -> Vec<String> {
    let left = disk::after_cut(ops, &mut Random::new(seed));
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in &left.files {
        // "." is the case itself. What lies in memory that processes share is gone.
        if name != "-shm" {
            let name = format!("case.witness{}", name.trim_start_matches('.'));
            std::fs::write(folder.path().join(name), content).unwrap();
        }
    }
    let sizes: Vec<String> = left
        .files
        .iter()
        .map(|(name, content)| format!("{name} {}", content.len()))
        .collect();
    wrong(&case_in(&folder), &left.acks)
        .into_iter()
        .map(|what| {
            format!(
                "cut after {}, luck {seed} ({}): {what}",
                ops.len(),
                sizes.join(", ")
            )
        })
        .collect()
}
