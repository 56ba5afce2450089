//! The “February 11” plant (2·11, hence 112): the rival reading of the number 112 on North Korean missile
//! parts, offered beside Juche year 112 by those who first published the mark. It carries no date.

use super::{System, bare_tokens, number};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Place;
use crate::text::t;

pub(super) const SYSTEM: System = System {
    id: "february_11",
    read,
};

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if context.is_value_coded() {
        return Vec::new();
    }
    let support = if context.is_from("KP") && !context.is_imported() {
        Support::Fair
    } else {
        Support::Bare
    };
    bare_tokens(face, context)
        .filter(|token| number(token, 3) == Some(112))
        .map(|token| {
            Proposal::new("F11", token.range, support, &["S4", "S5", "S6", "S7"])
                .because(t("reading-why-february-11").to_owned())
                .place(Place {
                    text: t("reading-place-february-11").to_owned(),
                    source: "S4".to_owned(),
                })
        })
        .collect()
}
