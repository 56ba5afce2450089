//! The fields of records that people fill in: the columns of a sheet, and what a checklist can ask for.

use serde_json::Value;

use super::Vocabulary;
use super::record::{Fields, RecordKind};
use crate::text::t;

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in records and in the CSV of `witnessmark list`; `position` and `tags` stand for several values and for
    /// records of their own.
    pub name: &'static str,
    label: &'static str,
    /// What stands in it.
    pub form: Form,
}

/// What stands in a field.
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

/// The fields of a strike.
pub const STRIKE: &[Field] = &[
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

/// The fields of a weapon.
pub const WEAPON: &[Field] = &[
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

/// The fields of a component.
pub const COMPONENT: &[Field] = &[
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

/// The fields of a photo that can be looked for: what its file says, and what people add.
pub const PHOTO: &[Field] = &[
    Field::new("caption", "photo-caption", Form::Text),
    Field::new("captured", "photo-captured", Form::Text),
    Field::new("position", "photo-position", Form::Position),
    Field::new("camera_model", "photo-camera", Form::Text),
    Field::new("photographer", "photo-photographer", Form::Text),
    Field::new("credit", "photo-credit", Form::Text),
    Field::new("licence", "photo-licence", Form::Text),
    Field::new("photo_set", "photo-set", Form::Reference(RecordKind::PhotoSet)),
    NOTES,
    TAGS,
];

/// The fields of a marking.
pub const MARKING: &[Field] = &[
    Field::new(
        "component",
        "record-component",
        Form::Reference(RecordKind::Component),
    ),
    Field::new("title", "marking-field-title", Form::Text),
    Field::new("kind", "marking-field-kind", Form::Text),
    Field::new(
        "method",
        "marking-field-method",
        Form::Term(Vocabulary::MarkMethod),
    ),
    Field::new("script", "marking-field-script", Form::Text),
    Field::new("face", "marking-field-face", Form::Text),
    Field::new("notes", "marking-field-notes", Form::Text),
    TAGS,
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

/// The fields of a kind of record; none of kinds that people do not fill in field by field.
#[must_use]
pub const fn of(kind: RecordKind) -> &'static [Field] {
    match kind {
        RecordKind::Strike => STRIKE,
        RecordKind::Weapon => WEAPON,
        RecordKind::Component => COMPONENT,
        RecordKind::Photo => PHOTO,
        RecordKind::Marking => MARKING,
        _ => &[],
    }
}

/// The field of a name.
#[must_use]
pub fn named(kind: RecordKind, name: &str) -> Option<&'static Field> {
    of(kind).iter().find(|field| field.name == name)
}

impl Field {
    /// The columns of the record that it stands for. Tags are records of their own.
    #[must_use]
    pub fn columns(&'static self, kind: RecordKind) -> &'static [&'static str] {
        match (self.form, kind) {
            (Form::Tags, _) => &[],
            (Form::Position, RecordKind::Photo) => {
                &["latitude", "longitude", "placed_latitude", "placed_longitude"]
            }
            (Form::Position, _) => &["latitude", "longitude"],
            _ => std::slice::from_ref(&self.name),
        }
    }

    /// Whether a record can lack it.
    #[must_use]
    pub const fn can_be_empty(&self) -> bool {
        !matches!(self.form, Form::Id | Form::Count)
    }

    /// Whether somebody, or the file, has said anything there. `tags` is how many tags the record bears.
    #[must_use]
    pub fn is_filled(&self, fields: &Fields, tags: usize) -> bool {
        let is_there = |name: &str| match fields.get(name) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(Value::Array(list)) => !list.is_empty(),
            Some(_) => true,
        };
        match self.form {
            Form::Tags => tags > 0,
            Form::Position => {
                is_there("latitude") && is_there("longitude")
                    || is_there("placed_latitude") && is_there("placed_longitude")
            }
            _ => is_there(self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::Recorded;
    use crate::model::{Component, Marking, Photo, Strike, Weapon};

    #[test]
    fn every_field_is_one_of_its_records_and_has_a_name_for_people() {
        let blank = [
            Strike::default().fields(),
            Weapon::default().fields(),
            Component::default().fields(),
            Photo::default().fields(),
            Marking::default().fields(),
        ];
        let kinds = [
            RecordKind::Strike,
            RecordKind::Weapon,
            RecordKind::Component,
            RecordKind::Photo,
            RecordKind::Marking,
        ];
        for (kind, blank) in kinds.into_iter().zip(blank) {
            for field in of(kind) {
                for column in field.columns(kind) {
                    assert!(blank.contains_key(*column), "{kind:?} has no {column}");
                }
                assert!(crate::text::has(field.label), "{}", field.label);
                let starts_empty = !field.is_filled(&blank, 0);
                assert!(starts_empty || !field.can_be_empty(), "{kind:?} {}", field.name);
            }
        }
        assert!(of(RecordKind::Album).is_empty());
    }

    #[test]
    fn spaces_fill_nothing_and_a_position_takes_both_numbers() {
        let title = named(RecordKind::Strike, "title").unwrap();
        let position = named(RecordKind::Strike, "position").unwrap();
        let tags = named(RecordKind::Strike, "tags").unwrap();
        let mut strike = Strike {
            title: "  ".to_owned(),
            latitude: Some(0.0),
            ..Strike::default()
        };
        assert!(!title.is_filled(&strike.fields(), 3));
        assert!(!position.is_filled(&strike.fields(), 0));
        strike.longitude = Some(0.0);
        assert!(position.is_filled(&strike.fields(), 0));
        assert!(tags.is_filled(&strike.fields(), 1) && !tags.is_filled(&strike.fields(), 0));
        let placed = Photo {
            placed_latitude: Some(50.0),
            placed_longitude: Some(30.0),
            ..Photo::default()
        };
        let position = named(RecordKind::Photo, "position").unwrap();
        assert!(position.is_filled(&placed.fields(), 0));
    }
}
