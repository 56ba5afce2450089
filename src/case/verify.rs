//! Verify: whether the case is what its history says, original by original, entry by entry, row by row.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::apply::{Trust, perform};
use super::history::{self, Entry};
use super::originals::sha256;
use super::{CaseError, Reader, file, tables};
use crate::model::id::Sha256;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::tf;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// What kind of problem: `original`, `history`, `row`, `file`.
    pub part: &'static str,
    /// Which original, entry, record or page.
    pub what: String,
    /// What is wrong, for a person.
    pub message: String,
}

/// What verify found.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Verdict {
    /// How many originals were hashed.
    pub originals: u64,
    /// How many bytes these have.
    pub bytes: u64,
    /// How many entries of the history were checked.
    pub entries: u64,
    /// How many rows were compared with what the history says.
    pub rows: u64,
    /// Everything that was found wrong.
    pub problems: Vec<Problem>,
    /// Whether it was stopped before the end.
    pub cancelled: bool,
}

impl Verdict {
    /// Whether everything was looked at and nothing was found wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && !self.cancelled
    }

    fn add(&mut self, part: &'static str, what: impl ToString, key: &str) {
        let what = what.to_string();
        let message = tf(key, &[("what", what.as_str().into())]);
        self.problems.push(Problem { part, what, message });
    }
}

impl Reader {
    /// Checks everything. `progress` is told how many originals of how many are done, and answers whether to go on.
    ///
    /// # Errors
    /// When the file is so damaged that SQLite can't read its tables at all.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64) -> bool) -> Result<Verdict, CaseError> {
        // One read transaction: the case as it is at one moment, whatever is written meanwhile.
        let snapshot = self.conn.unchecked_transaction()?;
        let mut verdict = Verdict::default();
        self.check_pages(&mut verdict)?;
        let rebuilt = self.check_history(&mut verdict)?;
        self.check_rows(&rebuilt, &mut verdict)?;
        self.check_originals(&mut verdict, &mut progress)?;
        snapshot.finish()?;
        Ok(verdict)
    }

    fn check_pages(&self, verdict: &mut Verdict) -> Result<(), CaseError> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let found: String = row.get(0)?;
            if found != "ok" {
                verdict.add("file", found, "verify-page");
            }
        }
        Ok(())
    }

    /// Walks every device's chain and rebuilds the projections beside it.
    fn check_history(&self, verdict: &mut Verdict) -> Result<Connection, CaseError> {
        let rebuilt = file::scratch()?;
        let mut heads: BTreeMap<String, (i64, Sha256)> = BTreeMap::new();
        history::for_each(&self.conn, |entry| {
            verdict.entries += 1;
            let (last, head) = heads.get(&entry.device).copied().unwrap_or((0, Sha256([0; 32])));
            if entry.computed_hash() != entry.hash {
                verdict.add("history", entry.seq, "verify-entry-changed");
            }
            if entry.device_seq != last + 1 {
                verdict.add("history", entry.seq, "verify-entry-missing");
            } else if entry.prev_hash != head {
                verdict.add("history", entry.seq, "verify-chain-broken");
            }
            heads.insert(entry.device.clone(), (entry.device_seq, entry.hash));
            if replay(&rebuilt, &entry).is_err() {
                verdict.add("history", entry.seq, "verify-entry-unreadable");
            }
            Ok(())
        })?;
        let mut statement = self
            .conn
            .prepare("SELECT device, device_seq, hash FROM chain_head")?;
        let mut rows = statement.query([])?;
        let mut stated = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let (device, last, hash): (String, i64, [u8; 32]) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if heads.get(&device) != Some(&(last, Sha256(hash))) {
                verdict.add("history", &device, "verify-history-cut");
            }
            stated.insert(device);
        }
        for device in heads.keys().filter(|device| !stated.contains(*device)) {
            verdict.add("history", device, "verify-history-cut");
        }
        Ok(rebuilt)
    }

    /// Compares every projection with the one rebuilt from the history.
    fn check_rows(&self, rebuilt: &Connection, verdict: &mut Verdict) -> Result<(), CaseError> {
        for kind in RecordKind::ALL {
            let is = tables::all(&self.conn, kind)?;
            let should = tables::all(rebuilt, kind)?;
            verdict.rows += is.len() as u64;
            for (id, row) in &is {
                let record = RecordRef::new(kind, id);
                match should.get(id) {
                    None => verdict.add("row", name(&record), "verify-row-added"),
                    Some(other) if other != row => verdict.add("row", name(&record), "verify-row-changed"),
                    Some(_) => {}
                }
            }
            for id in should.keys().filter(|id| !is.contains_key(*id)) {
                verdict.add("row", name(&RecordRef::new(kind, id)), "verify-row-missing");
            }
        }
        Ok(())
    }

    /// Hashes every original, and looks for photos without one.
    fn check_originals(
        &self,
        verdict: &mut Verdict,
        progress: &mut impl FnMut(u64, u64) -> bool,
    ) -> Result<(), CaseError> {
        let total: u64 = self
            .conn
            .query_row("SELECT count(*) FROM original", [], |row| row.get(0))?;
        let mut statement = self
            .conn
            .prepare("SELECT sha256, bytes FROM original ORDER BY id")?;
        let mut rows = statement.query([])?;
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => break,
                Err(error) => {
                    verdict.add("original", error, "verify-original-unreadable");
                    break;
                }
            };
            let stated: String = row.get(0)?;
            let bytes = row.get_ref(1)?.as_bytes().unwrap_or_default();
            if sha256(bytes).to_string() != stated {
                verdict.add("original", &stated, "verify-original-changed");
            }
            verdict.originals += 1;
            verdict.bytes += bytes.len() as u64;
            if !progress(verdict.originals, total) {
                verdict.cancelled = true;
                return Ok(());
            }
        }
        let mut statement = self.conn.prepare(
            "SELECT p.sha256 FROM photo AS p LEFT JOIN original AS o USING (sha256) WHERE o.id IS NULL",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            verdict.add("original", row.get::<_, String>(0)?, "verify-original-missing");
        }
        Ok(())
    }
}

fn name(record: &RecordRef) -> String {
    format!("{} {}", record.kind.word(), record.id)
}

fn replay(conn: &Connection, entry: &Entry) -> Result<(), CaseError> {
    for op in entry.operations()? {
        perform(conn, &op, Trust::Compare)?;
    }
    Ok(())
}
