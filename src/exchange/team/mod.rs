//! A team's store: a folder (a stick, a synced folder) or a bucket of any S3-compatible service, through which laptops
//! bring copies of one case together without a server of their own.
//!
//! Every object is written once under a name that tells its hash, and nobody overwrites or deletes anything. Each laptop
//! has a log of its own, signed segments numbered from 1 ([`segment`]), which say what entries it brought and which
//! originals and previews it put there. What is in the store follows from the logs, so that nobody has to list it. Each
//! laptop remembers what it has read ([`memory`]); that can be lost, and is read again then. docs/team-store.md is for people.

pub mod address;
mod blob;
mod check;
mod coverage;
pub mod door;
mod head;
mod join;
pub mod laptop;
pub mod memory;
mod objects;
pub mod pull;
pub mod push;
pub mod seal;
pub mod secrets;
pub mod segment;
pub mod status;
mod survey;

use std::path::Path;

pub use address::{Address, Credentials};
pub use objects::Traffic;
pub use survey::Trouble;

use crate::case::{CaseError, Reader};
use crate::model::id::Sha256;
use crate::text::{t, tf};
use head::Head;
use memory::Memory;
use objects::Objects;
use seal::Seal;

/// Why something with a team's store did not come to its end. What was done before that stays and is gone on with.
#[derive(Debug, thiserror::Error)]
pub enum TeamError {
    /// The case refused, or the job was stopped.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The store can't be reached, read or written.
    #[error("{}", tf("team-store-failed", &[("store", store.as_str().into()), ("reason", reason.as_str().into())]))]
    Store {
        /// The store.
        store: String,
        /// Why.
        reason: String,
    },
    /// The store is sealed, and its key is not on this laptop.
    #[error("{}", tf("team-key-needed", &[("recipient", _0.as_str().into())]))]
    KeyNeeded(String),
    /// Something else was refused; a sentence for people.
    #[error("{0}")]
    Refused(String),
}

/// A team's store that is open.
pub struct Team {
    objects: Objects,
    head: Head,
    seal: Option<Seal>,
    memory: Memory,
    /// What the history calls it.
    source: String,
}

impl Team {
    /// Makes a store for this case, and opens it. With `seal`, whoever owns the place of it can read nothing.
    ///
    /// # Errors
    /// When there is one already, or it can't be written.
    pub fn found(
        address: &Address,
        credentials: Option<&Credentials>,
        case: &Reader,
        seal: Option<Seal>,
        memory: Option<&Path>,
    ) -> Result<Self, TeamError> {
        let objects = Objects::open(address, credentials, true)?;
        let head = Head::new(&case.beginnings()?, seal.as_ref());
        if !objects.put_new(head::NAME, head.to_bytes())? {
            let said = [("store", address.to_string().into())];
            return Err(TeamError::Refused(tf("team-there-already", &said)));
        }
        Ok(Self::of(objects, head, seal, memory, address))
    }

    /// Opens a store. `key` gives the key of a sealed one by the store's id.
    ///
    /// # Errors
    /// When there is none, it can't be read, it is of a newer version, or the key is missing or another's.
    pub fn open(
        address: &Address,
        credentials: Option<&Credentials>,
        key: impl FnOnce(uuid::Uuid) -> Option<Seal>,
        memory: Option<&Path>,
    ) -> Result<Self, TeamError> {
        let objects = Objects::open(address, credentials, false)?;
        let Some(bytes) = objects.get(head::NAME, head::MOST)? else {
            let said = [("store", address.to_string().into())];
            return Err(TeamError::Refused(tf("team-none-there", &said)));
        };
        let head = Head::parse(&bytes)?;
        let seal = match &head.recipient {
            None => None,
            Some(recipient) => {
                let seal = key(head.store).ok_or_else(|| TeamError::KeyNeeded(recipient.clone()))?;
                if seal.recipient() != *recipient {
                    return Err(TeamError::Refused(t("team-key-other").to_owned()));
                }
                Some(seal)
            }
        };
        Ok(Self::of(objects, head, seal, memory, address))
    }

    fn of(
        objects: Objects,
        head: Head,
        seal: Option<Seal>,
        memory: Option<&Path>,
        address: &Address,
    ) -> Self {
        Self {
            objects,
            memory: Memory::load(memory, head.store),
            head,
            seal,
            source: address.title(),
        }
    }

    /// The store's id, made when it was founded.
    #[must_use]
    pub fn id(&self) -> uuid::Uuid {
        self.head.store
    }

    /// Whether whoever owns the place of it can read nothing.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.seal.is_some()
    }

    /// What was sent and received since it was opened.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.objects.traffic()
    }

    /// What this laptop remembers of the store.
    #[must_use]
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Trusts the laptop whose key has this fingerprint, also where only those are let in that a person has named.
    ///
    /// # Errors
    /// When it can't be remembered.
    pub fn trust(&mut self, fingerprint: &str) -> Result<(), TeamError> {
        self.memory.trust(fingerprint);
        self.memory.save()
    }

    /// That the store is of this case.
    ///
    /// # Errors
    /// When it is another's, or the case can't be read.
    pub fn check_case(&self, case: &Reader) -> Result<(), TeamError> {
        let beginnings = case.beginnings()?;
        if beginnings.is_empty() || self.head.is_of(&beginnings) {
            return Ok(());
        }
        Err(TeamError::Refused(t("team-other-case").to_owned()))
    }

    /// Where an original lies. In a sealed store its name does not tell its hash, which whoever has the photo knows.
    fn original(&self, sha256: &Sha256) -> String {
        self.place("originals", sha256)
    }

    /// Where the preview whose bytes have this hash lies.
    fn preview(&self, blob: &Sha256) -> String {
        self.place("previews", blob)
    }

    fn place(&self, folder: &str, hash: &Sha256) -> String {
        let name = match &self.seal {
            Some(seal) => seal.name(hash).to_string(),
            None => hash.to_string(),
        };
        format!("{folder}/{}/{name}", &name[..2])
    }

    fn sealed(&self, bytes: Vec<u8>) -> Result<Vec<u8>, TeamError> {
        match &self.seal {
            Some(seal) => seal.seal(&bytes),
            None => Ok(bytes),
        }
    }

    /// What was sealed; `None` when it was not sealed for this team, or was changed.
    fn unsealed(&self, bytes: Vec<u8>) -> Option<Vec<u8>> {
        match &self.seal {
            Some(seal) => seal.open(&bytes),
            None => Some(bytes),
        }
    }
}
