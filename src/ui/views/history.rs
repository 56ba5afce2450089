//! What was done to the case, newest first.

use egui::Ui;

use crate::ui::desk::Desk;

/// What was done to the case, newest first.
#[derive(Default)]
pub struct HistoryView {}

impl HistoryView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
