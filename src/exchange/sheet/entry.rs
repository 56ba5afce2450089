//! One cell of a record that is there: what it says, and what it sets when somebody types into it. What [`written`] gives,
//! [`heard`] takes for no change.

use std::sync::Arc;

use serde_json::Value;
use uuid::Uuid;

use super::field::{Field, Form, Target};
use super::position::{self, Placed};
use super::read::{Fault, Said, said};
use crate::case::{CaseError, Reader};
use crate::model::record::{Fields, Record, RecordKind, RecordRef};
use crate::model::{Change, Source, Vocabularies};
use crate::text::{t, tf};

/// A record as a row of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which record.
    pub record: RecordRef,
    /// Its fields.
    pub fields: Fields,
    /// Its tags, by name.
    pub tags: Vec<String>,
    /// By field, the title of the record that it points at.
    pub(super) titles: Vec<(&'static str, String)>,
    /// The vocabularies of the case.
    pub(super) words: Arc<Vocabularies>,
}

/// What a cell sets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Fields of the record, with their new values; `null` makes one unknown.
    pub fields: Fields,
    /// All tags that the record is to bear, if the cell is that of the tags.
    pub tags: Option<Vec<String>>,
    /// By field, the title of the record that it points at from now on.
    pub(super) titles: Vec<(&'static str, String)>,
}

impl Entry {
    /// What this cell sets and another one of the same row; of two that set the same the other.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.fields.extend(other.fields);
        self.tags = other.tags.or(self.tags);
        self.titles.extend(other.titles);
        self
    }
}

impl Row {
    /// The row of a record that is yet to be made.
    #[must_use]
    pub fn blank(target: Target) -> Self {
        Self::blank_of(target, Uuid::now_v7())
    }

    /// The row of a record that is yet to be made and will have this id.
    #[must_use]
    pub fn blank_of(target: Target, id: Uuid) -> Self {
        let mut fields = target.blank();
        fields.insert("id".to_owned(), id.to_string().into());
        Self {
            record: RecordRef::new(target.kind(), id),
            fields,
            tags: Vec::new(),
            titles: Vec::new(),
            words: Arc::default(),
        }
    }

    /// The row, with its terms in the vocabularies of a case.
    #[must_use]
    pub fn in_words(mut self, words: Arc<Vocabularies>) -> Self {
        self.words = words;
        self
    }

    /// The vocabularies in which its terms are read and shown.
    #[must_use]
    pub fn words(&self) -> &Vocabularies {
        &self.words
    }

    /// The row of a record; `None` if the case has no such record.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn load(reader: &Reader, target: Target, id: &str) -> Result<Option<Self>, CaseError> {
        let record = RecordRef::new(target.kind(), id);
        let Some(found) = reader.record(&record)? else {
            return Ok(None);
        };
        let fields = found.fields();
        let mut titles = Vec::new();
        for field in target.fields() {
            if let (Form::Reference(kind), id) = (field.form, text(&fields, field.name))
                && !id.is_empty()
            {
                titles.push((field.name, reader.title(&RecordRef::new(kind, id))?));
            }
        }
        Ok(Some(Self {
            tags: reader.tags_of(&record)?,
            record,
            fields,
            titles,
            words: reader.vocabularies()?,
        }))
    }

    /// The title of the record that a field points at; empty if that has none.
    #[must_use]
    pub fn title_of(&self, field: &str) -> &str {
        let found = self.titles.iter().find(|(name, _)| *name == field);
        found.map_or("", |(_, title)| title.as_str())
    }

    /// Takes in what cells have set, as the record will have it.
    pub fn take(&mut self, entry: &Entry) {
        self.fields.extend(entry.fields.clone());
        if let Some(tags) = &entry.tags {
            self.tags.clone_from(tags);
        }
        for (field, title) in &entry.titles {
            self.titles.retain(|(other, _)| other != field);
            self.titles.push((field, title.clone()));
        }
    }

    /// The changes that make the record say what `entry` sets.
    #[must_use]
    pub fn changes(&self, entry: &Entry) -> Vec<Change> {
        let mut changes = Vec::new();
        let differs = |(name, value): &(&String, &Value)| self.fields.get(*name) != Some(*value);
        let fields: Fields = entry
            .fields
            .iter()
            .filter(differs)
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if !fields.is_empty() {
            changes.push(Change::Edit {
                record: self.record.clone(),
                fields,
            });
        }
        if let Some(tags) = &entry.tags {
            changes.extend(self.tagged(tags));
        }
        changes
    }

    /// The changes that make the record, with what `entry` sets.
    ///
    /// # Errors
    /// When the fields make no record, with the reason.
    pub fn creation(&self, entry: &Entry) -> Result<Vec<Change>, String> {
        let mut row = self.clone();
        row.take(entry);
        let record =
            Record::from_fields(row.record.kind, row.fields.clone()).map_err(|error| error.to_string())?;
        let bearer = Self {
            tags: Vec::new(),
            ..self.clone()
        };
        let mut changes = vec![Change::Create(record)];
        changes.extend(bearer.tagged(&row.tags));
        Ok(changes)
    }

    fn tagged(&self, wanted: &[String]) -> Vec<Change> {
        let bears = |tags: &[String], tag: &str| {
            let tag = tag.to_lowercase();
            tags.iter().any(|other| other.to_lowercase() == tag)
        };
        let (vocabulary, records) = (String::new(), vec![self.record.clone()]);
        let gone = self.tags.iter().filter(|tag| !bears(wanted, tag));
        let new = wanted.iter().filter(|tag| !bears(&self.tags, tag));
        let remove = gone.map(|name| Change::RemoveTag {
            name: name.clone(),
            vocabulary: vocabulary.clone(),
            records: records.clone(),
        });
        let add = new.map(|name| Change::AddTag {
            name: name.clone(),
            vocabulary: vocabulary.clone(),
            records: records.clone(),
        });
        remove.chain(add).collect()
    }
}

/// What stands in a cell, as somebody would type it.
#[must_use]
pub fn written(field: &Field, row: &Row) -> String {
    let value = row.fields.get(field.name).unwrap_or(&Value::Null);
    let stored = value.as_str().unwrap_or_default();
    match field.form {
        Form::Tags => row.tags.join("; "),
        Form::Position => position::print(&row.fields),
        Form::Term(vocabulary) => row.words.label(vocabulary, stored).to_owned(),
        Form::Choice(choices) => choices
            .iter()
            .find(|(word, _)| *word == stored)
            .map_or_else(|| stored.to_owned(), |(_, label)| t(label).to_owned()),
        Form::Reference(_) => match row.title_of(field.name).trim() {
            "" => stored.to_owned(),
            title => title.to_owned(),
        },
        Form::Sources => sources(value),
        _ if value.is_null() => String::new(),
        _ if value.is_string() => stored.to_owned(),
        // A whole number without a point, as people write it.
        _ => value
            .as_f64()
            .map_or_else(|| value.to_string(), |number| number.to_string()),
    }
}

/// A source that has but a title or a link as that; others as the list that the record has.
fn sources(value: &Value) -> String {
    let list: Vec<Source> = serde_json::from_value(value.clone()).unwrap_or_default();
    match &list[..] {
        [] => String::new(),
        [only] => {
            let titled = Source {
                title: only.title.clone(),
                ..Source::default()
            };
            let linked = Source {
                link: only.link.clone(),
                ..Source::default()
            };
            match &only.link {
                None if *only == titled => only.title.clone(),
                Some(link) if *only == linked => link.clone(),
                _ => value.to_string(),
            }
        }
        _ => value.to_string(),
    }
}

/// What a cell of `row` sets when `typed` is typed into it, as far as that can be told from the text alone; `None` names another
/// record, which [`edits`](super::edits()) looks up. Nothing typed makes the field unknown.
///
/// # Errors
/// When it can't be told what was typed, with the reason.
pub fn heard(field: &'static Field, typed: &str, row: &Row) -> Result<Option<Entry>, Fault> {
    let typed = typed.trim();
    if typed == written(field, row).trim() {
        return Ok(Some(Entry::default()));
    }
    if typed.is_empty() {
        return Ok(Some(cleared(field, row)));
    }
    if field.name == "radius_m" && !position::states(&row.fields, "latitude") {
        return Err(Fault::new(t("sheet-radius-alone"), t("sheet-radius-alone-mend")));
    }
    Ok(Some(match said(field, typed, None, &row.words)? {
        Said::Value(value) => set(field.name, value),
        Said::Typed(term) => set(field.name, term.into()),
        Said::Tags(tags) => Entry {
            tags: Some(tags),
            ..Entry::default()
        },
        Said::Position(position) => placed(row, &position),
        Said::Reference(_) => return Ok(None),
    }))
}

/// As [`heard`], with records that are named by id or title looked up in the case; a fault says why it can't be told.
///
/// # Errors
/// When the case can't be read.
pub(super) fn entry(
    reader: &Reader,
    field: &'static Field,
    typed: &str,
    row: &Row,
) -> Result<Result<Entry, Fault>, CaseError> {
    Ok(match heard(field, typed, row) {
        Err(fault) => Err(fault),
        Ok(Some(entry)) => Ok(entry),
        Ok(None) => match refer(reader, field, typed.trim())? {
            Err(fault) => Err(fault),
            Ok(target) => Ok(Entry {
                titles: vec![(field.name, reader.title(&target)?)],
                ..set(field.name, target.id.into())
            }),
        },
    })
}

fn set(name: &str, value: Value) -> Entry {
    Entry {
        fields: Fields::from_iter([(name.to_owned(), value)]),
        ..Entry::default()
    }
}

fn placed(row: &Row, position: &Placed) -> Entry {
    let mut fields = Fields::new();
    if let Some(stated) = row.fields.get("radius_m") {
        fields.insert("radius_m".to_owned(), stated.clone());
    }
    position.lay(&mut fields);
    Entry {
        fields,
        ..Entry::default()
    }
}

/// What an empty cell sets: what a new record has there.
pub(super) fn cleared(field: &Field, row: &Row) -> Entry {
    let unknown = |names: &[&str]| Entry {
        fields: names
            .iter()
            .map(|name| ((*name).to_owned(), Value::Null))
            .collect(),
        ..Entry::default()
    };
    match field.form {
        Form::Tags => Entry {
            tags: Some(Vec::new()),
            ..Entry::default()
        },
        // A radius is one of a position.
        Form::Position => unknown(&["latitude", "longitude", "radius_m"]),
        _ => Target::ALL
            .into_iter()
            .find(|target| target.kind() == row.record.kind)
            .and_then(|target| target.blank().remove(field.name))
            .map_or_else(|| unknown(&[field.name]), |value| set(field.name, value)),
    }
}

/// What a cell sets that is to say the same as that of another row.
#[must_use]
pub fn same_as(field: &Field, from: &Row) -> Entry {
    let of = |names: &[&str]| Entry {
        fields: names
            .iter()
            .map(|name| {
                let value = from.fields.get(*name).cloned().unwrap_or_default();
                ((*name).to_owned(), value)
            })
            .collect(),
        ..Entry::default()
    };
    match field.form {
        Form::Tags => Entry {
            tags: Some(from.tags.clone()),
            ..Entry::default()
        },
        Form::Position => of(&["latitude", "longitude", "radius_m"]),
        Form::Reference(_) => Entry {
            titles: vec![(field.name, from.title_of(field.name).to_owned())],
            ..of(&[field.name])
        },
        _ => of(&[field.name]),
    }
}

/// The record that a cell names by its id or its title.
fn refer(reader: &Reader, field: &Field, name: &str) -> Result<Result<RecordRef, Fault>, CaseError> {
    let Form::Reference(kind) = field.form else {
        return Ok(Err(Fault::new(
            t("sheet-reference-none"),
            t("sheet-reference-mend"),
        )));
    };
    if let Ok(id) = Uuid::parse_str(name) {
        let target = RecordRef::new(kind, id);
        let found = reader.record(&target)?.is_some();
        let missing = || Fault::new(t("sheet-reference-no-id"), t("sheet-reference-mend"));
        return Ok(if found { Ok(target) } else { Err(missing()) });
    }
    if kind == RecordKind::Photo {
        return Ok(Err(Fault::new(t("sheet-reference-photo"), t("sheet-id-mend"))));
    }
    let mut found = reader.titled(kind, name)?;
    Ok(match found.len() {
        0 => Err(Fault::new(t("sheet-reference-none"), t("sheet-reference-mend"))),
        1 => Ok(RecordRef::new(kind, found.remove(0))),
        count => Err(Fault::new(
            tf("sheet-reference-several", &[("count", count.into())]),
            t("sheet-id-mend"),
        )),
    })
}

fn text<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests;
