//! Which column is which field.

use super::field::{Field, Target};
use super::names::field_of;

/// By column, the name of the field that it is; no field is two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    target: Target,
    fields: Vec<Option<&'static str>>,
}

impl Mapping {
    /// What the names of the columns say. Where two columns would be one field, the surer name has it, and the first of
    /// two that are as sure.
    #[must_use]
    pub fn guess(target: Target, columns: &[String]) -> Self {
        let mut fields = vec![None; columns.len()];
        let mut found: Vec<_> = columns
            .iter()
            .enumerate()
            .filter_map(|(column, name)| {
                field_of(target, name).map(|(field, surely)| (column, field, surely))
            })
            .collect();
        found.sort_by_key(|(column, _, surely)| (std::cmp::Reverse(*surely), *column));
        for (column, field, _) in found {
            if !fields.contains(&Some(field.name)) {
                fields[column] = Some(field.name);
            }
        }
        Self { target, fields }
    }

    /// Columns that are these fields, one after the other.
    #[must_use]
    pub fn of(target: Target, fields: &[&'static Field]) -> Self {
        Self {
            target,
            fields: fields.iter().map(|field| Some(field.name)).collect(),
        }
    }

    /// Whether it is one of a table with these rows and so many columns.
    pub(super) fn fits(&self, target: Target, columns: usize) -> bool {
        self.target == target && self.fields.len() == columns
    }

    /// The field that a column is.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<&'static Field> {
        let name = self.fields.get(column).copied().flatten()?;
        self.target.field(name)
    }

    /// The column that is a field.
    #[must_use]
    pub fn column(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|name| *name == Some(field))
    }

    /// Says which field a column is, or that it is left out. Another column that was that field is left out from now on.
    pub fn set(&mut self, column: usize, field: Option<&'static Field>) {
        let name = field.map(|field| field.name);
        for other in &mut self.fields {
            if other.is_some() && *other == name {
                *other = None;
            }
        }
        if let Some(own) = self.fields.get_mut(column) {
            *own = name;
        }
    }

    /// The columns that are fields, with these.
    pub fn mapped(&self) -> impl Iterator<Item = (usize, &'static Field)> + '_ {
        (0..self.fields.len()).filter_map(|column| Some((column, self.field(column)?)))
    }

    /// Whether every column is left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mapped().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(columns: &[&str]) -> Vec<Option<&'static str>> {
        let columns: Vec<String> = columns.iter().map(|name| (*name).to_owned()).collect();
        Mapping::guess(Target::Strikes, &columns).fields
    }

    #[test]
    fn the_surer_of_two_names_has_the_field() {
        assert_eq!(
            guess(&["date", "occurred", "name"]),
            [None, Some("occurred"), Some("title")]
        );
        assert_eq!(guess(&["Name", "Heading"]), [Some("title"), None]);
    }

    #[test]
    fn a_person_moves_a_field_from_one_column_to_another() {
        let columns = ["Name".to_owned(), "Short".to_owned()];
        let mut mapping = Mapping::guess(Target::Strikes, &columns);
        mapping.set(1, Target::Strikes.field("title"));
        assert_eq!(mapping.column("title"), Some(1));
        assert_eq!(mapping.field(0), None);
        mapping.set(1, None);
        assert!(mapping.is_empty());
    }
}
