//! What of photos is not to be shown, and what was given out.

use jiff::Timestamp;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::id;
use crate::model::id::{PhotoId, PublicationId};
use crate::model::{PublishedCopy, Redaction};

/// A copy of a photo that was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    /// With which publication.
    pub publication: PublicationId,
    /// What that is called.
    pub title: String,
    /// For whom it was made.
    pub recipient: String,
    /// When.
    pub at: Timestamp,
    /// The copy, with what was withheld.
    pub copy: PublishedCopy,
}

impl Reader {
    /// The redactions of a photo, in the order in which they were drawn.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn redactions_of_photo(&self, photo: PhotoId) -> Result<Vec<Redaction>, CaseError> {
        if !self.knows_publications()? {
            return Ok(Vec::new());
        }
        self.pointing("SELECT id FROM redaction WHERE photo = ?1 ORDER BY at, id", photo)
    }

    /// The copies of a photo that were given out, in the order in which they were made.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn published(&self, photo: PhotoId) -> Result<Vec<Published>, CaseError> {
        if !self.knows_publications()? {
            return Ok(Vec::new());
        }
        // Most publications have no copy of it: their text is not taken apart.
        let mut statement = self.conn.prepare_cached(
            "SELECT publication.id, title, recipient, publication.at, copy.value
             FROM publication, json_each(iif(instr(copies, ?1), copies, '[]')) AS copy
             WHERE copy.value ->> 'photo' = ?1 ORDER BY publication.at, publication.id",
        )?;
        let mut rows = statement.query([photo.to_string()])?;
        let mut published = Vec::new();
        while let Some(row) = rows.next()? {
            let copy: String = row.get(4)?;
            // A row of which another program made something else says nothing here; verify names it.
            let Ok(copy) = serde_json::from_str(&copy) else {
                continue;
            };
            published.push(Published {
                publication: id(row, 0)?,
                title: row.get(1)?,
                recipient: row.get(2)?,
                at: id(row, 3)?,
                copy,
            });
        }
        Ok(published)
    }

    /// Whether the case can have redactions and publications: one of an older format that could only be opened for reading
    /// has none.
    fn knows_publications(&self) -> Result<bool, CaseError> {
        let known = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'redaction')";
        Ok(self.conn.prepare_cached(known)?.query_row([], |row| row.get(0))?)
    }
}
