//! A disk as a power cut leaves it: computed from the log of everything a program asked of it.
//!
//! What was written to a file before it was last synced is there. Of what came later each write may be there, or
//! not, or in some of its sectors. A file that was made or taken away may be so or not until its folder was synced.
//! This is harsher than most file systems are.

use std::collections::BTreeMap;

use super::child::{Ack, Random, acks};

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// One entry of the shim's log.
pub enum Op {
    Create(String),
    Write {
        name: String,
        offset: usize,
        bytes: Vec<u8>,
    },
    Truncate(String, usize),
    Sync(String),
    SyncFolder,
    Unlink(String),
    Rename(String, String),
    Acknowledged(Vec<Ack>),
}

/// Reads the shim's log: lines of `KIND NAME NUMBER LENGTH`, each followed by LENGTH bytes.
pub fn read_log(mut log: &[u8]) -> Vec<Op> {
    let mut ops = Vec::new();
    while let Some(end) = log.iter().position(|byte| *byte == b'\n') {
        let line: Vec<&str> = std::str::from_utf8(&log[..end]).unwrap().split(' ').collect();
        let [kind, name, number, length] = line[..] else {
            panic!("no log line: {line:?}")
        };
        let (bytes, rest) = log[end + 1..].split_at(length.parse().unwrap());
        log = rest;
        let name = name.to_owned();
        ops.push(match kind {
            "o" => Op::Create(name),
            "w" => Op::Write {
                name,
                offset: number.parse().unwrap(),
                bytes: bytes.to_vec(),
            },
            "t" => Op::Truncate(name, number.parse().unwrap()),
            "s" => Op::Sync(name),
            "d" => Op::SyncFolder,
            "u" => Op::Unlink(name),
            "r" => Op::Rename(name, String::from_utf8(bytes.to_vec()).unwrap()),
            "a" => Op::Acknowledged(acks(bytes)),
            _ => panic!("no kind of operation: {kind}"),
        });
    }
    ops
}

/// A change to a file's content.
enum Change<'a> {
    Write(usize, &'a [u8]),
    Truncate(usize),
}

/// A file, whatever it is called: its changes, the first `synced` of which are on the disk.
#[derive(Default)]
struct File<'a> {
    changes: Vec<Change<'a>>,
    synced: usize,
}

/// What a name stands for: on the disk, and after each later change that no sync of the folder followed.
#[derive(Default)]
struct Name {
    on_disk: Option<usize>,
    later: Vec<Option<usize>>,
}

impl Name {
    fn now(&self) -> Option<usize> {
        self.later.last().copied().unwrap_or(self.on_disk)
    }
}

/// What a cut leaves: the files by name, and what had been acknowledged by then.
pub struct Left {
    pub files: BTreeMap<String, Vec<u8>>,
    pub acks: Vec<Ack>,
}

/// The disk when the power is cut after `ops`.
pub fn after_cut(ops: &[Op], random: &mut Random) -> Left {
    let mut files: Vec<File> = Vec::new();
    let mut names: BTreeMap<&str, Name> = BTreeMap::new();
    let mut acknowledged = Vec::new();
    for op in ops {
        match op {
            Op::Create(name) => {
                files.push(File::default());
                names.entry(name).or_default().later.push(Some(files.len() - 1));
            }
            Op::Write { name, offset, bytes } => {
                let file = names[name.as_str()].now().expect("written files are there");
                files[file].changes.push(Change::Write(*offset, bytes));
            }
            Op::Truncate(name, length) => {
                let file = names[name.as_str()].now().expect("truncated files are there");
                files[file].changes.push(Change::Truncate(*length));
            }
            Op::Sync(name) => {
                if let Some(file) = names[name.as_str()].now() {
                    files[file].synced = files[file].changes.len();
                }
            }
            Op::SyncFolder => {
                for name in names.values_mut() {
                    name.on_disk = name.now();
                    name.later.clear();
                }
            }
            Op::Unlink(name) => names.get_mut(name.as_str()).unwrap().later.push(None),
            Op::Rename(from, to) => {
                let file = names[from.as_str()].now();
                names.get_mut(from.as_str()).unwrap().later.push(None);
                names.entry(to).or_default().later.push(file);
            }
            Op::Acknowledged(acks) => acknowledged.extend_from_slice(acks),
        }
    }
    let mut left = BTreeMap::new();
    for (name, Name { on_disk, later }) in names {
        let reached = random.below(later.len() + 1);
        let file = reached.checked_sub(1).map_or(on_disk, |last| later[last]);
        if let Some(file) = file {
            left.insert(name.to_owned(), content(&files[file], random));
        }
    }
    Left {
        files: left,
        acks: acknowledged,
    }
}

fn content(file: &File, random: &mut Random) -> Vec<u8> {
    let mut content = Vec::new();
    // From nothing of what was not synced to all of it.
    let quarters = random.below(5);
    for (number, change) in file.changes.iter().enumerate() {
        let synced = number < file.synced;
        match *change {
            Change::Write(offset, bytes) => {
                let torn = !synced && random.below(4) == 0;
                if synced || (!torn && random.below(4) < quarters) {
                    put(&mut content, offset, bytes);
                } else if torn {
                    tear(&mut content, offset, bytes, random);
                }
            }
            Change::Truncate(length) if synced || random.below(4) < quarters => content.resize(length, 0),
            Change::Truncate(_) => {}
        }
    }
    content
}

fn put(content: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[offset..end].copy_from_slice(bytes);
}

/// Writes some of the sectors that `bytes` lie in.
fn tear(content: &mut Vec<u8>, offset: usize, bytes: &[u8], random: &mut Random) {
    let mut begin = 0;
    while begin < bytes.len() {
        let end = (begin + SECTOR - (offset + begin) % SECTOR).min(bytes.len());
        if random.below(2) == 0 {
            put(content, offset + begin, &bytes[begin..end]);
        }
        begin = end;
    }
}
