//! Year digit and month character of single makers: Texas Instruments (1 to 9, A to C, then a lot trace code),
//! and TEWA of Poland (A to M without I). Every decade of the last 30 years is possible.

use super::{System, bare_tokens, calendar_days, dated};
use crate::reading::context::Context;
use crate::reading::face::{Face, Token};
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::{t, tf};

pub(super) const TI: System = System {
    id: "ti_ym",
    read: read_ti,
};
pub(super) const TEWA: System = System {
    id: "tewa_ym",
    read: read_tewa,
};

/// How far back a year of one digit is looked for.
const YEARS: i16 = 30;
/// TEWA's parts are old stock where they are found today: all decades in which it made them belong to the reading.
const TEWA_SINCE: i16 = 1960;

fn read_ti(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if !is_by(context, &["ti", "texas instruments"]) {
        return Vec::new();
    }
    bare_tokens(face, context)
        .flat_map(|token| {
            let first = context.existed_by().year() - YEARS + 1;
            codes(&token, "123456789ABC", &["S53", "S61"], first, context)
        })
        .collect()
}

fn read_tewa(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if !is_by(context, &["tewa"]) {
        return Vec::new();
    }
    bare_tokens(face, context)
        .filter(|token| token.text.len() == 2)
        .flat_map(|token| codes(&token, "ABCDEFGHJKLM", &["S62"], TEWA_SINCE, context))
        .collect()
}

fn is_by(context: &Context, names: &[&str]) -> bool {
    let maker = context.maker.as_deref().unwrap_or_default().trim().to_lowercase();
    names.contains(&maker.as_str())
}

/// The months from the year `first` on that a code of a year digit and a character may mean; a lot trace code may
/// follow.
fn codes(
    token: &Token<'_>,
    months: &str,
    sources: &'static [&'static str],
    first: i16,
    context: &Context,
) -> Vec<Proposal> {
    let mut chars = token.text.chars();
    let (Some(digit), Some(character)) = (chars.next().and_then(|c| c.to_digit(10)), chars.next()) else {
        return Vec::new();
    };
    let trace = chars.as_str();
    let is_code = |text: &str| text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if !is_code(token.text) || !(trace.is_empty() || (3..=5).contains(&trace.len())) {
        return Vec::new();
    }
    let proposal = Proposal::new("YM", token.range.clone(), Support::Fair, sources);
    let month = months
        .chars()
        .zip(1_u32..)
        .find_map(|(c, n)| (c == character).then_some(n));
    let Some(month) = month else {
        // Two characters can only be the code; a longer token is something else.
        let reason = tf(
            "reading-why-no-month-character",
            &[("character", character.to_string().into())],
        );
        return trace
            .is_empty()
            .then(|| proposal.impossible(reason))
            .into_iter()
            .collect();
    };
    let last = context.existed_by().year();
    (first..=last)
        .rev()
        .filter(|year| u32::from(year.unsigned_abs()) % 10 == digit)
        .filter_map(|year| {
            let days = calendar_days(year, Some(month), None).ok()?;
            // This year's months to come are none of a piece that exists.
            (days.0.earliest() <= context.existed_by()).then(|| {
                dated(proposal.clone(), Ok(days))
                    .at_most(Grade::C, t("reading-why-one-digit-year").to_owned())
            })
        })
        .collect()
}
