//! `witnessmark history FILE`: what was done, newest first, of the case or of one record.

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::case::Entry;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::t;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let most = args.get_one::<u32>("most").copied().unwrap_or(u32::MAX);
    let entries = match args.get_one::<String>("record") {
        None => reader.history(None, most)?,
        Some(id) => {
            let mut entries = Vec::new();
            for kind in RecordKind::ALL {
                entries.extend(reader.history_of(&RecordRef::new(kind, id))?);
            }
            entries.reverse();
            entries.truncate(most as usize);
            entries
        }
    };
    if args.get_flag("json") {
        return output::json(&entries.iter().map(json).collect::<Result<Vec<_>, _>>()?);
    }
    let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
    output::table(&rows)
}

fn row(entry: &Entry) -> Vec<String> {
    let records: Vec<String> = entry
        .operations()
        .unwrap_or_default()
        .iter()
        .map(|op| format!("{} {}", op.kind.word(), op.id))
        .collect();
    vec![
        entry.seq.to_string(),
        entry.at.clone(),
        entry.person.clone(),
        t(&format!("action-{}", entry.action)).to_owned(),
        records.join(", "),
    ]
}

fn json(entry: &Entry) -> Result<serde_json::Value, CliError> {
    Ok(serde_json::json!({
        "seq": entry.seq,
        "device": entry.device,
        "device_seq": entry.device_seq,
        "at": entry.at,
        "person": entry.person,
        "action": entry.action,
        "step": entry.step,
        "takes_back": entry.takes_back,
        "ops": entry.operations()?,
        "prev_hash": entry.prev_hash,
        "hash": entry.hash,
    }))
}
