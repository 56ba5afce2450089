//! `witnessmark import FILE PATH...`: photos and folders of photos into a case.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::intake::import::{ImportedFile, import, store};
use crate::job::Progress;
use crate::text::{t, tf};

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let mut case = open::writer(args)?;
    let paths: Vec<PathBuf> = args.get_many("paths").into_iter().flatten().cloned().collect();
    case.doing(t("job-import"));
    let known = case.reader()?.known_originals()?;
    let progress = Progress::new();
    let result = import(&paths, known, &progress, |photos, step| {
        store(&mut case, photos, step)
    });
    case.close()?;
    let report = result?;
    for file in &report.refused {
        output::complain(&line(file));
    }
    if args.get_flag("json") {
        output::json(&report)?;
    } else {
        for file in &report.known {
            output::line(&line(file))?;
        }
        output::line(&tf(
            "cli-import-done",
            &[
                ("added", report.added.len().into()),
                ("known", report.known.len().into()),
                ("refused", report.refused.len().into()),
            ],
        ))?;
    }
    if report.refused.is_empty() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}

fn line(file: &ImportedFile) -> String {
    let reason = file.note.clone().unwrap_or_default();
    tf(
        "job-import-detail",
        &[("file", file.file.as_str().into()), ("reason", reason.into())],
    )
}
