//! Chains on their way from one case to another.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::case::{CaseError, Entry, Reader, history};
use crate::model::id::Sha256;

/// What comes from another laptop: parts of chains, in any order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Incoming {
    /// What it comes from, for people: the name of a package, a case or a store.
    pub source: String,
    /// The case that it is of: the hashes of the entries that began it, several where cases were made one.
    pub cases: Vec<Sha256>,
    /// The parts.
    pub chains: Vec<IncomingChain>,
}

/// Part of a device's chain: entries one after the other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IncomingChain {
    /// The device.
    pub device: String,
    /// What it calls itself.
    pub name: String,
    /// The entries. Those that are known already may be among them; they must be the same.
    pub entries: Vec<Entry>,
    /// What the device knew of others, for entries of a format before merging, which do not say it themselves.
    pub known: Vec<Known>,
}

/// That a device knew, from one of its entries on, so many entries of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The number of its entry.
    pub device_seq: i64,
    /// The other device.
    pub other: String,
    /// How many of its entries were known.
    pub other_seq: i64,
}

impl Reader {
    /// Gives `visit` the entries of `device` after the first `after`, in order.
    ///
    /// # Errors
    /// When the case can't be read, or `visit` says so.
    pub fn entries_of(
        &self,
        device: &str,
        after: i64,
        mut visit: impl FnMut(Entry) -> Result<(), CaseError>,
    ) -> Result<(), CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
             FROM history WHERE device = ?1 AND device_seq > ?2 ORDER BY device_seq",
        )?;
        let mut rows = statement.query((device, after))?;
        while let Some(row) = rows.next()? {
            visit(history::entry_of(row)?)?;
        }
        Ok(())
    }

    /// Gives `visit` at most `most` entries of `device` after the first `after`, in order, until it says that it has enough.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn some_entries_of(
        &self,
        device: &str,
        after: i64,
        most: i64,
        mut visit: impl FnMut(Entry) -> bool,
    ) -> Result<(), CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT seq, device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash
             FROM history WHERE device = ?1 AND device_seq > ?2 ORDER BY device_seq LIMIT ?3",
        )?;
        let mut rows = statement.query((device, after, most))?;
        while let Some(row) = rows.next()? {
            if !visit(history::entry_of(row)?) {
                break;
            }
        }
        Ok(())
    }

    /// What `device` knew of others when it wrote.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn known_by(&self, device: &str) -> Result<Vec<Known>, CaseError> {
        let clocks = super::Clocks::load(&self.conn)?;
        Ok(clocks.of_device(device))
    }

    /// Everything that this case has and one with the chains `heads` (device and number of entries) lacks.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn outgoing(&self, source: &str, heads: &[(String, i64)]) -> Result<Incoming, CaseError> {
        let mut chains = Vec::new();
        for chain in self.chains()? {
            let known = heads.iter().find(|(device, _)| *device == chain.device);
            let after = known.map_or(0, |(_, entries)| *entries);
            if after > 0 && after >= chain.entries {
                // Only the last that both have, to see that it is the same.
                let mut entries = Vec::new();
                self.entries_of(&chain.device, chain.entries - 1, |entry| {
                    entries.push(entry);
                    Ok(())
                })?;
                chains.push(IncomingChain {
                    device: chain.device,
                    name: chain.name,
                    entries,
                    known: Vec::new(),
                });
                continue;
            }
            let mut entries = Vec::new();
            self.entries_of(&chain.device, (after - 1).max(0), |entry| {
                entries.push(entry);
                Ok(())
            })?;
            chains.push(IncomingChain {
                known: self.known_by(&chain.device)?,
                device: chain.device,
                name: chain.name,
                entries,
            });
        }
        Ok(Incoming {
            source: source.to_owned(),
            cases: self.beginnings()?,
            chains,
        })
    }

    /// Which case it is: the hashes of the entries that began it, several where cases were made one.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn beginnings(&self) -> Result<Vec<Sha256>, CaseError> {
        beginnings(&self.conn)
    }

    /// The originals that photos name and that have not come yet: hash and size in bytes.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn awaited(&self) -> Result<Vec<(Sha256, u64)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT a.sha256, p.byte_size FROM awaited AS a JOIN photo AS p USING (sha256) ORDER BY a.sha256",
        )?;
        let mut rows = statement.query([])?;
        let mut awaited = Vec::new();
        while let Some(row) = rows.next()? {
            if let Ok(name) = row.get::<_, String>(0)?.parse() {
                awaited.push((name, row.get(1)?));
            }
        }
        Ok(awaited)
    }
}

/// The hashes of the entries that began the case, or the cases that it was made of.
pub(super) fn beginnings(conn: &Connection) -> Result<Vec<Sha256>, CaseError> {
    let mut statement = conn.prepare_cached(
        "SELECT hash FROM history WHERE seq = 1 OR action IN ('create-case', 'recover') ORDER BY seq",
    )?;
    let hashes = statement
        .query_map([], |row| Ok(Sha256(row.get(0)?)))?
        .collect::<Result<_, _>>()?;
    Ok(hashes)
}
