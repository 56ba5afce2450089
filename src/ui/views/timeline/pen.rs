//! How an event is drawn: a day that is known as a sign of its stage, days of which it was one as a bar that fades towards its
//! ends, and an end that is not known as an arrow into the open.

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::analysis::lifeline::{Event, Stage};
use crate::analysis::timeline::layout::{Bar, MARK};
use crate::ui::theme::Tokens;

/// Half the height of a bar.
const HALF: f32 = 4.0;
/// How far a bar fades.
const FADE: f32 = 28.0;
/// Between a bar and the sign before it.
const APART: f32 = 9.0;

/// What is known of the thing itself, of its use, and what was said of it.
#[must_use]
pub fn ink(tokens: &Tokens, stage: Stage) -> Color32 {
    match stage {
        Stage::Made | Stage::Recovered | Stage::Documented => tokens.accent,
        Stage::Used => tokens.text_strong,
        Stage::Reported | Stage::Published => tokens.text_weak,
    }
}

/// Draws an event along the middle of `room`, in which `bar` lies.
pub fn bar(painter: &Painter, event: &Event, bar: &Bar, room: Rect, ink: Color32) {
    let middle = room.center().y;
    let (left, right) = (room.left() + bar.left, room.left() + bar.right);
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(room));
    if bar.is_day {
        let is_wide = bar.right - bar.left > 2.0 * MARK;
        if is_wide {
            let day = Rect::from_min_max(pos2(left, middle - HALF), pos2(right, middle + HALF));
            painter.rect_filled(day, 1.0, ink.gamma_multiply(0.35));
            painter.rect_stroke(day, 1.0, Stroke::new(1.0, ink), StrokeKind::Inside);
        }
        let center = pos2(f32::midpoint(left, right), middle);
        sign(&painter, event.stage, center, ink, event.is_doubtful());
        return;
    }
    span(
        &painter,
        [bar.opens_left, bar.opens_right],
        (left, right),
        middle,
        ink,
    );
    // Before the bar, or where its beginning is out of view at the left end.
    let before = (left - APART).max(room.left() + MARK / 2.0 + 1.0);
    let has_room = left - APART >= room.left() || right > before + APART;
    if has_room {
        sign(
            &painter,
            event.stage,
            pos2(before, middle),
            ink,
            event.is_doubtful(),
        );
    }
}

/// A bar from the first to the last possible day; an end that is not known runs out.
pub fn span(
    painter: &Painter,
    [opens_left, opens_right]: [bool; 2],
    (left, right): (f32, f32),
    middle: f32,
    ink: Color32,
) {
    let full = ink.gamma_multiply(0.6);
    let pale = |opens: bool| ink.gamma_multiply(if opens { 0.0 } else { 0.16 });
    let fade = FADE.min((right - left) / 2.0);
    let mut mesh = Mesh::default();
    let columns = [
        (left, pale(opens_left)),
        (left + fade, full),
        (right - fade, full),
        (right, pale(opens_right)),
    ];
    for (nth, (x, color)) in columns.into_iter().enumerate() {
        mesh.colored_vertex(pos2(x, middle - HALF), color);
        mesh.colored_vertex(pos2(x, middle + HALF), color);
        if nth > 0 {
            let at = (nth as u32 - 1) * 2;
            mesh.add_triangle(at, at + 1, at + 2);
            mesh.add_triangle(at + 1, at + 2, at + 3);
        }
    }
    painter.add(Shape::mesh(mesh));
    let line = Stroke::new(1.0, ink);
    for (x, opens, out) in [(left, opens_left, -1.0), (right, opens_right, 1.0)] {
        if opens {
            let tip = pos2(x, middle);
            for up in [-HALF, HALF] {
                painter.line_segment([tip, tip + vec2(-out * HALF, up)], line);
            }
        } else {
            painter.vline(x, middle - HALF..=middle + HALF, line);
        }
    }
}

/// The sign of a stage; hollow where its date is approximate or uncertain.
pub fn sign(painter: &Painter, stage: Stage, center: Pos2, ink: Color32, is_hollow: bool) {
    let fill = if is_hollow { Color32::TRANSPARENT } else { ink };
    let line = if is_hollow {
        Stroke::new(1.4, ink)
    } else {
        Stroke::NONE
    };
    let half = MARK / 2.0;
    let corners: &[(f32, f32)] = match stage {
        Stage::Made => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        Stage::Used => &[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)],
        Stage::Reported => &[(0.0, -1.0), (1.05, 0.9), (-1.05, 0.9)],
        Stage::Recovered => {
            painter.circle(center, half * 0.95, fill, line);
            return;
        }
        Stage::Documented => &[(-0.5, -1.05), (0.5, -1.05), (0.5, 1.05), (-0.5, 1.05)],
        Stage::Published => &[(-1.05, -0.9), (1.05, -0.9), (0.0, 1.0)],
    };
    let points = corners
        .iter()
        .map(|(x, y)| center + vec2(*x, *y) * half)
        .collect();
    painter.add(Shape::convex_polygon(points, fill, line));
}
