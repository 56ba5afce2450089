//! What the calendar shows of the case: asked for off the frame, laid out there, and kept for the months around,
//! so that leafing through them shows no empty pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

use crate::analysis::calendar::Certainty;
use crate::analysis::calendar::layout::{self, Grid, Week};
use crate::case::{CalendarFilter, CalendarSpan, CalendarStrike, CaseError, Reader};
use crate::model::strike::DateBasis;
use crate::model::when::{Clocks, Interval};
use crate::text::tf;
use crate::ui::link::{CaseLink, Remote};

/// At most this many strikes of a month, a week or a day are loaded.
pub const MOST: u32 = 5_000;
/// The page in view, its neighbours, and two more to come back to.
const KEPT: usize = 5;

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
    /// Its time by the clocks of its place, on the day on which it is shown.
    pub hour: Option<Time>,
}

impl Entry {
    /// A strike with its days in words.
    #[must_use]
    pub fn new(strike: CalendarStrike) -> Self {
        let told = strike.told();
        Self {
            hour: told.hour(&strike),
            strike,
            certainty: told.certainty,
            when: told.when,
            clocks: told.clocks,
        }
    }

    /// What the days on which it stands rest on.
    #[must_use]
    pub const fn basis(&self) -> DateBasis {
        if self.certainty.reported_only {
            DateBasis::ReportedOn
        } else {
            DateBasis::Observed
        }
    }

    /// What it is called: its title, else its place.
    #[must_use]
    pub fn name(&self) -> &str {
        self.strike.name()
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

/// What one page of the calendar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// The month that begins on this day.
    Month(Date),
    /// The week that begins on this day.
    Week(Date),
}

impl Page {
    /// Its days.
    #[must_use]
    pub fn grid(self) -> Grid {
        match self {
            Self::Month(first) => Grid::of(first),
            Self::Week(first) => Grid::week_of(first),
        }
    }

    /// Those after and before it.
    fn neighbours(self) -> impl Iterator<Item = Self> {
        let pages = match self {
            Self::Month(first) => [first.checked_add(1.month()), first.checked_sub(1.month())]
                .map(|first| first.ok().map(Self::Month)),
            Self::Week(first) => [first.checked_add(1.week()), first.checked_sub(1.week())]
                .map(|first| first.ok().map(Self::Week)),
        };
        pages.into_iter().flatten()
    }
}

/// A month or a week, laid out.
#[derive(Debug, Clone)]
pub struct Month {
    /// Its days.
    pub grid: Grid,
    /// The strikes on them: of a month, those that its days have room for.
    pub entries: Vec<Entry>,
    /// Where these lie.
    pub weeks: Vec<Week>,
    /// Where those lie of which no hour is known by the clocks of their place.
    pub all_day: Vec<Week>,
    /// The others by their day, in the order of their times.
    pub timed: BTreeMap<Date, Vec<(Time, usize)>>,
    /// How many strikes touch the month or the week itself.
    pub in_view: usize,
    /// There are more than [`MOST`], of which only so many are laid out.
    pub cut: bool,
}

impl Month {
    fn load(reader: &Reader, page: Page, filter: &CalendarFilter, rows: u32) -> Result<Self, CaseError> {
        let grid = page.grid();
        let (first, last) = (grid.first(), grid.last());
        let strikes = match page {
            Page::Month(_) => reader.calendar_leading(first, last, filter, rows, MOST)?,
            Page::Week(_) => reader.calendar(first, last, filter, MOST)?,
        };
        let spans = reader.calendar_spans(first, last, filter)?;
        Ok(Self::new(page, strikes, &spans))
    }

    fn new(page: Page, strikes: Vec<CalendarStrike>, spans: &[CalendarSpan]) -> Self {
        let grid = page.grid();
        let days: Vec<Interval> = strikes.iter().map(CalendarStrike::days).collect();
        let spans: Vec<_> = spans.iter().filter_map(CalendarSpan::counted).collect();
        let (weeks, in_view) = layout::weeks_of_all(&grid, &days, &spans);
        let entries: Vec<Entry> = strikes.into_iter().map(Entry::new).collect();
        let mut timed: BTreeMap<Date, Vec<(Time, usize)>> = BTreeMap::new();
        for (number, entry) in entries.iter().enumerate() {
            if let Some(time) = entry.hour {
                timed.entry(entry.strike.first).or_default().push((time, number));
            }
        }
        timed.values_mut().for_each(|day| day.sort_unstable());
        let without = |mut week: Week| {
            for day in &mut week.days {
                day.singles.retain(|strike| entries[*strike].hour.is_none());
            }
            week
        };
        let all_day = weeks.iter().cloned().map(without).collect();
        Self {
            grid,
            weeks,
            all_day,
            timed,
            cut: entries.len() >= MOST as usize,
            entries,
            in_view,
        }
    }

    /// How many strikes a day has, and the only one if it is one.
    #[must_use]
    pub fn on(&self, day: Date) -> (usize, Option<&Entry>) {
        let Some((week, column)) = self.grid.place(day) else {
            return (0, None);
        };
        let week = &self.weeks[week];
        let first = week.on(column).next().and_then(|strike| self.entries.get(strike));
        let count = week.days[column].strikes();
        (count, first.filter(|_| count == 1))
    }
}

/// All strikes of a day, those of the day alone first.
///
/// # Errors
/// When the case can't be read.
pub fn of_day(reader: &Reader, day: Date, filter: &CalendarFilter) -> Result<Vec<Entry>, CaseError> {
    let strikes = reader.calendar(day, day, filter, MOST)?;
    let mut entries: Vec<Entry> = strikes.into_iter().map(Entry::new).collect();
    entries.sort_by_key(|entry| entry.strike.first != entry.strike.last);
    Ok(entries)
}

type PageKey = (Page, CalendarFilter, u32);

/// The months and weeks that were looked at last.
#[derive(Default)]
pub struct Months {
    /// The last used first.
    held: Vec<(Page, Remote<PageKey, Arc<Month>>)>,
}

impl Months {
    /// A page, as far as it is there, with the strikes for `rows` lines a day. Once it is, its neighbours are asked for as well.
    pub fn get(
        &mut self,
        link: &CaseLink,
        page: Page,
        filter: &CalendarFilter,
        rows: u32,
    ) -> Option<Arc<Month>> {
        let month = self.one(link, page, filter, rows);
        if month.is_some() {
            for neighbour in page.neighbours() {
                self.one(link, neighbour, filter, rows);
            }
            self.one(link, page, filter, rows);
        }
        month
    }

    /// Why a page can't be shown.
    #[must_use]
    pub fn error(&self, page: Page) -> Option<&str> {
        self.held
            .iter()
            .find(|(held, _)| *held == page)
            .and_then(|(_, remote)| remote.error())
    }

    /// A page, if it is there.
    #[must_use]
    pub fn held(&self, page: Page) -> Option<&Month> {
        let (_, remote) = self.held.iter().find(|(held, _)| *held == page)?;
        remote.held().map(Arc::as_ref)
    }

    fn one(&mut self, link: &CaseLink, page: Page, filter: &CalendarFilter, rows: u32) -> Option<Arc<Month>> {
        let at = self.held.iter().position(|(held, _)| *held == page);
        let held = at.map_or_else(|| (page, Remote::default()), |at| self.held.remove(at));
        self.held.insert(0, held);
        self.held.truncate(KEPT);
        let wanted = filter.clone();
        self.held[0]
            .1
            .get(link, (page, filter.clone(), rows), move |reader| {
                Month::load(reader, page, &wanted, rows).map(Arc::new)
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
