//! How exactly the days of a strike are known, as far as it is drawn.

use crate::model::when::{Edtf, Precision, SetKind};

/// How exactly a strike's days are known, as far as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Certainty {
    /// Only a report's day is known.
    pub reported_only: bool,
    /// Written as approximate or as uncertain (`~`, `?`, `%`).
    pub qualified: bool,
    /// It was on one of the days, and nobody knows on which: a digit, the day or the month is not given.
    pub vague: bool,
    /// It may have been earlier than the first day shown.
    pub open_start: bool,
    /// It may have been later than the last day shown.
    pub open_end: bool,
}

impl Certainty {
    /// That of a date which is not that of a report.
    #[must_use]
    pub fn of(when: &Edtf) -> Self {
        let bounds = when.bounds();
        Self {
            reported_only: false,
            qualified: when.is_approximate() || when.is_uncertain(),
            vague: is_vague(when),
            open_start: bounds.earliest.is_none(),
            open_end: bounds.latest.is_none(),
        }
    }
}

/// Whether it was on one of several days, and not said on which.
fn is_vague(when: &Edtf) -> bool {
    match when.members() {
        Some((SetKind::OneOf, _)) => true,
        Some((SetKind::All, members)) => members.iter().any(is_vague),
        None => {
            let exact = matches!(
                when.precision(),
                Precision::Day | Precision::Minute | Precision::Second
            );
            !exact && !when.is_interval()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Certainty {
        Certainty::of(&Edtf::parse(text).unwrap())
    }

    #[test]
    fn what_is_not_known_is_drawn_as_such() {
        assert_eq!(of("2024-08-18"), Certainty::default());
        assert_eq!(of("2024-08-05/2024-08-06"), Certainty::default());
        assert_eq!(of("{2024-08-05,2024-08-06}"), Certainty::default());
        for vague in [
            "2024-08-1X",
            "2024-08",
            "2024-22",
            "2024",
            "[2024-08-05,2024-08-06]",
            "{2024-08}",
        ] {
            assert!(of(vague).vague, "{vague}");
        }
        for qualified in ["2024-08-18~", "2024-08-18?", "2024-08-05/2024-08-06%"] {
            assert!(of(qualified).qualified, "{qualified}");
        }
        assert!(of("2024-08-05/..").open_end);
        assert!(of("../2024-08-05").open_start);
    }
}
