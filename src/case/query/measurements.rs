//! Scales and lengths on photos.

use super::super::{CaseError, Reader};
use crate::model::Measurement;
use crate::model::id::PhotoId;

impl Reader {
    /// The scales and lengths on a photo, in the order in which they were drawn.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn measurements_of_photo(&self, photo: PhotoId) -> Result<Vec<Measurement>, CaseError> {
        self.pointing(
            "SELECT id FROM measurement WHERE photo = ?1 ORDER BY at, id",
            photo,
        )
    }
}
