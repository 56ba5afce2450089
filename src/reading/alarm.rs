//! Marks that can't be what they say: no date that they may be read as is possible, or what a person accepted does not
//! fit the strike, the day of documentation, or the other marks on the piece. An alarm says that something in the case
//! is wrong (a character, a tie to a strike, a date), never which; it hides nothing and takes nothing back.

use std::collections::HashMap;
use std::hash::Hash;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::bound::days_phrase;
use super::system::system_phrase;
use super::{Context, Grade, Meaning, Reading};
use crate::model::marking::MarkKind;
use crate::model::when::Interval;
use crate::text::tf;

/// Why a mark, or a weapon, can't be what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "alarm", rename_all = "snake_case")]
pub enum Alarm {
    /// What was accepted begins after the last day of the strike.
    AfterStrike {
        /// The part of the mark that was accepted.
        mark: String,
        /// The system by which it was.
        system: String,
        /// What it means by that.
        days: Interval,
        /// The last day of the strike.
        strike: Date,
    },
    /// What was accepted begins after the day on which the component was documented.
    AfterDocumented {
        /// The part of the mark that was accepted.
        mark: String,
        /// The system by which it was.
        system: String,
        /// What it means by that.
        days: Interval,
        /// The day of documentation.
        documented: Date,
    },
    /// Two accepted dates of production of one component have no day in common.
    Apart {
        /// One mark.
        mark: String,
        /// Its days.
        days: Interval,
        /// The other mark.
        other: String,
        /// The other's days.
        other_days: Interval,
    },
    /// By the system that the mark itself names it is impossible.
    Named {
        /// The part of the mark.
        mark: String,
        /// The system that it names.
        system: String,
        /// Why it is impossible.
        why: String,
    },
    /// Every date that the mark may be read as is impossible.
    NoDate {
        /// The part of the mark.
        mark: String,
        /// A system that reads it so.
        system: String,
        /// Why it is impossible.
        why: String,
    },
    /// By its newest mark a weapon was put together after it was used.
    Assembled {
        /// The mark that decides.
        mark: String,
        /// The first day on which the weapon can have been put together.
        not_before: Date,
        /// The last day of the strike.
        strike: Date,
    },
}

impl Alarm {
    /// The reason in a sentence.
    #[must_use]
    pub fn reason(&self) -> String {
        let day = |day: Date| days_phrase(Interval::day(day));
        match self {
            Self::AfterStrike {
                mark,
                system,
                days,
                strike,
            } => tf(
                "alarm-after-strike",
                &[
                    ("mark", mark.as_str().into()),
                    ("system", system_phrase(system).into()),
                    ("days", days_phrase(*days).into()),
                    ("strike", day(*strike).into()),
                ],
            ),
            Self::AfterDocumented {
                mark,
                system,
                days,
                documented,
            } => tf(
                "alarm-after-documented",
                &[
                    ("mark", mark.as_str().into()),
                    ("system", system_phrase(system).into()),
                    ("days", days_phrase(*days).into()),
                    ("documented", day(*documented).into()),
                ],
            ),
            Self::Apart {
                mark,
                days,
                other,
                other_days,
            } => tf(
                "alarm-apart",
                &[
                    ("mark", mark.as_str().into()),
                    ("days", days_phrase(*days).into()),
                    ("other", other.as_str().into()),
                    ("otherdays", days_phrase(*other_days).into()),
                ],
            ),
            Self::Named { mark, system, why } => tf(
                "alarm-named",
                &[
                    ("mark", mark.as_str().into()),
                    ("system", system_phrase(system).into()),
                    ("why", why.as_str().into()),
                ],
            ),
            Self::NoDate { mark, why, .. } => tf(
                "alarm-no-date",
                &[("mark", mark.as_str().into()), ("why", why.as_str().into())],
            ),
            Self::Assembled {
                mark,
                not_before,
                strike,
            } => tf(
                "alarm-assembled",
                &[
                    ("mark", mark.as_str().into()),
                    ("day", day(*not_before).into()),
                    ("strike", day(*strike).into()),
                ],
            ),
        }
    }
}

/// What a person accepted as the date that a mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The part of the mark that was read.
    pub mark: String,
    /// The system by which it was.
    pub system: String,
    /// What it means.
    pub days: Interval,
    /// What that dates.
    pub meaning: Meaning,
}

/// What people have decided about a mark beside its dates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Settled {
    /// Somebody accepted that it means something that is no date.
    pub is_no_date: bool,
    /// The readings that somebody rejected: system and rule.
    pub rejected: Vec<(String, String)>,
}

/// Whether what a mark says is impossible, by all that it may mean.
///
/// A mark that names its own system must be possible by that system, whatever else can be read into it. Of any other
/// mark it takes that no date at all is possible, and that nobody has decided that it is none: a number on a chip is
/// not always a date code.
#[must_use]
pub fn of_readings(readings: &[Reading], kind: Option<MarkKind>, settled: &Settled) -> Option<Alarm> {
    let impossible = || readings.iter().filter(|reading| reading.grade == Grade::X);
    let is_saved = |struck: &Reading| {
        readings.iter().any(|reading| {
            reading.grade != Grade::X
                && reading.named
                && reading.span.start < struck.span.end
                && struck.span.start < reading.span.end
        })
    };
    if let Some(reading) = impossible().find(|reading| reading.named && !is_saved(reading)) {
        let (mark, system, why) = said(reading);
        return Some(Alarm::Named { mark, system, why });
    }
    let may_be_dated = matches!(kind, None | Some(MarkKind::Date | MarkKind::Lot | MarkKind::Text));
    let is_possible = |reading: &Reading| {
        let is_dated = reading.bound_interval().is_some() && reading.meaning != Meaning::None;
        // What means no date explains the writing too, unless somebody has said that it is one.
        reading.grade != Grade::X && (is_dated || kind != Some(MarkKind::Date))
    };
    if !may_be_dated || settled.is_no_date || readings.iter().any(is_possible) {
        return None;
    }
    let is_open = |reading: &&Reading| {
        let is_it = |(system, rule): &(String, String)| *system == reading.system && *rule == reading.rule_id;
        !settled.rejected.iter().any(is_it)
    };
    let (mark, system, why) = said(impossible().find(is_open)?);
    Some(Alarm::NoDate { mark, system, why })
}

/// The writing of an impossible reading, its system and the reason, which comes first.
fn said(reading: &Reading) -> (String, String, String) {
    let why = reading.why.first().cloned().unwrap_or_default();
    (reading.raw.clone(), reading.system.clone(), why)
}

/// Whether what was accepted is still possible in the context as it is now.
#[must_use]
pub fn of_accepted(accepted: &Accepted, context: &Context) -> Option<Alarm> {
    let first = accepted.days.earliest();
    let (mark, system, days) = (accepted.mark.clone(), accepted.system.clone(), accepted.days);
    if let Some(strike) = context.strike.filter(|strike| first > strike.latest()) {
        return Some(Alarm::AfterStrike {
            mark,
            system,
            days,
            strike: strike.latest(),
        });
    }
    let documented = context.documented.filter(|documented| first > *documented)?;
    Some(Alarm::AfterDocumented {
        mark,
        system,
        days,
        documented,
    })
}

/// What was accepted on one component, by mark: alarms for those whose dates of production have no day in common with
/// another's, each against the one that is farthest off.
#[must_use]
pub fn apart<M: Copy + Eq + Hash>(accepted: &[(M, Accepted)]) -> HashMap<M, Alarm> {
    let made: Vec<&(M, Accepted)> = accepted
        .iter()
        .filter(|(_, one)| one.meaning == Meaning::Production)
        .collect();
    // Only the one that ends first and the one that begins last can be farthest off.
    let first = made.iter().min_by_key(|(_, one)| one.days.latest());
    let last = made.iter().rev().max_by_key(|(_, one)| one.days.earliest());
    let (Some((_, first)), Some((_, last))) = (first, last) else {
        return HashMap::new();
    };
    let mut alarms = HashMap::new();
    for (mark, one) in &made {
        let other = if last.days.earliest() > one.days.latest() {
            last
        } else if first.days.latest() < one.days.earliest() {
            first
        } else {
            continue;
        };
        alarms.entry(*mark).or_insert_with(|| Alarm::Apart {
            mark: one.mark.clone(),
            days: one.days,
            other: other.mark.clone(),
            other_days: other.days,
        });
    }
    alarms
}

/// What was accepted on the components of one weapon: an alarm when by the newest of it the weapon was put together
/// after it was used, with the place of the mark that decides.
#[must_use]
pub fn assembled<M: Copy>(accepted: &[(M, Accepted)], used: Option<Interval>) -> Option<(M, Alarm)> {
    let strike = used?.latest();
    let (mark, newest) = accepted
        .iter()
        .filter(|(_, one)| one.meaning.bounds_assembly())
        .rev()
        .max_by_key(|(_, one)| one.days.earliest())?;
    let not_before = newest.days.earliest();
    (not_before > strike).then(|| {
        let alarm = Alarm::Assembled {
            mark: newest.mark.clone(),
            not_before,
            strike,
        };
        (*mark, alarm)
    })
}

#[cfg(test)]
mod tests;
