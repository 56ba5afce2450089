//! What an expression says, once it is read.

use jiff::civil::{Date, Time};

use super::{Edtf, Precision};
use crate::model::when::Interval;

/// How the members of a set belong together (EDTF level 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetKind {
    /// `[2024-08-05,2024-08-07]`: one of them, and it is not known which.
    OneOf,
    /// `{2024-08-05,2024-08-07}`: each of them.
    All,
}

/// Why an interval has no date at an end (EDTF level 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MissingEnd {
    /// `..`: it goes on, or it is left open.
    Open,
    /// Nothing: it has an end, which is not known.
    Unknown,
}

/// How a date, or its year, month or day, is qualified: `?`, `~`, or `%` for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Doubt {
    /// `?`: it may be another one.
    pub uncertain: bool,
    /// `~`: it is near.
    pub approximate: bool,
}

impl Doubt {
    /// Of a qualifier.
    pub(super) fn of(sign: char) -> Option<Self> {
        let (uncertain, approximate) = match sign {
            '?' => (true, false),
            '~' => (false, true),
            '%' => (true, true),
            _ => return None,
        };
        Some(Self {
            uncertain,
            approximate,
        })
    }

    /// Both together.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Single(Point),
    Range(End, End),
    /// Its members are single or ranges.
    Set(SetKind, Vec<Edtf>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum End {
    Missing(MissingEnd),
    At(Point),
}

impl End {
    pub(super) fn days(self) -> Option<Interval> {
        Some(self.point()?.days)
    }

    pub(super) fn point(self) -> Option<Point> {
        match self {
            Self::Missing(_) => None,
            Self::At(point) => Some(point),
        }
    }

    pub(super) fn missing(self) -> Option<MissingEnd> {
        match self {
            Self::Missing(why) => Some(why),
            Self::At(_) => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Point {
    /// From the first to the last day that it may mean.
    pub days: Interval,
    pub precision: Precision,
    /// Whether some of `days` can't be meant: `2024-XX-05`.
    pub gaps: bool,
    /// Of its year, month and day, as far as they are written.
    pub doubts: [Option<Doubt>; 3],
    /// The year that is taken for the likeliest: 1950 in `1950S2`.
    pub estimate: Option<i16>,
    pub moment: Option<Moment>,
}

impl Point {
    pub(super) fn day(date: Date) -> Self {
        Self {
            days: Interval::day(date),
            precision: Precision::Day,
            gaps: false,
            doubts: [Some(Doubt::default()); 3],
            estimate: None,
            moment: None,
        }
    }

    /// The doubts of all its parts together.
    pub(super) fn doubt(&self) -> Doubt {
        self.doubts
            .iter()
            .flatten()
            .fold(Doubt::default(), |all, part| all.with(*part))
    }
}

/// A time of day and, when it is written, its offset from UTC in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Moment {
    pub time: Time,
    pub offset: Option<i16>,
}
