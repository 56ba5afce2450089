//! The EXIF of a file, wherever its format keeps it (EXIF 3.0; TIFF 6.0 for the structure).

use std::io::Cursor;

use exif::{Exif, In, Tag, Value};

use super::tag::{MOST_TAGS, cut, cut_to};
use crate::intake::decode::raw;
use crate::intake::format::Format;
use crate::text::{t, tf};

/// Names of makers, models, lenses and software are not longer than this many characters.
const LONGEST_TEXT: usize = 200;

/// The EXIF orientation that a decoder must apply: 1 where the file states none or an invalid one.
#[must_use]
pub fn orientation(bytes: &[u8]) -> u8 {
    Format::sniff(bytes)
        .and_then(|format| read_exif(bytes, format, &mut Vec::new()))
        .and_then(|exif| uint(&exif, Tag::Orientation))
        .and_then(|value| u8::try_from(value).ok())
        .filter(|value| (1..=8).contains(value))
        .unwrap_or(1)
}

/// The EXIF of the file, as far as it can be read.
pub(super) fn read_exif(bytes: &[u8], format: Format, warnings: &mut Vec<String>) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    // Cameras and editors write small faults; what can be read counts all the same.
    reader.continue_on_error(true);
    // Fujifilm's raw files have their EXIF in the picture for the camera's screen.
    let bytes = match format {
        Format::Raf => raw::preview(bytes, Format::Raf).unwrap_or(bytes),
        _ => bytes,
    };
    let read = match tiff(bytes, format) {
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
        Ok(exif) => {
            if exif.fields().len() == 0 {
                warnings.push(t("metadata-empty").to_owned());
            }
            Some(exif)
        }
        Err(error) => {
            // Some writers put "Exif\0\0" before the TIFF header in WebP and PNG, which the standards don't have there.
            let found = misplaced_exif(bytes, &reader);
            // A JPEG is none of EXIF's containers when it has no segment for it.
            if found.is_none() && format == Format::Jpeg && !matches!(error, exif::Error::NotFound(_)) {
                warnings.push(tf("metadata-partly", &[("reason", error.to_string().into())]));
            }
            found
        }
    }
}

/// A TIFF that a reader of containers would not find, or not the right one.
fn tiff(bytes: &[u8], format: Format) -> Option<Vec<u8>> {
    match format {
        Format::Heic => primary_exif(bytes),
        // Olympus and Panasonic have a TIFF with a number of their own in the place of TIFF's 42.
        Format::Orf | Format::Rw2 => {
            let mut tiff = bytes.to_vec();
            let number = if tiff.first() == Some(&b'M') {
                [0, 42]
            } else {
                [42, 0]
            };
            tiff.get_mut(2..4)?.copy_from_slice(&number);
            Some(tiff)
        }
        _ => None,
    }
}

/// The EXIF of a HEIC's primary picture: a file with several pictures has several, and a reader of containers
/// takes any of them.
fn primary_exif(bytes: &[u8]) -> Option<Vec<u8>> {
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

/// The first number of a field.
pub(super) fn uint(exif: &Exif, tag: Tag) -> Option<u32> {
    exif.get_field(tag, In::PRIMARY)?.value.get_uint(0)
}

/// A text without the NULs and spaces with which cameras fill it; `None` when nothing is left. One that is too long to
/// be true is cut, which is told.
pub(super) fn text(exif: &Exif, tag: Tag, warnings: &mut Vec<String>) -> Option<String> {
    let text = raw_text(exif, tag)?;
    let cut = cut_to(&text, LONGEST_TEXT);
    if cut.len() > text.len() || !text.starts_with(&cut) {
        warnings.push(tf("metadata-cut", &[("tag", tag.to_string().into())]));
    }
    Some(cut)
}

/// A text as [`text`], however long.
pub(super) fn raw_text(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(parts) = &exif.get_field(tag, In::PRIMARY)?.value else {
        return None;
    };
    let bytes = parts.first()?;
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

/// Every field, as text. A field of no type that there is can't be read, which is told.
pub(super) fn tags(exif: &Exif, warnings: &mut Vec<String>) -> Vec<super::Tag> {
    exif.fields()
        .take(MOST_TAGS)
        .map(|field| {
            if let Value::Unknown(kind, ..) = field.value {
                let facts = [("tag", field.tag.to_string().into()), ("type", kind.into())];
                warnings.push(tf("metadata-type", &facts));
            }
            let value = cut(&field.display_value().with_unit(exif));
            (block(field).to_owned(), field.tag.to_string(), value)
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

/// Says when what is shown isn't all that the file holds: raws show a reduced picture first, scans have pages.
pub(super) fn warn_of_other_pictures(exif: &Exif, format: Format, warnings: &mut Vec<String>) {
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
