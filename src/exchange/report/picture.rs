//! The pictures of a report, one at a time: a stored preview of a photo as it is, or a region cut out of the original.

use base64::Engine;
use image::codecs::jpeg::JpegEncoder;

use super::ReportError;
use super::document::PictureOf;
use crate::case::Reader;
use crate::enhance::{Pixels, as_seen};
use crate::intake::decode::{Limits, decode};
use crate::job::Progress;
use crate::model::Region;

/// The longest side of a crop, in pixels.
const CROP: usize = 1600;

/// Gives pictures. At most one original is in memory, decoded.
pub(super) struct Pictures<'a> {
    reader: &'a Reader,
    progress: &'a Progress,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(reader: &'a Reader, progress: &'a Progress) -> Self {
        Self { reader, progress }
    }

    /// The picture as JPEG; `None` where its pixels can't be read.
    pub(super) fn jpeg(&mut self, of: &PictureOf) -> Result<Option<Vec<u8>>, ReportError> {
        self.progress.wait_while_paused();
        if self.progress.is_cancelled() {
            return Err(ReportError::Stopped);
        }
        let jpeg = match of {
            PictureOf::Photo(photo) => match self.reader.large_preview(*photo)? {
                Some(large) => Some(large),
                None => self.reader.small_preview(*photo)?,
            },
            PictureOf::Region(region) => self.crop(region)?,
        };
        self.progress.advance(jpeg.as_ref().map_or(0, Vec::len) as u64);
        Ok(jpeg)
    }

    /// The same as an address that holds the picture itself (RFC 2397).
    pub(super) fn address(&mut self, of: &PictureOf) -> Result<Option<String>, ReportError> {
        let jpeg = self.jpeg(of)?;
        Ok(jpeg.map(|jpeg| {
            let data = base64::engine::general_purpose::STANDARD.encode(jpeg);
            format!("data:image/jpeg;base64,{data}")
        }))
    }

    fn crop(&self, region: &Region) -> Result<Option<Vec<u8>>, ReportError> {
        let Some(bytes) = self.reader.original(region.photo)? else {
            return Ok(None);
        };
        let Ok(picture) = decode(&bytes, &Limits::default()) else {
            return Ok(None);
        };
        let whole = Pixels {
            width: picture.width as usize,
            height: picture.height as usize,
            rgba: picture.rgba,
        };
        let seen = as_seen(&whole, region).at_most(CROP * CROP, CROP);
        if seen.is_empty() {
            return Ok(None);
        }
        // Turned crops have clear corners: white, as the paper is.
        let mut rgb = Vec::with_capacity(seen.rgba.len() / 4 * 3);
        for pixel in seen.rgba.as_chunks::<4>().0 {
            let alpha = u16::from(pixel[3]);
            // At most 255.
            rgb.extend(
                pixel[..3]
                    .iter()
                    .map(|value| ((u16::from(*value) * alpha + 255 * (255 - alpha)) / 255) as u8),
            );
        }
        let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
        let mut jpeg = Vec::new();
        let written = JpegEncoder::new_with_quality(&mut jpeg, 90).encode(
            &rgb,
            side(seen.width),
            side(seen.height),
            image::ExtendedColorType::Rgb8,
        );
        Ok(written.is_ok().then_some(jpeg))
    }
}
