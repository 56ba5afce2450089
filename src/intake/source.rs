//! Where files come from: single files, folders with all that is in them, memory cards, archives. They are found
//! while the first of them are examined already, so that a large folder begins as fast as a small one.

mod archive;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;

pub use archive::Archives;

use crate::model::photo_set::{FileNote, SetOrigin};
use crate::text::{t, tf};

/// SQLite keeps a value of at most 1,000,000,000 bytes; a margin is left for the rest of the row.
pub const MOST_BYTES: u64 = 950_000_000;

/// Files of a folder are sorted by name in parts of this many: a folder may hold a hundred thousand.
const SORTED: usize = 512;

/// A file to be imported, and what its folder says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name.
    pub name: String,
    /// Where it was found, for people: of a file in an archive, the archive and its name in there.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
    /// When it was made, where the file system tells.
    pub created: Option<Timestamp>,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    File(PathBuf),
    /// The entry with this number of an archive.
    Entry(PathBuf, usize),
}

/// What a search for files found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file.
    File(SourceFile),
    /// Something that can't be looked into, and why.
    Refused(FileNote),
}

/// Finds the files among `sources`, those in the folders among them, and those in archives. What systems leave behind
/// in folders is passed over. Ends when `found` says so by `false`.
pub fn find(sources: &[PathBuf], mut found: impl FnMut(Found) -> bool) {
    for source in sources {
        if source.is_dir() {
            if !folder(source, &mut found) {
                return;
            }
        } else if !file(source, &mut found) {
            return;
        }
    }
}

fn folder(folder: &Path, found: &mut impl FnMut(Found) -> bool) -> bool {
    // Links are followed, so that a folder of links imports; walkdir tells a loop.
    let entries = walkdir::WalkDir::new(folder)
        .follow_links(true)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy()));
    let mut part = Vec::new();
    let flush = |part: &mut Vec<PathBuf>, found: &mut dyn FnMut(&Path) -> bool| {
        part.sort();
        part.drain(..).all(|path| found(&path))
    };
    for entry in entries {
        let goes_on = match entry {
            Ok(entry) if entry.file_type().is_dir() => true,
            Ok(entry) => {
                part.push(entry.into_path());
                part.len() < SORTED || flush(&mut part, &mut |path| file(path, found))
            }
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                found(Found::Refused(unreadable(&path, &error)))
            }
        };
        if !goes_on {
            return false;
        }
    }
    flush(&mut part, &mut |path| file(path, found))
}

fn file(path: &Path, found: &mut impl FnMut(Found) -> bool) -> bool {
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(error) => return found(Found::Refused(unreadable(path, &error))),
    };
    if !about.is_file() {
        // A pipe or a device would be read for ever.
        return found(Found::Refused(note(path.display(), t("read-no-file"))));
    }
    if archive::is_archive(path) {
        return archive::find(path, found);
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    found(Found::File(SourceFile {
        name: name.to_string_lossy().into_owned(),
        path: path.display().to_string(),
        bytes: about.len(),
        modified: about.modified().ok().and_then(timestamp),
        created: about.created().ok().and_then(timestamp),
        place: Place::File(path.to_owned()),
    }))
}

/// Seconds are enough, and all that every file system and archive keeps.
fn timestamp(time: SystemTime) -> Option<Timestamp> {
    let time = Timestamp::try_from(time).ok()?;
    Timestamp::from_second(time.as_second()).ok()
}

fn note(file: impl ToString, reason: impl Into<String>) -> FileNote {
    FileNote {
        file: file.to_string(),
        note: reason.into(),
    }
}

fn unreadable(path: &Path, error: &impl ToString) -> FileNote {
    note(
        path.display(),
        tf("read-failed", &[("reason", error.to_string().into())]),
    )
}

/// What systems leave behind in folders and archives. A photo whose name begins with a full stop is hidden by them, and
/// a photo all the same.
pub(super) fn is_passed_over(name: &str) -> bool {
    const SYSTEM: [&str; 8] = [
        ".DS_Store",
        ".Spotlight-V100",
        ".Trashes",
        ".fseventsd",
        "System Volume Information",
        "Thumbs.db",
        "desktop.ini",
        "__MACOSX",
    ];
    name.starts_with("._") || SYSTEM.contains(&name)
}

impl SourceFile {
    /// A file that is not in any folder: its bytes came otherwise.
    #[must_use]
    pub fn loose(name: &str, bytes: u64) -> Self {
        Self {
            name: name.to_owned(),
            path: name.to_owned(),
            bytes,
            modified: None,
            created: None,
            place: Place::File(PathBuf::from(name)),
        }
    }

    /// Its bytes. Archives that are read from stay open in `archives`.
    ///
    /// # Errors
    /// The reason, when it can't be read or is larger than a case can keep.
    pub fn read(&self, archives: &mut Archives) -> Result<Vec<u8>, String> {
        if self.bytes > MOST_BYTES {
            let megabytes = self.bytes / 1_000_000;
            return Err(tf("read-too-large", &[("megabytes", megabytes.into())]));
        }
        let bytes = match &self.place {
            Place::File(path) => std::fs::read(path),
            Place::Entry(archive, entry) => archives.read(archive, *entry, self.bytes),
        };
        bytes.map_err(|error| tf("read-failed", &[("reason", error.to_string().into())]))
    }
}

/// How the files of `sources` come.
#[must_use]
pub fn origin(sources: &[PathBuf]) -> SetOrigin {
    let is_card =
        |path: &Path| path.join("DCIM").is_dir() || path.components().any(|part| part.as_os_str() == "DCIM");
    match sources {
        [one] if one.is_dir() && is_card(one) => SetOrigin::MemoryCard,
        [one] if one.is_dir() => SetOrigin::Folder,
        [one] if archive::is_archive(one) => SetOrigin::Archive,
        _ => SetOrigin::Files,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(sources: &[PathBuf]) -> (Vec<String>, Vec<FileNote>) {
        let (mut names, mut refused) = (Vec::new(), Vec::new());
        find(sources, |found| {
            match found {
                Found::File(file) => names.push(file.name),
                Found::Refused(note) => refused.push(note),
            }
            true
        });
        (names, refused)
    }

    #[test]
    fn a_folder_gives_its_files_in_order_without_those_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("b")).unwrap();
        for name in ["c.jpg", ".hidden.jpg", "._a.jpg", "a.jpg", "b/x.jpg", "Thumbs.db"] {
            std::fs::write(folder.path().join(name), b"x").unwrap();
        }
        let missing = folder.path().join("missing.jpg");
        let (found, refused) = names(&[folder.path().to_owned(), missing.clone()]);
        assert_eq!(found, [".hidden.jpg", "a.jpg", "x.jpg", "c.jpg"]);
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0].file, missing.display().to_string());
    }

    #[test]
    fn a_memory_card_is_known_by_its_dcim_folder() {
        let card = tempfile::tempdir().unwrap();
        assert_eq!(origin(&[card.path().to_owned()]), SetOrigin::Folder);
        let inner = card.path().join("DCIM/100CANON");
        std::fs::create_dir_all(&inner).unwrap();
        assert_eq!(origin(&[card.path().to_owned()]), SetOrigin::MemoryCard);
        assert_eq!(origin(&[inner]), SetOrigin::MemoryCard);
    }

    #[test]
    fn a_search_ends_when_it_is_told_to() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..2000 {
            std::fs::write(folder.path().join(format!("{number}.jpg")), b"x").unwrap();
        }
        let mut seen = 0;
        find(&[folder.path().to_owned()], |_| {
            seen += 1;
            seen < 5
        });
        assert_eq!(seen, 5);
    }
}
