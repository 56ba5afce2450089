//! What this laptop remembers of a store: what its logs said so far. It is kept outside the case and can be lost; the
//! logs are read again then.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::segment::Segment;
use super::{Address, TeamError};
use crate::model::id::Sha256;
use crate::text::tf;

/// What is remembered of one store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// The laptops that write there, by device.
    pub writers: BTreeMap<String, Writer>,
    /// The originals that are there, with their sizes in bytes.
    pub originals: BTreeMap<Sha256, u64>,
    /// The previews that are there: of which original, and the hash of the preview itself.
    pub previews: BTreeMap<Sha256, Sha256>,
    /// The fingerprints of keys that a person has named.
    pub trusted: BTreeSet<String>,
    #[serde(skip)]
    file: Option<PathBuf>,
    /// Whether there is something that was not kept yet.
    #[serde(skip)]
    is_new: bool,
}

/// A laptop that writes to the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Writer {
    /// What it calls itself.
    pub name: String,
    /// The fingerprint of the key with which it signed first. Another key is refused from then on.
    pub fingerprint: String,
    /// When it wrote last, by its own clock.
    pub at: String,
    /// The segments that were read: by number, the hash of the object.
    pub segments: BTreeMap<u64, Sha256>,
    /// The entries that they bring.
    pub parts: Vec<KnownPart>,
}

/// A run of entries of one device in a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPart {
    /// The number of the segment.
    pub segment: u64,
    /// The device whose entries they are.
    pub device: String,
    /// The number of the first in the device's chain.
    pub first: i64,
    /// The number of the last.
    pub last: i64,
    /// The hash of the last.
    pub head: Sha256,
}

impl Writer {
    /// The number after which there may be segments that were not read: those come in any order through a synced folder.
    pub(super) fn whole_until(&self) -> u64 {
        let numbers = self.segments.keys().zip(1..);
        numbers
            .take_while(|(number, expected)| *number == expected)
            .count() as u64
    }

    /// The number of the newest segment.
    pub(super) fn last(&self) -> u64 {
        self.segments.keys().next_back().copied().unwrap_or(0)
    }
}

/// Where this laptop remembers what it read of stores, and where the store of which case lies.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("org", "", "witnessmark").map(|dirs| dirs.data_dir().join("teams"))
}

/// Where the store of the case that begins with one of these entries lies, if this laptop has been told.
#[must_use]
pub fn address_of(folder: &Path, beginnings: &[Sha256]) -> Option<Address> {
    let mut kept = beginnings
        .iter()
        .filter_map(|first| std::fs::read_to_string(folder.join(format!("{first}.toml"))).ok());
    kept.find_map(|text| toml::from_str(&text).ok())
}

/// Remembers where the store of the case lies.
///
/// # Errors
/// When it can't be written.
pub fn keep_address(folder: &Path, beginnings: &[Sha256], address: &Address) -> Result<(), TeamError> {
    let Some(first) = beginnings.first() else {
        return Ok(());
    };
    let file = folder.join(format!("{first}.toml"));
    let failed = |reason: String| {
        let said = [
            ("file", file.display().to_string().into()),
            ("reason", reason.into()),
        ];
        TeamError::Refused(tf("team-memory-failed", &said))
    };
    let text = toml::to_string(address).map_err(|error| failed(error.to_string()))?;
    std::fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
    std::fs::write(&file, text).map_err(|error| failed(error.to_string()))
}

impl Memory {
    /// What is remembered in `folder`. What can't be read is as if it were not there.
    pub(super) fn load(folder: Option<&Path>, store: Uuid) -> Self {
        let file = folder.map(|folder| folder.join(format!("{store}.json")));
        let kept = file.as_ref().and_then(|file| std::fs::read(file).ok());
        let memory = kept.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            file,
            ..memory.unwrap_or_default()
        }
    }

    /// Keeps it for the next time.
    pub(super) fn save(&mut self) -> Result<(), TeamError> {
        let Some(file) = self.file.as_ref().filter(|_| self.is_new) else {
            return Ok(());
        };
        let failed = |error: std::io::Error| {
            let said = [
                ("file", file.display().to_string().into()),
                ("reason", error.to_string().into()),
            ];
            TeamError::Refused(tf("team-memory-failed", &said))
        };
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        let new = file.with_extension("new");
        let bytes = serde_json::to_vec(self).map_err(|error| failed(error.into()))?;
        std::fs::write(&new, bytes).map_err(failed)?;
        std::fs::rename(&new, file).map_err(failed)?;
        self.is_new = false;
        Ok(())
    }

    /// Takes note that a person has named a key.
    pub(super) fn trust(&mut self, fingerprint: &str) {
        self.is_new |= self.trusted.insert(fingerprint.to_owned());
    }

    /// Forgets an original that is not there any more, so that whoever has it brings it again.
    pub(super) fn forget_original(&mut self, sha256: &Sha256) {
        self.is_new |= self.originals.remove(sha256).is_some();
    }

    /// As [`Memory::forget_original`], of the preview of an original.
    pub(super) fn forget_preview(&mut self, of: &Sha256) {
        self.is_new |= self.previews.remove(of).is_some();
    }

    /// Forgets what these segments of a laptop brought. Their numbers stay taken: they may come back.
    pub(super) fn forget_segments(&mut self, device: &str, gone: &[u64]) {
        if let Some(writer) = self.writers.get_mut(device) {
            writer.parts.retain(|part| !gone.contains(&part.segment));
            self.is_new = true;
        }
    }

    /// Takes note of a segment that was read or written, whose object has this hash.
    pub(super) fn note(&mut self, segment: &Segment, object: Sha256) {
        self.is_new = true;
        let header = &segment.header;
        let writer = self.writers.entry(header.writer.clone()).or_default();
        if writer.fingerprint.is_empty() {
            writer.fingerprint.clone_from(&segment.fingerprint);
        }
        if header.number >= writer.last() {
            header.name.clone_into(&mut writer.name);
            header.at.clone_into(&mut writer.at);
        }
        writer.segments.insert(header.number, object);
        writer.parts.extend(segment.chains.iter().filter_map(|chain| {
            let (first, last) = (chain.entries.first()?, chain.entries.last()?);
            Some(KnownPart {
                segment: header.number,
                device: chain.device.clone(),
                first: first.device_seq,
                last: last.device_seq,
                head: last.hash,
            })
        }));
        let originals = header.originals.iter();
        self.originals
            .extend(originals.map(|claim| (claim.sha256, claim.bytes)));
        let previews = header.previews.iter();
        self.previews
            .extend(previews.map(|claim| (claim.of, claim.sha256)));
    }

    /// All parts, each with its writer.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, &KnownPart)> {
        self.writers
            .iter()
            .flat_map(|(device, writer)| writer.parts.iter().map(move |part| (device.as_str(), part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_that_come_out_of_order_are_looked_for_again() {
        let hash = Sha256([0; 32]);
        let writer = |numbers: &[u64]| Writer {
            segments: numbers.iter().map(|number| (*number, hash)).collect(),
            ..Writer::default()
        };
        let both = |numbers: &[u64]| (writer(numbers).whole_until(), writer(numbers).last());
        assert_eq!(both(&[]), (0, 0));
        assert_eq!(both(&[1, 2, 3]), (3, 3));
        assert_eq!(both(&[1, 2, 4, 7]), (2, 7));
        assert_eq!(both(&[2]), (0, 2));
    }

    #[test]
    fn it_is_kept_and_what_is_damaged_is_as_if_it_were_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let store = Uuid::now_v7();
        let mut memory = Memory::load(Some(folder.path()), store);
        memory.is_new = true;
        memory.originals.insert(Sha256([1; 32]), 5);
        memory.previews.insert(Sha256([1; 32]), Sha256([2; 32]));
        memory.save().unwrap();
        assert_eq!(Memory::load(Some(folder.path()), store), memory);
        assert_eq!(
            Memory::load(Some(folder.path()), Uuid::now_v7()).originals.len(),
            0
        );
        std::fs::write(folder.path().join(format!("{store}.json")), "{").unwrap();
        assert_eq!(Memory::load(Some(folder.path()), store).originals.len(), 0);
    }
}
