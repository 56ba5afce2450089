//! What a report says: the records of its scope, the sentences that readings and analysis derive, and nothing more.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::document::{Block, Chapter, Document, PictureOf, Table};
use super::scope::Scope;
use super::{Options, ReportError};
use crate::analysis::chart::chart;
use crate::case::{CaseError, MarkingSheet, Reader};
use crate::exchange::chart;
use crate::model::marking::{Finding, Verdict};
use crate::model::measurement::MeasurementKind;
use crate::model::record::RecordKind;
use crate::model::{Component, Measurement, Photo, Source, Strike, Transcription, Vocabulary};
use crate::reading::system::system_name;
use crate::reading::{Grade, citation, read_text};
use crate::text::date::{Length, day};
use crate::text::{self, t, tf};

/// The rivals of a reading that are listed: enough to judge it.
const READINGS: usize = 6;

pub(super) fn document(reader: &Reader, options: &Options, scope: &Scope) -> Result<Document, ReportError> {
    let info = reader.info()?;
    // The one day that the report knows: no clock is asked.
    let newest = reader.history(None, 1)?.into_iter().next();
    let moment: Timestamp = newest
        .and_then(|entry| entry.at.parse().ok())
        .unwrap_or(Timestamp::UNIX_EPOCH);
    let today = moment.to_zoned(TimeZone::UTC).date();
    let mut facts = vec![
        fact("report-of-state", day(today, Length::Full)),
        fact("report-state-utc", moment.to_string()),
    ];
    for head in reader.heads()? {
        let said = tf(
            "report-head",
            &[
                ("device", head.device.as_str().into()),
                ("entries", head.entries.into()),
                ("hash", head.hash.to_string().into()),
            ],
        );
        facts.push(fact("report-chain", said));
    }
    facts.push(fact(
        "report-program",
        format!("Witnessmark {}", env!("CARGO_PKG_VERSION")),
    ));
    let mut sheets = Vec::new();
    for mark in &scope.markings {
        sheets.extend(reader.marking_sheet(mark.id)?);
    }
    let mut cited = BTreeSet::new();
    let chapters = [
        summary(reader, scope, &sheets, today)?,
        strikes(scope),
        figures(reader, scope, today)?,
        markings(&sheets, today, &mut cited),
        components(reader, scope)?,
        custody(reader, scope)?,
        plates(reader, scope)?,
        hashes(scope),
        method(),
        sources(scope, &cited),
    ];
    Ok(Document {
        language: text::language().code(),
        title: or(info.title, t("report-untitled")),
        subject: subject(reader, options)?,
        organisation: info.organisation.unwrap_or_default(),
        handling: info.handling.unwrap_or_default(),
        moment,
        facts,
        chapters: chapters
            .into_iter()
            .filter(|chapter| !chapter.blocks.is_empty())
            .collect(),
    })
}

/// A moment to the second.
fn second(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

fn fact(label: &str, value: impl Into<String>) -> (String, String) {
    (t(label).to_owned(), value.into())
}

fn or(text: String, other: &str) -> String {
    if text.trim().is_empty() {
        other.to_owned()
    } else {
        text
    }
}

fn chapter(heading: &str, blocks: Vec<Block>) -> Chapter {
    Chapter {
        heading: t(heading).to_owned(),
        blocks,
    }
}

/// Labels with values that are known.
fn known(rows: Vec<(&str, Option<String>)>) -> Block {
    let rows = rows.into_iter();
    Block::Facts(
        rows.filter_map(|(label, value)| Some(fact(label, value.filter(|value| !value.trim().is_empty())?)))
            .collect(),
    )
}

fn table(heads: &[(&str, f32)], rows: Vec<Vec<String>>) -> Block {
    Block::Table(Table {
        heads: heads
            .iter()
            .map(|(head, share)| (t(head).to_owned(), *share))
            .collect(),
        rows,
    })
}

fn subject(reader: &Reader, options: &Options) -> Result<String, CaseError> {
    if options.of.is_empty() {
        return Ok(t("report-of-case").to_owned());
    }
    let mut names = Vec::new();
    for record in options.of.iter().take(5) {
        let title = or(reader.title(record)?, &record.id);
        names.push(format!("{}: {title}", record.kind.name()));
    }
    if options.of.len() > names.len() {
        names.push("…".to_owned());
    }
    Ok(names.join("; "))
}

/// The sentences that findings and weapons' marks derive, word for word.
fn summary(
    reader: &Reader,
    scope: &Scope,
    sheets: &[MarkingSheet],
    today: Date,
) -> Result<Chapter, ReportError> {
    let counted = tf(
        "report-counts",
        &[
            ("strikes", scope.strikes.len().into()),
            ("weapons", scope.weapons.len().into()),
            ("components", scope.components.len().into()),
            ("markings", scope.markings.len().into()),
            ("photos", scope.photos.len().into()),
        ],
    );
    let mut blocks = vec![Block::Paragraph(counted)];
    // Whoever reads it must not take for settled what the team itself has not decided.
    let open = reader.conflict_count()?;
    if open > 0 {
        blocks.push(Block::Paragraph(tf("report-open", &[("count", open.into())])));
    }
    for weapon in &scope.weapons {
        let assembly = reader.assembly(weapon.id, today)?;
        if !assembly.statement.is_empty() {
            blocks.push(Block::Heading(or(weapon.title.clone(), t("record-weapon"))));
            blocks.push(Block::Statement(assembly.statement));
        }
    }
    let findings: Vec<&Finding> = sheets.iter().flat_map(|sheet| &sheet.findings).collect();
    if findings.is_empty() {
        blocks.push(Block::Paragraph(t("report-no-findings").to_owned()));
    } else {
        blocks.push(Block::Heading(t("report-findings").to_owned()));
        for finding in findings {
            blocks.extend(decided(finding));
        }
    }
    Ok(chapter("report-summary", blocks))
}

fn decided(finding: &Finding) -> Vec<Block> {
    let verdict = match finding.verdict {
        Verdict::Accepted => "report-accepted",
        Verdict::Rejected => "report-rejected",
    };
    let said = tf(
        verdict,
        &[
            ("by", finding.by.as_str().into()),
            ("at", second(finding.at).into()),
            ("mark", finding.raw.as_str().into()),
            ("system", system_name(&finding.system).into()),
            ("grade", finding.grade.as_str().into()),
            ("reason", finding.reason.as_str().into()),
        ],
    );
    match finding.verdict {
        Verdict::Accepted => vec![Block::Statement(finding.statement.clone()), Block::Note(said)],
        // What was rejected is not quoted as if it held.
        Verdict::Rejected => vec![Block::Note(said)],
    }
}

fn strikes(scope: &Scope) -> Chapter {
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
    chapter("report-strikes", blocks)
}

fn position(strike: &Strike) -> Option<String> {
    let (latitude, longitude) = strike.latitude.zip(strike.longitude)?;
    let place = format!("{latitude:.5}, {longitude:.5}");
    Some(match strike.radius_m {
        Some(radius) => format!("{place} ± {} m", text::number(radius.round())),
        None => place,
    })
}

fn figures(reader: &Reader, scope: &Scope, today: Date) -> Result<Chapter, ReportError> {
    let mut weapons = reader.weapon_facts(today)?;
    weapons.retain(|weapon| scope.weapons.iter().any(|one| one.id == weapon.id));
    let chart = chart(&weapons);
    if chart.rows.is_empty() {
        return Ok(Chapter::default());
    }
    let figure = Block::Figure {
        svg: chart::svg(&chart),
        alternative: t("report-chart-alternative").to_owned(),
    };
    Ok(chapter("report-chart", vec![figure]))
}

fn markings(sheets: &[MarkingSheet], today: Date, cited: &mut BTreeSet<String>) -> Chapter {
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
    chapter("report-markings", blocks)
}

fn name(piece: &Component) -> String {
    or(piece.title.clone(), t("record-component"))
}

fn components(reader: &Reader, scope: &Scope) -> Result<Chapter, ReportError> {
    if scope.components.is_empty() {
        return Ok(Chapter::default());
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
            piece
                .recovered
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            piece.kept_at.clone().unwrap_or_default(),
        ]);
    }
    let heads = [
        ("report-component", 3.0),
        ("report-kind", 2.2),
        ("report-weapon", 2.5),
        ("report-exhibit", 1.6),
        ("report-quantity", 1.2),
        ("report-recovered", 2.0),
        ("report-kept", 2.0),
    ];
    Ok(chapter("report-components", vec![table(&heads, rows)]))
}

fn custody(reader: &Reader, scope: &Scope) -> Result<Chapter, ReportError> {
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
                one.at.as_ref().map(ToString::to_string).unwrap_or_default(),
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
                let at = later.at.as_ref().map(ToString::to_string).unwrap_or_default();
                blocks.push(Block::Note(tf("report-gap", &[("at", at.into())])));
            }
        }
    }
    Ok(chapter("report-custody", blocks))
}

fn plates(reader: &Reader, scope: &Scope) -> Result<Chapter, ReportError> {
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
    Ok(chapter("report-plates", blocks))
}

fn taken(photo: &Photo) -> Option<String> {
    let taken = photo.taken()?;
    Some(format!("{taken}{}", photo.offset().unwrap_or_default()))
}

/// The newest scale, and the lengths that are read with it.
fn scale(measured: &[Measurement]) -> Option<String> {
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

fn hashes(scope: &Scope) -> Chapter {
    if scope.photos.is_empty() {
        return Chapter::default();
    }
    let rows = scope.photos.iter().map(|photo| {
        vec![
            photo.file_name.clone(),
            text::number(photo.byte_size),
            photo.sha256.to_string(),
        ]
    });
    let heads = [
        ("report-file", 2.5),
        ("report-bytes", 1.4),
        ("report-sha256", 5.0),
    ];
    chapter(
        "report-hashes",
        vec![
            Block::Note(t("report-hashes-note").to_owned()),
            table(&heads, rows.collect()),
        ],
    )
}

fn method() -> Chapter {
    let mut blocks = vec![
        Block::Paragraph(t("report-method-records").to_owned()),
        Block::Paragraph(t("report-method-readings").to_owned()),
        Block::Paragraph(t("report-method-dates").to_owned()),
    ];
    let grades = [Grade::A, Grade::B, Grade::C, Grade::D, Grade::X];
    let rows = grades.map(|grade| {
        let said = t(&format!("report-grade-{}", grade.to_string().to_lowercase()));
        vec![grade.to_string(), said.to_owned()]
    });
    blocks.push(table(
        &[("report-grade", 1.0), ("report-grade-means", 9.0)],
        rows.to_vec(),
    ));
    blocks.push(Block::Paragraph(t("report-method-limits").to_owned()));
    chapter("report-method", blocks)
}

fn sources(scope: &Scope, cited: &BTreeSet<String>) -> Chapter {
    let mut blocks = Vec::new();
    let of_records = scope
        .strikes
        .iter()
        .map(|one| (&one.title, &one.sources))
        .chain(scope.weapons.iter().map(|one| (&one.title, &one.sources)))
        .chain(scope.components.iter().map(|one| (&one.title, &one.sources)));
    // Each source once, with all that rests on it.
    let mut grounds: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (title, sources) in of_records {
        for source in sources {
            grounds.entry(cite(source)).or_default().insert(title);
        }
    }
    if !grounds.is_empty() {
        let rows = grounds.into_iter().map(|(source, titles)| {
            let titles: Vec<&str> = titles.into_iter().filter(|title| !title.is_empty()).collect();
            vec![source, titles.join("; ")]
        });
        blocks.push(table(
            &[("report-source", 6.0), ("report-record", 4.0)],
            rows.collect(),
        ));
    }
    if !cited.is_empty() {
        blocks.push(Block::Heading(t("report-rule-sources").to_owned()));
        blocks.extend(cited.iter().map(|id| Block::Paragraph(citation(id).to_owned())));
    }
    chapter("report-sources", blocks)
}

fn cite(source: &Source) -> String {
    let date = source.date.as_ref().map(ToString::to_string);
    let parts = [
        Some(source.title.clone()),
        source.by.clone(),
        date,
        source.link.clone(),
        source.note.clone(),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}
