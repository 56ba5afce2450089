//! The list of markings: what each looks like, what was read there, what it is on, and what was decided.

use std::collections::HashMap;

use egui::{Sense, Ui, vec2};
use egui_material_icons::icons;

use super::agreement::{PairAgreement, agreement};
use super::alarm;
use super::choice;
use super::field;
use super::find::{self, Find};
use super::readings::system_name;
use super::rules::{Rules, rules};
use super::thumb::{self, Part};
use crate::case::{CaseError, MarkHit, MarkQuery, MarkingQueue, MarkingRow, Reader, RegionRow};
use crate::model::id::{MarkingId, PhotoId};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{
    Action, Align, Column, Table, Text, bar, chip, empty_state, segmented, status_chip,
};

/// Height of a row, in points: a crop can be told from another.
const ROW: f32 = 60.0;

/// The markings that are listed, and the sizes of their photos.
struct Listed {
    rows: Vec<MarkingRow>,
    sizes: HashMap<PhotoId, [u32; 2]>,
    /// Where a search found something, by marking.
    hits: HashMap<MarkingId, MarkHit>,
    /// In how many transcriptions.
    count: usize,
}

/// What is asked for: tags, queue, and what is searched.
type Question = (Vec<String>, MarkingQueue, Option<MarkQuery>);

/// No more finds are listed.
const MOST_HITS: usize = 2_000;

fn listed(reader: &Reader, (tags, queue, query): &Question) -> Result<Listed, CaseError> {
    let sizes = reader.sizes_of_marked_photos()?;
    let Some(query) = query else {
        return Ok(Listed {
            rows: reader.markings(tags, queue)?,
            sizes,
            hits: HashMap::new(),
            count: 0,
        });
    };
    let found = reader.find_marks(query, MOST_HITS)?;
    let ids: Vec<MarkingId> = found.hits.iter().map(|hit| hit.marking).collect();
    let mut rows = reader.marking_rows(&ids)?;
    rows.retain(|row| tags.iter().all(|tag| row.tags.contains(tag)));
    let mut hits = HashMap::new();
    for hit in found.hits {
        hits.insert(hit.marking, hit);
    }
    // The transcription that was found is shown, not the one that counts.
    for row in &mut rows {
        row.text = hits.get(&row.id).map(|hit| hit.text.clone()).or(row.text.take());
    }
    Ok(Listed {
        rows,
        sizes,
        hits,
        count: found.count,
    })
}

/// The list and its filters.
#[derive(Default)]
pub struct List {
    listed: Remote<Question, Listed>,
    tags: Vec<String>,
    find: Find,
    queue: MarkingQueue,
    agreement: Remote<(), Vec<PairAgreement>>,
    rules: Remote<(), Rules>,
    /// The list got the keyboard since it came into view.
    has_keyboard: bool,
}

impl List {
    /// Which markings are worked through.
    #[must_use]
    pub fn queue(&self) -> &MarkingQueue {
        &self.queue
    }

    /// Works through other markings from now on.
    pub fn set_queue(&mut self, queue: MarkingQueue) {
        self.queue = queue;
    }

    /// To be called when the list is not in view.
    pub fn leave(&mut self) {
        self.has_keyboard = false;
    }

    /// Shows the list.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        self.filters(ui, desk);
        let key = (
            self.tags.clone(),
            self.queue.clone(),
            self.find.query(&self.queue),
        );
        let asked = key.clone();
        let listed = self
            .listed
            .get(&desk.link, key, move |reader| listed(reader, &asked));
        let Some(listed) = listed else {
            if let Some(error) = self.listed.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if listed.rows.is_empty() {
            let is_searched = self.find.query(&self.queue).is_some();
            let filtered = self.queue != MarkingQueue::All || !self.tags.is_empty() || is_searched;
            if nothing(ui, desk, filtered) {
                self.queue = MarkingQueue::All;
                self.tags.clear();
                self.find = Find::default();
            }
            return;
        }
        if listed.count > 0 {
            find::counted(ui, listed.count, listed.rows.len());
        }
        table(ui, desk, listed, &mut self.has_keyboard);
    }

    fn filters(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let known = desk.tag_names();
        let (tags, queue) = (&mut self.tags, &mut self.queue);
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
                segmented(ui, t("markings-show"), queue, &choices);
                agreement(ui, desk, &mut self.agreement);
                rules(ui, desk, &mut self.rules);
                if !known.is_empty() {
                    let action = match ui.available_width() < 120.0 {
                        true => Action::icon(icons::ICON_SELL, t("markings-tags")),
                        false => Action::quiet(t("markings-tags")).with_icon(icons::ICON_SELL),
                    };
                    let button = ui.add(action);
                    egui::Popup::menu(&button)
                        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                        .show(|ui| {
                            ui.set_width(220.0);
                            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                                for name in &known {
                                    let on = tags.contains(name);
                                    if choice::row(ui, name, "", on).clicked() {
                                        tags.retain(|other| other != name);
                                        if !on {
                                            tags.push(name.clone());
                                        }
                                    }
                                }
                            });
                        });
                }
                let mut dropped = None;
                for tag in tags.iter() {
                    if crate::ui::widgets::tag_chip(ui, tag, true) != crate::ui::widgets::ChipEvent::None {
                        dropped = Some(tag.clone());
                    }
                }
                tags.retain(|tag| Some(tag) != dropped.as_ref());
            },
            |_| {},
        );
        if !matches!(self.queue, MarkingQueue::SecondReading(_)) {
            self.find.show(ui, desk);
        }
    }
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

fn table(ui: &mut Ui, desk: &mut Desk, listed: &Listed, has_keyboard: &mut bool) {
    let column = |title, width| Column {
        title,
        width,
        align: Align::Left,
        sorts: false,
    };
    let narrow = ui.available_width() < 900.0;
    let columns = [
        column(t("markings-column-crop"), 128.0),
        column(t("markings-column-read"), 0.0),
        column(t("markings-column-component"), 0.0),
        column(t("markings-column-finding"), if narrow { 212.0 } else { 240.0 }),
        column(t("markings-column-tags"), if narrow { 110.0 } else { 180.0 }),
    ];
    let id = |row: &MarkingRow| RecordRef::new(RecordKind::Marking, row.id);
    let chosen = listed.rows.iter().position(|row| desk.is_selected(&id(row)));
    let name = |row: usize| row_name(&listed.rows[row]);
    let output = Table::new(t("markings-title"), &columns)
        .row_height(ROW)
        .chosen(chosen)
        .wants_keyboard(!*has_keyboard)
        .show(ui, listed.rows.len(), name, |ui, row, place| {
            let row = &listed.rows[row];
            cell(ui, desk, row, listed, place);
        });
    // So that the arrows work as soon as the list is there.
    if !*has_keyboard && chosen.is_none() && ui.memory(|memory| memory.focused().is_none()) {
        desk.select(listed.rows[0].id);
    } else if ui.memory(|memory| memory.focused().is_some()) {
        *has_keyboard = true;
    }
    if let Some(row) = output.chosen.and_then(|row| listed.rows.get(row)) {
        desk.select(row.id);
    }
    if let Some(row) = output.opened.and_then(|row| listed.rows.get(row)) {
        desk.select(row.id);
        desk.go(Place::Marking(row.id));
    }
}

/// What a row is called: what was read there, and on what.
fn row_name(row: &MarkingRow) -> String {
    let text = row.text.as_deref().filter(|text| !text.is_empty());
    let mut name = text.unwrap_or_else(|| no_text(row)).to_owned();
    for part in [row.component_title.as_deref().unwrap_or_default(), &row.title] {
        if !part.is_empty() {
            name.push_str(", ");
            name.push_str(part);
        }
    }
    name
}

/// Why no text is shown.
fn no_text(row: &MarkingRow) -> &'static str {
    t(if row.transcriptions > 0 {
        "markings-hidden"
    } else {
        "markings-not-transcribed"
    })
}

fn cell(ui: &mut Ui, desk: &mut Desk, row: &MarkingRow, listed: &Listed, place: usize) {
    let tokens = Tokens::of(ui);
    match place {
        0 => {
            let (rect, _) = ui.allocate_exact_size(vec2(112.0, ROW - 12.0), Sense::hover());
            if let Some(region) = &row.region {
                thumb::paint(ui, desk, rect, part_of(region, &listed.sizes));
            }
        }
        1 => match row.text.as_deref().filter(|text| !text.is_empty()) {
            Some(text) => {
                let shown = script_text::galley(
                    ui,
                    text,
                    egui::text::TextFormat::simple(
                        egui::FontId::new(20.0 + tokens.larger, egui::FontFamily::Monospace),
                        tokens.text_strong,
                    ),
                    f32::INFINITY,
                );
                let Some(hit) = listed.hits.get(&row.id) else {
                    let (rect, _) = ui.allocate_exact_size(shown.size(), Sense::hover());
                    ui.painter().galley(rect.min, shown, tokens.text_strong);
                    return;
                };
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.add_space(8.0);
                    let marked = field::coloured(&shown, text, &find::colours(hit, tokens));
                    let (rect, _) = ui.allocate_exact_size(marked.size(), Sense::hover());
                    ui.painter().galley(rect.min, marked, tokens.text_strong);
                    ui.add(Text::new(find::rank(hit)).kind(Type::Small).weak().truncate());
                });
            }
            None => {
                ui.add(Text::new(no_text(row)).weak().truncate());
            }
        },
        2 => {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let both = row
                    .component_title
                    .as_ref()
                    .is_some_and(|title| !title.is_empty())
                    && !row.title.is_empty();
                ui.add_space(if both { 12.0 } else { 20.0 });
                match row.component_title.as_deref().filter(|title| !title.is_empty()) {
                    Some(title) => ui.add(Text::new(title).truncate()),
                    None => ui.add(Text::new(t("markings-no-component")).weak().truncate()),
                };
                if !row.title.is_empty() {
                    ui.add(Text::new(&row.title).kind(Type::Small).weak().truncate());
                }
            });
        }
        3 if row.alarm.is_some() => alarm::cell(ui, row),
        3 => {
            let Some(system) = &row.accepted else {
                if row.transcriptions > 0 {
                    ui.add(Text::new(t("markings-undecided")).kind(Type::Small).weak());
                }
                return;
            };
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add_space(9.0);
                status_chip(ui, system_name(system), tokens.good);
                if let (Some(first), Some(last)) = (&row.earliest, &row.latest) {
                    let days = if first == last {
                        first.clone()
                    } else {
                        format!("{first} – {last}")
                    };
                    ui.add(Text::new(&days).kind(Type::Mono).truncate());
                }
            });
        }
        _ => {
            for tag in &row.tags {
                chip(ui, tag);
            }
        }
    }
}

fn part_of(region: &RegionRow, sizes: &HashMap<PhotoId, [u32; 2]>) -> Part {
    Part {
        photo: region.photo,
        area: [region.x, region.y, region.width, region.height],
        size: sizes.get(&region.photo).copied().unwrap_or_default(),
    }
}
