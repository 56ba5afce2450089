//! What was lost beside the originals and can be computed from them: previews, metadata, and the records of photos of
//! which nothing else is left. After a recovery or a restoration.

use crate::case::{Case, CaseError};
use crate::intake::photo::new_photo;
use crate::intake::read::examine;
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::model::{Change, NewPhoto, Photo};
use crate::text::{t, tf};

/// Computes what is missing. Gives how many photos have their previews or their records again.
///
/// # Errors
/// When the case can't be read or written; what was computed before stays.
pub fn renew(case: &mut Case, progress: &Progress) -> Result<u64, CaseError> {
    let orphans = case.originals_without_record()?;
    let missing = case.without_previews()?;
    progress.set_done(0);
    progress.set_total((orphans.len() + missing.len()) as u64);
    let mut renewed = 0;
    for hash in orphans {
        if progress.is_cancelled() {
            return Ok(renewed);
        }
        if let Some(bytes) = case.reader()?.original_of(&hash)? {
            let short: String = hash.to_string().chars().take(12).collect();
            let name = tf("renew-name", &[("hash", short.into())]);
            case.apply(Change::AddPhoto(Box::new(photo_of(&name, hash, bytes))))?;
            renewed += 1;
        }
        progress.advance(0);
    }
    for photo in missing {
        if progress.is_cancelled() {
            return Ok(renewed);
        }
        if let Some(bytes) = case.reader()?.original(photo.id)? {
            case.renew_derived(&photo_of(&photo.file_name, photo.sha256, bytes))?;
            renewed += 1;
        }
        progress.advance(0);
    }
    Ok(renewed)
}

/// The photo that the bytes make, with previews and metadata. A decoder that fails on a picture costs what it would have said, as in an import.
pub fn photo_of(name: &str, hash: Sha256, bytes: Vec<u8>) -> NewPhoto {
    let examined = std::panic::catch_unwind(|| examine(name, &bytes));
    let reason = match examined {
        Ok(Ok(examined)) => return new_photo(examined, hash, name, bytes),
        Ok(Err(refusal)) => refusal.reason,
        Err(_) => t("intake-decoder-failed").to_owned(),
    };
    NewPhoto {
        photo: Photo {
            sha256: hash,
            byte_size: bytes.len() as u64,
            file_name: name.to_owned(),
            undecodable: Some(reason),
            added: jiff::Timestamp::now(),
            ..Photo::default()
        },
        bytes,
        ..NewPhoto::default()
    }
}
