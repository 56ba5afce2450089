//! The map of a case for others: a figure ([SVG 1.1](https://www.w3.org/TR/SVG11/), black on white, or PNG made from that), and
//! [GeoJSON](https://www.rfc-editor.org/rfc/rfc7946) for programs.

mod base;
mod figure;
mod geojson;
mod signs;

use std::path::Path;

pub use figure::{Figure, is_in, svg};
pub use geojson::geojson;

use super::picture::png;
use crate::text::{number, tf};

/// Pixels of a picture for each unit of the drawing.
const SCALE: f32 = 2.0;

/// Why the map was not written.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// The file can't be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The picture can't be drawn.
    #[error(transparent)]
    Picture(#[from] super::picture::PictureError),
}

/// Writes the figure as PNG or as SVG.
///
/// # Errors
/// When the picture can't be drawn or the file not written.
pub fn write(figure: &Figure, to: &Path, is_png: bool) -> Result<(), MapError> {
    let drawing = svg(figure);
    let bytes = if is_png {
        png(&drawing, SCALE)?
    } else {
        drawing.into_bytes()
    };
    std::fs::write(to, bytes)?;
    Ok(())
}

/// A length as people write it: metres below one kilometre, kilometres with at most one decimal above.
#[must_use]
pub fn length(metres: f64) -> String {
    if metres < 1000.0 {
        return tf("map-metres", &[("length", number(metres.round() as i64).into())]);
    }
    let tenths = (metres / 100.0).round() / 10.0;
    let text = if tenths >= 100.0 || tenths.fract() == 0.0 {
        number(tenths.round() as i64)
    } else {
        number(tenths)
    };
    tf("map-kilometres", &[("length", text.into())])
}
