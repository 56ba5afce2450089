//! What of the picture is in view: all of it where it can be read so, else its beginning, until somebody moves or zooms.

use egui::{Pos2, Rect, Ui, Vec2, pos2, vec2};

/// How near and how far it can be looked at.
const NEAREST: f32 = 2.0;
const FARTHEST: f32 = 0.35;
/// Smaller than this it is not drawn until somebody asks for it: letters must be read.
const READABLE: f32 = 0.85;
/// So much of the picture stays in view.
const KEPT: f32 = 80.0;
/// How much nearer one press brings.
pub const STEP: f32 = 1.25;

/// Where the picture's top left corner is, and how large it is drawn; `None` until somebody moves it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Camera(Option<View>);

/// What is in view in one frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Points of the screen for each point of the picture.
    pub zoom: f32,
    /// Where the picture begins, from the corner of its area.
    pub at: Vec2,
}

impl View {
    /// All of it, but not smaller than `least`.
    fn whole(size: Vec2, room: Vec2, least: f32) -> Self {
        let zoom = (room.y / size.y).min(room.x / size.x).clamp(least, 1.0);
        let left = ((room.x - size.x * zoom) / 2.0).max(0.0);
        // What is low stands near the top, where one begins to read.
        let top = ((room.y - size.y * zoom) / 2.0).clamp(0.0, 48.0);
        Self {
            zoom,
            at: vec2(left, top),
        }
    }

    /// A place of the picture on the screen.
    pub fn on_screen(&self, area: Rect, place: Pos2) -> Pos2 {
        area.min + self.at + place.to_vec2() * self.zoom
    }
}

impl Camera {
    /// What is in view of a picture of `size` in `room`.
    pub fn view(&self, size: Vec2, room: Vec2) -> View {
        self.0.unwrap_or_else(|| View::whole(size, room, READABLE))
    }

    /// Shows all of it.
    pub fn fit(&mut self, size: Vec2, room: Vec2) {
        self.0 = Some(View::whole(size, room, FARTHEST));
    }

    /// Zooms about a place of the area.
    pub fn zoom(&mut self, size: Vec2, room: Vec2, by: f32, about: Vec2) {
        let view = self.view(size, room);
        let zoom = (view.zoom * by).clamp(FARTHEST, NEAREST);
        let at = about - (about - view.at) * (zoom / view.zoom);
        self.set(size, room, View { zoom, at });
    }

    /// Moves what is in view.
    pub fn pan(&mut self, size: Vec2, room: Vec2, by: Vec2) {
        let view = self.view(size, room);
        self.set(
            size,
            room,
            View {
                at: view.at + by,
                ..view
            },
        );
    }

    /// Moves until a place of the picture, with what is around it, is in view.
    pub fn reveal(&mut self, size: Vec2, room: Vec2, place: Rect) {
        let view = self.view(size, room);
        let corner = |at: Pos2| view.at + at.to_vec2() * view.zoom;
        let (min, max) = (corner(place.min), corner(place.max));
        let inside = |min: f32, max: f32, room: f32| {
            if min < 0.0 || max - min > room {
                -min
            } else {
                (room - max).min(0.0)
            }
        };
        let by = vec2(inside(min.x, max.x, room.x), inside(min.y, max.y, room.y));
        if by != Vec2::ZERO {
            self.pan(size, room, by);
        }
    }

    fn set(&mut self, size: Vec2, room: Vec2, view: View) {
        let least = vec2(KEPT, KEPT) - size * view.zoom;
        let at = view.at.max(least).min(room - vec2(KEPT, KEPT));
        self.0 = Some(View { at, ..view });
    }

    /// What the wheel, a pinch and a drag ask for: the wheel moves, with Ctrl it zooms.
    pub fn heed(&mut self, ui: &Ui, ground: &egui::Response, size: Vec2) {
        let (area, room) = (ground.rect, ground.rect.size());
        if ground.dragged() {
            self.pan(size, room, ground.drag_delta());
        }
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        if !area.contains(pointer) || !ui.rect_contains_pointer(area) {
            return;
        }
        let (delta, nearer) = ui.input_mut(|input| {
            let delta = std::mem::take(&mut input.smooth_scroll_delta);
            (delta, input.zoom_delta())
        });
        if (nearer - 1.0).abs() > f32::EPSILON {
            self.zoom(size, room, nearer, pointer - area.min);
        } else if delta != Vec2::ZERO {
            self.pan(size, room, delta);
        }
    }
}

/// The middle of a room, about which keys zoom.
pub fn middle(room: Vec2) -> Vec2 {
    pos2(room.x / 2.0, room.y / 2.0).to_vec2()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Vec2 = vec2(800.0, 500.0);

    #[test]
    fn letters_are_large_enough_at_first_and_all_is_in_view_when_asked_for() {
        let small = vec2(800.0, 300.0);
        let size = vec2(800.0, 1000.0);
        let mut camera = Camera::default();
        assert!((camera.view(small, ROOM).zoom - 1.0).abs() < 0.01);
        assert!((camera.view(size, ROOM).zoom - READABLE).abs() < 0.01);
        camera.zoom(size, ROOM, STEP, middle(ROOM));
        assert!(camera.view(size, ROOM).zoom > READABLE);
        camera.fit(size, ROOM);
        assert!((camera.view(size, ROOM).zoom * size.y - ROOM.y).abs() < 0.1);
    }

    #[test]
    fn a_place_under_the_pointer_stays_there_while_one_zooms() {
        let size = vec2(800.0, 2000.0);
        let mut camera = Camera::default();
        let about = vec2(300.0, 200.0);
        let before = camera.view(size, ROOM);
        let place = (about - before.at) / before.zoom;
        camera.zoom(size, ROOM, 1.3, about);
        let after = camera.view(size, ROOM);
        let there = after.at + place * after.zoom;
        assert!((there - about).length() < 0.01, "{there:?}");
    }

    #[test]
    fn what_is_chosen_is_brought_into_view_and_the_picture_is_never_lost() {
        let size = vec2(800.0, 5000.0);
        let mut camera = Camera::default();
        let low = Rect::from_min_size(pos2(20.0, 4800.0), vec2(200.0, 44.0));
        camera.reveal(size, ROOM, low);
        let view = camera.view(size, ROOM);
        let top = view.at.y + low.top() * view.zoom;
        assert!(top >= 0.0 && top + 44.0 * view.zoom <= ROOM.y + 0.1, "{top}");
        for _ in 0..100 {
            camera.pan(size, ROOM, vec2(900.0, 900.0));
        }
        let view = camera.view(size, ROOM);
        assert!(view.at.x < ROOM.x && view.at.y < ROOM.y, "{view:?}");
    }
}
