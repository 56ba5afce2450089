//! A measurement on a photo: a scale, set from something in the picture whose length is known, or a length that is
//! read with it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{MeasurementId, PhotoId};

/// A line on a photo, from (`x1`, `y1`) to (`x2`, `y2`) in pixels of the upright picture, which may lie between
/// two pixels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
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

/// How far an end of a line may lie from where it was meant, in pixels.
const END_OFF: f64 = 1.0;

/// A length that was read from a photo, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    /// The length.
    pub millimetres: f64,
    /// By how much it may be off, when each end of the line and of the scale may be off by a pixel.
    pub uncertainty: f64,
}

impl Length {
    /// Both numbers with as many digits as the uncertainty leaves a meaning: one of its own, two where it begins
    /// with 1.
    #[must_use]
    pub fn digits(&self) -> (String, String) {
        let magnitude = self.uncertainty.log10().floor();
        let leading = self.uncertainty / 10f64.powf(magnitude);
        let step_magnitude = if leading < 2.0 { magnitude - 1.0 } else { magnitude };
        let step = 10f64.powf(step_magnitude);
        // Rounded up, but 0.2 must not become 0.3 because it is 0.20000000000000001.
        let uncertainty = (self.uncertainty / step - 1e-9).ceil() * step;
        let value = (self.millimetres / step).round() * step;
        let decimals = (-step_magnitude).clamp(0.0, 9.0) as usize;
        (format!("{value:.decimals$}"), format!("{uncertainty:.decimals$}"))
    }
}

impl Measurement {
    /// The length of this line by `scale`. `None` when that is no scale, or so short that it says nothing.
    #[must_use]
    pub fn length(&self, scale: &Self) -> Option<Length> {
        let for_pixel = scale.millimetres_per_pixel()?;
        let (own, known) = (self.pixels(), scale.pixels());
        let off = 2.0 * END_OFF;
        if known <= off {
            return None;
        }
        let millimetres = own * for_pixel;
        let least = (own - off).max(0.0) * for_pixel * known / (known + off);
        let most = (own + off) * for_pixel * known / (known - off);
        Some(Length {
            millimetres,
            uncertainty: (most - millimetres).max(millimetres - least),
        })
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
    fn line(kind: MeasurementKind, pixels: f64) -> Measurement {
        Measurement {
            kind,
            x2: pixels,
            millimetres: (kind == MeasurementKind::Scale).then_some(50.0),
            ..Measurement::default()
        }
    }

    #[test]
    fn a_length_is_as_certain_as_a_pixel_at_each_end_of_it_and_of_the_scale_lets_it_be() {
        let scale = line(MeasurementKind::Scale, 1000.0);
        let length = line(MeasurementKind::Length, 400.0).length(&scale);
        assert!(length.is_some_and(|length| {
            let most = 402.0 * 50.0 / 998.0;
            length.millimetres == 20.0 && (length.millimetres + length.uncertainty - most).abs() < 1e-9
        }));
        let digits = length.map(|length| length.digits());
        assert_eq!(digits, Some(("20.00".to_owned(), "0.15".to_owned())));
        assert_eq!(scale.length(&line(MeasurementKind::Length, 9.0)), None);
        assert_eq!(scale.length(&line(MeasurementKind::Scale, 2.0)), None);
    }

    #[test]
    fn digits_end_where_the_uncertainty_begins() {
        for (millimetres, uncertainty, expected) in [
            (23.456, 0.2, ("23.5", "0.2")),
            (23.456, 0.21, ("23.5", "0.3")),
            (23.456, 0.012, ("23.456", "0.012")),
            (1234.5, 31.0, ("1230", "40")),
            (1234.5, 9.5, ("1235", "10")),
            (0.5, 7.0, ("1", "7")),
        ] {
            let (value, off) = Length {
                millimetres,
                uncertainty,
            }
            .digits();
            assert_eq!((value.as_str(), off.as_str()), expected);
        }
    }
}
