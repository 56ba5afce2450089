//! Bytes become upright pixels, within limits, and as far as a damaged file allows.

pub(super) mod colour;
mod heic;
pub(super) mod raw;
mod vui;

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage, RgbaImage};
use turbojpeg::{Colorspace, Decompressor, PixelFormat, ScalingFactor};

use super::format::Format;
use super::metadata;
use crate::text::{t, tf};

/// What is refused before memory is taken for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// At most this many pixels.
    pub pixels: u64,
}

impl Default for Limits {
    /// 200 megapixels: more than any camera that a field team carries, under 1 GB as RGBA.
    fn default() -> Self {
        Self { pixels: 200_000_000 }
    }
}

/// An upright picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// 8 bits a channel, red green blue alpha, alpha not multiplied in.
    pub rgba: Vec<u8>,
    /// What is wrong with it although it can be shown: the rest of the file is missing.
    pub warning: Option<String>,
}

/// Why a picture can't be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It is no picture.
    #[error("{}", t("decode-unknown"))]
    Unknown,
    /// It is a picture that this version can't show.
    #[error("{}", tf("decode-no-decoder", &[("format", (*.0).into())]))]
    NoDecoder(&'static str),
    /// It is too large.
    #[error("{}", tf("decode-too-large", &[("width", (*.width).into()), ("height", (*.height).into())]))]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// It is too large, and says so only by its pixels' number.
    #[error("{}", tf("decode-too-many", &[("megapixels", (*.pixels / 1_000_000).into())]))]
    TooManyPixels {
        /// How many pixels it has.
        pixels: u64,
    },
    /// Its pixels can't be read.
    #[error("{}", tf("decode-damaged", &[("format", (*.format).into()), ("reason", .reason.as_str().into())]))]
    Damaged {
        /// Its format.
        format: &'static str,
        /// What the decoder says.
        reason: String,
    },
}

/// The whole picture, upright and in sRGB.
///
/// # Errors
/// When it is no picture, too large, or not one pixel can be read.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Picture, DecodeError> {
    let (picture, warning) = decode_scaled(bytes, u32::MAX, limits)?;
    let rgba = picture.into_rgba8();
    Ok(Picture {
        width: rgba.width(),
        height: rgba.height(),
        rgba: rgba.into_raw(),
        warning,
    })
}

/// The picture, upright and in sRGB, and what is wrong with it; a JPEG may come smaller, but with a long side of at least
/// `long_side` pixels if it has that many: then only a part of the work is done.
///
/// # Errors
/// As [`decode`].
pub fn decode_scaled(
    bytes: &[u8],
    long_side: u32,
    limits: &Limits,
) -> Result<(DynamicImage, Option<String>), DecodeError> {
    let format = Format::sniff(bytes).ok_or(DecodeError::Unknown)?;
    let (mut picture, warning) = match format {
        Format::Tiff | Format::Cr3 | Format::Raf | Format::Orf | Format::Rw2 => {
            match raw::preview(bytes, format) {
                Some(preview) => {
                    let (picture, _) = jpeg(preview, long_side, limits)?;
                    (picture, Some(t("decode-raw-preview").to_owned()))
                }
                None if format == Format::Tiff => (other(bytes, format, limits)?, None),
                None => return Err(DecodeError::NoDecoder(format.name())),
            }
        }
        Format::Jpeg => jpeg(bytes, long_side, limits)?,
        Format::Heic => (heic(bytes, limits)?, None),
        Format::Png | Format::Webp => (other(bytes, format, limits)?, None),
        _ => return Err(DecodeError::NoDecoder(format.name())),
    };
    if let Some(profile) = colour::profile(bytes, format) {
        picture = colour::to_srgb(picture, &profile);
    }
    // The HEIC decoder has applied the file's own rotation; EXIF repeats it and must not turn it again.
    if format != Format::Heic
        && let Some(orientation) = Orientation::from_exif(metadata::orientation(bytes))
    {
        picture.apply_orientation(orientation);
    }
    Ok((picture, warning))
}

/// About how many bytes of memory the pixels of this file take while its previews are made.
#[must_use]
pub fn working_memory(bytes: &[u8]) -> u64 {
    let Some(format) = Format::sniff(bytes) else {
        return 0;
    };
    let (width, height) = metadata::size::size(bytes, format);
    let pixels = u64::from(width) * u64::from(height);
    match format {
        // Scaled while it is decoded; a progressive one keeps its coefficients.
        Format::Jpeg => pixels.saturating_mul(2),
        // The decoded planes, RGBA, and what becomes of it.
        _ => pixels.saturating_mul(10),
    }
}

fn check(width: u64, height: u64, limits: &Limits) -> Result<(), DecodeError> {
    if width.saturating_mul(height) > limits.pixels {
        return Err(DecodeError::TooLarge { width, height });
    }
    Ok(())
}

fn damaged(format: Format, reason: impl ToString) -> DecodeError {
    DecodeError::Damaged {
        format: format.name(),
        reason: reason.to_string(),
    }
}

fn jpeg(
    bytes: &[u8],
    long_side: u32,
    limits: &Limits,
) -> Result<(DynamicImage, Option<String>), DecodeError> {
    let wrong = |error: turbojpeg::Error| damaged(Format::Jpeg, error);
    let mut decompressor = Decompressor::new().map_err(wrong)?;
    // A small progressive file can ask for thousands of passes over a huge picture.
    decompressor.set_scan_limit(500).map_err(wrong)?;
    let header = decompressor.read_header(bytes).map_err(wrong)?;
    check(header.width as u64, header.height as u64, limits)?;
    if header.width == 0 || header.height == 0 {
        return Err(damaged(Format::Jpeg, t("decode-no-size")));
    }
    // libjpeg-turbo can't turn CMYK into RGB; the image crate can.
    if matches!(header.colorspace, Colorspace::CMYK | Colorspace::YCCK) {
        return Ok((other(bytes, Format::Jpeg, limits)?, None));
    }
    let mut factor = ScalingFactor::ONE;
    if !header.is_lossless {
        for smaller in [
            ScalingFactor::ONE_HALF,
            ScalingFactor::ONE_QUARTER,
            ScalingFactor::ONE_EIGHTH,
        ] {
            if smaller.scale(header.width.max(header.height)) >= long_side as usize {
                factor = smaller;
            }
        }
        decompressor.set_scaling_factor(factor).map_err(wrong)?;
    }
    let (width, height) = (factor.scale(header.width), factor.scale(header.height));
    let mut output = turbojpeg::Image {
        // Mid-grey: what a cut file lacks is seen as lacking.
        pixels: vec![128; width * height * 3],
        width,
        pitch: width * 3,
        height,
        format: PixelFormat::RGB,
    };
    let warning = match decompressor.decompress(bytes, output.as_deref_mut()) {
        Ok(()) => None,
        Err(error) => {
            // libjpeg-turbo writes the lines it could read before it reports what is wrong.
            if output.pixels.iter().all(|channel| *channel == 128) {
                return Err(wrong(error));
            }
            Some(tf("decode-partly", &[("reason", error.to_string().into())]))
        }
    };
    let side = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let picture = RgbImage::from_raw(side(width), side(height), output.pixels)
        .ok_or_else(|| damaged(Format::Jpeg, t("decode-no-size")))?;
    Ok((DynamicImage::ImageRgb8(picture), warning))
}

fn heic(bytes: &[u8], limits: &Limits) -> Result<DynamicImage, DecodeError> {
    // A young decoder for a hard format: a panic in it is one photo without a preview.
    let decoded = std::panic::catch_unwind(|| heic::decode(bytes, limits.pixels))
        .map_err(|_| damaged(Format::Heic, t("decode-panicked")))?
        .map_err(|error| match error {
            heic_rs::Error::PixelLimit { pixels, .. } => DecodeError::TooManyPixels { pixels },
            error => damaged(Format::Heic, error),
        })?;
    RgbaImage::from_raw(decoded.width, decoded.height, decoded.data)
        .map(DynamicImage::ImageRgba8)
        .ok_or_else(|| damaged(Format::Heic, t("decode-no-size")))
}

fn other(bytes: &[u8], format: Format, limits: &Limits) -> Result<DynamicImage, DecodeError> {
    let wrong = |error: image::ImageError| damaged(format, error);
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader.set_format(match format {
        Format::Png => image::ImageFormat::Png,
        Format::Tiff => image::ImageFormat::Tiff,
        Format::Webp => image::ImageFormat::WebP,
        _ => image::ImageFormat::Jpeg,
    });
    let mut memory = image::Limits::default();
    // 16-bit RGBA is the widest that most files hold; 32-bit TIFFs may be half as large.
    memory.max_alloc = Some(limits.pixels.saturating_mul(8));
    reader.limits(memory);
    let decoder = reader.into_decoder().map_err(wrong)?;
    let (width, height) = decoder.dimensions();
    check(width.into(), height.into(), limits)?;
    DynamicImage::from_decoder(decoder).map_err(wrong)
}
