//! A tile with vectors as a picture: areas and lines are drawn, names are told, so that they can be written upright and sharp
//! whatever the zoom.

use resvg::tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, StrokeDash, Transform,
};

use super::reason::Reason;
use super::style::{Colour, Look, Palette, look, name, rank};
use super::vector::{Feature, Form, Layer, Step, Tile};
use super::{Name, Picture};
use crate::model::place::tile::TileId;

/// Pixels across and down. A picture is shown with 360 to 720 points.
pub const SIDE: u32 = 768;
/// Pixels for a point of the screen, about.
const PIXELS: f32 = 1.5;
/// No more names of one tile are told, the most important ones.
const NAMES: usize = 60;
/// A name has at most so many letters.
const LETTERS: usize = 60;
/// A tile has no more features than this that are looked at.
const FEATURES: usize = 200_000;

/// Draws `shown`, a part of the tile `from` whose bytes these are, or all of it.
///
/// # Errors
/// When the bytes are no tile with vectors.
pub fn paint(
    bytes: &[u8],
    from: TileId,
    shown: TileId,
    palette: &Palette,
    language: &str,
) -> Result<Picture, Reason> {
    let tile = Tile::parse(bytes)?;
    let mut canvas = Pixmap::new(SIDE, SIDE).ok_or(Reason::TooLarge)?;
    canvas.fill(colour(palette.land));
    let sorted = sorted(&tile);
    for look in Look::ALL {
        let features = sorted.iter().filter(|(own, ..)| *own == look);
        draw(&mut canvas, look, features, from, shown, palette);
    }
    Ok(Picture {
        size: [SIDE, SIDE],
        names: names(&tile, from, shown, language),
        pixels: canvas.take(),
    })
}

type Drawn<'a> = (Look, Feature<'a>, u32);

fn sorted<'a>(tile: &'a Tile<'a>) -> Vec<Drawn<'a>> {
    let of_layer = |layer: &'a Layer<'a>| {
        let features = layer.features();
        features.filter_map(|feature| Some((look(layer.name, &feature)?, feature, layer.extent)))
    };
    tile.layers.iter().flat_map(of_layer).take(FEATURES).collect()
}

/// From units of a layer to pixels of the picture.
fn scale(extent: u32, from: TileId, shown: TileId) -> (f32, f32, f32) {
    let ((x, y), side) = shown.within(from);
    let pixels = f64::from(SIDE) / side;
    let unit = pixels / f64::from(extent);
    (unit as f32, (-x * pixels) as f32, (-y * pixels) as f32)
}

fn draw<'a>(
    canvas: &mut Pixmap,
    look: Look,
    features: impl Iterator<Item = &'a Drawn<'a>>,
    from: TileId,
    shown: TileId,
    palette: &Palette,
) {
    let mut paint = Paint::default();
    paint.set_color(colour(look.colour(palette)));
    paint.anti_alias = true;
    let mut lines = PathBuilder::new();
    for (_, feature, extent) in features {
        let (unit, right, down) = scale(*extent, from, shown);
        // What lies far outside is not seen, and must not cost: a tile's own edge reaches a little over it.
        let reach = i64::from(*extent) * 2;
        let at = |x: i32, y: i32| {
            let within = |value: i32| i64::from(value).clamp(-reach, reach + i64::from(*extent)) as f32;
            (within(x) * unit + right, within(y) * unit + down)
        };
        if feature.form == Form::Areas && look != Look::Other {
            let mut area = PathBuilder::new();
            add(&mut area, feature, &at);
            if let Some(area) = area.finish() {
                canvas.fill_path(&area, &paint, FillRule::EvenOdd, Transform::identity(), None);
            }
        } else {
            add(&mut lines, feature, &at);
        }
    }
    let Some(lines) = lines.finish() else { return };
    let stroke = Stroke {
        width: look.width(shown.zoom) * PIXELS,
        line_cap: if look.dashes().is_some() {
            LineCap::Butt
        } else {
            LineCap::Round
        },
        line_join: LineJoin::Round,
        dash: look
            .dashes()
            .and_then(|dashes| StrokeDash::new(dashes.map(|length| length * PIXELS).to_vec(), 0.0)),
        ..Stroke::default()
    };
    canvas.stroke_path(&lines, &paint, &stroke, Transform::identity(), None);
}

fn add(path: &mut PathBuilder, feature: &Feature<'_>, at: &impl Fn(i32, i32) -> (f32, f32)) {
    let mut is_down = false;
    for step in feature.steps() {
        match step {
            Step::To(x, y) => {
                let (x, y) = at(x, y);
                path.move_to(x, y);
                is_down = true;
            }
            Step::Line(x, y) if is_down => {
                let (x, y) = at(x, y);
                path.line_to(x, y);
            }
            Step::Close if is_down => {
                path.close();
                is_down = false;
            }
            Step::Line(..) | Step::Close => {}
        }
    }
}

fn names(tile: &Tile<'_>, from: TileId, shown: TileId, language: &str) -> Vec<Name> {
    let bounds = from.bounds();
    let width = bounds.max.0 - bounds.min.0;
    let inner = shown.bounds();
    let mut names = Vec::new();
    for layer in &tile.layers {
        for feature in layer.features() {
            let Some((rank, is_area)) = rank(layer.name, &feature, shown.zoom) else {
                continue;
            };
            let (Some(text), Some(Step::To(x, y))) = (name(&feature, language), feature.steps().next())
            else {
                continue;
            };
            let place = |value: i32| f64::from(value) / f64::from(layer.extent) * width;
            let at = (bounds.min.0 + place(x), bounds.min.1 + place(y));
            // A name that lies in the edge belongs to the tile beside.
            let is_inside =
                (inner.min.0..inner.max.0).contains(&at.0) && (inner.min.1..inner.max.1).contains(&at.1);
            if is_inside {
                names.push(Name {
                    text: text
                        .chars()
                        .filter(|letter| !letter.is_control())
                        .take(LETTERS)
                        .collect(),
                    at,
                    rank,
                    is_area,
                });
            }
        }
    }
    names.sort_by(|one, other| (one.rank, &one.text).cmp(&(other.rank, &other.text)));
    names.truncate(NAMES);
    names
}

fn colour([red, green, blue, alpha]: Colour) -> Color {
    Color::from_rgba8(red, green, blue, alpha)
}
