//! A record like another one: for the next piece of the same find, or the next strike of the same report.

use super::entry::{Entry, Row};
use super::field::Target;
use crate::model::Change;

/// What is of one record alone and is not taken over: its names, what was measured and seen on it, and notes about it.
const OWN: [&str; 11] = [
    "id",
    "title",
    "exhibit_number",
    "cover_photo",
    "condition",
    "quantity",
    "length_mm",
    "width_mm",
    "height_mm",
    "mass_g",
    "notes",
];

/// What makes a record that says what `row` says, but for what is of that record alone. It has no title yet.
#[must_use]
pub fn another(row: &Row, target: Target) -> Vec<Change> {
    let taken = row
        .fields
        .iter()
        .filter(|(name, _)| !OWN.contains(&name.as_str()));
    let entry = Entry {
        fields: taken.map(|(name, value)| (name.clone(), value.clone())).collect(),
        tags: Some(row.tags.clone()),
        ..Entry::default()
    };
    // Fields that a record has make a record.
    Row::blank(target).creation(&entry).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Component;
    use crate::model::id::WeaponId;
    use crate::model::record::Record;

    #[test]
    fn the_next_piece_has_what_the_find_has_in_common_and_nothing_of_the_piece_itself() {
        let component = Component {
            title: "Vane 1".to_owned(),
            kind: Some("jet_vane".to_owned()),
            weapon: Some(WeaponId::new()),
            kept_at: Some("Lab".to_owned()),
            exhibit_number: Some("K-1".to_owned()),
            mass_g: Some(310.0),
            quantity: 2,
            ..Component::default()
        };
        let mut row = Row::blank(Target::Components);
        row.fields = Record::from(component.clone()).fields();
        row.tags = vec!["vane".to_owned()];
        let changes = another(&row, Target::Components);
        let [
            Change::Create(Record::Component(made)),
            Change::AddTag { name, records, .. },
        ] = &changes[..]
        else {
            panic!("{changes:?}");
        };
        let expected = Component {
            id: made.id,
            title: String::new(),
            exhibit_number: None,
            mass_g: None,
            quantity: 1,
            ..component.clone()
        };
        assert_eq!(**made, expected);
        assert_ne!(made.id, component.id);
        assert_eq!((name.as_str(), &records[0]), ("vane", &made.id.into()));
        for name in OWN {
            let known = Target::ALL.iter().any(|target| target.field(name).is_some());
            assert!(known, "{name}");
        }
    }
}
