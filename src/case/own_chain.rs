//! Which chain this laptop continues in a case.
//!
//! A chain has one writer and no forks: whoever has entry 8 of it has the same entry 8. An older copy of a case, a backup
//! or a second file on the same laptop would break that if both were written under one device. So the laptop remembers,
//! outside the case, what it wrote last in each chain of a case; a file that does not have that is an older copy, and gets
//! a chain of its own, under a device id of its own. Both copies can be merged then like those of two laptops.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};

use super::{Case, CaseError, undo};
use crate::model::id::Sha256;

/// What was written last in a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Last {
    device: String,
    device_seq: i64,
    hash: Sha256,
}

impl Last {
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        Some(Self {
            device: words.next()?.to_owned(),
            device_seq: words.next()?.parse().ok()?,
            hash: words.next()?.parse().ok()?,
        })
    }

    fn is_in(&self, conn: &Connection) -> Result<bool, CaseError> {
        Ok(conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM history WHERE device = ?1 AND device_seq = ?2 AND hash = ?3)",
            )?
            .query_row(params![self.device, self.device_seq, self.hash.0], |row| {
                row.get(0)
            })?)
    }
}

/// What this laptop remembers of its chains in one case.
#[derive(Debug, Clone)]
pub(super) struct OwnChains {
    file: PathBuf,
    chains: Vec<Last>,
}

impl OwnChains {
    fn load(folder: &Path, conn: &Connection) -> Result<Option<Self>, CaseError> {
        let first: Option<[u8; 32]> = conn
            .query_row("SELECT hash FROM history WHERE seq = 1", [], |row| row.get(0))
            .optional()?;
        Ok(first.map(|first| {
            let file = folder.join(format!("{}.chains", Sha256(first)));
            // What can't be read is as if it were not there: the case is opened all the same.
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let chains = text.lines().filter_map(Last::parse).collect();
            Self { file, chains }
        }))
    }

    /// The device under which this file is written: the laptop's own if the file has all that it wrote, another that fits,
    /// or a new one.
    fn device(&self, conn: &Connection, own: &str) -> Result<String, CaseError> {
        let is_own = |last: &&Last| last.device == own;
        if !self.chains.iter().any(|last| is_own(&last)) {
            return Ok(own.to_owned());
        }
        let (mut first, others): (Vec<&Last>, Vec<&Last>) = self.chains.iter().partition(is_own);
        first.extend(others);
        for last in first {
            if last.is_in(conn)? {
                return Ok(last.device.clone());
            }
        }
        Ok(uuid::Uuid::now_v7().to_string())
    }

    /// Notes what `device` wrote last. Failing costs only the memory of it.
    pub(super) fn note(&mut self, conn: &Connection, device: &str) -> Result<(), CaseError> {
        let head: Option<(i64, [u8; 32])> = conn
            .prepare_cached("SELECT device_seq, hash FROM chain_head WHERE device = ?1")?
            .query_row([device], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((device_seq, hash)) = head else {
            return Ok(());
        };
        let last = Last {
            device: device.to_owned(),
            device_seq,
            hash: Sha256(hash),
        };
        if self.chains.contains(&last) {
            return Ok(());
        }
        self.chains.retain(|other| other.device != device);
        self.chains.push(last);
        let lines = self.chains.iter();
        let text: String = lines
            .map(|last| format!("{} {} {}\n", last.device, last.device_seq, last.hash))
            .collect();
        let new = self.file.with_extension("new");
        if std::fs::write(&new, text).is_ok() {
            let _ = std::fs::rename(&new, &self.file);
        }
        Ok(())
    }
}

/// Whether this laptop has written in one of these cases, named by their first entries, as far as `folder` remembers.
#[must_use]
pub fn has_written<'a>(folder: &Path, cases: impl IntoIterator<Item = &'a Sha256>) -> bool {
    let mut cases = cases.into_iter();
    cases.any(|first| folder.join(format!("{first}.chains")).exists())
}

impl Case {
    /// Remembers in `folder` what this laptop writes, and continues the chain that this file has whole: an older copy of
    /// the case is written under a device id of its own from here on.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn remember_chains_in(&mut self, folder: Option<&Path>) -> Result<(), CaseError> {
        let Some(folder) = folder else {
            self.own_chains = None;
            return Ok(());
        };
        let _ = std::fs::create_dir_all(folder);
        let Some(mut chains) = OwnChains::load(folder, &self.conn)? else {
            return Ok(());
        };
        let device = chains.device(&self.conn, &self.author.device)?;
        if device != self.author.device {
            self.author.device = device;
            self.undo = undo::Stacks::load(&self.conn, &self.author.device)?;
        }
        chains.note(&self.conn, &self.author.device)?;
        self.own_chains = Some(chains);
        Ok(())
    }

    /// Notes what was written last.
    pub(super) fn note_own_chain(&mut self) -> Result<(), CaseError> {
        match &mut self.own_chains {
            Some(chains) => chains.note(&self.conn, &self.author.device),
            None => Ok(()),
        }
    }
}
