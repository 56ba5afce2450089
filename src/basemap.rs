//! Base maps: tiles of a map that somebody has as a file, read without a network. MBTiles and PMTiles, each
//! with pictures or with [vectors](vector), of which a picture is drawn in a quiet style of our own.
//!
//! Such a file comes from anywhere: every length in it is checked before it is believed, and what it may cost is limited. A
//! file that can't be read is refused with its name and a reason; a tile that can't be read is one tile less.

mod mbtiles;
mod mosaic;
pub mod paint;
pub mod pmtiles;
mod reason;
pub mod style;
mod unpack;
pub mod vector;

use std::io::Read;
use std::path::{Path, PathBuf};

pub use mosaic::{Mosaic, mosaic, zoom_for};
pub use reason::{Reason, Refused};

use self::paint::paint;
use self::style::Palette;
use crate::intake::decode::{Limits, decode};
use crate::model::place::mercator::{Bounds, Spot};
use crate::model::place::tile::TileId;

/// The ends of the names of such files.
pub const EXTENSIONS: [&str; 2] = ["mbtiles", "pmtiles"];

/// A tile has at most so many bytes in its file, and so many unpacked. The largest in use have about 2 MB.
const TILE_BYTES: u64 = 16 << 20;
/// A tile that is a picture has at most so many pixels; usual are 256 x 256 and 512 x 512.
const TILE_PIXELS: u64 = 2048 * 2048;
/// Vectors are drawn for so many zooms beyond the deepest of the file; from there on the picture is enlarged.
const VECTORS_BEYOND: u8 = 5;

/// Whether a file is a base map by its name.
#[must_use]
pub fn is_base_map(file: &Path) -> bool {
    let end = file.extension().unwrap_or_default();
    EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// What the tiles are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Pictures.
    Raster,
    /// Lines, areas and points ([Mapbox Vector Tile 2.1](https://github.com/mapbox/vector-tile-spec/tree/master/2.1)).
    Vector,
}

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// What it is called: by itself, or else the file's name.
    pub name: String,
    /// Who made it, as its licence asks to be shown; empty when it says nothing.
    pub attribution: String,
    /// What its tiles are.
    pub kind: Kind,
    /// The lowest zoom with tiles.
    pub min_zoom: u8,
    /// The deepest zoom with tiles, not below `min_zoom`.
    pub max_zoom: u8,
    /// What it covers, if it says so.
    pub bounds: Option<Bounds>,
}

impl Facts {
    /// The deepest zoom of which pictures can be had: vectors are drawn beyond the file's own.
    #[must_use]
    pub fn deepest(&self) -> u8 {
        match self.kind {
            Kind::Raster => self.max_zoom,
            Kind::Vector => self.max_zoom + VECTORS_BEYOND,
        }
    }
}

/// The name of a place, to be written over the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands on the square.
    pub at: Spot,
    /// How important it is: the smaller, the more.
    pub rank: u16,
    /// Whether it is that of a country or a part of one.
    pub is_area: bool,
}

/// A tile as pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Pixels across and down.
    pub size: [u32; 2],
    /// Red, green, blue and alpha, 8 bits each, alpha multiplied in.
    pub pixels: Vec<u8>,
    /// Names of places on it.
    pub names: Vec<Name>,
}

enum Tiles {
    Mb(mbtiles::MbTiles),
    Pm(pmtiles::PmTiles),
}

/// An open file of tiles.
pub struct BaseMap {
    file: PathBuf,
    facts: Facts,
    tiles: Tiles,
}

impl BaseMap {
    /// Opens a file, whatever it is called.
    ///
    /// # Errors
    /// When it is no such file, can't be read, or holds what this program can't show.
    pub fn open(file: &Path) -> Result<Self, Refused> {
        Self::try_open(file).map_err(|reason| Refused::new(file, reason))
    }

    fn try_open(file: &Path) -> Result<Self, Reason> {
        let mut start = Vec::new();
        std::fs::File::open(file)?.take(16).read_to_end(&mut start)?;
        let (mut facts, tiles) = if start.starts_with(pmtiles::MAGIC) {
            let (facts, tiles) = pmtiles::PmTiles::open(file)?;
            (facts, Tiles::Pm(tiles))
        } else if start.starts_with(b"SQLite format 3\0") {
            let (facts, tiles) = mbtiles::MbTiles::open(file)?;
            (facts, Tiles::Mb(tiles))
        } else {
            return Err(Reason::Foreign);
        };
        if facts.name.is_empty() {
            facts.name = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
        }
        Ok(Self {
            file: file.to_owned(),
            facts,
            tiles,
        })
    }

    /// What it says of itself.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The bytes of a tile, unpacked. `None` when the file has none there.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn tile(&mut self, tile: TileId) -> Result<Option<Vec<u8>>, Reason> {
        if !(self.facts.min_zoom..=self.facts.max_zoom).contains(&tile.zoom) {
            return Ok(None);
        }
        match &mut self.tiles {
            Tiles::Mb(tiles) => tiles.tile(tile),
            Tiles::Pm(tiles) => tiles.tile(tile),
        }
    }

    /// The picture of a tile; vectors are drawn in the colours of `palette`, with names in `language` (a code of ISO 639-1) where
    /// the file has them.
    ///
    /// # Errors
    /// When the tile can't be read.
    pub fn picture(
        &mut self,
        tile: TileId,
        palette: &Palette,
        language: &str,
    ) -> Result<Option<Picture>, Reason> {
        match self.facts.kind {
            Kind::Raster => self.tile(tile)?.map(|bytes| raster(&bytes)).transpose(),
            Kind::Vector => {
                let from = tile.ancestor(self.facts.max_zoom);
                let Some(bytes) = self.tile(from)? else {
                    return Ok(None);
                };
                paint(&bytes, from, tile, palette, language).map(Some)
            }
        }
    }
}

/// A tile that is a picture, decoded.
fn raster(bytes: &[u8]) -> Result<Picture, Reason> {
    let limits = Limits { pixels: TILE_PIXELS };
    let picture = decode(bytes, &limits).map_err(Reason::Picture)?;
    let mut pixels = picture.rgba;
    for pixel in pixels.chunks_exact_mut(4) {
        let alpha = u16::from(pixel[3]);
        if alpha != 255 {
            for value in &mut pixel[..3] {
                // At most 255.
                *value = (u16::from(*value) * alpha / 255) as u8;
            }
        }
    }
    Ok(Picture {
        size: [picture.width, picture.height],
        pixels,
        names: Vec::new(),
    })
}

/// What is left of an attribution when its markup is taken away: files have links in it.
fn plain(text: &str) -> String {
    const MOST: usize = 300;
    let mut plain = String::new();
    let mut is_tag = false;
    for letter in text.chars() {
        match letter {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if is_tag => {}
            letter if letter.is_control() => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    for (code, letter) in [
        ("&copy;", "©"),
        ("&#169;", "©"),
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        plain = plain.replace(code, letter);
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribution_is_shown_without_its_markup() {
        let text = "<a href=\"https://www.openstreetmap.org/copyright\" target=_blank>&copy; OpenStreetMap</a>\ncontributors";
        assert_eq!(plain(text), "© OpenStreetMap contributors");
        assert_eq!(plain("<unfinished"), "");
        assert_eq!(plain("a &amp;lt; b"), "a &lt; b");
    }

    #[test]
    fn a_file_is_a_base_map_by_its_name_in_any_case() {
        assert!(is_base_map(Path::new("a/Kyiv.MBTiles")) && is_base_map(Path::new("x.pmtiles")));
        assert!(!is_base_map(Path::new("mbtiles")) && !is_base_map(Path::new("a.jpg")));
    }
}
