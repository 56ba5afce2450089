//! Looking through a whole store, for what was taken out of it.

use std::collections::BTreeMap;

use super::push::Pushed;
use super::segment;
use super::survey::{LOGS, Trouble};
use super::{Team, TeamError};
use crate::text::{t, tf};

impl Team {
    /// Looks through the whole store: what is remembered and is not there any more is forgotten, so that it is brought again.
    pub(super) fn look_through(&mut self, pushed: &mut Pushed) -> Result<(), TeamError> {
        let sizes = |listed: Vec<(String, u64)>| listed.into_iter().collect::<BTreeMap<_, _>>();
        let originals = sizes(self.objects.all("originals")?);
        let previews = sizes(self.objects.all("previews")?);
        let (sealed, head) = (self.seal.is_some(), self.memory.clone());
        for (sha256, bytes) in &head.originals {
            let path = self.original(sha256);
            let there = originals.get(&path);
            let reason = match there {
                None => t("team-original-gone").to_owned(),
                Some(size) if !sealed && size != bytes => t("team-original-changed").to_owned(),
                Some(_) => continue,
            };
            if there.is_none() {
                self.memory.forget_original(sha256);
            }
            pushed.troubles.push(Trouble {
                writer: String::new(),
                object: path,
                reason,
            });
        }
        for (of, blob) in &head.previews {
            if !previews.contains_key(&self.preview(blob)) {
                self.memory.forget_preview(of);
            }
        }
        for (device, writer) in &head.writers {
            let listed = self.objects.after(&format!("{LOGS}/{device}"), "0")?;
            let there: Vec<String> = listed.into_iter().map(|(name, _)| name).collect();
            let gone = writer.segments.iter();
            let gone: Vec<u64> = gone
                .filter(|(number, hash)| !there.contains(&segment::name(**number, hash)))
                .map(|(number, _)| *number)
                .collect();
            if !gone.is_empty() {
                self.memory.forget_segments(device, &gone);
                let numbers: Vec<String> = gone.iter().map(u64::to_string).collect();
                pushed.troubles.push(Trouble {
                    writer: self.writer_name(device),
                    object: format!("{LOGS}/{device}"),
                    reason: tf("team-segments-gone", &[("numbers", numbers.join(", ").into())]),
                });
            }
        }
        Ok(())
    }
}
