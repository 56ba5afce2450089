//! Words that are spelled alike: they differ by capitals, spaces or Unicode's ways of composing a letter only. They are shown
//! for somebody to merge; nothing merges them by itself.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::{Term, find};

/// A word as it is compared: composed (NFC), in small letters, with single spaces.
#[must_use]
pub fn spelling(word: &str) -> String {
    let composed: String = word.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Two words of which one may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The one that could go.
    pub from: String,
    /// The one that could stay: a term of the list, or the word that more records bear.
    pub into: String,
}

/// Words that could be merged: `used` are the words of records with how many bear each. Each word is told at most once.
#[must_use]
pub fn alike(terms: &[Term], used: &[(String, u32)]) -> Vec<Alike> {
    let mut pairs = Vec::new();
    let mut free: BTreeMap<String, Vec<&(String, u32)>> = BTreeMap::new();
    for word in used {
        if terms.iter().any(|term| term.id == word.0) {
            continue;
        }
        match find(terms, &word.0) {
            Some(term) => pairs.push(Alike {
                from: word.0.clone(),
                into: term.id.clone(),
            }),
            None => free.entry(spelling(&word.0)).or_default().push(word),
        }
    }
    for mut group in free.into_values() {
        group.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        if let [kept, others @ ..] = &group[..] {
            pairs.extend(others.iter().map(|word| Alike {
                from: word.0.clone(),
                into: kept.0.clone(),
            }));
        }
    }
    let mut listed: BTreeMap<String, &Term> = BTreeMap::new();
    for term in terms.iter().filter(|term| !term.is_hidden) {
        match listed.get(&spelling(&term.id)) {
            Some(kept) => pairs.push(Alike {
                from: term.id.clone(),
                into: kept.id.clone(),
            }),
            None => {
                listed.insert(spelling(&term.id), term);
            }
        }
    }
    pairs
}
