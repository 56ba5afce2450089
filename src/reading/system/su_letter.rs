//! Year letters of Soviet makers. They differ by object, and sources disagree: a letter is read as the union of
//! what they say, and never better than D.

use super::{System, bare_tokens};
use crate::model::when::Interval;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Precision};
use crate::reading::tables::{SU_LETTERS, YearLetter};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System {
    id: "su_letter",
    read,
};

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    // Anywhere else a single letter is just a letter.
    if !matches!(context.object.as_deref(), Some("pistol" | "pistol_suffix")) {
        return Vec::new();
    }
    bare_tokens(face, context)
        .filter_map(|token| {
            let mut chars = token.text.chars();
            let letter = chars.next().filter(|_| chars.next().is_none())?;
            let years = letter_years(letter, Some("pistol"));
            (!years.is_empty()).then(|| {
                let proposal = Proposal::new("SU3", token.range.clone(), Support::Bare, &[]);
                in_letter_years(proposal, &years)
            })
        })
        .collect()
}

/// What the tables say of a letter, on one kind of object or on all.
pub(super) fn letter_years(letter: char, object: Option<&str>) -> Vec<&'static YearLetter> {
    SU_LETTERS
        .iter()
        .filter(|row| row.letter == letter && object.is_none_or(|object| row.object == object))
        .collect()
}

/// The proposal with the years from the first to the last that the rows give.
pub(super) fn in_letter_years(proposal: Proposal, rows: &[&'static YearLetter]) -> Proposal {
    let union = rows
        .iter()
        .filter_map(|row| Interval::year(row.year))
        .reduce(|all, one| all.hull(&one));
    let Some(days) = union else {
        return proposal;
    };
    let precision = if rows.len() > 1 {
        Precision::Multi
    } else {
        Precision::Year
    };
    rows.iter()
        .fold(proposal, |proposal, row| {
            let said = [
                ("letter", row.letter.to_string().into()),
                ("year", row.year.to_string().into()),
                ("object", row.object.as_str().into()),
            ];
            proposal
                .because(tf("reading-why-su-letter", &said))
                .resting_on(row.source.as_str())
        })
        .made_in(days, precision)
        .at_most(Grade::D, t("reading-why-su-letters-disagree").to_owned())
}
