//! What floats over the photo: a small panel in a corner of the viewer.

use egui::{Align, Align2, Area, CornerRadius, Frame, Id, Layout, Margin, Order, Rect, Ui, Vec2, vec2};

use crate::ui::theme::{Tokens, Type, radius, size};
use crate::ui::widgets::{Action, Text};

/// From the edge of the photo's area, in points.
const AWAY: f32 = 10.0;

/// A panel of `width` points in the corner `corner` of `area`.
pub(super) fn card(
    ui: &Ui,
    id: &'static str,
    area: Rect,
    corner: Align2,
    width: f32,
    add: impl FnOnce(&mut Ui),
) {
    let tokens = Tokens::of(ui);
    let room = area.shrink(AWAY);
    Area::new(Id::unique(id))
        .order(Order::Middle)
        .pivot(corner)
        .fixed_pos(corner.pos_in_rect(&room))
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(tokens.overlay)
                .stroke(tokens.hairline())
                .corner_radius(CornerRadius::same(radius::L))
                .inner_margin(Margin::same(10))
                .show(ui, |ui| {
                    let inner = (width - 20.0).min(room.width() - 20.0);
                    ui.set_width(inner);
                    ui.set_max_height(room.height() - 20.0);
                    ui.spacing_mut().item_spacing = Vec2::splat(4.0);
                    add(ui);
                });
        });
}

/// The title of a panel, and what closes it; `true` when that was pressed.
pub(super) fn head(ui: &mut Ui, title: &str, close: Action<'_>) -> bool {
    let line = vec2(ui.available_width(), size::CONTROL);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(line, layout, |ui| {
        ui.add(Text::new(title).kind(Type::Heading));
        let right = Layout::right_to_left(Align::Center);
        ui.with_layout(right, |ui| ui.add(close).clicked()).inner
    })
    .inner
}
