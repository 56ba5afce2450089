//! From text to the days that an expression may mean.

use jiff::civil::{Date, Time};

use super::{EdtfError, End, Moment, Point, Precision, Shape};
use crate::model::when::Interval;

/// The shape of a whole expression.
pub(super) fn shape(text: &str) -> Result<Shape, EdtfError> {
    match text.split_once('/') {
        None => Ok(Shape::Single(point(text)?)),
        Some((start, end)) => range(start, end),
    }
}

fn range(start: &str, end: &str) -> Result<Shape, EdtfError> {
    let part = |text: &str| match text {
        "" | ".." => Ok(End::Open),
        _ => point(text).map(End::At),
    };
    let (first, last) = (part(start)?, part(end)?);
    match (first, last) {
        (End::Open, End::Open) => Err(EdtfError::NoEnd),
        (End::At(a), End::At(b)) if a.days.earliest() > b.days.latest() || ends_before(a, b) => {
            Err(EdtfError::Backwards {
                start: start.to_owned(),
                end: end.to_owned(),
            })
        }
        _ => Ok(Shape::Range(first, last)),
    }
}

/// Whether two moments of one day, in the same offset, are in the wrong order.
fn ends_before(a: Point, b: Point) -> bool {
    match (a.moment, b.moment) {
        (Some(first), Some(last)) => {
            a.days == b.days && first.offset == last.offset && last.time < first.time
        }
        _ => false,
    }
}

/// One date, or date and time, with its qualifier.
fn point(text: &str) -> Result<Point, EdtfError> {
    let form = || EdtfError::Form {
        text: text.to_owned(),
    };
    let (bare, uncertain, approximate) = match text.char_indices().last() {
        Some((at, '?')) => (&text[..at], true, false),
        Some((at, '~')) => (&text[..at], false, true),
        Some((at, '%')) => (&text[..at], true, true),
        _ => (text, false, false),
    };
    let (date, moment) = match bare.split_once('T') {
        None => (bare, None),
        Some(_) if uncertain || approximate => {
            return Err(EdtfError::QualifiedTime {
                text: text.to_owned(),
            });
        }
        Some((date, time)) => (date, Some(moment(time)?)),
    };
    let (days, precision) = calendar_date(date).map_err(|problem| problem.unwrap_or_else(form))?;
    let precision = match moment {
        None => precision,
        Some(_) if precision != Precision::Day => return Err(form()),
        Some((_, precision)) => precision,
    };
    Ok(Point {
        days,
        precision,
        uncertain,
        approximate,
        moment: moment.map(|(moment, _)| moment),
    })
}

/// A date of one to three parts. The error is `None` when the form is wrong.
fn calendar_date(text: &str) -> Result<(Interval, Precision), Option<EdtfError>> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|part| part.len() == 4).ok_or(None)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return Err(None);
    }
    let years: Vec<i16> = matching(year, 0..=9999).ok_or(None)?;
    let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
        return Err(None);
    };
    let hull = |a: Option<Interval>, b: Option<Interval>| Some(a?.hull(&b?));
    let whole = hull(Interval::year(first), Interval::year(last)).ok_or(None)?;
    let of_year = match years.len() {
        1 => Precision::Year,
        10 => Precision::Decade,
        100 => Precision::Century,
        // `2XXX` and `XXXX` say nothing that a case could use.
        _ => return Err(None),
    };
    let Some(month) = month else {
        return Ok((whole, of_year));
    };
    if years.len() > 1 {
        // A month of an unknown year (EDTF level 2) has no days that could be reckoned with.
        return Err(None);
    }
    if month == "XX" {
        return match day {
            None | Some("XX") => Ok((whole, Precision::Year)),
            Some(_) => Err(None),
        };
    }
    if let (Some(days), None) = (season(first, month), day) {
        return Ok((days, Precision::Season));
    }
    let months = matching::<i8>(month, 1..=12).ok_or(None)?;
    let (Some(&from), Some(&to)) = (months.first(), months.last()) else {
        return Err(Some(EdtfError::Month {
            month: month.to_owned(),
        }));
    };
    let whole = hull(Interval::month(first, from), Interval::month(first, to)).ok_or(None)?;
    match day {
        None | Some("XX") if from == to => Ok((whole, Precision::Month)),
        None | Some("XX") => Ok((whole, Precision::Range)),
        Some(_) if from != to => Err(None),
        Some(day) => {
            let days = matching::<i8>(day, 1..=whole.latest().day()).ok_or(None)?;
            let (Some(&from_day), Some(&to_day)) = (days.first(), days.last()) else {
                return Err(Some(EdtfError::Day {
                    day: day.to_owned(),
                    month: format!("{year}-{month}"),
                }));
            };
            let at = |day| Date::new(first, from, day).map_err(|_| None);
            let precision = if from_day == to_day {
                Precision::Day
            } else {
                Precision::Range
            };
            let days = Interval::new(at(from_day)?, at(to_day)?).map_err(|_| None)?;
            Ok((days, precision))
        }
    }
}

/// The numbers of `range` that `pattern` may mean: digits, then `X` for each digit that is not known.
/// `None` when it is no such pattern; empty when no number fits.
fn matching<N>(pattern: &str, range: std::ops::RangeInclusive<N>) -> Option<Vec<N>>
where
    N: TryFrom<i32> + Copy,
    i32: From<N>,
{
    let known = pattern.trim_end_matches('X');
    let unknown = pattern.len() - known.len();
    let width = pattern.len();
    if !matches!(width, 2 | 4) || !known.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let scale = 10_i32.pow(u32::try_from(unknown).ok()?);
    let base = if known.is_empty() {
        0
    } else {
        known.parse::<i32>().ok()? * scale
    };
    let first = base.max(i32::from(*range.start()));
    let last = (base + scale - 1).min(i32::from(*range.end()));
    Some((first..=last).filter_map(|n| N::try_from(n).ok()).collect())
}

/// The days that a season may mean (EDTF level 1, 21 to 24), from the first day of its meteorological to
/// the last of its astronomical reckoning on the northern half of the earth. Winter may be the one that the
/// year begins or ends with.
fn season(year: i16, code: &str) -> Option<Interval> {
    let (from, to) = match code {
        "21" => (Date::new(year, 3, 1), Date::new(year, 6, 21)),
        "22" => (Date::new(year, 6, 1), Date::new(year, 9, 23)),
        "23" => (Date::new(year, 9, 1), Date::new(year, 12, 22)),
        "24" => (Date::new(year, 1, 1), Date::new(year.checked_add(1)?, 3, 21)),
        _ => return None,
    };
    Interval::new(from.ok()?, to.ok()?).ok()
}

/// `03:40`, `03:40:00`, each with `Z` or `+03:00` behind it or not.
fn moment(text: &str) -> Result<(Moment, Precision), EdtfError> {
    let wrong = || EdtfError::Time {
        time: text.to_owned(),
    };
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        None => (text, None),
        Some(at) => (&text[..at], Some(offset(&text[at..]).ok_or_else(wrong)?)),
    };
    let mut parts = clock.split(':').map(two_digits);
    let (hour, minute, second) = (parts.next(), parts.next(), parts.next());
    let (Some(Some(hour)), Some(Some(minute)), None) = (hour, minute, parts.next()) else {
        return Err(wrong());
    };
    let (second, precision) = match second {
        None => (0, Precision::Minute),
        Some(Some(second)) => (second, Precision::Second),
        Some(None) => return Err(wrong()),
    };
    let time = Time::new(hour, minute, second, 0).map_err(|_| wrong())?;
    Ok((Moment { time, offset }, precision))
}

/// Minutes east of UTC: `Z`, `+03`, `+03:00`. No place is more than 14 hours away.
fn offset(text: &str) -> Option<i16> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("Z", "") => return Some(0),
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match rest.split_once(':') {
        None => (two_digits(rest)?, 0),
        Some((hours, minutes)) => (two_digits(hours)?, two_digits(minutes)?),
    };
    let all = i16::from(hours) * 60 + i16::from(minutes);
    (minutes < 60 && all <= 14 * 60).then_some(sign * all)
}

fn two_digits(text: &str) -> Option<i8> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
