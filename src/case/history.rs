//! The history: one entry for each change, append-only, each holding the SHA-256 of the device's entry before.
//!
//! An entry's hash is the SHA-256 over its columns `device`, `device_seq`, `at`, `person`, `action`, `step`,
//! `takes_back`, `ops` and `prev_hash`, each preceded by its length in bytes as an unsigned 64-bit
//! little-endian number; numbers are written as decimal text and an absent `takes_back` as empty text.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256 as Hasher};

use super::CaseError;
use super::schema::hash_of;
use crate::model::id::Sha256;
use crate::model::record::{Fields, Record, RecordKind, RecordRef};

/// What one entry does to one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Op {
    /// The record's kind.
    pub kind: RecordKind,
    /// The record's id.
    pub id: String,
    /// The touched fields before; `None` when the record was not there.
    pub before: Option<Fields>,
    /// The touched fields after; `None` when the record is taken away.
    pub after: Option<Fields>,
}

impl Op {
    /// The record that it touches.
    #[must_use]
    pub fn record(&self) -> RecordRef {
        RecordRef::new(self.kind, &self.id)
    }

    /// What takes it back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..self
        }
    }

    /// What makes `record`.
    #[must_use]
    pub fn create(record: &Record) -> Self {
        let RecordRef { kind, id } = record.record_ref();
        Self {
            kind,
            id,
            before: None,
            after: Some(record.fields()),
        }
    }
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its number in this file.
    pub seq: i64,
    /// The device that made it.
    pub device: String,
    /// Its number on that device, from 1.
    pub device_seq: i64,
    /// When: RFC 3339, UTC.
    pub at: String,
    /// Who.
    pub person: String,
    /// What was done.
    pub action: String,
    /// The `seq` of the first entry of what was done in one go.
    pub step: i64,
    /// The step that it takes back or does again.
    pub takes_back: Option<i64>,
    /// What it does, as JSON: the very text that was hashed.
    pub ops: String,
    /// The hash of the device's entry before.
    pub prev_hash: Sha256,
    /// Its own hash.
    pub hash: Sha256,
}

impl Entry {
    /// The hash that the entry should bear.
    #[must_use]
    pub fn computed_hash(&self) -> Sha256 {
        let takes_back = self.takes_back.map(|step| step.to_string()).unwrap_or_default();
        let mut hasher = Hasher::new();
        for part in [
            self.device.as_bytes(),
            self.device_seq.to_string().as_bytes(),
            self.at.as_bytes(),
            self.person.as_bytes(),
            self.action.as_bytes(),
            self.step.to_string().as_bytes(),
            takes_back.as_bytes(),
            self.ops.as_bytes(),
            &self.prev_hash.0,
        ] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Sha256(hasher.finalize().into())
    }

    /// What it does.
    ///
    /// # Errors
    /// When its JSON can't be understood.
    pub fn operations(&self) -> Result<Vec<Op>, CaseError> {
        serde_json::from_str(&self.ops).map_err(|error| CaseError::History {
            seq: self.seq,
            reason: error.to_string(),
        })
    }
}

pub(super) fn entry_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get(0)?,
        device: row.get(1)?,
        device_seq: row.get(2)?,
        at: row.get(3)?,
        person: row.get(4)?,
        action: row.get(5)?,
        step: row.get(6)?,
        takes_back: row.get(7)?,
        ops: row.get(8)?,
        prev_hash: Sha256(row.get(9)?),
        hash: Sha256(row.get(10)?),
    })
}

/// Every entry in order, with the columns that [`entry_of`] takes.
pub(super) const ALL: &str =
    "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
     FROM history ORDER BY seq";

/// The entry with this number, with the columns that [`entry_of`] takes.
pub(super) const ONE: &str =
    "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
     FROM history WHERE seq = ?1";

/// Calls `visit` with every entry in order.
pub(super) fn for_each(
    conn: &Connection,
    visit: impl FnMut(Entry) -> Result<(), CaseError>,
) -> Result<(), CaseError> {
    for_each_until(conn, i64::MAX, visit)
}

/// Calls `visit` with every entry up to the one numbered `last`, in order.
pub(super) fn for_each_until(
    conn: &Connection,
    last: i64,
    mut visit: impl FnMut(Entry) -> Result<(), CaseError>,
) -> Result<(), CaseError> {
    let mut statement = conn.prepare(
        "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
         FROM history WHERE seq <= ?1 ORDER BY seq",
    )?;
    let mut rows = statement.query([last])?;
    while let Some(row) = rows.next()? {
        visit(entry_of(row)?)?;
    }
    Ok(())
}

/// Calls `visit` with every entry of a device, in the order of its chain.
pub(super) fn for_each_of_device(
    conn: &Connection,
    device: &str,
    mut visit: impl FnMut(Entry) -> Result<(), CaseError>,
) -> Result<(), CaseError> {
    let mut statement = conn.prepare(
        "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
         FROM history WHERE device = ?1 ORDER BY device_seq",
    )?;
    let mut rows = statement.query([device])?;
    while let Some(row) = rows.next()? {
        visit(entry_of(row)?)?;
    }
    Ok(())
}

/// The entries of a step of `device`, in order. Each device numbers its steps by its own file.
pub(super) fn of_step(conn: &Connection, device: &str, step: i64) -> Result<Vec<Entry>, CaseError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
         FROM history WHERE step = ?1 AND device = ?2 ORDER BY seq",
    )?;
    let entries = statement
        .query_map(params![step, device], entry_of)?
        .collect::<Result<_, _>>()?;
    Ok(entries)
}

/// The newest entries, newest first.
pub(super) fn newest(conn: &Connection, before: Option<i64>, most: u32) -> Result<Vec<Entry>, CaseError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
         FROM history WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2",
    )?;
    let entries = statement
        .query_map(params![before.unwrap_or(i64::MAX), most], entry_of)?
        .collect::<Result<_, _>>()?;
    Ok(entries)
}

/// The entries that touched `record`, oldest first.
pub(super) fn of_record(conn: &Connection, record: &RecordRef) -> Result<Vec<Entry>, CaseError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
         FROM history_record AS r JOIN history USING (seq) WHERE r.kind = ?1 AND r.id = ?2 ORDER BY seq",
    )?;
    let entries = statement
        .query_map(params![record.kind.word(), record.id], entry_of)?
        .collect::<Result<_, _>>()?;
    Ok(entries)
}

/// The part of a new entry that is not computed.
pub(super) struct Draft<'a> {
    pub device: &'a str,
    pub device_name: &'a str,
    pub person: &'a str,
    pub at: String,
    pub action: &'a str,
    /// The step that it joins; `None` begins one.
    pub step: Option<i64>,
    pub takes_back: Option<i64>,
    pub ops: &'a [Op],
}

/// Appends an entry to the device's chain. Gives its `seq` and its step.
pub(super) fn append(conn: &Connection, draft: Draft<'_>) -> Result<(i64, i64), CaseError> {
    let head: Option<(i64, [u8; 32])> = conn
        .prepare_cached("SELECT device_seq, hash FROM chain_head WHERE device = ?1")?
        .query_row([draft.device], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (device_seq, prev_hash) = head.unwrap_or((0, [0; 32]));
    let seq: i64 = conn
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM history")?
        .query_row([], |row| row.get(0))?;
    let ops = serde_json::to_string(draft.ops).map_err(|error| CaseError::History {
        seq,
        reason: error.to_string(),
    })?;
    let mut entry = Entry {
        seq,
        device: draft.device.to_owned(),
        device_seq: device_seq + 1,
        at: draft.at,
        person: draft.person.to_owned(),
        action: draft.action.to_owned(),
        step: draft.step.unwrap_or(seq),
        takes_back: draft.takes_back,
        ops,
        prev_hash: Sha256(prev_hash),
        hash: Sha256([0; 32]),
    };
    entry.hash = entry.computed_hash();
    keep(conn, &entry, draft.device_name, draft.ops)?;
    Ok((entry.seq, entry.step))
}

/// Writes an entry, the head of its chain, and which records it touched.
pub(super) fn keep(conn: &Connection, entry: &Entry, device_name: &str, ops: &[Op]) -> Result<(), CaseError> {
    conn.prepare_cached("INSERT INTO history VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")?
        .execute(params![
            entry.seq,
            entry.device,
            entry.device_seq,
            entry.at,
            entry.person,
            entry.action,
            entry.step,
            entry.takes_back,
            entry.ops,
            entry.prev_hash.0,
            entry.hash.0,
        ])?;
    conn.prepare_cached("INSERT OR REPLACE INTO chain_head (device, name, device_seq, hash, name_hash) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            entry.device,
            device_name,
            entry.device_seq,
            entry.hash.0,
            hash_of([Some(device_name.as_bytes())]),
        ])?;
    let mut touched = conn.prepare_cached("INSERT OR IGNORE INTO history_record VALUES (?1, ?2, ?3)")?;
    for op in ops {
        touched.execute(params![op.kind.word(), op.id, entry.seq])?;
    }
    Ok(())
}
