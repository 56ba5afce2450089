//! The vocabularies of a case: the program's terms, with what the case adds and says otherwise.

use super::{Term, Vocabulary, find, id};
use crate::model::Tag;

/// All vocabularies of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabularies {
    /// In the order of [`Vocabulary::ALL`]; terms that are not offered any more stand last.
    lists: [Vec<Term>; 5],
}

impl Default for Vocabularies {
    /// Those of a case that says nothing of its own.
    fn default() -> Self {
        Self {
            lists: Vocabulary::ALL.map(|vocabulary| vocabulary.bundled().to_vec()),
        }
    }
}

impl Vocabularies {
    /// The vocabularies of a case with these tags. The program's terms come first in their order, then the case's own
    /// by name. Of two tags of one name, which two laptops may have made, each says what the other does not.
    #[must_use]
    pub fn of(tags: &[Tag]) -> Self {
        let mut all = Self::default();
        let mut ordered: Vec<(&Tag, String)> =
            tags.iter().map(|tag| (tag, tag.name.to_lowercase())).collect();
        ordered.sort_by(|(one, name), (other, other_name)| name.cmp(other_name).then(one.id.cmp(&other.id)));
        for (tag, _) in ordered {
            let Some(vocabulary) = Vocabulary::from_stored(&tag.vocabulary) else {
                continue;
            };
            let list = &mut all.lists[vocabulary as usize];
            match list.iter_mut().find(|term| term.id == tag.name) {
                Some(term) => term.say(tag),
                // A method that nobody knows is in no record either.
                None if !vocabulary.is_open() => {}
                None => {
                    let mut term = Term::typed(&tag.name);
                    term.say(tag);
                    list.push(term);
                }
            }
        }
        for list in &mut all.lists {
            list.sort_by_key(|term| term.is_hidden);
        }
        all
    }

    /// The terms of a vocabulary, with those that are not offered any more.
    #[must_use]
    pub fn terms(&self, vocabulary: Vocabulary) -> &[Term] {
        &self.lists[vocabulary as usize]
    }

    /// The terms that a field offers.
    #[must_use]
    pub fn offered(&self, vocabulary: Vocabulary) -> &[Term] {
        let terms = self.terms(vocabulary);
        &terms[..terms.partition_point(|term| !term.is_hidden)]
    }

    /// The term that is stored as `id`.
    #[must_use]
    pub fn term(&self, vocabulary: Vocabulary, id: &str) -> Option<&Term> {
        self.terms(vocabulary).iter().find(|term| term.id == id)
    }

    /// What is shown for what is stored: a label, or the word itself when a person typed it.
    #[must_use]
    pub fn label<'a>(&'a self, vocabulary: Vocabulary, stored: &'a str) -> &'a str {
        super::label(self.terms(vocabulary), stored)
    }

    /// What is stored for what a person typed or chose, in whichever language.
    #[must_use]
    pub fn id(&self, vocabulary: Vocabulary, typed: &str) -> String {
        id(self.terms(vocabulary), typed)
    }

    /// The term that a word means, in whichever language.
    #[must_use]
    pub fn find(&self, vocabulary: Vocabulary, word: &str) -> Option<&Term> {
        find(self.terms(vocabulary), word)
    }
}
