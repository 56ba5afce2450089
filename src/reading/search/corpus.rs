//! Many transcriptions in memory, to try a query on all of them within a frame.
//!
//! Transcriptions in which everything is plain are answered by automata alone (see [`automaton`]). Of the others these
//! find those that may match, which are then tried by the rules in full.

mod automaton;

use std::collections::HashMap;

use rayon::prelude::*;
use regex::Regex;

use self::automaton::{
    ANYTHING, APART, END, FIRST, LINE, Levels, SOME, Set, Signature, Symbol, WILD, bit, pair_bit,
};
use super::machine::{Node, What, best, nodes_of};
use super::{Query, is_separator};
use crate::reading::notation::Notation;

/// A transcription that a query was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The number that [`Corpus::push`] gave.
    pub entry: u32,
    /// As [`Found::rank`](super::Found::rank).
    pub rank: u8,
}

/// So many transcriptions are tried in one go.
const CHUNK: usize = 8_192;

/// Many transcriptions.
#[derive(Debug, Default)]
pub struct Corpus {
    /// What each number from [`FIRST`] on stands for.
    sets: Vec<Set>,
    numbers: HashMap<Set, Symbol>,
    /// The places of all transcriptions, one after the other, each with [`END`] behind it.
    places: Vec<Symbol>,
    /// Where each transcription's places end.
    ends: Vec<u32>,
    /// Whether everything in it is certain.
    certain: Vec<bool>,
    /// Whether the automata alone tell how it is found; else the rules in full do.
    exact: Vec<bool>,
    /// Which characters each has, and which pairs of them.
    signatures: Vec<[Signature; 2]>,
    /// Whether it was taken out again.
    gone: Vec<bool>,
    texts: String,
    text_ends: Vec<u32>,
}

impl Corpus {
    /// Adds a transcription. Gives its number: they count from 0.
    pub fn push(&mut self, text: &str) -> u32 {
        let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
        let mut certain = true;
        let mut exact = true;
        let mut signature = [0, 0];
        let mut before: Vec<Symbol> = Vec::new();
        for node in nodes_of(&notation) {
            let symbol = self.symbol(&node, &mut exact);
            certain &= self.is_certain(symbol);
            let times = match node.what {
                What::Gap(extent) if symbol == SOME => usize::from(extent.least),
                _ => 1,
            };
            self.places.extend(std::iter::repeat_n(symbol, times));
            self.sign(symbol, &mut before, &mut signature);
        }
        self.places.push(END);
        self.signatures.push(signature);
        self.texts.push_str(text);
        self.ends.push(size(self.places.len()));
        self.text_ends.push(size(self.texts.len()));
        self.certain.push(certain);
        self.exact.push(exact);
        self.gone.push(false);
        size(self.ends.len()) - 1
    }

    /// Adds a place to the signature of its transcription; `before` is what stood there last.
    fn sign(&mut self, symbol: Symbol, before: &mut Vec<Symbol>, [chars, pairs]: &mut [Signature; 2]) {
        let Some(set) = symbol
            .checked_sub(FIRST)
            .map(|at| self.sets[usize::from(at)].clone())
        else {
            before.clear();
            if matches!(symbol, ANYTHING | SOME) {
                *chars |= WILD;
                *pairs |= WILD;
            }
            return;
        };
        let here: Vec<Symbol> = set.iter().map(|(c, _)| self.number(vec![(*c, 1)])).collect();
        for second in &here {
            *chars |= bit(*second);
            for first in before.iter() {
                *pairs |= pair_bit(*first, *second);
            }
        }
        // A query may leave separators out.
        if !set.iter().all(|(c, _)| is_separator(*c)) {
            *before = here;
        }
    }

    /// Takes a transcription out.
    pub fn remove(&mut self, entry: u32) {
        if let Some(gone) = self.gone.get_mut(entry as usize) {
            *gone = true;
        }
    }

    /// How many transcriptions were added, those that were taken out among them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether none was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a transcription.
    #[must_use]
    pub fn text(&self, entry: u32) -> &str {
        let entry = entry as usize;
        let end_of = |entry: usize| self.text_ends.get(entry).map_or(0, |end| *end as usize);
        let from = entry.checked_sub(1).map_or(0, end_of);
        self.text_ends
            .get(entry)
            .and_then(|end| self.texts.get(from..*end as usize))
            .unwrap_or_default()
    }

    /// The transcriptions in which `query` is found, the best ranks first, else in the order in which they were added.
    #[must_use]
    pub fn find(&self, query: &Query) -> Vec<Match> {
        let automata: Option<Vec<Levels>> = query
            .patterns
            .iter()
            .map(|pattern| Levels::of(pattern, &self.sets).ok())
            .collect();
        let found: Vec<Match> = (0..self.len())
            .into_par_iter()
            .step_by(CHUNK)
            .flat_map_iter(|from| {
                let to = (from + CHUNK).min(self.len());
                self.find_among(query, automata.as_deref(), from..to)
            })
            .collect();
        // They come in their order; of many, laying them out by rank is cheaper than sorting.
        let mut ranked = Vec::with_capacity(found.len());
        for rank in 1..=4 {
            ranked.extend(found.iter().filter(|hit| hit.rank == rank));
        }
        ranked
    }

    fn find_among(
        &self,
        query: &Query,
        automata: Option<&[Levels]>,
        entries: std::ops::Range<usize>,
    ) -> Vec<Match> {
        let mut found = Vec::new();
        let mut from = entries
            .start
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        for entry in entries {
            let to = self.ends[entry] as usize;
            let places = &self.places[from..to];
            from = to;
            if self.gone[entry] {
                continue;
            }
            let signature = self.signatures[entry];
            let rank = match automata {
                Some(automata) if self.exact[entry] => automata
                    .iter()
                    .filter_map(|levels| levels.rank(places, signature, self.certain[entry]))
                    .min(),
                Some(automata) if !automata.iter().any(|levels| levels.may_match(places, signature)) => None,
                // Also for a query longer than a word has bits.
                _ => {
                    let text = self.text(size(entry));
                    let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
                    best(&query.patterns, &notation).map(|found| found.rank)
                }
            };
            if let Some(rank) = rank {
                found.push(Match {
                    entry: size(entry),
                    rank,
                });
            }
        }
        found
    }

    /// The transcriptions of which `pattern` matches a part, in the order in which they were added: their text as it was
    /// typed, signs of the notation included.
    #[must_use]
    pub fn find_regex(&self, pattern: &Regex) -> Vec<Match> {
        (0..self.len())
            .into_par_iter()
            .filter(|entry| !self.gone[*entry] && pattern.is_match(self.text(size(*entry))))
            .map(|entry| Match {
                entry: size(entry),
                rank: 1,
            })
            .collect()
    }

    fn symbol(&mut self, node: &Node, exact: &mut bool) -> Symbol {
        let set = match &node.what {
            What::LineBreak => return LINE,
            What::Apart => return APART,
            What::Gap(extent) if extent.least > 0 && extent.most == Some(extent.least) => return SOME,
            What::Gap(_) => {
                *exact = false;
                return ANYTHING;
            }
            What::Chars(options) => {
                let mut set = Vec::with_capacity(options.len());
                for (chars, rank) in options {
                    let [c] = chars[..] else {
                        *exact = false;
                        return ANYTHING;
                    };
                    let rank = if node.struck { (*rank).max(2) } else { *rank };
                    set.push((c, rank));
                }
                set
            }
        };
        // Where one may be part of a word and another not, words begin and end by which it is.
        *exact &= set
            .windows(2)
            .all(|pair| pair[0].0.is_alphanumeric() == pair[1].0.is_alphanumeric());
        let number = self.number(set);
        *exact &= number != ANYTHING;
        number
    }

    /// Whether what stands for a number is certain.
    fn is_certain(&self, symbol: Symbol) -> bool {
        match symbol.checked_sub(FIRST) {
            Some(at) => matches!(self.sets[usize::from(at)][..], [(_, 1)]),
            None => !matches!(symbol, ANYTHING | SOME),
        }
    }

    /// The number of a character or a set of them. Where there are more than numbers, they may be anything and are
    /// found by the rules in full.
    fn number(&mut self, set: Set) -> Symbol {
        if let Some(number) = self.numbers.get(&set) {
            return *number;
        }
        let Ok(number) = Symbol::try_from(self.sets.len() + usize::from(FIRST)) else {
            return ANYTHING;
        };
        self.sets.push(set.clone());
        self.numbers.insert(set, number);
        number
    }
}

/// A case has fewer transcriptions, and fewer bytes of them, than 32 bits count.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn corpus(texts: &[&str]) -> Corpus {
        let mut corpus = Corpus::default();
        for text in texts {
            corpus.push(text);
        }
        corpus
    }

    fn found(corpus: &Corpus, query: &str, loose: bool) -> Vec<(u32, u8)> {
        let hits = corpus.find(&Query::new(query, loose));
        hits.iter().map(|hit| (hit.entry, hit.rank)).collect()
    }

    #[test]
    fn an_uncertain_transcription_is_found_by_what_it_may_say() {
        let marks = corpus(&["173", "1[1/7]3", "1{1/7}3", "1{.}3", "[.?]3", "1133", "7-173-2"]);
        assert_eq!(
            found(&marks, "173", false),
            [(0, 1), (6, 1), (1, 3), (2, 3), (3, 4), (4, 4)]
        );
        assert_eq!(
            found(&marks, "1?3", false),
            [(0, 1), (6, 1), (1, 2), (2, 2), (3, 4), (4, 4)]
        );
    }

    #[test]
    fn what_was_taken_out_is_not_found_and_texts_are_kept() {
        let mut marks = corpus(&["113", "주체113", "113"]);
        marks.remove(0);
        assert_eq!(found(&marks, "*113", false), [(1, 1), (2, 1)]);
        assert_eq!((marks.text(1), marks.text(9)), ("주체113", ""));
    }

    #[test]
    fn a_regular_expression_sees_the_text_as_it_was_typed() {
        let marks = corpus(&["LC-21A001-005", "11{3/8}", "XYZ07D006-004"]);
        let pattern = Regex::new(r"^[A-Z]{2,3}-?\d\d[A-M]\d{3}").unwrap();
        let entries: Vec<u32> = marks.find_regex(&pattern).iter().map(|hit| hit.entry).collect();
        assert_eq!(entries, [0, 2]);
    }

    #[test]
    fn a_query_longer_than_a_word_has_bits_is_found_too() {
        let long = "1234567890".repeat(8);
        assert_eq!(found(&corpus(&["1", &long]), &long, false), [(1, 1)]);
    }

    proptest! {
        #[test]
        fn it_finds_what_the_rules_in_full_find(
            texts in prop::collection::vec("([0-9A-CАВЗ]|[-. |/]|\\{3\\?\\}|\\{1/7\\}|\\{\\.\\}|\\[1\\]|<x>){0,7}", 1..12),
            query in "[0-37АВЗ?*\" .-]{1,5}",
            loose in any::<bool>(),
        ) {
            let mut corpus = Corpus::default();
            for text in &texts {
                corpus.push(text);
            }
            let query = Query::new(&query, loose);
            let mut expected: Vec<(u32, u8)> = texts
                .iter()
                .enumerate()
                .filter_map(|(nth, text)| Some((u32::try_from(nth).unwrap(), query.find(text)?.rank)))
                .collect();
            expected.sort_by_key(|(entry, rank)| (*rank, *entry));
            let found: Vec<(u32, u8)> = corpus.find(&query).iter().map(|hit| (hit.entry, hit.rank)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
