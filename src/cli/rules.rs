//! `witnessmark rules FILE`: the case's own rules of reading.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{CliError, open, output};
use crate::case::Case;
use crate::intake::rules::rules_in;
use crate::model::Change;
use crate::reading::rules::RuleFile;
use crate::text::{t, tf};

pub(super) fn options(command: Command) -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(t(help))
            .action(ArgAction::Append)
    };
    command
        .arg(option("add", "RULES", "cli-arg-rules-add").value_parser(value_parser!(PathBuf)))
        .arg(option("remove", "NAME", "cli-arg-rules-remove"))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let add: Vec<&PathBuf> = args.get_many("add").into_iter().flatten().collect();
    let remove: Vec<&String> = args.get_many("remove").into_iter().flatten().collect();
    if add.is_empty() && remove.is_empty() {
        return list(args);
    }
    let mut case = open::writer(args)?;
    let changed = change(&mut case, &add, &remove);
    case.close()?;
    changed
}

fn change(case: &mut Case, add: &[&PathBuf], remove: &[&String]) -> Result<(), CliError> {
    for name in remove {
        let known = case.reader()?.rule_files()?;
        let Some(file) = known.into_iter().find(|file| file.name == **name) else {
            return Err(CliError::Refused(tf(
                "cli-rules-unknown",
                &[("name", name.as_str().into())],
            )));
        };
        case.apply(Change::Remove(file.id.into()))?;
        output::line(&tf("cli-rules-removed", &[("name", name.as_str().into())]))?;
    }
    for path in add {
        let now = jiff::Zoned::now().date();
        let (file, record) = rules_in(path, now).map_err(CliError::Refused)?;
        case.apply(Change::Create(record.into()))?;
        output::line(&tf(
            "cli-rules-added",
            &[
                ("name", file.name.as_str().into()),
                ("count", file.rules.len().into()),
            ],
        ))?;
    }
    Ok(())
}

fn list(args: &ArgMatches) -> Result<(), CliError> {
    let book = open::reader(args)?.rule_book()?;
    if args.get_flag("json") {
        let files: Vec<Value> = book.files().iter().map(described).collect();
        return output::json(&json!({ "rules": files }));
    }
    if book.files().is_empty() {
        return output::line(t("cli-rules-none"));
    }
    for file in book.files() {
        output::line(&format!("{}  {}", file.name, file.title))?;
        for rule in &file.rules {
            output::line(&format!("   {}  {}  {}", rule.grade, rule.id, rule.name))?;
        }
    }
    Ok(())
}

fn described(file: &RuleFile) -> Value {
    let rules: Vec<Value> = file
        .rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "name": rule.name,
                "grade": rule.grade,
                "source": rule.source,
                "examples": rule.examples.len(),
            })
        })
        .collect();
    json!({ "name": file.name, "title": file.title, "rules": rules })
}
