//! Many transcriptions in memory, to try a query on all of them within a frame.
//!
//! Characters are numbered, and all possibilities of a query are followed at once as the bits of one word (Baeza-Yates
//! and Gonnet, 1992), so that a million transcriptions take milliseconds whatever the query is: one character, wildcards,
//! similar characters. Transcriptions in which everything is plain are answered by that alone. Of the others it finds
//! those that may match, which are then tried by the rules in full.

use std::collections::HashMap;

use rayon::prelude::*;
use regex::Regex;

use super::confusable::{fold, shape};
use super::machine::{Node, What, best, nodes_of};
use super::{Kind, Pattern, Query, is_separator};
use crate::reading::notation::Notation;

/// A transcription that a query was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The number that [`Corpus::push`] gave.
    pub entry: u32,
    /// As [`Found::rank`](super::Found::rank).
    pub rank: u8,
}

/// What stands at a place of a transcription.
type Symbol = u16;

/// The end of a transcription.
const END: Symbol = 0;
/// The end of a line.
const LINE: Symbol = 1;
/// Nothing is one word across it.
const APART: Symbol = 2;
/// Characters that are missing, or of which there are several to choose from: anything may be found.
const ANYTHING: Symbol = 3;
/// The first number of a character or a set of characters.
const FIRST: Symbol = 4;

/// So many transcriptions are tried in one go.
const CHUNK: usize = 8_192;

/// Many transcriptions.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The characters of each number from [`FIRST`] on: one that is plain, or those of which one stands there.
    sets: Vec<Vec<char>>,
    numbers: HashMap<Vec<char>, Symbol>,
    /// The places of all transcriptions, one after the other, each with [`END`] behind it.
    places: Vec<Symbol>,
    /// Where each transcription's places end.
    ends: Vec<u32>,
    /// Whether everything in it is plain.
    plain: Vec<bool>,
    /// Whether it was taken out again.
    gone: Vec<bool>,
    texts: String,
    text_ends: Vec<u32>,
}

impl Corpus {
    /// Adds a transcription. Gives its number: they count from 0.
    pub fn push(&mut self, text: &str) -> u32 {
        let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
        let mut plain = true;
        for node in nodes_of(&notation) {
            let symbol = self.symbol(&node, &mut plain);
            self.places.push(symbol);
        }
        self.places.push(END);
        self.texts.push_str(text);
        self.ends.push(size(self.places.len()));
        self.text_ends.push(size(self.texts.len()));
        self.plain.push(plain);
        self.gone.push(false);
        size(self.ends.len()) - 1
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
        let automata: Option<Vec<Automaton>> = query
            .patterns
            .iter()
            .flat_map(|pattern| Automaton::of(pattern, &self.sets))
            .map(|automaton| automaton.ok())
            .collect();
        let mut found: Vec<Match> = (0..self.len())
            .into_par_iter()
            .step_by(CHUNK)
            .flat_map_iter(|from| {
                let to = (from + CHUNK).min(self.len());
                self.find_among(query, automata.as_deref(), from..to)
            })
            .collect();
        found.sort_by_key(|hit| (hit.rank, hit.entry));
        found
    }

    fn find_among(
        &self,
        query: &Query,
        automata: Option<&[Automaton]>,
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
            let rank = match automata {
                Some(automata) => automata
                    .iter()
                    .filter(|automaton| automaton.matches(places))
                    .map(|automaton| automaton.rank)
                    .min(),
                // Longer than the bits of a word: by the rules in full.
                None => Some(0),
            };
            let rank = match rank {
                Some(rank) if self.plain[entry] && automata.is_some() => Some(rank),
                Some(_) => {
                    let text = self.text(size(entry));
                    let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
                    best(&query.patterns, &notation).map(|found| found.rank)
                }
                None => None,
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

    fn symbol(&mut self, node: &Node, plain: &mut bool) -> Symbol {
        let set = match &node.what {
            What::LineBreak => return LINE,
            What::Apart => return APART,
            What::Gap(_) => {
                *plain = false;
                return ANYTHING;
            }
            What::Chars(options) => {
                *plain &= !node.struck && matches!(&options[..], [(_, 1)]);
                let mut set = Vec::with_capacity(options.len());
                for (chars, _) in options {
                    let [c] = chars[..] else {
                        *plain = false;
                        return ANYTHING;
                    };
                    set.push(c);
                }
                set
            }
        };
        if let Some(number) = self.numbers.get(&set) {
            return *number;
        }
        let number = self.sets.len() + usize::from(FIRST);
        match Symbol::try_from(number) {
            Ok(number) => {
                self.sets.push(set.clone());
                self.numbers.insert(set, number);
                number
            }
            // More characters than there are numbers: found by the rules in full.
            Err(_) => {
                *plain = false;
                ANYTHING
            }
        }
    }
}

/// A case has fewer transcriptions, and fewer bytes of them, than 32 bits count.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What a character does to the states of a query.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    /// Elements that it takes forward.
    forward: u64,
    /// Elements at which it may be passed over.
    stay: u64,
    /// Whether it is no part of a word, so that a match may end before it and begin with it.
    free: bool,
    /// Whether a word may begin behind it.
    frees: bool,
}

/// One pattern of a query as bits: bit `i` is set when the elements before `i` have been matched.
#[derive(Debug)]
struct Automaton {
    rank: u8,
    steps: Vec<Step>,
    /// Elements that may match nothing.
    empty: u64,
    /// How many of these stand in a row at most.
    rounds: u32,
    separators: u64,
    begin: u64,
    end: u64,
}

/// A pattern with more elements than a word has bits.
struct TooLong;

impl Automaton {
    /// The pattern, strict and, where it lets similar characters match, loose.
    fn of(pattern: &Pattern, sets: &[Vec<char>]) -> Vec<Result<Self, TooLong>> {
        let is_loose = pattern
            .elements
            .iter()
            .any(|element| matches!(&element.kind, Kind::Literal(_, like) if !like.is_empty()));
        let mut all = vec![Self::compile(pattern, sets, false, pattern.rank)];
        if is_loose {
            all.push(Self::compile(pattern, sets, true, pattern.rank.max(3)));
        }
        all
    }

    fn compile(pattern: &Pattern, sets: &[Vec<char>], loose: bool, rank: u8) -> Result<Self, TooLong> {
        let count = pattern.elements.len();
        if count > 62 {
            return Err(TooLong);
        }
        let mask = |wanted: &dyn Fn(usize) -> bool| {
            (0..count)
                .filter(|at| wanted(*at))
                .fold(0_u64, |bits, at| bits | 1 << at)
        };
        let kind = |at: usize| &pattern.elements[at].kind;
        let empty = mask(&|at| matches!(kind(at), Kind::Any | Kind::Separator));
        let separators = mask(&|at| matches!(kind(at), Kind::Separator));
        let any = mask(&|at| matches!(kind(at), Kind::Any));
        let one = mask(&|at| matches!(kind(at), Kind::One));
        let passes = mask(&|at| at > 0 && !pattern.elements[at].tight);
        let step_of = |c: char| {
            let (folded, shaped) = (fold(c), shape(c));
            let literal = mask(&|at| match kind(at) {
                Kind::Literal(wanted, like) => *wanted == folded || (loose && like.contains(&shaped)),
                _ => false,
            });
            let is_space = c == ' ';
            let mut step = Step {
                forward: literal | if is_space { 0 } else { one },
                stay: if is_space { 0 } else { any },
                free: !c.is_alphanumeric(),
                frees: !c.is_alphanumeric(),
            };
            if is_separator(c) {
                step.stay |= separators | passes;
            }
            step
        };
        let steps = sets
            .iter()
            .map(|set| {
                set.iter()
                    .map(|c| step_of(*c))
                    .fold(Step::default(), |all, one| Step {
                        forward: all.forward | one.forward,
                        stay: all.stay | one.stay,
                        free: all.free | one.free,
                        frees: all.frees | one.frees,
                    })
            })
            .collect();
        let mut rounds = 0;
        let mut row = 0;
        for at in 0..count {
            row = if empty >> at & 1 == 1 { row + 1 } else { 0 };
            rounds = rounds.max(row);
        }
        let mut automaton = Self {
            rank,
            steps,
            empty,
            rounds,
            separators,
            begin: 1,
            end: 1 << count,
        };
        automaton.begin = automaton.closed(1);
        Ok(automaton)
    }

    /// The states with those that are reached by elements that match nothing.
    fn closed(&self, mut states: u64) -> u64 {
        for _ in 0..self.rounds {
            states |= (states & self.empty) << 1;
        }
        states
    }

    /// Whether the pattern matches, or may match where something is not plain.
    fn matches(&self, places: &[Symbol]) -> bool {
        let mut states = 0_u64;
        let mut free = true;
        for symbol in places {
            match *symbol {
                END => return states & self.end != 0,
                LINE => {
                    if states & self.end != 0 {
                        return true;
                    }
                    states &= self.separators;
                    free = true;
                }
                APART => {
                    if states & self.end != 0 {
                        return true;
                    }
                    states = 0;
                    free = true;
                }
                ANYTHING => return true,
                symbol => {
                    let step = self.steps[usize::from(symbol - FIRST)];
                    if free || step.free {
                        if states & self.end != 0 {
                            return true;
                        }
                        states |= self.begin;
                    }
                    states = self.closed(((states & step.forward) << 1) | (states & step.stay));
                    free = step.frees;
                }
            }
        }
        false
    }
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
