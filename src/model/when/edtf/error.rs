//! Why a text is no EDTF expression: what is wrong, and a right one.

use thiserror::Error;

use crate::text::{t, tf};

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
    /// The year is further away than dates are kept.
    #[error("{}", tf("reading-when-year", &[("year", year.as_str().into())]))]
    Year {
        /// What was given.
        year: String,
    },
    /// Year, month and day are all unknown.
    #[error("{}", t("reading-when-nothing"))]
    NothingKnown,
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
    /// The interval, or a member of a set, has neither a beginning nor an end.
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
