//! What floats over the photo: a small panel in a corner of the viewer.

use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Rect, Ui, Vec2};

use crate::ui::theme::{Tokens, radius};

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
