//! A small picture of a marking: its region, cut from the photo's preview.

use egui::{CornerRadius, Rect, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::model::id::PhotoId;
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Picture};
use crate::ui::theme::{Tokens, radius};

/// A part of a photo.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The photo.
    pub photo: PhotoId,
    /// Left, top, width, height in pixels of the original.
    pub area: [u32; 4],
    /// The original's width and height; 0 where they are not known.
    pub size: [u32; 2],
}

/// Draws the part as large as fits into `rect`, on a sunken ground.
pub fn paint(ui: &Ui, desk: &mut Desk, rect: Rect, part: Part) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::S);
    ui.painter().rect_filled(rect, corner, tokens.sunken);
    if part.size.contains(&0) {
        return;
    }
    if let Picture::Ready(picture) = desk.pictures.best(&desk.link, part.photo, Detail::Large) {
        let scale = vec2(
            picture.size[0] as f32 / part.size[0] as f32,
            picture.size[1] as f32 / part.size[1] as f32,
        );
        let [x, y, w, h] = part.area.map(|side| side as f32);
        let area = Rect::from_min_size(pos2(x * scale.x, y * scale.y), vec2(w * scale.x, h * scale.y));
        picture.paint_part(ui.painter(), fitted(rect, area.size()), area);
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
