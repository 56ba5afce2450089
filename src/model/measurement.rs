//! A measurement on a photo: a scale, set from something in the picture whose length is known, or a length that is
//! read with it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{MeasurementId, PhotoId};

/// A line on a photo, from (`x1`, `y1`) to (`x2`, `y2`) in pixels of the upright picture, which may lie between
/// two pixels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Measurement {
    /// Its id.
    pub id: MeasurementId,
    /// The photo.
    pub photo: PhotoId,
    /// Whether the line is a scale or a length.
    pub kind: MeasurementKind,
    /// Pixels from the left edge.
    pub x1: f64,
    /// Pixels from the upper edge.
    pub y1: f64,
    /// Pixels from the left edge.
    pub x2: f64,
    /// Pixels from the upper edge.
    pub y2: f64,
    /// The known length of a scale in millimetres; `None` for a length, which is computed from the photo's scale.
    pub millimetres: Option<f64>,
    /// What the line is: the ruler of the scale, or what was measured.
    pub label: String,
    /// Who drew it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a measurement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasurementKind {
    /// A line of known length, from which others are read. The newest of a photo counts.
    Scale,
    /// A length that is read with the scale.
    #[default]
    Length,
}

impl Measurement {
    /// The line's length in pixels.
    #[must_use]
    pub fn pixels(&self) -> f64 {
        (self.x2 - self.x1).hypot(self.y2 - self.y1)
    }

    /// Millimetres for a pixel, of a scale that has a length.
    #[must_use]
    pub fn millimetres_per_pixel(&self) -> Option<f64> {
        let (pixels, millimetres) = (self.pixels(), self.millimetres?);
        (self.kind == MeasurementKind::Scale && pixels > 0.0 && millimetres > 0.0)
            .then_some(millimetres / pixels)
    }
}

impl Default for Measurement {
    fn default() -> Self {
        Self {
            id: MeasurementId::new(),
            photo: PhotoId::fixed(0),
            kind: MeasurementKind::Length,
            x1: 0.0,
            y1: 0.0,
            x2: 0.0,
            y2: 0.0,
            millimetres: None,
            label: String::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_gives_millimetres_for_a_pixel_and_a_length_or_a_point_gives_none() {
        let scale = Measurement {
            kind: MeasurementKind::Scale,
            x2: 300.0,
            y2: 400.0,
            millimetres: Some(50.0),
            ..Measurement::default()
        };
        assert_eq!(scale.pixels(), 500.0);
        assert_eq!(scale.millimetres_per_pixel(), Some(0.1));
        let length = Measurement {
            kind: MeasurementKind::Length,
            ..scale.clone()
        };
        assert_eq!(length.millimetres_per_pixel(), None);
        let point = Measurement {
            x2: 0.0,
            y2: 0.0,
            ..scale
        };
        assert_eq!(point.millimetres_per_pixel(), None);
    }
}
