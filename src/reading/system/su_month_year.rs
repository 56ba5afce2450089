//! Month and year in four digits, on Russian components and cables: `04.23`, `04 23`, `0423`. In one piece the
//! same digits may be a year and a week in either order.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    System, bare_tokens, calendar_days, capped_by_field, centuries, dated, digits, each, is_expiry, is_whole,
    number,
};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "su_mmyy", read };

/// Components were not marked so before the war.
const FIRST_YEAR: i16 = 1945;

static SEPARATED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?<m>\d{2})[. ](?<y>\d{2})").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if !context.is_from("RU") && !context.is_from("SU") || context.field == Some(MarkKind::PartNumber) {
        return Vec::new();
    }
    let last = context.existed_by().year();
    let proposal = |range, support, month: u32, short: u32| -> Vec<Proposal> {
        let short = i16::try_from(short).unwrap_or(0);
        let mut years: Vec<i16> = centuries(short, FIRST_YEAR, last).collect();
        if years.is_empty() {
            years.push(2000 + short);
        }
        // An impossible month is as impossible in the other century.
        if !(1..=12).contains(&month) {
            years.truncate(1);
        }
        let one = |year| {
            let proposal = Proposal::new("SU5", std::ops::Range::clone(&range), support, &["K"])
                .at_most(Grade::C, t("reading-why-unverified").to_owned());
            capped_by_field(dated(proposal, calendar_days(year, Some(month), None)), context)
        };
        years.into_iter().map(one).collect()
    };
    let mut found = Vec::new();
    for captures in each(&SEPARATED, face) {
        let Some(whole) = captures.get(0).map(|whole| whole.range()) else {
            continue;
        };
        if let Some((month, short)) = digits(captures.name("m")).zip(digits(captures.name("y")))
            && is_whole(face, &whole)
        {
            found.extend(proposal(whole, Support::Fair, month, short));
        }
    }
    for token in bare_tokens(face, context) {
        // What is no month is left to the rules of year and week.
        if let Some(code) = number(&token, 4).filter(|code| (1..=12).contains(&(code / 100))) {
            found.extend(proposal(
                token.range.clone(),
                Support::Bare,
                code / 100,
                code % 100,
            ));
        }
    }
    found.retain(|proposal| !is_expiry(face, proposal.range()));
    found
}
