//! The Islamic lunar calendar. The months of a year depend on the sighting of the moon or on the table that is
//! used, so that a reading is all that the calendar of Umm al-Qura or the tabular civil one gives.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::calendar::lunar;
use super::{System, bare_tokens, capped_by_field, dated, digits, each, is_expiry, number};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "ah", read };

const SOURCES: &[&str] = &["ICU", "UMMALQURA"];

/// The years that are read: 1300 AH began in 1882.
const YEARS: Range<u32> = 1300..1500;

/// The era in Arabic or Latin letters, before the year or behind it. With `ش` behind it a year is solar.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:\bA\.?H\.?\s*(?<p>1[345]\d\d)\b|(?<y>1[345]\d\d)(?:\s*/\s*(?<m>\d{1,2}))?(?:\s*/\s*(?<d>\d{1,2}))?\s*(?:(?<solar>هـ?\s*\.?\s*ش|ش)|هـ?\s*\.?\s*ق|ق|هـ|A\.?H\b\.?))",
    )
    .ok()
});

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for captures in each(&NAMED, face).filter(|captures| captures.name("solar").is_none()) {
        let year = digits(captures.name("y").or(captures.name("p")));
        let Some((whole, year)) = captures.get(0).zip(year) else {
            continue;
        };
        if face.around(&whole.range()).0.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let written = (year, digits(captures.name("m")), digits(captures.name("d")));
        let proposal = Proposal::new("AH1", whole.range(), Support::Named, SOURCES);
        found.push(dated(proposal, lunar(written)));
    }
    for token in bare_tokens(face, context) {
        let Some(year) = number(&token, 4).filter(|year| YEARS.contains(year)) else {
            continue;
        };
        let days = lunar((year, None, None));
        if !matches!(&days, Ok((days, _)) if days.earliest() <= context.existed_by()) {
            continue;
        }
        // Solar years of the same number that are still to come leave only the lunar one.
        let solar = super::calendar::persian((year, None, None));
        let only_lunar = matches!(solar, Ok((days, _)) if days.earliest() > context.existed_by());
        let (support, reason) = match &context.object {
            None if only_lunar => (Support::Neutral, "reading-why-ah-only"),
            _ => (Support::Bare, "reading-why-ah-bare"),
        };
        let proposal =
            Proposal::new("AH2", token.range.clone(), support, SOURCES).because(t(reason).to_owned());
        found.push(capped_by_field(dated(proposal, days), context));
    }
    found.retain(|proposal| !is_expiry(face, proposal.range()));
    found
}
