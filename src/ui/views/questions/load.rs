//! The questions with the words for everything that is shown of them.

use jiff::tz::TimeZone;
use serde_json::Value;

use crate::case::{CaseError, Question, Reader, Version, Voice};
use crate::model::Change;
use crate::model::record::{Fields, RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::views::history::difference::{self, Run};
use crate::ui::views::history::{place_of, sentence};

/// So many questions are shown at once; the others follow as these are decided.
const MOST: usize = 100;

/// The texts that can be put one after the other and still say what each said.
const TEXTS: [&str; 3] = ["notes", "note", "caption"];

/// The questions.
pub(super) struct Sheet {
    pub(super) cards: Vec<Card>,
    /// How many there are beside those.
    pub(super) more: usize,
}

impl Sheet {
    pub(super) fn count(&self) -> usize {
        self.cards.len() + self.more
    }
}

/// One question.
pub(super) struct Card {
    pub(super) record: RecordRef,
    pub(super) kind: &'static str,
    pub(super) title: String,
    /// Where the record can be seen and edited, if it can.
    pub(super) shown: Option<RecordRef>,
    pub(super) matter: Matter,
}

/// What it is about.
pub(super) enum Matter {
    Fields {
        /// What the fields are called.
        names: String,
        before: Vec<(String, String)>,
        versions: Vec<Wording>,
        /// All versions in one, where that makes sense.
        all: Option<Fields>,
    },
    Removal {
        removed: Spoken,
        worked: Vec<Spoken>,
        with: Vec<String>,
    },
}

/// One of the versions.
pub(super) struct Wording {
    pub(super) fields: Fields,
    /// Each field and its value; words apart from what was there before.
    pub(super) values: Vec<(String, Vec<Run>)>,
    pub(super) by: Vec<Spoken>,
}

/// Who, when, in which entry.
pub(super) struct Spoken {
    pub(super) who: String,
    pub(super) when: String,
    pub(super) seq: i64,
}

impl Card {
    /// What is asked, among the questions of the record.
    pub(super) fn key(&self) -> &str {
        match &self.matter {
            Matter::Fields { names, .. } => names,
            Matter::Removal { .. } => "",
        }
    }

    pub(super) fn settle(&self, fields: &Fields) -> Change {
        Change::Settle {
            record: self.record.clone(),
            fields: fields.clone(),
        }
    }

    pub(super) fn settle_removal(&self, removes: bool) -> Change {
        Change::SettleRemoval {
            record: self.record.clone(),
            removes,
        }
    }
}

/// Reads the questions.
///
/// # Errors
/// When the case can't be read.
pub(super) fn sheet(reader: &Reader) -> Result<Sheet, CaseError> {
    let conflicts = reader.conflicts()?;
    let more = conflicts.len().saturating_sub(MOST);
    let zone = TimeZone::system();
    let mut cards = Vec::new();
    for conflict in conflicts.into_iter().take(MOST) {
        let record = conflict.record;
        let matter = match conflict.question {
            Question::Fields { versions, before } => fields(reader, &record, versions, &before, &zone)?,
            Question::Removal {
                removed,
                worked,
                with,
            } => Matter::Removal {
                removed: spoken(&removed, &zone),
                worked: worked.iter().map(|voice| spoken(voice, &zone)).collect(),
                with: with
                    .iter()
                    .map(|other| Ok(called(other, &title(reader, other)?)))
                    .collect::<Result<_, CaseError>>()?,
            },
        };
        cards.push(Card {
            kind: record.kind.name(),
            title: title(reader, &record)?,
            shown: shown(reader, &record)?,
            record,
            matter,
        });
    }
    Ok(Sheet { cards, more })
}

fn fields(
    reader: &Reader,
    record: &RecordRef,
    versions: Vec<Version>,
    before: &Fields,
    zone: &TimeZone,
) -> Result<Matter, CaseError> {
    let all = together(&versions);
    let mut names: Vec<String> = Vec::new();
    let mut words = Vec::new();
    for version in versions {
        let mut values = Vec::new();
        for (name, value) in &version.fields {
            let called = sentence::field_name(name).to_owned();
            if !names.contains(&called) {
                names.push(called.clone());
            }
            let was = before.get(name).unwrap_or(&Value::Null);
            let was = whole(reader, record.kind, name, was)?;
            values.push((called, runs(&was, whole(reader, record.kind, name, value)?)));
        }
        words.push(Wording {
            fields: version.fields,
            values,
            by: version.by.iter().map(|voice| spoken(voice, zone)).collect(),
        });
    }
    let mut was = Vec::new();
    for (name, value) in before {
        let value = whole(reader, record.kind, name, value)?;
        was.push((sentence::field_name(name).to_owned(), value));
    }
    Ok(Matter::Fields {
        names: names.join(", "),
        before: was,
        versions: words,
        all,
    })
}

/// A value as it is shown: a long text word by word against what was there before, any other as a whole.
fn runs(before: &str, value: String) -> Vec<Run> {
    let is_long = |text: &str| text.split_whitespace().nth(3).is_some();
    if is_long(before) && is_long(&value) {
        let runs = difference::words(before, &value);
        let same = runs.iter().map(|run| match run {
            Run::Same(text) => text.trim().len(),
            Run::Gone(_) | Run::New(_) => 0,
        });
        // Of two texts that have little in common the words of one amid the other can't be read.
        if same.sum::<usize>() * 2 > value.len().max(before.len()) {
            return runs;
        }
    }
    vec![Run::Same(value)]
}

/// All versions in one: texts one after the other, lists without what is in them twice. None where it would say no more
/// than one of them.
fn together(versions: &[Version]) -> Option<Fields> {
    let (name, _) = versions.first()?.fields.iter().next()?;
    let of = |version: &Version| match version.fields.len() {
        1 => version.fields.get(name).cloned(),
        _ => None,
    };
    let values: Vec<Value> = versions.iter().map(of).collect::<Option<_>>()?;
    let joined = match name.as_str() {
        "sources" => {
            let mut joined: Vec<Value> = Vec::new();
            for value in &values {
                for item in value.as_array()? {
                    if !joined.contains(item) {
                        joined.push(item.clone());
                    }
                }
            }
            Value::Array(joined)
        }
        name if TEXTS.contains(&name) => {
            let texts: Vec<&str> = values.iter().map(Value::as_str).collect::<Option<_>>()?;
            let mut joined: Vec<&str> = Vec::new();
            for (place, text) in texts.iter().enumerate() {
                let mut others = texts.iter().enumerate().filter(|(other, _)| *other != place);
                if !others.any(|(_, other)| other.contains(text)) {
                    joined.push(text);
                }
            }
            Value::String(joined.join("\n\n"))
        }
        _ => return None,
    };
    if values.contains(&joined) {
        return None;
    }
    Some(Fields::from_iter([(name.clone(), joined)]))
}

/// A field's value in words, in full, empty where there is none.
fn whole(reader: &Reader, kind: RecordKind, name: &str, value: &Value) -> Result<String, CaseError> {
    Ok(match value {
        Value::Array(list) => list.iter().map(item).collect::<Vec<_>>().join("\n"),
        Value::Bool(is) => t(if *is { "questions-yes" } else { "questions-no" }).to_owned(),
        other => sentence::whole_value(reader, kind, name, other)?,
    })
}

/// An item of a list on one line.
fn item(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            // A source in the order of its form; what else an item may have follows.
            let order = ["title", "by", "date", "link", "note"];
            let first = order.iter().filter_map(|name| fields.get(*name));
            let rest = fields.iter().filter(|(name, _)| !order.contains(&name.as_str()));
            let words = first
                .chain(rest.map(|(_, value)| value))
                .filter(|value| !value.is_null());
            let words: Vec<String> = words.map(item).filter(|word| !word.is_empty()).collect();
            words.join(" · ")
        }
        other => other.to_string(),
    }
}

fn spoken(voice: &Voice, zone: &TimeZone) -> Spoken {
    Spoken {
        who: tf(
            "questions-voice",
            &[
                ("person", voice.person.as_str().into()),
                ("device", voice.device.as_str().into()),
            ],
        ),
        when: sentence::local(&voice.at, zone),
        seq: voice.seq,
    }
}

/// The record's title, or that it has none.
fn title(reader: &Reader, record: &RecordRef) -> Result<String, CaseError> {
    Ok(match reader.title(record)? {
        title if title.is_empty() => t("record-untitled").to_owned(),
        title => title,
    })
}

/// A record by its kind and title.
fn called(record: &RecordRef, title: &str) -> String {
    format!("{}: {title}", record.kind.name())
}

/// The record in whose view this one can be seen: of a part of a mark, the mark.
fn shown(reader: &Reader, record: &RecordRef) -> Result<Option<RecordRef>, CaseError> {
    if place_of(record).is_some() {
        return Ok(Some(record.clone()));
    }
    let fields = reader.fields(record)?.unwrap_or_default();
    let marking = fields.get("marking").and_then(Value::as_str);
    Ok(marking.map(|marking| RecordRef::new(RecordKind::Marking, marking)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn versions(name: &str, values: &[Value]) -> Vec<Version> {
        values
            .iter()
            .map(|value| Version {
                fields: Fields::from_iter([(name.to_owned(), value.clone())]),
                by: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn texts_follow_each_other_and_lists_are_joined_without_repetition() {
        let notes = versions("notes", &[json!("north"), json!("Північ")]);
        assert_eq!(together(&notes).unwrap()["notes"], "north\n\nПівніч");
        let sources = versions(
            "sources",
            &[
                json!([{"title": "a"}, {"title": "b"}]),
                json!([{"title": "b"}, {"title": "c"}]),
            ],
        );
        let joined = together(&sources).unwrap();
        assert_eq!(
            joined["sources"],
            json!([{"title": "a"}, {"title": "b"}, {"title": "c"}])
        );
    }

    #[test]
    fn nothing_is_joined_where_that_says_no_more_or_makes_no_sense() {
        let within = versions("notes", &[json!("north of Kyiv"), json!("north")]);
        assert_eq!(together(&within), None);
        assert_eq!(together(&versions("title", &[json!("a"), json!("b")])), None);
        assert_eq!(together(&versions("sources", &[json!([]), json!(null)])), None);
        let mut place = versions("notes", &[json!("a"), json!("b")]);
        place[0].fields.insert("other".to_owned(), json!(1));
        assert_eq!(together(&place), None);
    }

    #[test]
    fn words_are_told_apart_only_where_most_of_them_stayed() {
        let before = "The depot stands north of the river";
        let other = "Склад стоїть за річкою на півночі";
        assert!(runs(before, "The depot stands south of the river".to_owned()).len() > 1);
        assert_eq!(runs(before, other.to_owned()), [Run::Same(other.to_owned())]);
        assert_eq!(runs("", other.to_owned()), [Run::Same(other.to_owned())]);
    }

    #[test]
    fn a_source_is_told_in_full() {
        let source = json!({"note": "page 3", "title": "Report", "by": null, "date": "2024-05"});
        assert_eq!(item(&source), "Report · 2024-05 · page 3");
    }
}
