//! Several records at once: tags for all, and removal.

use egui::Ui;
use egui_material_icons::icons;

use crate::model::Change;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, TagEvent, Text, gap, tag_field};

/// Draws the form for all that is selected.
pub fn show(ui: &mut Ui, desk: &mut Desk) {
    let count = desk.selected.len();
    let title = tf("form-several", &[("count", count.into())]);
    ui.add(Text::new(&title).kind(Type::Heading));
    gap(ui, space::M);
    let known = desk.tag_names();
    let records = desk.selected.clone();
    if let TagEvent::Added(name) = tag_field(ui, t("form-tags"), &[], &known) {
        desk.apply(Change::AddTag {
            name,
            vocabulary: String::new(),
            records,
        });
    }
    gap(ui, space::M);
    let remove = Action::secondary(UiCommand::RemoveItem.text())
        .with_icon(icons::ICON_DELETE)
        .keys(UiCommand::RemoveItem.shortcut_text());
    if ui.add(remove).clicked() {
        desk.command(UiCommand::RemoveItem);
    }
}
