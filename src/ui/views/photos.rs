//! Photos: the grid, and the viewer.

use egui::Ui;

use crate::ui::desk::Desk;

/// Photos: the grid, and the viewer.
#[derive(Default)]
pub struct PhotosView {}

impl PhotosView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
