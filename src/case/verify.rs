//! Verify: whether the case is what its history says, original by original, entry by entry, row by row.

mod contents;
mod rows;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rusqlite::{Connection, params};

use super::history::{self, Entry};
use super::merging::Replay;
use super::{CaseError, Reader, schema, sign};
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
    /// How many originals have not come yet: their photos were taken in by a merge without them.
    pub awaited: u64,
    /// How many entries of the history were checked.
    pub entries: u64,
    /// How many rows were compared with what the history says.
    pub rows: u64,
    /// How many signatures were checked.
    pub signatures: u64,
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

/// The history carried out again, and what it says of originals.
struct Rebuilt {
    conn: Connection,
    stated: Stated,
}

/// What the history states beside records.
#[derive(Default)]
struct Stated {
    /// The hashes of all originals that were ever added.
    originals: HashSet<String>,
    heads: BTreeMap<(String, i64), Sha256>,
}

/// Tells how much is done, and asks whether to go on.
struct Watch<'a> {
    done: u64,
    total: u64,
    tell: &'a mut dyn FnMut(u64, u64) -> bool,
}

impl Watch<'_> {
    fn goes_on(&mut self) -> bool {
        self.done += 1;
        (self.tell)(self.done, self.total)
    }
}

impl Reader {
    /// Checks everything. `progress` is told how many entries and originals of how many are done, and answers
    /// whether to go on.
    ///
    /// # Errors
    /// When the file is so damaged that SQLite can't read its tables at all.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64) -> bool) -> Result<Verdict, CaseError> {
        // One read transaction: the case as it is at one moment, whatever is written meanwhile.
        let snapshot = self.conn.unchecked_transaction()?;
        let count = |table: &str| -> Result<u64, CaseError> {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok(self.conn.query_row(&sql, [], |row| row.get(0))?)
        };
        let mut watch = Watch {
            done: 0,
            total: count("history")? + count("original")?,
            tell: &mut progress,
        };
        let mut verdict = Verdict::default();
        schema::check(&self.conn, self.file.path())?;
        let version = schema::version(&self.conn)?;
        if version > schema::NEWEST {
            // What a newer version keeps beside what is known here can't be judged.
            verdict.add("file", version, "verify-newer");
        }
        self.check_pages(&mut verdict)?;
        let rebuilt = self.check_history(&mut verdict, &mut watch)?;
        if !verdict.cancelled {
            self.check_rows(&rebuilt, &mut verdict)?;
            self.check_originals(&rebuilt, &mut verdict, &mut watch)?;
            self.check_derived(&rebuilt, &mut verdict)?;
        }
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
    fn check_history(&self, verdict: &mut Verdict, watch: &mut Watch<'_>) -> Result<Rebuilt, CaseError> {
        let conn = schema::scratch()?;
        // Only what is compared is rebuilt: the entries themselves are not copied.
        conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
        let mut replay = Replay::new(&self.conn, &conn)?;
        let mut stated = Stated::default();
        let mut chains: BTreeMap<String, (i64, Sha256)> = BTreeMap::new();
        let mut last_seq = 0;
        let mut statement = self.conn.prepare(history::ALL)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            verdict.entries += 1;
            if !watch.goes_on() {
                verdict.cancelled = true;
                drop(replay);
                return Ok(Rebuilt { conn, stated });
            }
            let entry = match history::entry_of(row) {
                Ok(entry) => entry,
                Err(error) => {
                    let seq: i64 = row.get(0)?;
                    verdict.add("history", format!("{seq} ({error})"), "verify-entry-changed");
                    continue;
                }
            };
            let (last, head) = chains.get(&entry.device).copied().unwrap_or((0, Sha256([0; 32])));
            if entry.computed_hash() != entry.hash {
                verdict.add("history", entry.seq, "verify-entry-changed");
            }
            if entry.seq != last_seq + 1 || entry.device_seq != last + 1 {
                verdict.add("history", entry.seq, "verify-entry-missing");
            } else if entry.prev_hash != head {
                verdict.add("history", entry.seq, "verify-chain-broken");
            }
            last_seq = entry.seq;
            chains.insert(entry.device.clone(), (entry.device_seq, entry.hash));
            if stated.carry_out(&conn, &mut replay, &entry).is_err() {
                verdict.add("history", entry.seq, "verify-entry-unreadable");
            }
        }
        if replay.finish().is_err() {
            verdict.add("history", last_seq, "verify-entry-unreadable");
        }
        conn.execute_batch("COMMIT")?;
        let rebuilt = Rebuilt { conn, stated };
        self.check_heads(&chains, verdict)?;
        self.check_signatures(&rebuilt, verdict)?;
        Ok(rebuilt)
    }

    fn check_heads(
        &self,
        chains: &BTreeMap<String, (i64, Sha256)>,
        verdict: &mut Verdict,
    ) -> Result<(), CaseError> {
        let mut statement = self
            .conn
            .prepare("SELECT device, device_seq, hash, name, name_hash FROM chain_head")?;
        let mut rows = statement.query([])?;
        let mut stated = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let device: String = row.get(0)?;
            let head = row.get(1).and_then(|last| Ok((last, Sha256(row.get(2)?))));
            if head.is_err() || chains.get(&device) != head.ok().as_ref() {
                verdict.add("history", &device, "verify-history-cut");
            }
            let name = row.get_ref(3)?.as_bytes().unwrap_or_default();
            if row.get_ref(4)?.as_blob().unwrap_or_default() != schema::hash_of([Some(name)]) {
                verdict.add("history", &device, "verify-device-name");
            }
            stated.insert(device);
        }
        for device in chains.keys().filter(|device| !stated.contains(*device)) {
            verdict.add("history", device, "verify-history-cut");
        }
        Ok(())
    }

    /// That every signature is whole and of an entry that is there.
    fn check_signatures(&self, rebuilt: &Rebuilt, verdict: &mut Verdict) -> Result<(), CaseError> {
        let Ok(signatures) = self.signatures() else {
            // A row that can't be read is found when the rows are compared.
            return Ok(());
        };
        for signature in signatures {
            verdict.signatures += 1;
            let seq = i64::try_from(signature.device_seq).unwrap_or(i64::MAX);
            let is_of_entry =
                rebuilt.stated.heads.get(&(signature.device.clone(), seq)) == Some(&signature.head);
            if sign::check(&signature).is_err() || !is_of_entry {
                verdict.add("signature", signature.id, "verify-signature");
            }
        }
        Ok(())
    }
}

impl Stated {
    fn carry_out(
        &mut self,
        conn: &Connection,
        replay: &mut Replay<'_>,
        entry: &Entry,
    ) -> Result<(), CaseError> {
        self.heads
            .insert((entry.device.clone(), entry.device_seq), entry.hash);
        let ops = entry.operations()?;
        let mut touched = conn.prepare_cached("INSERT OR IGNORE INTO history_record VALUES (?1, ?2, ?3)")?;
        for op in &ops {
            touched.execute(params![op.kind.word(), op.id, entry.seq])?;
            let name = op
                .after
                .as_ref()
                .and_then(|fields| fields.get("sha256")?.as_str());
            if let Some(name) = name.filter(|_| op.kind == RecordKind::Photo) {
                self.originals.insert(name.to_owned());
            }
        }
        replay.entry(entry, &ops)
    }
}

fn name(record: &RecordRef) -> String {
    format!("{} {}", record.kind.word(), record.id)
}
