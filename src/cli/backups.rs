//! `witnessmark backups` and `witnessmark restore BACKUP OUT`: the records of a case, brought back.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{CliError, open, output, path_of};
use crate::case::{backup_folder, backups_in};
use crate::intake::renew::renew;
use crate::job::Progress;
use crate::settings::Settings;
use crate::text::{t, tf};

pub(super) fn list() -> Result<(), CliError> {
    let backups = backup_folder()
        .map(|folder| backups_in(&folder))
        .unwrap_or_default();
    if backups.is_empty() {
        return output::line(t("cli-backups-none"));
    }
    let rows: Vec<Vec<String>> = backups
        .iter()
        .map(|backup| {
            vec![
                backup.case.clone(),
                backup.updated.to_string(),
                backup.path.display().to_string(),
            ]
        })
        .collect();
    output::table(&rows)
}

pub(super) fn restore(args: &ArgMatches) -> Result<(), CliError> {
    let backup = open::file(args)?;
    let originals = args
        .get_one::<PathBuf>("originals")
        .map(|path| open::file_at(args, path))
        .transpose()?;
    let out = path_of(args, "out")?;
    let author = Settings::load().author();
    let (mut case, restored) = backup.restore(out, author, originals.as_ref(), &Progress::new())?;
    renew(&mut case, &Progress::new())?;
    case.close()?;
    output::line(&tf(
        "restore-done",
        &[
            ("file", out.display().to_string().into()),
            ("entries", restored.entries.into()),
            ("originals", restored.originals.into()),
        ],
    ))?;
    if restored.missing > 0 {
        output::line(&tf("restore-missing", &[("missing", restored.missing.into())]))?;
    }
    Ok(())
}
