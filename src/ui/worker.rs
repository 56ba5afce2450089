//! The thread that owns the case: every change a view asks for is carried out here, one after the other.

mod door;
mod joining;
mod store_link;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::{Receiver, Sender, unbounded};

pub use door::CaseDoor;
pub use joining::Joining;
pub use store_link::StoreLink;

use super::link::{CaseLink, Readers};
use crate::case::{Applied, Author, Case, CaseError, CaseFile, Notice, Opened, Reader, StepLabel};
use crate::model::Change;
use crate::model::id::PhotoId;

/// What the thread is asked to do.
enum Request {
    Apply(Vec<Change>),
    Undo,
    Redo,
    /// What a job does with the case; it says itself where the outcome goes.
    With(Box<dyn FnOnce(&mut Thread) + Send>),
    /// What long work is under way.
    Doing(&'static str),
    /// Photos that somebody looked at, and when.
    Look(Vec<(PhotoId, jiff::Timestamp)>),
    /// To sign the history.
    Sign,
    Close,
}

/// What the thread has to say.
#[derive(Debug)]
pub enum News {
    /// Something was changed.
    Done {
        /// What was touched.
        applied: Applied,
        /// What it was.
        deed: Deed,
    },
    /// Something was refused, and why.
    Refused(String),
    /// The history was signed, with this key's fingerprint.
    Signed(String),
    /// The case is closed.
    Closed(Result<(), String>),
}

/// How something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// By a change.
    Change,
    /// By taking one back.
    Undo,
    /// By doing one again.
    Redo,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// What undo would take back.
    pub undo: Option<StepLabel>,
    /// What redo would do again.
    pub redo: Option<StepLabel>,
}

/// The way to the thread that owns the case.
pub struct Worker {
    requests: Sender<Request>,
    news: Receiver<News>,
    labels: Arc<std::sync::Mutex<Labels>>,
    open_requests: Arc<AtomicUsize>,
    file: CaseFile,
    read_only: Option<String>,
    notices: Vec<Notice>,
}

impl Worker {
    /// Opens the case with `open` and starts its thread.
    ///
    /// # Errors
    /// As the opening itself.
    pub fn start(
        open: impl FnOnce(Author) -> Result<Opened, CaseError>,
        author: Author,
        ctx: &egui::Context,
    ) -> Result<(Self, CaseLink), CaseError> {
        let (case, file, reason) = match open(author)? {
            Opened::Writing(case) => {
                let file = case.file().clone();
                (Some(*case), file, None)
            }
            Opened::Reading(file, reason) => (None, file, Some(reason.to_string())),
        };
        // Two readers: a long list and a picture do not wait for each other.
        let readers = vec![file.reader()?, file.reader()?];
        Ok(Self::begin(case, file, readers, reason, ctx))
    }

    /// Shows the past, which can't be changed.
    #[must_use]
    pub fn past(reader: Reader, ctx: &egui::Context) -> (Self, CaseLink) {
        let file = reader.file().clone();
        Self::begin(None, file, vec![reader], None, ctx)
    }

    fn begin(
        mut case: Option<Case>,
        file: CaseFile,
        readers: Vec<Reader>,
        read_only: Option<String>,
        ctx: &egui::Context,
    ) -> (Self, CaseLink) {
        let (link, readers) = CaseLink::new(readers, ctx.clone());
        let (requests, asked) = unbounded();
        let (say, news) = unbounded();
        let labels = Arc::new(std::sync::Mutex::new(labels_of(case.as_ref())));
        let notices = case.as_mut().map(Case::take_notices).unwrap_or_default();
        let open_requests = Arc::new(AtomicUsize::new(0));
        let thread = Thread {
            case,
            asked,
            say,
            link: link.clone(),
            readers,
            labels: labels.clone(),
            open_requests: open_requests.clone(),
            was_away: false,
        };
        std::thread::spawn(move || thread.run());
        let worker = Self {
            requests,
            news,
            labels,
            open_requests,
            file,
            read_only,
            notices,
        };
        (worker, link)
    }

    /// Where the case is.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.file.path()
    }

    /// The case's file, to open readers for jobs.
    #[must_use]
    pub fn file(&self) -> &CaseFile {
        &self.file
    }

    /// Why the case can't be changed, if it can't.
    #[must_use]
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// What there is to tell of the opening. Given once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Says what long work is under way, for whoever opens the case after a crash.
    pub fn doing(&self, what: &'static str) {
        self.request(Request::Doing(what));
    }

    /// Notes which photos were looked at. Where the case can't be written it is forgotten.
    pub fn looked(&self, at: Vec<(PhotoId, jiff::Timestamp)>) {
        if !at.is_empty() {
            self.request(Request::Look(at));
        }
    }

    /// Asks to sign the history of this device with its key.
    pub fn sign(&self) {
        self.request(Request::Sign);
    }

    fn request(&self, request: Request) {
        self.open_requests.fetch_add(1, Ordering::AcqRel);
        if self.requests.send(request).is_err() {
            self.open_requests.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Asks for changes, as one step.
    pub fn apply(&self, changes: Vec<Change>) {
        self.request(Request::Apply(changes));
    }

    /// Asks to take the newest step back.
    pub fn undo(&self) {
        self.request(Request::Undo);
    }

    /// Asks to do the last undone step again.
    pub fn redo(&self) {
        self.request(Request::Redo);
    }

    /// Asks to close the case; [`News::Closed`] says when that is done.
    pub fn close(&self) {
        self.request(Request::Close);
    }

    /// What has happened since the last call.
    pub fn news(&self) -> impl Iterator<Item = News> + '_ {
        self.news.try_iter()
    }

    /// Waits for the next news: for the end of the program, not for a frame.
    #[must_use]
    pub fn wait(&self) -> Option<News> {
        self.news.recv().ok()
    }

    /// What undo and redo would do now.
    #[must_use]
    pub fn labels(&self) -> Labels {
        self.labels
            .lock()
            .map(|labels| labels.clone())
            .unwrap_or_default()
    }

    /// Whether everything that was asked for is done and its news taken.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.open_requests.load(Ordering::Acquire) == 0 && self.news.is_empty()
    }

    /// The way in for an import.
    #[must_use]
    pub fn store_link(&self) -> StoreLink {
        StoreLink::new(self.requests.clone(), self.open_requests.clone())
    }
}

struct Thread {
    /// `None` when it is open for reading only.
    case: Option<Case>,
    asked: Receiver<Request>,
    say: Sender<News>,
    link: CaseLink,
    readers: Readers,
    labels: Arc<std::sync::Mutex<Labels>>,
    open_requests: Arc<AtomicUsize>,
    /// The disk could not be reached the last time.
    was_away: bool,
}

impl Thread {
    fn run(mut self) {
        while let Ok(request) = self.asked.recv() {
            match request {
                Request::Apply(changes) => {
                    let result = self.with_case(|case| case.apply_all(changes).map(Some));
                    self.tell(result, Deed::Change);
                }
                Request::Undo => {
                    let result = self.with_case(Case::undo);
                    self.tell(result, Deed::Undo);
                }
                Request::Redo => {
                    let result = self.with_case(Case::redo);
                    self.tell(result, Deed::Redo);
                }
                Request::With(work) => work(&mut self),
                Request::Doing(what) => {
                    if let Some(case) = &self.case {
                        case.doing(what);
                    }
                }
                Request::Look(photos) => {
                    // No record: a refusal is nobody's work lost, and is not told.
                    if self
                        .with_case(|case| case.note_opened(&photos))
                        .is_ok_and(|is_news| is_news)
                    {
                        self.link.changed();
                    }
                }
                Request::Sign => self.sign(),
                Request::Close => {
                    // The readers must be gone first, or the write-ahead log stays beside the file.
                    self.readers.stop(&self.link);
                    let closed = self.case.map_or(Ok(()), Case::close);
                    let closed = closed.map_err(|error| error.to_string());
                    let _ = self.say.send(News::Closed(closed));
                    self.open_requests.fetch_sub(1, Ordering::AcqRel);
                    return;
                }
            }
            self.open_requests.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Does something with the case, over a new connection if the disk was away.
    fn with_case<T>(&mut self, deed: impl FnOnce(&mut Case) -> Result<T, CaseError>) -> Result<T, CaseError> {
        let case = self.case.as_mut().ok_or(CaseError::ReadOnly)?;
        if self.was_away {
            case.reconnect()?;
        }
        let result = deed(case);
        self.was_away = result.as_ref().is_err_and(CaseError::is_unreachable);
        if result.as_ref().is_err_and(CaseError::is_damage) {
            self.link.found_damage();
        }
        result
    }

    fn sign(&mut self) {
        let signed = crate::settings::signing_key()
            .map_err(|error| CaseError::Signing(error.to_string()))
            .and_then(|key| self.with_case(|case| case.sign(&key)));
        match signed {
            Ok((signature, applied)) => {
                self.tell(Ok(Some(applied)), Deed::Change);
                let _ = self.say.send(News::Signed(signature.key_fingerprint));
            }
            Err(error) => self.tell(Err(error), Deed::Change),
        }
    }

    fn renew(&self) {
        if let Ok(mut labels) = self.labels.lock() {
            *labels = labels_of(self.case.as_ref());
        }
        self.link.changed();
    }

    fn tell(&self, result: Result<Option<Applied>, CaseError>, deed: Deed) {
        match result {
            Ok(Some(applied)) => {
                self.renew();
                let _ = self.say.send(News::Done { applied, deed });
            }
            Ok(None) => {}
            Err(error) => {
                let _ = self.say.send(News::Refused(error.to_string()));
            }
        }
        self.link.changed();
    }
}

fn labels_of(case: Option<&Case>) -> Labels {
    Labels {
        undo: case.and_then(|case| case.undo_label().ok().flatten()),
        redo: case.and_then(|case| case.redo_label().ok().flatten()),
    }
}
