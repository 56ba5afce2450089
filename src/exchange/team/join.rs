//! A new copy of a case, made from its team's store.

use std::path::Path;

use super::pull::{How, Pulled};
use super::{Team, TeamError, Trouble};
use crate::case::{Author, Case, Passphrase, has_written};
use crate::job::Progress;
use crate::text::t;

impl Team {
    /// Makes a new copy of the store's case at `path`. `chains` is where this laptop remembers what it wrote in which case.
    ///
    /// # Errors
    /// As [`Team::pull`], when there is nothing in the store yet, or the file can't be made; it is not left then.
    pub fn join(
        &mut self,
        path: &Path,
        author: Author,
        passphrase: Option<&Passphrase>,
        chains: Option<&Path>,
        how: &How,
        progress: &Progress,
    ) -> Result<(Case, Pulled), TeamError> {
        // What this laptop wrote in another copy and has not brought must not be written a second time under its name.
        self.objects.watch(progress);
        let survey = self.survey(how.only_trusted, progress)?;
        let cases = survey.fresh.values().flat_map(|segment| &segment.header.cases);
        let has_written = self.memory.parts().any(|(_, part)| part.device == author.device)
            || chains.is_some_and(|folder| has_written(folder, cases));
        let author = match has_written {
            true => Author {
                device: uuid::Uuid::now_v7().to_string(),
                ..author
            },
            false => author,
        };
        let mut case = Case::create_to_join(path, author, passphrase)?;
        let mut pull = || {
            let mut pulled = self.pull(&mut case, how, progress)?;
            pulled.newcomers.extend(survey.newcomers.clone());
            for trouble in &survey.troubles {
                // The second look knows what laptops are called, and says the rest again.
                let is_said = |said: &Trouble| said.object == trouble.object && said.reason == trouble.reason;
                if !pulled.troubles.iter().any(is_said) {
                    pulled.troubles.push(trouble.clone());
                }
            }
            if pulled.taken.entries == 0 {
                let reasons = pulled.troubles.iter().map(Trouble::to_string);
                let refused = pulled.taken.refused.iter().map(|refusal| refusal.reason.clone());
                let all: Vec<String> = std::iter::once(t("team-nothing-there").to_owned())
                    .chain(reasons)
                    .chain(refused)
                    .collect();
                return Err(TeamError::Refused(all.join(" ")));
            }
            case.remember_chains_in(chains)?;
            Ok(pulled)
        };
        match pull() {
            Ok(pulled) => Ok((case, pulled)),
            Err(error) => {
                // Nothing is lost with it: all of it is in the store.
                let _ = case.close();
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }
}
