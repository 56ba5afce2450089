//! `witnessmark codes FILE [PHOTO...]`: bar codes and 2-D codes on photos become marks with what was read.

use clap::{Arg, ArgMatches, Command};
use serde_json::json;

use super::{CliError, extract, open, output};
use crate::intake::barcode::{every_photo, find_on};
use crate::job::Progress;
use crate::model::id::PhotoId;
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    command.arg(
        Arg::new("photos")
            .value_name("PHOTO")
            .help(t("cli-arg-codes-photos"))
            .num_args(0..),
    )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let mut case = open::writer(args)?;
    let reader = case.reader()?;
    let mut photos: Vec<PhotoId> = Vec::new();
    for wanted in args.get_many::<String>("photos").into_iter().flatten() {
        photos.push(extract::find(&reader, wanted)?);
    }
    if photos.is_empty() {
        photos = every_photo(&reader)?;
    }
    let found = find_on(&photos, &reader, &Progress::new(), |changes| {
        case.apply_all(changes).map(drop)
    });
    drop(reader);
    case.close()?;
    let found = found?;
    if args.get_flag("json") {
        let codes: Vec<_> = found
            .found
            .iter()
            .map(|(file, symbology, text)| json!({ "file": file, "symbology": symbology, "text": text }))
            .collect();
        output::json(&json!({
            "photos": found.photos,
            "found": codes,
            "known": found.known,
            "refused": found.refused,
        }))?;
    } else {
        for (file, symbology, text) in &found.found {
            output::line(&format!("{file}  {symbology}  {}", text.escape_default()))?;
        }
        output::line(&tf(
            "job-codes-done",
            &[
                ("found", found.found.len().into()),
                ("photos", found.photos.into()),
                ("known", found.known.into()),
            ],
        ))?;
    }
    for (file, reason) in &found.refused {
        output::complain(&format!("{file}: {reason}"));
    }
    if found.refused.is_empty() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}
