//! The promise: what the program has told a person is in the case stays in it when the program is killed.
//!
//! A child process changes a case as fast as it can and acknowledges each change. The parent kills it (SIGKILL, no
//! handler runs) at a random moment, opens the case as the program does, lets verify judge it, and looks up every
//! change that was ever acknowledged. The next child goes on with the same case. A second test does the same to a
//! child that opens and closes the case all the time, so that most kills hit in there.
//!
//! This is about the end of the program, not of the power: see `faults.rs` for that. Soak:
//! `WITNESSMARK_SOAK=1000 cargo test --test crash -- --nocapture`. Every 100 rounds begin a new case, as verify
//! carries out the whole history each time.

#[path = "faults/child.rs"]
mod child;

use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use child::{Ack, Random, acks, add, author, case_of_child, lost, photo, say, soak, unsound};
use witnessmark::case::{Applied, Case, CaseError};
use witnessmark::model::id::StrikeId;
use witnessmark::model::record::{Fields, RecordRef};
use witnessmark::model::{Change, Component, Strike};

/// Tells the child which round it is.
const ROUND: &str = "WITNESSMARK_CHILD_ROUND";

const ROUNDS: u64 = 50;
const ROUNDS_PER_CASE: u64 = 100;

/// How long after its first word a child lives at most, in microseconds.
const LONGEST_LIFE: usize = 120_000;

/// The child's work: records that it made and has not seen go away.
struct Work {
    random: Random,
    round: u64,
    number: u64,
    strikes: Vec<StrikeId>,
    others: Vec<RecordRef>,
}

impl Work {
    fn of_this_child() -> Self {
        let round = std::env::var(ROUND).unwrap().parse().unwrap();
        Self {
            random: Random::new(round),
            round,
            number: 0,
            strikes: Vec::new(),
            others: Vec::new(),
        }
    }

    fn any_strike(&mut self) -> Option<StrikeId> {
        let any = self.random.below(self.strikes.len());
        self.strikes.get(any).copied()
    }

    /// Makes one change of some kind and acknowledges it.
    fn change(&mut self, case: &mut Case) {
        self.number += 1;
        let token = format!("round {} change {}.", self.round, self.number);
        let (applied, token) = match self.random.below(12) {
            0 | 1 => {
                let component = Component {
                    title: token.clone(),
                    ..Component::default()
                };
                self.others.push(component.id.into());
                (case.apply(Change::Create(component.into())), Some(token))
            }
            2 => (self.tag(case, &token), Some(token)),
            3 | 4 => (self.edit(case, &token), Some(token)),
            5 => match self.others.pop() {
                Some(record) => (case.apply(Change::Remove(record)), None),
                None => return,
            },
            6 | 7 => (case.undo().map(Option::unwrap_or_default), None),
            8 => (case.redo().map(Option::unwrap_or_default), None),
            9 | 10 => {
                let size = 1 + self.random.below(20_000);
                let new = photo(&token, self.random.bytes(size));
                self.others.push(new.photo.id.into());
                (case.apply(add(new)), Some(token))
            }
            _ => {
                let strike = Strike {
                    title: token.clone(),
                    ..Strike::default()
                };
                self.strikes.push(strike.id);
                (case.apply(Change::Create(strike.into())), Some(token))
            }
        };
        match applied {
            Ok(applied) => child::acknowledge(&applied, token.as_deref()),
            // Undo took it away: that is an answer.
            Err(CaseError::NoRecord(gone)) => {
                self.strikes.retain(|strike| RecordRef::from(*strike) != gone);
                self.others.retain(|other| *other != gone);
            }
            Err(error) => panic!("{error}"),
        }
    }

    fn tag(&mut self, case: &mut Case, token: &str) -> Result<Applied, CaseError> {
        let records = self.any_strike().map(RecordRef::from).into_iter().collect();
        case.apply(Change::AddTag {
            name: token.to_owned(),
            vocabulary: String::new(),
            records,
        })
    }

    fn edit(&mut self, case: &mut Case, token: &str) -> Result<Applied, CaseError> {
        let Some(strike) = self.any_strike() else {
            return Ok(Applied::default());
        };
        case.apply(Change::Edit {
            record: strike.into(),
            fields: Fields::from_iter([("notes".to_owned(), token.into())]),
        })
    }
}

#[test]
#[ignore = "the child of the test below"]
fn changes_without_end() {
    let Some(path) = case_of_child() else { return };
    let mut work = Work::of_this_child();
    let mut case = Case::open(&path, author()).unwrap();
    say("open");
    loop {
        work.change(&mut case);
    }
}

#[test]
#[ignore = "the child of the test below"]
fn opens_and_closes_without_end() {
    let Some(path) = case_of_child() else { return };
    let mut work = Work::of_this_child();
    say("open");
    loop {
        let mut case = Case::open(&path, author()).unwrap();
        work.change(&mut case);
        case.close().unwrap();
    }
}

/// Lets a child work until it is killed; gives what it acknowledged.
fn killed(child: &str, path: &Path, round: u64) -> Vec<Ack> {
    let mut process = child::child(child, path)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = process.stdout.take().unwrap();
    let (begun, begins) = mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut said = Vec::new();
        let mut part = [0; 4096];
        while let Ok(many @ 1..) = out.read(&mut part) {
            said.extend_from_slice(&part[..many]);
            if said.windows(6).any(|line| line == b"\nopen\n") {
                let _ = begun.send(());
            }
        }
        said
    });
    // When the child ends before its first word, `begun` is dropped and this returns at once.
    let _ = begins.recv_timeout(Duration::from_secs(60));
    let life = Random::new(round ^ 0x5eed).below(LONGEST_LIFE);
    std::thread::sleep(Duration::from_micros(life as u64));
    let ended = process.try_wait().unwrap();
    process.kill().unwrap();
    let rest = process.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&rest.stderr);
    assert!(
        ended.is_none(),
        "round {round}: the child ended by itself: {told}"
    );
    acks(&listener.join().unwrap())
}

fn rounds(child: &str) {
    let begin = Instant::now();
    let rounds = soak().unwrap_or(ROUNDS);
    let (mut changes, mut idle, mut after_crash) = (0, 0, 0);
    let mut folder = tempfile::tempdir().unwrap();
    let mut acknowledged = Vec::new();
    // On a slow machine few kills fall into the moments in which there is a log: it goes on until one did.
    let mut round = 0;
    while round < rounds || (round < 10 * rounds && (changes == 0 || after_crash == 0)) {
        if round % ROUNDS_PER_CASE == 0 {
            folder = tempfile::tempdir().unwrap();
            acknowledged.clear();
        }
        let path = folder.path().join("case.witness");
        if !path.exists() {
            Case::create(&path, "Kyiv", author()).unwrap().close().unwrap();
        }
        let new = killed(child, &path, round);
        changes += new.len();
        idle += usize::from(new.is_empty());
        acknowledged.extend(new);
        let log = std::fs::metadata(folder.path().join("case.witness-wal"));
        after_crash += u64::from(log.is_ok_and(|log| log.len() > 0));
        // First as the program does after a crash, then as anybody may read what is left.
        let case = Case::open(&path, author()).unwrap();
        assert_eq!(unsound(&path), [""; 0], "round {round}");
        assert_eq!(lost(&path, &acknowledged), [""; 0], "round {round}");
        case.close().unwrap();
        round += 1;
    }
    println!(
        "{child}: {round} kills, {changes} acknowledged changes ({idle} kills before the first of a round), \
         {after_crash} times with a log to be moved in, 0 lost, 0 unsound, {:.1} s",
        begin.elapsed().as_secs_f64()
    );
    assert!(changes > 0 && after_crash > 0, "nothing was tested");
}

#[test]
fn acknowledged_changes_outlive_the_kill_of_the_program() {
    rounds("changes_without_end");
}

#[test]
fn a_kill_during_opening_and_closing_loses_nothing() {
    rounds("opens_and_closes_without_end");
}
