//! What a view shows while there is nothing in it: what it is for and what to do next.

use egui::{Align, Layout, Ui, vec2};
use egui_material_icons::MaterialIcon;

use crate::ui::theme::{Tokens, Type, space};

use super::Text;

const WIDTH: f32 = 420.0;

/// Fills the rest of the area with an icon, a title, a text and what can be done.
pub fn empty_state<R>(
    ui: &mut Ui,
    icon: MaterialIcon,
    title: &str,
    text: &str,
    actions: impl FnOnce(&mut Ui) -> R,
) -> R {
    let tokens = Tokens::of(ui);
    let room = ui.available_size();
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Center), |ui| {
        ui.add_space((room.y * 0.5 - 110.0).max(space::L));
        let (rect, _) = ui.allocate_exact_size(vec2(48.0, 48.0), egui::Sense::hover());
        ui.painter().text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            icon.codepoint,
            egui::FontId::new(44.0, icon.font_family()),
            tokens.text_weak,
        );
        ui.add_space(space::S);
        ui.add(Text::new(title).kind(Type::Heading));
        ui.add_space(space::XS);
        let centered = Layout::top_down(Align::Center);
        ui.allocate_ui_with_layout(vec2(WIDTH.min(room.x), 0.0), centered, |ui| {
            ui.add(Text::new(text).weak());
        });
        ui.add_space(space::L);
        ui.vertical_centered(|ui| actions(ui)).inner
    })
    .inner
}
