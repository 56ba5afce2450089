//! The imperial years of Iran, 2535 to 2537, in use from 21 March 1976 to 27 August 1978 (general knowledge;
//! the dates are computed). The same numbers are Buddhist years of the 1990s.

use jiff::civil::{Date, date};

use super::calendar::persian;
use super::{System, bare_tokens, dated, number};
use crate::model::when::Interval;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "imperial", read };

/// What an imperial year is ahead of a Solar Hijri one.
const AHEAD: u32 = 1180;
/// The last day of the calendar.
const LAST: Date = date(1978, 8, 27);

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let (support, reason) = if context.is_from("IR") {
        (Support::Context, "reading-why-imperial-iran")
    } else {
        (Support::Bare, "reading-why-imperial-bare")
    };
    bare_tokens(face, context)
        .filter_map(|token| {
            let year = number(&token, 4).filter(|year| (2535..=2537).contains(year))?;
            let days = persian((year - AHEAD, None, None)).map(|(days, precision)| {
                let in_use = Interval::new(days.earliest(), days.latest().min(LAST));
                (in_use.unwrap_or(days), precision)
            });
            let proposal = Proposal::new("IM1", token.range, support, &["ICU"])
                .because(t(reason).to_owned())
                .at_most(Grade::C, t("reading-why-unverified").to_owned());
            Some(dated(proposal, days))
        })
        .collect()
}
