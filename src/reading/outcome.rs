//! What a reading is: a hypothesis about a mark, with its interval, grade, reasons, rivals and sources.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::system::system_name;
use crate::model::when::Interval;

/// What a mark may mean: a hypothesis, never a bare year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The system that reads it so (`juche`).
    pub system: String,
    /// The rule within the system (`J2`).
    pub rule_id: String,
    /// The part of the transcription that is read, as it was typed.
    pub raw: String,
    /// The bytes of that part in the transcription.
    pub span: Range<usize>,
    /// What was matched, in its comparable form.
    pub normalised: String,
    /// The days that it means; `None` when it means no date, or an impossible one.
    pub interval: Option<Interval>,
    /// The days that it may mean when its maker's counting is not known. Bounds rest on these.
    pub tolerant: Option<Interval>,
    /// The part of [`bound_interval`](Self::bound_interval) up to the strike, or to the day on which it was
    /// documented, where that cuts something off.
    pub clipped: Option<Interval>,
    /// How finely it speaks.
    pub precision: Option<Precision>,
    /// What it dates.
    pub meaning: Meaning,
    /// The place that it names.
    pub place: Option<Place>,
    /// Whether the mark itself names the system: an era word, a double date, a key word.
    #[serde(default)]
    pub named: bool,
    /// How far it may be trusted.
    pub grade: Grade,
    /// Why it has this grade: sentences for people.
    pub why: Vec<String>,
    /// The systems that read the same writing otherwise.
    pub alternatives: Vec<String>,
    /// Ids of the sources of the rule; see [`source`](super::source).
    pub sources: Vec<String>,
}

impl Reading {
    /// The days that bounds and differences may rest on: all that its maker may have meant.
    #[must_use]
    pub fn bound_interval(&self) -> Option<Interval> {
        self.tolerant.or(self.interval)
    }

    /// The name of its system, for people.
    #[must_use]
    pub fn system_name(&self) -> &'static str {
        system_name(&self.system)
    }
}

/// How finely a reading speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// A span of its own: several weeks or years.
    Multi,
}

/// What a reading dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// When the piece was made.
    Production,
    /// When pieces were put together.
    Assembly,
    /// When the lot that it belongs to was begun.
    LotStart,
    /// The weeks in which its lot was sealed.
    SealWindow,
    /// When the design was adopted.
    DesignModel,
    /// When the label was printed.
    LabelPrint,
    /// No date.
    None,
}

impl Meaning {
    /// Whether it may bound when a weapon was put together.
    #[must_use]
    pub const fn bounds_assembly(self) -> bool {
        matches!(self, Self::Production | Self::LotStart | Self::SealWindow)
    }
}

/// A place that a mark names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The attribution, in words.
    pub text: String,
    /// The id of its source.
    pub source: String,
}

/// How far a reading may be trusted; the best is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// The mark names its own system, and all checks pass.
    A,
    /// The pattern fits, and independent context supports it.
    B,
    /// The pattern fits, the context is neutral, few systems compete.
    C,
    /// A short code with many rivals; never to be shown without them.
    D,
    /// Impossible; kept with the reason.
    X,
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::X => "X",
        })
    }
}
