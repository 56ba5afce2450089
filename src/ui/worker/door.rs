//! The case for a pull from a team's store, while somebody works in it: the network is waited for on the job's thread, and the
//! thread that owns the case does no more than write what has come.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::StoreLink;
use super::store_link::Views;
use crate::case::{CaseError, CaseFile, Incoming, Preview, Reader, Taken};
use crate::exchange::team::door::Door;
use crate::job::Progress;
use crate::model::NewPhoto;
use crate::model::id::Sha256;

/// Pictures come one by one, and views that asked for each would do nothing else.
const SELDOM: Duration = Duration::from_millis(500);

/// The way of a pull into the case.
pub struct CaseDoor {
    store: StoreLink,
    file: CaseFile,
    /// Set when pictures have come.
    brought: Arc<AtomicBool>,
    told: Instant,
    /// Whether something came of which the views have not been told.
    is_behind: bool,
}

impl CaseDoor {
    /// The way into the case in `file`, which the thread behind `store` owns. `brought` is set when pictures have come, and
    /// then again and again.
    #[must_use]
    pub fn new(store: StoreLink, file: CaseFile, brought: Arc<AtomicBool>) -> Self {
        Self {
            store,
            file,
            brought,
            told: Instant::now(),
            is_behind: false,
        }
    }

    /// Says whether the views are to be told of the picture that comes now.
    fn turn(&mut self) -> Views {
        self.is_behind = self.told.elapsed() < SELDOM;
        if self.is_behind {
            return Views::Left;
        }
        self.told = Instant::now();
        Views::Renewed
    }

    fn came(&self, views: Views) {
        if views == Views::Renewed {
            self.brought.store(true, Ordering::Release);
        }
    }
}

impl Drop for CaseDoor {
    fn drop(&mut self) {
        if self.is_behind {
            // A case that was closed meanwhile has no views.
            let _ = self.store.with(Views::Renewed, |_| Ok(()));
            self.came(Views::Renewed);
        }
    }
}

impl Door for CaseDoor {
    fn reader(&self) -> Result<Reader, CaseError> {
        self.file.reader()
    }

    fn take_in(&mut self, incoming: Incoming, progress: &Progress) -> Result<Taken, CaseError> {
        let progress = progress.clone();
        self.store.with(Views::Renewed, move |case| {
            case.take_in(&incoming, false, &progress)
        })
    }

    fn keep_preview(&mut self, of: Sha256, preview: Preview) -> Result<bool, CaseError> {
        let views = self.turn();
        let kept = self
            .store
            .with(views, move |case| case.keep_preview(&of, &preview));
        self.came(views);
        kept
    }

    fn keep_original(&mut self, new: NewPhoto) -> Result<(), CaseError> {
        let views = self.turn();
        let kept = self.store.with(views, move |case| case.keep_original(&new));
        self.came(views);
        kept
    }
}
