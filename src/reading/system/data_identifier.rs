//! ANSI MH10.8.2 data identifiers (DI) with dates: `16D20230412`, `11D202317`, alone on a label or in the
//! fields of an ISO/IEC 15434 message. 14D is an expiry, and no date of production.

use std::sync::LazyLock;

use regex::Regex;

use super::yyww::in_week;
use super::{System, calendar_days, centuries, dated, each, week};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Meaning, Precision};
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "di", read };

const SOURCES: &[&str] = &["S76"];

static FIELD: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?<di>1[01367]D)(?<data>\d{4,8})").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    each(&FIELD, face)
        .flat_map(|captures| {
            let (Some(whole), Some(di), Some(data)) =
                (captures.get(0), captures.name("di"), captures.name("data"))
            else {
                return Vec::new();
            };
            if !face.stands_alone(&whole.range()) {
                return Vec::new();
            }
            let proposal = Proposal::new("DI", whole.range(), Support::Named, SOURCES);
            field(di.as_str(), data.as_str(), &proposal, context)
        })
        .collect()
}

fn field(di: &str, data: &str, proposal: &Proposal, context: &Context) -> Vec<Proposal> {
    let part = |range: std::ops::Range<usize>| data.get(range).and_then(|part| part.parse::<u32>().ok());
    let year = |range| part(range).and_then(|year| i16::try_from(year).ok());
    let number = |range| part(range).and_then(|week| u8::try_from(week).ok()).unwrap_or(0);
    let proposal = proposal.clone();
    match (di, data.len()) {
        ("10D", 4) => {
            let Some(short) = year(0..2) else {
                return Vec::new();
            };
            centuries(short, 1960, context.existed_by().year())
                .map(|year| {
                    let proposal = proposal.clone().resting_on("K");
                    let proposal = proposal.at_most(Grade::C, t("reading-why-unverified").to_owned());
                    in_week(proposal, year, number(2..4), context.profile)
                })
                .collect()
        }
        ("11D", 6) => year(0..4)
            .map(|year| in_week(proposal, year, number(4..6), context.profile))
            .into_iter()
            .collect(),
        ("13D", 8) => {
            let century = |short: i16| centuries(short, 1960, context.existed_by().year()).next();
            let first = year(0..2)
                .and_then(century)
                .and_then(|year| week::iso(year, number(2..4)));
            let last = year(4..6)
                .and_then(century)
                .and_then(|year| week::iso(year, number(6..8)));
            let proposal = proposal.because(t("reading-why-di-range").to_owned());
            vec![match first
                .zip(last)
                .filter(|(first, last)| first.earliest() <= last.latest())
            {
                Some((first, last)) => proposal
                    .made_in(first.hull(&last), Precision::Multi)
                    .meaning(Meaning::LabelPrint),
                None => proposal.impossible(t("reading-why-di-weeks").to_owned()),
            }]
        }
        ("16D", 8) => year(0..4)
            .map(|year| dated(proposal, calendar_days(year, part(4..6), part(6..8))))
            .into_iter()
            .collect(),
        ("17D", 8) => year(4..8)
            .map(|year| dated(proposal, calendar_days(year, part(2..4), part(0..2))))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}
