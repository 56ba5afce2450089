//! Forms for strikes, weapons and components.

use egui::Ui;

use crate::ui::desk::Desk;

/// Forms for strikes, weapons and components.
#[derive(Default)]
pub struct RecordForms {}

impl RecordForms {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
