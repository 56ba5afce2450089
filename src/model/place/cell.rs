//! A position told coarsely: the cell of a fixed grid that it lies in. Never moved by chance: of many positions that were, the
//! mean is where the thing is. The same position has the same cell each time, and the cell says nothing about where in it.

use super::geodesic::{cell_radius, rounded_up};

/// Metres from the equator to a pole, twice: a metre was meant to be a ten-millionth of the half of it.
const POLE_TO_POLE: f64 = 20_000_000.0;

/// A cell of the grid, as it is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Its middle, degrees north, rounded to [`Cell::decimals`].
    pub latitude: f64,
    /// Its middle, degrees east, rounded to [`Cell::decimals`].
    pub longitude: f64,
    /// Metres from there to its farthest corner, rounded up.
    pub radius_m: f64,
    /// With how many decimals its middle is written.
    pub decimals: usize,
}

/// The cell of about `metres` by `metres` (100 to 100,000) that holds the position (degrees north and east, WGS 84).
///
/// Its rows are parts of the way from pole to pole, and each row is cut into as many columns as keep their width.
///
/// ```
/// use witnessmark::model::place::cell::cell;
/// let about = cell((50.4501, 30.5234), 10_000);
/// assert_eq!((about.latitude, about.longitude, about.radius_m), (50.445, 30.53, 7200.0));
/// assert_eq!(cell((about.latitude, about.longitude), 10_000), about);
/// ```
#[must_use]
pub fn cell((latitude, longitude): (f64, f64), metres: u32) -> Cell {
    let metres = f64::from(metres.clamp(100, 100_000));
    let rows = (POLE_TO_POLE / metres).round();
    let height = 180.0 / rows;
    let row = ((latitude + 90.0) / height).floor().clamp(0.0, rows - 1.0);
    let middle = -90.0 + (row + 0.5) * height;
    let columns = (360.0 * middle.to_radians().cos() / height).round().max(1.0);
    let width = 360.0 / columns;
    // 180° is -180°.
    let east = (longitude + 180.0).rem_euclid(360.0);
    let column = (east / width).floor().clamp(0.0, columns - 1.0);
    let decimals: usize = match metres {
        ..1_000.0 => 5,
        ..10_000.0 => 4,
        _ => 3,
    };
    let tens = 10f64.powi(decimals as i32);
    let rounded = |degrees: f64| (degrees * tens).round() / tens;
    let (latitude, longitude) = (rounded(middle), rounded(-180.0 + (column + 0.5) * width));
    // What the middle was rounded by is at most half of its last digit.
    let off = 0.5 / tens;
    let radius = cell_radius((latitude, longitude), height / 2.0 + off, width / 2.0 + off);
    Cell {
        latitude,
        longitude,
        radius_m: rounded_up(radius),
        decimals,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::geodesic::measure;
    use super::*;

    proptest! {
        #[test]
        fn a_cell_holds_its_positions_and_is_its_own_cell(
            latitude in -90.0f64..=90.0,
            longitude in -180.0f64..=180.0,
            metres in prop::sample::select(vec![100u32, 1_000, 10_000]),
        ) {
            let about = cell((latitude, longitude), metres);
            let (off, _) = measure((about.latitude, about.longitude), (latitude, longitude));
            prop_assert!(off <= about.radius_m, "{off} m from {about:?}");
            prop_assert_eq!(cell((about.latitude, about.longitude), metres), about);
            // No more is told than was chosen: half of the diagonal, but where columns end in the pole.
            if latitude.abs() < 85.0 {
                let (least, most) = (0.69 * f64::from(metres), 0.80 * f64::from(metres));
                prop_assert!((least..=most).contains(&about.radius_m), "{about:?}");
            }
        }
    }

    #[test]
    fn positions_of_one_cell_can_not_be_told_apart() {
        let about = cell((50.4501, 30.5234), 1_000);
        for (north, east) in [(-0.004, 0.006), (0.004, -0.006), (0.0, 0.0)] {
            let other = cell((about.latitude + north, about.longitude + east), 1_000);
            assert_eq!(other, about);
        }
        assert_eq!(cell((10.0, 180.0), 1_000), cell((10.0, -180.0), 1_000));
    }
}
