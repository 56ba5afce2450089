//! A drawing in SVG as a picture in pixels, with the bundled faces alone: the same on every machine; and either as a file.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use crate::text::faces::FACES;
use crate::text::tf;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
#[error("{}", tf("exchange-picture-failed", &[("reason", reason.as_str().into())]))]
pub struct PictureError {
    reason: String,
}

impl PictureError {
    pub(super) fn of(reason: impl std::fmt::Display) -> Self {
        Self {
            reason: reason.to_string(),
        }
    }
}

/// Pixels of a picture for each unit of the drawing: enough for print.
pub const SCALE: f32 = 3.0;

/// Why a drawing was not written.
#[derive(Debug, thiserror::Error)]
pub enum DrawingError {
    /// The file can't be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The picture can't be drawn.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// Writes a drawing as the end of the file's name says: PNG, or else SVG.
///
/// # Errors
/// When the picture can't be drawn or the file not written.
pub fn write(drawing: String, to: &Path) -> Result<(), DrawingError> {
    let is_png = to.extension().is_some_and(|end| end.eq_ignore_ascii_case("png"));
    let bytes = if is_png {
        png(&drawing, SCALE)?
    } else {
        drawing.into_bytes()
    };
    std::fs::write(to, bytes)?;
    Ok(())
}

/// The bundled faces, read once.
static BUNDLED: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for (_, face) in FACES {
        faces.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(faces)
});

/// The drawing with its text laid out.
///
/// # Errors
/// When it is none.
pub(super) fn tree(drawing: &str) -> Result<Tree, PictureError> {
    let options = Options {
        fontdb: BUNDLED.clone(),
        // A drawing holds all that it shows; it reads no files of this machine.
        image_href_resolver: ImageHrefResolver {
            resolve_string: Box::new(|_, _| None),
            ..ImageHrefResolver::default()
        },
        ..Options::default()
    };
    Tree::from_str(drawing, &options).map_err(PictureError::of)
}

/// A picture has at most this many pixels on a side.
const MOST: f32 = 16_000.0;

/// The drawing as PNG, `scale` pixels for each of its units; less where it would have too many pixels.
///
/// # Errors
/// When the drawing is none, or the picture has no pixels.
pub fn png(drawing: &str, scale: f32) -> Result<Vec<u8>, PictureError> {
    let failed = |reason: &dyn std::fmt::Display| PictureError::of(reason);
    let tree = tree(drawing)?;
    let size = tree.size();
    let scale = scale.min(MOST / size.width().max(size.height()));
    let side = |length: f32| (length * scale).ceil() as u32;
    let mut pixels = Pixmap::new(side(size.width()), side(size.height())).ok_or_else(|| failed(&"0 x 0"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(&error))
}

#[cfg(test)]
mod tests {
    use super::super::chart::svg;
    use super::*;
    use crate::analysis::chart::chart;
    use crate::analysis::chart::tests::weapon;

    #[test]
    fn a_drawing_becomes_a_picture_with_its_words_in_every_script() {
        let width = |title: &str| {
            let drawing = svg(&chart(&[weapon(title, "2024", "2024-08-18")]));
            let bytes = png(&drawing, 1.0).unwrap();
            let picture = image::load_from_memory(&bytes).unwrap().to_rgb8();
            assert_eq!(picture.width(), 1000);
            // Dark pixels in the room of the title.
            let dark = |x: u32, y: u32| picture.get_pixel(x, y).0.iter().all(|value| *value < 128);
            (16..300)
                .flat_map(|x| (88..102).map(move |y| (x, y)))
                .filter(|(x, y)| dark(*x, *y))
                .count()
        };
        for title in ["Missile", "Ракета", "미사일"] {
            assert!(width(title) > 40, "{title}");
        }
        assert!(png("no drawing", 1.0).is_err());
    }
}
