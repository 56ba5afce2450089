//! The tiles of an area as one picture: for figures.

use image::RgbaImage;
use image::imageops::{FilterType, resize};

use super::style::Palette;
use super::{BaseMap, Facts, Kind, Name, Reason};
use crate::model::place::mercator::{Bounds, WORLD};
use crate::model::place::tile::TileId;

/// A figure is made of at most so many tiles: what is larger is drawn from the zoom above.
const PICTURES: usize = 256;
const VECTORS: usize = 64;
/// Pixels of a tile's side in the picture, at most: with as many tiles as there may be it stays under 300 MB.
const SIDE: u32 = 512;
/// Pixels for a unit of the drawing, about: letters in tiles stay large enough to be read.
const DENSITY: f64 = std::f64::consts::SQRT_2;

/// The tiles of an area.
#[derive(Debug, Clone)]
pub struct Mosaic {
    /// The picture, as a PNG file.
    pub png: Vec<u8>,
    /// Where it lies on the square; it may leave the square in the east.
    pub bounds: Bounds,
    /// Names of places on it, the most important first; each stands where it is seen.
    pub names: Vec<Name>,
    /// What the map says of itself.
    pub facts: Facts,
    /// How many of its tiles can't be read.
    pub damaged: usize,
}

/// The zoom of tiles that fits a scale: as many pixels as there are points at a `density` of 1.
#[must_use]
pub fn zoom_for(facts: &Facts, zoom: f64, tile_side: u32, density: f64) -> u8 {
    let shift = match facts.kind {
        Kind::Raster => (WORLD / f64::from(tile_side.max(1)) * density).log2(),
        // Pictures of vectors are shown with about 512 points, whatever their pixels.
        Kind::Vector => -1.0,
    };
    (zoom + shift)
        .round()
        .clamp(f64::from(facts.min_zoom), f64::from(facts.deepest())) as u8
}

/// Puts the tiles of an area together, for a drawing with `zoom`. `None` when the map has none there.
///
/// # Errors
/// When the file can't be read.
pub fn mosaic(
    map: &mut BaseMap,
    area: Bounds,
    zoom: f64,
    palette: &Palette,
    language: &str,
) -> Result<Option<Mosaic>, Reason> {
    let facts = map.facts().clone();
    let most = match facts.kind {
        Kind::Raster => PICTURES,
        Kind::Vector => VECTORS,
    };
    let mut level = zoom_for(&facts, zoom, 256, DENSITY);
    while level > facts.min_zoom && TileId::covering(area, level, most + 1).len() > most {
        level -= 1;
    }
    let tiles = TileId::covering(area, level, most);
    let Some(bounds) = around(&tiles) else {
        return Ok(None);
    };
    let count = f64::from(1_u32 << level);
    let across = |length: f64| (length * count).round() as u32;
    let (mut side, mut picture, mut names, mut damaged) = (0, RgbaImage::default(), Vec::new(), 0);
    for (tile, turn) in tiles {
        let read = match map.picture(tile, palette, language) {
            Ok(read) => read,
            Err(reason) if reason.is_of_file() => return Err(reason),
            Err(_) => {
                damaged += 1;
                continue;
            }
        };
        let Some(read) = read else { continue };
        let Some(mut pixels) = RgbaImage::from_raw(read.size[0], read.size[1], unmultiplied(read.pixels))
        else {
            continue;
        };
        if side == 0 {
            side = match facts.kind {
                Kind::Raster => read.size[0].clamp(1, SIDE),
                Kind::Vector => read.size[0],
            };
            let width = across(bounds.max.0 - bounds.min.0) * side;
            picture = RgbaImage::new(width, across(bounds.max.1 - bounds.min.1) * side);
        }
        if pixels.dimensions() != (side, side) {
            pixels = resize(&pixels, side, side, FilterType::Triangle);
        }
        let own = tile.bounds();
        let x = across(own.min.0 + turn - bounds.min.0) * side;
        let y = across(own.min.1 - bounds.min.1) * side;
        image::imageops::replace(&mut picture, &pixels, x.into(), y.into());
        names.extend(read.names.into_iter().map(|name| Name {
            at: (name.at.0 + turn, name.at.1),
            ..name
        }));
    }
    if side == 0 {
        return Ok(None);
    }
    names.sort_by_key(|name| name.rank);
    let mut png = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut png, image::ImageFormat::Png)
        .map_err(|_| Reason::TooLarge)?;
    Ok(Some(Mosaic {
        png: png.into_inner(),
        bounds,
        names,
        facts,
        damaged,
    }))
}

/// The rectangle of all these tiles.
fn around(tiles: &[(TileId, f64)]) -> Option<Bounds> {
    tiles
        .iter()
        .map(|(tile, turn)| {
            let bounds = tile.bounds();
            Bounds {
                min: (bounds.min.0 + turn, bounds.min.1),
                max: (bounds.max.0 + turn, bounds.max.1),
            }
        })
        .reduce(|one, other| Bounds {
            min: (one.min.0.min(other.min.0), one.min.1.min(other.min.1)),
            max: (one.max.0.max(other.max.0), one.max.1.max(other.max.1)),
        })
}

/// The alpha taken out of the colours again, as files have it.
fn unmultiplied(mut pixels: Vec<u8>) -> Vec<u8> {
    for pixel in pixels.chunks_exact_mut(4) {
        let alpha = u16::from(pixel[3]);
        if alpha != 0 && alpha != 255 {
            for value in &mut pixel[..3] {
                *value = (u16::from(*value) * 255 / alpha).min(255) as u8;
            }
        }
    }
    pixels
}
