//! One picture of a comparison: which part of which region it shows, and how that is drawn.

use egui::epaint::Vertex;
use egui::text::TextFormat;
use egui::{Color32, Mesh, Rect, Shape, Ui, Vec2, pos2, vec2};
use egui_material_icons::icons;

use crate::case::MarkPictures;
use crate::model::Region;
use crate::model::id::{MarkingId, PhotoId, RegionId};
use crate::reading::Notation;
use crate::reading::glyphs::{GlyphPlace, glyph_places};
use crate::text::{t, tf};
use crate::ui::crops::{Crop, Grain};
use crate::ui::desk::Desk;
use crate::ui::script_text;
use crate::ui::theme::{Theme, Tokens, Type, space};

/// How much of a tile the character fills.
const FILLS: f32 = 0.8;
/// How much of a tile a whole mark fills.
const FILLS_WHOLE: f32 = 0.94;

/// Which part of which region a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellId {
    region: RegionId,
    /// The first byte of the character in the transcription; none for a whole mark.
    at: Option<usize>,
}

/// A part of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its mark.
    pub marking: MarkingId,
    /// The place of the mark among those that are compared.
    mark: usize,
    photo: PhotoId,
    region: RegionId,
    at: Option<usize>,
    /// Left, top, width, height as shares of the region as it is shown.
    area: [f32; 4],
    /// Degrees clockwise by which it is turned there.
    turn: u16,
}

/// The characters of the marks, and how many pictures of each there are; the most frequent first.
pub fn characters(marks: &[MarkPictures]) -> Vec<(char, usize)> {
    let mut counted: Vec<(char, usize)> = Vec::new();
    for mark in marks {
        for region in &mark.regions {
            for place in places(mark, region) {
                match counted.iter_mut().find(|(known, _)| *known == place.character) {
                    Some((_, count)) => *count += 1,
                    None => counted.push((place.character, 1)),
                }
            }
        }
    }
    counted.sort_by_key(|(character, count)| (std::cmp::Reverse(*count), *character));
    counted
}

/// Every picture of `character`; without one, every picture of a mark.
pub fn cells(marks: &[MarkPictures], character: Option<char>) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (nth, mark) in marks.iter().enumerate() {
        for region in &mark.regions {
            let cell = |at, area, turn| Cell {
                marking: mark.mark.row.id,
                mark: nth,
                photo: region.photo,
                region: region.id,
                at,
                area,
                turn,
            };
            let Some(character) = character else {
                cells.push(cell(None, [0.0, 0.0, 1.0, 1.0], 0));
                continue;
            };
            let inner = close_box(region);
            for place in places(mark, region) {
                if place.character == character {
                    cells.push(cell(Some(place.at), within(inner, place.area), place.turn));
                }
            }
        }
    }
    cells
}

fn places(mark: &MarkPictures, region: &Region) -> Vec<GlyphPlace> {
    let Some(text) = mark.mark.row.text.as_deref() else {
        return Vec::new();
    };
    let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
    // Who turned a region by so much turned it to read it.
    let is_upright = (45.0..=315.0).contains(&region.angle.rem_euclid(360.0));
    glyph_places(&notation, is_upright)
}

/// A part of a part.
fn within([x, y, w, h]: [f32; 4], [left, top, width, height]: [f32; 4]) -> [f32; 4] {
    [x + left * w, y + top * h, width * w, height * h]
}

/// Where the mark lies in its region as it is shown: a region that is drawn around a tilted mark has corners without it,
/// and turning it upright adds more.
fn close_box(region: &Region) -> [f32; 4] {
    const WHOLE: [f32; 4] = [0.0, 0.0, 1.0, 1.0];
    let is_straight = region.view.is_some_and(|view| view.corners.is_some());
    let quarters = (region.angle / 90.0).round();
    let rest = (region.angle - 90.0 * quarters).to_radians().abs();
    if is_straight || rest < 0.01 {
        return WHOLE;
    }
    let (mut width, mut height) = (f64::from(region.width), f64::from(region.height));
    if quarters.rem_euclid(2.0) == 1.0 {
        std::mem::swap(&mut width, &mut height);
    }
    let (sin, cos) = rest.sin_cos();
    // Near 45 degrees the two sides can't be told from each other.
    let apart = cos * cos - sin * sin;
    let mark = vec2(
        ((width * cos - height * sin) / apart) as f32,
        ((height * cos - width * sin) / apart) as f32,
    );
    if apart < 0.2 || mark.x <= 0.0 || mark.y <= 0.0 {
        return WHOLE;
    }
    let shown = vec2(
        (width * cos + height * sin) as f32,
        (width * sin + height * cos) as f32,
    );
    let share = mark / shown;
    [(1.0 - share.x) / 2.0, (1.0 - share.y) / 2.0, share.x, share.y]
}

/// From the pixels of a crop to the screen.
struct Lay {
    /// The middle of the character in pixels of the crop.
    middle: Vec2,
    scale: f32,
    /// Points that the character is high.
    height: f32,
}

impl Cell {
    /// Which it is.
    pub fn id(&self) -> CellId {
        CellId {
            region: self.region,
            at: self.at,
        }
    }

    /// What it is of, in words.
    pub fn name(&self, marks: &[MarkPictures]) -> String {
        let Some(mark) = marks.get(self.mark) else {
            return String::new();
        };
        let text = mark.mark.row.text.as_deref().filter(|text| !text.is_empty());
        let mut parts = vec![text.unwrap_or_else(|| t("markings-not-transcribed")).to_owned()];
        let component = mark.mark.row.component_title.as_deref().unwrap_or_default();
        for part in [component, &mark.mark.weapon, &mark.mark.strike] {
            if !part.is_empty() {
                parts.push(part.to_owned());
            }
        }
        if let Some(at) = self.at {
            let nth = mark
                .mark
                .row
                .text
                .as_deref()
                .map_or(0, |text| text[..at.min(text.len())].chars().count());
            parts.push(tf("strip-cell-place", &[("place", (nth + 1).into())]));
        }
        parts.join(", ")
    }

    fn lay(&self, crop: Vec2, room: Rect, zoom: f32) -> Lay {
        let [x, y, w, h] = self.area;
        let size = vec2(w, h) * crop;
        let upright = if self.turn.is_multiple_of(180) {
            size
        } else {
            size.yx()
        };
        let fills = if self.at.is_some() { FILLS } else { FILLS_WHOLE };
        let fit = (room.width() / upright.x.max(1.0)).min(room.height() / upright.y.max(1.0));
        let scale = fit * fills * zoom;
        Lay {
            middle: (vec2(x, y) + vec2(w, h) / 2.0) * crop,
            scale,
            height: upright.y * scale,
        }
    }

    /// How high the character is drawn, in points.
    pub fn height(&self, desk: &mut Desk, room: Rect, zoom: f32) -> f32 {
        match desk.crops.get(&desk.link, self.photo, self.region, Grain::Fine) {
            Crop::Ready(texture) => self.lay(texture.size_vec2(), room, zoom).height,
            Crop::Loading | Crop::Missing(_) => room.height(),
        }
    }
}

/// Draws a picture in `room`, in the light of `tint`, moved by so many heights of its character.
pub fn paint(ui: &Ui, desk: &mut Desk, room: Rect, (cell, zoom, shift): (&Cell, f32, Vec2), tint: Color32) {
    let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
    // What is laid over another picture brings no ground of its own.
    if tint == Color32::WHITE || (tint.r() == 0 && tint.a() == 0) {
        let ground = if tint == Color32::WHITE {
            Theme::Dark.tokens().sunken
        } else {
            Color32::BLACK
        };
        painter.rect_filled(room, 3.0, ground);
    }
    let Crop::Ready(texture) = desk.crops.get(&desk.link, cell.photo, cell.region, Grain::Fine) else {
        return;
    };
    let crop = texture.size_vec2();
    let lay = cell.lay(crop, room, zoom);
    let (sin, cos) = (-f32::from(cell.turn)).to_radians().sin_cos();
    let mut mesh = Mesh::with_texture(texture.id());
    for uv in [pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 1.0), pos2(0.0, 1.0)] {
        let from = (uv.to_vec2() * crop - lay.middle) * lay.scale;
        let turned = vec2(from.x * cos - from.y * sin, from.x * sin + from.y * cos);
        mesh.vertices.push(Vertex {
            pos: room.center() + turned + shift * lay.height,
            uv,
            color: tint,
        });
    }
    mesh.indices.extend([0, 1, 2, 0, 2, 3]);
    painter.add(Shape::mesh(mesh));
}

/// What a picture is of: what was read, and on what it is.
pub fn caption(ui: &Ui, cell: &Cell, marks: &[MarkPictures], rect: Rect, is_pinned: bool) {
    let Some(mark) = marks.get(cell.mark) else { return };
    let tokens = Tokens::of(ui);
    let text = mark.mark.row.text.as_deref().filter(|text| !text.is_empty());
    let at = rect.min + vec2(2.0, space::XS);
    let mut width = rect.width() - 4.0;
    if is_pinned {
        width -= 20.0;
        ui.painter().text(
            pos2(rect.right() - 2.0, at.y),
            egui::Align2::RIGHT_TOP,
            icons::ICON_KEEP.codepoint,
            egui::FontId::new(16.0, icons::ICON_KEEP.font_family()),
            tokens.accent,
        );
    }
    let one = |text: &str, kind: Type, ink: Color32, down: f32| {
        let format = TextFormat::simple(kind.font(tokens), ink);
        script_text::paint_line(ui, text, format, at + vec2(0.0, down), width);
    };
    one(
        text.unwrap_or_else(|| t("markings-not-transcribed")),
        Type::Mono,
        tokens.text_strong,
        0.0,
    );
    let component = mark.mark.row.component_title.as_deref().unwrap_or_default();
    let place: Vec<&str> = [component, &mark.mark.strike]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    one(&place.join(" · "), Type::Small, tokens.text_weak, 19.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{MarkingRow, SeenElsewhere};

    fn mark(text: &str, regions: Vec<Region>) -> MarkPictures {
        MarkPictures {
            mark: SeenElsewhere {
                row: MarkingRow {
                    text: Some(text.to_owned()),
                    transcriptions: 1,
                    ..MarkingRow::default()
                },
                weapon: String::new(),
                strike: String::new(),
            },
            regions,
        }
    }

    fn region(width: u32, height: u32, angle: f64) -> Region {
        Region {
            width,
            height,
            angle,
            ..Region::default()
        }
    }

    #[test]
    fn a_character_is_shown_from_every_mark_and_every_photo_of_it() {
        let marks = [
            mark("113", vec![region(30, 10, 0.0), region(60, 20, 0.0)]),
            mark("2317", vec![region(40, 10, 0.0)]),
        ];
        assert_eq!(characters(&marks)[0], ('1', 5));
        assert_eq!(cells(&marks, Some('3')).len(), 3);
        assert_eq!(cells(&marks, None).len(), 3);
        assert!(cells(&marks, Some('9')).is_empty());
    }

    #[test]
    fn a_tilted_mark_is_found_in_the_middle_of_its_turned_region() {
        let (sin, cos) = 20_f64.to_radians().sin_cos();
        let around = region(
            (1000.0 * cos + 200.0 * sin).round() as u32,
            (1000.0 * sin + 200.0 * cos).round() as u32,
            -20.0,
        );
        let shown = vec2(
            (f64::from(around.width) * cos + f64::from(around.height) * sin) as f32,
            (f64::from(around.width) * sin + f64::from(around.height) * cos) as f32,
        );
        let [x, y, w, h] = close_box(&around);
        assert!((w * shown.x - 1000.0).abs() < 3.0 && (h * shown.y - 200.0).abs() < 3.0);
        assert!((x + w / 2.0 - 0.5).abs() < 1e-4 && (y + h / 2.0 - 0.5).abs() < 1e-4);
        assert_eq!(close_box(&region(100, 50, 90.0)), [0.0, 0.0, 1.0, 1.0]);
        assert_eq!(close_box(&region(100, 50, 44.0)), [0.0, 0.0, 1.0, 1.0]);
    }

    #[test]
    fn pictures_of_a_character_are_all_as_large_as_each_other() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(160.0, 120.0));
        let marks = [mark("113", vec![region(30, 10, 0.0)])];
        let cell = &cells(&marks, Some('3'))[0];
        let small = cell.lay(vec2(90.0, 30.0), room, 1.0);
        let large = cell.lay(vec2(900.0, 300.0), room, 1.0);
        assert!((small.height - large.height).abs() < 1e-3);
        assert!((small.middle.x - 75.0).abs() < 1e-3);
    }
}
