//! A strike: an attack event, with when it happened kept apart from when it was reported.

use serde::{Deserialize, Serialize};

use super::id::{PhotoId, StrikeId};
use super::source::Source;
use super::when::{Edtf, Interval};

/// An attack event.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Strike {
    /// Its id.
    pub id: StrikeId,
    /// What people call it; may be empty while nobody named it.
    pub title: String,
    /// When it happened, as far as that is known.
    pub occurred: Option<Edtf>,
    /// The IANA name of the time zone in which `occurred` is written (`Europe/Kyiv`), or `UTC`.
    pub time_zone: Option<String>,
    /// The day on which it was reported.
    pub reported: Option<Edtf>,
    /// Who reported it.
    pub reported_by: Option<String>,
    /// Where that report can be found.
    pub reported_link: Option<String>,
    /// The place in words.
    pub place_name: Option<String>,
    /// Degrees north, WGS 84.
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    pub longitude: Option<f64>,
    /// Radius in metres in which the true place lies.
    pub radius_m: Option<f64>,
    /// What was hit.
    pub target: Option<String>,
    /// Whether somebody has confirmed it.
    pub status: Option<StrikeStatus>,
    /// The photo that stands for it on the calendar.
    pub cover_photo: Option<PhotoId>,
    /// Anything else.
    pub notes: String,
    /// Where all this comes from.
    pub sources: Vec<Source>,
}

/// How far a strike is established.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StrikeStatus {
    /// Somebody reported it.
    Reported,
    /// The team has confirmed it.
    Confirmed,
    /// It is in doubt.
    Disputed,
}

/// What a strike's date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// When it happened is known, be it to a range.
    Observed,
    /// Only the day of a report is known.
    ReportedOn,
}

impl DateBasis {
    /// Its word in tables and files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::ReportedOn => "reported_on",
        }
    }
}

impl Strike {
    /// The days on which a calendar shows it: when it happened, or else the day of the report.
    ///
    /// An open end (`2024-08-05/..`) is shown on the day that is known.
    #[must_use]
    pub fn calendar_days(&self) -> Option<(Interval, DateBasis)> {
        let observed = self.occurred.as_ref().and_then(shown_days);
        let reported = || self.reported.as_ref().and_then(shown_days);
        observed
            .map(|days| (days, DateBasis::Observed))
            .or_else(|| reported().map(|days| (days, DateBasis::ReportedOn)))
    }

    /// The days of its report, where the days on which it happened are known too.
    #[must_use]
    pub fn report_beside(&self) -> Option<Interval> {
        self.occurred.as_ref().and_then(shown_days)?;
        self.reported.as_ref().and_then(shown_days)
    }
}

/// The days on which a calendar shows a date; one whose end is open is shown on the day that is known.
#[must_use]
pub fn shown_days(edtf: &Edtf) -> Option<Interval> {
    let bounds = edtf.bounds();
    let first = bounds.earliest.or(bounds.latest)?;
    let last = bounds.latest.or(bounds.earliest)?;
    Interval::new(first, last).ok()
}
