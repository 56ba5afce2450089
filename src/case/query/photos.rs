//! Photos: the list, one photo's bytes and previews, and what it shows.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::OptionalExtension;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::{id, some_id};
use crate::model::album::{PhotoFilter, PhotoSort};
use crate::model::id::{PhotoId, PhotoSetId, Sha256};
use crate::model::photo::{Colour, Need, Pick};
use crate::model::record::{RecordKind, RecordRef};

/// A photo in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoRow {
    /// The photo.
    pub id: PhotoId,
    /// Its file name.
    pub file_name: String,
    /// Its caption.
    pub caption: String,
    /// The local time of capture, by the corrected clock.
    pub taken: Option<String>,
    /// Pixels, orientation applied.
    pub width: u32,
    /// Pixels, orientation applied.
    pub height: u32,
    /// How many strikes, weapons and components it shows.
    pub subjects: u32,
    /// How many regions it has.
    pub regions: u32,
    /// How many of them nobody has transcribed.
    pub untranscribed: u32,
    /// Whether somebody has opened it.
    pub opened: bool,
    /// Whether its pixels can be shown.
    pub decodable: bool,
    /// Its kind's word: `photograph`, `clipboard`, `illustration`.
    pub kind: String,
    /// Its rating, 1 to 5.
    pub rating: Option<u8>,
    /// Whether it is flagged or rejected.
    pub pick: Option<Pick>,
    /// Its colour.
    pub colour: Option<Colour>,
    /// What it needs.
    pub needs: Option<Need>,
}

const ROW: &str = "
SELECT id, file_name, caption, nullif(taken, '~'), width, height, subjects, regions, untranscribed,
       undecodable IS NULL, kind, rating, pick, colour, needs,
       EXISTS (SELECT 1 FROM opened AS o WHERE o.photo = photo.id)
FROM photo WHERE id = ?1";

/// A column with one of the words that `known` gives.
fn word<T: Copy>(
    row: &rusqlite::Row<'_>,
    column: usize,
    known: &[T],
    word_of: impl Fn(T) -> &'static str,
) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    Ok(text.and_then(|text| known.iter().copied().find(|known| word_of(*known) == text)))
}

fn row_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<PhotoRow> {
    Ok(PhotoRow {
        id: id(row, 0)?,
        file_name: row.get(1)?,
        caption: row.get(2)?,
        taken: row.get(3)?,
        width: row.get(4)?,
        height: row.get(5)?,
        subjects: row.get(6)?,
        regions: row.get(7)?,
        untranscribed: row.get(8)?,
        decodable: row.get(9)?,
        kind: row.get(10)?,
        rating: row.get(11)?,
        pick: word(row, 12, &[Pick::Flagged, Pick::Rejected], Pick::word)?,
        colour: word(row, 13, &Colour::ALL, Colour::word)?,
        needs: word(row, 14, &[Need::Transcription], Need::word)?,
        opened: row.get(15)?,
    })
}

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
    pub fn known_originals(&self) -> Result<HashSet<Sha256>, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT sha256 FROM photo JOIN original USING (sha256)")?;
        let hashes = statement
            .query_map([], |row| id(row, 0))?
            .collect::<Result<_, _>>()?;
        Ok(hashes)
    }

    /// The files that are photos of this set: where each was, how large, and when it was changed.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn files_of_set(
        &self,
        set: PhotoSetId,
    ) -> Result<HashSet<(String, u64, Option<Timestamp>)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT source_path, byte_size, source_modified FROM photo
             WHERE photo_set = ?1 AND source_path IS NOT NULL",
        )?;
        let files = statement
            .query_map([set.to_string()], |row| {
                Ok((row.get(0)?, row.get(1)?, some_id(row, 2)?))
            })?
            .collect::<Result<_, _>>()?;
        Ok(files)
    }

    /// How many photos the case has.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photo_count(&self) -> Result<u64, CaseError> {
        let count = self
            .conn
            .prepare_cached("SELECT count(*) FROM photo")?
            .query_row([], |row| row.get(0))?;
        Ok(count)
    }

    /// The photos that pass the filter, in order, each with its row.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos(&self, filter: &PhotoFilter, sort: PhotoSort) -> Result<Vec<PhotoRow>, CaseError> {
        self.photo_rows(&self.photo_order(filter, sort, None)?.photos)
    }

    /// The rows of these photos, in their order; those that are not in the case are left out.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photo_rows(&self, photos: &[PhotoId]) -> Result<Vec<PhotoRow>, CaseError> {
        let mut statement = self.conn.prepare_cached(ROW)?;
        let mut rows = Vec::with_capacity(photos.len());
        for photo in photos {
            rows.extend(statement.query_row([photo.to_string()], row_of).optional()?);
        }
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

    /// The medium preview: a JPEG of at most 512 pixels on the long side. Cases of format 2 have none until they
    /// are computed.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn medium_preview(&self, photo: PhotoId) -> Result<Option<Vec<u8>>, CaseError> {
        self.bytes(
            "SELECT n.medium FROM photo AS p JOIN thumbnail AS n USING (sha256) WHERE p.id = ?1",
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

    /// The largest preview that there is: the medium one until the original has come.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn largest_preview(&self, photo: PhotoId) -> Result<Option<Vec<u8>>, CaseError> {
        match self.large_preview(photo)? {
            None => self.medium_preview(photo),
            large => Ok(large),
        }
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
