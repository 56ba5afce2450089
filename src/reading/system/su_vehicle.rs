//! Serial numbers of Soviet armoured vehicles: year, month, two letters of the plant, number. To 1960 the year
//! has two digits, from 1961 to 1969 one; from 1970 it is a letter whose table could not be read.

use std::sync::LazyLock;

use regex::Regex;

use super::{System, calendar_days, dated};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Place};
use crate::reading::tables::{SU_VEHICLE_PLANTS, find};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "su_btvt", read };

static SERIAL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?<y>[А-Я]|\d{1,2})(?<m>0[1-9]|1[0-2])\s?(?<p>[А-Я]Т)\s?\d{3,4}$").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let support = if context.object.as_deref() == Some("vehicle") {
        Support::Fair
    } else {
        Support::Neutral
    };
    let one = |line: crate::reading::face::Token<'_>| {
        let captures = SERIAL.as_ref()?.captures(line.text)?;
        let month = captures.name("m")?.as_str().parse().ok()?;
        let plant = captures.name("p")?.as_str();
        let year = captures.name("y")?.as_str();
        let proposal = Proposal::new("SU4", line.range.clone(), support, &["S36"])
            .at_most(Grade::C, t("reading-why-su-btvt").to_owned());
        let proposal = match find(&SU_VEHICLE_PLANTS, plant) {
            Some(row) => proposal.place(Place {
                text: row.text.clone(),
                source: row.source.clone(),
            }),
            None => proposal.because(tf("reading-why-su-btvt-plant", &[("plant", plant.into())])),
        };
        let year: Option<i16> = match year.parse::<i16>() {
            Ok(digit) if year.len() == 1 => (1..=9).contains(&digit).then_some(1960 + digit),
            Ok(short) => (30..=60).contains(&short).then_some(1900 + short),
            Err(_) => {
                let letter = tf("reading-why-su-btvt-letter", &[("letter", year.into())]);
                return Some(proposal.at_most(Grade::D, letter));
            }
        };
        Some(dated(proposal, calendar_days(year?, Some(month), None)))
    };
    face.lines().into_iter().filter_map(one).collect()
}
