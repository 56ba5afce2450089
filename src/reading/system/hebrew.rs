//! The Hebrew calendar: years run from autumn to autumn, and are written in digits or in letters, mostly
//! without their thousands (`תשפ״ד` is 5784).

use std::sync::LazyLock;

use regex::Regex;

use super::calendar::hebrew;
use super::{System, bare_tokens, capped_by_field, each, number};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Precision;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "he", read };

const SOURCES: &[&str] = &["ICU"];

/// Hebrew letters with gershayim, or double quotes, before the last; an optional five for the thousands.
static LETTERS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("(?:ה[׳'])?(?<n>[א-ת]{1,4}[״\"][א-ת])").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for captures in each(&LETTERS, face) {
        let (Some(whole), Some(letters)) = (captures.get(0), captures.name("n")) else {
            continue;
        };
        // 5600 to 5899 are the years from 1839 to 2139: less is an abbreviation, not a year.
        let year = gematria(letters.as_str()).filter(|n| (600..900).contains(n));
        if let Some(days) = year.and_then(|n| hebrew(5000 + n)) {
            let proposal = Proposal::new("H1", whole.range(), Support::Named, SOURCES)
                .because(t("reading-why-he-letters").to_owned());
            found.push(proposal.made_in(days, Precision::Year));
        }
    }
    if !context.is_from("IL") {
        return found;
    }
    for token in bare_tokens(face, context) {
        let year = number(&token, 4).filter(|year| (5680..5900).contains(year));
        if let Some(days) = year.and_then(hebrew) {
            let proposal = Proposal::new("H2", token.range.clone(), Support::Context, SOURCES)
                .because(t("reading-why-he-origin").to_owned());
            found.push(capped_by_field(proposal.made_in(days, Precision::Year), context));
        }
    }
    found
}

/// The number that Hebrew letters write: their values must not increase. Quotation marks are left out.
fn gematria(letters: &str) -> Option<u32> {
    let (mut sum, mut last) = (0, u32::MAX);
    for c in letters.chars().filter(|c| !matches!(c, '״' | '"')) {
        let value = match c {
            'א'..='ט' => u32::from(c) - u32::from('א') + 1,
            'י' => 10,
            'כ' | 'ך' => 20,
            'ל' => 30,
            'מ' | 'ם' => 40,
            'נ' | 'ן' => 50,
            'ס' => 60,
            'ע' => 70,
            'פ' | 'ף' => 80,
            'צ' | 'ץ' => 90,
            'ק' => 100,
            'ר' => 200,
            'ש' => 300,
            'ת' => 400,
            _ => return None,
        };
        if value > last {
            return None;
        }
        last = value;
        sum += value;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_summed_and_must_not_increase() {
        assert_eq!(gematria("תשפ״ד"), Some(784));
        assert_eq!(gematria("תש״ע"), Some(770));
        assert_eq!(gematria("צה״ל"), None);
        assert_eq!(gematria("תשט״ו"), Some(715));
    }
}
