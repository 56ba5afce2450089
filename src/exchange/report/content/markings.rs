//! Each mark as it was seen, transcribed and read.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::blocks::{or, second, table};
use super::summary::decided;
use crate::case::MarkingSheet;
use crate::exchange::report::document::{Block, PictureOf};
use crate::model::Transcription;
use crate::model::record::RecordKind;
use crate::reading::read_text;
use crate::reading::system::system_name;
use crate::text::{t, tf};

/// The rivals of a reading that are listed: enough to judge it.
const READINGS: usize = 6;

pub(super) fn blocks(sheets: &[MarkingSheet], today: Date, cited: &mut BTreeSet<String>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for sheet in sheets {
        let marking = &sheet.context.marking;
        let settled = Transcription::settled(&sheet.transcriptions);
        let piece = sheet.context.component.as_ref();
        let heading = [
            piece.map(|piece| piece.title.clone()).unwrap_or_default(),
            settled
                .map(|one| one.text.clone())
                .unwrap_or(marking.title.clone()),
        ];
        let heading: Vec<String> = heading.into_iter().filter(|part| !part.is_empty()).collect();
        blocks.push(Block::Heading(or(
            heading.join(" · "),
            RecordKind::Marking.name(),
        )));
        for seen in &sheet.seen {
            blocks.push(Block::Picture {
                of: PictureOf::Region(Box::new(seen.region.clone())),
                size: [seen.region.width, seen.region.height],
                alternative: tf("report-crop", &[("file", seen.file_name.as_str().into())]),
            });
            blocks.push(Block::Note(tf(
                "report-crop-note",
                &[
                    ("file", seen.file_name.as_str().into()),
                    ("x", seen.region.x.to_string().into()),
                    ("y", seen.region.y.to_string().into()),
                    ("width", seen.region.width.to_string().into()),
                    ("height", seen.region.height.to_string().into()),
                ],
            )));
        }
        let read: Vec<Vec<String>> = sheet
            .transcriptions
            .iter()
            .map(|one| vec![one.text.clone(), one.by.clone(), second(one.at), one.note.clone()])
            .collect();
        if read.is_empty() {
            blocks.push(Block::Paragraph(t("report-untranscribed").to_owned()));
            continue;
        }
        blocks.push(table(
            &[
                ("report-transcription", 3.0),
                ("report-by", 2.0),
                ("report-when", 2.7),
                ("report-note", 3.0),
            ],
            read,
        ));
        let context = sheet.context.reading_context(today);
        let readings = settled
            .and_then(|one| read_text(&one.text, &context).ok())
            .unwrap_or_default();
        let rows: Vec<Vec<String>> = readings
            .iter()
            .take(READINGS)
            .map(|reading| {
                cited.extend(reading.sources.iter().cloned());
                let mut why = reading.why.clone();
                if !reading.alternatives.is_empty() {
                    let rivals: Vec<&str> = reading.alternatives.iter().map(|id| system_name(id)).collect();
                    why.push(tf("report-rivals", &[("rivals", rivals.join(", ").into())]));
                }
                vec![
                    reading.system_name().to_owned(),
                    reading.interval.map(|days| days.to_string()).unwrap_or_default(),
                    reading.grade.to_string(),
                    why.join(" "),
                ]
            })
            .collect();
        if rows.is_empty() {
            blocks.push(Block::Paragraph(t("report-no-readings").to_owned()));
        } else {
            blocks.push(table(
                &[
                    ("report-reading", 2.3),
                    ("report-days", 2.8),
                    ("report-grade", 1.1),
                    ("report-why", 5.6),
                ],
                rows,
            ));
            if readings.len() > READINGS {
                let more = readings.len() - READINGS;
                blocks.push(Block::Note(tf("report-more-readings", &[("count", more.into())])));
            }
        }
        for finding in &sheet.findings {
            cited.extend(finding.rule_sources.iter().cloned());
            blocks.extend(decided(finding));
        }
    }
    blocks
}
