//! What a laptop brings to a team's store: where it remembers which store is whose, its keys, and the keyring for secrets. The
//! command and the window come to a store through it.

use std::io::Write;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::memory::{address_of, keep_address};
use super::seal::Seal;
use super::{Address, Credentials, Team, TeamError, memory, secrets};
use crate::case::Reader;
use crate::text::tf;

/// Where a laptop keeps what stores need. The default keeps nothing and knows no keyring.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laptop {
    /// Where it remembers what it read of stores, and which case's store is where.
    pub memory: Option<PathBuf>,
    /// Where the key lies with which it signs.
    pub keys: Option<PathBuf>,
    /// Whether secrets are looked for in the environment and the system's keyring, and kept there.
    pub has_keyring: bool,
}

/// A store, with the secrets of it that were named here and need not be in the keyring.
#[derive(Clone, Default)]
pub struct Access {
    /// Where it lies.
    pub address: Address,
    /// The right to a bucket.
    pub credentials: Option<Credentials>,
    /// The key of a sealed store.
    pub seal: Option<Seal>,
}

impl Access {
    /// A store without secrets of its own.
    #[must_use]
    pub fn to(address: Address) -> Self {
        Self {
            address,
            ..Self::default()
        }
    }
}

impl Laptop {
    /// The one on which the program runs.
    #[must_use]
    pub fn of_user() -> Self {
        Self {
            memory: memory::folder(),
            keys: Some(crate::settings::keys_folder()),
            has_keyring: true,
        }
    }

    /// Where the store of this case lies, if the laptop has been told.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn address(&self, case: &Reader) -> Result<Option<Address>, TeamError> {
        let beginnings = case.beginnings()?;
        let folder = self.memory.as_deref();
        Ok(folder.and_then(|folder| address_of(folder, &beginnings)))
    }

    /// Remembers where the store of this case lies.
    ///
    /// # Errors
    /// When the case can't be read, or it can't be kept.
    pub fn remember(&self, case: &Reader, address: &Address) -> Result<(), TeamError> {
        match &self.memory {
            Some(folder) => keep_address(folder, &case.beginnings()?, address),
            None => Ok(()),
        }
    }

    /// Opens a store, with what was named or else what the keyring has.
    ///
    /// # Errors
    /// As [`Team::open`].
    pub fn open(&self, access: &Access) -> Result<Team, TeamError> {
        let key = |store| {
            let kept = || self.has_keyring.then(|| secrets::team_key(store)).flatten();
            access.seal.clone().or_else(kept)
        };
        let credentials = self.credentials(access);
        Team::open(&access.address, credentials.as_ref(), key, self.memory.as_deref())
    }

    /// Makes a store for this case. With `key_file` it is sealed, and the key is written there for the colleagues. Gives the key.
    ///
    /// # Errors
    /// As [`Team::found`], or when the key can't be written.
    pub fn found(
        &self,
        access: &Access,
        case: &Reader,
        key_file: Option<&Path>,
    ) -> Result<(Team, Option<Seal>), TeamError> {
        let seal = match key_file {
            Some(path) => {
                let seal = Seal::new();
                // Before the store is: a store whose key nobody has is of no use.
                write_key(path, &seal)?;
                Some(seal)
            }
            None => None,
        };
        let credentials = self.credentials(access);
        let team = Team::found(
            &access.address,
            credentials.as_ref(),
            case,
            seal.clone(),
            self.memory.as_deref(),
        )?;
        Ok((team, seal))
    }

    /// Keeps what was named in the keyring, so that it need not be named again. What is not kept is told.
    pub fn keep_secrets(&self, team: &Team, access: &Access) -> Vec<TeamError> {
        if !self.has_keyring {
            return Vec::new();
        }
        let credentials = access.credentials.as_ref();
        let credentials = credentials.map(|named| secrets::keep_credentials(&access.address, named));
        let seal = access.seal.as_ref();
        let seal = seal.map(|seal| secrets::keep_team_key(team.id(), seal));
        [credentials, seal]
            .into_iter()
            .flatten()
            .filter_map(Result::err)
            .collect()
    }

    fn credentials(&self, access: &Access) -> Option<Credentials> {
        let is_kept = self.has_keyring && access.address.is_bucket();
        let kept = || is_kept.then(|| secrets::credentials(&access.address)).flatten();
        access.credentials.clone().or_else(kept)
    }
}

/// The key of a sealed store in this file.
///
/// # Errors
/// When it can't be read, or there is none in it.
pub fn read_key(path: &Path) -> Result<Seal, TeamError> {
    let text = std::fs::read_to_string(path).map_err(|error| unread(path, &error))?;
    Seal::parse(&Zeroizing::new(text))
}

/// Writes the key to a file that is not there yet, which only this user can read.
fn write_key(path: &Path, seal: &Seal) -> Result<(), TeamError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = Zeroizing::new(format!("# {}\n{}\n", seal.recipient(), *seal.secret()));
    let write = || {
        let mut file = options.open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|error| unread(path, &error))
}

fn unread(path: &Path, error: &std::io::Error) -> TeamError {
    let said = [
        ("file", path.display().to_string().into()),
        ("reason", error.to_string().into()),
    ];
    TeamError::Refused(tf("cli-team-key-file-unread", &said))
}

/// The place that a person named: a folder is remembered, and the next time the program may run elsewhere.
#[must_use]
pub fn place(named: &str) -> String {
    match named.contains("://") {
        true => named.to_owned(),
        false => std::path::absolute(named).map_or_else(
            |_| named.to_owned(),
            |folder| folder.to_string_lossy().into_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Author, Case};

    #[test]
    fn the_key_of_a_sealed_store_opens_it_and_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let author = Author {
            person: "A. Person".to_owned(),
            device: uuid::Uuid::now_v7().to_string(),
            device_name: "laptop A".to_owned(),
        };
        let case = Case::create(&folder.path().join("a.witness"), "A", author).unwrap();
        let reader = case.reader().unwrap();
        let laptop = Laptop::default();
        let access = Access::to(Address::folder(&folder.path().join("store")));
        let key = folder.path().join("team.key");
        let (team, _) = laptop.found(&access, &reader, Some(&key)).unwrap();
        assert!(matches!(laptop.open(&access), Err(TeamError::KeyNeeded(_))));
        let with_key = Access {
            seal: Some(read_key(&key).unwrap()),
            ..access
        };
        assert_eq!(laptop.open(&with_key).unwrap().id(), team.id());
        let before = std::fs::read(&key).unwrap();
        let elsewhere = Access::to(Address::folder(&folder.path().join("other")));
        assert!(laptop.found(&elsewhere, &reader, Some(&key)).is_err());
        assert_eq!(std::fs::read(&key).unwrap(), before);
        assert!(!folder.path().join("other").exists());
    }
}
