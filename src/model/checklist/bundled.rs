//! The checklists that the program brings: `assets/checklists/start.toml`, with where each item is asked for.

use std::sync::OnceLock;

use super::{Checklist, file};
use crate::model::id::ChecklistId;

/// The checklists that the program brings.
#[must_use]
pub fn bundled() -> &'static [Checklist] {
    static LISTS: OnceLock<Vec<Checklist>> = OnceLock::new();
    LISTS.get_or_init(|| {
        // Compiled in and read by a test: it can't be malformed in a program that was released.
        let mut lists =
            file::read_toml(include_str!("../../../assets/checklists/start.toml")).unwrap_or_default();
        for (number, list) in (1..).zip(&mut lists) {
            list.id = ChecklistId::fixed(number);
        }
        lists
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn every_list_of_the_program_is_sound_and_says_where_each_item_is_asked_for() {
        let lists = file::read_toml(include_str!("../../../assets/checklists/start.toml")).unwrap();
        assert_eq!(lists.len(), bundled().len());
        for kind in Checklist::KINDS {
            assert!(lists.iter().any(|list| list.record_kind == kind), "{kind:?}");
        }
        for list in &lists {
            for item in &list.items {
                assert!(item.source.is_some(), "{}: {item:?}", list.name);
                let labels = Language::ALL.map(|language| item.stated_in(language).is_empty());
                // In all languages, or in none.
                assert!(
                    labels.iter().all(|one| *one == labels[0]),
                    "{}: {item:?}",
                    list.name
                );
            }
        }
    }
}
