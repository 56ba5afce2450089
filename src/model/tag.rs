//! Tags, and the two ties that join many records to many: who bears a tag, and what a photo shows.

use serde::{Deserialize, Serialize};

use super::id::{PhotoId, TagId};
use super::record::{RecordKind, RecordRef};

/// A name in a vocabulary: a tag, or a term that the case adds to a list of terms or says otherwise than the program.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// The name, without spaces at its ends; two tags of a vocabulary never differ by case alone. Of a term, what
    /// records store.
    pub name: String,
    /// The vocabulary, by [`Vocabulary::stored`](super::Vocabulary::stored); empty for free tags.
    pub vocabulary: String,
    /// `#rrggbb`, if somebody chose a colour.
    pub colour: Option<String>,
    /// What it is called in English, if not by its name.
    pub en: Option<String>,
    /// What it is called in Ukrainian.
    pub uk: Option<String>,
    /// What it is called in Korean.
    pub ko: Option<String>,
    /// Other words by which it is found.
    pub synonyms: Vec<String>,
    /// Where the term was read.
    pub source: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// Whether it is offered; `None` is that it is.
    pub standing: Option<Standing>,
}

/// What a term is no longer used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is not offered any more. Records that bear it keep it, and show it.
    Hidden,
}

/// Whether a text is a colour: `#` and six hexadecimal digits.
#[must_use]
pub fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// That a record bears a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tagging {
    /// `TAG/KIND/RECORD`: the same on every laptop, so that two people who tag alike agree.
    pub id: String,
    /// The tag.
    pub tag: TagId,
    /// The kind of record that bears it.
    pub record_kind: RecordKind,
    /// That record's id.
    pub record: String,
}

impl Tagging {
    /// The tie between `tag` and `record`.
    #[must_use]
    pub fn new(tag: TagId, record: &RecordRef) -> Self {
        Self {
            id: format!("{tag}/{}/{}", record.kind.word(), record.id),
            tag,
            record_kind: record.kind,
            record: record.id.clone(),
        }
    }
}

/// That a photo shows a strike, a weapon or a component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Depiction {
    /// `PHOTO/KIND/SUBJECT`.
    pub id: String,
    /// The photo.
    pub photo: PhotoId,
    /// The kind of record it shows.
    pub subject_kind: RecordKind,
    /// That record's id.
    pub subject: String,
}

impl Depiction {
    /// The tie between `photo` and `subject`.
    #[must_use]
    pub fn new(photo: PhotoId, subject: &RecordRef) -> Self {
        Self {
            id: format!("{photo}/{}/{}", subject.kind.word(), subject.id),
            photo,
            subject_kind: subject.kind,
            subject: subject.id.clone(),
        }
    }
}
