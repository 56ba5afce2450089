//! Directories: where each tile lies, by the numbers that tiles have along Hilbert curves.

use crate::basemap::reason::Reason;
use crate::model::place::tile::TileId;

/// Where tiles lie from a number on, or where a directory about them lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The number of the first tile.
    pub tile: u64,
    /// From the start of the tiles, or of the leaf directories.
    pub offset: u64,
    /// In bytes, not 0.
    pub length: u32,
    /// So many tiles in a row are the same one; 0 for a directory.
    pub run: u32,
}

/// A directory: entries in the order of their tiles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directory(Vec<Entry>);

impl Directory {
    /// Reads a directory that is unpacked.
    ///
    /// # Errors
    /// When it is cut or makes no sense.
    pub fn parse(bytes: &[u8]) -> Result<Self, Reason> {
        let damaged = Reason::Damaged("directory");
        let mut left = bytes;
        let count = varint(&mut left)?;
        // Each entry has four numbers of at least a byte: a count that asks for more is no reason to take memory.
        if count > left.len() as u64 / 4 {
            return Err(Reason::Cut);
        }
        let mut entries = Vec::with_capacity(count as usize);
        let mut tile = 0_u64;
        for nth in 0..count {
            let step = varint(&mut left)?;
            if nth > 0 && step == 0 {
                return Err(damaged);
            }
            tile = tile.checked_add(step).ok_or(Reason::Damaged("directory"))?;
            entries.push(Entry {
                tile,
                offset: 0,
                length: 0,
                run: 0,
            });
        }
        let small = |number: u64| u32::try_from(number).map_err(|_| Reason::Damaged("directory"));
        for entry in &mut entries {
            entry.run = small(varint(&mut left)?)?;
        }
        for entry in &mut entries {
            entry.length = small(varint(&mut left)?)?;
            if entry.length == 0 {
                return Err(damaged);
            }
        }
        let mut after = None;
        for entry in &mut entries {
            entry.offset = match (varint(&mut left)?, after) {
                (0, Some(after)) => after,
                (0, None) => return Err(damaged),
                (offset, _) => offset - 1,
            };
            let end = entry.offset.checked_add(u64::from(entry.length));
            after = Some(end.ok_or(Reason::Damaged("directory"))?);
        }
        Ok(Self(entries))
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry that a tile, or the directory about it, is in.
    #[must_use]
    pub fn find(&self, tile: u64) -> Option<Entry> {
        let place = self
            .0
            .partition_point(|entry| entry.tile <= tile)
            .checked_sub(1)?;
        let entry = self.0[place];
        let is_it = entry.run == 0 || tile - entry.tile < u64::from(entry.run);
        is_it.then_some(entry)
    }
}

/// A number of 7 bits a byte, the lowest first.
pub(in crate::basemap) fn varint(left: &mut &[u8]) -> Result<u64, Reason> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = left.split_first().ok_or(Reason::Cut)?;
        *left = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(Reason::Damaged("varint"))
}

/// A tile's number: those of all lower zooms come before it, then the way along a Hilbert curve.
#[must_use]
pub fn number(tile: TileId) -> u64 {
    let before = ((1_u64 << (2 * u32::from(tile.zoom))) - 1) / 3;
    let (mut x, mut y) = (tile.x, tile.y);
    let mut along = 0;
    for bit in (0..u32::from(tile.zoom)).rev() {
        let side = 1_u32 << bit;
        let (right, down) = (x & side != 0, y & side != 0);
        along += (u64::from(side) * u64::from(side)) * ((3 * u64::from(right)) ^ u64::from(down));
        // The quarter is turned so that the curve begins in it as it does in the whole.
        if !down {
            if right {
                (x, y) = (!x & (side - 1), !y & (side - 1));
            }
            (x, y) = (y, x);
        }
        (x, y) = (x & (side - 1), y & (side - 1));
    }
    before + along
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Header;
    use super::*;

    #[test]
    fn tiles_are_numbered_as_the_specification_lists_them() {
        // The table "Tile ID" of the specification.
        for (zoom, x, y, expected) in [
            (0, 0, 0, 0),
            (1, 0, 0, 1),
            (1, 0, 1, 2),
            (1, 1, 1, 3),
            (1, 1, 0, 4),
            (2, 0, 0, 5),
            (12, 3423, 1763, 19_078_479),
        ] {
            assert_eq!(number(TileId { zoom, x, y }), expected, "{zoom}/{x}/{y}");
        }
    }

    #[test]
    fn tiles_next_to_each_other_on_the_curve_touch() {
        let zoom = 5;
        let mut tiles: Vec<TileId> = (0..32)
            .flat_map(|x| (0..32).map(move |y| TileId { zoom, x, y }))
            .collect();
        tiles.sort_by_key(|tile| number(*tile));
        for pair in tiles.windows(2) {
            let apart = pair[0].x.abs_diff(pair[1].x) + pair[0].y.abs_diff(pair[1].y);
            assert_eq!(apart, 1, "{pair:?}");
            assert_eq!(number(pair[0]) + 1, number(pair[1]));
        }
    }

    #[test]
    fn a_directory_finds_runs_and_what_lies_in_between_is_none() {
        // Three entries: tile 5 (twice), tile 9, and a directory from 20 on; the second follows the first in the file.
        let bytes = [3, 5, 4, 11, 2, 1, 0, 100, 50, 30, 1, 0, 8];
        let directory = Directory::parse(&bytes).unwrap();
        let offsets = [5, 6, 9, 20, 4000].map(|tile| directory.find(tile).map(|entry| entry.offset));
        assert_eq!(offsets, [Some(0), Some(0), Some(100), Some(7), Some(7)]);
        assert_eq!([4, 7, 8, 10].map(|tile| directory.find(tile)), [None; 4]);
        assert!(matches!(Directory::parse(&bytes[..12]), Err(Reason::Cut)));
        let claims = [0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1];
        assert!(
            matches!(Directory::parse(&claims), Err(Reason::Cut)),
            "memory is not taken for it"
        );
    }

    proptest! {
        #[test]
        fn no_bytes_end_the_program(bytes in prop::collection::vec(any::<u8>(), 0..300), tile in any::<u64>()) {
            let mut header = b"PMTiles\x03".to_vec();
            header.extend(&bytes);
            let _ = Header::parse(&bytes);
            let _ = Header::parse(&header);
            if let Ok(directory) = Directory::parse(&bytes) {
                let _ = directory.find(tile);
            }
        }
    }
}
