//! Previews and metadata that were lost, computed anew from the originals: after a recovery or a restoration.

use crate::case::{Case, CaseError};
use crate::intake::import::new_photo;
use crate::intake::read::examine;
use crate::job::Progress;

/// Computes what is missing. Gives how many photos have their previews again.
///
/// # Errors
/// When the case can't be read or written; what was computed before stays.
pub fn renew(case: &mut Case, progress: &Progress) -> Result<u64, CaseError> {
    let missing = case.without_previews()?;
    progress.set_done(0);
    progress.set_total(missing.len() as u64);
    let mut renewed = 0;
    for photo in missing {
        if progress.is_cancelled() {
            break;
        }
        let Some(bytes) = case.reader()?.original(photo.id)? else {
            continue;
        };
        // A decoder that fails on a picture costs the preview of that picture, as in an import.
        let examined = std::panic::catch_unwind(|| examine(&photo.file_name, &bytes));
        if let Ok(Ok(examined)) = examined {
            case.renew_derived(&new_photo(examined, photo.sha256, &photo.file_name, None, bytes))?;
            renewed += 1;
        }
        progress.advance(0);
    }
    Ok(renewed)
}
