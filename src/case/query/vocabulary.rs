//! Vocabularies: the terms of a case, how many records bear each, and the words in use that no list has.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::params;

use super::super::{CaseError, Reader, terms};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::vocabulary::{Alike, alike};
use crate::model::{Term, Vocabularies, Vocabulary};

/// The vocabularies, with the number of the case's state in which they were read.
pub(in crate::case) type KnownVocabularies = Option<(i64, Arc<Vocabularies>)>;

/// A term of a vocabulary, and how it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRow {
    /// The term. Of a word that only records have, nothing but that is known.
    pub term: Term,
    /// How many records bear it.
    pub uses: u32,
    /// The list has it; if not, somebody typed it.
    pub is_listed: bool,
}

/// A vocabulary as a list to edit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VocabularySheet {
    /// Its terms in their order, then the words that records have and the list has not, the most common first.
    pub terms: Vec<TermRow>,
    /// Words of which one may be meant.
    pub alike: Vec<Alike>,
}

impl Reader {
    /// The vocabularies: the program's terms, with what the case adds and says otherwise.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn vocabularies(&self) -> Result<Arc<Vocabularies>, CaseError> {
        // The number changes with every commit of another connection; this one writes nothing.
        let version: i64 = self
            .conn
            .pragma_query_value(None, "data_version", |row| row.get(0))?;
        let mut known = self.vocabularies.borrow_mut();
        if let Some((at, words)) = &*known
            && *at == version
        {
            return Ok(Arc::clone(words));
        }
        let words = Arc::new(terms::vocabularies(&self.conn)?);
        *known = Some((version, Arc::clone(&words)));
        Ok(words)
    }

    /// The words of a vocabulary that records bear, with how many do, the most common first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn term_uses(&self, vocabulary: Vocabulary) -> Result<Vec<(String, u32)>, CaseError> {
        let sql = match vocabulary.field() {
            None => "SELECT t.name, count(*) AS uses FROM tag AS t JOIN tagging AS g ON g.tag = t.id
                     WHERE t.vocabulary = '' GROUP BY t.name ORDER BY uses DESC, t.name"
                .to_owned(),
            Some((kind, column)) => format!(
                "SELECT {column}, count(*) AS uses FROM {} WHERE {column} IS NOT NULL AND {column} <> ''
                 GROUP BY {column} ORDER BY uses DESC, {column}",
                kind.word()
            ),
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let uses = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(uses)
    }

    /// A vocabulary with its uses, as a list to edit.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn vocabulary(&self, vocabulary: Vocabulary) -> Result<VocabularySheet, CaseError> {
        let words = self.vocabularies()?;
        let listed = words.terms(vocabulary);
        let used = self.term_uses(vocabulary)?;
        let pairs = if vocabulary.is_open() {
            alike(listed, &used)
        } else {
            Vec::new()
        };
        let counts: HashMap<&str, u32> = used.iter().map(|(word, uses)| (word.as_str(), *uses)).collect();
        let mut terms: Vec<TermRow> = listed
            .iter()
            .map(|term| TermRow {
                term: term.clone(),
                uses: counts.get(term.id.as_str()).copied().unwrap_or_default(),
                is_listed: true,
            })
            .collect();
        let known: std::collections::HashSet<&str> = listed.iter().map(|term| term.id.as_str()).collect();
        let free = used.iter().filter(|(word, _)| !known.contains(word.as_str()));
        terms.extend(free.map(|(word, uses)| TermRow {
            term: Term::typed(word),
            uses: *uses,
            is_listed: false,
        }));
        Ok(VocabularySheet { terms, alike: pairs })
    }

    /// The records that bear a term or tag, as it is stored.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn term_bearers(&self, vocabulary: Vocabulary, word: &str) -> Result<Vec<RecordRef>, CaseError> {
        let Some((kind, column)) = vocabulary.field() else {
            let mut statement = self.conn.prepare_cached(
                "SELECT g.record_kind, g.record FROM tag AS t JOIN tagging AS g ON g.tag = t.id
                 WHERE t.vocabulary = '' AND t.name = ?1 ORDER BY g.record_kind, g.record",
            )?;
            let rows = statement
                .query_map([word], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
                })?
                .collect::<Result<Vec<_>, _>>()?;
            return Ok(rows
                .into_iter()
                .filter_map(|(kind, id)| Some(RecordRef::new(RecordKind::from_word(&kind)?, id)))
                .collect());
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM {} WHERE {column} = ?1 ORDER BY id",
            kind.word()
        ))?;
        let rows = statement
            .query_map(params![word], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().map(|id| RecordRef::new(kind, id)).collect())
    }
}
