//! Plus Codes in full, such as `9G2GFG2F+2X`
//! ([Open Location Code](https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md)).
//! A short one, which is told from a town near by, is no position by itself.

use super::geodesic::cell_radius;
use super::notation::{Notation, NotationError, Written};

/// The digits, in their order.
const DIGITS: &str = "23456789CFGHJMPQRVWX";
/// So many digits stand before the plus sign of a full code.
const BEFORE: usize = 8;
/// The longest code that has a meaning.
const LONGEST: usize = 15;

/// Reads a code; `None` if it has not the form of one.
pub(super) fn read(text: &str) -> Option<Result<Written, NotationError>> {
    let code = text.to_ascii_uppercase();
    let (before, after) = code.split_once('+')?;
    let is_digit = |c: char| DIGITS.contains(c);
    let body = before.trim_end_matches('0');
    let is_code = !body.is_empty()
        && before.len() <= BEFORE
        && before.len() % 2 == 0
        && body.len() % 2 == 0
        && body.chars().all(is_digit)
        && after.chars().all(is_digit)
        && after.len() != 1
        && (body.len() == before.len() || after.is_empty());
    if !is_code || (before.len() < BEFORE && after.is_empty()) {
        return None;
    }
    if before.len() < BEFORE {
        return Some(Err(NotationError::ShortPlusCode));
    }
    Some(Ok(cell(body.chars().chain(after.chars()))?))
}

/// The cell of a full code's digits.
fn cell(digits: impl Iterator<Item = char>) -> Option<Written> {
    let (mut south, mut west) = (-90.0, -180.0);
    // What a digit counts: pairs of base 20 first, then cells of 5 rows and 4 columns.
    let (mut high, mut wide) = (400.0, 400.0);
    for (place, digit) in digits.take(LONGEST).enumerate() {
        let value = DIGITS.find(digit)?;
        if place < 10 {
            if place % 2 == 0 {
                high /= 20.0;
                south += value as f64 * high;
            } else {
                wide /= 20.0;
                west += value as f64 * wide;
            }
        } else {
            high /= 5.0;
            wide /= 4.0;
            south += (value / 4) as f64 * high;
            west += (value % 4) as f64 * wide;
        }
    }
    let (latitude, longitude) = (south + high / 2.0, west + wide / 2.0);
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return None;
    }
    let radius = cell_radius((latitude, longitude), high / 2.0, wide / 2.0);
    Some(Written::new(
        latitude,
        longitude,
        Some(radius),
        Notation::PlusCode,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_code_is_a_cell_and_a_short_one_no_position() {
        // The code of the specification's own example: 14 m by 14 m at most.
        let code = read("7FG49Q00+").unwrap().unwrap();
        assert!((code.latitude - 20.375).abs() < 1e-9 && (code.longitude - 2.775).abs() < 1e-9);
        let fine = read("8FVC9G8F+6X").unwrap().unwrap();
        assert!((fine.latitude - 47.365_562_5).abs() < 1e-9, "{}", fine.latitude);
        assert!(fine.radius_m.unwrap() < 20.0);
        assert_eq!(read("9G8F+6X"), Some(Err(NotationError::ShortPlusCode)));
        assert_eq!(read("Kyiv"), None);
        assert_eq!(read("ABCDEFGH+12"), None);
    }
}
