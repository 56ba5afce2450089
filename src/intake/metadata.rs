//! What a file says about itself: size, orientation, time and place of capture, camera. Nothing is guessed: what
//! the file doesn't say, or says in a way that makes no sense, stays unknown, with a note.

pub mod beside;
mod captured;
mod exif_block;
mod gps;
mod iptc;
mod segments;
pub(super) mod size;
mod tag;
mod xmp;

use exif::Tag as ExifTag;
use jiff::civil::DateTime;

pub use exif_block::orientation;
pub use tag::Tag;

use super::format::Format;
use crate::text::tf;
use exif_block::{read_exif, tags, text, uint, warn_of_other_pictures};

/// What a file says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Its format.
    pub format: Format,
    /// Pixels across, orientation applied; 0 when the file doesn't say.
    pub display_width: u32,
    /// Pixels down, orientation applied; 0 when the file doesn't say.
    pub display_height: u32,
    /// The EXIF orientation as it stands there, also an invalid one.
    pub orientation: Option<u32>,
    /// When it was taken, by the camera's clock.
    pub captured: Option<Captured>,
    /// Degrees north and east, WGS 84.
    pub position: Option<(f64, f64)>,
    /// Metres above sea level.
    pub altitude_m: Option<f64>,
    /// The satellites' time, UTC.
    pub gps_time: Option<String>,
    /// The camera's maker.
    pub make: Option<String>,
    /// The camera's model.
    pub model: Option<String>,
    /// The camera body's serial number.
    pub body_serial: Option<String>,
    /// The lens.
    pub lens: Option<String>,
    /// The software that wrote the file.
    pub software: Option<String>,
    /// Every tag of EXIF, XMP and IPTC.
    pub tags: Vec<Tag>,
    /// What is odd, in words.
    pub warnings: Vec<String>,
}

/// When a photo was taken, by the camera's clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Captured {
    /// Local time, with the fraction of a second if the camera recorded one.
    pub local: DateTime,
    /// The offset from UTC (`+03:00`), as recorded or by the satellites' clock.
    pub offset: Option<String>,
    /// The tag that the offset was read or computed from.
    pub offset_origin: Option<String>,
    /// The tag it was read from.
    pub origin: &'static str,
}

/// What the file in `bytes` says about itself.
#[must_use]
pub fn facts(bytes: &[u8], format: Format) -> Facts {
    let mut warnings = Vec::new();
    if !format.is_described() {
        warnings.push(tf("metadata-not-read", &[("format", format.name().into())]));
    }
    let exif = read_exif(bytes, format, &mut warnings);
    let exif = exif.as_ref();
    let packet = xmp::Packet::find(bytes).and_then(|read| {
        read.map_err(|reason| warnings.push(tf("metadata-xmp", &[("reason", reason.into())])))
            .ok()
    });
    let orientation = exif.and_then(|exif| uint(exif, ExifTag::Orientation));
    if let Some(value) = orientation
        && !(1..=8).contains(&value)
    {
        warnings.push(tf("metadata-orientation", &[("value", value.into())]));
    }
    let (width, height) = size::size(bytes, format);
    // The size that a HEIC states has its rotation applied already.
    let turned = format != Format::Heic && orientation.is_some_and(|value| (5..=8).contains(&value));
    let (display_width, display_height) = if turned { (height, width) } else { (width, height) };
    let mut facts = Facts {
        format,
        display_width,
        display_height,
        orientation,
        captured: captured::captured(bytes, exif, packet.as_ref(), &mut warnings),
        position: None,
        altitude_m: None,
        gps_time: None,
        make: None,
        model: None,
        body_serial: None,
        lens: None,
        software: None,
        tags: Vec::new(),
        warnings,
    };
    if let Some(exif) = exif {
        gps::read_gps(exif, &mut facts);
        let mut text = |tag| text(exif, tag, &mut facts.warnings);
        facts.make = text(ExifTag::Make);
        facts.model = text(ExifTag::Model);
        facts.body_serial = text(ExifTag::BodySerialNumber);
        facts.lens = text(ExifTag::LensModel);
        facts.software = text(ExifTag::Software);
        facts.tags = tags(exif, &mut facts.warnings);
        warn_of_other_pictures(exif, format, &mut facts.warnings);
    }
    if let (Some(captured), Some(gps_time)) = (&mut facts.captured, &facts.gps_time) {
        captured::offset_by_satellites(captured, gps_time, &mut facts.warnings);
    }
    facts.tags.extend(packet.iter().flat_map(xmp::Packet::tags));
    facts.tags.extend(iptc::tags(bytes));
    facts.tags.truncate(tag::MOST_TAGS);
    facts
}
