//! The history in a package: a file a device with one entry a line, and the list of the chains.
//!
//! `ops` of an entry is a text that holds JSON: the very text that was hashed, so that any script can compute the hash
//! again (`docs/package.md` has one).

use std::io::Write;

use serde::{Deserialize, Serialize};

use super::names;
use crate::case::{Device, Entry, Known};
use crate::model::id::Sha256;

/// Where the list of the chains lies.
pub const LIST: &str = "data/history/chains.json";

/// One entry as a line states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    seq: i64,
    device: String,
    device_seq: i64,
    at: String,
    person: String,
    action: String,
    step: i64,
    takes_back: Option<i64>,
    ops: String,
    prev_hash: Sha256,
    hash: Sha256,
}

/// Writes an entry as one line.
///
/// # Errors
/// When it can't be written.
pub fn write(entry: Entry, out: &mut impl Write) -> std::io::Result<()> {
    let line = Line {
        seq: entry.seq,
        device: entry.device,
        device_seq: entry.device_seq,
        at: entry.at,
        person: entry.person,
        action: entry.action,
        step: entry.step,
        takes_back: entry.takes_back,
        ops: entry.ops,
        prev_hash: entry.prev_hash,
        hash: entry.hash,
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

/// The entry that a line states.
///
/// # Errors
/// When it is no such line.
pub fn read(line: &str) -> Result<Entry, serde_json::Error> {
    let line: Line = serde_json::from_str(line)?;
    Ok(Entry {
        seq: line.seq,
        device: line.device,
        device_seq: line.device_seq,
        at: line.at,
        person: line.person,
        action: line.action,
        step: line.step,
        takes_back: line.takes_back,
        ops: line.ops,
        prev_hash: line.prev_hash,
        hash: line.hash,
    })
}

/// The list of the chains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chains {
    /// The number of this form: 1.
    pub format: u32,
    /// The case: the hash of its first entry.
    pub case: Sha256,
    /// The number of the format of the case file, see docs/file-format.md.
    pub case_format: i64,
    /// The chains, in the order of their first entries.
    pub chains: Vec<Chain>,
}

/// A chain in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// The device's id.
    pub device: String,
    /// The device's name for people.
    pub name: String,
    /// Its file, from the package's root.
    pub file: String,
    /// How many entries it has.
    pub entries: u64,
    /// The hash of the last of them.
    pub head: Sha256,
    /// What the device knew of others when it wrote; see docs/file-format.md, "Several devices".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<Known>,
}

impl Chain {
    /// The chain of a device of the case.
    #[must_use]
    pub fn of(device: &Device, known: Vec<Known>) -> Self {
        Self {
            device: device.id.clone(),
            name: device.name.clone(),
            file: names::chain(&device.id),
            entries: device.entries,
            head: device.head,
            known,
        }
    }
}
