//! A redaction: a rectangle of a photo that copies for publication must not show. The original keeps what is there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{PhotoId, RedactionId};
use crate::text::t;

/// A rectangle of a photo, in pixels of the original, orientation applied, that is covered in every copy for publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Redaction {
    /// Its id.
    pub id: RedactionId,
    /// The photo.
    pub photo: PhotoId,
    /// Pixels from the left edge.
    pub x: u32,
    /// Pixels from the top edge.
    pub y: u32,
    /// Pixels, 1 or more.
    pub width: u32,
    /// Pixels, 1 or more.
    pub height: u32,
    /// What there is to cover.
    pub why: RedactionReason,
    /// Anything else.
    pub notes: String,
    /// Who drew it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a redaction covers.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RedactionReason {
    /// A face, or something else by which a person is known.
    #[default]
    Face,
    /// The number plate of a vehicle.
    NumberPlate,
    /// Something by which the place is known.
    Place,
    /// Papers, screens, labels with names.
    Document,
    /// Something else.
    Other,
}

impl RedactionReason {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Face,
        Self::NumberPlate,
        Self::Place,
        Self::Document,
        Self::Other,
    ];

    /// Its word in tables and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Face => "face",
            Self::NumberPlate => "number_plate",
            Self::Place => "place",
            Self::Document => "document",
            Self::Other => "other",
        }
    }

    /// The reason that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }

    /// What it is called, for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        t(match self {
            Self::Face => "redaction-face",
            Self::NumberPlate => "redaction-number-plate",
            Self::Place => "redaction-place",
            Self::Document => "redaction-document",
            Self::Other => "redaction-other",
        })
    }
}

impl Default for Redaction {
    fn default() -> Self {
        Self {
            id: RedactionId::new(),
            photo: PhotoId::fixed(0),
            x: 0,
            y: 0,
            width: 0,
            height: 0,
            why: RedactionReason::default(),
            notes: String::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_reason_is_its_name_in_json() {
        for reason in RedactionReason::ALL {
            assert_eq!(serde_json::to_value(reason).ok(), Some(reason.word().into()));
            assert_eq!(RedactionReason::from_word(reason.word()), Some(reason));
        }
        assert_eq!(RedactionReason::from_word("mood"), None);
    }
}
