//! Records as the rows of a sheet: their order, and records by title.

use rusqlite::params;

use super::super::{CaseError, Reader, columns};
use crate::model::record::RecordKind;

/// What a sheet sorts by: a field that its table has as a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetSort {
    /// The field's name.
    pub field: &'static str,
    /// The greatest first. What is not known comes last either way.
    pub downwards: bool,
}

impl Reader {
    /// The ids of the strikes, weapons or components that bear all `tags` and contain `text`: in the order in which they
    /// were made, or by a field.
    ///
    /// # Errors
    /// When the case can't be read. A field that is no column of the table sorts nothing.
    pub fn sheet_order(
        &self,
        kind: RecordKind,
        tags: &[String],
        text: &str,
        sort: Option<&SheetSort>,
    ) -> Result<Vec<String>, CaseError> {
        let word = kind.word();
        let sort = sort.filter(|sort| columns::of(kind).fields.contains(&sort.field));
        let order = sort.map_or_else(String::new, |sort| {
            let way = if sort.downwards { "DESC" } else { "ASC" };
            let field = sort.field;
            format!("r.{field} IS NULL OR r.{field} = '', r.{field} COLLATE NOCASE {way}, ")
        });
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT r.id FROM {word} AS r
             WHERE (?1 = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(?1) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = '{word}' AND g.record = r.id AND t.name = wanted.value)))
               AND (?2 = '' OR EXISTS (SELECT 1 FROM search_text AS x
                     WHERE x.kind = '{word}' AND x.record = r.id AND instr(lower(x.text), ?2) > 0))
             ORDER BY {order}r.id"
        ))?;
        let tags = serde_json::to_string(tags).unwrap_or_else(|_| "[]".to_owned());
        let ids = statement
            .query_map(params![tags, text.trim().to_lowercase()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The ids of the strikes, weapons or components that bear a title; for more than a few the first of them.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn titled(&self, kind: RecordKind, title: &str) -> Result<Vec<String>, CaseError> {
        if !columns::of(kind).fields.contains(&"title") {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM {} WHERE trim(title) = ?1 ORDER BY id LIMIT 100",
            kind.word()
        ))?;
        let ids = statement
            .query_map([title.trim()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }
}
