//! A publication: that copies of photos were made for others, which, for whom, with what chosen, and what of each was withheld.

mod options;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{PhotoId, PublicationId, Sha256};
use super::photo_set::FileNote;
use crate::text::{has, t, tf};

pub use options::{
    CopyFormat, DatePrecision, OptionFault, PlacePrecision, PublicationOptions, PublishedField, QUALITY, SIZE,
};

/// Copies of photos that were made for publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Publication {
    /// Its id.
    pub id: PublicationId,
    /// What it is called: the folder's name, unless somebody gives it a better one.
    pub title: String,
    /// For what it was made.
    pub purpose: String,
    /// For whom it was made.
    pub recipient: String,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What was chosen. Everything else was withheld.
    pub options: PublicationOptions,
    /// The copies that were written.
    pub copies: Vec<PublishedCopy>,
    /// The photos that were asked for and of which there is no copy, with the reason.
    pub refused: Vec<FileNote>,
    /// Anything else.
    pub notes: String,
}

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PublishedCopy {
    /// The photo.
    pub photo: PhotoId,
    /// The SHA-256 of the original.
    pub original: Sha256,
    /// The name of the copy's file.
    pub file: String,
    /// The SHA-256 of the copy's bytes.
    pub sha256: Sha256,
    /// Pixels across, with a strip if it has one.
    pub width: u32,
    /// Pixels down, with a strip if it has one.
    pub height: u32,
    /// What of the original and of its record is not in the copy or in the tables beside it.
    pub withheld: Vec<Withheld>,
    /// What is wrong with the original's pixels although they can be shown.
    pub warning: Option<String>,
}

/// Something that a copy does not have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// What sort of thing.
    pub what: WithheldKind,
    /// Which: a block's name, a field's name, the reason of a redaction.
    pub name: String,
    /// How many: tags of a block, rectangles, bytes after the end of the picture.
    pub count: u64,
}

/// What sort of thing is withheld.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum WithheldKind {
    /// Rectangles of the picture that are covered; the name is the reason.
    Redaction,
    /// The position that the file or somebody stated, or all of it but what the chosen precision says.
    Position,
    /// The time of capture, or all of it but what the chosen precision says.
    Time,
    /// The camera body's serial number.
    SerialNumber,
    /// A field of the record.
    Field,
    /// Tags in a block of metadata (`Exif`, `GPS`, `XMP`, `IPTC`).
    Metadata,
    /// Segments of the file that are not the picture itself (`APP1 Exif`, `iTXt`).
    Segment,
    /// Bytes after the end of the picture.
    TrailingData,
}

impl Withheld {
    /// `count` of `name`.
    #[must_use]
    pub fn new(what: WithheldKind, name: impl Into<String>, count: u64) -> Self {
        Self {
            what,
            name: name.into(),
            count,
        }
    }

    /// It in words.
    #[must_use]
    pub fn line(&self) -> String {
        let name = || -> &str {
            match self.what {
                WithheldKind::Redaction => {
                    let reason = super::RedactionReason::from_word(&self.name);
                    reason.map_or(self.name.as_str(), |reason| reason.label())
                }
                WithheldKind::Field => {
                    let key = format!("publication-field-{}", self.name.replace('_', "-"));
                    if has(&key) { t(&key) } else { &self.name }
                }
                _ => &self.name,
            }
        };
        match self.what {
            WithheldKind::Position => t("withheld-position").to_owned(),
            WithheldKind::Time => t("withheld-time").to_owned(),
            WithheldKind::SerialNumber => t("withheld-serial-number").to_owned(),
            WithheldKind::TrailingData => tf("withheld-trailing", &[("count", self.count.into())]),
            WithheldKind::Field => tf("withheld-field", &[("name", name().into())]),
            WithheldKind::Redaction | WithheldKind::Metadata | WithheldKind::Segment => {
                let key = match self.what {
                    WithheldKind::Redaction => "withheld-redaction",
                    WithheldKind::Metadata => "withheld-metadata",
                    _ => "withheld-segment",
                };
                tf(key, &[("name", name().into()), ("count", self.count.into())])
            }
        }
    }
}

impl Default for Publication {
    fn default() -> Self {
        Self {
            id: PublicationId::new(),
            title: String::new(),
            purpose: String::new(),
            recipient: String::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
            options: PublicationOptions::default(),
            copies: Vec::new(),
            refused: Vec::new(),
            notes: String::new(),
        }
    }
}

impl Default for PublishedCopy {
    fn default() -> Self {
        Self {
            photo: PhotoId::fixed(0),
            original: Sha256([0; 32]),
            file: String::new(),
            sha256: Sha256([0; 32]),
            width: 0,
            height: 0,
            withheld: Vec::new(),
            warning: None,
        }
    }
}
