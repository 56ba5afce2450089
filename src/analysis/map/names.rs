//! Which names of countries and towns a map shows at a zoom: the largest first, none over another. They depend on the zoom
//! alone, so no name comes or goes while one pans.

use crate::model::place::gazetteer::Gazetteer;
use crate::model::place::mercator::{Bounds, Spot, WORLD, project};
use crate::model::place::outlines::Outlines;
use crate::text::Language;

/// A name on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name {
    /// What is written.
    pub text: &'static str,
    /// Where it is: a town's point, the middle of a country's name.
    pub at: Spot,
    /// Of a country, not of a town.
    pub is_country: bool,
    /// How many people live in the town.
    pub population: u32,
}

/// The names of one zoom.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// From north to south.
    names: Vec<Name>,
}

/// A letter is about so many points wide, or twice that in Hangul; a line so high.
const LETTER: f64 = 6.6;
const LINE: f64 = 16.0;
/// Room that is left around a name.
const ROOM: f64 = 14.0;
/// Cells in which what was placed is looked for, in points.
const CELL: f64 = 128.0;

/// The fewest people for whom a town's name is shown at a zoom: a map of the world is not one of towns.
fn fewest(zoom: f64) -> u32 {
    match zoom {
        ..3.0 => u32::MAX,
        3.0..4.0 => 3_000_000,
        4.0..5.0 => 1_000_000,
        5.0..6.0 => 300_000,
        6.0..7.0 => 80_000,
        7.0..8.0 => 25_000,
        8.0..9.0 => 6_000,
        _ => 0,
    }
}

impl Names {
    /// The names at `zoom`, in a language. Takes some milliseconds.
    #[must_use]
    pub fn new(outlines: &Outlines, towns: &Gazetteer, language: Language, zoom: f64) -> Self {
        let scale = WORLD * zoom.exp2();
        let mut placed = Placed {
            cells: (scale / CELL).ceil().clamp(1.0, 4e6) as u64,
            boxes: std::collections::HashMap::new(),
        };
        let mut names = Vec::new();
        let mut countries: Vec<_> = outlines
            .countries
            .iter()
            .filter(|country| country.is_named)
            .collect();
        countries.sort_by(|one, other| other.width.total_cmp(&one.width));
        // Nearer, a country is larger than the view, and its name would stand anywhere.
        let is_far = zoom < 6.5;
        for country in countries.into_iter().filter(|_| is_far) {
            let text = country.name(language);
            let at = project(country.label);
            let wide = width(text) * 1.2;
            let frame = boxed((at.0 * scale - wide / 2.0, at.1 * scale - LINE / 2.0), wide);
            if wide < country.width * scale * 1.1 && placed.take(frame) {
                names.push(Name {
                    text,
                    at,
                    is_country: true,
                    population: 0,
                });
            }
        }
        for town in towns
            .towns()
            .iter()
            .take_while(|town| town.population >= fewest(zoom))
        {
            let text = town.name_in(language);
            let at = project(town.point());
            let frame = boxed(
                (at.0 * scale - 4.0, at.1 * scale - LINE / 2.0),
                width(text) + 10.0,
            );
            if placed.take(frame) {
                names.push(Name {
                    text,
                    at,
                    is_country: false,
                    population: town.population,
                });
            }
        }
        names.sort_by(|one, other| one.at.1.total_cmp(&other.at.1));
        Self { names }
    }

    /// The names whose place is in `area`, each with the turns around the world at which it is seen there.
    pub fn within(&self, area: Bounds) -> impl Iterator<Item = (&Name, f64)> {
        let from = self.names.partition_point(|name| name.at.1 < area.min.1);
        let to = self.names.partition_point(|name| name.at.1 <= area.max.1);
        self.names[from..to.max(from)].iter().flat_map(move |name| {
            let spot = Bounds {
                min: name.at,
                max: name.at,
            };
            area.turns(spot).map(move |turn| (name, turn))
        })
    }
}

/// About how wide a name is, in points.
#[must_use]
pub fn width(text: &str) -> f64 {
    text.chars()
        .map(|c| {
            if ('가'..='힣').contains(&c) {
                2.0 * LETTER
            } else {
                LETTER
            }
        })
        .sum()
}

/// Left, top, right, bottom.
type Frame = [f64; 4];

fn boxed((left, top): (f64, f64), width: f64) -> Frame {
    [
        left - ROOM,
        top - ROOM / 2.0,
        left + width + ROOM,
        top + LINE + ROOM / 2.0,
    ]
}

/// What has its place already.
struct Placed {
    cells: u64,
    boxes: std::collections::HashMap<u64, Vec<Frame>>,
}

impl Placed {
    /// Takes a place, if nobody has any of it.
    fn take(&mut self, frame: Frame) -> bool {
        let cell = |at: f64| ((at / CELL).max(0.0) as u64).min(self.cells - 1);
        let cells: Vec<u64> = (cell(frame[1])..=cell(frame[3]))
            .flat_map(|row| (cell(frame[0])..=cell(frame[2])).map(move |column| row << 32 | column))
            .collect();
        let meets = |other: &Frame| {
            frame[0] < other[2] && other[0] < frame[2] && frame[1] < other[3] && other[1] < frame[3]
        };
        let is_free = cells
            .iter()
            .filter_map(|cell| self.boxes.get(cell))
            .all(|boxes| !boxes.iter().any(meets));
        if is_free {
            for cell in cells {
                self.boxes.entry(cell).or_default().push(frame);
            }
        }
        is_free
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::place::{gazetteer, outlines};

    fn names(zoom: f64, language: Language) -> Names {
        Names::new(outlines::shared(), gazetteer::shared(), language, zoom)
    }

    #[test]
    fn no_name_lies_on_another_and_larger_towns_come_first() {
        for zoom in [1.0, 3.5, 6.0, 9.0] {
            let scale = WORLD * f64::exp2(zoom);
            let names = names(zoom, Language::English).names;
            assert!(names.len() > 4, "{zoom}: {}", names.len());
            let frame = |name: &Name| {
                let wide = width(name.text);
                let left = name.at.0 * scale - if name.is_country { wide / 2.0 } else { 0.0 };
                (left, left + wide, name.at.1 * scale)
            };
            for (place, name) in names.iter().enumerate() {
                let (left, right, y) = frame(name);
                for other in &names[place + 1..] {
                    let (from, to, at) = frame(other);
                    if at - y > LINE {
                        break;
                    }
                    assert!(
                        right <= from || to <= left,
                        "{zoom}: {} on {}",
                        name.text,
                        other.text
                    );
                }
            }
        }
    }

    #[test]
    fn names_are_written_as_the_language_writes_them() {
        let shows =
            |zoom, language, text: &str| names(zoom, language).names.iter().any(|name| name.text == text);
        assert!(shows(5.0, Language::English, "Kyiv"));
        assert!(shows(5.0, Language::Ukrainian, "Київ"));
        assert!(shows(5.0, Language::Ukrainian, "Україна"));
        assert!(shows(8.0, Language::Korean, "평양"));
        assert!(shows(3.0, Language::English, "Australia"));
    }
}
