//! Previews: three upright JPEGs of a photo, made once at the import so that lists and the viewer open at once, and
//! what the picture looks like in 64 bits.

use std::sync::OnceLock;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, GrayImage, RgbImage};
use image_hasher::{FilterType as HashFilter, HashAlg, Hasher, HasherConfig};
use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::decode::{DecodeError, Limits, decode_scaled};
use super::planes;
use crate::text::t;

/// The long side of the preview that lists of small tiles show, in pixels.
pub const SMALL: u32 = 256;
/// The long side of the preview that larger tiles show, in pixels.
pub const MEDIUM: u32 = 512;
/// The long side of the preview that the viewer opens with, in pixels.
pub const LARGE: u32 = 2048;
/// A scaled decode that comes this close to [`LARGE`] is taken as it is.
pub(super) const CLOSE: u32 = 1800;

/// A photo's previews.
#[derive(Debug, Clone)]
pub struct Previews {
    /// A JPEG with a long side of at most [`SMALL`] pixels.
    pub small: Vec<u8>,
    /// A JPEG with a long side of at most [`MEDIUM`] pixels.
    pub medium: Vec<u8>,
    /// A JPEG with a long side of at most [`LARGE`] pixels; never larger than the photo.
    pub large: Vec<u8>,
    /// What the picture looks like; see [`likeness_of`].
    pub likeness: u64,
    /// What is wrong with the photo although it can be shown.
    pub warning: Option<String>,
}

/// The previews of the photo in `bytes`, from one decode.
///
/// # Errors
/// When not one pixel of it can be read.
pub fn previews(bytes: &[u8], limits: &Limits) -> Result<Previews, DecodeError> {
    match planes::previews(bytes, limits) {
        Some(previews) => Ok(previews),
        None => the_long_way(bytes, limits),
    }
}

/// For everything but sound JPEGs with the usual colours: through red, green and blue.
fn the_long_way(bytes: &[u8], limits: &Limits) -> Result<Previews, DecodeError> {
    let (picture, warning) = decode_scaled(bytes, CLOSE, limits)?;
    let picture = opaque(picture);
    let large = fitted(&picture, LARGE)?;
    let large = large.as_ref().unwrap_or(&picture);
    let encoded_large = encoded(large, 85)?;
    let medium = fitted(large, MEDIUM)?;
    let medium = medium.as_ref().unwrap_or(large);
    let small = fitted(medium, SMALL)?;
    let small = small.as_ref().unwrap_or(medium);
    Ok(Previews {
        small: encoded(small, 82)?,
        medium: encoded(medium, 85)?,
        large: encoded_large,
        likeness: likeness_of(&brightness(small)),
        warning,
    })
}

/// A perceptual hash of a picture: the signs of the lowest frequencies of its discrete cosine transform. Two sizes
/// or compressions of one picture differ in few of the 64 bits, unrelated pictures in about half of them.
#[must_use]
pub fn likeness_of(picture: &GrayImage) -> u64 {
    static HASHER: OnceLock<Hasher<[u8; 8]>> = OnceLock::new();
    let hasher = HASHER.get_or_init(|| {
        HasherConfig::with_bytes_type::<[u8; 8]>()
            .hash_size(8, 8)
            .hash_alg(HashAlg::Median)
            .preproc_dct()
            .resize_filter(HashFilter::Triangle)
            .to_hasher()
    });
    let hash = hasher.hash_image(picture);
    let mut bits = [0; 8];
    for (to, from) in bits.iter_mut().zip(hash.as_bytes()) {
        *to = *from;
    }
    u64::from_be_bytes(bits)
}

/// The brightness as JFIF has it (ITU-R BT.601), so that both ways to a preview see the same.
fn brightness(picture: &RgbImage) -> GrayImage {
    let mut gray = GrayImage::new(picture.width(), picture.height());
    for (to, from) in gray.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue] = from.0.map(u32::from);
        // At most 255: the weights add up to 65,536.
        to.0[0] = ((red * 19_595 + green * 38_470 + blue * 7_471 + 32_768) >> 16) as u8;
    }
    gray
}

fn failed(reason: impl ToString) -> DecodeError {
    DecodeError::Damaged {
        format: "JPEG",
        reason: reason.to_string(),
    }
}

/// Over mid-grey, because a JPEG has no transparency and black or white would look like part of the picture.
pub fn opaque(picture: DynamicImage) -> RgbImage {
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

/// The size at which a picture fits into a square of `side` pixels, `None` when it fits already.
pub(super) fn fitting([width, height]: [u32; 2], side: u32) -> Option<[u32; 2]> {
    let long = width.max(height);
    let scaled = |n: u32| {
        let n = (u64::from(n) * u64::from(side) + u64::from(long) / 2) / u64::from(long);
        u32::try_from(n).unwrap_or(side).max(1)
    };
    (long > side).then(|| [scaled(width), scaled(height)])
}

/// The picture made to fit into a square of `side` pixels, `None` when it fits already.
///
/// # Errors
/// When it has no pixels.
pub fn fitted(picture: &RgbImage, side: u32) -> Result<Option<RgbImage>, DecodeError> {
    let (width, height) = picture.dimensions();
    let Some([new_width, new_height]) = fitting([width, height], side) else {
        return Ok(None);
    };
    let from = ImageRef::new(width, height, picture.as_raw(), PixelType::U8x3).map_err(failed)?;
    let mut to = Image::new(new_width, new_height, PixelType::U8x3);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(seed: u32, side: u32) -> RgbImage {
        RgbImage::from_fn(side, side * 3 / 4, |x, y| {
            let (x, y) = (x as f32 / side as f32, y as f32 / side as f32);
            let f = |k: f32| (((x * k + seed as f32).sin() * (y * k * 1.7).cos() + 1.0) * 120.0) as u8;
            image::Rgb([f(7.0), f(13.0 + seed as f32), f(23.0)])
        })
    }

    #[test]
    fn two_sizes_and_compressions_of_a_picture_look_alike_and_two_pictures_do_not() {
        let likeness = |picture: &RgbImage, quality| {
            let jpeg = encoded(picture, quality).unwrap();
            previews(&jpeg, &Limits::default()).unwrap().likeness
        };
        let one = likeness(&scene(1, 1200), 90);
        let smaller = likeness(&fitted(&scene(1, 1200), 640).unwrap().unwrap(), 40);
        let other = likeness(&scene(5, 1200), 90);
        assert!((one ^ smaller).count_ones() <= 6, "{one:x} {smaller:x}");
        assert!((one ^ other).count_ones() >= 16, "{one:x} {other:x}");
    }

    #[test]
    fn both_ways_make_the_same_previews() {
        for (side, subsampling) in [
            (2400, Subsamp::Sub2x2),
            (1001, Subsamp::Sub2x2),
            (2400, Subsamp::Sub2x1),
            (2400, Subsamp::None),
        ] {
            let scene = scene(3, side);
            let mut compressor = Compressor::new().unwrap();
            compressor.set_quality(95).unwrap();
            compressor.set_subsamp(subsampling).unwrap();
            let width = scene.width() as usize;
            let jpeg = compressor
                .compress_to_vec(turbojpeg::Image {
                    pixels: scene.as_raw().as_slice(),
                    width,
                    pitch: width * 3,
                    height: scene.height() as usize,
                    format: PixelFormat::RGB,
                })
                .unwrap();
            let short = planes::previews(&jpeg, &Limits::default()).unwrap();
            let long = the_long_way(&jpeg, &Limits::default()).unwrap();
            for (short, long) in [(&short.small, &long.small), (&short.large, &long.large)] {
                let [short, long] =
                    [short, long].map(|jpeg| image::load_from_memory(jpeg).unwrap().into_rgb8());
                assert_eq!(short.dimensions(), long.dimensions());
                let difference: u64 = short
                    .as_raw()
                    .iter()
                    .zip(long.as_raw())
                    .map(|(a, b)| u64::from(a.abs_diff(*b)))
                    .sum();
                let mean = difference as f64 / short.as_raw().len() as f64;
                assert!(mean < 1.5, "{side} {subsampling:?}: {mean}");
            }
            assert!((short.likeness ^ long.likeness).count_ones() <= 2);
        }
    }

    #[test]
    fn previews_fit_their_sizes_and_a_small_picture_is_not_blown_up() {
        let sides = |side| {
            let jpeg = encoded(&scene(2, side), 85).unwrap();
            let previews = previews(&jpeg, &Limits::default()).unwrap();
            [&previews.small, &previews.medium, &previews.large]
                .map(|jpeg| image::load_from_memory(jpeg).unwrap().width())
        };
        assert_eq!(sides(3000), [SMALL, MEDIUM, LARGE]);
        assert_eq!(sides(300), [SMALL, 300, 300]);
        assert_eq!(sides(64), [64, 64, 64]);
    }
}
