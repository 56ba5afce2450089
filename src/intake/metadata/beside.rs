//! What a file holds beside its picture: the segments and chunks that no decoder of pixels needs, and bytes after its end.

use std::collections::BTreeMap;

use super::segments::segments;
use crate::intake::format::Format;

/// What a file holds beside its picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// Names of segments or chunks, and how many of each.
    pub segments: BTreeMap<String, u64>,
    /// Bytes after the end of the picture.
    pub trailing: u64,
}

/// What the file in `bytes` holds beside its picture, for JPEG, PNG and WebP. Of other formats nothing is listed here: what is
/// known of them are their tags.
#[must_use]
pub fn beside(bytes: &[u8], format: Format) -> Beside {
    match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::Webp => webp(bytes),
        _ => Beside::default(),
    }
}

/// ISO/IEC 10918-1 annex B: `APPn` and `COM`, each with the name that its content begins with.
fn jpeg(bytes: &[u8]) -> Beside {
    let mut found = Beside::default();
    let mut scan = 2;
    for (marker, content) in segments(bytes) {
        // The contents lie in the file, in their order.
        scan = content.as_ptr_range().end.addr() - bytes.as_ptr().addr();
        let name = match marker {
            0xE0..=0xEF => format!("APP{} {}", marker - 0xE0, name_of(content)),
            0xFE => "COM".to_owned(),
            _ => continue,
        };
        *found.segments.entry(name.trim_end().to_owned()).or_default() += 1;
    }
    found.trailing = after_scans(&bytes[scan.min(bytes.len())..]);
    found
}

/// The letters that an application's segment begins with, up to its first NUL.
fn name_of(content: &[u8]) -> String {
    let letters = content
        .iter()
        .take(40)
        .take_while(|byte| byte.is_ascii_graphic() || **byte == b' ');
    letters.map(|byte| char::from(*byte)).collect()
}

/// How many bytes follow the end-of-image marker of a JPEG, from its first scan on.
fn after_scans(mut rest: &[u8]) -> u64 {
    while let Some(at) = memchr::memchr(0xFF, rest) {
        rest = &rest[at + 1..];
        match rest.first() {
            Some(0xD9) => return rest.len() as u64 - 1,
            // Between scans there are tables, whose content may look like a marker. The content of a scan never does.
            Some(0xC4 | 0xDA..=0xDD | 0xE0..=0xEF | 0xFE) => {
                let length = rest.get(1..3).map_or(0, |length| {
                    usize::from(u16::from_be_bytes([length[0], length[1]]))
                });
                rest = rest.get(1 + length..).unwrap_or_default();
            }
            _ => {}
        }
    }
    0
}

/// PNG, third edition, §5.3: chunks of length, name, content, checksum.
fn png(bytes: &[u8]) -> Beside {
    let mut found = Beside::default();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let [a, b, c, d, name @ ..] = rest {
        let Some((name, _)) = name.split_at_checked(4) else {
            break;
        };
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        if !matches!(name, b"IHDR" | b"PLTE" | b"IDAT" | b"tRNS" | b"IEND") {
            let name = String::from_utf8_lossy(name).into_owned();
            *found.segments.entry(name).or_default() += 1;
        }
        let is_end = name == b"IEND";
        rest = length
            .checked_add(12)
            .and_then(|whole| rest.get(whole..))
            .unwrap_or_default();
        if is_end {
            found.trailing = rest.len() as u64;
            break;
        }
    }
    found
}

/// WebP (RFC 9649 §2.3): chunks of name, length, content, padded to an even length.
fn webp(bytes: &[u8]) -> Beside {
    let mut found = Beside::default();
    let word = |at: usize| -> Option<u32> { Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)) };
    let end = word(4).map_or(0, |size| size as usize + 8);
    found.trailing = bytes.len().saturating_sub(end + end % 2) as u64;
    let mut at = 12;
    while let (Some(name), Some(length)) = (bytes.get(at..at + 4), word(at + 4)) {
        if at >= end {
            break;
        }
        if !matches!(name, b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH" | b"ANIM" | b"ANMF") {
            let name = String::from_utf8_lossy(name).trim().to_owned();
            *found.segments.entry(name).or_default() += 1;
        }
        let length = length as usize;
        at = at
            .saturating_add(8)
            .saturating_add(length)
            .saturating_add(length % 2);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_segments_of_a_jpeg_are_named_and_bytes_after_its_end_are_counted() {
        let file = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos/mushroom.jpg")).unwrap();
        let found = beside(&file, Format::Jpeg);
        assert!(
            found.segments.keys().any(|name| name.starts_with("APP1 Exif")),
            "{found:?}"
        );
        let before = found.trailing;
        let longer = [file.as_slice(), b"what an editor left behind"].concat();
        assert_eq!(beside(&longer, Format::Jpeg).trailing, before + 26);
    }

    #[test]
    fn the_chunks_of_a_png_are_named_and_a_cut_file_is_no_trouble() {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 1, 1);
        encoder
            .add_text_chunk("Author".to_owned(), "A".to_owned())
            .unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[7]).unwrap();
        writer.finish().unwrap();
        file.extend(b"1234");
        let found = beside(&file, Format::Png);
        assert_eq!(found.segments.get("tEXt"), Some(&1));
        assert_eq!(found.trailing, 4);
        for end in 0..file.len() {
            let _ = beside(&file[..end], Format::Png);
            let _ = beside(&file[..end], Format::Jpeg);
            let _ = beside(&file[..end], Format::Webp);
        }
    }
}
