//! Lot, year and plant, as stencilled on Soviet and Russian projectiles, cases and crates. That the lot comes
//! first is not confirmed by a source; the year is the middle number either way.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::su_plant::{FIRST_YEAR, with_plant};
use super::{System, calendar_days, capped_by_field, centuries, dated, digits, each, is_expiry, is_whole};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "su_lyp", read };

static TRIPLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?<a>\d{1,4})-(?<y>\d{2})-(?<b>\d{1,3}[А-Я]?)").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if context.field == Some(MarkKind::PartNumber) {
        return Vec::new();
    }
    each(&TRIPLE, face)
        .flat_map(|captures| triple(face, context, &captures))
        .collect()
}

fn triple(face: &Face<'_>, context: &Context, captures: &Captures<'_>) -> Vec<Proposal> {
    let part = |name| captures.name(name).map(|part| part.as_str());
    let (Some(whole), Some(first), Some(last)) = (captures.get(0), part("a"), part("b")) else {
        return Vec::new();
    };
    let whole = whole.range();
    let support = match context.origin.as_deref() {
        Some(_) if context.is_from("RU") || context.is_from("SU") => Support::Fair,
        Some(_) => Support::Bare,
        None => Support::Neutral,
    };
    let short = digits(captures.name("y")).and_then(|short| i16::try_from(short).ok());
    let Some(short) = short.filter(|_| is_whole(face, &whole) && !is_expiry(face, &whole)) else {
        return Vec::new();
    };
    if support != Support::Fair && looks_like_a_date(captures) {
        return Vec::new();
    }
    centuries(short, FIRST_YEAR, context.existed_by().year())
        .map(|year| {
            let proposal = Proposal::new("SU1", whole.clone(), support, &["S32"])
                .because(tf(
                    "reading-why-su-lyp",
                    &[("lot", first.into()), ("plant", last.into())],
                ))
                .at_most(Grade::C, t("reading-why-unverified").to_owned());
            let proposal = dated(proposal, calendar_days(year, None, None));
            capped_by_field(with_plant(proposal, last), context)
        })
        .collect()
}

/// Whether the three numbers are a day by ISO 8601, as on many labels.
fn looks_like_a_date(captures: &Captures<'_>) -> bool {
    let part = |name| digits(captures.name(name)).unwrap_or(0);
    captures.name("a").is_some_and(|year| year.len() == 4)
        && (1900..2100).contains(&part("a"))
        && (1..=12).contains(&part("y"))
        && (1..=31).contains(&part("b"))
}
