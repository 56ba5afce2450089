//! Reading what is new in the logs of a store. What is not sound is named and left out, the rest goes on.

use std::collections::HashMap;

use serde::Serialize;

use super::memory::Writer;
use super::segment::{self, Segment};
use super::{Team, TeamError};
use crate::case::sha256;
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::text::{t, tf};

/// Something in the store that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// The laptop whose log it is in, by its name where that is known.
    pub writer: String,
    /// The object's path in the store.
    pub object: String,
    /// A sentence for people.
    pub reason: String,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = [
            ("writer", self.writer.as_str().into()),
            ("object", self.object.as_str().into()),
            ("reason", self.reason.as_str().into()),
        ];
        f.write_str(tf("team-trouble", &said).trim_start())
    }
}

/// What a look into the store found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// What was not sound.
    pub troubles: Vec<Trouble>,
    /// The segments that were read just now, by writer and number.
    pub fresh: HashMap<(String, u64), Segment>,
    /// The laptops that were not known here before: name and fingerprint.
    pub newcomers: Vec<(String, String)>,
}

/// Where the logs lie.
pub(super) const LOGS: &str = "log";

impl Team {
    /// Reads what is new in all logs. With `only_trusted`, laptops that are new here are let in only if a person has named
    /// their key.
    pub(super) fn survey(&mut self, only_trusted: bool, progress: &Progress) -> Result<Survey, TeamError> {
        let mut survey = Survey::default();
        for device in self.objects.folders(LOGS)? {
            if !is_device(&device) {
                continue;
            }
            self.read_log(&device, only_trusted, &mut survey, progress)?;
        }
        self.memory.save()?;
        Ok(survey)
    }

    fn read_log(
        &mut self,
        device: &str,
        only_trusted: bool,
        survey: &mut Survey,
        progress: &Progress,
    ) -> Result<(), TeamError> {
        let folder = format!("{LOGS}/{device}");
        let known = self.memory.writers.get(device).cloned().unwrap_or_default();
        let whole = known.whole_until();
        // From the last that is known on, to see that it is still there.
        let mut is_last_there = whole == 0;
        let mut expected = whole.max(1);
        for (name, _) in self.objects.after(&folder, &format!("{:08}", whole.max(1)))? {
            let Some((number, hash)) = segment::of_name(&name) else {
                continue;
            };
            let path = format!("{folder}/{name}");
            let trouble = |reason: String| Trouble {
                writer: self.writer_name(device),
                object: path.clone(),
                reason,
            };
            match known.segments.get(&number) {
                Some(read) if *read == hash => {
                    is_last_there |= number == whole;
                    expected = expected.max(number + 1);
                    continue;
                }
                Some(_) => {
                    survey.troubles.push(trouble(t("team-segment-twice").to_owned()));
                    continue;
                }
                None => (),
            }
            if progress.is_cancelled() {
                return Err(crate::case::CaseError::Cancelled.into());
            }
            match self.read_segment(device, number, hash, &path, only_trusted)? {
                Ok(segment) => {
                    if number > expected {
                        let said = [("from", expected.into()), ("until", (number - 1).into())];
                        survey.troubles.push(trouble(tf("team-segments-missing", &said)));
                    }
                    expected = expected.max(number + 1);
                    if !self.memory.writers.contains_key(device) {
                        let name = segment.header.name.clone();
                        survey.newcomers.push((name, segment.fingerprint.clone()));
                    }
                    self.memory.note(&segment, hash);
                    survey.fresh.insert((device.to_owned(), number), segment);
                }
                Err(reason) => survey.troubles.push(trouble(reason)),
            }
        }
        if !is_last_there {
            survey.troubles.push(Trouble {
                writer: self.writer_name(device),
                object: folder,
                reason: tf("team-log-shorter", &[("number", whole.into())]),
            });
        }
        Ok(())
    }

    /// Reads the segment at `path`, or says what is wrong with it.
    pub(super) fn read_segment(
        &self,
        device: &str,
        number: u64,
        hash: Sha256,
        path: &str,
        only_trusted: bool,
    ) -> Result<Result<Segment, String>, TeamError> {
        let Some(bytes) = self.objects.get(path, segment::MOST)? else {
            return Ok(Err(t("team-object-gone").to_owned()));
        };
        if sha256(&bytes) != hash {
            return Ok(Err(t("team-object-changed").to_owned()));
        }
        let Some(bytes) = self.unsealed(bytes) else {
            return Ok(Err(t("team-object-sealed-otherwise").to_owned()));
        };
        let segment = match Segment::parse(&bytes) {
            Ok(segment) => segment,
            Err(reason) => return Ok(Err(reason)),
        };
        let header = &segment.header;
        if header.store != self.head.store || header.writer != device || header.number != number {
            return Ok(Err(t("team-segment-elsewhere").to_owned()));
        }
        let known = self.memory.writers.get(device);
        if let Some(reason) = known.and_then(|known| misfit(known, &segment)) {
            return Ok(Err(reason));
        }
        let is_known = known.is_some_and(|known| !known.fingerprint.is_empty());
        if only_trusted && !is_known && !self.memory.trusted.contains(&segment.fingerprint) {
            let said = [("fingerprint", segment.fingerprint.as_str().into())];
            return Ok(Err(tf("team-not-trusted", &said)));
        }
        Ok(Ok(segment))
    }

    /// What a laptop is called.
    pub(super) fn writer_name(&self, device: &str) -> String {
        let writer = self.memory.writers.get(device);
        match writer.map(|writer| writer.name.trim()) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => device.to_owned(),
        }
    }
}

/// Why the segment does not go with what is known of the laptop.
fn misfit(known: &Writer, segment: &Segment) -> Option<String> {
    if !known.fingerprint.is_empty() && known.fingerprint != segment.fingerprint {
        let said = [
            ("known", known.fingerprint.as_str().into()),
            ("fingerprint", segment.fingerprint.as_str().into()),
        ];
        return Some(tf("team-other-key", &said));
    }
    let before = known.segments.get(&(segment.header.number - 1));
    let is_other = before.is_some() && before != segment.header.previous.as_ref();
    is_other.then(|| t("team-segment-unlinked").to_owned())
}

/// Whether it can be a device's name: no path, nothing hidden.
fn is_device(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
