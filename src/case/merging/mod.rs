//! Merging: what several laptops wrote in copies of one case becomes one case again.
//!
//! Nothing is compared but histories. Each device has a chain of entries that only it makes longer; a merge is the union
//! of chains, and the records follow from that ([`deed`]). What each device knew when it wrote is part of its chain
//! ([`clocks`]), so that no clock on a wall has a say.

mod chain;
mod clocks;
mod conflict;
mod deed;
mod group;
mod replay;
mod take_in;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

pub use chain::{Incoming, IncomingChain, Known};
pub(super) use clocks::{copy_known, keep_known};
pub use conflict::{Conflict, Question, Version, Voice};
pub(super) use conflict::{removal_settled, settled_by};
pub(super) use replay::{Replay, is_decision, record_at, renew, settle};
pub use take_in::{Refusal, Taken};

use super::apply::{Trust, draft, perform};
use super::history::{self, Op};
use super::{Author, CaseError};
use crate::model::id::Sha256;
use crate::model::{KnownHead, Merge};
use clocks::{Clocks, EntryKey, Heads};

/// Says in the device's chain that it knows what others have written, if its next entry would be the first to know.
pub(super) fn acknowledge(conn: &Connection, author: &Author) -> Result<(), CaseError> {
    let heads = replay::effective_heads(conn)?;
    if heads.keys().all(|device| *device == author.device) {
        return Ok(());
    }
    let known = clocks::newest(conn, &author.device)?;
    let knows = |device: &String, last: &i64| known.get(device).is_some_and(|seq| seq >= last);
    let mut others = heads.iter().filter(|(device, _)| **device != author.device);
    if others.all(|(device, last)| *last == 0 || knows(device, last)) {
        return Ok(());
    }
    note(conn, author, None)
}

/// Appends an entry that says what the device knows from here on.
fn note(conn: &Connection, author: &Author, source: Option<&str>) -> Result<(), CaseError> {
    let mut statement = conn.prepare_cached(
        "SELECT device, device_seq, hash FROM chain_head WHERE device <> ?1 ORDER BY device",
    )?;
    let known = statement
        .query_map([&author.device], |row| {
            Ok(KnownHead {
                device: row.get(0)?,
                entries: row.get(1)?,
                hash: Sha256(row.get(2)?),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let heads: Heads = known
        .iter()
        .map(|head| {
            (
                head.device.clone(),
                i64::try_from(head.entries).unwrap_or(i64::MAX),
            )
        })
        .collect();
    let merge = Merge {
        source: source.map(str::to_owned),
        heads: known,
        by: author.person.clone(),
        at: Timestamp::now(),
        ..Merge::default()
    };
    let ops = [Op::create(&merge.into())];
    perform(conn, &ops[0], Trust::Checked)?;
    history::append(conn, draft(author, replay::MERGE, None, None, &ops))?;
    let entries = heads_of(conn, &author.device)?.map_or(0, |(entries, _)| entries);
    clocks::keep(conn, &EntryKey::new(&author.device, entries), &heads)
}

/// How many entries a device's chain has in this file, and the hash of the last of them.
fn heads_of(conn: &Connection, device: &str) -> Result<Option<(i64, Sha256)>, CaseError> {
    let head = conn
        .prepare_cached("SELECT device_seq, hash FROM chain_head WHERE device = ?1")?
        .query_row([device], |row| Ok((row.get(0)?, Sha256(row.get(1)?))))
        .optional()?;
    Ok(head)
}
