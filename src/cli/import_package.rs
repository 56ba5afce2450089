//! `witnessmark import-package CASE PACKAGE`: what others wrote in a copy of the case, handed over as a package, is taken in.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{CliError, merge, open, output, path_of};
use crate::exchange::package::import::{How, Imported, import};
use crate::job::Progress;
use crate::text::t;

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    command
        .arg(
            Arg::new("path")
                .value_name("PACKAGE")
                .help(t("cli-arg-package-path"))
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("signed-by")
                .long("signed-by")
                .value_name("FINGERPRINT")
                .help(t("cli-arg-package-signed-by")),
        )
        .arg(flag("dry-run", "cli-arg-merge-dry-run"))
        .arg(flag("other-case", "cli-arg-merge-other-case"))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let mut case = open::writer(args)?;
    let is_dry = args.get_flag("dry-run");
    let how = How {
        signer: args.get_one::<String>("signed-by").map(String::as_str),
        also_other: args.get_flag("other-case"),
        is_dry,
    };
    let imported = import(&mut case, path_of(args, "path")?, how, &Progress::new());
    case.close()?;
    match imported.map_err(|error| CliError::Refused(error.to_string()))? {
        Imported::Merged(merged) => merge::tell(&merged, args.get_flag("json"), is_dry),
        Imported::Unsound(verdict) => {
            for fault in &verdict.faults {
                output::complain(&fault.message);
            }
            if args.get_flag("json") {
                output::json(&*verdict)?;
            } else {
                output::line(t("package-unsound"))?;
            }
            Err(CliError::Said)
        }
    }
}
