//! Photos: the list, one photo's bytes and previews, and what it shows.

use rusqlite::{OptionalExtension, params};
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::id;
use crate::model::id::{PhotoId, Sha256};
use crate::model::record::{RecordKind, RecordRef};

/// In which order photos are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoSort {
    /// By the camera's time, photos without one last.
    #[default]
    Captured,
    /// In the order in which they came into the case.
    Added,
    /// By file name.
    FileName,
}

/// Which photos are listed: all conditions hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PhotoFilter {
    /// They bear all these tags.
    pub tags: Vec<String>,
    /// The file name, caption, camera or credit contains this.
    pub text: String,
    /// They show something (`true`) or nothing yet (`false`).
    pub linked: Option<bool>,
    /// They have a region (`true`) or none (`false`).
    pub marked: Option<bool>,
    /// They show this strike, weapon or component.
    pub subject: Option<RecordRef>,
}

/// A photo in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoRow {
    /// The photo.
    pub id: PhotoId,
    /// Its file name.
    pub file_name: String,
    /// Its caption.
    pub caption: String,
    /// The camera's local time.
    pub captured: Option<String>,
    /// Pixels, orientation applied.
    pub width: u32,
    /// Pixels, orientation applied.
    pub height: u32,
    /// How many strikes, weapons and components it shows.
    pub subjects: u32,
    /// How many regions it has.
    pub regions: u32,
    /// Whether its pixels can be shown.
    pub decodable: bool,
    /// Its kind's word: `photograph`, `clipboard`, `illustration`.
    pub kind: String,
}

const ROWS: &str = "
SELECT p.id, p.file_name, p.caption, p.captured, p.width, p.height,
       (SELECT count(*) FROM depiction AS d WHERE d.photo = p.id),
       (SELECT count(*) FROM region AS r WHERE r.photo = p.id),
       p.undecodable IS NULL, p.kind
FROM photo AS p
WHERE (?1 = '' OR instr(lower(p.file_name || ' ' || p.caption || ' ' || coalesce(p.camera_make, '') || ' '
                        || coalesce(p.camera_model, '') || ' ' || coalesce(p.credit, '')), ?1) > 0)
  AND (?2 IS NULL OR ?2 = EXISTS (SELECT 1 FROM depiction AS d WHERE d.photo = p.id))
  AND (?3 IS NULL OR ?3 = EXISTS (SELECT 1 FROM region AS r WHERE r.photo = p.id))
  AND (?4 IS NULL OR EXISTS (SELECT 1 FROM depiction AS d WHERE d.photo = p.id AND d.subject_kind = ?4 AND d.subject = ?5))
  AND NOT EXISTS (SELECT 1 FROM json_each(?6) AS wanted WHERE NOT EXISTS (
        SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'photo' AND g.record = p.id AND t.name = wanted.value))
ORDER BY CASE ?7 WHEN 'captured' THEN p.captured IS NULL ELSE 0 END,
         CASE ?7 WHEN 'captured' THEN p.captured WHEN 'file_name' THEN p.file_name ELSE p.added END,
         p.file_name, p.id";

impl super::super::Case {
    /// The photo with these bytes, and its file name.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photo_of_original(&self, sha256: &Sha256) -> Result<Option<(PhotoId, String)>, CaseError> {
        super::super::originals::known(&self.conn, sha256)
    }
}

impl Reader {
    /// The hashes of all photos' originals: what an import need not examine again.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn known_originals(&self) -> Result<std::collections::HashSet<Sha256>, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT sha256 FROM photo JOIN original USING (sha256)")?;
        let hashes = statement
            .query_map([], |row| id(row, 0))?
            .collect::<Result<_, _>>()?;
        Ok(hashes)
    }

    /// The photos that pass the filter, in order.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos(&self, filter: &PhotoFilter, sort: PhotoSort) -> Result<Vec<PhotoRow>, CaseError> {
        let order = match sort {
            PhotoSort::Captured => "captured",
            PhotoSort::Added => "added",
            PhotoSort::FileName => "file_name",
        };
        let tags = serde_json::to_string(&filter.tags).unwrap_or_else(|_| "[]".to_owned());
        let mut statement = self.conn.prepare_cached(ROWS)?;
        let rows = statement
            .query_map(
                params![
                    filter.text.trim().to_lowercase(),
                    filter.linked,
                    filter.marked,
                    filter.subject.as_ref().map(|subject| subject.kind.word()),
                    filter.subject.as_ref().map(|subject| subject.id.as_str()),
                    tags,
                    order,
                ],
                |row| {
                    Ok(PhotoRow {
                        id: id(row, 0)?,
                        file_name: row.get(1)?,
                        caption: row.get(2)?,
                        captured: row.get(3)?,
                        width: row.get(4)?,
                        height: row.get(5)?,
                        subjects: row.get(6)?,
                        regions: row.get(7)?,
                        decodable: row.get(8)?,
                        kind: row.get(9)?,
                    })
                },
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The photo with these bytes, and its file name.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photo_of_original(&self, sha256: &Sha256) -> Result<Option<(PhotoId, String)>, CaseError> {
        super::super::originals::known(&self.conn, sha256)
    }

    /// The bytes of the original with this hash. `None` when the case does not have it.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn original_of(&self, sha256: &Sha256) -> Result<Option<Vec<u8>>, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT bytes FROM original WHERE sha256 = ?1")?;
        Ok(statement
            .query_row([sha256.to_string()], |row| row.get(0))
            .optional()?)
    }

    /// The original's bytes, exactly as they came. `None` when there is no such photo.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn original(&self, photo: PhotoId) -> Result<Option<Vec<u8>>, CaseError> {
        self.bytes(
            "SELECT o.bytes FROM photo AS p JOIN original AS o USING (sha256) WHERE p.id = ?1",
            photo,
        )
    }

    /// The small preview: a JPEG of at most 256 pixels on the long side.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn small_preview(&self, photo: PhotoId) -> Result<Option<Vec<u8>>, CaseError> {
        self.bytes(
            "SELECT v.small FROM photo AS p JOIN preview AS v USING (sha256) WHERE p.id = ?1",
            photo,
        )
    }

    /// The large preview: a JPEG of at most 2048 pixels on the long side.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn large_preview(&self, photo: PhotoId) -> Result<Option<Vec<u8>>, CaseError> {
        self.bytes(
            "SELECT v.large FROM photo AS p JOIN preview AS v USING (sha256) WHERE p.id = ?1",
            photo,
        )
    }

    fn bytes(&self, sql: &str, photo: PhotoId) -> Result<Option<Vec<u8>>, CaseError> {
        let found = self
            .conn
            .prepare_cached(sql)?
            .query_row([photo.to_string()], |row| row.get::<_, Option<Vec<u8>>>(0))
            .optional()?;
        Ok(found.flatten())
    }

    /// All metadata of the photo's file: block, name, value.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn metadata(&self, photo: PhotoId) -> Result<Vec<(String, String, String)>, CaseError> {
        let json: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT m.tags FROM photo AS p JOIN metadata AS m USING (sha256) WHERE p.id = ?1",
            )?
            .query_row([photo.to_string()], |row| row.get(0))
            .optional()?;
        Ok(json
            .and_then(|json| serde_json::from_str(&json).ok())
            .unwrap_or_default())
    }

    /// What the photo shows, strikes first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn subjects(&self, photo: PhotoId) -> Result<Vec<RecordRef>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT subject_kind, subject FROM depiction WHERE photo = ?1 ORDER BY subject_kind DESC, subject",
        )?;
        let rows = statement
            .query_map([photo.to_string()], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(rows
            .into_iter()
            .filter_map(|(kind, id)| Some(RecordRef::new(RecordKind::from_word(&kind)?, id)))
            .collect())
    }

    /// The photos that show `subject`, in the order of their capture.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos_of(&self, subject: &RecordRef) -> Result<Vec<PhotoRow>, CaseError> {
        let filter = PhotoFilter {
            subject: Some(subject.clone()),
            ..PhotoFilter::default()
        };
        self.photos(&filter, PhotoSort::Captured)
    }
}
