//! What leaves the case whole: chains of the history entry by entry, records kind by kind, originals part by part.
//! Nothing is gathered in memory, so that a case of any size can be handed over.

use rusqlite::OptionalExtension;

use super::history::{self, Entry};
use super::{CaseError, Reader, originals, schema, tables};
use crate::model::id::Sha256;
use crate::model::record::{Fields, Record, RecordKind, RecordRef};

/// A device that wrote in the case, as its chain's head states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// How many entries its chain has.
    pub entries: u64,
    /// The hash of the last of them.
    pub head: Sha256,
    /// How many bytes the operations of these entries have.
    pub bytes: u64,
}

impl Reader {
    /// Does `work` while the case stands still for this reader: what others write meanwhile is not seen. Within another such
    /// work it is the same moment.
    ///
    /// # Errors
    /// Those of `work`, and when the case can't be read.
    pub fn at_one_moment<T, E: From<CaseError>>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.conn.is_autocommit() {
            return work(self);
        }
        let begun = self.conn.unchecked_transaction().map_err(CaseError::from)?;
        let made = work(self)?;
        begun.finish().map_err(CaseError::from)?;
        Ok(made)
    }

    /// The number of the case's format.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn format(&self) -> Result<i64, CaseError> {
        schema::version(&self.conn)
    }

    /// The devices that wrote in the case, in the order of their first entries.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn devices(&self) -> Result<Vec<Device>, CaseError> {
        let mut statement = self.conn.prepare(
            "SELECT c.device, c.name, c.device_seq, c.hash,
                    (SELECT sum(octet_length(ops)) FROM history AS h WHERE h.device = c.device)
             FROM chain_head AS c
             ORDER BY (SELECT seq FROM history AS h WHERE h.device = c.device AND h.device_seq = 1)",
        )?;
        let devices = statement
            .query_map([], |row| {
                Ok(Device {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    entries: row.get(2)?,
                    head: Sha256(row.get(3)?),
                    bytes: row.get::<_, Option<u64>>(4)?.unwrap_or(0),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(devices)
    }

    /// The first entry of the history and the newest, by their order in this file; `None` of a case without any.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn first_and_newest(&self) -> Result<Option<(Entry, Entry)>, CaseError> {
        let one = |sql: &str| self.conn.query_row(sql, [], history::entry_of).optional();
        let first = one(
            "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
             FROM history ORDER BY seq LIMIT 1",
        )?;
        let newest = one(
            "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
             FROM history ORDER BY seq DESC LIMIT 1",
        )?;
        Ok(first.zip(newest))
    }

    /// Calls `visit` with every entry of a device's chain, in order.
    ///
    /// # Errors
    /// Those of `visit`, and when the case can't be read.
    pub fn for_each_entry(
        &self,
        device: &str,
        visit: impl FnMut(Entry) -> Result<(), CaseError>,
    ) -> Result<(), CaseError> {
        history::for_each_of_device(&self.conn, device, visit)
    }

    /// Calls `visit` with every record of a kind, in the order of their ids.
    ///
    /// # Errors
    /// Those of `visit`, and when a row can't be read as a record.
    pub fn for_each_record<E: From<CaseError>>(
        &self,
        kind: RecordKind,
        mut visit: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let table = tables::table(kind);
        let sql = format!(
            "SELECT {} FROM {} ORDER BY id",
            table.fields.join(", "),
            table.name
        );
        let mut statement = self.conn.prepare(&sql).map_err(CaseError::from)?;
        let mut rows = statement.query([]).map_err(CaseError::from)?;
        while let Some(row) = rows.next().map_err(CaseError::from)? {
            let fields: Fields = tables::fields_of(table, row).map_err(CaseError::from)?;
            let id = fields.get("id").and_then(|id| id.as_str()).unwrap_or_default();
            let name = RecordRef::new(kind, id);
            let record = Record::from_fields(kind, fields).map_err(|error| CaseError::Field {
                record: name,
                reason: error.to_string(),
            })?;
            visit(record)?;
        }
        Ok(())
    }

    /// How many bytes the original with this hash has; `None` when the case lacks it.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn original_size(&self, sha256: &Sha256) -> Result<Option<u64>, CaseError> {
        let size = self
            .conn
            .prepare_cached("SELECT octet_length(bytes) FROM original WHERE sha256 = ?1")?
            .query_row([sha256.to_string()], |row| row.get(0))
            .optional()?;
        Ok(size)
    }

    /// Calls `visit` with every photo, the hash of its original, and how many bytes that has; `None` when the case lacks it.
    /// Photos of one original follow each other.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn for_each_photo_size(
        &self,
        mut visit: impl FnMut(RecordRef, &str, Option<u64>),
    ) -> Result<(), CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT p.id, p.sha256, octet_length(o.bytes)
             FROM photo AS p LEFT JOIN original AS o ON o.sha256 = p.sha256
             ORDER BY p.sha256",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, hash): (String, String) = (row.get(0)?, row.get(1)?);
            visit(RecordRef::new(RecordKind::Photo, id), &hash, row.get(2)?);
        }
        Ok(())
    }

    /// Gives the original with this hash to `take`, part by part (128 KiB at most). Says whether the case has it.
    ///
    /// # Errors
    /// Those of `take`, when the case can't be read, and at the end when the bytes are not those that the name says.
    pub fn read_original(
        &self,
        sha256: &Sha256,
        take: impl FnMut(&[u8]) -> Result<(), CaseError>,
    ) -> Result<bool, CaseError> {
        let row = self
            .conn
            .prepare_cached("SELECT id FROM original WHERE sha256 = ?1")?
            .query_row([sha256.to_string()], |row| row.get(0))
            .optional()?;
        let Some(row) = row else {
            return Ok(false);
        };
        match originals::hash_parts(&self.conn, row, take)? == *sha256 {
            true => Ok(true),
            false => Err(CaseError::OriginalChanged(*sha256)),
        }
    }
}
