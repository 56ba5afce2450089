//! How a job reaches the thread that owns the case: it asks for something to be done there, and waits until it is.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::{Sender, bounded};

use super::{Joining, Request};
use crate::case::{Author, Case, CaseError};
use crate::exchange::merging::Merged;
use crate::exchange::package::read::ReadError;
use crate::intake::import::{Batch, Stored, store};
use crate::model::Change;
use crate::text::t;

/// What a job uses to hand photos and changes to the thread that owns the case.
#[derive(Clone)]
pub struct StoreLink {
    requests: Sender<Request>,
    open_requests: Arc<AtomicUsize>,
}

/// Whether views ask anew afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Views {
    /// They do.
    Renewed,
    /// Nothing that they show was changed, or another request follows that says so.
    Left,
}

impl StoreLink {
    pub(super) fn new(requests: Sender<Request>, open_requests: Arc<AtomicUsize>) -> Self {
        Self {
            requests,
            open_requests,
        }
    }

    /// Does something with the case on its own thread, and waits for the outcome. A closed case refuses.
    pub(super) fn with<T: Send + 'static>(
        &self,
        views: Views,
        deed: impl FnOnce(&mut Case) -> Result<T, CaseError> + Send + 'static,
    ) -> Result<T, CaseError> {
        let (send, receive) = bounded(1);
        let work = Request::With(Box::new(move |thread| {
            // A mistake in what a job does must not end the thread that owns the case. What was begun is taken back.
            let result = catch_unwind(AssertUnwindSafe(|| thread.with_case(deed)));
            let result = result.unwrap_or_else(|_| Err(CaseError::Query(t("shell-panic").to_owned())));
            if views == Views::Renewed {
                thread.renew();
            }
            let _ = send.send(result);
        }));
        self.open_requests.fetch_add(1, Ordering::AcqRel);
        if self.requests.send(work).is_err() {
            self.open_requests.fetch_sub(1, Ordering::AcqRel);
        }
        receive.recv().unwrap_or(Err(CaseError::Closed))
    }

    /// Hands over photos and waits until they are committed.
    ///
    /// # Errors
    /// As `intake::store::store`, or when the case was closed meanwhile.
    pub fn store(&self, photos: Batch, step: Option<i64>) -> Result<Stored, CaseError> {
        self.with(Views::Renewed, move |case| store(case, photos, step))
    }

    /// Carries out changes of a job, as one step, and waits until they are committed.
    ///
    /// # Errors
    /// When the case refuses them, or was closed meanwhile.
    pub fn apply(&self, changes: Vec<Change>) -> Result<(), CaseError> {
        self.with(Views::Renewed, |case| case.apply_all(changes).map(drop))
    }

    /// Takes another copy of the case in, or looks at what would come, and waits until that is done.
    ///
    /// # Errors
    /// As `exchange::merging::merge` and `Sound::take_in`, or when the case was closed meanwhile.
    pub fn join(&self, joining: Joining) -> Result<Merged, ReadError> {
        let views = match joining.is_dry() {
            true => Views::Left,
            false => Views::Renewed,
        };
        // What is wrong with a package says nothing about the case's own disk.
        let joined = self.with(views, |case| match joining.carry_out(case) {
            Err(ReadError::Case(error)) => Err(error),
            other => Ok(other),
        });
        joined.unwrap_or_else(|error| Err(error.into()))
    }

    /// Whose chain this laptop continues in the case.
    ///
    /// # Errors
    /// When the case is open for reading only, or was closed meanwhile.
    pub fn author(&self) -> Result<Author, CaseError> {
        self.with(Views::Left, |case| Ok(case.author().clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Opened;
    use crate::settings::Settings;
    use crate::ui::worker::Worker;

    #[test]
    fn a_panic_ends_what_a_job_asked_for_and_the_case_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.witness");
        let open = |author| {
            let mut case = Case::create(&path, "A", author)?;
            case.keep_backups_in(None);
            Ok(Opened::Writing(Box::new(case)))
        };
        let author = Settings::in_memory().author();
        let (worker, _link) = Worker::start(open, author, &egui::Context::default()).unwrap();
        let store = worker.store_link();
        let ended = store.with(Views::Left, |_| -> Result<(), CaseError> { panic!("on purpose") });
        assert!(matches!(ended, Err(CaseError::Query(_))));
        assert!(store.author().is_ok());
        store
            .apply(vec![Change::Create(crate::model::Strike::default().into())])
            .unwrap();
    }
}
