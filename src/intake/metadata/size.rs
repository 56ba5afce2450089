//! How many pixels a picture has, as its file says, before any is decoded.

use std::io::Cursor;

use super::Format;
use crate::intake::decode::raw;

/// Stored width and height, (0, 0) when the file doesn't say.
pub fn size(bytes: &[u8], format: Format) -> (u32, u32) {
    let found = match format {
        Format::Jpeg => jpeg_size(bytes),
        Format::Heic => std::panic::catch_unwind(|| heic_rs::probe(bytes))
            .ok()
            .and_then(Result::ok)
            .map(|info| (info.width, info.height)),
        Format::Png | Format::Webp => first_directory(bytes),
        // Of a raw file that of the picture that is shown.
        Format::Tiff | Format::Cr3 | Format::Raf | Format::Orf | Format::Rw2 => {
            match raw::preview(bytes, format) {
                Some(jpeg) => of_lossy_jpeg(jpeg),
                None if format == Format::Tiff => first_directory(bytes),
                None => None,
            }
        }
        _ => None,
    };
    found.unwrap_or_default()
}

/// What the first header says: in a TIFF, the first of its directories.
pub fn first_directory(bytes: &[u8]) -> Option<(u32, u32)> {
    image::ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?
        .into_dimensions()
        .ok()
}

/// The size of a JPEG that is whole up to its frame header, and coded with a loss (SOF0 to SOF2).
pub fn of_lossy_jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let [0xFF, marker, high, low, content @ ..] = rest else {
            return None;
        };
        match marker {
            0xC0..=0xC2 => {
                let [_, y1, y2, x1, x2, ..] = *content else {
                    return None;
                };
                let side = |high, low| u32::from(u16::from_be_bytes([high, low]));
                let (width, height) = (side(x1, x2), side(y1, y2));
                return (width > 0 && height > 0).then_some((width, height));
            }
            // Tables and application data may come before the frame.
            0xC4 | 0xDB | 0xDD | 0xE0..=0xEF | 0xFE => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = rest.get(2 + length.max(2)..)?;
            }
            _ => return None,
        }
    }
}

/// The size in a JPEG's frame header (ITU-T T.81 §B.2.2), also where the height is missing or the rest is cut.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.get(2..)?;
    loop {
        let start = rest.iter().position(|byte| *byte == 0xFF)?;
        rest = &rest[start..];
        let marker = *rest.get(1)?;
        if matches!(marker, 0xFF | 0x00 | 0x01 | 0xD0..=0xD8) {
            rest = rest.get(if marker == 0xFF { 1 } else { 2 }..)?;
            continue;
        }
        let length = usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?));
        let is_frame = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            let side = |place: usize| {
                let pair = rest.get(place..place + 2)?.try_into().ok()?;
                Some(u32::from(u16::from_be_bytes(pair)))
            };
            return Some((side(7)?, side(5)?));
        }
        rest = rest.get(2 + length.max(2)..)?;
    }
}
