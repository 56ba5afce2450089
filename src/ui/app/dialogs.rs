//! Questions to the person that need a dialog: which file, which folder, which name. The system's dialogs run on
//! threads of their own; where the system has none, a path can be typed.

use std::path::PathBuf;

use crossbeam_channel::{Receiver, bounded};
use egui::{Context, Ui};

use super::team;
use crate::basemap::EXTENSIONS;
use crate::case::EXTENSION;
use crate::exchange::handover::Form;
use crate::settings::Settings;
use crate::text::{self, Language, t};
use crate::ui::desk::Place;
use crate::ui::entered;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, Text, gap, segmented, weak_text};

/// What came of a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogAnswer {
    /// A new case in this file.
    New(PathBuf),
    /// The case in this file.
    Open(PathBuf),
    /// These files and folders.
    Import(Vec<PathBuf>),
    /// This folder, to be watched.
    Watch(PathBuf),
    /// This track.
    Track(PathBuf),
    /// This file of rules.
    Rules(PathBuf),
    /// This file, for the chart.
    Chart(PathBuf),
    /// This file, for the map.
    Map(PathBuf),
    /// This file, for the calendar.
    Calendar(PathBuf),
    /// This file of tiles.
    BaseMap(PathBuf),
    /// This other copy of the case.
    Copy(PathBuf),
    /// This table.
    Table(PathBuf),
    /// This file of vocabularies, to be taken in.
    TermsIn(PathBuf),
    /// This file, for the vocabularies.
    TermsOut(PathBuf),
    /// This file of checklists, to be taken in.
    ListsIn(PathBuf),
    /// This file, for the checklists.
    ListsOut(PathBuf),
    /// This folder, for copies for publication.
    Publication(PathBuf),
    /// This place, for a hand-over.
    HandOver(PathBuf),
    /// This file with a key.
    Key(PathBuf),
    /// This file or folder, for a team's store.
    Team(team::Wish, PathBuf),
    /// The system has no dialog to show.
    Unavailable,
}

/// What a typed path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    New,
    Open,
    Import,
    Watch,
    Track,
    Rules,
    Chart,
    Map,
    Calendar,
    BaseMap,
    Copy,
    Table,
    TermsIn,
    TermsOut,
    ListsIn,
    ListsOut,
    Publication,
    HandOver,
    Key,
    Team(team::Wish),
}

/// A dialog of the system's that has not answered.
type Pending = (Purpose, Receiver<Option<Vec<PathBuf>>>, std::time::Instant);

/// The dialogs that are open.
#[derive(Default)]
pub(super) struct Dialogs {
    pending: Option<Pending>,
    typed: Option<(Purpose, String)>,
    settings: Option<(String, String)>,
}

/// A dialog that answers sooner than anyone can click was never shown.
const SHOWN: std::time::Duration = std::time::Duration::from_millis(400);

impl Dialogs {
    /// Whether keys go to a dialog of our own.
    pub(super) fn takes_keys(&self) -> bool {
        self.typed.is_some() || self.settings.is_some()
    }

    pub(super) fn ask_new(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::New, |dialog| {
            dialog
                .set_file_name(format!("case.{EXTENSION}"))
                .save_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_open(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Open, |dialog| {
            dialog
                .add_filter(t("app-name"), &[EXTENSION])
                .pick_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_files(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Import, rfd::FileDialog::pick_files);
    }

    pub(super) fn ask_folder(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Import, rfd::FileDialog::pick_folders);
    }

    pub(super) fn ask_watched(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Watch, |dialog| {
            dialog.pick_folder().map(|path| vec![path])
        });
    }

    pub(super) fn ask_track(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Track, |dialog| {
            dialog
                .add_filter("GPX", &["gpx", "GPX"])
                .pick_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_rules(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Rules, |dialog| {
            dialog
                .add_filter("TOML", &["toml"])
                .pick_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_chart(&mut self, ctx: &Context, place: Place) {
        let name = match place {
            Place::Timeline => "timeline.svg",
            Place::Network => "network.svg",
            _ => "production-to-use.svg",
        };
        let has_table = place == Place::Network;
        self.ask(ctx, Purpose::Chart, move |dialog| {
            let dialog = dialog.add_filter("SVG, PNG", &["svg", "png"]);
            let dialog = if has_table {
                dialog.add_filter("CSV", &["csv"])
            } else {
                dialog
            };
            dialog.set_file_name(name).save_file().map(|path| vec![path])
        });
    }

    pub(super) fn ask_map(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Map, |dialog| {
            dialog
                .add_filter("SVG, PNG", &["svg", "png"])
                .set_file_name("map.svg")
                .save_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_calendar(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Calendar, |dialog| {
            dialog
                .add_filter("SVG, PNG", &["svg", "png"])
                .set_file_name("calendar.svg")
                .save_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_base_map(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::BaseMap, |dialog| {
            dialog
                .add_filter("MBTiles, PMTiles", &EXTENSIONS)
                .pick_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_copy(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Copy, |dialog| {
            dialog
                .add_filter(t("shell-copies"), &[EXTENSION, "zip", "ZIP"])
                .pick_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_package_folder(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Copy, |dialog| {
            dialog.pick_folder().map(|path| vec![path])
        });
    }

    pub(super) fn ask_handover(&mut self, ctx: &Context, form: Form, place: PathBuf) {
        self.ask(ctx, Purpose::HandOver, move |dialog| {
            let ending = form.ending();
            let dialog = match ending {
                "" => dialog,
                ending => dialog.add_filter(ending.to_uppercase(), &[ending]),
            };
            let dialog = match place.parent() {
                Some(folder) => dialog.set_directory(folder),
                None => dialog,
            };
            let name = place.file_name().unwrap_or_default().to_string_lossy();
            dialog.set_file_name(name).save_file().map(|path| vec![path])
        });
    }

    pub(super) fn ask_key(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Key, |dialog| {
            dialog.pick_file().map(|path| vec![path])
        });
    }

    pub(super) fn ask_team(&mut self, ctx: &Context, wish: team::Wish) {
        self.ask(ctx, Purpose::Team(wish), move |dialog| {
            let chosen = match wish {
                team::Wish::Folder => dialog.pick_folder(),
                team::Wish::Key => dialog.pick_file(),
                team::Wish::NewKey => dialog.set_file_name("team.key").save_file(),
                team::Wish::Copy => dialog.set_file_name(format!("case.{EXTENSION}")).save_file(),
            };
            chosen.map(|path| vec![path])
        });
    }

    pub(super) fn ask_table(&mut self, ctx: &Context) {
        self.ask_csv(ctx, Purpose::Table);
    }

    pub(super) fn ask_terms_in(&mut self, ctx: &Context) {
        self.ask_csv(ctx, Purpose::TermsIn);
    }

    pub(super) fn ask_terms_out(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::TermsOut, |dialog| {
            dialog
                .add_filter("CSV", &["csv"])
                .set_file_name("vocabularies.csv")
                .save_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_lists_in(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::ListsIn, |dialog| {
            dialog
                .add_filter("TOML, JSON", &["toml", "json"])
                .pick_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_lists_out(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::ListsOut, |dialog| {
            dialog
                .add_filter("TOML, JSON", &["toml", "json"])
                .set_file_name("checklists.toml")
                .save_file()
                .map(|path| vec![path])
        });
    }

    pub(super) fn ask_publication(&mut self, ctx: &Context) {
        self.ask(ctx, Purpose::Publication, |dialog| {
            dialog.pick_folder().map(|path| vec![path])
        });
    }

    fn ask_csv(&mut self, ctx: &Context, purpose: Purpose) {
        self.ask(ctx, purpose, |dialog| {
            dialog
                .add_filter("CSV, TSV", &["csv", "tsv", "txt", "CSV", "TSV", "TXT"])
                .pick_file()
                .map(|path| vec![path])
        });
    }

    /// Opens the settings.
    pub(super) fn open_settings(&mut self, settings: &Settings) {
        self.settings = Some((settings.person.clone(), settings.lock_after_minutes.to_string()));
    }

    fn ask(
        &mut self,
        ctx: &Context,
        purpose: Purpose,
        pick: impl FnOnce(rfd::FileDialog) -> Option<Vec<PathBuf>> + Send + 'static,
    ) {
        if self.pending.is_some() {
            return;
        }
        let (send, receive) = bounded(1);
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let _ = send.send(pick(rfd::FileDialog::new()));
            ctx.request_repaint();
        });
        self.pending = Some((purpose, receive, std::time::Instant::now()));
    }

    /// Draws what is open, and tells what was answered.
    pub(super) fn show(&mut self, ctx: &Context, settings: &mut Settings) -> Option<DialogAnswer> {
        self.show_settings(ctx, settings);
        if let Some((purpose, receive, since)) = self.pending.take() {
            match receive.try_recv() {
                Ok(Some(paths)) => return answer(purpose, paths),
                Ok(None) if since.elapsed() < SHOWN => {
                    self.typed = Some((purpose, String::new()));
                    return Some(DialogAnswer::Unavailable);
                }
                Ok(None) | Err(crossbeam_channel::TryRecvError::Disconnected) => {}
                Err(crossbeam_channel::TryRecvError::Empty) => self.pending = Some((purpose, receive, since)),
            }
        }
        self.show_typed(ctx)
    }

    fn show_typed(&mut self, ctx: &Context) -> Option<DialogAnswer> {
        let (purpose, mut path) = self.typed.take()?;
        let (title, button) = match purpose {
            Purpose::New => (t("start-new"), t("start-create")),
            Purpose::Open => (t("shell-path-open-title"), t("shell-path-open")),
            Purpose::Import => (t("shell-path-import-title"), t("shell-path-import")),
            Purpose::Watch => (t("shell-path-watch-title"), t("shell-path-watch")),
            Purpose::Track => (t("shell-path-track-title"), t("shell-path-open")),
            Purpose::Rules => (t("shell-path-rules-title"), t("shell-path-open")),
            Purpose::Chart => (t("shell-path-chart-title"), t("shell-path-chart")),
            Purpose::Map => (t("shell-path-map-title"), t("shell-path-chart")),
            Purpose::Calendar => (t("shell-path-calendar-title"), t("shell-path-chart")),
            Purpose::BaseMap => (t("shell-path-base-map-title"), t("shell-path-open")),
            Purpose::Copy => (t("shell-path-copy-title"), t("shell-path-open")),
            Purpose::Table => (t("shell-path-table-title"), t("shell-path-open")),
            Purpose::TermsIn => (t("shell-path-terms-in-title"), t("shell-path-open")),
            Purpose::TermsOut => (t("shell-path-terms-out-title"), t("shell-path-chart")),
            Purpose::ListsIn => (t("shell-path-lists-in-title"), t("shell-path-open")),
            Purpose::ListsOut => (t("shell-path-lists-out-title"), t("shell-path-chart")),
            Purpose::Publication => (t("publication-folder-title"), t("shell-path-chart")),
            Purpose::HandOver => (t("handover-place-title"), t("shell-path-take")),
            Purpose::Key => (t("handover-key-title"), t("shell-path-take")),
            Purpose::Team(team::Wish::Folder) => (t("team-choose-folder"), t("shell-path-take")),
            Purpose::Team(team::Wish::Key) => (t("team-choose-key"), t("shell-path-take")),
            Purpose::Team(team::Wish::Copy) => (t("team-choose-copy"), t("shell-path-take")),
            Purpose::Team(team::Wish::NewKey) => (t("team-choose-key-new"), t("shell-path-take")),
        };
        let mut done = false;
        let mut cancelled = false;
        let modal = egui::Modal::new(egui::Id::unique("typed path")).show(ctx, |ui| {
            ui.set_width(460.0);
            weak_text(ui, title);
            gap(ui, space::S);
            let field = Field::new(t("shell-path-title"))
                .hint(t("shell-path-hint"))
                .show(ui, &mut path);
            done = entered(ui, &field);
            gap(ui, space::M);
            ui.horizontal(|ui| {
                done |= ui.add(Action::primary(button)).clicked();
                cancelled = ui.add(Action::secondary(t("shell-path-cancel"))).clicked();
            });
        });
        if done && !path.trim().is_empty() {
            return answer(purpose, vec![PathBuf::from(path.trim())]);
        }
        if !cancelled && !modal.should_close() {
            self.typed = Some((purpose, path));
        }
        None
    }

    fn show_settings(&mut self, ctx: &Context, settings: &mut Settings) {
        let Some((mut person, mut minutes)) = self.settings.take() else {
            return;
        };
        let mut done = false;
        let modal = egui::Modal::new(egui::Id::unique("settings")).show(ctx, |ui| {
            ui.set_width(420.0);
            let field = Field::new(t("shell-settings-person"))
                .hint(t("shell-settings-person-hint"))
                .show(ui, &mut person);
            done = entered(ui, &field);
            weak_text(ui, t("shell-settings-text"));
            gap(ui, space::M);
            let field = Field::new(t("shell-settings-lock"))
                .unit(t("shell-settings-minutes"))
                .width(120.0)
                .show(ui, &mut minutes);
            done |= entered(ui, &field);
            weak_text(ui, t("shell-settings-lock-text"));
            gap(ui, space::M);
            choose_language(ui, settings);
            gap(ui, space::M);
            done |= ui.add(Action::primary(t("job-report-close"))).clicked();
        });
        if done || modal.should_close() {
            settings.person = person.trim().to_owned();
            if let Ok(minutes) = minutes.trim().parse() {
                settings.lock_after_minutes = minutes;
            }
            settings.save();
        } else {
            self.settings = Some((person, minutes));
        }
    }
}

/// The languages, each by its own name: who can't read the one in use finds theirs. It counts at once.
fn choose_language(ui: &mut Ui, settings: &mut Settings) {
    ui.add(Text::new(t("shell-settings-language")).kind(Type::Small).weak());
    let mut language = text::language();
    let choices = Language::ALL.map(|language| (language, language.name()));
    if segmented(ui, "language", &mut language, &choices) {
        text::set_language(language);
        language.code().clone_into(&mut settings.language);
        settings.save_aside();
        ui.ctx().request_repaint();
    }
}

fn answer(purpose: Purpose, mut paths: Vec<PathBuf>) -> Option<DialogAnswer> {
    if paths.is_empty() {
        return None;
    }
    Some(match purpose {
        Purpose::New => DialogAnswer::New(paths.swap_remove(0)),
        Purpose::Open => DialogAnswer::Open(paths.swap_remove(0)),
        Purpose::Import => DialogAnswer::Import(paths),
        Purpose::Watch => DialogAnswer::Watch(paths.swap_remove(0)),
        Purpose::Track => DialogAnswer::Track(paths.swap_remove(0)),
        Purpose::Rules => DialogAnswer::Rules(paths.swap_remove(0)),
        Purpose::Chart => DialogAnswer::Chart(paths.swap_remove(0)),
        Purpose::Map => DialogAnswer::Map(paths.swap_remove(0)),
        Purpose::Calendar => DialogAnswer::Calendar(paths.swap_remove(0)),
        Purpose::BaseMap => DialogAnswer::BaseMap(paths.swap_remove(0)),
        Purpose::Copy => DialogAnswer::Copy(paths.swap_remove(0)),
        Purpose::Table => DialogAnswer::Table(paths.swap_remove(0)),
        Purpose::TermsIn => DialogAnswer::TermsIn(paths.swap_remove(0)),
        Purpose::TermsOut => DialogAnswer::TermsOut(paths.swap_remove(0)),
        Purpose::ListsIn => DialogAnswer::ListsIn(paths.swap_remove(0)),
        Purpose::ListsOut => DialogAnswer::ListsOut(paths.swap_remove(0)),
        Purpose::Publication => DialogAnswer::Publication(paths.swap_remove(0)),
        Purpose::HandOver => DialogAnswer::HandOver(paths.swap_remove(0)),
        Purpose::Key => DialogAnswer::Key(paths.swap_remove(0)),
        Purpose::Team(wish) => DialogAnswer::Team(wish, paths.swap_remove(0)),
    })
}
