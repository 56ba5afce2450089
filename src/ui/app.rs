//! The program's window: the start screen, or the shell around an open case.
//!
//! [`App`] knows nothing of eframe, so that tests drive the same window without a screen.

mod another;
mod ask;
mod backups;
mod banner;
mod dialogs;
mod finder;
mod handover;
mod intent;
mod jobs;
mod path_field;
mod publishing;
mod session;
mod team;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::Ui;

use ask::{Answer, Ask};
pub use dialogs::DialogAnswer;
use dialogs::Dialogs;
pub use intent::Intent;
use intent::{Opening, Setting};
use session::FileWish;
pub use session::Session;
use team::{JoinTeam, NewCopy};

use super::commands::{self, UiCommand};
use super::desk::{Place, TermsFile};
use super::in_order::InOrder;
use super::theme::{self, Theme};
use super::views::start::{Problem, StartView, StartWish};
use super::widgets::{Toast, ToastEvent, Toasts, key_sheet};
use crate::case::{Case, CaseError, Opened, Passphrase};
use crate::settings::Settings;
use crate::text::{t, tf};

/// The program's window.
pub struct App {
    settings: Settings,
    start: StartView,
    session: Option<Session>,
    /// The case as it was, shown in place of the live one.
    past: Option<Session>,
    opening: Option<Opening>,
    /// Where to be when the case is open again.
    place: Option<Place>,
    ask: Ask,
    last_touch: Instant,
    toasts: Toasts,
    dialogs: Dialogs,
    /// A new copy from a team's store is asked for.
    join: JoinTeam,
    keys_open: bool,
    theme: Theme,
    wants_to_quit: bool,
    title: String,
}

impl App {
    /// A window without a case. Fonts and theme are set on `ctx`.
    #[must_use]
    pub fn new(ctx: &egui::Context, settings: Settings) -> Self {
        super::fonts::install(ctx);
        commands::claim_keys(ctx);
        ctx.add_plugin(InOrder::default());
        let theme = theme_of(&settings.theme);
        theme::apply(ctx, theme);
        Self {
            settings,
            start: StartView::default(),
            session: None,
            past: None,
            opening: None,
            place: None,
            ask: Ask::default(),
            last_touch: Instant::now(),
            toasts: Toasts::default(),
            dialogs: Dialogs::default(),
            join: JoinTeam::default(),
            keys_open: false,
            theme,
            wants_to_quit: false,
            title: String::new(),
        }
    }

    /// Opens the case at `path` in the background.
    pub fn open_case(&mut self, ctx: &egui::Context, path: &Path) {
        self.pursue(ctx, Intent::Open(path.to_owned()), None);
    }

    /// Opens the case that a crash left open, where one was in it.
    pub fn open_last(&mut self, ctx: &egui::Context) {
        if let Some(path) = self.settings.open_case.clone().filter(|path| path.is_file()) {
            self.place = Place::from_word(&self.settings.open_place);
            self.open_case(ctx, &path);
        }
    }

    /// Does what a person wants opened, in the background.
    pub fn pursue(&mut self, ctx: &egui::Context, intent: Intent, passphrase: Option<Passphrase>) {
        let place = self.place.take();
        self.close_case();
        self.place = place;
        self.start.problem = None;
        self.start.locked = None;
        let mut setting = self.setting(ctx);
        if let Intent::Restore(backup) = &intent {
            let is_of_it = |path: &&PathBuf| path.file_stem().is_some_and(|stem| *stem == *backup.case);
            setting.originals = self.settings.recent.iter().find(is_of_it).cloned();
        }
        self.opening = Some(Opening::pursue(intent, passphrase, setting));
    }

    /// Makes a case at `path` in the background and opens it.
    pub fn new_case(&mut self, ctx: &egui::Context, path: &Path, title: &str) {
        self.new_case_with(ctx, path, title, None);
    }

    /// As [`App::new_case`], encrypted if there is a passphrase.
    pub fn new_case_with(
        &mut self,
        ctx: &egui::Context,
        path: &Path,
        title: &str,
        passphrase: Option<Passphrase>,
    ) {
        let (path, title) = (path.to_owned(), title.to_owned());
        self.begin(ctx, "start-opening", move |setting, _| {
            Case::create_with(&path, &title, setting.author.clone(), passphrase.as_ref())
        });
    }

    /// Opens the demonstration case in the background, made anew if it is not there.
    pub fn open_demonstration(&mut self, ctx: &egui::Context) {
        self.pursue(ctx, Intent::Open(crate::demonstration::default_path()), None);
    }

    fn change_passphrase(&mut self, ctx: &egui::Context, passphrase: Option<Passphrase>) {
        let Some(session) = &self.session else { return };
        let (file, place) = (session.file().clone(), session.desk().place);
        self.begin(ctx, "start-encrypting", move |setting, progress| {
            Case::open_file(file, setting.author.clone())?.change_passphrase(passphrase.as_ref(), progress)
        });
        self.place = Some(place);
    }

    fn setting(&self, ctx: &egui::Context) -> Setting {
        Setting {
            author: self.settings.author(),
            backups: self.settings.backups.clone(),
            chains: self.settings.chains.clone(),
            originals: None,
            ctx: ctx.clone(),
        }
    }

    fn begin(
        &mut self,
        ctx: &egui::Context,
        title: &str,
        open: impl FnOnce(&Setting, &crate::job::Progress) -> Result<Case, CaseError> + Send + 'static,
    ) {
        self.close_case();
        self.start.problem = None;
        self.start.locked = None;
        let setting = self.setting(ctx);
        self.opening = Some(Opening::begin(t(title), None, setting, |setting, progress| {
            let mut case = open(setting, progress)?;
            case.keep_backups_in(setting.backups.clone());
            Ok((Opened::Writing(Box::new(case)), None))
        }));
    }

    /// Makes a new copy of a case from its team's store in the background and opens it.
    fn join_team(&mut self, ctx: &egui::Context, copy: NewCopy) {
        self.close_case();
        self.start.problem = None;
        self.start.locked = None;
        let (setting, laptop) = (self.setting(ctx), self.settings.laptop.clone());
        let title = t("start-joining");
        self.opening = Some(Opening::begin(title, None, setting, move |setting, progress| {
            let (mut case, report) = copy.make(&laptop, setting, progress)?;
            case.keep_backups_in(setting.backups.clone());
            Ok((Opened::Writing(Box::new(case)), report))
        }));
    }

    /// Closes the case and waits until its file is whole.
    pub fn close_case(&mut self) {
        if let Some(past) = self.past.take() {
            // It only reads.
            let _ = past.close();
        }
        self.place = None;
        if let Some(session) = self.session.take() {
            if let Err(problem) = session.close() {
                self.start.problem = Some(Problem::new(problem));
            }
            self.settings.closed();
        }
        self.start.renew();
    }

    /// Closes an encrypted case and asks for its passphrase; then one is where one was.
    pub fn lock(&mut self) {
        let Some(session) = &self.session else { return };
        if !session.file().is_encrypted() || !session.is_idle() {
            return;
        }
        let (path, place) = (session.path().to_owned(), session.desk().place);
        self.close_case();
        self.place = Some(place);
        self.start.ask_passphrase(Intent::Open(path), None);
    }

    /// The open case.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The open case, to change where one is in it.
    pub fn session_mut(&mut self) -> Option<&mut Session> {
        self.session.as_mut()
    }

    /// The theme in use.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// Changes the theme for this run only.
    pub fn set_theme(&mut self, ctx: &egui::Context, theme: Theme) {
        self.theme = theme;
        theme::apply(ctx, theme);
    }

    /// Whether nothing is on its way: no opening, question, change, picture or job.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.opening.is_none()
            && self.session.as_ref().is_none_or(Session::is_quiet)
            && self.past.as_ref().is_none_or(Session::is_quiet)
    }

    /// What stands in the window's title bar.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.title.is_empty() {
            t("app-name")
        } else {
            &self.title
        }
    }

    /// Whether the person asked to leave.
    #[must_use]
    pub fn wants_to_quit(&self) -> bool {
        self.wants_to_quit
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_opened(&ctx);
        self.watch(&ctx);
        let is_covered = self.dialogs.takes_keys() || self.ask.takes_keys() || self.join.takes_keys();
        let asked = if is_covered || self.keys_open {
            Vec::new()
        } else {
            self.session.as_ref().map_or_else(
                || commands::pressed(&ctx, false),
                |session| {
                    if session.takes_keys() {
                        Vec::new()
                    } else {
                        commands::pressed(&ctx, session.shows_photos())
                    }
                },
            )
        };
        for command in asked {
            self.carry_out(&ctx, command);
        }
        match self.past.as_mut().or(self.session.as_mut()) {
            Some(session) => {
                self.title = tf("shell-window-title", &[("case", session.title().into())]);
                let commands = session.show(ui, &mut self.toasts);
                match session.take_file_wish() {
                    Some(FileWish::Publication) => self.dialogs.ask_publication(&ctx),
                    Some(FileWish::HandOver(handover::Wish::Place(form, place))) => {
                        self.dialogs.ask_handover(&ctx, form, place);
                    }
                    Some(FileWish::HandOver(handover::Wish::Key)) => self.dialogs.ask_key(&ctx),
                    Some(FileWish::Team(wish)) => self.dialogs.ask_team(&ctx, wish),
                    None => {}
                }
                for command in commands {
                    self.carry_out(&ctx, command);
                }
            }
            None => {
                self.title.clear();
                let wish = egui::CentralPanel::default()
                    .show(ui, |ui| {
                        let doing = self
                            .opening
                            .as_ref()
                            .map(|opening| (opening.title, &opening.progress));
                        self.start.show(ui, &self.settings, doing)
                    })
                    .inner;
                if let Some(wish) = wish {
                    self.start_wish(&ctx, wish);
                }
            }
        }
        if let Some(answer) = self.dialogs.show(&ctx, &mut self.settings) {
            self.dialog_answer(&ctx, answer);
        }
        if let Some(answer) = self.ask.show(&ctx) {
            match answer {
                Answer::Passphrase(passphrase) => self.change_passphrase(&ctx, passphrase),
                Answer::AsOf(moment) => {
                    if let Some(session) = &mut self.session {
                        session.build_past(moment);
                    }
                }
            }
        }
        let (copy, wish) = self.join.show(&ctx);
        if let Some(wish) = wish {
            self.dialogs.ask_team(&ctx, wish);
        }
        if let Some(copy) = copy {
            self.join_team(&ctx, copy);
        }
        key_sheet(&ctx, &mut self.keys_open);
        if let Some(ToastEvent::Undo(_)) = self.toasts.show(&ctx) {
            self.carry_out(&ctx, UiCommand::Undo);
        }
    }

    fn take_opened(&mut self, ctx: &egui::Context) {
        if let Some(past) = self
            .session
            .as_mut()
            .and_then(|session| session.jobs().take_past())
        {
            let mut shown = Session::past(past, self.settings.person.clone(), ctx);
            if let Some(session) = &self.session {
                shown.desk_mut().place = session.desk().place;
            }
            shown.desk_mut().base_maps.set(self.settings.base_maps.clone());
            self.past = Some(shown);
        }
        let Some(opening) = self.opening.take() else {
            return;
        };
        match opening.outcome.try_recv() {
            Ok(Ok((mut session, report))) => {
                self.settings.opened(session.path());
                if let Some(place) = self.place.take() {
                    session.desk_mut().place = place;
                }
                let others = self.settings.recent.iter().filter(|path| *path != session.path());
                session.desk_mut().other_cases = others.cloned().collect();
                session.desk_mut().base_maps.set(self.settings.base_maps.clone());
                session.on_laptop(self.settings.laptop.clone());
                if let Some((title, lines)) = report {
                    session.jobs().report(title, lines);
                }
                self.last_touch = Instant::now();
                self.session = Some(session);
            }
            Ok(Err(error)) => self.could_not_open(opening.intent, &error),
            Err(crossbeam_channel::TryRecvError::Empty) => self.opening = Some(opening),
            Err(crossbeam_channel::TryRecvError::Disconnected) => {
                self.start.problem = Some(Problem::new(t("shell-panic")));
            }
        }
    }

    fn could_not_open(&mut self, intent: Option<Intent>, error: &CaseError) {
        match (error, intent) {
            (CaseError::Locked(_), Some(intent)) => self.start.ask_passphrase(intent, None),
            (CaseError::WrongPassphrase(_), Some(intent)) => {
                self.start.ask_passphrase(intent, Some(error.to_string()));
            }
            (CaseError::Cancelled, _) => {}
            (error, intent) => {
                let recoverable = match intent {
                    Some(Intent::Open(path))
                        if error.is_damage() || matches!(error, CaseError::Schema { .. }) =>
                    {
                        Some(path)
                    }
                    _ => None,
                };
                self.start.problem = Some(Problem {
                    text: error.to_string(),
                    recoverable,
                });
            }
        }
    }

    /// Remembers where one is, for the next start, and locks an encrypted case that nobody touches.
    fn watch(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| !input.events.is_empty()) {
            self.last_touch = Instant::now();
        }
        let Some(session) = &mut self.session else { return };
        let place = session.desk().place.to_word();
        let maps = session.desk_mut().base_maps.take_changed();
        if self.settings.open_place != place || maps.is_some() {
            self.settings.open_place = place;
            self.settings.base_maps = maps.unwrap_or(std::mem::take(&mut self.settings.base_maps));
            self.settings.save_aside();
        }
        if let Some(left) = self.lock_if_idle(Instant::now()) {
            ctx.request_repaint_after(left);
        }
    }

    /// Locks an encrypted case if at `now` nobody has touched it for as long as the settings say. Else it gives how
    /// long that is off.
    pub fn lock_if_idle(&mut self, now: Instant) -> Option<Duration> {
        let limit = Duration::from_secs(60 * u64::from(self.settings.lock_after_minutes));
        let is_encrypted = self.session.as_ref()?.file().is_encrypted();
        if limit.is_zero() || !is_encrypted {
            return None;
        }
        let left = limit.checked_sub(now.saturating_duration_since(self.last_touch));
        if left.is_none() {
            self.lock();
        }
        left
    }

    fn start_wish(&mut self, ctx: &egui::Context, wish: StartWish) {
        match wish {
            StartWish::New(path, title, passphrase) => self.new_case_with(ctx, &path, &title, passphrase),
            StartWish::Open(path) => self.open_case(ctx, &path),
            StartWish::Pursue(intent, passphrase) => self.pursue(ctx, intent, passphrase),
            StartWish::Stop => {
                if let Some(opening) = &self.opening {
                    opening.progress.cancel();
                }
            }
            StartWish::Command(command) => self.carry_out(ctx, command),
            StartWish::Forget(path) => {
                self.settings.recent.retain(|other| *other != path);
                self.settings.save();
            }
        }
    }

    fn dialog_answer(&mut self, ctx: &egui::Context, answer: DialogAnswer) {
        match answer {
            DialogAnswer::New(path) => {
                let path = crate::case::with_extension(path);
                let title = path
                    .file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                self.new_case(ctx, &path, &title);
            }
            DialogAnswer::Open(path) => self.open_case(ctx, &path),
            DialogAnswer::Import(paths) => {
                if let Some(session) = &mut self.session {
                    session.import(paths);
                }
            }
            DialogAnswer::Watch(folder) => {
                if let Some(session) = &mut self.session {
                    session.watch(folder);
                }
            }
            DialogAnswer::Track(file) => {
                if let Some(session) = &mut self.session {
                    session.desk_mut().track = Some(file);
                }
            }
            DialogAnswer::Chart(file) => {
                if let Some(session) = &mut self.session {
                    let desk = session.desk_mut();
                    desk.chart_file = Some(file);
                    if !matches!(desk.place, Place::Timeline | Place::Network) {
                        desk.place = Place::Analysis;
                    }
                }
            }
            DialogAnswer::Map(file) => {
                if let Some(session) = &mut self.session {
                    session.desk_mut().map_file = Some(file);
                    session.desk_mut().place = Place::Map;
                }
            }
            DialogAnswer::Calendar(file) => {
                if let Some(session) = &mut self.session {
                    session.desk_mut().calendar_file = Some(file);
                    session.go_to_calendar();
                }
            }
            DialogAnswer::BaseMap(file) => {
                if let Some(session) = &mut self.session {
                    session.desk_mut().base_maps.add(file);
                    session.desk_mut().place = Place::Map;
                }
            }
            DialogAnswer::Rules(file) => {
                if let Some(session) = &mut self.session {
                    session.add_rules(file);
                }
            }
            DialogAnswer::Copy(file) => {
                if let Some(session) = &mut self.session {
                    session.take_in(file);
                }
            }
            DialogAnswer::Table(file) => {
                if let Some(session) = &mut self.session {
                    session.import_table(file);
                }
            }
            DialogAnswer::TermsIn(file) => self.terms_file(TermsFile::In(file)),
            DialogAnswer::TermsOut(file) => self.terms_file(TermsFile::Out(file)),
            DialogAnswer::ListsIn(file) => self.lists_file(TermsFile::In(file)),
            DialogAnswer::ListsOut(file) => self.lists_file(TermsFile::Out(file)),
            DialogAnswer::Publication(folder) => {
                if let Some(session) = &mut self.session {
                    session.publish_into(folder);
                }
            }
            DialogAnswer::HandOver(place) => {
                if let Some(session) = &mut self.session {
                    session.hand_over_to(&place);
                }
            }
            DialogAnswer::Key(file) => {
                if let Some(session) = &mut self.session {
                    session.sign_with(&file);
                }
            }
            DialogAnswer::Team(wish, path) if self.join.takes_keys() => self.join.take_path(wish, &path),
            DialogAnswer::Team(wish, path) => {
                if let Some(session) = &mut self.session {
                    session.team_path(wish, &path);
                }
            }
            DialogAnswer::Unavailable => self.toasts_push(Toast::note(t("shell-no-dialog"))),
        }
    }

    fn lists_file(&mut self, file: TermsFile) {
        if let Some(session) = &mut self.session {
            session.desk_mut().lists_file = Some(file);
            session.carry_out(UiCommand::GoChecklists);
        }
    }

    fn terms_file(&mut self, file: TermsFile) {
        if let Some(session) = &mut self.session {
            session.desk_mut().terms_file = Some(file);
            session.desk_mut().place = Place::Vocabularies;
        }
    }

    fn toasts_push(&mut self, toast: Toast) {
        self.toasts.push(toast);
    }

    /// Carries out a command, wherever it was asked for.
    pub fn carry_out(&mut self, ctx: &egui::Context, command: UiCommand) {
        match command {
            UiCommand::NewCase => self.dialogs.ask_new(ctx),
            UiCommand::OpenCase => self.dialogs.ask_open(ctx),
            UiCommand::OpenDemonstration => self.open_demonstration(ctx),
            UiCommand::JoinTeam => self.join.open(),
            UiCommand::CloseCase => self.close_case(),
            UiCommand::Quit => {
                self.close_case();
                self.wants_to_quit = true;
            }
            UiCommand::ImportFiles if self.session.is_some() => self.dialogs.ask_files(ctx),
            UiCommand::ImportFolder if self.session.is_some() => self.dialogs.ask_folder(ctx),
            UiCommand::WatchFolder if self.session.is_some() => self.dialogs.ask_watched(ctx),
            UiCommand::SaveChart => {
                if let Some(session) = &self.session {
                    self.dialogs.ask_chart(ctx, session.desk().place);
                }
            }
            UiCommand::SaveMap if self.session.is_some() => self.dialogs.ask_map(ctx),
            UiCommand::SaveCalendar if self.session.is_some() => self.dialogs.ask_calendar(ctx),
            UiCommand::AddBaseMap if self.session.is_some() => self.dialogs.ask_base_map(ctx),
            UiCommand::AddRules if self.session.is_some() => self.dialogs.ask_rules(ctx),
            UiCommand::TakeInCopy if self.session.is_some() => self.dialogs.ask_copy(ctx),
            UiCommand::TakeInPackage if self.session.is_some() => self.dialogs.ask_package_folder(ctx),
            UiCommand::ImportTable if self.session.is_some() => self.dialogs.ask_table(ctx),
            UiCommand::ImportVocabulary if self.session.is_some() => self.dialogs.ask_terms_in(ctx),
            UiCommand::ImportChecklists if self.session.is_some() => self.dialogs.ask_lists_in(ctx),
            UiCommand::ExportChecklists if self.session.is_some() => self.dialogs.ask_lists_out(ctx),
            UiCommand::ExportVocabulary if self.session.is_some() => self.dialogs.ask_terms_out(ctx),
            UiCommand::PlaceByTrack if self.session.is_some() => self.dialogs.ask_track(ctx),
            UiCommand::ThemeLight => self.choose_theme(ctx, Theme::Light),
            UiCommand::ThemeDark => self.choose_theme(ctx, Theme::Dark),
            UiCommand::ThemeHighContrast => self.choose_theme(ctx, Theme::HighContrast),
            UiCommand::ShowKeys => self.keys_open = true,
            UiCommand::Settings => self.dialogs.open_settings(&self.settings),
            UiCommand::LockCase => self.lock(),
            UiCommand::BackToNow => {
                if let Some(past) = self.past.take() {
                    let _ = past.close();
                }
            }
            UiCommand::AsOf => {
                if let Some(session) = &self.session {
                    self.ask.as_of(session.desk().today);
                }
            }
            UiCommand::Passphrase => {
                if let Some(session) = self.session.as_ref().filter(|session| session.is_writable()) {
                    self.ask.passphrase(session.file().is_encrypted());
                }
            }
            UiCommand::Recover => {
                if let Some(session) = &self.session {
                    let path = session.path().to_owned();
                    self.pursue(ctx, Intent::Recover(path), None);
                }
            }
            other => {
                if let Some(session) = self.past.as_mut().or(self.session.as_mut()) {
                    session.carry_out(other);
                }
            }
        }
    }

    fn choose_theme(&mut self, ctx: &egui::Context, theme: Theme) {
        self.set_theme(ctx, theme);
        self.settings.theme = match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::HighContrast => "high_contrast",
        }
        .to_owned();
        self.settings.save();
    }
}

fn theme_of(name: &str) -> Theme {
    match name {
        "light" => Theme::Light,
        "high_contrast" => Theme::HighContrast,
        _ => Theme::Dark,
    }
}
