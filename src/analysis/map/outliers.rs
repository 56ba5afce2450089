//! Photos that say by their own position that they were taken far from the place of the strike that they show. That may be
//! a wrong link, a wrong place, a wrong clock of the receiver, or a photo of a remnant in a laboratory: a person decides.

use serde::Serialize;

use crate::model::id::{PhotoId, StrikeId};
use crate::model::place::geodesic::measure;

/// Metres that a photo may lie beyond the radius of the strike's place: what receivers and remnants stray.
pub const TOLERANCE_M: f64 = 1_000.0;
/// Metres that count as the radius of a place for which none is stated, which is not the same as an exact one.
pub const NOT_STATED_M: f64 = 10_000.0;

/// A photo with a position, linked to a strike with a place: directly, or by a weapon or component of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The photo.
    pub photo: PhotoId,
    /// Its file name.
    pub photo_name: String,
    /// Its latitude and longitude.
    pub photo_at: (f64, f64),
    /// The strike.
    pub strike: StrikeId,
    /// What people call it.
    pub strike_title: String,
    /// Its latitude and longitude.
    pub strike_at: (f64, f64),
    /// Metres in which its place lies, if that is stated.
    pub radius_m: Option<f64>,
}

/// A photo that lies too far from its strike.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outlier {
    /// The photo.
    pub photo: PhotoId,
    /// Its file name.
    pub photo_name: String,
    /// Its latitude and longitude.
    pub photo_at: (f64, f64),
    /// The strike.
    pub strike: StrikeId,
    /// What people call it.
    pub strike_title: String,
    /// Its latitude and longitude.
    pub strike_at: (f64, f64),
    /// Metres between the two.
    pub metres: f64,
    /// Metres that were allowed.
    pub allowed_m: f64,
}

/// Those of `pairs` that are farther apart than the radius and [`TOLERANCE_M`], the farthest first.
#[must_use]
pub fn outliers(pairs: impl IntoIterator<Item = Pair>) -> Vec<Outlier> {
    let mut found: Vec<Outlier> = pairs
        .into_iter()
        .filter_map(|pair| {
            let allowed_m = pair.radius_m.unwrap_or(NOT_STATED_M) + TOLERANCE_M;
            let (metres, _) = measure(pair.photo_at, pair.strike_at);
            (metres > allowed_m).then_some(Outlier {
                photo: pair.photo,
                photo_name: pair.photo_name,
                photo_at: pair.photo_at,
                strike: pair.strike,
                strike_title: pair.strike_title,
                strike_at: pair.strike_at,
                metres,
                allowed_m,
            })
        })
        .collect();
    found.sort_by(|one, other| {
        let beyond = |outlier: &Outlier| outlier.metres - outlier.allowed_m;
        beyond(other)
            .total_cmp(&beyond(one))
            .then_with(|| one.photo.cmp(&other.photo))
            .then_with(|| one.strike.cmp(&other.strike))
    });
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::place::geodesic::travel;

    const KYIV: (f64, f64) = (50.45, 30.52);

    fn pair(metres: f64, radius_m: Option<f64>) -> Pair {
        Pair {
            photo: PhotoId::default(),
            photo_name: "a.jpg".to_owned(),
            photo_at: travel(KYIV, 40.0, metres),
            strike: StrikeId::default(),
            strike_title: "Strike".to_owned(),
            strike_at: KYIV,
            radius_m,
        }
    }

    #[test]
    fn a_photo_within_the_radius_and_the_tolerance_is_none() {
        assert!(outliers([pair(1_400.0, Some(500.0))]).is_empty());
        assert_eq!(outliers([pair(1_600.0, Some(500.0))]).len(), 1);
        // Without a radius nobody said that the place is exact.
        assert!(outliers([pair(10_900.0, None)]).is_empty());
        assert_eq!(outliers([pair(11_100.0, None)]).len(), 1);
    }

    #[test]
    fn the_farthest_beyond_what_is_allowed_comes_first() {
        let found = outliers([
            pair(9_000.0, Some(100.0)),
            pair(30_000.0, Some(25_000.0)),
            pair(50_000.0, None),
        ]);
        let metres: Vec<i64> = found.iter().map(|one| one.metres.round() as i64).collect();
        assert_eq!(metres, [50_000, 9_000, 30_000]);
    }

    #[test]
    fn the_way_over_the_antimeridian_is_the_short_one() {
        let mut near = pair(0.0, Some(100.0));
        (near.photo_at, near.strike_at) = ((0.0, 179.999), (0.0, -179.999));
        assert!(outliers([near]).is_empty());
    }

    proptest! {
        #[test]
        fn what_is_flagged_is_what_lies_beyond(metres in 0.0..200_000.0f64, radius in 0.0..100_000.0f64) {
            let is_beyond = metres > radius + TOLERANCE_M;
            prop_assume!((metres - radius - TOLERANCE_M).abs() > 0.001);
            prop_assert_eq!(outliers([pair(metres, Some(radius))]).len(), usize::from(is_beyond));
        }
    }
}
