//! Recover: everything intact of a damaged case, saved into a new one.
//!
//! The file is read page by page, past SQLite. Two kinds of rows prove themselves: an entry of the history by its
//! hash, an original by its SHA-256. The new case gets every entry up to the first gap, carried out again, and every
//! original that is intact. If entries are lost, the records as they stand in the damaged file's own tables are
//! compared with that, and what they have more or otherwise is added by one new entry, so that the new case says
//! itself what it owes to whom.

mod cells;
mod found;
mod pages;

use std::collections::HashSet;
use std::path::Path;

use rusqlite::{OpenFlags, Transaction, TransactionBehavior, params};
use serde::Serialize;

use super::apply::{Trust, draft, perform};
use super::history::{self, Op};
use super::merging::{self, Replay};
use super::schema::hash_of;
use super::{Author, Case, CaseError, CaseFile, tables};
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::model::record::{Fields, RecordKind, RecordRef};
use found::Found;
use pages::Pages;

/// What was recovered, and what was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Recovery {
    /// Pages of the damaged file.
    pub pages: u64,
    /// Pages that could not be read or deciphered.
    pub unreadable_pages: u64,
    /// Entries of the history that were carried over.
    pub entries: u64,
    /// Numbers of entries that are damaged or missing, as far as they can be told, or of intact ones after a gap.
    pub lost_entries: Vec<i64>,
    /// Records that were taken from the tables because their entries are lost.
    pub from_tables: Vec<RecordRef>,
    /// Originals that were carried over.
    pub originals: u64,
    /// Photos whose originals are lost, with their file names.
    pub lost_originals: Vec<(RecordRef, String)>,
    /// Rows of the tables that can't be understood.
    pub unreadable_rows: u64,
}

impl Recovery {
    /// Whether nothing was lost.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.lost_entries.is_empty() && self.lost_originals.is_empty() && self.from_tables.is_empty()
    }
}

impl CaseFile {
    /// Saves everything intact of this file into a new case at `out`. The damaged file is only read.
    ///
    /// # Errors
    /// When the damaged file can't be read at all, there is a file at `out` already, it can't be written, or it was
    /// stopped; no new case is left then.
    pub fn recover(
        &self,
        out: &Path,
        author: Author,
        progress: &Progress,
    ) -> Result<(Case, Recovery), CaseError> {
        let mut pages = Pages::open(&self.path, self.key.clone())
            .map_err(|source| CaseError::of_io(&self.path, source))?;
        progress.set_total(u64::from(pages.count()) * 2);
        let mut recovery = Recovery {
            pages: pages.count().into(),
            ..Recovery::default()
        };
        let mut found = Found::scan(&mut pages, progress, &mut recovery)?;
        found.ask_heads(self);
        let case = Case::create_empty(out, author, self.key.clone())?;
        let filled = fill(self, &case, &mut pages, &found, progress, &mut recovery);
        match filled {
            Ok(()) => Ok((case, recovery)),
            Err(error) => {
                drop(case);
                let _ = std::fs::remove_file(out);
                Err(error)
            }
        }
    }
}

fn fill(
    file: &CaseFile,
    case: &Case,
    pages: &mut Pages,
    found: &Found,
    progress: &Progress,
    recovery: &mut Recovery,
) -> Result<(), CaseError> {
    let begin = || Transaction::new_unchecked(&case.conn, TransactionBehavior::Immediate);
    let transaction = begin()?;
    let (entries, lost) = found.unbroken();
    recovery.lost_entries = lost;
    found.copy_known(file, &transaction);
    let mut replay = Replay::new(&transaction, &transaction)?;
    for entry in entries {
        let ops = entry.operations()?;
        history::keep(&transaction, entry, found.device_name(&entry.device), &ops)?;
        replay.entry(entry, &ops)?;
        recovery.entries += 1;
    }
    replay.finish()?;
    let mut ops = Vec::new();
    if !recovery.lost_entries.is_empty() || recovery.entries == 0 {
        for (record, fields) in found.records(file, recovery) {
            if let Some(op) = difference(&transaction, &record, fields)?
                && perform(&transaction, &op, Trust::Compare).is_ok()
            {
                recovery.from_tables.push(record);
                ops.push(op);
            }
        }
    }
    if recovery.entries == 0 && recovery.from_tables.is_empty() && found.pages_with_originals().is_empty() {
        return Err(CaseError::NothingIntact(file.path.clone()));
    }
    // What is lost may be in other copies: what is written after the gap is another chain, or both would fork.
    let mut author = case.author.clone();
    if !recovery.lost_entries.is_empty() {
        author.device = uuid::Uuid::now_v7().to_string();
    }
    merging::acknowledge(&transaction, &author)?;
    history::append(&transaction, draft(&author, "recover", None, None, &ops))?;
    transaction.commit()?;
    copy_originals(case, pages, found, progress, recovery)?;
    let mut statement = case.conn.prepare(
        "SELECT p.id, p.file_name FROM photo AS p LEFT JOIN original AS o USING (sha256) WHERE o.id IS NULL ORDER BY p.id",
    )?;
    recovery.lost_originals = statement
        .query_map([], |row| {
            Ok((
                RecordRef::new(RecordKind::Photo, row.get::<_, String>(0)?),
                row.get(1)?,
            ))
        })?
        .collect::<Result<_, _>>()?;
    Ok(())
}

/// What makes the record of the new case like the one that was found; `None` when it is.
fn difference(conn: &Transaction<'_>, record: &RecordRef, found: Fields) -> Result<Option<Op>, CaseError> {
    let RecordRef { kind, id } = record.clone();
    let Some(current) = tables::get(conn, record)? else {
        return Ok(Some(Op {
            kind,
            id,
            before: None,
            after: Some(found),
        }));
    };
    let (mut before, mut after) = (Fields::new(), Fields::new());
    for (name, value) in found {
        let was = current.get(&name).cloned().unwrap_or_default();
        if was != value {
            before.insert(name.clone(), was);
            after.insert(name, value);
        }
    }
    Ok((!after.is_empty()).then_some(Op {
        kind,
        id,
        before: Some(before),
        after: Some(after),
    }))
}

/// Originals one by one, since all of them may not fit into memory; about 12 MB a transaction.
fn copy_originals(
    case: &Case,
    pages: &mut Pages,
    found: &Found,
    progress: &Progress,
    recovery: &mut Recovery,
) -> Result<(), CaseError> {
    const BATCH: usize = 12 << 20;
    let mut size = 0;
    case.conn.execute_batch("BEGIN IMMEDIATE")?;
    for number in found.pages_with_originals() {
        for (name, bytes) in found::originals_on(pages, *number) {
            case.conn
                .prepare_cached("INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?1, ?2)")?
                .execute(params![name, bytes])?;
            recovery.originals += u64::from(case.conn.changes() > 0);
            size += bytes.len();
        }
        progress.set_done(u64::from(pages.count()) + u64::from(*number));
        if progress.is_cancelled() {
            return Err(CaseError::Cancelled);
        }
        if size > BATCH {
            case.conn.execute_batch("COMMIT; BEGIN IMMEDIATE")?;
            size = 0;
        }
    }
    let previews = found.pages_with_previews().iter();
    for (name, small, large) in previews.flat_map(|number| found::previews_on(pages, *number)) {
        let hash = hash_of([small.as_deref(), large.as_deref()]);
        case.conn.execute(
            "INSERT OR IGNORE INTO preview (sha256, small, large, hash) SELECT ?1, ?2, ?3, ?4
             WHERE EXISTS (SELECT 1 FROM photo WHERE sha256 = ?1)",
            params![name, small, large, hash],
        )?;
    }
    for (name, tags) in found.metadata() {
        case.conn.execute(
            "INSERT OR IGNORE INTO metadata (sha256, tags, hash) SELECT ?1, ?2, ?3
             WHERE EXISTS (SELECT 1 FROM photo WHERE sha256 = ?1)",
            params![name, tags, hash_of([Some(tags.as_bytes())])],
        )?;
    }
    super::originals::complete(&case.conn)?;
    case.conn.execute_batch("COMMIT")?;
    Ok(())
}

impl Case {
    /// The originals that no entry of the history speaks of, as a recovery may leave them: the bytes are intact, what
    /// was known of the photo is lost.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn originals_without_record(&self) -> Result<Vec<Sha256>, CaseError> {
        let mut known = HashSet::new();
        history::for_each(&self.conn, |entry| {
            let made = entry
                .operations()?
                .into_iter()
                .filter(|op| op.kind == RecordKind::Photo);
            for fields in made.filter_map(|op| op.after) {
                if let Some(name) = fields.get("sha256").and_then(|name| name.as_str()) {
                    known.insert(name.to_owned());
                }
            }
            Ok(())
        })?;
        let mut statement = self.conn.prepare("SELECT sha256 FROM original ORDER BY id")?;
        let names = statement
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let unknown = names.into_iter().filter(|name| !known.contains(name));
        Ok(unknown.filter_map(|name| name.parse().ok()).collect())
    }
}

/// A connection that reads what SQLite still can of the damaged file.
fn lenient(file: &CaseFile) -> Option<rusqlite::Connection> {
    file.connect(OpenFlags::SQLITE_OPEN_READ_ONLY, "").ok()
}
