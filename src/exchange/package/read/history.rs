//! The chains of a package: every hash computed again, each entry after the one before, heads as they are stated and
//! signed; and the records that the history makes.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::source::{ReadError, Source};
use super::{Progress, Verdict};
use crate::case::{Rebuilt, check_signature};
use crate::exchange::package::chain::{self, Chain, Chains};
use crate::exchange::package::names;
use crate::model::Signature;
use crate::model::id::Sha256;
use crate::model::record::{Fields, RecordRef};

/// What the history comes to.
pub(super) struct History {
    case: Sha256,
    /// Of each device the hash of every entry.
    heads: BTreeMap<String, Vec<Sha256>>,
    /// The records that all entries make.
    rebuilt: Rebuilt,
    /// The records that were taken out.
    taken: HashSet<RecordRef>,
    /// Whether every entry could be read, so that records can be compared with it.
    pub(super) is_whole: bool,
}

impl History {
    /// The fields of every record that the history makes, taken out one by one.
    pub(super) fn take(&mut self, record: &RecordRef) -> Option<Fields> {
        let fields = self.rebuilt.record(record).ok().flatten()?;
        self.taken.insert(record.clone()).then_some(fields)
    }

    /// The records that were not taken out and are there.
    pub(super) fn rest(self) -> impl Iterator<Item = RecordRef> {
        let records = self.rebuilt.records().unwrap_or_default().into_iter();
        let taken = self.taken;
        records.filter(move |record| !taken.contains(record))
    }

    /// Checks a signature that was made in the case.
    pub(super) fn judge(&self, file: &str, signature: &Signature, verdict: &mut Verdict) {
        verdict.signatures += 1;
        let number = usize::try_from(signature.device_seq)
            .ok()
            .and_then(|number| number.checked_sub(1));
        let head = number.and_then(|number| self.heads.get(&signature.device)?.get(number));
        let is_of_case = signature
            .statement
            .lines()
            .any(|line| line == format!("case {}", self.case));
        if check_signature(signature).is_err() || head != Some(&signature.head) || !is_of_case {
            verdict.fault(file, "package-fault-head-signature", "");
        }
    }
}

/// Checks the chains. `None` when the package has none.
pub(super) fn check(
    source: &mut Source,
    verdict: &mut Verdict,
    progress: &Progress,
) -> Result<Option<History>, ReadError> {
    let files: Vec<String> = source.files().keys().cloned().collect();
    let files: BTreeSet<String> = files
        .into_iter()
        .filter(|name| name.starts_with("data/history/"))
        .collect();
    let Some(text) = source.text(chain::LIST)? else {
        for file in files {
            verdict.fault(&file, "package-fault-foreign", "");
        }
        return Ok(None);
    };
    let listed: Chains = match serde_json::from_slice(&text) {
        Ok(listed) => listed,
        Err(error) => {
            verdict.fault(chain::LIST, "package-fault-json", error);
            return Ok(None);
        }
    };
    if listed.format != 1 {
        verdict.fault(chain::LIST, "package-fault-newer", listed.format);
    }
    let stated: BTreeSet<&str> = listed.chains.iter().map(|chain| chain.file.as_str()).collect();
    if stated.len() != listed.chains.len() {
        verdict.fault(chain::LIST, "package-fault-chain-twice", "");
    }
    for file in &files {
        if file != chain::LIST && !stated.contains(file.as_str()) {
            verdict.fault(file, "package-fault-foreign", "");
        }
    }
    let mut history = History {
        case: listed.case,
        heads: BTreeMap::new(),
        rebuilt: Rebuilt::new()?,
        taken: HashSet::new(),
        is_whole: true,
    };
    let mut numbers = HashSet::new();
    for chain in &listed.chains {
        walk(source, chain, &mut history, &mut numbers, verdict, progress)?;
    }
    history.is_whole = history.is_whole && history.rebuilt.carry_out().is_ok();
    let count = numbers.len() as i64;
    if numbers.iter().any(|seq| !(1..=count).contains(seq)) {
        verdict.fault(chain::LIST, "package-fault-numbers", "");
    }
    Ok(Some(history))
}

fn walk(
    source: &mut Source,
    chain: &Chain,
    history: &mut History,
    numbers: &mut HashSet<i64>,
    verdict: &mut Verdict,
    progress: &Progress,
) -> Result<(), ReadError> {
    let file = chain.file.as_str();
    if file != names::chain(&chain.device) || !source.has(file) {
        verdict.fault(file, "package-fault-chain-missing", &chain.device);
        history.is_whole = false;
        return Ok(());
    }
    for known in &chain.known {
        history.rebuilt.know(&chain.device, known)?;
    }
    let mut heads: Vec<Sha256> = Vec::new();
    let read = source.for_each_line(file, |number, line| {
        if progress.is_cancelled() {
            verdict.cancelled = true;
            return Ok(false);
        }
        if line.is_empty() {
            return Ok(true);
        }
        let entry = match chain::read(line) {
            Ok(entry) => entry,
            Err(error) => {
                verdict.fault(
                    file,
                    "package-fault-entry-unreadable",
                    format!("{number}: {error}"),
                );
                history.is_whole = false;
                return Ok(true);
            }
        };
        verdict.entries += 1;
        let before = heads.last().copied().unwrap_or(Sha256([0; 32]));
        if entry.computed_hash() != entry.hash {
            verdict.fault(file, "package-fault-entry-changed", number);
        }
        let expected = heads.len() as i64 + 1;
        if entry.device != chain.device || entry.device_seq != expected || entry.prev_hash != before {
            verdict.fault(file, "package-fault-chain-broken", number);
        }
        if !numbers.insert(entry.seq) {
            verdict.fault(file, "package-fault-numbers", "");
        }
        if entry.seq == 1 && entry.hash != history.case {
            verdict.fault(chain::LIST, "package-fault-other-case", "");
        }
        heads.push(entry.hash);
        history.is_whole &= history.rebuilt.add(&entry).is_ok();
        Ok(true)
    });
    if let Err(error) = read {
        verdict.fault(file, "package-fault-unreadable", error);
        history.is_whole = false;
    }
    let is_whole = heads.len() as u64 == chain.entries && heads.last() == Some(&chain.head);
    if !is_whole && !verdict.cancelled {
        verdict.fault(file, "package-fault-chain-cut", "");
    }
    history.heads.insert(chain.device.clone(), heads);
    Ok(())
}
