//! Another calendar beside the one of the screen, if somebody asks for one: its days in the cells, its months above.

use icu_calendar::cal::hijri::{TabularAlgorithmEpoch, TabularAlgorithmLeapYears};
use icu_calendar::cal::{Hebrew, Hijri, Persian};
use icu_calendar::types::LeapStatus;
use icu_calendar::{AsCalendar, Date as IcuDate, Iso};
use jiff::civil::Date;

use super::eras;
use crate::model::when::Interval;
use crate::text::{date, t, tf};

/// A calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// North Korea's years from 1912, with the months of this calendar.
    Juche,
    /// Taiwan's, counted alike.
    Minguo,
    /// Iran's.
    SolarHijri,
    /// Saudi Arabia's tables.
    UmmAlQura,
    /// The lunar calendar by the civil rule of 30 years, from Friday, 16 July 622 (Julian).
    TabularHijri,
    /// Thailand's years, with the months of this calendar.
    Buddhist,
    /// The Hebrew one.
    Hebrew,
}

/// A day as a calendar counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counted {
    year: i32,
    month: String,
    day: u8,
}

impl Other {
    /// All of them, as they are offered.
    pub const ALL: [Self; 7] = [
        Self::Juche,
        Self::Minguo,
        Self::SolarHijri,
        Self::UmmAlQura,
        Self::TabularHijri,
        Self::Buddhist,
        Self::Hebrew,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        t(match self {
            Self::Juche => "calendar-other-juche",
            Self::Minguo => "calendar-other-minguo",
            Self::SolarHijri => "calendar-other-solar-hijri",
            Self::UmmAlQura => "calendar-other-umm-al-qura",
            Self::TabularHijri => "calendar-other-tabular",
            Self::Buddhist => "calendar-other-buddhist",
            Self::Hebrew => "calendar-other-hebrew",
        })
    }

    /// What must be known of it.
    #[must_use]
    pub fn about(self) -> &'static str {
        t(match self {
            Self::Juche | Self::Minguo | Self::Buddhist => "calendar-other-about-months",
            Self::SolarHijri => "calendar-eras-about",
            Self::UmmAlQura | Self::TabularHijri => "calendar-other-about-hijri",
            Self::Hebrew => "calendar-other-about-hebrew",
        })
    }

    /// Whether its months and days are not those of the screen.
    const fn has_own_months(self) -> bool {
        !matches!(self, Self::Juche | Self::Minguo | Self::Buddhist)
    }

    fn count(self, on: Date) -> Option<Counted> {
        let same_months = |year: Option<i32>| {
            Some(Counted {
                year: year?,
                month: date::month_name(on.month()).to_owned(),
                day: u8::try_from(on.day()).ok()?,
            })
        };
        match self {
            Self::Juche => same_months(eras::juche(on)),
            Self::Minguo => same_months(eras::minguo(on)),
            Self::Buddhist => same_months(Some(i32::from(on.year()) + 543).filter(|year| *year >= 1)),
            Self::SolarHijri => counted(on, Persian, |month, _| tf_month("sh", month)),
            Self::UmmAlQura => counted(on, Hijri::new_umm_al_qura(), |month, _| tf_month("ah", month)),
            Self::TabularHijri => {
                let (leap, epoch) = (TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday);
                counted(on, Hijri::new_tabular(leap, epoch), |month, _| {
                    tf_month("ah", month)
                })
            }
            Self::Hebrew => counted(on, Hebrew::new(), |month, leap| {
                if leap == LeapStatus::Leap {
                    t("calendar-month-he-adar-1").to_owned()
                } else {
                    tf_month("he", month)
                }
            }),
        }
    }

    /// What stands beside a day's number: its day, with the month on the first. Nothing where it would be the same number.
    #[must_use]
    pub fn beside(self, on: Date) -> Option<String> {
        if !self.has_own_months() {
            return None;
        }
        let counted = self.count(on)?;
        Some(if counted.day == 1 {
            let said = [("day", "1".into()), ("month", counted.month.into())];
            tf("calendar-other-day", &said)
        } else {
            counted.day.to_string()
        })
    }

    /// Its name and its months in `days`: `Solar Hijri: Mordad – Shahrivar 1403`.
    #[must_use]
    pub fn months(self, days: Interval) -> String {
        let Some(last) = self.count(days.latest()) else {
            return self.name().to_owned();
        };
        let whole = |counted: &Counted| {
            let said = [
                ("month", counted.month.as_str().into()),
                ("year", counted.year.to_string().into()),
            ];
            tf("calendar-other-month", &said)
        };
        let first = self.count(days.earliest());
        let months = match first {
            Some(first) if first.year != last.year => format!("{} – {}", whole(&first), whole(&last)),
            Some(first) if first.month != last.month => format!("{} – {}", first.month, whole(&last)),
            _ => whole(&last),
        };
        let said = [("calendar", self.name().into()), ("months", months.into())];
        tf("calendar-other-months", &said)
    }
}

fn tf_month(calendar: &str, month: u8) -> String {
    t(&format!("calendar-month-{calendar}-{month}")).to_owned()
}

/// The day by an ICU calendar; `None` before its first year.
fn counted<C: AsCalendar>(on: Date, calendar: C, name: impl Fn(u8, LeapStatus) -> String) -> Option<Counted> {
    let (month, day) = (u8::try_from(on.month()).ok()?, u8::try_from(on.day()).ok()?);
    let iso: IcuDate<Iso> = IcuDate::try_new_iso(i32::from(on.year()), month, day).ok()?;
    let there = iso.to_calendar(calendar);
    let year = there.year().extended_year();
    let month = there.month();
    (year >= 1).then(|| Counted {
        year,
        month: name(month.number(), month.leap_status()),
        day: there.day_of_month().0,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_those_of_published_tables() {
        for (other, day, year, month, of_month) in [
            (Other::Juche, date(2024, 8, 18), 113, "August", 18),
            (Other::Buddhist, date(2024, 8, 18), 2567, "August", 18),
            // Nowruz 1403.
            (Other::SolarHijri, date(2024, 3, 20), 1403, "Farvardin", 1),
            // Umm al-Qura: 1 Muharram 1446 on 7 July 2024.
            (Other::UmmAlQura, date(2024, 7, 7), 1446, "Muharram", 1),
            // The tabular rule gives the day after.
            (Other::TabularHijri, date(2024, 7, 8), 1446, "Muharram", 1),
            // Rosh Hashanah 5785, and Purim 5784 in Adar II of a leap year.
            (Other::Hebrew, date(2024, 10, 3), 5785, "Tishri", 1),
            (Other::Hebrew, date(2024, 3, 24), 5784, "Adar (Adar II)", 14),
            (Other::Hebrew, date(2024, 2, 23), 5784, "Adar I", 14),
        ] {
            let counted = other.count(day).unwrap();
            let found = (counted.year, counted.month.as_str(), counted.day);
            assert_eq!(found, (year, month, of_month), "{other:?} {day}");
        }
        assert_eq!(Other::Juche.count(date(1911, 12, 31)), None);
        assert_eq!(Other::UmmAlQura.count(date(600, 1, 1)), None);
    }

    #[test]
    fn each_day_follows_the_one_before_in_every_calendar() {
        let days = date(2019, 12, 31).series(jiff::Span::new().days(1)).take(2600);
        for other in Other::ALL {
            let mut before = other.count(date(2019, 12, 30)).unwrap();
            for day in days.clone() {
                let now = other.count(day).unwrap();
                let follows = now.month == before.month && now.day == before.day + 1;
                assert!(
                    follows || now.day == 1 && now.month != before.month,
                    "{other:?} {day}"
                );
                assert!(now.year - before.year <= 1);
                before = now;
            }
        }
    }

    #[test]
    fn the_months_of_a_month_are_named_with_their_years() {
        let months = |other: Other, year, month| other.months(Interval::month(year, month).unwrap());
        assert_eq!(
            months(Other::SolarHijri, 2024, 8),
            "Solar Hijri: Mordad – Shahrivar 1403"
        );
        assert_eq!(
            months(Other::SolarHijri, 2024, 3),
            "Solar Hijri: Esfand 1402 – Farvardin 1403"
        );
        assert_eq!(months(Other::Juche, 2024, 8), "Juche: August 113");
        assert_eq!(
            Other::SolarHijri.beside(date(2024, 8, 22)).unwrap(),
            "1 Shahrivar"
        );
        assert_eq!(Other::SolarHijri.beside(date(2024, 8, 23)).unwrap(), "2");
        assert_eq!(Other::Juche.beside(date(2024, 8, 23)), None);
    }
}
