//! The year by the calendars that marks are written in, beside the one of the screen: Juche, Minguo and Solar Hijri.

use icu_calendar::cal::Persian;
use icu_calendar::{Date as IcuDate, Iso};
use jiff::civil::Date;

use crate::model::when::Interval;
use crate::text::{t, tf};

/// Juche 1 and Minguo 1 are both 1912.
const BEFORE_FIRST: i32 = 1911;

/// The Juche year of `day`: the Gregorian year less 1911; `None` before 1912.
#[must_use]
pub fn juche(day: Date) -> Option<i32> {
    let year = i32::from(day.year()) - BEFORE_FIRST;
    (year >= 1).then_some(year)
}

/// The Minguo (Republic of China) year of `day`, which is counted as the Juche year is.
#[must_use]
pub fn minguo(day: Date) -> Option<i32> {
    juche(day)
}

/// The Solar Hijri year of `day`, which begins at Nowruz, on 20 or 21 March; `None` before its first.
#[must_use]
pub fn solar_hijri(day: Date) -> Option<i32> {
    Some(persian(day)?.era_year().year).filter(|year| *year >= 1)
}

/// Whether `day` is the first of a Solar Hijri year.
#[must_use]
pub fn is_nowruz(day: Date) -> bool {
    solar_hijri(day).is_some()
        && persian(day).is_some_and(|date| date.month().ordinal == 1 && date.day_of_month().0 == 1)
}

fn persian(day: Date) -> Option<IcuDate<Persian>> {
    let month = u8::try_from(day.month()).ok()?;
    let of_month = u8::try_from(day.day()).ok()?;
    let iso: IcuDate<Iso> = IcuDate::try_new_iso(i32::from(day.year()), month, of_month).ok()?;
    Some(iso.to_calendar(Persian))
}

/// The years of `days` in words: `Juche 113 · Minguo 113 · Solar Hijri 1402/1403`.
#[must_use]
pub fn in_words(days: Interval) -> String {
    let mut words = Vec::new();
    for (key, year) in [
        ("calendar-juche", juche as fn(Date) -> Option<i32>),
        ("calendar-minguo", minguo),
        ("calendar-solar-hijri", solar_hijri),
    ] {
        let years = match (year(days.earliest()), year(days.latest())) {
            (Some(first), Some(last)) if first != last => format!("{first}/{last}"),
            (_, Some(last)) => last.to_string(),
            (_, None) => continue,
        };
        words.push(tf(key, &[("year", years.into())]));
    }
    words.join(t("calendar-between-eras"))
}

/// What begins on `day`, if a year of one of these calendars does.
#[must_use]
pub fn new_year(day: Date) -> Option<String> {
    if is_nowruz(day) {
        return Some(tf(
            "calendar-solar-hijri",
            &[("year", solar_hijri(day)?.to_string().into())],
        ));
    }
    if day.day_of_year() == 1 {
        return Some(tf("calendar-juche", &[("year", juche(day)?.to_string().into())]));
    }
    None
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// First and last days of Solar Hijri years, from the project's table of Nowruz dates (MARKINGS, section 3).
    const NOWRUZ: [(i32, Date, Date); 12] = [
        (1370, date(1991, 3, 21), date(1992, 3, 20)),
        (1390, date(2011, 3, 21), date(2012, 3, 19)),
        (1395, date(2016, 3, 20), date(2017, 3, 20)),
        (1396, date(2017, 3, 21), date(2018, 3, 20)),
        (1398, date(2019, 3, 21), date(2020, 3, 19)),
        (1399, date(2020, 3, 20), date(2021, 3, 20)),
        (1400, date(2021, 3, 21), date(2022, 3, 20)),
        (1401, date(2022, 3, 21), date(2023, 3, 20)),
        (1402, date(2023, 3, 21), date(2024, 3, 19)),
        (1403, date(2024, 3, 20), date(2025, 3, 20)),
        (1404, date(2025, 3, 21), date(2026, 3, 20)),
        (1405, date(2026, 3, 21), date(2027, 3, 20)),
    ];

    #[test]
    fn solar_hijri_years_begin_and_end_as_in_the_table() {
        for (year, first, last) in NOWRUZ {
            assert_eq!(solar_hijri(first), Some(year));
            assert_eq!(solar_hijri(first.yesterday().unwrap()), Some(year - 1));
            assert_eq!(solar_hijri(last), Some(year));
            assert_eq!(solar_hijri(last.tomorrow().unwrap()), Some(year + 1));
            assert!(is_nowruz(first) && !is_nowruz(last));
        }
    }

    #[test]
    fn juche_and_minguo_count_from_1912() {
        assert_eq!(juche(date(2024, 8, 18)), Some(113));
        assert_eq!(minguo(date(2024, 8, 18)), Some(113));
        assert_eq!(juche(date(1912, 1, 1)), Some(1));
        assert_eq!(juche(date(1911, 12, 31)), None);
        let roc = IcuDate::try_new_iso(2024, 8, 18)
            .unwrap()
            .to_calendar(icu_calendar::cal::Roc);
        assert_eq!(Some(roc.era_year().year), minguo(date(2024, 8, 18)));
    }

    #[test]
    fn a_month_with_nowruz_names_both_years() {
        let words = |year, month| in_words(Interval::month(year, month).unwrap());
        assert_eq!(words(2024, 8), "Juche 113 · Minguo 113 · Solar Hijri 1403");
        assert_eq!(words(2024, 3), "Juche 113 · Minguo 113 · Solar Hijri 1402/1403");
        assert_eq!(words(1905, 1), "Solar Hijri 1283");
        assert_eq!(
            in_words(Interval::year(2024).unwrap()),
            "Juche 113 · Minguo 113 · Solar Hijri 1402/1403"
        );
        assert_eq!(words(1, 1), "");
    }

    #[test]
    fn new_years_are_named_on_their_day() {
        assert_eq!(new_year(date(2025, 1, 1)).unwrap(), "Juche 114");
        assert_eq!(new_year(date(2025, 3, 21)).unwrap(), "Solar Hijri 1404");
        assert_eq!(new_year(date(2025, 3, 20)), None);
    }
}
