//! Dates as short as a column is: never more exact than they are known.

use jiff::civil::Date;

use crate::model::when::{Edtf, Precision};
use crate::text::{t, tf};
use crate::ui::views::calendar::words::year;

/// `18 Aug 2024`, `5–6 Aug 2024`, `Aug 2024`, `c. 26 Aug 2024`, `18 Aug 2024 ?`.
pub fn short(when: &Edtf) -> String {
    let bounds = when.bounds();
    let days = match (bounds.earliest, bounds.latest) {
        (Some(first), Some(last)) => match when.precision() {
            Precision::Month => month(first),
            Precision::Year => year(first.year()),
            _ => span(first, last),
        },
        (Some(first), None) => tf("records-from", &[("day", day(first).into())]),
        (None, Some(last)) => tf("records-until", &[("day", day(last).into())]),
        (None, None) => when.as_str().to_owned(),
    };
    let days = if when.is_approximate() {
        tf("records-about", &[("days", days.into())])
    } else {
        days
    };
    if when.is_uncertain() {
        tf("records-uncertain", &[("days", days.into())])
    } else {
        days
    }
}

fn span(first: Date, last: Date) -> String {
    let start = if first == last {
        return day(first);
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        let days = format!("{}–{}", first.day(), last.day());
        return dated(days, last);
    } else if first.year() == last.year() {
        tf(
            "records-day-month",
            &[("day", first.day().into()), ("month", month_name(first).into())],
        )
    } else {
        day(first)
    };
    format!("{start} – {}", day(last))
}

fn day(day: Date) -> String {
    dated(day.day().to_string(), day)
}

/// A day or days of the month and year of `of`.
fn dated(days: String, of: Date) -> String {
    tf(
        "records-day",
        &[
            ("day", days.into()),
            ("month", month_name(of).into()),
            ("year", year(of.year()).into()),
        ],
    )
}

fn month(day: Date) -> String {
    tf(
        "records-month",
        &[
            ("month", month_name(day).into()),
            ("year", year(day.year()).into()),
        ],
    )
}

fn month_name(day: Date) -> &'static str {
    t(match day.month() {
        1 => "records-month-1",
        2 => "records-month-2",
        3 => "records-month-3",
        4 => "records-month-4",
        5 => "records-month-5",
        6 => "records-month-6",
        7 => "records-month-7",
        8 => "records-month-8",
        9 => "records-month-9",
        10 => "records-month-10",
        11 => "records-month-11",
        _ => "records-month-12",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_short_and_no_more_exact_than_it_is_known() {
        for (typed, said) in [
            ("2024-08-18", "18 Aug 2024"),
            ("2024-08-18T03:40", "18 Aug 2024"),
            ("2024-08-05/2024-08-06", "5–6 Aug 2024"),
            ("2024-07-30/2024-08-06", "30 Jul – 6 Aug 2024"),
            ("2023-12-31/2024-01-01", "31 Dec 2023 – 1 Jan 2024"),
            ("2024-08-1X", "10–19 Aug 2024"),
            ("2024-08", "Aug 2024"),
            ("2024", "2024"),
            ("-0043-03-15", "15 Mar 44 BC"),
            ("2024-08-05/..", "from 5 Aug 2024"),
            ("../2024-08-17", "until 17 Aug 2024"),
            ("2024-08-26~", "c. 26 Aug 2024"),
            ("2024-08-26?", "26 Aug 2024 ?"),
            ("2024-08-26%", "c. 26 Aug 2024 ?"),
            ("[2024-08-05,2024-08-07]", "5–7 Aug 2024"),
            ("[2024-08-05..]", "from 5 Aug 2024"),
        ] {
            assert_eq!(short(&Edtf::parse(typed).unwrap()), said);
        }
    }
}
