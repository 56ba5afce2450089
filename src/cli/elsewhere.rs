//! `witnessmark elsewhere FILE MARKING [--also CASE...]`: where a mark is found again, in this case and in others.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{CliError, open, output, text_of};
use crate::case::{Elsewhere, SeenElsewhere};
use crate::model::id::MarkingId;
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    command
        .arg(
            Arg::new("marking")
                .value_name("MARKING")
                .help(t("cli-arg-elsewhere-marking"))
                .required(true),
        )
        .arg(
            Arg::new("also")
                .long("also")
                .value_name("CASE")
                .help(t("cli-arg-elsewhere-also"))
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let wanted = text_of(args, "marking")?;
    let none = || CliError::Refused(tf("cli-elsewhere-none", &[("marking", wanted.into())]));
    let marking: MarkingId = wanted.parse().map_err(|_| none())?;
    let sought = reader.sought_mark(marking)?.ok_or_else(none)?;
    let own = super::path_of(args, "file")?.to_owned();
    let mut found = vec![(own, reader.elsewhere(marking)?)];
    let mut refused = Vec::new();
    for path in args.get_many::<PathBuf>("also").into_iter().flatten() {
        // One that can't be opened doesn't keep the others from being searched.
        let answer = open::file_at(args, path).and_then(|file| Ok(file.reader()?.elsewhere_here(&sought)?));
        match answer {
            Ok(elsewhere) => found.push((path.clone(), elsewhere)),
            Err(error) => refused.push(format!("{}: {error}", path.display())),
        }
    }
    if args.get_flag("json") {
        let cases: Vec<Value> = found
            .iter()
            .map(|(path, elsewhere)| json!({ "case": path, "found": elsewhere }))
            .collect();
        output::json(&json!({ "mark": sought.text, "cases": cases, "refused": refused }))?;
    } else {
        for (path, elsewhere) in &found {
            output::line(&path.display().to_string())?;
            output::table(&rows(elsewhere))?;
            if !elsewhere.series_statement.is_empty() {
                output::line(&elsewhere.series_statement)?;
            }
        }
    }
    for refusal in &refused {
        output::complain(refusal);
    }
    if refused.is_empty() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}

fn rows(elsewhere: &Elsewhere) -> Vec<Vec<String>> {
    let sorts: [(&str, &[SeenElsewhere]); 3] = [
        ("same", &elsewhere.same),
        ("series", &elsewhere.series),
        ("alike", &elsewhere.alike),
    ];
    sorts
        .into_iter()
        .flat_map(|(sort, seen)| seen.iter().map(move |one| (sort, one)))
        .map(|(sort, one)| {
            vec![
                sort.to_owned(),
                one.row.id.to_string(),
                one.row.text.clone().unwrap_or_default(),
                one.row.component_title.clone().unwrap_or_default(),
                one.weapon.clone(),
                one.strike.clone(),
            ]
        })
        .collect()
}
