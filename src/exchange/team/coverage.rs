//! How far a store has the chains of a case.

use super::memory::Memory;
use super::push::Pushed;
use super::survey::{LOGS, Trouble};
use super::{Team, TeamError};
use crate::case::Reader;
use crate::text::{t, tf};

/// How far the store has a chain.
pub(super) struct Stored {
    /// Until which entry, without a gap.
    pub until: i64,
    /// The laptop whose log has another entry of the same number.
    pub forked_by: Option<String>,
}

/// How far the store has the chain of `device`, of which the case has `own` entries, in all logs or in the device's own
/// alone. A run of entries counts if its last is the case's own: the hash of an entry holds all before it.
pub(super) fn stored_until(
    memory: &Memory,
    case: &Reader,
    device: &str,
    own: i64,
    only_own: bool,
) -> Result<Stored, TeamError> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    let mut forked_by = None;
    let parts = memory.parts().filter(|(_, part)| part.device == device);
    for (writer, part) in parts.filter(|(writer, _)| !only_own || *writer == device) {
        if part.last <= own && case.entry_hash(device, part.last)? != Some(part.head) {
            // What somebody else says of a chain is not held against it.
            if writer == device {
                forked_by = Some(writer.to_owned());
            }
            continue;
        }
        runs.push((part.first, part.last));
    }
    runs.sort_unstable();
    let mut until = 0;
    for (first, last) in runs {
        if first > until + 1 {
            break;
        }
        until = until.max(last);
    }
    Ok(Stored { until, forked_by })
}

impl Team {
    /// The chains of which the store lacks entries: device, name, until which entry it has them, and how many this case has.
    pub(super) fn lacking(
        &self,
        case: &Reader,
        own: &str,
        pushed: &mut Pushed,
    ) -> Result<Vec<(String, String, i64, i64)>, TeamError> {
        let mut lacking = Vec::new();
        for chain in case.chains()? {
            // What others brought of one's own chain is brought again: not everybody takes it from them.
            let only_own = chain.device == own;
            let stored = stored_until(&self.memory, case, &chain.device, chain.entries, only_own)?;
            if let Some(writer) = stored.forked_by {
                if chain.device == own {
                    return Err(TeamError::Refused(t("team-own-chain-forked").to_owned()));
                }
                pushed.troubles.push(self.forked(&writer, &chain.name));
                continue;
            }
            if chain.device == own && stored.until > chain.entries {
                return Err(TeamError::Refused(t("team-own-chain-ahead").to_owned()));
            }
            if stored.until < chain.entries {
                lacking.push((chain.device, chain.name, stored.until, chain.entries));
            }
        }
        // One's own last: it may know of the others'.
        lacking.sort_by_key(|(device, ..)| device == own);
        Ok(lacking)
    }

    /// That the log of `writer` has another version of the chain that is called `name`.
    fn forked(&self, writer: &str, name: &str) -> Trouble {
        Trouble {
            writer: self.writer_name(writer),
            object: format!("{LOGS}/{writer}"),
            reason: tf("team-chain-forked", &[("device", name.into())]),
        }
    }

    /// The chains of which a laptop's own log has another version than the case.
    pub(super) fn forks(&self, case: &Reader) -> Result<Vec<Trouble>, TeamError> {
        let mut forks = Vec::new();
        for chain in case.chains()? {
            let stored = stored_until(&self.memory, case, &chain.device, chain.entries, true)?;
            forks.extend(stored.forked_by.map(|writer| self.forked(&writer, &chain.name)));
        }
        Ok(forks)
    }
}
