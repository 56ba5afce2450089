//! The Buddhist Era of Thailand: 543 years ahead of the Gregorian year since 1941. Before, the year began on
//! 1 April; other countries of the era begin theirs in April or May (both general knowledge).

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use regex::Regex;

use super::{System, bare_tokens, capped_by_field, dated, digits, each, number};
use crate::model::when::Interval;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Precision};
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "be", read };

const SOURCES: &[&str] = &["ICU"];
const AHEAD: u32 = 543;
/// The last year that began on 1 April and had twelve months.
const LAST_FROM_APRIL: u32 = 2482;
/// The year that began on 1 April and ended with December.
const SHORT: u32 = 2483;

static NAMED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:พ\.?\s?ศ\.?|\bB\.?E\.?)\s*(?<y>2[456]\d\d)").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for captures in each(&NAMED, face) {
        let Some((whole, year)) = captures.get(0).zip(digits(captures.name("y"))) else {
            continue;
        };
        let (_, behind) = face.around(&whole.range());
        if behind.is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        found.push(in_year(
            Proposal::new("B1", whole.range(), Support::Named, SOURCES),
            year,
        ));
    }
    let is_thai = context.is_from("TH");
    for token in bare_tokens(face, context) {
        let Some(year) = number(&token, 4).filter(|year| (2440..2600).contains(year)) else {
            continue;
        };
        let proposal = if is_thai {
            Proposal::new("B2", token.range.clone(), Support::Context, SOURCES)
                .because(t("reading-why-be-thailand").to_owned())
        } else if context.is_from("IR") {
            Proposal::new("B2", token.range.clone(), Support::Bare, SOURCES)
                .because(t("reading-why-be-bare").to_owned())
        } else {
            continue;
        };
        found.push(capped_by_field(in_year(proposal, year), context));
    }
    found
}

fn in_year(proposal: Proposal, year: u32) -> Proposal {
    let Ok(gregorian) = i16::try_from(year - AHEAD) else {
        return proposal;
    };
    let first = |year| Date::new(year, 4, 1).ok();
    let old = match year {
        SHORT => Interval::new(date(1940, 4, 1), date(1940, 12, 31)).ok(),
        ..=LAST_FROM_APRIL => first(gregorian)
            .zip(first(gregorian + 1).and_then(|next| next.yesterday().ok()))
            .and_then(|(first, last)| Interval::new(first, last).ok()),
        _ => None,
    };
    match old {
        Some(days) => proposal
            .made_in(days, Precision::Year)
            .at_most(Grade::C, t("reading-why-unverified").to_owned()),
        None => dated(proposal, super::calendar_days(gregorian, None, None)),
    }
}
