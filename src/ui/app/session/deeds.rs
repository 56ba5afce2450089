//! What a person asks of an open case: commands, files that are brought, and what is to be handed out.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{FileWish, Session};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Change, Checklist, Component, Record, Strike, Weapon};
use crate::text::t;
use crate::ui::app::jobs::{Next, Wanted};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Place, TableSource};
use crate::ui::widgets::Toast;

impl Session {
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
            UiCommand::TeamStore => self.begin_team(),
            UiCommand::GetOriginals => self.get_originals(),
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
    pub(in crate::ui::app) fn take_file_wish(&mut self) -> Option<FileWish> {
        self.file_wish.take()
    }

    pub(super) fn show_handover(&mut self, ctx: &Context) {
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
    pub fn hand_over_to(&mut self, place: &Path) {
        self.handover.take_place(place);
    }

    /// Takes the file of the key that signs a hand-over.
    pub fn sign_with(&mut self, file: &Path) {
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
    pub(in crate::ui::app) fn go_to_calendar(&mut self) {
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
    pub(super) fn make(&mut self, changes: Vec<Change>, place: Place) {
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
