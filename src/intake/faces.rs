//! Where faces may be, as suggestions for redactions. The detector (SeetaFace, by `rustface`) finds upright faces that are seen
//! from the front and are not small; what it does not find may be a face all the same. docs/publication.md has figures.

use std::io::Cursor;
use std::panic::catch_unwind;
use std::sync::OnceLock;

use rustface::{ImageData, Model, create_detector_with_model, read_model};

use super::decode::{DecodeError, Limits, decode_scaled};
use super::preview::{fitted, opaque};
use crate::text::t;

/// The model (`assets/faces/README.md`).
static MODEL: &[u8] = include_bytes!("../../assets/faces/seeta_fd_frontal_v1.0.bin");

/// Faces are looked for in a picture with at most this long side, in pixels: about a second of work.
const LONG_SIDE: u32 = 2048;
/// The smallest face that the detector knows, in pixels there.
const SMALLEST: u32 = 20;
/// How sure it must be. Faces of a photo from 1927 have 4 to 28; few other things have more than 2.
const SURE: f64 = 2.0;
/// What the detector frames is grown by this part on each side: hair, ears and chin tell a person too.
const GROWN: f64 = 0.2;

/// A rectangle in which a face may be, in pixels of the upright original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Face {
    /// Pixels from the left edge.
    pub x: u32,
    /// Pixels from the top edge.
    pub y: u32,
    /// Pixels, 1 or more.
    pub width: u32,
    /// Pixels, 1 or more.
    pub height: u32,
}

/// Where faces may be on the original in `bytes`, whose upright picture has `size` pixels; from left to right.
///
/// # Errors
/// When its pixels can't be read, or the detector broke off.
pub fn faces(bytes: &[u8], size: (u32, u32)) -> Result<Vec<Face>, DecodeError> {
    let (picture, _) = decode_scaled(bytes, LONG_SIDE, &Limits::default())?;
    let picture = opaque(picture);
    let picture = fitted(&picture, LONG_SIDE)?.unwrap_or(picture);
    let gray = image::DynamicImage::ImageRgb8(picture).into_luma8();
    let broke = |reason: String| DecodeError::Damaged {
        format: "SeetaFace",
        reason,
    };
    // It lies about the pixels of others: a fault in it is a photo without suggestions.
    let found = catch_unwind(|| detect(gray.as_raw(), gray.width(), gray.height()))
        .map_err(|_| broke(t("decode-panicked").to_owned()))?
        .map_err(|error| broke(error.to_string()))?;
    let from = (f64::from(gray.width()), f64::from(gray.height()));
    let mut faces: Vec<Face> = found
        .into_iter()
        .filter_map(|[x, y, width, height]| {
            let grown = (width * GROWN, height * GROWN);
            let across = part(x - grown.0, x + width + grown.0, from.0, size.0)?;
            let down = part(y - grown.1, y + height + grown.1, from.1, size.1)?;
            Some(Face {
                x: across.0,
                y: down.0,
                width: across.1,
                height: down.1,
            })
        })
        .collect();
    faces.sort_unstable_by_key(|face| (face.x, face.y));
    Ok(faces)
}

/// Left, top, width and height of each face.
fn detect(gray: &[u8], width: u32, height: u32) -> std::io::Result<Vec<[f64; 4]>> {
    static READ: OnceLock<Model> = OnceLock::new();
    let model = match READ.get() {
        Some(model) => model.clone(),
        None => {
            let model = read_model(Cursor::new(MODEL))?;
            READ.get_or_init(|| model).clone()
        }
    };
    if width < SMALLEST || height < SMALLEST {
        return Ok(Vec::new());
    }
    let mut detector = create_detector_with_model(model);
    detector.set_min_face_size(SMALLEST);
    detector.set_score_thresh(SURE);
    detector.set_pyramid_scale_factor(0.8);
    detector.set_slide_window_step(4, 4);
    let found = detector.detect(&ImageData::new(gray, width, height));
    Ok(found
        .iter()
        .map(|face| {
            let frame = face.bbox();
            [
                f64::from(frame.x()),
                f64::from(frame.y()),
                f64::from(frame.width()),
                f64::from(frame.height()),
            ]
        })
        .collect())
}

/// Start and length, on a side of `to` pixels, of what lies between two points on one of `from`; `None` where that is nothing.
fn part(start: f64, end: f64, from: f64, to: u32) -> Option<(u32, u32)> {
    let whole = |at: f64| (at / from * f64::from(to)).clamp(0.0, f64::from(to));
    let (start, end) = (whole(start).floor() as u32, whole(end).ceil() as u32);
    (end > start).then(|| (start, end - start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_of_the_dead_are_found_and_a_mushroom_has_none() {
        let read = |name: &str| {
            std::fs::read(
                std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("tests")
                    .join(name),
            )
            .unwrap()
        };
        let bytes = read("faces/solvay.jpg");
        let found = faces(&bytes, (760, 470)).unwrap();
        // Thirteen people, one of them cut by the edge.
        assert!((10..=14).contains(&found.len()), "{found:?}");
        for face in &found {
            assert!(
                face.x + face.width <= 760 && face.y + face.height <= 470,
                "{face:?}"
            );
            assert!((60..=110).contains(&face.width), "{face:?}");
        }
        // The same in the pixels of a larger original.
        let twice = faces(&bytes, (1520, 940)).unwrap();
        assert_eq!(twice.len(), found.len());
        assert!(twice[0].x.abs_diff(2 * found[0].x) <= 2);
        assert!(
            faces(&read("photos/mushroom.jpg"), (400, 533))
                .unwrap()
                .is_empty()
        );
        assert!(faces(b"no picture", (1, 1)).is_err());
    }
}
