//! From arguments to a window or a command.

use witnessmark::settings::Settings;
use witnessmark::ui::window::{First, open};

fn main() {
    let first = std::env::args_os()
        .nth(1)
        .map_or(First::Start, |case| First::Case(case.into()));
    if let Err(error) = open(first, Settings::load(), None) {
        eprintln!("{error}");
    }
}
