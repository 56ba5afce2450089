//! What several photos have in common, and where they differ: what an edit of all of them would change.

use rusqlite::params;

use super::super::{CaseError, Reader};
use crate::model::id::PhotoId;

/// Each value that one of the photos has, and how many have it; the most frequent first.
pub type Values = Vec<(Option<String>, usize)>;

/// Several photos, together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotosTogether {
    /// Who took them.
    pub photographer: Values,
    /// Who is to be named.
    pub credit: Values,
    /// Under which licence they may be used.
    pub licence: Values,
    /// Each tag that one of them bears, and how many do; by name.
    pub tags: Vec<(String, usize)>,
}

impl Reader {
    /// What these photos have in common, and where they differ.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos_together(&self, photos: &[PhotoId]) -> Result<PhotosTogether, CaseError> {
        let photos: Vec<String> = photos.iter().map(ToString::to_string).collect();
        let photos = serde_json::to_string(&photos).unwrap_or_default();
        let values = |sql: &str| -> Result<Values, CaseError> {
            let mut statement = self.conn.prepare_cached(sql)?;
            let rows = statement.query_map(params![photos], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT t.name, count(*) FROM json_each(?1) AS j
             JOIN tagging AS g ON g.record_kind = 'photo' AND g.record = j.value
             JOIN tag AS t ON t.id = g.tag GROUP BY t.name ORDER BY t.name",
        )?;
        let tags = statement.query_map(params![photos], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(PhotosTogether {
            tags: tags.collect::<Result<_, _>>()?,
            photographer: values(
                "SELECT p.photographer, count(*) FROM json_each(?1) AS j JOIN photo AS p ON p.id = j.value
                 GROUP BY 1 ORDER BY 2 DESC, 1",
            )?,
            credit: values(
                "SELECT p.credit, count(*) FROM json_each(?1) AS j JOIN photo AS p ON p.id = j.value
                 GROUP BY 1 ORDER BY 2 DESC, 1",
            )?,
            licence: values(
                "SELECT p.licence, count(*) FROM json_each(?1) AS j JOIN photo AS p ON p.id = j.value
                 GROUP BY 1 ORDER BY 2 DESC, 1",
            )?,
        })
    }
}
