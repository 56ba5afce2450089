//! Taking in what another laptop wrote: each chain is checked before anything of it is kept, and all of it is one
//! transaction.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::Serialize;

use super::chain::{self, Incoming, IncomingChain};
use super::clocks::{EntryKey, Heads};
use super::replay::{self, Replay};
use crate::case::history::{self, Entry, Op};
use crate::case::{Case, CaseError, undo};
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::model::record::{Fields, Record, RecordKind, RecordRef};
use crate::model::{Merge, NewPhoto};
use crate::text::{t, tf};

/// What was taken in, or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The devices whose entries came, by name, and how many.
    pub chains: Vec<(String, u64)>,
    /// How many entries.
    pub entries: u64,
    /// The records that they touch, by kind and id.
    pub records: BTreeSet<RecordRef>,
    /// How many originals have not come with them.
    pub awaited: u64,
    /// How many questions for a person there are more than before.
    pub conflicts: u64,
    /// What was not taken in, and why. Nothing of it is in the case.
    pub refused: Vec<Refusal>,
}

/// A chain, or the rest of one, that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The device, by name.
    pub device: String,
    /// The first entry that was not taken in.
    pub entry: i64,
    /// Why, for a person.
    pub reason: String,
}

/// A chain that is being taken in.
struct Queue<'a> {
    chain: &'a IncomingChain,
    /// What is new in it, with what it does.
    entries: std::vec::IntoIter<(&'a Entry, Vec<Op>)>,
    next: Option<(&'a Entry, Vec<Op>)>,
    taken: u64,
}

impl Case {
    /// Takes in what another laptop wrote. Chains that are not sound, or are not of this case, are named and left out.
    ///
    /// # Errors
    /// When it is of another case and `also_other` does not allow that, when it was stopped, or when the case can't be
    /// written; nothing is taken in then.
    pub fn take_in(
        &mut self,
        incoming: &Incoming,
        also_other: bool,
        progress: &Progress,
    ) -> Result<Taken, CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let taken = self.join(&transaction, incoming, also_other, progress)?;
        transaction.commit()?;
        self.undo = undo::Stacks::load(&self.conn, &self.author.device)?;
        self.note_own_chain()?;
        Ok(taken)
    }

    /// What [`Case::take_in`] would do. Nothing is changed.
    ///
    /// # Errors
    /// As [`Case::take_in`].
    pub fn foresee(
        &self,
        incoming: &Incoming,
        also_other: bool,
        progress: &Progress,
    ) -> Result<Taken, CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let taken = self.join(&transaction, incoming, also_other, progress)?;
        transaction.rollback()?;
        Ok(taken)
    }

    /// Keeps the original of a photo that came without it, with what was computed from it. No record changes.
    ///
    /// # Errors
    /// When no photo waits for it, its bytes are not those that its name says, or it can't be written.
    pub fn keep_original(&mut self, new: &NewPhoto) -> Result<(), CaseError> {
        if crate::case::sha256(&new.bytes) != new.photo.sha256 {
            return Err(CaseError::OriginalChanged(new.photo.sha256));
        }
        match self.bring_back_original(new)? {
            true => Ok(()),
            false => Err(CaseError::Query(tf(
                "merge-not-awaited",
                &[("sha256", new.photo.sha256.to_string().into())],
            ))),
        }
    }

    fn join(
        &self,
        conn: &Connection,
        incoming: &Incoming,
        also_other: bool,
        progress: &Progress,
    ) -> Result<Taken, CaseError> {
        if !also_other && !is_of_same(conn, incoming)? {
            let from = [("source", incoming.source.as_str().into())];
            return Err(CaseError::Query(tf("merge-other-case", &from)));
        }
        let before = count(conn, "SELECT count(*) FROM conflict")?;
        let waited = count(conn, "SELECT count(*) FROM awaited")?;
        let mut taken = Taken::default();
        let mut counts = heads(conn)?;
        let mut queues = Vec::new();
        for chain in &incoming.chains {
            match new_entries(conn, chain, counts.get(&chain.device).copied().unwrap_or(0)) {
                Ok(entries) => {
                    let mut entries = entries.into_iter();
                    let next = entries.next();
                    queues.push(Queue {
                        chain,
                        entries,
                        next,
                        taken: 0,
                    });
                }
                Err(Fault::Refused(refusal)) => taken.refused.push(refusal),
                Err(Fault::Case(error)) => return Err(error),
            }
        }
        progress.set_total(queues.iter().map(|queue| queue.left() as u64).sum());
        let mut replay = Replay::resume(conn)?;
        let mut seq = count(conn, "SELECT coalesce(max(seq), 0) FROM history")? as i64;
        let mut changes = false;
        loop {
            let mut moved = false;
            for queue in &mut queues {
                while let Some((entry, ops)) = &queue.next {
                    let known = queue.chain.knowledge(entry, ops);
                    if !known.iter().flatten().all(|(device, last)| {
                        *device == entry.device || counts.get(device).copied().unwrap_or(0) >= *last
                    }) {
                        break;
                    }
                    if let Some(refusal) = strange_head(conn, queue.chain, entry, ops)? {
                        taken.refused.push(refusal);
                        queue.next = None;
                        queue.entries = Vec::new().into_iter();
                        break;
                    }
                    seq += 1;
                    let own = Entry {
                        seq,
                        ..(*entry).clone()
                    };
                    if let (Some(heads), true) = (known, entry.action != replay::MERGE) {
                        replay.note(&EntryKey::new(&entry.device, entry.device_seq), heads)?;
                    }
                    history::keep(conn, &own, &queue.chain.name, ops)?;
                    replay.entry(&own, ops)?;
                    await_originals(conn, ops, &incoming.source)?;
                    taken.records.extend(ops.iter().map(Op::record));
                    counts.insert(entry.device.clone(), entry.device_seq);
                    changes |= entry.action != replay::MERGE;
                    queue.taken += 1;
                    queue.next = queue.entries.next();
                    moved = true;
                    progress.advance(0);
                    if progress.is_cancelled() {
                        return Err(CaseError::Cancelled);
                    }
                }
            }
            if !moved {
                break;
            }
        }
        for queue in queues {
            if let Some((entry, _)) = queue.next {
                taken
                    .refused
                    .push(refusal(queue.chain, entry, t("merge-lacks-others").to_owned()));
            }
            if queue.taken > 0 {
                taken.entries += queue.taken;
                taken.chains.push((named(queue.chain), queue.taken));
            }
        }
        replay.finish()?;
        if changes {
            super::note(conn, &self.author, Some(&incoming.source))?;
        }
        taken.conflicts = count(conn, "SELECT count(*) FROM conflict")?.saturating_sub(before);
        taken.awaited = count(conn, "SELECT count(*) FROM awaited")?.saturating_sub(waited);
        Ok(taken)
    }
}

impl Queue<'_> {
    fn left(&self) -> usize {
        self.entries.len() + usize::from(self.next.is_some())
    }
}

impl IncomingChain {
    /// What the entry's device knew of others from this entry on, if it is said here.
    fn knowledge(&self, entry: &Entry, ops: &[Op]) -> Option<Heads> {
        if let Some(heads) = replay::known_by(entry, ops) {
            return Some(heads);
        }
        let stated = self
            .known
            .iter()
            .filter(|known| known.device_seq == entry.device_seq);
        let heads: Heads = stated
            .map(|known| (known.other.clone(), known.other_seq))
            .collect();
        (!heads.is_empty()).then_some(heads)
    }
}

enum Fault {
    Refused(Refusal),
    Case(CaseError),
}

impl<E: Into<CaseError>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::Case(error.into())
    }
}

/// The device's name, or its id where it has none.
fn named(chain: &IncomingChain) -> String {
    let name = chain.name.trim();
    if name.is_empty() {
        chain.device.clone()
    } else {
        name.to_owned()
    }
}

fn refusal(chain: &IncomingChain, entry: &Entry, reason: String) -> Refusal {
    Refusal {
        device: named(chain),
        entry: entry.device_seq,
        reason,
    }
}

/// Whether both are copies of one case: they have a beginning in common.
fn is_of_same(conn: &Connection, incoming: &Incoming) -> Result<bool, CaseError> {
    let own = chain::beginnings(conn)?;
    Ok(own.is_empty() || own.iter().any(|hash| incoming.cases.contains(hash)))
}

fn count(conn: &Connection, sql: &str) -> Result<u64, CaseError> {
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

fn heads(conn: &Connection) -> Result<Heads, CaseError> {
    let mut statement = conn.prepare_cached("SELECT device, device_seq FROM chain_head")?;
    let heads = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(heads)
}

/// The entries of the chain that the case lacks, each checked: that it bears the hash of its words, follows the one before
/// it, and says something that this version understands. Those that the case has must be the same.
fn new_entries<'a>(
    conn: &Connection,
    chain: &'a IncomingChain,
    own: i64,
) -> Result<Vec<(&'a Entry, Vec<Op>)>, Fault> {
    let refuse = |entry: &Entry, key: &str| {
        let said = [("entry", entry.device_seq.into())];
        Fault::Refused(refusal(chain, entry, tf(key, &said)))
    };
    let stored = |device_seq: i64| -> Result<Option<Sha256>, CaseError> {
        let hash = conn
            .prepare_cached("SELECT hash FROM history WHERE device = ?1 AND device_seq = ?2")?
            .query_row(params![chain.device, device_seq], |row| Ok(Sha256(row.get(0)?)))
            .optional()?;
        Ok(hash)
    };
    let mut head = (own, stored(own)?.unwrap_or(Sha256([0; 32])));
    let mut new = Vec::new();
    for entry in &chain.entries {
        if entry.device != chain.device || entry.computed_hash() != entry.hash {
            return Err(refuse(entry, "merge-entry-changed"));
        }
        if entry.device_seq <= own {
            if stored(entry.device_seq)? != Some(entry.hash) {
                return Err(refuse(entry, "merge-forked"));
            }
            continue;
        }
        if entry.device_seq != head.0 + 1 {
            return Err(refuse(entry, "merge-gap"));
        }
        if entry.prev_hash != head.1 {
            let is_first_new = entry.device_seq == own + 1 && own > 0;
            return Err(refuse(
                entry,
                if is_first_new {
                    "merge-forked"
                } else {
                    "merge-chain-broken"
                },
            ));
        }
        let Ok(ops) = entry.operations() else {
            return Err(refuse(entry, "merge-not-understood"));
        };
        if !ops.iter().all(is_well_formed) {
            return Err(refuse(entry, "merge-not-understood"));
        }
        head = (entry.device_seq, entry.hash);
        new.push((entry, ops));
    }
    Ok(new)
}

/// Whether the operation makes sense for its kind of record, whatever the record is now.
fn is_well_formed(op: &Op) -> bool {
    let is_whole = |fields: &Fields| {
        Record::from_fields(op.kind, fields.clone()).is_ok_and(|record| record.record_ref() == op.record())
    };
    // Some fields: those of a new record with them. Ties have no such record, and are never edited.
    let is_part = |fields: &Fields| {
        let id = Fields::from_iter([("id".to_owned(), op.id.clone().into())]);
        let blank = Record::from_fields(op.kind, id).map(|record| record.fields());
        fields.is_empty()
            || blank.is_ok_and(|mut whole| {
                whole.extend(fields.clone());
                is_whole(&whole)
            })
    };
    match (&op.before, &op.after) {
        (None, Some(whole)) | (Some(whole), None) => is_whole(whole),
        (Some(before), Some(after)) => is_part(before) && is_part(after),
        (None, None) => false,
    }
}

/// Whether the entry claims to know entries that are others than those here: then one of the two is not what it says.
fn strange_head(
    conn: &Connection,
    chain: &IncomingChain,
    entry: &Entry,
    ops: &[Op],
) -> Result<Option<Refusal>, CaseError> {
    for op in ops
        .iter()
        .filter(|op| op.kind == RecordKind::Merge && entry.action == replay::MERGE)
    {
        let merge = op
            .after
            .clone()
            .map(|fields| Record::from_fields(op.kind, fields));
        let Some(Ok(Record::Merge(merge))) = merge else {
            continue;
        };
        let Merge { heads, .. } = *merge;
        for head in heads {
            let stored: Option<[u8; 32]> = conn
                .prepare_cached("SELECT hash FROM history WHERE device = ?1 AND device_seq = ?2")?
                .query_row(params![head.device, head.entries], |row| row.get(0))
                .optional()?;
            if stored.is_some_and(|hash| hash != head.hash.0) {
                let said = [
                    ("entry", entry.device_seq.into()),
                    ("device", head.device.as_str().into()),
                ];
                return Ok(Some(refusal(chain, entry, tf("merge-other-head", &said))));
            }
        }
    }
    Ok(None)
}

/// Notes the originals that photos name and that are not here.
fn await_originals(conn: &Connection, ops: &[Op], source: &str) -> Result<(), CaseError> {
    let photos = ops
        .iter()
        .filter(|op| op.kind == RecordKind::Photo && op.before.is_none());
    let names: BTreeSet<&str> = photos
        .filter_map(|op| op.after.as_ref()?.get("sha256")?.as_str())
        .collect();
    for name in names {
        conn.prepare_cached(
            "INSERT OR IGNORE INTO awaited SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM original WHERE sha256 = ?1)",
        )?
        .execute(params![name, source])?;
    }
    Ok(())
}
