//! `witnessmark passphrase FILE`: gives a case a passphrase, another one, or none.

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::job::Progress;
use crate::text::t;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let case = open::writer(args)?;
    let new = if args.get_flag("remove") {
        None
    } else {
        Some(open::new_passphrase(args)?)
    };
    case.change_passphrase(new.as_ref(), &Progress::new())?.close()?;
    output::line(t(if new.is_some() {
        "cli-passphrase-set"
    } else {
        "cli-passphrase-removed"
    }))
}
