//! What the one writer does for an import: photos and the record of their set, in one transaction.

use std::collections::HashSet;

use serde::Serialize;

use crate::case::{Case, CaseError};
use crate::model::id::PhotoId;
use crate::model::{Change, NewPhoto};
use crate::text::{t, tf};

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportedFile {
    /// The file's name, with its folder where there is one.
    pub file: String,
    /// The photo in the case; `None` when the file was refused.
    pub photo: Option<PhotoId>,
    /// Why it was refused, as what it is known already, or what is odd about it.
    pub note: Option<String>,
}

/// Photos to be committed together.
#[derive(Debug, Default)]
pub struct Batch {
    /// Changes that are made before: the record of the set that the photos belong to.
    pub changes: Vec<Change>,
    /// The photos.
    pub photos: Vec<NewPhoto>,
}

impl Batch {
    /// One photo that belongs to no set.
    #[must_use]
    pub fn of(photo: NewPhoto) -> Self {
        Self {
            changes: Vec::new(),
            photos: vec![photo],
        }
    }
}

/// What storing some photos did.
#[derive(Debug, Default)]
pub struct Stored {
    /// Those added.
    pub added: Vec<ImportedFile>,
    /// Those whose bytes were in the case already.
    pub known: Vec<ImportedFile>,
    /// The step that they belong to.
    pub step: Option<i64>,
}

/// Stores a batch in one transaction, as part of the step `step` if that is the newest. Bytes that are known are
/// told apart, not refused.
///
/// # Errors
/// When the case refuses them; none of them is kept then.
pub fn store(case: &mut Case, batch: Batch, step: Option<i64>) -> Result<Stored, CaseError> {
    let mut stored = Stored {
        step,
        ..Stored::default()
    };
    let mut changes = batch.changes;
    let mut in_batch = HashSet::new();
    for new in batch.photos {
        let file = new.photo.file_name.clone();
        let known = case.photo_of_original(&new.photo.sha256)?;
        if let Some((photo, name)) = known {
            let note = if case.bring_back_original(&new)? {
                t("import-original-back").to_owned()
            } else {
                tf("intake-known", &[("name", name.into())])
            };
            stored.known.push(ImportedFile {
                file,
                photo: Some(photo),
                note: Some(note),
            });
        } else if in_batch.insert(new.photo.sha256) {
            stored.added.push(ImportedFile {
                file,
                photo: Some(new.photo.id),
                note: new.photo.undecodable.clone(),
            });
            changes.push(Change::AddPhoto(Box::new(new)));
        }
    }
    if !changes.is_empty() {
        stored.step = Some(case.apply_in_step(changes, step)?.step);
    }
    Ok(stored)
}
