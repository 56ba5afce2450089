//! A moment by the clocks of its place and by UTC, each as far as it follows from what is written.

use jiff::SignedDuration;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Edtf;
use super::strike_dates::is_utc;

/// A moment by two clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// By the clocks of the place.
    pub local: Option<DateTime>,
    /// By UTC.
    pub utc: Option<DateTime>,
}

impl Clocks {
    /// What the clocks showed at `when`, if that is a time of day; `zone` is the one of the place, or in which `when` is
    /// written. An offset that is written out wins over it.
    ///
    /// Where clocks were turned and a local time was there twice or not at all, UTC is not known.
    #[must_use]
    pub fn of(when: &Edtf, zone: Option<&TimeZone>) -> Option<Self> {
        let written = when.interval()?.earliest().to_datetime(when.time()?);
        let place = zone.filter(|zone| !zone.iana_name().is_some_and(is_utc) && **zone != TimeZone::UTC);
        if let Some(minutes) = when.offset_minutes() {
            let east = SignedDuration::from_mins(i64::from(minutes));
            let utc = written.checked_sub(east).ok();
            // `Z` says when it was, and nothing of the clocks there.
            let local = match place {
                Some(place) => utc
                    .and_then(|utc| TimeZone::UTC.to_timestamp(utc).ok())
                    .map(|moment| place.to_datetime(moment)),
                None => (minutes != 0).then_some(written),
            };
            return Some(Self { local, utc });
        }
        Some(match (zone, place) {
            (_, Some(place)) => Self {
                local: Some(written),
                utc: place
                    .to_ambiguous_timestamp(written)
                    .unambiguous()
                    .ok()
                    .map(|moment| TimeZone::UTC.to_datetime(moment)),
            },
            (Some(_), None) => Self {
                local: None,
                utc: Some(written),
            },
            (None, None) => Self {
                local: Some(written),
                utc: None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::{TimeZone, offset};

    use super::*;

    fn clocks(text: &str, zone: Option<TimeZone>) -> Option<(String, String)> {
        let clocks = Clocks::of(&Edtf::parse(text).unwrap(), zone.as_ref())?;
        let said = |moment: Option<DateTime>| moment.map_or("-".to_owned(), |moment| moment.to_string());
        Some((said(clocks.local), said(clocks.utc)))
    }

    fn both(local: &str, utc: &str) -> Option<(String, String)> {
        Some((local.to_owned(), utc.to_owned()))
    }

    #[test]
    fn each_clock_shows_what_follows_and_no_more() {
        let kyiv = || Some(TimeZone::posix("EET-2EEST,M3.5.0/3,M10.5.0/4").unwrap());
        let (three, one) = ("2024-08-18T03:40:00", "2024-08-18T00:40:00");
        assert_eq!(clocks("2024-08-18", kyiv()), None);
        assert_eq!(clocks("2024-08-18T03:40", None), both(three, "-"));
        assert_eq!(clocks("2024-08-18T03:40", kyiv()), both(three, one));
        assert_eq!(clocks("2024-08-18T00:40Z", kyiv()), both(three, one));
        assert_eq!(clocks("2024-08-18T00:40Z", None), both("-", one));
        assert_eq!(clocks("2024-08-18T03:40+03:00", None), both(three, one));
        assert_eq!(clocks("2024-08-18T00:40", Some(TimeZone::UTC)), both("-", one));
        let east = Some(TimeZone::fixed(offset(3)));
        assert_eq!(clocks("2024-08-18T03:40", east), both(three, one));
    }

    #[test]
    fn an_hour_that_was_there_twice_or_not_at_all_has_no_known_utc() {
        let kyiv = TimeZone::posix("EET-2EEST,M3.5.0/3,M10.5.0/4").unwrap();
        let twice = "2024-10-27T03:30";
        assert_eq!(
            clocks(twice, Some(kyiv.clone())),
            both("2024-10-27T03:30:00", "-")
        );
        assert_eq!(
            clocks("2024-03-31T03:30", Some(kyiv)),
            both("2024-03-31T03:30:00", "-")
        );
    }
}
