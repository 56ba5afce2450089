//! Tags, and the two ties that join many records to many: who bears a tag, and what a photo shows.

use serde::{Deserialize, Serialize};

use super::id::{PhotoId, TagId};
use super::record::{RecordKind, RecordRef};

/// A name in a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// The name, without spaces at its ends; two tags of a vocabulary never differ by case alone.
    pub name: String,
    /// The vocabulary; empty for free tags.
    pub vocabulary: String,
    /// `#rrggbb`, if somebody chose a colour.
    pub colour: Option<String>,
}

/// That a record bears a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
