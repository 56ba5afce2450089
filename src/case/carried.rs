//! What a case gives to a team's store and takes from it, apart from entries: originals, and previews that come first.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::originals::keep_preview;
use super::{Case, CaseError, Reader};
use crate::model::id::{PhotoId, Sha256};

/// What stands for a photo until its original comes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// A JPEG of at most 256 pixels on the long side.
    pub small: Vec<u8>,
    /// A JPEG of at most 512 pixels on the long side.
    pub medium: Vec<u8>,
    /// The perceptual hash of the picture.
    pub likeness: u64,
    /// The metadata of the file: a JSON array of `[block, name, value]`.
    pub tags: String,
}

/// An original that a case has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredOriginal {
    /// Its SHA-256.
    pub sha256: Sha256,
    /// Its size in bytes.
    pub bytes: u64,
    /// Whether there is a preview that can stand for it.
    pub has_preview: bool,
}

impl Reader {
    /// The originals that the case has, in the order in which they came.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn stored_originals(&self) -> Result<Vec<StoredOriginal>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT o.sha256, length(o.bytes), v.small IS NOT NULL AND n.sha256 IS NOT NULL
             FROM original AS o LEFT JOIN preview AS v USING (sha256) LEFT JOIN thumbnail AS n USING (sha256) ORDER BY o.id",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            if let Ok(sha256) = row.get::<_, String>(0)?.parse() {
                found.push(StoredOriginal {
                    sha256,
                    bytes: row.get(1)?,
                    has_preview: row.get(2)?,
                });
            }
        }
        Ok(found)
    }

    /// The photos' originals that have not come and of which there is not even a preview: hash and size in bytes.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn without_any_preview(&self) -> Result<Vec<(Sha256, u64)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT a.sha256, p.byte_size FROM awaited AS a JOIN photo AS p USING (sha256)
             WHERE a.sha256 NOT IN (SELECT sha256 FROM thumbnail) ORDER BY a.sha256",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            if let Ok(name) = row.get::<_, String>(0)?.parse() {
                found.push((name, row.get(1)?));
            }
        }
        Ok(found)
    }

    /// Of these photos, the originals that have not come.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn awaited_of(&self, photos: &[PhotoId]) -> Result<Vec<Sha256>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT a.sha256 FROM photo AS p JOIN awaited AS a USING (sha256) WHERE p.id = ?1",
        )?;
        let mut awaited = Vec::new();
        for photo in photos {
            let name: Option<String> = statement
                .query_row([photo.to_string()], |row| row.get(0))
                .optional()?;
            awaited.extend(name.and_then(|name| name.parse::<Sha256>().ok()));
        }
        Ok(awaited)
    }

    /// What stands for the photo with this original, if it was computed.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn preview_of(&self, sha256: &Sha256) -> Result<Option<Preview>, CaseError> {
        let found = self
            .conn
            .prepare_cached(
                "SELECT v.small, n.medium, n.likeness, m.tags
                 FROM preview AS v JOIN thumbnail AS n USING (sha256) JOIN metadata AS m USING (sha256)
                 WHERE v.sha256 = ?1 AND v.small IS NOT NULL",
            )?
            .query_row([sha256.to_string()], |row| {
                Ok(Preview {
                    small: row.get(0)?,
                    medium: row.get(1)?,
                    // SQLite's integers are signed: the same 64 bits.
                    likeness: row.get::<_, i64>(2)?.cast_unsigned(),
                    tags: row.get(3)?,
                })
            })
            .optional()?;
        Ok(found)
    }

    /// The hash of an entry, `None` when the case does not have it.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn entry_hash(&self, device: &str, device_seq: i64) -> Result<Option<Sha256>, CaseError> {
        let hash = self
            .conn
            .prepare_cached("SELECT hash FROM history WHERE device = ?1 AND device_seq = ?2")?
            .query_row(params![device, device_seq], |row| Ok(Sha256(row.get(0)?)))
            .optional()?;
        Ok(hash)
    }
}

impl Case {
    /// Keeps what stands for a photo whose original has not come. Says whether it was wanted. No record changes.
    ///
    /// # Errors
    /// When it can't be written, or its metadata are none.
    pub fn keep_preview(&mut self, sha256: &Sha256, preview: &Preview) -> Result<bool, CaseError> {
        let name = sha256.to_string();
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let is_wanted: bool = transaction
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM awaited WHERE sha256 = ?1)")?
            .query_row([&name], |row| row.get(0))?;
        if is_wanted {
            keep_preview(&transaction, &name, preview)?;
        }
        transaction.commit()?;
        Ok(is_wanted)
    }

    /// A new case that is to take in what others wrote: it has no entry of its own before that.
    ///
    /// # Errors
    /// When the file is there already or can't be written.
    pub fn create_to_join(
        path: &std::path::Path,
        author: super::Author,
        passphrase: Option<&super::Passphrase>,
    ) -> Result<Self, CaseError> {
        Self::create_empty(path, author, passphrase.map(super::key::Key::fresh))
    }
}
