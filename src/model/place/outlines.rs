//! Coasts and borders, bundled (`assets/map/`, Natural Earth): a map that shows where a place is without any network.
//! They are the source's, drawn to find one's way, and state nothing about whose territory a place is.

mod cut;
mod within;

use std::sync::OnceLock;

use earcut::Earcut;

use self::cut::{cut, filled, is_seam, line, simplified};
pub use self::within::OFF_M;
use super::mercator::{Bounds, Spot, project};
use crate::text::Language;

static BYTES: &[u8] = include_bytes!("../../../assets/map/outlines.bin");
static SHARED: OnceLock<Outlines> = OnceLock::new();
/// Degrees for a unit of the file.
const UNIT: f64 = 0.001;
/// Cells of the square, each way, into which land is cut.
const CELLS: u32 = 32;
/// A line is cut into pieces of so many points, so that few are drawn that are not in view.
const PIECE: usize = 48;

/// Coasts, borders and countries.
#[derive(Debug, Default)]
pub struct Outlines {
    arcs: Vec<Arc>,
    /// The countries.
    pub countries: Vec<Country>,
}

/// A coast or a border, from where it meets others to where it does again; in units of the file.
#[derive(Debug, Clone, PartialEq)]
struct Arc {
    is_border: bool,
    points: Vec<(i32, i32)>,
}

/// What the source counts as one country.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// Its name in English, Ukrainian and Korean.
    names: [&'static str; 3],
    /// Whether the name is to be shown.
    pub is_named: bool,
    /// Latitude and longitude of a point inside, where its name can stand.
    pub label: (f64, f64),
    /// How much of the square its largest piece of land is wide.
    pub width: f64,
    /// Arcs of the outer edge of each piece of land; `!arc` is one backwards.
    lands: Vec<Vec<i32>>,
}

impl Country {
    /// Its name, by the Unicode CLDR.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        self.names[match language {
            Language::English => 0,
            Language::Ukrainian => 1,
            Language::Korean => 2,
        }]
    }
}

/// A part of a coast or border.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Between two countries, not between land and sea.
    pub is_border: bool,
    /// Where it lies.
    pub bounds: Bounds,
    /// From `bounds.min`, on the square.
    pub points: Vec<[f32; 2]>,
}

/// Land in one cell of the square, as triangles.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// The cell.
    pub bounds: Bounds,
    /// From `bounds.min`, on the square.
    pub points: Vec<[f32; 2]>,
    /// Three points each.
    pub triangles: Vec<u32>,
}

/// The outlines as exactly as a zoom needs them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Detail {
    /// Coasts and borders.
    pub lines: Vec<Line>,
    /// Land.
    pub lands: Vec<Land>,
}

/// The outlines. They are unpacked when they are first asked for, which takes too long for a frame.
pub fn shared() -> &'static Outlines {
    SHARED.get_or_init(|| Outlines::read(BYTES).unwrap_or_default())
}

/// How many levels of detail there are.
pub const LEVELS: usize = 4;
/// Degrees that a line may be off in each.
const TOLERANCE: [f64; LEVELS] = [0.2, 0.05, 0.012, 0.0];

/// The level of detail for a zoom: no line is off by more than a point or so, except at zooms where the source itself is.
#[must_use]
pub fn level(zoom: f64) -> usize {
    match zoom {
        ..2.8 => 0,
        2.8..4.8 => 1,
        4.8..6.8 => 2,
        _ => 3,
    }
}

static DETAILS: [OnceLock<Detail>; LEVELS] = [const { OnceLock::new() }; LEVELS];

/// The outlines in one of [`LEVELS`]. They are put together when they are first asked for, which takes too long for a frame.
pub fn detail(level: usize) -> &'static Detail {
    let level = level.min(LEVELS - 1);
    DETAILS[level].get_or_init(|| shared().detail(level))
}

/// As [`detail`] if it is there; if not, it is begun aside.
#[must_use]
pub fn detail_ready(level: usize) -> Option<&'static Detail> {
    static BEGUN: [OnceLock<()>; LEVELS] = [const { OnceLock::new() }; LEVELS];
    let level = level.min(LEVELS - 1);
    if DETAILS[level].get().is_none() {
        BEGUN[level].get_or_init(|| drop(std::thread::spawn(move || detail(level))));
    }
    DETAILS[level].get()
}

impl Line {
    /// Its points on the square.
    pub fn spots(&self) -> impl Iterator<Item = Spot> {
        let (x, y) = self.bounds.min;
        self.points
            .iter()
            .map(move |point| (x + f64::from(point[0]), y + f64::from(point[1])))
    }
}

impl Outlines {
    /// Reads a file as `assets/map/README.md` describes it.
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let mut arcs = Vec::new();
        for _ in 0..bytes.number()? {
            let is_border = bytes.number()? == 1;
            let count = bytes.number()?;
            let (mut x, mut y) = (0, 0);
            let mut points = Vec::new();
            for _ in 0..count {
                x += bytes.number()?;
                y += bytes.number()?;
                points.push((x, y));
            }
            arcs.push(Arc { is_border, points });
        }
        let mut countries = Vec::new();
        for _ in 0..bytes.number()? {
            let names = [bytes.text()?, bytes.text()?, bytes.text()?];
            let is_named = bytes.number()? == 1;
            let (x, y) = (bytes.number()?, bytes.number()?);
            let mut lands = Vec::new();
            for _ in 0..bytes.number()? {
                let rings = bytes.number()?;
                for ring in 0..rings {
                    let edge: Vec<i32> = (0..bytes.number()?)
                        .map(|_| bytes.number())
                        .collect::<Option<_>>()?;
                    if !edge.iter().all(|arc| arcs.get(index(*arc)).is_some()) {
                        return None;
                    }
                    // Holes are other countries, which are land too.
                    if ring == 0 {
                        lands.push(edge);
                    }
                }
            }
            countries.push(Country {
                names,
                is_named,
                label: (f64::from(y) * UNIT, f64::from(x) * UNIT),
                width: 0.0,
                lands,
            });
        }
        let mut outlines = Self { arcs, countries };
        outlines.measure();
        Some(outlines)
    }

    fn measure(&mut self) {
        for country in &mut self.countries {
            let widths = country.lands.iter().map(|land| {
                let points = land.iter().flat_map(|arc| &self.arcs[index(*arc)].points);
                let spots = points.map(|point| (f64::from(point.0) * UNIT / 360.0 + 0.5, 0.5));
                Bounds::around(spots).map_or(0.0, |bounds| bounds.max.0 - bounds.min.0)
            });
            country.width = widths.fold(0.0, f64::max);
        }
    }

    /// Puts the outlines together as exactly as a level needs them.
    fn detail(&self, level: usize) -> Detail {
        let tolerance = TOLERANCE[level.min(LEVELS - 1)] / UNIT;
        let arcs: Vec<Vec<(i32, i32)>> = self
            .arcs
            .iter()
            .map(|arc| simplified(&arc.points, tolerance))
            .collect();
        let spots: Vec<Vec<Spot>> = arcs
            .iter()
            .map(|arc| arc.iter().map(|point| spot(*point)).collect())
            .collect();
        let mut lines = Vec::new();
        for ((arc, points), spots) in self.arcs.iter().zip(&arcs).zip(&spots) {
            // The seam at 180° and the edge at the pole are no lines.
            let mut from = 0;
            for at in 1..=points.len() {
                let is_seam = at < points.len() && is_seam(points[at - 1], points[at]);
                let is_full = at - from >= PIECE && at < points.len();
                if is_seam || is_full || at == points.len() {
                    // A piece that is cut for its length goes on at the point at which the next one begins.
                    let end = if is_full && !is_seam { at + 1 } else { at };
                    lines.extend(line(arc.is_border, &spots[from..end]));
                    from = at;
                }
            }
        }
        let mut lands = Vec::new();
        let mut grid = vec![Vec::new(); (CELLS * CELLS) as usize];
        for land in self.countries.iter().flat_map(|country| &country.lands) {
            cut(&edge(land, &spots), &mut grid);
        }
        let mut pen = Earcut::new();
        for (cell, pieces) in grid.iter().enumerate() {
            lands.extend(filled(&mut pen, cell as u32, pieces));
        }
        Detail { lines, lands }
    }
}

/// The edge of a piece of land, over the antimeridian and on where it crosses it.
fn edge(land: &[i32], spots: &[Vec<Spot>]) -> Vec<Spot> {
    let mut edge: Vec<Spot> = Vec::new();
    let mut end: Option<Spot> = None;
    for arc in land {
        let points = &spots[index(*arc)];
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            continue;
        };
        let (first, last) = if *arc >= 0 { (first, last) } else { (last, first) };
        let turn = end.map_or(0.0, |end| (end.0 - first.0).round());
        let turned = |spot: &Spot| (spot.0 + turn, spot.1);
        if *arc >= 0 {
            edge.extend(points.iter().map(turned));
        } else {
            edge.extend(points.iter().rev().map(turned));
        }
        end = Some(turned(last));
        // The next arc begins where this one ends.
        edge.pop();
    }
    // A piece all around the pole is closed along the end of the square.
    if let (Some(first), Some(end)) = (edge.first().copied(), end)
        && (end.0 - first.0).abs() > 0.5
    {
        let pole = if first.1 > 0.5 { 1.0 } else { 0.0 };
        edge.extend([end, (end.0, pole), (first.0, pole)]);
    }
    edge
}

fn index(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

fn spot((x, y): (i32, i32)) -> Spot {
    let (_, y) = project((f64::from(y) * UNIT, 0.0));
    (f64::from(x) * UNIT / 360.0 + 0.5, y)
}

/// What is left of the file.
struct Bytes(&'static [u8]);

impl Bytes {
    fn number(&mut self) -> Option<i32> {
        let mut zigzag: u32 = 0;
        for shift in (0..28).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            zigzag |= u32::from(byte & 127) << shift;
            if byte & 128 == 0 {
                let half = (zigzag >> 1) as i32;
                return Some(if zigzag & 1 == 0 { half } else { -half - 1 });
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = usize::try_from(self.number()?).ok()?;
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(head).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_lines_are_whole_and_on_the_square() {
        let all = shared();
        assert!(all.arcs.len() > 3000 && all.countries.len() > 200);
        for level in 0..LEVELS {
            let detail = all.detail(level);
            assert!(detail.lines.len() > 500, "{level}");
            for line in &detail.lines {
                assert!(line.points.len() > 1 && line.points.len() <= PIECE + 1);
                // No line goes around the world.
                assert!(line.bounds.max.0 - line.bounds.min.0 < 0.2, "{:?}", line.bounds);
            }
        }
    }

    /// Whether the triangles cover a place.
    fn is_land(detail: &Detail, at: (f64, f64)) -> bool {
        let (x, y) = project(at);
        detail.lands.iter().any(|land| {
            let inside = |at: [f32; 2]| {
                let (x, y) = (x - land.bounds.min.0, y - land.bounds.min.1);
                (f64::from(at[0]) - x, f64::from(at[1]) - y)
            };
            land.triangles.chunks(3).any(|corners| {
                let [a, b, c] = [0, 1, 2].map(|corner| inside(land.points[corners[corner] as usize]));
                let turn = |one: (f64, f64), other: (f64, f64)| one.0 * other.1 - one.1 * other.0 >= 0.0;
                let turns = [turn(a, b), turn(b, c), turn(c, a)];
                turns == [true; 3] || turns == [false; 3]
            })
        })
    }

    #[test]
    fn towns_are_on_land_and_seas_are_not_at_every_level() {
        for level in 0..LEVELS {
            let detail = shared().detail(level);
            for land in [
                (50.45, 30.52),
                (49.99, 36.23),
                (39.03, 125.75),
                (-25.3, 131.0),
                (65.0, 100.0),
                (-29.5, 28.3),
                (66.5, -175.0),
                (68.0, 178.0),
                (-80.0, 0.0),
                (-17.8, 178.0),
            ] {
                assert!(is_land(&detail, land), "{level}: {land:?}");
            }
            for sea in [
                (43.5, 34.0),
                (41.5, 51.0),
                (0.0, -30.0),
                (38.0, 160.0),
                (60.0, -85.0),
            ] {
                assert!(!is_land(&detail, sea), "{level}: {sea:?}");
            }
        }
    }

    #[test]
    fn a_country_has_its_name_in_each_language_and_a_place_for_it() {
        let ukraine = shared()
            .countries
            .iter()
            .find(|country| country.name(Language::English) == "Ukraine")
            .unwrap();
        assert_eq!(ukraine.name(Language::Ukrainian), "Україна");
        assert_eq!(ukraine.name(Language::Korean), "우크라이나");
        assert!((47.0..52.0).contains(&ukraine.label.0) && (25.0..39.0).contains(&ukraine.label.1));
    }

    #[test]
    fn a_file_that_is_cut_or_makes_no_sense_is_refused() {
        assert_eq!(
            Outlines::read(&BYTES[..BYTES.len() / 2]).map(|all| all.arcs.len()),
            None
        );
        assert!(Outlines::read(&[0, 255, 255, 255, 255, 255]).is_none());
        assert!(Outlines::read(&[]).is_none());
    }
}
