//! Strikes by day, for the calendar's month and year.

mod period;
mod statement;
mod words;

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

pub use self::period::{Count, Period};
use self::statement::columns;
pub use self::words::Told;
use super::super::{CaseError, Reader, date_of_day, day_number};
use super::{id, some_id, split_tags};
use crate::model::id::{PhotoId, StrikeId};
use crate::text::t;

/// Which reports the calendar shows, each on the day of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Reports {
    /// None.
    Hidden,
    /// Those of strikes of which no other day is known.
    #[default]
    Otherwise,
    /// Those of all strikes: one whose own day is known stands on both.
    All,
}

/// Which strikes the calendar shows, and on which of their days.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CalendarFilter {
    /// They bear all these tags.
    pub tags: Vec<String>,
    /// Whether they stand on the day on which they happened.
    pub observed: bool,
    /// Whether they stand on the day on which they were reported.
    pub reports: Reports,
}

impl Default for CalendarFilter {
    fn default() -> Self {
        Self {
            tags: Vec::new(),
            observed: true,
            reports: Reports::default(),
        }
    }
}

impl CalendarFilter {
    /// The strikes that bear all these tags.
    #[must_use]
    pub fn tagged(tags: Vec<String>) -> Self {
        Self {
            tags,
            ..Self::default()
        }
    }

    /// Whether it shows the layers that are shown where nothing else is said.
    #[must_use]
    pub fn has_usual_layers(&self) -> bool {
        self.observed && self.reports == Reports::Otherwise
    }

    pub(super) fn json(&self) -> String {
        serde_json::to_string(&self.tags).unwrap_or_else(|_| "[]".to_owned())
    }
}

/// A strike on the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalendarStrike {
    /// The strike.
    pub id: StrikeId,
    /// Its title.
    pub title: String,
    /// The first day on which it is shown.
    pub first: Date,
    /// The last day on which it is shown.
    pub last: Date,
    /// `observed` when that is when it happened, `reported_on` when only a report's day is known.
    pub basis: String,
    /// When it happened, EDTF.
    pub occurred: Option<String>,
    /// The zone in which that is written.
    pub time_zone: Option<String>,
    /// When it was reported, EDTF.
    pub reported: Option<String>,
    /// Where.
    pub place_name: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// How many weapons.
    pub weapons: u32,
    /// How many components these have.
    pub components: u32,
    /// How many photos show it, its weapons or their components.
    pub photos: u32,
    /// How many readings of its marks are accepted.
    pub findings: u32,
    /// The photo to show for it.
    pub cover: Option<PhotoId>,
}

/// How many strikes a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CalendarDay {
    /// The day.
    pub day: Date,
    /// How many strikes are shown on it.
    pub strikes: u32,
}

/// How many strikes are shown on the same days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarSpan {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// How many.
    pub strikes: u32,
}

impl CalendarStrike {
    /// One row of a statement with [`statement::columns`].
    pub(super) fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: id(row, 0)?,
            title: row.get(1)?,
            first: date(row, 2)?,
            last: date(row, 3)?,
            basis: row.get(4)?,
            occurred: row.get(5)?,
            reported: row.get(6)?,
            place_name: row.get(7)?,
            time_zone: row.get(8)?,
            tags: split_tags(row.get(9)?),
            weapons: row.get(10)?,
            components: row.get(11)?,
            photos: row.get(12)?,
            findings: row.get(13)?,
            cover: some_id(row, 14)?,
        })
    }
}

impl Reader {
    /// The strikes shown on any day from `first` to `last`, in the order of their days, `most` at most.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn calendar(
        &self,
        first: Date,
        last: Date,
        filter: &CalendarFilter,
        most: u32,
    ) -> Result<Vec<CalendarStrike>, CaseError> {
        let mut statement = self.conn.prepare_cached(&self.layers(filter)?.touching())?;
        let rows = statement
            .query_map(
                params![day_number(first), day_number(last), filter.json(), most],
                CalendarStrike::from_row,
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Of the strikes shown on any day from `first` to `last`, those that a grid with `rows` lines a day has room for: of those
    /// that begin on the same day, `rows` of one day and `rows` of several, the shortest first; `most` of several days in all.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn calendar_leading(
        &self,
        first: Date,
        last: Date,
        filter: &CalendarFilter,
        rows: u32,
        most: u32,
    ) -> Result<Vec<CalendarStrike>, CaseError> {
        let tags = filter.json();
        let mut strikes: Vec<CalendarStrike> = self
            .conn
            .prepare_cached(&self.layers(filter)?.ranges())?
            .query_map(
                params![day_number(first), day_number(last), tags, most, rows],
                CalendarStrike::from_row,
            )?
            .collect::<Result<_, _>>()?;
        // A day at a time is an entry of the index and the rows behind it; to rank all of them costs ten times that.
        let mut singles = self.conn.prepare_cached(&self.layers(filter)?.singles())?;
        for day in first.series(1.day()).take_while(|day| *day <= last) {
            let on = singles.query_map(params![day_number(day), tags, rows], CalendarStrike::from_row)?;
            for strike in on {
                strikes.push(strike?);
            }
        }
        strikes.sort_by(|one, other| {
            let key = |strike: &CalendarStrike| (strike.first, std::cmp::Reverse(strike.last));
            let by_name = || (&one.title, one.id).cmp(&(&other.title, other.id));
            key(one).cmp(&key(other)).then_with(by_name)
        });
        Ok(strikes)
    }

    /// A strike as the calendar shows it; `None` if it has no day.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn calendar_strike(&self, id: StrikeId) -> Result<Option<CalendarStrike>, CaseError> {
        let sql = format!(
            "{} FROM strike AS s WHERE s.id = ?1 AND s.first_day IS NOT NULL",
            columns("s")
        );
        let found = self
            .conn
            .prepare_cached(&sql)?
            .query_row(params![id.to_string()], CalendarStrike::from_row)
            .optional()?;
        Ok(found)
    }

    /// How many strikes each day from `first` to `last` has; days without one are left out.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn calendar_days(
        &self,
        first: Date,
        last: Date,
        filter: &CalendarFilter,
    ) -> Result<Vec<CalendarDay>, CaseError> {
        // How many more there are than on the day before.
        let mut steps: BTreeMap<Date, i64> = BTreeMap::new();
        for span in self.calendar_spans(first, last, filter)? {
            let strikes = i64::from(span.strikes);
            *steps.entry(span.first.max(first)).or_default() += strikes;
            if let Ok(behind) = span.last.min(last).tomorrow() {
                *steps.entry(behind).or_default() -= strikes;
            }
        }
        let (mut days, mut strikes) = (Vec::new(), 0);
        let mut steps = steps.into_iter().peekable();
        while let Some((from, step)) = steps.next() {
            strikes += step;
            let Ok(count @ 1..) = u32::try_from(strikes) else {
                continue;
            };
            let until = steps
                .peek()
                .map_or(last, |(behind, _)| behind.saturating_sub(1.day()));
            let same = from.series(1.day()).take_while(|day| *day <= until);
            days.extend(same.map(|day| CalendarDay { day, strikes: count }));
        }
        Ok(days)
    }

    /// The days of the strikes that touch `first` to `last`, each with how many strikes have them.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn calendar_spans(
        &self,
        first: Date,
        last: Date,
        filter: &CalendarFilter,
    ) -> Result<Vec<CalendarSpan>, CaseError> {
        let mut spans: BTreeMap<(i64, i64), u32> = BTreeMap::new();
        let mut statement = self.conn.prepare_cached(&self.layers(filter)?.spans())?;
        let mut rows = statement.query(params![day_number(first), day_number(last), filter.json()])?;
        while let Some(row) = rows.next()? {
            *spans.entry((row.get(0)?, row.get(1)?)).or_default() += row.get::<_, u32>(2)?;
        }
        let days = |((first, last), strikes)| {
            Some(CalendarSpan {
                first: date_of_day(first)?,
                last: date_of_day(last)?,
                strikes,
            })
        };
        Ok(spans.into_iter().filter_map(days).collect())
    }

    /// The first day after `day` on which a strike that passes the filter begins.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn next_strike_day(&self, day: Date, filter: &CalendarFilter) -> Result<Option<Date>, CaseError> {
        self.jump(&self.layers(filter)?.next(false), day, filter)
    }

    /// The last day before `day` on which a strike that passes the filter begins.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn previous_strike_day(&self, day: Date, filter: &CalendarFilter) -> Result<Option<Date>, CaseError> {
        self.jump(&self.layers(filter)?.next(true), day, filter)
    }

    /// The filter, if the case can show its layers: one of an older format that could only be opened for reading does not know
    /// the days of reports beside those of strikes.
    pub(super) fn layers<'a>(&self, filter: &'a CalendarFilter) -> Result<&'a CalendarFilter, CaseError> {
        if filter.reports == Reports::All {
            let known =
                "SELECT EXISTS (SELECT 1 FROM pragma_table_info('strike') WHERE name = 'report_first')";
            if !self.conn.query_row(known, [], |row| row.get(0))? {
                return Err(CaseError::Query(t("case-no-report-days").to_owned()));
            }
        }
        Ok(filter)
    }

    fn jump(&self, sql: &str, day: Date, filter: &CalendarFilter) -> Result<Option<Date>, CaseError> {
        let found: Option<i64> = self
            .conn
            .prepare_cached(sql)?
            .query_row(params![day_number(day), filter.json()], |row| row.get(0))?;
        Ok(found.and_then(date_of_day))
    }
}

fn date(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Date> {
    let day: i64 = row.get(column)?;
    date_of_day(day).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, day))
}

#[cfg(test)]
mod tests;
