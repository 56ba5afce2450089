//! Which pictures are drawn where, and which are to be read: a tile that is not there is covered by what is above or below it.

use crate::model::place::tile::TileId;

/// How far up a picture is looked for that stands in.
const UP: u8 = 8;
/// Before the tiles themselves one so many zooms above them is read, which covers 64 of them at once.
const COARSE: u8 = 3;

/// What is known of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its picture is there.
    Ready,
    /// Nothing yet.
    Unknown,
    /// The file has none, or none that can be read.
    Missing,
}

/// What is to be done.
#[derive(Debug, Default, PartialEq)]
pub struct Plan {
    /// Where, of which tile the picture, and the turns around the world; lower zooms first.
    pub pieces: Vec<(TileId, TileId, f64)>,
    /// What is to be read, the most wanted last.
    pub wanted: Vec<TileId>,
}

/// Plans for these tiles, the most wanted first.
pub fn plan(
    cells: impl Iterator<Item = (TileId, f64)>,
    min_zoom: u8,
    max_zoom: u8,
    state: impl Fn(TileId) -> State,
) -> Plan {
    let (mut plan, mut coarse) = (Plan::default(), Vec::new());
    for (cell, turn) in cells {
        let own = state(cell);
        if own == State::Ready {
            plan.pieces.push((cell, cell, turn));
            continue;
        }
        if own == State::Unknown {
            plan.wanted.push(cell);
        }
        let above = (min_zoom.max(cell.zoom.saturating_sub(UP))..cell.zoom).rev();
        let mut is_missing = own == State::Missing;
        let mut stands_in = None;
        for zoom in above {
            let tile = cell.ancestor(zoom);
            match state(tile) {
                State::Ready => {
                    stands_in = Some(tile);
                    break;
                }
                // Where the file has nothing deeper, what is above is the best there is.
                State::Unknown if is_missing => {
                    plan.wanted.push(tile);
                    is_missing = false;
                }
                State::Unknown => {}
                State::Missing => {}
            }
        }
        if let Some(from) = stands_in {
            plan.pieces.push((cell, from, turn));
            continue;
        }
        if own == State::Unknown {
            let tile = cell.ancestor(min_zoom.max(cell.zoom.saturating_sub(COARSE)));
            if state(tile) == State::Unknown && tile != cell {
                coarse.push(tile);
            }
        }
        if cell.zoom < max_zoom {
            let children = cell
                .children()
                .into_iter()
                .filter(|child| state(*child) == State::Ready);
            plan.pieces.extend(children.map(|child| (child, child, turn)));
        }
    }
    plan.wanted.splice(0..0, coarse);
    let mut seen = std::collections::HashSet::new();
    plan.wanted.retain(|tile| seen.insert(*tile));
    plan.wanted.reverse();
    plan.pieces.sort_by_key(|(_, from, _)| from.zoom);
    plan
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn tile(zoom: u8, x: u32, y: u32) -> TileId {
        TileId { zoom, x, y }
    }

    #[test]
    fn a_missing_tile_is_covered_by_the_nearest_above_and_read_after_what_covers_many() {
        let mut known = HashMap::from([(tile(4, 1, 1), State::Ready)]);
        let of = |known: &HashMap<TileId, State>, cells: &[TileId]| {
            let cells: Vec<_> = cells.iter().map(|cell| (*cell, 0.0)).collect();
            let known = known.clone();
            plan(cells.into_iter(), 2, 9, move |tile| {
                known.get(&tile).copied().unwrap_or(State::Unknown)
            })
        };
        let cell = tile(6, 5, 6);
        let planned = of(&known, &[cell]);
        assert_eq!(planned.pieces, [(cell, tile(4, 1, 1), 0.0)]);
        assert_eq!(planned.wanted, [cell]);
        let bare = tile(6, 40, 6);
        let planned = of(&known, &[bare, tile(6, 41, 6)]);
        assert!(planned.pieces.is_empty());
        assert_eq!(
            planned.wanted,
            [tile(6, 41, 6), bare, tile(3, 5, 0)],
            "the last comes first"
        );
        for child in bare.children() {
            known.insert(child, State::Ready);
        }
        assert_eq!(
            of(&known, &[bare]).pieces.len(),
            4,
            "going away from the ground, the nearer stand in"
        );
    }

    #[test]
    fn where_the_file_has_no_tile_the_one_above_is_read_and_enlarged() {
        let cell = (tile(6, 5, 6), 0.0);
        let known = |tile: TileId| {
            if tile.zoom >= 5 {
                State::Missing
            } else {
                State::Unknown
            }
        };
        let planned = plan([cell].into_iter(), 0, 9, known);
        assert_eq!(planned.wanted, [tile(4, 1, 1)]);
        let nothing = plan([cell].into_iter(), 0, 9, |_| State::Missing);
        assert_eq!(nothing, Plan::default());
    }
}
