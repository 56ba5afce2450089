//! Every transcription of a case in memory, to be searched within a frame: see [`Corpus`]. It follows the case by its
//! history, so that a change costs what was changed.

use std::collections::HashMap;

use regex::RegexBuilder;
use rusqlite::params;

use super::history::Op;
use super::{CaseError, Reader};
use crate::model::id::{MarkingId, TranscriptionId};
use crate::model::record::RecordKind;
use crate::reading::search::{Corpus, Found, Match, Query};
use crate::text::tf;

/// What is looked for in transcriptions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MarkQuery {
    /// The words of the query, or the regular expression.
    pub text: String,
    /// How it is meant.
    pub mode: QueryMode,
}

/// How a query is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum QueryMode {
    /// By the rules of [`Query`]: characters that look the same match.
    #[default]
    Strict,
    /// Characters that are merely alike match too.
    Loose,
    /// As a regular expression over what was typed.
    Regex,
}

/// A marking in which a query was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkHit {
    /// The marking.
    pub marking: MarkingId,
    /// The transcription.
    pub transcription: TranscriptionId,
    /// Its text.
    pub text: String,
    /// 1 to 4, see [`Found::rank`].
    pub rank: u8,
    /// Where in the text; `None` for a regular expression.
    pub found: Option<Found>,
}

/// What a query came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkHits {
    /// The best of them, each marking once.
    pub hits: Vec<MarkHit>,
    /// In how many transcriptions it was found.
    pub count: usize,
}

/// Every transcription of a case in memory.
#[derive(Default)]
pub struct MarkIndex {
    corpus: Corpus,
    of: Vec<(MarkingId, TranscriptionId)>,
    entries: HashMap<TranscriptionId, u32>,
    /// The newest entry of the history that it knows; 0 before it was loaded.
    seq: i64,
    /// How many of its transcriptions are outdated.
    gone: usize,
}

impl MarkIndex {
    /// Takes over what has changed in the case since the last time; all of it the first time.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn refresh(&mut self, reader: &Reader) -> Result<(), CaseError> {
        let newest: i64 = reader
            .conn
            .query_row("SELECT coalesce(max(seq), 0) FROM history", [], |row| row.get(0))?;
        // Much that is outdated costs every search; a history that became shorter is another one.
        if self.seq == 0 || newest < self.seq || self.gone * 4 > self.corpus.len() {
            return self.load(reader, newest);
        }
        if newest == self.seq {
            return Ok(());
        }
        let mut statement = reader
            .conn
            .prepare_cached("SELECT ops, action FROM history WHERE seq > ?1 ORDER BY seq")?;
        let mut rows = statement.query(params![self.seq])?;
        let mut changed: Vec<TranscriptionId> = Vec::new();
        while let Some(row) = rows.next()? {
            // With what others wrote, records may change or come back that no new entry touches.
            if row.get_ref(1)?.as_str() == Ok("merge") {
                return self.load(reader, newest);
            }
            let text = row.get_ref(0)?.as_str().unwrap_or_default();
            let Ok(ops) = serde_json::from_str::<Vec<Op>>(text) else {
                // What it did is not known.
                return self.load(reader, newest);
            };
            let ids = ops
                .iter()
                .filter(|op| op.kind == RecordKind::Transcription)
                .filter_map(|op| op.id.parse::<TranscriptionId>().ok());
            changed.extend(ids);
        }
        changed.sort_unstable();
        changed.dedup();
        for id in changed {
            if let Some(entry) = self.entries.remove(&id) {
                self.corpus.remove(entry);
                self.gone += 1;
            }
            let mut statement = reader
                .conn
                .prepare_cached("SELECT marking, text FROM transcription WHERE id = ?1")?;
            let mut rows = statement.query([id.to_string()])?;
            if let Some(row) = rows.next()? {
                let marking: String = row.get(0)?;
                if let Ok(marking) = marking.parse() {
                    self.push(marking, id, row.get_ref(1)?.as_str().unwrap_or_default());
                }
            }
        }
        self.seq = newest;
        Ok(())
    }

    fn load(&mut self, reader: &Reader, newest: i64) -> Result<(), CaseError> {
        *self = Self::default();
        let mut statement = reader
            .conn
            .prepare_cached("SELECT id, marking, text FROM transcription ORDER BY marking, at, id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let ids = (
                row.get_ref(0)?.as_str().unwrap_or_default().parse(),
                row.get_ref(1)?.as_str().unwrap_or_default().parse(),
            );
            if let (Ok(id), Ok(marking)) = ids {
                self.push(marking, id, row.get_ref(2)?.as_str().unwrap_or_default());
            }
        }
        self.seq = newest;
        Ok(())
    }

    fn push(&mut self, marking: MarkingId, id: TranscriptionId, text: &str) {
        if !text.is_empty() {
            let entry = self.corpus.push(text);
            self.of.push((marking, id));
            self.entries.insert(id, entry);
        }
    }

    /// Where `query` is found, the best ranks first; at most `most` markings.
    ///
    /// # Errors
    /// When a regular expression is none.
    pub fn find(&self, query: &MarkQuery, most: usize) -> Result<MarkHits, CaseError> {
        let text = query.text.trim();
        if text.is_empty() {
            return Ok(MarkHits::default());
        }
        let compiled = match query.mode {
            QueryMode::Strict => Some(Query::new(text, false)),
            QueryMode::Loose => Some(Query::new(text, true)),
            QueryMode::Regex => None,
        };
        let matches = match &compiled {
            Some(query) => self.corpus.find(query),
            None => {
                let pattern = RegexBuilder::new(text)
                    .case_insensitive(true)
                    .size_limit(1 << 20)
                    .build()
                    .map_err(|error| {
                        CaseError::Query(tf("search-regex", &[("reason", error.to_string().into())]))
                    })?;
                self.corpus.find_regex(&pattern)
            }
        };
        Ok(MarkHits {
            count: matches.len(),
            hits: self.hits(matches, compiled.as_ref(), most),
        })
    }

    /// The best matches, each marking once.
    fn hits(&self, matches: Vec<Match>, query: Option<&Query>, most: usize) -> Vec<MarkHit> {
        let mut seen = std::collections::HashSet::new();
        let mut hits = Vec::new();
        for hit in matches {
            let Some((marking, transcription)) = self.of.get(hit.entry as usize).copied() else {
                continue;
            };
            if hits.len() >= most {
                break;
            }
            if seen.insert(marking) {
                let text = self.corpus.text(hit.entry);
                hits.push(MarkHit {
                    marking,
                    transcription,
                    text: text.to_owned(),
                    rank: hit.rank,
                    found: query.and_then(|query| query.find(text)),
                });
            }
        }
        hits
    }
}

impl Reader {
    /// The markings in which `query` is found, the best ranks first; at most `most` of them.
    ///
    /// The first time all transcriptions are read into memory; from then on it costs what was changed.
    ///
    /// # Errors
    /// When the case can't be read, or a regular expression is none.
    pub fn find_marks(&self, query: &MarkQuery, most: usize) -> Result<MarkHits, CaseError> {
        // After a panic in another search the index may be half renewed: it is made anew.
        let mut index = self.marks.lock().unwrap_or_else(|poisoned| {
            let mut index = poisoned.into_inner();
            *index = MarkIndex::default();
            index
        });
        index.refresh(self)?;
        index.find(query, most)
    }
}
