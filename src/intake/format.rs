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
        }
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
}
