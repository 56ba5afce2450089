//! IEC 60062 date codes of two characters on capacitors and resistors: a letter for the year in a cycle of 20,
//! and one character for the month. One maker's table is a year off, which is said with every reading.

use super::{System, bare_tokens, calendar_days, dated};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "iec", read };

const SOURCES: &[&str] = &["S63", "S64", "S65"];

/// The letters of the years 1990 to 2009; U, V, W and X begin the cycle before, too.
const LETTERS: &str = "ABCDEFHJKLMNPRSTUVWX";
/// Letters that were left out, for they look like others.
const UNUSED: &str = "GIOQYZ";
/// The year of the first letter.
const FIRST: i16 = 1990;
/// After how many years the letters begin again.
const CYCLE: i16 = 20;

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    if !context.is_value_coded() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for token in bare_tokens(face, context) {
        let mut chars = token.text.chars();
        let (Some(letter), Some(month), None) = (chars.next(), chars.next(), chars.next()) else {
            continue;
        };
        let month = match month {
            '0'..='9' => u32::from(month) - u32::from('0'),
            'O' => 10,
            'N' => 11,
            'D' => 12,
            _ => continue,
        };
        let proposal = Proposal::new("IEC1", token.range.clone(), Support::Fair, SOURCES);
        if UNUSED.contains(letter) {
            let reason = tf("reading-why-iec-letter", &[("letter", letter.to_string().into())]);
            found.push(proposal.impossible(reason));
            continue;
        }
        let Some(place) = LETTERS
            .chars()
            .zip(0_i16..)
            .find_map(|(c, n)| (c == letter).then_some(n))
        else {
            continue;
        };
        if month == 0 {
            found.push(dated(proposal, calendar_days(FIRST + place, Some(0), None)));
            continue;
        }
        let last = context.existed_by().year();
        let years = (-1..4).rev().map(|cycle| FIRST + place + cycle * CYCLE);
        for year in years.filter(|year| (1986..=last).contains(year)) {
            let days = calendar_days(year, Some(month), None);
            let proposal = proposal.clone().because(tf(
                "reading-why-iec-shifted",
                &[("year", (year + 1).to_string().into())],
            ));
            found.push(dated(proposal, days).at_most(Grade::C, t("reading-why-iec-cycle").to_owned()));
        }
    }
    found
}
