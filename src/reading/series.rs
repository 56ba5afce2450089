//! What serial and lot numbers say together: the same number, the same series, what stands between.
//!
//! Only numbers with the same [key](Key) can be compared: the same kind of component and maker, the same prefix in
//! the same script, as many digits, the same form of suffix. Even then a series says little: that one number
//! is smaller than another means that the piece was *numbered* earlier; that it was *made* earlier follows
//! only from at least three pieces whose dates are known from elsewhere and rise with the numbers. A
//! difference of numbers is never a quantity made.
//!
//! Lot numbers by MIL-STD-1168 form a series by maker and interfix, whatever their month.

mod number;
mod statement;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use number::{Key, Number};
pub use statement::{relation_statement, series_statement};

use super::outcome::Grade;
use crate::model::when::Interval;

/// The fewest pieces dated from elsewhere that make an order of numbers an order of making.
pub const DATED_FOR_ORDER: usize = 3;

/// How two numbers stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "relation", rename_all = "snake_case")]
pub enum Relation {
    /// The same key and number: the same object, a number given twice, or an error of copying.
    Identical,
    /// The same series.
    Series {
        /// By how much the second is greater than the first.
        difference: i64,
    },
    /// The same number with something else beside it: to be looked at side by side, not compared.
    SideBySide,
    /// The same but for letters that look alike in two scripts: comparable once a person says that they are one.
    OtherScript,
}

impl Relation {
    /// How far it may be trusted; `None` where it says nothing yet.
    #[must_use]
    pub fn grade(self, a: &Number, b: &Number) -> Option<Grade> {
        let best = match self {
            Self::OtherScript => return None,
            _ if a.key.is_lot() => Grade::B,
            _ => Grade::C,
        };
        Some(if a.certain && b.certain {
            best
        } else {
            best.max(Grade::C)
        })
    }
}

/// How two numbers stand to each other; `None` when they have nothing to do with each other.
///
/// ```
/// use witnessmark::reading::series::{Number, Relation, relation};
/// let number = |text| Number::parse(text, None, None).unwrap();
/// assert_eq!(
///     relation(&number("А0101"), &number("А0109")),
///     Some(Relation::Series { difference: 8 })
/// );
/// assert_eq!(relation(&number("101"), &number("0101")), None);
/// ```
#[must_use]
pub fn relation(a: &Number, b: &Number) -> Option<Relation> {
    if a.key == b.key {
        let difference = i64::try_from(b.value)
            .ok()?
            .checked_sub(i64::try_from(a.value).ok()?)?;
        return Some(match difference {
            0 if a.written == b.written => Relation::Identical,
            // Another month of the lot, another letter behind the number.
            0 => Relation::SideBySide,
            _ => Relation::Series { difference },
        });
    }
    if a.key.differs_in_suffix(&b.key) && a.value == b.value {
        return Some(Relation::SideBySide);
    }
    (a.key.in_one_script() == b.key.in_one_script()).then_some(Relation::OtherScript)
}

/// A number with the object that bears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<Id> {
    /// The object.
    pub of: Id,
    /// Its number.
    pub number: Number,
    /// When the object was made, by evidence other than this number.
    pub made: Option<Interval>,
}

/// The members of one series, by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series<Id> {
    /// What they have in common.
    pub key: Key,
    /// Two or more, by number.
    pub members: Vec<Member<Id>>,
}

/// What the order of the numbers says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Numbered in this order; in which order they were made is not known.
    Numbered,
    /// Made in this order, for so many dates rise with the numbers.
    Made {
        /// How many members are dated.
        dated: usize,
    },
    /// Two dates fall while the numbers rise: the numbers say nothing about time.
    NotMonotone,
}

/// What a series says about the time of one of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interpolation {
    /// Between the dated members on either side; never better than grade C.
    Between(Interval),
    /// Dates fall while numbers rise.
    NotMonotone,
    /// It doesn't stand between two dated members.
    Open,
}

impl Interpolation {
    /// How far it may be trusted; `None` where it says nothing.
    #[must_use]
    pub const fn grade(self) -> Option<Grade> {
        match self {
            Self::Between(_) => Some(Grade::C),
            Self::NotMonotone => Some(Grade::X),
            Self::Open => None,
        }
    }
}

impl<Id> Series<Id> {
    /// What the order of the numbers says.
    #[must_use]
    pub fn order(&self) -> Order {
        let dated: Vec<(u64, Interval)> = self.dated().collect();
        if dated.windows(2).any(|pair| falls(pair[0], pair[1])) {
            Order::NotMonotone
        } else if dated.len() >= DATED_FOR_ORDER {
            Order::Made { dated: dated.len() }
        } else {
            Order::Numbered
        }
    }

    /// When an object of the series with this number was made, if its numbers run with time.
    #[must_use]
    pub fn interpolate(&self, value: u64) -> Interpolation {
        if self.order() == Order::NotMonotone {
            return Interpolation::NotMonotone;
        }
        let dated: Vec<(u64, Interval)> = self.dated().collect();
        between(&dated, value).map_or(Interpolation::Open, Interpolation::Between)
    }

    /// Each member that is not dated and stands between two that are, with the days between theirs; none if dates fall while
    /// numbers rise. The same as [`Series::interpolate`] of each, in one go: a series can have many thousands.
    fn interpolated(&self) -> Vec<(&Member<Id>, Interval)> {
        let dated: Vec<(u64, Interval)> = self.dated().collect();
        if dated.len() < 2 || self.order() == Order::NotMonotone {
            return Vec::new();
        }
        let undated = self.members.iter().filter(|member| member.made.is_none());
        undated
            .filter_map(|member| Some((member, between(&dated, member.number.value)?)))
            .collect()
    }

    /// At least so many numbers lie between the least and the greatest; no quantity made.
    #[must_use]
    pub fn between(&self) -> u64 {
        match (self.members.first(), self.members.last()) {
            (Some(first), Some(last)) => last
                .number
                .value
                .saturating_sub(first.number.value)
                .saturating_sub(1),
            _ => 0,
        }
    }

    /// Whether every number is plain to see.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.members.iter().all(|member| member.number.certain)
    }

    fn dated(&self) -> impl Iterator<Item = (u64, Interval)> + '_ {
        self.members
            .iter()
            .filter_map(|member| Some((member.number.value, member.made?)))
    }
}

/// From the first day of the dated member before a number to the last of the one after it; `dated` is by number.
fn between(dated: &[(u64, Interval)], value: u64) -> Option<Interval> {
    let before = dated.partition_point(|(at, _)| *at < value).checked_sub(1)?;
    let after = dated.partition_point(|(at, _)| *at <= value);
    let (lower, upper) = (dated.get(before)?.1, dated.get(after)?.1);
    Interval::new(lower.earliest(), upper.latest()).ok()
}

/// Whether the days of the second lie wholly before those of the first although its number is greater.
fn falls(a: (u64, Interval), b: (u64, Interval)) -> bool {
    a.0 < b.0 && b.1.latest() < a.1.earliest()
}

/// The series among these: at least two different objects with one key, by number; the longest first.
#[must_use]
pub fn series<Id: PartialEq>(members: impl IntoIterator<Item = Member<Id>>) -> Vec<Series<Id>> {
    let mut by_key: BTreeMap<Key, Vec<Member<Id>>> = BTreeMap::new();
    for member in members {
        by_key.entry(member.number.key.clone()).or_default().push(member);
    }
    let mut all: Vec<Series<Id>> = by_key
        .into_iter()
        .filter(|(_, members)| members.iter().any(|member| member.of != members[0].of))
        .map(|(key, mut members)| {
            members.sort_by_key(|member| member.number.value);
            Series { key, members }
        })
        .collect();
    all.sort_by_key(|series| std::cmp::Reverse(series.members.len()));
    all
}

#[cfg(test)]
mod tests;
