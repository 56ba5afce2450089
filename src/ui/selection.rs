//! Which records of one kind are selected, ready to be asked for each tile. The desk keeps the selection as a list of records;
//! going through a large one in every frame would make scrolling slow, so it is taken over only when it changes.

use std::collections::HashSet;
use std::hash::Hash;
use std::str::FromStr;
use std::sync::Arc;

use crate::model::record::RecordRef;

/// So many records of the desk's list are compared to tell whether it is still the same. Shorter lists are
/// compared whole; a longer one is only ever made anew.
const COMPARED: usize = 256;

/// The selected records whose ids are an `I`.
pub struct Selection<I> {
    ids: Arc<[I]>,
    set: HashSet<I>,
    seen: Vec<RecordRef>,
    len: usize,
}

impl<I> Default for Selection<I> {
    fn default() -> Self {
        Self {
            ids: Arc::from(Vec::new()),
            set: HashSet::new(),
            seen: Vec::new(),
            len: 0,
        }
    }
}

impl<I: Copy + Eq + Hash + FromStr + Into<RecordRef>> Selection<I> {
    /// Takes the desk's selection over; `true` when it has changed.
    pub fn sync(&mut self, selected: &[RecordRef]) -> bool {
        let same = self.len == selected.len() && sample(selected).eq(&self.seen);
        if same {
            return false;
        }
        self.len = selected.len();
        self.seen = sample(selected).cloned().collect();
        self.ids = selected
            .iter()
            .filter_map(|record| record.id.parse::<I>().ok().filter(|id| (*id).into() == *record))
            .collect();
        self.set = self.ids.iter().copied().collect();
        true
    }

    /// The ids in the order of the selection. Cheap to clone.
    #[must_use]
    pub fn ids(&self) -> &Arc<[I]> {
        &self.ids
    }

    /// Whether the record of this id is selected.
    #[must_use]
    pub fn contains(&self, id: I) -> bool {
        self.set.contains(&id)
    }

    /// The one that was selected last.
    #[must_use]
    pub fn last(&self) -> Option<I> {
        self.ids.last().copied()
    }
}

/// The records that are compared: evenly spread, the last one always among them.
fn sample(selected: &[RecordRef]) -> impl Iterator<Item = &RecordRef> {
    let step = selected.len().div_ceil(COMPARED).max(1);
    selected.iter().rev().step_by(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::PhotoId;

    fn records(photos: &[PhotoId]) -> Vec<RecordRef> {
        photos.iter().map(|photo| (*photo).into()).collect()
    }

    #[test]
    fn a_selection_is_taken_over_once_and_again_when_one_photo_of_it_is_another() {
        let mut ids: Vec<PhotoId> = (0..200).map(|_| PhotoId::new()).collect();
        let mut selection = Selection::<PhotoId>::default();
        assert!(selection.sync(&records(&ids)));
        assert!(!selection.sync(&records(&ids)));
        assert!(selection.contains(ids[57]));
        let before = ids[57];
        ids[57] = PhotoId::new();
        assert!(selection.sync(&records(&ids)));
        assert!(selection.contains(ids[57]) && !selection.contains(before));
        assert_eq!(selection.last(), ids.last().copied());
    }

    #[test]
    fn a_large_selection_that_grows_or_shrinks_is_taken_over() {
        let ids: Vec<PhotoId> = (0..5000).map(|_| PhotoId::new()).collect();
        let mut selection = Selection::<PhotoId>::default();
        selection.sync(&records(&ids));
        assert!(selection.sync(&records(&ids[..4999])));
        assert!(!selection.contains(ids[4999]));
        assert!(selection.sync(&[]));
        assert!(selection.ids().is_empty());
    }

    #[test]
    fn other_records_are_not_photos() {
        let mut selection = Selection::<PhotoId>::default();
        let photo = PhotoId::new();
        selection.sync(&[crate::model::id::StrikeId::new().into(), photo.into()]);
        assert_eq!(**selection.ids(), [photo]);
    }
}
