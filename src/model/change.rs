//! What a person can do: one enum value for each, and the only way in which a case changes.

use super::id::PhotoId;
use super::marking::{Finding, Marking, Region, Role, Transcription};
use super::photo::Photo;
use super::record::{Fields, Record, RecordRef, Recorded};
use super::vocabulary::Vocabulary;

/// One thing a person can do to a case. `case::Case::apply` carries it out, with a trace, or refuses it.
#[derive(Debug, Clone)]
pub enum Change {
    /// Makes a new strike, weapon, component or tag.
    Create(Record),
    /// Sets some fields of a record.
    Edit {
        /// The record.
        record: RecordRef,
        /// The new values by field name; `null` makes a field unknown.
        fields: Fields,
    },
    /// Sets the same fields of many records, as one entry of the history.
    EditAll {
        /// The records. Those that have the values already are left as they are.
        records: Vec<RecordRef>,
        /// The new values by field name; `null` makes a field unknown.
        fields: Fields,
    },
    /// Takes a record away, with the ties that point at it. Its history and its original bytes stay.
    Remove(RecordRef),
    /// Takes an original into the case.
    AddPhoto(Box<NewPhoto>),
    /// Says that each of the photos shows the subject.
    LinkPhotos {
        /// The photos.
        photos: Vec<PhotoId>,
        /// A strike, weapon or component.
        subject: RecordRef,
    },
    /// Takes that back.
    UnlinkPhotos {
        /// The photos.
        photos: Vec<PhotoId>,
        /// A strike, weapon or component.
        subject: RecordRef,
    },
    /// Gives records a tag, which is made if the vocabulary lacks it.
    AddTag {
        /// The tag's name.
        name: String,
        /// The tag's vocabulary; empty for free tags.
        vocabulary: String,
        /// Who shall bear it.
        records: Vec<RecordRef>,
    },
    /// Takes a tag from records.
    RemoveTag {
        /// The tag's name.
        name: String,
        /// The tag's vocabulary.
        vocabulary: String,
        /// Who bears it.
        records: Vec<RecordRef>,
    },
    /// Puts one term of a vocabulary, or one tag, in the place of another: every record that bears `from` bears `into`,
    /// and what `from` was called becomes synonyms of `into`.
    MergeTerms {
        /// The vocabulary.
        vocabulary: Vocabulary,
        /// The term or tag that goes, as it is stored.
        from: String,
        /// The one that stays, as it is stored.
        into: String,
    },
    /// Draws a region on a photo, for a new marking or for one that exists.
    DrawRegion {
        /// The region; it names its marking.
        region: Region,
        /// That marking when it is new.
        marking: Option<Marking>,
    },
    /// Writes what a person reads in a marking: a new transcription, or a revision of one by its id.
    Transcribe(Transcription),
    /// Accepts or rejects a reading, in place of an earlier decision on the same reading of the marking.
    Decide(Box<Finding>),
    /// Decides between what several devices wrote in the same fields without knowing of each other.
    Settle {
        /// The record.
        record: RecordRef,
        /// What it shall say, by field name; also when that is what is shown already.
        fields: Fields,
    },
    /// Decides whether a record goes that one device took away while others, without knowing, worked on it; what was
    /// taken away together with it goes or stays with it.
    SettleRemoval {
        /// The record.
        record: RecordRef,
        /// Whether it goes.
        removes: bool,
    },
}

/// An original on its way into the case, with what was computed from its bytes.
#[derive(Debug, Clone, Default)]
pub struct NewPhoto {
    /// The record.
    pub photo: Photo,
    /// The original, exactly as it came.
    pub bytes: Vec<u8>,
    /// A JPEG of at most 256 pixels on the long side, upright.
    pub small_preview: Option<Vec<u8>>,
    /// A JPEG of at most 512 pixels on the long side, upright.
    pub medium_preview: Option<Vec<u8>>,
    /// A JPEG of at most 2048 pixels on the long side, upright.
    pub large_preview: Option<Vec<u8>>,
    /// What the picture looks like, in 64 bits of which few differ between two sizes of one picture.
    pub likeness: Option<u64>,
    /// All metadata of the file: block, name, value.
    pub metadata: Vec<(String, String, String)>,
}

impl Change {
    /// The change from `before` to `after`, or `None` when they are the same.
    #[must_use]
    pub fn edit<R: Recorded>(before: &R, after: &R) -> Option<Self> {
        let fields = before.difference(after);
        (!fields.is_empty()).then(|| Self::Edit {
            record: before.record_ref(),
            fields,
        })
    }

    /// The name of what is done: the `action` column of the history, and the key of its message.
    #[must_use]
    pub fn action(&self) -> &'static str {
        match self {
            Self::Create(Record::Strike(_)) => "create-strike",
            Self::Create(Record::Weapon(_)) => "create-weapon",
            Self::Create(Record::Component(_)) => "create-component",
            Self::Create(Record::Tag(tag)) if tag.vocabulary.is_empty() => "create-tag",
            Self::Create(Record::Tag(_)) => "add-term",
            Self::Create(Record::Custody(_)) => "hand-over",
            Self::Create(Record::Signature(_)) => "sign",
            Self::Create(Record::PhotoSet(_)) => "import-photos",
            Self::Create(Record::Album(_)) => "create-album",
            Self::Create(Record::Measurement(_)) => "measure",
            Self::Create(Record::Symbol(_)) => "draw-symbol",
            Self::Create(Record::RuleFile(_)) => "add-rules",
            Self::Create(Record::Checklist(_)) => "create-checklist",
            Self::Create(Record::Redaction(_)) => "redact",
            Self::Create(Record::Publication(_)) => "publish",
            Self::Create(Record::Merge(_)) => "merge",
            Self::Create(_) => "create",
            Self::Edit { .. } | Self::EditAll { .. } => "edit",
            Self::Remove(_) => "remove",
            Self::AddPhoto(_) => "add-photo",
            Self::LinkPhotos { .. } => "link-photos",
            Self::UnlinkPhotos { .. } => "unlink-photos",
            Self::AddTag { .. } => "add-tag",
            Self::RemoveTag { .. } => "remove-tag",
            Self::MergeTerms { .. } => "merge-terms",
            Self::DrawRegion { .. } => "draw-region",
            Self::Transcribe(transcription) => match transcription.role {
                Some(Role::Adjudicator) => "adjudicate",
                Some(Role::Machine) => "decode",
                _ => "transcribe",
            },
            Self::Decide(finding) => match finding.verdict {
                super::Verdict::Accepted => "accept-reading",
                super::Verdict::Rejected => "reject-reading",
            },
            Self::Settle { .. } | Self::SettleRemoval { .. } => "settle",
        }
    }
}
