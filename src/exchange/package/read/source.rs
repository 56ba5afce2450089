//! Where a package lies: a folder, or a ZIP archive. Names that lead out of it, links, duplicates and entries that unpack
//! to far more than they are, are refused before anything of them is read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::{MOST_FILES, MOST_LINE, MOST_TEXT, Verdict};
use crate::case::CaseError;
use crate::exchange::package::names::is_reserved;
use crate::text::{t, tf};

/// An entry may unpack to at most this many times its size, unless it is small.
const MOST_RATIO: u64 = 200;
/// An entry of up to this size is small.
const SMALL: u64 = 32 << 20;

/// Why a package can't be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing there that could be a package.
    #[error("{}", tf("package-read-none", &[("file", .0.display().to_string().into())]))]
    None(PathBuf),
    /// A file can't be read.
    #[error("{}", tf("package-read-file", &[("file", .file.as_str().into()), ("reason", .source.to_string().into())]))]
    File {
        /// The file.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// Something in it is refused.
    #[error("{0}")]
    Refused(String),
    /// The case to which it goes refuses.
    #[error(transparent)]
    Case(#[from] CaseError),
}

/// A package as files with names.
pub(super) struct Source {
    at: At,
    /// Its files by path from the package's root, with their sizes in bytes.
    files: BTreeMap<String, u64>,
    /// Whether there is a folder for the payload.
    pub(super) has_payload_folder: bool,
}

enum At {
    Folder(PathBuf),
    Zip {
        archive: Box<ZipArchive<BufReader<File>>>,
        numbers: BTreeMap<String, usize>,
    },
}

/// Whether a path leads to a file within the package, on every system.
pub(super) fn is_within(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with(['/', '~'])
        && !path.contains(['\\', '\0'])
        && path.chars().nth(1) != Some(':')
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

impl Source {
    /// Opens a package and lists its files. What can't be one of them is a fault.
    ///
    /// # Errors
    /// When there is none, or it can't be listed.
    pub(super) fn open(path: &Path, verdict: &mut Verdict) -> Result<Self, ReadError> {
        let known = std::fs::symlink_metadata(path).map_err(|_| ReadError::None(path.to_owned()))?;
        if known.is_dir() {
            return Self::of_folder(path, verdict);
        }
        if !known.is_file() {
            return Err(ReadError::None(path.to_owned()));
        }
        Self::of_zip(path, verdict)
    }

    fn of_folder(root: &Path, verdict: &mut Verdict) -> Result<Self, ReadError> {
        let mut files = BTreeMap::new();
        for found in walkdir::WalkDir::new(root).min_depth(1).follow_links(false) {
            let found = found.map_err(|error| ReadError::File {
                file: error.path().unwrap_or(root).display().to_string(),
                source: error.into(),
            })?;
            let below = found.path().strip_prefix(root).unwrap_or(found.path());
            let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
            let Some(name) = parts.map(|parts| parts.join("/")) else {
                verdict.fault(&below.to_string_lossy(), "package-fault-name", "");
                continue;
            };
            if found.file_type().is_dir() {
                continue;
            }
            if !found.file_type().is_file() {
                verdict.fault(&name, "package-fault-link", "");
                continue;
            }
            judge_name(&name, verdict);
            let size = found.metadata().map_or(0, |known| known.len());
            files.insert(name, size);
            if files.len() > MOST_FILES {
                return Err(ReadError::Refused(t("package-read-too-many").to_owned()));
            }
        }
        Ok(Self {
            has_payload_folder: root.join("data").is_dir(),
            at: At::Folder(root.to_owned()),
            files,
        })
    }

    fn of_zip(path: &Path, verdict: &mut Verdict) -> Result<Self, ReadError> {
        let failed = |source: io::Error| ReadError::File {
            file: path.display().to_string(),
            source,
        };
        let file = File::open(path).map_err(failed)?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| failed(error.into()))?;
        if archive.len() > MOST_FILES {
            return Err(ReadError::Refused(t("package-read-too-many").to_owned()));
        }
        if archive.has_duplicate_names() {
            verdict.fault(".", "package-fault-duplicate", "");
        }
        let mut listed: Vec<(String, usize, u64)> = Vec::new();
        let mut folders = BTreeSet::new();
        for number in 0..archive.len() {
            let entry = archive
                .by_index_raw(number)
                .map_err(|error| failed(error.into()))?;
            let Ok(name) = std::str::from_utf8(entry.name_raw()).map(str::to_owned) else {
                verdict.fault(
                    &String::from_utf8_lossy(entry.name_raw()),
                    "package-fault-name",
                    "",
                );
                continue;
            };
            if !is_within(name.trim_end_matches('/')) {
                verdict.fault(&name, "package-fault-escape", "");
                continue;
            }
            if entry.is_dir() {
                folders.insert(name.trim_end_matches('/').to_owned());
                continue;
            }
            let kind = entry.unix_mode().unwrap_or(0) & 0o170_000;
            if entry.is_symlink() || !matches!(kind, 0 | 0o100_000) || entry.encrypted() {
                verdict.fault(&name, "package-fault-link", "");
                continue;
            }
            let size = entry.size();
            if size > SMALL && size / MOST_RATIO > entry.compressed_size() {
                verdict.fault(&name, "package-fault-bomb", "");
                continue;
            }
            listed.push((name, number, size));
        }
        // One folder holds all (RFC 8493 §4.2).
        let root = |name: &str| name.split_once('/').map(|(root, _)| root.to_owned());
        let roots: BTreeSet<Option<String>> = listed.iter().map(|(name, ..)| root(name)).collect();
        let root = match roots.into_iter().collect::<Vec<_>>().as_mut_slice() {
            [one] => one.take().map(|root| format!("{root}/")).unwrap_or_default(),
            _ => {
                verdict.fault(".", "package-fault-roots", "");
                String::new()
            }
        };
        let mut files = BTreeMap::new();
        let mut numbers = BTreeMap::new();
        for (name, number, size) in listed {
            let name = name.strip_prefix(&root).unwrap_or(&name).to_owned();
            judge_name(&name, verdict);
            files.insert(name.clone(), size);
            numbers.insert(name, number);
        }
        let has_payload_folder =
            folders.contains(&format!("{root}data")) || files.keys().any(|name| name.starts_with("data/"));
        Ok(Self {
            at: At::Zip {
                archive: Box::new(archive),
                numbers,
            },
            files,
            has_payload_folder,
        })
    }

    /// Its files by path from the package's root, with their sizes in bytes.
    pub(super) fn files(&self) -> &BTreeMap<String, u64> {
        &self.files
    }

    /// Whether there is such a file.
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    fn reader(&mut self, name: &str) -> Result<Box<dyn Read + '_>, ReadError> {
        let failed = |source: io::Error| ReadError::File {
            file: name.to_owned(),
            source,
        };
        let size = self.files.get(name).copied().unwrap_or(0);
        match &mut self.at {
            At::Folder(root) => Ok(Box::new(File::open(root.join(name)).map_err(failed)?)),
            At::Zip { archive, numbers } => {
                let missing = || failed(io::ErrorKind::NotFound.into());
                let number = numbers.get(name).copied().ok_or_else(missing)?;
                let entry = archive.by_index(number).map_err(|error| failed(error.into()))?;
                // Never more than it says that it has.
                Ok(Box::new(entry.take(size.saturating_add(1))))
            }
        }
    }

    /// Gives a file to `take`, part by part.
    ///
    /// # Errors
    /// Those of `take`, and when it can't be read.
    pub(super) fn read(
        &mut self,
        name: &str,
        mut take: impl FnMut(&[u8]) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut reader = self.reader(name)?;
        let mut part = vec![0; 128 << 10];
        loop {
            let read = reader.read(&mut part).map_err(|source| ReadError::File {
                file: name.to_owned(),
                source,
            })?;
            if read == 0 {
                return Ok(());
            }
            take(&part[..read])?;
        }
    }

    /// A short file as a whole; `None` when it is not there.
    ///
    /// # Errors
    /// When it is too long or can't be read.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(size) = self.files.get(name).copied() else {
            return Ok(None);
        };
        if size > MOST_TEXT {
            return Err(too_long(name));
        }
        let mut text = Vec::new();
        let read = self.reader(name)?.take(MOST_TEXT).read_to_end(&mut text);
        read.map_err(|source| ReadError::File {
            file: name.to_owned(),
            source,
        })?;
        Ok(Some(text))
    }

    /// Calls `visit` with every line of a file and its number from 1, until it says that it has seen enough.
    ///
    /// # Errors
    /// Those of `visit`, and when it can't be read, is no UTF-8, or has a line that is too long.
    pub(super) fn for_each_line(
        &mut self,
        name: &str,
        mut visit: impl FnMut(u64, &str) -> Result<bool, ReadError>,
    ) -> Result<(), ReadError> {
        let mut reader = BufReader::with_capacity(128 << 10, self.reader(name)?);
        let mut number = 0;
        loop {
            let mut line = String::new();
            let read = (&mut reader).take(MOST_LINE).read_line(&mut line);
            let read = read.map_err(|source| ReadError::File {
                file: name.to_owned(),
                source,
            })?;
            if read as u64 == MOST_LINE {
                return Err(too_long(name));
            }
            number += 1;
            if read == 0 || !visit(number, line.strip_suffix('\n').unwrap_or(&line))? {
                return Ok(());
            }
        }
    }
}

fn too_long(name: &str) -> ReadError {
    ReadError::Refused(tf("package-read-too-long", &[("file", name.into())]))
}

/// Says what is wrong or dangerous in the name of a file.
fn judge_name(name: &str, verdict: &mut Verdict) {
    if !is_within(name) {
        verdict.fault(name, "package-fault-escape", "");
    } else if name.split('/').any(is_reserved) {
        verdict.fault(name, "package-fault-reserved", "");
    }
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_path_that_leads_out_is_known_in_every_form() {
        for good in ["a", "data/a.txt", "data/..a", "data/a..b/c", "data/~a"] {
            assert!(is_within(good), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a",
            "data/../../a",
            "data/./a",
            "~/a",
            "~root/a",
            "C:/a",
            "c:a",
            "a\\b",
            "a//b",
            "a/",
            "a\0b",
        ] {
            assert!(!is_within(bad), "{bad:?}");
        }
    }
}
