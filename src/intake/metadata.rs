//! What a file says about itself: size, orientation, time and place of capture, camera. Nothing is guessed: what
//! the file doesn't say, or says in a way that makes no sense, stays unknown, with a note.

mod captured;
mod gps;
mod iptc;
pub(super) mod size;

use std::fmt::{self, Write};
use std::io::Cursor;

use exif::{Exif, In, Tag, Value};
use jiff::civil::DateTime;

use super::decode::raw;
use super::format::Format;
use crate::text::{t, tf};

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
    /// Every tag: directory, name, value.
    pub tags: Vec<(String, String, String)>,
    /// What is odd, in words.
    pub warnings: Vec<String>,
}

/// When a photo was taken, by the camera's clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Captured {
    /// Local time, with the fraction of a second if the camera recorded one.
    pub local: DateTime,
    /// The offset from UTC as recorded (`+03:00`).
    pub offset: Option<String>,
    /// The tag it was read from.
    pub origin: &'static str,
}

/// A tag's value is kept up to this many characters: maker notes can be megabytes.
const LONGEST_VALUE: usize = 2000;
/// And at most this many tags.
const MOST_TAGS: usize = 1000;

/// What the file in `bytes` says about itself.
#[must_use]
pub fn facts(bytes: &[u8], format: Format) -> Facts {
    let mut warnings = Vec::new();
    if !format.is_described() {
        warnings.push(tf("metadata-not-read", &[("format", format.name().into())]));
    }
    let exif = read_exif(bytes, &mut warnings);
    let exif = exif.as_ref();
    let orientation = exif.and_then(|exif| uint(exif, Tag::Orientation));
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
        captured: captured::captured(bytes, exif, &mut warnings),
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
        facts.make = text(exif, Tag::Make);
        facts.model = text(exif, Tag::Model);
        facts.body_serial = text(exif, Tag::BodySerialNumber);
        facts.lens = text(exif, Tag::LensModel);
        facts.software = text(exif, Tag::Software);
        facts.tags = tags(exif);
        warn_of_other_pictures(exif, format, &mut facts.warnings);
    }
    facts
}

/// The EXIF orientation that a decoder must apply: 1 where the file states none or an invalid one.
#[must_use]
pub fn orientation(bytes: &[u8]) -> u8 {
    read_exif(bytes, &mut Vec::new())
        .and_then(|exif| uint(&exif, Tag::Orientation))
        .and_then(|value| u8::try_from(value).ok())
        .filter(|value| (1..=8).contains(value))
        .unwrap_or(1)
}

fn read_exif(bytes: &[u8], warnings: &mut Vec<String>) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    // Cameras and editors write small faults; what can be read counts all the same.
    reader.continue_on_error(true);
    // Fujifilm's raw files have their EXIF in the picture for the camera's screen.
    let bytes = match Format::sniff(bytes) {
        Some(Format::Raf) => raw::preview(bytes, Format::Raf).unwrap_or(bytes),
        _ => bytes,
    };
    let read = match primary_exif(bytes) {
        Some(tiff) => reader.read_raw(tiff),
        None => reader.read_from_container(&mut Cursor::new(bytes)),
    };
    let read = read.or_else(|error| {
        error.distill_partial_result(|errors| {
            let first = errors.first().map(ToString::to_string).unwrap_or_default();
            warnings.push(tf("metadata-partly", &[("reason", first.into())]));
        })
    });
    match read {
        Ok(exif) => Some(exif),
        // Some writers put "Exif\0\0" before the TIFF header in WebP and PNG, which the standards don't have there.
        Err(_) => misplaced_exif(bytes, &reader),
    }
}

/// The EXIF of a HEIC's primary picture: a file with several pictures has several, and a reader of containers
/// takes any of them.
fn primary_exif(bytes: &[u8]) -> Option<Vec<u8>> {
    if Format::sniff(bytes) != Some(Format::Heic) {
        return None;
    }
    let read = std::panic::catch_unwind(|| {
        let primary = heic_rs::probe(bytes).ok()?.primary_item;
        let context = heic_rs::context::Context::open(bytes).ok()?;
        context.exif(primary).ok()?.map(<[u8]>::to_vec)
    });
    read.ok().flatten()
}

/// EXIF after a superfluous `Exif\0\0` in a RIFF or PNG chunk.
fn misplaced_exif(bytes: &[u8], reader: &exif::Reader) -> Option<Exif> {
    let chunk = match Format::sniff(bytes)? {
        Format::Webp => riff_chunk(bytes, *b"EXIF")?,
        _ => return None,
    };
    let tiff = chunk.strip_prefix(b"Exif\0\0")?.to_vec();
    match reader.read_raw(tiff) {
        Ok(exif) => Some(exif),
        Err(error) => error.distill_partial_result(drop).ok(),
    }
}

fn riff_chunk(bytes: &[u8], wanted: [u8; 4]) -> Option<&[u8]> {
    let mut rest = bytes.get(12..)?;
    while let (Some(name), Some(size)) = (rest.first_chunk::<4>(), rest.get(4..8)) {
        let size = u32::from_le_bytes(size.try_into().ok()?) as usize;
        let data = rest.get(8..8usize.checked_add(size)?)?;
        if *name == wanted {
            return Some(data);
        }
        // Chunks are padded to an even size.
        rest = rest.get(8 + size + size % 2..)?;
    }
    None
}

fn uint(exif: &Exif, tag: Tag) -> Option<u32> {
    exif.get_field(tag, In::PRIMARY)?.value.get_uint(0)
}

/// A text without the NULs and spaces with which cameras fill it; `None` when nothing is left.
fn text(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(parts) = &exif.get_field(tag, In::PRIMARY)?.value else {
        return None;
    };
    let bytes = parts.first()?;
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

fn tags(exif: &Exif) -> Vec<(String, String, String)> {
    exif.fields()
        .take(MOST_TAGS)
        .map(|field| {
            let mut value = Bounded {
                text: String::new(),
                left: LONGEST_VALUE,
            };
            if write!(value, "{}", field.display_value().with_unit(exif)).is_err() {
                value.text.push('…');
            }
            (block(field).to_owned(), field.tag.to_string(), value.text)
        })
        .collect()
}

/// The directory that a field stands in, by the name that the field uses.
fn block(field: &exif::Field) -> &'static str {
    match (field.tag.context(), field.ifd_num) {
        (exif::Context::Tiff, In::PRIMARY) => "IFD0",
        (exif::Context::Exif, In::PRIMARY) => "Exif",
        (exif::Context::Gps, In::PRIMARY) => "GPS",
        (exif::Context::Interop, In::PRIMARY) => "Interop",
        _ => "IFD1",
    }
}

/// Text that takes a number of characters and then refuses: a value can be as large as its file, and written out
/// many times larger.
struct Bounded {
    text: String,
    left: usize,
}

impl Write for Bounded {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        for letter in part.chars() {
            self.left = self.left.checked_sub(1).ok_or(fmt::Error)?;
            self.text.push(letter);
        }
        Ok(())
    }
}

/// Says when what is shown isn't all that the file holds: raws show a reduced picture first, scans have pages.
fn warn_of_other_pictures(exif: &Exif, format: Format, warnings: &mut Vec<String>) {
    // NewSubfileType (TIFF 6.0 §8): bit 0 is a reduced picture of another one in the file.
    const KIND: Tag = Tag(exif::Context::Tiff, 0xFE);
    if format != Format::Tiff {
        return;
    }
    let is_reduced = |ifd| {
        let field = exif.get_field(KIND, ifd);
        field
            .and_then(|field| field.value.get_uint(0))
            .is_some_and(|kind| kind & 1 == 1)
    };
    if is_reduced(In::PRIMARY) {
        warnings.push(t("metadata-reduced").to_owned());
    } else if exif.get_field(Tag::ImageWidth, In(1)).is_some() && !is_reduced(In(1)) {
        warnings.push(t("metadata-pages").to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_while_it_is_written() {
        let mut value = Bounded {
            text: String::new(),
            left: 3,
        };
        assert!(value.write_str("жж").is_ok());
        assert!(value.write_str("жж").is_err());
        assert_eq!(value.text, "жжж");
    }
}
