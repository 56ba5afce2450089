//! Identifiers that carry no date: NATO stock numbers, CAGE codes and DODICs. They are read so that their
//! figures are not taken for a date, and for the little that they do say.

use std::sync::LazyLock;

use regex::Regex;

use super::{System, bare_tokens, each};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Place};
use crate::reading::tables::{FSC, NCB, find};
use crate::text::{t, tf};

pub(super) const NSN: System = System { id: "nsn", read };
pub(super) const CAGE: System = System {
    id: "cage",
    read: read_cage,
};
pub(super) const DODIC: System = System {
    id: "dodic",
    read: read_dodic,
};

/// Supply class, country, seven places of which the first may be a letter.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:NSN:?)?(?<c>\d{4})(?<h>-?)(?<n>\d{2})-?[\dAC]\d{2}-?\d{4}$").ok());

static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:(?<named>\bN?CAGE|\bFSCM)[\s:.]*)?(?<code>\b[0-9][A-HJ-NP-Z0-9]{3}[0-9]\b)").ok()
});

static ITEM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(?:[A-Z]\d{3}|[A-Z]{2}\d{2})$").ok());

fn read(face: &Face<'_>, _context: &Context) -> Vec<Proposal> {
    face.tokens()
        .filter_map(|token| {
            let captures = NUMBER.as_ref()?.captures(token.text)?;
            let part = |name| captures.name(name).map_or("", |part| part.as_str());
            // Thirteen digits in one piece may be a trade item number as well.
            let support = if part("h").is_empty() {
                Support::Fair
            } else {
                Support::Named
            };
            let class = find(&FSC, part("c"));
            let mut proposal = Proposal::new("N1", token.range, support, &["S43", "S44"]).because(tf(
                "reading-why-nsn-class",
                &[
                    ("class", part("c").into()),
                    ("name", class.map_or("", |row| row.text.as_str()).into()),
                ],
            ));
            proposal = match find(&NCB, part("n")) {
                Some(row) => proposal
                    .place(Place {
                        text: tf("reading-place-ncb", &[("country", row.text.as_str().into())]),
                        source: row.source.clone(),
                    })
                    .resting_on(row.source.as_str()),
                None => proposal.at_most(
                    Grade::C,
                    tf("reading-why-nsn-unknown", &[("code", part("n").into())]),
                ),
            };
            Some(proposal.because(t("reading-why-nsn-since").to_owned()))
        })
        .collect()
}

fn read_cage(face: &Face<'_>, _context: &Context) -> Vec<Proposal> {
    each(&CODE, face)
        .filter_map(|captures| {
            let code = captures.name("code")?;
            let named = captures.name("named").is_some();
            // Five digits alone are any number.
            let lettered = code.as_str().contains(|c: char| c.is_ascii_uppercase());
            let range = captures.get(0)?.range();
            let alone = super::is_whole(face, &range);
            let support = if named { Support::Named } else { Support::Bare };
            (alone && (named || lettered)).then(|| {
                Proposal::new("N2", range, support, &["S45", "K"])
                    .because(t("reading-why-cage").to_owned())
                    .at_most(Grade::C, t("reading-why-unverified").to_owned())
            })
        })
        .collect()
}

fn read_dodic(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if !context.is_ammunition() {
        return Vec::new();
    }
    bare_tokens(face, context)
        .filter(|token| ITEM.as_ref().is_some_and(|item| item.is_match(token.text)))
        .map(|token| {
            Proposal::new("N3", token.range, Support::Fair, &["S46", "K"])
                .because(t("reading-why-dodic").to_owned())
                .at_most(Grade::C, t("reading-why-unverified").to_owned())
        })
        .collect()
}
