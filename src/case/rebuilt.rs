//! Records made of a history that lies in no case: that of a package, to be compared with what the package says.

use rusqlite::Connection;

use super::merging::{self, Known, Replay};
use super::{CaseError, Entry, history, schema, tables};
use crate::model::record::{Fields, RecordKind, RecordRef};

/// A history on its way to the records that it makes.
pub struct Rebuilt(Connection);

impl Rebuilt {
    /// Without any entry.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn new() -> Result<Self, CaseError> {
        let conn = schema::scratch()?;
        conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
        Ok(Self(conn))
    }

    /// Adds an entry, with its number in its file. They come in the order of their chains, chain by chain.
    ///
    /// # Errors
    /// When it can't be understood, or its number is another's too.
    pub fn add(&self, entry: &Entry) -> Result<(), CaseError> {
        history::keep(&self.0, entry, "", &entry.operations()?)
    }

    /// Adds what a device knew of others when it wrote.
    ///
    /// # Errors
    /// When it can't be kept.
    pub fn know(&self, device: &str, known: &Known) -> Result<(), CaseError> {
        merging::keep_known(&self.0, device, known)
    }

    /// Makes the records, when all entries are there.
    ///
    /// # Errors
    /// When an entry does not follow from those before it.
    pub fn carry_out(&self) -> Result<(), CaseError> {
        let mut replay = Replay::new(&self.0, &self.0)?;
        history::for_each(&self.0, |entry| replay.entry(&entry, &entry.operations()?))?;
        replay.finish()
    }

    /// The fields of a record, `None` when the history makes none.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn record(&self, record: &RecordRef) -> Result<Option<Fields>, CaseError> {
        tables::get(&self.0, record)
    }

    /// All records that the history makes.
    ///
    /// # Errors
    /// When they can't be read.
    pub fn records(&self) -> Result<Vec<RecordRef>, CaseError> {
        let mut records = Vec::new();
        for kind in RecordKind::ALL {
            let mut statement = self.0.prepare(&format!("SELECT id FROM {}", kind.word()))?;
            let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
            for id in ids {
                records.push(RecordRef::new(kind, id?));
            }
        }
        Ok(records)
    }
}
