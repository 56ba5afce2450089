//! What stands between a case and its team's store, without changing either.

use serde::Serialize;

use super::pull;
use super::push::Pushed;
use super::survey::Trouble;
use super::{Team, TeamError};
use crate::case::{Author, Reader};
use crate::job::Progress;

/// What stands between a case and its team's store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Whether whoever owns the place of the store can read nothing.
    pub is_sealed: bool,
    /// What the store lacks.
    pub to_push: Amount,
    /// What the case lacks and the store has.
    pub to_pull: Amount,
    /// How many originals the case waits for that are not in the store either.
    pub nowhere: u64,
    /// The laptops that write to the store.
    pub writers: Vec<WriterStatus>,
    /// What was found wrong in the store.
    pub troubles: Vec<Trouble>,
}

/// How much there is to bring or to take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// Entries of the history.
    pub entries: u64,
    /// Previews.
    pub previews: u64,
    /// Originals.
    pub originals: u64,
    /// The bytes of these originals.
    pub bytes: u64,
}

/// A laptop that writes to the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WriterStatus {
    /// Its device in the case.
    pub device: String,
    /// What it calls itself.
    pub name: String,
    /// The fingerprint of the key that it signs with.
    pub fingerprint: String,
    /// How many segments its log has, as far as they were read.
    pub segments: u64,
    /// When it wrote last, by its own clock.
    pub at: String,
    /// Whether a person has named its key.
    pub is_trusted: bool,
}

impl Team {
    /// What stands between `case` and the store. What is read of the store is remembered for the next time.
    ///
    /// # Errors
    /// When the store is of another case or can't be reached, or the job was stopped.
    pub fn status(
        &mut self,
        case: &Reader,
        author: &Author,
        progress: &Progress,
    ) -> Result<Status, TeamError> {
        self.objects.watch(progress);
        self.check_case(case)?;
        let mut survey = self.survey(false, progress)?;
        let mut status = Status {
            is_sealed: self.is_sealed(),
            ..Status::default()
        };
        let mut pushed = Pushed::default();
        match self.lacking(case, &author.device, &mut pushed) {
            Ok(lacking) => {
                let entries = lacking.iter().map(|(_, _, until, own)| own - until);
                status.to_push.entries = entries.sum::<i64>().unsigned_abs();
            }
            Err(TeamError::Refused(reason)) => pushed.troubles.push(Trouble {
                writer: author.device_name.clone(),
                object: String::new(),
                reason,
            }),
            Err(error) => return Err(error),
        }
        for original in case.stored_originals()? {
            let lacks_preview = original.has_preview && !self.memory.previews.contains_key(&original.sha256);
            status.to_push.previews += u64::from(lacks_preview);
            if !self.memory.originals.contains_key(&original.sha256) {
                status.to_push.originals += 1;
                status.to_push.bytes += original.bytes;
            }
        }
        let incoming = self.incoming(case, pull::How::default().relayed, &mut survey, progress)?;
        let own = case.chains()?;
        for chain in &incoming.chains {
            let has = own.iter().find(|own| own.device == chain.device);
            let has = has.map_or(0, |own| own.entries);
            let new = chain.entries.iter().filter(|entry| entry.device_seq > has);
            status.to_pull.entries += new.count() as u64;
        }
        for (sha256, bytes) in case.awaited()? {
            match self.memory.originals.contains_key(&sha256) {
                true => {
                    status.to_pull.originals += 1;
                    status.to_pull.bytes += bytes;
                }
                false => status.nowhere += 1,
            }
        }
        let lacking = case.without_any_preview()?.into_iter();
        let stored = lacking.filter(|(of, _)| self.memory.previews.contains_key(of));
        status.to_pull.previews = stored.count() as u64;
        status.writers = self
            .memory
            .writers
            .iter()
            .map(|(device, writer)| WriterStatus {
                device: device.clone(),
                name: self.writer_name(device),
                fingerprint: writer.fingerprint.clone(),
                segments: writer.segments.len() as u64,
                at: writer.at.clone(),
                is_trusted: self.memory.trusted.contains(&writer.fingerprint),
            })
            .collect();
        status.troubles = survey.troubles;
        let further = pushed.troubles.into_iter();
        let further: Vec<Trouble> = further
            .filter(|trouble| !status.troubles.contains(trouble))
            .collect();
        status.troubles.extend(further);
        Ok(status)
    }
}
