//! A photo: the record of one original, which itself is never touched.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{PhotoId, PhotoSetId, Sha256};

/// The record of one original.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Photo {
    /// Its id.
    pub id: PhotoId,
    /// The SHA-256 of the original's bytes.
    pub sha256: Sha256,
    /// The original's size in bytes.
    pub byte_size: u64,
    /// The file's name as it came.
    pub file_name: String,
    /// The path it came from.
    pub source_path: Option<String>,
    /// The file format, by content: `JPEG`, `PNG`, `TIFF`, `WebP`, `HEIC`, ...
    pub format: String,
    /// Width in pixels, orientation applied; 0 where the file doesn't say.
    pub width: u32,
    /// Height in pixels, orientation applied; 0 where the file doesn't say.
    pub height: u32,
    /// EXIF orientation as the file states it (1 to 8; other values are taken as 1).
    pub orientation: Option<u32>,
    /// The camera's local time of capture: `YYYY-MM-DDTHH:MM:SS[.fff]`, never converted.
    pub captured: Option<String>,
    /// The offset from UTC that the camera recorded (`+03:00`), if it did.
    pub captured_offset: Option<String>,
    /// The tag or block that `captured` was read from.
    pub captured_origin: Option<String>,
    /// Degrees north, WGS 84, from the file.
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84, from the file.
    pub longitude: Option<f64>,
    /// Metres above sea level, from the file.
    pub altitude_m: Option<f64>,
    /// The satellite time, UTC, from the file.
    pub gps_time: Option<String>,
    /// The camera's maker.
    pub camera_make: Option<String>,
    /// The camera's model.
    pub camera_model: Option<String>,
    /// The camera body's serial number.
    pub camera_serial: Option<String>,
    /// The lens.
    pub lens: Option<String>,
    /// The software that wrote the file.
    pub software: Option<String>,
    /// What sort of picture it is.
    pub kind: PhotoKind,
    /// What it shows.
    pub caption: String,
    /// Who took it.
    pub photographer: Option<String>,
    /// The credit line to print with it.
    pub credit: Option<String>,
    /// The licence or restriction under which it may be used.
    pub licence: Option<String>,
    /// Why its pixels can't be shown; `None` when they can.
    pub undecodable: Option<String>,
    /// What was odd about the file, in words.
    pub warnings: Vec<String>,
    /// When it came into the case.
    pub added: Timestamp,
    /// Anything else.
    pub notes: String,
    /// The tag or block that `captured_offset` was read or computed from.
    pub captured_offset_origin: Option<String>,
    /// The set that it came in with.
    pub photo_set: Option<PhotoSetId>,
    /// When the file was last changed, as it was found.
    pub source_modified: Option<Timestamp>,
    /// When the file was made, as it was found, where the file system tells.
    pub source_created: Option<Timestamp>,
    /// How useful somebody finds it, 1 to 5.
    pub rating: Option<u8>,
    /// Whether somebody flagged or rejected it.
    pub pick: Option<Pick>,
    /// A colour that somebody gave it.
    pub colour: Option<Colour>,
    /// What is still to be done with it.
    pub needs: Option<Need>,
    /// Seconds to add to `captured`, because the camera's clock was wrong. `captured` itself stays as it is.
    pub clock_shift_s: Option<i64>,
    /// The offset from UTC of the camera's clock (`+03:00`), stated by a person where the file doesn't say.
    pub clock_offset: Option<String>,
    /// How the correction of the clock is known.
    pub clock_basis: Option<String>,
    /// Degrees north, WGS 84, where it was placed afterwards (from a track, by hand). `latitude` stays as it is.
    pub placed_latitude: Option<f64>,
    /// Degrees east, WGS 84, where it was placed afterwards.
    pub placed_longitude: Option<f64>,
    /// How that place is known.
    pub placed_basis: Option<String>,
}

/// What somebody decided on a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// It is one to work with.
    Flagged,
    /// It is of no use here. It stays in the case.
    Rejected,
}

impl Pick {
    /// Its word in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Flagged => "flagged",
            Self::Rejected => "rejected",
        }
    }
}

/// A colour to sort photos by, with whatever meaning a team gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Colour {
    Red,
    Yellow,
    Green,
    Blue,
    Purple,
}

impl Colour {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 5] = [Self::Red, Self::Yellow, Self::Green, Self::Blue, Self::Purple];

    /// Its word in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Purple => "purple",
        }
    }
}

/// What is still to be done with a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Its marks are to be transcribed.
    Transcription,
}

impl Need {
    /// Its word in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Transcription => "transcription",
        }
    }
}

/// Reads a correction of a clock: seconds to add, from `+1:12`, `-0:00:30` (hours, minutes, seconds), or from the
/// true local time of a photo whose camera said `captured` (`2024-08-18 10:12`).
#[must_use]
pub fn clock_shift(text: &str, captured: Option<&str>) -> Option<i64> {
    let text = text.trim();
    let (sign, span) = match text.strip_prefix('-').or(text.strip_prefix('\u{2212}')) {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let parts: Option<Vec<i64>> = span
        .split(':')
        .map(|part| part.parse().ok().filter(|part: &i64| *part >= 0))
        .collect();
    if let Some(parts) = parts {
        let (hours, minutes, seconds) = match parts[..] {
            [hours, minutes] => (hours, minutes, 0),
            [hours, minutes, seconds] => (hours, minutes, seconds),
            _ => return None,
        };
        let shift = hours.checked_mul(3600)? + minutes * 60 + seconds;
        return (minutes < 60 && seconds < 60 && shift <= LONGEST_SHIFT_S).then_some(sign * shift);
    }
    let truth: jiff::civil::DateTime = text.replacen(' ', "T", 1).parse().ok()?;
    let said: jiff::civil::DateTime = captured?.parse().ok()?;
    let shift = truth.duration_since(said).as_secs();
    (shift.abs() <= LONGEST_SHIFT_S).then_some(shift)
}

/// The longest correction of a clock: a camera whose year was never set is off by decades.
pub const LONGEST_SHIFT_S: i64 = 100 * 366 * 86_400;

/// Whether `text` is an offset from UTC in the one form that is stored: `+HH:MM` or `-HH:MM` (EXIF 3.0 §4.6.6).
#[must_use]
pub fn is_offset(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 6
        && matches!(bytes[0], b'+' | b'-')
        && bytes[3] == b':'
        && [1, 2, 4, 5].iter().all(|place| bytes[*place].is_ascii_digit())
        && &text[1..3] <= "14"
        && &text[4..] <= "59"
}

impl Photo {
    /// When it was taken by the corrected local clock: `captured` with the shift of the clock.
    #[must_use]
    pub fn taken(&self) -> Option<String> {
        let captured = self.captured.as_ref()?;
        let Some(shift) = self.clock_shift_s.filter(|shift| *shift != 0) else {
            return Some(captured.clone());
        };
        let local: jiff::civil::DateTime = captured.parse().ok()?;
        let shifted = local.checked_add(jiff::SignedDuration::from_secs(shift)).ok()?;
        Some(shifted.to_string())
    }

    /// The offset from UTC of the local time: the recorded one, else the one that a person stated.
    #[must_use]
    pub fn offset(&self) -> Option<&str> {
        self.captured_offset.as_deref().or(self.clock_offset.as_deref())
    }

    /// The camera: make, model and serial number as far as the file states them.
    #[must_use]
    pub fn camera(&self) -> Option<String> {
        let parts = [&self.camera_make, &self.camera_model, &self.camera_serial];
        let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        let name = parts.join(" ");
        (!name.is_empty()).then_some(name)
    }

    /// Where it was taken, degrees north and east: where it was placed afterwards, else what the file says.
    #[must_use]
    pub fn position(&self) -> Option<(f64, f64)> {
        self.placed_latitude
            .zip(self.placed_longitude)
            .or(self.latitude.zip(self.longitude))
    }
}

/// What sort of picture an original is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhotoKind {
    /// A photograph, as the camera wrote it as far as anyone knows.
    #[default]
    Photograph,
    /// Pixels that were pasted: no camera file, no metadata, so not an original of the camera.
    Clipboard,
    /// A drawing, which proves nothing.
    Illustration,
    /// A file that is no picture: a PDF, a video, a text.
    Document,
}

impl Default for Photo {
    fn default() -> Self {
        Self {
            id: PhotoId::new(),
            sha256: Sha256([0; 32]),
            byte_size: 0,
            file_name: String::new(),
            source_path: None,
            format: String::new(),
            width: 0,
            height: 0,
            orientation: None,
            captured: None,
            captured_offset: None,
            captured_origin: None,
            latitude: None,
            longitude: None,
            altitude_m: None,
            gps_time: None,
            camera_make: None,
            camera_model: None,
            camera_serial: None,
            lens: None,
            software: None,
            kind: PhotoKind::Photograph,
            caption: String::new(),
            photographer: None,
            credit: None,
            licence: None,
            undecodable: None,
            warnings: Vec::new(),
            added: Timestamp::UNIX_EPOCH,
            notes: String::new(),
            captured_offset_origin: None,
            photo_set: None,
            source_modified: None,
            source_created: None,
            rating: None,
            pick: None,
            colour: None,
            needs: None,
            clock_shift_s: None,
            clock_offset: None,
            clock_basis: None,
            placed_latitude: None,
            placed_longitude: None,
            placed_basis: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_of_the_clock_moves_the_time_and_keeps_the_original_beside_it() {
        let photo = Photo {
            captured: Some("2024-08-18T23:50:00.5".to_owned()),
            clock_shift_s: Some(4320),
            ..Photo::default()
        };
        assert_eq!(photo.taken().as_deref(), Some("2024-08-19T01:02:00.5"));
        assert_eq!(photo.captured.as_deref(), Some("2024-08-18T23:50:00.5"));
        assert_eq!(Photo::default().taken(), None);
    }

    #[test]
    fn a_correction_is_read_as_a_span_or_as_the_true_time() {
        assert_eq!(clock_shift("+1:12", None), Some(4320));
        assert_eq!(clock_shift("-0:00:30", None), Some(-30));
        assert_eq!(clock_shift("\u{2212}2:00", None), Some(-7200));
        let captured = Some("2024-08-18T09:00:00");
        assert_eq!(clock_shift("2024-08-18 10:12", captured), Some(4320));
        for wrong in ["", "1", "1:75", "soon", "2024-08-18 10:12", "999999999:00"] {
            assert_eq!(clock_shift(wrong, None), None, "{wrong}");
        }
    }

    #[test]
    fn a_place_that_was_given_afterwards_goes_before_that_of_the_file() {
        let photo = Photo {
            latitude: Some(1.0),
            longitude: Some(2.0),
            ..Photo::default()
        };
        assert_eq!(photo.position(), Some((1.0, 2.0)));
        let placed = Photo {
            placed_latitude: Some(50.0),
            placed_longitude: Some(30.0),
            ..photo
        };
        assert_eq!(placed.position(), Some((50.0, 30.0)));
    }
}
