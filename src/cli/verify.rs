//! `witnessmark verify FILE`: whether the case is what its history says.

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let verdict = reader.verify(|_, _| true)?;
    for problem in &verdict.problems {
        output::complain(&problem.message);
    }
    if args.get_flag("json") {
        output::json(&verdict)?;
    } else if verdict.is_sound() {
        output::line(&tf(
            "job-verify-sound",
            &[
                ("originals", verdict.originals.into()),
                ("entries", verdict.entries.into()),
            ],
        ))?;
    } else {
        output::line(&tf(
            "job-verify-problems",
            &[("count", verdict.problems.len().into())],
        ))?;
    }
    if verdict.awaited > 0 && !args.get_flag("json") {
        output::line(&tf("cli-merge-awaited", &[("count", verdict.awaited.into())]))?;
    }
    if verdict.is_sound() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}
