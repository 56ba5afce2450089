//! The markings of the case: which of them are listed, and as what: a table, or a wall of what they look like.

mod arranged;
mod table;
mod wall;

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::Ui;
use egui_material_icons::{MaterialIcon, icons};

use super::agreement::{PairAgreement, agreement};
use super::choice;
use super::find::{self, Find};
use super::rules::{Rules, rules};
use crate::case::{CaseError, MarkHit, MarkQuery, MarkingQueue, MarkingRow, Reader};
use crate::model::id::MarkingId;
use crate::model::{Vocabularies, Vocabulary};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place, Wish};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, ChipEvent, Text, Toast, bar, empty_state, segmented, tag_chip};
use arranged::{Order, Sections, arrange};
use wall::Wall;

/// The markings that are listed.
struct Listed {
    /// Tells this answer of the case from every other.
    serial: usize,
    rows: Vec<MarkingRow>,
    /// The place of each of them.
    places: HashMap<MarkingId, usize>,
    sections: Sections,
    /// Where a search found something, by marking.
    hits: HashMap<MarkingId, MarkHit>,
    /// In how many transcriptions.
    count: usize,
    /// The kinds of components that bear the markings, and how many markings each.
    kinds: BTreeMap<String, usize>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Default)]
struct Question {
    tags: Vec<String>,
    queue: MarkingQueue,
    query: Option<MarkQuery>,
    /// On components of this kind.
    kind: Option<String>,
    order: Order,
}

/// The next answer's number.
static SERIAL: AtomicUsize = AtomicUsize::new(1);

/// No more finds are listed.
const MOST_HITS: usize = 2_000;

fn listed(reader: &Reader, question: &Question) -> Result<Listed, CaseError> {
    let mut hits = HashMap::new();
    let mut count = 0;
    let mut rows = match &question.query {
        None => reader.markings(&question.tags, &question.queue)?,
        Some(query) => {
            let found = reader.find_marks(query, MOST_HITS)?;
            count = found.count;
            let ids: Vec<MarkingId> = found.hits.iter().map(|hit| hit.marking).collect();
            let mut rows = reader.marking_rows(&ids)?;
            rows.retain(|row| question.tags.iter().all(|tag| row.tags.contains(tag)));
            hits = found.hits.into_iter().map(|hit| (hit.marking, hit)).collect();
            // The transcription that was found is shown, not the one that counts.
            for row in &mut rows {
                let found: Option<&MarkHit> = hits.get(&row.id);
                row.text = found.map(|hit| hit.text.clone()).or(row.text.take());
            }
            rows
        }
    };
    let mut kinds = BTreeMap::new();
    for kind in rows.iter().filter_map(|row| row.component_kind.clone()) {
        *kinds.entry(kind).or_default() += 1;
    }
    if let Some(kind) = &question.kind {
        rows.retain(|row| row.component_kind.as_ref() == Some(kind));
    }
    let sections = arrange(&mut rows, question.order);
    Ok(Listed {
        serial: SERIAL.fetch_add(1, Ordering::Relaxed),
        sections,
        places: rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.id, place))
            .collect(),
        rows,
        hits,
        count,
        kinds,
    })
}

/// As what the markings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Look {
    #[default]
    Table,
    Wall,
}

/// The list and its filters.
#[derive(Default)]
pub struct List {
    listed: Remote<Question, Listed>,
    question: Question,
    find: Find,
    look: Look,
    wall: Wall,
    agreement: Remote<(), Vec<PairAgreement>>,
    rules: Remote<(), Rules>,
    /// The list got the keyboard since it came into view.
    has_keyboard: bool,
}

impl List {
    /// Which markings are worked through.
    #[must_use]
    pub fn queue(&self) -> &MarkingQueue {
        &self.question.queue
    }

    /// Works through other markings from now on.
    pub fn set_queue(&mut self, queue: MarkingQueue) {
        self.question.queue = queue;
    }

    /// To be called when the list is not in view.
    pub fn leave(&mut self) {
        self.has_keyboard = false;
    }

    /// Shows the list.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if desk.take_command(UiCommand::WallOfMarks) {
            self.look = match self.look {
                Look::Table => Look::Wall,
                Look::Wall => Look::Table,
            };
            self.has_keyboard = false;
        }
        self.filters(ui, desk);
        let asked = Question {
            query: self.find.query(&self.question.queue),
            // A table has no sections; the order of the wall comes back with the wall.
            order: match self.look {
                Look::Table => Order::Drawn,
                Look::Wall => self.question.order,
            },
            ..self.question.clone()
        };
        let of = asked.clone();
        let listed = self
            .listed
            .get(&desk.link, asked, move |reader| listed(reader, &of));
        let Some(listed) = listed else {
            if let Some(error) = self.listed.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if self.look == Look::Wall {
            self.wall.filters(ui, desk, listed, &mut self.question);
        }
        if listed.rows.is_empty() {
            let is_searched = self.find.query(&self.question.queue).is_some();
            let filtered = Question {
                order: Order::Drawn,
                ..self.question.clone()
            } != Question::default();
            if nothing(ui, desk, filtered || is_searched) {
                self.question = Question {
                    order: self.question.order,
                    ..Question::default()
                };
                self.find = Find::default();
            }
            return;
        }
        if listed.count > 0 {
            find::counted(ui, listed.count, listed.rows.len());
        }
        if desk.take_command(UiCommand::ComparePhotos) {
            compare(desk, listed);
        }
        match self.look {
            Look::Table => table::table(ui, desk, listed, &mut self.has_keyboard),
            Look::Wall => self.wall.show(ui, desk, listed, &mut self.has_keyboard),
        }
    }

    fn filters(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let known = desk.tag_names();
        let question = &mut self.question;
        let second = MarkingQueue::SecondReading(desk.person.clone());
        bar(
            ui,
            |ui| {
                ui.add_space(space::S);
                ui.add(Text::new(t("markings-title")).kind(Type::Title));
                ui.add_space(space::M);
                let choices = [
                    (MarkingQueue::All, t("markings-all")),
                    (MarkingQueue::Untranscribed, t("markings-untranscribed")),
                    (second, t("markings-second")),
                    (MarkingQueue::Disagreeing, t("markings-disagreeing")),
                    (MarkingQueue::Impossible(desk.today), t("markings-impossible")),
                ];
                segmented(ui, t("markings-show"), &mut question.queue, &choices);
                agreement(ui, desk, &mut self.agreement);
                rules(ui, desk, &mut self.rules);
                if !known.is_empty() {
                    tags(ui, &known, &mut question.tags);
                }
            },
            |_| {},
        );
        ui.horizontal(|ui| {
            if !matches!(question.queue, MarkingQueue::SecondReading(_)) {
                self.find.show(ui, desk);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(space::S);
                let looks = [
                    (Look::Table, t("markings-look-table")),
                    (Look::Wall, t("markings-look-wall")),
                ];
                segmented(ui, t("markings-look"), &mut self.look, &looks);
            });
        });
    }
}

/// A button of the bar, by its icon alone where there is little room: what is over would push other controls out of view.
pub(super) fn named_where_there_is_room(ui: &mut Ui, icon: MaterialIcon, name: &str) -> egui::Response {
    let is_narrow = ui.ctx().content_rect().width() < ROOMY;
    ui.add(if is_narrow {
        Action::icon(icon, name)
    } else {
        Action::quiet(name).with_icon(icon)
    })
}

/// From this width of the window on, in points, the bar has room for names.
pub(in crate::ui::views::markings) const ROOMY: f32 = 1500.0;

/// The tags that every listed marking bears.
fn tags(ui: &mut Ui, known: &[String], chosen: &mut Vec<String>) {
    let button = named_where_there_is_room(ui, icons::ICON_SELL, t("markings-tags"));
    egui::Popup::menu(&button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(220.0);
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for name in known {
                    let on = chosen.contains(name);
                    if choice::row(ui, name, "", on).clicked() {
                        chosen.retain(|other| other != name);
                        if !on {
                            chosen.push(name.clone());
                        }
                    }
                }
            });
        });
    let mut dropped = None;
    for tag in chosen.iter() {
        if tag_chip(ui, tag, true) != ChipEvent::None {
            dropped = Some(tag.clone());
        }
    }
    chosen.retain(|tag| Some(tag) != dropped.as_ref());
}

/// Compares the selected marks; where only one is selected, with all that say the same.
fn compare(desk: &mut Desk, listed: &Listed) {
    if desk.reads_blind {
        return desk.wish(Wish::Tell(Toast::note(t("strip-blind"))));
    }
    let selected = desk.selected_markings();
    let marks = match selected[..] {
        [one] => {
            let text = |id| listed.rows.iter().find(|row| row.id == id)?.text.as_deref();
            let own = text(one).map(arranged::preferred);
            let is_same =
                |row: &&MarkingRow| own.is_some() && row.text.as_deref().map(arranged::preferred) == own;
            listed.rows.iter().filter(is_same).map(|row| row.id).collect()
        }
        _ => selected,
    };
    desk.compare_marks(marks);
}

/// Nothing is listed: says what to do. True when the filters shall go.
fn nothing(ui: &mut Ui, desk: &mut Desk, filtered: bool) -> bool {
    if filtered {
        return empty_state(
            ui,
            icons::ICON_FILTER_ALT,
            t("markings-none-fit"),
            t("markings-none-fit-text"),
            |ui| ui.add(Action::secondary(t("markings-show-all"))).clicked(),
        );
    }
    let keys = UiCommand::DrawRegion.shortcut_text();
    let words = tf("markings-empty-text", &[("key", keys.into())]);
    let go = empty_state(ui, icons::ICON_FINGERPRINT, t("markings-empty"), &words, |ui| {
        ui.add(Action::primary(t("markings-go-photos")).with_icon(icons::ICON_PHOTO_LIBRARY))
            .clicked()
    });
    if go {
        desk.go(Place::Photos);
    }
    false
}

/// What a kind of component is called, with how many markings are on such.
fn kind_name(words: &Vocabularies, kind: &str, count: usize) -> String {
    let label = words.label(Vocabulary::ComponentKind, kind);
    tf("wall-kind", &[("kind", label.into()), ("count", count.into())])
}

/// The choice of the kind of component.
fn kinds(ui: &mut Ui, words: &Vocabularies, listed: &Listed, chosen: &mut Option<String>) {
    let names: Vec<(Option<String>, String)> = std::iter::once((None, t("wall-kind-all").to_owned()))
        .chain(
            listed
                .kinds
                .iter()
                .map(|(kind, count)| (Some(kind.clone()), kind_name(words, kind, *count))),
        )
        .collect();
    let shown = names
        .iter()
        .find(|(kind, _)| kind == chosen)
        .map_or(t("wall-kind-all"), |(_, name)| name);
    let button = ui.add(Action::quiet(shown).with_icon(icons::ICON_MEMORY));
    let label = tf("wall-kind-label", &[("kind", shown.into())]);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &label));
    egui::Popup::menu(&button).show(|ui| {
        ui.set_width(260.0);
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (kind, name) in &names {
                if choice::row(ui, name, "", kind == chosen).clicked() {
                    chosen.clone_from(kind);
                }
            }
        });
    });
}
