//! Vocabularies: the words that fields suggest. What is stored is a term's id, or a tag's name; what is shown is its label in the
//! language in use; it is found by every label and synonym. A term that nobody foresaw is typed and stored as it is.
//!
//! The program brings terms to begin with ([`Vocabulary::bundled`]). A case adds its own and says some otherwise, by
//! [`Tag`]s; the two together are its [`Vocabularies`].

mod bundled;
mod of_case;
mod spelling;

pub use of_case::Vocabularies;
pub use spelling::{Alike, alike, spelling};

use serde::Deserialize;

use super::Tag;
use super::id::TagId;
use super::record::RecordKind;
use crate::text::{self, Language};

/// A list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vocabulary {
    /// Free tags.
    Tags,
    /// Classes of weapon.
    WeaponClass,
    /// Kinds of component.
    ComponentKind,
    /// Kinds of target.
    TargetKind,
    /// How marks are made. Its terms are fixed: they can be called otherwise, not added to.
    MarkMethod,
}

impl Vocabulary {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Tags,
        Self::WeaponClass,
        Self::ComponentKind,
        Self::TargetKind,
        Self::MarkMethod,
    ];

    /// Its word in tables and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tags => "tag",
            _ => self.stored(),
        }
    }

    /// What the field `vocabulary` of a [`Tag`] holds.
    #[must_use]
    pub const fn stored(self) -> &'static str {
        match self {
            Self::Tags => "",
            Self::WeaponClass => "weapon_class",
            Self::ComponentKind => "component_kind",
            Self::TargetKind => "target_kind",
            Self::MarkMethod => "mark_method",
        }
    }

    /// The vocabulary that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vocabulary| vocabulary.word() == word)
    }

    /// The vocabulary whose tags hold this in their field `vocabulary`.
    #[must_use]
    pub fn from_stored(stored: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|vocabulary| vocabulary.stored() == stored)
    }

    /// The kind of record and the field that hold its terms; `None` for tags, which hang on records of many kinds.
    #[must_use]
    pub const fn field(self) -> Option<(RecordKind, &'static str)> {
        match self {
            Self::Tags => None,
            Self::WeaponClass => Some((RecordKind::Weapon, "class")),
            Self::ComponentKind => Some((RecordKind::Component, "kind")),
            Self::TargetKind => Some((RecordKind::Strike, "target")),
            Self::MarkMethod => Some((RecordKind::Marking, "method")),
        }
    }

    /// Whether people can add terms, merge and hide them.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::MarkMethod)
    }

    /// The terms that the program brings.
    #[must_use]
    pub fn bundled(self) -> &'static [Term] {
        bundled::terms(self)
    }
}

/// A term of a vocabulary, or a tag.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// What is stored.
    pub id: String,
    en: String,
    uk: String,
    ko: String,
    /// Where the English term was read, or `general term`.
    pub source: String,
    /// Where the Ukrainian term was read, or `general term`.
    #[serde(default)]
    pub source_uk: String,
    /// Where the Korean term was read, or `general term`.
    #[serde(default)]
    pub source_ko: String,
    /// Other words by which it is found.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// `#rrggbb`, if somebody chose a colour.
    #[serde(skip)]
    pub colour: Option<String>,
    /// What else the case says of it.
    #[serde(skip)]
    pub note: Option<String>,
    /// It is not offered any more.
    #[serde(skip)]
    pub is_hidden: bool,
    /// The program brings it.
    #[serde(skip)]
    pub is_bundled: bool,
    /// The record by which the case adds it or says it otherwise.
    #[serde(skip)]
    pub tag: Option<TagId>,
}

impl Term {
    /// A word that somebody typed, of which nothing else is known.
    #[must_use]
    pub fn typed(word: &str) -> Self {
        Self {
            id: word.to_owned(),
            ..Self::default()
        }
    }

    /// What is shown in `language`: its label there, the English one, or what is stored.
    #[must_use]
    pub fn label_in(&self, language: Language) -> &str {
        [self.stated_in(language), &self.en, &self.id]
            .into_iter()
            .find(|label| !label.is_empty())
            .unwrap_or_default()
    }

    /// The label that is stated in `language`; empty if there is none.
    #[must_use]
    pub fn stated_in(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Ukrainian => &self.uk,
            Language::Korean => &self.ko,
        }
    }

    /// What is shown in the language in use.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label_in(text::language())
    }

    /// What it is called in any language: people look for a term by the word that they know.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        Language::ALL
            .into_iter()
            .map(|language| self.stated_in(language))
            .filter(|label| !label.is_empty())
    }

    /// Everything by which it is found: what is stored, its labels and its synonyms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str())
            .chain(self.labels())
            .chain(self.synonyms.iter().map(String::as_str))
    }

    /// Takes over what the case says of it.
    fn say(&mut self, tag: &Tag) {
        let stated = [
            (&mut self.en, &tag.en),
            (&mut self.uk, &tag.uk),
            (&mut self.ko, &tag.ko),
        ];
        for (label, said) in stated {
            if let Some(said) = said {
                label.clone_from(said);
            }
        }
        if let Some(source) = &tag.source {
            self.source.clone_from(source);
        }
        for synonym in &tag.synonyms {
            if !self.synonyms.contains(synonym) {
                self.synonyms.push(synonym.clone());
            }
        }
        self.colour.clone_from(&tag.colour);
        self.note.clone_from(&tag.note);
        self.is_hidden = tag.standing.is_some();
        self.tag = Some(tag.id);
    }
}

/// What is shown for a stored term: its label, or the term itself when a person typed it.
#[must_use]
pub fn label<'a>(terms: &'a [Term], id: &'a str) -> &'a str {
    terms.iter().find(|term| term.id == id).map_or(id, Term::label)
}

/// The term that a word means, in whichever language. What is offered goes before what is not, and what a term is called
/// before synonyms, so that a merged term leads to the one that was kept.
#[must_use]
pub fn find<'a>(terms: &'a [Term], word: &str) -> Option<&'a Term> {
    let wanted = spelling(word);
    if wanted.is_empty() {
        return None;
    }
    let is_called = |term: &&Term| {
        let mut called = term.labels().chain([term.id.as_str()]);
        called.any(|name| spelling(name) == wanted)
    };
    let is_found = |term: &&Term| term.names().any(|name| spelling(name) == wanted);
    let offered = || terms.iter().filter(|term| !term.is_hidden);
    offered()
        .find(is_called)
        .or_else(|| offered().find(is_found))
        .or_else(|| terms.iter().find(is_found))
}

/// What is stored for what a person typed or chose, in whichever language.
#[must_use]
pub fn id(terms: &[Term], typed: &str) -> String {
    find(terms, typed).map_or_else(|| typed.trim().to_owned(), |term| term.id.clone())
}

#[cfg(test)]
mod tests;
