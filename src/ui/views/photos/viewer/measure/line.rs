//! A line on a photo: where it lies on the screen, how it is drawn, and what its label says.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Color32, Id, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::super::super::lens::Lens;
use crate::model::measurement::{Measurement, MeasurementKind};
use crate::text::{t, tf};
use crate::ui::pictures::{turned, unturned};
use crate::ui::script_text;
use crate::ui::theme::{Theme, Type};

/// A click this near to a line is on it, in points.
const NEAR: f32 = 7.0;
/// The mark across each end, in points.
const TICK: f32 = 7.0;

/// How a photo of `pixels` lies in `area`.
#[derive(Clone, Copy)]
pub(super) struct Ground {
    pub lens: Lens,
    pub area: Rect,
    pub pixels: [u32; 2],
}

impl Ground {
    fn sides(&self) -> Vec2 {
        let [width, height] = self.pixels.map(|side| side.max(1) as f32);
        vec2(width, height)
    }

    /// Where the point (`x`, `y`) of the photo is on the screen.
    pub(super) fn on_screen(&self, x: f64, y: f64) -> Pos2 {
        let part = vec2(x as f32, y as f32) / self.sides();
        turned(self.lens.rect(self.area, self.pixels), part, self.lens.turns)
    }

    /// The point of the photo at `at`: never outside of it.
    pub(super) fn of_photo(&self, at: Pos2) -> (f64, f64) {
        let part = unturned(self.lens.rect(self.area, self.pixels), at, self.lens.turns);
        let point = part.clamp(Vec2::ZERO, Vec2::splat(1.0)) * self.sides();
        // A hundredth of a pixel is finer than any hand; longer numbers would only look exact.
        let short = |n: f32| (f64::from(n) * 100.0).round() / 100.0;
        (short(point.x), short(point.y))
    }

    /// Both ends of a line on the screen.
    pub(super) fn ends(&self, line: &Measurement) -> [Pos2; 2] {
        [self.on_screen(line.x1, line.y1), self.on_screen(line.x2, line.y2)]
    }
}

/// Whether `at` is on the line between two points.
pub(super) fn is_on([a, b]: [Pos2; 2], at: Pos2) -> bool {
    let along = b - a;
    let part = if along.length_sq() > 0.0 {
        ((at - a).dot(along) / along.length_sq()).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (a + along * part - at).length() <= NEAR
}

/// What is known of a line's length, in words. `scale` is the one that counts for its photo.
pub(super) fn words(line: &Measurement, scale: Option<&Measurement>) -> String {
    if line.kind == MeasurementKind::Scale {
        let length = line.millimetres.unwrap_or_default().to_string();
        let counts = scale.is_some_and(|scale| scale.id == line.id);
        let key = if counts {
            "measure-scale"
        } else {
            "measure-scale-before"
        };
        return tf(key, &[("length", length.into())]);
    }
    let Some(length) = scale.and_then(|scale| line.length(scale)) else {
        let pixels = format!("{:.0}", line.pixels());
        return tf("measure-pixels", &[("pixels", pixels.into())]);
    };
    let (value, uncertainty) = length.digits();
    tf(
        "measure-length",
        &[("length", value.into()), ("uncertainty", uncertainty.into())],
    )
}

/// Draws a line that shows on any picture: bright, with a dark line around it and marks across its ends.
pub(super) fn paint(ui: &Ui, area: Rect, [a, b]: [Pos2; 2], stressed: bool) {
    let tokens = Theme::Dark.tokens();
    let (width, colour) = if stressed {
        (2.5, tokens.accent)
    } else {
        (1.5, tokens.text_strong)
    };
    let painter = ui.painter().with_clip_rect(area);
    let across = (b - a).normalized().rot90() * TICK;
    let strokes = [
        Stroke::new(width + 2.5, Color32::from_black_alpha(190)),
        Stroke::new(width, colour),
    ];
    for stroke in strokes {
        painter.line_segment([a, b], stroke);
        painter.line_segment([a - across, a + across], stroke);
        painter.line_segment([b - across, b + across], stroke);
    }
}

/// The label beside the middle of a line, which can be clicked.
pub(super) fn label(ui: &Ui, area: Rect, ends: [Pos2; 2], id: Id, text: &str) -> Response {
    let tokens = Theme::Dark.tokens();
    let format = TextFormat::simple(Type::Small.font(tokens), tokens.text_strong);
    let galley = script_text::galley(ui.ctx(), text, format, 280.0);
    let size = galley.size() + vec2(10.0, 4.0);
    let [a, b] = ends;
    // Off to the side of the line by half of what the label takes up in that direction.
    let mut side = (b - a).normalized().rot90();
    if side.y > 0.0 {
        side = -side;
    }
    let away = (side.x * size.x).abs() / 2.0 + (side.y * size.y).abs() / 2.0 + TICK;
    let middle = a + (b - a) * 0.5 + side * away;
    let inner = area.shrink(2.0);
    let rect = Rect::from_center_size(middle, size);
    let into = (inner.min - rect.min).max(Vec2::ZERO) - (rect.max - inner.max).max(Vec2::ZERO);
    let rect = if area.intersects(Rect::from_two_pos(a, b)) {
        rect.translate(into)
    } else {
        rect
    };
    let shown = rect.intersect(area);
    let response = ui.interact(shown, id, Sense::CLICK);
    response.widget_info(|| {
        let name = tf("measure-name", &[("text", text.into())]);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    let line = if response.hovered() || response.has_focus() {
        Stroke::new(1.5, tokens.accent)
    } else {
        tokens.hairline()
    };
    let painter = ui.painter().with_clip_rect(area);
    painter.rect(rect, 3.0, tokens.overlay, line, egui::StrokeKind::Outside);
    painter.galley(rect.min + vec2(5.0, 2.0), galley, tokens.text_strong);
    response
}

/// An end that can be dragged.
pub(super) fn end(ui: &Ui, area: Rect, at: Pos2, id: Id) -> Option<Response> {
    if !area.contains(at) {
        return None;
    }
    let response = ui.interact(Rect::from_center_size(at, Vec2::splat(18.0)), id, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, t("measure-end")));
    let tokens = Theme::Dark.tokens();
    let radius = if response.hovered() || response.dragged() {
        7.0
    } else {
        5.0
    };
    // Hollow, so that the pixel at the end can be seen.
    let painter = ui.painter().with_clip_rect(area);
    painter.circle_stroke(at, radius, Stroke::new(4.0, Color32::from_black_alpha(190)));
    painter.circle_stroke(at, radius, Stroke::new(2.0, tokens.accent));
    Some(response)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn a_point_comes_back_to_its_pixel_however_the_photo_is_turned_and_zoomed() {
        let area = Rect::from_min_size(pos2(50.0, 20.0), vec2(800.0, 600.0));
        for turns in 0..4 {
            let mut lens = Lens::default();
            lens.turn(turns);
            lens.zoom(area, [8000, 6000], 7.0, pos2(300.0, 200.0), 1.0);
            let ground = Ground {
                lens,
                area,
                pixels: [8000, 6000],
            };
            let (x, y) = ground.of_photo(ground.on_screen(3210.0, 4567.0));
            assert!((x - 3210.0).abs() < 0.1 && (y - 4567.0).abs() < 0.1, "{x} {y}");
        }
    }

    #[test]
    fn a_click_is_on_a_line_between_its_ends_only() {
        let ends = [pos2(0.0, 0.0), pos2(100.0, 100.0)];
        assert!(is_on(ends, pos2(50.0, 54.0)));
        assert!(!is_on(ends, pos2(50.0, 70.0)));
        assert!(!is_on(ends, pos2(110.0, 110.0)));
    }
}
