//! What the case has already: the records that rows point at by title, and those that rows would make again.

use std::collections::HashMap;

use serde_json::Value;

use super::field::{Form, Target};
use super::mapping::Mapping;
use crate::case::{CaseError, Reader};
use crate::model::record::{Fields, RecordKind, Recorded};
use crate::model::{Component, Strike, Weapon};

/// What the case has.
pub(super) struct Known {
    /// By kind and title, the ids of the records that bear it.
    titles: HashMap<RecordKind, HashMap<String, Vec<String>>>,
    /// By what makes two records the same, the id of the record.
    same: HashMap<String, String>,
}

impl Known {
    /// Looks up what a table with this mapping needs.
    pub(super) fn load(reader: &Reader, target: Target, mapping: &Mapping) -> Result<Self, CaseError> {
        let own = fields_of(reader, target.kind())?;
        let same = own
            .iter()
            .map(|fields| (sameness(target, fields), text(fields, "id").to_owned()))
            .collect();
        let mut titles = HashMap::new();
        for (_, field) in mapping.mapped() {
            if let Form::Reference(kind) = field.form {
                let by_title = if kind == target.kind() {
                    titled(&own)
                } else {
                    titled(&fields_of(reader, kind)?)
                };
                titles.insert(kind, by_title);
            }
        }
        Ok(Self { titles, same })
    }

    /// The record that is the same as one of these fields.
    pub(super) fn same(&self, target: Target, fields: &Fields) -> Option<&String> {
        self.same.get(&sameness(target, fields))
    }

    /// The ids of the records of a kind that bear a title.
    pub(super) fn titled(&self, kind: RecordKind, title: &str) -> &[String] {
        self.titles
            .get(&kind)
            .and_then(|titles| titles.get(title))
            .map_or(&[], Vec::as_slice)
    }
}

fn fields_of(reader: &Reader, kind: RecordKind) -> Result<Vec<Fields>, CaseError> {
    fn all<R: Recorded>(reader: &Reader) -> Result<Vec<Fields>, CaseError> {
        Ok(reader.all::<R>()?.iter().map(Recorded::fields).collect())
    }
    match kind {
        RecordKind::Strike => all::<Strike>(reader),
        RecordKind::Weapon => all::<Weapon>(reader),
        RecordKind::Component => all::<Component>(reader),
        // Photos have no titles: they are named by id.
        _ => Ok(Vec::new()),
    }
}

fn titled(records: &[Fields]) -> HashMap<String, Vec<String>> {
    let mut titles: HashMap<String, Vec<String>> = HashMap::new();
    for fields in records {
        let title = text(fields, "title").trim();
        if !title.is_empty() {
            let ids = titles.entry(title.to_owned()).or_default();
            ids.push(text(fields, "id").to_owned());
        }
    }
    titles
}

fn text<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What makes two records the same: title and date, and for pieces also the exhibit number and what they belong to, for
/// two pieces of one name are found on one day. Without a title it is all that is said.
pub(super) fn sameness(target: Target, fields: &Fields) -> String {
    let title = text(fields, "title").trim().to_lowercase();
    if title.is_empty() {
        let mut rest = fields.clone();
        rest.remove("id");
        rest.remove("parent");
        return format!("\u{1f}{}", Value::Object(rest));
    }
    let first = |names: [&str; 2]| {
        let known = names.iter().map(|name| text(fields, name));
        known
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    };
    let rest = match target {
        Target::Strikes => vec![first(["occurred", "reported"])],
        Target::Weapons => vec![text(fields, "exhibit_number"), text(fields, "strike")],
        Target::Components => vec![
            first(["recovered", "documented"]),
            text(fields, "exhibit_number"),
            text(fields, "part_number"),
            text(fields, "weapon"),
        ],
    };
    format!("{title}\u{1f}{}", rest.join("\u{1f}"))
}
