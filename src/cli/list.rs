//! `witnessmark list FILE KIND`: all records of a kind, with all their fields and tags.

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::{CliError, open, output, text_of};
use crate::case::{CaseError, MarkingQueue, Reader};
use crate::model::record::{Fields, Recorded};
use crate::model::{Component, Marking, Photo, Strike, Vocabulary, Weapon};
use crate::text::t;

/// What can be listed.
pub(super) const KINDS: [&str; 5] = ["photos", "strikes", "weapons", "components", "markings"];

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let kind = text_of(args, "kind")?;
    let (mut records, shown): (Vec<Fields>, &[&str]) = match kind {
        "photos" => (
            all::<Photo>(&reader)?,
            &[
                "id",
                "file_name",
                "captured",
                "width",
                "height",
                "format",
                "camera_model",
            ],
        ),
        "strikes" => (
            all::<Strike>(&reader)?,
            &["id", "title", "occurred", "reported", "place_name", "tags"],
        ),
        "weapons" => (
            all::<Weapon>(&reader)?,
            &["id", "title", "class", "model", "strike"],
        ),
        "components" => (
            all::<Component>(&reader)?,
            &["id", "title", "kind", "weapon", "exhibit_number"],
        ),
        _ => (markings(&reader)?, &["id", "component", "text", "accepted"]),
    };
    if let Some(term) = args.get_one::<String>("term") {
        let words = reader.vocabularies()?;
        let vocabulary = vocabulary_of(kind);
        let (name, id) = match vocabulary {
            Some((vocabulary, name)) => (name, words.id(vocabulary, term)),
            None => return Err(CliError::Usage(t("cli-list-no-terms").to_owned())),
        };
        records.retain(|record| record.get(name).and_then(Value::as_str) == Some(&id));
    }
    if args.get_flag("json") {
        return output::json(&records);
    }
    if args.get_flag("csv") {
        return csv(&records);
    }
    let head = shown.iter().map(|name| (*name).to_owned()).collect();
    let rows = records.iter().map(|record| {
        let cell = |name: &&str| record.get(*name).map(output::cell).unwrap_or_default();
        shown.iter().map(cell).collect()
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    output::table(&rows)
}

/// The vocabulary of the records of a list, and the field that holds its terms.
fn vocabulary_of(kind: &str) -> Option<(Vocabulary, &'static str)> {
    let vocabulary = match kind {
        "strikes" => Vocabulary::TargetKind,
        "weapons" => Vocabulary::WeaponClass,
        "components" => Vocabulary::ComponentKind,
        "markings" => Vocabulary::MarkMethod,
        _ => return None,
    };
    vocabulary.field().map(|(_, name)| (vocabulary, name))
}

fn all<R: Recorded>(reader: &Reader) -> Result<Vec<Fields>, CaseError> {
    let mut records = Vec::new();
    for record in reader.all::<R>()? {
        let mut fields = record.fields();
        let tags = reader.tags_of(&record.record_ref())?;
        fields.insert("tags".to_owned(), tags.into());
        records.push(fields);
    }
    Ok(records)
}

/// Markings with what was read and accepted, which are records of their own.
fn markings(reader: &Reader) -> Result<Vec<Fields>, CaseError> {
    let rows = reader.markings(&[], &MarkingQueue::All)?;
    let mut records = all::<Marking>(reader)?;
    for record in &mut records {
        let id = record
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        if let Some(row) = rows.iter().find(|row| row.id.to_string() == id) {
            record.insert("text".to_owned(), row.text.clone().into());
            record.insert("accepted".to_owned(), row.accepted.clone().into());
            record.insert("earliest".to_owned(), row.earliest.clone().into());
            record.insert("latest".to_owned(), row.latest.clone().into());
        }
    }
    Ok(records)
}

fn csv(records: &[Map<String, Value>]) -> Result<(), CliError> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    let names: Vec<&String> = first.keys().collect();
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let failed = |error: csv::Error| CliError::Output(std::io::Error::other(error));
    writer.write_record(&names).map_err(failed)?;
    for record in records {
        let cells = names
            .iter()
            .map(|name| record.get(*name).map(output::csv_cell).unwrap_or_default());
        writer.write_record(cells).map_err(failed)?;
    }
    writer.flush()?;
    Ok(())
}
