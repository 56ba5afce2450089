//! How commands open a case: the passphrase of an encrypted one is asked for on the terminal, or read from standard
//! input when `--passphrase-stdin` says so; it is never an argument, which other users of the machine could see.

use std::io::{BufRead, IsTerminal, stdin};
use std::path::Path;

use clap::ArgMatches;
use zeroize::Zeroizing;

use super::{CliError, path_of};
use crate::case::{Case, CaseError, CaseFile, Notice, Passphrase, Reader, chains_folder};
use crate::job::Progress;
use crate::model::when::Edtf;
use crate::settings::Settings;
use crate::text::t;

/// The case that the argument `file` names.
pub(super) fn file(args: &ArgMatches) -> Result<CaseFile, CliError> {
    file_at(args, path_of(args, "file")?)
}

/// The case at `path`, with its passphrase if it has one.
pub(super) fn file_at(args: &ArgMatches, path: &Path) -> Result<CaseFile, CliError> {
    match CaseFile::find(path, None) {
        Err(CaseError::Locked(_)) => {
            let passphrase = passphrase(args, "cli-passphrase")?;
            Ok(CaseFile::find(path, Some(&passphrase))?)
        }
        other => Ok(other?),
    }
}

/// The case, to be read: as it is, or as it was on the day that `--as-of` names.
pub(super) fn reader(args: &ArgMatches) -> Result<Reader, CliError> {
    let file = file(args)?;
    let as_of = args.try_get_one::<String>("as-of").ok().flatten();
    let Some(day) = as_of else {
        return Ok(file.reader()?);
    };
    let end = day
        .parse::<jiff::Timestamp>()
        .ok()
        .or_else(|| end_of_day(day))
        .ok_or_else(|| CliError::Usage(t("cli-as-of-wrong").to_owned()))?;
    Ok(file.as_of(end, &Progress::new())?)
}

/// The last moment of a day in this machine's time zone.
fn end_of_day(day: &str) -> Option<jiff::Timestamp> {
    let date = Edtf::parse(day).ok()?.interval()?.latest();
    let next = date
        .tomorrow()
        .ok()?
        .to_zoned(jiff::tz::TimeZone::system())
        .ok()?;
    next.timestamp()
        .checked_sub(jiff::SignedDuration::from_millis(1))
        .ok()
}

/// The case, to be changed. What there is to know of the opening is said on standard error.
pub(super) fn writer(args: &ArgMatches) -> Result<Case, CliError> {
    let mut case = Case::open_file(file(args)?, Settings::load().author())?;
    case.remember_chains_in(chains_folder().as_deref())?;
    for notice in case.take_notices() {
        if notice != Notice::NetworkFolder {
            super::output::complain(&notice.to_string());
        }
    }
    Ok(case)
}

/// Asks for a passphrase.
pub(super) fn passphrase(args: &ArgMatches, prompt: &str) -> Result<Passphrase, CliError> {
    let from_stdin = matches!(args.try_get_one::<bool>("passphrase-stdin"), Ok(Some(true)));
    let typed = if from_stdin {
        Zeroizing::new(line_of_stdin()?)
    } else if stdin().is_terminal() {
        Zeroizing::new(rpassword::prompt_password(t(prompt))?)
    } else {
        return Err(CliError::Refused(t("cli-passphrase-needed").to_owned()));
    };
    Passphrase::new(typed).ok_or_else(|| CliError::Refused(t("cli-passphrase-empty").to_owned()))
}

/// A new passphrase, twice when a person types it.
pub(super) fn new_passphrase(args: &ArgMatches) -> Result<Passphrase, CliError> {
    let first = passphrase(args, "cli-passphrase-new")?;
    let from_stdin = matches!(args.try_get_one::<bool>("passphrase-stdin"), Ok(Some(true)));
    if !from_stdin && passphrase(args, "cli-passphrase-again")? != first {
        return Err(CliError::Refused(t("cli-passphrase-differ").to_owned()));
    }
    Ok(first)
}

fn line_of_stdin() -> Result<String, CliError> {
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}
