//! An open case on screen: what it holds, how it is opened and closed, and where one is in it. What is drawn, what stands around
//! the view and what a person asks for have rooms of their own.

mod around;
mod deeds;
mod frame;
mod sharing;

use super::another::Another;
use super::backups::Backups;
use super::banner::State;
use super::finder::Finder;
use super::handover::{self, Handover};
use super::jobs::Jobs;
use super::publishing::Publishing;
use super::team::{self, TeamStore};
use crate::case::{Author, CaseError, CaseFile, Notice, Opened, Reader};
use crate::model::{CaseInfo, Change};
use crate::ui::desk::{Desk, Place};
use crate::ui::inspector::Inspector;
use crate::ui::link::{CaseLink, Remote};
use crate::ui::views::{analysis, calendar, history, map, markings, photos, questions, records, vocabulary};
use crate::ui::worker::{Labels, News, Worker};

/// The views, each with what it holds.
#[derive(Default)]
struct Views {
    photos: photos::PhotosView,
    markings: markings::MarkingsView,
    records: records::RecordsView,
    calendar: calendar::CalendarView,
    map: map::MapView,
    analysis: analysis::AnalysisView,
    history: history::HistoryView,
    vocabularies: vocabulary::VocabularyView,
    questions: questions::QuestionsView,
}

/// A file or a folder that the window is to ask for.
pub(super) enum FileWish {
    /// A folder for copies for publication.
    Publication,
    /// Something for a hand-over.
    HandOver(handover::Wish),
    /// Something for a team's store.
    Team(team::Wish),
}

/// An open case on screen.
pub struct Session {
    worker: Worker,
    desk: Desk,
    views: Views,
    inspector: Inspector,
    inspector_open: bool,
    jobs: Jobs,
    finder: Finder,
    info: Remote<(), CaseInfo>,
    /// How many questions are open.
    questions: Remote<(), u64>,
    title: String,
    labels: Labels,
    backups: Backups,
    another: Another,
    publishing: Publishing,
    handover: Handover,
    team: TeamStore,
    /// A file or a folder is to be asked for.
    file_wish: Option<FileWish>,
    past_of: Option<jiff::Timestamp>,
    /// What there is to tell of the opening, until it is read.
    notices: Vec<Notice>,
}

impl Session {
    /// Opens a case with `open` and lays the desk. Runs off the frame: opening reads the disk.
    ///
    /// # Errors
    /// As `open`.
    pub(super) fn open(
        open: impl FnOnce(Author) -> Result<Opened, CaseError>,
        author: Author,
        ctx: &egui::Context,
    ) -> Result<Self, CaseError> {
        let person = author.person.clone();
        let (worker, link) = Worker::start(open, author, ctx)?;
        Ok(Self::of(worker, link, person, None))
    }

    /// The case as it was, to be looked at beside the live one.
    pub(super) fn past(reader: Reader, person: String, ctx: &egui::Context) -> Self {
        let moment = reader.moment();
        let (worker, link) = Worker::past(reader, ctx);
        Self::of(worker, link, person, moment)
    }

    fn of(mut worker: Worker, link: CaseLink, person: String, past_of: Option<jiff::Timestamp>) -> Self {
        let title = worker
            .path()
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let today = jiff::Zoned::now().date();
        let notices = worker.take_notices();
        Self {
            worker,
            desk: Desk::new(link, today, person),
            views: Views::default(),
            inspector: Inspector::default(),
            inspector_open: true,
            jobs: Jobs::default(),
            finder: Finder::default(),
            info: Remote::default(),
            questions: Remote::default(),
            title,
            labels: Labels::default(),
            backups: Backups::default(),
            another: Another::default(),
            publishing: Publishing::default(),
            handover: Handover::default(),
            team: TeamStore::default(),
            file_wish: None,
            past_of,
            notices,
        }
    }

    /// Stops the jobs, commits what is under way, and closes the file.
    pub(super) fn close(mut self) -> Result<(), String> {
        self.jobs.stop_all();
        // What was typed and not yet left with Enter counts too.
        self.desk.selected.clear();
        self.inspector.leave(&mut self.desk);
        self.views.markings.settle(&mut self.desk);
        self.views.records.settle(&mut self.desk);
        for wish in self.desk.wishes() {
            self.grant(wish);
        }
        self.worker.looked(self.desk.looks.take());
        if self.past_of.is_none() {
            self.backups
                .finish(self.worker.file(), self.desk.link.generation());
        }
        self.worker.close();
        while let Some(news) = self.worker.wait() {
            if let News::Closed(result) = news {
                return result;
            }
        }
        Ok(())
    }

    /// Where the case is.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.worker.path()
    }

    /// The case's file.
    pub(super) fn file(&self) -> &CaseFile {
        self.worker.file()
    }

    /// Whether it can be changed.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.past_of.is_none() && self.worker.read_only().is_none()
    }

    /// The jobs, to begin one or to show what one came to.
    pub(super) fn jobs(&mut self) -> &mut Jobs {
        &mut self.jobs
    }

    /// Begins to build the case as it was, in a job.
    pub(super) fn build_past(&mut self, moment: jiff::Timestamp) {
        self.jobs
            .build_past(&self.desk.link, self.worker.file().clone(), moment);
    }

    fn state(&self) -> State<'_> {
        match (self.past_of, self.worker.read_only()) {
            (Some(moment), _) => State::Past(moment),
            _ if self.desk.link.is_damaged() => State::Damaged,
            (None, Some(reason)) => State::ReadOnly(reason),
            (None, None) => State::Usual,
        }
    }

    /// The case's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The desk, to see or set where one is.
    pub fn desk_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// The desk.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Whether nothing is on its way.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.worker.is_quiet()
            && self.desk.link.is_quiet()
            && self.desk.pictures.is_quiet()
            && self.desk.crops.is_quiet()
            && self.desk.base_maps.is_quiet()
            && self.jobs.is_quiet()
    }

    /// Whether no job is running.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.jobs.is_quiet()
    }

    /// Whether keys go to something that covers the views.
    #[must_use]
    pub fn takes_keys(&self) -> bool {
        self.finder.is_open()
            || self.publishing.takes_keys()
            || self.handover.takes_keys()
            || self.team.takes_keys()
            || self.jobs.asks()
    }

    /// Closes what covers the views and was opened by a command.
    pub fn close_dialogs(&mut self) {
        self.handover.close();
        self.team.close();
    }

    /// Whether the grid of photos or the viewer is shown.
    #[must_use]
    pub fn shows_photos(&self) -> bool {
        matches!(self.desk.place, Place::Photos | Place::Photo(_))
    }

    /// Asks for a change, as a view would.
    pub fn apply(&mut self, change: Change) {
        self.desk.apply(change);
    }
}
