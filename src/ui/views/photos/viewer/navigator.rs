//! The whole photo small in the corner while only a part of it is in view, and which part.

use egui::accesskit::Role;
use egui::{Color32, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::lens::Lens;
use crate::case::PhotoRow;
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Lying, part_in_view, turned, unturned};
use crate::ui::theme::Theme;

/// At most so large, in points.
const MOST: egui::Vec2 = vec2(176.0, 132.0);
/// From the edges of the photo's area.
const AWAY: f32 = 12.0;

/// Draws the overview of the photo that `lens` shows in `area`; a click or a drag in it moves the photo.
pub(super) fn navigator(ui: &Ui, desk: &mut Desk, row: &PhotoRow, lens: &mut Lens, area: Rect) {
    let pixels = [row.width, row.height];
    let photo = lens.rect(area, pixels);
    if lens.is_fitted() || area.expand(1.0).contains_rect(photo) {
        return;
    }
    let size = lens.turned_size(pixels);
    let size = size * (MOST / size).min_elem();
    let whole = Rect::from_min_size(area.max - size - vec2(AWAY, AWAY), size);
    let response = ui.interact(whole, Id::unique("navigator"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, t("navigator")));
    if let Some(at) = response.interact_pointer_pos() {
        lens.look_at(unturned(whole, at, lens.turns));
    }

    let tokens = Theme::Dark.tokens();
    let painter = ui.painter().with_clip_rect(area);
    painter.rect_filled(whole.expand(3.0), 3.0, tokens.overlay);
    let lying = Lying {
        rect: whole,
        turns: lens.turns,
        glass: None,
    };
    let _ = desk
        .pictures
        .draw(&desk.link, (row.id, Detail::Medium), &painter, lying);
    let seen = part_in_view(lens.rect(area, pixels), area, lens.turns);
    let seen = Rect::from_two_pos(
        turned(whole, seen.min.to_vec2(), lens.turns),
        turned(whole, seen.max.to_vec2(), lens.turns),
    );
    let veil = Color32::from_black_alpha(130);
    for part in [
        whole.with_max_y(seen.top()),
        whole.with_min_y(seen.bottom()),
        whole
            .with_max_x(seen.left())
            .intersect(whole.with_min_y(seen.top()).with_max_y(seen.bottom())),
        whole
            .with_min_x(seen.right())
            .intersect(whole.with_min_y(seen.top()).with_max_y(seen.bottom())),
    ] {
        painter.rect_filled(part, 0.0, veil);
    }
    let line = Stroke::new(1.5, tokens.accent);
    painter.rect_stroke(seen, 0.0, line, StrokeKind::Middle);
    painter.rect_stroke(whole.expand(3.0), 3.0, tokens.control_line(), StrokeKind::Inside);
}
