//! What was found out about a file becomes a photo for the case.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::read::{Examined, Refusal, document, examine};
use super::source::SourceFile;
use crate::case::sha256;
use crate::model::id::{PhotoId, Sha256};
use crate::model::photo::PhotoKind;
use crate::model::photo_set::FileNote;
use crate::model::{NewPhoto, Photo};
use crate::text::{t, tf};

/// The photo that a file with these bytes makes: a picture with its metadata and previews, or a document.
///
/// # Errors
/// When it is empty, or calls itself a picture and is none.
pub fn photo_of(file: &SourceFile, hash: Sha256, bytes: Vec<u8>) -> Result<NewPhoto, Refusal> {
    // A decoder that panics on a hostile file must not end the import.
    let examined = std::panic::catch_unwind(|| examine(&file.name, &bytes));
    let mut new = match examined {
        Ok(Ok(examined)) => new_photo(examined, hash, &file.name, bytes),
        Ok(Err(refusal)) => match document(&file.name, &bytes) {
            Some(format) => new_document(format, hash, &file.name, bytes),
            None => return Err(refusal),
        },
        Err(_) => {
            return Err(Refusal {
                name: file.name.clone(),
                reason: t("intake-decoder-failed").to_owned(),
            });
        }
    };
    new.photo.source_path = Some(file.path.clone());
    new.photo.source_modified = file.modified;
    new.photo.source_created = file.created;
    Ok(new)
}

/// The photo that `examined` makes of `bytes`.
#[must_use]
pub fn new_photo(examined: Examined, hash: Sha256, name: &str, bytes: Vec<u8>) -> NewPhoto {
    let mut facts = examined.facts;
    let now = Timestamp::now();
    if let Some(captured) = facts
        .captured
        .as_ref()
        .filter(|captured| is_to_come(captured.local, now))
    {
        let time = captured.local.to_string().replace('T', " ");
        facts
            .warnings
            .push(tf("metadata-date-to-come", &[("time", time.into())]));
    }
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
        id: PhotoId::from_hash(&hash),
        sha256: hash,
        byte_size: bytes.len() as u64,
        file_name: name.to_owned(),
        format: facts.format.name().to_owned(),
        width: facts.display_width,
        height: facts.display_height,
        orientation: facts.orientation,
        captured: facts.captured.as_ref().map(|captured| captured.local.to_string()),
        captured_origin: facts.captured.as_ref().map(|captured| captured.origin.to_owned()),
        captured_offset_origin: facts
            .captured
            .as_ref()
            .and_then(|captured| captured.offset_origin.clone()),
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
        added: now,
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

/// Whether it is not that time yet anywhere on Earth: clocks are at most 14 hours ahead of UTC.
fn is_to_come(local: DateTime, now: Timestamp) -> bool {
    let latest = now.to_zoned(TimeZone::fixed(jiff::tz::offset(14))).datetime();
    local > latest
}

/// A file that is no picture, kept as an original like one.
fn new_document(format: String, hash: Sha256, name: &str, bytes: Vec<u8>) -> NewPhoto {
    let reason = tf("read-document", &[("format", format.as_str().into())]);
    NewPhoto {
        photo: Photo {
            id: PhotoId::from_hash(&hash),
            sha256: hash,
            byte_size: bytes.len() as u64,
            file_name: name.to_owned(),
            format,
            kind: PhotoKind::Document,
            undecodable: Some(reason),
            added: Timestamp::now(),
            ..Photo::default()
        },
        bytes,
        ..NewPhoto::default()
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
) -> Result<Box<NewPhoto>, FileNote> {
    let name = tf(
        "paste-name",
        &[("time", now.strftime("%Y-%m-%d %H.%M.%S").to_string().into())],
    );
    let refused = |note: String| FileNote {
        file: name.clone(),
        note,
    };
    let bytes = png_of(width, height, rgba).map_err(|error| refused(error.to_string()))?;
    let examined = examine(&name, &bytes).map_err(|refusal| refused(refusal.reason))?;
    let mut new = new_photo(examined, sha256(&bytes), &name, bytes);
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
