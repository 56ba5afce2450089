//! Dates as short as a column is: never more exact than they are known.

use crate::model::when::{Edtf, Precision};
use crate::text::date::{self, Length};
use crate::text::tf;

/// `18 Aug 2024`, `5–6 Aug 2024`, `Aug 2024`, `c. 26 Aug 2024`, `18 Aug 2024 ?`.
pub fn short(when: &Edtf) -> String {
    let bounds = when.bounds();
    let days = match (bounds.earliest, bounds.latest) {
        (Some(first), Some(last)) => match when.precision() {
            Precision::Month => date::month(first, Length::Short),
            Precision::Year => date::year(first.year()),
            _ => date::days(first, last, Length::Short),
        },
        (Some(first), None) => tf("records-from", &[("day", date::day(first, Length::Short).into())]),
        (None, Some(last)) => tf("records-until", &[("day", date::day(last, Length::Short).into())]),
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
