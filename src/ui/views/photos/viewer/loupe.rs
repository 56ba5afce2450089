//! A round glass at the pointer that shows the original's own pixels, while the photo around it stays as it is.

use egui::{Color32, CursorIcon, Event, Key, Pos2, Rect, Response, Stroke, Ui, Vec2, pos2, vec2};

use super::super::lens::Lens;
use super::super::regions::label;
use crate::case::PhotoRow;
use crate::text::tf;
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Lying, turned, unturned};
use crate::ui::theme::Theme;

/// Half of what the glass measures across, in points.
const RADIUS: f32 = 120.0;
/// Pixels of the screen for one of the photo: the least and the most.
const POWERS: [f32; 2] = [1.0, 16.0];
/// A key that is held longer than this many seconds closes the glass when it is let go.
const HELD: f64 = 0.35;

/// The glass.
pub(super) struct Loupe {
    on: bool,
    power: f32,
    /// Since when its key is down.
    held: Option<f64>,
}

impl Default for Loupe {
    fn default() -> Self {
        Self {
            on: false,
            power: 2.0,
            held: None,
        }
    }
}

impl Loupe {
    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    pub(super) fn close(&mut self) {
        self.on = false;
    }

    /// Its key or its button was pressed. A key that is held comes again and again, which counts once.
    pub(super) fn toggle(&mut self, ui: &Ui) {
        if self.held.is_some() {
            return;
        }
        self.on = !self.on;
        self.held = ui.input(|input| input.key_down(Key::O).then_some(input.time));
    }

    /// Draws the glass over the photo that `lens` shows in `area`.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        row: &PhotoRow,
        (lens, area): (Lens, Rect),
        response: &Response,
    ) {
        self.let_go(ui);
        let at = ui.input(|input| input.pointer.hover_pos());
        let is_over = |at: &Pos2| area.contains(*at) && ui.ctx().layer_id_at(*at) == Some(response.layer_id);
        let Some(at) = at.filter(is_over).filter(|_| self.on) else {
            return;
        };
        self.turn_wheel(ui);
        let pixels = [row.width, row.height];
        let under = unturned(lens.rect(area, pixels), at, lens.turns);
        let size = lens.turned_size(pixels) * self.power / ui.ctx().pixels_per_point();
        let whole = Rect::from_center_size(at, size);
        let lying = Lying {
            rect: whole.translate(at - turned(whole, under, lens.turns)),
            turns: lens.turns,
            glass: Some((at, RADIUS)),
        };
        let tokens = Theme::Dark.tokens();
        let painter = ui.painter().with_clip_rect(area);
        painter.circle_filled(at, RADIUS, tokens.sunken);
        // What it says of what is on its way is said of the photo already.
        let _ = desk
            .pictures
            .draw(&desk.link, (row.id, Detail::Full), &painter, lying);
        painter.circle_stroke(at, RADIUS, Stroke::new(5.0, Color32::from_black_alpha(170)));
        painter.circle_stroke(at, RADIUS, Stroke::new(2.0, tokens.text_strong));
        cross(&painter, at);
        ui.ctx().set_cursor_icon(CursorIcon::None);
        let percent = format!("{:.0}", self.power * 100.0);
        let below = Rect::from_min_size(pos2(at.x - 22.0, at.y + RADIUS), Vec2::ZERO);
        let words = tf("photos-zoom", &[("percent", percent.into())]);
        label(ui, below.translate(vec2(0.0, 26.0)), area, &words, "");
    }

    fn let_go(&mut self, ui: &Ui) {
        let (is_down, now) = ui.input(|input| (input.key_down(Key::O), input.time));
        if is_down {
            return;
        }
        if self.held.take().is_some_and(|since| now - since > HELD) {
            self.on = false;
        }
    }

    /// Each notch of the wheel doubles or halves.
    fn turn_wheel(&mut self, ui: &Ui) {
        let notches = ui.input(|input| {
            let turns = input.events.iter().map(|event| match event {
                Event::MouseWheel { delta, .. } if delta.y != 0.0 => delta.y.signum(),
                _ => 0.0,
            });
            turns.sum::<f32>()
        });
        let [least, most] = POWERS;
        self.power = (self.power * notches.clamp(-1.0, 1.0).exp2()).clamp(least, most);
    }
}

/// The place of the pointer, without covering the pixel.
fn cross(painter: &egui::Painter, at: Pos2) {
    let strokes = [
        Stroke::new(3.0, Color32::from_black_alpha(150)),
        Stroke::new(1.0, Color32::WHITE),
    ];
    for stroke in strokes {
        for towards in [Vec2::RIGHT, Vec2::LEFT, Vec2::UP, Vec2::DOWN] {
            painter.line_segment([at + towards * 6.0, at + towards * 14.0], stroke);
        }
    }
}
