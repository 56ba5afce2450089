//! Whole days from an earliest to a latest, both included: what every date in a case is in the end.

use std::fmt;

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::tf;

/// Days from `earliest` to `latest`, both included, in the proleptic Gregorian calendar.
///
/// ```
/// use jiff::civil::date;
/// use witnessmark::model::when::Interval;
///
/// let august = Interval::month(2024, 8).unwrap();
/// assert_eq!(august.days(), 31);
/// assert!(august.contains(date(2024, 8, 18)));
/// assert_eq!(august.to_string(), "2024-08-01/2024-08-31");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Interval {
    earliest: Date,
    latest: Date,
}

/// The two ends as they stand in a file, before they are checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    earliest: Date,
    latest: Date,
}

impl TryFrom<Ends> for Interval {
    type Error = IntervalError;

    fn try_from(ends: Ends) -> Result<Self, IntervalError> {
        Self::new(ends.earliest, ends.latest)
    }
}

/// Why two dates are no interval.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IntervalError {
    /// The first day is later than the last one.
    #[error("{}", tf("reading-interval-backwards", &[
        ("earliest", earliest.to_string().into()),
        ("latest", latest.to_string().into()),
    ]))]
    Backwards {
        /// What was given as the first day.
        earliest: Date,
        /// What was given as the last day.
        latest: Date,
    },
}

impl Interval {
    /// The days from `earliest` to `latest`.
    ///
    /// # Errors
    /// When `earliest` is later than `latest`.
    pub fn new(earliest: Date, latest: Date) -> Result<Self, IntervalError> {
        if earliest > latest {
            return Err(IntervalError::Backwards { earliest, latest });
        }
        Ok(Self { earliest, latest })
    }

    /// One day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self {
            earliest: day,
            latest: day,
        }
    }

    /// A month of a Gregorian year; `None` when there is no such month (1 to 12) or year (-9999 to 9999).
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self {
            earliest: first,
            latest: first.last_of_month(),
        })
    }

    /// A Gregorian year; `None` when it is outside -9999 to 9999.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok()?;
        Some(Self {
            earliest: first,
            latest: first.last_of_year(),
        })
    }

    /// The first day.
    #[must_use]
    pub const fn earliest(&self) -> Date {
        self.earliest
    }

    /// The last day.
    #[must_use]
    pub const fn latest(&self) -> Date {
        self.latest
    }

    /// How many days it has, 1 or more.
    #[must_use]
    pub fn days(&self) -> u32 {
        nights(self.earliest, self.latest).unsigned_abs() + 1
    }

    /// Whether `day` is one of its days.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.earliest <= day && day <= self.latest
    }

    /// The days that are in both, if there are any.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        Self::new(self.earliest.max(other.earliest), self.latest.min(other.latest)).ok()
    }

    /// The shortest interval that has the days of both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        Self {
            earliest: self.earliest.min(other.earliest),
            latest: self.latest.max(other.latest),
        }
    }

    /// The part up to `limit`; `None` when all of it is later.
    #[must_use]
    pub fn until(&self, limit: Date) -> Option<Self> {
        Self::new(self.earliest, self.latest.min(limit)).ok()
    }

    /// The interval with its first day moved by `before` days and its last by `after`; ends that would
    /// leave the calendar stay at its limit. `None` when they would change places.
    #[must_use]
    pub fn moved(&self, before: i32, after: i32) -> Option<Self> {
        let by = |day: Date, days: i32| day.saturating_add(SignedDuration::from_hours(i64::from(days) * 24));
        Self::new(by(self.earliest, before), by(self.latest, after)).ok()
    }
}

/// The number of nights from `from` to `to`: 0 on the same day, negative when `to` is earlier.
#[must_use]
pub fn nights(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

impl fmt::Display for Interval {
    /// As EDTF: `2024-08-05`, or `2024-08-05/2024-08-06`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.earliest == self.latest {
            write!(f, "{}", Written(self.earliest))
        } else {
            write!(f, "{}/{}", Written(self.earliest), Written(self.latest))
        }
    }
}

/// A date as EDTF writes it: a year before 0000 has four digits as well, where `Date` itself prints six.
struct Written(Date);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0.year() < 0 { "-" } else { "" };
        let (year, month, day) = (self.0.year().unsigned_abs(), self.0.month(), self.0.day());
        write!(f, "{sign}{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn any_date() -> impl Strategy<Value = Date> {
        (1900_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d))
    }

    fn any_interval() -> impl Strategy<Value = Interval> {
        (any_date(), any_date()).prop_map(|(a, b)| Interval::new(a.min(b), a.max(b)).unwrap())
    }

    #[test]
    fn ends_in_the_wrong_order_are_refused_also_from_a_file() {
        assert!(Interval::new(date(2024, 8, 6), date(2024, 8, 5)).is_err());
        let file = r#"{"earliest":"2024-08-06","latest":"2024-08-05"}"#;
        assert!(serde_json::from_str::<Interval>(file).is_err());
    }

    #[test]
    fn a_file_holds_two_iso_dates() {
        let days = Interval::new(date(2024, 8, 5), date(2024, 8, 6)).unwrap();
        let json = serde_json::to_string(&days).unwrap();
        assert_eq!(json, r#"{"earliest":"2024-08-05","latest":"2024-08-06"}"#);
        assert_eq!(serde_json::from_str::<Interval>(&json).unwrap(), days);
    }

    #[test]
    fn years_and_months_are_whole() {
        assert_eq!(Interval::year(2024).unwrap().days(), 366);
        assert_eq!(Interval::month(2023, 2).unwrap().latest(), date(2023, 2, 28));
        assert_eq!(Interval::month(2023, 13), None);
    }

    #[test]
    fn a_year_before_the_first_is_written_with_four_digits() {
        let ides = Interval::new(date(-43, 3, 15), date(0, 1, 1)).unwrap();
        assert_eq!(ides.to_string(), "-0043-03-15/0000-01-01");
    }

    #[test]
    fn days_across_a_long_time_are_counted_one_by_one() {
        let long = Interval::new(date(1993, 12, 31), date(2014, 6, 1)).unwrap();
        assert_eq!(nights(long.earliest(), long.latest()), 7457);
    }

    proptest! {
        #[test]
        fn the_overlap_has_exactly_the_common_days(a in any_interval(), b in any_interval(), day in any_date()) {
            let both = a.contains(day) && b.contains(day);
            prop_assert_eq!(a.overlap(&b).is_some_and(|c| c.contains(day)), both);
            prop_assert_eq!(a.overlap(&b), b.overlap(&a));
        }

        #[test]
        fn the_hull_has_the_days_of_both(a in any_interval(), b in any_interval()) {
            let hull = a.hull(&b);
            prop_assert_eq!(hull.overlap(&a), Some(a));
            prop_assert_eq!(hull.overlap(&b), Some(b));
            prop_assert!(hull.days() >= a.days().max(b.days()));
        }

        #[test]
        fn what_lies_until_a_day_has_no_later_day(a in any_interval(), limit in any_date()) {
            match a.until(limit) {
                Some(cut) => prop_assert!(cut.latest() <= limit && cut.earliest() == a.earliest()),
                None => prop_assert!(a.earliest() > limit),
            }
        }

        #[test]
        fn files_give_back_what_they_got(a in any_interval()) {
            let json = serde_json::to_string(&a).unwrap();
            prop_assert_eq!(serde_json::from_str::<Interval>(&json).unwrap(), a);
        }
    }
}
