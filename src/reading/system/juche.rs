//! The Juche calendar of North Korea: year 1 is 1912, months and days are Gregorian. Decided on 8 July 1997;
//! reported to have gone out of use in the press from October 2024, of factories nothing is known.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use regex::Regex;

use super::{System, bare_tokens, calendar_days, capped_by_field, dated, digits, number};
use crate::model::when::Interval;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "juche", read };

/// The year before Juche 1.
const EPOCH: i16 = 1911;
/// When the calendar was decided on; nothing was marked with it earlier.
const ADOPTED: Date = date(1997, 7, 8);
/// The first year of the calendar that was written as such.
const FIRST_WRITTEN: u32 = 86;
/// The last year before it was reported to be given up.
const LAST_WRITTEN: u32 = 113;

/// The era's name in Korean, Chinese, Latin and Cyrillic letters, then year, double date, month and day.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:주체|主[體体]|juche|чучхе)\s*(?<n>\d+)\s*(?:\(\s*(?<y>\d{4})\s*\))?(?:\s*년)?(?:\s*\.\s*(?<m>\d{1,2})(?:\s*\.\s*(?<d>\d{1,2}))?\.?|\s*(?<km>\d{1,2})\s*월(?:\s*(?<kd>\d{1,2})\s*일)?)?",
    )
    .ok()
});

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = named(face);
    if context.is_value_coded() {
        return found;
    }
    for token in bare_tokens(face, context) {
        let n = number(&token, 2).or_else(|| number(&token, 3));
        let Some(n) = n.filter(|n| (FIRST_WRITTEN..130).contains(n)) else {
            continue;
        };
        let (support, reason) = if !context.is_from("KP") {
            (Support::Bare, "reading-why-juche-origin")
        } else if context.is_imported() {
            (Support::Bare, "reading-why-juche-imported")
        } else if context.object.is_none() {
            (Support::Fair, "reading-why-juche-object")
        } else {
            (Support::Context, "reading-why-juche-part")
        };
        let proposal = Proposal::new("J2", token.range, support, &["S1", "S2", "S3", "S8", "S9"])
            .because(t(reason).to_owned());
        let days = calendar_days(gregorian(n), None, None);
        found.push(capped_by_field(year_checked(proposal, n, days), context));
    }
    found
}

/// Marks that name the era.
fn named(face: &Face<'_>) -> Vec<Proposal> {
    let Some(pattern) = NAMED.as_ref() else {
        return Vec::new();
    };
    let read = |captures: regex::Captures<'_>| {
        let whole = captures.get(0)?.range();
        let n = captures.name("n").filter(|n| n.len() <= 3)?;
        let n: u32 = n.as_str().parse().ok()?;
        let proposal = Proposal::new(
            "J1",
            whole,
            Support::Named,
            &["S8", "S9", "S10", "S11", "S12", "S13"],
        );
        if n == 0 {
            return Some(proposal.impossible(t("reading-why-year-zero").to_owned()));
        }
        let year = gregorian(n);
        if let Some(written) = digits(captures.name("y"))
            && i64::from(written) != i64::from(year)
        {
            return Some(proposal.impossible(tf(
                "reading-why-juche-double",
                &[
                    ("n", n.into()),
                    ("year", i32::from(year).into()),
                    ("written", written.to_string().into()),
                ],
            )));
        }
        let month = digits(captures.name("m").or(captures.name("km")));
        let day = digits(captures.name("d").or(captures.name("kd")));
        Some(year_checked(proposal, n, calendar_days(year, month, day)))
    };
    pattern.captures_iter(face.text()).filter_map(read).collect()
}

/// The proposal with its days, and what the calendar's history says about the year.
fn year_checked(
    proposal: Proposal,
    n: u32,
    days: Result<(Interval, crate::reading::Precision), String>,
) -> Proposal {
    let days = days.map(|(days, precision)| {
        let since = Interval::new(days.earliest().max(ADOPTED), days.latest());
        (since.unwrap_or(days), precision)
    });
    let before = n < FIRST_WRITTEN || matches!(&days, Ok((days, _)) if days.latest() < ADOPTED);
    let proposal = dated(proposal, days);
    if before {
        proposal.at_most(Grade::D, t("reading-why-juche-early").to_owned())
    } else if n > LAST_WRITTEN {
        proposal.at_most(Grade::C, t("reading-why-juche-late").to_owned())
    } else {
        proposal
    }
}

/// The Gregorian year of Juche year `n`, which has at most three digits.
fn gregorian(n: u32) -> i16 {
    EPOCH.saturating_add(i16::try_from(n).unwrap_or(i16::MAX))
}
