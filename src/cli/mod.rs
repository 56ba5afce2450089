//! The command line: every capability without a window, for scripts and tests. One file a command.
//!
//! Exit codes: 0 all well, 1 something was refused or found wrong (each named on standard error, and in the
//! output with `--json`), 2 wrong usage, which includes asking for a window where there is no screen.

mod alarms;
mod analysis;
mod backups;
mod calendar;
mod checklist;
mod codes;
mod completeness;
mod coverage;
mod crop;
mod demo;
mod elsewhere;
mod extract;
mod heads;
mod history;
mod import;
mod import_package;
mod import_sheet;
mod list;
mod map;
mod merge;
mod network;
mod new;
mod open;
mod output;
mod package;
mod passphrase;
mod place;
mod publish;
mod read;
mod recover;
mod redact;
mod report;
mod rules;
mod screenshots;
mod search;
mod set;
mod show;
mod sign;
mod team;
mod timeline;
mod verify;
mod vocabulary;
mod whereabouts;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::case::CaseError;
use crate::settings::{self, Settings};
use crate::text::{self, Language, t};
use crate::ui::window::{First, WindowError, open as open_window};

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The arguments make no sense.
    #[error("{0}")]
    Usage(String),
    /// Something was refused or found wrong; it has been said.
    #[error("")]
    Said,
    /// The case refused.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Something else was refused.
    #[error("{0}")]
    Refused(String),
    /// There is no window.
    #[error(transparent)]
    Window(#[from] WindowError),
    /// Writing the output failed.
    #[error(transparent)]
    Output(#[from] std::io::Error),
}

impl CliError {
    fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Window(_) => 2,
            Self::Said | Self::Case(_) | Self::Refused(_) => 1,
            // Whoever reads the output has gone (`| head`): that is no failure of ours.
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
            Self::Output(_) => 1,
        }
    }
}

/// What a recovery came to, line by line, as the window tells it too.
pub(crate) use recover::report as recovery_report;

/// Runs the program with these arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    text::set_language(settings::language());
    let matches = match parser().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let wrong = error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if wrong { 2 } else { 0 });
        }
    };
    match dispatch(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = error.to_string();
            if !text.is_empty() && error.exit_code() != 0 {
                eprintln!("witnessmark: {text}");
            }
            ExitCode::from(error.exit_code())
        }
    }
}

fn dispatch(matches: &ArgMatches) -> Result<(), CliError> {
    match matches.subcommand() {
        None => {
            let case = matches.get_one::<PathBuf>("case").cloned();
            open_window(case.map_or(First::Start, First::Case), Settings::load(), None)?;
            Ok(())
        }
        Some(("new", args)) => new::run(args),
        Some(("demo", args)) => demo::run(args),
        Some(("import", args)) => import::run(args),
        Some(("import-sheet", args)) => import_sheet::run(args),
        Some(("set", args)) => set::run(args),
        Some(("place", args)) => place::run(args),
        Some(("list", args)) => list::run(args),
        Some(("show", args)) => show::run(args),
        Some(("read", args)) => read::run(args),
        Some(("crop", args)) => crop::run(args),
        Some(("codes", args)) => codes::run(args),
        Some(("rules", args)) => rules::run(args),
        Some(("coverage", args)) => coverage::run(args),
        Some(("alarms", args)) => alarms::run(args),
        Some(("calendar", args)) => calendar::run(args),
        Some(("map", args)) => map::run(args),
        Some(("search", args)) => search::run(args),
        Some(("analysis", args)) => analysis::run(args),
        Some(("team", args)) => team::run(args),
        Some(("timeline", args)) => timeline::run(args),
        Some(("network", args)) => network::run(args),
        Some(("elsewhere", args)) => elsewhere::run(args),
        Some(("extract", args)) => extract::run(args),
        Some(("publish", args)) => publish::run(args),
        Some(("redact", args)) => redact::run(args),
        Some(("import-package", args)) => import_package::run(args),
        Some(("merge", args)) => merge::run(args),
        Some(("conflicts", args)) => merge::conflicts(args),
        Some(("settle", args)) => merge::settle(args),
        Some(("verify", args)) => verify::run(args),
        Some(("vocabulary", args)) => vocabulary::run(args),
        Some(("checklist", args)) => checklist::run(args),
        Some(("completeness", args)) => completeness::run(args),
        Some(("where", args)) => whereabouts::run(args),
        Some(("history", args)) => history::run(args),
        Some(("heads", args)) => heads::run(args),
        Some(("sign", args)) => sign::run(args),
        Some(("package", args)) => package::run(args),
        Some(("passphrase", args)) => passphrase::run(args),
        Some(("recover", args)) => recover::run(args),
        Some(("backups", _)) => backups::list(),
        Some(("report", args)) => report::run(args),
        Some(("restore", args)) => backups::restore(args),
        Some(("screenshots", args)) => screenshots::run(args),
        Some((other, _)) => Err(CliError::Usage(other.to_owned())),
    }
}

/// The arguments that the program takes.
#[must_use]
pub fn parser() -> Command {
    let file = || {
        Arg::new("file")
            .value_name("FILE")
            .help(t("cli-arg-file"))
            .required(true)
            .value_parser(value_parser!(PathBuf))
    };
    let json = || {
        Arg::new("json")
            .long("json")
            .help(t("cli-arg-json"))
            .action(ArgAction::SetTrue)
    };
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).value_name(value).help(t(help)).required(true)
    };
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    let as_of = || option("as-of", "DATE", "cli-arg-as-of");
    let path = |name: &'static str, value: &'static str, help: &'static str| {
        text(name, value, help).value_parser(value_parser!(PathBuf))
    };
    Command::new("witnessmark")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t("cli-about"))
        .after_help(t("cli-exit-codes"))
        .args_conflicts_with_subcommands(true)
        .arg(flag("passphrase-stdin", "cli-arg-passphrase-stdin").global(true))
        .arg(path("case", "FILE", "cli-arg-open").required(false))
        .subcommand(
            Command::new("new")
                .about(t("cli-new"))
                .arg(file())
                .arg(option("title", "TITLE", "cli-arg-title"))
                .arg(flag("encrypt", "cli-arg-encrypt")),
        )
        .subcommand(
            Command::new("demo")
                .about(t("cli-demo"))
                .arg(option("case", "FILE", "cli-arg-demo-case").value_parser(value_parser!(PathBuf)))
                .arg(
                    Arg::new("no-window")
                        .long("no-window")
                        .help(t("cli-arg-no-window"))
                        .action(ArgAction::SetTrue),
                ),
        )
        .subcommand(import::options(
            Command::new("import")
                .about(t("cli-import"))
                .arg(file())
                .arg(
                    path("paths", "PATH", "cli-arg-paths")
                        .num_args(1..)
                        .required(false)
                        .required_unless_present("resume"),
                )
                .arg(json()),
        ))
        .subcommand(import_sheet::options(
            Command::new("import-sheet")
                .about(t("cli-import-sheet"))
                .arg(file())
                .arg(path("sheet", "SHEET", "cli-arg-sheet"))
                .arg(json()),
        ))
        .subcommand(set::options(
            Command::new("set").about(t("cli-set")).arg(file()).arg(json()),
        ))
        .subcommand(place::options(
            Command::new("place").about(t("cli-place")).arg(file()).arg(path(
                "track",
                "TRACK",
                "cli-arg-track",
            )),
        ))
        .subcommand(
            Command::new("list")
                .about(t("cli-list"))
                .arg(file())
                .arg(as_of())
                .arg(
                    text("kind", "KIND", "cli-arg-kind").value_parser(PossibleValuesParser::new(list::KINDS)),
                )
                .arg(option("term", "TERM", "cli-arg-term"))
                .arg(json())
                .arg(
                    Arg::new("csv")
                        .long("csv")
                        .help(t("cli-arg-csv"))
                        .action(ArgAction::SetTrue)
                        .conflicts_with("json"),
                ),
        )
        .subcommand(
            Command::new("show")
                .about(t("cli-show"))
                .arg(file())
                .arg(as_of())
                .arg(text("id", "ID", "cli-arg-id"))
                .arg(json()),
        )
        .subcommand(read::command().arg(json()))
        .subcommand(whereabouts::command().arg(json()))
        .subcommand(codes::options(
            Command::new("codes")
                .about(t("cli-codes"))
                .arg(file())
                .arg(json()),
        ))
        .subcommand(vocabulary::command(file(), json()))
        .subcommand(checklist::command(file(), json()))
        .subcommand(completeness::options(
            Command::new("completeness")
                .about(t("cli-completeness"))
                .arg(file())
                .arg(as_of()),
        ))
        .subcommand(rules::options(
            Command::new("rules")
                .about(t("cli-rules"))
                .arg(file())
                .arg(json()),
        ))
        .subcommand(
            Command::new("coverage")
                .about(t("cli-coverage"))
                .arg(file())
                .arg(as_of())
                .arg(text("weapon", "WEAPON", "cli-arg-weapon").required(false))
                .arg(json()),
        )
        .subcommand(
            Command::new("alarms")
                .about(t("cli-alarms"))
                .arg(file())
                .arg(as_of())
                .arg(json()),
        )
        .subcommand(
            calendar::options(
                Command::new("calendar")
                    .about(t("cli-calendar"))
                    .arg(file())
                    .arg(as_of()),
            )
            .arg(json()),
        )
        .subcommand(map::options(
            Command::new("map").about(t("cli-map")).arg(file()).arg(as_of()),
        ))
        .subcommand(
            Command::new("search")
                .about(t("cli-search"))
                .arg(file())
                .arg(as_of())
                .arg(text("query", "QUERY", "cli-arg-query"))
                .arg(flag("regex", "cli-arg-regex").conflicts_with("loose"))
                .arg(
                    Arg::new("loose")
                        .long("loose")
                        .help(t("cli-arg-loose"))
                        .action(ArgAction::SetTrue),
                )
                .arg(json()),
        )
        .subcommand(analysis::options(
            Command::new("analysis")
                .about(t("cli-analysis"))
                .arg(file())
                .arg(as_of())
                .arg(json()),
        ))
        .subcommand(timeline::options(
            Command::new("timeline")
                .about(t("cli-timeline"))
                .arg(file())
                .arg(as_of())
                .arg(json()),
        ))
        .subcommand(network::options(
            Command::new("network")
                .about(t("cli-network"))
                .arg(file())
                .arg(as_of())
                .arg(json()),
        ))
        .subcommand(elsewhere::options(
            Command::new("elsewhere")
                .about(t("cli-elsewhere"))
                .arg(file())
                .arg(json()),
        ))
        .subcommand(import_package::options(
            Command::new("import-package")
                .about(t("cli-import-package"))
                .arg(file())
                .arg(json()),
        ))
        .subcommand(merge::options(
            Command::new("merge")
                .about(t("cli-merge"))
                .arg(file())
                .arg(json()),
        ))
        .subcommand(
            Command::new("conflicts")
                .about(t("cli-conflicts"))
                .arg(file())
                .arg(json()),
        )
        .subcommand(merge::settle_options(
            Command::new("settle")
                .about(t("cli-settle"))
                .arg(file())
                .arg(json()),
        ))
        .subcommand(
            Command::new("extract")
                .about(t("cli-extract"))
                .arg(file())
                .arg(text("photo", "PHOTO", "cli-arg-photo"))
                .arg(path("out", "OUT", "cli-arg-out")),
        )
        .subcommand(
            Command::new("crop")
                .about(t("cli-crop"))
                .arg(file())
                .arg(text("region", "REGION", "cli-arg-region"))
                .arg(path("out", "OUT", "cli-arg-crop-out")),
        )
        .subcommand(publish::options(
            Command::new("publish")
                .about(t("cli-publish"))
                .arg(file())
                .arg(path("out", "OUT-DIR", "cli-arg-publish-out"))
                .arg(json()),
        ))
        .subcommand(redact::options(
            Command::new("redact")
                .about(t("cli-redact"))
                .arg(file())
                .arg(text("photo", "PHOTO", "cli-arg-redact-photo"))
                .arg(json()),
        ))
        .subcommand(
            Command::new("verify")
                .about(t("cli-verify"))
                .arg(file())
                .arg(json()),
        )
        .subcommand(
            Command::new("history")
                .about(t("cli-history"))
                .arg(file())
                .arg(option("record", "ID", "cli-arg-record"))
                .arg(option("most", "N", "cli-arg-most").value_parser(value_parser!(u32)))
                .arg(json()),
        )
        .subcommand(
            Command::new("heads")
                .about(t("cli-heads"))
                .arg(file())
                .arg(option("device", "ID", "cli-arg-device"))
                .arg(
                    option("entries", "N", "cli-arg-entries")
                        .value_parser(value_parser!(u64))
                        .requires("device"),
                ),
        )
        .subcommand(
            Command::new("sign")
                .about(t("cli-sign"))
                .arg(file())
                .arg(option("key", "KEY", "cli-arg-key").value_parser(value_parser!(PathBuf)))
                .arg(option("out", "FILE", "cli-arg-sign-out").value_parser(value_parser!(PathBuf))),
        )
        .subcommand(package::command(file(), json()))
        .subcommand(team::command(&file(), &json()))
        .subcommand(
            Command::new("passphrase")
                .about(t("cli-passphrase-about"))
                .arg(file())
                .arg(flag("remove", "cli-arg-remove")),
        )
        .subcommand(
            Command::new("recover")
                .about(t("cli-recover"))
                .arg(file())
                .arg(path("out", "OUT", "cli-arg-recover-out"))
                .arg(json()),
        )
        .subcommand(report::options(
            Command::new("report")
                .about(t("cli-report"))
                .arg(file().required(false).required_unless_present("write-template"))
                .arg(as_of())
                .arg(json()),
        ))
        .subcommand(Command::new("backups").about(t("cli-backups")))
        .subcommand(
            Command::new("restore")
                .about(t("cli-restore"))
                .arg(path("file", "BACKUP", "cli-arg-backup"))
                .arg(path("out", "OUT", "cli-arg-recover-out"))
                .arg(option("originals", "FILE", "cli-arg-originals").value_parser(value_parser!(PathBuf))),
        )
        .subcommand(
            Command::new("screenshots")
                .about(t("cli-screenshots"))
                .arg(file())
                .arg(path("folder", "DIR", "cli-arg-folder"))
                .arg(option("size", "WxH", "cli-arg-size").default_value("1280x800"))
                .arg(
                    option("theme", "THEME", "cli-arg-theme")
                        .default_value("dark")
                        .value_parser(PossibleValuesParser::new(["light", "dark", "high-contrast"])),
                )
                .arg(
                    option("language", "LANGUAGE", "cli-arg-language")
                        .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code))),
                )
                .arg(
                    option("tiles", "TILES", "cli-arg-screenshots-tiles")
                        .value_parser(value_parser!(PathBuf)),
                ),
        )
}

/// A required path of the parser.
fn path_of<'a>(args: &'a ArgMatches, name: &str) -> Result<&'a PathBuf, CliError> {
    args.get_one(name)
        .ok_or_else(|| CliError::Usage(t("cli-missing").to_owned()))
}

/// A required text of the parser.
fn text_of<'a>(args: &'a ArgMatches, name: &str) -> Result<&'a str, CliError> {
    args.get_one::<String>(name)
        .map(String::as_str)
        .ok_or_else(|| CliError::Usage(t("cli-missing").to_owned()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_parser_is_consistent() {
        super::parser().debug_assert();
    }
}
