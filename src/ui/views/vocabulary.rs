//! The lists of terms: which there are, what each is called in three languages, and by how many records it is borne. Each is
//! edited beside the list; two that are chosen together are merged.

mod alike;
mod files;
mod form;
mod list;

use std::sync::Arc;

use egui::{Align, Frame, Layout, Panel, Ui, vec2};
use egui_material_icons::icons;

use super::checklists::ChecklistsView;
use crate::case::{TermRow, VocabularySheet};
use crate::model::record::RecordKind;
use crate::model::vocabulary::spelling;
use crate::model::{Change, Checklist, Tag, Vocabulary};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text, bar, empty_state, gap, hairline, weak_text};

/// The width of the list of vocabularies, in points.
const LISTS: f32 = 168.0;
/// The field of the filter.
const FILTER: f32 = 240.0;

/// What a vocabulary is called.
#[must_use]
pub fn name_of(vocabulary: Vocabulary) -> &'static str {
    t(match vocabulary {
        Vocabulary::Tags => "vocabulary-tags",
        Vocabulary::WeaponClass => "vocabulary-weapon-classes",
        Vocabulary::ComponentKind => "vocabulary-component-kinds",
        Vocabulary::TargetKind => "vocabulary-target-kinds",
        Vocabulary::MarkMethod => "vocabulary-mark-methods",
    })
}

/// The lists of terms, and what a person is doing in them.
pub struct VocabularyView {
    shown: Vocabulary,
    /// The kind of record whose checklists are shown instead of terms.
    checklists_of: Option<RecordKind>,
    checklists: ChecklistsView,
    sheet: Remote<Vocabulary, Arc<VocabularySheet>>,
    filter: String,
    new_term: String,
    /// A term that was just made, until the list has it.
    made: Option<String>,
    /// The chosen terms, as they are stored; the last one is edited.
    chosen: Vec<String>,
    form: form::Form,
    files: files::Files,
}

impl Default for VocabularyView {
    fn default() -> Self {
        Self {
            shown: Vocabulary::Tags,
            checklists_of: None,
            checklists: ChecklistsView::default(),
            sheet: Remote::default(),
            filter: String::new(),
            new_term: String::new(),
            made: None,
            chosen: Vec::new(),
            form: form::Form::default(),
            files: files::Files::default(),
        }
    }
}

impl VocabularyView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if let Some((vocabulary, word)) = desk.vocabulary.take() {
            self.go(vocabulary);
            self.filter = word;
        }
        if let Some(kind) = desk.checklists_of.take() {
            self.checklists_of = Some(kind);
        }
        self.checklists.heed(desk);
        self.files.heed(desk);
        let shown = self.shown;
        let sheet = self
            .sheet
            .get(&desk.link, shown, move |reader| {
                reader.vocabulary(shown).map(Arc::new)
            })
            .cloned();
        if self.files.is_open() {
            self.files.show(ui, desk);
            return;
        }
        Panel::left("vocabularies")
            .exact_size(LISTS)
            .resizable(false)
            .show(ui, |ui| self.lists(ui));
        if let Some(kind) = self.checklists_of {
            self.checklists.show(ui, desk, kind);
            return;
        }
        if let Some(sheet) = &sheet {
            let has = |id: &String| sheet.terms.iter().any(|row| row.term.id == *id);
            self.made = self.made.take().filter(|made| !has(made));
            let made = self.made.as_ref();
            self.chosen.retain(|id| has(id) || made == Some(id));
        }
        let rows: Vec<&TermRow> = sheet
            .iter()
            .flat_map(|sheet| &sheet.terms)
            .filter(|row| self.chosen.contains(&row.term.id))
            .collect();
        if !rows.is_empty() {
            // In the order in which they were chosen.
            let mut rows = rows;
            rows.sort_by_key(|row| self.chosen.iter().position(|id| *id == row.term.id));
            Panel::right("term")
                .default_size(size::INSPECTOR)
                .size_range(size::INSPECTOR_MIN..=480.0)
                .show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        let all = sheet.as_deref().map_or(&[][..], |sheet| &sheet.terms);
                        self.form.show(ui, desk, (shown, all), &rows);
                    });
                });
        }
        egui::CentralPanel::default()
            .frame(Frame::NONE)
            .show(ui, |ui| self.terms(ui, desk, sheet.as_deref()));
    }

    fn go(&mut self, vocabulary: Vocabulary) {
        self.checklists_of = None;
        if self.shown != vocabulary {
            self.shown = vocabulary;
            self.chosen.clear();
            self.filter.clear();
            self.new_term.clear();
        }
    }

    fn lists(&mut self, ui: &mut Ui) {
        gap(ui, space::S);
        ui.add(Text::new(t("vocabulary-title")).kind(Type::Title));
        gap(ui, space::S);
        ui.spacing_mut().item_spacing.y = space::XS;
        for vocabulary in Vocabulary::ALL {
            let is_shown = self.checklists_of.is_none() && self.shown == vocabulary;
            let list = Action::quiet(name_of(vocabulary)).selected(is_shown);
            if ui.add(list).clicked() {
                self.go(vocabulary);
            }
        }
        gap(ui, space::M);
        ui.add(Text::new(t("checklist-title")).kind(Type::Title));
        gap(ui, space::S);
        for kind in Checklist::KINDS {
            let is_shown = self.checklists_of == Some(kind);
            let name = super::checklists::name_of(kind);
            let list = Action::quiet(name).selected(is_shown);
            if ui.push_id(kind, |ui| ui.add(list)).inner.clicked() {
                self.checklists_of = Some(kind);
            }
        }
    }

    fn terms(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: Option<&VocabularySheet>) {
        self.bar(ui, desk, sheet);
        hairline(ui);
        let Some(sheet) = sheet else {
            if let Some(error) = self.sheet.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if !self.shown.is_open() {
            gap(ui, space::XS);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                weak_text(ui, t("vocabulary-fixed"));
            });
            gap(ui, space::XS);
        }
        alike::show(ui, desk, self.shown, &sheet.alike);
        if sheet.terms.is_empty() {
            empty_state(
                ui,
                icons::ICON_SELL,
                t("vocabulary-empty"),
                t("vocabulary-empty-text"),
                |_| {},
            );
            return;
        }
        let wanted = spelling(&self.filter);
        let passes = |row: &&TermRow| {
            let mut names = row.term.names();
            wanted.is_empty() || names.any(|name| spelling(name).contains(&wanted))
        };
        let mut rows: Vec<&TermRow> = sheet.terms.iter().filter(passes).collect();
        // What no list has yet waits for a decision.
        rows.sort_by_key(|row| row.is_listed);
        if rows.is_empty() {
            let all = empty_state(
                ui,
                icons::ICON_FILTER_ALT,
                t("records-none-found"),
                t("vocabulary-none-found"),
                |ui| ui.add(Action::secondary(t("records-show-all"))).clicked(),
            );
            if all {
                self.filter.clear();
            }
            return;
        }
        let is_typing = ui.text_edit_focused();
        let edit = desk.take_command(UiCommand::EditItem);
        let hide = !is_typing && desk.take_command(UiCommand::RemoveItem);
        let output = list::show(ui, name_of(self.shown), &rows, &self.chosen);
        if let Some(row) = output.chosen {
            self.choose(ui, &rows[row].term.id);
        }
        if edit || output.opened.is_some() {
            self.form.take_keyboard();
        }
        if hide && let Some(row) = rows.iter().find(|row| self.chosen.last() == Some(&row.term.id)) {
            desk.apply_all(form::toggled(self.shown, row));
        }
    }

    /// Chooses a term; with Ctrl or Shift together with the one before.
    fn choose(&mut self, ui: &Ui, id: &str) {
        let held = ui.input(|input| input.modifiers);
        if !(held.command || held.shift) {
            self.chosen.clear();
        }
        let was = self.chosen.iter().position(|other| other == id);
        if let Some(place) = was {
            self.chosen.remove(place);
            if held.command {
                return;
            }
        }
        self.chosen.push(id.to_owned());
        // Two are merged, not more.
        if self.chosen.len() > 2 {
            self.chosen.remove(0);
        }
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: Option<&VocabularySheet>) {
        let find = desk.take_command(UiCommand::Find);
        let filter = &mut self.filter;
        let mut asked = None;
        bar(
            ui,
            |ui| {
                ui.add_space(space::S);
                let room = vec2(FILTER, size::CONTROL);
                let field = ui
                    .allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
                        Field::new(t("vocabulary-filter"))
                            .hidden_label()
                            .hint(t("vocabulary-filter-hint"))
                            .width(FILTER)
                            .show(ui, filter)
                    })
                    .inner;
                if find {
                    field.response.request_focus();
                }
                if let Some(sheet) = sheet {
                    let count = sheet.terms.iter().filter(|row| row.is_listed).count();
                    weak_text(ui, &tf("vocabulary-count", &[("count", count.into())]));
                }
            },
            |ui| {
                ui.add_space(space::S);
                for command in [UiCommand::ExportVocabulary, UiCommand::ImportVocabulary] {
                    if ui.add(Action::command(command)).clicked() {
                        asked = Some(command);
                    }
                }
            },
        );
        if let Some(command) = asked {
            desk.command(command);
        }
        if self.shown.is_open() {
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                self.new_field(ui, desk, sheet);
            });
            gap(ui, space::XS);
        }
    }

    /// A field for a term that the list has not.
    fn new_field(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: Option<&VocabularySheet>) {
        let typed = Field::new(t("vocabulary-new"))
            .hidden_label()
            .hint(t("vocabulary-new"))
            .width(FILTER)
            .show(ui, &mut self.new_term);
        if typed.event != FieldEvent::Committed {
            return;
        }
        let name = std::mem::take(&mut self.new_term).trim().to_owned();
        if name.is_empty() {
            return;
        }
        self.filter.clear();
        let listed = sheet.map_or(&[][..], |sheet| &sheet.terms);
        let wanted = spelling(&name);
        let known = listed
            .iter()
            .find(|row| row.is_listed && row.term.names().any(|other| spelling(other) == wanted));
        // What the list has already is shown, not made once more.
        if let Some(row) = known {
            self.chosen = vec![row.term.id.clone()];
            return;
        }
        self.chosen = vec![name.clone()];
        self.made = Some(name.clone());
        desk.apply(Change::Create(
            Tag {
                name,
                vocabulary: self.shown.stored().to_owned(),
                ..Tag::default()
            }
            .into(),
        ));
    }
}
