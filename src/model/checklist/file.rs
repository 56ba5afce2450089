//! Checklists as a text: TOML for people, JSON for programs, with the same words. A text with anything wrong in it is
//! refused as a whole, with the line and the reason.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::item::Written;
use super::{Checklist, Fault, Item};
use crate::model::record::RecordKind;
use crate::text::{t, tf};

/// Why a text can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", tf("checklist-file-line", &[("line", self.line.to_string().into()), ("reason", self.reason.as_str().into())]))]
pub struct FileFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File<L> {
    #[serde(default = "Vec::new")]
    checklist: Vec<L>,
}

/// A list as it stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List<I> {
    name: String,
    record: RecordKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    term: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
    #[serde(default = "Vec::new")]
    item: Vec<I>,
}

/// A list of JSON, checked as a whole: the deserializer then knows where it stands.
#[derive(Deserialize)]
#[serde(try_from = "List<Item>")]
struct Checked(Checklist);

impl TryFrom<List<Item>> for Checked {
    type Error = Fault;

    fn try_from(list: List<Item>) -> Result<Self, Fault> {
        let mut taken = head(&list);
        taken.items = list.item;
        taken.check().map(|()| Self(taken))
    }
}

fn head<I>(list: &List<I>) -> Checklist {
    Checklist {
        name: list.name.trim().to_owned(),
        record_kind: list.record,
        term: list.term.clone(),
        tag: list.tag.clone(),
        notes: list.notes.clone(),
        ..Checklist::default()
    }
}

/// Reads TOML.
///
/// # Errors
/// The first thing that is wrong.
pub fn read_toml(text: &str) -> Result<Vec<Checklist>, FileFault> {
    let line_at = |byte: usize| 1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count();
    let file: File<Spanned<List<Spanned<Written>>>> = toml::from_str(text).map_err(|error| FileFault {
        line: line_at(error.span().map_or(0, |span| span.start)),
        reason: error.message().to_owned(),
    })?;
    let mut lists = Vec::new();
    for list in file.checklist {
        let line = line_at(list.span().start);
        let list = list.into_inner();
        let mut taken = head(&list);
        let of_item = |place, at, fault| FileFault {
            line: line_at(at),
            reason: Fault::Item { place, fault }.to_string(),
        };
        for (place, item) in list.item.into_iter().enumerate() {
            let at = item.span().start;
            let item = Item::try_from(item.into_inner()).map_err(|fault| of_item(place, at, fault))?;
            // A list of another kind is refused below, as a whole.
            if Checklist::KINDS.contains(&taken.record_kind) {
                item.check(taken.record_kind)
                    .map_err(|fault| of_item(place, at, fault))?;
            }
            taken.items.push(item);
        }
        taken.check().map_err(|fault| FileFault {
            line,
            reason: fault.to_string(),
        })?;
        once(&lists, &taken).map_err(|reason| FileFault { line, reason })?;
        lists.push(taken);
    }
    Ok(lists)
}

/// Reads JSON.
///
/// # Errors
/// The first thing that is wrong. What is wrong in a list as a whole is told at its end.
pub fn read_json(text: &str) -> Result<Vec<Checklist>, FileFault> {
    let file: File<Checked> = serde_json::from_str(text).map_err(|error| FileFault {
        line: error.line(),
        // The place stands before the reason already.
        reason: match error.to_string().split_once(" at line ") {
            Some((reason, _)) => reason.to_owned(),
            None => error.to_string(),
        },
    })?;
    let mut lists = Vec::new();
    for Checked(list) in file.checklist {
        once(&lists, &list).map_err(|reason| FileFault {
            line: text.lines().count(),
            reason,
        })?;
        lists.push(list);
    }
    Ok(lists)
}

/// That no list of the same kind has the same name.
fn once(lists: &[Checklist], list: &Checklist) -> Result<(), String> {
    let is_same = |other: &Checklist| {
        other.record_kind == list.record_kind && other.name.to_lowercase() == list.name.to_lowercase()
    };
    if lists.iter().any(is_same) {
        return Err(tf(
            "checklist-fault-twice",
            &[("name", list.name.as_str().into())],
        ));
    }
    Ok(())
}

fn file_of<'a>(lists: impl IntoIterator<Item = &'a Checklist>) -> File<List<Item>> {
    let list = |list: &Checklist| List {
        name: list.name.clone(),
        record: list.record_kind,
        term: list.term.clone(),
        tag: list.tag.clone(),
        notes: list.notes.clone(),
        item: list.items.clone(),
    };
    File {
        checklist: lists.into_iter().map(list).collect(),
    }
}

/// Writes TOML.
#[must_use]
pub fn write_toml<'a>(lists: impl IntoIterator<Item = &'a Checklist>) -> String {
    // Texts, numbers and lists of them always make TOML.
    let text = toml::to_string_pretty(&file_of(lists)).unwrap_or_default();
    format!("# {}\n\n{text}", t("checklist-file-head"))
}

/// Writes JSON.
#[must_use]
pub fn write_json<'a>(lists: impl IntoIterator<Item = &'a Checklist>) -> String {
    serde_json::to_string_pretty(&file_of(lists)).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Fact, bundled};
    use super::*;

    const LIST: &str = "[[checklist]]\nname = \"Strike\"\nrecord = \"strike\"\n\n";

    #[test]
    fn what_is_written_reads_back_in_both_forms() {
        let plain = |lists: &[Checklist]| {
            let heads = lists.iter().map(|list| Checklist {
                id: crate::model::id::ChecklistId::fixed(0),
                ..list.clone()
            });
            heads.collect::<Vec<_>>()
        };
        let lists = bundled();
        assert_eq!(plain(&read_toml(&write_toml(lists)).unwrap()), plain(lists));
        assert_eq!(plain(&read_json(&write_json(lists)).unwrap()), plain(lists));
    }

    #[test]
    fn a_bad_file_is_refused_with_its_line() {
        for (rest, line, says) in [
            ("[[checklist.item]]\nfield = \"ocurred\"\n", 5, "ocurred"),
            (
                "[[checklist.item]]\nfield = \"title\"\n\n[[checklist.item]]\nfact = \"readers\"\n",
                8,
                "readers",
            ),
            (
                "[[checklist.item]]\nfield = \"title\"\ndemand = \"perhaps\"\n",
                7,
                "perhaps",
            ),
            ("[[checklist.item]]\nfeild = \"title\"\n", 6, "feild"),
            (
                "[[checklist.item]]\nfield = \"title\"\nfact = \"photos\"\n",
                5,
                "1",
            ),
            ("[[checklist.item]]\nfield = title\n", 6, ""),
            (
                "[[checklist]]\nname = \"strike\"\nrecord = \"strike\"\n",
                5,
                "strike",
            ),
            (
                "[[checklist]]\nname = \"Other\"\nrecord = \"album\"\n",
                5,
                "strike",
            ),
        ] {
            let fault = read_toml(&format!("{LIST}{rest}")).unwrap_err();
            assert_eq!(fault.line, line, "{rest}: {fault}");
            assert!(fault.reason.contains(says), "{rest}: {fault}");
        }
        let json = "{\"checklist\": [\n {\"name\": \"A\", \"record\": \"weapon\", \"item\": [\n  {\"field\": \"occurred\"}\n ]}\n]}";
        let fault = read_json(json).unwrap_err();
        // Where the list ends.
        assert_eq!(fault.line, 5, "{fault}");
        assert!(fault.reason.contains("occurred"), "{fault}");
        let json = "{\"checklist\": [\n {\"name\": \"A\", \"record\": \"weapon\", \"item\": [\n  {\"feild\": \"class\"}\n ]}\n]}";
        assert_eq!(read_json(json).unwrap_err().line, 3);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(\\[\\[checklist(.item)?\\]\\]|name|record|fact|field| = |\"|photos|strike|[a-z]|\n|[{}:,]){0,40}") {
            let _ = read_toml(&text);
            let _ = read_json(&text);
        }

        #[test]
        fn labels_of_any_letters_read_back(en in "\\PC{0,20}", name in "[^\\s]\\PC{0,10}[^\\s]", at_least in 1u32..1000) {
            let list = Checklist {
                name,
                record_kind: RecordKind::Component,
                items: vec![Item { en: Some(en), ..Item::fact(Fact::Photos, at_least) }],
                ..Checklist::default()
            };
            let toml = read_toml(&write_toml([&list])).unwrap();
            prop_assert_eq!((&toml[0].items, &toml[0].name), (&list.items, &list.name));
            let json = read_json(&write_json([&list])).unwrap();
            prop_assert_eq!((&json[0].items, &json[0].name), (&list.items, &list.name));
        }
    }
}
