//! Strikes by day, for the calendar's month and year.

use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

use super::super::{CaseError, Reader, date_of_day, day_number};
use super::{id, some_id, split_tags};
use crate::model::id::{PhotoId, StrikeId};

/// Which strikes the calendar shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct CalendarFilter {
    /// They bear all these tags.
    pub tags: Vec<String>,
}

impl CalendarFilter {
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

/// What is told of each strike `s`, in the order in which [`CalendarStrike::from_row`] reads it.
macro_rules! strike_columns {
    () => {
        "
SELECT s.id, s.title, s.first_day, s.last_day, s.basis, s.occurred, s.reported, s.place_name,
       s.time_zone,
       (SELECT group_concat(t.name, char(31)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'strike' AND g.record = s.id),
       (SELECT count(*) FROM weapon AS w WHERE w.strike = s.id),
       (SELECT count(*) FROM weapon AS w JOIN component AS c ON c.weapon = w.id WHERE w.strike = s.id),
       (SELECT count(DISTINCT photo) FROM (
            SELECT photo FROM depiction WHERE subject_kind = 'strike' AND subject = s.id
            UNION ALL
            SELECT d.photo FROM weapon AS w JOIN depiction AS d ON d.subject_kind = 'weapon' AND d.subject = w.id
            WHERE w.strike = s.id
            UNION ALL
            SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
            JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id WHERE w.strike = s.id)),
       (SELECT count(*) FROM weapon AS w JOIN component AS c ON c.weapon = w.id JOIN marking AS m ON m.component = c.id
        JOIN finding AS f ON f.marking = m.id WHERE w.strike = s.id AND f.verdict = 'accepted'),
       coalesce(s.cover_photo, (
            SELECT photo FROM depiction WHERE subject_kind = 'strike' AND subject = s.id ORDER BY photo LIMIT 1), (
            SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
            JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id
            WHERE w.strike = s.id ORDER BY d.photo LIMIT 1))"
    };
}
pub(super) use strike_columns;

/// The strikes that touch the days ?1 to ?2, at most ?4 of them.
///
/// A strike of up to 62 days that touches them begins at most 62 days before: a short range of the index. The few
/// longer ones have an index of their own.
const TOUCHING: &str = concat!(
    "
WITH touching AS (
    SELECT id, title, first_day, last_day, basis, occurred, reported, place_name, cover_photo, time_zone
    FROM strike
    WHERE first_day BETWEEN ?1 - 62 AND ?2 AND last_day >= ?1 AND last_day - first_day <= 62
    UNION ALL
    SELECT id, title, first_day, last_day, basis, occurred, reported, place_name, cover_photo, time_zone
    FROM strike
    WHERE last_day - first_day > 62 AND first_day <= ?2 AND last_day >= ?1
)
",
    strike_columns!(),
    "
FROM touching AS s
WHERE NOT EXISTS (SELECT 1 FROM json_each(?3) AS wanted WHERE NOT EXISTS (
        SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value))
ORDER BY s.first_day, s.last_day DESC, s.title, s.id
LIMIT ?4"
);

/// The days of strikes that touch ?1 to ?2, and how many have the same. Without a filter the index answers alone.
const SPANS: &str = "
SELECT first_day, last_day, count(*) FROM strike AS s
WHERE first_day BETWEEN ?1 - 62 AND ?2 AND last_day >= ?1 AND last_day - first_day <= 62
  AND (?3 = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(?3) AS wanted WHERE NOT EXISTS (
        SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value)))
GROUP BY first_day, last_day
UNION ALL
SELECT first_day, last_day, count(*) FROM strike AS s
WHERE last_day - first_day > 62 AND first_day <= ?2 AND last_day >= ?1
  AND (?3 = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(?3) AS wanted WHERE NOT EXISTS (
        SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value)))
GROUP BY first_day, last_day";

/// The strike ?1, which has a day.
const ONE: &str = concat!(
    strike_columns!(),
    "
FROM strike AS s WHERE s.id = ?1 AND s.first_day IS NOT NULL"
);

/// Day numbers and how many strikes are shown on each, within ?1 to ?2.
const PER_DAY: &str = "
WITH RECURSIVE touching AS (
    SELECT id, max(first_day, ?1) AS day, min(last_day, ?2) AS last FROM strike
    WHERE first_day BETWEEN ?1 - 62 AND ?2 AND last_day >= ?1 AND last_day - first_day <= 62
    UNION ALL
    SELECT id, max(first_day, ?1), min(last_day, ?2) FROM strike
    WHERE last_day - first_day > 62 AND first_day <= ?2 AND last_day >= ?1
),
chosen AS (
    SELECT day, last FROM touching AS s
    WHERE ?3 = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(?3) AS wanted WHERE NOT EXISTS (
        SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
        WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value))
),
days (day, last) AS (
    SELECT day, last FROM chosen
    UNION ALL
    SELECT day + 1, last FROM days WHERE day < last
)
SELECT day, count(*) FROM days GROUP BY day ORDER BY day";

impl CalendarStrike {
    /// One row of a statement with [`strike_columns`].
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
        let mut statement = self.conn.prepare_cached(TOUCHING)?;
        let rows = statement
            .query_map(
                params![day_number(first), day_number(last), filter.json(), most],
                CalendarStrike::from_row,
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// A strike as the calendar shows it; `None` if it has no day.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn calendar_strike(&self, id: StrikeId) -> Result<Option<CalendarStrike>, CaseError> {
        let found = self
            .conn
            .prepare_cached(ONE)?
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
        let mut statement = self.conn.prepare_cached(PER_DAY)?;
        let rows = statement
            .query_map(
                params![day_number(first), day_number(last), filter.json()],
                |row| {
                    Ok(CalendarDay {
                        day: date(row, 0)?,
                        strikes: row.get(1)?,
                    })
                },
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
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
        let mut statement = self.conn.prepare_cached(SPANS)?;
        let rows = statement
            .query_map(
                params![day_number(first), day_number(last), filter.json()],
                |row| {
                    Ok(CalendarSpan {
                        first: date(row, 0)?,
                        last: date(row, 1)?,
                        strikes: row.get(2)?,
                    })
                },
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The first day after `day` on which a strike that passes the filter begins.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn next_strike_day(&self, day: Date, filter: &CalendarFilter) -> Result<Option<Date>, CaseError> {
        self.jump(
            "SELECT min(first_day) FROM strike AS s WHERE first_day > ?1
               AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value))",
            day,
            filter,
        )
    }

    /// The last day before `day` on which a strike that passes the filter begins.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn previous_strike_day(&self, day: Date, filter: &CalendarFilter) -> Result<Option<Date>, CaseError> {
        self.jump(
            "SELECT max(first_day) FROM strike AS s WHERE first_day < ?1
               AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value))",
            day,
            filter,
        )
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
