//! The logo of a template: whatever picture it is, it is kept as PNG.

use image::ImageFormat;

use crate::exchange::picture::png;
use crate::text::{t, tf};

/// No side of a logo is longer, in pixels.
const LONGEST: u32 = 4000;
/// Pixels for each unit of a drawing: enough for print.
const SCALE: f32 = 4.0;

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// Its width and height in pixels.
    pub size: [u32; 2],
}

impl Logo {
    /// The logo of a file's bytes.
    ///
    /// # Errors
    /// With the reason why it can't be used.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, String> {
        let unreadable = |reason: &dyn std::fmt::Display| {
            tf("report-template-logo", &[("reason", reason.to_string().into())])
        };
        let drawn;
        let bytes = match std::str::from_utf8(bytes) {
            Ok(text) if text.contains("<svg") => {
                drawn = png(text, SCALE).map_err(|error| unreadable(&error))?;
                drawn.as_slice()
            }
            _ => bytes,
        };
        let format = image::guess_format(bytes).map_err(|error| unreadable(&error))?;
        if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
            return Err(t("report-template-logo-kind").to_owned());
        }
        let mut reader = image::ImageReader::with_format(std::io::Cursor::new(bytes), format);
        let mut limits = image::Limits::default();
        limits.max_image_width = Some(LONGEST);
        limits.max_image_height = Some(LONGEST);
        reader.limits(limits);
        let picture = reader.decode().map_err(|error| unreadable(&error))?.to_rgba8();
        let mut png = std::io::Cursor::new(Vec::new());
        picture
            .write_to(&mut png, ImageFormat::Png)
            .map_err(|error| unreadable(&error))?;
        Ok(Self {
            size: [picture.width(), picture.height()],
            png: png.into_inner(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_and_a_picture_become_png_and_what_is_neither_is_refused() {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><rect width=\"20\" height=\"10\"/></svg>";
        let logo = Logo::of(drawing.as_bytes()).unwrap();
        assert_eq!(logo.size, [80, 40]);
        assert_eq!(Logo::of(&logo.png).unwrap().size, [80, 40]);
        for bytes in [
            &b"no picture"[..],
            b"",
            b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
            &logo.png[..50],
        ] {
            assert!(Logo::of(bytes).is_err());
        }
    }
}
