//! The photos that belong to a record, its own and those of what hangs on it, for a strip of small pictures.

use rusqlite::params;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::id;
use crate::model::id::PhotoId;
use crate::model::record::RecordRef;

/// A photo and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoName {
    /// The photo.
    pub id: PhotoId,
    /// Its caption, or else its file name.
    pub name: String,
}

impl Reader {
    /// The photos that show `record`, or a weapon of that strike, or a component of that strike or weapon, in the
    /// order of their capture.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos_around(&self, record: &RecordRef) -> Result<Vec<PhotoName>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT p.id, CASE p.caption WHEN '' THEN p.file_name ELSE p.caption END
             FROM photo AS p WHERE p.id IN (
                 SELECT photo FROM depiction WHERE subject_kind = ?1 AND subject = ?2
                 UNION ALL
                 SELECT d.photo FROM weapon AS w JOIN depiction AS d ON d.subject_kind = 'weapon' AND d.subject = w.id
                 WHERE ?1 = 'strike' AND w.strike = ?2
                 UNION ALL
                 SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
                 JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id
                 WHERE ?1 = 'strike' AND w.strike = ?2
                 UNION ALL
                 SELECT d.photo FROM component AS c
                 JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id
                 WHERE ?1 = 'weapon' AND c.weapon = ?2)
             ORDER BY p.captured IS NULL, p.captured, p.file_name, p.id",
        )?;
        let rows = statement
            .query_map(params![record.kind.word(), record.id], |row| {
                Ok(PhotoName {
                    id: id(row, 0)?,
                    name: row.get(1)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}
