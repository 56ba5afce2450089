//! Which photos are selected, ready to be asked for each tile. The desk keeps the selection as a list of records;
//! going through a large one in every frame would make scrolling slow, so it is taken over only when it changes.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::id::PhotoId;
use crate::model::record::{RecordKind, RecordRef};

/// So many records of the desk's list are compared to tell whether it is still the same. Shorter lists are
/// compared whole; a longer one is only ever made anew.
const COMPARED: usize = 256;

/// The selected photos.
#[derive(Default)]
pub struct Selection {
    photos: Arc<[PhotoId]>,
    set: HashSet<PhotoId>,
    seen: Vec<RecordRef>,
    len: usize,
}

impl Selection {
    /// Takes the desk's selection over; `true` when it has changed.
    pub fn sync(&mut self, selected: &[RecordRef]) -> bool {
        let same = self.len == selected.len() && sample(selected).eq(&self.seen);
        if same {
            return false;
        }
        self.len = selected.len();
        self.seen = sample(selected).cloned().collect();
        self.photos = selected
            .iter()
            .filter(|record| record.kind == RecordKind::Photo)
            .filter_map(|record| record.id.parse().ok())
            .collect();
        self.set = self.photos.iter().copied().collect();
        true
    }

    /// The photos in the order of the selection. Cheap to clone.
    #[must_use]
    pub fn photos(&self) -> &Arc<[PhotoId]> {
        &self.photos
    }

    /// Whether `photo` is selected.
    #[must_use]
    pub fn contains(&self, photo: PhotoId) -> bool {
        self.set.contains(&photo)
    }

    /// The one that was selected last.
    #[must_use]
    pub fn last(&self) -> Option<PhotoId> {
        self.photos.last().copied()
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

    fn records(photos: &[PhotoId]) -> Vec<RecordRef> {
        photos.iter().map(|photo| (*photo).into()).collect()
    }

    #[test]
    fn a_selection_is_taken_over_once_and_again_when_one_photo_of_it_is_another() {
        let mut ids: Vec<PhotoId> = (0..200).map(|_| PhotoId::new()).collect();
        let mut selection = Selection::default();
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
        let mut selection = Selection::default();
        selection.sync(&records(&ids));
        assert!(selection.sync(&records(&ids[..4999])));
        assert!(!selection.contains(ids[4999]));
        assert!(selection.sync(&[]));
        assert!(selection.photos().is_empty());
    }

    #[test]
    fn other_records_are_not_photos() {
        let mut selection = Selection::default();
        let photo = PhotoId::new();
        selection.sync(&[crate::model::id::StrikeId::new().into(), photo.into()]);
        assert_eq!(**selection.photos(), [photo]);
    }
}
