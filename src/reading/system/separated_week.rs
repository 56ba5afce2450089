//! Year and week with a separator (`23-17`, `13.23`): no form of a standard, and so offered apart from `YYWW`.

use std::sync::LazyLock;

use regex::Regex;

use super::yyww::in_week;
use super::{System, capped_by_field, centuries, digits, each, is_whole};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System {
    id: "yyww_separated",
    read,
};

/// Date codes of this form are not older than integrated circuits in series.
const FIRST_YEAR: i16 = 1960;

static PAIR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?<y>\d{2})[./-](?<w>\d{2})").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    // Cables bear codes of both kinds.
    let typical = context.is_electronic() || context.object.as_deref() == Some("cable");
    if !typical || context.is_value_coded() || context.field == Some(MarkKind::PartNumber) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for captures in each(&PAIR, face) {
        let Some(whole) = captures.get(0).map(|whole| whole.range()) else {
            continue;
        };
        let short = digits(captures.name("y")).and_then(|year| i16::try_from(year).ok());
        let week = digits(captures.name("w")).and_then(|week| u8::try_from(week).ok());
        let Some((short, week)) = short.zip(week.filter(|week| (1..=52).contains(week))) else {
            continue;
        };
        if !is_whole(face, &whole) {
            continue;
        }
        for year in centuries(short, FIRST_YEAR, context.existed_by().year()) {
            let proposal = Proposal::new("YYWW2", whole.clone(), Support::Fair, &["S50", "S54"])
                .at_most(Grade::C, t("reading-why-week-separated").to_owned());
            found.push(capped_by_field(
                in_week(proposal, year, week, context.profile),
                context,
            ));
        }
    }
    found
}
