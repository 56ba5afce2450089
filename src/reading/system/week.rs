//! Weeks of the year in the countings that date codes use.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::model::when::Interval;

/// The days of ISO 8601 week `week` (1 to 53), Monday to Sunday; `None` when the year has no such week.
#[must_use]
pub fn iso(year: i16, week: u8) -> Option<Interval> {
    let week = i8::try_from(week).ok()?;
    let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
    Interval::day(monday).moved(0, 6)
}

/// The days of week `week` when week 1 is the one with 1 January and weeks begin on `first`.
#[must_use]
pub fn january_first(year: i16, week: u8, first: Weekday) -> Option<Interval> {
    let new_year = Date::new(year, 1, 1).ok()?;
    let back = i32::from(new_year.weekday().since(first));
    let days = (i32::from(week) - 1) * 7 - back;
    // Only a week that has a day of its year counts: 53 always has one, 54 almost never.
    (1..=53)
        .contains(&week)
        .then(|| Interval::day(new_year).moved(days, days + 6))?
}

/// All days that some maker may mean by the week: ISO, and weeks counted from 1 January that begin on a
/// Sunday or a Monday.
///
/// ```
/// use witnessmark::reading::system::week;
/// assert_eq!(week::tolerant(2023, 17).unwrap().to_string(), "2023-04-17/2023-04-30");
/// ```
#[must_use]
pub fn tolerant(year: i16, week: u8) -> Option<Interval> {
    [
        iso(year, week),
        january_first(year, week, Weekday::Sunday),
        january_first(year, week, Weekday::Monday),
    ]
    .into_iter()
    .flatten()
    .reduce(|all, one| all.hull(&one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_iso_years_have_a_week_53() {
        let long: Vec<i16> = (1980..=2026).filter(|year| iso(*year, 53).is_some()).collect();
        assert_eq!(long, [1981, 1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026]);
    }

    #[test]
    fn the_countings_differ_by_up_to_a_week() {
        let text = |days: Option<Interval>| days.unwrap().to_string();
        assert_eq!(text(iso(2023, 17)), "2023-04-24/2023-04-30");
        assert_eq!(
            text(january_first(2023, 17, Weekday::Sunday)),
            "2023-04-23/2023-04-29"
        );
        assert_eq!(
            text(january_first(2023, 17, Weekday::Monday)),
            "2023-04-17/2023-04-23"
        );
        assert_eq!(text(tolerant(2022, 53)), "2022-12-25/2023-01-01");
    }

    #[test]
    fn the_first_week_has_the_first_of_january() {
        for year in 1980..2030 {
            for first in [Weekday::Sunday, Weekday::Monday] {
                let week = january_first(year, 1, first).unwrap();
                assert!(week.contains(Date::new(year, 1, 1).unwrap()));
                assert_eq!(week.earliest().weekday(), first);
            }
        }
    }
}
