//! The case as a pull sees it: the one that this thread owns, or one that another thread owns and a person works in meanwhile.

use crate::case::{Case, CaseError, Incoming, Preview, Reader, Taken};
use crate::job::Progress;
use crate::model::NewPhoto;
use crate::model::id::Sha256;

/// The way into a case for what comes from a store. Each call is whole or not at all.
pub trait Door {
    /// To look at it.
    ///
    /// # Errors
    /// When it can't be read.
    fn reader(&self) -> Result<Reader, CaseError>;

    /// As [`Case::take_in`], of this case alone.
    ///
    /// # Errors
    /// As there.
    fn take_in(&mut self, incoming: Incoming, progress: &Progress) -> Result<Taken, CaseError>;

    /// As [`Case::keep_preview`].
    ///
    /// # Errors
    /// As there.
    fn keep_preview(&mut self, of: Sha256, preview: Preview) -> Result<bool, CaseError>;

    /// As [`Case::keep_original`].
    ///
    /// # Errors
    /// As there.
    fn keep_original(&mut self, new: NewPhoto) -> Result<(), CaseError>;
}

impl Door for Case {
    fn reader(&self) -> Result<Reader, CaseError> {
        Case::reader(self)
    }

    fn take_in(&mut self, incoming: Incoming, progress: &Progress) -> Result<Taken, CaseError> {
        Case::take_in(self, &incoming, false, progress)
    }

    fn keep_preview(&mut self, of: Sha256, preview: Preview) -> Result<bool, CaseError> {
        Case::keep_preview(self, &of, &preview)
    }

    fn keep_original(&mut self, new: NewPhoto) -> Result<(), CaseError> {
        Case::keep_original(self, &new)
    }
}
