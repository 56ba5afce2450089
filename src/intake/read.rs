//! From a path to what can be known of the file in it. What is a picture is kept even when its pixels can't be
//! shown; what is none, or can't be read, is refused by name and reason.

use std::path::{Path, PathBuf};

use super::decode::Limits;
use super::format::Format;
use super::metadata::{Facts, facts};
use super::preview::{Previews, previews};
use crate::text::{t, tf};

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

/// SQLite keeps a value of at most 1,000,000,000 bytes; a margin is left for the rest of the row.
const MOST_BYTES: u64 = 950_000_000;

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

/// The bytes of a file.
///
/// # Errors
/// When it can't be read, or is larger than a case can keep.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Refusal> {
    let refused = |reason: String| Refusal {
        name: path.display().to_string(),
        reason,
    };
    let failed = |error: std::io::Error| refused(tf("read-failed", &[("reason", error.to_string().into())]));
    let about = std::fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        // A pipe or a device would be read for ever.
        return Err(refused(t("read-no-file").to_owned()));
    }
    let size = about.len();
    if size > MOST_BYTES {
        return Err(refused(tf(
            "read-too-large",
            &[("megabytes", (size / 1_000_000).into())],
        )));
    }
    std::fs::read(path).map_err(failed)
}

/// The files among `sources`, and those in the folders among them, in the order of their names. Hidden files and
/// what systems leave behind in folders are passed over; what can't be looked into is refused.
#[must_use]
pub fn expand(sources: &[PathBuf]) -> (Vec<PathBuf>, Vec<Refusal>) {
    let (mut files, mut refusals) = (Vec::new(), Vec::new());
    for source in sources {
        if !source.is_dir() {
            files.push(source.clone());
            continue;
        }
        // Links are followed, so that a folder of links imports; walkdir tells a loop.
        let entries = walkdir::WalkDir::new(source)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| {
                entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy())
            });
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => refusals.push(Refusal {
                    name: error.path().unwrap_or(source).display().to_string(),
                    reason: tf("read-failed", &[("reason", error.to_string().into())]),
                }),
            }
        }
    }
    (files, refusals)
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_expanded_in_order_without_hidden_files() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("b");
        std::fs::create_dir(&inner).unwrap();
        for name in ["c.jpg", ".hidden.jpg", "a.jpg", "b/x.jpg", "Thumbs.db"] {
            std::fs::write(folder.path().join(name), b"x").unwrap();
        }
        let missing = folder.path().join("missing.jpg");
        let (files, refusals) = expand(&[folder.path().to_owned(), missing.clone()]);
        let names: Vec<_> = files
            .iter()
            .map(|file| {
                file.strip_prefix(folder.path())
                    .unwrap()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        assert_eq!(names, ["a.jpg", "b/x.jpg", "c.jpg", "missing.jpg"]);
        assert!(refusals.is_empty());
        assert!(read_file(&missing).is_err());
    }

    #[test]
    fn what_is_no_picture_is_refused_by_name_and_reason() {
        let refused = examine("notes.txt", b"only words").unwrap_err();
        assert_eq!(refused.name, "notes.txt");
        assert_eq!(refused.reason, t("read-no-picture"));
        assert_eq!(examine("empty.jpg", b"").unwrap_err().reason, t("read-empty"));
    }

    #[test]
    fn a_jpeg_header_without_pixels_is_kept_with_the_reason() {
        let examined = examine("cut.jpg", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0]).unwrap();
        assert!(examined.previews.is_err());
    }
}
