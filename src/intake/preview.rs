//! Previews: two upright JPEGs of a photo, made once at the import so that lists and the viewer open at once.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, RgbImage};
use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::decode::{DecodeError, Limits, decode_scaled};
use crate::text::t;

/// The long side of the preview that lists show, in pixels.
pub const SMALL: u32 = 256;
/// The long side of the preview that the viewer opens with, in pixels.
pub const LARGE: u32 = 2048;
/// A scaled decode that comes this close to [`LARGE`] is taken as it is.
const CLOSE: u32 = 1800;

/// A photo's previews.
#[derive(Debug, Clone)]
pub struct Previews {
    /// A JPEG with a long side of at most [`SMALL`] pixels.
    pub small: Vec<u8>,
    /// A JPEG with a long side of at most [`LARGE`] pixels; never larger than the photo.
    pub large: Vec<u8>,
    /// What is wrong with the photo although it can be shown.
    pub warning: Option<String>,
}

/// The previews of the photo in `bytes`, from one decode.
///
/// # Errors
/// When not one pixel of it can be read.
pub fn previews(bytes: &[u8], limits: &Limits) -> Result<Previews, DecodeError> {
    let (picture, warning) = decode_scaled(bytes, CLOSE, limits)?;
    let picture = opaque(picture);
    let large = fitted(&picture, LARGE)?;
    let large = large.as_ref().unwrap_or(&picture);
    let small = fitted(large, SMALL)?;
    Ok(Previews {
        small: encoded(small.as_ref().unwrap_or(large), 82)?,
        large: encoded(large, 85)?,
        warning,
    })
}

fn failed(reason: impl ToString) -> DecodeError {
    DecodeError::Damaged {
        format: "JPEG",
        reason: reason.to_string(),
    }
}

/// Over mid-grey, because a JPEG has no transparency and black or white would look like part of the picture.
fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    let mut rgb = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in rgb.pixels_mut().zip(rgba.pixels()) {
        let alpha = u16::from(from.0[3]);
        for channel in 0..3 {
            let over = u16::from(from.0[channel]) * alpha + 128 * (255 - alpha);
            // At most 255 * 255 / 255.
            to.0[channel] = (over / 255) as u8;
        }
    }
    rgb
}

/// The picture made to fit into a square of `side` pixels, `None` when it fits already.
fn fitted(picture: &RgbImage, side: u32) -> Result<Option<RgbImage>, DecodeError> {
    let (width, height) = picture.dimensions();
    let long = width.max(height);
    if long <= side {
        return Ok(None);
    }
    let scaled = |n: u32| {
        let n = (u64::from(n) * u64::from(side) + u64::from(long) / 2) / u64::from(long);
        u32::try_from(n).unwrap_or(side).max(1)
    };
    let from = ImageRef::new(width, height, picture.as_raw(), PixelType::U8x3).map_err(failed)?;
    let mut to = Image::new(scaled(width), scaled(height), PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize(&from, &mut to, &options).map_err(failed)?;
    let (width, height) = (to.width(), to.height());
    RgbImage::from_raw(width, height, to.into_vec())
        .map(Some)
        .ok_or_else(|| failed(t("decode-no-size")))
}

fn encoded(picture: &RgbImage, quality: i32) -> Result<Vec<u8>, DecodeError> {
    let mut compressor = Compressor::new().map_err(failed)?;
    compressor.set_quality(quality).map_err(failed)?;
    compressor.set_subsamp(Subsamp::Sub2x2).map_err(failed)?;
    let width = picture.width() as usize;
    compressor
        .compress_to_vec(turbojpeg::Image {
            pixels: picture.as_raw().as_slice(),
            width,
            pitch: width * 3,
            height: picture.height() as usize,
            format: PixelFormat::RGB,
        })
        .map_err(failed)
}
