//! What is needed to lay pictures of several marks side by side.

use super::super::{CaseError, Reader};
use super::SeenElsewhere;
use crate::model::Region;
use crate::model::id::MarkingId;

/// A mark with every region in which it is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkPictures {
    /// The mark, and where it is.
    pub mark: SeenElsewhere,
    /// Where it is seen, in the order in which the regions were drawn.
    pub regions: Vec<Region>,
}

impl Reader {
    /// These markings with their regions, in this order; those that are not in the case are left out.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn mark_pictures(&self, markings: &[MarkingId]) -> Result<Vec<MarkPictures>, CaseError> {
        self.marks_seen(markings)?
            .into_iter()
            .map(|mark| {
                Ok(MarkPictures {
                    regions: self.regions_of_marking(mark.row.id)?,
                    mark,
                })
            })
            .collect()
    }
}
