//! Days as a language writes them, for people to read. Data, statements of hashes and marks stay ISO 8601.
//!
//! The words and their order are messages (`dates.ftl`): Ukrainian needs a month's name in two cases, and Korean puts
//! the year first.

use jiff::civil::{Date, Weekday};

use super::{t, tf};

/// How much room there is for the name of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// `18 August 2024`, for sentences and names.
    Full,
    /// `18 Aug 2024`, for columns.
    Short,
}

impl Length {
    fn say(self, form: &str, arguments: &[(&str, String)]) -> String {
        let arguments: Vec<_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.as_str().into()))
            .collect();
        match self {
            Self::Full => tf(&format!("date-full-{form}"), &arguments),
            Self::Short => tf(&format!("date-short-{form}"), &arguments),
        }
    }

    /// The month's name as it stands beside a day.
    fn month_beside_day(self, date: Date) -> String {
        let month = date.month();
        match self {
            Self::Full => month_in_date(date).to_owned(),
            Self::Short => t(&format!("date-month-short-{month}")).to_owned(),
        }
    }

    /// The month's name as it stands alone or before a year.
    fn month_alone(self, date: Date) -> String {
        match self {
            Self::Full => month_name(date.month()).to_owned(),
            Self::Short => self.month_beside_day(date),
        }
    }
}

/// The name of a month, 1 to 12, where it stands alone.
#[must_use]
pub fn month_name(month: i8) -> &'static str {
    t(&format!("date-month-{month}"))
}

/// The name of a day's month as it stands within a date or a sentence about that month.
#[must_use]
pub fn month_in_date(date: Date) -> &'static str {
    t(&format!("date-month-in-date-{}", date.month()))
}

/// The name of a day of the week.
#[must_use]
pub fn weekday_name(day: Weekday) -> &'static str {
    t(&format!("date-weekday-{}", day.to_monday_one_offset()))
}

/// The same, short.
#[must_use]
pub fn weekday_short(day: Weekday) -> &'static str {
    t(&format!("date-weekday-short-{}", day.to_monday_one_offset()))
}

/// `2024`, and `44 BC` for -43: the year before 1 is 0.
#[must_use]
pub fn year(year: i16) -> String {
    if year > 0 {
        return year.to_string();
    }
    let before = (1 - i32::from(year)).to_string();
    tf("date-year-bc", &[("year", before.into())])
}

/// A day: `18 August 2024`.
#[must_use]
pub fn day(date: Date, length: Length) -> String {
    length.say(
        "day",
        &[
            ("day", date.day().to_string()),
            ("month", length.month_beside_day(date)),
            ("year", year(date.year())),
        ],
    )
}

/// A day of a year that is known: `18 August`.
#[must_use]
pub fn day_of_year(date: Date) -> String {
    tf(
        "date-full-day-month",
        &[
            ("day", date.day().to_string().into()),
            ("month", month_in_date(date).into()),
        ],
    )
}

/// A day's month: `August 2024`.
#[must_use]
pub fn month(date: Date, length: Length) -> String {
    length.say(
        "month",
        &[("month", length.month_alone(date)), ("year", year(date.year()))],
    )
}

/// From one day to another: `5 to 6 August 2024`, `30 July to 6 August 2024`.
#[must_use]
pub fn days(first: Date, last: Date, length: Length) -> String {
    if first == last {
        return day(first, length);
    }
    if first.year() != last.year() {
        return length.say(
            "days",
            &[("first", day(first, length)), ("last", day(last, length))],
        );
    }
    let within_year = [
        ("first", first.day().to_string()),
        ("last", last.day().to_string()),
        ("month", length.month_beside_day(last)),
        ("year", year(last.year())),
        ("earlier", length.month_beside_day(first)),
    ];
    if first.month() == last.month() {
        length.say("days-of-month", &within_year)
    } else {
        length.say("days-of-year", &within_year)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_long_or_short() {
        let sunday = date(2024, 8, 18);
        assert_eq!(day(sunday, Length::Full), "18 August 2024");
        assert_eq!(day(sunday, Length::Short), "18 Aug 2024");
        assert_eq!(day_of_year(sunday), "18 August");
        assert_eq!(month(sunday, Length::Full), "August 2024");
        assert_eq!(month(sunday, Length::Short), "Aug 2024");
        assert_eq!(weekday_name(sunday.weekday()), "Sunday");
        assert_eq!(weekday_short(sunday.weekday()), "Su");
        assert_eq!(month_in_date(sunday), "August");
    }

    #[test]
    fn what_two_days_share_is_said_once() {
        let last = date(2024, 8, 6);
        for (first, full, short) in [
            (last, "6 August 2024", "6 Aug 2024"),
            (date(2024, 8, 5), "5 to 6 August 2024", "5–6 Aug 2024"),
            (
                date(2024, 7, 30),
                "30 July to 6 August 2024",
                "30 Jul – 6 Aug 2024",
            ),
            (
                date(2023, 12, 31),
                "31 December 2023 to 6 August 2024",
                "31 Dec 2023 – 6 Aug 2024",
            ),
        ] {
            assert_eq!(days(first, last, Length::Full), full);
            assert_eq!(days(first, last, Length::Short), short);
        }
    }
}
