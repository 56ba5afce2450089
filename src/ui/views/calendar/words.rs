//! Days in words. A date that is not known exactly is said so, never rounded to a day.

use jiff::civil::Date;

use crate::model::when::{Edtf, Interval, Precision};
use crate::text::date::{self, Length};
use crate::text::tf;

/// `18 August 2024`.
pub fn day(day: Date) -> String {
    date::day(day, Length::Full)
}

/// `Sunday, 18 August 2024`.
pub fn weekday_and_day(on: Date) -> String {
    tf(
        "calendar-weekday-day",
        &[
            ("weekday", date::weekday_name(on.weekday()).into()),
            ("day", day(on).into()),
        ],
    )
}

/// `August 2024`.
pub fn month(of: Date) -> String {
    date::month(of, Length::Full)
}

/// `5 to 6 August 2024`.
pub fn days(days: Interval) -> String {
    date::days(days.earliest(), days.latest(), Length::Full)
}

/// What an EDTF expression says.
pub fn edtf(when: &Edtf) -> String {
    let bounds = when.bounds();
    let is_interval = when.as_str().contains('/');
    let base = match (bounds.earliest, bounds.latest) {
        (Some(first), Some(last)) => {
            let Ok(span) = Interval::new(first, last) else {
                return when.as_str().to_owned();
            };
            match when.precision() {
                _ if is_interval => days(span),
                Precision::Day => day(first),
                Precision::Minute | Precision::Second => moment(when, first),
                Precision::Month => tf("calendar-some-day", &[("when", month(first).into())]),
                Precision::Year => tf("calendar-some-day", &[("when", first.year().to_string().into())]),
                Precision::Range | Precision::Season | Precision::Decade | Precision::Century => {
                    tf("calendar-one-of", &[("days", days(span).into())])
                }
            }
        }
        (Some(first), None) => tf("calendar-from", &[("day", day(first).into())]),
        (None, Some(last)) => tf("calendar-until", &[("day", day(last).into())]),
        (None, None) => when.as_str().to_owned(),
    };
    match (when.is_approximate(), when.is_uncertain()) {
        (true, true) => tf("calendar-about-uncertain", &[("when", base.into())]),
        (true, false) => tf("calendar-about", &[("when", base.into())]),
        (false, true) => tf("calendar-uncertain", &[("when", base.into())]),
        (false, false) => base,
    }
}

fn moment(when: &Edtf, on: Date) -> String {
    let Some(time) = when.time() else { return day(on) };
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    let key = if when.is_utc() {
        "calendar-moment-utc"
    } else {
        "calendar-moment"
    };
    tf(key, &[("day", day(on).into()), ("time", clock.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_as_exactly_as_it_is_known() {
        for (typed, said) in [
            ("2024-08-18", "18 August 2024"),
            ("2024-08-18T03:40", "18 August 2024, 03:40"),
            ("2024-08-18T03:40Z", "18 August 2024, 03:40 UTC"),
            ("2024-08-05/2024-08-06", "5 to 6 August 2024"),
            ("2024-07-30/2024-08-06", "30 July to 6 August 2024"),
            ("2023-12-31/2024-01-01", "31 December 2023 to 1 January 2024"),
            ("2024-08-05/..", "on or after 5 August 2024"),
            ("../2024-08-17", "on or before 17 August 2024"),
            ("2024-08-1X", "on one of the days 10 to 19 August 2024"),
            ("2024-08", "August 2024, day not known"),
            ("2024", "2024, day not known"),
            ("2024-08-26~", "about 26 August 2024"),
            ("2024-08-26?", "26 August 2024 (uncertain)"),
            ("2024-08-26%", "about 26 August 2024 (uncertain)"),
        ] {
            assert_eq!(edtf(&Edtf::parse(typed).unwrap()), said);
        }
    }
}
