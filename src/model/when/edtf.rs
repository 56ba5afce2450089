//! EDTF: a date or time as it is known, in one line of text (ISO 8601-2; Library of Congress EDTF levels 0
//! and 1, and of level 2 a last digit of a month or day that is not known, `2024-08-1X`).

mod error;
mod parse;

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::Interval;

pub use error::EdtfError;

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
        let shape = parse::shape(text)?;
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
