//! Markings: the list, and the screen on which one is transcribed and read.

use egui::Ui;

use crate::ui::desk::Desk;

/// Markings: the list, and the screen on which one is transcribed and read.
#[derive(Default)]
pub struct MarkingsView {}

impl MarkingsView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
