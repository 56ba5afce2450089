//! The jobs of a team's store: to find or make one, to ask what there is to bring and to take, and to bring and take it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Jobs, Outcome};
use crate::case::{CaseError, CaseFile};
use crate::exchange::team::laptop::{Access, Laptop, read_key};
use crate::exchange::team::pull::{How as Pull, Originals, Pulled};
use crate::exchange::team::push::{How as Push, Pushed};
use crate::exchange::team::status::Status;
use crate::exchange::team::{Address, Credentials, TeamError, Trouble};
use crate::job::Progress;
use crate::model::id::PhotoId;
use crate::settings::signing_key_in;
use crate::text::{t, tf};
use crate::ui::link::CaseLink;
use crate::ui::widgets::{Toast, Toasts};
use crate::ui::worker::{CaseDoor, StoreLink, Worker};

/// A store as a person named it.
#[derive(Clone, Default)]
pub(in crate::ui::app) struct Named {
    pub(in crate::ui::app) address: Address,
    /// The right to a bucket, if it was typed.
    pub(in crate::ui::app) credentials: Option<Credentials>,
    /// The file with the key of a sealed one: of one that is there, or to be made.
    pub(in crate::ui::app) key_file: Option<PathBuf>,
}

/// What a person wants of a team's store.
pub(in crate::ui::app) enum TeamWish {
    /// To use the one that is there.
    Use(Named),
    /// To make one; sealed, if a file for the key is named.
    Found(Named),
    /// To know how things stand.
    Ask,
    /// To bring what it lacks.
    Push,
    /// To take what the case lacks.
    Pull {
        /// With all originals.
        originals: bool,
    },
    /// To take the originals of these photos, with what else there is.
    Fetch(Vec<PhotoId>),
}

impl TeamWish {
    fn title(&self) -> &'static str {
        t(match self {
            Self::Use(_) => "team-job-use",
            Self::Found(_) => "team-job-found",
            Self::Ask => "team-job-ask",
            Self::Push => "team-job-push",
            Self::Pull { .. } => "team-job-pull",
            Self::Fetch(_) => "team-job-fetch",
        })
    }
}

/// What came of it.
pub(in crate::ui::app) enum TeamEnd {
    /// A store is at hand, with what there is to say about it.
    Held(Box<Access>, Vec<String>),
    /// How things stand.
    Stands(Box<Status>),
    /// This was brought.
    Pushed(Box<Pushed>),
    /// This was taken. The photos whose originals were asked for lack so many of them still.
    Pulled(Box<Pulled>, Option<usize>),
}

/// What a job of a store works with.
struct Work {
    laptop: Laptop,
    access: Access,
    file: CaseFile,
    store: StoreLink,
    brought: Arc<AtomicBool>,
}

impl Jobs {
    /// Begins what is wanted of the store behind `access`.
    pub(in crate::ui::app) fn team(
        &mut self,
        wish: TeamWish,
        (laptop, access): (Laptop, Access),
        worker: &Worker,
        link: &CaseLink,
    ) {
        let brought = Arc::new(AtomicBool::new(false));
        let work = Work {
            laptop,
            access,
            file: worker.file().clone(),
            store: worker.store_link(),
            brought: brought.clone(),
        };
        let is_quiet = matches!(wish, TeamWish::Use(_) | TeamWish::Found(_) | TeamWish::Ask);
        self.start(wish.title(), link, move |progress| Outcome::Team {
            end: work.carry_out(wish, progress),
            is_quiet,
        });
        if let Some(job) = self.running.last_mut() {
            job.brings = Some(brought);
        }
    }

    /// Why nothing else can be wanted of a store now. Two pushes at once would write one log.
    pub(in crate::ui::app) fn team_busy(&self) -> Option<&'static str> {
        let is_under_way = self.running.iter().any(|job| job.brings.is_some());
        is_under_way.then(|| t("team-busy"))
    }

    /// What came of a store's job, once.
    pub(in crate::ui::app) fn take_team(&mut self) -> Option<Result<TeamEnd, String>> {
        (!self.team_ends.is_empty()).then(|| self.team_ends.remove(0))
    }

    /// Whether pictures have come to the case since it was last asked.
    pub(in crate::ui::app) fn take_brought(&mut self) -> bool {
        for job in &self.running {
            let brings = job.brings.as_ref();
            self.has_brought |= brings.is_some_and(|brought| brought.swap(false, Ordering::AcqRel));
        }
        std::mem::take(&mut self.has_brought)
    }

    /// Says what came of it. What was asked for in the dialog is told there.
    pub(super) fn team_ended(
        &mut self,
        end: Result<TeamEnd, TeamError>,
        is_quiet: bool,
        toasts: &mut Toasts,
    ) {
        if let Err(TeamError::Case(CaseError::Cancelled)) = &end {
            toasts.push(Toast::note(t("team-stopped")));
        }
        match &end {
            Ok(TeamEnd::Pushed(pushed)) => self.tell_of(brought(pushed), told(&pushed.troubles), toasts),
            Ok(TeamEnd::Pulled(pulled, lacking)) => {
                self.has_brought = true;
                self.tell_of(taken(pulled), notable(pulled, *lacking), toasts);
            }
            Err(error) if !is_quiet && !is_stopped(error) => {
                toasts.push(Toast::refused(t("shell-refused"), error.to_string()));
            }
            Ok(TeamEnd::Held(..) | TeamEnd::Stands(_)) | Err(_) => {}
        }
        self.team_ends.push(end.map_err(|error| match is_stopped(&error) {
            true => t("team-stopped").to_owned(),
            false => error.to_string(),
        }));
    }

    fn tell_of(&mut self, title: String, lines: Vec<String>, toasts: &mut Toasts) {
        if lines.is_empty() {
            toasts.push(Toast::done(title));
        } else {
            self.report(title, lines);
        }
    }
}

fn is_stopped(error: &TeamError) -> bool {
    matches!(error, TeamError::Case(CaseError::Cancelled))
}

impl Work {
    fn carry_out(self, wish: TeamWish, progress: &Progress) -> Result<TeamEnd, TeamError> {
        let case = self.file.reader()?;
        let originals = match wish {
            TeamWish::Use(named) => return self.begin(named, false),
            TeamWish::Found(named) => return self.begin(named, true),
            TeamWish::Ask => {
                let author = self.store.author()?;
                let status = self.laptop.open(&self.access)?.status(&case, &author, progress)?;
                return Ok(TeamEnd::Stands(Box::new(status)));
            }
            TeamWish::Push => return self.push(progress),
            TeamWish::Pull { originals: false } => Originals::Later,
            TeamWish::Pull { originals: true } => Originals::All,
            TeamWish::Fetch(photos) => Originals::Of(case.awaited_of(&photos)?),
        };
        let wanted = match &originals {
            Originals::Of(wanted) => Some(wanted.clone()),
            Originals::Later | Originals::All => None,
        };
        let mut team = self.laptop.open(&self.access)?;
        let mut door = CaseDoor::new(self.store.clone(), self.file.clone(), self.brought.clone());
        let how = Pull {
            originals,
            ..Pull::default()
        };
        let pulled = team.pull(&mut door, &how, progress)?;
        let lacking = match wanted {
            Some(wanted) => {
                let awaited = case.awaited()?;
                let still = awaited.iter().filter(|(sha256, _)| wanted.contains(sha256));
                Some(still.count())
            }
            None => None,
        };
        Ok(TeamEnd::Pulled(Box::new(pulled), lacking))
    }

    /// Opens or makes the store that was named, and remembers it for the case.
    fn begin(self, named: Named, is_new: bool) -> Result<TeamEnd, TeamError> {
        let case = self.file.reader()?;
        let mut access = Access {
            credentials: named.credentials,
            ..Access::to(named.address)
        };
        let team = if is_new {
            let key_file = named.key_file.as_deref();
            let (team, seal) = self.laptop.found(&access, &case, key_file)?;
            access.seal = seal;
            team
        } else {
            access.seal = named.key_file.as_deref().map(read_key).transpose()?;
            let team = self.laptop.open(&access)?;
            team.check_case(&case)?;
            team
        };
        let mut said: Vec<String> = self
            .laptop
            .keep_secrets(&team, &access)
            .iter()
            .map(|_| t("team-secret-not-kept").to_owned())
            .collect();
        said.dedup();
        if is_new && access.seal.is_some() {
            said.push(t("cli-team-made-sealed").to_owned());
        }
        self.laptop.remember(&case, &access.address)?;
        Ok(TeamEnd::Held(Box::new(access), said))
    }

    fn push(self, progress: &Progress) -> Result<TeamEnd, TeamError> {
        let case = self.file.reader()?;
        let author = self.store.author()?;
        let keys = self.laptop.keys.clone().unwrap_or_default();
        let key = signing_key_in(&keys).map_err(|error| CaseError::Signing(error.to_string()))?;
        let mut team = self.laptop.open(&self.access)?;
        let pushed = team.push(&case, &author, &key, Push::default(), progress)?;
        Ok(TeamEnd::Pushed(Box::new(pushed)))
    }
}

fn brought(pushed: &Pushed) -> String {
    let said = [
        ("entries", pushed.entries.into()),
        ("previews", pushed.previews.into()),
        ("originals", pushed.originals.into()),
    ];
    tf("cli-team-pushed", &said)
}

fn taken(pulled: &Pulled) -> String {
    let said = [
        ("entries", pulled.taken.entries.into()),
        ("previews", pulled.previews.into()),
        ("originals", pulled.originals.into()),
    ];
    tf("cli-team-pulled", &said)
}

/// What there is to say of a pull beside the numbers.
pub(in crate::ui::app) fn notable(pulled: &Pulled, lacking: Option<usize>) -> Vec<String> {
    let newcomers = pulled.newcomers.iter().map(|(name, fingerprint)| {
        let said = [
            ("device", name.as_str().into()),
            ("fingerprint", fingerprint.as_str().into()),
        ];
        tf("cli-team-newcomer", &said)
    });
    let mut lines: Vec<String> = newcomers.collect();
    if pulled.taken.conflicts > 0 {
        lines.push(tf("merge-questions", &[("count", pulled.taken.conflicts.into())]));
    }
    if let Some(count) = lacking.filter(|count| *count > 0) {
        lines.push(tf("team-not-there-yet", &[("count", count.into())]));
    }
    lines.extend(told(&pulled.troubles));
    lines.extend(pulled.taken.refused.iter().map(|refusal| {
        let said = [
            ("device", refusal.device.as_str().into()),
            ("reason", refusal.reason.as_str().into()),
        ];
        tf("merge-refused", &said)
    }));
    lines
}

/// What was found wrong in a store, a line each.
pub(in crate::ui::app) fn told(troubles: &[Trouble]) -> Vec<String> {
    troubles.iter().map(Trouble::to_string).collect()
}
