//! Indexes of the Soviet and Russian Main Missile and Artillery Directorate (GRAU), such as `9М55К`: they name
//! what a thing is, and never a date. Read so that nobody takes their figures for one.

use std::sync::LazyLock;

use regex::Regex;

use super::{System, each};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "grau", read };

static INDEX: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d{1,2}[А-Я]\d{1,4}[А-Я]?\d?").ok());

fn read(face: &Face<'_>, _context: &Context) -> Vec<Proposal> {
    each(&INDEX, face)
        .filter_map(|captures| captures.get(0))
        .filter(|whole| face.stands_alone(&whole.range()))
        .map(|whole| {
            Proposal::new("SU8", whole.range(), Support::Neutral, &["K"])
                .because(t("reading-why-grau").to_owned())
        })
        .collect()
}
