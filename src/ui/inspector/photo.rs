//! A photo's form: metadata, caption, rights, what it shows, tags.

use egui::Ui;

use crate::ui::desk::Desk;

/// A photo's form: metadata, caption, rights, what it shows, tags.
#[derive(Default)]
pub struct PhotoForm {}

impl PhotoForm {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
