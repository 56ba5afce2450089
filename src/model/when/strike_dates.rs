//! From what is known of a strike to the days on which its weapon can have been used.

use jiff::civil::Date;

use super::{Bounds, Edtf, Interval};
use crate::model::strike::DateBasis;

/// The dates of one strike, as they are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StrikeDates<'a> {
    /// When it happened.
    pub occurred: Option<&'a Edtf>,
    /// The day on which it was reported.
    pub reported: Option<&'a Edtf>,
    /// The time zone in which `occurred` is written, an IANA name or `UTC`. Local time when not known.
    pub zone: Option<&'a str>,
}

impl StrikeDates<'_> {
    /// The days on which the weapon can have been used, in local time, and what they rest on.
    ///
    /// When it happened wins. If only the day D of a report is known, the strike was on D or the day before.
    /// A day in UTC may be that local day or the next: that holds everywhere east of Greenwich.
    /// Where one end of `occurred` is open, the report closes it, for nothing is reported before it happens.
    #[must_use]
    pub fn use_interval(&self) -> Option<(Interval, DateBasis)> {
        let known = self.occurred.map(|edtf| self.local(edtf));
        let reported = self.reported.and_then(Edtf::interval);
        let (earliest, latest) = match known {
            Some(Bounds { earliest, latest }) => (earliest, latest),
            None => (None, None),
        };
        let between = |from: Date, to: Date, basis| Some((Interval::new(from, to).ok()?, basis));
        match (earliest, latest, reported) {
            (Some(from), Some(to), _) => between(from, to, DateBasis::Observed),
            (Some(from), None, Some(report)) => between(from, report.latest(), DateBasis::Observed),
            (None, limit, Some(report)) => {
                let days = report.moved(-1, 0)?;
                let days = limit.map_or(Some(days), |limit| days.until(limit))?;
                Some((days, DateBasis::ReportedOn))
            }
            (_, _, None) => None,
        }
    }

    /// The bounds of `edtf` as local days.
    fn local(&self, edtf: &Edtf) -> Bounds {
        let bounds = edtf.bounds();
        let utc = if edtf.has_offset() {
            edtf.is_utc()
        } else {
            self.zone.is_some_and(is_utc)
        };
        if !utc {
            return bounds;
        }
        Bounds {
            latest: bounds
                .latest
                .map(|day| Interval::day(day).moved(0, 1).map_or(day, |days| days.latest())),
            ..bounds
        }
    }
}

/// Whether a zone's name is one of UTC.
pub(super) fn is_utc(zone: &str) -> bool {
    ["UTC", "Etc/UTC", "Z", "GMT", "Etc/GMT"]
        .iter()
        .any(|name| name.eq_ignore_ascii_case(zone.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(occurred: &str, reported: &str, zone: &str) -> Option<(String, DateBasis)> {
        let parse = |text: &str| (!text.is_empty()).then(|| Edtf::parse(text).unwrap());
        let (occurred, reported) = (parse(occurred), parse(reported));
        let dates = StrikeDates {
            occurred: occurred.as_ref(),
            reported: reported.as_ref(),
            zone: (!zone.is_empty()).then_some(zone),
        };
        dates
            .use_interval()
            .map(|(days, basis)| (days.to_string(), basis))
    }

    fn observed(days: &str) -> Option<(String, DateBasis)> {
        Some((days.to_owned(), DateBasis::Observed))
    }

    fn reported_on(days: &str) -> Option<(String, DateBasis)> {
        Some((days.to_owned(), DateBasis::ReportedOn))
    }

    #[test]
    fn when_it_happened_wins_over_the_report() {
        assert_eq!(
            used("2024-08-18", "2024-08-20", "Europe/Kyiv"),
            observed("2024-08-18")
        );
        assert_eq!(
            used("2024-08", "2024-08-20", ""),
            observed("2024-08-01/2024-08-31")
        );
    }

    #[test]
    fn a_report_means_that_day_or_the_day_before() {
        assert_eq!(used("", "2024-08-18", ""), reported_on("2024-08-17/2024-08-18"));
        assert_eq!(used("", "2024-08", ""), reported_on("2024-07-31/2024-08-31"));
    }

    #[test]
    fn a_day_in_utc_may_be_the_next_one_locally() {
        assert_eq!(used("2024-01-14", "", "UTC"), observed("2024-01-14/2024-01-15"));
        assert_eq!(
            used("2024-01-14T22:30Z", "", ""),
            observed("2024-01-14/2024-01-15")
        );
        assert_eq!(used("2024-01-14T22:30+02:00", "", "UTC"), observed("2024-01-14"));
    }

    #[test]
    fn a_report_closes_an_open_end_and_never_contradicts_the_other() {
        assert_eq!(
            used("2024-08-05/..", "2024-08-18", ""),
            observed("2024-08-05/2024-08-18")
        );
        assert_eq!(used("../2024-08-17", "2024-08-18", ""), reported_on("2024-08-17"));
        assert_eq!(used("../2024-08-01", "2024-08-18", ""), None);
        assert_eq!(used("2024-08-05/..", "", ""), None);
        assert_eq!(used("", "", ""), None);
    }
}
