//! What the pages of a damaged file hold, sorted by what it proves to be.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::{Cell, Row, rows_on};
use super::pages::Pages;
use super::{Recovery, lenient};
use crate::case::history::Entry;
use crate::case::originals::sha256;
use crate::case::schema::hash_of;
use crate::case::{CaseError, CaseFile, backup, merging, schema, tables};
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::model::record::{Fields, Record, RecordKind, RecordRef};
use rusqlite::Connection;

/// How many columns the table of `kind` has.
fn width(kind: RecordKind) -> usize {
    let table = tables::table(kind);
    table.fields.len() + table.derived.len() + table.counted.len()
}

/// An original's name with its small and large previews.
pub(super) type Previews = (String, Option<Vec<u8>>, Option<Vec<u8>>);

/// What was found. Originals are not held, only where they are.
#[derive(Default)]
pub(super) struct Found {
    entries: BTreeMap<i64, Entry>,
    original_pages: BTreeSet<u32>,
    preview_pages: BTreeSet<u32>,
    metadata: Vec<(String, String)>,
    /// Rows of five columns and more, or with the id of a record, by page.
    others: Vec<Row>,
    devices: HashMap<String, String>,
    /// How many entries the chain heads state, if their table can be read.
    stated: i64,
}

impl Found {
    /// Looks at every page.
    pub(super) fn scan(
        pages: &mut Pages,
        progress: &Progress,
        recovery: &mut Recovery,
    ) -> Result<Self, CaseError> {
        let mut found = Self::default();
        for number in 1..=pages.count() {
            if pages.get(number).is_none() {
                recovery.unreadable_pages += 1;
                continue;
            }
            for row in rows_on(pages, number) {
                found.sort(number, row);
            }
            progress.set_done(number.into());
            if progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
        }
        Ok(found)
    }

    fn sort(&mut self, page: u32, row: Row) {
        if let Some(entry) = entry_of(&row) {
            self.entries.entry(entry.seq).or_insert(entry);
        } else if original_of(&row).is_some() {
            self.original_pages.insert(page);
        } else if previews_of(&row).is_some() {
            self.preview_pages.insert(page);
        } else if let Some(metadata) = metadata_of(&row) {
            self.metadata.push(metadata);
        } else {
            self.others.push(row);
        }
    }

    /// The entries up to the first gap in the numbers or in a chain, and the numbers of those that are lost by it.
    pub(super) fn unbroken(&self) -> (Vec<&Entry>, Vec<i64>) {
        let mut heads: HashMap<&str, (i64, Sha256)> = HashMap::new();
        let (mut whole, mut next) = (Vec::new(), 1);
        for (seq, entry) in &self.entries {
            let head = heads.entry(&entry.device).or_insert((0, Sha256([0; 32])));
            if *seq != next || entry.device_seq != head.0 + 1 || entry.prev_hash != head.1 {
                break;
            }
            *head = (entry.device_seq, entry.hash);
            whole.push(entry);
            next += 1;
        }
        let last = self.entries.keys().next_back().copied().unwrap_or(0);
        // Entries that are lost at the end leave no gap; the chain heads know of them.
        (whole, (next..=last.max(self.stated)).collect())
    }

    /// The device's name, if it is known.
    pub(super) fn device_name(&self, device: &str) -> &str {
        self.devices.get(device).map_or("", String::as_str)
    }

    pub(super) fn pages_with_originals(&self) -> &BTreeSet<u32> {
        &self.original_pages
    }

    pub(super) fn pages_with_previews(&self) -> &BTreeSet<u32> {
        &self.preview_pages
    }

    pub(super) fn metadata(&self) -> &[(String, String)] {
        &self.metadata
    }

    /// The records as the tables state them: by SQLite where it can read a table to its end, else from the pages.
    pub(super) fn records(&self, file: &CaseFile, recovery: &mut Recovery) -> Vec<(RecordRef, Fields)> {
        let conn = lenient(file);
        let mut records = Vec::new();
        for kind in RecordKind::ALL {
            let read = conn.as_ref().and_then(|conn| tables::every(conn, kind).ok());
            let rows = read.unwrap_or_else(|| self.rows_of(kind));
            for fields in rows {
                let id = fields.get("id").and_then(|id| id.as_str()).unwrap_or_default();
                let record = RecordRef::new(kind, id);
                match Record::from_fields(kind, fields) {
                    Ok(whole) => records.push((record, whole.fields())),
                    Err(_) => recovery.unreadable_rows += 1,
                }
            }
        }
        records
    }

    /// The rows that can only be of this kind: as many columns, and values that make such a record. A row that was written
    /// before its table got a column is shorter; it counts if no table has that many columns now.
    fn rows_of(&self, kind: RecordKind) -> Vec<Fields> {
        let table = tables::table(kind);
        let columns = width(kind);
        let former = schema::former_widths(table.name).unwrap_or_default();
        let is_taken = |columns| RecordKind::ALL.into_iter().any(|kind| width(kind) == columns);
        let fits = |row: &&Row| {
            let has = row.cells.len();
            has == columns || (former.contains(&has) && !is_taken(has))
        };
        let fitting = self.others.iter().filter(fits);
        // By id: of a row that was moved, an older state may still lie on another page.
        let mut rows = BTreeMap::new();
        for row in fitting {
            let fields = tables::fields_from(table, row.cells.iter().map(Cell::to_value));
            if Record::from_fields(kind, fields.clone()).is_ok()
                && let Some(id) = fields.get("id").and_then(|id| id.as_str())
            {
                rows.insert(id.to_owned(), fields);
            }
        }
        rows.into_values().collect()
    }

    /// Takes the devices' names and how much each has written from a file that SQLite can still read.
    pub(super) fn ask_heads(&mut self, file: &CaseFile) {
        let Some(conn) = lenient(file) else { return };
        self.devices = backup::device_names(&conn).unwrap_or_default();
        let sum = conn.query_row("SELECT coalesce(sum(device_seq), 0) FROM chain_head", [], |row| {
            row.get(0)
        });
        self.stated = sum.unwrap_or(0);
    }

    /// Takes over what devices knew of each other, as far as SQLite can still read it. Merges say it again; only of
    /// entries before format 9 it stands nowhere else.
    pub(super) fn copy_known(&self, file: &CaseFile, to: &Connection) {
        if let Some(conn) = lenient(file) {
            let _ = merging::copy_known(&conn, to);
        }
    }
}

/// The intact originals on a page.
pub(super) fn originals_on(pages: &mut Pages, number: u32) -> Vec<(String, Vec<u8>)> {
    let rows = rows_on(pages, number).into_iter();
    rows.filter_map(|row| {
        original_of(&row)?;
        match <[Cell; 3]>::try_from(row.cells).ok()? {
            [_, Cell::Text(name), Cell::Blob(bytes)] => Some((name, bytes)),
            _ => None,
        }
    })
    .collect()
}

/// The intact previews on a page.
pub(super) fn previews_on(pages: &mut Pages, number: u32) -> Vec<Previews> {
    rows_on(pages, number).iter().filter_map(previews_of).collect()
}

fn hash_in(cell: &Cell) -> Option<Sha256> {
    cell.blob()?.try_into().ok().map(Sha256)
}

/// The entry that a row is, if it bears its own hash.
fn entry_of(row: &Row) -> Option<Entry> {
    let [
        _,
        device,
        device_seq,
        at,
        person,
        action,
        step,
        takes_back,
        ops,
        prev_hash,
        hash,
    ] = row.cells.as_slice()
    else {
        return None;
    };
    let entry = Entry {
        seq: row.id,
        device: device.text()?.to_owned(),
        device_seq: device_seq.integer()?,
        at: at.text()?.to_owned(),
        person: person.text()?.to_owned(),
        action: action.text()?.to_owned(),
        step: step.integer()?,
        takes_back: takes_back.integer(),
        ops: ops.text()?.to_owned(),
        prev_hash: hash_in(prev_hash)?,
        hash: hash_in(hash)?,
    };
    (entry.computed_hash() == entry.hash).then_some(entry)
}

/// The hash of the original that a row is, if its bytes have it.
fn original_of(row: &Row) -> Option<Sha256> {
    let [_, name, bytes] = row.cells.as_slice() else {
        return None;
    };
    let stated: Sha256 = name.text()?.parse().ok()?;
    (sha256(bytes.blob()?) == stated).then_some(stated)
}

fn previews_of(row: &Row) -> Option<Previews> {
    let [_, name, small, large, hash] = row.cells.as_slice() else {
        return None;
    };
    let previews = (small.blob(), large.blob());
    let intact = hash_in(hash)?.0 == hash_of([previews.0, previews.1]);
    intact.then(|| {
        let name = name.text().unwrap_or_default().to_owned();
        (
            name,
            previews.0.map(<[u8]>::to_vec),
            previews.1.map(<[u8]>::to_vec),
        )
    })
}

fn metadata_of(row: &Row) -> Option<(String, String)> {
    // Since format 3 there is a number before them.
    let ([name, tags, hash] | [Cell::Null, name, tags, hash]) = row.cells.as_slice() else {
        return None;
    };
    let tags = tags.text()?;
    let intact = hash_in(hash)?.0 == hash_of([Some(tags.as_bytes())]);
    intact.then(|| (name.text().unwrap_or_default().to_owned(), tags.to_owned()))
}

impl Cell {
    /// The value as a field holds it.
    fn to_value(&self) -> serde_json::Value {
        match self {
            Self::Null | Self::Blob(_) => serde_json::Value::Null,
            Self::Integer(number) => (*number).into(),
            Self::Real(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
        }
    }
}
