//! How far two readers agree: character by character on one mark, and over a set of marks.
//!
//! Two transcriptions are aligned so that as few positions as possible differ (Needleman and Wunsch, 1970). Over a set,
//! [Cohen's kappa](https://doi.org/10.1177/001316446002000104) says how much better than chance the agreement is: two
//! readers who write 1 most of the time agree often without reading anything.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::normalise::normalise;
use super::notation::{ItemKind, Notation};

/// What stands at a position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// A character: the preferred one where the reader was not certain.
    Char(char),
    /// A character that can't be read, or is lost.
    Missing,
    /// A symbol, as it was described.
    Symbol(String),
    /// The end of a line or face.
    Break,
    /// Nothing: the other reader saw something here.
    Nothing,
}

/// A position of two aligned transcriptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// What the first reader saw, and where that stands in their text.
    pub a: (Sign, Range<usize>),
    /// What the second saw.
    pub b: (Sign, Range<usize>),
}

impl Position {
    /// Whether both saw the same.
    #[must_use]
    pub fn is_alike(&self) -> bool {
        self.a.0 == self.b.0
    }
}

/// Longer transcriptions are compared up to here: the table of an alignment grows with the square.
const MOST: usize = 1_000;

/// The positions of two transcriptions, aligned.
///
/// ```
/// use witnessmark::reading::Notation;
/// use witnessmark::reading::agreement::aligned;
///
/// let [a, b] = ["11{3?}", "118"].map(|text| Notation::parse(text).unwrap());
/// let alike: Vec<bool> = aligned(&a, &b).iter().map(|position| position.is_alike()).collect();
/// assert_eq!(alike, [true, true, false]);
/// ```
#[must_use]
pub fn aligned(a: &Notation, b: &Notation) -> Vec<Position> {
    let (a, b) = (signs(a), signs(b));
    // The least number of differing positions from each place to both ends.
    let across = b.len() + 1;
    let mut table = vec![0_u32; (a.len() + 1) * across];
    let cost = |i: usize, j: usize| u32::from(a[i].0 != b[j].0);
    for i in (0..=a.len()).rev() {
        for j in (0..=b.len()).rev() {
            table[i * across + j] = match (a.len() - i, b.len() - j) {
                (0, left) | (left, 0) => u32::try_from(left).unwrap_or(u32::MAX),
                _ => (table[(i + 1) * across + j + 1] + cost(i, j))
                    .min(table[(i + 1) * across + j] + 1)
                    .min(table[i * across + j + 1] + 1),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut positions = Vec::with_capacity(a.len().max(b.len()));
    let end = |signs: &[(Sign, Range<usize>)], at: usize| {
        let at = match at {
            0 => 0,
            at => signs[at - 1].1.end,
        };
        (Sign::Nothing, at..at)
    };
    while i < a.len() || j < b.len() {
        let here = table[i * across + j];
        let both = i < a.len() && j < b.len() && here == table[(i + 1) * across + j + 1] + cost(i, j);
        let only_a = !both && i < a.len() && here == table[(i + 1) * across + j] + 1;
        positions.push(Position {
            a: if both || only_a { a[i].clone() } else { end(&a, i) },
            b: if both || !only_a { b[j].clone() } else { end(&b, j) },
        });
        i += usize::from(both || only_a);
        j += usize::from(both || !only_a);
    }
    positions
}

/// What a transcription says, position by position, with where it stands in the text.
fn signs(notation: &Notation) -> Vec<(Sign, Range<usize>)> {
    let mut signs = Vec::new();
    for item in notation.items() {
        let mut push = |sign| signs.push((sign, item.span.clone()));
        match &item.kind {
            ItemKind::Clear(c) => chars(&c.to_string()).for_each(&mut push),
            ItemKind::Uncertain(text) | ItemKind::Restored(text) => chars(text).for_each(&mut push),
            ItemKind::Choice(choices) => {
                chars(choices.first().map_or("", String::as_str)).for_each(&mut push);
            }
            ItemKind::Illegible(extent) | ItemKind::Lost(extent) => {
                (0..extent.least.max(1)).for_each(|_| push(Sign::Missing));
            }
            ItemKind::Symbol(words) => push(Sign::Symbol(words.trim().to_lowercase())),
            ItemKind::LineBreak | ItemKind::FaceBreak => push(Sign::Break),
            ItemKind::Orientation(_) | ItemKind::Hand(_) => {}
        }
    }
    signs.truncate(MOST);
    signs
}

/// Digits of any script are the same digits, and dashes the same dash; a space is none to agree on.
fn chars(text: &str) -> impl Iterator<Item = Sign> {
    let chars: Vec<char> = normalise(text).chars().collect();
    chars.into_iter().filter(|c| !c.is_whitespace()).map(Sign::Char)
}

/// How far readers agree over a set of marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement {
    /// How many marks both read.
    pub marks: u64,
    /// How many of these both read alike throughout.
    pub alike_marks: u64,
    /// How many positions there are.
    pub positions: u64,
    /// At how many of these both saw the same.
    pub alike: u64,
    /// How often the first and the second saw which signs.
    table: BTreeMap<(Sign, Sign), u64>,
}

impl Agreement {
    /// Adds a mark that both read.
    pub fn add(&mut self, a: &Notation, b: &Notation) {
        let positions = aligned(a, b);
        self.marks += 1;
        self.alike_marks += u64::from(positions.iter().all(Position::is_alike));
        for position in positions {
            self.positions += 1;
            self.alike += u64::from(position.is_alike());
            *self.table.entry((position.a.0, position.b.0)).or_default() += 1;
        }
    }

    /// The part of the positions at which both saw the same, 0 to 1; `None` where there are none.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.positions > 0).then(|| self.alike as f64 / self.positions as f64)
    }

    /// Cohen's kappa: 1 is full agreement, 0 what chance would give, less than 0 worse than that. `None` where there is
    /// nothing to compare, or both saw one and the same sign everywhere.
    #[must_use]
    pub fn kappa(&self) -> Option<f64> {
        let observed = self.share()?;
        let mut seen: BTreeMap<&Sign, (u64, u64)> = BTreeMap::new();
        for ((a, b), count) in &self.table {
            seen.entry(a).or_default().0 += count;
            seen.entry(b).or_default().1 += count;
        }
        let all = self.positions as f64;
        let chance: f64 = seen
            .values()
            .map(|(a, b)| (*a as f64 / all) * (*b as f64 / all))
            .sum();
        (chance < 1.0 - 1e-12).then(|| (observed - chance) / (1.0 - chance))
    }

    /// The signs that were taken for each other, the most frequent first.
    #[must_use]
    pub fn confusions(&self) -> Vec<(&Sign, &Sign, u64)> {
        let mut pairs: Vec<_> = self
            .table
            .iter()
            .filter(|((a, b), _)| a != b)
            .map(|((a, b), count)| (a, b, *count))
            .collect();
        pairs.sort_by_key(|(.., count)| std::cmp::Reverse(*count));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn notation(text: &str) -> Notation {
        Notation::parse(text).unwrap()
    }

    fn shown(a: &str, b: &str) -> String {
        let sign = |sign: &Sign| match sign {
            Sign::Char(c) => c.to_string(),
            Sign::Missing => "□".to_owned(),
            Sign::Symbol(name) => format!("<{name}>"),
            Sign::Break => "|".to_owned(),
            Sign::Nothing => "-".to_owned(),
        };
        let positions = aligned(&notation(a), &notation(b));
        let line = |of: fn(&Position) -> &Sign| positions.iter().map(|one| sign(of(one))).collect::<String>();
        format!("{}/{}", line(|one| &one.a.0), line(|one| &one.b.0))
    }

    #[test]
    fn what_both_saw_stands_together() {
        assert_eq!(shown("7-23-254", "7-2-254"), "7-23-254/7-2--254");
        assert_eq!(shown("11{3/8}", "11{8/3}"), "113/118");
        assert_eq!(shown("1{.}3", "113"), "1□3/113");
        assert_eq!(shown("<star> 188|85", "188|85"), "<star>188|85/-188|85");
        assert_eq!(shown("۱۱۳", "113"), "113/113");
        assert_eq!(shown("", "11"), "--/11");
    }

    #[test]
    fn kappa_is_as_computed_by_hand() {
        let mut agreement = Agreement::default();
        // Ten positions of two signs: 4 times both 1, 3 times both 2, twice 1 and 2, once 2 and 1.
        agreement.add(&notation("1111222112"), &notation("1111222221"));
        assert_eq!((agreement.positions, agreement.alike), (10, 7));
        // By chance: 0.6 · 0.5 + 0.4 · 0.5 = 0.5; (0.7 - 0.5) / (1 - 0.5).
        assert!((agreement.kappa().unwrap() - 0.4).abs() < 1e-9);
        assert_eq!(agreement.confusions()[0].2, 2);
        assert_eq!((agreement.marks, agreement.alike_marks), (1, 0));
    }

    #[test]
    fn nothing_to_compare_gives_no_number() {
        let mut agreement = Agreement::default();
        assert_eq!((agreement.share(), agreement.kappa()), (None, None));
        agreement.add(&notation("111"), &notation("111"));
        assert_eq!((agreement.share(), agreement.kappa()), (Some(1.0), None));
    }

    proptest! {
        #[test]
        fn all_that_was_written_is_in_the_alignment(a in "[0-9{}?/.|А-Г-]{0,12}", b in "[0-9|А-Г-]{0,12}") {
            let Ok(a) = Notation::parse(&a) else { return Ok(()) };
            let b = notation(&b);
            let positions = aligned(&a, &b);
            let count = |of: fn(&Position) -> &Sign| {
                positions.iter().filter(|one| *of(one) != Sign::Nothing).count()
            };
            prop_assert_eq!(count(|one| &one.a.0), signs(&a).len());
            prop_assert_eq!(count(|one| &one.b.0), signs(&b).len());
            let differ = |positions: &[Position]| positions.iter().filter(|one| !one.is_alike()).count();
            prop_assert_eq!(differ(&positions), differ(&aligned(&b, &a)));
            prop_assert_eq!(differ(&aligned(&a, &a)), 0);
        }
    }
}
