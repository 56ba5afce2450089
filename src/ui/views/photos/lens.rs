//! How a photo lies on the screen: zoom, the point in the middle, quarter turns. Only a view: nothing of it is
//! stored, and every point goes back to the same pixel of the original.

use egui::{Pos2, Rect, Vec2, vec2};

use crate::ui::pictures::{turned, unturned};

/// The largest zoom: one pixel of the photo on this many of the screen, in each direction.
const CLOSEST: f32 = 32.0;

/// How a photo lies on the screen.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lens {
    /// Points for a pixel of the photo; `None` shows the whole photo.
    scale: Option<f32>,
    /// The point of the unturned photo (0 to 1 across and down) in the middle of the area.
    centre: Vec2,
    /// Quarter turns clockwise.
    pub turns: u8,
}

impl Lens {
    /// The whole photo.
    pub(super) fn fit(&mut self) {
        self.scale = None;
    }

    /// How much can still be zoomed in, as a factor.
    pub(super) fn room(&self, area: Rect, pixels: [u32; 2], pixels_per_point: f32) -> f32 {
        CLOSEST / pixels_per_point / self.scale(area, pixels)
    }

    /// Whether the whole photo is shown.
    pub(super) fn is_fitted(&self) -> bool {
        self.scale.is_none()
    }

    /// Turns the view by quarter turns clockwise.
    pub(super) fn turn(&mut self, quarters: u8) {
        self.turns = (self.turns + quarters) % 4;
    }

    /// Points for a pixel of a photo of `pixels`.
    pub(super) fn scale(&self, area: Rect, pixels: [u32; 2]) -> f32 {
        self.scale.unwrap_or_else(|| self.fitting(area, pixels))
    }

    /// A photo that is smaller than the area is not blown up.
    fn fitting(&self, area: Rect, pixels: [u32; 2]) -> f32 {
        let size = self.turned_size(pixels);
        (area.width() / size.x).min(area.height() / size.y).min(1.0)
    }

    /// Pixels across and down, as it is turned.
    pub(super) fn turned_size(&self, [width, height]: [u32; 2]) -> Vec2 {
        let (width, height) = (width.max(1) as f32, height.max(1) as f32);
        if self.turns % 2 == 1 {
            vec2(height, width)
        } else {
            vec2(width, height)
        }
    }

    /// Where the turned photo lies on the screen.
    pub(super) fn rect(&self, area: Rect, pixels: [u32; 2]) -> Rect {
        let size = self.turned_size(pixels) * self.scale(area, pixels);
        let whole = Rect::from_center_size(area.center(), size);
        if self.scale.is_none() {
            return whole;
        }
        whole.translate(area.center() - turned(whole, self.centre, self.turns))
    }

    /// Zooms so that what is at `at` stays there. Zooming out ends at the whole photo.
    pub(super) fn zoom(
        &mut self,
        area: Rect,
        pixels: [u32; 2],
        factor: f32,
        at: Pos2,
        pixels_per_point: f32,
    ) {
        let before = self.rect(area, pixels);
        let fitting = self.fitting(area, pixels);
        let new = (self.scale(area, pixels) * factor).min(CLOSEST / pixels_per_point);
        if new <= fitting {
            self.fit();
            return;
        }
        let under = unturned(before, at, self.turns);
        self.scale = Some(new);
        self.centre = Vec2::splat(0.5);
        let moved = self.rect(area, pixels);
        // What would be under the pointer now is brought back by as much as it has moved.
        let shift = turned(moved, under, self.turns) - at;
        self.look_at(unturned(moved, area.center() + shift, self.turns));
    }

    /// One pixel of the photo on one of the screen with `at` where it is, or back to the whole photo.
    pub(super) fn toggle_actual(&mut self, area: Rect, pixels: [u32; 2], at: Pos2, pixels_per_point: f32) {
        if !self.is_fitted() {
            self.fit();
            return;
        }
        let actual = 1.0 / pixels_per_point;
        let scale = self.scale(area, pixels);
        // Where the whole photo is at its actual size already, closer is what helps.
        let target = if actual > scale * 1.02 {
            actual
        } else {
            scale * 2.0
        };
        self.zoom(area, pixels, target / scale, at, pixels_per_point);
    }

    /// Moves the photo by `delta` points. Some of it stays in the middle.
    pub(super) fn pan(&mut self, area: Rect, pixels: [u32; 2], delta: Vec2) {
        if self.scale.is_some() {
            let rect = self.rect(area, pixels);
            self.look_at(unturned(rect, area.center() - delta, self.turns));
        }
    }

    /// Brings the point `centre` (0 to 1 across and down the unturned photo) into the middle.
    pub(super) fn look_at(&mut self, centre: Vec2) {
        self.centre = centre.clamp(Vec2::ZERO, Vec2::splat(1.0));
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const AREA: Rect = Rect::from_min_max(pos2(100.0, 50.0), pos2(900.0, 650.0));
    const PIXELS: [u32; 2] = [4000, 3000];

    fn near(a: Vec2, b: Vec2) -> bool {
        (a - b).length() < 1e-3
    }

    #[test]
    fn the_whole_photo_is_in_the_area_however_it_is_turned() {
        for turns in 0..4 {
            let mut lens = Lens::default();
            lens.turn(turns);
            let rect = lens.rect(AREA, PIXELS);
            assert!(AREA.expand(0.01).contains_rect(rect), "{turns}: {rect:?}");
        }
    }

    #[test]
    fn a_small_photo_is_not_blown_up() {
        assert!((Lens::default().scale(AREA, [64, 48]) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_under_the_pointer_stays_there_while_zooming() {
        for turns in 0..4 {
            let mut lens = Lens::default();
            lens.turn(turns);
            let at = pos2(420.0, 300.0);
            let before = unturned(lens.rect(AREA, PIXELS), at, turns);
            for factor in [1.5, 2.0, 3.0, 0.9] {
                lens.zoom(AREA, PIXELS, factor, at, 1.0);
                let after = unturned(lens.rect(AREA, PIXELS), at, turns);
                assert!(near(before, after), "{turns} {factor}: {before:?} {after:?}");
            }
        }
    }

    #[test]
    fn zoom_ends_at_single_pixels_and_at_the_whole_photo() {
        let mut lens = Lens::default();
        for _ in 0..100 {
            lens.zoom(AREA, PIXELS, 1.5, AREA.center(), 2.0);
        }
        assert!((lens.scale(AREA, PIXELS) - CLOSEST / 2.0).abs() < 1e-3);
        for _ in 0..100 {
            lens.zoom(AREA, PIXELS, 0.5, AREA.center(), 2.0);
        }
        assert!(lens.is_fitted());
    }

    #[test]
    fn actual_size_is_one_pixel_for_one_of_the_screen_and_then_the_whole_photo_again() {
        let mut lens = Lens::default();
        lens.toggle_actual(AREA, PIXELS, AREA.center(), 1.5);
        assert!((lens.scale(AREA, PIXELS) * 1.5 - 1.0).abs() < 1e-4);
        lens.toggle_actual(AREA, PIXELS, AREA.center(), 1.5);
        assert!(lens.is_fitted());
    }

    #[test]
    fn a_photo_cannot_be_lost_by_dragging_it() {
        let mut lens = Lens::default();
        lens.zoom(AREA, PIXELS, 4.0, AREA.center(), 1.0);
        lens.pan(AREA, PIXELS, vec2(1e6, -1e6));
        let rect = lens.rect(AREA, PIXELS);
        assert!(rect.expand(0.5).contains(AREA.center()), "{rect:?}");
    }
}
