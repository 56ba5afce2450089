//! `witnessmark new FILE`: an empty case.

use clap::ArgMatches;

use super::{CliError, open, output, path_of};
use crate::case::{Case, chains_folder, with_extension};
use crate::settings::Settings;
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let path = with_extension(path_of(args, "file")?.clone());
    let title = args.get_one::<String>("title").cloned().unwrap_or_else(|| {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    });
    let passphrase = args
        .get_flag("encrypt")
        .then(|| open::new_passphrase(args))
        .transpose()?;
    let mut case = Case::create_with(&path, &title, Settings::load().author(), passphrase.as_ref())?;
    case.remember_chains_in(chains_folder().as_deref())?;
    case.close()?;
    output::line(&tf(
        "cli-new-done",
        &[("file", path.display().to_string().into())],
    ))
}
