//! Strikes, weapons and components as lists.

use egui::Ui;

use crate::ui::desk::Desk;

/// Strikes, weapons and components as lists.
#[derive(Default)]
pub struct RecordsView {}

impl RecordsView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
