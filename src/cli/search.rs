//! `witnessmark search FILE QUERY`: markings by the notation's rules, texts by what they contain.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{CliError, open, output, text_of};
use crate::case::{HitPart, QueryMode};

/// More than anyone reads; keeps a slip of the finger from printing a whole case.
const MOST: usize = 10_000;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let mode = match (args.get_flag("regex"), args.get_flag("loose")) {
        (true, _) => QueryMode::Regex,
        (_, true) => QueryMode::Loose,
        _ => QueryMode::Strict,
    };
    let hits = reader.search(text_of(args, "query")?, mode, MOST)?;
    if args.get_flag("json") {
        let hits: Vec<Value> = hits
            .iter()
            .map(|hit| {
                let part = match hit.part {
                    HitPart::Transcription => "transcription",
                    HitPart::Text => "text",
                };
                json!({
                    "kind": hit.record.kind, "id": hit.record.id, "part": part, "text": hit.text, "rank": hit.rank,
                })
            })
            .collect();
        return output::json(&hits);
    }
    let rows: Vec<Vec<String>> = hits
        .into_iter()
        .map(|hit| {
            vec![
                hit.record.kind.word().to_owned(),
                hit.record.id,
                hit.rank.to_string(),
                hit.text,
            ]
        })
        .collect();
    output::table(&rows)
}
