//! What the history view needs beside the entries: the devices' chains, and which steps were taken back.

use std::collections::HashSet;

use rusqlite::params;
use serde::Serialize;

use super::super::{CaseError, Entry, Reader, history};
use crate::model::id::Sha256;

/// The chain of entries that one device has made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chain {
    /// The device.
    pub device: String,
    /// What it calls itself.
    pub name: String,
    /// How many entries it has made.
    pub entries: i64,
    /// The hash of its newest entry.
    pub head: Sha256,
}

impl Reader {
    /// The chains of all devices, longest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn chains(&self) -> Result<Vec<Chain>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT device, name, device_seq, hash FROM chain_head ORDER BY device_seq DESC, device",
        )?;
        let chains = statement
            .query_map([], |row| {
                Ok(Chain {
                    device: row.get(0)?,
                    name: row.get(1)?,
                    entries: row.get(2)?,
                    head: Sha256(row.get(3)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(chains)
    }

    /// Those of the steps to which the entries from `first` to `last` belong, by device, that are taken back now: the
    /// last word on them was an undo.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn steps_taken_back(&self, first: i64, last: i64) -> Result<HashSet<(String, i64)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT e.device, e.step FROM history AS e
             WHERE e.seq BETWEEN ?1 AND ?2
                 AND (SELECT u.action FROM history AS u WHERE u.takes_back = e.step AND u.device = e.device
                      ORDER BY u.seq DESC LIMIT 1) = 'undo'",
        )?;
        let steps = statement
            .query_map(params![first, last], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(steps)
    }

    /// The first entry of a step of `device`, which numbers its steps by its own file.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn first_of_step(&self, device: &str, step: i64) -> Result<Option<Entry>, CaseError> {
        Ok(history::of_step(&self.conn, device, step)?.into_iter().next())
    }
}
