//! The photos, and the hashes of their originals.

use super::blocks::{known, or, table};
use crate::case::Reader;
use crate::exchange::report::ReportError;
use crate::exchange::report::document::{Block, PictureOf};
use crate::exchange::report::scope::Scope;
use crate::model::measurement::MeasurementKind;
use crate::model::{Measurement, Photo};
use crate::text::{self, t, tf};

pub(super) fn blocks(reader: &Reader, scope: &Scope) -> Result<Vec<Block>, ReportError> {
    let mut blocks = Vec::new();
    for photo in &scope.photos {
        let caption = or(photo.caption.clone(), &photo.file_name);
        blocks.push(Block::Heading(caption.clone()));
        blocks.push(match &photo.undecodable {
            Some(reason) => Block::Paragraph(reason.clone()),
            None => Block::Picture {
                of: PictureOf::Photo(photo.id),
                size: [photo.width, photo.height],
                alternative: caption,
            },
        });
        blocks.push(known(vec![
            ("report-file", Some(photo.file_name.clone())),
            ("report-taken", taken(photo)),
            (
                "report-credit",
                photo.credit.clone().or(photo.photographer.clone()),
            ),
            ("report-licence", photo.licence.clone()),
            ("report-scale", scale(&reader.measurements_of_photo(photo.id)?)),
            ("report-sha256", Some(photo.sha256.to_string())),
        ]));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Note(t("report-plates-note").to_owned()));
    }
    Ok(blocks)
}

pub(super) fn taken(photo: &Photo) -> Option<String> {
    let taken = photo.taken()?;
    Some(format!("{taken}{}", photo.offset().unwrap_or_default()))
}

/// The newest scale, and the lengths that are read with it.
pub(super) fn scale(measured: &[Measurement]) -> Option<String> {
    let scale = measured
        .iter()
        .rev()
        .find(|one| one.kind == MeasurementKind::Scale)?;
    let mut said = vec![tf(
        "report-scale-said",
        &[
            ("label", scale.label.as_str().into()),
            ("mm", scale.millimetres?.to_string().into()),
            ("pixels", format!("{:.0}", scale.pixels()).into()),
        ],
    )];
    for one in measured.iter().filter(|one| one.kind == MeasurementKind::Length) {
        if let Some((value, off)) = one.length(scale).map(|length| length.digits()) {
            said.push(format!("{}: {value} ± {off} mm", one.label));
        }
    }
    Some(said.join("; "))
}

pub(super) fn hashes(scope: &Scope) -> Vec<Block> {
    if scope.photos.is_empty() {
        return Vec::new();
    }
    let rows = scope.photos.iter().map(|photo| {
        vec![
            photo.file_name.clone(),
            text::number(photo.byte_size),
            photo.sha256.to_string(),
        ]
    });
    let heads = [
        // A hash stands on one line.
        ("report-file", 1.6),
        ("report-bytes", 1.3),
        ("report-sha256", 6.8),
    ];
    vec![
        Block::Note(t("report-hashes-note").to_owned()),
        table(&heads, rows.collect()),
    ]
}
