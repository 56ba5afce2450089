//! The head of a form: what kind of record it is, its title, and the keyboard for a record that was just made.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use super::super::draft::Draft;
use crate::model::record::{RecordRef, Recorded};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, Text, gap};

/// Knows when the title field is to be given the keyboard.
#[derive(Default)]
pub struct TitleField {
    wanted: Option<RecordRef>,
}

impl TitleField {
    /// Looks whether `record` has just been made, or is asked for with F2 or Enter. To be called before it has arrived.
    pub fn watch(&mut self, desk: &mut Desk, record: &RecordRef) {
        // The record may arrive before the news that it was made, so it is known from who made it.
        let is_new = desk.take_made(record);
        if self.wanted.as_ref() != Some(record) {
            self.wanted = None;
        }
        let is_asked_for = desk.take_command(UiCommand::EditItem);
        if is_new || is_asked_for {
            self.wanted = Some(record.clone());
        }
    }

    /// Shows the head of the form.
    pub fn show<R: Recorded>(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        draft: &mut Draft<R>,
        (kind, hint): (&str, &str),
        title: &str,
        write: impl FnOnce(&mut R) -> &mut String,
    ) {
        let record = draft.record();
        ui.horizontal(|ui| {
            ui.add(Text::new(kind).kind(Type::Strong).weak());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let remove = Action::icon(icons::ICON_DELETE, UiCommand::RemoveItem.text())
                    .keys(UiCommand::RemoveItem.shortcut_text());
                if ui.add(remove).clicked() {
                    desk.command(UiCommand::RemoveItem);
                }
                if ui.add(Action::command(UiCommand::AnotherLikeThis)).clicked() {
                    desk.command(UiCommand::AnotherLikeThis);
                }
            });
        });
        let field = Field::new(t("form-title")).hint(hint);
        let output = draft.field(ui, "title", field, title, |text, record| {
            text.clone_into(write(record));
            Ok(())
        });
        if self.wanted.is_some() && self.wanted == record {
            self.wanted = None;
            output.response.request_focus();
            output.response.scroll_to_me(None);
        }
        gap(ui, space::XS);
    }
}
