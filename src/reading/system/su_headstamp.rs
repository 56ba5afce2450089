//! Soviet and Russian headstamps: the plant at 12 o'clock, the year in two digits or as a letter at 6 o'clock.

use std::sync::LazyLock;

use jiff::civil::date;
use regex::Regex;

use super::su_letter::{in_letter_years, letter_years};
use super::su_plant::with_plant;
use super::{System, calendar_days, centuries, dated};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "su_hs", read };

static HEADSTAMP: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?<p>\d{1,3})\s*[/|\n]\s*(?:(?<y>\d{2})|(?<l>[А-Я]))$").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let Some(pattern) = HEADSTAMP.as_ref() else {
        return Vec::new();
    };
    if context.field == Some(MarkKind::PartNumber) || context.is_electronic() {
        return Vec::new();
    }
    let support = if context.is_from("CN") || !context.is_cartridge() {
        Support::Bare
    } else {
        Support::Context
    };
    let mut found = Vec::new();
    for line in face.lines() {
        let Some(captures) = pattern.captures(line.text) else {
            continue;
        };
        let plant = captures.name("p").map_or("", |plant| plant.as_str());
        let proposal = || {
            let proposal = Proposal::new("SU2", line.range.clone(), support, &["S32"]);
            with_plant(proposal, plant)
        };
        let short = captures.name("y").and_then(|short| short.as_str().parse().ok());
        if let Some(short) = short {
            let last = context.existed_by().year();
            found.extend(centuries(short, super::su_plant::FIRST_YEAR, last).map(|year| {
                dated(proposal(), calendar_days(year, None, None))
                    .at_most(Grade::B, t("reading-why-two-digit-year").to_owned())
            }));
        }
        let letter = captures
            .name("l")
            .and_then(|letter| letter.as_str().chars().next());
        // Letters were in use after the war only; those of several tables are kept together.
        if let Some(years) = letter
            .map(|letter| letter_years(letter, None))
            .filter(|years| !years.is_empty())
            && context.existed_by() > date(1950, 1, 1)
        {
            found.push(in_letter_years(proposal(), &years));
        }
    }
    found
}
