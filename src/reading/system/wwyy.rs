//! Week and year, in this order, on Russian components: the rival of month and year, and of `YYWW`.

use super::yyww::in_week;
use super::{System, bare_tokens, capped_by_field, centuries, number};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "wwyy", read };

/// Date codes of this form are not older than integrated circuits in series.
const FIRST_YEAR: i16 = 1960;

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if !context.is_from("RU") && !context.is_from("SU") || context.is_value_coded() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for token in bare_tokens(face, context) {
        let Some(code) = number(&token, 4).filter(|code| (1..=52).contains(&(code / 100))) else {
            continue;
        };
        let week = u8::try_from(code / 100).unwrap_or(0);
        let short = i16::try_from(code % 100).unwrap_or(0);
        for year in centuries(short, FIRST_YEAR, context.existed_by().year()) {
            let proposal = Proposal::new("SU6", token.range.clone(), Support::Bare, &["K"])
                .because(t("reading-why-wwyy").to_owned())
                .at_most(Grade::C, t("reading-why-unverified").to_owned());
            let dated = in_week(proposal, year, week, context.profile);
            found.push(capped_by_field(dated, context));
        }
    }
    found
}
