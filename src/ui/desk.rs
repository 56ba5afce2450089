//! What a view may use while a case is open: questions to the case, pictures, the selection, and an outbox for
//! what it wants done. Views never reach into each other; they put a wish here.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::base_maps::BaseMaps;
use super::commands::UiCommand;
use super::crops::Crops;
use super::link::{CaseLink, Remote};
use super::looks::Looks;
use super::pictures::Pictures;
use super::widgets::Toast;
use crate::analysis::timeline::Subject;
use crate::case::{Applied, MarkingQueue, TagRow};
use crate::exchange::sheet::Field;
use crate::model::id::{ComponentId, MarkingId, PhotoId, StrikeId, WeaponId};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Change, PhotoSet, Vocabularies, Vocabulary};
use crate::text::t;

/// A place in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The grid of photos.
    Photos,
    /// One photo in the viewer.
    Photo(PhotoId),
    /// The list of markings.
    Markings,
    /// One marking, to transcribe and read.
    Marking(MarkingId),
    /// The marks that are compared, side by side.
    MarkStrip,
    /// The list of components.
    Components,
    /// The list of weapons.
    Weapons,
    /// The list of strikes.
    Strikes,
    /// The calendar, on the month of this day.
    Calendar(Date),
    /// The calendar, on the week of this day.
    Week(Date),
    /// The calendar's list of strikes, at this day.
    Agenda(Date),
    /// The calendar's year overview.
    Year(i16),
    /// Two periods of the calendar side by side, come to from this day.
    Compare(Date),
    /// The map.
    Map,
    /// What the marks of the case add up to.
    Analysis,
    /// What happened when.
    Timeline,
    /// What marks link.
    Network,
    /// What was done to the case.
    History,
    /// The lists of terms.
    Vocabularies,
    /// What a person has to decide after copies of the case were joined.
    Questions,
}

impl Place {
    /// Whether it is one of the ways of looking at the calendar.
    #[must_use]
    pub const fn is_calendar(self) -> bool {
        matches!(
            self,
            Self::Calendar(_) | Self::Week(_) | Self::Agenda(_) | Self::Year(_) | Self::Compare(_)
        )
    }

    /// The place as a word, to be found again at the next start.
    #[must_use]
    pub fn to_word(self) -> String {
        match self {
            Self::Photos => "photos".to_owned(),
            Self::Photo(id) => format!("photo {id}"),
            // What is compared is not kept.
            Self::Markings | Self::MarkStrip => "markings".to_owned(),
            Self::Marking(id) => format!("marking {id}"),
            Self::Components => "components".to_owned(),
            Self::Weapons => "weapons".to_owned(),
            Self::Strikes => "strikes".to_owned(),
            Self::Calendar(day) => format!("calendar {day}"),
            Self::Week(day) => format!("week {day}"),
            Self::Agenda(day) => format!("agenda {day}"),
            Self::Year(year) => format!("year {year}"),
            Self::Compare(day) => format!("compare {day}"),
            Self::Map => "map".to_owned(),
            Self::Analysis => "analysis".to_owned(),
            Self::Timeline => "timeline".to_owned(),
            Self::Network => "network".to_owned(),
            Self::History => "history".to_owned(),
            Self::Vocabularies => "vocabularies".to_owned(),
            Self::Questions => "questions".to_owned(),
        }
    }

    /// The place that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let (kind, which) = word.split_once(' ').unwrap_or((word, ""));
        match kind {
            "photos" => Some(Self::Photos),
            "photo" => which.parse().ok().map(Self::Photo),
            "markings" => Some(Self::Markings),
            "marking" => which.parse().ok().map(Self::Marking),
            "components" => Some(Self::Components),
            "weapons" => Some(Self::Weapons),
            "strikes" => Some(Self::Strikes),
            "calendar" => which.parse().ok().map(Self::Calendar),
            "week" => which.parse().ok().map(Self::Week),
            "agenda" => which.parse().ok().map(Self::Agenda),
            "year" => which.parse().ok().map(Self::Year),
            "compare" => which.parse().ok().map(Self::Compare),
            "map" => Some(Self::Map),
            "analysis" => Some(Self::Analysis),
            "timeline" => Some(Self::Timeline),
            "network" => Some(Self::Network),
            "history" => Some(Self::History),
            "vocabularies" => Some(Self::Vocabularies),
            "questions" => Some(Self::Questions),
            _ => None,
        }
    }
}

/// A table whose rows are to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableSource {
    /// From a file.
    File(PathBuf),
    /// From the clipboard.
    Pasted(String),
    /// Rows without names of columns, from the clipboard, and the fields that their columns are.
    Cells(String, Vec<&'static Field>),
}

/// A file of vocabularies, or of checklists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermsFile {
    /// To be taken in.
    In(PathBuf),
    /// To be written.
    Out(PathBuf),
}

/// What a view wants done.
#[derive(Debug)]
pub enum Wish {
    /// Changes to the case, as one step.
    Apply(Vec<Change>),
    /// To go to a place.
    Go(Place),
    /// A command, as if its key was pressed.
    Command(UiCommand),
    /// To import these files and folders.
    Import(Vec<PathBuf>),
    /// To go on with the import of this set.
    Resume(Box<PhotoSet>),
    /// To tell the person something.
    Tell(Toast),
}

/// The records that somebody works with: the last of each kind that was selected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InHand {
    /// The strike.
    pub strike: Option<RecordRef>,
    /// The weapon.
    pub weapon: Option<RecordRef>,
    /// The component.
    pub component: Option<RecordRef>,
}

impl InHand {
    /// Takes a record in hand, if it is one that photos can show.
    pub fn take(&mut self, record: &RecordRef) {
        let place = match record.kind {
            RecordKind::Strike => &mut self.strike,
            RecordKind::Weapon => &mut self.weapon,
            RecordKind::Component => &mut self.component,
            _ => return,
        };
        if place.as_ref() != Some(record) {
            *place = Some(record.clone());
        }
    }

    /// What is in hand.
    pub fn records(&self) -> impl Iterator<Item = &RecordRef> {
        [&self.strike, &self.weapon, &self.component]
            .into_iter()
            .flatten()
    }
}

/// What a view may use.
pub struct Desk {
    /// Questions to the case.
    pub link: CaseLink,
    /// Pictures of its photos.
    pub pictures: Pictures,
    /// Pictures of its regions.
    pub crops: Crops,
    /// Maps from files of this laptop.
    pub base_maps: BaseMaps,
    /// Which photos were looked at.
    pub looks: Looks,
    /// What is selected, the one to edit last. The inspector shows it.
    pub selected: Vec<RecordRef>,
    /// Where one is.
    pub place: Place,
    /// Which markings are to be worked through next.
    pub queue: Option<MarkingQueue>,
    /// Today, in the laptop's time zone.
    pub today: Date,
    /// Who works here, for transcriptions and findings.
    pub person: String,
    /// The commands that were asked for in this frame and that a view may answer.
    pub commands: Vec<UiCommand>,
    /// What the last changes touched, for one frame: a view selects what was just made.
    pub applied: Option<Applied>,
    /// The record that was made last, until its form has given its title the keyboard or somebody does something else;
    /// with the frames that are left for that once the case has it.
    made: Option<(RecordRef, Option<u8>)>,
    /// Whether the case has just refused a change, for one frame: what was shown in advance is taken back.
    pub refused: bool,
    /// The strike, the weapon and the component that were selected last: one key links photos to them.
    pub in_hand: InHand,
    /// The record whose life the history is to show, with its title.
    pub history_of: Option<(RecordRef, String)>,
    /// The entry that the history is to show.
    pub history_entry: Option<i64>,
    /// Of what the timeline is to be.
    pub timeline_of: Option<Subject>,
    /// Somebody works through marks for a second reading: what others read in them is not shown.
    pub reads_blind: bool,
    /// The marks that are compared.
    pub compared: Vec<MarkingId>,
    /// Whether there is a team's store from which originals can be had.
    pub has_team_store: bool,
    /// Other cases on this laptop, the one that was open last first.
    pub other_cases: Vec<PathBuf>,
    /// The track (a GPX file) by which photos are to be placed.
    pub track: Option<PathBuf>,
    /// The file into which the production-to-use chart, the timeline or the network is to be written, whichever is shown.
    pub chart_file: Option<PathBuf>,
    /// The file into which the map is to be written.
    pub map_file: Option<PathBuf>,
    /// The file into which the calendar is to be written.
    pub calendar_file: Option<PathBuf>,
    /// The day on which the calendar stands, once it was looked at.
    pub calendar_day: Option<Date>,
    /// The month with which the map's window is to begin: of somebody who comes from the calendar.
    pub map_month: Option<Date>,
    /// The table whose rows are to be taken in.
    pub table: Option<TableSource>,
    /// The file of vocabularies that is to be taken in or written.
    pub terms_file: Option<TermsFile>,
    /// The vocabulary that is to be shown, with what was typed where it was asked for.
    pub vocabulary: Option<(Vocabulary, String)>,
    /// The kind of record whose checklists are to be shown.
    pub checklists_of: Option<RecordKind>,
    /// The file of checklists that is to be taken in or written.
    pub lists_file: Option<TermsFile>,
    tags: Remote<(), Vec<TagRow>>,
    vocabularies: Remote<(), Arc<Vocabularies>>,
    outbox: Vec<Wish>,
}

/// For so many frames after the case has it a record counts as just made: a view selects it in one of these.
const FRESH: u8 = 4;

impl Desk {
    /// A desk for a case that was just opened.
    #[must_use]
    pub fn new(link: CaseLink, today: Date, person: String) -> Self {
        let pictures = Pictures::new();
        Self {
            link,
            crops: Crops::new(pictures.decoders()),
            pictures,
            base_maps: BaseMaps::default(),
            looks: Looks::default(),
            selected: Vec::new(),
            place: Place::Photos,
            queue: None,
            today,
            person,
            commands: Vec::new(),
            applied: None,
            made: None,
            refused: false,
            in_hand: InHand::default(),
            history_of: None,
            history_entry: None,
            timeline_of: None,
            reads_blind: false,
            compared: Vec::new(),
            has_team_store: false,
            other_cases: Vec::new(),
            track: None,
            chart_file: None,
            map_file: None,
            calendar_file: None,
            calendar_day: None,
            map_month: None,
            table: None,
            tags: Remote::default(),
            vocabularies: Remote::default(),
            vocabulary: None,
            checklists_of: None,
            lists_file: None,
            terms_file: None,
            outbox: Vec::new(),
        }
    }

    /// Asks for one change.
    pub fn apply(&mut self, change: Change) {
        self.apply_all(vec![change]);
    }

    /// Asks for several changes as one step.
    pub fn apply_all(&mut self, changes: Vec<Change>) {
        if !changes.is_empty() {
            self.note_made(&changes);
            self.outbox.push(Wish::Apply(changes));
        }
    }

    /// Remembers which record the changes make.
    pub fn note_made(&mut self, changes: &[Change]) {
        let made = changes.iter().rev().find_map(|change| match change {
            Change::Create(record) => Some(record.record_ref()),
            _ => None,
        });
        if let Some(made) = made {
            self.made = Some((made, None));
        }
    }

    /// Whether `record` has just been made; answers only once.
    pub fn take_made(&mut self, record: &RecordRef) -> bool {
        let is_it = self.made.as_ref().is_some_and(|(made, _)| made == record);
        if is_it {
            self.made = None;
        }
        is_it
    }

    /// To be called once a frame: a record that nobody went to when it was made is none that was just made.
    pub fn age_made(&mut self) {
        let applied = self.applied.as_ref();
        self.made = self.made.take().and_then(|(made, left)| match left {
            Some(0) => None,
            Some(left) => Some((made, Some(left - 1))),
            None if applied.is_some_and(|applied| applied.records.contains(&made)) => {
                Some((made, Some(FRESH)))
            }
            None => Some((made, None)),
        });
    }

    /// Asks to go somewhere.
    pub fn go(&mut self, place: Place) {
        self.outbox.push(Wish::Go(place));
    }

    /// Asks for a command.
    pub fn command(&mut self, command: UiCommand) {
        self.outbox.push(Wish::Command(command));
    }

    /// Asks for anything else.
    pub fn wish(&mut self, wish: Wish) {
        self.outbox.push(wish);
    }

    /// Takes what was asked for.
    pub fn wishes(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.outbox)
    }

    /// Whether `command` was asked for in this frame; answers only once.
    pub fn take_command(&mut self, command: UiCommand) -> bool {
        let asked = self.commands.contains(&command);
        self.commands.retain(|other| *other != command);
        asked
    }

    /// Selects one record.
    pub fn select(&mut self, record: impl Into<RecordRef>) {
        self.selected = vec![record.into()];
    }

    /// Takes what is selected in hand.
    pub fn take_in_hand(&mut self) {
        if let Some(record) = self.selected.last() {
            self.in_hand.take(record);
        }
    }

    /// Whether `record` is selected.
    #[must_use]
    pub fn is_selected(&self, record: &RecordRef) -> bool {
        self.selected.contains(record)
    }

    /// The selected record, if it is one of `kind`: the last one when several are.
    #[must_use]
    pub fn selected_of(&self, kind: RecordKind) -> Option<&RecordRef> {
        self.selected.last().filter(|record| record.kind == kind)
    }

    /// The selected photos.
    #[must_use]
    pub fn selected_photos(&self) -> Vec<PhotoId> {
        self.selected
            .iter()
            .filter(|record| record.kind == RecordKind::Photo)
            .filter_map(|record| record.id.parse().ok())
            .collect()
    }

    /// The selected markings.
    #[must_use]
    pub fn selected_markings(&self) -> Vec<MarkingId> {
        self.selected
            .iter()
            .filter(|record| record.kind == RecordKind::Marking)
            .filter_map(|record| record.id.parse().ok())
            .collect()
    }

    /// Asks to compare marks, if there is more than one picture to compare.
    pub fn compare_marks(&mut self, marks: Vec<MarkingId>) {
        if marks.is_empty() {
            return self.wish(Wish::Tell(Toast::note(t("strip-none"))));
        }
        self.compared = marks;
        self.go(Place::MarkStrip);
    }

    /// Asks to show what happened when to the selected strike or weapon.
    pub fn timeline_of_selected(&mut self) {
        let strike = self.selected_strike().map(Subject::Strike);
        let Some(subject) = strike.or(self.selected_weapon().map(Subject::Weapon)) else {
            return self.wish(Wish::Tell(Toast::note(t("timeline-select-first"))));
        };
        self.timeline_of = Some(subject);
        self.go(Place::Timeline);
    }

    /// The selected strike.
    #[must_use]
    pub fn selected_strike(&self) -> Option<StrikeId> {
        self.selected_of(RecordKind::Strike)?.id.parse().ok()
    }

    /// The selected weapon.
    #[must_use]
    pub fn selected_weapon(&self) -> Option<WeaponId> {
        self.selected_of(RecordKind::Weapon)?.id.parse().ok()
    }

    /// The selected component.
    #[must_use]
    pub fn selected_component(&self) -> Option<ComponentId> {
        self.selected_of(RecordKind::Component)?.id.parse().ok()
    }

    /// All tags of the case, empty until they have arrived.
    pub fn tags(&mut self) -> Vec<TagRow> {
        self.tags
            .get(&self.link, (), |reader| reader.tags())
            .cloned()
            .unwrap_or_default()
    }

    /// The vocabularies of the case; until they have arrived, those that the program brings.
    pub fn vocabularies(&mut self) -> Arc<Vocabularies> {
        self.vocabularies
            .get(&self.link, (), |reader| reader.vocabularies())
            .cloned()
            .unwrap_or_default()
    }

    /// The names of the tags that are offered.
    pub fn tag_names(&mut self) -> Vec<String> {
        let words = self.vocabularies();
        let tags = words.offered(Vocabulary::Tags);
        tags.iter().map(|tag| tag.id.clone()).collect()
    }

    /// Asks for the checklists of a kind of record.
    pub fn show_checklists(&mut self, kind: RecordKind) {
        self.checklists_of = Some(kind);
        self.go(Place::Vocabularies);
    }

    /// Asks for the list of a vocabulary, looking for `word` in it.
    pub fn show_vocabulary(&mut self, vocabulary: Vocabulary, word: &str) {
        self.vocabulary = Some((vocabulary, word.to_owned()));
        self.go(Place::Vocabularies);
    }
}
