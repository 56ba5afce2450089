//! `witnessmark merge CASE OTHER`: another copy of the case is taken in. `witnessmark conflicts CASE` lists what a person
//! has to decide after that, and `witnessmark settle CASE ID ...` decides.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{CliError, open, output, path_of, text_of};
use crate::case::{Conflict, Question, Reader, Voice};
use crate::exchange::merging::{self, Merged};
use crate::job::Progress;
use crate::model::Change;
use crate::model::record::Fields;
use crate::text::{t, tf};

/// Adds the options of `merge`.
pub(super) fn options(command: Command) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    command
        .arg(
            Arg::new("other")
                .value_name("OTHER")
                .help(t("cli-arg-merge-other"))
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("dry-run", "cli-arg-merge-dry-run"))
        .arg(flag("other-case", "cli-arg-merge-other-case"))
}

/// Adds the options of `settle`.
pub(super) fn settle_options(command: Command) -> Command {
    let place = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).value_name(value).help(t(help))
    };
    command
        .arg(place("id", "ID", "cli-arg-id").required(true))
        .arg(place("what", "FIELD|keep|remove", "cli-arg-settle-what").required(true))
        .arg(place("number", "NUMBER", "cli-arg-settle-number").value_parser(value_parser!(u64).range(1..)))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let path = path_of(args, "other")?;
    let other = open::file_at(args, path)?.reader()?;
    let source = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let also_other = args.get_flag("other-case");
    let mut case = open::writer(args)?;
    let progress = Progress::new();
    let merged = match args.get_flag("dry-run") {
        true => merging::foresee(&case, &other, &source, also_other, &progress),
        false => merging::merge(&mut case, &other, &source, also_other, &progress),
    };
    drop(other);
    case.close()?;
    let merged = merged?;
    tell(&merged, args.get_flag("json"), args.get_flag("dry-run"))
}

/// Tells what was taken in, and ends with an error when something was refused.
pub(super) fn tell(merged: &Merged, as_json: bool, is_dry: bool) -> Result<(), CliError> {
    let taken = &merged.taken;
    for refusal in &taken.refused {
        let said = [
            ("device", refusal.device.as_str().into()),
            ("reason", refusal.reason.as_str().into()),
        ];
        output::complain(&tf("cli-merge-refused", &said));
    }
    if as_json {
        output::json(merged)?;
    } else {
        for (device, entries) in &taken.chains {
            let said = [("device", device.as_str().into()), ("entries", (*entries).into())];
            output::line(&tf("cli-merge-chain", &said))?;
        }
        let said = [
            ("entries", taken.entries.into()),
            ("records", taken.records.len().into()),
            ("originals", merged.originals.into()),
        ];
        output::line(&tf(
            if is_dry {
                "cli-merge-would"
            } else {
                "cli-merge-done"
            },
            &said,
        ))?;
        if taken.conflicts > 0 {
            output::line(&tf("cli-merge-conflicts", &[("count", taken.conflicts.into())]))?;
        }
        let missing = taken.awaited.saturating_sub(merged.originals);
        if missing > 0 {
            output::line(&tf("cli-merge-awaited", &[("count", missing.into())]))?;
        }
    }
    match taken.refused.is_empty() {
        true => Ok(()),
        false => Err(CliError::Said),
    }
}

pub(super) fn conflicts(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let conflicts = reader.conflicts()?;
    if args.get_flag("json") {
        return output::json(&conflicts);
    }
    if conflicts.is_empty() {
        return output::line(t("cli-conflicts-none"));
    }
    for conflict in &conflicts {
        let title = title(&reader, conflict)?;
        let said = [
            ("kind", conflict.record.kind.name().into()),
            ("title", title.into()),
            ("id", conflict.record.id.as_str().into()),
        ];
        output::line(&tf("cli-conflict-record", &said))?;
        match &conflict.question {
            Question::Fields { versions, .. } => {
                for (number, version) in versions.iter().enumerate() {
                    let fields = version.fields.iter();
                    let fields: Vec<String> = fields
                        .map(|(name, value)| format!("{name} = {}", output::cell(value)))
                        .collect();
                    output::line(&format!("  {}. {}", number + 1, fields.join(", ")))?;
                    for voice in &version.by {
                        output::line(&format!("     {}", spoken(voice)))?;
                    }
                }
            }
            Question::Removal {
                removed,
                worked,
                with,
            } => {
                output::line(&format!("  {} {}", t("cli-conflict-removed"), spoken(removed)))?;
                for voice in worked {
                    output::line(&format!("  {} {}", t("cli-conflict-worked"), spoken(voice)))?;
                }
                if !with.is_empty() {
                    output::line(&format!(
                        "  {}",
                        tf("cli-conflict-with", &[("count", with.len().into())])
                    ))?;
                }
            }
        }
    }
    Ok(())
}

fn spoken(voice: &Voice) -> String {
    let said = [
        ("person", voice.person.as_str().into()),
        ("device", voice.device.as_str().into()),
        ("at", voice.at.as_str().into()),
        ("entry", voice.seq.into()),
    ];
    tf("cli-conflict-voice", &said)
}

/// What the record is called.
fn title(reader: &Reader, conflict: &Conflict) -> Result<String, CliError> {
    let fields = reader.fields(&conflict.record)?.unwrap_or_default();
    let names = ["title", "name", "file_name", "text"];
    let title = names
        .iter()
        .filter_map(|name| fields.get(*name)?.as_str())
        .find(|title| !title.is_empty());
    Ok(title.unwrap_or_default().to_owned())
}

pub(super) fn settle(args: &ArgMatches) -> Result<(), CliError> {
    let (id, what) = (text_of(args, "id")?, text_of(args, "what")?);
    let reader = open::reader(args)?;
    let own: Vec<Conflict> = reader
        .conflicts()?
        .into_iter()
        .filter(|conflict| conflict.record.id == id)
        .collect();
    drop(reader);
    let none = || CliError::Refused(tf("cli-settle-none", &[("id", id.into()), ("what", what.into())]));
    let change = match what {
        "keep" | "remove" => {
            let removal = own
                .iter()
                .find(|conflict| matches!(conflict.question, Question::Removal { .. }));
            Change::SettleRemoval {
                record: removal.ok_or_else(none)?.record.clone(),
                removes: what == "remove",
            }
        }
        field => {
            let number = args.get_one::<u64>("number").copied();
            let number = number.ok_or_else(|| CliError::Usage(t("cli-settle-number").to_owned()))?;
            let place = usize::try_from(number - 1).unwrap_or(usize::MAX);
            let (record, fields) = version(&own, field, place).ok_or_else(none)?;
            Change::Settle { record, fields }
        }
    };
    let mut case = open::writer(args)?;
    let applied = case.apply(change);
    case.close()?;
    let applied = applied?;
    if args.get_flag("json") {
        let records: Vec<Value> = applied
            .records
            .iter()
            .map(|record| json!({ "kind": record.kind, "id": record.id }))
            .collect();
        return output::json(&json!({ "id": id, "changed": records }));
    }
    output::line(t("cli-settle-done"))
}

/// What the version in this place says of the field and those that belong to it.
fn version(
    conflicts: &[Conflict],
    field: &str,
    place: usize,
) -> Option<(crate::model::record::RecordRef, Fields)> {
    conflicts.iter().find_map(|conflict| {
        let Question::Fields { versions, .. } = &conflict.question else {
            return None;
        };
        let version = versions.get(place)?;
        let is_of = versions.iter().any(|version| version.fields.contains_key(field));
        is_of.then(|| (conflict.record.clone(), version.fields.clone()))
    })
}
