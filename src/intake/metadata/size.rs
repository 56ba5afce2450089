//! How many pixels a picture has, as its file says, before any is decoded.

use std::io::Cursor;

use super::Format;

/// Stored width and height, (0, 0) when the file doesn't say.
pub fn size(bytes: &[u8], format: Format) -> (u32, u32) {
    let found = match format {
        Format::Jpeg => jpeg_size(bytes),
        Format::Heic => std::panic::catch_unwind(|| heic_rs::probe(bytes))
            .ok()
            .and_then(Result::ok)
            .map(|info| (info.width, info.height)),
        Format::Png | Format::Tiff | Format::Webp => image::ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .ok()
            .and_then(|reader| reader.into_dimensions().ok()),
        _ => None,
    };
    found.unwrap_or_default()
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
