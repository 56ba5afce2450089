//! Moving a date by whole days. What is written keeps its form: qualifiers, times of day and both ends of an interval.
//!
//! Only a date that is known to the day can be moved: `2024-08` moved by three days would be half of August and three
//! days of September, which no EDTF expression says without saying more or less than the first one did.

use jiff::ToSpan as _;

use super::{Edtf, Precision};
use crate::text::t;

/// Why a date can't be moved by days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotMove {
    /// A day in it is not known: `2024-08`, `2024-08-1X`, a season.
    #[error("{}", t("date-not-moved-no-day"))]
    NoDay,
    /// Its year, month and day are qualified each in its own way, and the move leads into another month.
    #[error("{}", t("date-not-moved-parts"))]
    PartsInDoubt,
    /// It has a leap second, which other days lack.
    #[error("{}", t("date-not-moved-leap-second"))]
    LeapSecond,
    /// It would leave the years that dates are kept in.
    #[error("{}", t("date-not-moved-too-far"))]
    TooFar,
}

impl Edtf {
    /// The same expression, `days` later (earlier when negative).
    ///
    /// ```
    /// use witnessmark::model::when::Edtf;
    ///
    /// let night = Edtf::parse("2024-08-05/2024-08-06~").unwrap();
    /// assert_eq!(night.moved(13).unwrap().as_str(), "2024-08-18/2024-08-19~");
    /// assert!(Edtf::parse("2024-08").unwrap().moved(1).is_err());
    /// ```
    ///
    /// # Errors
    /// When a day in it is not known, when the moved expression would say more or less than this one, or where the
    /// years end.
    pub fn moved(&self, days: i32) -> Result<Self, CannotMove> {
        let text = expression(self.as_str(), days)?;
        Self::parse(&text).map_err(|_| CannotMove::TooFar)
    }
}

/// A set, an interval or a date.
fn expression(text: &str, days: i32) -> Result<String, CannotMove> {
    for (open, close) in [('[', ']'), ('{', '}')] {
        let inner = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(inner) = inner {
            let members = inner.split(',').map(|member| between(member, "..", days));
            let members: Vec<String> = members.collect::<Result<_, _>>()?;
            return Ok(format!("{open}{}{close}", members.join(",")));
        }
    }
    between(text, "/", days)
}

/// Two ends with `sign` between them, or one date.
fn between(text: &str, sign: &str, days: i32) -> Result<String, CannotMove> {
    match text.split_once(sign) {
        Some((first, last)) => Ok(format!("{}{sign}{}", end(first, days)?, end(last, days)?)),
        None => point(text, days),
    }
}

/// An end that is open or not known stays so.
fn end(text: &str, days: i32) -> Result<String, CannotMove> {
    match text.trim() {
        "" | ".." => Ok(text.to_owned()),
        _ => point(text, days),
    }
}

/// One date, or date and time.
fn point(text: &str, days: i32) -> Result<String, CannotMove> {
    let when = Edtf::parse(text).map_err(|_| CannotMove::NoDay)?;
    let (date, time) = text.split_at(text.find('T').unwrap_or(text.len()));
    if time.contains(":60") {
        return Err(CannotMove::LeapSecond);
    }
    let digits = date.bytes().filter(u8::is_ascii_digit).count();
    let to_the_day = matches!(
        when.precision(),
        Precision::Day | Precision::Minute | Precision::Second
    );
    // `2024-06-3X` can only be one day, but moved it would state a digit that nobody read.
    let day = when
        .bounds()
        .earliest
        .filter(|_| to_the_day && digits == 8 && !date.contains('X'))
        .ok_or(CannotMove::NoDay)?;
    let there = day.checked_add(days.days()).map_err(|_| CannotMove::TooFar)?;
    if (there.year() < 0) != (day.year() < 0) {
        return Err(CannotMove::TooFar);
    }
    // The month that was said to be uncertain, or to be certain, would be another one.
    if when.doubts().is_some() && there.first_of_month() != day.first_of_month() {
        return Err(CannotMove::PartsInDoubt);
    }
    let digits = format!(
        "{:04}{:02}{:02}",
        there.year().unsigned_abs(),
        there.month(),
        there.day()
    );
    let mut digits = digits.chars();
    let moved: String = date
        .chars()
        .map(|sign| {
            if sign.is_ascii_digit() {
                digits.next().unwrap_or(sign)
            } else {
                sign
            }
        })
        .collect();
    Ok(moved + time)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use proptest::prelude::*;

    use super::*;
    use crate::model::when::nights;

    fn moved(text: &str, days: i32) -> Result<String, CannotMove> {
        Ok(Edtf::parse(text).unwrap().moved(days)?.to_string())
    }

    #[test]
    fn a_date_that_is_known_to_the_day_moves_and_keeps_its_form() {
        for (before, days, after) in [
            ("2024-08-18", 2, "2024-08-20"),
            ("2024-08-18", -18, "2024-07-31"),
            ("2024-02-28", 1, "2024-02-29"),
            ("2024-12-31~", 1, "2025-01-01~"),
            ("2024-08-26%", 7, "2024-09-02%"),
            ("2024-08-18T03:40", 1, "2024-08-19T03:40"),
            ("2024-08-18T03:40:10+03:00", 14, "2024-09-01T03:40:10+03:00"),
            ("2024-08-05/2024-08-06", 26, "2024-08-31/2024-09-01"),
            ("2024-08-05?/2024-08-06~", 1, "2024-08-06?/2024-08-07~"),
            ("2024-08-05/..", 1, "2024-08-06/.."),
            ("/2024-08-05", -1, "/2024-08-04"),
            ("[2024-08-05,2024-08-07]", 1, "[2024-08-06,2024-08-08]"),
            ("[..2024-08-05,2024-08-07]", 1, "[..2024-08-06,2024-08-08]"),
            ("{2024-08-05..2024-08-07}", 30, "{2024-09-04..2024-09-06}"),
            ("2024-08-~26", 3, "2024-08-~29"),
            ("-0043-03-15", 1, "-0043-03-16"),
        ] {
            assert_eq!(moved(before, days), Ok(after.to_owned()), "{before}");
        }
    }

    #[test]
    fn a_date_that_would_say_more_or_less_stays() {
        for text in [
            "2024-08",
            "2024",
            "202X",
            "2024-08-1X",
            "2024-06-3X",
            "2024-XX-05",
            "2024-22",
            "1950S2",
            "2024-08/2024-09-05",
            "[2024-08,2024-09-05]",
            "{2024-08-05,2024-09}",
        ] {
            assert_eq!(moved(text, 1), Err(CannotMove::NoDay), "{text}");
        }
        assert_eq!(moved("2024-08-~26", 6), Err(CannotMove::PartsInDoubt));
        assert_eq!(moved("2024?-08-26", -26), Err(CannotMove::PartsInDoubt));
        assert_eq!(moved("2016-12-31T23:59:60Z", 1), Err(CannotMove::LeapSecond));
        assert_eq!(moved("9999-12-31", 1), Err(CannotMove::TooFar));
        assert_eq!(moved("0000-01-01", -1), Err(CannotMove::TooFar));
    }

    fn day() -> impl Strategy<Value = Date> {
        (1_i16..=9998, 1_i8..=12, 1_i8..=28)
            .prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day).ok())
    }

    fn sign() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["", "~", "?", "%"])
    }

    fn without_digits(text: &str) -> String {
        text.chars()
            .map(|sign| if sign.is_ascii_digit() { '0' } else { sign })
            .collect()
    }

    proptest! {
        #[test]
        fn an_interval_keeps_its_length_and_its_qualifiers_and_comes_back(
            first in day(), length in 0_i32..4000, days in -4000_i32..4000, before in sign(), after in sign(),
        ) {
            let Ok(last) = first.checked_add(length.days()) else { return Ok(()) };
            let text = format!("{first}{before}/{last}{after}");
            let when = Edtf::parse(&text).unwrap();
            let Ok(there) = when.moved(days) else {
                let fits = |day: Date| day.checked_add(days.days()).is_ok_and(|day| day.year() >= 0);
                prop_assert!(!fits(first) || !fits(last), "{text} {days}");
                return Ok(());
            };
            let (was, is) = (when.interval().unwrap(), there.interval().unwrap());
            prop_assert_eq!(is.days(), was.days());
            prop_assert_eq!(nights(was.earliest(), is.earliest()), days);
            prop_assert_eq!(without_digits(there.as_str()), without_digits(&text));
            prop_assert_eq!(there.moved(-days).unwrap(), when);
        }

        #[test]
        fn what_moves_means_the_same_days_later(text in "[0-9X~?%./T:,\\[\\]{}-]{4,24}|2024-0[1-9][?~]?-[~?]?[01][0-9X]", days in -400_i32..400) {
            let Ok(when) = Edtf::parse(&text) else { return Ok(()) };
            let Ok(there) = when.moved(days) else { return Ok(()) };
            let (was, is) = (when.bounds(), there.bounds());
            for (was, is) in [(was.earliest, is.earliest), (was.latest, is.latest)] {
                prop_assert_eq!(was.map(|day| day.saturating_add(days.days())), is);
            }
            prop_assert_eq!(when.precision(), there.precision());
            prop_assert_eq!(when.doubts(), there.doubts());
        }
    }
}
