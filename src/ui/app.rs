//! The program's window: the start screen, or the shell around an open case.
//!
//! [`App`] knows nothing of eframe, so that tests drive the same window without a screen.

mod dialogs;
mod finder;
mod jobs;
mod session;

use std::path::Path;

use egui::Ui;

pub use dialogs::DialogAnswer;
use dialogs::Dialogs;
pub use session::Session;

use super::commands::{self, UiCommand};
use super::theme::{self, Theme};
use super::views::start::{StartView, StartWish};
use super::widgets::{Toast, ToastEvent, Toasts, key_sheet};
use crate::case::{Case, CaseError};
use crate::settings::Settings;
use crate::text::{t, tf};

/// The program's window.
pub struct App {
    settings: Settings,
    start: StartView,
    session: Option<Session>,
    opening: Option<crossbeam_channel::Receiver<Result<Session, CaseError>>>,
    toasts: Toasts,
    dialogs: Dialogs,
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
        let theme = theme_of(&settings.theme);
        theme::apply(ctx, theme);
        Self {
            settings,
            start: StartView::default(),
            session: None,
            opening: None,
            toasts: Toasts::default(),
            dialogs: Dialogs::default(),
            keys_open: false,
            theme,
            wants_to_quit: false,
            title: String::new(),
        }
    }

    /// Opens the case at `path` in the background.
    pub fn open_case(&mut self, ctx: &egui::Context, path: &Path) {
        let path = path.to_owned();
        self.begin(ctx, move |author| Case::open(&path, author));
    }

    /// Makes a case at `path` in the background and opens it.
    pub fn new_case(&mut self, ctx: &egui::Context, path: &Path, title: &str) {
        let (path, title) = (path.to_owned(), title.to_owned());
        self.begin(ctx, move |author| Case::create(&path, &title, author));
    }

    /// Opens the demonstration case in the background, made anew if it is not there.
    pub fn open_demonstration(&mut self, ctx: &egui::Context) {
        let path = crate::demonstration::default_path();
        self.begin(ctx, move |author| {
            crate::demonstration::open_or_build(&path, author)
        });
    }

    fn begin(
        &mut self,
        ctx: &egui::Context,
        open: impl FnOnce(crate::case::Author) -> Result<Case, CaseError> + Send + 'static,
    ) {
        self.close_case();
        self.start.problem = None;
        let (send, receive) = crossbeam_channel::bounded(1);
        let (author, ctx) = (self.settings.author(), ctx.clone());
        std::thread::spawn(move || {
            let _ = send.send(Session::open(open, author, &ctx));
            ctx.request_repaint();
        });
        self.opening = Some(receive);
    }

    /// Closes the case and waits until its file is whole.
    pub fn close_case(&mut self) {
        if let Some(session) = self.session.take()
            && let Err(problem) = session.close()
        {
            self.start.problem = Some(problem);
        }
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
        self.opening.is_none() && self.session.as_ref().is_none_or(Session::is_quiet)
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
        self.take_opened();
        let asked = if self.dialogs.takes_keys() || self.keys_open {
            Vec::new()
        } else {
            self.session.as_ref().map_or_else(
                || commands::pressed(&ctx),
                |session| {
                    if session.takes_keys() {
                        Vec::new()
                    } else {
                        commands::pressed(&ctx)
                    }
                },
            )
        };
        for command in asked {
            self.carry_out(&ctx, command);
        }
        match &mut self.session {
            Some(session) => {
                self.title = tf("shell-window-title", &[("case", session.title().into())]);
                for command in session.show(ui, &mut self.toasts) {
                    self.carry_out(&ctx, command);
                }
            }
            None => {
                self.title.clear();
                let wish = egui::CentralPanel::default()
                    .show(ui, |ui| {
                        self.start.show(ui, &self.settings, self.opening.is_some())
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
        key_sheet(&ctx, &mut self.keys_open);
        if let Some(ToastEvent::Undo(_)) = self.toasts.show(&ctx) {
            self.carry_out(&ctx, UiCommand::Undo);
        }
    }

    fn take_opened(&mut self) {
        let Some(opening) = &self.opening else { return };
        match opening.try_recv() {
            Ok(Ok(session)) => {
                self.settings.opened(session.path());
                self.session = Some(session);
                self.opening = None;
            }
            Ok(Err(error)) => {
                self.start.problem = Some(error.to_string());
                self.opening = None;
            }
            Err(crossbeam_channel::TryRecvError::Empty) => {}
            Err(crossbeam_channel::TryRecvError::Disconnected) => {
                self.start.problem = Some(t("shell-panic").to_owned());
                self.opening = None;
            }
        }
    }

    fn start_wish(&mut self, ctx: &egui::Context, wish: StartWish) {
        match wish {
            StartWish::New(path, title) => self.new_case(ctx, &path, &title),
            StartWish::Open(path) => self.open_case(ctx, &path),
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
            DialogAnswer::Unavailable => self.toasts_push(Toast::note(t("shell-no-dialog"))),
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
            UiCommand::CloseCase => self.close_case(),
            UiCommand::Quit => {
                self.close_case();
                self.wants_to_quit = true;
            }
            UiCommand::ImportFiles if self.session.is_some() => self.dialogs.ask_files(ctx),
            UiCommand::ImportFolder if self.session.is_some() => self.dialogs.ask_folder(ctx),
            UiCommand::ThemeLight => self.choose_theme(ctx, Theme::Light),
            UiCommand::ThemeDark => self.choose_theme(ctx, Theme::Dark),
            UiCommand::ThemeHighContrast => self.choose_theme(ctx, Theme::HighContrast),
            UiCommand::ShowKeys => self.keys_open = true,
            UiCommand::Settings => self.dialogs.open_settings(&self.settings),
            other => {
                if let Some(session) = &mut self.session {
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
