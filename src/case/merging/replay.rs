//! A history carried out: entry by entry where each was written in knowledge of all before it, and record by record
//! where entries were written apart.
//!
//! The same code takes in what another laptop wrote, verifies a case, brings a backup back and shows the past, so that
//! none of them can see another case than the others.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::clocks::{self, Clocks, EntryKey, Heads};
use super::deed::{self, Deed, Ledger, Outcome};
use crate::case::apply::{Trust, perform};
use crate::case::history::{self, Entry, Op};
use crate::case::{CaseError, search, tables};
use crate::model::Merge;
use crate::model::record::{Fields, Record, RecordKind, RecordRef};

/// The action of entries that say what a device knew, and change nothing else.
pub(in crate::case) const MERGE: &str = "merge";

/// The action of entries that decide between versions.
const SETTLE: &str = "settle";

/// Carries out a history, in the order in which a file holds it.
pub(in crate::case) struct Replay<'a> {
    /// Where the entries are, with the list of which record each touched.
    source: &'a Connection,
    /// Where the records are made.
    target: &'a Connection,
    clocks: Clocks,
    /// The newest entry of each device, so far, that changed a record.
    heads: Heads,
    /// The records on which entries apart from each other worked, to be made of all of them.
    pending: BTreeSet<RecordRef>,
    last: i64,
}

impl<'a> Replay<'a> {
    /// From the first entry on.
    pub fn new(source: &'a Connection, target: &'a Connection) -> Result<Self, CaseError> {
        Ok(Self {
            clocks: Clocks::load(source)?,
            source,
            target,
            heads: Heads::new(),
            pending: BTreeSet::new(),
            last: 0,
        })
    }

    /// From the last entry on: what is in the file was carried out.
    pub fn resume(conn: &'a Connection) -> Result<Self, CaseError> {
        let mut replay = Self::new(conn, conn)?;
        replay.heads = effective_heads(conn)?;
        replay.last = conn.query_row("SELECT coalesce(max(seq), 0) FROM history", [], |row| row.get(0))?;
        Ok(replay)
    }

    /// Notes what the next entry's device knew, where the entry does not say it itself.
    pub fn note(&mut self, entry: &EntryKey, heads: Heads) -> Result<(), CaseError> {
        clocks::keep(self.target, entry, &heads)?;
        self.clocks.note(&entry.device, entry.device_seq, heads);
        Ok(())
    }

    /// Carries out the next entry, which does `ops`.
    pub fn entry(&mut self, entry: &Entry, ops: &[Op]) -> Result<(), CaseError> {
        let key = EntryKey::new(&entry.device, entry.device_seq);
        if let Some(heads) = known_by(entry, ops) {
            self.note(&key, heads)?;
        }
        let mut others = self.heads.iter().filter(|(device, _)| **device != entry.device);
        let knows_all = others.all(|(device, last)| self.clocks.knows(&key, device) >= *last);
        if knows_all && !takes_back_decision(self.source, entry)? {
            self.flush()?;
            for op in ops {
                perform(self.target, op, Trust::Compare)?;
            }
        } else {
            for op in ops {
                self.pending.insert(op.record());
                self.pending.extend(op.after.iter().flat_map(targets));
            }
        }
        if entry.action != MERGE {
            self.heads.insert(entry.device.clone(), entry.device_seq);
        }
        self.last = entry.seq;
        Ok(())
    }

    /// Makes the records that are still to be made.
    pub fn finish(mut self) -> Result<(), CaseError> {
        self.flush()
    }

    fn flush(&mut self) -> Result<(), CaseError> {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return Ok(());
        }
        let weighed = Weighed::of(self.source, &self.clocks, pending, self.last)?;
        for record in weighed.deeds.keys() {
            write(self.target, record, weighed.outcome(record, &self.clocks))?;
        }
        Ok(())
    }
}

/// The newest entry of each device that changed a record.
pub(in crate::case) fn effective_heads(conn: &Connection) -> Result<Heads, CaseError> {
    let mut statement = conn.prepare_cached(
        "SELECT c.device, (SELECT h.device_seq FROM history AS h WHERE h.device = c.device AND h.action <> 'merge'
                           ORDER BY h.device_seq DESC LIMIT 1) FROM chain_head AS c",
    )?;
    let heads = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.unwrap_or(0)))
        })?
        .collect::<Result<_, _>>()?;
    Ok(heads)
}

/// What the entry says that its device knew, if it is a merge.
pub(in crate::case) fn known_by(entry: &Entry, ops: &[Op]) -> Option<Heads> {
    if entry.action != MERGE {
        return None;
    }
    let made = ops.iter().find(|op| op.kind == RecordKind::Merge)?;
    let merge: Merge = serde_json::from_value(Value::Object(made.after.clone()?)).ok()?;
    Some(clocks::heads_in(&merge))
}

/// The records that the fields may point at. A text that only looks like an id costs a look at no record.
fn targets(fields: &Fields) -> Vec<RecordRef> {
    const KINDS: [RecordKind; 9] = [
        RecordKind::Strike,
        RecordKind::Weapon,
        RecordKind::Component,
        RecordKind::Photo,
        RecordKind::PhotoSet,
        RecordKind::Marking,
        RecordKind::Transcription,
        RecordKind::Region,
        RecordKind::Tag,
    ];
    let is_id = |text: &&str| text.len() == 36 && uuid::Uuid::parse_str(text).is_ok();
    deed::texts(fields)
        .filter(is_id)
        .flat_map(|id| KINDS.map(|kind| RecordRef::new(kind, id)))
        .collect()
}

/// An entry with what it does.
struct Parsed {
    key: EntryKey,
    /// Whether it is a decision that was taken back, or took one back: the question is open again, as if neither were.
    is_void: bool,
    hash: crate::model::id::Sha256,
    ops: Vec<Op>,
}

/// All deeds on some records and on those that were taken away together with them, and which entries are suspended.
pub(in crate::case) struct Weighed {
    /// The deeds on each record, in the order of the file.
    pub deeds: BTreeMap<RecordRef, Vec<Deed>>,
    /// The entries that took away what others worked on without knowing.
    pub suspended: HashSet<EntryKey>,
    /// For each suspended entry, those that pointed at what it took away.
    pub pointers: HashMap<EntryKey, BTreeSet<EntryKey>>,
}

impl Weighed {
    /// Gathers the deeds on `records` in the entries up to the one numbered `last`.
    pub fn of(
        conn: &Connection,
        clocks: &Clocks,
        records: impl IntoIterator<Item = RecordRef>,
        last: i64,
    ) -> Result<Self, CaseError> {
        let mut touched = conn.prepare_cached(
            "SELECT seq FROM history_record WHERE kind = ?1 AND id = ?2 AND seq <= ?3 ORDER BY seq",
        )?;
        let mut entries: HashMap<i64, Rc<Parsed>> = HashMap::new();
        let mut deeds: BTreeMap<RecordRef, Vec<Deed>> = BTreeMap::new();
        let mut removals: BTreeMap<i64, Rc<Parsed>> = BTreeMap::new();
        let mut queue: Vec<RecordRef> = records.into_iter().collect();
        while let Some(record) = queue.pop() {
            if deeds.contains_key(&record) {
                continue;
            }
            let numbers = touched
                .query_map(params![record.kind.word(), record.id, last], |row| row.get(0))?
                .collect::<Result<Vec<i64>, _>>()?;
            if numbers.is_empty() {
                continue;
            }
            let mut own = Vec::new();
            for seq in numbers {
                let entry = match entries.get(&seq) {
                    Some(entry) => Rc::clone(entry),
                    None => {
                        let entry = Rc::new(parsed(conn, seq, last)?);
                        entries.insert(seq, Rc::clone(&entry));
                        entry
                    }
                };
                if entry.is_void {
                    continue;
                }
                for op in entry
                    .ops
                    .iter()
                    .filter(|op| op.kind == record.kind && op.id == record.id)
                {
                    own.push(Deed {
                        entry: entry.key.clone(),
                        seq,
                        hash: entry.hash,
                        before: op.before.clone(),
                        after: op.after.clone(),
                    });
                }
                let removes = entry.ops.iter().any(|op| op.after.is_none());
                if removes && removals.insert(seq, Rc::clone(&entry)).is_none() {
                    // What was taken away together is kept together.
                    queue.extend(entry.ops.iter().map(Op::record));
                }
            }
            deeds.insert(record, own);
        }
        let mut weighed = Self {
            deeds,
            suspended: HashSet::new(),
            pointers: HashMap::new(),
        };
        weighed.suspend(conn, clocks, &removals, last)?;
        Ok(weighed)
    }

    /// Finds the removals of what somebody else worked on, or pointed at, without knowing of them.
    fn suspend(
        &mut self,
        conn: &Connection,
        clocks: &Clocks,
        removals: &BTreeMap<i64, Rc<Parsed>>,
        last: i64,
    ) -> Result<(), CaseError> {
        let mut taken: HashMap<&str, Vec<&EntryKey>> = HashMap::new();
        let mut bounds: BTreeMap<String, i64> = BTreeMap::new();
        let devices = devices(conn)?;
        for entry in removals.values() {
            for op in entry.ops.iter().filter(|op| op.after.is_none()) {
                taken.entry(&op.id).or_default().push(&entry.key);
                let deeds = self.deeds.get(&op.record()).map_or(&[][..], Vec::as_slice);
                let place = deeds
                    .iter()
                    .position(|deed| deed.is_removal() && deed.entry == entry.key);
                if place.is_some_and(|place| deed::is_worked_on(deeds, clocks, place)) {
                    self.suspended.insert(entry.key.clone());
                }
            }
            for device in devices.iter().filter(|device| **device != entry.key.device) {
                let known = clocks.knows(&entry.key, device);
                let bound = bounds.entry(device.clone()).or_insert(known);
                *bound = known.min(*bound);
            }
        }
        if taken.is_empty() {
            return Ok(());
        }
        let mut statement = conn.prepare_cached(
            "SELECT device_seq, ops FROM history WHERE device = ?1 AND device_seq > ?2 AND seq <= ?3 AND action <> 'merge'
             ORDER BY device_seq",
        )?;
        for (device, bound) in bounds {
            let mut rows = statement.query(params![device, bound, last])?;
            while let Some(row) = rows.next()? {
                let key = EntryKey::new(&device, row.get(0)?);
                let Ok(ops) = serde_json::from_str::<Vec<Op>>(row.get_ref(1)?.as_str().unwrap_or_default())
                else {
                    continue;
                };
                for text in ops
                    .iter()
                    .filter_map(|op| op.after.as_ref())
                    .flat_map(deed::texts)
                {
                    for removal in taken.get(text).into_iter().flatten() {
                        if clocks.apart(removal, &key) {
                            self.suspended.insert((*removal).clone());
                            let pointers = self.pointers.entry((*removal).clone()).or_default();
                            pointers.insert(key.clone());
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// What the record is.
    pub fn outcome(&self, record: &RecordRef, clocks: &Clocks) -> Outcome {
        self.ledger(record, clocks).outcome()
    }

    /// The deeds on the record, and what they mean together.
    pub fn ledger<'a>(&'a self, record: &RecordRef, clocks: &'a Clocks) -> Ledger<'a> {
        let deeds = self.deeds.get(record).map_or(&[][..], Vec::as_slice);
        Ledger::new(record.kind, deeds, clocks, &self.suspended)
    }
}

fn devices(conn: &Connection) -> Result<Vec<String>, CaseError> {
    let mut statement = conn.prepare_cached("SELECT DISTINCT device FROM chain_head")?;
    let devices = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(devices)
}

fn parsed(conn: &Connection, seq: i64, last: i64) -> Result<Parsed, CaseError> {
    let mut statement = conn.prepare_cached(history::ONE)?;
    let entry = statement.query_row([seq], history::entry_of)?;
    Ok(Parsed {
        is_void: is_void(conn, &entry, last)?,
        key: EntryKey::new(&entry.device, entry.device_seq),
        hash: entry.hash,
        ops: entry.operations()?,
    })
}

/// The step of the entry's device that is a decision between versions and that the entry makes, takes back or makes again.
fn decision(conn: &Connection, entry: &Entry) -> Result<Option<i64>, CaseError> {
    let step = match entry.takes_back {
        Some(step) => step,
        None if entry.action == SETTLE => entry.step,
        None => return Ok(None),
    };
    Ok(is_decision(conn, &entry.device, step)?.then_some(step))
}

/// Whether all entries of the step decide between versions.
pub(in crate::case) fn is_decision(conn: &Connection, device: &str, step: i64) -> Result<bool, CaseError> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) > 0 AND count(*) = count(nullif(action = 'settle', 0)) FROM history
             WHERE device = ?1 AND step = ?2",
        )?
        .query_row(params![device, step], |row| row.get(0))?)
}

/// Whether the entry takes back a decision, or makes it again.
fn takes_back_decision(conn: &Connection, entry: &Entry) -> Result<bool, CaseError> {
    Ok(entry.takes_back.is_some() && decision(conn, entry)?.is_some())
}

/// Whether the entry has to do with a decision and is not the last word on it that says it, by the entries up to the one
/// numbered `last`.
fn is_void(conn: &Connection, entry: &Entry, last: i64) -> Result<bool, CaseError> {
    let Some(step) = decision(conn, entry)? else {
        return Ok(false);
    };
    let word: Option<(String, i64)> = conn
        .prepare_cached(
            "SELECT action, step FROM history WHERE takes_back = ?1 AND device = ?2 AND seq <= ?3
             ORDER BY device_seq DESC LIMIT 1",
        )?
        .query_row(params![step, entry.device, last], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(match word {
        None => false,
        Some((action, _)) if action == "undo" => true,
        Some((_, again)) => entry.takes_back.is_none() || entry.step != again,
    })
}

/// The record's fields after the entries up to the one numbered `last`, `None` when it was not there.
pub(in crate::case) fn record_at(
    conn: &Connection,
    record: &RecordRef,
    last: i64,
) -> Result<Option<Fields>, CaseError> {
    let clocks = Clocks::load(conn)?;
    let weighed = Weighed::of(conn, &clocks, [record.clone()], last)?;
    Ok(weighed.outcome(record, &clocks).fields)
}

/// Makes records anew of all entries that touched them.
pub(in crate::case) fn renew(
    conn: &Connection,
    records: impl IntoIterator<Item = RecordRef>,
) -> Result<(), CaseError> {
    let clocks = Clocks::load(conn)?;
    let weighed = Weighed::of(conn, &clocks, records, i64::MAX)?;
    for record in weighed.deeds.keys() {
        write(conn, record, weighed.outcome(record, &clocks))?;
    }
    Ok(())
}

/// Writes what a record is, its search text, and what is to be decided about it.
fn write(conn: &Connection, record: &RecordRef, outcome: Outcome) -> Result<(), CaseError> {
    match outcome.fields {
        Some(fields) => {
            let whole = Record::from_fields(record.kind, fields).map_err(|error| CaseError::Field {
                record: record.clone(),
                reason: error.to_string(),
            })?;
            tables::put(conn, &whole)?;
            search::remember(conn, &whole)?;
        }
        None => {
            tables::delete(conn, record)?;
            search::forget(conn, record)?;
        }
    }
    conn.prepare_cached("DELETE FROM conflict WHERE kind = ?1 AND id = ?2")?
        .execute(params![record.kind.word(), record.id])?;
    let mut open = conn.prepare_cached("INSERT INTO conflict VALUES (?1, ?2, ?3)")?;
    for field in outcome.open {
        open.execute(params![record.kind.word(), record.id, field])?;
    }
    Ok(())
}

/// What is decided by an entry that knew of everything: nothing is open any more in what it wrote.
pub(in crate::case) fn settle(
    conn: &Connection,
    record: &RecordRef,
    after: Option<&Fields>,
) -> Result<(), CaseError> {
    let mut open = conn.prepare_cached("SELECT field FROM conflict WHERE kind = ?1 AND id = ?2")?;
    let open = open
        .query_map(params![record.kind.word(), record.id], |row| {
            row.get::<_, String>(0)
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for field in open {
        let is_written = |field: &str| match after {
            None => true,
            Some(fields) => {
                let group = super::group::of(record.kind, field);
                field.is_empty()
                    || fields.contains_key(field)
                    || group.iter().any(|other| fields.contains_key(*other))
            }
        };
        if is_written(&field) {
            conn.prepare_cached("DELETE FROM conflict WHERE kind = ?1 AND id = ?2 AND field = ?3")?
                .execute(params![record.kind.word(), record.id, field])?;
        }
    }
    Ok(())
}
