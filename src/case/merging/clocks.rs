//! What each device knew of the others' chains when it wrote: the order of entries without any clock on a wall.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, params};

use super::chain::Known;
use crate::case::CaseError;
use crate::model::Merge;

/// An entry by its chain and its number there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::case) struct EntryKey {
    /// Whose chain it is in.
    pub device: String,
    /// Its number there, from 1.
    pub device_seq: i64,
}

impl EntryKey {
    pub fn new(device: &str, device_seq: i64) -> Self {
        Self {
            device: device.to_owned(),
            device_seq,
        }
    }
}

/// How many entries of each chain are known.
pub(in crate::case) type Heads = BTreeMap<String, i64>;

/// For each device, from which of its entries on it knew how much of the others.
#[derive(Debug, Clone, Default)]
pub(in crate::case) struct Clocks(HashMap<String, BTreeMap<i64, Heads>>);

impl Clocks {
    /// As the table `known` states it.
    pub fn load(conn: &Connection) -> Result<Self, CaseError> {
        let mut clocks = Self::default();
        let mut statement = conn.prepare(stated(conn)?)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (device, from): (String, i64) = (row.get(0)?, row.get(1)?);
            let heads = clocks.0.entry(device).or_default().entry(from).or_default();
            heads.insert(row.get(2)?, row.get(3)?);
        }
        Ok(clocks)
    }

    /// Notes that `device` knew `heads` from its entry `from` on.
    pub fn note(&mut self, device: &str, from: i64, heads: Heads) {
        let known = self.0.entry(device.to_owned()).or_default();
        known.insert(from, heads);
    }

    /// How many entries of `other` the entry was written in knowledge of; of its own chain, all up to itself.
    pub fn knows(&self, entry: &EntryKey, other: &str) -> i64 {
        if entry.device == other {
            return entry.device_seq;
        }
        self.heads_of(entry)
            .and_then(|heads| heads.get(other))
            .copied()
            .unwrap_or(0)
    }

    /// What was known of others.
    pub fn heads_of(&self, entry: &EntryKey) -> Option<&Heads> {
        let known = self.0.get(&entry.device)?;
        known
            .range(..=entry.device_seq)
            .next_back()
            .map(|(_, heads)| heads)
    }

    /// Whether `later` was written in knowledge of `earlier`, or is the same.
    pub fn follows(&self, later: &EntryKey, earlier: &EntryKey) -> bool {
        self.knows(later, &earlier.device) >= earlier.device_seq
    }

    /// Whether neither was written in knowledge of the other.
    pub fn apart(&self, one: &EntryKey, other: &EntryKey) -> bool {
        !self.follows(one, other) && !self.follows(other, one)
    }

    /// What `device` knew, from which of its entries on.
    pub fn of_device(&self, device: &str) -> Vec<Known> {
        let known = self.0.get(device).into_iter().flatten();
        known
            .flat_map(|(from, heads)| {
                heads.iter().map(|(other, other_seq)| Known {
                    device_seq: *from,
                    other: other.clone(),
                    other_seq: *other_seq,
                })
            })
            .collect()
    }

    /// In knowledge of how many entries it was written: who knew more is shown until a person decides.
    pub fn weight(&self, entry: &EntryKey) -> i64 {
        let others: i64 = self.heads_of(entry).into_iter().flat_map(Heads::values).sum();
        others + entry.device_seq
    }
}

/// The statement that lists what devices knew. In a file of a format before merging there is no table of it: who wrote
/// there had the file, with all that stood in it.
fn stated(conn: &Connection) -> Result<&'static str, CaseError> {
    let has_table: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'known')",
        [],
        |row| row.get(0),
    )?;
    Ok(match has_table {
        true => "SELECT device, device_seq, other, other_seq FROM known",
        false => {
            "SELECT turn.device, turn.device_seq, before.device, max(before.device_seq)
             FROM (SELECT seq, device, device_seq, lag(device) OVER (ORDER BY seq) AS former FROM history) AS turn
             JOIN history AS before ON before.seq < turn.seq AND before.device <> turn.device
             WHERE turn.former <> turn.device
             GROUP BY turn.device, turn.device_seq, before.device"
        }
    })
}

/// What `device` knows now of the others.
pub(in crate::case) fn newest(conn: &Connection, device: &str) -> Result<Heads, CaseError> {
    let mut statement =
        conn.prepare_cached("SELECT other, max(other_seq) FROM known WHERE device = ?1 GROUP BY other")?;
    let heads = statement
        .query_map([device], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(heads)
}

/// Copies what devices knew of each other into another case.
pub(in crate::case) fn copy_known(from: &Connection, to: &Connection) -> Result<(), CaseError> {
    let mut statement = from.prepare(stated(from)?)?;
    let mut rows = statement.query([])?;
    let mut add = to.prepare_cached("INSERT OR IGNORE INTO known VALUES (?1, ?2, ?3, ?4)")?;
    while let Some(row) = rows.next()? {
        let (device, from, other, other_seq): (String, i64, String, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        add.execute(params![device, from, other, other_seq])?;
    }
    Ok(())
}

/// Writes one line of what a device knew.
pub(in crate::case) fn keep_known(conn: &Connection, device: &str, known: &Known) -> Result<(), CaseError> {
    let heads = Heads::from([(known.other.clone(), known.other_seq)]);
    keep(conn, &EntryKey::new(device, known.device_seq), &heads)
}

/// What a merge says that its device knew.
pub(in crate::case) fn heads_in(merge: &Merge) -> Heads {
    let known = merge.heads.iter();
    known
        .map(|head| {
            (
                head.device.clone(),
                i64::try_from(head.entries).unwrap_or(i64::MAX),
            )
        })
        .collect()
}

/// Writes to the table `known` what a device knew from its entry on.
pub(in crate::case) fn keep(conn: &Connection, entry: &EntryKey, heads: &Heads) -> Result<(), CaseError> {
    let mut statement = conn.prepare_cached("INSERT OR REPLACE INTO known VALUES (?1, ?2, ?3, ?4)")?;
    for (other, other_seq) in heads.iter().filter(|(other, _)| **other != entry.device) {
        statement.execute(params![entry.device, entry.device_seq, other, other_seq])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_follows_what_its_device_knew() {
        let mut clocks = Clocks::default();
        clocks.note("b", 3, Heads::from([("a".to_owned(), 5)]));
        let (a5, a6) = (EntryKey::new("a", 5), EntryKey::new("a", 6));
        let (b2, b3, b9) = (
            EntryKey::new("b", 2),
            EntryKey::new("b", 3),
            EntryKey::new("b", 9),
        );
        assert!(clocks.follows(&b3, &a5) && clocks.follows(&b9, &a5) && clocks.follows(&b9, &b2));
        assert!(clocks.apart(&b2, &a5) && clocks.apart(&b9, &a6));
        assert_eq!((clocks.weight(&b2), clocks.weight(&b9)), (2, 14));
    }
}
