//! A marking's form: what was read and decided at a glance, its fields, where it is seen, its tags. The marking
//! screen shows the same fields.

mod component;

use std::sync::Arc;

use egui::{Sense, Ui, vec2};
use egui_material_icons::icons;

use super::checklist::ChecklistLine;
use crate::case::{MarkingContext, MarkingSheet};
use crate::model::marking::{MarkKind, Method};
use crate::model::record::{RecordKind, Recorded};
use crate::model::{Change, Marking, Verdict, Vocabulary};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::seek;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::markings::readings::{days_text, system_name};
use crate::ui::views::markings::thumb;
use crate::ui::widgets::{
    Action, Field, FieldEvent, TagEvent, Text, grade_badge, section, select, tag_field,
};
use component::ComponentPicker;

/// A marking's form: component, kind, method, regions, tags.
#[derive(Default)]
pub struct MarkingForm {
    sheet: Remote<crate::model::id::MarkingId, Option<Arc<MarkingSheet>>>,
    fields: MarkingFields,
    checklist: ChecklistLine,
}

impl MarkingForm {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let selected = desk
            .selected_of(RecordKind::Marking)
            .and_then(|record| record.id.parse().ok());
        let Some(id) = selected else { return };
        let sheet = self.sheet.get(&desk.link, id, move |reader| {
            Ok(reader.marking_sheet(id)?.map(Arc::new))
        });
        let Some(Some(sheet)) = sheet else {
            if let Some(error) = self.sheet.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        let sheet = Arc::clone(sheet);
        ui.spacing_mut().item_spacing.y = space::S;
        if desk.reads_blind && is_for_a_second_reader(&sheet, &desk.person) {
            picture(ui, desk, &sheet);
            ui.add(Text::new(t("markings-hidden")).weak());
            open_button(ui, desk, &sheet);
            return;
        }
        summary(ui, desk, &sheet);
        self.checklist.show(ui, desk, &id.into());
        section(ui, t("marking-fields"), |ui| {
            self.fields
                .show(ui, desk, &sheet.context.marking, &sheet.context, &sheet.tags);
        });
        section(ui, t("marking-seen-in"), |ui| regions(ui, desk, &sheet));
    }
}

/// What it looks like, what was read and what was decided.
fn summary(ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
    let tokens = Tokens::of(ui);
    picture(ui, desk, sheet);
    let newest = sheet
        .transcriptions
        .iter()
        .rev()
        .find(|transcription| !transcription.text.is_empty());
    match newest {
        Some(transcription) => {
            ui.add(Text::new(&transcription.text).kind(Type::Mark));
            let by = tf("marking-by", &[("person", transcription.by.as_str().into())]);
            ui.add(Text::new(&by).kind(Type::Small).weak());
        }
        None => {
            ui.add(Text::new(t("markings-not-transcribed")).weak());
        }
    }
    for finding in sheet
        .findings
        .iter()
        .rev()
        .filter(|finding| finding.verdict == Verdict::Accepted)
    {
        ui.horizontal(|ui| {
            grade_badge(ui, finding.grade.chars().next().unwrap_or('X'));
            ui.add(Text::new(system_name(&finding.system)).kind(Type::Strong));
        });
        let days = finding.earliest.zip(finding.latest);
        if let Some(days) = days.and_then(|(first, last)| crate::model::when::Interval::new(first, last).ok())
        {
            ui.add(
                Text::new(&days_text(days))
                    .kind(Type::Mono)
                    .color(tokens.text_strong),
            );
        }
        ui.add(Text::new(&finding.statement).kind(Type::Small));
    }
    open_button(ui, desk, sheet);
}

/// Whether others have read the mark and this person has not.
fn is_for_a_second_reader(sheet: &MarkingSheet, person: &str) -> bool {
    let mut read = sheet
        .transcriptions
        .iter()
        .filter(|one| one.is_by_reader() && !one.text.trim().is_empty())
        .peekable();
    read.peek().is_some() && read.all(|one| one.by != person)
}

/// What it looks like.
fn picture(ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
    if let Some(seen) = sheet.seen.first() {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 140.0), Sense::hover());
        thumb::paint(ui, desk, rect, seen.region.photo, seen.region.id);
    }
}

/// The way to the screen on which it is read.
fn open_button(ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
    let open = Action::primary(t("marking-open"))
        .with_icon(icons::ICON_FINGERPRINT)
        .keys("Enter");
    if ui.add(open).clicked() {
        desk.go(Place::Marking(sheet.context.marking.id));
    }
}

fn regions(ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
    if sheet.seen.is_empty() {
        ui.add(Text::new(t("marking-no-region-text")).weak());
    }
    for (place, seen) in sheet.seen.iter().enumerate() {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(64.0, 44.0), Sense::hover());
            thumb::paint(ui, desk, rect, seen.region.photo, seen.region.id);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Text::new(&seen.file_name).truncate());
                let name = tf("marking-go-to-photo", &[("place", (place + 1).into())]);
                let go = Action::quiet(t("marking-open-photo")).with_icon(icons::ICON_ARROW_FORWARD);
                let response = ui.add(go);
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Button, ui.is_enabled(), &name)
                });
                if response.clicked() {
                    desk.go(Place::Photo(seen.region.photo));
                }
            });
        });
    }
}

/// A text that is being edited, and what the case has.
#[derive(Debug, Default)]
struct Typed {
    known: String,
    text: String,
}

impl Typed {
    /// Takes over what the case has, unless somebody typed something else.
    fn refresh(&mut self, now: &str) {
        if self.known != now {
            if self.text == self.known {
                now.clone_into(&mut self.text);
            }
            now.clone_into(&mut self.known);
        }
    }
}

/// The fields of a marking, each saved when it is left.
#[derive(Default)]
pub struct MarkingFields {
    of: Option<crate::model::id::MarkingId>,
    title: Typed,
    face: Typed,
    notes: Typed,
    component: ComponentPicker,
}

const KINDS: [(Option<MarkKind>, &str); 10] = [
    (None, "marking-not-said"),
    (Some(MarkKind::Serial), "marking-kind-serial"),
    (Some(MarkKind::Lot), "marking-kind-lot"),
    (Some(MarkKind::Date), "marking-kind-date"),
    (Some(MarkKind::PartNumber), "marking-kind-part-number"),
    (Some(MarkKind::Logo), "marking-kind-logo"),
    (Some(MarkKind::InspectionStamp), "marking-kind-inspection-stamp"),
    (Some(MarkKind::Barcode), "marking-kind-barcode"),
    (Some(MarkKind::Text), "marking-kind-text"),
    (Some(MarkKind::Removed), "marking-kind-removed"),
];

const METHODS: [(Option<Method>, &str); 9] = [
    (None, "marking-not-said"),
    (Some(Method::Stamped), "marking-method-stamped"),
    (Some(Method::Cast), "marking-method-cast"),
    (Some(Method::Engraved), "marking-method-engraved"),
    (Some(Method::Stencilled), "marking-method-stencilled"),
    (Some(Method::Inked), "marking-method-inked"),
    (Some(Method::Label), "marking-method-label"),
    (Some(Method::Laser), "marking-method-laser"),
    (Some(Method::Handwritten), "marking-method-handwritten"),
];

/// The terms of a mark's script.
const SCRIPTS: [&str; 6] = ["latin", "hangul", "cyrillic", "arabic", "han", "digits"];

impl MarkingFields {
    /// Shows the fields of `marking`.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        marking: &Marking,
        context: &MarkingContext,
        tags: &[String],
    ) {
        if self.of != Some(marking.id) {
            *self = Self {
                of: Some(marking.id),
                ..Self::default()
            };
        }
        self.title.refresh(&marking.title);
        self.face.refresh(marking.face.as_deref().unwrap_or_default());
        self.notes.refresh(&marking.notes);
        ui.spacing_mut().item_spacing.y = space::S;
        let mut after = marking.clone();
        let record = marking.record_ref();
        let place = Some(&record);
        seek::place(ui, place, "component", |ui| {
            self.component
                .show(ui, desk, context.component.as_ref(), &mut after.component);
        });
        let title = &mut self.title;
        if seek::place(ui, place, "title", |ui| {
            line(ui, Field::new(t("marking-field-title")), title)
        }) {
            self.title.text.trim().clone_into(&mut after.title);
        }
        seek::place(ui, place, "kind", |ui| {
            choose(ui, t("marking-field-kind"), &mut after.kind, &KINDS);
        });
        seek::place(ui, place, "method", |ui| {
            choose(ui, t("marking-field-method"), &mut after.method, &METHODS);
        });
        seek::place(ui, place, "script", |ui| script(ui, &mut after.script));
        let face = Field::new(t("marking-field-face")).hint(t("marking-field-face-hint"));
        let typed = &mut self.face;
        if seek::place(ui, place, "face", |ui| line(ui, face, typed)) {
            let face = self.face.text.trim();
            after.face = (!face.is_empty()).then(|| face.to_owned());
        }
        let notes = Field::new(t("marking-field-notes")).lines(3);
        let typed = &mut self.notes;
        if seek::place(ui, place, "notes", |ui| line(ui, notes, typed)) {
            after.notes.clone_from(&self.notes.text);
        }
        if let Some(change) = Change::edit(marking, &after) {
            desk.apply(change);
        }
        let words = desk.vocabularies();
        let known = words.terms(Vocabulary::Tags);
        let records = vec![marking.id.into()];
        let vocabulary = String::new();
        let event = seek::place(ui, place, "tags", |ui| {
            tag_field(ui, t("marking-field-tags"), tags, known)
        });
        match event {
            TagEvent::None => {}
            TagEvent::ShowList => desk.show_vocabulary(Vocabulary::Tags, ""),
            TagEvent::Added(name) => desk.apply(Change::AddTag {
                name,
                vocabulary,
                records,
            }),
            TagEvent::Removed(name) => {
                let vocabulary = desk
                    .tags()
                    .into_iter()
                    .find(|tag| tag.name == name)
                    .map_or(vocabulary, |tag| tag.vocabulary);
                desk.apply(Change::RemoveTag {
                    name,
                    vocabulary,
                    records,
                });
            }
        }
    }
}

/// A field of text; true when what was typed counts.
fn line(ui: &mut Ui, field: Field<'_>, typed: &mut Typed) -> bool {
    field.show(ui, &mut typed.text).event == FieldEvent::Committed
}

fn choose<T: PartialEq + Clone>(ui: &mut Ui, label: &str, value: &mut T, choices: &[(T, &str)]) {
    let named: Vec<(T, &str)> = choices
        .iter()
        .map(|(choice, key)| (choice.clone(), t(key)))
        .collect();
    select(ui, label, value, &named);
}

fn script(ui: &mut Ui, value: &mut Option<String>) {
    let mut choices: Vec<(Option<String>, &str)> = vec![(None, t("marking-not-said"))];
    for term in SCRIPTS {
        choices.push((Some(term.to_owned()), t(&format!("marking-script-term-{term}"))));
    }
    // A term of another laptop's newer version stays.
    let foreign = value.clone().filter(|term| !SCRIPTS.contains(&term.as_str()));
    if let Some(term) = &foreign {
        choices.push((Some(term.clone()), term));
    }
    select(ui, t("marking-field-script"), value, &choices);
}
