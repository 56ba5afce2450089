//! The Minguo calendar of Taiwan, and of the Republic of China before 1949: year 1 is 1912, as in the Juche
//! calendar, so that every bare number in the one is also a year of the other.

use std::sync::LazyLock;

use regex::{Match, Regex};

use super::{System, bare_tokens, calendar_days, capped_by_field, dated, digits};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::normalise::han_number;
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "roc", read };

/// The year before Minguo 1.
const EPOCH: i16 = 1911;

static CHINESE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:中華|中华)?民[國国]\s*(?<n>元|\d+|[〇零一二三四五六七八九十百]{1,5})\s*年(?:\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?)?",
    )
    .ok()
});

static LATIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\bR\.?O\.?C\.?\s*(?<n>\d+)(?:[./-](?<m>\d{1,2})(?:[./-](?<d>\d{1,2}))?)?").ok()
});

static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(?<n>\d{2,3})(?<year>年)?$").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for (rule, pattern) in [("R1", &*CHINESE), ("R2", &*LATIN)] {
        let captures = pattern
            .iter()
            .flat_map(|pattern| pattern.captures_iter(face.text()));
        for captures in captures {
            let Some(whole) = captures.get(0) else {
                continue;
            };
            let n = numeral(captures.name("n")).filter(|n| *n < 1000);
            let (_, behind) = face.around(&whole.range());
            let Some(n) = n.filter(|_| !behind.is_some_and(|c| c.is_ascii_digit())) else {
                continue;
            };
            let proposal = Proposal::new(rule, whole.range(), Support::Named, &["S30", "ICU"]);
            found.push(if n == 0 {
                proposal.impossible(t("reading-why-year-zero").to_owned())
            } else {
                let (month, day) = (numeral(captures.name("m")), numeral(captures.name("d")));
                dated(proposal, calendar_days(gregorian(n), month, day))
            });
        }
    }
    if !context.is_value_coded() {
        found.extend(bare(face, context));
    }
    found
}

/// Numbers that name no era.
fn bare(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let read = |token: super::Token<'_>| {
        let captures = BARE.as_ref()?.captures(token.text)?;
        let n = digits(captures.name("n")).filter(|n| (86..130).contains(n))?;
        let from_taiwan = context.is_from("TW");
        let (support, reason) = if from_taiwan {
            (Support::Context, "reading-why-roc-taiwan")
        } else {
            (Support::Bare, "reading-why-roc-origin")
        };
        let mut proposal =
            Proposal::new("R3", token.range.clone(), support, &["ICU"]).because(t(reason).to_owned());
        if captures.name("year").is_some() && !from_taiwan {
            proposal = proposal.at_most(Grade::D, t("reading-why-roc-no-era").to_owned());
        }
        let days = calendar_days(gregorian(n), None, None);
        Some(capped_by_field(dated(proposal, days), context))
    };
    bare_tokens(face, context).filter_map(read).collect()
}

/// A number in ASCII digits or Han numerals.
fn numeral(text: Option<Match<'_>>) -> Option<u32> {
    digits(text).or_else(|| han_number(text?.as_str()))
}

/// The Gregorian year of Minguo year `n`, which has at most three digits.
fn gregorian(n: u32) -> i16 {
    EPOCH.saturating_add(i16::try_from(n).unwrap_or(i16::MAX))
}
