//! Judges a package that came from anyone, and gives what is in it.
//!
//! Nothing of it is believed: every file is hashed, every chain computed again, every record compared with what the
//! history makes of it, every table with its records. What is wrong is told file by file ([`Verdict`]). Nothing is
//! unpacked to disk, and nothing is fetched.

mod bag;
mod contents;
mod history;
mod manifest;
mod records;
mod signature;
mod source;

use std::path::Path;

use self::source::Source;
use super::chain::{self, Chains};
use crate::case::{CaseError, Entry};
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::text::tf;

pub use source::ReadError;

/// The most files that a package may have.
pub const MOST_FILES: usize = 2_000_000;
/// The most bytes of a file that is read as a whole (a manifest, the list of the chains).
pub const MOST_TEXT: u64 = 512 << 20;
/// The most bytes of one line: an entry of the history with all its operations.
pub const MOST_LINE: u64 = 256 << 20;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// The file, from the package's root; the package itself is `.`.
    pub file: String,
    /// What kind of fault: the end of its message's key.
    pub kind: &'static str,
    /// What is wrong, for a person.
    pub message: String,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Verdict {
    /// How many files there are.
    pub files: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// How many originals were hashed.
    pub originals: u64,
    /// How many records were compared.
    pub records: u64,
    /// How many entries of the history were computed again.
    pub entries: u64,
    /// How many signatures of the history were checked.
    pub signatures: u64,
    /// The fingerprint of the key whose signature covers all; whose key it is is not known from the files.
    pub signed_by: Option<String>,
    /// Everything that was found wrong.
    pub faults: Vec<Fault>,
    /// What is worth knowing and not wrong.
    pub notes: Vec<Fault>,
    /// Whether it was stopped before the end.
    pub cancelled: bool,
}

impl Verdict {
    /// Whether everything was looked at and nothing was found wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && !self.cancelled
    }

    fn fault(&mut self, file: &str, key: &'static str, what: impl ToString) {
        let fault = said(file, key, what);
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    fn note(&mut self, file: &str, key: &'static str, what: impl ToString) {
        self.notes.push(said(file, key, what));
    }
}

fn said(file: &str, key: &'static str, what: impl ToString) -> Fault {
    Fault {
        file: file.to_owned(),
        kind: key.strip_prefix("package-fault-").unwrap_or(key),
        message: tf(key, &[("file", file.into()), ("what", what.to_string().into())]),
    }
}

/// Judges the package at `path`, a folder or a ZIP archive. With `signer`, a fingerprint as `ssh-keygen -l` shows it, it
/// must be signed by that key.
///
/// # Errors
/// When there is nothing at `path` that could be a package, or it can't be read.
pub fn check(path: &Path, signer: Option<&str>, progress: &Progress) -> Result<Verdict, ReadError> {
    let mut verdict = Verdict::default();
    let mut source = Source::open(path, &mut verdict)?;
    let Some(bag) = bag::check(&mut source, &mut verdict, progress)? else {
        return Ok(verdict);
    };
    contents::check(&mut source, &bag, &mut verdict, progress)?;
    signature::check(&mut source, &bag, signer, &mut verdict)?;
    Ok(verdict)
}

/// Judges a bag of any program by the rules of BagIt alone: versions 0.93 to 1.0.
///
/// # Errors
/// As [`check`].
pub fn check_bag(path: &Path, progress: &Progress) -> Result<Verdict, ReadError> {
    let mut verdict = Verdict::default();
    let mut source = Source::open(path, &mut verdict)?;
    bag::check(&mut source, &mut verdict, progress)?;
    Ok(verdict)
}

/// A package whose contents are read, for an import. Judge it first: nothing is checked here but the hashes of
/// originals.
pub struct Package {
    source: Source,
}

impl Package {
    /// Opens the package at `path`, a folder or a ZIP archive.
    ///
    /// # Errors
    /// When there is none, or its names lead out of it.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let mut verdict = Verdict::default();
        let source = Source::open(path, &mut verdict)?;
        match verdict.faults.into_iter().next() {
            Some(fault) => Err(ReadError::Refused(fault.message)),
            None => Ok(Self { source }),
        }
    }

    /// The list of its chains; `None` of a package without the history.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn chains(&mut self) -> Result<Option<Chains>, ReadError> {
        let Some(text) = self.source.text(chain::LIST)? else {
            return Ok(None);
        };
        let listed = serde_json::from_slice(&text);
        listed
            .map(Some)
            .map_err(|error| ReadError::Refused(error.to_string()))
    }

    /// Calls `visit` with every entry of a chain, in order.
    ///
    /// # Errors
    /// Those of `visit`, and when a line is no entry.
    pub fn for_each_entry(
        &mut self,
        chain: &chain::Chain,
        mut visit: impl FnMut(Entry) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.source.for_each_line(&chain.file, |_, line| {
            let entry = chain::read(line).map_err(|error| ReadError::Refused(error.to_string()))?;
            visit(entry).map(|()| true)
        })
    }

    /// The hashes of its originals, with their sizes in bytes.
    #[must_use]
    pub fn originals(&self) -> Vec<(Sha256, u64)> {
        let files = self.source.files();
        let hashes = files
            .iter()
            .filter_map(|(name, size)| Some((super::names::hash_of_original(name)?, *size)));
        hashes.collect()
    }

    /// Gives an original to `take`, part by part. Says whether it is there.
    ///
    /// # Errors
    /// Those of `take`, when it can't be read, and at the end when its bytes are not those that its name says.
    pub fn read_original(
        &mut self,
        sha256: &Sha256,
        mut take: impl FnMut(&[u8]) -> Result<(), ReadError>,
    ) -> Result<bool, ReadError> {
        let names = self.source.files().keys();
        let mut found = names.filter(|name| super::names::hash_of_original(name) == Some(*sha256));
        let Some(name) = found.next().cloned() else {
            return Ok(false);
        };
        let mut hasher = manifest::Algorithm::Sha256.hasher();
        self.source.read(&name, |part| {
            hasher.update(part);
            take(part)
        })?;
        match hasher.finish() == sha256.to_string() {
            true => Ok(true),
            false => Err(ReadError::Case(CaseError::OriginalChanged(*sha256))),
        }
    }
}
