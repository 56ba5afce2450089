//! The terms that the program brings: `assets/vocabularies/`, a file a vocabulary, with where each term was read.

use std::sync::OnceLock;

use serde::Deserialize;

use super::{Term, Vocabulary};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Term>,
}

pub(super) fn terms(vocabulary: Vocabulary) -> &'static [Term] {
    static WEAPON_CLASSES: OnceLock<Vec<Term>> = OnceLock::new();
    static COMPONENT_KINDS: OnceLock<Vec<Term>> = OnceLock::new();
    static TARGET_KINDS: OnceLock<Vec<Term>> = OnceLock::new();
    static MARK_METHODS: OnceLock<Vec<Term>> = OnceLock::new();
    let (terms, file) = match vocabulary {
        Vocabulary::Tags => return &[],
        Vocabulary::WeaponClass => (
            &WEAPON_CLASSES,
            include_str!("../../../assets/vocabularies/weapon_class.toml"),
        ),
        Vocabulary::ComponentKind => (
            &COMPONENT_KINDS,
            include_str!("../../../assets/vocabularies/component_kind.toml"),
        ),
        Vocabulary::TargetKind => (
            &TARGET_KINDS,
            include_str!("../../../assets/vocabularies/target_kind.toml"),
        ),
        Vocabulary::MarkMethod => (
            &MARK_METHODS,
            include_str!("../../../assets/vocabularies/mark_method.toml"),
        ),
    };
    terms.get_or_init(|| read(file))
}

fn read(file: &str) -> Vec<Term> {
    // Compiled in and read by a test: it can't be malformed in a program that was released.
    let mut terms = toml::from_str::<File>(file)
        .map(|file| file.term)
        .unwrap_or_default();
    for term in &mut terms {
        term.is_bundled = true;
    }
    terms
}
