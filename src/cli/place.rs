//! `witnessmark place FILE TRACK.gpx`: photos without a position are placed by a track and their time.

use clap::{Arg, ArgMatches, Command};

use super::{CliError, open, output, path_of};
use crate::intake::gpx::{self, Placed};
use crate::model::Photo;
use crate::model::photo::is_offset;
use crate::text::{t, tf};

/// Minutes to the nearest point of the track, where nobody says otherwise.
const WITHIN_MINUTES: &str = "10";

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    command
        .arg(
            Arg::new("within")
                .long("within")
                .value_name("MINUTES")
                .default_value(WITHIN_MINUTES)
                .value_parser(clap::value_parser!(i64).range(0..=1440))
                .help(t("cli-arg-within")),
        )
        .arg(
            Arg::new("offset")
                .long("offset")
                .value_name("+HH:MM")
                .help(t("cli-arg-offset")),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let file = path_of(args, "track")?;
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let refused = |reason: String| {
        CliError::Refused(tf(
            "job-import-detail",
            &[("file", name.as_str().into()), ("reason", reason.into())],
        ))
    };
    let track = gpx::track_in(file).map_err(refused)?;
    let within_s = args.get_one::<i64>("within").copied().unwrap_or(10) * 60;
    let offset = args.get_one::<String>("offset").map(String::as_str);
    if offset.is_some_and(|offset| !is_offset(offset)) {
        return Err(CliError::Usage(t("case-clock-offset").to_owned()));
    }
    let mut case = open::writer(args)?;
    let photos = case.reader()?.all::<Photo>()?;
    let found = Placed::by(&track, &photos, offset, within_s);
    let (placed, without) = (found.photos.len(), found.without_offset);
    let applied = case.apply_all(found.changes(file).collect());
    case.close()?;
    applied?;
    output::line(&tf(
        "cli-place-done",
        &[("placed", placed.into()), ("without", without.into())],
    ))
}
