//! What the rows of a table can be. Their columns are fields of records.

use serde::Serialize;

use crate::model::field::{self, COMPONENT, STRIKE, WEAPON};
pub use crate::model::field::{Field, Form};
use crate::model::record::{Fields, RecordKind, Recorded};
use crate::model::{Component, Strike, Weapon};

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
        field::named(self.kind(), name)
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
