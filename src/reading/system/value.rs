//! The value of a capacitor or resistor in three digits: two figures and a power of ten. It carries no date
//! and is here because it competes with years and date codes of three digits.

use super::{System, bare_tokens, number};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "value", read };

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let support = if context.is_value_coded() {
        Support::Context
    } else if context.is_electronic() {
        Support::Fair
    } else {
        Support::Bare
    };
    bare_tokens(face, context)
        .filter_map(|token| {
            // 8 and 9 at the end stand for fractions or nothing, 0 in front for no value.
            let code = number(&token, 3).filter(|code| *code >= 100 && code % 10 <= 7)?;
            let reason = tf(
                "reading-why-value",
                &[("figures", (code / 10).into()), ("power", (code % 10).into())],
            );
            Some(
                Proposal::new("value", token.range, support, &["IEC60062"])
                    .because(reason)
                    .at_most(Grade::C, t("reading-why-unverified").to_owned()),
            )
        })
        .collect()
}
