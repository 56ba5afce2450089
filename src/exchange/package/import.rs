//! A package of a case, taken into another copy of it: judged as a whole first, then merged like a copy.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::read::{Package, ReadError, Verdict, check};
use crate::case::{Case, CaseError, Incoming, IncomingChain};
use crate::exchange::merging::Merged;
use crate::intake::renew::photo_of;
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::text::{t, tf};

/// What became of a package.
#[derive(Debug)]
pub enum Imported {
    /// It was taken in, or would be.
    Merged(Box<Merged>),
    /// It is not sound; nothing was taken in.
    Unsound(Box<Verdict>),
}

/// How a package is to be taken in.
#[derive(Debug, Clone, Copy, Default)]
pub struct How<'a> {
    /// The fingerprint of the key that must have signed it.
    pub signer: Option<&'a str>,
    /// Also when it is of another case: both become one.
    pub also_other: bool,
    /// Only say what would come.
    pub is_dry: bool,
}

/// A package that was judged and found sound, whose history is read: it can be foreseen and taken in.
pub struct Sound {
    package: Package,
    incoming: Arc<Incoming>,
}

/// What a package is.
pub enum Judged {
    /// Sound.
    Sound(Box<Sound>),
    /// Not sound.
    Unsound(Box<Verdict>),
}

/// Judges the package at `path`, which must be signed by the key with the fingerprint `signer` if there is one, and reads its
/// history if it is sound. No case is needed for it.
///
/// # Errors
/// When it can't be read, holds no history, or it was stopped.
pub fn judge(path: &Path, signer: Option<&str>, progress: &Progress) -> Result<Judged, ReadError> {
    let verdict = check(path, signer, progress)?;
    if verdict.cancelled {
        return Err(CaseError::Cancelled.into());
    }
    if !verdict.is_sound() {
        return Ok(Judged::Unsound(Box::new(verdict)));
    }
    let mut package = Package::open(path)?;
    let source = path.file_name().unwrap_or_default().to_string_lossy();
    let incoming = Arc::new(incoming(&mut package, &source)?);
    Ok(Judged::Sound(Box::new(Sound { package, incoming })))
}

impl Sound {
    /// What is said in its history, to be foreseen.
    #[must_use]
    pub fn incoming(&self) -> Arc<Incoming> {
        self.incoming.clone()
    }

    /// Takes it in. What was taken in stays when it is stopped; the rest comes when it is done again.
    ///
    /// # Errors
    /// When it is of another case and may not be, an original is not what its name says, when the case can't be written, or it
    /// was stopped.
    pub fn take_in(
        &mut self,
        case: &mut Case,
        also_other: bool,
        progress: &Progress,
    ) -> Result<Merged, ReadError> {
        let taken = case.take_in(&self.incoming, also_other, progress)?;
        let awaited = case.reader()?.awaited()?;
        progress.set_done(0);
        progress.set_total(awaited.len() as u64);
        let mut originals = 0;
        for (hash, size) in awaited {
            if progress.is_cancelled() {
                return Err(CaseError::Cancelled.into());
            }
            if let Some(bytes) = original(&mut self.package, &hash, size)? {
                case.keep_original(&photo_of("", hash, bytes))?;
                originals += 1;
            }
            progress.advance(size);
        }
        Ok(Merged { taken, originals })
    }
}

/// What a package with this history would bring. Nothing is changed.
///
/// # Errors
/// When it is of another case and may not be, the case can't be read, or it was stopped.
pub fn foresee(
    case: &Case,
    incoming: &Incoming,
    also_other: bool,
    progress: &Progress,
) -> Result<Merged, CaseError> {
    let taken = case.foresee(incoming, also_other, progress)?;
    let originals = taken.awaited;
    Ok(Merged { taken, originals })
}

/// Takes in the package at `path`. What was taken in stays when it is stopped; the rest comes when it is done again.
///
/// # Errors
/// When it can't be read, holds no history, is of another case and may not be, when the case can't be written, or it was stopped.
pub fn import(
    case: &mut Case,
    path: &Path,
    how: How<'_>,
    progress: &Progress,
) -> Result<Imported, ReadError> {
    let mut sound = match judge(path, how.signer, progress)? {
        Judged::Sound(sound) => sound,
        Judged::Unsound(verdict) => return Ok(Imported::Unsound(verdict)),
    };
    let merged = match how.is_dry {
        true => foresee(case, &sound.incoming, how.also_other, progress)?,
        false => sound.take_in(case, how.also_other, progress)?,
    };
    Ok(Imported::Merged(Box::new(merged)))
}

/// Whether what is at `path` is to be taken for a package, not for a case: a folder, or an archive by its name or its first
/// bytes.
#[must_use]
pub fn is_package(path: &Path) -> bool {
    let ends_in = |end: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(end));
    if path.is_dir() || ends_in("zip") {
        return true;
    }
    let mut head = [0; 4];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    !ends_in(crate::case::EXTENSION) && read.is_ok() && &head == b"PK\x03\x04"
}

/// The history of the package.
fn incoming(package: &mut Package, source: &str) -> Result<Incoming, ReadError> {
    let listed = package.chains()?.ok_or_else(|| {
        let said = [("file", source.into())];
        ReadError::Refused(tf("package-no-history", &said))
    })?;
    let mut incoming = Incoming {
        source: source.to_owned(),
        cases: vec![listed.case],
        chains: Vec::new(),
    };
    for chain in listed.chains {
        let mut entries = Vec::new();
        package.for_each_entry(&chain, |entry| {
            entries.push(entry);
            Ok(())
        })?;
        let begins = |action: &str| matches!(action, "create-case" | "recover");
        let begun = entries.iter().filter(|entry| begins(&entry.action));
        incoming.cases.extend(begun.map(|entry| entry.hash));
        incoming.chains.push(IncomingChain {
            device: chain.device,
            name: chain.name,
            entries,
            known: chain.known,
        });
    }
    Ok(incoming)
}

/// The bytes of an original, if the package has it.
fn original(package: &mut Package, hash: &Sha256, size: u64) -> Result<Option<Vec<u8>>, ReadError> {
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(64 << 20)).unwrap_or(0));
    let is_there = package.read_original(hash, |part| {
        // More than the record says is no original of it; what is read stays bounded.
        match (bytes.len() + part.len()) as u64 > size {
            true => Err(ReadError::Refused(t("package-original-longer").to_owned())),
            false => {
                bytes.extend_from_slice(part);
                Ok(())
            }
        }
    })?;
    Ok(is_there.then_some(bytes))
}
