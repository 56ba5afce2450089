//! Files in ZIP archives. Nothing of an archive is ever written to disk, so a name in it can't lead anywhere; a name
//! that tries to, or an entry that unpacks to far more than it is, is refused all the same: somebody made it so.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::{Found, Place, SourceFile, note, unreadable};
use crate::text::t;

/// An entry may unpack to at most this many times its size, unless it is small.
const MOST_RATIO: u64 = 200;
/// An entry of up to this size is small.
const SMALL: u64 = 32 << 20;

type Open = ZipArchive<BufReader<File>>;

/// The archive that was read from last: an import goes through one after the other.
#[derive(Default)]
pub struct Archives(Option<(PathBuf, Open)>);

fn open(path: &Path) -> io::Result<Open> {
    Ok(ZipArchive::new(BufReader::new(File::open(path)?))?)
}

/// Whether the file is a ZIP archive, by its name and its first bytes. Other files that are such archives by their
/// make (documents, packages) are kept whole.
pub(super) fn is_archive(path: &Path) -> bool {
    let is_named = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    let mut first = [0; 4];
    is_named
        && File::open(path)
            .and_then(|mut file| file.read_exact(&mut first))
            .is_ok()
        && first == *b"PK\x03\x04"
}

/// Finds the files in an archive.
pub(super) fn find(path: &Path, found: &mut impl FnMut(Found) -> bool) -> bool {
    let mut archive = match open(path) {
        Ok(archive) => archive,
        Err(error) => return found(Found::Refused(unreadable(path, &error))),
    };
    for number in 0..archive.len() {
        let what = match entry(path, &mut archive, number) {
            Some(what) => what,
            None => continue,
        };
        if !found(what) {
            return false;
        }
    }
    true
}

fn entry(path: &Path, archive: &mut Open, number: usize) -> Option<Found> {
    let entry = match archive.by_index_raw(number) {
        Ok(entry) => entry,
        Err(error) => return Some(Found::Refused(unreadable(path, &error))),
    };
    if entry.is_dir() {
        return None;
    }
    let shown = format!(
        "{} » {}",
        path.display(),
        String::from_utf8_lossy(entry.name_raw())
    );
    let refused = |reason| Some(Found::Refused(note(&shown, t(reason))));
    let Some(inner) = entry.enclosed_name() else {
        return refused("read-archive-name");
    };
    if inner
        .components()
        .any(|part| super::is_passed_over(&part.as_os_str().to_string_lossy()))
    {
        return None;
    }
    if entry.is_symlink() {
        return refused("read-no-file");
    }
    if entry.encrypted() {
        return refused("read-archive-encrypted");
    }
    let most = entry.compressed_size().saturating_mul(MOST_RATIO).max(SMALL);
    if entry.size() > most {
        return refused("read-archive-bomb");
    }
    let name = inner.file_name().unwrap_or(inner.as_os_str());
    Some(Found::File(SourceFile {
        name: name.to_string_lossy().into_owned(),
        path: shown,
        bytes: entry.size(),
        modified: None,
        created: None,
        place: Place::Entry(path.to_owned(), number),
    }))
}

impl Archives {
    /// The bytes of an entry that states to have `bytes` of them. A longer one is cut off by an error.
    pub(super) fn read(&mut self, path: &Path, entry: usize, bytes: u64) -> io::Result<Vec<u8>> {
        if self.0.as_ref().is_none_or(|(open, _)| open != path) {
            self.0 = Some((path.to_owned(), open(path)?));
        }
        let Some((_, archive)) = &mut self.0 else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let mut read = Vec::new();
        archive.by_index(entry)?.take(bytes + 1).read_to_end(&mut read)?;
        if read.len() as u64 != bytes {
            return Err(io::Error::new(io::ErrorKind::InvalidData, t("read-archive-size")));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(path: &Path, entries: &[(&str, &[u8])]) {
        let mut writer = zip::ZipWriter::new(File::create(path).unwrap());
        for (name, bytes) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap();
    }

    #[test]
    fn files_of_an_archive_are_found_and_read_and_a_name_that_leads_out_of_it_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("photos.zip");
        let zeros = vec![0; 40 << 20];
        archive(
            &path,
            &[
                ("DCIM/one.jpg", b"first"),
                ("../../two.jpg", b"second"),
                ("__MACOSX/._one.jpg", b"junk"),
                ("bomb.bin", &zeros),
            ],
        );
        assert!(is_archive(&path));
        let (mut files, mut refused) = (Vec::new(), Vec::new());
        find(&path, &mut |found| {
            match found {
                Found::File(file) => files.push(file),
                Found::Refused(note) => refused.push(note.note),
            }
            true
        });
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].name, "one.jpg");
        assert_eq!(files[0].read(&mut Archives::default()).unwrap(), b"first");
        assert_eq!(refused, [t("read-archive-name"), t("read-archive-bomb")]);
    }

    #[test]
    fn a_cut_archive_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cut.zip");
        archive(&path, &[("one.jpg", b"first")]);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() - 10]).unwrap();
        let mut refused = Vec::new();
        find(&path, &mut |found| {
            if let Found::Refused(note) = found {
                refused.push(note.file);
            }
            true
        });
        assert_eq!(refused, [path.display().to_string()]);
    }
}
