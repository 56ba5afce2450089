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
/// So many characters as nobody knows are missing, or there are several texts to choose from: anything may be found.
const ANYTHING: Symbol = 3;
/// One character that is missing.
const SOME: Symbol = 4;
/// The first number of a character or a set of characters.
const FIRST: Symbol = 5;

/// Bits of what a transcription contains; what is not in them is not in it.
type Signature = u64;

/// The bit of what may be anything.
const WILD: Signature = 1 << 63;

/// The bit of a character.
const fn bit(symbol: Symbol) -> Signature {
    1 << (symbol % 63)
}

/// The bit of two characters that stand next to each other, separators left aside.
const fn pair_bit(first: Symbol, second: Symbol) -> Signature {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
    1 << ((mixed >> 16) % 63)
}

/// So many transcriptions are tried in one go.
const CHUNK: usize = 8_192;

/// The characters of which one stands at a place, each with the rank of what is found through it.
type Set = Vec<(char, u8)>;

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

/// What a character does to the states of a query.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    /// Elements that it takes forward.
    forward: u64,
    /// Elements at which it may be passed over.
    stay: u64,
    /// All bits where it is no part of a word: a match may end before it and begin with it, and a word may begin
    /// behind it.
    free: u64,
}

/// A pattern for each rank: what is found at 1 through certain characters alone, at 2 through likely ones too, at 3 through
/// less likely and similar ones, at 4 through missing ones.
#[derive(Debug)]
struct Levels {
    /// From rank 1 on.
    automata: [Automaton; 4],
    /// The best rank that the pattern can give.
    least: u8,
    /// Whether it lets similar characters match.
    is_loose: bool,
}

impl Levels {
    fn of(pattern: &Pattern, sets: &[Set]) -> Result<Self, TooLong> {
        if pattern.elements.len() > MOST_ELEMENTS {
            return Err(TooLong);
        }
        Ok(Self {
            automata: [1, 2, 3, 4].map(|level| Automaton::compile(pattern, sets, level)),
            least: pattern.rank,
            is_loose: pattern
                .elements
                .iter()
                .any(|element| matches!(&element.kind, Kind::Literal(_, like) if !like.is_empty())),
        })
    }

    /// Whether it is found at any rank, or may be where anything may stand.
    fn may_match(&self, places: &[Symbol], signature: [Signature; 2]) -> bool {
        let widest = &self.automata[3];
        widest.may_be_in(signature) && widest.matches(places)
    }

    /// The rank at which it is found; `certain` where every place is.
    fn rank(&self, places: &[Symbol], signature: [Signature; 2], certain: bool) -> Option<u8> {
        // Every level finds what the ones before it find.
        if certain && !self.is_loose {
            let strict = &self.automata[0];
            return (strict.may_be_in(signature) && strict.matches(places)).then_some(self.least);
        }
        if !self.may_match(places, signature) {
            return None;
        }
        let levels = (1_u8..).zip(&self.automata);
        let first = levels
            .filter(|(level, _)| !certain || level % 2 == 1)
            .find(|(_, automaton)| automaton.matches(places));
        first.map(|(level, _)| level.max(self.least))
    }
}

/// One pattern of a query as bits: bit `i` is set when the elements before `i` have been matched.
#[derive(Debug)]
struct Automaton {
    /// By symbol.
    steps: Vec<Step>,
    /// Characters of which a transcription must have one each, and pairs likewise.
    needs: Vec<Signature>,
    needs_pairs: Vec<Signature>,
    /// Elements that may match nothing.
    empty: u64,
    /// How many of these stand in a row at most.
    rounds: u32,
    begin: u64,
    end: u64,
}

/// A pattern with more elements than a word has bits.
struct TooLong;

const MOST_ELEMENTS: usize = 62;

impl Automaton {
    /// The pattern as it is found at the rank `level` or better.
    fn compile(pattern: &Pattern, sets: &[Set], level: u8) -> Self {
        let count = pattern.elements.len();
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
                Kind::Literal(wanted, like) => *wanted == folded || (level >= 3 && like.contains(&shaped)),
                _ => false,
            });
            let is_space = c == ' ';
            let mut step = Step {
                forward: literal | if is_space { 0 } else { one },
                stay: if is_space { 0 } else { any },
                free: if c.is_alphanumeric() { 0 } else { u64::MAX },
            };
            if is_separator(c) {
                step.stay |= separators | passes;
            }
            step
        };
        let apart = Step {
            free: u64::MAX,
            ..Step::default()
        };
        let line = Step {
            stay: separators,
            ..apart
        };
        let some = if level >= 4 {
            Step {
                forward: one | mask(&|at| matches!(kind(at), Kind::Literal(..))),
                stay: any | separators,
                free: 0,
            }
        } else {
            Step::default()
        };
        // In the order of the numbers: END, LINE, APART, ANYTHING, which is never stepped over, SOME.
        let mut steps = vec![apart, line, apart, apart, some];
        steps.extend(sets.iter().map(|set| {
            set.iter().fold(Step::default(), |all, (c, rank)| {
                let one = step_of(*c);
                Step {
                    forward: all.forward | if *rank <= level { one.forward } else { 0 },
                    stay: all.stay | one.stay,
                    free: all.free | one.free,
                }
            })
        }));
        let (needs, needs_pairs) = needs(pattern, sets, &steps);
        let mut rounds = 0;
        let mut row = 0;
        for at in 0..count {
            row = if empty >> at & 1 == 1 { row + 1 } else { 0 };
            rounds = rounds.max(row);
        }
        let mut automaton = Self {
            steps,
            needs,
            needs_pairs,
            empty,
            rounds,
            begin: 1,
            end: 1 << count,
        };
        automaton.begin = automaton.closed(1);
        automaton
    }

    /// The states with those that are reached by elements that match nothing.
    fn closed(&self, mut states: u64) -> u64 {
        for _ in 0..self.rounds {
            states |= (states & self.empty) << 1;
        }
        states
    }

    /// Whether a transcription of this signature has all that the pattern needs.
    fn may_be_in(&self, [chars, pairs]: [Signature; 2]) -> bool {
        self.needs.iter().all(|need| chars & need != 0)
            && self.needs_pairs.iter().all(|need| pairs & need != 0)
    }

    /// Whether the pattern matches, or may match where something is not plain.
    fn matches(&self, places: &[Symbol]) -> bool {
        match self.rounds {
            0 => self.run::<0>(places),
            1 => self.run::<1>(places),
            2 => self.run::<2>(places),
            _ => self.run::<62>(places),
        }
    }

    /// The same, for patterns with at most so many elements in a row that match nothing. Without branches but for the end:
    /// what follows in a mark can't be foretold.
    fn run<const ROUNDS: u32>(&self, places: &[Symbol]) -> bool {
        let (mut states, mut free, mut hit) = (0_u64, u64::MAX, 0_u64);
        for symbol in places {
            if *symbol == ANYTHING {
                return true;
            }
            let Some(step) = self.steps.get(usize::from(*symbol)) else {
                return true;
            };
            let bounds = free | step.free;
            hit |= states & bounds;
            states |= self.begin & bounds;
            states = ((states & step.forward) << 1) | (states & step.stay);
            for _ in 0..ROUNDS {
                states |= (states & self.empty) << 1;
            }
            free = step.free;
        }
        hit & self.end != 0
    }
}

/// What a transcription must have to match: for each literal one of the characters that it matches, for two literals in a
/// row one of the pairs.
fn needs(pattern: &Pattern, sets: &[Set], steps: &[Step]) -> (Vec<Signature>, Vec<Signature>) {
    // Sets are made of characters that have numbers of their own.
    let singles: Vec<Symbol> = (FIRST..)
        .zip(sets)
        .filter(|(_, set)| matches!(set[..], [(_, 1)]))
        .map(|(number, _)| number)
        .collect();
    let matching = |at: usize| -> Vec<Symbol> {
        let takes = |number: &&Symbol| steps[usize::from(**number)].forward >> at & 1 == 1;
        singles.iter().filter(takes).copied().collect()
    };
    let literals: Vec<Option<Vec<Symbol>>> = pattern
        .elements
        .iter()
        .enumerate()
        .map(|(at, element)| matches!(element.kind, Kind::Literal(..)).then(|| matching(at)))
        .collect();
    let chars = literals
        .iter()
        .flatten()
        .map(|symbols| symbols.iter().fold(WILD, |bits, symbol| bits | bit(*symbol)));
    // A separator is never one of a pair: a transcription's pairs are of what stands beside them.
    let is_sign = |at: usize| matches!(pattern.elements[at].kind, Kind::Literal(c, _) if is_separator(c));
    let pairs = literals.windows(2).enumerate().filter_map(|(at, pair)| {
        let [Some(first), Some(second)] = pair else {
            return None;
        };
        if is_sign(at) || is_sign(at + 1) {
            return None;
        }
        let all = first.iter().flat_map(|a| second.iter().map(|b| pair_bit(*a, *b)));
        Some(all.fold(WILD, |bits, pair| bits | pair))
    });
    (chars.collect(), pairs.collect())
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
