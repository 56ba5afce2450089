//! Factory code and year of two digits, as on Chinese military cartridges: `31/93`. Where both numbers have two
//! digits and neither is a known code, either may be the year.

use std::sync::LazyLock;

use regex::Regex;

use super::{System, calendar_days, capped_by_field, centuries, dated};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Place};
use crate::reading::tables::{CN_FACTORIES, find};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "cn_fy", read };

/// Factory codes are of the People's Republic.
const FIRST_YEAR: i16 = 1950;

static PAIR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?<a>\d{2,3})\s*[/|\n -]\s*(?<b>\d{2})$").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let elsewhere = context.is_from("RU") || context.is_from("SU") || context.is_electronic();
    if elsewhere || context.field == Some(MarkKind::PartNumber) {
        return Vec::new();
    }
    let support = if context.is_from("CN") && (context.is_cartridge() || context.object.is_none()) {
        Support::Context
    } else if context.is_from("CN")
        || context.origin.is_none() && (context.is_cartridge() || context.object.is_none())
    {
        Support::Neutral
    } else {
        Support::Bare
    };
    let mut found = Vec::new();
    for line in face.lines() {
        let Some(captures) = PAIR.as_ref().and_then(|pattern| pattern.captures(line.text)) else {
            continue;
        };
        let part = |name| captures.name(name).map_or("", |part| part.as_str());
        let (a, b) = (part("a"), part("b"));
        let orders: &[(&str, &str)] = match (find(&CN_FACTORIES, a), find(&CN_FACTORIES, b)) {
            _ if a.len() == 3 => &[(a, b)],
            (Some(_), None) => &[(a, b)],
            (None, Some(_)) => &[(b, a)],
            _ => &[(a, b), (b, a)],
        };
        for (factory, short) in orders {
            let Ok(short) = short.parse::<i16>() else {
                continue;
            };
            for year in centuries(short, FIRST_YEAR, context.existed_by().year()) {
                let proposal = Proposal::new("C1", line.range.clone(), support, &["S37"]).place(Place {
                    text: tf("reading-place-cn-factory", &[("code", (*factory).into())]),
                    source: "S37".to_owned(),
                });
                let proposal = dated(proposal, calendar_days(year, None, None));
                let proposal = if orders.len() > 1 {
                    proposal.at_most(Grade::C, t("reading-why-cn-which").to_owned())
                } else {
                    proposal.at_most(Grade::B, t("reading-why-two-digit-year").to_owned())
                };
                found.push(capped_by_field(proposal, context));
            }
        }
    }
    found
}
