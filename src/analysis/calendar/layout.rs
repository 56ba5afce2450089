//! Where things stand on the month's grid, without a window: which days it shows, in which lane of its week a
//! range runs, and what of a crowded day is shown and what is counted as "more".
//!
//! Every strike of a day is either shown on it or counted, and nothing lies on anything else; tests hold it to that.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::model::when::{Interval, nights};

/// Days in a week.
pub const DAYS: usize = 7;

/// A range longer than each of these says so little that it stands below those that say more.
const VAGUE: [u32; 2] = [7, 31];

/// The whole weeks, Monday to Sunday (ISO 8601), that show one month; or one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grid {
    month: Interval,
    first: Date,
    weeks: usize,
}

impl Grid {
    /// The grid of the month in which `day` lies: 4 to 6 weeks.
    #[must_use]
    pub fn of(day: Date) -> Self {
        let month = Interval::month(day.year(), day.month()).unwrap_or_else(|| Interval::day(day));
        let before = i64::from(month.earliest().weekday().to_monday_zero_offset());
        let first = month.earliest().saturating_sub(before.days());
        let days = usize::try_from(nights(first, month.latest())).unwrap_or(0) + 1;
        Self {
            month,
            first,
            weeks: days.div_ceil(DAYS),
        }
    }

    /// The one week of `day`, all of whose days belong to it.
    #[must_use]
    pub fn week_of(day: Date) -> Self {
        let before = i64::from(day.weekday().to_monday_zero_offset());
        let first = day.saturating_sub(before.days());
        let last = first.saturating_add(6.days());
        Self {
            month: Interval::new(first, last).unwrap_or_else(|_| Interval::day(day)),
            first,
            weeks: 1,
        }
    }

    /// The days of the month, or the week, itself.
    #[must_use]
    pub const fn month(&self) -> Interval {
        self.month
    }

    /// How many weeks it has.
    #[must_use]
    pub const fn weeks(&self) -> usize {
        self.weeks
    }

    /// The first day shown.
    #[must_use]
    pub const fn first(&self) -> Date {
        self.first
    }

    /// The last day shown.
    #[must_use]
    pub fn last(&self) -> Date {
        self.day(self.weeks.saturating_sub(1), DAYS - 1)
    }

    /// The day in `column` (0 is Monday) of `week`.
    #[must_use]
    pub fn day(&self, week: usize, column: usize) -> Date {
        let days = i64::try_from(week * DAYS + column).unwrap_or(i64::MAX);
        self.first.saturating_add(days.days())
    }

    /// The days of `week`.
    #[must_use]
    pub fn week(&self, week: usize) -> Interval {
        let (first, last) = (self.day(week, 0), self.day(week, DAYS - 1));
        Interval::new(first, last).unwrap_or_else(|_| Interval::day(first))
    }

    /// Week and column of `day`, if it is shown.
    #[must_use]
    pub fn place(&self, day: Date) -> Option<(usize, usize)> {
        let days = usize::try_from(nights(self.first, day)).ok()?;
        (days < self.weeks * DAYS).then_some((days / DAYS, days % DAYS))
    }

    /// The number of `week` by ISO 8601.
    #[must_use]
    pub fn week_number(&self, week: usize) -> i8 {
        self.day(week, 0).iso_week_date().week()
    }
}

/// The days of the week in the order of the grid.
pub const WEEKDAYS: [Weekday; DAYS] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The part of a range that lies in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Which strike, by its place in the list.
    pub strike: usize,
    /// Its first column.
    pub first: usize,
    /// Its last column.
    pub last: usize,
    /// Its lane, 0 at the top.
    pub lane: usize,
    /// It goes on from the week before.
    pub cut_before: bool,
    /// It goes on in the week after.
    pub cut_after: bool,
}

/// What lies on one day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// The strikes of this day alone.
    pub singles: Vec<usize>,
    /// How many ranges pass over it.
    pub bars: usize,
    /// How many more strikes touch it than those that are laid out.
    pub others: usize,
    /// The lanes down to the lowest of those ranges.
    lanes: usize,
}

impl Day {
    /// How many strikes touch the day.
    #[must_use]
    pub fn strikes(&self) -> usize {
        self.singles.len() + self.bars + self.others
    }
}

/// What lies in one week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Week {
    /// Its ranges, by lane and column.
    pub bars: Vec<Bar>,
    /// Its days, Monday first.
    pub days: [Day; DAYS],
}

impl Week {
    /// The strikes that touch `column`, those of the day alone first.
    pub fn on(&self, column: usize) -> impl Iterator<Item = usize> {
        let bars = self
            .bars
            .iter()
            .filter(move |bar| (bar.first..=bar.last).contains(&column))
            .map(|bar| bar.strike);
        self.days[column].singles.iter().copied().chain(bars)
    }
}

/// Lays the strikes, each with its days, on the weeks of the grid. Ranges get their lanes first, the exact ones
/// before the vague; the order of the list decides the rest.
#[must_use]
pub fn weeks(grid: &Grid, strikes: &[Interval]) -> Vec<Week> {
    let mut order: Vec<usize> = (0..strikes.len()).collect();
    order.sort_by_key(|&at| VAGUE.map(|days| strikes[at].days() > days));
    let mut weeks = vec![Week::default(); grid.weeks];
    for (number, week) in weeks.iter_mut().enumerate() {
        let Ok(shown) = Interval::new(grid.day(number, 0), grid.day(number, DAYS - 1)) else {
            continue;
        };
        // The first free column of each lane would not do: a later range may end before an earlier one begins.
        let mut taken: Vec<[bool; DAYS]> = Vec::new();
        for &strike in &order {
            let days = strikes[strike];
            let Some(part) = days.overlap(&shown) else {
                continue;
            };
            let column = |day| usize::try_from(nights(shown.earliest(), day)).unwrap_or(0);
            let (first, last) = (column(part.earliest()), column(part.latest()));
            if days.days() == 1 {
                week.days[first].singles.push(strike);
                continue;
            }
            let free = |lane: &[bool; DAYS]| lane[first..=last].iter().all(|taken| !taken);
            let lane = taken.iter().position(free).unwrap_or(taken.len());
            if lane == taken.len() {
                taken.push([false; DAYS]);
            }
            taken[lane][first..=last].fill(true);
            for day in &mut week.days[first..=last] {
                day.bars += 1;
                day.lanes = day.lanes.max(lane + 1);
            }
            week.bars.push(Bar {
                strike,
                first,
                last,
                lane,
                cut_before: days.earliest() < shown.earliest(),
                cut_after: days.latest() > shown.latest(),
            });
        }
        week.bars.sort_by_key(|bar| (bar.lane, bar.first));
    }
    weeks
}

/// Lays the strikes, each with its days, on the weeks of the grid, and counts with them those of which only the days are known:
/// `spans` are the days of all strikes, each with how many have them. Gives also how many touch the month or week itself.
#[must_use]
pub fn weeks_of_all(grid: &Grid, strikes: &[Interval], spans: &[(Interval, usize)]) -> (Vec<Week>, usize) {
    let mut weeks = weeks(grid, strikes);
    let mut laid: HashMap<Interval, usize> = HashMap::new();
    for days in strikes {
        *laid.entry(*days).or_default() += 1;
    }
    let mut touching = 0;
    for (days, count) in spans {
        if days.overlap(&grid.month()).is_some() {
            touching += count;
        }
        let others = count.saturating_sub(laid.get(days).copied().unwrap_or(0));
        add_others(grid, &mut weeks, *days, others);
    }
    (weeks, touching)
}

/// Counts `others` more strikes on each of `days` that the grid shows.
fn add_others(grid: &Grid, weeks: &mut [Week], days: Interval, others: usize) {
    if others == 0 {
        return;
    }
    for (number, week) in weeks.iter_mut().enumerate() {
        let Some(part) = days.overlap(&grid.week(number)) else {
            continue;
        };
        let column = |day| usize::try_from(nights(grid.day(number, 0), day)).unwrap_or(0);
        for day in &mut week.days[column(part.earliest())..=column(part.latest())] {
            day.others += others;
        }
    }
}

/// The room for strikes in a day's cell, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Below the day's number.
    pub height: f32,
    /// A strike on one line, with the gap below it.
    pub row: f32,
    /// A strike on two lines with its picture, with the gap below it.
    pub tall: f32,
    /// A strike on three lines with its picture, with the gap below it.
    pub roomy: f32,
}

/// How large the strikes of a day are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// On one line each.
    #[default]
    Line,
    /// On two.
    Tall,
    /// On three.
    Roomy,
}

impl Room {
    /// How many lines fit.
    #[must_use]
    pub fn rows(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window has a few hundred lines at most, and a negative height has none"
        )]
        let rows = (self.height / self.row).floor().max(0.0) as usize;
        rows
    }

    /// The height of a strike, with the gap below it.
    #[must_use]
    pub fn of(&self, size: Size) -> f32 {
        match size {
            Size::Line => self.row,
            Size::Tall => self.tall,
            Size::Roomy => self.roomy,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "only compared with what fits a window")]
    fn has(&self, size: Size, lanes: usize, singles: usize) -> bool {
        lanes as f32 * self.row + singles as f32 * self.of(size) <= self.height
    }
}

/// What of a day is shown, and where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The ranges in lanes below this number are shown.
    pub lanes: usize,
    /// How large its strikes are. On single lines they fill what the lanes leave free; larger ones stand below.
    pub size: Size,
    /// The strikes of the day alone that are shown, each with its line (or its place below the lanes).
    pub singles: Vec<(usize, usize)>,
    /// How many are not shown, which the last line says.
    pub more: usize,
}

/// What of `column` is shown when there is that much room.
#[must_use]
pub fn plan(week: &Week, column: usize, room: Room) -> Plan {
    let day = &week.days[column];
    let singles = day.singles.len();
    let large = [Size::Roomy, Size::Tall]
        .into_iter()
        .find(|size| day.others == 0 && room.has(*size, day.lanes, singles));
    if let Some(size) = large {
        return Plan {
            lanes: day.lanes,
            size,
            singles: day.singles.iter().copied().enumerate().collect(),
            more: 0,
        };
    }
    plan_lines(week, column, room)
}

/// The same with every strike on one line.
#[must_use]
pub fn plan_lines(week: &Week, column: usize, room: Room) -> Plan {
    let day = &week.days[column];
    let singles = day.singles.len();
    let rows = room.rows();
    let all_fit = day.lanes <= rows && day.strikes() <= rows;
    let (usable, lanes) = if all_fit {
        (rows, day.lanes)
    } else {
        // The last line says how many more there are; ranges leave half of the others to the exact days.
        let usable = rows.saturating_sub(1);
        let left = usable.saturating_sub(singles).max(usable.div_ceil(2));
        (usable, day.lanes.min(left))
    };
    let mut free = vec![true; usable];
    let mut bars = 0;
    let passing = week
        .bars
        .iter()
        .take_while(|bar| bar.lane < lanes)
        .filter(|bar| (bar.first..=bar.last).contains(&column));
    for bar in passing {
        free[bar.lane] = false;
        bars += 1;
    }
    let open = free
        .iter()
        .enumerate()
        .filter(|(_, free)| **free)
        .map(|(line, _)| line);
    let shown: Vec<(usize, usize)> = open.zip(day.singles.iter().copied()).collect();
    Plan {
        lanes,
        size: Size::Line,
        more: day.strikes() - bars - shown.len(),
        singles: shown,
    }
}

/// The runs of columns in which a range is shown: it is left out on a day whose lanes end above it.
pub fn runs<'a>(bar: &'a Bar, plans: &'a [Plan; DAYS]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let shown = |column: &usize| plans[*column].lanes > bar.lane;
    let mut next = bar.first;
    std::iter::from_fn(move || {
        let first = (next..=bar.last).find(shown)?;
        let last = (first..=bar.last).take_while(shown).last().unwrap_or(first);
        next = last + 1;
        Some((first, last))
    })
}

#[cfg(test)]
mod tests;
