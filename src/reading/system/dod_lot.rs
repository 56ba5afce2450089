//! Ammunition lot numbers by [MIL-STD-1168](https://quicksearch.dla.mil): maker, year, month letter, interfix,
//! sequence. The number is given when making the lot begins, so the piece itself may be later.

use std::sync::LazyLock;

use regex::Regex;

use super::{System, bare_tokens, calendar_days, centuries};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Meaning};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "dod_lot", read };
/// Lot numbers with a space in place of a hyphen: no form of the standard, so offered apart.
pub(super) const REPAIRED: System = System {
    id: "dod_lot_repaired",
    read: read_repaired,
};

/// The standard is of the 1960s.
const FIRST_YEAR: i16 = 1960;
/// The letters of the months: no I, which looks like a 1.
const MONTHS: &str = "ABCDEFGHJKLM";

static LOT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?<maker>[A-Z]{3}|[A-Z]{2}-|[A-Z]--)(?<y>\d{2})(?<m>[A-Z])(?<i>\d{3})[-A-Z](?<s>\d{3})(?<x>[A-Z]{0,3})$")
        .ok()
});

static SPACED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?<maker>[A-Z]{1,2}) +(?<y>\d{2})(?<m>[A-HJ-M])(?<i>\d{3}) ?[- A-Z] ?(?<s>\d{3})(?<x>[A-Z]{0,3})$",
    )
    .ok()
});

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let support = support(context);
    bare_tokens(face, context)
        .flat_map(|token| lots(&LOT, &token, support, context))
        .collect()
}

fn read_repaired(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    face.lines()
        .iter()
        .flat_map(|line| lots(&SPACED, line, Support::Fair, context))
        .map(|proposal| proposal.because(t("reading-why-lot-repaired").to_owned()))
        .collect()
}

fn support(context: &Context) -> Support {
    if context.is_ammunition() {
        Support::Context
    } else {
        Support::Neutral
    }
}

fn lots(
    pattern: &'static LazyLock<Option<Regex>>,
    token: &crate::reading::face::Token<'_>,
    support: Support,
    context: &Context,
) -> Vec<Proposal> {
    let Some(captures) = pattern.as_ref().and_then(|pattern| pattern.captures(token.text)) else {
        return Vec::new();
    };
    let part = |name| captures.name(name).map_or("", |part| part.as_str());
    let letter = part("m");
    let mut proposal = Proposal::new("L1", token.range.clone(), support, &["S40", "S41", "S42"])
        .because(tf(
            "reading-why-lot",
            &[
                ("maker", part("maker").trim_end_matches('-').into()),
                ("interfix", part("i").into()),
                ("sequence", part("s").into()),
            ],
        ))
        .because(t("reading-why-lot-start").to_owned());
    if !part("x").is_empty() {
        proposal = proposal.because(tf("reading-why-lot-suffix", &[("suffix", part("x").into())]));
    }
    let Some(month) = MONTHS
        .chars()
        .zip(1_u32..)
        .find_map(|(c, n)| letter.starts_with(c).then_some(n))
    else {
        return vec![proposal.impossible(tf("reading-why-lot-letter", &[("letter", letter.into())]))];
    };
    let short: i16 = part("y").parse().unwrap_or(0);
    centuries(short, FIRST_YEAR, context.existed_by().year())
        .map(|year| {
            let proposal = proposal
                .clone()
                .at_most(Grade::B, t("reading-why-two-digit-year").to_owned());
            super::dated(proposal, calendar_days(year, Some(month), None)).meaning(Meaning::LotStart)
        })
        .collect()
}
