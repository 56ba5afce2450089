//! The picture in a camera's raw file: the JPEG that the camera put there for its own screen. Raw files keep it in many
//! ways (TIFF directories in DNG, CR2, NEF, ARW, ORF and RW2; boxes in CR3; a header in RAF), but every one of them as
//! a whole JPEG, so it is looked for by its own marks and not by theirs.

use super::super::format::Format;
use super::super::metadata::size;

/// A picture smaller than this is a thumbnail, which is better than nothing only where there is nothing else.
const THUMBNAIL: u64 = 160 * 120;
/// A file that has more of what looks like the beginning of a JPEG was made to be slow.
const MOST: usize = 256;

/// The largest JPEG in a raw file; `None` in other files and where there is none.
pub fn preview(bytes: &[u8], format: Format) -> Option<&[u8]> {
    let found = match format {
        Format::Cr3 | Format::Raf | Format::Orf | Format::Rw2 => largest(bytes)?,
        Format::Tiff => {
            let (jpeg, pixels) = largest(bytes)?;
            // A raw file in a TIFF shows a reduced picture in its first directory, or none that can be read; a scan
            // with a small preview in it is no raw file.
            let (width, height) = size::first_directory(bytes).unwrap_or_default();
            let first = u64::from(width) * u64::from(height);
            (pixels > first && pixels > THUMBNAIL).then_some((jpeg, pixels))?
        }
        _ => return None,
    };
    Some(found.0)
}

/// The JPEG with the most pixels, and how many these are. What a raw file holds as lossless JPEG is the raw picture
/// itself, which no decoder here can show.
fn largest(bytes: &[u8]) -> Option<(&[u8], u64)> {
    starts(bytes)
        .take(MOST)
        .filter_map(|start| {
            let jpeg = &bytes[start..];
            let (width, height) = size::of_lossy_jpeg(jpeg)?;
            Some((jpeg, u64::from(width) * u64::from(height)))
        })
        .max_by_key(|(_, pixels)| *pixels)
}

/// Where a JPEG may begin: SOI and the first byte of the next marker (ITU-T T.81 §B.1.1.3).
fn starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    memchr::memmem::find_iter(bytes, &[0xFF, 0xD8, 0xFF])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]));
        let mut jpeg = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
        jpeg.into_inner()
    }

    /// A raw file as far as it matters here: a header, a thumbnail, sensor data, the preview, more data.
    fn raw(header: &[u8]) -> Vec<u8> {
        let noise: Vec<u8> = (0..5000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        [header, &[0; 64], &jpeg(160, 120), &noise, &jpeg(900, 600), &noise].concat()
    }

    const HEADERS: [(&[u8], Format); 5] = [
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", Format::Cr3),
        (b"FUJIFILMCCD-RAW 0201FF383501", Format::Raf),
        (b"IIRO\x08\0\0\0", Format::Orf),
        (b"II\x55\0\x18\0\0\0", Format::Rw2),
        // A TIFF without a directory.
        (b"II\x2A\0\xFF\xFF\xFF\x7F", Format::Tiff),
    ];

    #[test]
    fn the_largest_picture_of_a_raw_file_is_found_and_shown() {
        for (header, format) in HEADERS {
            let raw = raw(header);
            assert_eq!(Format::sniff(&raw), Some(format));
            let preview = preview(&raw, format).unwrap();
            assert_eq!(size::of_lossy_jpeg(preview), Some((900, 600)), "{format:?}");
            let (picture, warning) =
                super::super::decode_scaled(&raw, u32::MAX, &super::super::Limits::default()).unwrap();
            assert_eq!((picture.width(), picture.height()), (900, 600));
            assert!(warning.is_some(), "it says that this is the camera's preview");
            assert_eq!(size::size(&raw, format), (900, 600));
        }
    }

    #[test]
    fn damaged_raw_files_are_answered() {
        let mut seed = 7u64;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % most
        };
        for (header, format) in HEADERS {
            for _ in 0..60 {
                let mut raw = raw(header);
                for _ in 0..8 {
                    let place = below(raw.len());
                    raw[place] = below(256) as u8;
                }
                raw.truncate(below(raw.len()) + 1);
                let _ = preview(&raw, format);
                let _ = super::super::decode_scaled(&raw, 512, &super::super::Limits::default());
            }
        }
    }

    #[test]
    fn a_file_full_of_beginnings_is_answered_at_once() {
        let many = [
            b"FUJIFILMCCD-RAW ".as_slice(),
            &[0xFF, 0xD8, 0xFF, 0xE0].repeat(1 << 20),
        ]
        .concat();
        let began = std::time::Instant::now();
        let _ = preview(&many, Format::Raf);
        assert!(began.elapsed() < std::time::Duration::from_secs(20));
    }
}
