//! How nodes and edges are drawn: what is doubtful with a dashed line, and what is not linked to what is chosen faded.

use egui::epaint::CubicBezierShape;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type};

/// What is not linked to what is chosen keeps so much of its colour.
const FADED: f32 = 0.35;

/// A colour, faded or not.
#[must_use]
pub fn ink(colour: Color32, is_faded: bool) -> Color32 {
    if is_faded {
        colour.gamma_multiply(FADED)
    } else {
        colour
    }
}

/// A face at a zoom, in steps of half a point, so that few sizes of letters are made.
#[must_use]
pub fn font(tokens: &Tokens, kind: Type, zoom: f32) -> FontId {
    let font = kind.font(tokens);
    FontId::new((font.size * zoom * 2.0).round() / 2.0, font.family)
}

/// An edge from one place to another.
#[must_use]
pub fn curve(from: Pos2, to: Pos2) -> [Pos2; 4] {
    let middle = f32::midpoint(from.x, to.x);
    [from, pos2(middle, from.y), pos2(middle, to.y), to]
}

/// Draws an edge.
pub fn edge(painter: &Painter, points: [Pos2; 4], stroke: Stroke, is_doubtful: bool) {
    let shape = CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
    if is_doubtful {
        let path = shape.flatten(Some(0.5));
        painter.extend(Shape::dashed_line(&path, stroke, 5.0, 4.0));
    } else {
        painter.add(shape);
    }
}

/// Draws a line around something.
pub fn frame(painter: &Painter, rect: Rect, radius: f32, stroke: Stroke, is_doubtful: bool) {
    if !is_doubtful {
        painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        return;
    }
    let rect = rect.shrink(stroke.width / 2.0);
    let path = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&path, stroke, 5.0, 4.0));
}

/// One line of text from a place on, cut where its room ends.
pub fn line(ui: &Ui, text: &str, font: FontId, colour: Color32, at: Pos2, width: f32) {
    if width > 0.0 && !text.is_empty() {
        script_text::paint_line(ui, text, TextFormat::simple(font, colour), at, width);
    }
}

/// Up to two lines of text, their middle at a height.
pub fn lines(ui: &Ui, text: &str, font: FontId, colour: Color32, at: Pos2, width: f32) {
    if script_text::needs_care(text) {
        let top = at.y - font.size * 0.66;
        return line(ui, text, font, colour, pos2(at.x, top), width);
    }
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping {
        max_width: width.max(1.0),
        max_rows: 2,
        ..TextWrapping::default()
    };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let top = at.y - galley.size().y / 2.0;
    ui.painter().galley(pos2(at.x, top), galley, colour);
}
