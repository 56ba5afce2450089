//! The photos that pass the filter, in order, and where each of them stands: made off the frame, shared between
//! the grid and the viewer.

use std::collections::HashMap;

use crate::case::{CaseError, PhotoFilter, PhotoRow, PhotoSort, Reader};
use crate::model::id::PhotoId;

/// The photos that pass a filter.
#[derive(Default)]
pub(super) struct Listing {
    /// In the order in which they are shown.
    pub rows: Vec<PhotoRow>,
    /// How many photos the case has.
    pub total: u64,
    places: HashMap<PhotoId, usize>,
}

impl Listing {
    /// Asks the case.
    pub(super) fn load(reader: &Reader, filter: &PhotoFilter, sort: PhotoSort) -> Result<Self, CaseError> {
        let rows = reader.photos(filter, sort)?;
        let places = rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.id, place))
            .collect();
        Ok(Self {
            rows,
            total: reader.counts()?.photos,
            places,
        })
    }

    /// Where `photo` stands, if the filter lets it through.
    pub(super) fn place(&self, photo: PhotoId) -> Option<usize> {
        self.places.get(&photo).copied()
    }
}
