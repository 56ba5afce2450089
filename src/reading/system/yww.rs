//! `YWW` date codes: one digit of the year, two of the week; every decade of the last 30 years is possible.

use super::yyww::in_week;
use super::{System, bare_tokens, capped_by_field, number, week};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "yww", read };

/// How far back a year of one digit is looked for.
const YEARS: i16 = 30;

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if context.is_value_coded() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for token in bare_tokens(face, context) {
        let Some(code) = number(&token, 3) else {
            continue;
        };
        // Both parts of a number of three digits are below 100.
        let digit = i16::try_from(code / 100).unwrap_or(0);
        let week = u8::try_from(code % 100).unwrap_or(0);
        let last = context.existed_by().year();
        for year in (last - YEARS + 1..=last).rev() {
            let exists = (1..=52).contains(&week) || week::iso(year, week).is_some();
            if year % 10 != digit || !exists {
                continue;
            }
            let proposal = Proposal::new("yww", token.range.clone(), Support::Bare, &["S52", "S57"])
                .because(t("reading-why-one-digit-year").to_owned());
            let dated = in_week(proposal, year, week, context.profile);
            found.push(capped_by_field(dated, context));
        }
    }
    found
}
