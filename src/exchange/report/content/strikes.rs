//! The strikes, and the days from production to use.

use jiff::civil::Date;

use super::blocks::{self, known, or};
use crate::analysis::chart;
use crate::case::Reader;
use crate::exchange::report::ReportError;
use crate::exchange::report::document::{Block, Chapter};
use crate::exchange::report::scope::Scope;
use crate::model::Strike;
use crate::text::{self, t};

pub(super) fn chapter(scope: &Scope) -> Chapter {
    let mut blocks = Vec::new();
    let edtf = |date: &Option<crate::model::when::Edtf>| date.as_ref().map(ToString::to_string);
    for strike in &scope.strikes {
        blocks.push(Block::Heading(or(strike.title.clone(), t("record-strike"))));
        blocks.push(known(vec![
            ("report-occurred", edtf(&strike.occurred)),
            ("report-zone", strike.time_zone.clone()),
            ("report-reported", edtf(&strike.reported)),
            ("report-reported-by", strike.reported_by.clone()),
            ("report-place", strike.place_name.clone()),
            ("report-position", position(strike)),
            ("report-target", strike.target.clone()),
            ("report-notes", Some(strike.notes.clone())),
        ]));
    }
    blocks::chapter("report-strikes", blocks)
}

pub(super) fn position(strike: &Strike) -> Option<String> {
    let (latitude, longitude) = strike.latitude.zip(strike.longitude)?;
    let place = format!("{latitude:.5}, {longitude:.5}");
    Some(match strike.radius_m {
        Some(radius) => format!("{place} ± {} m", text::number(radius.round())),
        None => place,
    })
}

pub(super) fn chart(reader: &Reader, scope: &Scope, today: Date) -> Result<Chapter, ReportError> {
    let mut weapons = reader.weapon_facts(today)?;
    weapons.retain(|weapon| scope.weapons.iter().any(|one| one.id == weapon.id));
    let chart = chart::chart(&weapons);
    if chart.rows.is_empty() {
        return Ok(Chapter::default());
    }
    let figure = Block::Figure {
        svg: crate::exchange::chart::svg(&chart),
        alternative: t("report-chart-alternative").to_owned(),
    };
    Ok(blocks::chapter("report-chart", vec![figure]))
}
