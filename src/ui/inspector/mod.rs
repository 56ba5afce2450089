//! The panel at the right that shows and edits whatever is selected.

pub mod checklist;
pub mod draft;
pub mod forms;
pub mod marking;
pub mod parts;
pub mod photo;
pub mod picker;

use egui::Ui;

use super::desk::Desk;
use super::widgets::empty_state;
use crate::model::record::RecordKind;
use crate::text::t;

/// The forms, each with what it holds while a person edits.
#[derive(Default)]
pub struct Inspector {
    photo: photo::PhotoForm,
    marking: marking::MarkingForm,
    records: forms::RecordForms,
}

impl Inspector {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        self.leave(desk);
        let Some(record) = desk.selected.last().cloned() else {
            empty_state(
                ui,
                egui_material_icons::icons::ICON_TOUCH_APP,
                t("inspector-empty"),
                t("inspector-empty-text"),
                |_| {},
            );
            return;
        };
        match record.kind {
            RecordKind::Photo => self.photo.show(ui, desk),
            RecordKind::Marking => self.marking.show(ui, desk),
            _ => self.records.show(ui, desk),
        }
    }

    /// Sends what was typed into a form whose record is no longer selected. To be called also while the panel is
    /// closed: nothing that was typed is lost.
    pub fn leave(&mut self, desk: &mut Desk) {
        let kind = desk.selected.last().map(|record| record.kind);
        self.records.leave(desk, kind);
        if kind != Some(RecordKind::Photo) {
            self.photo.leave(desk);
        }
    }
}
