//! A position in one cell: degrees, and the radius that is written behind them or that the notation implies.

use serde_json::Value;

use super::names::is_unit;
use super::read::{Fault, positive};
use crate::model::place;
use crate::model::record::Fields;
use crate::text::t;

/// Metres: a radius that a notation implies is kept from here on. More digits are what a program printed and say nothing
/// of how well the place is known (gps.gov, "GPS Accuracy": a phone's receiver is usually off by 4.9 m).
const FINE: f64 = 5.0;
/// Decimals of a degree from which on the digits imply no radius that is kept: a metre.
const FINE_DECIMALS: usize = 5;

/// A position that stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    latitude: f64,
    longitude: f64,
    /// What the notation can tell at best, if that is worth keeping.
    implied: Option<f64>,
    /// What is written behind it.
    stated: Option<f64>,
}

impl Placed {
    /// Reads a position in any notation, with `± 500 m` or `± 2 km` behind it or not.
    pub(super) fn read(cell: &str) -> Result<Self, Fault> {
        let (position, behind) = cell.split_once('±').unzip();
        let written = place::read(position.unwrap_or(cell).trim())
            .map_err(|error| Fault::new(t("sheet-position-wrong"), error.to_string()))?;
        let stated = match behind {
            None => None,
            Some(radius) => stated(radius.trim())?,
        };
        Ok(Self {
            latitude: written.latitude,
            longitude: written.longitude,
            implied: written.radius_m.filter(|implied| *implied >= FINE),
            stated,
        })
    }

    /// Writes it where a record has its degrees. The radius is what is written, or else what the record has; but no less than
    /// the notation can tell.
    pub(super) fn lay(&self, fields: &mut Fields) {
        let stated = self
            .stated
            .or_else(|| fields.get("radius_m").and_then(Value::as_f64));
        fields.insert("latitude".to_owned(), self.latitude.into());
        fields.insert("longitude".to_owned(), self.longitude.into());
        let radius = match (stated, self.implied) {
            (Some(stated), Some(implied)) => Some(stated.max(implied)),
            (stated, implied) => stated.or(implied),
        };
        if let Some(radius) = radius {
            fields.insert("radius_m".to_owned(), radius.into());
        }
    }
}

/// A radius in metres, written in metres or kilometres.
fn stated(radius: &str) -> Result<Option<f64>, Fault> {
    let end = radius.trim_end_matches(char::is_alphabetic).len();
    let (figures, unit) = radius.split_at(end);
    if is_unit("km", unit) {
        let kilometres = positive(figures.trim(), "km")?.as_f64();
        return Ok(kilometres.map(|kilometres| kilometres * 1000.0));
    }
    Ok(positive(radius, "m")?.as_f64())
}

/// The position of a record as [`Placed::read`] reads it, with digits that imply nothing of their own; empty without one.
pub(super) fn print(fields: &Fields) -> String {
    let number = |name| fields.get(name).and_then(Value::as_f64);
    let (Some(latitude), Some(longitude)) = (number("latitude"), number("longitude")) else {
        return String::new();
    };
    let degrees = |value: f64| {
        let shortest = value.to_string();
        let decimals = shortest.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        format!("{value:.*}", decimals.max(FINE_DECIMALS))
    };
    let (latitude, longitude) = (degrees(latitude), degrees(longitude));
    match number("radius_m") {
        None => format!("{latitude}, {longitude}"),
        Some(radius) => format!("{latitude}, {longitude} ± {radius} m"),
    }
}

/// Whether a field of the record states something.
pub(super) fn states(fields: &Fields, name: &str) -> bool {
    fields.get(name).is_some_and(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_radius_is_stated_in_metres_or_kilometres() {
        for (cell, metres) in [
            ("50.45000, 30.52000 ± 500 m", 500.0),
            ("50.45000, 30.52000 ± 500", 500.0),
            ("50.45000, 30.52000 ± 5 km", 5000.0),
            ("50,45000 30,52000 ± 2,5 км", 2500.0),
            ("50.45000, 30.52000 ±3km", 3000.0),
        ] {
            assert_eq!(Placed::read(cell).unwrap().stated, Some(metres), "{cell}");
        }
        assert!(Placed::read("50.45, 30.52 ± 5 miles").is_err());
        assert!(Placed::read("50.45, 30.52 ± km").is_err());
    }
}
