//! What an import is to do: from where, what is known of that, and what was done of it already.

use std::collections::HashSet;
use std::path::PathBuf;

use jiff::Timestamp;

use super::import::SeenFile;
use super::source::origin;
use crate::case::{CaseError, Reader};
use crate::model::PhotoSet;
use crate::model::id::Sha256;
use crate::model::photo_set::SetState;
use crate::text::tf;

/// What an import is to do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The files, folders and archives.
    pub sources: Vec<PathBuf>,
    /// The set that the photos will belong to: who took and gave them may be written into it.
    pub set: PhotoSet,
    /// The originals that the case has: they are not examined again.
    pub known: HashSet<Sha256>,
    /// Files that are not even read again.
    pub done: HashSet<SeenFile>,
    /// How many threads examine files; as many as there are cores if it does not say.
    pub workers: Option<usize>,
    /// The set is in the case already.
    pub(super) resumed: bool,
}

impl Plan {
    /// An import of `sources` by `person`.
    #[must_use]
    pub fn new(sources: Vec<PathBuf>, person: &str) -> Self {
        let set = PhotoSet {
            title: title(&sources),
            origin: origin(&sources),
            paths: sources.iter().map(|path| path.display().to_string()).collect(),
            imported: Timestamp::now(),
            imported_by: person.to_owned(),
            ..PhotoSet::default()
        };
        Self {
            sources,
            set,
            known: HashSet::new(),
            done: HashSet::new(),
            workers: None,
            resumed: false,
        }
    }

    /// The same, without examining anew what the case has.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn for_case(self, reader: &Reader) -> Result<Self, CaseError> {
        Ok(Self {
            known: reader.known_originals()?,
            ..self
        })
    }

    /// Goes on with an import that was stopped or cut short: files that it dealt with are not read again.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn resume(set: PhotoSet, reader: &Reader) -> Result<Self, CaseError> {
        let done = reader.files_of_set(set.id)?;
        let added = done.len() as u64;
        Ok(Self {
            sources: set.paths.iter().map(PathBuf::from).collect(),
            known: reader.known_originals()?,
            set: PhotoSet { added, ..set },
            done,
            workers: None,
            resumed: true,
        })
    }

    /// Whether there is something to go on with.
    #[must_use]
    pub fn is_unfinished(set: &PhotoSet) -> bool {
        set.state != SetState::Finished && !set.paths.is_empty()
    }
}

/// What the set is called until somebody gives it a better name: after its folder, or its first file.
fn title(sources: &[PathBuf]) -> String {
    let name = |path: &PathBuf| {
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        let name = whole.file_name().unwrap_or(whole.as_os_str());
        name.to_string_lossy().into_owned()
    };
    match sources {
        [] => String::new(),
        [one] => name(one),
        [first, rest @ ..] => tf(
            "set-title-several",
            &[("first", name(first).into()), ("more", rest.len().into())],
        ),
    }
}
