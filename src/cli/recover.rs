//! `witnessmark recover FILE OUT`: everything intact of a damaged case into a new one, with a report.

use clap::ArgMatches;

use super::{CliError, open, output, path_of};
use crate::case::Recovery;
use crate::intake::renew::renew;
use crate::job::Progress;
use crate::settings::Settings;
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let file = open::file(args)?;
    let out = path_of(args, "out")?;
    let (mut case, recovery) = file.recover(out, Settings::load().author(), &Progress::new())?;
    renew(&mut case, &Progress::new())?;
    case.close()?;
    if args.get_flag("json") {
        output::json(&recovery)?;
    } else {
        for line in report(&recovery) {
            output::line(&line)?;
        }
    }
    if recovery.is_whole() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}

/// The report, line by line.
pub(crate) fn report(recovery: &Recovery) -> Vec<String> {
    let mut lines = vec![tf(
        "recover-saved",
        &[
            ("entries", recovery.entries.into()),
            ("originals", recovery.originals.into()),
        ],
    )];
    if recovery.unreadable_pages > 0 {
        lines.push(tf(
            "recover-pages",
            &[
                ("unreadable", recovery.unreadable_pages.into()),
                ("pages", recovery.pages.into()),
            ],
        ));
    }
    if let (Some(first), Some(last)) = (recovery.lost_entries.first(), recovery.lost_entries.last()) {
        lines.push(tf(
            "recover-lost-entries",
            &[
                ("first", first.to_string().into()),
                ("last", last.to_string().into()),
            ],
        ));
        lines.push(tf(
            "recover-from-tables",
            &[("count", recovery.from_tables.len().into())],
        ));
    }
    lines.extend(
        recovery
            .lost_originals
            .iter()
            .map(|(_, name)| tf("recover-lost-original", &[("name", name.as_str().into())])),
    );
    lines
}
