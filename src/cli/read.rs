//! stub
use super::CliError;
use clap::{ArgMatches, Command};
pub(super) fn command() -> Command {
    Command::new("read")
}
pub(super) fn run(_a: &ArgMatches) -> Result<(), CliError> {
    Ok(())
}
