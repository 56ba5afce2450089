//! The scale of a timeline: which days are in view, where a day lies, and the marks of its axis, in years, quarters, months,
//! weeks or days as there is room for.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan as _};

use crate::model::when::{Interval, nights};
use crate::text::date::{self, Length};
use crate::text::tf;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The fewest days that are shown.
const FEWEST: f64 = 5.0;
/// The fewest days around what is fitted in.
const FITTED: f64 = 20.0;
/// So much of what is fitted in is left free at each side.
const MARGIN: f64 = 0.06;

/// The day as a number, from 1970-01-01 on.
#[must_use]
pub fn number(day: Date) -> f64 {
    f64::from(nights(EPOCH, day))
}

/// The day in which a moment lies; `None` outside the calendar.
#[must_use]
pub fn day_at(number: f64) -> Option<Date> {
    let days = number.floor();
    // As much as the calendar has, so that the number is exact.
    if !(-5_000_000.0..5_000_000.0).contains(&days) {
        return None;
    }
    EPOCH.checked_add(Span::new().try_days(days as i64).ok()?).ok()
}

/// The days in view, in days from 1970-01-01 on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
}

/// How far apart the marks of an axis are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many years.
    Years(i16),
    /// A quarter of a year.
    Quarter,
    /// A month.
    Month,
    /// A week, from Monday on.
    Week,
    /// A day.
    Day,
}

/// From the finest to the coarsest.
const STEPS: [Step; 17] = [
    Step::Day,
    Step::Week,
    Step::Month,
    Step::Quarter,
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(2000),
    Step::Years(5000),
    Step::Years(10_000),
];

impl Step {
    /// The fewest days between two marks.
    fn days(self) -> f64 {
        match self {
            Self::Years(years) => 365.0 * f64::from(years),
            Self::Quarter => 90.0,
            Self::Month => 28.0,
            Self::Week => 7.0,
            Self::Day => 1.0,
        }
    }

    /// The first mark on `day` or after it.
    fn from(self, day: Date) -> Option<Date> {
        let first = match self {
            Self::Day => day,
            Self::Week => match day.weekday() {
                Weekday::Monday => day,
                other => {
                    let on = 7 - i32::from(other.to_monday_zero_offset());
                    day.checked_add(on.days()).ok()?
                }
            },
            Self::Month => day.first_of_month(),
            Self::Quarter => Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok()?,
            Self::Years(years) => {
                // A calendar that begins in the middle of a step has its first mark in the next one.
                let year = day.year().div_euclid(years).checked_mul(years)?;
                match Date::new(year, 1, 1) {
                    Ok(first) => first,
                    Err(_) => Date::new(year.checked_add(years)?, 1, 1).ok()?,
                }
            }
        };
        if first < day {
            self.next(first)
        } else {
            Some(first)
        }
    }

    /// The mark after `day`, itself one.
    fn next(self, day: Date) -> Option<Date> {
        let step = match self {
            Self::Years(years) => i32::from(years).years(),
            Self::Quarter => 3.months(),
            Self::Month => 1.month(),
            Self::Week => 7.days(),
            Self::Day => 1.day(),
        };
        day.checked_add(step).ok()
    }

    /// What is written at a mark. Two marks of one step are never written alike.
    fn label(self, day: Date) -> String {
        match self {
            Self::Years(_) => date::year(day.year()),
            Self::Quarter => tf(
                "timeline-quarter",
                &[
                    ("quarter", ((day.month() - 1) / 3 + 1).into()),
                    ("year", date::year(day.year()).into()),
                ],
            ),
            Self::Month => date::month(day, Length::Short),
            Self::Week | Self::Day => date::day(day, Length::Short),
        }
    }
}

/// A mark of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The day at whose beginning it stands.
    pub day: Date,
    /// Where: 0 at the first day in view, 1 at the end of the last one.
    pub at: f64,
    /// What is written there; empty for a mark between two that are named.
    pub label: String,
}

impl Scale {
    /// All of `days`, with room around them.
    #[must_use]
    pub fn of(days: Interval) -> Self {
        let (from, to) = (number(days.earliest()), number(days.latest()) + 1.0);
        let around = ((to - from) * MARGIN).max((FITTED - (to - from)) / 2.0).max(1.0);
        Self::between(from - around, to + around)
    }

    /// From one moment to another, kept within the calendar and not too near.
    fn between(from: f64, to: f64) -> Self {
        let (lowest, highest) = (number(Date::MIN), number(Date::MAX) + 1.0);
        let length = (to - from).clamp(FEWEST, highest - lowest);
        let middle = f64::midpoint(from, to);
        let from = (middle - length / 2.0).clamp(lowest, highest - length);
        Self {
            from,
            to: from + length,
        }
    }

    /// How many days are in view.
    #[must_use]
    pub fn days(&self) -> f64 {
        self.to - self.from
    }

    /// Where a moment lies: 0 at the left end, 1 at the right one.
    #[must_use]
    pub fn at(&self, number: f64) -> f64 {
        (number - self.from) / self.days()
    }

    /// The moment that lies there.
    #[must_use]
    pub fn number_at(&self, part: f64) -> f64 {
        self.from + part * self.days()
    }

    /// Seen from so much nearer (more than 1) or farther, while what lies at `about` stays there.
    #[must_use]
    pub fn zoomed(&self, nearer: f64, about: f64) -> Self {
        let longest = number(Date::MAX) + 1.0 - number(Date::MIN);
        let length = (self.days() / nearer.max(f64::MIN_POSITIVE)).clamp(FEWEST, longest);
        let fixed = self.number_at(about);
        Self::between(fixed - about * length, fixed + (1.0 - about) * length)
    }

    /// Moved by so much of what is in view.
    #[must_use]
    pub fn moved(&self, by: f64) -> Self {
        let by = by * self.days();
        Self::between(self.from + by, self.to + by)
    }

    /// The step of an axis of which each label has `room` of the whole width.
    #[must_use]
    pub fn step(&self, room: f64) -> Step {
        let fits = |step: &Step| step.days() >= room * self.days();
        STEPS.into_iter().find(fits).unwrap_or(Step::Years(10_000))
    }

    /// The marks of that axis in their order, with what is written there. At most `1 / room + 2`.
    #[must_use]
    pub fn ticks(&self, room: f64) -> Vec<Tick> {
        let step = self.step(room);
        let mut ticks = self.marks(step);
        for tick in &mut ticks {
            tick.label = step.label(tick.day);
        }
        ticks
    }

    /// The marks between these, of the next finer step, where they have `room` of the whole width.
    #[must_use]
    pub fn finer(&self, named: Step, room: f64) -> Vec<Tick> {
        let place = STEPS.iter().position(|step| *step == named);
        let finer = place.and_then(|place| STEPS.get(place.checked_sub(1)?));
        match finer {
            Some(finer) if finer.days() >= room * self.days() => self.marks(*finer),
            _ => Vec::new(),
        }
    }

    fn marks(&self, step: Step) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut next = day_at(self.from.ceil()).and_then(|day| step.from(day));
        while let Some(day) = next.filter(|day| number(*day) <= self.to) {
            ticks.push(Tick {
                day,
                at: self.at(number(day)),
                label: String::new(),
            });
            next = step.next(day);
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn labels(first: Date, last: Date) -> Vec<String> {
        let scale = Scale::of(Interval::new(first, last).unwrap());
        scale.ticks(0.15).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn the_axis_speaks_as_finely_as_there_is_room() {
        assert!(labels(date(2024, 8, 18), date(2024, 8, 18)).contains(&"19 Aug 2024".to_owned()));
        assert!(labels(date(2024, 7, 1), date(2024, 11, 30)).contains(&"Aug 2024".to_owned()));
        assert!(labels(date(2023, 9, 1), date(2024, 11, 30)).contains(&"Q1 2024".to_owned()));
        assert!(labels(date(2020, 6, 1), date(2024, 11, 30)).contains(&"2024".to_owned()));
        assert!(labels(date(1950, 1, 1), date(2024, 11, 30)).contains(&"2000".to_owned()));
    }

    #[test]
    fn one_day_is_in_the_middle_of_some() {
        let scale = Scale::of(Interval::day(date(2024, 8, 18)));
        assert!(scale.days() >= FITTED);
        let middle = scale.at(number(date(2024, 8, 18)) + 0.5);
        assert!((middle - 0.5).abs() < 1e-9, "{middle}");
    }

    #[test]
    fn the_whole_calendar_is_the_most_that_is_in_view() {
        let all = Scale::of(Interval::new(Date::MIN, Date::MAX).unwrap());
        assert_eq!(all, all.zoomed(0.1, 0.3));
        assert_eq!(all, all.moved(0.5));
        assert!(!all.ticks(0.1).is_empty());
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (-9999_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    /// Short and long spans alike.
    fn any_scale() -> impl Strategy<Value = Scale> {
        (any_day(), 0_u32..22, -0.5_f64..0.5).prop_map(|(day, power, by)| {
            let days = 2_f64.powi(power as i32);
            Scale::between(number(day), number(day) + days).moved(by)
        })
    }

    proptest! {
        #[test]
        fn marks_are_in_order_in_view_and_named_apart(scale in any_scale(), room in 0.04_f64..0.4) {
            let ticks = scale.ticks(room);
            prop_assert!(ticks.len() as f64 <= 1.0 / room + 2.0, "{}", ticks.len());
            for pair in ticks.windows(2) {
                prop_assert!(pair[0].day < pair[1].day && pair[0].at < pair[1].at);
                prop_assert!(pair[1].at - pair[0].at >= room * 0.999);
            }
            let mut labels: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
            prop_assert!(labels.iter().all(|label| !label.is_empty()));
            labels.sort_unstable();
            labels.dedup();
            prop_assert_eq!(labels.len(), ticks.len());
            let finer = scale.finer(scale.step(room), room / 10.0);
            for tick in ticks.iter().chain(&finer) {
                prop_assert!((-1e-9..=1.0 + 1e-9).contains(&tick.at), "{}", tick.at);
            }
        }

        #[test]
        fn a_place_and_its_moment_are_the_same(scale in any_scale(), part in 0.0_f64..1.0) {
            prop_assert!((scale.at(scale.number_at(part)) - part).abs() < 1e-6);
        }

        #[test]
        fn what_is_zoomed_about_stays_where_it_is(scale in any_scale(), nearer in 0.5_f64..2.0, about in 0.0_f64..1.0) {
            let zoomed = scale.zoomed(nearer, about);
            prop_assert!(zoomed.days() >= FEWEST * 0.999);
            let is_free = zoomed.from > number(Date::MIN) + 1.0 && zoomed.to < number(Date::MAX);
            if is_free {
                let moved = zoomed.number_at(about) - scale.number_at(about);
                prop_assert!(moved.abs() < 1e-3, "{moved}");
            }
        }

        #[test]
        fn a_day_and_its_number_are_the_same(day in any_day()) {
            prop_assert_eq!(day_at(number(day) + 0.75), Some(day));
        }
    }
}
