//! EDTF: a date or time as it is known, in one line of text (ISO 8601-2:2019; Library of Congress EDTF, 4 February 2019:
//! levels 0, 1 and 2). What is read, and which days that means, stands in `edtf/conformance.tsv`.

mod calendar;
mod clock;
mod error;
mod parse;
mod season;
mod shape;
mod year;

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::Interval;
use shape::{End, Point, Shape};

pub use error::EdtfError;
pub use shape::{Doubt, MissingEnd, SetKind};

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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
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
    /// An interval, a set, or a date of which some digits are not known.
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
        let (first, last) = (Point::day(days.earliest()), Point::day(days.latest()));
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
    /// person to say, with an interval. A time of day counts as the day on which it is written. A set has the days
    /// from the first to the last of its members.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        match &self.shape {
            Shape::Single(point) => Bounds {
                earliest: Some(point.days.earliest()),
                latest: Some(point.days.latest()),
            },
            Shape::Range(start, end) => Bounds {
                earliest: start.days().map(|days| days.earliest()),
                latest: end.days().map(|days| days.latest()),
            },
            Shape::Set(_, members) => {
                let bounds = || members.iter().map(Self::bounds);
                // One member without a beginning, and the set has none.
                let earliest: Option<Vec<Date>> = bounds().map(|bounds| bounds.earliest).collect();
                let latest: Option<Vec<Date>> = bounds().map(|bounds| bounds.latest).collect();
                Bounds {
                    earliest: earliest.and_then(|days| days.into_iter().min()),
                    latest: latest.and_then(|days| days.into_iter().max()),
                }
            }
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
        match &self.shape {
            Shape::Single(point) => point.precision,
            Shape::Range(..) | Shape::Set(..) => Precision::Range,
        }
    }

    /// Whether it goes from one date to another (`2024-08-05/2024-08-06`), even if an end of it is missing.
    #[must_use]
    pub fn is_interval(&self) -> bool {
        matches!(self.shape, Shape::Range(..))
    }

    /// Why an interval has no first or no last day.
    #[must_use]
    pub fn missing_ends(&self) -> [Option<MissingEnd>; 2] {
        match self.shape {
            Shape::Range(start, end) => [start.missing(), end.missing()],
            Shape::Single(_) | Shape::Set(..) => [None; 2],
        }
    }

    /// The members of a set, each a date or an interval.
    #[must_use]
    pub fn members(&self) -> Option<(SetKind, &[Self])> {
        match &self.shape {
            Shape::Set(kind, members) => Some((*kind, members)),
            Shape::Single(_) | Shape::Range(..) => None,
        }
    }

    /// Whether a single date can't mean some of the days between its first and last one: `2024-XX-05`.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        matches!(&self.shape, Shape::Single(point) if point.gaps)
    }

    /// The year that is taken for the likeliest, of a year with significant digits: 1950 in `1950S2`.
    #[must_use]
    pub fn estimate(&self) -> Option<i16> {
        match &self.shape {
            Shape::Single(point) => point.estimate,
            Shape::Range(..) | Shape::Set(..) => None,
        }
    }

    /// How the year, month and day of a single date are qualified, when they are not all qualified alike:
    /// `2004-06-~11`.
    #[must_use]
    pub fn doubts(&self) -> Option<[Doubt; 3]> {
        let Shape::Single(point) = &self.shape else {
            return None;
        };
        let alike = point.doubts.iter().flatten().all(|doubt| *doubt == point.doubt());
        (!alike).then(|| point.doubts.map(Option::unwrap_or_default))
    }

    /// Whether any of it is marked as approximate (`~`, `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.points().iter().any(|point| point.doubt().approximate)
    }

    /// Whether any of it is marked as uncertain (`?`, `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.points().iter().any(|point| point.doubt().uncertain)
    }

    /// The time of day, of a single moment. The 60th second of a minute, a leap second, is its 59th.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        match &self.shape {
            Shape::Single(point) => Some(point.moment?.time),
            Shape::Range(..) | Shape::Set(..) => None,
        }
    }

    /// Whether any of it is written as a time in UTC (`Z`, `+00:00`).
    #[must_use]
    pub fn is_utc(&self) -> bool {
        self.points()
            .iter()
            .any(|point| point.moment.is_some_and(|moment| moment.offset == Some(0)))
    }

    /// Whether any of it is a time with its offset from UTC written out.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        self.points()
            .iter()
            .any(|point| point.moment.is_some_and(|moment| moment.offset.is_some()))
    }

    /// The offset from UTC of a single moment in minutes, positive in the east, when it is written out.
    #[must_use]
    pub fn offset_minutes(&self) -> Option<i16> {
        match &self.shape {
            Shape::Single(point) => point.moment?.offset,
            Shape::Range(..) | Shape::Set(..) => None,
        }
    }

    fn points(&self) -> Vec<Point> {
        match &self.shape {
            Shape::Single(point) => vec![*point],
            Shape::Range(start, end) => [start.point(), end.point()].into_iter().flatten().collect(),
            Shape::Set(_, members) => members.iter().flat_map(Self::points).collect(),
        }
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
mod conformance;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
