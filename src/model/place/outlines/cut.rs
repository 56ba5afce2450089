//! Lines made simpler, and land cut into cells and filled with triangles.

use earcut::Earcut;

use super::{CELLS, Land, Line};
use crate::model::place::mercator::{Bounds, Spot};

/// Whether a stretch is the seam at 180° or the edge at the pole, which are no coasts.
pub(super) fn is_seam(one: (i32, i32), other: (i32, i32)) -> bool {
    let at = |x: i32| x.abs() >= 179_990;
    let beyond = |y: i32| y.abs() >= 85_000;
    (at(one.0) && at(other.0) && (one.0 - other.0).abs() < 20) || (beyond(one.1) && beyond(other.1))
}

pub(super) fn line(is_border: bool, spots: &[Spot]) -> Option<Line> {
    if spots.len() < 2 {
        return None;
    }
    let bounds = bounds(spots);
    Some(Line {
        is_border,
        bounds,
        points: spots.iter().map(|spot| from(bounds.min, *spot)).collect(),
    })
}

fn bounds(spots: &[Spot]) -> Bounds {
    let first = spots.first().copied().unwrap_or_default();
    spots.iter().fold(
        Bounds {
            min: first,
            max: first,
        },
        |all, spot| Bounds {
            min: (all.min.0.min(spot.0), all.min.1.min(spot.1)),
            max: (all.max.0.max(spot.0), all.max.1.max(spot.1)),
        },
    )
}

/// Where a spot lies from a near one: few digits are enough.
fn from(origin: Spot, spot: Spot) -> [f32; 2] {
    [(spot.0 - origin.0) as f32, (spot.1 - origin.1) as f32]
}

/// Douglas and Peucker's way; the ends stay, so that lines meet where they did.
pub(super) fn simplified(points: &[(i32, i32)], tolerance: f64) -> Vec<(i32, i32)> {
    if tolerance <= 0.0 || points.len() < 3 {
        return points.to_vec();
    }
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[points.len() - 1] = true;
    let mut parts = vec![(0, points.len() - 1)];
    while let Some((first, last)) = parts.pop() {
        let ((x1, y1), (x2, y2)) = (points[first], points[last]);
        let (dx, dy) = (f64::from(x2 - x1), f64::from(y2 - y1));
        let length = dx.hypot(dy);
        let off = |at: usize| {
            let (x, y) = (f64::from(points[at].0 - x1), f64::from(points[at].1 - y1));
            if length > 0.0 {
                (dx * y - dy * x).abs() / length
            } else {
                x.hypot(y)
            }
        };
        let furthest = (first + 1..last)
            .map(|at| (off(at), at))
            .max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((off, at)) = furthest
            && off > tolerance
        {
            keep[at] = true;
            parts.push((first, at));
            parts.push((at, last));
        }
    }
    points
        .iter()
        .zip(keep)
        .filter_map(|(point, keep)| keep.then_some(*point))
        .collect()
}

/// Puts the parts of a piece of land into the cells that it touches.
pub(super) fn cut(edge: &[Spot], grid: &mut [Vec<Vec<Spot>>]) {
    if edge.len() < 3 {
        return;
    }
    let cell = 1.0 / f64::from(CELLS);
    let all = bounds(edge);
    let place = |at: f64| ((at / cell).floor().max(0.0) as u32).min(CELLS - 1);
    let column = |at: f64| (at / cell).floor() as i32;
    for column in column(all.min.0)..=column(all.max.0) {
        let west = f64::from(column) * cell;
        let strip = clipped(&clipped(edge, |spot| spot.0 - west), |spot| west + cell - spot.0);
        if strip.len() < 3 {
            continue;
        }
        let of_strip = bounds(&strip);
        for row in place(of_strip.min.1)..=place(of_strip.max.1) {
            let north = f64::from(row) * cell;
            let piece = clipped(&clipped(&strip, |spot| spot.1 - north), |spot| {
                north + cell - spot.1
            });
            if piece.len() >= 3 {
                // Beyond the square is its other side.
                let around = column.rem_euclid(CELLS as i32) as u32;
                let turn = f64::from(around) * cell - west;
                let piece = piece.into_iter().map(|(x, y)| (x + turn, y)).collect();
                grid[(row * CELLS + around) as usize].push(piece);
            }
        }
    }
}

/// Sutherland and Hodgman's way: what of a polygon is on the side on which `inside` is not negative.
fn clipped(edge: &[Spot], inside: impl Fn(Spot) -> f64) -> Vec<Spot> {
    let mut kept = Vec::new();
    let Some(mut before) = edge.last().copied() else {
        return kept;
    };
    for &spot in edge {
        let (one, other) = (inside(before), inside(spot));
        if (one < 0.0) != (other < 0.0) {
            let part = one / (one - other);
            kept.push((
                before.0 + (spot.0 - before.0) * part,
                before.1 + (spot.1 - before.1) * part,
            ));
        }
        if other >= 0.0 {
            kept.push(spot);
        }
        before = spot;
    }
    kept
}

pub(super) fn filled(pen: &mut Earcut<f64>, cell: u32, pieces: &[Vec<Spot>]) -> Option<Land> {
    let side = 1.0 / f64::from(CELLS);
    let min = (f64::from(cell % CELLS) * side, f64::from(cell / CELLS) * side);
    let mut land = Land {
        bounds: Bounds {
            min,
            max: (min.0 + side, min.1 + side),
        },
        points: Vec::new(),
        triangles: Vec::new(),
    };
    let mut corners: Vec<u32> = Vec::new();
    for piece in pieces {
        let first = land.points.len() as u32;
        pen.earcut(piece.iter().map(|spot| [spot.0, spot.1]), &[], &mut corners);
        land.points.extend(piece.iter().map(|spot| from(min, *spot)));
        land.triangles.extend(corners.iter().map(|corner| first + corner));
    }
    (!land.triangles.is_empty()).then_some(land)
}
