//! `witnessmark screenshots FILE DIR`: opens the real window, goes through every view, keeps a picture of each.

use clap::ArgMatches;

use super::{CliError, output, path_of, text_of};
use crate::case::Reader;
use crate::settings::{KeptMap, Settings};
use crate::text::{Language, set_language, t, tf};
use crate::ui::theme::Theme;
use crate::ui::tour::Tour;
use crate::ui::window::{First, open};

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    if let Some(language) = args
        .get_one::<String>("language")
        .and_then(|code| Language::of_locale(code))
    {
        set_language(language);
    }
    let case = path_of(args, "file")?.clone();
    let size = text_of(args, "size")?;
    let wrong = || CliError::Usage(tf("cli-screenshots-size", &[("size", size.into())]));
    let (width, height) = size.split_once('x').ok_or_else(wrong)?;
    let side = |text: &str| -> Option<f32> {
        let side: u16 = text.parse().ok()?;
        (320..=8192).contains(&side).then_some(f32::from(side))
    };
    let size = [side(width).ok_or_else(wrong)?, side(height).ok_or_else(wrong)?];
    let theme = match text_of(args, "theme")? {
        "light" => Theme::Light,
        "high-contrast" => Theme::HighContrast,
        _ => Theme::Dark,
    };
    let today = jiff::Zoned::now().date();
    let folder = path_of(args, "folder")?.clone();
    let tour = Tour::new(&Reader::open(&case)?, folder, theme, size, today)?;
    let failures = tour.failures.clone();
    // A name of its own: pictures for a guide should not show who made them.
    let mut settings = Settings::in_memory();
    settings.person = t("cli-screenshots-person").to_owned();
    settings
        .base_maps
        .extend(args.get_one("tiles").cloned().map(KeptMap::new));
    open(First::Case(case), settings, Some(tour))?;
    let failures = failures.lock().map(|list| list.clone()).unwrap_or_default();
    if failures.is_empty() {
        return output::line(t("cli-screenshots-done"));
    }
    failures.iter().for_each(|failure| output::complain(failure));
    Err(CliError::Said)
}
