//! A query as the bits of one word, all its possibilities followed at once through a transcription (Baeza-Yates and Gonnet,
//! 1992): a million transcriptions take milliseconds whatever the query is, one character, wildcards, similar characters.

use super::super::confusable::{fold, shape};
use super::super::{Kind, Pattern, is_separator};

/// What stands at a place of a transcription.
pub(super) type Symbol = u16;

/// The end of a transcription.
pub(super) const END: Symbol = 0;
/// The end of a line.
pub(super) const LINE: Symbol = 1;
/// Nothing is one word across it.
pub(super) const APART: Symbol = 2;
/// So many characters as nobody knows are missing, or there are several texts to choose from: anything may be found.
pub(super) const ANYTHING: Symbol = 3;
/// One character that is missing.
pub(super) const SOME: Symbol = 4;
/// The first number of a character or a set of characters.
pub(super) const FIRST: Symbol = 5;

/// Bits of what a transcription contains; what is not in them is not in it.
pub(super) type Signature = u64;

/// The bit of what may be anything.
pub(super) const WILD: Signature = 1 << 63;

/// The bit of a character.
pub(super) const fn bit(symbol: Symbol) -> Signature {
    1 << (symbol % 63)
}

/// The bit of two characters that stand next to each other, separators left aside.
pub(super) const fn pair_bit(first: Symbol, second: Symbol) -> Signature {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
    1 << ((mixed >> 16) % 63)
}

/// The characters of which one stands at a place, each with the rank of what is found through it.
pub(super) type Set = Vec<(char, u8)>;

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
pub(super) struct Levels {
    /// From rank 1 on.
    automata: [Automaton; 4],
    /// The best rank that the pattern can give.
    least: u8,
    /// Whether it lets similar characters match.
    is_loose: bool,
}

impl Levels {
    pub(super) fn of(pattern: &Pattern, sets: &[Set]) -> Result<Self, TooLong> {
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
    pub(super) fn may_match(&self, places: &[Symbol], signature: [Signature; 2]) -> bool {
        let widest = &self.automata[3];
        widest.may_be_in(signature) && widest.matches(places)
    }

    /// The rank at which it is found; `certain` where every place is.
    pub(super) fn rank(&self, places: &[Symbol], signature: [Signature; 2], certain: bool) -> Option<u8> {
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
pub(super) struct TooLong;

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
