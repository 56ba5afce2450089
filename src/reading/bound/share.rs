//! What the date codes of many components say together, in the words of published findings: how many components, how
//! many of these with codes, how many *of the codes* in which years, and what the latest of them bounds.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Part;
use crate::text::date::{self, Length};
use crate::text::tf;

/// Counts over the components of one weapon.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CodeShare {
    /// How many components there are.
    pub components: u64,
    /// How many of them bear a mark that is dated.
    pub dated: u64,
    /// How many dated marks begin in which year, by their earliest possible day.
    pub by_year: BTreeMap<i16, u64>,
    /// The latest of these days.
    pub latest: Option<Date>,
}

impl CodeShare {
    /// The counts over `components` components, of which the dated ones are `parts`.
    #[must_use]
    pub fn of(components: u64, parts: &[Part]) -> Self {
        let days: Vec<Date> = parts.iter().filter_map(Part::earliest).collect();
        let mut by_year = BTreeMap::new();
        for day in &days {
            *by_year.entry(day.year()).or_default() += 1;
        }
        Self {
            components,
            dated: days.len() as u64,
            by_year,
            latest: days.into_iter().max(),
        }
    }

    /// How many of the dated marks begin in these years.
    #[must_use]
    pub fn within(&self, years: std::ops::RangeInclusive<i16>) -> u64 {
        self.by_year.range(years).map(|(_, count)| count).sum()
    }

    /// The newest years that together hold at least three quarters of the dated marks.
    #[must_use]
    pub fn newest_years(&self) -> Option<std::ops::RangeInclusive<i16>> {
        let last = *self.by_year.last_key_value()?.0;
        let mut sum = 0;
        for (year, count) in self.by_year.iter().rev() {
            sum += count;
            if sum * 4 >= self.dated * 3 {
                return Some(*year..=last);
            }
        }
        None
    }

    /// The sentence that may be quoted: shares are of the codes, never of the components.
    #[must_use]
    pub fn statement(&self) -> Option<String> {
        let years = self.newest_years()?;
        let latest = self.latest?;
        let within = self.within(years.clone());
        Some(tf(
            "reading-share",
            &[
                ("components", self.components.into()),
                ("dated", self.dated.into()),
                ("within", within.into()),
                ("percent", (within * 100 / self.dated.max(1)).into()),
                ("years", years_phrase(&years).into()),
                ("month", date::month(latest, Length::Full).into()),
            ],
        ))
    }
}

fn years_phrase(years: &std::ops::RangeInclusive<i16>) -> String {
    let [first, last] = [years.start(), years.end()].map(|year| year.to_string());
    if first == last {
        return first;
    }
    tf(
        "reading-share-years",
        &[("first", first.into()), ("last", last.into())],
    )
}
