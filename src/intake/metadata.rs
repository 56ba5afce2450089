//! What a file says about itself: size, orientation, time and place of capture, camera. Nothing is guessed: what
//! the file doesn't say, or says in a way that makes no sense, stays unknown, with a note.

mod gps;
pub(super) mod size;

use std::io::Cursor;

use exif::{Exif, In, Tag, Value};
use jiff::civil::DateTime;

use super::format::Format;
use super::xmp;
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
        captured: exif.and_then(|exif| exif_captured(exif, &mut warnings)),
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
    if facts.captured.is_none() {
        facts.captured = xmp_captured(bytes);
    }
    if let Some(exif) = exif {
        gps::read_gps(exif, &mut facts);
        facts.make = text(exif, Tag::Make);
        facts.model = text(exif, Tag::Model);
        facts.body_serial = text(exif, Tag::BodySerialNumber);
        facts.lens = text(exif, Tag::LensModel);
        facts.software = text(exif, Tag::Software);
        facts.tags = tags(exif);
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

fn exif_captured(exif: &Exif, warnings: &mut Vec<String>) -> Option<Captured> {
    let tags = [
        (
            Tag::DateTimeOriginal,
            Tag::SubSecTimeOriginal,
            Tag::OffsetTimeOriginal,
            "DateTimeOriginal",
        ),
        (
            Tag::DateTimeDigitized,
            Tag::SubSecTimeDigitized,
            Tag::OffsetTimeDigitized,
            "DateTimeDigitized",
        ),
    ];
    for (date, fraction, offset, origin) in tags {
        let Some(field) = exif.get_field(date, In::PRIMARY) else {
            continue;
        };
        let Value::Ascii(parts) = &field.value else {
            continue;
        };
        let raw = String::from_utf8_lossy(parts.first().map_or(&[][..], Vec::as_slice)).into_owned();
        let Some(mut local) = exif_date(&raw) else {
            let key = if raw.trim_matches([' ', ':', '0', '\0']).is_empty() {
                "metadata-date-blank"
            } else {
                "metadata-date-unreadable"
            };
            warnings.push(tf(key, &[("value", raw.trim_end_matches('\0').into())]));
            continue;
        };
        if let Some(nanoseconds) = text(exif, fraction).as_deref().and_then(fraction_of_second)
            && let Ok(exact) = local.with().subsec_nanosecond(nanoseconds).build()
        {
            local = exact;
        }
        if local.date() == jiff::civil::date(local.year(), 1, 1) && local.hour() == 0 && local.minute() == 0 {
            warnings.push(t("metadata-clock-never-set").to_owned());
        }
        return Some(Captured {
            local,
            offset: text(exif, offset).filter(|offset| is_offset(offset)),
            origin,
        });
    }
    None
}

/// `YYYY:MM:DD HH:MM:SS` (EXIF 3.0 §4.6.6). Some writers use the separators of ISO 8601.
fn exif_date(raw: &str) -> Option<DateTime> {
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    let (date, time) = raw.split_once([' ', 'T'])?;
    let mut date = date.split([':', '-']);
    let mut part = || date.next()?.trim().parse::<i16>().ok();
    let (year, month, day) = (part()?, part()?, part()?);
    let time: DateTime = format!("2000-01-01T{}", time.get(..8)?).parse().ok()?;
    let small = |n: i16| i8::try_from(n).ok();
    if year < 1826 {
        // Before the first photograph: a camera that writes zeros.
        return None;
    }
    jiff::civil::Date::new(year, small(month)?, small(day)?)
        .ok()
        .map(|date| date.to_datetime(time.time()))
}

/// `SubSecTime` holds the digits after the decimal point.
fn fraction_of_second(digits: &str) -> Option<i32> {
    let digits: String = digits.chars().take(9).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{digits:0<9}").parse().ok()
}

/// `+HH:MM` or `-HH:MM` (EXIF 3.0 §4.6.6).
fn is_offset(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 6
        && matches!(bytes[0], b'+' | b'-')
        && bytes[3] == b':'
        && [1, 2, 4, 5].iter().all(|place| bytes[*place].is_ascii_digit())
}

fn xmp_captured(bytes: &[u8]) -> Option<Captured> {
    let (raw, name) = xmp::capture_date(bytes)?;
    let (local, offset) = match raw.get(19..).and_then(|rest| rest.find(['+', '-', 'Z'])) {
        Some(place) => (&raw[..19 + place], Some(&raw[19 + place..])),
        None => (raw.as_str(), None),
    };
    Some(Captured {
        local: local.parse().ok()?,
        offset: offset
            .map(|offset| if offset == "Z" { "+00:00" } else { offset })
            .filter(|offset| is_offset(offset))
            .map(str::to_owned),
        origin: match name {
            "DateTimeOriginal" => "XMP exif:DateTimeOriginal",
            "DateCreated" => "XMP photoshop:DateCreated",
            _ => "XMP xmp:CreateDate",
        },
    })
}

fn tags(exif: &Exif) -> Vec<(String, String, String)> {
    exif.fields()
        .take(MOST_TAGS)
        .map(|field| {
            let mut value = field.display_value().with_unit(exif).to_string();
            if let Some((end, _)) = value.char_indices().nth(LONGEST_VALUE) {
                value.truncate(end);
                value.push('…');
            }
            let block = if field.ifd_num == In::PRIMARY {
                "EXIF"
            } else {
                "EXIF thumbnail"
            };
            (block.to_owned(), field.tag.to_string(), value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_and_impossible_dates_are_no_dates() {
        for raw in [
            "    :  :     :  :  ",
            "0000:00:00 00:00:00",
            "2024:13:01 00:00:00",
            "",
            "2024:01:01",
        ] {
            assert_eq!(exif_date(raw), None, "{raw:?}");
        }
        let expected = jiff::civil::date(2024, 8, 18).at(3, 40, 1, 0);
        assert_eq!(exif_date("2024:08:18 03:40:01\0"), Some(expected));
        assert_eq!(exif_date("2024-08-18T03:40:01"), Some(expected));
    }

    #[test]
    fn a_fraction_counts_its_leading_zeros() {
        assert_eq!(fraction_of_second("023460"), Some(23_460_000));
        assert_eq!(fraction_of_second("5"), Some(500_000_000));
        assert_eq!(fraction_of_second("x"), None);
    }

    #[test]
    fn an_offset_has_one_form() {
        assert!(is_offset("+06:30"));
        assert!(!is_offset("+6:30"));
        assert!(!is_offset("Z"));
    }
}
