//! Bringing to a store what this laptop has and it lacks: entries first, then previews, then originals, so that the others see
//! records early. Cut at any moment, what came is there, and the next push goes on.

use serde::Serialize;
use ssh_key::PrivateKey;

use super::segment::{self, Draft, OriginalClaim, PreviewClaim};
use super::survey::{LOGS, Trouble};
use super::{Team, TeamError, Traffic, blob};
use crate::case::{Author, CaseError, IncomingChain, Reader, sha256};
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::text::tf;

/// A segment has at most so many entries and about so many bytes of them: what is lost when the line is cut.
const ENTRIES: usize = 5_000;
const ENTRY_BYTES: usize = 16 << 20;
/// After so many originals or bytes of them it is said in the log that they are there.
const OBJECTS: usize = 500;
const OBJECT_BYTES: u64 = 256 << 20;

/// What a push brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pushed {
    /// How many entries.
    pub entries: u64,
    /// How many previews.
    pub previews: u64,
    /// How many originals.
    pub originals: u64,
    /// What was sent and received for it.
    pub traffic: Traffic,
    /// What was found wrong in the store.
    pub troubles: Vec<Trouble>,
}

/// How to push.
#[derive(Debug, Clone, Copy, Default)]
pub struct How {
    /// Look through the whole store and bring again what has gone from it.
    pub check: bool,
    /// Leave the originals for another time.
    pub without_originals: bool,
}

/// The laptop that writes.
struct Writer<'a> {
    author: &'a Author,
    key: &'a PrivateKey,
    cases: Vec<Sha256>,
}

impl Team {
    /// Brings what `case` has and the store lacks. `author` is whose chain this laptop continues in the case, and `key` the one
    /// with which it signs.
    ///
    /// # Errors
    /// When the store is of another case, holds another version of this laptop's own chain, can't be reached, or the job was
    /// stopped. What was brought until then stays.
    pub fn push(
        &mut self,
        case: &Reader,
        author: &Author,
        key: &PrivateKey,
        how: How,
        progress: &Progress,
    ) -> Result<Pushed, TeamError> {
        self.objects.watch(progress);
        self.check_case(case)?;
        let before = self.traffic();
        let survey = self.survey(false, progress)?;
        let mut pushed = Pushed {
            troubles: survey.troubles,
            ..Pushed::default()
        };
        let writer = Writer {
            author,
            key,
            cases: case.beginnings()?,
        };
        let brought = self.bring(case, &writer, how, progress, &mut pushed);
        self.memory.save()?;
        brought?;
        let after = self.traffic();
        pushed.traffic = Traffic {
            sent: after.sent - before.sent,
            received: after.received - before.received,
        };
        Ok(pushed)
    }

    fn bring(
        &mut self,
        case: &Reader,
        writer: &Writer<'_>,
        how: How,
        progress: &Progress,
        pushed: &mut Pushed,
    ) -> Result<(), TeamError> {
        if how.check {
            self.look_through(pushed)?;
        }
        self.push_entries(case, writer, progress, pushed)?;
        self.push_previews(case, writer, progress, pushed)?;
        match how.without_originals {
            true => Ok(()),
            false => self.push_originals(case, writer, progress, pushed),
        }
    }

    fn push_entries(
        &mut self,
        case: &Reader,
        writer: &Writer<'_>,
        progress: &Progress,
        pushed: &mut Pushed,
    ) -> Result<(), TeamError> {
        let mut draft = self.draft(writer);
        let (mut entries, mut bytes) = (0, 0);
        for (device, name, until, own) in self.lacking(case, &writer.author.device, pushed)? {
            let known = case.known_by(&device)?;
            let mut after = until;
            while after < own {
                let mut run = IncomingChain {
                    device: device.clone(),
                    name: name.clone(),
                    ..IncomingChain::default()
                };
                let most = i64::try_from(ENTRIES - entries).unwrap_or(i64::MAX);
                case.some_entries_of(&device, after, most, |entry| {
                    bytes += entry.ops.len();
                    run.entries.push(entry);
                    bytes < ENTRY_BYTES
                })?;
                let Some(last) = run.entries.last().map(|entry| entry.device_seq) else {
                    break;
                };
                run.known = known
                    .iter()
                    .filter(|known| (after + 1..=last).contains(&known.device_seq))
                    .cloned()
                    .collect();
                entries += run.entries.len();
                pushed.entries += run.entries.len() as u64;
                after = last;
                draft.chains.push(run);
                if entries >= ENTRIES || bytes >= ENTRY_BYTES {
                    self.append(std::mem::take(&mut draft), writer)?;
                    stop_if_asked(progress)?;
                    draft = self.draft(writer);
                    (entries, bytes) = (0, 0);
                }
            }
        }
        match draft.chains.is_empty() {
            true => Ok(()),
            false => self.append(draft, writer),
        }
    }

    fn push_previews(
        &mut self,
        case: &Reader,
        writer: &Writer<'_>,
        progress: &Progress,
        pushed: &mut Pushed,
    ) -> Result<(), TeamError> {
        let originals = case.stored_originals()?.into_iter();
        let lacking: Vec<Sha256> = originals
            .filter(|original| original.has_preview && !self.memory.previews.contains_key(&original.sha256))
            .map(|original| original.sha256)
            .collect();
        progress.set_done(0);
        progress.set_total(lacking.len() as u64);
        for part in lacking.chunks(OBJECTS) {
            stop_if_asked(progress)?;
            let made = part.iter().map(|of| {
                let preview = case.preview_of(of)?;
                let bytes = preview.and_then(|preview| blob::write(&preview));
                progress.advance(0);
                Ok::<_, CaseError>(bytes.map(|bytes| (*of, sha256(&bytes), bytes)))
            });
            let made: Vec<(Sha256, Sha256, Vec<u8>)> =
                made.filter_map(Result::transpose).collect::<Result<_, _>>()?;
            let mut claims = Vec::new();
            let put = self.objects.put_many(
                made,
                |(_, hash, _)| self.preview(hash),
                |(_, _, bytes)| Ok(Some(self.sealed(bytes.clone())?)),
                |(of, sha256, _)| {
                    claims.push(PreviewClaim { of, sha256 });
                    stop_if_asked(progress)
                },
            );
            pushed.previews += claims.len() as u64;
            self.claim(Vec::new(), claims, writer)?;
            put?;
        }
        Ok(())
    }

    fn push_originals(
        &mut self,
        case: &Reader,
        writer: &Writer<'_>,
        progress: &Progress,
        pushed: &mut Pushed,
    ) -> Result<(), TeamError> {
        let lacking: Vec<(Sha256, u64)> = case
            .stored_originals()?
            .into_iter()
            .filter(|original| !self.memory.originals.contains_key(&original.sha256))
            .map(|original| (original.sha256, original.bytes))
            .collect();
        progress.set_done(0);
        progress.set_total(lacking.len() as u64);
        for part in lots(&lacking) {
            stop_if_asked(progress)?;
            let mut claims = Vec::new();
            let put = self.objects.put_many(
                part.iter().copied(),
                |(sha256, _)| self.original(sha256),
                |(name, _)| match case.original_of(name)? {
                    // What no longer has the bytes that its name says is not handed on.
                    Some(bytes) if sha256(&bytes) == *name => Ok(Some(self.sealed(bytes)?)),
                    Some(_) => Err(CaseError::OriginalChanged(*name).into()),
                    None => Ok(None),
                },
                |(sha256, bytes)| {
                    claims.push(OriginalClaim { sha256, bytes });
                    progress.advance(bytes);
                    stop_if_asked(progress)
                },
            );
            pushed.originals += claims.len() as u64;
            self.claim(claims, Vec::new(), writer)?;
            put?;
        }
        Ok(())
    }

    /// Says in the log what lies in the store now.
    fn claim(
        &mut self,
        originals: Vec<OriginalClaim>,
        previews: Vec<PreviewClaim>,
        writer: &Writer<'_>,
    ) -> Result<(), TeamError> {
        if originals.is_empty() && previews.is_empty() {
            return Ok(());
        }
        let draft = Draft {
            originals,
            previews,
            ..self.draft(writer)
        };
        self.append(draft, writer)
    }

    /// The next segment of this laptop's log, with nothing in it.
    fn draft(&self, writer: &Writer<'_>) -> Draft {
        let own = self.memory.writers.get(&writer.author.device);
        let last = own.map_or(0, super::memory::Writer::last);
        Draft {
            store: self.head.store,
            cases: writer.cases.clone(),
            writer: writer.author.device.clone(),
            name: writer.author.device_name.clone(),
            number: last + 1,
            previous: own.and_then(|own| own.segments.get(&last).copied()),
            ..Draft::default()
        }
    }

    fn append(&mut self, draft: Draft, writer: &Writer<'_>) -> Result<(), TeamError> {
        let device = &writer.author.device;
        let number = draft.number;
        let (segment, bytes) = draft.sign(writer.key)?;
        if let Some(own) = self.memory.writers.get(device)
            && !own.fingerprint.is_empty()
            && own.fingerprint != segment.fingerprint
        {
            let said = [("known", own.fingerprint.as_str().into())];
            return Err(TeamError::Refused(tf("team-own-key-other", &said)));
        }
        let bytes = self.sealed(bytes)?;
        let object = sha256(&bytes);
        let path = format!("{LOGS}/{device}/{}", segment::name(number, &object));
        self.objects.put_new(&path, bytes)?;
        self.memory.note(&segment, object);
        Ok(())
    }
}

/// Lots of originals that are told of together.
fn lots(originals: &[(Sha256, u64)]) -> impl Iterator<Item = &[(Sha256, u64)]> {
    let mut rest = originals;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = rest.iter().take(OBJECTS).take_while(|(_, size)| {
            let fits = bytes < OBJECT_BYTES;
            bytes += size;
            fits
        });
        let count = fits.count();
        let (lot, others) = rest.split_at(count);
        rest = others;
        (!lot.is_empty()).then_some(lot)
    })
}

pub(super) fn stop_if_asked(progress: &Progress) -> Result<(), TeamError> {
    match progress.is_cancelled() {
        true => Err(CaseError::Cancelled.into()),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn originals_are_told_of_in_lots_that_lose_none() {
        let hash = Sha256([0; 32]);
        let count = |sizes: Vec<u64>| -> Vec<usize> {
            let originals: Vec<_> = sizes.into_iter().map(|size| (hash, size)).collect();
            lots(&originals).map(<[_]>::len).collect()
        };
        assert_eq!(count(vec![]), [0; 0]);
        assert_eq!(count(vec![1; OBJECTS * 2 + 3]), [OBJECTS, OBJECTS, 3]);
        assert_eq!(count(vec![OBJECT_BYTES, 1, 1, OBJECT_BYTES * 3, 5]), [1, 3, 1]);
    }
}
