//! What the calendar shows of the case: asked for off the frame, laid out there, and kept for the months around,
//! so that leafing through them shows no empty pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::layout::{self, Grid, Week};
use super::words;
use crate::case::{CalendarFilter, CalendarStrike, CaseError, Reader};
use crate::model::strike::DateBasis;
use crate::model::when::{Clocks, Edtf, Interval, Precision, SetKind};
use crate::text::{t, tf};
use crate::ui::link::{CaseLink, Remote};

/// At most this many strikes of a month are loaded.
pub const MOST: u32 = 5_000;
/// The month in view, its neighbours, and two more to come back to.
const KEPT: usize = 5;

/// How exactly a strike's days are known, as far as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Certainty {
    /// Only a report's day is known.
    pub reported_only: bool,
    /// Written as approximate or as uncertain (`~`, `?`, `%`).
    pub qualified: bool,
    /// It was on one of the days, and nobody knows on which: a digit, the day or the month is not given.
    pub vague: bool,
    /// It may have been earlier than the first day shown.
    pub open_start: bool,
    /// It may have been later than the last day shown.
    pub open_end: bool,
}

/// A strike on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As the case gives it.
    pub strike: CalendarStrike,
    /// How exactly its days are known.
    pub certainty: Certainty,
    /// The date that it is shown by, in words.
    pub when: String,
    /// When it was by the clocks of its place and by UTC, where its time of day is known.
    pub clocks: Option<Clocks>,
}

impl Entry {
    /// A strike with its days in words.
    #[must_use]
    pub fn new(strike: CalendarStrike) -> Self {
        let reported_only = strike.basis == DateBasis::ReportedOn.word();
        let shown_by = if reported_only {
            &strike.reported
        } else {
            &strike.occurred
        };
        let parsed = shown_by.as_deref().and_then(|text| Edtf::parse(text).ok());
        let certainty = Certainty {
            reported_only,
            ..parsed.as_ref().map(certainty).unwrap_or_default()
        };
        let when = match (&parsed, Interval::new(strike.first, strike.last)) {
            (Some(when), _) => words::edtf(when),
            (None, Ok(days)) => words::days(days),
            (None, Err(_)) => words::day(strike.first),
        };
        let zone = strike
            .time_zone
            .as_deref()
            .and_then(|name| TimeZone::get(name.trim()).ok());
        let clocks = parsed
            .filter(|_| !reported_only)
            .and_then(|when| Clocks::of(&when, zone.as_ref()));
        Self {
            strike,
            certainty,
            when,
            clocks,
        }
    }

    /// Its time by the clocks of its place, on the day on which it is shown.
    #[must_use]
    pub fn hour(&self) -> Option<Time> {
        let local = self.clocks?.local?;
        (local.date() == self.strike.first).then(|| local.time())
    }

    /// What it is called: its title, else its place.
    #[must_use]
    pub fn name(&self) -> &str {
        let title = self.strike.title.trim();
        if !title.is_empty() {
            return title;
        }
        self.strike
            .place_name
            .as_deref()
            .map(str::trim)
            .filter(|place| !place.is_empty())
            .unwrap_or_else(|| t("calendar-untitled"))
    }

    /// What is read out.
    #[must_use]
    pub fn spoken(&self, continued: bool) -> String {
        let key = if continued {
            "calendar-entry-continued"
        } else if self.certainty.reported_only {
            "calendar-entry-reported"
        } else {
            "calendar-entry"
        };
        tf(
            key,
            &[("name", self.name().into()), ("when", self.when.as_str().into())],
        )
    }
}

fn days_of(strike: &CalendarStrike) -> Interval {
    Interval::new(strike.first, strike.last).unwrap_or_else(|_| Interval::day(strike.first))
}

fn certainty(when: &Edtf) -> Certainty {
    let bounds = when.bounds();
    Certainty {
        reported_only: false,
        qualified: when.is_approximate() || when.is_uncertain(),
        vague: is_vague(when),
        open_start: bounds.earliest.is_none(),
        open_end: bounds.latest.is_none(),
    }
}

/// Whether it was on one of several days, and not said on which.
fn is_vague(when: &Edtf) -> bool {
    match when.members() {
        Some((SetKind::OneOf, _)) => true,
        Some((SetKind::All, members)) => members.iter().any(is_vague),
        None => {
            let exact = matches!(
                when.precision(),
                Precision::Day | Precision::Minute | Precision::Second
            );
            !exact && !when.is_interval()
        }
    }
}

/// A month, laid out.
#[derive(Debug, Clone)]
pub struct Month {
    /// Its days.
    pub grid: Grid,
    /// The strikes on them.
    pub entries: Vec<Entry>,
    /// Where these lie.
    pub weeks: Vec<Week>,
    /// Where those lie of which no hour is known by the clocks of their place.
    pub all_day: Vec<Week>,
    /// The others by their day, in the order of their times.
    pub timed: BTreeMap<Date, Vec<(Time, usize)>>,
    /// How many of them touch the month itself.
    pub in_month: usize,
    /// There are more than [`MOST`], of which only so many are here.
    pub cut: bool,
}

impl Month {
    fn load(reader: &Reader, day: Date, filter: &CalendarFilter) -> Result<Self, CaseError> {
        let grid = Grid::of(day);
        let mut strikes = reader.calendar(grid.first(), grid.last(), filter, MOST + 1)?;
        let most = MOST as usize;
        let cut = strikes.len() > most;
        strikes.truncate(most);
        let days: Vec<Interval> = strikes.iter().map(days_of).collect();
        let in_month = days
            .iter()
            .filter(|days| days.overlap(&grid.month()).is_some())
            .count();
        let entries: Vec<Entry> = strikes.into_iter().map(Entry::new).collect();
        let mut timed: BTreeMap<Date, Vec<(Time, usize)>> = BTreeMap::new();
        for (number, entry) in entries.iter().enumerate() {
            if let Some(time) = entry.hour() {
                timed.entry(entry.strike.first).or_default().push((time, number));
            }
        }
        timed.values_mut().for_each(|day| day.sort_unstable());
        let weeks = layout::weeks(&grid, &days);
        let without = |mut week: Week| {
            for day in &mut week.days {
                day.singles.retain(|strike| entries[*strike].hour().is_none());
            }
            week
        };
        let all_day = weeks.iter().cloned().map(without).collect();
        Ok(Self {
            grid,
            weeks,
            all_day,
            timed,
            entries,
            in_month,
            cut,
        })
    }

    /// The strikes of a day, those of the day alone first.
    #[must_use]
    pub fn on(&self, day: Date) -> Vec<usize> {
        match self.grid.place(day) {
            Some((week, column)) => self.weeks[week].on(column).collect(),
            None => Vec::new(),
        }
    }
}

type MonthKey = (Date, CalendarFilter);

/// The months that were looked at last.
#[derive(Default)]
pub struct Months {
    /// Each with its first day, the last used first.
    held: Vec<(Date, Remote<MonthKey, Arc<Month>>)>,
}

impl Months {
    /// The month of `day`, as far as it is there. Once it is, its neighbours are asked for as well.
    pub fn get(&mut self, link: &CaseLink, day: Date, filter: &CalendarFilter) -> Option<Arc<Month>> {
        let month = self.one(link, day.first_of_month(), filter);
        if month.is_some() {
            let first = day.first_of_month();
            let neighbours = [first.checked_add(1.month()), first.checked_sub(1.month())];
            for neighbour in neighbours.into_iter().flatten() {
                self.one(link, neighbour, filter);
            }
            self.one(link, first, filter);
        }
        month
    }

    /// Why the month of `day` can't be shown.
    #[must_use]
    pub fn error(&self, day: Date) -> Option<&str> {
        let first = day.first_of_month();
        self.held
            .iter()
            .find(|(month, _)| *month == first)
            .and_then(|(_, remote)| remote.error())
    }

    fn one(&mut self, link: &CaseLink, first: Date, filter: &CalendarFilter) -> Option<Arc<Month>> {
        let at = self.held.iter().position(|(month, _)| *month == first);
        let held = at.map_or_else(|| (first, Remote::default()), |at| self.held.remove(at));
        self.held.insert(0, held);
        self.held.truncate(KEPT);
        let wanted = filter.clone();
        self.held[0]
            .1
            .get(link, (first, filter.clone()), move |reader| {
                Month::load(reader, first, &wanted).map(Arc::new)
            })
            .cloned()
    }
}

/// A year's counts.
#[derive(Debug, Clone)]
pub struct Year {
    /// Strikes by day of the year, the first of January first.
    pub days: Vec<u32>,
    /// Strikes that touch each month.
    pub months: [usize; 12],
    /// Strikes that touch the year.
    pub total: usize,
}

impl Year {
    /// Counts the strikes of `year`.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn load(reader: &Reader, year: i16, filter: &CalendarFilter) -> Result<Self, CaseError> {
        let mut counts = Self {
            days: Vec::new(),
            months: [0; 12],
            total: 0,
        };
        let Some(days) = Interval::year(year) else {
            return Ok(counts);
        };
        counts.days = vec![0; days.days() as usize];
        for span in reader.calendar_spans(days.earliest(), days.latest(), filter)? {
            let touched = Interval::new(span.first, span.last)
                .ok()
                .and_then(|span| span.overlap(&days));
            let Some(touched) = touched else { continue };
            let place = |day: Date| usize::try_from(day.day_of_year() - 1).unwrap_or(0);
            for day in &mut counts.days[place(touched.earliest())..=place(touched.latest())] {
                *day += span.strikes;
            }
            // A strike that is known to a range counts in each month that it touches, and once in the year.
            let month = |day: Date| usize::try_from(day.month() - 1).unwrap_or(0);
            for count in &mut counts.months[month(touched.earliest())..=month(touched.latest())] {
                *count += span.strikes as usize;
            }
            counts.total += span.strikes as usize;
        }
        Ok(counts)
    }

    /// How many strikes `day` has.
    #[must_use]
    pub fn on(&self, day: Date) -> u32 {
        let at = usize::try_from(day.day_of_year() - 1).unwrap_or(0);
        self.days.get(at).copied().unwrap_or(0)
    }
}

/// The nearest days on which strikes begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// Before the day.
    pub previous: Option<Date>,
    /// After the day.
    pub next: Option<Date>,
}

impl Around {
    /// Looks on both sides of `day`.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn load(reader: &Reader, day: Date, filter: &CalendarFilter) -> Result<Self, CaseError> {
        Ok(Self {
            previous: reader.previous_strike_day(day, filter)?,
            next: reader.next_strike_day(day, filter)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Certainty {
        certainty(&Edtf::parse(text).unwrap())
    }

    #[test]
    fn what_is_not_known_is_drawn_as_such() {
        assert_eq!(of("2024-08-18"), Certainty::default());
        assert_eq!(of("2024-08-05/2024-08-06"), Certainty::default());
        assert_eq!(of("{2024-08-05,2024-08-06}"), Certainty::default());
        for vague in [
            "2024-08-1X",
            "2024-08",
            "2024-22",
            "2024",
            "[2024-08-05,2024-08-06]",
            "{2024-08}",
        ] {
            assert!(of(vague).vague, "{vague}");
        }
        for qualified in ["2024-08-18~", "2024-08-18?", "2024-08-05/2024-08-06%"] {
            assert!(of(qualified).qualified, "{qualified}");
        }
        assert!(of("2024-08-05/..").open_end);
        assert!(of("../2024-08-05").open_start);
    }
}
