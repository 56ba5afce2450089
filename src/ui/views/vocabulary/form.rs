//! What is known of the chosen term, to be edited: what it is called, by what else it is found, where it comes from, and the
//! records that bear it. Two terms that are chosen together can be merged.

use std::sync::Arc;

use egui::Ui;
use egui_material_icons::icons;

use crate::case::{CaseError, Reader, TermRow};
use crate::exchange::vocabulary::synonyms;
use crate::model::record::{Fields, RecordRef};
use crate::model::{Change, Standing, Tag, Vocabulary, vocabulary};
use crate::text::{Language, t, tf};
use crate::ui::desk::Desk;
use crate::ui::inspector::forms::link_row;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::views::history::place_of;
use crate::ui::widgets::{Action, Field, FieldEvent, Suggestions, Text, gap, section, weak_text};

/// How many records are listed.
const LISTED: usize = 50;

/// The fields, by their names in the record.
const FIELDS: [(&str, &str); 7] = [
    ("en", "vocabulary-english"),
    ("uk", "vocabulary-ukrainian"),
    ("ko", "vocabulary-korean"),
    ("synonyms", "vocabulary-synonyms"),
    ("source", "vocabulary-source"),
    ("note", "vocabulary-note"),
    ("colour", "vocabulary-colour"),
];

/// The records that bear a term, with their titles.
type Bearers = (usize, Vec<(RecordRef, String)>);

/// What is typed into a field, and what it showed before.
#[derive(Default)]
struct Typed {
    shown: String,
    text: String,
}

/// The form.
#[derive(Default)]
pub(super) struct Form {
    of: Option<(Vocabulary, String)>,
    name: Typed,
    fields: [Typed; FIELDS.len()],
    merge: String,
    suggestions: Suggestions,
    bearers: Remote<(Vocabulary, String), Arc<Bearers>>,
    wants_keyboard: bool,
}

impl Form {
    /// The first field gets the keyboard.
    pub(super) fn take_keyboard(&mut self) {
        self.wants_keyboard = true;
    }

    /// Draws the form of the chosen rows, at most two; the last one is edited.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        (vocabulary, all): (Vocabulary, &[TermRow]),
        rows: &[&TermRow],
    ) {
        gap(ui, space::S);
        match rows {
            [one, other] if vocabulary.is_open() => merging(ui, desk, vocabulary, one, other),
            [.., row] => self.term(ui, desk, (vocabulary, all), row),
            [] => {}
        }
    }

    fn term(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        (vocabulary, all): (Vocabulary, &[TermRow]),
        row: &TermRow,
    ) {
        let of = (vocabulary, row.term.id.clone());
        if self.of.as_ref() != Some(&of) {
            *self = Self {
                of: Some(of.clone()),
                wants_keyboard: self.wants_keyboard,
                bearers: std::mem::take(&mut self.bearers),
                ..Self::default()
            };
        }
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add(Text::new(row.term.label()).kind(Type::Heading));
        if !row.is_listed {
            weak_text(ui, t("vocabulary-not-listed-text"));
            let adopt = Action::primary(t("vocabulary-adopt")).with_icon(icons::ICON_ADD);
            if ui.add(adopt).clicked() {
                desk.apply(Change::Create(blank(vocabulary, row).into()));
            }
        }
        self.name(ui, desk, vocabulary, row);
        if row.is_listed {
            for (place, (field, label)) in FIELDS.into_iter().enumerate() {
                self.field(ui, desk, vocabulary, row, (place, field, label));
            }
        }
        if vocabulary.is_open() {
            self.actions(ui, desk, (vocabulary, all), row);
        }
        self.uses(ui, desk, of, row.uses);
        gap(ui, space::L);
    }

    /// The name of a tag or of a term of the case's own can be changed: the records that bear it follow.
    fn name(&mut self, ui: &mut Ui, desk: &mut Desk, vocabulary: Vocabulary, row: &TermRow) {
        let own = row
            .term
            .tag
            .filter(|_| !row.term.is_bundled && vocabulary.is_open());
        let Some(tag) = own else {
            let stored = tf("vocabulary-stored", &[("term", row.term.id.as_str().into())]);
            weak_text(ui, &stored);
            return;
        };
        self.name.follow(&row.term.id);
        let field = Field::new(t("vocabulary-name")).show(ui, &mut self.name.text);
        if self.wants_keyboard {
            self.wants_keyboard = false;
            field.response.request_focus();
        }
        let name = self.name.text.trim();
        if field.event == FieldEvent::Committed && !name.is_empty() && name != row.term.id {
            desk.apply(Change::Edit {
                record: tag.into(),
                fields: Fields::from_iter([("name".to_owned(), name.into())]),
            });
        }
    }

    fn field(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        vocabulary: Vocabulary,
        row: &TermRow,
        (place, name, label): (usize, &str, &str),
    ) {
        let shown = shown(row, name);
        let typed = &mut self.fields[place];
        typed.follow(&shown);
        let hint = match name {
            "synonyms" => t("vocabulary-synonyms-hint"),
            "colour" => "#d04a3a",
            _ => "",
        };
        let lines = if name == "note" { 2 } else { 1 };
        let field = Field::new(t(label))
            .hint(hint)
            .lines(lines)
            .show(ui, &mut typed.text);
        if std::mem::take(&mut self.wants_keyboard) {
            field.response.request_focus();
        }
        let text = typed.text.trim();
        if field.event == FieldEvent::Committed && text != shown {
            desk.apply_all(said(vocabulary, row, name, text));
        }
    }

    fn actions(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        (vocabulary, all): (Vocabulary, &[TermRow]),
        row: &TermRow,
    ) {
        if row.is_listed {
            let (name, icon) = if row.term.is_hidden {
                (t("vocabulary-show"), icons::ICON_VISIBILITY)
            } else {
                (t("vocabulary-hide"), icons::ICON_VISIBILITY_OFF)
            };
            if ui.add(Action::secondary(name).with_icon(icon)).clicked() {
                desk.apply_all(toggled(vocabulary, row));
            }
        }
        let others: Vec<vocabulary::Term> = all
            .iter()
            .filter(|other| other.term.id != row.term.id && !other.term.is_hidden)
            .map(|other| other.term.clone())
            .collect();
        self.suggestions.take_keys(ui);
        let field = Field::new(t("vocabulary-merge-field"))
            .hint(t("vocabulary-merge-hint"))
            .show(ui, &mut self.merge);
        let taken = self
            .suggestions
            .show(&field.response, &self.merge, &others)
            .map(str::to_owned)
            .or_else(|| (field.event == FieldEvent::Committed).then(|| self.merge.clone()))
            .filter(|_| !self.suggestions.has_pointer());
        let into = taken.and_then(|word| vocabulary::find(&others, &word));
        if let Some(into) = into {
            self.merge.clear();
            field.response.surrender_focus();
            desk.apply(Change::MergeTerms {
                vocabulary,
                from: row.term.id.clone(),
                into: into.id.clone(),
            });
        }
    }

    fn uses(&mut self, ui: &mut Ui, desk: &mut Desk, of: (Vocabulary, String), uses: u32) {
        let (vocabulary, word) = of.clone();
        let found = self
            .bearers
            .get(&desk.link, of, move |reader| bearers(reader, vocabulary, &word))
            .cloned();
        let title = tf("vocabulary-used-by", &[("count", uses.into())]);
        section(ui, &title, |ui| {
            let Some(found) = found else { return };
            let (count, records) = &*found;
            ui.spacing_mut().item_spacing.y = 0.0;
            for (record, title) in records {
                let clicked = ui
                    .push_id(record, |ui| link_row(ui, title, record.kind.name()))
                    .inner;
                if let Some(place) = place_of(record).filter(|_| clicked) {
                    desk.selected = vec![record.clone()];
                    desk.go(place);
                }
            }
            if *count > records.len() {
                let more = count - records.len();
                weak_text(ui, &tf("vocabulary-used-more", &[("count", more.into())]));
            }
        });
    }
}

impl Typed {
    /// Shows what the case has, once that is something else than before.
    fn follow(&mut self, shown: &str) {
        if self.shown != shown {
            shown.clone_into(&mut self.shown);
            shown.clone_into(&mut self.text);
        }
    }
}

fn bearers(reader: &Reader, vocabulary: Vocabulary, word: &str) -> Result<Arc<Bearers>, CaseError> {
    let records = reader.term_bearers(vocabulary, word)?;
    let count = records.len();
    let titled = records.into_iter().take(LISTED).map(|record| {
        let title = reader.title(&record)?;
        Ok((record, title))
    });
    Ok(Arc::new((count, titled.collect::<Result<_, CaseError>>()?)))
}

/// Two terms side by side: which of them goes.
fn merging(ui: &mut Ui, desk: &mut Desk, vocabulary: Vocabulary, one: &TermRow, other: &TermRow) {
    ui.spacing_mut().item_spacing.y = space::S;
    ui.add(Text::new(t("vocabulary-merge")).kind(Type::Heading));
    weak_text(ui, t("vocabulary-merge-text"));
    for (kept, gone) in [(one, other), (other, one)] {
        let keep = tf("vocabulary-merge-into", &[("term", kept.term.label().into())]);
        gap(ui, space::XS);
        if ui
            .add(Action::secondary(&keep).with_icon(icons::ICON_MERGE))
            .clicked()
        {
            desk.apply(Change::MergeTerms {
                vocabulary,
                from: gone.term.id.clone(),
                into: kept.term.id.clone(),
            });
        }
        let facts = [("from", gone.term.label().into()), ("count", gone.uses.into())];
        weak_text(ui, &tf("vocabulary-merge-count", &facts));
    }
}

/// The tag that says nothing of the term but its name.
fn blank(vocabulary: Vocabulary, row: &TermRow) -> Tag {
    Tag {
        name: row.term.id.clone(),
        vocabulary: vocabulary.stored().to_owned(),
        ..Tag::default()
    }
}

/// What a field of the term shows.
fn shown(row: &TermRow, name: &str) -> String {
    let term = &row.term;
    match name {
        "en" => term.stated_in(Language::English).to_owned(),
        "uk" => term.stated_in(Language::Ukrainian).to_owned(),
        "ko" => term.stated_in(Language::Korean).to_owned(),
        "synonyms" => term.synonyms.join("; "),
        "source" => term.source.clone(),
        "note" => term.note.clone().unwrap_or_default(),
        _ => term.colour.clone().unwrap_or_default(),
    }
}

/// The changes by which a field of the term says `text`. Nothing typed is what the program says.
fn said(vocabulary: Vocabulary, row: &TermRow, name: &str, text: &str) -> Vec<Change> {
    let value = if name == "synonyms" {
        let bundled = vocabulary.bundled().iter().find(|term| term.id == row.term.id);
        let brings = |synonym: &String| bundled.is_some_and(|term| term.synonyms.contains(synonym));
        let own: Vec<String> = synonyms(text)
            .into_iter()
            .filter(|synonym| !brings(synonym))
            .collect();
        own.into()
    } else if text.is_empty() {
        serde_json::Value::Null
    } else {
        text.into()
    };
    set(vocabulary, row, name, value)
}

/// The changes that hide the term, or offer it again.
pub(super) fn toggled(vocabulary: Vocabulary, row: &TermRow) -> Vec<Change> {
    if !vocabulary.is_open() || !row.is_listed {
        return Vec::new();
    }
    let standing = (!row.term.is_hidden).then_some(Standing::Hidden);
    let value = serde_json::to_value(standing).unwrap_or_default();
    set(vocabulary, row, "standing", value)
}

fn set(vocabulary: Vocabulary, row: &TermRow, name: &str, value: serde_json::Value) -> Vec<Change> {
    let mut changes = Vec::new();
    let tag = row.term.tag.unwrap_or_else(|| {
        let tag = blank(vocabulary, row);
        changes.push(Change::Create(tag.clone().into()));
        tag.id
    });
    changes.push(Change::Edit {
        record: tag.into(),
        fields: Fields::from_iter([(name.to_owned(), value)]),
    });
    changes
}
