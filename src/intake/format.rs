//! Which format a file has, by its first bytes and never by its name.

/// A picture format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG, also with several frames (MPO) or a gain map: the still is shown.
    Jpeg,
    /// PNG.
    Png,
    /// TIFF, also as camera raws use it.
    Tiff,
    /// WebP.
    Webp,
    /// HEIF with HEVC pictures.
    Heic,
    /// HEIF with AV1 pictures: kept, but this version can't show it.
    Avif,
    /// GIF.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// JPEG 2000.
    Jpeg2000,
    /// JPEG XL.
    JpegXl,
    /// A camera's raw format that isn't TIFF: Canon's CR2 is, CR3 isn't. Of raw files the camera's preview is shown.
    Cr3,
    /// Fujifilm's raw format.
    Raf,
    /// Olympus's raw format.
    Orf,
    /// Panasonic's raw format.
    Rw2,
}

impl Format {
    /// The format of a file that begins with `bytes`.
    #[must_use]
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Self::Png),
            [b'I', b'I', 0x2A, 0, ..] | [b'M', b'M', 0, 0x2A, ..] => Some(Self::Tiff),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [_, _, _, _, b'f', b't', b'y', b'p', rest @ ..] => Self::of_brands(bytes, rest),
            _ => Self::sniff_without_decoder(bytes),
        }
    }

    /// Pictures that are kept although this version can't show them: a photo that is refused is a photo lost.
    fn sniff_without_decoder(bytes: &[u8]) -> Option<Self> {
        const JPEG_XL: &[u8] = b"\0\0\0\x0CJXL \r\n\x87\n";
        const JPEG_2000: &[u8] = b"\0\0\0\x0CjP  \r\n\x87\n";
        match bytes {
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            // Text can begin with BM: the reserved zeros and the size of a header that exists must follow.
            [
                b'B',
                b'M',
                _,
                _,
                _,
                _,
                0,
                0,
                0,
                0,
                _,
                _,
                _,
                _,
                12 | 40 | 52 | 56 | 64 | 108 | 124,
                0,
                0,
                0,
                ..,
            ] => Some(Self::Bmp),
            [0xFF, 0x0A, ..] => Some(Self::JpegXl),
            [0xFF, 0x4F, 0xFF, 0x51, ..] => Some(Self::Jpeg2000),
            [b'I', b'I', b'R', b'O' | b'S', 8, 0, 0, 0, ..] | [b'M', b'M', b'O', b'R', 0, 0, 0, 8, ..] => {
                Some(Self::Orf)
            }
            [b'I', b'I', 0x55, 0, ..] => Some(Self::Rw2),
            // BigTIFF.
            [b'I', b'I', 0x2B, 0, 8, 0, 0, 0, ..] | [b'M', b'M', 0, 0x2B, 0, 8, 0, 0, ..] => Some(Self::Tiff),
            _ if bytes.starts_with(JPEG_XL) => Some(Self::JpegXl),
            _ if bytes.starts_with(JPEG_2000) => Some(Self::Jpeg2000),
            _ if bytes.starts_with(b"FUJIFILMCCD-RAW ") => Some(Self::Raf),
            _ => None,
        }
    }

    /// An ISO base media file by its brands (ISO/IEC 23008-12 §10.2, AVIF §6): the major one, then the compatible.
    fn of_brands(bytes: &[u8], brands: &[u8]) -> Option<Self> {
        let length = bytes
            .first_chunk::<4>()
            .map_or(0, |size| u32::from_be_bytes(*size));
        let length = usize::try_from(length)
            .unwrap_or(0)
            .saturating_sub(8)
            .min(brands.len());
        let mut found = None;
        for brand in brands[..length].chunks_exact(4) {
            match brand {
                b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => return Some(Self::Heic),
                b"avif" | b"avis" => return Some(Self::Avif),
                b"crx " => return Some(Self::Cr3),
                b"mif1" | b"msf1" => found = Some(Self::Heic),
                _ => {}
            }
        }
        found
    }

    /// Its name as the field writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Tiff => "TIFF",
            Self::Webp => "WebP",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Jpeg2000 => "JPEG 2000",
            Self::JpegXl => "JPEG XL",
            Self::Cr3 => "CR3",
            Self::Raf => "RAF",
            Self::Orf => "ORF",
            Self::Rw2 => "RW2",
        }
    }

    /// Whether this version can read its metadata.
    #[must_use]
    pub const fn is_described(self) -> bool {
        matches!(
            self,
            Self::Jpeg
                | Self::Png
                | Self::Tiff
                | Self::Webp
                | Self::Heic
                | Self::Avif
                | Self::Raf
                | Self::Orf
                | Self::Rw2
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_bytes() {
        let file = |brand: &[u8]| [&[0, 0, 0, 24][..], b"ftyp", brand, &[0; 4], b"mif1", brand].concat();
        assert_eq!(Format::sniff(&file(b"heic")), Some(Format::Heic));
        assert_eq!(Format::sniff(&file(b"avif")), Some(Format::Avif));
        assert_eq!(
            Format::sniff(&file(b"mp42")),
            Some(Format::Heic),
            "mif1 is compatible"
        );
        assert_eq!(Format::sniff(b"%PDF-1.7"), None);
        assert_eq!(Format::sniff(b""), None);
    }

    #[test]
    fn a_picture_without_a_decoder_is_known_and_words_are_no_picture() {
        for (start, name) in [
            (&b"GIF89a"[..], "GIF"),
            (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "BMP"),
            (b"\xFF\x0A\x00", "JPEG XL"),
            (b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000"),
            (b"FUJIFILMCCD-RAW 0201", "RAF"),
            (b"IIRO\x08\0\0\0", "ORF"),
            (b"IIU\0\x18\0\0\0", "RW2"),
            (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", "CR3"),
            (b"II\x2B\0\x08\0\0\0", "TIFF"),
        ] {
            assert_eq!(Format::sniff(start).map(Format::name), Some(name));
        }
        for words in [
            &b"BMW parts found near the crater"[..],
            b"II. The second day",
            b"GIF",
        ] {
            assert_eq!(Format::sniff(words), None);
        }
    }
}
