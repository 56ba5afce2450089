//! The events of a timeline as rows of CSV.

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::timeline::Timeline;
use crate::exchange::sheet::neutral;
use crate::model::record::RecordRef;

/// A row of the CSV.
#[derive(Serialize)]
struct CsvRow<'a> {
    kind: &'a str,
    record: String,
    title: String,
    stage: &'a str,
    earliest: Option<Date>,
    latest: Option<Date>,
    stated: &'a str,
    of: String,
}

/// The events as CSV, one a row; an end that is not known is empty.
///
/// # Errors
/// When a row can't be written, which memory alone can cause.
pub fn csv(timeline: &Timeline) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in &timeline.rows {
        let record = RecordRef::from(row.record);
        for event in &row.events {
            out.serialize(CsvRow {
                kind: record.kind.word(),
                record: record.id.clone(),
                title: neutral(&row.title),
                stage: event.stage.word(),
                earliest: event.earliest,
                latest: event.latest,
                stated: &event.stated,
                of: neutral(&event.of),
            })?;
        }
    }
    let bytes = out
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
