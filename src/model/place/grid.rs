//! The grids of maps: UTM and UPS (NGA.SIG.0012), and the squares of MGRS and USNG, which are named after them
//! (NGA.STND.0037 §3).
//!
//! The projections are those of GeographicLib, by `geoconvert`. The letters are our own: that crate asserts where it
//! meets a square that a zone doesn't have, and knows neither that the zones 32X, 34X and 36X don't exist nor that a
//! square can lie outside its zone; here such a text is refused with the reason.

mod square;

use std::sync::LazyLock;

use geoconvert::{LatLon, UtmUps};
use regex::Regex;

use super::geodesic::wrapped;
use super::notation::{Notation, NotationError, Written};

/// The bands of UTM, 8° each from 80° S; the last has 12°.
const BANDS: &str = "CDEFGHJKLMNPQRSTUVWX";
/// The columns of 100 km; every third zone begins anew.
const COLUMNS: [&str; 3] = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"];
/// The rows of 100 km; even zones begin with F.
const ROWS: &str = "ABCDEFGHJKLMNPQRSTUV";
/// Of the polar bands A, B, Y and Z: columns, the number of the first one, rows, the number of the first one.
const POLAR: [(char, &str, i64, &str, i64); 4] = [
    ('A', "JKLPQRSTUXYZ", 8, "ABCDEFGHJKLMNPQRSTUVWXYZ", 8),
    ('B', "ABCFGHJKLPQR", 20, "ABCDEFGHJKLMNPQRSTUVWXYZ", 8),
    ('Y', "RSTUXYZ", 13, "ABCDEFGHJKLMNP", 13),
    ('Z', "ABCFGHJ", 20, "ABCDEFGHJKLMNP", 13),
];
/// Metres of a square that two letters name.
const SQUARE: f64 = 100_000.0;
/// Where the grid of the poles has its middle, both ways.
const POLE: f64 = 2_000_000.0;

/// A position in UTM, or in UPS where the zone is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    /// 1 to 60; 0 at the poles.
    pub(super) zone: u8,
    /// The band's letter.
    pub(super) band: char,
    /// Metres.
    pub(super) easting: f64,
    /// Metres; south of the equator with 10,000,000 added.
    pub(super) northing: f64,
}

impl Grid {
    /// Where a position lies; `None` only for what is no position.
    pub(super) fn of(latitude: f64, longitude: f64) -> Option<Self> {
        // The crate's longitudes end before 180°, and the sign of a zero is not the southern hemisphere.
        let longitude = if longitude == 180.0 { -180.0 } else { longitude };
        let at = LatLon::create(latitude + 0.0, longitude + 0.0).ok()?;
        let grid = UtmUps::from_latlon(&at);
        let zone = u8::try_from(grid.zone()).ok()?;
        let band = if zone == 0 {
            polar_band(latitude > 0.0, grid.easting())
        } else {
            let place = ((latitude + 80.0) / 8.0).floor().clamp(0.0, 19.0) as usize;
            BANDS.chars().nth(place)?
        };
        Some(Self {
            zone,
            band,
            easting: grid.easting(),
            northing: grid.northing(),
        })
    }

    /// The zone with its band, as it is written before the numbers.
    fn designator(&self) -> String {
        if self.zone == 0 {
            self.band.to_string()
        } else {
            format!("{}{}", self.zone, self.band)
        }
    }

    /// UTM or UPS with so many decimals of a metre.
    pub(super) fn utm(&self, decimals: usize) -> String {
        let zone = if self.band == 'S' && has_people_in_the_south(self.zone) {
            format!("{} north", self.zone)
        } else {
            self.designator()
        };
        format!("{zone} {:.decimals$} {:.decimals$}", self.easting, self.northing)
    }

    /// Rounded to this power of ten of a metre, if that lies in the same zone and band.
    pub(super) fn rounded(&self, power: i32) -> Option<Self> {
        let step = 10f64.powi(power);
        let rounded = Self {
            easting: (self.easting / step).round() * step,
            northing: (self.northing / step).round() * step,
            ..*self
        };
        let at = rounded.position(self.band >= 'N')?;
        let is = Self::of(at.0, at.1)?;
        ((is.zone, is.band) == (self.zone, self.band)).then_some(rounded)
    }

    /// The two letters of the square of 100 km.
    fn square(&self) -> Option<String> {
        let column = (self.easting / SQUARE).floor() as i64;
        let row = (self.northing / SQUARE).floor() as i64;
        let (columns, first_column, rows, first_row) = if self.zone == 0 {
            let (_, columns, column, rows, row) = *POLAR.iter().find(|polar| polar.0 == self.band)?;
            (columns, column, rows, row)
        } else {
            (columns(self.zone), 1, ROWS, 0)
        };
        let row = if self.zone == 0 {
            row - first_row
        } else {
            (row + row_offset(self.zone)).rem_euclid(20)
        };
        let column = columns
            .chars()
            .nth(usize::try_from(column - first_column).ok()?)?;
        let row = rows.chars().nth(usize::try_from(row).ok()?)?;
        Some(format!("{column}{row}"))
    }

    /// The square with sides of 100 km, 10 km, ... 1 m for 0 to 5 digits, as MGRS writes it. Squares are cut off, not
    /// rounded: the position lies in the square.
    pub(super) fn mgrs(&self, digits: usize) -> Option<String> {
        let square = self.square()?;
        let mut text = format!("{} {square}", self.designator());
        if digits > 0 {
            let side = 10f64.powi(5 - digits as i32);
            for metres in [self.easting, self.northing] {
                let within = (metres.rem_euclid(SQUARE) / side).floor() as u32;
                text.push_str(&format!(" {within:0digits$}"));
            }
        }
        Some(text)
    }

    /// The position; the band is not looked at.
    fn position(&self, north: bool) -> Option<(f64, f64)> {
        let grid = UtmUps::create(i32::from(self.zone), north, self.easting, self.northing).ok()?;
        let at = grid.to_latlon();
        let (latitude, longitude) = (at.latitude(), at.longitude());
        (latitude.is_finite() && longitude.is_finite())
            .then(|| (latitude.clamp(-90.0, 90.0), wrapped(longitude)))
    }
}

/// The letter of a half of a polar cap.
fn polar_band(is_north: bool, easting: f64) -> char {
    match (is_north, easting >= POLE) {
        (false, false) => 'A',
        (false, true) => 'B',
        (true, false) => 'Y',
        (true, true) => 'Z',
    }
}

/// Whether people live in a zone where northings of band S (32° N to 40° N) would lie if S meant the south: 50° S to
/// 58° S. That is Patagonia, Tierra del Fuego and the Falkland Islands, 78° W to 54° W; elsewhere there is the sea.
fn has_people_in_the_south(zone: u8) -> bool {
    (18..=21).contains(&zone)
}

fn columns(zone: u8) -> &'static str {
    COLUMNS[(usize::from(zone) + 2) % 3]
}

/// By how many letters the rows of a zone are shifted.
fn row_offset(zone: u8) -> i64 {
    if zone.is_multiple_of(2) { 5 } else { 0 }
}

/// West, east, south and north of a zone in a band, in degrees; `None` where the grid has no such zone: bands 31V and
/// 32V meet at 3° E for Norway, and 31X to 37X are four zones in place of seven for Svalbard.
fn bounds(zone: u8, band: char) -> Option<(f64, f64, f64, f64)> {
    let place = BANDS.find(band)?;
    if !(1..=60).contains(&zone) {
        return None;
    }
    let west = f64::from(zone) * 6.0 - 186.0;
    let (west, east) = match (zone, band) {
        (31, 'V') => (0.0, 3.0),
        (32, 'V') => (3.0, 12.0),
        (31, 'X') => (0.0, 9.0),
        (33, 'X') => (9.0, 21.0),
        (35, 'X') => (21.0, 33.0),
        (37, 'X') => (33.0, 42.0),
        (32 | 34 | 36, 'X') => return None,
        _ => (west, west + 6.0),
    };
    let south = place as f64 * 8.0 - 80.0;
    let north = if band == 'X' { 84.0 } else { south + 8.0 };
    Some((west, east, south, north))
}

/// Degrees east or west of the zone's middle meridian.
fn from_meridian(zone: u8, longitude: f64) -> f64 {
    let difference = longitude - (f64::from(zone) * 6.0 - 183.0);
    (difference + 180.0).rem_euclid(360.0) - 180.0
}

static MGRS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?i:MGRS|USNG)?[ :]*(?:(\d{1,2}) ?([C-HJ-NP-Xc-hj-np-x])|([ABYZabyz])) ?([A-HJ-NP-Za-hj-np-z]) ?([A-HJ-NP-Za-hj-np-z])((?: ?\d)*)$").ok()
});

static UTM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:UTM|UPS)?[ :]*(?:(?:zone )?(\d{1,2}) ?([C-HJ-NP-X]|north|south)|([ABYZ])|(north|south))[ ,;:]+(?:E[:= ]*)?(\d{4,7}(?:[.,]\d{1,4})?) ?(?:m ?E|m|E)?[ ,;]+(?:N[:= ]*)?(\d{1,8}(?:[.,]\d{1,4})?) ?(?:m ?N|m|N)?$").ok()
});

/// Reads UTM, UPS or MGRS; `None` if it has the form of none.
pub(super) fn read(text: &str) -> Option<Result<Written, NotationError>> {
    if let Some(found) = MGRS.as_ref()?.captures(text) {
        let part = |group| found.get(group).map_or("", |part| part.as_str());
        let band = format!("{}{}", part(2), part(3)).to_ascii_uppercase();
        let letters = format!("{}{}", part(4), part(5)).to_ascii_uppercase();
        return Some(square::read(part(1), &band, &letters, part(6).trim()));
    }
    let found = UTM.as_ref()?.captures(text)?;
    let part = |group| found.get(group).map_or("", |part| part.as_str());
    let word = format!("{}{}{}", part(2), part(3), part(4)).to_ascii_uppercase();
    Some(coordinates(part(1), &word, part(5), part(6)))
}

/// The number of a zone; 0 is that of the poles.
fn zone(text: &str, band: &str) -> Result<u8, NotationError> {
    if text.is_empty() {
        return Ok(0);
    }
    text.parse()
        .ok()
        .filter(|zone| (1..=60).contains(zone))
        .ok_or_else(|| NotationError::Zone {
            zone: format!("{text}{band}"),
        })
}

/// Easting and northing of UTM, or of UPS without a zone.
fn coordinates(number: &str, word: &str, easting: &str, northing: &str) -> Result<Written, NotationError> {
    let zone = zone(number, word)?;
    let (easting, easting_step) = metres(easting)?;
    let (northing, northing_step) = metres(northing)?;
    let step = easting_step.max(northing_step);
    let designator = format!("{number}{}", word.chars().next().unwrap_or_default());
    let outside = || NotationError::OutsideZone {
        zone: designator.clone(),
    };
    let letter = match word {
        "NORTH" | "SOUTH" => None,
        letter => letter.chars().next(),
    };
    let grid = Grid {
        zone,
        band: letter.unwrap_or('N'),
        easting,
        northing,
    };
    let position = |north| grid.position(north).filter(|at| fits(zone, north, *at));
    let found = if zone == 0 {
        let is_north = matches!(word, "NORTH" | "Y" | "Z");
        let at = position(is_north).ok_or_else(outside)?;
        let is = polar_band(is_north, easting);
        // On the middle line both letters are right.
        if letter.is_some_and(|letter| letter != is) && (easting - POLE).abs() > step {
            return Err(NotationError::Band { zone: designator, is });
        }
        at
    } else {
        let in_band = |letter: char| {
            let at = position(letter >= 'N')?;
            let (_, _, south, north) = bounds(zone, letter)?;
            // A metre over the edge of a band is no contradiction.
            (south - 1e-4..=north + 1e-4).contains(&at.0).then_some(at)
        };
        match (word, letter) {
            ("NORTH", _) => position(true).ok_or_else(outside)?,
            ("SOUTH", _) => position(false).ok_or_else(outside)?,
            (_, Some('S')) => match (in_band('S'), position(false)) {
                (Some(_), Some(_)) if has_people_in_the_south(zone) => {
                    return Err(NotationError::BandOrSouth { zone });
                }
                (Some(at), _) | (None, Some(at)) => at,
                (None, None) => return Err(outside()),
            },
            // North either way: as the band it lies there, as the hemisphere anywhere.
            (_, Some('N')) => position(true).ok_or_else(outside)?,
            (_, Some(letter)) => {
                bounds(zone, letter).ok_or_else(|| NotationError::Zone {
                    zone: designator.clone(),
                })?;
                let at = position(letter >= 'N').ok_or_else(outside)?;
                in_band(letter).ok_or_else(|| NotationError::Band {
                    zone: designator.clone(),
                    is: Grid::of(at.0, at.1).map_or('N', |grid| grid.band),
                })?
            }
            (_, None) => return Err(NotationError::Unrecognised),
        }
    };
    let notation = if zone == 0 { Notation::Ups } else { Notation::Utm };
    // Half a step both ways; the grid's scale differs from 1 by less than a hundredth.
    let radius = step / 2.0 * std::f64::consts::SQRT_2 * 1.01;
    Ok(Written::new(found.0, found.1, Some(radius), notation))
}

/// Whether a position can be meant by numbers of this zone: maps go on a degree into the next zone, and at the poles
/// as far as the grids overlap. Farther off, a digit is missing or wrong.
fn fits(zone: u8, is_north: bool, at: (f64, f64)) -> bool {
    if zone == 0 {
        return if is_north { at.0 >= 83.0 } else { at.0 <= -79.0 };
    }
    let wide = if at.0 >= 55.9 { 7.0 } else { 4.0 };
    let hemisphere = if is_north {
        at.0 >= -0.5 && at.0 <= 84.5
    } else {
        at.0 <= 0.5 && at.0 >= -80.5
    };
    hemisphere && from_meridian(zone, at.1).abs() <= wide
}

/// Metres with the step of their last digit.
fn metres(text: &str) -> Result<(f64, f64), NotationError> {
    let text = text.replace(',', ".");
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let metres = text.parse().map_err(|_| NotationError::Unrecognised)?;
    Ok((metres, 10f64.powi(-(decimals as i32))))
}

#[cfg(test)]
mod tests;
