//! A small picture of a marking: its region, as somebody looked at it.

use egui::{CornerRadius, Image, Rect, StrokeKind, Ui, Vec2};

use crate::model::id::{PhotoId, RegionId};
use crate::ui::crops::{Crop, Grain};
use crate::ui::desk::Desk;
use crate::ui::theme::{Theme, Tokens, radius};

/// Draws a region of a photo as large as fits into `rect`, on a dark ground.
pub fn paint(ui: &Ui, desk: &mut Desk, rect: Rect, photo: PhotoId, region: RegionId) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::S);
    // In every theme a mark is seen best against the dark.
    ui.painter()
        .rect_filled(rect, corner, Theme::Dark.tokens().sunken);
    if let Crop::Ready(texture) = desk.crops.get(&desk.link, photo, region, Grain::Small) {
        let place = fitted(rect, texture.size_vec2());
        Image::new(texture).paint_at(ui, place);
    }
    ui.painter()
        .rect_stroke(rect, corner, tokens.hairline(), StrokeKind::Inside);
}

/// The largest rectangle of the proportions of `size` in the middle of `room`.
fn fitted(room: Rect, size: Vec2) -> Rect {
    let scale = (room.width() / size.x).min(room.height() / size.y);
    Rect::from_center_size(room.center(), size * scale)
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    #[test]
    fn a_part_keeps_its_proportions() {
        let room = Rect::from_min_size(pos2(10.0, 10.0), vec2(100.0, 50.0));
        let wide = fitted(room, vec2(400.0, 100.0));
        assert_eq!(
            (wide.width(), wide.height(), wide.center()),
            (100.0, 25.0, room.center())
        );
        assert_eq!(fitted(room, vec2(10.0, 20.0)).height(), 50.0);
    }
}
