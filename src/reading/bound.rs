//! What dated marks say together: when a weapon was put together at the earliest, and how long before its
//! use it was made.
//!
//! A weapon is not older than its newest part. So the assembly bound is the latest of the parts' earliest
//! possible days, over all readings that count (grade C or better, of production). One misread mark must not
//! decide unseen: the bound names the deciding part, and says what is left without it. Differences are
//! counted in nights, and the answer is an interval.

mod share;
mod statement;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use share::CodeShare;
pub use statement::{bound_statement, days_phrase, statement, use_phrase};

use super::outcome::{Grade, Reading};
use crate::model::when::{Interval, nights};

/// What bounds the age of one component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What people call it: the mark, or the component.
    pub label: String,
    /// Its possible days, each with all that its maker may have meant.
    pub candidates: Vec<Interval>,
    /// The days of the preferred reading, as they are shown.
    pub preferred: Option<Interval>,
}

impl Part {
    /// From the readings of one mark, in the order in which [`read`](super::read) gives them. `None` when no
    /// reading counts.
    #[must_use]
    pub fn from_readings(label: impl Into<String>, readings: &[Reading]) -> Option<Self> {
        let counts = |reading: &&Reading| reading.grade <= Grade::C && reading.meaning.bounds_assembly();
        let candidates: Vec<Interval> = readings
            .iter()
            .filter(counts)
            .filter_map(Reading::bound_interval)
            .collect();
        let preferred = readings
            .iter()
            .filter(counts)
            .find_map(|reading| reading.interval);
        (!candidates.is_empty()).then(|| Self {
            label: label.into(),
            candidates,
            preferred,
        })
    }

    /// The earliest day on which it can have been made.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        self.candidates.iter().map(Interval::earliest).min()
    }

    /// The earliest day by the preferred reading.
    fn preferred(&self) -> Option<Date> {
        self.preferred
            .map(|days| days.earliest())
            .or_else(|| self.earliest())
    }
}

/// The earliest day on which a weapon can have been put together, and what that rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssemblyBound {
    /// It was put together on this day or later.
    pub not_before: Date,
    /// The part that decides, by its label.
    pub decided_by: String,
    /// The bound if that part is left out; `None` when it is the only one.
    pub without_it: Option<Date>,
    /// The bound by the preferred readings alone.
    pub preferred: Date,
    /// The part that decides that.
    pub preferred_decided_by: String,
    /// For each part that counts, the bound without it.
    pub leave_one_out: Vec<LeftOut>,
}

/// The bound with one part left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The part that is left out.
    pub label: String,
    /// The bound without it; `None` when it is the only one.
    pub not_before: Option<Date>,
}

/// The earliest day on which a weapon of these parts can have been put together; `None` when no part is dated.
#[must_use]
pub fn assembly_bound(parts: &[Part]) -> Option<AssemblyBound> {
    let dated: Vec<(&Part, Date)> = parts
        .iter()
        .filter_map(|part| Some((part, part.earliest()?)))
        .collect();
    let without = |left_out: &Part| {
        dated
            .iter()
            .filter(|(part, _)| !std::ptr::eq(*part, left_out))
            .map(|(_, day)| *day)
            .max()
    };
    // Of equal days the first part's counts, as it was entered.
    let (decides, not_before) = dated.iter().rev().max_by_key(|(_, day)| *day)?;
    let (preferred_part, preferred) = dated
        .iter()
        .filter_map(|(part, _)| Some((*part, part.preferred()?)))
        .rev()
        .max_by_key(|(_, day)| *day)?;
    Some(AssemblyBound {
        not_before: *not_before,
        decided_by: decides.label.clone(),
        without_it: without(decides),
        preferred,
        preferred_decided_by: preferred_part.label.clone(),
        leave_one_out: dated
            .iter()
            .map(|(part, _)| LeftOut {
                label: part.label.clone(),
                not_before: without(part),
            })
            .collect(),
    })
}

/// How long before its use something was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ProductionToUse {
    /// Between `min` and `max` nights.
    Days {
        /// The days of production, up to the last day of use.
        production: Interval,
        /// Fewest nights; 0 when it can have been used on the day it was made.
        min: u32,
        /// Most nights.
        max: u32,
    },
    /// It would have been made after it was used: one of the two is wrong.
    Contradiction {
        /// The days of production.
        production: Interval,
        /// The days of use.
        used: Interval,
    },
}

/// How long before its use something was made.
///
/// ```
/// use jiff::civil::date;
/// use witnessmark::model::when::Interval;
/// use witnessmark::reading::bound::{ProductionToUse, production_to_use};
///
/// let made = Interval::year(2024).unwrap();
/// let used = Interval::day(date(2024, 8, 18));
/// let ProductionToUse::Days { min, max, .. } = production_to_use(made, used) else { panic!() };
/// assert_eq!((min, max), (0, 230));
/// ```
#[must_use]
pub fn production_to_use(production: Interval, used: Interval) -> ProductionToUse {
    match production.until(used.latest()) {
        None => ProductionToUse::Contradiction { production, used },
        Some(production) => ProductionToUse::Days {
            production,
            min: nights_before(production.latest(), used.earliest()),
            max: nights_before(production.earliest(), used.latest()),
        },
    }
}

/// How long before its use a weapon was put together, when it was not before `bound`.
#[must_use]
pub fn assembly_to_use(bound: Date, used: Interval) -> ProductionToUse {
    match Interval::new(bound, used.latest()) {
        Ok(window) => production_to_use(window, used),
        Err(_) => ProductionToUse::Contradiction {
            production: Interval::day(bound),
            used,
        },
    }
}

/// The nights from `first` to `last`; 0 when `last` is not later.
fn nights_before(first: Date, last: Date) -> u32 {
    u32::try_from(nights(first, last)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
