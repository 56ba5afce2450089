//! Vocabularies: the terms that fields suggest. Ids are stored, labels are shown; a term that nobody foresaw is
//! typed and stored as it is.

use std::sync::OnceLock;

use serde::Deserialize;

/// A term of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// What is stored.
    pub id: String,
    /// What is shown in English.
    pub en: String,
    /// Where the term was read, or `general term`.
    pub source: String,
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
    terms
        .iter()
        .find(|term| term.id == id)
        .map_or(id, |term| &term.en)
}

/// What is shown for all terms, to choose from.
#[must_use]
pub fn labels(terms: &[Term]) -> Vec<&str> {
    terms.iter().map(|term| term.en.as_str()).collect()
}

/// What is stored for what a person typed or chose.
#[must_use]
pub fn id(terms: &[Term], typed: &str) -> String {
    let typed = typed.trim();
    terms
        .iter()
        .find(|term| term.id == typed || term.en.to_lowercase() == typed.to_lowercase())
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
                assert!(!term.en.is_empty());
                assert!(!term.source.is_empty(), "{}", term.id);
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
                assert_eq!(id(terms, label(terms, &term.id)), term.id);
            }
        }
    }

    #[test]
    fn a_term_that_nobody_foresaw_is_kept_as_typed() {
        assert_eq!(id(component_kinds(), " fuel pump "), "fuel pump");
        assert_eq!(label(component_kinds(), "fuel pump"), "fuel pump");
    }
}
