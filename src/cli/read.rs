//! stub
use clap::{ArgMatches,Command};
use super::CliError;
pub(super) fn command()->Command{Command::new("read")}
pub(super) fn run(_a:&ArgMatches)->Result<(),CliError>{Ok(())}
