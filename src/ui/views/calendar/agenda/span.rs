//! The strikes around a place of the agenda, made ready for its rows off the frame.

use jiff::civil::DateTime;

use super::super::data::Entry;
use crate::case::{AgendaKey, CalendarFilter, CalendarStrike, CaseError, Reader};
use crate::model::when::nights;
use crate::text::date::{self, Length};
use crate::text::tf;

/// So many strikes are asked for before the place, and from it on.
const BEFORE: u32 = 250;
const FROM: u32 = 350;

/// A strike of the agenda.
#[derive(Debug, Clone)]
pub struct Row {
    /// The strike.
    pub entry: Entry,
    /// Its place in the order.
    pub key: AgendaKey,
    /// Its days, in the first row that has them.
    pub head: Option<String>,
    /// When it was by the clocks of the place, and by UTC, each as far as it is known.
    pub clocks: [Option<String>; 2],
}

/// A run of strikes.
#[derive(Debug, Clone)]
pub struct Span {
    /// The strikes, in the order of their days.
    pub rows: Vec<Row>,
    /// The first of them that does not lie before the place.
    pub at: usize,
    /// No strike is before them.
    pub starts: bool,
    /// No strike is behind them.
    pub ends: bool,
    /// How many strikes with a day the case has, whatever they bear.
    pub total: u64,
}

impl Span {
    /// Asks the case for the strikes around `key`.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn load(reader: &Reader, key: &AgendaKey, filter: &CalendarFilter) -> Result<Self, CaseError> {
        let before = reader.agenda_before(key, filter, BEFORE)?;
        let from = reader.agenda_from(key, filter, FROM)?;
        let (starts, ends) = (before.len() < BEFORE as usize, from.len() < FROM as usize);
        let at = before.len();
        let mut rows: Vec<Row> = Vec::with_capacity(at + from.len());
        for strike in before.into_iter().chain(from) {
            let days = |row: &Row| (row.entry.strike.first, row.entry.strike.last);
            let is_new = rows
                .last()
                .is_none_or(|row| days(row) != (strike.first, strike.last));
            rows.push(row(strike, is_new));
        }
        Ok(Self {
            rows,
            at,
            starts,
            ends,
            total: reader.dated_strikes()?,
        })
    }

    /// The row of `key`, or the first behind it.
    #[must_use]
    pub fn find(&self, key: &AgendaKey) -> usize {
        self.rows.partition_point(|row| row.key < *key)
    }
}

fn row(strike: CalendarStrike, is_new: bool) -> Row {
    let head = is_new.then(|| {
        let days = date::days(strike.first, strike.last, Length::Short);
        if strike.first == strike.last {
            let weekday = date::weekday_short(strike.first.weekday());
            tf(
                "calendar-agenda-day",
                &[("weekday", weekday.into()), ("day", days.into())],
            )
        } else {
            days
        }
    });
    let key = AgendaKey::of(&strike);
    let entry = Entry::new(strike);
    Row {
        key,
        head,
        clocks: clocks(&entry),
        entry,
    }
}

fn clocks(entry: &Entry) -> [Option<String>; 2] {
    let Some(clocks) = entry.clocks else {
        return [None, None];
    };
    let time = |moment: DateTime| format!("{:02}:{:02}", moment.hour(), moment.minute());
    let utc = clocks.utc.map(|utc| {
        let beside = clocks.local.map_or(0, |local| nights(local.date(), utc.date()));
        let key = match beside {
            ..0 => "calendar-agenda-utc-before",
            0 => "calendar-agenda-utc",
            1.. => "calendar-agenda-utc-after",
        };
        tf(key, &[("time", time(utc).into())])
    });
    [clocks.local.map(time), utc]
}
