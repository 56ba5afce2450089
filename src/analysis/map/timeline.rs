//! How many strikes each day, month or year has. A strike whose days are not known exactly counts on each that it may have
//! been on: it is never put on one of them.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::when::Interval;

/// How long a bar of the timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// A day.
    Day,
    /// A month.
    #[default]
    Month,
    /// A year.
    Year,
}

/// A bar: some days, and how many strikes may have been on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Its days.
    pub days: Interval,
    /// How many strikes touch them.
    pub strikes: u32,
}

/// The bars from the first strike to the last, without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// How long each is.
    pub step: Step,
    /// In their order.
    pub bars: Vec<Bar>,
}

/// No more days than this are bars of their own.
const MOST_DAYS: u32 = 70;
/// No more months than this.
const MOST_MONTHS: u32 = 240;

impl Step {
    /// The step for so many days in all.
    fn of(days: u32) -> Self {
        match days {
            ..=MOST_DAYS => Self::Day,
            days if days / 30 <= MOST_MONTHS => Self::Month,
            _ => Self::Year,
        }
    }

    /// The days of the step in which `day` lies.
    #[must_use]
    pub fn around(self, day: Date) -> Interval {
        let (first, last) = match self {
            Self::Day => (day, day),
            Self::Month => (day.first_of_month(), day.last_of_month()),
            Self::Year => (day.first_of_year(), day.last_of_year()),
        };
        Interval::new(first, last).unwrap_or_else(|_| Interval::day(day))
    }

    /// The same day so many steps on; where dates end, the day itself.
    #[must_use]
    pub fn moved(self, day: Date, steps: i32) -> Date {
        let moved = match self {
            Self::Day => day.checked_add(steps.days()),
            Self::Month => day.checked_add(steps.months()),
            Self::Year => day.checked_add(steps.years()),
        };
        moved.unwrap_or(day)
    }
}

impl Timeline {
    /// The bars of strikes with these days, which may be none.
    #[must_use]
    pub fn new(strikes: impl IntoIterator<Item = Interval> + Clone) -> Self {
        let Some(all) = strikes.clone().into_iter().reduce(|all, days| all.hull(&days)) else {
            return Self::default();
        };
        let step = Step::of(all.days());
        let mut bars = Vec::new();
        let mut next = Some(all.earliest());
        while let Some(day) = next.filter(|day| *day <= all.latest()) {
            let days = step.around(day);
            bars.push(Bar { days, strikes: 0 });
            next = days.latest().tomorrow().ok();
        }
        // Where the count rises and where it falls again.
        let mut changes = vec![0i64; bars.len() + 1];
        let place = |day: Date| bars.partition_point(|bar| bar.days.latest() < day);
        for days in strikes {
            changes[place(days.earliest())] += 1;
            changes[place(days.latest()) + 1] -= 1;
        }
        let mut count = 0;
        for (bar, change) in bars.iter_mut().zip(changes) {
            count += change;
            bar.strikes = u32::try_from(count).unwrap_or(0);
        }
        Self { step, bars }
    }

    /// From the first bar's first day to the last one's last.
    #[must_use]
    pub fn whole(&self) -> Option<Interval> {
        let (first, last) = (self.bars.first()?, self.bars.last()?);
        Some(first.days.hull(&last.days))
    }

    /// The place of the bar that holds `day`, or of the nearest one.
    #[must_use]
    pub fn place(&self, day: Date) -> usize {
        let place = self.bars.partition_point(|bar| bar.days.latest() < day);
        place.min(self.bars.len().saturating_sub(1))
    }

    /// `window` moved by so many bars, as long as it was, within what there is.
    #[must_use]
    pub fn moved(&self, window: Interval, bars: i32) -> Interval {
        let (first, last) = (self.place(window.earliest()), self.place(window.latest()));
        let most = self.bars.len().saturating_sub(1 + last);
        let by = bars.clamp(-(first as i32), most as i32);
        self.from_to((first as i32 + by) as usize, (last as i32 + by) as usize)
            .unwrap_or(window)
    }

    /// The days from one bar to another, whichever comes first.
    #[must_use]
    pub fn from_to(&self, one: usize, other: usize) -> Option<Interval> {
        let (one, other) = (self.bars.get(one)?, self.bars.get(other)?);
        Some(one.days.hull(&other.days))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn days(first: Date, last: Date) -> Interval {
        Interval::new(first, last).unwrap()
    }

    #[test]
    fn a_strike_counts_in_each_month_that_it_may_have_been_in() {
        let strikes = [
            Interval::day(date(2024, 1, 5)),
            days(date(2024, 2, 20), date(2024, 4, 1)),
            Interval::day(date(2024, 4, 30)),
        ];
        let line = Timeline::new(strikes);
        assert_eq!(line.step, Step::Month);
        let counts: Vec<u32> = line.bars.iter().map(|bar| bar.strikes).collect();
        assert_eq!(counts, [1, 1, 1, 2]);
        assert_eq!(line.whole(), Some(days(date(2024, 1, 1), date(2024, 4, 30))));
    }

    #[test]
    fn a_few_weeks_are_days_and_a_century_is_years() {
        let line = Timeline::new([days(date(2024, 7, 30), date(2024, 8, 18))]);
        assert_eq!((line.step, line.bars.len()), (Step::Day, 20));
        let line = Timeline::new([days(date(1900, 1, 1), date(1999, 12, 31))]);
        assert_eq!((line.step, line.bars.len()), (Step::Year, 100));
        assert_eq!(Timeline::new([]), Timeline::default());
    }

    #[test]
    fn a_window_that_is_moved_stays_as_long_and_within_what_there_is() {
        let line = Timeline::new([days(date(2024, 1, 1), date(2024, 12, 31))]);
        let window = days(date(2024, 3, 1), date(2024, 4, 30));
        assert_eq!(line.moved(window, 1), days(date(2024, 4, 1), date(2024, 5, 31)));
        assert_eq!(line.moved(window, -9), days(date(2024, 1, 1), date(2024, 2, 29)));
        assert_eq!(
            line.moved(window, 99),
            days(date(2024, 11, 1), date(2024, 12, 31))
        );
    }

    proptest! {
        #[test]
        fn each_bar_counts_the_strikes_that_touch_it(
            strikes in prop::collection::vec((0i32..2000, 0i32..200), 1..40),
        ) {
            let first = date(2020, 1, 1);
            let strikes: Vec<Interval> = strikes
                .into_iter()
                .map(|(from, more)| {
                    days(first.saturating_add(from.days()), first.saturating_add((from + more).days()))
                })
                .collect();
            let line = Timeline::new(strikes.iter().copied());
            for bar in &line.bars {
                let touching = strikes.iter().filter(|days| days.overlap(&bar.days).is_some()).count();
                prop_assert_eq!(bar.strikes as usize, touching);
            }
        }
    }
}
