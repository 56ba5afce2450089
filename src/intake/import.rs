//! The import: many files examined on all cores, stored by the one writer in transactions of bounded size.
//!
//! What is examined waits in a short queue, so memory is bounded by the queue and not by the set. Stopping, or a
//! crash, leaves every photo either in the case as a whole or not at all.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::bounded;
use jiff::Timestamp;
use serde::Serialize;

use super::read::{Examined, examine, expand, read_file};
use crate::case::{Case, CaseError, sha256};
use crate::job::Progress;
use crate::model::id::{PhotoId, Sha256};
use crate::model::photo::PhotoKind;
use crate::model::{Change, NewPhoto, Photo};
use crate::text::{t, tf};

/// Photos are committed when this many bytes of originals have come together.
const BATCH_BYTES: usize = 12 << 20;

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

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Files that are photos of the case now.
    pub added: Vec<ImportedFile>,
    /// Files whose bytes were in the case already.
    pub known: Vec<ImportedFile>,
    /// Files that were refused, each with the reason.
    pub refused: Vec<ImportedFile>,
    /// Whether it was stopped before the end.
    pub cancelled: bool,
    /// The step that one undo takes back; `None` when nothing was added.
    pub step: Option<i64>,
}

/// What storing some photos did.
#[derive(Debug, Default)]
pub struct Stored {
    /// Those added, and those whose bytes were known.
    pub added: Vec<ImportedFile>,
    /// Those whose bytes were in the case already.
    pub known: Vec<ImportedFile>,
    /// The step that they belong to.
    pub step: Option<i64>,
}

/// Stores photos in one transaction, as part of the step `step` if that is the newest. Bytes that are known are
/// told apart, not refused.
///
/// # Errors
/// When the case refuses them; none of them is kept then.
pub fn store(case: &mut Case, photos: Vec<NewPhoto>, step: Option<i64>) -> Result<Stored, CaseError> {
    let mut stored = Stored {
        step,
        ..Stored::default()
    };
    let mut changes = Vec::with_capacity(photos.len());
    let mut in_batch = HashSet::new();
    for new in photos {
        let file = new.photo.file_name.clone();
        let known = case.photo_of_original(&new.photo.sha256)?;
        if let Some((photo, name)) = known {
            let mut known = known_file(file, photo, &name);
            if case.bring_back_original(&new)? {
                known.note = Some(t("import-original-back").to_owned());
            }
            stored.known.push(known);
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

fn known_file(file: String, photo: PhotoId, name: &str) -> ImportedFile {
    ImportedFile {
        file,
        photo: Some(photo),
        note: Some(tf("intake-known", &[("name", name.into())])),
    }
}

/// One file on its way from the disk to the case.
enum Examination {
    New(Box<NewPhoto>),
    Again(String, Sha256),
    Refused(ImportedFile),
}

/// Imports the files `sources`, folders with all that is in them. `known` are the originals that the case has;
/// `store` commits photos and is called from this thread.
///
/// # Errors
/// When the case itself refuses to go on (a full disk, a file that is gone). What was committed before stays.
pub fn import(
    sources: &[PathBuf],
    known: HashSet<Sha256>,
    progress: &Progress,
    mut store: impl FnMut(Vec<NewPhoto>, Option<i64>) -> Result<Stored, CaseError>,
) -> Result<ImportReport, CaseError> {
    let mut report = ImportReport::default();
    let (files, refusals) = expand(sources);
    for refusal in refusals {
        report.refused.push(ImportedFile {
            file: refusal.name,
            photo: None,
            note: Some(refusal.reason),
        });
    }
    progress.set_total(files.len() as u64);

    let known = Mutex::new(known);
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let (send, examined) = bounded::<Examination>(workers);
    // Bytes known from before this import or met twice in it; told apart at the end, when all names are known.
    let mut again: Vec<(String, Sha256)> = Vec::new();
    let mut outcome: Result<(), CaseError> = Ok(());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (send, files, known, next) = (send.clone(), &files, &known, &next);
            scope.spawn(move || {
                while !progress.is_cancelled() {
                    let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) else {
                        break;
                    };
                    if send.send(examine_file(file, known)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut batch: Vec<NewPhoto> = Vec::new();
        let mut batch_bytes = 0;
        let mut commit = |batch: Vec<NewPhoto>, report: &mut ImportReport| {
            let sizes: Vec<u64> = batch.iter().map(|new| new.photo.byte_size).collect();
            let stored = store(batch, report.step)?;
            report.step = stored.step;
            report.added.extend(stored.added);
            report.known.extend(stored.known);
            sizes.into_iter().for_each(|bytes| progress.advance(bytes));
            Ok(())
        };
        for examination in &examined {
            match examination {
                Examination::New(new) => {
                    batch_bytes += new.bytes.len();
                    batch.push(*new);
                }
                Examination::Again(name, sha256) => {
                    again.push((name, sha256));
                    progress.advance(0);
                }
                Examination::Refused(file) => {
                    report.refused.push(file);
                    progress.advance(0);
                }
            }
            // An idle queue is a good moment too: the first photos appear at once.
            let due = batch_bytes >= BATCH_BYTES || (examined.is_empty() && report.added.is_empty());
            if due && !batch.is_empty() {
                batch_bytes = 0;
                outcome = commit(std::mem::take(&mut batch), &mut report);
                if outcome.is_err() {
                    progress.cancel();
                    break;
                }
            }
        }
        if outcome.is_ok() && !batch.is_empty() {
            outcome = commit(batch, &mut report);
        }
        // The workers must not wait for a reader that is gone.
        drop(examined);
    });
    outcome?;
    report.cancelled = progress.is_cancelled();
    report
        .known
        .extend(again.into_iter().map(|(file, sha256)| ImportedFile {
            file,
            photo: None,
            note: Some(tf("intake-known-hash", &[("sha256", sha256.to_string().into())])),
        }));
    Ok(report)
}

fn examine_file(file: &Path, known: &Mutex<HashSet<Sha256>>) -> Examination {
    let name = file
        .file_name()
        .unwrap_or(file.as_os_str())
        .to_string_lossy()
        .into_owned();
    let refused = |reason: String| {
        Examination::Refused(ImportedFile {
            file: file.display().to_string(),
            photo: None,
            note: Some(reason),
        })
    };
    let bytes = match read_file(file) {
        Ok(bytes) => bytes,
        Err(refusal) => return refused(refusal.reason),
    };
    let hash = sha256(&bytes);
    // Bytes that are known are not decoded again. A poisoned lock only costs this shortcut.
    if known.lock().is_ok_and(|mut known| !known.insert(hash)) {
        return Examination::Again(name, hash);
    }
    // A decoder that panics on a hostile file must not end the import.
    let examined = std::panic::catch_unwind(|| examine(&name, &bytes));
    match examined {
        Ok(Ok(examined)) => {
            let source = Some(file.display().to_string());
            Examination::New(Box::new(new_photo(examined, hash, &name, source, bytes)))
        }
        Ok(Err(refusal)) => refused(refusal.reason),
        Err(_) => refused(t("intake-decoder-failed").to_owned()),
    }
}

/// The photo that `examined` makes of `bytes`.
#[must_use]
pub fn new_photo(
    examined: Examined,
    hash: Sha256,
    name: &str,
    source_path: Option<String>,
    bytes: Vec<u8>,
) -> NewPhoto {
    let facts = examined.facts;
    let (previews, undecodable) = match examined.previews {
        Ok(previews) => (Some(previews), None),
        Err(reason) => (None, Some(reason)),
    };
    let likeness = previews.as_ref().map(|previews| previews.likeness);
    let (small_preview, medium_preview, large_preview) = previews
        .map(|previews| (Some(previews.small), Some(previews.medium), Some(previews.large)))
        .unwrap_or_default();
    let (latitude, longitude) = facts.position.unzip();
    let photo = Photo {
        sha256: hash,
        byte_size: bytes.len() as u64,
        file_name: name.to_owned(),
        source_path,
        format: facts.format.name().to_owned(),
        width: facts.display_width,
        height: facts.display_height,
        orientation: facts.orientation,
        captured: facts.captured.as_ref().map(|captured| captured.local.to_string()),
        captured_origin: facts.captured.as_ref().map(|captured| captured.origin.to_owned()),
        captured_offset: facts.captured.and_then(|captured| captured.offset),
        latitude,
        longitude,
        altitude_m: facts.altitude_m,
        gps_time: facts.gps_time,
        camera_make: facts.make,
        camera_model: facts.model,
        camera_serial: facts.body_serial,
        lens: facts.lens,
        software: facts.software,
        kind: PhotoKind::Photograph,
        undecodable,
        warnings: facts.warnings,
        added: Timestamp::now(),
        ..Photo::default()
    };
    NewPhoto {
        photo,
        bytes,
        small_preview,
        medium_preview,
        large_preview,
        likeness,
        metadata: facts.tags,
    }
}

/// The photo that pasted pixels make: a PNG that the program writes, said to be from the clipboard.
///
/// # Errors
/// When the pixels make no picture.
pub fn pasted_photo(
    width: usize,
    height: usize,
    rgba: &[u8],
    now: &jiff::Zoned,
) -> Result<Box<NewPhoto>, ImportedFile> {
    let name = tf(
        "paste-name",
        &[("time", now.strftime("%Y-%m-%d %H.%M.%S").to_string().into())],
    );
    let refused = |reason: String| ImportedFile {
        file: name.clone(),
        photo: None,
        note: Some(reason),
    };
    let bytes = png_of(width, height, rgba).map_err(|error| refused(error.to_string()))?;
    let examined = examine(&name, &bytes).map_err(|refusal| refused(refusal.reason))?;
    let mut new = new_photo(examined, sha256(&bytes), &name, None, bytes);
    new.photo.kind = PhotoKind::Clipboard;
    new.photo.warnings.push(t("paste-note").to_owned());
    Ok(Box::new(new))
}

/// `rgba` (8 bits a channel, unmultiplied) as a PNG file.
///
/// # Errors
/// When the number of pixels is not `width` times `height`.
pub fn png_of(width: usize, height: usize, rgba: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let side = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side(width), side(height));
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgba)?;
    writer.finish()?;
    Ok(bytes)
}
