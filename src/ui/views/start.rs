//! The start screen: a new case, a case that exists, the recent ones, the demonstration case.

use std::path::PathBuf;

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use crate::settings::Settings;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::entered;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, Text, card, gap, message, weak_text};

/// What a person asks for here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartWish {
    /// A new case in this file, with this title.
    New(PathBuf, String),
    /// The case in this file.
    Open(PathBuf),
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
    /// Why the last attempt to open a case failed.
    pub problem: Option<String>,
}

impl StartView {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, settings: &Settings, busy: bool) -> Option<StartWish> {
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
                        message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, problem);
                        gap(ui, space::M);
                    }
                    if busy {
                        message(
                            ui,
                            icons::ICON_HOURGLASS_TOP,
                            Tokens::of(ui).info,
                            t("start-opening"),
                        );
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
            let reason = self.path.trim().is_empty().then(|| t("start-file-needed"));
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
                *wish = Some(StartWish::New(path, title));
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
