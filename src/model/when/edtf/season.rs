//! The parts of a year that have a number above those of the months.

use jiff::civil::Date;

use crate::model::when::Interval;

/// The numbers of seasons, quarters, thirds and halves (EDTF levels 1 and 2, ISO 8601-2 "sub-year groupings").
pub(super) const CODES: std::ops::RangeInclusive<i16> = 21..=41;

/// The days that a part of a year may mean; `None` when there is no such part, or when its last day has no year.
///
/// A season's days are vague, so it is taken from the first day of its meteorological to the last of its astronomical
/// reckoning. Winter (in the south: summer) may be the one that the year begins or ends with. 21 to 24 are those of
/// the northern half of the earth, as 25 to 28, for so they stand in cases; 29 to 32 are those of the southern.
/// Quarters (33 to 36), thirds (37 to 39) and halves (40, 41) are whole months.
pub(super) fn days(year: i16, code: i16) -> Option<Interval> {
    let months = |from: i8, to: i8| Some(Interval::month(year, from)?.hull(&Interval::month(year, to)?));
    let until = |from: i8, month: i8, day: i8| {
        let first = Date::new(year, from, 1).ok()?;
        Interval::new(first, Date::new(year, month, day).ok()?).ok()
    };
    match code {
        21 | 25 | 31 => until(3, 6, 21),
        22 | 26 | 32 => until(6, 9, 23),
        23 | 27 | 29 => until(9, 12, 22),
        24 | 28 | 30 => {
            let first = Date::new(year, 1, 1).ok()?;
            Interval::new(first, Date::new(year.checked_add(1)?, 3, 21).ok()?).ok()
        }
        33 => months(1, 3),
        34 => months(4, 6),
        35 => months(7, 9),
        36 => months(10, 12),
        37 => months(1, 4),
        38 => months(5, 8),
        39 => months(9, 12),
        40 => months(1, 6),
        41 => months(7, 12),
        _ => None,
    }
}
