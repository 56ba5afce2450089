//! Local contrast.

use rayon::prelude::*;

use super::plane::{BAND, Plane};

/// Tiles across and down.
const TILES: usize = 8;
/// A value counts as at most so many times as frequent as the mean.
const STEEPEST: f32 = 4.0;

/// Equalises the contrast of each tile, limited so that an even surface does not turn into noise (Zuiderveld's
/// contrast limited adaptive histogram equalization), blended in by `percent`.
pub(super) fn equalise(plane: &mut Plane, percent: i16) {
    let (width, height) = (plane.width, plane.height);
    let tiles = [TILES.min(width), TILES.min(height)];
    let amount = f32::from(percent.clamp(0, 100)) / 100.0;
    let tables: Vec<[u16; 256]> = (0..tiles[0] * tiles[1])
        .into_par_iter()
        .map(|tile| {
            let (row, column) = (tile / tiles[0], tile % tiles[0]);
            let xs = column * width / tiles[0]..(column + 1) * width / tiles[0];
            let ys = row * height / tiles[1]..(row + 1) * height / tiles[1];
            table(&plane.light, width, xs, ys, amount)
        })
        .collect();
    let across: Vec<Between> = (0..width).map(|x| Between::of(x, width, tiles[0])).collect();
    plane
        .light
        .par_chunks_mut(width * BAND)
        .enumerate()
        .for_each(|(band, rows)| {
            for (row, line) in rows.chunks_exact_mut(width).enumerate() {
                let down = Between::of(band * BAND + row, height, tiles[1]);
                let (above, below) = (
                    &tables[down.first * tiles[0]..][..tiles[0]],
                    &tables[down.second * tiles[0]..][..tiles[0]],
                );
                for (light, side) in line.iter_mut().zip(&across) {
                    let value = usize::from(*light);
                    let of = |row: &[[u16; 256]]| {
                        mix(
                            u32::from(row[side.first][value]),
                            u32::from(row[side.second][value]),
                            side.share,
                        )
                    };
                    // Values are in 256ths.
                    *light = ((mix(of(above), of(below), down.share) + 128) >> 8).min(255) as u8;
                }
            }
        });
}

/// The value in 256ths that each of 256 becomes within a tile.
fn table(
    light: &[u8],
    width: usize,
    xs: std::ops::Range<usize>,
    ys: std::ops::Range<usize>,
    amount: f32,
) -> [u16; 256] {
    let mut counts = [0_u32; 256];
    let total = (xs.len() * ys.len()).max(1) as f32;
    for y in ys {
        for value in &light[y * width + xs.start..y * width + xs.end] {
            counts[usize::from(*value)] += 1;
        }
    }
    let limit = (total / 256.0 * STEEPEST).max(1.0);
    let over: f32 = counts.iter().map(|count| (*count as f32 - limit).max(0.0)).sum();
    let share = over / 256.0;
    let mut sum = 0.0;
    let mut table = [0; 256];
    for ((value, count), entry) in (0_u16..).zip(counts).zip(&mut table) {
        sum += (count as f32).min(limit) + share;
        let (before, wanted) = (f32::from(value), 255.0 * sum / total);
        *entry = ((before + (wanted - before) * amount) * 256.0).clamp(0.0, 65_280.0) as u16;
    }
    table
}

/// Between the middles of which two tiles a pixel lies, and how near the second, in 256ths.
struct Between {
    first: usize,
    second: usize,
    share: u32,
}

impl Between {
    fn of(at: usize, size: usize, tiles: usize) -> Self {
        let place = ((at as f32 + 0.5) * tiles as f32 / size as f32 - 0.5).clamp(0.0, (tiles - 1) as f32);
        let first = place as usize;
        Self {
            first,
            second: (first + 1).min(tiles - 1),
            share: ((place - first as f32) * 256.0) as u32,
        }
    }
}

fn mix(a: u32, b: u32, share: u32) -> u32 {
    (a * (256 - share) + b * share) >> 8
}
