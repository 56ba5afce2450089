//! The date of creation in a JPEG's IPTC block: IIM datasets (IPTC-NAA Information Interchange Model 4.2) in the
//! resource 0x0404 of the segment that Photoshop introduced for them.

/// What the segment begins with.
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// The resource that holds IIM datasets.
const IIM: u16 = 0x0404;

/// Date (2:55) and time (2:60) of creation, as they stand there.
pub(super) fn created(bytes: &[u8]) -> Option<(String, Option<String>)> {
    let datasets = resource(segment(bytes)?)?;
    let text = |wanted| {
        let value = dataset(datasets, wanted)?;
        Some(String::from_utf8_lossy(value).trim().to_owned())
    };
    Some((text(55)?, text(60).filter(|time| !time.is_empty())))
}

/// What follows [`PHOTOSHOP`] in an APP13 segment before the pixels.
fn segment(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let marker = *rest.strip_prefix(&[0xFF])?.first()?;
        if marker == 0xFF {
            // A fill byte.
            rest = &rest[1..];
            continue;
        }
        if matches!(marker, 0xD9 | 0xDA) {
            return None;
        }
        let length = usize::from(u16::from_be_bytes(*rest.get(2..)?.first_chunk()?));
        let content = rest.get(4..2 + length)?;
        if marker == 0xED
            && let Some(resources) = content.strip_prefix(PHOTOSHOP)
        {
            return Some(resources);
        }
        rest = &rest[2 + length..];
    }
}

/// The content of the resource [`IIM`]: signature, number, name, size, data; name and data fill an even number of bytes.
fn resource(mut rest: &[u8]) -> Option<&[u8]> {
    while let Some(after) = rest.strip_prefix(b"8BIM") {
        let number = u16::from_be_bytes(*after.first_chunk()?);
        let name = usize::from(*after.get(2)?) + 1;
        let after = after.get(2 + name + name % 2..)?;
        let size = usize::try_from(u32::from_be_bytes(*after.first_chunk()?)).ok()?;
        let data = after.get(4..size.checked_add(4)?)?;
        if number == IIM {
            return Some(data);
        }
        rest = after.get(4 + size + size % 2..)?;
    }
    None
}

/// The first dataset `wanted` of record 2.
fn dataset(mut rest: &[u8], wanted: u8) -> Option<&[u8]> {
    while let [0x1C, record, number, high, low, after @ ..] = rest {
        // An extended length begins with a set bit; what has one is a picture, not a date.
        let value = after.get(..usize::from(u16::from_be_bytes([*high, *low])))?;
        if (*record, *number) == (2, wanted) {
            return Some(value);
        }
        rest = &after[value.len()..];
    }
    None
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A JPEG without pixels, with an IPTC block of this date and time between others.
    pub(crate) fn jpeg(date: &[u8], time: Option<&[u8]>) -> Vec<u8> {
        let short = |n: usize| u16::try_from(n).unwrap().to_be_bytes();
        let mut datasets = vec![0x1C, 2, 5, 0, 1, b'x'];
        for (number, value) in [(55, Some(date)), (60, time)] {
            if let Some(value) = value {
                datasets.extend([0x1C, 2, number]);
                datasets.extend(short(value.len()));
                datasets.extend(value);
            }
        }
        let mut resources = b"8BIM\x03\xED\x01n\0\0\0\x03abc\0".to_vec();
        resources.extend(b"8BIM\x04\x04\0\0\0\0");
        resources.extend(short(datasets.len()));
        resources.extend(&datasets);
        let content = [PHOTOSHOP, &resources].concat();
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xED];
        jpeg.extend(short(content.len() + 2));
        jpeg.extend(content);
        jpeg.extend([0xFF, 0xD9]);
        jpeg
    }

    #[test]
    fn a_cut_block_is_no_panic() {
        let whole = jpeg(b"20240818", Some(b"034001+0300"));
        assert!(created(&whole).is_some());
        for length in 0..whole.len() {
            let _ = created(&whole[..length]);
        }
        for place in 0..whole.len() {
            let mut odd = whole.clone();
            odd[place] = 0xFF;
            let _ = created(&odd);
        }
    }
}
