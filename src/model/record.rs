//! What all records have in common: a kind, an id, and fields by name.
//!
//! History, undo, verification and merging know records only as named fields, so that a new kind of record
//! needs no new code there.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::id::{
    AlbumId, ChecklistId, ComponentId, CustodyId, FindingId, MarkingId, MeasurementId, MergeId, PhotoId,
    PhotoSetId, PublicationId, RedactionId, RegionId, RuleFileId, SignatureId, StrikeId, SymbolId, TagId,
    TranscriptionId, WeaponId,
};
use super::{
    Album, Checklist, Component, Custody, Depiction, Finding, Marking, Measurement, Merge, Photo, PhotoSet,
    Publication, Redaction, Region, RuleFile, Signature, Strike, Symbol, Tag, Tagging, Transcription, Weapon,
};

/// Fields of a record by name, as JSON values; `null` is "not known".
pub type Fields = Map<String, Value>;

/// The kinds of record.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// What the case itself is called; there is one.
    CaseInfo,
    /// A strike.
    Strike,
    /// A weapon.
    Weapon,
    /// A component.
    Component,
    /// A photo.
    Photo,
    /// A marking.
    Marking,
    /// A region of a photo.
    Region,
    /// A transcription.
    Transcription,
    /// A finding.
    Finding,
    /// A tag.
    Tag,
    /// That a record bears a tag.
    Tagging,
    /// That a photo shows something.
    Depiction,
    /// A handover of a component.
    Custody,
    /// A signature of a chain's head.
    Signature,
    /// Photos that came in together.
    PhotoSet,
    /// A filter of photos under a name.
    Album,
    /// A scale or a length on a photo.
    Measurement,
    /// A drawn symbol.
    Symbol,
    /// A file of rules of reading.
    RuleFile,
    /// What a team requires of a kind of record.
    Checklist,
    /// A rectangle that copies for publication do not show.
    Redaction,
    /// Copies that were made for publication.
    Publication,
    /// That what others wrote was taken in.
    Merge,
}

impl RecordKind {
    /// Every kind, in an order in which a record comes after the ones it points at.
    pub const ALL: [Self; 23] = [
        Self::CaseInfo,
        Self::PhotoSet,
        Self::Photo,
        Self::Strike,
        Self::Weapon,
        Self::Component,
        Self::Marking,
        Self::Region,
        Self::Transcription,
        Self::Finding,
        Self::Tag,
        Self::Tagging,
        Self::Depiction,
        Self::Custody,
        Self::Signature,
        Self::Album,
        Self::Measurement,
        Self::Symbol,
        Self::RuleFile,
        Self::Checklist,
        Self::Redaction,
        Self::Publication,
        Self::Merge,
    ];

    /// The kind's word in tables, files and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::CaseInfo => "case_info",
            Self::Strike => "strike",
            Self::Weapon => "weapon",
            Self::Component => "component",
            Self::Photo => "photo",
            Self::Marking => "marking",
            Self::Region => "region",
            Self::Transcription => "transcription",
            Self::Finding => "finding",
            Self::Tag => "tag",
            Self::Tagging => "tagging",
            Self::Depiction => "depiction",
            Self::Custody => "custody",
            Self::Signature => "signature",
            Self::PhotoSet => "photo_set",
            Self::Album => "album",
            Self::Measurement => "measurement",
            Self::Symbol => "symbol",
            Self::RuleFile => "rule_file",
            Self::Checklist => "checklist",
            Self::Redaction => "redaction",
            Self::Publication => "publication",
            Self::Merge => "merge",
        }
    }

    /// What it is called, for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        crate::text::t(&format!("history-kind-{}", self.word()))
    }

    /// The kind that `word` names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Which record.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
pub struct RecordRef {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: String,
}

impl RecordRef {
    /// The record of `kind` with the id `id`.
    #[must_use]
    pub fn new(kind: RecordKind, id: impl ToString) -> Self {
        Self {
            kind,
            id: id.to_string(),
        }
    }
}

macro_rules! record_refs {
    ($($id:ident => $kind:ident;)*) => {$(
        impl From<$id> for RecordRef {
            fn from(id: $id) -> Self {
                Self::new(RecordKind::$kind, id)
            }
        }
    )*};
}

record_refs! {
    StrikeId => Strike;
    WeaponId => Weapon;
    ComponentId => Component;
    PhotoId => Photo;
    MarkingId => Marking;
    RegionId => Region;
    TranscriptionId => Transcription;
    FindingId => Finding;
    TagId => Tag;
    CustodyId => Custody;
    SignatureId => Signature;
    PhotoSetId => PhotoSet;
    AlbumId => Album;
    MeasurementId => Measurement;
    SymbolId => Symbol;
    RuleFileId => RuleFile;
    ChecklistId => Checklist;
    RedactionId => Redaction;
    PublicationId => Publication;
    MergeId => Merge;
}

/// What the case itself is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CaseInfo {
    /// Always `case`.
    pub id: String,
    /// The case's title.
    pub title: String,
    /// The organisation that keeps it.
    pub organisation: Option<String>,
    /// How it must be handled (a classification or caveat).
    pub handling: Option<String>,
    /// Anything else.
    pub notes: String,
}

impl CaseInfo {
    /// The id of the one record of this kind.
    pub const ID: &'static str = "case";

    /// The one record of this kind.
    #[must_use]
    pub fn record() -> RecordRef {
        RecordRef::new(RecordKind::CaseInfo, Self::ID)
    }
}

impl Default for CaseInfo {
    fn default() -> Self {
        Self {
            id: Self::ID.to_owned(),
            title: String::new(),
            organisation: None,
            handling: None,
            notes: String::new(),
        }
    }
}

/// A struct that is a record.
pub trait Recorded: Serialize + DeserializeOwned + Clone + PartialEq {
    /// Its kind.
    const KIND: RecordKind;

    /// Which record it is.
    fn record_ref(&self) -> RecordRef;

    /// Its fields by name.
    fn fields(&self) -> Fields {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            // Records are structs with named fields and text keys, which always make a JSON object.
            _ => Fields::new(),
        }
    }

    /// The fields in which `after` differs from `self`, with their values there.
    fn difference(&self, after: &Self) -> Fields {
        let before = self.fields();
        after
            .fields()
            .into_iter()
            .filter(|(name, value)| before.get(name) != Some(value))
            .collect()
    }
}

macro_rules! records {
    ($($record:ident;)*) => {
        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Record {
            $(#[doc = concat!("A record of the kind `", stringify!($record), "`.")] $record(Box<$record>),)*
        }

        impl Record {
            /// Which record it is.
            #[must_use]
            pub fn record_ref(&self) -> RecordRef {
                match self { $(Self::$record(record) => record.record_ref(),)* }
            }

            /// Its fields by name.
            #[must_use]
            pub fn fields(&self) -> Fields {
                match self { $(Self::$record(record) => record.fields(),)* }
            }

            /// The record that `fields` state.
            ///
            /// # Errors
            /// When a field is missing, unknown, or of the wrong form.
            pub fn from_fields(kind: RecordKind, fields: Fields) -> Result<Self, serde_json::Error> {
                let fields = Value::Object(fields);
                Ok(match kind {
                    $(RecordKind::$record => Self::$record(Box::new(serde_json::from_value(fields)?)),)*
                })
            }
        }

        $(
            impl Recorded for $record {
                const KIND: RecordKind = RecordKind::$record;
                fn record_ref(&self) -> RecordRef {
                    RecordRef::new(Self::KIND, &self.id)
                }
            }

            impl From<$record> for Record {
                fn from(record: $record) -> Self {
                    Self::$record(Box::new(record))
                }
            }
        )*
    };
}

records! {
    CaseInfo;
    Strike;
    Weapon;
    Component;
    Photo;
    Marking;
    Region;
    Transcription;
    Finding;
    Tag;
    Tagging;
    Depiction;
    Custody;
    Signature;
    PhotoSet;
    Album;
    Measurement;
    Symbol;
    RuleFile;
    Checklist;
    Redaction;
    Publication;
    Merge;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_reads_back_from_its_fields() {
        let strike = Strike {
            title: "Kyiv".to_owned(),
            latitude: Some(50.45),
            ..Strike::default()
        };
        let record = Record::from(strike);
        let back = Record::from_fields(RecordKind::Strike, record.fields());
        assert_eq!(back.ok(), Some(record));
    }

    #[test]
    fn a_difference_names_only_what_changed() {
        let before = Weapon::default();
        let after = Weapon {
            model: Some("unknown".to_owned()),
            ..before.clone()
        };
        let names: Vec<String> = before.difference(&after).keys().cloned().collect();
        assert_eq!(names, ["model"]);
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let mut fields = Tag::default().fields();
        fields.insert("colur".to_owned(), Value::Null);
        assert!(Record::from_fields(RecordKind::Tag, fields).is_err());
    }

    #[test]
    fn the_word_of_a_kind_is_its_name_in_json() {
        for kind in RecordKind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.word().into()));
            assert_eq!(RecordKind::from_word(kind.word()), Some(kind));
        }
    }
}
