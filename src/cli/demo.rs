//! `witnessmark demo`: builds the demonstration case and opens it.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{CliError, output};
use crate::demonstration;
use crate::settings::Settings;
use crate::text::tf;
use crate::ui::window::{First, open};

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let path = args
        .get_one::<PathBuf>("case")
        .cloned()
        .unwrap_or_else(demonstration::default_path);
    let settings = Settings::load();
    demonstration::ensure(&path, &settings.author())?;
    output::line(&tf(
        "cli-demo-done",
        &[("file", path.display().to_string().into())],
    ))?;
    if !args.get_flag("no-window") {
        open(First::Case(path), settings, None)?;
    }
    Ok(())
}
