//! What can be known of a file from its bytes. What is a picture is kept even when its pixels can't be
//! shown; what is none, or can't be read, is refused by name and reason.

use super::decode::Limits;
use super::format::Format;
use super::metadata::{Facts, facts};
use super::preview::{Previews, previews};
use crate::text::t;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The file, as a person knows it.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// What can be known of a file.
#[derive(Debug, Clone)]
pub struct Examined {
    /// What it says about itself.
    pub facts: Facts,
    /// Its previews, or why there are none.
    pub previews: Result<Previews, String>,
}

/// What can be known of the file `name` with these bytes.
///
/// # Errors
/// When it is empty or no picture of a known format.
pub fn examine(name: &str, bytes: &[u8]) -> Result<Examined, Refusal> {
    let refused = |key: &str| Refusal {
        name: name.to_owned(),
        reason: t(key).to_owned(),
    };
    if bytes.is_empty() {
        return Err(refused("read-empty"));
    }
    let format = Format::sniff(bytes).ok_or_else(|| refused("read-no-picture"))?;
    let mut facts = facts(bytes, format);
    let previews = previews(bytes, &Limits::default());
    if let Ok(previews) = &previews {
        facts.warnings.extend(previews.warning.clone());
    }
    Ok(Examined {
        facts,
        previews: previews.map_err(|error| error.to_string()),
    })
}

/// The endings of names by which files call themselves pictures.
const PICTURE_ENDINGS: [&str; 16] = [
    "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "heic", "heif", "hif", "avif", "mpo", "gif",
    "bmp", "jxl",
];

/// What the file `name` is that is no picture: a document that can be kept as an original, with the name of its
/// format. `None` when it calls itself a picture, or is empty: that must be looked at by somebody first.
#[must_use]
pub fn document(name: &str, bytes: &[u8]) -> Option<String> {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    if bytes.is_empty() || PICTURE_ENDINGS.contains(&ending.as_str()) {
        return None;
    }
    let is_short = (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    Some(if is_short {
        ending.to_uppercase()
    } else {
        t("read-unknown-format").to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_is_refused_by_name_and_reason() {
        let refused = examine("notes.txt", b"only words").unwrap_err();
        assert_eq!(refused.name, "notes.txt");
        assert_eq!(refused.reason, t("read-no-picture"));
        assert_eq!(examine("empty.jpg", b"").unwrap_err().reason, t("read-empty"));
    }

    #[test]
    fn a_document_is_kept_under_its_own_name_and_not_under_a_pictures() {
        assert_eq!(document("report.pdf", b"%PDF-1.7").as_deref(), Some("PDF"));
        assert_eq!(
            document("README", b"words").as_deref(),
            Some(t("read-unknown-format"))
        );
        assert_eq!(document("photo.JPG", b"%PDF-1.7"), None);
        assert_eq!(document("empty.pdf", b""), None);
    }

    #[test]
    fn a_jpeg_header_without_pixels_is_kept_with_the_reason() {
        let examined = examine("cut.jpg", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0]).unwrap();
        assert!(examined.previews.is_err());
    }
}
