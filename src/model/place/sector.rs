//! Places that are told from another one: "20 km north-west of Kyiv" is a part of a ring, not a point. What a record can
//! hold of it is the smallest circle around that part; the words stay in the place's name.
//!
//! Words are taken as widely as they are used: see [`Point::half_width`] for directions; a distance of 20 km is one that
//! may be 15 to 25.

use std::sync::LazyLock;

use regex::Regex;

use super::compass::Point;
use super::gazetteer::{Gazetteer, comparable};
use super::geodesic::{measure, rounded_up, travel};
use super::notation::read;
use crate::text::{t, tf};

/// Metres: without a distance, a place that is told from another is taken to be no farther away. It is said wherever
/// it is used.
pub const ASSUMED: f64 = 50_000.0;
/// Metres: who tells a place from a farther one means something else.
const FARTHEST: f64 = 2_000_000.0;

/// What the words of a sector say.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// From where, as it is written: a name or a position.
    pub from: String,
    /// The bearings between which it lies, clockwise from the first to the second, in degrees.
    pub bearings: (f64, f64),
    /// The distances between which it lies, in metres; `None` if none is told.
    pub distance: Option<(f64, f64)>,
}

/// Something that has a name and a position.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// Its name, so that it can be told from others.
    pub name: String,
    /// Latitude and longitude.
    pub point: (f64, f64),
    /// Metres in which it lies, if that is known.
    pub radius_m: Option<f64>,
    /// How likely it is meant among others of its name: its population.
    pub weight: u64,
}

/// A part of a ring around a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sector {
    /// The middle of the ring.
    pub from: (f64, f64),
    /// Metres in which the middle lies.
    pub from_radius_m: f64,
    /// Bearings, clockwise from the first to the second.
    pub bearings: (f64, f64),
    /// Metres.
    pub distance: (f64, f64),
}

/// A sector that was found, with what was taken for granted.
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    /// The sector.
    pub sector: Sector,
    /// From where.
    pub from: Anchor,
    /// Whether no distance was told, so that [`ASSUMED`] counts.
    pub is_assumed: bool,
}

/// Why a sector can't be found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SectorError {
    /// The place from which it is told is not known.
    #[error("{}", tf("place-from-unknown", &[("name", name.as_str().into())]))]
    Unknown {
        /// Its name.
        name: String,
    },
    /// Several places are called so.
    #[error("{}", tf("place-from-several", &[("name", name.as_str().into()), ("names", names.join("; ").into())]))]
    Several {
        /// The name.
        name: String,
        /// Some of them.
        names: Vec<String>,
    },
    /// The first distance is the larger one, or it is too far.
    #[error("{}", t("place-from-distance"))]
    Distance,
}

/// A number with a unit, or two of them. Up to so far, between so far and so far, or about so far.
const DISTANCE: &str = r"(?:(?P<upto>up to|within|at most|less than|under|до|не більше|не более)\s+)?(?:(?:between|about|approx\.?|around|roughly|some|~|близько|приблизно|около|примерно|від|от|약)\s*)?(?P<near>\d+(?:[.,]\d+)?)\s*(?:(?:km|км)?\s*(?:-|–|—|to|and|до|і|та|и)\s*(?P<far>\d+(?:[.,]\d+)?))?\s*(?P<unit>km|kilometres|kilometers|m|metres|meters|км|кілометрів|километров|м|метрів|метров|킬로미터|미터)\b\.?";
/// Two bearings, one, or words.
const DIRECTION: &str = r"(?:(?:bearing|azimuth|азимут|방위)\s*)?(?P<bearing>\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(?:-|–|—|to)\s*(?P<to>\d{1,3}(?:\.\d+)?)\s*)?°|(?P<words>[\p{L} .-]+?)";
/// Words before a direction that say nothing.
const TO_THE: &str = r"(?:(?:to the|in the|на|у|в|к|to)\s+)?";

static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let of = r"\s+(?:of|from|від|от)\s+";
    [
        // 20 km north-west of Kyiv; between 5 and 15 km, 300-330° from 50.45, 30.52
        format!(r"(?i)^{DISTANCE}[\s,]*{TO_THE}(?:{DIRECTION}){of}(?P<from>.+)$"),
        // north of Kyiv, up to 20 km
        format!(r"(?i)^{TO_THE}(?:{DIRECTION}){of}(?P<from>.+?)\s*,\s*{DISTANCE}$"),
        format!(r"(?i)^{TO_THE}(?:{DIRECTION}){of}(?P<from>.+)$"),
        // 키이우 북서쪽 20km
        format!(
            r"(?i)^(?P<from>.+?)(?:에서|의)?\s+(?P<words>[북남동서]+)(?:쪽|쪽으로|으로)?(?:\s*{DISTANCE})?$"
        ),
    ]
    .iter()
    .filter_map(|form| Regex::new(form).ok())
    .collect()
});

/// Reads the words of a sector; `None` if it is none.
#[must_use]
pub fn told(text: &str) -> Option<Told> {
    let text = text.trim();
    FORMS.iter().find_map(|form| {
        let found = form.captures(text)?;
        let part = |name: &str| found.name(name).map(|part| part.as_str().trim());
        let bearings = match (part("bearing"), part("to"), part("words")) {
            (Some(from), Some(to), _) => (degrees(from)?, degrees(to)?),
            (Some(bearing), None, _) => about_bearing(degrees(bearing)?),
            (None, _, Some(words)) => {
                let point = Point::parse(words)?;
                let half = point.half_width();
                (
                    (point.bearing() - half).rem_euclid(360.0),
                    (point.bearing() + half).rem_euclid(360.0),
                )
            }
            _ => return None,
        };
        let distance = match (part("near"), part("far"), part("unit")) {
            (Some(near), far, Some(unit)) => {
                let unit = if unit.to_lowercase().starts_with(['k', 'к', '킬']) {
                    1000.0
                } else {
                    1.0
                };
                let (low, high) = match far {
                    Some(far) => (number(near)?, number(far)?),
                    None if part("upto").is_some() => (0.0, number(near)?),
                    None => about(near)?,
                };
                Some((low * unit, high * unit))
            }
            _ => None,
        };
        Some(Told {
            from: part("from")?.to_owned(),
            bearings,
            distance,
        })
    })
}

/// Finds what is told. `named` gives the places of a name; a position needs none.
///
/// # Errors
/// When the name is not known or means several places, or the distances make no sense.
pub fn locate(told: &Told, named: &dyn Fn(&str) -> Vec<Anchor>) -> Result<Located, SectorError> {
    let from = anchor(&told.from, named)?;
    let distance = told.distance.unwrap_or((0.0, ASSUMED));
    if distance.0 > distance.1 || distance.1 > FARTHEST || distance.1 <= 0.0 {
        return Err(SectorError::Distance);
    }
    let sector = Sector {
        from: from.point,
        from_radius_m: from.radius_m.unwrap_or(0.0),
        bearings: told.bearings,
        distance,
    };
    Ok(Located {
        sector,
        from,
        is_assumed: told.distance.is_none(),
    })
}

/// A place of the case is as likely meant as a town of so many people: a city of its name is meant rather than it, and
/// it rather than a village.
pub const OWN: u64 = 10_000;

/// What is called so: towns, and places of the case, each point once.
#[must_use]
pub fn known(name: &str, towns: Option<&Gazetteer>, own: &[Anchor]) -> Vec<Anchor> {
    let wanted = comparable(name);
    let towns = towns.map(|towns| towns.named(name)).unwrap_or_default();
    let mut found: Vec<Anchor> = towns
        .into_iter()
        .map(|town| Anchor {
            name: town.full_name(),
            point: town.point(),
            radius_m: None,
            weight: u64::from(town.population.max(1)),
        })
        .collect();
    for place in own.iter().filter(|place| comparable(&place.name) == wanted) {
        if found.iter().all(|other| other.point != place.point) {
            found.push(place.clone());
        }
    }
    found
}

/// The one place that is meant by a text.
fn anchor(text: &str, named: &dyn Fn(&str) -> Vec<Anchor>) -> Result<Anchor, SectorError> {
    if let Ok(place) = read(text) {
        return Ok(Anchor {
            name: text.to_owned(),
            point: place.point(),
            radius_m: place.radius_m,
            weight: u64::MAX,
        });
    }
    let mut found = named(text);
    found.sort_by_key(|anchor| std::cmp::Reverse(anchor.weight));
    let names = || found.iter().take(5).map(|anchor| anchor.name.clone()).collect();
    match found.as_slice() {
        [] => Err(SectorError::Unknown {
            name: text.to_owned(),
        }),
        // Who means a village of the name of a city says so.
        [first, second, ..] if first.weight / 10 < second.weight => Err(SectorError::Several {
            name: text.to_owned(),
            names: names(),
        }),
        [first, ..] => Ok(first.clone()),
    }
}

impl Sector {
    /// The circle around it: latitude, longitude, and the radius in metres, rounded up.
    #[must_use]
    pub fn circle(&self) -> (f64, f64, f64) {
        let (near, far) = self.distance;
        let half = self.width() / 2.0;
        let middle = self.bearings.0 + half;
        // In the plane in which distance and bearing from the origin are true, the centre is on the middle line. It is
        // as far out as the outer corners want, but not so far that the inner ones are the farthest.
        let out = if half >= 90.0 {
            0.0
        } else {
            let cosine = half.to_radians().cos();
            (far * cosine).min((far + near) / (2.0 * cosine))
        };
        let centre = travel(self.from, middle, out);
        let centre = ((centre.0 * 1e5).round() / 1e5, (centre.1 * 1e5).round() / 1e5);
        // On the ellipsoid the circle is measured anew, at the edge and at all corners.
        let steps = 32;
        let edge = (0..=steps).flat_map(|step| {
            let bearing = self.bearings.0 + self.width() * f64::from(step) / f64::from(steps);
            [travel(self.from, bearing, near), travel(self.from, bearing, far)]
        });
        let radius = edge.map(|point| measure(centre, point).0).fold(0.0, f64::max);
        (
            centre.0,
            centre.1,
            rounded_up(radius * 1.001 + self.from_radius_m),
        )
    }

    /// Its edge as latitudes and longitudes: out along the first bearing, around, and back along the second.
    #[must_use]
    pub fn edge(&self) -> Vec<(f64, f64)> {
        const STEPS: u32 = 32;
        let (near, far) = self.distance;
        let at = |step: u32, metres: f64| {
            let bearing = self.bearings.0 + self.width() * f64::from(step) / f64::from(STEPS);
            travel(self.from, bearing, metres)
        };
        let outer = (0..=STEPS).map(|step| at(step, far));
        let inner = (0..=STEPS).rev().map(|step| at(step, near));
        match (self.width() >= 360.0, near > 0.0) {
            (true, _) => outer.collect(),
            (false, true) => outer.chain(inner).collect(),
            (false, false) => outer.chain([self.from]).collect(),
        }
    }

    /// Degrees from the first bearing to the second; all around if they are the same.
    fn width(&self) -> f64 {
        let width = (self.bearings.1 - self.bearings.0).rem_euclid(360.0);
        if width == 0.0 { 360.0 } else { width }
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn contains(&self, point: (f64, f64)) -> bool {
        let (metres, bearing) = measure(self.from, point);
        let within = (bearing - self.bearings.0).rem_euclid(360.0) <= self.width();
        (self.distance.0..=self.distance.1).contains(&metres) && (within || metres == 0.0)
    }
}

fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok()
}

/// A bearing of 0 to 360 degrees.
fn degrees(text: &str) -> Option<f64> {
    number(text).filter(|degrees| (0.0..=360.0).contains(degrees))
}

/// What a round bearing may be: tens and fives are told where ones are not known.
fn about_bearing(bearing: f64) -> (f64, f64) {
    let half = if bearing % 10.0 == 0.0 {
        5.0
    } else if bearing % 5.0 == 0.0 {
        2.5
    } else {
        0.5
    };
    (
        (bearing - half).rem_euclid(360.0),
        (bearing + half).rem_euclid(360.0),
    )
}

/// What a distance may be that is told with these digits: half of the last digit that is not a zero to either side,
/// a quarter of ten if that is a five. 20 is 15 to 25, 25 is 22.5 to 27.5, 21 is 20.5 to 21.5.
fn about(text: &str) -> Option<(f64, f64)> {
    let text = text.replace(',', ".");
    let value: f64 = text.parse().ok()?;
    let (digits, mut power) = match text.split_once('.') {
        Some((whole, decimals)) => (format!("{whole}{decimals}"), -(decimals.len() as i32)),
        None => (text.clone(), 0),
    };
    let mut digits = digits.as_str();
    while power >= 0 && digits.len() > 1 && digits.ends_with('0') {
        digits = &digits[..digits.len() - 1];
        power += 1;
    }
    let half = if digits.ends_with('5') { 2.5 } else { 0.5 } * 10f64.powi(power);
    Some(((value - half).max(0.0), value + half))
}

#[cfg(test)]
mod tests;
