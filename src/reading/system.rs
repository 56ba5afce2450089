//! The systems of reading: one file each, one line in [`SYSTEMS`], and its names in the
//! catalogue (`reading-system-ID`, `reading-as-ID`).

mod buddhist;
mod calendar;
mod cn_factory_year;
mod data_identifier;
mod dod_lot;
mod february_11;
mod grau;
mod gregorian;
mod gs1;
mod hebrew;
mod iec;
mod imperial;
mod islamic;
mod iuid;
mod japanese;
mod juche;
mod maker_month;
mod nato;
pub(super) mod removed;
mod roc;
mod separated_week;
mod solar_hijri;
mod su_headstamp;
mod su_letter;
mod su_lot_year_plant;
mod su_month_year;
mod su_plant;
mod su_quarter;
mod su_vehicle;
mod team;
mod value;
pub mod week;
mod wwyy;
mod yww;
mod yyww;

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::context::Context;
use super::face::{Face, Token};
use super::grade::Proposal;
use super::outcome::{Grade, Precision};
use crate::model::marking::MarkKind;
use crate::model::when::Interval;
use crate::text::{t, tf};

/// A way of reading marks.
pub struct System {
    /// Its name in files.
    pub id: &'static str,
    /// What it proposes for the writing of a face.
    pub(super) read: fn(&Face<'_>, &Context) -> Vec<Proposal>,
}

/// Every system; of equal readings, those of the earlier system come first.
pub const SYSTEMS: &[System] = &[
    juche::SYSTEM,
    roc::SYSTEM,
    gregorian::SYSTEM,
    solar_hijri::SYSTEM,
    islamic::SYSTEM,
    buddhist::SYSTEM,
    imperial::SYSTEM,
    japanese::SYSTEM,
    hebrew::SYSTEM,
    su_lot_year_plant::SYSTEM,
    su_headstamp::SYSTEM,
    su_letter::SYSTEM,
    su_vehicle::SYSTEM,
    su_month_year::SYSTEM,
    su_quarter::SYSTEM,
    wwyy::SYSTEM,
    cn_factory_year::SYSTEM,
    dod_lot::SYSTEM,
    dod_lot::REPAIRED,
    nato::NSN,
    nato::CAGE,
    nato::DODIC,
    yyww::SYSTEM,
    yww::SYSTEM,
    separated_week::SYSTEM,
    iec::SYSTEM,
    maker_month::TI,
    maker_month::TEWA,
    gs1::SYSTEM,
    data_identifier::SYSTEM,
    iuid::SYSTEM,
    february_11::SYSTEM,
    grau::SYSTEM,
    value::SYSTEM,
    team::SYSTEM,
];

/// The system of a team's own rules: each of its rules stands for itself.
pub(super) const TEAM: &str = team::SYSTEM.id;

/// The name of a system, for people.
#[must_use]
pub fn system_name(id: &str) -> &'static str {
    message("reading-system", id)
}

/// A system's name as it stands in a sentence: `a Juche year`.
#[must_use]
pub fn system_phrase(id: &str) -> &'static str {
    message("reading-as", id)
}

/// A message about a system. A file of a newer version may name one that is not known here.
fn message(topic: &str, id: &str) -> &'static str {
    if id == removed::ID || SYSTEMS.iter().any(|system| system.id == id) {
        t(&format!("{topic}-{}", id.replace('_', "-")))
    } else {
        t("reading-system-unknown")
    }
}

/// The tokens that a rule for bare numbers may read: none in a part number, which is no date.
fn bare_tokens<'a>(face: &'a Face<'_>, context: &Context) -> impl Iterator<Item = Token<'a>> {
    let readable = context.field != Some(MarkKind::PartNumber);
    face.tokens().filter(move |_| readable)
}

/// The token's number, when it is all ASCII digits and so many.
fn number(token: &Token<'_>, digits: usize) -> Option<u32> {
    let all = token.text.len() == digits && token.text.bytes().all(|b| b.is_ascii_digit());
    token.text.parse().ok().filter(|_| all)
}

/// A serial number holds a year only by a maker's rule.
fn capped_by_field(proposal: Proposal, context: &Context) -> Proposal {
    if context.field == Some(MarkKind::Serial) {
        proposal.at_most(Grade::D, t("reading-why-serial").to_owned())
    } else {
        proposal
    }
}

/// The days of a Gregorian year, month or day, or why there are none.
fn calendar_days(year: i16, month: Option<u32>, day: Option<u32>) -> Result<(Interval, Precision), String> {
    let none = |key, name, number: u32| tf(key, &[(name, number.into()), ("year", i32::from(year).into())]);
    let Some(month) = month else {
        let days = Interval::year(year).ok_or_else(|| t("reading-why-no-year").to_owned())?;
        return Ok((days, Precision::Year));
    };
    let days = i8::try_from(month)
        .ok()
        .and_then(|month| Interval::month(year, month))
        .ok_or_else(|| none("reading-why-no-month", "month", month))?;
    let Some(day) = day else {
        return Ok((days, Precision::Month));
    };
    let first = days.earliest();
    i8::try_from(day)
        .ok()
        .and_then(|day| Date::new(year, first.month(), day).ok())
        .map(|day| (Interval::day(day), Precision::Day))
        .ok_or_else(|| none("reading-why-no-day", "day", day))
}

/// A proposal of the days, or an impossible one with the reason.
fn dated(proposal: Proposal, days: Result<(Interval, Precision), String>) -> Proposal {
    match days {
        Ok((days, precision)) => proposal.made_in(days, precision),
        Err(reason) => proposal.impossible(reason),
    }
}

/// What stands before a date of expiry.
static EXPIRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:\bдо|годен|придатн\w*|exp(?:iry|ires|\.)?(?: date)?|best before|bbe)[\s:.]*$").ok()
});

/// Whether a word for expiry stands before a piece: then it is no date of production.
fn is_expiry(face: &Face<'_>, range: &Range<usize>) -> bool {
    let before = face.text().get(..range.start).unwrap_or_default();
    EXPIRY.as_ref().is_some_and(|words| words.is_match(before))
}

/// The years from `first` to `last` that two digits may mean, newest first.
fn centuries(short: i16, first: i16, last: i16) -> impl Iterator<Item = i16> {
    [2000 + short, 1900 + short]
        .into_iter()
        .filter(move |year| (first..=last).contains(year))
}

/// Whether a piece is not the inside of a longer word, number, or number with separators.
fn is_whole(face: &Face<'_>, range: &Range<usize>) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| "./-".contains(c));
    let (before, behind) = face.around(range);
    face.stands_alone(range) && !joined(before) && (!joined(behind) || behind == Some('.'))
}

/// Everything that a pattern, if it is one, finds in a face.
fn each<'a>(
    pattern: &'static LazyLock<Option<Regex>>,
    face: &'a Face<'_>,
) -> impl Iterator<Item = Captures<'a>> {
    pattern
        .iter()
        .flat_map(|pattern| pattern.captures_iter(face.text()))
}

/// The number of a capture of digits.
fn digits(text: Option<regex::Match<'_>>) -> Option<u32> {
    text?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_has_a_name_and_an_id_of_its_own() {
        let mut ids: Vec<&str> = SYSTEMS.iter().map(|system| system.id).collect();
        for id in &ids {
            assert!(!system_name(id).starts_with("reading-"), "{id}");
            assert!(!system_phrase(id).starts_with("reading-"), "{id}");
        }
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), SYSTEMS.len());
    }
}
