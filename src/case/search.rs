//! Finding a record by what people wrote. Texts are searched by FTS5's trigram index, words under three
//! characters by a scan, and markings by the notation's own rules (`reading::search`), which know what an
//! uncertain or lost character may be.

use rusqlite::{Connection, params};

use super::mark_index::{MarkHit, MarkQuery, QueryMode};
use super::{CaseError, Reader};
use crate::model::record::{Record, RecordKind, RecordRef};

/// Where a search found something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitPart {
    /// In a marking's transcription.
    Transcription,
    /// In a text of the record.
    Text,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record; for a transcription its marking.
    pub record: RecordRef,
    /// Where in it.
    pub part: HitPart,
    /// The transcription, or the line of text with the find in it.
    pub text: String,
    /// 1 to 4 as `reading::search` ranks a transcription; 1 for a text.
    pub rank: u8,
}

/// The texts of a record that are searched, one a line.
fn texts(record: &Record) -> String {
    const NAMES: [&str; 36] = [
        "title",
        "place_name",
        "target",
        "reported_by",
        "notes",
        "class",
        "model",
        "maker",
        "origin_basis",
        "exhibit_number",
        "kind",
        "part_number",
        "condition",
        "recovered_by",
        "kept_at",
        "file_name",
        "caption",
        "photographer",
        "credit",
        "camera_make",
        "camera_model",
        "name",
        "statement",
        "reason",
        "handed_over_by",
        "received_by",
        "purpose",
        "authority",
        "seal_before",
        "seal_after",
        "key_fingerprint",
        "taken_by",
        "given_by",
        "restrictions",
        "label",
        "recipient",
    ];
    let fields = record.fields();
    let mut lines: Vec<&str> = NAMES
        .iter()
        .filter_map(|name| fields.get(*name)?.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    for source in fields
        .get("sources")
        .and_then(|list| list.as_array())
        .into_iter()
        .flatten()
    {
        lines.extend(
            ["title", "by", "note"]
                .iter()
                .filter_map(|name| source.get(name)?.as_str()),
        );
    }
    if let Record::Tag(tag) = record {
        let called = [&tag.en, &tag.uk, &tag.ko, &tag.source, &tag.note];
        lines.extend(called.into_iter().flatten().map(String::as_str));
        lines.extend(tag.synonyms.iter().map(String::as_str));
    }
    lines.join("\n")
}

/// Brings the search text of `record` up to date.
pub(super) fn remember(conn: &Connection, record: &Record) -> Result<(), CaseError> {
    let RecordRef { kind, id } = record.record_ref();
    if matches!(
        kind,
        RecordKind::Region
            | RecordKind::Tagging
            | RecordKind::Depiction
            | RecordKind::Transcription
            | RecordKind::Redaction
            | RecordKind::Merge
    ) {
        return Ok(());
    }
    conn.prepare_cached(
        "INSERT INTO search_text (kind, record, text) VALUES (?1, ?2, ?3)
         ON CONFLICT (kind, record) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
    )?
    .execute(params![kind.word(), id, texts(record)])?;
    Ok(())
}

/// Takes the search text of `record` away.
pub(super) fn forget(conn: &Connection, record: &RecordRef) -> Result<(), CaseError> {
    conn.prepare_cached("DELETE FROM search_text WHERE kind = ?1 AND record = ?2")?
        .execute(params![record.kind.word(), record.id])?;
    Ok(())
}

impl Reader {
    /// Everything in which `query` is found, markings first, best rank first, `most` hits of each part at most.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn search(&self, query: &str, mode: QueryMode, most: usize) -> Result<Vec<Hit>, CaseError> {
        // A NUL ends a text for the search index; nobody types one, but it may be pasted.
        let query = query.replace('\0', " ");
        let query = query.trim();
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut hits = self.search_transcriptions(query, mode, most)?;
        // Other texts have no notation, and their index knows words alone.
        if mode != QueryMode::Regex {
            hits.extend(self.search_texts(query, most)?);
        }
        Ok(hits)
    }

    fn search_transcriptions(
        &self,
        query: &str,
        mode: QueryMode,
        most: usize,
    ) -> Result<Vec<Hit>, CaseError> {
        let query = MarkQuery {
            text: query.to_owned(),
            mode,
        };
        let found = self.find_marks(&query, most)?;
        let hit = |hit: MarkHit| Hit {
            record: hit.marking.into(),
            part: HitPart::Transcription,
            text: hit.text,
            rank: hit.rank,
        };
        Ok(found.hits.into_iter().map(hit).collect())
    }

    fn search_texts(&self, query: &str, most: usize) -> Result<Vec<Hit>, CaseError> {
        let words: Vec<&str> = query.split_whitespace().collect();
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows: Vec<(String, String, String)> = if words.iter().all(|word| word.chars().count() >= 3) {
            let phrases: Vec<String> = words
                .iter()
                .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
                .collect();
            let mut statement = self.conn.prepare_cached(
                "SELECT t.kind, t.record, t.text FROM search_index AS i JOIN search_text AS t ON t.id = i.rowid
                 WHERE search_index MATCH ?1 ORDER BY i.rank LIMIT ?2",
            )?;
            statement
                .query_map(params![phrases.join(" AND "), most], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .collect::<Result<_, _>>()?
        } else {
            // instr() and not LIKE: a typed % or _ is a character like any other.
            let mut statement = self.conn.prepare_cached(
                "SELECT kind, record, text FROM search_text
                 WHERE NOT EXISTS (SELECT 1 FROM json_each(?1) WHERE instr(lower(text), value) = 0) LIMIT ?2",
            )?;
            let folded: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
            let folded = serde_json::to_string(&folded).unwrap_or_default();
            statement
                .query_map(params![folded, most], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .collect::<Result<_, _>>()?
        };
        let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
        Ok(rows
            .into_iter()
            .filter_map(|(kind, record, text)| {
                let line = text
                    .lines()
                    .find(|line| line.to_lowercase().contains(&first))
                    .or_else(|| text.lines().next())?;
                Some(Hit {
                    record: RecordRef::new(RecordKind::from_word(&kind)?, record),
                    part: HitPart::Text,
                    text: line.to_owned(),
                    rank: 1,
                })
            })
            .collect())
    }
}
