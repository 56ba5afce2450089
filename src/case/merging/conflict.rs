//! Questions for a person: what several devices said of one thing without knowing of each other, and the answers.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;

use super::clocks::{Clocks, EntryKey};
use super::deed::Deed;
use super::group;
use super::replay::Weighed;
use crate::case::apply::{edit, remove};
use crate::case::history::{self, Op};
use crate::case::{CaseError, Reader, check, tables};
use crate::model::record::{Fields, Record, RecordKind, RecordRef};
use crate::text::t;

/// Something on which a person has to decide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflict {
    /// The record.
    pub record: RecordRef,
    /// What is asked.
    #[serde(flatten)]
    pub question: Question,
}

/// What is asked of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// The same fields were written differently.
    Fields {
        /// What each wrote; the first is shown until somebody decides.
        versions: Vec<Version>,
        /// What the fields were when they were last the same for all, as far as that is known.
        before: Fields,
    },
    /// A record was taken away by one while another worked on it, or pointed at it. It is kept until somebody decides.
    Removal {
        /// Who took it away.
        removed: Voice,
        /// Who worked on it.
        worked: Vec<Voice>,
        /// What was taken away together with it.
        with: Vec<RecordRef>,
    },
}

/// One of the things that were written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Version {
    /// The fields.
    pub fields: Fields,
    /// Who wrote them so.
    pub by: Vec<Voice>,
}

/// Who wrote something, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// The person.
    pub person: String,
    /// The device, by name.
    pub device: String,
    /// When, by that device's clock: RFC 3339, UTC.
    pub at: String,
    /// The number of the entry in this file.
    pub seq: i64,
}

/// Whether the file is of a format that knows questions; an older one that is only read has none.
fn has_questions(conn: &Connection) -> Result<bool, CaseError> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'conflict')",
        )?
        .query_row([], |row| row.get(0))?)
}

/// The open questions as the table `conflict` lists them.
fn open(conn: &Connection) -> Result<BTreeMap<RecordRef, BTreeSet<String>>, CaseError> {
    if !has_questions(conn)? {
        return Ok(BTreeMap::new());
    }
    let mut statement = conn.prepare_cached("SELECT kind, id, field FROM conflict")?;
    let mut rows = statement.query([])?;
    let mut open: BTreeMap<RecordRef, BTreeSet<String>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        if let Some(kind) = RecordKind::from_word(&row.get::<_, String>(0)?) {
            let record = RecordRef::new(kind, row.get::<_, String>(1)?);
            open.entry(record).or_default().insert(row.get(2)?);
        }
    }
    Ok(open)
}

impl Reader {
    /// How many records have something on which a person has to decide.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn conflict_count(&self) -> Result<u64, CaseError> {
        if !has_questions(&self.conn)? {
            return Ok(0);
        }
        Ok(self
            .conn
            .prepare_cached("SELECT count(*) FROM conflict")?
            .query_row([], |row| row.get(0))?)
    }

    /// Whether there is something on which a person has to decide about the record.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn has_question(&self, record: &RecordRef) -> Result<bool, CaseError> {
        Ok(has_questions(&self.conn)?
            && self
                .conn
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM conflict WHERE kind = ?1 AND id = ?2)")?
                .query_row([record.kind.word(), &record.id], |row| row.get(0))?)
    }

    /// Everything on which a person has to decide, by record.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, CaseError> {
        let open = open(&self.conn)?;
        if open.is_empty() {
            return Ok(Vec::new());
        }
        let clocks = Clocks::load(&self.conn)?;
        let weighed = Weighed::of(&self.conn, &clocks, open.keys().cloned(), i64::MAX)?;
        let names: BTreeMap<String, String> = self
            .chains()?
            .into_iter()
            .map(|chain| (chain.device, chain.name))
            .collect();
        let voice = |seq: i64| -> Result<Voice, CaseError> {
            let mut statement = self.conn.prepare_cached(history::ONE)?;
            let entry = statement.query_row([seq], history::entry_of)?;
            Ok(Voice {
                device: names.get(&entry.device).cloned().unwrap_or(entry.device),
                person: entry.person,
                at: entry.at,
                seq,
            })
        };
        // By the moments that the devices state, so that every laptop lists them alike.
        let voices = |seqs: BTreeSet<i64>| -> Result<Vec<Voice>, CaseError> {
            let mut voices = seqs.into_iter().map(voice).collect::<Result<Vec<_>, _>>()?;
            voices.sort_by(|one, other| (&one.at, &one.device).cmp(&(&other.at, &other.device)));
            Ok(voices)
        };
        let mut conflicts = Vec::new();
        let mut told = BTreeSet::new();
        for (record, fields) in &open {
            let ledger = weighed.ledger(record, &clocks);
            let deeds = weighed.deeds.get(record).map_or(&[][..], Vec::as_slice);
            for field in fields.iter().filter(|field| !field.is_empty()) {
                let group = group::of(record.kind, field);
                let own = [field.as_str()];
                let group = if group.is_empty() { &own[..] } else { group };
                let mut versions = Vec::new();
                for said in ledger.said(group) {
                    let by = voices(said.by.iter().map(|place| deeds[*place].seq).collect())?;
                    versions.push(Version {
                        fields: said.fields,
                        by,
                    });
                }
                conflicts.push(Conflict {
                    record: record.clone(),
                    question: Question::Fields {
                        versions,
                        before: ledger.before(group),
                    },
                });
            }
            for place in ledger.removals_to_decide() {
                let removal = &deeds[place];
                if !told.insert(removal.entry.clone()) {
                    continue;
                }
                let with: Vec<RecordRef> = removed_by(&weighed, &removal.entry)
                    .into_iter()
                    .filter(|other| other != record)
                    .collect();
                let mut worked: BTreeSet<i64> = BTreeSet::new();
                for taken in with.iter().chain([record]) {
                    worked.extend(worked_on(&weighed, &clocks, taken, &removal.entry));
                }
                for pointer in weighed.pointers.get(&removal.entry).into_iter().flatten() {
                    worked.extend(self.seq_of(pointer)?);
                }
                conflicts.push(Conflict {
                    record: record.clone(),
                    question: Question::Removal {
                        removed: voice(removal.seq)?,
                        worked: voices(worked)?,
                        with,
                    },
                });
            }
        }
        Ok(conflicts)
    }

    fn seq_of(&self, entry: &EntryKey) -> Result<Option<i64>, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT seq FROM history WHERE device = ?1 AND device_seq = ?2")?;
        let mut rows = statement.query((&entry.device, entry.device_seq))?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }
}

/// The records that the entry took away, in the order of their kinds, so that the main one comes before its parts.
fn removed_by(weighed: &Weighed, entry: &EntryKey) -> Vec<RecordRef> {
    let is_removal = |deed: &Deed| deed.is_removal() && deed.entry == *entry;
    let taken = weighed
        .deeds
        .iter()
        .filter(|(_, deeds)| deeds.iter().any(is_removal));
    taken.map(|(record, _)| record.clone()).collect()
}

/// The entries that worked on the record without knowing that `removal` took it away.
fn worked_on(weighed: &Weighed, clocks: &Clocks, record: &RecordRef, removal: &EntryKey) -> BTreeSet<i64> {
    let deeds = weighed.deeds.get(record).into_iter().flatten();
    deeds
        .filter(|deed| !deed.is_removal() && clocks.apart(&deed.entry, removal))
        .map(|deed| deed.seq)
        .collect()
}

/// What decides between versions of fields: the values, also where they are what is shown already.
pub(in crate::case) fn settled_by(
    conn: &Connection,
    record: &RecordRef,
    fields: Fields,
) -> Result<Op, CaseError> {
    let current = tables::get(conn, record)?.ok_or_else(|| CaseError::NoRecord(record.clone()))?;
    let open = open(conn)?.remove(record).unwrap_or_default();
    let mut names = BTreeSet::new();
    for name in fields.keys() {
        let group = group::of(record.kind, name);
        let first = group.first().copied().unwrap_or(name.as_str());
        if !open.contains(first) {
            return Err(CaseError::Query(t("merge-settled").to_owned()));
        }
        names.extend(group.iter().map(|name| (*name).to_owned()));
        names.insert(name.clone());
    }
    let mut whole = current.clone();
    whole.extend(fields);
    let whole = Record::from_fields(record.kind, whole).map_err(|error| CaseError::Field {
        record: record.clone(),
        reason: error.to_string(),
    })?;
    check::record(conn, &whole)?;
    let after = whole.fields();
    let of = |fields: &Fields| -> Fields {
        let named = names
            .iter()
            .filter_map(|name| Some((name.clone(), fields.get(name)?.clone())));
        named.collect()
    };
    Ok(Op {
        kind: record.kind,
        id: record.id.clone(),
        before: Some(of(&current)),
        after: Some(of(&after)),
    })
}

/// What decides on removals that did not take effect: they are done again, with all that points at the records now, or an
/// operation that changes nothing says of each record that it stays.
pub(in crate::case) fn removal_settled(
    conn: &Connection,
    record: &RecordRef,
    removes: bool,
) -> Result<Vec<Op>, CaseError> {
    let clocks = Clocks::load(conn)?;
    let weighed = Weighed::of(conn, &clocks, [record.clone()], i64::MAX)?;
    let ledger = weighed.ledger(record, &clocks);
    let deeds = weighed.deeds.get(record).map_or(&[][..], Vec::as_slice);
    let entries: Vec<&Deed> = ledger.removals_to_decide().map(|place| &deeds[place]).collect();
    if entries.is_empty() {
        return Err(CaseError::Query(t("merge-settled").to_owned()));
    }
    let mut ops: Vec<Op> = Vec::new();
    let mut taken = BTreeSet::new();
    for removal in entries {
        let mut statement = conn.prepare_cached(history::ONE)?;
        let done = statement
            .query_row([removal.seq], history::entry_of)?
            .operations()?;
        for op in done {
            let other = op.record();
            if tables::get(conn, &other)?.is_none() {
                continue;
            }
            match (&op.after, removes) {
                (None, false) if taken.insert(other.clone()) => ops.push(Op {
                    before: Some(Fields::new()),
                    after: Some(Fields::new()),
                    ..op
                }),
                (None, true) => {
                    for op in remove(conn, &other)? {
                        if op.after.is_some() || taken.insert(op.record()) {
                            ops.push(op);
                        }
                    }
                }
                (Some(after), true) if op.before.is_some() => {
                    ops.extend(edit(conn, &other, after.clone()).ok().flatten());
                }
                _ => {}
            }
        }
    }
    if removes {
        // What goes is not edited, and what is edited is edited once.
        let mut edited = BTreeSet::new();
        ops.retain(|op| op.after.is_none() || (!taken.contains(&op.record()) && edited.insert(op.record())));
    }
    Ok(ops)
}
