//! `witnessmark show FILE ID`: one record with what hangs on it.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{CliError, open, output, text_of};
use crate::case::{CaseError, Reader};
use crate::model::record::{Record, RecordKind, RecordRef, Recorded};
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let id = text_of(args, "id")?;
    let found = RecordKind::ALL
        .into_iter()
        .map(|kind| RecordRef::new(kind, id))
        .find_map(|name| reader.record(&name).transpose())
        .transpose()?;
    let Some(record) = found else {
        return Err(CliError::Refused(tf("cli-show-none", &[("id", id.into())])));
    };
    let shown = with_ties(&reader, &record)?;
    if args.get_flag("json") {
        return output::json(&shown);
    }
    let rows: Vec<Vec<String>> = shown
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| vec![name.clone(), output::cell(value)])
        .collect();
    output::table(&rows)
}

/// The record's fields, its kind, its tags, how often it was changed, and what belongs to it.
fn with_ties(reader: &Reader, record: &Record) -> Result<Value, CaseError> {
    let name = record.record_ref();
    let mut fields = record.fields();
    fields.insert("record_kind".to_owned(), name.kind.word().into());
    fields.insert("tags".to_owned(), reader.tags_of(&name)?.into());
    fields.insert(
        "history_entries".to_owned(),
        reader.history_of(&name)?.len().into(),
    );
    match record {
        Record::Photo(photo) => {
            let subjects = reader.subjects(photo.id)?;
            fields.insert("shows".to_owned(), json!(subjects));
            fields.insert("regions".to_owned(), all(reader.regions_of_photo(photo.id)?));
            fields.insert("metadata".to_owned(), json!(reader.metadata(photo.id)?));
            fields.insert(
                "redactions".to_owned(),
                all(reader.redactions_of_photo(photo.id)?),
            );
            fields.insert("published".to_owned(), json!(reader.published(photo.id)?));
        }
        Record::Marking(marking) => {
            fields.insert("regions".to_owned(), all(reader.regions_of_marking(marking.id)?));
            fields.insert(
                "transcriptions".to_owned(),
                all(reader.transcriptions(marking.id)?),
            );
            fields.insert("findings".to_owned(), all(reader.findings(marking.id)?));
        }
        Record::Strike(_) | Record::Weapon(_) | Record::Component(_) => {
            let photos: Vec<String> = reader
                .photos_of(&name)?
                .into_iter()
                .map(|photo| photo.id.to_string())
                .collect();
            fields.insert("photos".to_owned(), photos.into());
        }
        _ => {}
    }
    Ok(Value::Object(fields))
}

fn all<R: Recorded>(records: Vec<R>) -> Value {
    records
        .iter()
        .map(|record| Value::Object(record.fields()))
        .collect()
}
