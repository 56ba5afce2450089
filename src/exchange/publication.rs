//! Copies for publication: pictures from which everything is withheld that was not chosen, with tables of what is told beside
//! them, and a record of what was withheld that stays in the case. docs/publication.md says what that guarantees and what not.

mod copy;
mod cover;
mod outlook;
mod strip;
mod table;
mod told;
mod xmp;

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::case::{CaseError, Reader, sha256};
use crate::job::Progress;
use crate::model::id::PhotoId;
use crate::model::photo_set::FileNote;
use crate::model::publication::{OptionFault, PublicationOptions, PublishedField};
use crate::model::{Change, Photo, Publication, PublishedCopy, Recorded};
use crate::text::{t, tf};
use strip::Strips;
use table::Row;

pub use cover::FILL;
pub use outlook::{Outlook, outlook};
pub use told::{ToldPlace, place};

/// What is to be published.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The photos, in the order of their copies' names.
    pub photos: Vec<PhotoId>,
    /// Where the copies go: a folder that is not there yet, or is empty.
    pub folder: PathBuf,
    /// What is chosen.
    pub options: PublicationOptions,
    /// For what.
    pub purpose: String,
    /// For whom.
    pub recipient: String,
    /// Who publishes.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a publication came to.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The record, with the copies that were written and the photos that were refused.
    pub publication: Publication,
    /// Why the tables beside the copies could not be written; the copies are there.
    pub no_tables: Option<String>,
    /// It was stopped before its end.
    pub cancelled: bool,
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The options make no sense.
    #[error(transparent)]
    Options(#[from] OptionFault),
    /// No photos were given.
    #[error("{}", t("publication-no-photos"))]
    NoPhotos,
    /// There is something in the folder.
    #[error("{}", tf("publication-folder-taken", &[("folder", .0.display().to_string().into())]))]
    Taken(PathBuf),
    /// The folder can't be made.
    #[error("{}", tf("publication-folder-failed", &[("folder", folder.display().to_string().into()), ("reason", source.to_string().into())]))]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The case can't be read.
    #[error(transparent)]
    Case(#[from] CaseError),
}

impl Outcome {
    /// What is to be written into the case: nothing where there is no copy.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        (!self.publication.copies.is_empty()).then(|| Change::Create(self.publication.clone().into()))
    }
}

/// Writes the copies and the tables. The record of the outcome is to be written into the case by whoever asked.
///
/// A photo of which there can be no copy is refused by name, and the rest goes on. Each copy is written under another name first,
/// so that what is there under its own is whole. One photo at a time is in memory.
///
/// # Errors
/// When nothing can be published at all.
pub fn publish(reader: &Reader, plan: &Plan, progress: &Progress) -> Result<Outcome, PublishError> {
    plan.options.check()?;
    let mut seen = HashSet::new();
    let photos: Vec<PhotoId> = plan
        .photos
        .iter()
        .copied()
        .filter(|photo| seen.insert(*photo))
        .collect();
    if photos.is_empty() {
        return Err(PublishError::NoPhotos);
    }
    make_folder(&plan.folder)?;
    progress.set_total(photos.len() as u64);
    let digits = photos.len().to_string().len().max(3);
    let mut publication = Publication {
        title: plan
            .folder
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        purpose: plan.purpose.clone(),
        recipient: plan.recipient.clone(),
        by: plan.by.clone(),
        at: plan.at,
        options: plan.options.clone(),
        ..Publication::default()
    };
    let mut rows: Vec<Row> = Vec::new();
    let mut strips = Strips::default();
    let mut cancelled = false;
    for photo in photos {
        progress.wait_while_paused();
        if progress.is_cancelled() {
            cancelled = true;
            break;
        }
        let number = rows.len() + 1;
        let ending = plan.options.format.ending();
        let file = format!("{number:0digits$}.{ending}");
        match one(reader, photo, plan, (&file, &mut strips)) {
            Ok((row, bytes)) => {
                rows.push(row);
                progress.advance(bytes);
            }
            Err(refused) => {
                publication.refused.push(refused);
                progress.advance(0);
            }
        }
    }
    let no_tables = if rows.is_empty() {
        // It was empty before. Where it can't go, it stays.
        let _ = std::fs::remove_dir(&plan.folder);
        None
    } else {
        tables(&plan.folder, &rows, &plan.options)
            .err()
            .map(|error| error.to_string())
    };
    publication.copies = rows.into_iter().map(|row| row.copy).collect();
    Ok(Outcome {
        publication,
        no_tables,
        cancelled,
    })
}

fn make_folder(folder: &Path) -> Result<(), PublishError> {
    let failed = |source| PublishError::Folder {
        folder: folder.to_owned(),
        source,
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut entries = std::fs::read_dir(folder).map_err(failed)?;
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(PublishError::Taken(folder.to_owned())),
    }
}

/// Makes and writes the copy of one photo. Gives what is told of it, and the size of its file.
fn one(
    reader: &Reader,
    id: PhotoId,
    plan: &Plan,
    (file, strips): (&str, &mut Strips),
) -> Result<(Row, u64), FileNote> {
    let unnamed = |reason: String| FileNote {
        file: id.to_string(),
        note: reason,
    };
    let photo: Option<Photo> = reader.get(id).map_err(|error| unnamed(error.to_string()))?;
    let photo = photo.ok_or_else(|| unnamed(t("publication-no-photo").to_owned()))?;
    let refused = |note: String| FileNote {
        file: photo.file_name.clone(),
        note,
    };
    let wrong = |error: CaseError| refused(error.to_string());
    let original = reader.original(id).map_err(wrong)?;
    let original = original.ok_or_else(|| refused(t("publication-no-original").to_owned()))?;
    if sha256(&original) != photo.sha256 {
        return Err(wrong(CaseError::OriginalChanged(photo.sha256)));
    }
    let redactions = reader.redactions_of_photo(id).map_err(wrong)?;
    // What is shown until somebody decides may be the smaller rectangle, or the wrong credit.
    let concerned = redactions.iter().map(Recorded::record_ref).chain([id.into()]);
    for record in concerned {
        if reader.has_question(&record).map_err(wrong)? {
            return Err(refused(t("publication-undecided").to_owned()));
        }
    }
    let options = &plan.options;
    let chosen = told::chosen(&photo, options);
    let copy = copy::copy(&original, &photo, &redactions, options, (&chosen, strips)).map_err(refused)?;
    write(&plan.folder, file, &copy.bytes).map_err(|error| refused(error.to_string()))?;
    let published = PublishedCopy {
        photo: id,
        original: photo.sha256,
        file: file.to_owned(),
        sha256: sha256(&copy.bytes),
        width: copy.width,
        height: copy.height,
        withheld: told::withheld(&photo, &original, &redactions, options),
        warning: copy.warning,
    };
    let keeps_name = options.keeps(PublishedField::FileName);
    let row = Row {
        copy: published,
        covered: redactions.len() as u64,
        file_name: keeps_name.then(|| photo.file_name.clone()),
        time: told::time(&photo, options.date),
        place: place(&photo, options.place),
        chosen,
    };
    Ok((row, copy.bytes.len() as u64))
}

/// Writes a file under another name, and gives it its own when it is whole.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let part = folder.join(format!("{name}.part"));
    let written = File::create_new(&part)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&part, folder.join(name)));
    if written.is_err() {
        // What is there of it is of no use; the reason is what matters.
        let _ = std::fs::remove_file(&part);
    }
    written
}

/// Writes the tables of what is published.
fn tables(folder: &Path, rows: &[Row], options: &PublicationOptions) -> io::Result<()> {
    write(folder, "publication.json", &table::to_json(rows, options))?;
    write(folder, "publication.csv", &table::to_csv(rows, options)?)
}
