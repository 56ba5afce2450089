//! Days in words. A date that is not known exactly is said so, never rounded to a day.

use jiff::civil::Date;

use crate::model::when::{Doubt, Edtf, Interval, MissingEnd, Precision, SetKind};
use crate::text::date::{self, Length, year};
use crate::text::{t, tf};

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
    if let Some((kind, members)) = when.members() {
        let list: Vec<String> = members.iter().map(edtf).collect();
        let key = match kind {
            SetKind::OneOf => "calendar-set-one-of",
            SetKind::All => "calendar-set-all",
        };
        return tf(key, &[("list", list.join("; ").into())]);
    }
    let base = unqualified(when);
    if let Some(doubts) = when.doubts() {
        let parts = parts_in_doubt(doubts);
        return tf(
            "calendar-parts-in-doubt",
            &[("when", base.into()), ("parts", parts.into())],
        );
    }
    match (when.is_approximate(), when.is_uncertain()) {
        (true, true) => tf("calendar-about-uncertain", &[("when", base.into())]),
        (true, false) => tf("calendar-about", &[("when", base.into())]),
        (false, true) => tf("calendar-uncertain", &[("when", base.into())]),
        (false, false) => base,
    }
}

/// A date or interval without what `?`, `~` and `%` say of it.
fn unqualified(when: &Edtf) -> String {
    let bounds = when.bounds();
    let [no_first, no_last] = when.missing_ends();
    match (bounds.earliest, bounds.latest) {
        (Some(first), Some(last)) => {
            let Ok(span) = Interval::new(first, last) else {
                return when.as_str().to_owned();
            };
            match when.precision() {
                _ if when.is_interval() => days(span),
                Precision::Day => day(first),
                Precision::Minute | Precision::Second => moment(when, first),
                Precision::Month => tf("calendar-some-day", &[("when", month(first).into())]),
                Precision::Year => tf("calendar-some-day", &[("when", year(first.year()).into())]),
                Precision::Range | Precision::Season | Precision::Decade | Precision::Century => {
                    one_of(when, span)
                }
            }
        }
        (Some(first), None) => {
            let key = match no_last {
                Some(MissingEnd::Unknown) => "calendar-from-unknown",
                Some(MissingEnd::Open) | None => "calendar-from",
            };
            tf(key, &[("day", day(first).into())])
        }
        (None, Some(last)) => {
            let key = match no_first {
                Some(MissingEnd::Unknown) => "calendar-until-unknown",
                Some(MissingEnd::Open) | None => "calendar-until",
            };
            tf(key, &[("day", day(last).into())])
        }
        (None, None) => when.as_str().to_owned(),
    }
}

/// One of the days of `span`, or one of those among them that fit.
fn one_of(when: &Edtf, span: Interval) -> String {
    if when.has_gaps() {
        return tf(
            "calendar-one-of-that-fit",
            &[("days", days(span).into()), ("text", when.as_str().into())],
        );
    }
    let said = tf("calendar-one-of", &[("days", days(span).into())]);
    match when.estimate() {
        Some(estimate) => tf(
            "calendar-estimated",
            &[("when", said.into()), ("year", year(estimate).into())],
        ),
        None => said,
    }
}

/// `year uncertain, day approximate`.
fn parts_in_doubt([year, month, day]: [Doubt; 3]) -> String {
    let parts = [
        (
            year,
            t("calendar-doubt-year-uncertain"),
            t("calendar-doubt-year-approximate"),
            t("calendar-doubt-year-both"),
        ),
        (
            month,
            t("calendar-doubt-month-uncertain"),
            t("calendar-doubt-month-approximate"),
            t("calendar-doubt-month-both"),
        ),
        (
            day,
            t("calendar-doubt-day-uncertain"),
            t("calendar-doubt-day-approximate"),
            t("calendar-doubt-day-both"),
        ),
    ];
    let said: Vec<&str> = parts
        .into_iter()
        .filter_map(
            |(doubt, uncertain, approximate, both)| match (doubt.uncertain, doubt.approximate) {
                (true, true) => Some(both),
                (true, false) => Some(uncertain),
                (false, true) => Some(approximate),
                (false, false) => None,
            },
        )
        .collect();
    said.join(", ")
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
            ("2024-08-05/", "from 5 August 2024, end not known"),
            ("/2024-08-17", "until 17 August 2024, beginning not known"),
            ("2024-08-~26", "26 August 2024 (day approximate)"),
            (
                "?2024-08-%26",
                "26 August 2024 (year uncertain, day approximate and uncertain)",
            ),
            (
                "2024-08~-26",
                "26 August 2024 (year approximate, month approximate)",
            ),
            (
                "2024-0X-05",
                "on one of the days 5 January to 5 September 2024 that fit 2024-0X-05",
            ),
            (
                "1950S2",
                "on one of the days 1 January 1900 to 31 December 1999, estimated 1950",
            ),
            ("-0043-03-15", "15 March 44 BC"),
            ("0000", "1 BC, day not known"),
            ("2024-34", "on one of the days 1 April to 30 June 2024"),
            (
                "[2024-08-05,2024-08-07~]",
                "one of these: 5 August 2024; about 7 August 2024",
            ),
            (
                "{..2024-08-05,2024-08-07..2024-08-09}",
                "all of these: on or before 5 August 2024; 7 to 9 August 2024",
            ),
        ] {
            assert_eq!(edtf(&Edtf::parse(typed).unwrap()), said);
        }
    }
}
