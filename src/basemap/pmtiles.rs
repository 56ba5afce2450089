//! [PMTiles version 3](https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): one file with a header, directories that say
//! where each tile lies, and the tiles. Read by positions alone: of a file of any size only what is looked at.
//!
//! The crate `pmtiles` finds tiles only by way of tokio; the format is small enough to read it plainly.

mod directory;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

pub(super) use self::directory::varint;
pub use self::directory::{Directory, Entry, number};
use super::mbtiles::area;
use super::reason::Reason;
use super::unpack::{Packing, unpack, unpack_vector};
use super::{Facts, Kind, TILE_BYTES, plain};
use crate::model::place::mercator::Bounds;
use crate::model::place::tile::{DEEPEST, TileId};

/// How such a file begins.
pub(super) const MAGIC: &[u8] = b"PMTiles";
/// The header's length in bytes.
const HEADER: usize = 127;
/// A directory has at most so many bytes, packed or not; the specification asks for far less.
const DIRECTORY_BYTES: u64 = 16 << 20;
/// The metadata have at most so many bytes.
const METADATA_BYTES: u64 = 8 << 20;
/// So many directories lie between the header and a tile at most.
const DEPTH: usize = 4;
/// So many leaf directories are kept.
const LEAVES: usize = 32;

/// A stretch of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    offset: u64,
    length: u64,
}

/// What the first bytes say.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    root: Stretch,
    metadata: Stretch,
    leaves: Stretch,
    tiles: Stretch,
    packing: Packing,
    tile_packing: Packing,
    kind: Result<Kind, &'static str>,
    min_zoom: u8,
    max_zoom: u8,
    bounds: Option<Bounds>,
}

impl Header {
    /// Reads a header.
    ///
    /// # Errors
    /// When it is none, or makes no sense.
    pub fn parse(bytes: &[u8]) -> Result<Self, Reason> {
        let Some(bytes) = bytes.first_chunk::<HEADER>() else {
            return Err(Reason::Cut);
        };
        if !bytes.starts_with(MAGIC) {
            return Err(Reason::Foreign);
        }
        if bytes[7] != 3 {
            return Err(Reason::Version(bytes[7]));
        }
        let number = |at: usize| {
            let mut eight = [0; 8];
            eight.copy_from_slice(&bytes[at..at + 8]);
            u64::from_le_bytes(eight)
        };
        let stretch = |at: usize| Stretch {
            offset: number(at),
            length: number(at + 8),
        };
        let degrees = |at: usize| {
            let mut four = [0; 4];
            four.copy_from_slice(&bytes[at..at + 4]);
            f64::from(i32::from_le_bytes(four)) / 1e7
        };
        let packing = |at: usize| match bytes[at] {
            1 => Packing::None,
            2 => Packing::Gzip,
            3 => Packing::Unknown("brotli"),
            4 => Packing::Unknown("zstd"),
            _ => Packing::Unknown("?"),
        };
        let kind = match bytes[99] {
            1 => Ok(Kind::Vector),
            2..=4 => Ok(Kind::Raster),
            5 => Err("AVIF"),
            6 => Err("MLT"),
            _ => Err("?"),
        };
        let (min_zoom, max_zoom) = (bytes[100], bytes[101]);
        if min_zoom > max_zoom || max_zoom > DEEPEST {
            return Err(Reason::Damaged("min_zoom, max_zoom"));
        }
        Ok(Self {
            root: stretch(8),
            metadata: stretch(24),
            leaves: stretch(40),
            tiles: stretch(56),
            packing: packing(97),
            tile_packing: packing(98),
            kind,
            min_zoom,
            max_zoom,
            bounds: area(degrees(102), degrees(106), degrees(110), degrees(114)),
        })
    }
}

/// An open file.
pub(super) struct PmTiles {
    file: File,
    length: u64,
    header: Header,
    kind: Kind,
    root: Arc<Directory>,
    leaves: Vec<(u64, Arc<Directory>)>,
}

impl PmTiles {
    pub(super) fn open(path: &Path) -> Result<(Facts, Self), Reason> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut start = Vec::new();
        (&mut file).take(HEADER as u64).read_to_end(&mut start)?;
        let header = Header::parse(&start)?;
        let kind = header.kind.map_err(|name| Reason::Kind(name.to_owned()))?;
        if let Packing::Unknown(name) = header.tile_packing {
            return Err(Reason::Compression(name));
        }
        let mut tiles = Self {
            file,
            length,
            header,
            kind,
            root: Arc::default(),
            leaves: Vec::new(),
        };
        // A download that broke off has its tiles cut: better said at once than found out tile by tile.
        let Stretch { offset, length } = tiles.header.tiles;
        if offset.checked_add(length).is_none_or(|end| end > tiles.length) {
            return Err(Reason::Cut);
        }
        tiles.root = Arc::new(tiles.directory(tiles.header.root)?);
        if tiles.root.is_empty() {
            return Err(Reason::Empty);
        }
        // A map without words about itself is one all the same.
        let metadata: serde_json::Value = tiles.metadata().unwrap_or_default();
        let said = |name: &str| plain(metadata[name].as_str().unwrap_or_default());
        let facts = Facts {
            name: said("name"),
            attribution: said("attribution"),
            kind,
            min_zoom: tiles.header.min_zoom,
            max_zoom: tiles.header.max_zoom,
            bounds: tiles.header.bounds,
        };
        Ok((facts, tiles))
    }

    pub(super) fn tile(&mut self, tile: TileId) -> Result<Option<Vec<u8>>, Reason> {
        let number = number(tile);
        let mut directory = self.root.clone();
        for _ in 0..DEPTH {
            let Some(entry) = directory.find(number) else {
                return Ok(None);
            };
            let of = if entry.run == 0 {
                self.header.leaves
            } else {
                self.header.tiles
            };
            let place = inside(of, entry)?;
            if entry.run == 0 {
                directory = self.leaf(place)?;
                continue;
            }
            let bytes = self.bytes(place, TILE_BYTES)?;
            return match (self.kind, self.header.tile_packing) {
                (Kind::Vector, _) => unpack_vector(bytes, TILE_BYTES),
                (Kind::Raster, packing) => unpack(bytes, packing, TILE_BYTES),
            }
            .map(Some);
        }
        Err(Reason::Damaged("directory"))
    }

    fn leaf(&mut self, place: Stretch) -> Result<Arc<Directory>, Reason> {
        if let Some(at) = self.leaves.iter().position(|(offset, _)| *offset == place.offset) {
            // The one that was used last comes last.
            self.leaves[at..].rotate_left(1);
        } else {
            let directory = Arc::new(self.directory(place)?);
            if self.leaves.len() >= LEAVES {
                self.leaves.remove(0);
            }
            self.leaves.push((place.offset, directory));
        }
        let last = self.leaves.last().map(|(_, directory)| directory.clone());
        Ok(last.unwrap_or_default())
    }

    fn directory(&mut self, place: Stretch) -> Result<Directory, Reason> {
        let bytes = self.bytes(place, DIRECTORY_BYTES)?;
        Directory::parse(&unpack(bytes, self.header.packing, DIRECTORY_BYTES)?)
    }

    fn metadata(&mut self) -> Option<serde_json::Value> {
        let bytes = self.bytes(self.header.metadata, METADATA_BYTES).ok()?;
        let text = unpack(bytes, self.header.packing, METADATA_BYTES).ok()?;
        serde_json::from_slice(&text).ok()
    }

    fn bytes(&mut self, place: Stretch, most: u64) -> Result<Vec<u8>, Reason> {
        if place.length > most {
            return Err(Reason::TooLarge);
        }
        if place
            .offset
            .checked_add(place.length)
            .is_none_or(|end| end > self.length)
        {
            return Err(Reason::Cut);
        }
        let mut bytes = vec![0; place.length as usize];
        self.file.seek(SeekFrom::Start(place.offset))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// Where an entry lies in the file.
fn inside(of: Stretch, entry: Entry) -> Result<Stretch, Reason> {
    let length = u64::from(entry.length);
    let end = entry.offset.checked_add(length).filter(|end| *end <= of.length);
    let offset = end.and_then(|_| of.offset.checked_add(entry.offset));
    let offset = offset.ok_or(Reason::Damaged("directory"))?;
    Ok(Stretch { offset, length })
}
