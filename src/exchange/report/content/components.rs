//! The pieces, and who held them.

use super::blocks::{date, or, table};
use crate::case::Reader;
use crate::exchange::report::ReportError;
use crate::exchange::report::document::Block;
use crate::exchange::report::scope::Scope;
use crate::model::{Component, Vocabulary};
use crate::text::{t, tf};

pub(super) fn name(piece: &Component) -> String {
    or(piece.title.clone(), t("record-component"))
}

pub(super) fn blocks(reader: &Reader, scope: &Scope) -> Result<Vec<Block>, ReportError> {
    if scope.components.is_empty() {
        return Ok(Vec::new());
    }
    let words = reader.vocabularies()?;
    let mut rows = Vec::new();
    for piece in &scope.components {
        let kind = piece.kind.as_deref().unwrap_or_default();
        let weapon = match piece.weapon {
            Some(weapon) => reader.title(&weapon.into())?,
            None => String::new(),
        };
        rows.push(vec![
            name(piece),
            words.label(Vocabulary::ComponentKind, kind).to_owned(),
            weapon,
            piece.exhibit_number.clone().unwrap_or_default(),
            piece.quantity.to_string(),
            piece.recovered.as_ref().map(date).unwrap_or_default(),
            piece.kept_at.clone().unwrap_or_default(),
        ]);
    }
    let heads = [
        ("report-component", 3.0),
        ("report-kind", 2.2),
        ("report-weapon", 2.5),
        ("report-exhibit", 1.6),
        ("report-quantity", 1.2),
        ("report-recovered", 2.4),
        ("report-kept", 2.0),
    ];
    Ok(vec![table(&heads, rows)])
}

pub(super) fn custody(reader: &Reader, scope: &Scope) -> Result<Vec<Block>, ReportError> {
    let mut blocks = Vec::new();
    for piece in &scope.components {
        let handovers = reader.custody_of(piece.id)?;
        if handovers.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(name(piece)));
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let rows = handovers.iter().map(|one| {
            let seals = [text(&one.seal_before), text(&one.seal_after)].join(" → ");
            vec![
                one.at.as_ref().map(date).unwrap_or_default(),
                text(&one.handed_over_by),
                text(&one.received_by),
                text(&one.place_name),
                text(&one.purpose),
                if seals == " → " { String::new() } else { seals },
            ]
        });
        let heads = [
            ("report-when", 1.8),
            ("report-from", 2.0),
            ("report-to", 2.0),
            ("report-place", 2.0),
            ("report-purpose", 2.0),
            ("report-seals", 2.0),
        ];
        blocks.push(table(&heads, rows.collect()));
        for pair in handovers.windows(2) {
            if let [earlier, later] = pair
                && crate::model::custody::is_gap(earlier, later)
            {
                let at = later.at.as_ref().map(date).unwrap_or_default();
                blocks.push(Block::Note(tf("report-gap", &[("at", at.into())])));
            }
        }
    }
    Ok(blocks)
}
