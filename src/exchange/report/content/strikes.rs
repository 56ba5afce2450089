//! The strikes.

use super::blocks::{date, known, or};
use crate::exchange::report::document::Block;
use crate::exchange::report::scope::Scope;
use crate::model::Strike;
use crate::text::{self, t};

pub(super) fn blocks(scope: &Scope) -> Vec<Block> {
    let mut blocks = Vec::new();
    for strike in &scope.strikes {
        blocks.push(Block::Heading(or(strike.title.clone(), t("record-strike"))));
        blocks.push(known(vec![
            ("report-occurred", strike.occurred.as_ref().map(date)),
            ("report-zone", strike.time_zone.clone()),
            ("report-reported", strike.reported.as_ref().map(date)),
            ("report-reported-by", strike.reported_by.clone()),
            ("report-place", strike.place_name.clone()),
            ("report-position", position(strike)),
            ("report-target", strike.target.clone()),
            ("report-notes", Some(strike.notes.clone())),
        ]));
    }
    blocks
}

pub(super) fn position(strike: &Strike) -> Option<String> {
    let (latitude, longitude) = strike.latitude.zip(strike.longitude)?;
    let place = format!("{latitude:.5}, {longitude:.5}");
    Some(match strike.radius_m {
        Some(radius) => format!("{place} ± {} m", text::number(radius.round())),
        None => place,
    })
}
