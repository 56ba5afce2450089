//! A preview as the store holds it: what stands for a photo until its original comes.
//!
//! A line of JSON with the lengths of the two pictures, then the pictures.

use serde::{Deserialize, Serialize};

use crate::case::Preview;

/// How many bytes one has at most.
pub(super) const MOST: u64 = 16 << 20;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    preview: u32,
    likeness: u64,
    metadata: Vec<(String, String, String)>,
    small: usize,
    medium: usize,
}

pub(super) fn write(preview: &Preview) -> Option<Vec<u8>> {
    let line = Line {
        preview: 1,
        likeness: preview.likeness,
        metadata: serde_json::from_str(&preview.tags).ok()?,
        small: preview.small.len(),
        medium: preview.medium.len(),
    };
    let mut bytes = serde_json::to_vec(&line).ok()?;
    bytes.push(b'\n');
    bytes.extend(&preview.small);
    bytes.extend(&preview.medium);
    Some(bytes)
}

pub(super) fn read(bytes: &[u8]) -> Option<Preview> {
    let end = memchr::memchr(b'\n', bytes)?;
    let line: Line = serde_json::from_slice(&bytes[..end]).ok()?;
    let pictures = &bytes[end + 1..];
    let fits = line.small.checked_add(line.medium) == Some(pictures.len());
    if line.preview != 1 || !fits {
        return None;
    }
    let (small, medium) = pictures.split_at(line.small);
    Some(Preview {
        small: small.to_vec(),
        medium: medium.to_vec(),
        likeness: line.likeness,
        tags: serde_json::to_string(&line.metadata).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_comes_back_as_it_was_and_others_are_refused() {
        let preview = Preview {
            small: vec![1, 2, 10],
            medium: vec![3; 5],
            likeness: u64::MAX,
            tags: r#"[["EXIF","Make","Ж"]]"#.to_owned(),
        };
        let bytes = write(&preview).unwrap();
        assert_eq!(read(&bytes).unwrap(), preview);
        assert_eq!(read(&bytes[..bytes.len() - 1]), None);
        assert_eq!(read(b"{}\n"), None);
        assert_eq!(read(b""), None);
        let lies = br#"{"preview":1,"likeness":0,"metadata":[],"small":18446744073709551615,"medium":1}"#;
        assert_eq!(read(&[&lies[..], b"\n"].concat()), None);
    }
}
