//! Tiles: the square of [`mercator`](super::mercator) cut into 2^zoom by 2^zoom squares, counted from the north-west, as the
//! [OGC Two Dimensional Tile Matrix Set](https://docs.ogc.org/is/17-083r4/17-083r4.html), annex D, names them `WebMercatorQuad`.

use super::mercator::{Bounds, Spot};

/// No tile lies deeper: about a fifth of a millimetre for a pixel.
pub const DEEPEST: u8 = 26;

/// One tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TileId {
    /// How often the world was halved; at most [`DEEPEST`].
    pub zoom: u8,
    /// From west to east.
    pub x: u32,
    /// From north to south.
    pub y: u32,
}

impl TileId {
    /// The tile, if there is one by these numbers.
    #[must_use]
    pub fn new(zoom: u8, x: u32, y: u32) -> Option<Self> {
        let is_one = zoom <= DEEPEST && x >> zoom == 0 && y >> zoom == 0;
        is_one.then_some(Self { zoom, x, y })
    }

    /// The tile of a lower zoom that this one lies in; itself where `zoom` is no lower.
    #[must_use]
    pub fn ancestor(self, zoom: u8) -> Self {
        let up = self.zoom.saturating_sub(zoom);
        Self {
            zoom: self.zoom - up,
            x: self.x >> up,
            y: self.y >> up,
        }
    }

    /// The four tiles that it consists of.
    #[must_use]
    pub fn children(self) -> [Self; 4] {
        [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| Self {
            zoom: self.zoom + 1,
            x: self.x * 2 + right,
            y: self.y * 2 + down,
        })
    }

    /// Where it lies in one of its ancestors: the corner in the north-west, and the side, as parts of the ancestor's side.
    #[must_use]
    pub fn within(self, ancestor: Self) -> (Spot, f64) {
        let side = 1.0 / f64::from(1_u32 << self.zoom.saturating_sub(ancestor.zoom));
        let corner = |own: u32, other: u32| f64::from(own) * side - f64::from(other);
        ((corner(self.x, ancestor.x), corner(self.y, ancestor.y)), side)
    }

    /// Where it lies on the square.
    #[must_use]
    pub fn bounds(self) -> Bounds {
        // Both sides of a common edge are computed alike, so that no seam opens between two tiles.
        let at = |place: u32| f64::from(place) / f64::from(1_u32 << self.zoom);
        Bounds {
            min: (at(self.x), at(self.y)),
            max: (at(self.x + 1), at(self.y + 1)),
        }
    }

    /// The tiles of a zoom that cover `area`, from its middle outwards, each with the turns around the world at which it is
    /// seen; no more than `most`.
    #[must_use]
    pub fn covering(area: Bounds, zoom: u8, most: usize) -> Vec<(Self, f64)> {
        let side = f64::from(1_u32 << zoom.min(DEEPEST));
        let first = |at: f64| (at * side).floor();
        let last = |at: f64| (at * side).ceil() - 1.0;
        let rows = first(area.min.1).max(0.0) as i64..=last(area.max.1).min(side - 1.0) as i64;
        let columns = first(area.min.0) as i64..=last(area.max.0) as i64;
        let middle = (
            (area.min.0 + area.max.0) / 2.0 * side - 0.5,
            (area.min.1 + area.max.1) / 2.0 * side - 0.5,
        );
        let mut found: Vec<(f64, i64, i64)> = rows
            .flat_map(|row| columns.clone().map(move |column| (row, column)))
            .take(most.saturating_mul(4))
            .map(|(row, column)| {
                let off = (column as f64 - middle.0).hypot(row as f64 - middle.1);
                (off, column, row)
            })
            .collect();
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        let tile = |(_, column, row): (f64, i64, i64)| {
            let turn = (column as f64 / side).floor();
            let x = (column as f64 - turn * side) as u32;
            Some((Self::new(zoom, x, u32::try_from(row).ok()?)?, turn))
        };
        found.into_iter().take(most).filter_map(tile).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_view_over_the_antimeridian_is_covered_from_its_middle_outwards() {
        let view = Bounds {
            min: (0.9, 0.4),
            max: (1.1, 0.6),
        };
        let tiles = TileId::covering(view, 3, 100);
        let columns: Vec<(u32, f64)> = tiles.iter().map(|(tile, turn)| (tile.x, *turn)).collect();
        assert!(
            columns.contains(&(7, 0.0)) && columns.contains(&(0, 1.0)),
            "{tiles:?}"
        );
        assert_eq!(tiles.len(), 4);
        assert_eq!(TileId::covering(view, 8, 5).len(), 5);
        assert_eq!(TileId::new(2, 4, 0), None);
        assert_eq!(TileId::new(27, 0, 0), None);
    }

    proptest! {
        #[test]
        fn a_tile_lies_in_its_ancestor_where_its_bounds_say(
            zoom in 1..20u8, x in any::<u32>(), y in any::<u32>(), up in 1..6u8,
        ) {
            let tile = TileId { zoom, x: x % (1 << zoom), y: y % (1 << zoom) };
            let ancestor = tile.ancestor(zoom.saturating_sub(up));
            let (corner, side) = tile.within(ancestor);
            let (inner, outer) = (tile.bounds(), ancestor.bounds());
            let width = outer.max.0 - outer.min.0;
            prop_assert!((outer.min.0 + corner.0 * width - inner.min.0).abs() < 1e-9);
            prop_assert!((side * width - (inner.max.0 - inner.min.0)).abs() < 1e-9);
            prop_assert!(tile.ancestor(zoom - 1).children().contains(&tile));
        }
    }
}
