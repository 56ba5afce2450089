//! What the rows of a table can be, and the fields that their columns can be.

use serde::Serialize;

use crate::model::Vocabulary;
use crate::model::record::{Fields, RecordKind, Recorded};
use crate::model::{Component, Strike, Weapon};
use crate::text::t;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Strikes.
    Strikes,
    /// Weapons.
    Weapons,
    /// Components.
    Components,
}

/// A field that a column can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in records and in the CSV of `witnessmark list`; `position` and `tags` are not fields of records.
    pub name: &'static str,
    label: &'static str,
    /// What stands in its cells.
    pub form: Form,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The record's own id.
    Id,
    /// Words.
    Text,
    /// EDTF, or a date as people type it.
    Date,
    /// A number of 0 or more in this unit (`mm`, `m`, `g`).
    Number(&'static str),
    /// How many: 1 or more.
    Count,
    /// Degrees north, -90 to 90.
    Latitude,
    /// Degrees east, -180 to 180.
    Longitude,
    /// A position in any notation.
    Position,
    /// The IANA name of a time zone.
    Zone,
    /// Two letters of ISO 3166-1.
    Country,
    /// A term of a vocabulary, or other words.
    Term(Vocabulary),
    /// One of a few: the word that is stored and the key of its label.
    Choice(&'static [(&'static str, &'static str)]),
    /// The id or the title of another record.
    Reference(RecordKind),
    /// Where it comes from.
    Sources,
    /// Tags, separated by semicolons.
    Tags,
}

impl Field {
    const fn new(name: &'static str, label: &'static str, form: Form) -> Self {
        Self { name, label, form }
    }

    /// What it is called on screen.
    #[must_use]
    pub fn label(&self) -> &'static str {
        t(self.label)
    }
}

const ID: Field = Field::new("id", "sheet-field-id", Form::Id);
const TITLE: Field = Field::new("title", "form-title", Form::Text);
const PLACE: Field = Field::new("place_name", "form-place", Form::Text);
const POSITION: Field = Field::new("position", "form-position", Form::Position);
const LATITUDE: Field = Field::new("latitude", "sheet-field-latitude", Form::Latitude);
const LONGITUDE: Field = Field::new("longitude", "sheet-field-longitude", Form::Longitude);
const RADIUS: Field = Field::new("radius_m", "form-radius", Form::Number("m"));
const NOTES: Field = Field::new("notes", "form-notes", Form::Text);
const SOURCES: Field = Field::new("sources", "form-sources", Form::Sources);
const TAGS: Field = Field::new("tags", "form-tags", Form::Tags);
const EXHIBIT: Field = Field::new("exhibit_number", "form-exhibit", Form::Text);

const STRIKE: &[Field] = &[
    TITLE,
    Field::new("occurred", "form-occurred", Form::Date),
    Field::new("time_zone", "form-zone", Form::Zone),
    Field::new("reported", "form-reported", Form::Date),
    Field::new("reported_by", "form-reported-by", Form::Text),
    Field::new("reported_link", "form-reported-link", Form::Text),
    PLACE,
    POSITION,
    LATITUDE,
    LONGITUDE,
    RADIUS,
    Field::new("target", "form-target", Form::Term(Vocabulary::TargetKind)),
    Field::new("status", "form-status", Form::Choice(STATUS)),
    NOTES,
    SOURCES,
    TAGS,
    Field::new("cover_photo", "form-cover", Form::Reference(RecordKind::Photo)),
    ID,
];

const WEAPON: &[Field] = &[
    TITLE,
    Field::new("class", "form-class", Form::Term(Vocabulary::WeaponClass)),
    Field::new("model", "form-model", Form::Text),
    Field::new("model_grade", "form-grade", Form::Choice(GRADES)),
    Field::new("strike", "form-strike", Form::Reference(RecordKind::Strike)),
    Field::new("origin", "form-origin", Form::Country),
    Field::new("origin_basis", "form-origin-basis", Form::Text),
    Field::new("maker", "form-maker", Form::Text),
    EXHIBIT,
    NOTES,
    SOURCES,
    TAGS,
    ID,
];

const COMPONENT: &[Field] = &[
    TITLE,
    Field::new("kind", "form-kind", Form::Term(Vocabulary::ComponentKind)),
    Field::new("weapon", "form-weapon", Form::Reference(RecordKind::Weapon)),
    Field::new("parent", "form-parent", Form::Reference(RecordKind::Component)),
    Field::new("maker", "form-maker-marked", Form::Text),
    Field::new("part_number", "form-part-number", Form::Text),
    Field::new("supply", "form-supply", Form::Choice(SUPPLY)),
    Field::new("condition", "form-condition", Form::Text),
    Field::new("quantity", "form-quantity", Form::Count),
    Field::new("length_mm", "form-length", Form::Number("mm")),
    Field::new("width_mm", "form-width", Form::Number("mm")),
    Field::new("height_mm", "form-height", Form::Number("mm")),
    Field::new("mass_g", "form-mass", Form::Number("g")),
    EXHIBIT,
    Field::new("recovered", "form-recovered", Form::Date),
    Field::new("recovered_by", "form-recovered-by", Form::Text),
    PLACE,
    POSITION,
    LATITUDE,
    LONGITUDE,
    RADIUS,
    Field::new("kept_at", "form-kept-at", Form::Text),
    Field::new("documented", "form-documented", Form::Date),
    Field::new("seen", "form-seen", Form::Choice(SEEN)),
    Field::new("week_profile", "form-weeks", Form::Choice(WEEKS)),
    NOTES,
    SOURCES,
    TAGS,
    ID,
];

const STATUS: &[(&str, &str)] = &[
    ("reported", "form-status-reported"),
    ("confirmed", "form-status-confirmed"),
    ("disputed", "form-status-disputed"),
];
const GRADES: &[(&str, &str)] = &[
    ("A", "form-grade-a"),
    ("B", "form-grade-b"),
    ("C", "form-grade-c"),
    ("D", "form-grade-d"),
];
const SUPPLY: &[(&str, &str)] = &[
    ("domestic", "form-supply-domestic"),
    ("imported", "form-supply-imported"),
];
const SEEN: &[(&str, &str)] = &[
    ("in_person", "form-seen-in-person"),
    ("photos_only", "form-seen-photos-only"),
];
const WEEKS: &[(&str, &str)] = &[
    ("iso", "form-weeks-iso"),
    ("tolerant", "form-weeks-tolerant"),
    ("mil38535", "form-weeks-mil38535"),
    ("fairchild6", "form-weeks-fairchild6"),
];

impl Target {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Strikes, Self::Weapons, Self::Components];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Strikes => "strikes",
            Self::Weapons => "weapons",
            Self::Components => "components",
        }
    }

    /// The target that `word` names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.word() == word)
    }

    /// The kind of record that a row makes.
    #[must_use]
    pub const fn kind(self) -> RecordKind {
        match self {
            Self::Strikes => RecordKind::Strike,
            Self::Weapons => RecordKind::Weapon,
            Self::Components => RecordKind::Component,
        }
    }

    /// The fields that columns can be, in the order in which they are offered.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Strikes => STRIKE,
            Self::Weapons => WEAPON,
            Self::Components => COMPONENT,
        }
    }

    /// The field of a name.
    #[must_use]
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The fields of a new record, with an id.
    pub(super) fn blank(self) -> Fields {
        match self {
            Self::Strikes => Strike::default().fields(),
            Self::Weapons => Weapon::default().fields(),
            Self::Components => Component::default().fields(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_record_can_be_a_column_and_every_column_is_a_field() {
        for target in Target::ALL {
            let blank = target.blank();
            for name in blank.keys() {
                assert!(target.field(name).is_some(), "{target:?} lacks {name}");
            }
            for field in target.fields() {
                let of_table = matches!(field.form, Form::Position | Form::Tags);
                assert!(of_table || blank.contains_key(field.name), "{}", field.name);
                assert!(!field.label().starts_with("form-"), "{}", field.name);
            }
        }
    }
}
