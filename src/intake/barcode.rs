//! Bar codes and 2-D codes on photos: found, decoded, and kept as marks with the bytes that were read.
//!
//! What a machine reads is a transcription like any other, of the role `machine`, so that the systems for GS1, data
//! identifiers and unique item identifiers read it, and a person still decides what it means.

use std::collections::HashSet;
use std::panic::catch_unwind;

use fast_image_resize as resize;
use jiff::Timestamp;
use rxing::{BarcodeFormat, DecodeHints, RXingResultMetadataType, RXingResultMetadataValue};

use super::decode::{Limits, decode};
use crate::case::{CaseError, Reader};
use crate::job::Progress;
use crate::model::album::{PhotoFilter, PhotoSort};
use crate::model::id::PhotoId;
use crate::model::marking::MarkKind;
use crate::model::{Change, Marking, Photo, Region, Role, Transcription};
use crate::reading::Notation;
use crate::text::{t, tf};

/// A code that was found in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Which sort of code it is (`DATA_MATRIX`).
    pub symbology: String,
    /// The symbology identifier of ISO/IEC 15424 (`]d2`), which says how its data are to be read.
    pub identifier: Option<String>,
    /// Its data as text.
    pub text: String,
    /// The bytes that were read: the code words of a 2-D code, else the text in UTF-8.
    pub data: Vec<u8>,
    /// Where it is, with some ground around it: left, top, width, height in pixels of the upright picture.
    pub area: [u32; 4],
}

/// The sorts of code that are looked for. Those are left out that are no product's or part's (film edges), that are found
/// in any grain (Telepen), or that stand beside another (extensions).
const SORTS: [BarcodeFormat; 18] = [
    BarcodeFormat::AZTEC,
    BarcodeFormat::CODABAR,
    BarcodeFormat::CODE_39,
    BarcodeFormat::CODE_93,
    BarcodeFormat::CODE_128,
    BarcodeFormat::DATA_MATRIX,
    BarcodeFormat::EAN_8,
    BarcodeFormat::EAN_13,
    BarcodeFormat::ITF,
    BarcodeFormat::MAXICODE,
    BarcodeFormat::PDF_417,
    BarcodeFormat::QR_CODE,
    BarcodeFormat::MICRO_QR_CODE,
    BarcodeFormat::RECTANGULAR_MICRO_QR_CODE,
    BarcodeFormat::RSS_14,
    BarcodeFormat::RSS_EXPANDED,
    BarcodeFormat::UPC_A,
    BarcodeFormat::UPC_E,
];

/// Sorts without a check that an accident would fail: they count only if they are read alike in two sizes of the picture.
const WEAK: [BarcodeFormat; 6] = [
    BarcodeFormat::CODABAR,
    BarcodeFormat::CODE_39,
    BarcodeFormat::ITF,
    BarcodeFormat::EAN_8,
    BarcodeFormat::UPC_E,
    BarcodeFormat::RSS_14,
];

/// The longer sides in pixels in which a picture is looked at.
const SIDES: [u32; 4] = [4000, 2000, 1200, 700];

/// The codes in an upright picture, from top to bottom; each once.
#[must_use]
pub fn find(width: u32, height: u32, rgba: &[u8]) -> Vec<Code> {
    let light: Vec<u8> = rgba
        .chunks_exact(4)
        .map(|pixel| {
            let sum = 2 * u32::from(pixel[0]) + 5 * u32::from(pixel[1]) + u32::from(pixel[2]);
            (sum / 8) as u8
        })
        .collect();
    let mut found: Vec<(Code, bool, usize)> = Vec::new();
    let mut seen = HashSet::new();
    for side in SIDES {
        let scale = f64::from(width.max(height)) / f64::from(side);
        // A picture is looked at as it is, not larger; then in smaller sizes, where grain is gone.
        let scale = scale.max(1.0);
        let size = [width, height].map(|side| (f64::from(side) / scale).round().max(1.0) as u32);
        if !seen.insert(size) {
            continue;
        }
        let Some(smaller) = resized(&light, [width, height], size) else {
            continue;
        };
        // Etched codes are often light on dark, which the library does not look for among several.
        let inverted = smaller.iter().map(|value| 255 - value).collect();
        let mut here = in_size(smaller, size, scale, [width, height]);
        for code in in_size(inverted, size, scale, [width, height]) {
            if !here.iter().any(|(known, _)| known.text == code.0.text) {
                here.push(code);
            }
        }
        for (code, is_weak) in here {
            let same = |known: &&mut (Code, bool, usize)| {
                (&known.0.symbology, &known.0.text) == (&code.symbology, &code.text)
            };
            match found.iter_mut().find(same) {
                Some(known) => known.2 += 1,
                None => found.push((code, is_weak, 1)),
            }
        }
    }
    let sizes = seen.len();
    let mut codes: Vec<Code> = found
        .into_iter()
        .filter(|(_, is_weak, times)| !is_weak || *times > 1 || sizes == 1)
        .map(|(code, ..)| code)
        .collect();
    codes.sort_by_key(|code| (code.area[1], code.area[0]));
    codes
}

/// The plane of lightness in another size.
fn resized(light: &[u8], from: [u32; 2], to: [u32; 2]) -> Option<Vec<u8>> {
    if from == to {
        return Some(light.to_vec());
    }
    let source = resize::images::ImageRef::new(from[0], from[1], light, resize::PixelType::U8).ok()?;
    let mut target = resize::images::Image::new(to[0], to[1], resize::PixelType::U8);
    resize::Resizer::new().resize(&source, &mut target, None).ok()?;
    Some(target.into_vec())
}

/// The codes in one size of the picture, and whether their sort is a weak one.
fn in_size(light: Vec<u8>, [width, height]: [u32; 2], scale: f64, whole: [u32; 2]) -> Vec<(Code, bool)> {
    // The library reads foreign bytes; should it fail on a picture, that costs this size of this picture.
    let results = catch_unwind(|| {
        let mut hints = DecodeHints {
            PossibleFormats: Some(SORTS.into_iter().collect()),
            TryHarder: Some(true),
            ..DecodeHints::default()
        };
        rxing::helpers::detect_multiple_in_luma_with_hints(light, width, height, &mut hints)
            .unwrap_or_default()
    });
    results
        .unwrap_or_default()
        .into_iter()
        .filter(|result| !result.getText().trim().is_empty())
        .map(|result| {
            let format = *result.getBarcodeFormat();
            let raw = result.getRawBytes();
            let identifier = result
                .getRXingResultMetadata()
                .get(&RXingResultMetadataType::SYMBOLOGY_IDENTIFIER);
            let points: Vec<[f64; 2]> = result
                .getPoints()
                .iter()
                .map(|point| [f64::from(point.x) * scale, f64::from(point.y) * scale])
                .collect();
            let code = Code {
                symbology: format!("{format:?}"),
                identifier: match identifier {
                    Some(RXingResultMetadataValue::SymbologyIdentifier(text)) if !text.is_empty() => {
                        Some(text.clone())
                    }
                    _ => None,
                },
                text: result.getText().to_owned(),
                data: if raw.is_empty() {
                    result.getText().as_bytes().to_vec()
                } else {
                    raw.to_vec()
                },
                area: area(&points, whole),
            };
            (code, WEAK.contains(&format))
        })
        .collect()
}

/// The rectangle around points, with ground around it: the points of a bar code lie on one line, and those of a 2-D code
/// within it.
fn area(points: &[[f64; 2]], whole: [u32; 2]) -> [u32; 4] {
    let ends = |axis: usize| {
        let at = points.iter().map(|point| point[axis]);
        (
            at.clone().fold(f64::INFINITY, f64::min),
            at.fold(f64::NEG_INFINITY, f64::max),
        )
    };
    let ((left, right), (top, bottom)) = (ends(0), ends(1));
    if !(left.is_finite() && top.is_finite()) {
        return [0, 0, whole[0].max(1), whole[1].max(1)];
    }
    let ground = ((right - left).max(bottom - top) * 0.2).max(4.0);
    let side = |from: f64, to: f64, all: u32| {
        let least = (from - ground).clamp(0.0, f64::from(all.saturating_sub(1))) as u32;
        let most = (to + ground).ceil().clamp(1.0, f64::from(all)) as u32;
        (least, most.saturating_sub(least).max(1))
    };
    let (x, width) = side(left, right, whole[0]);
    let (y, height) = side(top, bottom, whole[1]);
    [x, y, width, height]
}

/// What looking for codes came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many photos were looked at.
    pub photos: u64,
    /// The codes that are new: the photo's file name, the sort of code, and its text.
    pub found: Vec<(String, String, String)>,
    /// How many were known already.
    pub known: u64,
    /// The photos that could not be looked at, and why.
    pub refused: Vec<(String, String)>,
}

/// Looks for codes on these photos, and gives `apply` what makes the case have them, photo by photo.
///
/// A code that is on the photo already is not made again.
///
/// # Errors
/// When the case can't be read or written; what was found before stays.
pub fn find_on(
    photos: &[PhotoId],
    reader: &Reader,
    progress: &Progress,
    mut apply: impl FnMut(Vec<Change>) -> Result<(), CaseError>,
) -> Result<Outcome, CaseError> {
    progress.set_total(photos.len() as u64);
    let mut outcome = Outcome::default();
    for id in photos {
        if progress.is_cancelled() {
            break;
        }
        let Some(photo) = reader.get::<Photo>(*id)? else {
            continue;
        };
        outcome.photos += 1;
        let bytes = reader.original(*id)?.unwrap_or_default();
        let decoded = catch_unwind(|| decode(&bytes, &Limits::default()));
        match decoded {
            Ok(Ok(picture)) => {
                let codes = find(picture.width, picture.height, &picture.rgba);
                let known = known(reader, *id)?;
                let mut changes = Vec::new();
                for code in codes {
                    if known.contains(&(code.symbology.clone(), hex(&code.data))) {
                        outcome.known += 1;
                        continue;
                    }
                    changes.extend(changes_for(*id, &code, Timestamp::now()));
                    outcome
                        .found
                        .push((photo.file_name.clone(), code.symbology, code.text));
                }
                if !changes.is_empty() {
                    apply(changes)?;
                }
            }
            Ok(Err(error)) => outcome.refused.push((photo.file_name.clone(), error.to_string())),
            Err(_) => outcome
                .refused
                .push((photo.file_name.clone(), t("intake-decoder-failed").to_owned())),
        }
        progress.advance(bytes.len() as u64);
    }
    Ok(outcome)
}

/// Every photo of a case.
///
/// # Errors
/// When the case can't be read.
pub fn every_photo(reader: &Reader) -> Result<Vec<PhotoId>, CaseError> {
    let photos = reader.photos(&PhotoFilter::default(), PhotoSort::Added)?;
    Ok(photos.iter().map(|photo| photo.id).collect())
}

/// The sorts and bytes of the codes that a photo is known to show.
fn known(reader: &Reader, photo: PhotoId) -> Result<HashSet<(String, String)>, CaseError> {
    let mut known = HashSet::new();
    for region in reader.regions_of_photo(photo)? {
        for transcription in reader.transcriptions(region.marking)? {
            known.extend(transcription.symbology.zip(transcription.data));
        }
    }
    Ok(known)
}

/// A mark with its region and what the machine read there.
fn changes_for(photo: PhotoId, code: &Code, at: Timestamp) -> [Change; 2] {
    let marking = Marking {
        kind: Some(MarkKind::Barcode),
        ..Marking::default()
    };
    let [x, y, width, height] = code.area;
    let region = Region {
        marking: marking.id,
        photo,
        x,
        y,
        width,
        height,
        ..Region::default()
    };
    let transcription = Transcription {
        marking: marking.id,
        // Signs of the notation that are data are written out.
        text: Notation::literal(&code.text).to_string(),
        by: tf("barcode-by", &[("version", env!("CARGO_PKG_VERSION").into())]),
        at,
        note: code.identifier.clone().unwrap_or_default(),
        role: Some(Role::Machine),
        symbology: Some(code.symbology.clone()),
        data: Some(hex(&code.data)),
        ..Transcription::default()
    };
    [
        Change::DrawRegion {
            region,
            marking: Some(marking),
        },
        Change::Transcribe(transcription),
    ]
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
