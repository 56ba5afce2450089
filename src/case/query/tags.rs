//! Tags: which there are, and who bears them.

use rusqlite::params;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::id;
use crate::model::Vocabulary;
use crate::model::id::TagId;
use crate::model::record::{RecordKind, RecordRef};

/// A tag in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TagRow {
    /// The tag.
    pub id: TagId,
    /// Its name.
    pub name: String,
    /// Its vocabulary; empty for free tags.
    pub vocabulary: String,
    /// `#rrggbb`, if somebody chose a colour.
    pub colour: Option<String>,
    /// How many records bear it.
    pub records: u32,
}

impl Reader {
    /// All tags, by name. Terms of the other vocabularies are none.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn tags(&self) -> Result<Vec<TagRow>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT t.id, t.name, t.vocabulary, t.colour, (SELECT count(*) FROM tagging AS g WHERE g.tag = t.id)
             FROM tag AS t WHERE t.vocabulary NOT IN (SELECT value FROM json_each(?1))
             ORDER BY t.name COLLATE NOCASE, t.id",
        )?;
        let terms: Vec<&str> = Vocabulary::ALL
            .into_iter()
            .filter(|vocabulary| *vocabulary != Vocabulary::Tags)
            .map(Vocabulary::stored)
            .collect();
        let rows = statement
            .query_map([serde_json::json!(terms).to_string()], |row| {
                Ok(TagRow {
                    id: id(row, 0)?,
                    name: row.get(1)?,
                    vocabulary: row.get(2)?,
                    colour: row.get(3)?,
                    records: row.get(4)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The names of the tags that `record` bears, by name.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn tags_of(&self, record: &RecordRef) -> Result<Vec<String>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT t.name FROM tagging AS g JOIN tag AS t ON t.id = g.tag
             WHERE g.record_kind = ?1 AND g.record = ?2 ORDER BY t.name COLLATE NOCASE",
        )?;
        let names = statement
            .query_map(params![record.kind.word(), record.id], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(names)
    }

    /// The records that bear the tag called `name`, in any vocabulary.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn bearers(&self, name: &str) -> Result<Vec<RecordRef>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT g.record_kind, g.record FROM tag AS t JOIN tagging AS g ON g.tag = t.id
             WHERE t.name = ?1 ORDER BY g.record_kind, g.record",
        )?;
        let rows = statement
            .query_map([name], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(rows
            .into_iter()
            .filter_map(|(kind, id)| Some(RecordRef::new(RecordKind::from_word(&kind)?, id)))
            .collect())
    }
}
