//! What a checklist is called and for which records it is.

use egui::Ui;
use egui_material_icons::icons;
use serde_json::Value;

use crate::model::checklist::vocabulary_of;
use crate::model::id::ChecklistId;
use crate::model::record::{Fields, Recorded};
use crate::model::{Change, Checklist, Term, Vocabulary};
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::theme::Type;
use crate::ui::widgets::{Action, Field, FieldEvent, Suggestions, Text};

/// What is typed into a field, and what it showed before.
#[derive(Default)]
pub(super) struct Typed {
    shown: String,
    pub(super) text: String,
}

impl Typed {
    /// Shows what the case has, once that is something else than before.
    pub(super) fn follow(&mut self, shown: &str) {
        if self.shown != shown {
            shown.clone_into(&mut self.shown);
            shown.clone_into(&mut self.text);
        }
    }
}

/// The form of a list.
#[derive(Default)]
pub(super) struct Form {
    of: Option<ChecklistId>,
    name: Typed,
    term: (Typed, Suggestions),
    tag: (Typed, Suggestions),
    notes: Typed,
    wants_keyboard: bool,
}

impl Form {
    /// The first field gets the keyboard.
    pub(super) fn take_keyboard(&mut self) {
        self.wants_keyboard = true;
    }

    /// Draws the form.
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, list: &Checklist) {
        if self.of != Some(list.id) {
            *self = Self {
                of: Some(list.id),
                wants_keyboard: self.wants_keyboard,
                ..Self::default()
            };
        }
        ui.add(Text::new(&list.name).kind(Type::Heading));
        self.name.follow(&list.name);
        let field = Field::new(t("checklist-name")).show(ui, &mut self.name.text);
        if std::mem::take(&mut self.wants_keyboard) {
            field.response.request_focus();
        }
        let name = self.name.text.trim();
        if field.event == FieldEvent::Committed && !name.is_empty() && name != list.name {
            set(desk, list, "name", name.into());
        }
        let words = desk.vocabularies();
        if let Some((vocabulary, _)) = vocabulary_of(list.record_kind) {
            let stored = list.term.as_deref().unwrap_or_default();
            let shown = words.label(vocabulary, stored).to_owned();
            let label = t("checklist-only-term");
            let typed = suggesting(ui, label, &mut self.term, &shown, words.offered(vocabulary));
            if let Some(typed) = typed {
                let term = (!typed.is_empty()).then(|| words.id(vocabulary, &typed));
                set(desk, list, "term", term.into());
            }
        }
        let shown = list.tag.clone().unwrap_or_default();
        let (label, tags) = (t("checklist-only-tag"), words.offered(Vocabulary::Tags));
        if let Some(typed) = suggesting(ui, label, &mut self.tag, &shown, tags) {
            let tag = (!typed.is_empty()).then(|| words.id(Vocabulary::Tags, &typed));
            set(desk, list, "tag", tag.into());
        }
        self.notes.follow(&list.notes);
        let field = Field::new(t("checklist-notes"))
            .lines(3)
            .show(ui, &mut self.notes.text);
        if field.event == FieldEvent::Committed && self.notes.text != list.notes {
            set(desk, list, "notes", self.notes.text.as_str().into());
        }
        let remove = Action::secondary(t("checklist-remove")).with_icon(icons::ICON_DELETE);
        if ui.add(remove).clicked() {
            desk.apply(Change::Remove(list.record_ref()));
        }
    }
}

/// A field that suggests terms; what counts from now on, once that is something else.
fn suggesting(
    ui: &mut Ui,
    label: &str,
    (typed, suggestions): &mut (Typed, Suggestions),
    shown: &str,
    terms: &[Term],
) -> Option<String> {
    typed.follow(shown);
    suggestions.take_keys(ui);
    let field = Field::new(label)
        .hint(t("checklist-only-hint"))
        .show(ui, &mut typed.text);
    let taken = suggestions
        .show(&field.response, &typed.text, terms)
        .map(str::to_owned);
    if let Some(taken) = taken {
        field.response.surrender_focus();
        typed.text.clone_from(&taken);
        return Some(taken);
    }
    let counts = field.event == FieldEvent::Committed && !suggestions.has_pointer();
    let text = typed.text.trim();
    (counts && text != shown).then(|| text.to_owned())
}

fn set(desk: &mut Desk, list: &Checklist, name: &str, value: Value) {
    desk.apply(Change::Edit {
        record: list.record_ref(),
        fields: Fields::from_iter([(name.to_owned(), value)]),
    });
}
