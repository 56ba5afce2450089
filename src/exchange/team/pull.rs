//! Taking from a store what the others brought: entries first, then previews, and originals when somebody wants them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::door::Door;
use super::push::stop_if_asked;
use super::survey::{LOGS, Survey, Trouble};
use super::{Team, TeamError, Traffic, blob, segment};
use crate::case::{Entry, Incoming, IncomingChain, Known, Reader, Taken, sha256};
use crate::intake::renew::photo_of;
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::text::{t, tf};

/// Which originals are to come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Originals {
    /// None: previews stand for them.
    #[default]
    Later,
    /// All that are in the store.
    All,
    /// These.
    Of(Vec<Sha256>),
}

/// How to pull.
#[derive(Debug, Clone, Default)]
pub struct How {
    /// Which originals.
    pub originals: Originals,
    /// Let in laptops that are new here only if a person has named their key.
    pub only_trusted: bool,
    /// Take entries of a laptop that has a log of its own also where another laptop brought them.
    pub relayed: bool,
}

/// What a pull took.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pulled {
    /// The entries, and what they touched.
    #[serde(flatten)]
    pub taken: Taken,
    /// How many previews came.
    pub previews: u64,
    /// How many originals came.
    pub originals: u64,
    /// How many originals the case still waits for.
    pub still_awaited: u64,
    /// The laptops that were not known here before: name and fingerprint of the key.
    pub newcomers: Vec<(String, String)>,
    /// What was found wrong in the store.
    pub troubles: Vec<Trouble>,
    /// What was sent and received for it.
    pub traffic: Traffic,
}

impl Team {
    /// Takes in what the store has and `case` lacks.
    ///
    /// # Errors
    /// When the store is of another case, can't be reached, the case can't be written, or the job was stopped. What came until
    /// then stays.
    pub fn pull(
        &mut self,
        case: &mut impl Door,
        how: &How,
        progress: &Progress,
    ) -> Result<Pulled, TeamError> {
        self.objects.watch(progress);
        self.check_case(&case.reader()?)?;
        let before = self.traffic();
        let mut survey = self.survey(how.only_trusted, progress)?;
        let mut pulled = Pulled {
            newcomers: std::mem::take(&mut survey.newcomers),
            ..Pulled::default()
        };
        let incoming = self.incoming(&case.reader()?, how.relayed, &mut survey, progress)?;
        pulled.troubles = survey.troubles;
        if !incoming.chains.is_empty() {
            pulled.taken = case.take_in(incoming, progress)?;
        }
        self.pull_previews(case, progress, &mut pulled)?;
        self.pull_originals(case, &how.originals, progress, &mut pulled)?;
        pulled.still_awaited = case.reader()?.awaited()?.len() as u64;
        let after = self.traffic();
        pulled.traffic = Traffic {
            sent: after.sent - before.sent,
            received: after.received - before.received,
        };
        Ok(pulled)
    }

    /// The entries that the store has and the case lacks.
    pub(super) fn incoming(
        &self,
        case: &Reader,
        relayed: bool,
        survey: &mut Survey,
        progress: &Progress,
    ) -> Result<Incoming, TeamError> {
        let own: BTreeMap<String, i64> = case
            .chains()?
            .into_iter()
            .map(|chain| (chain.device, chain.entries))
            .collect();
        survey.troubles.extend(self.forks(case)?);
        let wanted = self.wanted(&own, relayed, survey);
        let mut chains: BTreeMap<String, Chain> = BTreeMap::new();
        let mut cases = BTreeSet::new();
        progress.set_done(0);
        progress.set_total(wanted.len() as u64);
        for (is_relay, writer, number, devices) in wanted {
            stop_if_asked(progress)?;
            let Some(segment) = self.segment(&writer, number, survey)? else {
                continue;
            };
            cases.extend(segment.header.cases);
            let runs = segment.chains.into_iter();
            for run in runs.filter(|run| devices.contains(&run.device)) {
                let chain = chains.entry(run.device).or_default();
                if !is_relay || chain.name.is_empty() {
                    chain.name = run.name;
                }
                chain.known.extend(run.known);
                for entry in run.entries {
                    // The log of the laptop itself comes first and is not replaced.
                    chain.entries.entry(entry.device_seq).or_insert(entry);
                }
            }
            progress.advance(0);
        }
        let mut chains: Vec<IncomingChain> = chains
            .into_iter()
            .filter_map(|(device, chain)| {
                let after = own.get(&device).copied().unwrap_or(0);
                chain.without_gaps(device, after, survey)
            })
            .collect();
        // What began the case comes first where nothing is there yet.
        chains.sort_by_key(|chain| {
            chain
                .entries
                .first()
                .is_none_or(|first| first.action != "create-case")
        });
        Ok(Incoming {
            source: self.source.clone(),
            cases: cases.into_iter().collect(),
            chains,
        })
    }

    /// The segments that bring something new: whether it is not their own laptop's, writer, number, and of which devices. The
    /// laptops' own come first.
    fn wanted(
        &self,
        own: &BTreeMap<String, i64>,
        relayed: bool,
        survey: &mut Survey,
    ) -> Vec<(bool, String, u64, BTreeSet<String>)> {
        let mut wanted: BTreeMap<(bool, String, u64), BTreeSet<String>> = BTreeMap::new();
        let mut waiting: BTreeMap<&str, &str> = BTreeMap::new();
        let told: BTreeMap<&str, i64> = self
            .memory
            .parts()
            .filter(|(writer, part)| *writer == part.device)
            .fold(BTreeMap::new(), |mut told, (writer, part)| {
                let last = told.entry(writer).or_insert(0);
                *last = part.last.max(*last);
                told
            });
        for (writer, part) in self.memory.parts() {
            let has = own.get(&part.device).copied().unwrap_or(0);
            if part.last <= has {
                continue;
            }
            let is_relay = writer != part.device;
            if is_relay && !relayed && self.memory.writers.contains_key(&part.device) {
                if part.last > told.get(part.device.as_str()).copied().unwrap_or(0).max(has) {
                    waiting.insert(&part.device, writer);
                }
                continue;
            }
            wanted
                .entry((is_relay, writer.to_owned(), part.segment))
                .or_default()
                .insert(part.device.clone());
        }
        for (device, writer) in waiting {
            let said = [("device", self.writer_name(device).into())];
            survey.troubles.push(Trouble {
                writer: self.writer_name(writer),
                object: format!("{LOGS}/{writer}"),
                reason: tf("team-relayed-only", &said),
            });
        }
        wanted
            .into_iter()
            .map(|((is_relay, writer, number), devices)| (is_relay, writer, number, devices))
            .collect()
    }

    /// A segment that was read before, now or in another session.
    fn segment(
        &self,
        writer: &str,
        number: u64,
        survey: &mut Survey,
    ) -> Result<Option<segment::Segment>, TeamError> {
        if let Some(segment) = survey.fresh.remove(&(writer.to_owned(), number)) {
            return Ok(Some(segment));
        }
        let known = self.memory.writers.get(writer);
        let Some(hash) = known.and_then(|known| known.segments.get(&number).copied()) else {
            return Ok(None);
        };
        let path = format!("{LOGS}/{writer}/{}", segment::name(number, &hash));
        match self.read_segment(writer, number, hash, &path, false)? {
            Ok(segment) => Ok(Some(segment)),
            Err(reason) => {
                survey.troubles.push(Trouble {
                    writer: self.writer_name(writer),
                    object: path,
                    reason,
                });
                Ok(None)
            }
        }
    }

    fn pull_previews(
        &mut self,
        case: &mut impl Door,
        progress: &Progress,
        pulled: &mut Pulled,
    ) -> Result<(), TeamError> {
        let lacking = case.reader()?.without_any_preview()?.into_iter();
        let stored: Vec<(Sha256, Sha256)> = lacking
            .filter_map(|(of, _)| Some((of, *self.memory.previews.get(&of)?)))
            .collect();
        progress.set_done(0);
        progress.set_total(stored.len() as u64);
        let mut gone = Vec::new();
        let got = self.objects.get_many(
            stored,
            |(_, hash)| (self.preview(hash), blob::MOST + SEALING),
            |(of, hash), bytes| {
                let sound = bytes
                    .and_then(|bytes| self.unsealed(bytes))
                    .filter(|bytes| sha256(bytes) == hash)
                    .and_then(|bytes| blob::read(&bytes));
                match sound {
                    Some(preview) => pulled.previews += u64::from(case.keep_preview(of, preview)?),
                    // The original brings one of its own; and whoever has it brings another.
                    None => gone.push(of),
                }
                progress.advance(0);
                stop_if_asked(progress)
            },
        );
        for of in gone {
            self.memory.forget_preview(&of);
        }
        self.memory.save()?;
        got
    }

    fn pull_originals(
        &mut self,
        case: &mut impl Door,
        originals: &Originals,
        progress: &Progress,
        pulled: &mut Pulled,
    ) -> Result<(), TeamError> {
        let mut wanted = match originals {
            Originals::Later => return Ok(()),
            Originals::All | Originals::Of(_) => case.reader()?.awaited()?,
        };
        if let Originals::Of(some) = originals {
            wanted.retain(|(sha256, _)| some.contains(sha256));
        }
        wanted.retain(|(sha256, _)| self.memory.originals.contains_key(sha256));
        progress.set_done(0);
        progress.set_total(wanted.len() as u64);
        let mut gone = Vec::new();
        let got = self.objects.get_many(
            wanted,
            |(sha256, bytes)| (self.original(sha256), bytes + bytes / 1000 + SEALING),
            |(name, size), bytes| {
                let reason = match bytes.map(|bytes| self.unsealed(bytes)) {
                    None => {
                        gone.push(name);
                        "team-original-gone"
                    }
                    Some(None) => "team-object-sealed-otherwise",
                    Some(Some(bytes)) if sha256(&bytes) != name => "team-original-changed",
                    Some(Some(bytes)) => {
                        case.keep_original(photo_of("", name, bytes))?;
                        pulled.originals += 1;
                        progress.advance(size);
                        return stop_if_asked(progress);
                    }
                };
                pulled.troubles.push(Trouble {
                    writer: String::new(),
                    object: self.original(&name),
                    reason: t(reason).to_owned(),
                });
                progress.advance(0);
                stop_if_asked(progress)
            },
        );
        // Whoever has it brings it again.
        for name in gone {
            self.memory.forget_original(&name);
        }
        self.memory.save()?;
        got
    }
}

/// How many bytes sealing adds at most, beside a tag for each 64 KiB.
const SEALING: u64 = 4096;

/// A chain as its parts come together.
#[derive(Default)]
struct Chain {
    name: String,
    entries: BTreeMap<i64, Entry>,
    known: Vec<Known>,
}

impl Chain {
    /// The entries after the first `after` as far as none is missing.
    fn without_gaps(self, device: String, after: i64, survey: &mut Survey) -> Option<IncomingChain> {
        let mut entries: Vec<Entry> = Vec::new();
        for (number, entry) in self.entries {
            // One of those that are here comes along, to see that it is the same.
            if number < after {
                continue;
            }
            let expected = entries.last().map_or(after + 1, |last| last.device_seq + 1);
            if number > expected {
                let said = [("from", expected.into()), ("until", (number - 1).into())];
                survey.troubles.push(Trouble {
                    writer: self.name.clone(),
                    object: LOGS.to_owned(),
                    reason: tf("team-entries-missing", &said),
                });
                break;
            }
            entries.push(entry);
        }
        (!entries.is_empty()).then_some(IncomingChain {
            device,
            name: self.name,
            entries,
            known: self.known,
        })
    }
}
