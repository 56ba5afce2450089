//! The window: the shell with its rail, the views, the inspector, and the thread that speaks to the case.

pub mod app;
pub mod base_maps;
pub mod commands;
pub mod crops;
pub mod desk;
pub mod fonts;
pub mod in_order;
pub mod inspector;
pub mod link;
pub mod looks;
pub mod pictures;
pub mod script_text;
pub mod seek;
pub mod selection;
pub mod tallies;
pub mod theme;
pub mod tour;
pub mod views;
pub mod widgets;
pub mod window;
pub mod worker;

/// Whether Enter was pressed in the field, which is how a one-field dialog is answered.
fn entered(ui: &egui::Ui, field: &widgets::FieldOutput) -> bool {
    field.response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}
