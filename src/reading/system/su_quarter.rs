//! A quarter of a year on Russian labels: `II кв. 2023`.

use std::sync::LazyLock;

use regex::Regex;

use super::{System, centuries, digits, each, is_expiry};
use crate::model::when::Interval;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Precision};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System {
    id: "su_quarter",
    read,
};

/// The quarter in Roman numerals, Latin or Cyrillic letters, or as a digit.
static QUARTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?<q>[IІVX]{1,4}|\d)\s*[.-]?\s*кв(?:артал|\.)?\s*(?<y>\d{4}|\d{2})").ok()
});

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for captures in each(&QUARTER, face) {
        let (Some(whole), Some(written)) = (captures.get(0), captures.name("q")) else {
            continue;
        };
        let range = whole.range();
        let Some(year) = digits(captures.name("y")).and_then(|year| i16::try_from(year).ok()) else {
            continue;
        };
        if !face.stands_alone(&range) || is_expiry(face, &range) {
            continue;
        }
        let proposal =
            Proposal::new("SU7", range, Support::Named, &["K"]).because(t("reading-why-quarter").to_owned());
        let Some(quarter) = quarter(written.as_str()) else {
            let reason = tf("reading-why-no-quarter", &[("quarter", written.as_str().into())]);
            found.push(proposal.impossible(reason));
            continue;
        };
        let years: Vec<i16> = if year < 100 {
            centuries(year, 1945, context.existed_by().year()).collect()
        } else {
            vec![year]
        };
        for full in years {
            let first = Interval::month(full, quarter * 3 - 2);
            let last = Interval::month(full, quarter * 3);
            if let Some((first, last)) = first.zip(last) {
                let dated = proposal.clone().made_in(first.hull(&last), Precision::Quarter);
                found.push(if year < 100 {
                    dated.at_most(Grade::B, t("reading-why-two-digit-year").to_owned())
                } else {
                    dated
                });
            }
        }
    }
    found
}

fn quarter(written: &str) -> Option<i8> {
    match written.to_uppercase().replace('І', "I").as_str() {
        "I" | "1" => Some(1),
        "II" | "2" => Some(2),
        "III" | "3" => Some(3),
        "IV" | "4" => Some(4),
        _ => None,
    }
}
