//! What stands around the view: the header, the rail, and the hint while files are held over the window.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use super::Session;
use super::frame::step_name;
use crate::basemap::is_base_map;
use crate::case::Reader;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Place;
use crate::ui::theme::{Theme, Tokens, Type, space};
use crate::ui::widgets::{Action, RailItem, Text, rail};

/// The places on the rail, in its order.
const RAIL: [UiCommand; 9] = [
    UiCommand::GoPhotos,
    UiCommand::GoMarkings,
    UiCommand::GoComponents,
    UiCommand::GoWeapons,
    UiCommand::GoStrikes,
    UiCommand::GoCalendar,
    UiCommand::GoMap,
    UiCommand::GoAnalysis,
    UiCommand::GoHistory,
];

impl Session {
    pub(super) fn header(&mut self, ui: &mut Ui) {
        ui.horizontal_centered(|ui| {
            ui.add_space(space::S);
            self.open_questions(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for command in [
                    UiCommand::ToggleInspector,
                    UiCommand::ShowKeys,
                    UiCommand::Settings,
                ] {
                    if ui.add(Action::command(command)).clicked() {
                        self.pending(command);
                    }
                }
                let theme = match Tokens::of(ui).theme {
                    Theme::Dark => UiCommand::ThemeLight,
                    Theme::Light => UiCommand::ThemeHighContrast,
                    Theme::HighContrast => UiCommand::ThemeDark,
                };
                if ui.add(Action::command(theme)).clicked() {
                    self.pending(theme);
                }
                ui.add_space(space::S);
                let import = Action::primary(UiCommand::ImportFiles.text())
                    .with_icon(icons::ICON_ADD_PHOTO_ALTERNATE)
                    .unless((!self.is_writable()).then(|| t("case-error-read-only")))
                    .keys(UiCommand::ImportFiles.shortcut_text());
                if ui.add(import).clicked() {
                    self.pending(UiCommand::ImportFiles);
                }
                let search = Action::secondary(t("shell-search"))
                    .with_icon(icons::ICON_SEARCH)
                    .keys(UiCommand::CommandPalette.shortcut_text());
                if ui.add(search).clicked() {
                    self.finder.open();
                }
                ui.add_space(space::S);
                let redo = step_name(self.labels.redo.as_ref());
                let undo = step_name(self.labels.undo.as_ref());
                for (command, what, key, nothing) in [
                    (UiCommand::Redo, redo, "shell-redo", "shell-nothing-to-redo"),
                    (UiCommand::Undo, undo, "shell-undo", "shell-nothing-to-undo"),
                ] {
                    let name = match &what {
                        Some(what) => tf(key, &[("what", what.as_str().into())]),
                        None => command.text().to_owned(),
                    };
                    let action = Action::icon(command.icon(), &name)
                        .keys(command.shortcut_text())
                        .unless(what.is_none().then(|| t(nothing)));
                    if ui.add(action).clicked() {
                        self.pending(command);
                    }
                }
            });
        });
    }

    /// The case's title, after the number of open questions while there are some.
    pub(super) fn open_questions(&mut self, ui: &mut Ui) {
        let count = self
            .questions
            .get(&self.desk.link, (), Reader::conflict_count)
            .copied()
            .unwrap_or(0);
        if count > 0 {
            let name = tf("questions-open", &[("count", count.into())]);
            let open = Action::secondary(&name)
                .with_icon(UiCommand::GoQuestions.icon())
                .keys(UiCommand::GoQuestions.shortcut_text())
                .selected(self.desk.place == Place::Questions);
            if ui.add(open).clicked() {
                self.carry_out(UiCommand::GoQuestions);
            }
            ui.add_space(space::S);
        }
        ui.add(Text::new(&self.title).kind(Type::Heading).truncate());
    }

    pub(super) fn rail(&mut self, ui: &mut Ui) {
        let items = RAIL.map(|command| RailItem {
            icon: command.icon(),
            name: command.text(),
            keys: command.shortcut_text(),
            badge: 0,
        });
        let here = match self.desk.place {
            Place::Photos | Place::Photo(_) => 0,
            Place::Markings | Place::Marking(_) | Place::MarkStrip => 1,
            Place::Components => 2,
            Place::Weapons => 3,
            Place::Strikes => 4,
            Place::Calendar(_) | Place::Week(_) | Place::Agenda(_) | Place::Year(_) | Place::Compare(_) => 5,
            Place::Map => 6,
            Place::Analysis | Place::Timeline | Place::Network => 7,
            Place::History => 8,
            // Not on the rail: it is looked at now and then.
            Place::Vocabularies | Place::Questions => RAIL.len(),
        };
        ui.add_space(space::S);
        if let Some(chosen) = rail(ui, &items, here) {
            self.carry_out(RAIL[chosen]);
        }
    }

    pub(super) fn drop_hint(&self, ctx: &egui::Context) {
        let hovered = ctx.input(|input| input.raw.hovered_files.clone());
        if hovered.is_empty() {
            return;
        }
        let is_map = |file: &egui::HoveredFile| file.path.as_deref().is_some_and(is_base_map);
        let hint = if self.desk.place == Place::Map && hovered.iter().all(is_map) {
            t("basemap-drop")
        } else {
            t("shell-drop")
        };
        let tokens = Tokens::of(ctx);
        let painter = ctx.layer_painter(egui::LayerId::new(
            egui::Order::Foreground,
            egui::Id::unique("drop"),
        ));
        let rect = ctx.content_rect();
        painter.rect_filled(rect, 0.0, tokens.veil);
        painter.text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            hint,
            Type::Title.font(tokens),
            tokens.text_strong,
        );
    }
}
