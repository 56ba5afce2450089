//! `witnessmark checklist FILE list|export|import|check`: what is required of records.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{CliError, open, output, path_of};
use crate::exchange::checklist::{Plan, lists_in, plan, text_for};
use crate::model::Checklist;
use crate::model::checklist::vocabulary_of;
use crate::model::record::RecordKind;
use crate::text::{t, tf};

pub(super) fn command(file: Arg, json: Arg) -> Command {
    let lists = || {
        Arg::new("lists")
            .value_name("LISTS")
            .help(t("cli-arg-checklist-file"))
            .required(true)
            .value_parser(value_parser!(PathBuf))
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    Command::new("checklist")
        .about(t("cli-checklist"))
        .subcommand_required(true)
        .arg(file)
        .subcommand(
            Command::new("list")
                .about(t("cli-checklist-list"))
                .arg(json.clone()),
        )
        .subcommand(
            Command::new("export")
                .about(t("cli-checklist-export"))
                .arg(
                    Arg::new("out")
                        .value_name("OUT")
                        .help(t("cli-arg-checklist-out"))
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(flag("json", "cli-arg-checklist-json")),
        )
        .subcommand(
            Command::new("import")
                .about(t("cli-checklist-import"))
                .arg(lists())
                .arg(flag("only", "cli-arg-checklist-remove"))
                .arg(flag("dry-run", "cli-arg-dry-run"))
                .arg(json.clone()),
        )
        .subcommand(
            Command::new("check")
                .about(t("cli-checklist-check"))
                .arg(lists())
                .arg(json),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    match args.subcommand() {
        Some(("list", own)) => list(args, own),
        Some(("export", own)) => export(args, own),
        Some(("import", own)) => import(args, own),
        Some(("check", own)) => check(args, own),
        _ => Err(CliError::Usage(t("cli-missing").to_owned())),
    }
}

/// The word of a kind of record on the command line.
pub(super) fn kind_named(word: &str) -> Option<RecordKind> {
    Checklist::KINDS.into_iter().find(|kind| kind.word() == word)
}

fn list(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let (lists, words) = (reader.checklists()?, reader.vocabularies()?);
    if own.get_flag("json") {
        let all: Vec<Value> = lists
            .all()
            .map(|list| {
                let items: Vec<Value> = list
                    .items
                    .iter()
                    .map(|item| {
                        let mut written = serde_json::to_value(item).unwrap_or_default();
                        written["label"] = item.label(list.record_kind).into();
                        written
                    })
                    .collect();
                json!({
                    "name": list.name,
                    "record": list.record_kind.word(),
                    "term": list.term,
                    "tag": list.tag,
                    "notes": list.notes,
                    "own": lists.are_own(list.record_kind),
                    "items": items,
                })
            })
            .collect();
        return output::json(&json!({ "checklists": all }));
    }
    for list in lists.all() {
        let origin = if lists.are_own(list.record_kind) {
            t("cli-checklist-own")
        } else {
            t("cli-checklist-program")
        };
        let mut head = format!("{}  {}  ({origin})", list.record_kind.word(), list.name);
        if let (Some(term), Some((vocabulary, _))) = (&list.term, vocabulary_of(list.record_kind)) {
            let term = words.label(vocabulary, term);
            head += &format!("  {}", tf("checklist-for-term", &[("term", term.into())]));
        }
        if let Some(tag) = &list.tag {
            head += &format!("  {}", tf("checklist-for-tag", &[("tag", tag.as_str().into())]));
        }
        output::line(&head)?;
        for item in &list.items {
            let line = format!("   {}  {}", item.demand.word(), item.label(list.record_kind));
            output::line(&line)?;
        }
    }
    Ok(())
}

fn export(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let lists = open::reader(args)?.checklists()?;
    match own.get_one::<PathBuf>("out") {
        Some(path) => std::fs::write(path, text_for(path, lists.all()))?,
        None => {
            let form = if own.get_flag("json") {
                "lists.json"
            } else {
                "lists.toml"
            };
            output::text(&text_for(Path::new(form), lists.all()))?;
        }
    }
    Ok(())
}

/// What the file would make of the case.
fn planned(args: &ArgMatches, own: &ArgMatches, only: bool) -> Result<Plan, CliError> {
    let lists = lists_in(path_of(own, "lists")?).map_err(CliError::Refused)?;
    let reader = open::reader(args)?;
    Ok(plan(
        lists,
        &reader.own_checklists()?,
        &*reader.vocabularies()?,
        only,
    ))
}

fn report(planned: &Plan, written: usize) -> Value {
    json!({
        "new": planned.new,
        "changed": planned.changed,
        "same": planned.same,
        "written": written,
    })
}

fn import(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let planned = planned(args, own, own.get_flag("only"))?;
    let writes = !own.get_flag("dry-run") && !planned.changes.is_empty();
    let written = if writes { planned.changes.len() } else { 0 };
    if writes {
        let mut case = open::writer(args)?;
        let applied = case.apply_all(planned.changes.clone());
        case.close()?;
        applied?;
    }
    if own.get_flag("json") {
        return output::json(&report(&planned, written));
    }
    if own.get_flag("dry-run") {
        return sound(own, &planned);
    }
    output::line(&tf(
        "cli-checklist-taken",
        &[("summary", planned.summary().into())],
    ))
}

fn check(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let planned = planned(args, own, false)?;
    if own.get_flag("json") {
        return output::json(&report(&planned, 0));
    }
    sound(own, &planned)
}

fn sound(own: &ArgMatches, planned: &Plan) -> Result<(), CliError> {
    let file = path_of(own, "lists")?.display().to_string();
    let facts = [("file", file.into()), ("summary", planned.summary().into())];
    output::line(&tf("cli-checklist-sound", &facts))
}
