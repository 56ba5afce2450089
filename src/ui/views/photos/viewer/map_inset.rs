//! Where a photo was taken on a small map: coasts, borders, degrees, and a bar of known length.

use egui::accesskit::Role;
use egui::{Align2, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::place::mercator::{Spot, unproject};
use crate::model::place::outlines;
use crate::text::{t, tf};

use crate::ui::theme::{Tokens, Type};

/// Height of the map in points.
const HEIGHT: f32 = 168.0;
/// Degrees of latitude that it shows, from near to far.
const SPANS: [f32; 4] = [2.0, 8.0, 30.0, 120.0];
/// How exactly coasts are drawn at each.
const LEVELS: [usize; 4] = [3, 2, 1, 0];
/// Kilometres for a degree of latitude.
const DEGREE: f32 = 111.2;

/// How far one looks around.
pub(super) struct MapInset {
    span: usize,
}

impl Default for MapInset {
    fn default() -> Self {
        Self { span: 1 }
    }
}

/// How the map lies on the screen.
struct View {
    rect: Rect,
    /// Degrees east and north in the middle.
    middle: Pos2,
    /// Points for a degree east, and for one north.
    scale: egui::Vec2,
}

impl View {
    fn new(rect: Rect, middle: Pos2, span: f32) -> Self {
        let north = rect.height() / span;
        // As wide as it is there; at the poles a map has no width that would make sense.
        let east = north * middle.y.to_radians().cos().max(0.1);
        Self {
            rect,
            middle,
            scale: vec2(east, north),
        }
    }

    fn on_screen(&self, point: Pos2, turn: f32) -> Pos2 {
        let off = pos2(point.x + turn, point.y) - self.middle;
        self.rect.center() + vec2(off.x, -off.y) * self.scale
    }

    /// Degrees in view.
    fn degrees(&self) -> Rect {
        Rect::from_center_size(self.middle, self.rect.size() / self.scale)
    }
}

impl MapInset {
    /// Shows the map around `(latitude, longitude)`; a click looks further, and from the furthest nearest again.
    pub(super) fn show(&mut self, ui: &mut Ui, (latitude, longitude): (f64, f64)) -> Response {
        let size = vec2(ui.available_width(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, t("map-inset")));
        if response.clicked() {
            self.span = (self.span + 1) % SPANS.len();
        }
        let tokens = Tokens::of(ui);
        let middle = pos2(longitude as f32, latitude as f32);
        let view = View::new(rect, middle, SPANS[self.span]);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, 4.0, tokens.sunken);
        graticule(&painter, &view, tokens);
        // Until they are unpacked, which is asked for aside, there is the graticule.
        let detail = outlines::detail_ready(LEVELS[self.span]);
        if detail.is_none() {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(50));
        }
        for line in detail.iter().flat_map(|detail| &detail.lines) {
            let (colour, width) = if line.is_border {
                (tokens.text_weak.gamma_multiply(0.6), 1.0)
            } else {
                (tokens.text_weak, 1.2)
            };
            let [near, far] = [line.bounds.min, line.bounds.max].map(degrees);
            let bounds = Rect::from_two_pos(near, far);
            // What lies across the seam at 180° is near, too.
            for turn in [-360.0, 0.0, 360.0] {
                if bounds.translate(vec2(turn, 0.0)).intersects(view.degrees()) {
                    let points = line.spots().map(|spot| view.on_screen(degrees(spot), turn));
                    painter.add(Shape::line(points.collect(), Stroke::new(width, colour)));
                }
            }
        }
        let at = rect.center();
        painter.circle(at, 5.5, tokens.accent, Stroke::new(2.0, tokens.overlay));
        bar(&painter, &view, tokens);
        let ring = if response.has_focus() {
            tokens.focus_ring()
        } else {
            tokens.hairline()
        };
        painter.rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
        response.on_hover_text(t("map-inset-hint"))
    }
}

/// Degrees east and north; the seam's eastern side stays in the east.
fn degrees(spot: Spot) -> Pos2 {
    let (latitude, _) = unproject(spot);
    pos2(((spot.0 - 0.5) * 360.0) as f32, latitude as f32)
}

/// Lines of whole degrees, in steps that leave room.
fn graticule(painter: &egui::Painter, view: &View, tokens: &Tokens) {
    let seen = view.degrees();
    let steps = [0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 45.0];
    let step: f32 = steps
        .into_iter()
        .find(|step| step * view.scale.y >= 40.0)
        .unwrap_or(45.0);
    let stroke = Stroke::new(1.0, tokens.line);
    let between = |from: f32, to: f32| {
        ((from / step).ceil() as i32..=(to / step).floor() as i32).map(move |n| n as f32 * step)
    };
    for east in between(seen.left(), seen.right()) {
        let x = view.on_screen(pos2(east, 0.0), 0.0).x;
        painter.vline(x, view.rect.y_range(), stroke);
    }
    for north in between(seen.top().max(-90.0), seen.bottom().min(90.0)) {
        let y = view.on_screen(pos2(0.0, north), 0.0).y;
        painter.hline(view.rect.x_range(), y, stroke);
    }
}

/// A bar of a round number of kilometres in the lower left corner.
fn bar(painter: &egui::Painter, view: &View, tokens: &Tokens) {
    let kilometre = view.scale.y / DEGREE;
    let (length, width) = round_length(kilometre, view.rect.width() * 0.3);
    let from = view.rect.left_bottom() + vec2(10.0, -10.0);
    let to = from + vec2(width, 0.0);
    let stroke = Stroke::new(1.5, tokens.text);
    painter.line_segment([from, to], stroke);
    for end in [from, to] {
        painter.line_segment([end, end - vec2(0.0, 4.0)], stroke);
    }
    painter.text(
        to + vec2(6.0, 2.0),
        Align2::LEFT_BOTTOM,
        tf("map-kilometres", &[("length", length.into())]),
        Type::Caption.font(tokens),
        tokens.text,
    );
}

/// The largest of 1, 2, 5, 10, ... kilometres that takes up at most `room` points, and how many it does.
fn round_length(kilometre: f32, room: f32) -> (u32, f32) {
    let lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    let fits = |length: &u32| *length as f32 * kilometre <= room;
    let length = lengths.into_iter().rev().find(fits).unwrap_or(1);
    (length, length as f32 * kilometre)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_of_a_round_length_that_fits() {
        assert_eq!(round_length(1.0, 90.0), (50, 50.0));
        assert_eq!(round_length(0.01, 90.0), (5000, 50.0));
        assert_eq!(round_length(50.0, 90.0), (1, 50.0));
    }

    #[test]
    fn north_is_up_and_a_degree_east_is_shorter_in_the_north() {
        let rect = Rect::from_min_size(pos2(10.0, 10.0), vec2(260.0, 160.0));
        let view = View::new(rect, pos2(30.5, 60.0), 8.0);
        let north = view.on_screen(pos2(30.5, 61.0), 0.0);
        let east = view.on_screen(pos2(31.5, 60.0), 0.0);
        assert!((rect.center().y - north.y - 20.0).abs() < 1e-3);
        assert!((east.x - rect.center().x - 10.0).abs() < 1e-3);
        let seam = View::new(rect, pos2(179.9, 0.0), 8.0);
        assert!(seam.rect.contains(seam.on_screen(pos2(-179.9, 0.0), 360.0)));
    }
}
