//! From arguments to a window or a command.

use std::process::ExitCode;

fn main() -> ExitCode {
    witnessmark::cli::run(std::env::args_os())
}
