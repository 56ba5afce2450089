//! Squares of MGRS and USNG, read.

use super::super::geodesic::measure;
use super::super::notation::{Notation, NotationError, Written};
use super::{Grid, POLAR, ROWS, SQUARE, bounds, columns, from_meridian, row_offset, zone};

/// A square of MGRS: its middle, and its corners as the radius.
pub(super) fn read(number: &str, band: &str, letters: &str, digits: &str) -> Result<Written, NotationError> {
    let zone = zone(number, band)?;
    let band = band.chars().next().ok_or(NotationError::Unrecognised)?;
    let designator = format!("{number}{band}");
    let no_square = || NotationError::Square {
        zone: designator.clone(),
        square: letters.to_owned(),
    };
    let (east, north) = halves(digits)?;
    let side = 10f64.powi(5 - east.len() as i32);
    let within = |half: &str| half.parse::<f64>().unwrap_or(0.0) * side;
    let (column, row) = letters.split_at(1);

    let (west_edge, rows) = if zone == 0 {
        let (_, columns, first, rows, first_row) =
            *POLAR.iter().find(|polar| polar.0 == band).ok_or_else(no_square)?;
        let column = columns.find(column).ok_or_else(no_square)? as i64 + first;
        let row = rows.find(row).ok_or_else(no_square)? as i64 + first_row;
        (column as f64 * SQUARE, vec![row])
    } else {
        bounds(zone, band).ok_or_else(|| NotationError::Zone {
            zone: designator.clone(),
        })?;
        let column = columns(zone).find(column).ok_or_else(no_square)? as i64 + 1;
        let row = ROWS.find(row).ok_or_else(no_square)? as i64 - row_offset(zone);
        // Rows repeat after 2000 km: that of the band is meant.
        let rows = (0..5).map(|turn| row.rem_euclid(20) + 20 * turn).collect();
        (column as f64 * SQUARE, rows)
    };
    let is_north = if zone == 0 { band >= 'Y' } else { band >= 'N' };
    rows.into_iter()
        .find_map(|row| {
            let corner = Grid {
                zone,
                band,
                easting: west_edge + within(east),
                northing: row as f64 * SQUARE + within(north),
            };
            cell(corner, is_north, side)
        })
        .ok_or_else(no_square)
}

/// The square whose south-western corner is given, if any of it can lie in its zone and band.
fn cell(corner: Grid, is_north: bool, side: f64) -> Option<Written> {
    let at = |east: f64, north: f64| {
        let easting = corner.easting + east * side;
        let northing = corner.northing + north * side;
        Grid {
            easting,
            northing,
            ..corner
        }
        .position(is_north)
    };
    let middle = at(0.5, 0.5)?;
    let mut radius = 0.0f64;
    for (east, north) in [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)] {
        radius = radius.max(measure(middle, at(east, north)?).0);
    }
    // As far as the corners are, in degrees.
    let slack = radius / 110_000.0;
    let is_within = if corner.zone == 0 {
        if is_north {
            middle.0 >= 84.0 - slack
        } else {
            middle.0 <= -80.0 + slack
        }
    } else {
        let (west, east, south, north) = bounds(corner.zone, corner.band)?;
        let slack_east = slack / middle.0.to_radians().cos().max(0.01);
        let longitude = from_meridian(corner.zone, middle.1);
        let (west, east) = (from_meridian(corner.zone, west), from_meridian(corner.zone, east));
        (south - slack..=north + slack).contains(&middle.0)
            && (west - slack_east..=east + slack_east).contains(&longitude)
    };
    is_within.then(|| Written::new(middle.0, middle.1, Some(radius), Notation::Mgrs))
}

/// The digits of a square in two halves of one length.
fn halves(digits: &str) -> Result<(&str, &str), NotationError> {
    let groups: Vec<&str> = digits.split_whitespace().collect();
    let halves = match *groups.as_slice() {
        [] => ("", ""),
        [both] => both.split_at(both.len() / 2),
        [east, north] => (east, north),
        _ => return Err(NotationError::SquareDigits),
    };
    if halves.0.len() != halves.1.len() || halves.0.len() > 5 {
        return Err(NotationError::SquareDigits);
    }
    Ok(halves)
}
