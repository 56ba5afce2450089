//! An entry of the history as people read it: what was done to what, and which fields became what.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::case::{CaseError, Entry, Op, Reader};
use crate::model::Vocabulary;
use crate::model::id::Sha256;
use crate::model::record::{Fields, RecordKind, RecordRef};
use crate::text::{has, t, tf};

/// A value longer than this many letters is cut.
const LONGEST: usize = 60;

/// An entry as it is shown.
pub struct Line {
    /// When, in the laptop's time zone.
    pub at: String,
    /// Who.
    pub person: String,
    /// The device's name.
    pub device: String,
    /// What was done.
    pub action: &'static str,
    /// To what.
    pub subject: String,
    /// The fields that changed, or how many more records were touched.
    pub detail: String,
    /// The first letters of its hash.
    pub hash: String,
    /// The record to show for it.
    pub record: Option<RecordRef>,
    /// An undo has taken it back.
    pub is_taken_back: bool,
}

/// What entries are told with: the devices' names, the time zone, and what was taken back.
pub struct Names {
    devices: HashMap<String, String>,
    zone: TimeZone,
    taken_back: HashSet<(String, i64)>,
}

impl Names {
    /// For the entries from `first` to `last`.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn new(reader: &Reader, first: i64, last: i64) -> Result<Self, CaseError> {
        let chains = reader.chains()?;
        Ok(Self {
            devices: chains
                .into_iter()
                .map(|chain| (chain.device, chain.name))
                .collect(),
            zone: TimeZone::system(),
            taken_back: reader.steps_taken_back(first, last)?,
        })
    }
}

impl Line {
    /// Tells an entry.
    ///
    /// # Errors
    /// When what it did can't be understood.
    pub fn of(reader: &Reader, entry: &Entry, names: &Names) -> Result<Self, CaseError> {
        let ops = entry.operations()?;
        let main = main_op(&ops);
        let record = main.map(|op| shown_for(op, &ops));
        let subject = match (&record, main) {
            (Some(record), Some(op)) => named(reader, record, op)?,
            _ => String::new(),
        };
        let detail = match (entry.takes_back, main) {
            (Some(step), _) => takes_back(reader, &entry.device, step)?,
            (None, Some(op)) => details(reader, op, &ops)?,
            (None, None) => String::new(),
        };
        let device = names.devices.get(&entry.device).unwrap_or(&entry.device);
        Ok(Self {
            at: local(&entry.at, &names.zone),
            person: entry.person.clone(),
            device: device.clone(),
            action: t(&format!("action-{}", entry.action)),
            subject,
            detail,
            hash: short_hash(&entry.hash),
            record,
            is_taken_back: names.taken_back.contains(&(entry.device.clone(), entry.step)),
        })
    }

    /// All of it in one line.
    pub fn sentence(&self) -> String {
        [self.action, &self.subject, &self.detail]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// The first eight letters of a hash.
pub fn short_hash(hash: &Sha256) -> String {
    hash.to_string().chars().take(8).collect()
}

/// A moment in the laptop's time zone.
pub fn local(at: &str, zone: &TimeZone) -> String {
    at.parse::<Timestamp>().map_or_else(
        |_| at.to_owned(),
        |at| {
            at.to_zoned(zone.clone())
                .strftime("%Y-%m-%d %H:%M:%S")
                .to_string()
        },
    )
}

/// The operation that an entry is about: not the ties that hang on it.
pub fn main_op(ops: &[Op]) -> Option<&Op> {
    ops.iter()
        .find(|op| {
            !matches!(
                op.kind,
                RecordKind::Tagging | RecordKind::Depiction | RecordKind::Tag
            )
        })
        .or_else(|| ops.iter().find(|op| op.kind != RecordKind::Tag))
        .or(ops.first())
}

/// The record to show for an operation: of a tie, what is tied.
fn shown_for(op: &Op, ops: &[Op]) -> RecordRef {
    let text = |name: &str| op.after.as_ref().or(op.before.as_ref())?.get(name)?.as_str();
    match op.kind {
        RecordKind::Tagging => tied(text("record_kind"), text("record")),
        RecordKind::Depiction => tied(text("subject_kind"), text("subject")),
        RecordKind::Redaction => tied(Some(RecordKind::Photo.word()), text("photo")),
        RecordKind::Region | RecordKind::Transcription | RecordKind::Finding => tied(
            Some(RecordKind::Marking.word()),
            text("marking").or_else(|| {
                let marking = ops.iter().find(|op| op.kind == RecordKind::Marking)?;
                Some(marking.id.as_str())
            }),
        ),
        _ => None,
    }
    .unwrap_or_else(|| op.record())
}

fn tied(kind: Option<&str>, id: Option<&str>) -> Option<RecordRef> {
    Some(RecordRef::new(RecordKind::from_word(kind?)?, id?))
}

/// The record's title now, or the one it had in this entry.
///
/// # Errors
/// When the case can't be read.
pub fn named(reader: &Reader, record: &RecordRef, op: &Op) -> Result<String, CaseError> {
    let now = reader.title(record)?;
    if !now.is_empty() {
        return Ok(now);
    }
    let fields = op.after.as_ref().or(op.before.as_ref());
    let title = ["title", "text", "raw", "name", "file_name"]
        .iter()
        .filter_map(|name| fields?.get(*name)?.as_str())
        .find(|text| !text.is_empty());
    let is_record = matches!(
        record.kind,
        RecordKind::Strike | RecordKind::Weapon | RecordKind::Component
    );
    Ok(match title {
        Some(title) => title.to_owned(),
        None if is_record => t("record-untitled").to_owned(),
        None => String::new(),
    })
}

/// What an undo takes back, or a redo does again.
fn takes_back(reader: &Reader, device: &str, step: i64) -> Result<String, CaseError> {
    let entry = reader.first_of_step(device, step)?;
    let number = entry.as_ref().map_or(step, |entry| entry.seq);
    let seq = tf("history-takes-back", &[("seq", number.to_string().into())]);
    Ok(match entry {
        Some(entry) => format!("{seq}: {}", t(&format!("action-{}", entry.action))),
        None => seq,
    })
}

/// The fields that an operation changed, or how many more records its entry touched.
fn details(reader: &Reader, op: &Op, ops: &[Op]) -> Result<String, CaseError> {
    let count = ops.len();
    match (&op.before, &op.after) {
        (Some(before), Some(after)) => {
            let mut changes = Vec::with_capacity(after.len());
            for (name, value) in after {
                changes.push(change(reader, op.kind, name, before.get(name), value)?);
            }
            Ok(changes.join("; "))
        }
        (None, Some(fields)) if op.kind == RecordKind::Tagging => tag(reader, fields, count),
        (Some(fields), None) if op.kind == RecordKind::Tagging => tag(reader, fields, count),
        _ => match pictured(ops) {
            Some(photo) => photos(reader, photo, ops),
            None if count > 1 => Ok(more(count)),
            None => Ok(String::new()),
        },
    }
}

/// The first photo and how many more.
fn photos(reader: &Reader, photo: &str, ops: &[Op]) -> Result<String, CaseError> {
    let mut words = reader.title(&RecordRef::new(RecordKind::Photo, photo))?;
    let count = ops.iter().filter_map(photo_of).count();
    if count > 1 {
        words = format!("{words} {}", more(count));
    }
    Ok(words)
}

/// The first photo that an entry ties to something.
fn pictured(ops: &[Op]) -> Option<&str> {
    ops.iter().find_map(photo_of)
}

fn photo_of(op: &Op) -> Option<&str> {
    let ties = matches!(op.kind, RecordKind::Depiction | RecordKind::Region);
    let fields = op.after.as_ref().or(op.before.as_ref())?;
    fields.get("photo")?.as_str().filter(|_| ties)
}

fn more(count: usize) -> String {
    tf("history-more", &[("count", (count - 1).into())])
}

/// The tag that was given or taken.
fn tag(reader: &Reader, fields: &Fields, count: usize) -> Result<String, CaseError> {
    let id = fields.get("tag").and_then(Value::as_str).unwrap_or_default();
    let mut words = reader.title(&RecordRef::new(RecordKind::Tag, id))?;
    if count > 1 {
        words = format!("{words} {}", more(count)).trim_start().to_owned();
    }
    Ok(words)
}

/// `target: – → Depot or warehouse`.
fn change(
    reader: &Reader,
    kind: RecordKind,
    name: &str,
    before: Option<&Value>,
    after: &Value,
) -> Result<String, CaseError> {
    let field = field_name(name);
    let before = value(reader, kind, name, before.unwrap_or(&Value::Null))?;
    let after = value(reader, kind, name, after)?;
    Ok(tf(
        "history-becomes",
        &[
            ("field", field.into()),
            ("before", before.into()),
            ("after", after.into()),
        ],
    ))
}

/// What a field is called.
pub fn field_name(name: &str) -> &str {
    let key = format!("history-field-{}", name.replace('_', "-"));
    if has(&key) { t(&key) } else { name }
}

/// A field's value in words, cut to one line.
fn value(reader: &Reader, kind: RecordKind, name: &str, value: &Value) -> Result<String, CaseError> {
    let text = whole_value(reader, kind, name, value)?;
    Ok(if text.is_empty() {
        t("history-unknown").to_owned()
    } else {
        short(&text)
    })
}

/// A field's value in words, empty when it is not known.
///
/// # Errors
/// When the case can't be read.
pub fn whole_value(
    reader: &Reader,
    kind: RecordKind,
    name: &str,
    value: &Value,
) -> Result<String, CaseError> {
    Ok(match value {
        Value::Null => String::new(),
        Value::Array(list) if name == "sources" => tf("history-sources", &[("count", list.len().into())]),
        Value::String(text) => match (kind, name) {
            (kind, name) if let Some(vocabulary) = vocabulary_of(kind, name) => {
                reader.vocabularies()?.label(vocabulary, text).to_owned()
            }
            (
                _,
                "strike" | "weapon" | "component" | "parent" | "cover_photo" | "proof_photo" | "photo"
                | "marking" | "tag",
            ) => {
                let kind = match name {
                    "strike" => RecordKind::Strike,
                    "weapon" => RecordKind::Weapon,
                    "cover_photo" | "proof_photo" | "photo" => RecordKind::Photo,
                    "marking" => RecordKind::Marking,
                    "tag" => RecordKind::Tag,
                    _ => RecordKind::Component,
                };
                match reader.title(&RecordRef::new(kind, text))? {
                    title if title.is_empty() => t("record-untitled").to_owned(),
                    title => title,
                }
            }
            _ => text.clone(),
        },
        other => other.to_string(),
    })
}

/// The vocabulary whose terms a field holds.
fn vocabulary_of(kind: RecordKind, name: &str) -> Option<Vocabulary> {
    Vocabulary::ALL
        .into_iter()
        .find(|vocabulary| vocabulary.field() == Some((kind, name)))
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None if line.len() < text.len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_between_letters() {
        let long = "ї".repeat(LONGEST + 5);
        assert_eq!(short(&long), format!("{}…", "ї".repeat(LONGEST)));
        assert_eq!(short("one\ntwo"), "one…");
        assert_eq!(short("one"), "one");
    }
}
