//! Where a redaction lies on the screen, what becomes of it when it is dragged, and how it is drawn.

use egui::{Color32, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::model::Redaction;
use crate::ui::pictures::turned;
use crate::ui::theme::Theme;

/// Between two lines of the hatching, in points.
const STEP: f32 = 9.0;
/// Half of a handle, in points.
const HALF: f32 = 4.5;

/// A corner of the unturned photo's rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Corner {
    is_right: bool,
    is_lower: bool,
}

impl Corner {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [
        Self::new(false, false),
        Self::new(true, false),
        Self::new(true, true),
        Self::new(false, true),
    ];

    const fn new(is_right: bool, is_lower: bool) -> Self {
        Self { is_right, is_lower }
    }

    /// Where it is on the screen, of a photo that was turned by so many quarters to the right.
    pub(super) fn of(self, rect: Rect, turns: u8) -> Pos2 {
        let part = vec2(
            if self.is_right { 1.0 } else { 0.0 },
            if self.is_lower { 1.0 } else { 0.0 },
        );
        turned(rect, part, turns)
    }
}

/// Where a redaction of a photo of `pixels` lies, when the turned photo fills `rect`.
pub(super) fn on_screen(redaction: &Redaction, pixels: [u32; 2], turns: u8, rect: Rect) -> Rect {
    let part = |x: u32, y: u32| {
        let [width, height] = pixels.map(|side| side.max(1) as f32);
        turned(rect, vec2(x as f32 / width, y as f32 / height), turns)
    };
    Rect::from_two_pos(
        part(redaction.x, redaction.y),
        part(
            redaction.x.saturating_add(redaction.width),
            redaction.y.saturating_add(redaction.height),
        ),
    )
}

/// The redaction after it, or one of its corners, was dragged `by` this part of a photo of `pixels`. It stays in the photo and
/// keeps a pixel at least.
pub(super) fn dragged(before: &Redaction, corner: Option<Corner>, by: Vec2, pixels: [u32; 2]) -> Redaction {
    let (x, width) = along(
        (before.x, before.width),
        corner.map(|corner| corner.is_right),
        by.x,
        pixels[0],
    );
    let (y, height) = along(
        (before.y, before.height),
        corner.map(|corner| corner.is_lower),
        by.y,
        pixels[1],
    );
    Redaction {
        x,
        y,
        width,
        height,
        ..before.clone()
    }
}

/// Start and length after the whole (`None`), the start, or the end was moved.
fn along((start, length): (u32, u32), is_end: Option<bool>, by: f32, side: u32) -> (u32, u32) {
    let by = (by * side as f32).round() as i64;
    let (start, length, side) = (i64::from(start), i64::from(length), i64::from(side));
    let (start, length) = match is_end {
        None => ((start + by).clamp(0, (side - length).max(0)), length),
        Some(true) => (start, (length + by).clamp(1, (side - start).max(1))),
        Some(false) => {
            let end = start + length;
            let start = (start + by).clamp(0, end - 1);
            (start, end - start)
        }
    };
    let whole = |n: i64| u32::try_from(n).unwrap_or_default();
    (whole(start), whole(length))
}

/// Draws a redaction so that it is seen on any picture and the picture under it too: dark, with bright lines across.
pub(super) fn hatch(ui: &Ui, area: Rect, rect: Rect, stressed: bool) {
    let tokens = Theme::Dark.tokens();
    let inside = rect.intersect(area);
    if !inside.is_positive() {
        return;
    }
    let painter = ui.painter().with_clip_rect(inside);
    painter.rect_filled(inside, 0.0, Color32::from_black_alpha(110));
    let colour = if stressed {
        tokens.accent
    } else {
        tokens.text_strong
    };
    let line = Stroke::new(1.0, colour.gamma_multiply(0.75));
    // From the lower left to the upper right; each by the sum of its coordinates, so that they stay where they are while one pans.
    let (first, last) = (inside.left() + inside.top(), inside.right() + inside.bottom());
    let mut sum = rect.left() + rect.top();
    sum += ((first - sum) / STEP).floor().max(0.0) * STEP;
    while sum < last {
        let low = pos2(sum - inside.bottom(), inside.bottom());
        let high = pos2(sum - inside.top(), inside.top());
        painter.line_segment([low, high], line);
        sum += STEP;
    }
    let painter = ui.painter().with_clip_rect(area);
    let width = if stressed { 2.5 } else { 1.5 };
    let halo = Stroke::new(width + 2.0, Color32::from_black_alpha(170));
    painter.rect_stroke(rect, 0.0, halo, StrokeKind::Middle);
    painter.rect_stroke(rect, 0.0, Stroke::new(width, colour), StrokeKind::Middle);
}

/// Draws a corner that can be dragged.
pub(super) fn handle(ui: &Ui, area: Rect, at: Pos2, stressed: bool) {
    let tokens = Theme::Dark.tokens();
    let fill = if stressed {
        tokens.accent
    } else {
        tokens.text_strong
    };
    let painter = ui.painter().with_clip_rect(area);
    let square = Rect::from_center_size(at, Vec2::splat(2.0 * HALF));
    painter.rect(
        square,
        1.0,
        fill,
        Stroke::new(1.5, Color32::from_black_alpha(190)),
        StrokeKind::Outside,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(redaction: &Redaction) -> [u32; 4] {
        [redaction.x, redaction.y, redaction.width, redaction.height]
    }

    #[test]
    fn it_stays_in_the_photo_however_far_it_is_dragged() {
        let before = Redaction {
            x: 100,
            y: 50,
            width: 40,
            height: 20,
            ..Redaction::default()
        };
        let by =
            |corner: Option<Corner>, x: f32, y: f32| at(&dragged(&before, corner, vec2(x, y), [1000, 500]));
        assert_eq!(by(None, 0.1, -0.01), [200, 45, 40, 20]);
        assert_eq!(by(None, 2.0, 2.0), [960, 480, 40, 20]);
        assert_eq!(by(None, -2.0, -2.0), [0, 0, 40, 20]);
        assert_eq!(by(Some(Corner::new(true, true)), 0.01, 0.02), [100, 50, 50, 30]);
        assert_eq!(by(Some(Corner::new(true, true)), 5.0, 5.0), [100, 50, 900, 450]);
        assert_eq!(by(Some(Corner::new(false, false)), 5.0, -5.0), [139, 0, 1, 70]);
    }

    #[test]
    fn a_corner_of_the_photo_is_where_the_turned_photo_shows_it() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(10.0, 20.0));
        let upper_left = Corner::ALL[0];
        assert_eq!(upper_left.of(rect, 0), rect.left_top());
        assert_eq!(upper_left.of(rect, 1), rect.right_top());
    }
}
