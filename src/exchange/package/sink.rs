//! Where a package is written: a folder, or a ZIP archive. Every file is hashed while it is written.
//!
//! Both are written under a name of their own (`NAME.partial`) and get the right one at the end, so that what bears
//! that one is whole. A folder that was cut short is gone on with: files that are there with the right hash are kept.
//! An archive is written anew.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256 as Hasher};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::PackageError;
use crate::model::id::Sha256;

/// What a written file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) sha256: Sha256,
    pub(super) bytes: u64,
}

/// Takes the bytes of a file, hashes and counts them.
pub(super) struct Tap<'a> {
    out: &'a mut dyn Write,
    hasher: Hasher,
    bytes: u64,
}

impl Write for Tap<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.hasher.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How the bytes of a file are packed in an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// As they are: pictures are packed already.
    Stored,
    /// Packed, because it is text.
    Packed,
}

/// A package that is being written.
pub(super) struct Sink {
    to: PathBuf,
    partial: PathBuf,
    form: Form,
    /// What was written so far, by path from the package's root.
    pub(super) files: BTreeMap<String, Written>,
}

enum Form {
    Folder,
    Zip {
        archive: Box<ZipWriter<File>>,
        root: String,
    },
}

/// The file in an unfinished folder that says whose it is.
const MARKER: &str = ".witnessmark-partial";

impl Sink {
    /// Begins a package, or goes on with a folder that was cut short. `whose` is a line that says what it is of.
    ///
    /// # Errors
    /// When something stands at `to`, or something foreign where the unfinished one would.
    pub(super) fn begin(to: &Path, is_zip: bool, whose: &str) -> Result<Self, PackageError> {
        if fs::symlink_metadata(to).is_ok() {
            return Err(PackageError::Exists(to.to_owned()));
        }
        let Some(partial) = partial_of(to) else {
            return Err(PackageError::Exists(to.to_owned()));
        };
        let form = if is_zip {
            begin_zip(&partial, &root_of(to))?
        } else {
            begin_folder(&partial, whose)?;
            Form::Folder
        };
        Ok(Self {
            to: to.to_owned(),
            partial,
            form,
            files: BTreeMap::new(),
        })
    }

    /// Where it is until it is whole.
    pub(super) fn partial(&self) -> &Path {
        &self.partial
    }

    /// How many bytes the unfinished folder has of a file; 0 when it is not there.
    pub(super) fn has(&self, name: &str) -> u64 {
        match self.form {
            Form::Folder => fs::symlink_metadata(self.partial.join(name))
                .map_or(0, |known| if known.is_file() { known.len() } else { 0 }),
            Form::Zip { .. } => 0,
        }
    }

    /// Keeps a file that is there already, if it has these bytes. Says whether it has.
    ///
    /// # Errors
    /// When it is there and can't be read.
    pub(super) fn keep(&mut self, name: &str, wanted: Written) -> Result<bool, PackageError> {
        if self.has(name) != wanted.bytes || matches!(self.form, Form::Zip { .. }) {
            return Ok(false);
        }
        let path = self.partial.join(name);
        let failed = PackageError::file(&path);
        let hash = File::open(&path)
            .and_then(|mut file| hash_of(&mut file))
            .map_err(failed)?;
        if hash == wanted.sha256 {
            self.files.insert(name.to_owned(), wanted);
        }
        Ok(hash == wanted.sha256)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// Those of `fill`, and when it can't be written.
    pub(super) fn write(
        &mut self,
        name: &str,
        packing: Packing,
        bytes: u64,
        fill: impl FnOnce(&mut Tap<'_>) -> Result<(), PackageError>,
    ) -> Result<Written, PackageError> {
        let path = self.partial.join(name);
        let written = match &mut self.form {
            Form::Folder => write_in_folder(&self.partial, &path, fill)?,
            Form::Zip { archive, root } => {
                let method = match packing {
                    Packing::Stored => CompressionMethod::Stored,
                    Packing::Packed => CompressionMethod::Deflated,
                };
                // The time is fixed, so that the same case gives the same bytes.
                let options = SimpleFileOptions::default()
                    .compression_method(method)
                    .last_modified_time(zip::DateTime::default())
                    .unix_permissions(0o644)
                    .large_file(bytes > u64::from(u32::MAX) / 2);
                archive
                    .start_file(format!("{root}/{name}"), options)
                    .map_err(|error| PackageError::file(&self.partial)(error.into()))?;
                fill_in(archive, fill)?
            }
        };
        self.files.insert(name.to_owned(), written);
        Ok(written)
    }

    /// Writes a short text.
    ///
    /// # Errors
    /// When it can't be written.
    pub(super) fn text(&mut self, name: &str, text: &str) -> Result<Written, PackageError> {
        let path = self.partial.join(name);
        self.write(name, Packing::Packed, text.len() as u64, |out| {
            out.write_all(text.as_bytes()).map_err(PackageError::file(&path))
        })
    }

    /// Gives the whole package its name.
    ///
    /// # Errors
    /// When something foreign is in the folder, or came to stand at the name meanwhile, or the disk refuses.
    pub(super) fn finish(self) -> Result<(), PackageError> {
        let failed = PackageError::file(&self.partial);
        match self.form {
            Form::Folder => {
                take_out_stale(&self.partial, &self.files)?;
                fs::remove_file(self.partial.join(MARKER)).map_err(failed)?;
            }
            Form::Zip { archive, .. } => {
                let file = archive.finish().map_err(io::Error::from);
                file.and_then(|file| file.sync_all()).map_err(failed)?;
            }
        }
        if fs::symlink_metadata(&self.to).is_ok() {
            return Err(PackageError::Exists(self.to));
        }
        fs::rename(&self.partial, &self.to).map_err(PackageError::file(&self.to))
    }
}

/// The SHA-256 of what is left to read.
pub(super) fn hash_of(from: &mut impl Read) -> io::Result<Sha256> {
    let mut hasher = Hasher::new();
    let mut part = vec![0; 128 << 10];
    loop {
        match from.read(&mut part)? {
            0 => return Ok(Sha256(hasher.finalize().into())),
            read => hasher.update(&part[..read]),
        }
    }
}

fn fill_in(
    out: &mut dyn Write,
    fill: impl FnOnce(&mut Tap<'_>) -> Result<(), PackageError>,
) -> Result<Written, PackageError> {
    let mut tap = Tap {
        out,
        hasher: Hasher::new(),
        bytes: 0,
    };
    fill(&mut tap)?;
    Ok(Written {
        sha256: Sha256(tap.hasher.finalize().into()),
        bytes: tap.bytes,
    })
}

fn write_in_folder(
    root: &Path,
    path: &Path,
    fill: impl FnOnce(&mut Tap<'_>) -> Result<(), PackageError>,
) -> Result<Written, PackageError> {
    let failed = || PackageError::file(path);
    if let Some(folder) = path.parent() {
        make_folders(root, folder)?;
    }
    // Never through a link that somebody laid there: what is there goes first.
    match fs::symlink_metadata(path) {
        Ok(known) if known.is_dir() => return Err(PackageError::Foreign(path.to_owned())),
        Ok(_) => fs::remove_file(path).map_err(failed())?,
        Err(_) => {}
    }
    let file = File::create_new(path).map_err(failed())?;
    let mut out = BufWriter::with_capacity(128 << 10, file);
    let written = fill_in(&mut out, fill)?;
    let file = out.into_inner().map_err(|error| failed()(error.into_error()))?;
    file.sync_all().map_err(failed())?;
    Ok(written)
}

/// Makes the folders of a file, none of which may be a link out of the package.
fn make_folders(root: &Path, folder: &Path) -> Result<(), PackageError> {
    let mut at = root.to_owned();
    for part in folder.strip_prefix(root).into_iter().flatten() {
        at.push(part);
        match fs::symlink_metadata(&at) {
            Ok(known) if known.is_dir() => {}
            Ok(_) => return Err(PackageError::Foreign(at)),
            Err(_) => fs::create_dir(&at).map_err(PackageError::file(&at))?,
        }
    }
    Ok(())
}

/// Where the package `to` is until it is whole; `None` when that is no name.
pub(super) fn partial_of(to: &Path) -> Option<PathBuf> {
    let mut partial = to.file_name()?.to_owned();
    partial.push(".partial");
    Some(to.with_file_name(partial))
}

/// The folder in the archive `to` that holds everything.
fn root_of(to: &Path) -> String {
    to.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Whether what stands at `partial` is an unfinished package `to` with this line.
pub(super) fn is_unfinished(to: &Path, partial: &Path, is_zip: bool, whose: &str) -> bool {
    match is_zip {
        true => is_our_archive(partial, &root_of(to)),
        false => is_our_folder(partial, whose),
    }
}

fn is_our_folder(partial: &Path, whose: &str) -> bool {
    fs::symlink_metadata(partial).is_ok_and(|known| known.is_dir())
        && fs::read_to_string(partial.join(MARKER)).is_ok_and(|said| said == whose)
}

/// One of ours that was cut short begins with our first entry, or has nothing in it yet.
fn is_our_archive(partial: &Path, root: &str) -> bool {
    if !fs::symlink_metadata(partial).is_ok_and(|known| known.is_file()) {
        return false;
    }
    let first = format!("{root}/bagit.txt");
    let mut head = Vec::new();
    let read = File::open(partial).and_then(|file| file.take(30 + first.len() as u64).read_to_end(&mut head));
    let is_ours = head.is_empty() || head.starts_with(b"PK\x03\x04") && head.ends_with(first.as_bytes());
    read.is_ok() && is_ours
}

fn begin_folder(partial: &Path, whose: &str) -> Result<(), PackageError> {
    let failed = || PackageError::file(partial);
    let marker = partial.join(MARKER);
    if is_our_folder(partial, whose) {
        return Ok(());
    }
    if fs::symlink_metadata(partial).is_ok() {
        return Err(PackageError::Foreign(partial.to_owned()));
    }
    fs::create_dir(partial).map_err(failed())?;
    fs::write(&marker, whose).map_err(PackageError::file(&marker))
}

fn begin_zip(partial: &Path, root: &str) -> Result<Form, PackageError> {
    if fs::symlink_metadata(partial).is_ok() {
        if !is_our_archive(partial, root) {
            return Err(PackageError::Foreign(partial.to_owned()));
        }
        fs::remove_file(partial).map_err(PackageError::file(partial))?;
    }
    let file = File::create_new(partial).map_err(PackageError::file(partial))?;
    Ok(Form::Zip {
        archive: Box::new(ZipWriter::new(file)),
        root: root.to_owned(),
    })
}

/// Takes out what an earlier attempt wrote and this one did not. What no attempt of ours can have written is not
/// touched, and named.
fn take_out_stale(partial: &Path, files: &BTreeMap<String, Written>) -> Result<(), PackageError> {
    for found in walkdir::WalkDir::new(partial).sort_by_file_name() {
        let found = found.map_err(|error| {
            let at = error.path().unwrap_or(partial).to_owned();
            PackageError::file(&at)(error.into())
        })?;
        if found.file_type().is_dir() {
            continue;
        }
        let path = found.path();
        let below = path.strip_prefix(partial).unwrap_or(path);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        if name == MARKER || files.contains_key(&name) {
            continue;
        }
        let is_ours = [
            "data/originals/",
            "data/history/",
            "data/records/",
            "data/signatures/",
            "data/report/",
        ]
        .iter()
        .any(|folder| name.starts_with(folder));
        if !is_ours || !found.file_type().is_file() {
            return Err(PackageError::Foreign(path.to_owned()));
        }
        fs::remove_file(path).map_err(PackageError::file(path))?;
    }
    Ok(())
}
