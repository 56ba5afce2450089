//! A marking's form: component, kind, method, regions, tags.

use egui::Ui;

use crate::ui::desk::Desk;

/// A marking's form: component, kind, method, regions, tags.
#[derive(Default)]
pub struct MarkingForm {}

impl MarkingForm {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
