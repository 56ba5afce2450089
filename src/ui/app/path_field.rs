//! A field for a path, with a button that asks the system's dialog for it.

use egui::Ui;
use egui_material_icons::icons;

use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text};

/// The name of a part of a dialog, above it.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.add(Text::new(text).kind(Type::Small).weak());
}

/// A field for a path under its name, with a button at its end that asks for it. Says whether that was pressed.
pub(super) fn path(ui: &mut Ui, name: &str, path: &mut String, choose: &str) -> (FieldEvent, bool) {
    heading(ui, name);
    ui.horizontal(|ui| {
        let width = ui.available_width() - size::CONTROL - 2.0 * space::M;
        let field = Field::new(name).hidden_label().width(width).show(ui, path);
        let button = Action::icon(icons::ICON_FOLDER_OPEN, choose);
        (field.event, ui.add(button).clicked())
    })
    .inner
}
