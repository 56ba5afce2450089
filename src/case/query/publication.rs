//! What of photos is not to be shown, and what was given out.

use super::super::{CaseError, Reader};
use crate::model::id::PhotoId;
use crate::model::{Publication, Redaction};

impl Reader {
    /// The redactions of a photo, in the order in which they were drawn.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn redactions_of_photo(&self, photo: PhotoId) -> Result<Vec<Redaction>, CaseError> {
        self.pointing("SELECT id FROM redaction WHERE photo = ?1 ORDER BY at, id", photo)
    }

    /// The publications that have a copy of a photo, in the order in which they were made.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn publications_of_photo(&self, photo: PhotoId) -> Result<Vec<Publication>, CaseError> {
        self.pointing(
            "SELECT id FROM publication
             WHERE EXISTS (SELECT 1 FROM json_each(copies) WHERE value ->> 'photo' = ?1) ORDER BY at, id",
            photo,
        )
    }
}
