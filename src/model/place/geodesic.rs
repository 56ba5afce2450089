//! Distances and bearings on the WGS 84 ellipsoid: the geodesics of Karney (2013), exact to nanometres at any distance.

use std::sync::LazyLock;

use geographiclib_rs::{DirectGeodesic, Geodesic, InverseGeodesic};

static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// How far `to` is from `from`, in metres, and in which direction one sets out: degrees clockwise from north, 0 to
/// under 360. Both points are latitude and longitude in degrees.
///
/// ```
/// use witnessmark::model::place::geodesic::measure;
/// let (metres, bearing) = measure((50.0, 30.0), (51.0, 30.0));
/// assert!((metres - 111_238.7).abs() < 0.1);
/// assert_eq!(bearing, 0.0);
/// ```
#[must_use]
pub fn measure(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (metres, bearing, _, _): (f64, f64, f64, f64) = WGS84.inverse(from.0, from.1, to.0, to.1);
    // `rem_euclid` makes 360 of the smallest negative numbers.
    let bearing = bearing.rem_euclid(360.0);
    (metres, if bearing < 360.0 { bearing } else { 0.0 })
}

/// Where one is after so many metres in the direction `bearing` (degrees clockwise from north).
#[must_use]
pub fn travel(from: (f64, f64), bearing: f64, metres: f64) -> (f64, f64) {
    let (latitude, longitude): (f64, f64) = WGS84.direct(from.0, from.1, bearing, metres);
    (latitude.clamp(-90.0, 90.0), wrapped(longitude))
}

/// The longitude in -180 to 180.
pub(super) fn wrapped(longitude: f64) -> f64 {
    if (-180.0..=180.0).contains(&longitude) {
        return longitude;
    }
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

/// The radius around `middle` of a cell that reaches `latitude` degrees to the north and south and `longitude`
/// degrees to the east and west of it: to its farthest corner, in metres.
pub(super) fn cell_radius(middle: (f64, f64), latitude: f64, longitude: f64) -> f64 {
    [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)]
        .iter()
        .map(|(north, east)| {
            let corner = (
                (middle.0 + north * latitude).clamp(-90.0, 90.0),
                wrapped(middle.1 + east * longitude),
            );
            measure(middle, corner).0
        })
        .fold(0.0, f64::max)
}

/// A radius with two digits that count, never a smaller one: a third would say more than is known.
#[must_use]
pub fn rounded_up(metres: f64) -> f64 {
    if metres <= 0.0 || !metres.is_finite() {
        return 0.0;
    }
    let power = metres.log10().floor() as i32 - 1;
    // A shade less, so that 710 m that were computed do not become 720 m.
    let digits = (metres / 10f64.powi(power) - 1e-6).ceil();
    if power >= 0 {
        digits * 10f64.powi(power)
    } else {
        digits / 10f64.powi(-power)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_radius_is_rounded_up_to_two_digits() {
        for (metres, rounded) in [
            (707.2, 710.0),
            (710.0, 710.0),
            (0.7072, 0.71),
            (7.08, 7.1),
            (70_711.0, 71_000.0),
            (99.5, 100.0),
            (1.0, 1.0),
            (0.0, 0.0),
        ] {
            assert_eq!(rounded_up(metres), rounded, "{metres}");
        }
    }

    #[test]
    fn a_way_over_the_antimeridian_is_short() {
        let (metres, bearing) = measure((0.0, 179.5), (0.0, -179.5));
        assert!((metres - 111_319.5).abs() < 1.0, "{metres}");
        assert_eq!(bearing, 90.0);
        let there = travel((0.0, 179.5), 90.0, metres);
        assert!((there.1 + 179.5).abs() < 1e-9, "{there:?}");
    }
}
