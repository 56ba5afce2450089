//! Pins on the picture of a mark: the corners between which it is straightened, or the three points by which photos of
//! it are laid on each other. They are dragged, or moved with the arrow keys.

use egui::{Align2, Color32, Key, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::cut::Cut;
use super::viewer::Lay;
use crate::model::View;
use crate::text::tf;
use crate::ui::theme::{Tokens, Type};

/// Which pins are being placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pins {
    /// The corners of what is to be seen straight from the front.
    Corners,
    /// The points by which photos are laid on each other.
    Points,
}

/// The side of the square in which a pin is taken hold of, in points.
const HOLD: f32 = 22.0;
/// What an arrow key moves, in pixels of the original; ten times as much with Shift.
const NUDGE: f32 = 1.0;

const WHOLE: i32 = View::WHOLE;

impl Pins {
    /// Where the pins are while nobody has moved one.
    const CORNERS: [[i32; 2]; 4] = [[0, 0], [WHOLE, 0], [WHOLE, WHOLE], [0, WHOLE]];
    const POINTS: [[i32; 2]; 3] = [
        [WHOLE / 5, WHOLE / 2],
        [WHOLE * 4 / 5, WHOLE / 2],
        [WHOLE / 2, WHOLE / 5],
    ];

    /// Where the pins of `view` are.
    #[must_use]
    pub fn places(self, view: &View) -> Vec<[i32; 2]> {
        match self {
            Self::Corners => view.corners.unwrap_or(Self::CORNERS).to_vec(),
            Self::Points => view.points.unwrap_or(Self::POINTS).to_vec(),
        }
    }

    /// Puts a pin of `view` elsewhere.
    pub fn put(self, view: &mut View, nth: usize, place: [i32; 2]) {
        match self {
            Self::Corners => {
                let corners = view.corners.get_or_insert(Self::CORNERS);
                if let Some(corner) = corners.get_mut(nth) {
                    *corner = place;
                }
            }
            Self::Points => {
                let points = view.points.get_or_insert(Self::POINTS);
                if let Some(point) = points.get_mut(nth) {
                    *point = place;
                }
            }
        }
    }

    /// Says that the pins stand where they are meant to, even if nobody moved one.
    pub fn settle(self, view: &mut View) {
        match self {
            Self::Corners if view.corners == Some(Self::CORNERS) => view.corners = None,
            Self::Corners => {}
            Self::Points => {
                view.points.get_or_insert(Self::POINTS);
            }
        }
    }

    fn name(self, nth: usize) -> String {
        let key = match self {
            Self::Corners => "marking-pin-corner",
            Self::Points => "marking-pin-point",
        };
        tf(key, &[("number", (nth + 1).into())])
    }

    /// Shows the pins over the picture of `cut`, which lies as `lay` says. True when one was moved and let go.
    pub fn show(self, ui: &mut Ui, area: Rect, cut: Cut, lay: Lay, view: &mut View) -> bool {
        let tokens = Tokens::of(ui);
        let places = self.places(view);
        let spots: Vec<Pos2> = places
            .iter()
            .map(|place| lay.point(Vec2::from(cut.pixel(*place))))
            .collect();
        let painter = ui.painter().with_clip_rect(area);
        if self == Self::Corners {
            let line = |width, color| egui::Shape::closed_line(spots.clone(), Stroke::new(width, color));
            painter.add(line(3.0, Color32::from_black_alpha(120)));
            painter.add(line(1.5, tokens.accent));
        }
        let mut done = false;
        for (nth, spot) in spots.into_iter().enumerate() {
            let name = self.name(nth);
            let hold = Rect::from_center_size(spot, Vec2::splat(HOLD));
            let response = ui.interact(
                hold,
                ui.scope_id().with(("pin", self as u8, nth)),
                Sense::click_and_drag(),
            );
            response
                .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, ui.is_enabled(), &name));
            if response.clicked() || response.drag_started() {
                response.request_focus();
            }
            let mut moved = response.drag_delta();
            let mut nudged = Vec2::ZERO;
            if response.has_focus() {
                // Otherwise arrow keys would go to the next control.
                ui.memory_mut(|memory| {
                    memory.set_focus_lock_filter(
                        response.id,
                        egui::EventFilter {
                            horizontal_arrows: true,
                            vertical_arrows: true,
                            ..egui::EventFilter::default()
                        },
                    );
                });
                nudged = arrows(ui);
                moved += nudged * lay.scale();
            }
            if moved != Vec2::ZERO {
                let pixel = lay.pixel(spot + moved);
                self.put(view, nth, cut.place([pixel.x, pixel.y]));
            }
            done |= response.drag_stopped() || nudged != Vec2::ZERO;
            let ring = if response.has_focus() || response.hovered() {
                Stroke::new(2.5, tokens.accent)
            } else {
                Stroke::new(1.5, Color32::WHITE)
            };
            painter.circle(spot, 9.0, Color32::from_black_alpha(150), ring);
            painter.text(
                spot,
                Align2::CENTER_CENTER,
                (nth + 1).to_string(),
                Type::Small.font(tokens),
                Color32::WHITE,
            );
            response
                .on_hover_text(name)
                .on_hover_cursor(egui::CursorIcon::Grab);
        }
        done
    }
}

/// What the arrow keys say, in pixels of the original.
fn arrows(ui: &Ui) -> Vec2 {
    ui.input(|input| {
        let step = if input.modifiers.shift {
            10.0 * NUDGE
        } else {
            NUDGE
        };
        let count = |key| input.num_presses(key) as f32;
        Vec2::new(
            count(Key::ArrowRight) - count(Key::ArrowLeft),
            count(Key::ArrowDown) - count(Key::ArrowUp),
        ) * step
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_that_nobody_moved_are_none_and_points_count_where_they_stand() {
        let mut view = View::PLAIN;
        Pins::Corners.settle(&mut view);
        assert_eq!(view, View::PLAIN);
        Pins::Corners.put(&mut view, 1, [9_000, 500]);
        Pins::Corners.settle(&mut view);
        assert_eq!(Pins::Corners.places(&view)[1], [9_000, 500]);
        Pins::Points.settle(&mut view);
        assert_eq!(view.points, Some(Pins::POINTS));
    }
}
