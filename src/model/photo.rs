//! A photo: the record of one original, which itself is never touched.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{PhotoId, Sha256};

/// The record of one original.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
}

/// What sort of picture an original is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoKind {
    /// A photograph, as the camera wrote it as far as anyone knows.
    #[default]
    Photograph,
    /// Pixels that were pasted: no camera file, no metadata, so not an original of the camera.
    Clipboard,
    /// A drawing, which proves nothing.
    Illustration,
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
        }
    }
}
