//! Lines, gaps, bars and cards, so that distances are the same in every view.

use egui::{
    Align, Color32, Context, CornerRadius, Frame, Id, InnerResponse, Layout, Margin, Modal, Response, Ui,
    vec2,
};
use egui_material_icons::MaterialIcon;

use crate::ui::theme::{Status, Tokens, Type, radius, size};

use super::Text;

/// Leaves `points` free, see [`space`](crate::ui::theme::space).
pub fn gap(ui: &mut Ui, points: f32) {
    ui.add_space(points);
}

/// A line between areas, across the whole width, without space of its own.
pub fn hairline(ui: &mut Ui) {
    let stroke = Tokens::of(ui).hairline();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), stroke.width), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// A bar above or below a view: `left` from the left, `right` from the right (so that its first control is the outermost).
pub fn bar<R>(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), size::BAR),
        Layout::left_to_right(Align::Center),
        |ui| {
            left(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), right).inner
        },
    )
}

/// A raised area with a line around it.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.raised)
        .stroke(tokens.hairline())
        .corner_radius(CornerRadius::same(radius::M))
        .inner_margin(Margin::same(12))
        .show(ui, contents)
}

/// A name and its value on one line, as in the facts of a photo. The value may be of any script.
pub fn pair(ui: &mut Ui, name: &str, value: &str) -> Response {
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() * 0.36).min(140.0);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::left_to_right(Align::Min), |ui| {
            ui.set_min_width(width);
            ui.add(Text::new(name).kind(Type::Small).weak().truncate());
        });
        ui.vertical(|ui| ui.add(Text::new(value))).inner
    })
    .inner
}

/// A message beside what it is about: an error that stays, a warning, a remark.
pub fn message(ui: &mut Ui, icon: MaterialIcon, status: Status, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let line = egui::Stroke::new(tokens.line_width, status.text.gamma_multiply(0.35));
    Frame::new()
        .fill(status.ground)
        .stroke(line)
        .corner_radius(CornerRadius::same(radius::M))
        .inner_margin(Margin::symmetric(8, 6))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                sign(ui, icon, status.text);
                ui.vertical(|ui| ui.add(Text::new(text))).inner
            })
            .inner
        })
        .inner
}

/// What stands over the window and takes the keyboard until it is closed.
pub(in crate::ui) fn dialog(ctx: &Context, name: &'static str) -> Modal {
    let tokens = Tokens::of(ctx);
    let frame = Frame::new()
        .fill(tokens.overlay)
        .stroke(tokens.hairline())
        .corner_radius(CornerRadius::same(radius::L))
        .shadow(ctx.global_style().visuals.popup_shadow)
        .inner_margin(Margin::same(12));
    Modal::new(Id::unique(name))
        .frame(frame)
        .backdrop_color(tokens.veil)
}

/// An icon that says something beside a text, and is not read out.
pub fn sign(ui: &mut Ui, icon: MaterialIcon, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), egui::Sense::hover());
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        icon.codepoint,
        egui::FontId::new(size::ICON, icon.font_family()),
        color,
    );
}
