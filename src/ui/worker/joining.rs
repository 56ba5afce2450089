//! Another copy of the case as the thread that owns the case takes it in, or looks at it.

use std::sync::Arc;

use crate::case::{Case, CaseError, CaseFile, Incoming, Reader};
use crate::exchange::merging::{self, Merged};
use crate::exchange::package::import::{Sound, foresee};
use crate::exchange::package::read::ReadError;
use crate::job::Progress;

/// Another copy of the case that is to be taken in, or looked at.
pub struct Joining {
    copy: Copied,
    progress: Progress,
}

/// What a copy of the case is, and what is wanted of it.
enum Copied {
    /// A case file, with its name.
    Case {
        other: Box<Reader>,
        source: String,
        /// Only to see what would come.
        is_dry: bool,
    },
    /// The history of a package, to see what would come.
    Seen(Arc<Incoming>),
    /// A package.
    Package(Box<Sound>),
}

impl Joining {
    /// The copy in `file`.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn of(file: &CaseFile, is_dry: bool, progress: &Progress) -> Result<Self, CaseError> {
        let name = file.path().file_name().unwrap_or_default();
        let copy = Copied::Case {
            other: Box::new(file.reader()?),
            source: name.to_string_lossy().into_owned(),
            is_dry,
        };
        Ok(Self {
            copy,
            progress: progress.clone(),
        })
    }

    /// A package, only to see what would come.
    #[must_use]
    pub fn seen(package: &Sound, progress: &Progress) -> Self {
        Self {
            copy: Copied::Seen(package.incoming()),
            progress: progress.clone(),
        }
    }

    /// A package, to take it in.
    #[must_use]
    pub fn of_package(package: Box<Sound>, progress: &Progress) -> Self {
        Self {
            copy: Copied::Package(package),
            progress: progress.clone(),
        }
    }

    /// Whether only what would come is to be seen.
    pub(super) fn is_dry(&self) -> bool {
        match &self.copy {
            Copied::Case { is_dry, .. } => *is_dry,
            Copied::Seen(_) => true,
            Copied::Package(_) => false,
        }
    }

    pub(super) fn carry_out(self, case: &mut Case) -> Result<Merged, ReadError> {
        let progress = &self.progress;
        Ok(match self.copy {
            Copied::Case {
                other,
                source,
                is_dry: true,
            } => merging::foresee(case, &other, &source, false, progress)?,
            Copied::Case { other, source, .. } => merging::merge(case, &other, &source, false, progress)?,
            Copied::Seen(incoming) => foresee(case, &incoming, false, progress)?,
            Copied::Package(mut package) => package.take_in(case, false, progress)?,
        })
    }
}
