//! What a list is filtered by: words, and tags that complete as one types.

use std::collections::HashSet;

use egui::Ui;
use egui_material_icons::icons;

use crate::case::{CaseError, Reader};
use crate::model::checklist::Missing;
use crate::model::record::RecordKind;
use crate::model::{Term, Vocabulary, vocabulary};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, ChipEvent, Field, FieldEvent, Suggestions, tag_chip};

/// The field of words, in points.
const WORDS: f32 = 240.0;
/// The field of tags, in points.
const TAGS: f32 = 160.0;

/// What passes: all of it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The record contains this.
    pub text: String,
    /// It bears all these tags.
    pub tags: Vec<String>,
    /// This is missing of what its checklists ask for.
    pub missing: Option<Missing>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.tags.is_empty() && self.missing.is_none()
    }
}

/// Leaves the rows of which something is missing, if that is asked for. Every record of the kind is gone through: not in a frame.
///
/// # Errors
/// When the case can't be read.
pub fn leave_incomplete<R>(
    reader: &Reader,
    kind: RecordKind,
    missing: Option<Missing>,
    rows: &mut Vec<R>,
    id: impl Fn(&R) -> String,
) -> Result<(), CaseError> {
    if let Some(missing) = missing {
        let lacking: HashSet<String> = reader.incomplete(kind, missing)?.into_iter().collect();
        rows.retain(|row| lacking.contains(&id(row)));
    }
    Ok(())
}

/// The filter under the hands of a person.
#[derive(Default)]
pub struct FilterBar {
    /// What passes.
    pub filter: Filter,
    typed: String,
    suggestions: Suggestions,
}

impl FilterBar {
    /// Draws the bar.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(space::S);
            let words = Field::new(t("command-find"))
                .hidden_label()
                .hint(t("records-find-hint"))
                .width(WORDS)
                .show(ui, &mut self.filter.text);
            if desk.take_command(UiCommand::Find) {
                words.response.request_focus();
            }
            self.tag(ui, desk);
            self.missing(ui);
            let mut removed = None;
            for (place, tag) in self.filter.tags.iter().enumerate() {
                if tag_chip(ui, tag, true) == ChipEvent::Removed {
                    removed = Some(place);
                }
            }
            if let Some(place) = removed {
                self.filter.tags.remove(place);
            }
            let clear = Action::quiet(t("records-clear")).with_icon(icons::ICON_FILTER_ALT_OFF);
            if !self.filter.is_empty() && ui.add(clear).clicked() {
                *self = Self::default();
            }
        });
    }

    /// What is missing, as a list that opens.
    fn missing(&mut self, ui: &mut Ui) {
        let chosen = self.filter.missing;
        let label = chosen.map_or(t("checklist-filter"), Missing::label);
        let button = Action::quiet(label)
            .with_icon(icons::ICON_CHECKLIST)
            .selected(chosen.is_some());
        let button = ui.add(button);
        egui::Popup::menu(&button).show(|ui| {
            let any = [(None, t("checklist-filter-any"))];
            let choices = any
                .into_iter()
                .chain(Missing::ALL.map(|missing| (Some(missing), missing.label())));
            for (missing, name) in choices {
                if ui.add(Action::quiet(name).selected(chosen == missing)).clicked() {
                    self.filter.missing = missing;
                    ui.close();
                }
            }
        });
    }

    fn tag(&mut self, ui: &mut Ui, desk: &mut Desk) {
        self.suggestions.take_keys(ui);
        let field = Field::new(t("records-tags"))
            .hidden_label()
            .hint(t("records-tags-hint"))
            .width(TAGS)
            .show(ui, &mut self.typed);
        let mut known = Vec::new();
        if field.response.has_focus() || field.response.lost_focus() || self.suggestions.has_pointer() {
            let words = desk.vocabularies();
            let offered = words.offered(Vocabulary::Tags).iter();
            known = offered
                .filter(|tag| !self.filter.tags.contains(&tag.id))
                .cloned()
                .collect();
        }
        let names: Vec<&str> = known.iter().flat_map(Term::names).collect();
        let taken = self
            .suggestions
            .show(&field.response, &self.typed, &known)
            .or_else(|| self.entered(field.event, &names));
        if let Some(tag) = taken {
            self.filter.tags.push(vocabulary::id(&known, tag));
            self.typed.clear();
        }
    }

    /// The tag that was typed out, or the only one that begins so.
    fn entered<'t>(&self, event: FieldEvent, names: &[&'t str]) -> Option<&'t str> {
        let wanted = self.typed.trim().to_lowercase();
        if event != FieldEvent::Committed || wanted.is_empty() || self.suggestions.has_pointer() {
            return None;
        }
        let mut begin = names
            .iter()
            .filter(|name| name.to_lowercase().starts_with(&wanted));
        let first = begin.next()?;
        let is_it = first.to_lowercase() == wanted || begin.next().is_none();
        is_it.then_some(*first)
    }
}
