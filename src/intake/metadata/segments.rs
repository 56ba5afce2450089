//! The segments of a JPEG before its pixels (ISO/IEC 10918-1 annex B): where metadata stands.

/// Marker and content of each segment, up to the first scan or to where the file makes no sense.
pub(super) fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8]).unwrap_or_default();
    std::iter::from_fn(move || {
        loop {
            let marker = *rest.strip_prefix(&[0xFF])?.first()?;
            match marker {
                // A fill byte.
                0xFF => rest = &rest[1..],
                0xD9 | 0xDA => return None,
                _ => {
                    let length = usize::from(u16::from_be_bytes(*rest.get(2..)?.first_chunk()?));
                    let content = rest.get(4..2 + length)?;
                    rest = &rest[2 + length..];
                    return Some((marker, content));
                }
            }
        }
    })
}
