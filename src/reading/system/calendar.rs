//! Days of calendars other than the Gregorian one, by [ICU](https://docs.rs/icu_calendar): this is the only
//! place that knows that library, whose names change from version to version.

use icu_calendar::cal::hijri::{TabularAlgorithmEpoch, TabularAlgorithmLeapYears};
use icu_calendar::cal::{Hebrew, Hijri};
use icu_calendar::types::Month;
use icu_calendar::{AsCalendar, Date as IcuDate, Iso};
use jiff::civil::Date;

use crate::model::when::Interval;
use crate::reading::outcome::Precision;
use crate::text::{t, tf};

/// A year, month and day as they are written in a calendar.
pub(super) type Written = (u32, Option<u32>, Option<u32>);

/// The days of a Solar Hijri year, month or day, or why there are none.
pub(super) fn persian((year, month, day): Written) -> Result<(Interval, Precision), String> {
    span((year, month, day), |year, month, day| {
        gregorian(IcuDate::try_new_persian(year, month, day).ok()?)
    })
}

/// The first year whose months all published tables of Umm al-Qura begin on the same days.
const TABLES_AGREE_FROM: u32 = 1420;

/// The days of an Islamic lunar year, month or day: all that the calendar of Umm al-Qura or the tabular civil
/// one gives, or why there are none.
///
/// Before 1420 AH published tables of Umm al-Qura begin a month up to a day before ICU's (1402 AH on 28 October
/// 1981 by [van Gent](https://webspace.science.uu.nl/~gent0113/islam/ummalqura.htm), on the 29th by ICU), so that
/// the day before belongs to the reading too.
pub(super) fn lunar(written: Written) -> Result<(Interval, Precision), String> {
    let observed = span(written, |year, month, day| {
        let calendar = Hijri::new_umm_al_qura();
        gregorian(IcuDate::try_new_hijri_with_calendar(year, month, day, calendar).ok()?)
    });
    let tabular = span(written, |year, month, day| {
        let calendar = Hijri::new_tabular(TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday);
        gregorian(IcuDate::try_new_hijri_with_calendar(year, month, day, calendar).ok()?)
    });
    let observed = observed.map(|(days, precision)| (sooner(days, written.0), precision));
    match (observed, tabular) {
        (Ok((a, precision)), Ok((b, _))) => Ok((a.hull(&b), precision)),
        (Ok(days), Err(_)) | (Err(_), Ok(days)) => Ok(days),
        (Err(reason), Err(_)) => Err(reason),
    }
}

/// `days`, from the day before if the tables of `year` differ.
fn sooner(days: Interval, year: u32) -> Interval {
    let day_before = days.earliest().yesterday().ok();
    day_before
        .filter(|_| year < TABLES_AGREE_FROM)
        .map_or(days, |day| days.hull(&Interval::day(day)))
}

/// The days of a Hebrew year, from autumn to autumn.
pub(super) fn hebrew(year: u32) -> Option<Interval> {
    let new_year = |year: u32| {
        let year = i32::try_from(year).ok()?;
        gregorian(IcuDate::<Hebrew>::try_new_hebrew_v2(year, Month::new(1), 1).ok()?)
    };
    Interval::new(new_year(year)?, new_year(year + 1)?.yesterday().ok()?).ok()
}

/// The days of a year of twelve months, of one of its months, or of a day.
fn span(
    (year, month, day): Written,
    date: impl Fn(i32, u8, u8) -> Option<Date>,
) -> Result<(Interval, Precision), String> {
    let no_year = || t("reading-why-no-year").to_owned();
    let up_to = |first: Date, next: Option<Date>| {
        next.and_then(|next| Interval::new(first, next.yesterday().ok()?).ok())
            .ok_or_else(no_year)
    };
    let named = i32::try_from(year).map_err(|_| no_year())?;
    let new_year = date(named, 1, 1).ok_or_else(no_year)?;
    let next_year = date(named + 1, 1, 1);
    let Some(month) = month else {
        return Ok((up_to(new_year, next_year)?, Precision::Year));
    };
    let number = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
    let first = number.and_then(|number| date(named, number, 1)).ok_or_else(|| {
        tf(
            "reading-why-no-month",
            &[("month", month.into()), ("year", year.into())],
        )
    })?;
    let next = match number {
        Some(number @ 1..=11) => date(named, number + 1, 1),
        _ => next_year,
    };
    let days = up_to(first, next)?;
    let Some(day) = day else {
        return Ok((days, Precision::Month));
    };
    number
        .zip(u8::try_from(day).ok())
        .and_then(|(number, day)| date(named, number, day))
        .map(|day| (Interval::day(day), Precision::Day))
        .ok_or_else(|| {
            tf(
                "reading-why-no-day",
                &[("day", day.into()), ("year", year.into())],
            )
        })
}

fn gregorian<C: AsCalendar>(date: IcuDate<C>) -> Option<Date> {
    let iso = date.to_calendar(Iso);
    Date::new(
        i16::try_from(iso.year().extended_year()).ok()?,
        i8::try_from(iso.month().ordinal).ok()?,
        i8::try_from(iso.day_of_month().0).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Solar Hijri years, whose Nowruz three independent packages agree on.
    #[test]
    fn solar_hijri_years_begin_at_nowruz_and_leap_years_have_366_days() {
        for (year, days) in [
            (1370, "1991-03-21/1992-03-20"),
            (1390, "2011-03-21/2012-03-19"),
            (1395, "2016-03-20/2017-03-20"),
            (1396, "2017-03-21/2018-03-20"),
            (1398, "2019-03-21/2020-03-19"),
            (1399, "2020-03-20/2021-03-20"),
            (1400, "2021-03-21/2022-03-20"),
            (1401, "2022-03-21/2023-03-20"),
            (1402, "2023-03-21/2024-03-19"),
            (1403, "2024-03-20/2025-03-20"),
            (1404, "2025-03-21/2026-03-20"),
            (1405, "2026-03-21/2027-03-20"),
        ] {
            assert_eq!(persian((year, None, None)).unwrap().0.to_string(), days, "{year}");
        }
        let leap: Vec<u32> = (1354..=1408)
            .filter(|year| persian((*year, None, None)).unwrap().0.days() == 366)
            .collect();
        assert_eq!(
            leap,
            [
                1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408
            ]
        );
    }

    #[test]
    fn what_a_calendar_lacks_is_refused_with_the_reason() {
        assert!(persian((1402, Some(13), None)).unwrap_err().contains("13"));
        assert!(persian((1402, Some(12), Some(30))).unwrap_err().contains("30"));
        assert!(lunar((1402, Some(0), None)).is_err());
        assert_eq!(persian((99_999, None, None)).ok(), None);
    }

    #[test]
    fn months_and_years_are_made_of_their_days() {
        for year in 1300..1450 {
            let months: u32 = (1..=12)
                .map(|month| persian((year, Some(month), None)).unwrap().0.days())
                .sum();
            assert_eq!(months, persian((year, None, None)).unwrap().0.days(), "{year}");
            let (whole, _) = lunar((year, None, None)).unwrap();
            assert!((354..=358).contains(&whole.days()), "{year}: {whole}");
        }
    }
}
