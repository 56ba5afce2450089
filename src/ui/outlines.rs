//! Coasts and borders, bundled: a map that shows where a place is without any network.

use std::sync::OnceLock;

use egui::{Pos2, Rect, pos2};

const BYTES: &[u8] = include_bytes!("../../assets/map/outlines.bin");
/// Degrees for a unit of the file.
const UNIT: f32 = 0.01;

/// A coast or a border.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Between two countries, not between land and sea.
    pub is_border: bool,
    /// Degrees east and north that it lies within.
    pub bounds: Rect,
    /// Degrees east (x) and north (y).
    pub points: Vec<Pos2>,
}

/// All of them. The first call reads them, which takes about a millisecond.
#[must_use]
pub fn outlines() -> &'static [Outline] {
    static READ: OnceLock<Vec<Outline>> = OnceLock::new();
    READ.get_or_init(|| read(BYTES))
}

/// The lines of a file as `assets/map/README.md` describes it, up to where it makes no sense.
fn read(mut bytes: &[u8]) -> Vec<Outline> {
    let mut lines = Vec::new();
    while let Some(line) = line(&mut bytes) {
        lines.push(line);
    }
    lines
}

fn line(bytes: &mut &[u8]) -> Option<Outline> {
    let (kind, rest) = bytes.split_first()?;
    *bytes = rest;
    let count = number(bytes)?;
    let (mut x, mut y) = (0, 0);
    let mut points = Vec::new();
    for _ in 0..count {
        x += number(bytes)?;
        y += number(bytes)?;
        points.push(pos2(x as f32 * UNIT, y as f32 * UNIT));
    }
    Some(Outline {
        is_border: *kind == 1,
        bounds: Rect::from_points(&points),
        points,
    })
}

fn number(bytes: &mut &[u8]) -> Option<i32> {
    let mut zigzag: u32 = 0;
    for shift in (0..28).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        zigzag |= u32::from(byte & 127) << shift;
        if byte & 128 == 0 {
            let half = (zigzag >> 1) as i32;
            return Some(if zigzag & 1 == 0 { half } else { -half - 1 });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_lines_are_whole_and_on_the_globe() {
        let lines = outlines();
        assert!(lines.len() > 1500, "{}", lines.len());
        let globe = Rect::from_min_max(pos2(-180.01, -90.01), pos2(180.01, 90.01));
        for line in lines {
            assert!(
                line.points.len() > 1 && globe.contains_rect(line.bounds),
                "{:?}",
                line.bounds
            );
        }
        let points: usize = lines.iter().map(|line| line.points.len()).sum();
        assert!(points > 50_000, "{points}");
    }

    #[test]
    fn the_black_sea_has_a_coast_at_odesa() {
        let odesa = pos2(30.75, 46.48);
        let near = outlines()
            .iter()
            .filter(|line| !line.is_border)
            .flat_map(|line| &line.points)
            .map(|point| point.distance(odesa))
            .fold(f32::INFINITY, f32::min);
        assert!(near < 0.2, "{near}");
    }

    #[test]
    fn a_file_that_is_cut_gives_what_is_whole() {
        let whole = read(BYTES);
        let cut = read(&BYTES[..BYTES.len() / 2]);
        assert!(cut.len() < whole.len() && whole.starts_with(&cut));
        assert!(read(&[0, 255, 255, 255, 255, 255]).is_empty());
    }
}
