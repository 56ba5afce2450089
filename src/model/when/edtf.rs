//! EDTF: a date or time as it is known, in one line of text (ISO 8601-2; Library of Congress EDTF levels 0
//! and 1, and of level 2 a last digit of a month or day that is not known, `2024-08-1X`).

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Interval;
use crate::text::{t, tf};

/// A validated EDTF expression that keeps its text.
///
/// ```
/// use witnessmark::model::when::Edtf;
///
/// let about = Edtf::parse("2024-08-XX~").unwrap();
/// assert!(about.is_approximate());
/// assert_eq!(about.interval().unwrap().to_string(), "2024-08-01/2024-08-31");
/// assert_eq!(about.to_string(), "2024-08-XX~");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    text: String,
    shape: Shape,
}

/// The first and the last day that an expression may mean; `None` where that is open or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// First possible day.
    pub earliest: Option<Date>,
    /// Last possible day.
    pub latest: Option<Date>,
}

/// How finely an expression speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// An interval, or a month or day of which one digit is not known.
    Range,
    /// `19XX`
    Century,
    /// `202X`
    Decade,
    /// `2024`
    Year,
    /// `2024-22`
    Season,
    /// `2024-08`
    Month,
    /// `2024-08-05`
    Day,
    /// `2024-08-05T03:40`
    Minute,
    /// `2024-08-05T03:40:00`
    Second,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    Single(Point),
    Range(End, End),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum End {
    /// `..` or nothing: open, or not known.
    Open,
    At(Point),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Point {
    days: Interval,
    precision: Precision,
    uncertain: bool,
    approximate: bool,
    moment: Option<Moment>,
}

/// A time of day and, when it is written, its offset from UTC in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Moment {
    time: Time,
    offset: Option<i16>,
}

/// Why a text is no EDTF expression.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EdtfError {
    /// There is no text.
    #[error("{}", t("reading-when-empty"))]
    Empty,
    /// It has none of the known forms.
    #[error("{}", tf("reading-when-form", &[("text", text.as_str().into())]))]
    Form {
        /// What was given.
        text: String,
    },
    /// There is no such month or season.
    #[error("{}", tf("reading-when-month", &[("month", month.as_str().into())]))]
    Month {
        /// What was given.
        month: String,
    },
    /// The month has no such day.
    #[error("{}", tf("reading-when-day", &[("day", day.as_str().into()), ("month", month.as_str().into())]))]
    Day {
        /// What was given.
        day: String,
        /// The month with its year.
        month: String,
    },
    /// There is no such time of day.
    #[error("{}", tf("reading-when-time", &[("time", time.as_str().into())]))]
    Time {
        /// What was given.
        time: String,
    },
    /// `?`, `~` or `%` stands behind a time of day.
    #[error("{}", tf("reading-when-qualified-time", &[("text", text.as_str().into())]))]
    QualifiedTime {
        /// What was given.
        text: String,
    },
    /// The interval ends before it begins.
    #[error("{}", tf("reading-when-backwards", &[("start", start.as_str().into()), ("end", end.as_str().into())]))]
    Backwards {
        /// Its first part.
        start: String,
        /// Its second part.
        end: String,
    },
    /// The interval has neither a beginning nor an end.
    #[error("{}", t("reading-when-no-end"))]
    NoEnd,
    /// Day and month can't be told apart, or slashes could be an interval.
    #[error("{}", tf("reading-when-ambiguous", &[("text", text.as_str().into())]))]
    Ambiguous {
        /// What was given.
        text: String,
    },
    /// The year has two digits.
    #[error("{}", tf("reading-when-short-year", &[("text", text.as_str().into())]))]
    ShortYear {
        /// What was given.
        text: String,
    },
}

impl Edtf {
    /// Reads an EDTF expression; spaces around it are dropped.
    ///
    /// # Errors
    /// Says what is wrong and shows a right one.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EdtfError::Empty);
        }
        let shape = match text.split_once('/') {
            None => Shape::Single(point(text)?),
            Some((start, end)) => range(start, end)?,
        };
        Ok(Self {
            text: text.to_owned(),
            shape,
        })
    }

    /// One day.
    #[must_use]
    pub fn from_date(date: Date) -> Self {
        Self::from_interval(Interval::day(date))
    }

    /// From a first to a last day.
    #[must_use]
    pub fn from_interval(days: Interval) -> Self {
        let at = |date| Point {
            days: Interval::day(date),
            precision: Precision::Day,
            uncertain: false,
            approximate: false,
            moment: None,
        };
        let (first, last) = (at(days.earliest()), at(days.latest()));
        Self {
            text: days.to_string(),
            shape: if first == last {
                Shape::Single(first)
            } else {
                Shape::Range(End::At(first), End::At(last))
            },
        }
    }

    /// The expression as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The days that it may mean. A qualifier (`~`, `?`) doesn't widen them: by how much it should is for a
    /// person to say, with an interval. A time of day counts as the day on which it is written.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let days = |end: End| match end {
            End::Open => None,
            End::At(point) => Some(point.days),
        };
        match self.shape {
            Shape::Single(point) => Bounds {
                earliest: Some(point.days.earliest()),
                latest: Some(point.days.latest()),
            },
            Shape::Range(start, end) => Bounds {
                earliest: days(start).map(|days| days.earliest()),
                latest: days(end).map(|days| days.latest()),
            },
        }
    }

    /// The days that it may mean, when both ends are known.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let Bounds { earliest, latest } = self.bounds();
        Interval::new(earliest?, latest?).ok()
    }

    /// How finely it speaks.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self.shape {
            Shape::Single(point) => point.precision,
            Shape::Range(..) => Precision::Range,
        }
    }

    /// Whether it is marked as approximate (`~`, `%`) at either end.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.points().any(|point| point.approximate)
    }

    /// Whether it is marked as uncertain (`?`, `%`) at either end.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.points().any(|point| point.uncertain)
    }

    /// The time of day, of a single moment.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        match self.shape {
            Shape::Single(point) => Some(point.moment?.time),
            Shape::Range(..) => None,
        }
    }

    /// Whether any of it is written as a time in UTC (`Z`, `+00:00`).
    #[must_use]
    pub fn is_utc(&self) -> bool {
        self.points()
            .any(|point| point.moment.is_some_and(|moment| moment.offset == Some(0)))
    }

    /// Whether any of it is a time with its offset from UTC written out.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        self.points()
            .any(|point| point.moment.is_some_and(|moment| moment.offset.is_some()))
    }

    fn points(&self) -> impl Iterator<Item = Point> {
        let ends = match self.shape {
            Shape::Single(point) => [End::At(point), End::Open],
            Shape::Range(start, end) => [start, end],
        };
        ends.into_iter().filter_map(|end| match end {
            End::Open => None,
            End::At(point) => Some(point),
        })
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
        None if from == to => Ok((whole, Precision::Month)),
        None => Ok((whole, Precision::Range)),
        Some("XX") if from == to => Ok((whole, Precision::Month)),
        Some("XX") => Ok((whole, Precision::Range)),
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

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(text: String) -> Result<Self, EdtfError> {
        Self::parse(&text)
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> Self {
        edtf.text
    }
}

#[cfg(test)]
mod tests;
