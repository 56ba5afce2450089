//! Vocabularies: the terms that fields suggest. Ids are stored, labels are shown in the language in
//! use; a term that nobody foresaw is
//! typed and stored as it is.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{self, Language};

/// A term of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
    pub source_uk: String,
    /// Where the Korean term was read, or `general term`.
    pub source_ko: String,
}

impl Term {
    /// What is shown in `language`.
    #[must_use]
    pub fn label_in(&self, language: Language) -> &str {
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
    pub fn names(&self) -> impl Iterator<Item = &str> {
        Language::ALL.into_iter().map(|language| self.label_in(language))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Term>,
}

/// The classes of weapon.
#[must_use]
pub fn weapon_classes() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| terms(include_str!("../../assets/vocabularies/weapon_class.toml")))
}

/// The kinds of component.
#[must_use]
pub fn component_kinds() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| terms(include_str!("../../assets/vocabularies/component_kind.toml")))
}

/// The kinds of target.
#[must_use]
pub fn target_kinds() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| terms(include_str!("../../assets/vocabularies/target_kind.toml")))
}

fn terms(source: &str) -> Vec<Term> {
    // Compiled in and read by a test: it can't be malformed in a program that was released.
    toml::from_str::<File>(source)
        .map(|file| file.term)
        .unwrap_or_default()
}

/// What is shown for a stored term: its label, or the term itself when a person typed it.
#[must_use]
pub fn label<'a>(terms: &'a [Term], id: &'a str) -> &'a str {
    terms.iter().find(|term| term.id == id).map_or(id, Term::label)
}

/// What is stored for what a person typed or chose, in whichever language.
#[must_use]
pub fn id(terms: &[Term], typed: &str) -> String {
    let typed = typed.trim();
    let wanted = typed.to_lowercase();
    terms
        .iter()
        .find(|term| term.id == typed || term.names().any(|name| name.to_lowercase() == wanted))
        .map_or_else(|| typed.to_owned(), |term| term.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_an_id_of_its_own_and_a_label() {
        for terms in [weapon_classes(), component_kinds(), target_kinds()] {
            assert!(terms.len() > 10);
            for term in terms {
                for source in [&term.source, &term.source_uk, &term.source_ko] {
                    assert!(!source.is_empty(), "{}", term.id);
                }
                assert!(
                    term.id
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
                );
                assert_eq!(
                    terms.iter().filter(|other| other.id == term.id).count(),
                    1,
                    "{}",
                    term.id
                );
                assert_eq!(label(terms, &term.id), term.label_in(Language::English));
                for name in term.names() {
                    assert!(!name.is_empty(), "{}", term.id);
                    assert_eq!(id(terms, name), term.id);
                }
            }
        }
    }

    #[test]
    fn a_term_is_found_by_its_name_in_any_language() {
        for name in [
            "jet vane actuator",
            "привід газодинамічного керма",
            "제트 베인 액추에이터",
        ] {
            assert_eq!(id(component_kinds(), name), "jet_vane_actuator");
        }
    }

    #[test]
    fn a_term_that_nobody_foresaw_is_kept_as_typed() {
        assert_eq!(id(component_kinds(), " fuel pump "), "fuel pump");
        assert_eq!(label(component_kinds(), "fuel pump"), "fuel pump");
    }
}
