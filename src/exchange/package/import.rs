//! A package of a case, taken into another copy of it: judged as a whole first, then merged like a copy.

use std::path::Path;

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
    let verdict = check(path, how.signer, progress)?;
    if !verdict.is_sound() {
        return Ok(Imported::Unsound(Box::new(verdict)));
    }
    let mut package = Package::open(path)?;
    let source = path.file_name().unwrap_or_default().to_string_lossy();
    let incoming = incoming(&mut package, &source)?;
    if how.is_dry {
        let taken = case.foresee(&incoming, how.also_other, progress)?;
        let originals = taken.awaited;
        return Ok(Imported::Merged(Box::new(Merged { taken, originals })));
    }
    let taken = case.take_in(&incoming, how.also_other, progress)?;
    let awaited = case.reader()?.awaited()?;
    progress.set_done(0);
    progress.set_total(awaited.len() as u64);
    let mut originals = 0;
    for (hash, size) in awaited {
        if progress.is_cancelled() {
            return Err(CaseError::Cancelled.into());
        }
        if let Some(bytes) = original(&mut package, &hash, size)? {
            case.keep_original(&photo_of("", hash, bytes))?;
            originals += 1;
        }
        progress.advance(size);
    }
    Ok(Imported::Merged(Box::new(Merged { taken, originals })))
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
