//! `witnessmark heads FILE`: the heads of the chains, computed from the entries; the text that signatures are of.

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::text::t;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let device = args.get_one::<String>("device");
    let entries = args.get_one::<u64>("entries");
    let heads = match (device, entries) {
        (Some(device), Some(entries)) => reader.head(device, *entries)?.into_iter().collect(),
        (Some(device), None) => {
            let all = reader.heads()?.into_iter();
            all.filter(|head| head.device == *device).collect()
        }
        (None, _) => reader.heads()?,
    };
    if heads.is_empty() {
        return Err(CliError::Refused(t("cli-heads-none").to_owned()));
    }
    for head in heads {
        // Exactly the bytes that are signed, so that the output can be piped to `ssh-keygen -Y verify`.
        output::text(&head.statement())?;
    }
    Ok(())
}
