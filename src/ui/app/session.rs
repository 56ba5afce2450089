//! The shell around an open case: header, rail, view, inspector, jobs, palette.

use std::path::PathBuf;

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use super::another::Another;
use super::backups::Backups;
use super::banner::{State, banner, notices};
use super::finder::{Choice, Finder};
use super::handover::{self, Handover};
use super::jobs::{Jobs, Next, Wanted};
use super::publishing::Publishing;
use crate::basemap::is_base_map;
use crate::case::{Author, CaseError, CaseFile, Notice, Opened, Reader, StepLabel};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{CaseInfo, Change, Checklist, Component, Record, Strike, Weapon};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place, TableSource, Wish};
use crate::ui::inspector::Inspector;
use crate::ui::link::{CaseLink, Remote};
use crate::ui::looks::MANY;
use crate::ui::seek;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::views::{analysis, calendar, history, map, markings, photos, questions, records, vocabulary};
use crate::ui::widgets::{Action, RailItem, Text, Toast, Toasts, rail};
use crate::ui::worker::{Deed, Labels, News, Worker};

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
    /// A file or a folder is to be asked for.
    file_wish: Option<FileWish>,
    past_of: Option<jiff::Timestamp>,
    /// What there is to tell of the opening, until it is read.
    notices: Vec<Notice>,
}

/// The places on the rail, in its order.
const RAIL: [UiCommand; 9] = [
    UiCommand::GoPhotos,
    UiCommand::GoMarkings,
    UiCommand::GoComponents,
    UiCommand::GoWeapons,
    UiCommand::GoStrikes,
    UiCommand::GoCalendar,
    UiCommand::GoMap,
    UiCommand::GoAnalysis,
    UiCommand::GoHistory,
];

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
            || self.jobs.asks()
    }

    /// Whether the grid of photos or the viewer is shown.
    #[must_use]
    pub fn shows_photos(&self) -> bool {
        matches!(self.desk.place, Place::Photos | Place::Photo(_))
    }

    /// Starts an import.
    pub fn import(&mut self, paths: Vec<PathBuf>) {
        let person = self.desk.person.clone();
        self.jobs.import(paths, &person, &self.worker, &self.desk.link);
    }

    /// Takes a file of rules of reading in.
    pub fn add_rules(&mut self, file: PathBuf) {
        let today = self.desk.today;
        self.jobs.add_rules(file, today, &self.worker, &self.desk.link);
    }

    /// Shows what another copy of the case would bring, and takes it in if the person wants that.
    pub fn take_in(&mut self, path: PathBuf) {
        let wanted = Wanted::Foresee(path, None);
        self.jobs.join(wanted, &self.worker, &self.desk.link);
    }

    /// Shows what the rows of a table would become.
    pub fn import_table(&mut self, file: PathBuf) {
        self.desk.table = Some(TableSource::File(file));
        if !matches!(
            self.desk.place,
            Place::Components | Place::Weapons | Place::Strikes
        ) {
            self.desk.place = Place::Strikes;
        }
    }

    /// Watches a folder and takes in what comes into it.
    pub fn watch(&mut self, folder: PathBuf) {
        let person = self.desk.person.clone();
        self.jobs.watch(folder, &person, &self.worker, &self.desk.link);
    }

    /// Asks for a change, as a view would.
    pub fn apply(&mut self, change: Change) {
        self.desk.apply(change);
    }

    /// One frame. Gives the commands that are not the session's own.
    pub(super) fn show(&mut self, ui: &mut Ui, toasts: &mut Toasts) -> Vec<UiCommand> {
        let ctx = ui.ctx().clone();
        self.desk.pictures.begin_frame(&ctx);
        self.take_news(toasts);
        match self.another.take() {
            Some((place, Ok(changes))) if !changes.is_empty() => self.make(changes, place),
            Some((_, Err(error))) => {
                toasts.push(Toast::refused(t("shell-refused"), error.to_string()));
            }
            _ => {}
        }
        self.desk
            .crops
            .begin_frame(&self.desk.link, self.desk.applied.as_ref());
        if self.past_of.is_none()
            && let Some(error) = self.backups.tick(self.worker.file(), self.desk.link.generation())
        {
            toasts.push(Toast::refused(t("backup-failed"), error.to_string()));
        }
        self.take_dropped(&ctx);
        if let Some(info) = self.info.get(&self.desk.link, (), |reader| reader.info())
            && !info.title.is_empty()
        {
            self.title.clone_from(&info.title);
        }
        self.labels = self.worker.labels();

        egui::Panel::top("header")
            .exact_size(size::BAR + space::S)
            .show(ui, |ui| self.header(ui));
        if let Some(command) = banner(ui, &self.state()) {
            self.carry_out(command);
        }
        notices(ui, &mut self.notices);
        let ground = egui::Frame::new().fill(Tokens::of(ui).base);
        egui::Panel::left("rail")
            .frame(ground)
            .exact_size(size::RAIL)
            .resizable(false)
            .show(ui, |ui| self.rail(ui));
        if let Some(wanted) = self.jobs.show(ui, toasts) {
            self.jobs.join(wanted, &self.worker, &self.desk.link);
        }
        if self.inspector_open && self.has_inspector() {
            egui::Panel::right("inspector")
                .default_size(size::INSPECTOR)
                .size_range(size::INSPECTOR_MIN..=520.0)
                .show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        self.inspector.show(ui, &mut self.desk);
                    });
                });
        }
        if !(self.inspector_open && self.has_inspector()) {
            self.inspector.leave(&mut self.desk);
        }
        egui::CentralPanel::default().show(ui, |ui| self.view(ui));
        self.drop_hint(&ctx);
        let mut asked = self.jobs.asked();
        if self.publishing.show(&ctx, &self.desk.link) {
            self.file_wish = Some(FileWish::Publication);
        }
        self.show_handover(&ctx);
        match self.finder.show(&ctx, &self.desk.link) {
            Some(Choice::Command(command)) => asked.push(command),
            Some(Choice::Record(record)) => self.show_record(&record),
            None => {}
        }
        asked
    }

    /// The screen on which a mark is read has its own panels and needs the width.
    fn has_inspector(&self) -> bool {
        !matches!(
            self.desk.place,
            Place::Marking(_) | Place::MarkStrip | Place::History | Place::Vocabularies | Place::Questions
        ) && !self.views.records.shows_table(self.desk.place)
    }

    fn view(&mut self, ui: &mut Ui) {
        let desk = &mut self.desk;
        desk.take_in_hand();
        self.views.records.heed(desk);
        if !matches!(desk.place, Place::Markings | Place::Marking(_) | Place::MarkStrip) {
            self.views.markings.settle(desk);
            desk.reads_blind = false;
        }
        match desk.place {
            Place::Photos | Place::Photo(_) => self.views.photos.show(ui, desk),
            Place::Markings | Place::Marking(_) | Place::MarkStrip => self.views.markings.show(ui, desk),
            Place::Components | Place::Weapons | Place::Strikes => self.views.records.show(ui, desk),
            Place::Calendar(_) | Place::Week(_) | Place::Agenda(_) | Place::Year(_) | Place::Compare(_) => {
                self.views.calendar.show(ui, desk);
            }
            Place::Map => self.views.map.show(ui, desk),
            Place::Analysis | Place::Timeline | Place::Network => self.views.analysis.show(ui, desk),
            Place::History => self.views.history.show(ui, desk),
            Place::Vocabularies => self.views.vocabularies.show(ui, desk),
            Place::Questions => self.views.questions.show(ui, desk),
        }
        match desk.place {
            Place::Photo(_) => {}
            Place::Marking(_) => desk.looks.is_held = false,
            _ => desk.looks.leave(),
        }
        if desk.place != Place::Map {
            desk.base_maps.rest();
        }
        let is_stepping = matches!(desk.place, Place::Photo(_)) && desk.looks.len() < MANY;
        if !desk.looks.is_held && !is_stepping {
            self.worker.looked(desk.looks.take());
        }
        desk.commands.clear();
        desk.age_made();
        seek::age(ui.ctx());
        desk.applied = None;
        desk.refused = false;
        for wish in desk.wishes() {
            self.grant(wish);
        }
    }

    fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Apply(changes) => self.worker.apply(changes),
            Wish::Go(place) => self.desk.place = place,
            Wish::Command(command) => self.pending(command),
            Wish::Import(paths) => self.import(paths),
            Wish::Resume(set) => self.jobs.resume(*set, &self.worker, &self.desk.link),
            Wish::Tell(toast) => self.jobs.tell(toast),
        }
    }

    fn pending(&mut self, command: UiCommand) {
        self.jobs.ask(command);
    }

    fn header(&mut self, ui: &mut Ui) {
        ui.horizontal_centered(|ui| {
            ui.add_space(space::S);
            self.open_questions(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for command in [
                    UiCommand::ToggleInspector,
                    UiCommand::ShowKeys,
                    UiCommand::Settings,
                ] {
                    if ui.add(Action::command(command)).clicked() {
                        self.pending(command);
                    }
                }
                let theme = match Tokens::of(ui).theme {
                    crate::ui::theme::Theme::Dark => UiCommand::ThemeLight,
                    crate::ui::theme::Theme::Light => UiCommand::ThemeHighContrast,
                    crate::ui::theme::Theme::HighContrast => UiCommand::ThemeDark,
                };
                if ui.add(Action::command(theme)).clicked() {
                    self.pending(theme);
                }
                ui.add_space(space::S);
                let import = Action::primary(UiCommand::ImportFiles.text())
                    .with_icon(icons::ICON_ADD_PHOTO_ALTERNATE)
                    .unless((!self.is_writable()).then(|| t("case-error-read-only")))
                    .keys(UiCommand::ImportFiles.shortcut_text());
                if ui.add(import).clicked() {
                    self.pending(UiCommand::ImportFiles);
                }
                let search = Action::secondary(t("shell-search"))
                    .with_icon(icons::ICON_SEARCH)
                    .keys(UiCommand::CommandPalette.shortcut_text());
                if ui.add(search).clicked() {
                    self.finder.open();
                }
                ui.add_space(space::S);
                let redo = step_name(self.labels.redo.as_ref());
                let undo = step_name(self.labels.undo.as_ref());
                for (command, what, key, nothing) in [
                    (UiCommand::Redo, redo, "shell-redo", "shell-nothing-to-redo"),
                    (UiCommand::Undo, undo, "shell-undo", "shell-nothing-to-undo"),
                ] {
                    let name = match &what {
                        Some(what) => tf(key, &[("what", what.as_str().into())]),
                        None => command.text().to_owned(),
                    };
                    let action = Action::icon(command.icon(), &name)
                        .keys(command.shortcut_text())
                        .unless(what.is_none().then(|| t(nothing)));
                    if ui.add(action).clicked() {
                        self.pending(command);
                    }
                }
            });
        });
    }

    /// The case's title, after the number of open questions while there are some.
    fn open_questions(&mut self, ui: &mut Ui) {
        let count = self
            .questions
            .get(&self.desk.link, (), Reader::conflict_count)
            .copied()
            .unwrap_or(0);
        if count > 0 {
            let name = tf("questions-open", &[("count", count.into())]);
            let open = Action::secondary(&name)
                .with_icon(UiCommand::GoQuestions.icon())
                .keys(UiCommand::GoQuestions.shortcut_text())
                .selected(self.desk.place == Place::Questions);
            if ui.add(open).clicked() {
                self.carry_out(UiCommand::GoQuestions);
            }
            ui.add_space(space::S);
        }
        ui.add(Text::new(&self.title).kind(Type::Heading).truncate());
    }

    fn rail(&mut self, ui: &mut Ui) {
        let items = RAIL.map(|command| RailItem {
            icon: command.icon(),
            name: command.text(),
            keys: command.shortcut_text(),
            badge: 0,
        });
        let here = match self.desk.place {
            Place::Photos | Place::Photo(_) => 0,
            Place::Markings | Place::Marking(_) | Place::MarkStrip => 1,
            Place::Components => 2,
            Place::Weapons => 3,
            Place::Strikes => 4,
            Place::Calendar(_) | Place::Week(_) | Place::Agenda(_) | Place::Year(_) | Place::Compare(_) => 5,
            Place::Map => 6,
            Place::Analysis | Place::Timeline | Place::Network => 7,
            Place::History => 8,
            // Not on the rail: it is looked at now and then.
            Place::Vocabularies | Place::Questions => RAIL.len(),
        };
        ui.add_space(space::S);
        if let Some(chosen) = rail(ui, &items, here) {
            self.carry_out(RAIL[chosen]);
        }
    }

    /// Carries out a command that needs an open case; a view may answer what is left.
    pub fn carry_out(&mut self, command: UiCommand) {
        match command {
            UiCommand::Undo => self.worker.undo(),
            UiCommand::Redo => self.worker.redo(),
            UiCommand::GoPhotos => self.desk.place = Place::Photos,
            UiCommand::GoMarkings => self.desk.place = Place::Markings,
            UiCommand::GoComponents => self.desk.place = Place::Components,
            UiCommand::GoWeapons => self.desk.place = Place::Weapons,
            UiCommand::GoStrikes => self.desk.place = Place::Strikes,
            UiCommand::GoCalendar => self.go_to_calendar(),
            UiCommand::GoMap => self.go_to_map(),
            UiCommand::ShowOnMap => {
                self.desk.place = Place::Map;
                self.desk.commands.push(command);
            }
            UiCommand::GoAnalysis => self.desk.place = Place::Analysis,
            UiCommand::GoTimeline => self.desk.place = Place::Timeline,
            UiCommand::GoNetwork => self.desk.place = Place::Network,
            UiCommand::TimelineOfItem => self.desk.timeline_of_selected(),
            UiCommand::GoHistory => self.desk.place = Place::History,
            UiCommand::GoQuestions => self.desk.place = Place::Questions,
            UiCommand::GoVocabularies => self.desk.place = Place::Vocabularies,
            UiCommand::GoChecklists => {
                let selected = self.desk.selected.last().map(|record| record.kind);
                let kind = selected.filter(|kind| Checklist::KINDS.contains(kind));
                self.desk.checklists_of = Some(kind.unwrap_or(RecordKind::Strike));
                self.desk.place = Place::Vocabularies;
            }
            UiCommand::NewStrike => self.create(Strike::default().into(), Place::Strikes),
            UiCommand::NewWeapon => self.create(Weapon::default().into(), Place::Weapons),
            UiCommand::NewComponent => self.create(Component::default().into(), Place::Components),
            UiCommand::AnotherLikeThis => {
                if let Some(record) = self.desk.selected.last() {
                    self.another.ask(&self.desk.link, record);
                }
            }
            UiCommand::RemoveItem => self.remove_selected(),
            UiCommand::CommandPalette => self.finder.open(),
            UiCommand::ToggleInspector => self.inspector_open = !self.inspector_open,
            UiCommand::FindCodes => {
                let photos = match self.desk.place {
                    Place::Photo(photo) => vec![photo],
                    _ => self.desk.selected_photos(),
                };
                self.jobs.find_codes(photos, &self.worker, &self.desk.link);
            }
            UiCommand::PublishCopies => self.begin_publication(),
            UiCommand::HandOver => self.begin_handover(),
            UiCommand::Verify => self.jobs.verify(&self.desk.link, self.worker.file().clone()),
            UiCommand::HistoryOfItem => {
                if let Some(record) = self.desk.selected.last() {
                    let kind = record.kind.name();
                    self.desk.history_of = Some((record.clone(), kind.to_owned()));
                    self.desk.place = Place::History;
                }
            }
            UiCommand::SignHistory => self.worker.sign(),
            // Of the window, not of the case: asked for by the banner.
            UiCommand::Recover | UiCommand::BackToNow => self.pending(command),
            other => self.desk.commands.push(other),
        }
    }

    /// Asks what of the photo in view, or of the selected ones, is to be published.
    fn begin_publication(&mut self) {
        let photos = match self.desk.place {
            Place::Photo(photo) => vec![photo],
            _ => self.desk.selected_photos(),
        };
        if !self.is_writable() {
            self.jobs.tell(Toast::note(t("case-error-read-only")));
        } else if photos.is_empty() {
            self.jobs.tell(Toast::note(t("publication-no-photos")));
        } else {
            self.publishing.open(photos);
        }
    }

    /// A file or a folder that is to be asked for, once.
    pub(super) fn take_file_wish(&mut self) -> Option<FileWish> {
        self.file_wish.take()
    }

    fn show_handover(&mut self, ctx: &egui::Context) {
        let busy = self.jobs.hands_over();
        let file = self.worker.file();
        let (wanted, wish) = self.handover.show(ctx, &self.desk.link, file, busy);
        if let Some(wish) = wish {
            self.file_wish = Some(FileWish::HandOver(wish));
        }
        let wanted = match self.jobs.take_next() {
            Some(Next::Again(wanted)) => Some(wanted),
            Some(Next::Choose) => {
                self.handover.reopen();
                None
            }
            None => wanted,
        };
        if let Some(wanted) = wanted {
            self.jobs.hand_over(wanted, &self.worker, &self.desk.link);
        }
    }

    /// Asks what is to be handed over: the case, or what is in view or selected.
    fn begin_handover(&mut self) {
        // The past is in memory, and what would go out is the case as it is.
        if self.past_of.is_some() {
            self.jobs.tell(Toast::note(t("handover-past")));
            return;
        }
        match self.desk.place {
            Place::Photo(photo) => self.handover.open(&[photo.into()]),
            Place::Marking(marking) => self.handover.open(&[marking.into()]),
            _ => self.handover.open(&self.desk.selected),
        }
    }

    /// Takes the place for a hand-over.
    pub fn hand_over_to(&mut self, place: &std::path::Path) {
        self.handover.take_place(place);
    }

    /// Takes the file of the key that signs a hand-over.
    pub fn sign_with(&mut self, file: &std::path::Path) {
        self.handover.take_key(file);
    }

    /// Publishes what was asked for into this folder.
    pub fn publish_into(&mut self, folder: PathBuf) {
        let plan = self
            .publishing
            .plan(folder, &self.desk.person, &jiff::Zoned::now());
        self.jobs.publish(plan, &self.worker, &self.desk.link);
    }

    /// Goes to the calendar as it was left, if it is not in view.
    pub(super) fn go_to_calendar(&mut self) {
        if !self.desk.place.is_calendar() {
            self.desk.place = self.views.calendar.place(self.desk.today);
        }
    }

    /// Who comes from a month of the calendar sees that month on the map.
    fn go_to_map(&mut self) {
        if let Place::Calendar(day) = self.desk.place {
            self.desk.map_month = Some(day);
        }
        self.desk.place = Place::Map;
    }

    fn create(&mut self, record: Record, place: Place) {
        self.make(vec![Change::Create(record)], place);
    }

    /// Makes a record, goes to its list and selects it.
    fn make(&mut self, changes: Vec<Change>, place: Place) {
        let made = changes.iter().find_map(|change| match change {
            Change::Create(record) => Some(record.record_ref()),
            _ => None,
        });
        self.desk.selected = made.into_iter().collect();
        self.desk.place = place;
        self.inspector_open = true;
        self.desk.note_made(&changes);
        self.worker.apply(changes);
    }

    fn remove_selected(&mut self) {
        let selected = std::mem::take(&mut self.desk.selected);
        let changes = selected.into_iter().map(Change::Remove).collect::<Vec<_>>();
        if !changes.is_empty() {
            self.worker.apply(changes);
        }
    }

    fn take_news(&mut self, toasts: &mut Toasts) {
        for news in self.worker.news() {
            match news {
                News::Done { applied, deed } => {
                    let key = match deed {
                        Deed::Change => None,
                        Deed::Undo => Some("shell-undone"),
                        Deed::Redo => Some("shell-redone"),
                    };
                    if let Some(key) = key {
                        let label = self.worker.labels();
                        let of = if deed == Deed::Undo {
                            label.redo
                        } else {
                            label.undo
                        };
                        let what = step_name(of.as_ref()).unwrap_or_default();
                        toasts.push(Toast::note(tf(key, &[("what", what.into())])));
                    }
                    match &mut self.desk.applied {
                        // Several changes may be answered between two frames.
                        Some(before) => before.records.extend(applied.records),
                        none => *none = Some(applied),
                    }
                }
                News::Refused(reason) => {
                    self.desk.refused = true;
                    toasts.push(Toast::refused(t("shell-refused"), reason));
                }
                News::Signed(fingerprint) => {
                    let key = [("fingerprint", fingerprint.into())];
                    toasts.push(Toast::done(tf("shell-signed", &key)));
                }
                News::Closed(_) => {}
            }
        }
    }

    fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        // Onto the map a file of tiles is dropped to be shown; elsewhere it is a file like any other.
        let (maps, paths): (Vec<_>, Vec<_>) = paths
            .into_iter()
            .partition(|path| self.desk.place == Place::Map && is_base_map(path));
        for map in maps {
            self.desk.base_maps.add(map);
        }
        if !paths.is_empty() {
            self.import(paths);
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::PasteImage(image) => Some(image.clone()),
                _ => None,
            })
        });
        if let Some(image) = pasted {
            self.jobs.paste(image, &self.worker, &self.desk.link);
        }
    }

    fn drop_hint(&self, ctx: &egui::Context) {
        let hovered = ctx.input(|input| input.raw.hovered_files.clone());
        if hovered.is_empty() {
            return;
        }
        let is_map = |file: &egui::HoveredFile| file.path.as_deref().is_some_and(is_base_map);
        let hint = if self.desk.place == Place::Map && hovered.iter().all(is_map) {
            t("basemap-drop")
        } else {
            t("shell-drop")
        };
        let tokens = Tokens::of(ctx);
        let painter = ctx.layer_painter(egui::LayerId::new(
            egui::Order::Foreground,
            egui::Id::unique("drop"),
        ));
        let rect = ctx.content_rect();
        painter.rect_filled(rect, 0.0, tokens.veil);
        painter.text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            hint,
            Type::Title.font(tokens),
            tokens.text_strong,
        );
    }

    /// Goes to where a record is shown and selects it.
    pub fn show_record(&mut self, record: &RecordRef) {
        self.desk.selected = vec![record.clone()];
        self.desk.place = match record.kind {
            RecordKind::Photo => record.id.parse().map_or(Place::Photos, Place::Photo),
            RecordKind::Marking => record.id.parse().map_or(Place::Markings, Place::Marking),
            RecordKind::Component => Place::Components,
            RecordKind::Weapon => Place::Weapons,
            RecordKind::Strike => Place::Strikes,
            _ => return,
        };
    }
}

fn step_name(label: Option<&StepLabel>) -> Option<String> {
    let label = label?;
    let what = t(&format!("action-{}", label.action));
    Some(if label.entries > 1 {
        tf(
            "shell-step-many",
            &[("what", what.into()), ("count", label.entries.into())],
        )
    } else {
        what.to_owned()
    })
}
