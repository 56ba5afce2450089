//! Marks: what is on a component, where it is seen, what was read there, and what a person decided.
//!
//! The three stay apart: a [`Transcription`] holds only what is legible, a reading is a hypothesis that the
//! `reading` module computes from it, and a [`Finding`] is a person's decision on one reading.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::id::{ComponentId, FindingId, MarkingId, PhotoId, RegionId, TranscriptionId};
use super::view::View;

/// One mark on one component.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Marking {
    /// Its id.
    pub id: MarkingId,
    /// The component that bears it, if that is known.
    pub component: Option<ComponentId>,
    /// What the team calls it; may be empty.
    pub title: String,
    /// What sort of mark it is.
    pub kind: Option<MarkKind>,
    /// How it was made.
    pub method: Option<Method>,
    /// Its script: a term (`latin`, `hangul`, `cyrillic`, `arabic`, `han`, `digits`).
    pub script: Option<String>,
    /// The side of the component it is on.
    pub face: Option<String>,
    /// Anything else.
    pub notes: String,
}

/// What sort of mark it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// A serial number.
    Serial,
    /// A lot number.
    Lot,
    /// A date or date code.
    Date,
    /// A part number.
    PartNumber,
    /// A maker's logo.
    Logo,
    /// An inspector's stamp.
    InspectionStamp,
    /// A bar code or 2-D code.
    Barcode,
    /// Other writing.
    Text,
    /// A mark that somebody removed or made illegible on purpose.
    Removed,
}

/// How a mark was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Punched into the surface.
    Stamped,
    /// Formed when the piece was cast.
    Cast,
    /// Cut into the surface.
    Engraved,
    /// Painted through a stencil.
    Stencilled,
    /// Inked or printed.
    Inked,
    /// On a label.
    Label,
    /// Burnt by a laser.
    Laser,
    /// Written by hand.
    Handwritten,
}

/// The rectangle of a photo in which a marking is seen, in pixels of the original, orientation applied.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// The marking seen there.
    pub marking: MarkingId,
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
    /// Degrees clockwise by which the crop is turned to read it: a view, not a change.
    pub angle: f64,
    /// How it is looked at; `None` as the camera saw it.
    pub view: Option<View>,
}

/// What one person read in a marking, in the notation of `reading::notation`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Transcription {
    /// Its id.
    pub id: TranscriptionId,
    /// The marking.
    pub marking: MarkingId,
    /// What is legible, in the notation.
    pub text: String,
    /// Who read it.
    pub by: String,
    /// When it was first written.
    pub at: Timestamp,
    /// Anything else: light, angle, aid used; why an adjudicator decided so.
    pub note: String,
    /// Under which conditions it was made; `None` for a reader who may have seen what others read.
    pub role: Option<Role>,
    /// Of what a machine read: which sort of code it is (`DATA_MATRIX`).
    pub symbology: Option<String>,
    /// Of what a machine read: the bytes of the code, in lower-case hexadecimal digits.
    pub data: Option<String>,
}

/// Under which conditions a transcription was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// By somebody to whom no other transcription of the mark had been shown.
    BlindReader,
    /// By somebody who had all the others before them and decided between them; the note says why.
    Adjudicator,
    /// By a decoder of bar codes.
    Machine,
}

impl Transcription {
    /// The one that counts: the newest decision between readers, else the newest of a person, else of a machine.
    #[must_use]
    pub fn settled(oldest_first: &[Self]) -> Option<&Self> {
        let written = || {
            oldest_first
                .iter()
                .rev()
                .filter(|one| !one.text.trim().is_empty())
        };
        written()
            .find(|one| one.role == Some(Role::Adjudicator))
            .or_else(|| written().find(|one| one.role != Some(Role::Machine)))
            .or_else(|| written().next())
    }

    /// Whether a person read it themselves, neither deciding between others nor a machine.
    #[must_use]
    pub fn is_by_reader(&self) -> bool {
        !matches!(self.role, Some(Role::Adjudicator | Role::Machine))
    }
}

impl Default for Transcription {
    fn default() -> Self {
        Self {
            id: TranscriptionId::new(),
            marking: MarkingId::new(),
            text: String::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
            note: String::new(),
            role: None,
            symbology: None,
            data: None,
        }
    }
}

/// A person's decision on one reading of one transcription, with the reading as it was when they decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// The marking.
    pub marking: MarkingId,
    /// The transcription that was read.
    pub transcription: TranscriptionId,
    /// Accepted or rejected.
    pub verdict: Verdict,
    /// The reading's system (`juche`).
    pub system: String,
    /// The rule within the system (`J2`).
    pub rule: String,
    /// The transcription's text that was read.
    pub raw: String,
    /// First day of what the mark says, proleptic Gregorian.
    pub earliest: Option<Date>,
    /// Last day of what the mark says.
    pub latest: Option<Date>,
    /// What the reading dates (`production`).
    pub meaning: String,
    /// The reading's grade, `A` to `D` or `X`.
    pub grade: String,
    /// The strike's first possible day when it was decided.
    pub strike_earliest: Option<Date>,
    /// The strike's last possible day when it was decided.
    pub strike_latest: Option<Date>,
    /// Last day of production once the strike bounds it.
    pub production_latest: Option<Date>,
    /// Fewest days from production to use.
    pub days_min: Option<u32>,
    /// Most days from production to use.
    pub days_max: Option<u32>,
    /// The sentence that may be quoted.
    pub statement: String,
    /// Why the person decided so. Required.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Ids of the sources of the rule.
    pub rule_sources: Vec<String>,
}

impl Default for Finding {
    fn default() -> Self {
        Self {
            id: FindingId::new(),
            marking: MarkingId::new(),
            transcription: TranscriptionId::new(),
            verdict: Verdict::Rejected,
            system: String::new(),
            rule: String::new(),
            raw: String::new(),
            earliest: None,
            latest: None,
            meaning: String::new(),
            grade: String::new(),
            strike_earliest: None,
            strike_latest: None,
            production_latest: None,
            days_min: None,
            days_max: None,
            statement: String::new(),
            reason: String::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
            rule_sources: Vec::new(),
        }
    }
}

/// What a person decided about a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is what the mark means.
    Accepted,
    /// It is not what the mark means.
    Rejected,
}
