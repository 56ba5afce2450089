//! The records of a package: each as JSON, as a row of its table, and as what the history makes of it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::history::History;
use super::source::{ReadError, Source};
use super::{Progress, Verdict};
use crate::exchange::package::{compared, places, tables};
use crate::model::record::{Fields, Record, RecordKind, RecordRef};
use crate::model::{Photo, Signature};

/// What was read of the records.
#[derive(Default)]
pub(super) struct Records {
    pub(super) photos: Vec<Photo>,
    pub(super) signatures: Vec<Signature>,
}

/// Checks all records. With `is_all`, the history must make these and no others.
pub(super) fn check(
    source: &mut Source,
    mut history: Option<History>,
    is_all: bool,
    verdict: &mut Verdict,
    progress: &Progress,
) -> Result<Records, ReadError> {
    let mut records = Records::default();
    let mut features = compared::Text::new(places::HEAD);
    for kind in RecordKind::ALL {
        if progress.is_cancelled() {
            verdict.cancelled = true;
            return Ok(records);
        }
        of_kind(
            source,
            kind,
            history.as_mut(),
            &mut features,
            &mut records,
            verdict,
        )?;
    }
    if let Some(history) = history.filter(|history| is_all && history.is_whole) {
        for record in history.rest() {
            let file = format!("data/records/{}.jsonl", record.kind.word());
            verdict.fault(&file, "package-fault-record-missing", &record.id);
        }
    }
    let places = source.text("data/records/places.geojson")?;
    if places.is_none_or(|text| !features.ends_as(&text, places::TAIL)) {
        verdict.fault("data/records/places.geojson", "package-fault-places", "");
    }
    Ok(records)
}

fn of_kind(
    source: &mut Source,
    kind: RecordKind,
    mut history: Option<&mut History>,
    features: &mut compared::Text,
    records: &mut Records,
    verdict: &mut Verdict,
) -> Result<(), ReadError> {
    let file = format!("data/records/{}.jsonl", kind.word());
    let table = format!("data/records/{}.csv", kind.word());
    for file in [
        &file,
        &table,
        &format!("data/records/{}.schema.json", kind.word()),
    ] {
        if !source.has(file) {
            verdict.fault(file, "package-fault-part-missing", "");
        }
    }
    if !source.has(&file) || !source.has(&table) {
        return Ok(());
    }
    let Some(columns) = head_of(source, &table)? else {
        verdict.fault(&table, "package-fault-table", 1);
        return Ok(());
    };
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut expected = compared::Text::new("");
    expected.add(&tables::line(&columns));
    let mut seen: BTreeSet<String> = BTreeSet::new();
    source.for_each_line(&file, |number, line| {
        if line.is_empty() {
            return Ok(true);
        }
        let (fields, record) = match parsed(kind, line) {
            Ok(parsed) => parsed,
            Err(error) => {
                verdict.fault(&file, "package-fault-record", format!("{number}: {error}"));
                return Ok(true);
            }
        };
        verdict.records += 1;
        let name = record.record_ref();
        if !seen.insert(name.id.clone()) {
            verdict.fault(&file, "package-fault-record-twice", &name.id);
        }
        if number == 1 && fields.keys().any(|field| !columns.contains(&field.as_str())) {
            verdict.fault(&table, "package-fault-table", 1);
        }
        expected.add(&tables::line(tables::row(&columns, &fields)));
        if matches!(
            kind,
            RecordKind::Strike | RecordKind::Component | RecordKind::Photo
        ) && let Some(feature) = places::feature(&record)
        {
            features.add_part(&feature.to_string(), ",\n");
        }
        if let Some(history) = history.as_deref_mut().filter(|history| history.is_whole) {
            compare(&file, &name, &record, history, verdict);
        }
        match record {
            Record::Photo(photo) => records.photos.push(*photo),
            Record::Signature(signature) => records.signatures.push(*signature),
            _ => {}
        }
        Ok(true)
    })?;
    let mut is = compared::Text::new("");
    source.read(&table, |part| {
        is.add(part);
        Ok(())
    })?;
    if !is.same_as(expected) {
        verdict.fault(&table, "package-fault-table-differs", &file);
    }
    Ok(())
}

/// The record of a line, with its fields as they stand there.
fn parsed(kind: RecordKind, line: &str) -> Result<(Fields, Record), serde_json::Error> {
    let fields: Fields = serde_json::from_str(line)?;
    let record = Record::from_fields(kind, fields.clone())?;
    Ok((fields, record))
}

/// Compares a record with what the history makes of it.
fn compare(file: &str, name: &RecordRef, record: &Record, history: &mut History, verdict: &mut Verdict) {
    let Some(made) = history.take(name) else {
        verdict.fault(file, "package-fault-record-added", &name.id);
        return;
    };
    let made = Record::from_fields(name.kind, made).map(|record| Value::Object(record.fields()));
    if made.ok() != Some(Value::Object(record.fields())) {
        verdict.fault(file, "package-fault-record-differs", &name.id);
    }
}

/// The names of a table's columns.
fn head_of(source: &mut Source, table: &str) -> Result<Option<Vec<String>>, ReadError> {
    let mut head = None;
    source.for_each_line(table, |_, line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(line.as_bytes());
        let row = reader.records().next().and_then(Result::ok);
        head = row.map(|row| row.iter().map(str::to_owned).collect());
        Ok(false)
    })?;
    Ok(head)
}
