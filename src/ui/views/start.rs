//! The start screen: a new case, a case that exists, the recent ones, the demonstration case.

use std::path::PathBuf;

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;
use zeroize::Zeroizing;

use crate::case::{Backup, Passphrase, backups_in};
use crate::job::Progress;
use crate::settings::Settings;
use crate::text::{t, tf};
use crate::ui::app::Intent;
use crate::ui::commands::UiCommand;
use crate::ui::entered;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{
    Action, Field, JobRow, Text, card, gap, job_row, message, secret_field, sign, weak_text,
};

/// What a person asks for here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartWish {
    /// A new case in this file, with this title, encrypted if there is a passphrase.
    New(PathBuf, String, Option<Passphrase>),
    /// The case in this file.
    Open(PathBuf),
    /// Something that was asked for, with the passphrase that it needs.
    Pursue(Intent, Option<Passphrase>),
    /// To stop what is under way.
    Stop,
    /// Something from the table of commands.
    Command(UiCommand),
    /// To forget a recent case.
    Forget(PathBuf),
}

/// The start screen.
#[derive(Default)]
pub struct StartView {
    title: String,
    path: String,
    encrypts: bool,
    passphrase: Zeroizing<String>,
    /// Why the last attempt to open a case failed.
    pub problem: Option<Problem>,
    /// What needs a passphrase.
    pub locked: Option<Locked>,
    backups: Option<Vec<Backup>>,
}

/// Why a case could not be opened.
pub struct Problem {
    /// The reason.
    pub text: String,
    /// The file, if what is intact of it may be saved.
    pub recoverable: Option<PathBuf>,
}

impl Problem {
    /// A problem that is only told.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            recoverable: None,
        }
    }
}

/// Something that needs a passphrase.
pub struct Locked {
    intent: Intent,
    typed: Zeroizing<String>,
    problem: Option<String>,
}

impl StartView {
    /// Asks for the passphrase that `intent` needs; `problem` says why the last one did not do.
    pub fn ask_passphrase(&mut self, intent: Intent, problem: Option<String>) {
        self.locked = Some(Locked {
            intent,
            typed: Zeroizing::default(),
            problem,
        });
    }

    /// Looks at the backups again.
    pub fn renew(&mut self) {
        self.backups = None;
    }

    /// Draws the screen. `doing` is what is under way.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        settings: &Settings,
        doing: Option<(&'static str, &Progress)>,
    ) -> Option<StartWish> {
        let mut wish = None;
        let width = ui.available_width().min(880.0);
        let side = (ui.available_width() - width) / 2.0;
        egui::ScrollArea::vertical().show(ui, |ui| {
            gap(ui, (ui.available_height() * 0.08).max(space::L));
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add(Text::new(t("app-name")).kind(Type::Title));
                    weak_text(ui, t("start-subtitle"));
                    gap(ui, space::L);
                    if let Some(problem) = &self.problem {
                        message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, &problem.text);
                        if let Some(path) = &problem.recoverable {
                            gap(ui, space::S);
                            let recover = Action::primary(t("start-recover")).with_icon(icons::ICON_HEALING);
                            if ui.add(recover).clicked() {
                                wish = Some(StartWish::Pursue(Intent::Recover(path.clone()), None));
                            }
                        }
                        gap(ui, space::M);
                    }
                    if let Some((title, progress)) = doing {
                        under_way(ui, title, progress, &mut wish);
                        return;
                    }
                    if let Some(locked) = &mut self.locked {
                        let open = locked.show(ui, &mut wish);
                        if !open {
                            self.locked = None;
                        }
                        gap(ui, space::M);
                    }
                    ui.horizontal_top(|ui| {
                        let column = (width - space::L) / 2.0;
                        ui.vertical(|ui| {
                            ui.set_width(column);
                            self.begin(ui, &mut wish);
                        });
                        ui.add_space(space::L);
                        ui.vertical(|ui| {
                            ui.set_width(column - space::S);
                            recent(ui, settings, &mut wish);
                            self.restore(ui, settings, &mut wish);
                        });
                    });
                });
            });
        });
        wish
    }

    fn begin(&mut self, ui: &mut Ui, wish: &mut Option<StartWish>) {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Text::new(t("start-new")).kind(Type::Strong));
            gap(ui, space::S);
            let title = Field::new(t("start-title"))
                .hint(t("start-title-hint"))
                .show(ui, &mut self.title);
            gap(ui, space::XS);
            let path = Field::new(t("start-file"))
                .hint(t("start-file-hint"))
                .show(ui, &mut self.path);
            gap(ui, space::S);
            ui.checkbox(&mut self.encrypts, t("start-encrypt"));
            if self.encrypts {
                secret_field(ui, t("start-passphrase"), &mut self.passphrase);
                weak_text(ui, t("start-passphrase-text"));
            }
            gap(ui, space::S);
            let reason = self.path.trim().is_empty().then(|| t("start-file-needed"));
            let unlocked = self.encrypts && self.passphrase.is_empty();
            let reason = reason.or_else(|| unlocked.then(|| t("start-passphrase-needed")));
            let asked = ui
                .add(Action::primary(t("start-create")).unless(reason))
                .clicked();
            let entered = entered(ui, &path) || entered(ui, &title);
            if (asked || entered) && reason.is_none() {
                let path = crate::case::with_extension(PathBuf::from(self.path.trim()));
                let title = match self.title.trim() {
                    "" => path
                        .file_stem()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned(),
                    title => title.to_owned(),
                };
                let typed = std::mem::take(&mut self.passphrase);
                let passphrase = Passphrase::new(typed).filter(|_| self.encrypts);
                *wish = Some(StartWish::New(path, title, passphrase));
            }
            if ui
                .add(Action::quiet(t("start-choose")).with_icon(icons::ICON_FOLDER_OPEN))
                .clicked()
            {
                *wish = Some(StartWish::Command(UiCommand::NewCase));
            }
        });
        gap(ui, space::M);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Text::new(t("start-team")).kind(Type::Strong));
            gap(ui, space::XS);
            weak_text(ui, t("start-team-text"));
            gap(ui, space::S);
            let join = Action::secondary(UiCommand::JoinTeam.text()).with_icon(UiCommand::JoinTeam.icon());
            if ui.add(join).clicked() {
                *wish = Some(StartWish::Command(UiCommand::JoinTeam));
            }
        });
        gap(ui, space::M);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Text::new(t("start-demonstration")).kind(Type::Strong));
            gap(ui, space::XS);
            weak_text(ui, t("start-demonstration-text"));
            gap(ui, space::S);
            let open = Action::secondary(UiCommand::OpenDemonstration.text()).with_icon(icons::ICON_SCHOOL);
            if ui.add(open).clicked() {
                *wish = Some(StartWish::Command(UiCommand::OpenDemonstration));
            }
        });
    }
}

impl StartView {
    /// The backups of records, for whoever has lost a case.
    fn restore(&mut self, ui: &mut Ui, settings: &Settings, wish: &mut Option<StartWish>) {
        let Some(folder) = &settings.backups else { return };
        // Looked up when the screen comes, not in every frame.
        let backups = self.backups.get_or_insert_with(|| backups_in(folder));
        if backups.is_empty() {
            return;
        }
        gap(ui, space::M);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Text::new(t("start-restore")).kind(Type::Strong));
            weak_text(ui, t("start-restore-text"));
            gap(ui, space::S);
            for backup in backups.iter().take(MOST_BACKUPS) {
                let updated = backup.updated.to_zoned(jiff::tz::TimeZone::system());
                let updated = updated.strftime("%Y-%m-%d %H:%M").to_string();
                ui.horizontal(|ui| {
                    let name = tf("start-restore-name", &[("case", backup.case.as_str().into())]);
                    if ui
                        .add(Action::icon(icons::ICON_SETTINGS_BACKUP_RESTORE, &name))
                        .clicked()
                    {
                        *wish = Some(StartWish::Pursue(Intent::Restore(backup.clone()), None));
                    }
                    ui.add(Text::new(&backup.case).truncate());
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.add(Text::new(&updated).kind(Type::Small).weak().truncate());
                    });
                });
            }
        });
    }
}

/// So many backups are offered; the command line lists them all.
const MOST_BACKUPS: usize = 6;

impl Locked {
    /// Asks. False when it is given up.
    fn show(&mut self, ui: &mut Ui, wish: &mut Option<StartWish>) -> bool {
        let mut goes_on = true;
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            let name = self
                .intent
                .file()
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let title = tf("start-locked", &[("name", name.into())]);
            ui.horizontal(|ui| {
                sign(ui, icons::ICON_LOCK, Tokens::of(ui).text_strong);
                ui.add(Text::new(&title).kind(Type::Strong));
            });
            gap(ui, space::S);
            let field = secret_field(ui, t("start-passphrase"), &mut self.typed);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            if let Some(problem) = &self.problem {
                ui.add(
                    Text::new(problem)
                        .kind(Type::Small)
                        .color(Tokens::of(ui).bad.text),
                );
            }
            gap(ui, space::S);
            ui.horizontal(|ui| {
                let reason = self.typed.is_empty().then(|| t("start-passphrase-needed"));
                let unlock = Action::primary(t("start-unlock")).unless(reason);
                if (ui.add(unlock).clicked() || entered) && reason.is_none() {
                    let passphrase = Passphrase::new(std::mem::take(&mut self.typed));
                    *wish = Some(StartWish::Pursue(self.intent.clone(), passphrase));
                }
                goes_on = !ui.add(Action::secondary(t("shell-path-cancel"))).clicked();
            });
        });
        goes_on
    }
}

/// What is under way, with a way to stop it.
fn under_way(ui: &mut Ui, title: &str, progress: &Progress, wish: &mut Option<StartWish>) {
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(100));
    let row = JobRow {
        title,
        done: progress.done(),
        total: progress.total(),
        bytes: None,
        stopping: progress.is_cancelled(),
        paused: None,
        waiting: false,
    };
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        if job_row(ui, &row).is_some() {
            *wish = Some(StartWish::Stop);
        }
    });
}

fn recent(ui: &mut Ui, settings: &Settings, wish: &mut Option<StartWish>) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.add(Text::new(t("start-recent")).kind(Type::Strong));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let open = Action::secondary(UiCommand::OpenCase.text())
                    .with_icon(icons::ICON_FOLDER_OPEN)
                    .keys(UiCommand::OpenCase.shortcut_text());
                if ui.add(open).clicked() {
                    *wish = Some(StartWish::Command(UiCommand::OpenCase));
                }
            });
        });
        gap(ui, space::S);
        if settings.recent.is_empty() {
            weak_text(ui, t("start-no-recent"));
        }
        for path in &settings.recent {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let folder = path
                .parent()
                .map(|folder| folder.display().to_string())
                .unwrap_or_default();
            ui.horizontal(|ui| {
                let open = Action::quiet(&name).with_icon(icons::ICON_DESCRIPTION);
                if ui.add(open).clicked() {
                    *wish = Some(StartWish::Open(path.clone()));
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let forget = tf("start-forget", &[("name", name.as_ref().into())]);
                    if ui.add(Action::icon(icons::ICON_CLOSE, &forget)).clicked() {
                        *wish = Some(StartWish::Forget(path.clone()));
                    }
                    ui.add(Text::new(&folder).kind(Type::Small).weak().truncate());
                });
            });
        }
    });
}
