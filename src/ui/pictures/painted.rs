//! A picture in textures, and how it is drawn: whole, turned, a part of it, or through a round glass.

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, TextureHandle, Vec2, pos2, vec2};

use super::tiles::Place;

/// Corners of the polygon that stands for a circle.
const ROUND: usize = 72;

/// A picture in textures.
pub struct Painted {
    /// Width and height in pixels.
    pub size: [usize; 2],
    tiles: Vec<(Place, TextureHandle)>,
}

impl Painted {
    /// A picture of `size` pixels of which nothing is there yet.
    pub(super) fn new(size: [usize; 2]) -> Self {
        Self {
            size,
            tiles: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, place: Place, texture: TextureHandle) {
        self.tiles.push((place, texture));
    }

    /// Draws the whole picture into `rect`, turned by `turns` quarter turns clockwise about its middle; the
    /// sides of `rect` are those after turning.
    pub fn paint(&self, painter: &Painter, rect: Rect, turns: u8) {
        for (place, texture) in &self.tiles {
            let shown = self.on_screen(*place, rect, turns);
            if painter.clip_rect().intersects(shown) {
                let corners = [
                    shown.left_top(),
                    shown.right_top(),
                    shown.right_bottom(),
                    shown.left_bottom(),
                ];
                painter.add(polygon(texture, &corners, shown, turns));
            }
        }
    }

    /// Draws what of the picture in `rect` is seen through a round glass.
    pub fn paint_round(&self, painter: &Painter, rect: Rect, turns: u8, (middle, radius): (Pos2, f32)) {
        let circle: Vec<Pos2> = (0..ROUND)
            .map(|step| middle + radius * Vec2::angled(step as f32 / ROUND as f32 * std::f32::consts::TAU))
            .collect();
        for (place, texture) in &self.tiles {
            let shown = self.on_screen(*place, rect, turns);
            let part = cut(&circle, shown);
            if part.len() > 2 {
                painter.add(polygon(texture, &part, shown, turns));
            }
        }
    }

    /// Draws the part `part` (in pixels of this picture) into `rect`.
    pub fn paint_part(&self, painter: &Painter, rect: Rect, part: Rect) {
        let scale = vec2(rect.width() / part.width(), rect.height() / part.height());
        let whole = Rect::from_min_size(
            rect.min - part.min.to_vec2() * scale,
            vec2(self.size[0] as f32, self.size[1] as f32) * scale,
        );
        self.paint(
            &painter.with_clip_rect(rect.intersect(painter.clip_rect())),
            whole,
            0,
        );
    }

    /// Where a tile lies when the turned picture fills `rect`.
    fn on_screen(&self, place: Place, rect: Rect, turns: u8) -> Rect {
        let part = place.part_of(self.size);
        Rect::from_two_pos(
            turned(rect, part.min.to_vec2(), turns),
            turned(rect, part.max.to_vec2(), turns),
        )
    }

    pub(super) fn bytes(&self) -> usize {
        self.size[0] * self.size[1] * 4
    }

    pub(super) fn is_whole(&self) -> bool {
        self.tiles.len() == Place::count(self.size)
    }

    /// Whether all of `part` (0 to 1 across and down) is there.
    pub(super) fn covers(&self, part: Rect) -> bool {
        let held = |place: Place| self.tiles.iter().any(|(other, _)| *other == place);
        Place::all(self.size).all(|place| held(place) || !place.part_of(self.size).intersects(part))
    }
}

/// A convex part of a tile that lies at `shown`.
fn polygon(texture: &TextureHandle, corners: &[Pos2], shown: Rect, turns: u8) -> Shape {
    let mut mesh = Mesh::with_texture(texture.id());
    for corner in corners {
        mesh.vertices.push(Vertex {
            pos: *corner,
            uv: unturned(shown, *corner, turns).to_pos2(),
            color: Color32::WHITE,
        });
    }
    for last in 2..corners.len() as u32 {
        mesh.indices.extend([0, last - 1, last]);
    }
    Shape::mesh(mesh)
}

/// The part of a convex polygon that lies in `rect`.
fn cut(polygon: &[Pos2], rect: Rect) -> Vec<Pos2> {
    // How far a point lies inside of each side.
    let sides: [fn(Pos2, Rect) -> f32; 4] = [
        |at, rect| at.x - rect.left(),
        |at, rect| rect.right() - at.x,
        |at, rect| at.y - rect.top(),
        |at, rect| rect.bottom() - at.y,
    ];
    let mut left = polygon.to_vec();
    for inside in sides {
        let mut next = Vec::with_capacity(left.len() + 2);
        for (place, &to) in left.iter().enumerate() {
            let from = left[(place + left.len() - 1) % left.len()];
            let (before, after) = (inside(from, rect), inside(to, rect));
            if (before < 0.0) != (after < 0.0) {
                next.push(from + (to - from) * (before / (before - after)));
            }
            if after >= 0.0 {
                next.push(to);
            }
        }
        left = next;
    }
    left
}

/// Where the point `at` (0 to 1 across and down the unturned picture) lies in `rect`, whose sides are those
/// after `turns` quarter turns clockwise.
#[must_use]
pub fn turned(rect: Rect, at: Vec2, turns: u8) -> Pos2 {
    let at = match turns % 4 {
        0 => at,
        1 => vec2(1.0 - at.y, at.x),
        2 => vec2(1.0 - at.x, 1.0 - at.y),
        _ => vec2(at.y, 1.0 - at.x),
    };
    rect.min + at * rect.size()
}

/// The inverse of [`turned`]: the point of the unturned picture (0 to 1 across and down) at `pos`.
#[must_use]
pub fn unturned(rect: Rect, pos: Pos2, turns: u8) -> Vec2 {
    let at = (pos - rect.min) / rect.size();
    match turns % 4 {
        0 => at,
        1 => vec2(at.y, 1.0 - at.x),
        2 => vec2(1.0 - at.x, 1.0 - at.y),
        _ => vec2(1.0 - at.y, at.x),
    }
}

/// The part of a picture (0 to 1 across and down) that is seen in `view` when the turned picture fills `rect`.
#[must_use]
pub fn part_in_view(rect: Rect, view: Rect, turns: u8) -> Rect {
    let seen = rect.intersect(view);
    if !seen.is_positive() {
        return Rect::NOTHING;
    }
    Rect::from_two_pos(
        unturned(rect, seen.min, turns).to_pos2(),
        unturned(rect, seen.max, turns).to_pos2(),
    )
    .intersect(Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_point_turns_back() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(300.0, 200.0));
        for turns in 0..4 {
            let at = vec2(0.25, 0.75);
            let back = unturned(rect, turned(rect, at, turns), turns);
            assert!((back - at).length() < 1e-5, "{turns}: {back:?}");
        }
        assert_eq!(turned(rect, vec2(0.0, 0.0), 1), rect.right_top());
        assert_eq!(turned(rect, vec2(0.0, 0.0), 2), rect.right_bottom());
        assert_eq!(turned(rect, vec2(0.0, 0.0), 3), rect.left_bottom());
    }

    #[test]
    fn the_part_in_view_is_of_the_unturned_picture() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 400.0));
        let top = Rect::from_min_size(pos2(-50.0, -50.0), vec2(300.0, 150.0));
        // Turned clockwise, what is at the top is the picture's left edge.
        let part = part_in_view(rect, top, 1);
        assert_eq!(part, Rect::from_min_max(pos2(0.0, 0.0), pos2(0.25, 1.0)));
        let away = Rect::from_min_size(pos2(900.0, 0.0), vec2(10.0, 10.0));
        assert_eq!(part_in_view(rect, away, 1), Rect::NOTHING);
    }

    #[test]
    fn a_circle_is_cut_at_the_edge_of_a_tile() {
        let circle: Vec<Pos2> = (0..ROUND)
            .map(|step| {
                pos2(0.0, 0.0) + 10.0 * Vec2::angled(step as f32 / ROUND as f32 * std::f32::consts::TAU)
            })
            .collect();
        let quarter = cut(&circle, Rect::from_min_max(pos2(0.0, 0.0), pos2(50.0, 50.0)));
        let area = quarter.windows(2).map(|pair| {
            let [a, b] = [pair[0].to_vec2(), pair[1].to_vec2()];
            (a.x * b.y - a.y * b.x) / 2.0
        });
        let area: f32 = area.sum::<f32>().abs();
        assert!((area - 78.5).abs() < 1.0, "{area}");
        let outside = Rect::from_min_max(pos2(20.0, 20.0), pos2(50.0, 50.0));
        assert!(cut(&circle, outside).is_empty());
    }
}
