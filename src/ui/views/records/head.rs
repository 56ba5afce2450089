//! The head of a list of records, or of the sheet of them.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use super::Kind;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, gap, weak_text};

/// Draws the head; whether a new record is asked for.
pub(super) fn head(
    ui: &mut Ui,
    desk: &mut Desk,
    kind: &Kind,
    count: Option<usize>,
    (is_sheet, has_new): (bool, bool),
) -> bool {
    let mut is_asked = false;
    gap(ui, space::S);
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.add(Text::new(kind.title).kind(Type::Title));
        if let Some(count) = count {
            weak_text(ui, &tf("records-count", &[("count", count.into())]));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::S);
            let new = Action::primary(kind.new.text())
                .with_icon(icons::ICON_ADD)
                .keys(kind.new.shortcut_text());
            is_asked = has_new && ui.add(new).clicked();
            let table = Action::icon(UiCommand::ImportTable.icon(), t("records-import-table"));
            if ui.add(table).clicked() {
                desk.command(UiCommand::ImportTable);
            }
            let sheet = Action::command(UiCommand::RecordsAsSheet).selected(is_sheet);
            if ui.add(sheet).clicked() {
                desk.command(UiCommand::RecordsAsSheet);
            }
        });
    });
    gap(ui, space::S);
    is_asked
}
