//! Places as they are known: a position on the WGS 84 ellipsoid and how far off it may be; how people write one, and
//! how far and in which direction one place is from another.

pub mod cell;
pub mod compass;
mod degrees;
pub mod gazetteer;
pub mod geodesic;
mod grid;
mod link;
pub mod mercator;
mod notation;
pub mod outlines;
mod plus_code;
mod print;
pub mod sector;
pub mod tile;

pub use notation::{Map, Notation, NotationError, Written, read};
pub use print::{Form, print};

/// A position in decimal degrees (WGS 84, EPSG:4326) with the radius in which the true one lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// Metres, 0 or more; `None` is unknown, which is not the same as exact.
    pub radius_m: Option<f64>,
}

/// Why a position is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The latitude is missing, not a number, or outside -90 to 90.
    #[error("{}", crate::text::t("model-place-latitude"))]
    Latitude,
    /// The longitude is missing, not a number, or outside -180 to 180.
    #[error("{}", crate::text::t("model-place-longitude"))]
    Longitude,
    /// The radius is negative or not a number, or there is one without a position.
    #[error("{}", crate::text::t("model-place-radius"))]
    Radius,
}

impl Position {
    /// The position that a record's three fields state, `None` when they state none.
    ///
    /// # Errors
    /// When one of the two coordinates is missing or out of range, or the radius is negative.
    pub fn from_fields(
        latitude: Option<f64>,
        longitude: Option<f64>,
        radius_m: Option<f64>,
    ) -> Result<Option<Self>, PlaceError> {
        match (latitude, longitude, radius_m) {
            (None, None, None) => Ok(None),
            (None, None, Some(_)) => Err(PlaceError::Radius),
            (latitude, longitude, radius_m) => {
                let latitude = latitude
                    .filter(|degrees| (-90.0..=90.0).contains(degrees))
                    .ok_or(PlaceError::Latitude)?;
                let longitude = longitude
                    .filter(|degrees| (-180.0..=180.0).contains(degrees))
                    .ok_or(PlaceError::Longitude)?;
                if radius_m.is_some_and(|metres| !metres.is_finite() || metres < 0.0) {
                    return Err(PlaceError::Radius);
                }
                Ok(Some(Self {
                    latitude,
                    longitude,
                    radius_m,
                }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_position_is_refused() {
        assert_eq!(
            Position::from_fields(Some(50.0), None, None),
            Err(PlaceError::Longitude)
        );
        assert_eq!(
            Position::from_fields(Some(91.0), Some(30.0), None),
            Err(PlaceError::Latitude)
        );
        assert_eq!(
            Position::from_fields(Some(f64::NAN), Some(30.0), None),
            Err(PlaceError::Latitude)
        );
        assert_eq!(Position::from_fields(None, None, None), Ok(None));
    }
}
