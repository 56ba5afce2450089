//! `witnessmark extract FILE PHOTO OUT`: the original, byte for byte.

use clap::ArgMatches;

use super::{CliError, open, output, path_of, text_of};
use crate::case::{CaseError, Reader};
use crate::model::Photo;
use crate::model::album::{PhotoFilter, PhotoSort};
use crate::model::id::{PhotoId, Sha256};
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let wanted = text_of(args, "photo")?;
    let photo = find(&reader, wanted)?;
    let record: Option<Photo> = reader.get(photo)?;
    let none = || CliError::Refused(tf("cli-extract-none", &[("photo", wanted.into())]));
    let record = record.ok_or_else(none)?;
    let mut out = path_of(args, "out")?.clone();
    if out.is_dir() {
        out.push(&record.file_name);
    }
    let written = reader.write_original(&record.sha256, &out);
    let is_there = written.map_err(|error| match error {
        CaseError::OriginalChanged(_) => {
            let args = [("photo", record.file_name.as_str().into())];
            CliError::Refused(tf("cli-extract-changed", &args))
        }
        error => error.into(),
    })?;
    if !is_there {
        return Err(none());
    }
    output::line(&tf(
        "cli-extract-done",
        &[
            ("file", out.display().to_string().into()),
            ("sha256", record.sha256.to_string().into()),
        ],
    ))
}

/// A photo by its id, its SHA-256, or its file name if only one has it.
pub(super) fn find(reader: &Reader, wanted: &str) -> Result<PhotoId, CliError> {
    if let Ok(id) = wanted.parse::<PhotoId>() {
        return Ok(id);
    }
    if let Ok(hash) = wanted.parse::<Sha256>()
        && let Some((id, _)) = reader.photo_of_original(&hash)?
    {
        return Ok(id);
    }
    let photos = reader.photos(&PhotoFilter::default(), PhotoSort::Added)?;
    let mut named = photos.iter().filter(|photo| photo.file_name == wanted);
    match (named.next(), named.next()) {
        (Some(photo), None) => Ok(photo.id),
        (Some(_), Some(_)) => {
            let args = [("photo", wanted.into())];
            Err(CliError::Refused(tf("cli-extract-many", &args)))
        }
        (None, _) => {
            let args = [("photo", wanted.into())];
            Err(CliError::Refused(tf("cli-extract-none", &args)))
        }
    }
}
