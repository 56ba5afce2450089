//! How many strikes a period has, and with which tags: what is known to lie in it apart from what may.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::params;
use serde::Serialize;

use super::super::super::{CaseError, Reader, day_number};
use super::{CalendarDay, CalendarFilter};
use crate::model::strike::DateBasis;

/// How many strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Count {
    /// Those all of whose possible days lie in the period.
    pub inside: u32,
    /// Those that may lie in it or outside.
    pub perhaps: u32,
}

/// The strikes of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Period {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// The strikes that stand on the day on which they happened.
    pub observed: Count,
    /// The strikes that stand on the day of a report.
    pub reported: Count,
    /// How many strikes are shown on each day that has some; one that is known to a range counts on each of its days.
    pub days: Vec<CalendarDay>,
    /// Tags by name, with how many of the strikes bear them.
    pub tags: Vec<(String, Count)>,
}

impl Period {
    /// All its strikes.
    #[must_use]
    pub const fn all(&self) -> Count {
        Count {
            inside: self.observed.inside + self.reported.inside,
            perhaps: self.observed.perhaps + self.reported.perhaps,
        }
    }

    /// How many of its strikes bear a tag.
    #[must_use]
    pub fn tagged(&self, tag: &str) -> Count {
        let found = self.tags.iter().find(|(name, _)| name == tag);
        found.map_or_else(Count::default, |(_, count)| *count)
    }

    /// The tags that strikes of these periods bear, those of most strikes first.
    #[must_use]
    pub fn tags_of(periods: &[Self]) -> Vec<String> {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for (name, count) in periods.iter().flat_map(|period| &period.tags) {
            *counts.entry(name).or_default() += count.inside + count.perhaps;
        }
        let mut names: Vec<_> = counts.into_iter().collect();
        names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        names.into_iter().map(|(name, _)| name.to_owned()).collect()
    }
}

impl Reader {
    /// Counts the strikes of a period that pass the filter.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn period(&self, first: Date, last: Date, filter: &CalendarFilter) -> Result<Period, CaseError> {
        let mut period = Period {
            first,
            last,
            observed: Count::default(),
            reported: Count::default(),
            days: self.calendar_days(first, last, filter)?,
            tags: Vec::new(),
        };
        let range = params![day_number(first), day_number(last), filter.json()];
        let mut statement = self.conn.prepare_cached(&self.layers(filter)?.by_basis())?;
        let mut rows = statement.query(range)?;
        while let Some(row) = rows.next()? {
            let counted = Count {
                inside: row.get(1)?,
                perhaps: row.get(2)?,
            };
            if row.get::<_, String>(0)? == DateBasis::ReportedOn.word() {
                period.reported = counted;
            } else {
                period.observed = counted;
            }
        }
        let mut statement = self.conn.prepare_cached(&self.layers(filter)?.by_tag())?;
        let tags = statement.query_map(range, |row| {
            let counted = Count {
                inside: row.get(1)?,
                perhaps: row.get(2)?,
            };
            Ok((row.get(0)?, counted))
        })?;
        period.tags = tags.collect::<Result<_, _>>()?;
        Ok(period)
    }
}
