//! `witnessmark redact FILE PHOTO --rect X,Y,W,H --why WHY | --list | --remove ID`: what copies for publication do not show.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};
use jiff::Timestamp;
use serde_json::json;

use super::{CliError, extract, open, output, text_of};
use crate::intake::faces::faces;
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Change, Photo, Redaction, RedactionReason};
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    command
        .arg(
            option("rect", "X,Y,W,H", "cli-arg-redact-rect")
                .action(ArgAction::Append)
                .requires("why"),
        )
        .arg(
            option("why", "WHY", "cli-arg-redact-why")
                .value_parser(PossibleValuesParser::new(
                    RedactionReason::ALL.map(RedactionReason::word),
                ))
                .requires("rect"),
        )
        .arg(
            Arg::new("list")
                .long("list")
                .help(t("cli-arg-redact-list"))
                .action(ArgAction::SetTrue),
        )
        .arg(option("remove", "ID", "cli-arg-redact-remove"))
        .arg(
            Arg::new("suggest")
                .long("suggest")
                .help(t("cli-arg-redact-suggest"))
                .action(ArgAction::SetTrue),
        )
        .group(
            ArgGroup::new("what")
                .args(["rect", "list", "remove", "suggest"])
                .required(true),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let wanted = text_of(args, "photo")?;
    if args.get_flag("list") {
        return list(args, wanted);
    }
    if args.get_flag("suggest") {
        return suggest(args, wanted);
    }
    let mut case = open::writer(args)?;
    let reader = case.reader()?;
    let photo = extract::find(&reader, wanted)?;
    let none = || CliError::Refused(tf("cli-extract-none", &[("photo", wanted.into())]));
    reader.get::<Photo>(photo)?.ok_or_else(none)?;
    let (changes, ids, done) = if let Some(id) = args.get_one::<String>("remove") {
        let known = reader.redactions_of_photo(photo)?;
        if !known.iter().any(|known| known.id.to_string() == *id) {
            let facts = [("id", id.as_str().into())];
            return Err(CliError::Refused(tf("cli-redact-none", &facts)));
        }
        let change = Change::Remove(RecordRef::new(RecordKind::Redaction, id));
        (vec![change], vec![id.clone()], "cli-redact-removed")
    } else {
        let why = text_of(args, "why")?;
        let by = case.author().person.clone();
        let mut changes = Vec::new();
        let mut ids = Vec::new();
        for text in args.get_many::<String>("rect").unwrap_or_default() {
            let [x, y, width, height] = rectangle(text)?;
            let redaction = Redaction {
                photo,
                x,
                y,
                width,
                height,
                why: RedactionReason::from_word(why).unwrap_or_default(),
                by: by.clone(),
                at: Timestamp::now(),
                ..Redaction::default()
            };
            ids.push(redaction.id.to_string());
            changes.push(Change::Create(redaction.into()));
        }
        (changes, ids, "cli-redact-drawn")
    };
    drop(reader);
    let applied = case.apply_all(changes);
    case.close()?;
    applied?;
    if args.get_flag("json") {
        return output::json(&json!({ "photo": photo, "redactions": ids }));
    }
    for id in ids {
        output::line(&tf(done, &[("id", id.into())]))?;
    }
    Ok(())
}

/// Says where faces may be, and draws nothing.
fn suggest(args: &ArgMatches, wanted: &str) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let id = extract::find(&reader, wanted)?;
    let none = || CliError::Refused(tf("cli-extract-none", &[("photo", wanted.into())]));
    let photo = reader.get::<Photo>(id)?.ok_or_else(none)?;
    let original = reader.original(id)?.ok_or_else(none)?;
    let found = faces(&original, (photo.width, photo.height))
        .map_err(|error| CliError::Refused(error.to_string()))?;
    if args.get_flag("json") {
        return output::json(&found);
    }
    for face in &found {
        output::line(&format!("{},{},{},{}", face.x, face.y, face.width, face.height))?;
    }
    if found.is_empty() {
        output::line(t("redact-suggest-none"))?;
    }
    Ok(())
}

fn list(args: &ArgMatches, wanted: &str) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let redactions = reader.redactions_of_photo(extract::find(&reader, wanted)?)?;
    if args.get_flag("json") {
        return output::json(&redactions);
    }
    if redactions.is_empty() {
        return output::line(t("cli-redact-empty"));
    }
    let rows: Vec<Vec<String>> = redactions
        .iter()
        .map(|redaction| {
            let Redaction {
                x, y, width, height, ..
            } = redaction;
            vec![
                redaction.id.to_string(),
                redaction.why.label().to_owned(),
                format!("{x},{y},{width},{height}"),
                redaction.by.clone(),
            ]
        })
        .collect();
    output::table(&rows)
}

/// Left, top, width and height.
fn rectangle(text: &str) -> Result<[u32; 4], CliError> {
    let numbers: Option<Vec<u32>> = text.split(',').map(|number| number.trim().parse().ok()).collect();
    numbers
        .and_then(|numbers| numbers.try_into().ok())
        .ok_or_else(|| CliError::Usage(tf("cli-redact-rect-form", &[("text", text.into())])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_has_four_numbers() {
        assert_eq!(rectangle("1, 2,30,40").ok(), Some([1, 2, 30, 40]));
        for wrong in ["", "1,2,3", "1,2,3,4,5", "-1,2,3,4", "a,b,c,d"] {
            assert!(rectangle(wrong).is_err(), "{wrong}");
        }
    }
}
