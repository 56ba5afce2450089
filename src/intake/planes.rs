//! The short way from a sound JPEG to its previews: its brightness and colour planes are decoded at a fraction of
//! their size, made smaller, turned and encoded again as they are. Colours are never computed, which is a third of
//! the work of the long way (`preview`), and nothing is lost by converting them twice.

use std::cell::RefCell;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use fast_transpose::{FlipMode, FlopMode, transpose_plane};
use image::GrayImage;
use image::metadata::Orientation;
use turbojpeg::{Colorspace, Compressor, Decompressor, ScalingFactor, Subsamp, YuvImage, YuvPlanesImage};

use super::decode::{Limits, colour};
use super::format::Format;
use super::metadata;
use super::preview::{CLOSE, LARGE, MEDIUM, Previews, SMALL, fitting, likeness_of};
use super::scratch;

thread_local! {
    /// It has buffers of its own, which are used again.
    static RESIZER: RefCell<Resizer> = RefCell::new(Resizer::new());
}

/// One channel of a picture.
#[derive(Debug, Clone)]
struct Plane {
    width: usize,
    height: usize,
    samples: Vec<u8>,
}

impl Drop for Plane {
    fn drop(&mut self) {
        scratch::give(std::mem::take(&mut self.samples));
    }
}

/// A picture in YCbCr as JFIF defines it, colours in half the resolution (4:2:0), planes padded to whole pairs.
struct Planes {
    width: usize,
    height: usize,
    brightness: Plane,
    colours: [Plane; 2],
}

/// The previews of the JPEG in `bytes`, or `None` when it needs the long way: it is damaged, has colours of another
/// kind, or is no JPEG at all.
pub(super) fn previews(bytes: &[u8], limits: &Limits) -> Option<Previews> {
    if !bytes.starts_with(&[0xFF, 0xD8, 0xFF]) || has_other_colours(bytes) {
        return None;
    }
    let orientation = Orientation::from_exif(metadata::orientation(bytes))?;
    let whole = Planes::decode(bytes, limits, orientation)?;
    let large = whole.fitted(LARGE)?;
    let large = large.as_ref().unwrap_or(&whole);
    let medium = large.fitted(MEDIUM)?;
    let medium = medium.as_ref().unwrap_or(large);
    let small = medium.fitted(SMALL)?;
    let small = small.as_ref().unwrap_or(medium);
    Some(Previews {
        small: small.encoded(82)?,
        medium: medium.encoded(85)?,
        large: large.encoded(85)?,
        likeness: likeness_of(&small.brightness.to_image()?),
        warning: None,
    })
}

/// Whether a colour profile is embedded by which the colours must be changed.
fn has_other_colours(bytes: &[u8]) -> bool {
    colour::profile(bytes, Format::Jpeg).is_some_and(|profile| colour::matters(&profile))
}

/// What comes after `at`; `None` when it is shorter.
fn split_off(samples: &mut Vec<u8>, at: usize) -> Option<Vec<u8>> {
    let mut rest = scratch::take(samples.len().checked_sub(at)?);
    rest.copy_from_slice(&samples[at..]);
    samples.truncate(at);
    Some(rest)
}

/// The large preview is looked at closely; in a tile nobody tells a filter of six samples from one of four.
fn filter(side: u32) -> FilterType {
    if side >= LARGE {
        FilterType::Lanczos3
    } else {
        FilterType::CatmullRom
    }
}

/// Padded to whole pairs.
fn even(side: usize) -> usize {
    side + side % 2
}

impl Planes {
    fn decode(bytes: &[u8], limits: &Limits, orientation: Orientation) -> Option<Self> {
        let mut decompressor = Decompressor::new().ok()?;
        decompressor.set_scan_limit(500).ok()?;
        let header = decompressor.read_header(bytes).ok()?;
        let pixels = (header.width as u64).checked_mul(header.height as u64)?;
        let is_plain = matches!(header.colorspace, Colorspace::YCbCr) && !header.is_lossless;
        // Padding would come to lie at the left or upper edge of a turned picture.
        if !is_plain || pixels == 0 || pixels > limits.pixels {
            return None;
        }
        let (across, down) = match header.subsamp {
            Subsamp::None => (1, 1),
            Subsamp::Sub2x1 => (2, 1),
            Subsamp::Sub1x2 => (1, 2),
            Subsamp::Sub2x2 => (2, 2),
            _ => return None,
        };
        let long = header.width.max(header.height);
        let factor = [
            ScalingFactor::ONE_HALF,
            ScalingFactor::ONE_QUARTER,
            ScalingFactor::ONE_EIGHTH,
        ]
        .into_iter()
        .rfind(|factor| factor.scale(long) >= CLOSE as usize)
        .unwrap_or(ScalingFactor::ONE);
        decompressor.set_scaling_factor(factor).ok()?;
        let (width, height) = (factor.scale(header.width), factor.scale(header.height));
        // Padding would come to lie at the left or upper edge of a turned picture.
        if orientation != Orientation::NoTransforms && (width % 2 != 0 || height % 2 != 0) {
            return None;
        }
        let length = turbojpeg::yuv_pixels_len(width, 1, height, header.subsamp).ok()?;
        let mut output = YuvImage {
            pixels: scratch::take(length),
            width,
            align: 1,
            height,
            subsamp: header.subsamp,
        };
        decompressor
            .decompress_to_yuv(bytes, output.as_deref_mut())
            .ok()?;

        let pad = |side: usize, by: usize| side.div_ceil(by) * by;
        let (whole_width, whole_height) = (pad(width, across), pad(height, down));
        let colour = (whole_width / across, whole_height / down);
        let mut first = output.pixels;
        let mut second = split_off(&mut first, whole_width * whole_height)?;
        let third = split_off(&mut second, colour.0 * colour.1)?;
        let plane = |samples: Vec<u8>, (width, height): (usize, usize)| Plane {
            width,
            height,
            samples,
        };
        let brightness = plane(first, (whole_width, whole_height)).padded(even(width), even(height));
        let half = (even(width) / 2, even(height) / 2);
        // To whole pairs first, so that a column of colours stays with its columns of brightness.
        let whole = (2 * half.0 / across, 2 * half.1 / down);
        let colours = [plane(second, colour), plane(third, colour)];
        let [blue, red] = colours.map(|plane| plane.padded(whole.0, whole.1).resized(half.0, half.1));
        let planes = Self {
            width,
            height,
            brightness,
            colours: [blue?, red?],
        };
        planes.upright(orientation)
    }

    fn upright(self, orientation: Orientation) -> Option<Self> {
        if orientation == Orientation::NoTransforms {
            return Some(self);
        }
        let [blue, red] = self.colours;
        let brightness = self.brightness.upright(orientation)?;
        let is_sideways = brightness.width != even(self.width);
        let (width, height) = if is_sideways {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        Some(Self {
            width,
            height,
            brightness,
            colours: [blue.upright(orientation)?, red.upright(orientation)?],
        })
    }

    /// The picture made to fit into a square of `side` pixels; the inner `None` when it fits already.
    #[expect(clippy::option_option, reason = "to fail is another thing than to fit")]
    fn fitted(&self, side: u32) -> Option<Option<Self>> {
        let size = [self.width, self.height].map(|side| u32::try_from(side).unwrap_or(u32::MAX));
        let Some([width, height]) = fitting(size, side) else {
            return Some(None);
        };
        let (width, height) = (width as usize, height as usize);
        let half = (even(width) / 2, even(height) / 2);
        let filter = filter(side);
        let [blue, red] = self
            .colours
            .each_ref()
            .map(|plane| plane.smaller(half.0, half.1, filter));
        Some(Some(Self {
            width,
            height,
            brightness: self.brightness.smaller(even(width), even(height), filter)?,
            colours: [blue?, red?],
        }))
    }

    fn encoded(&self, quality: i32) -> Option<Vec<u8>> {
        let mut compressor = Compressor::new().ok()?;
        compressor.set_quality(quality).ok()?;
        let [blue, red] = &self.colours;
        let planes = YuvPlanesImage {
            y_plane: &self.brightness.samples[..],
            u_plane: &blue.samples[..],
            v_plane: &red.samples[..],
            width: self.width,
            height: self.height,
            y_stride: self.brightness.width,
            u_stride: blue.width,
            v_stride: red.width,
            subsamp: Subsamp::Sub2x2,
        };
        compressor.compress_yuv_planes_to_vec(&planes).ok()
    }
}

impl Plane {
    /// With its last column and line repeated up to that size.
    fn padded(self, width: usize, height: usize) -> Self {
        if (self.width, self.height) == (width, height) || self.width == 0 || self.height == 0 {
            return self;
        }
        let mut samples = scratch::take(width * height);
        for (number, to) in samples.chunks_exact_mut(width).enumerate() {
            let start = number.min(self.height - 1) * self.width;
            let line = &self.samples[start..start + self.width];
            let known = width.min(self.width);
            to[..known].copy_from_slice(&line[..known]);
            to[known..].fill(line[self.width - 1]);
        }
        Self {
            width,
            height,
            samples,
        }
    }

    /// As it is when it has that size.
    fn resized(self, width: usize, height: usize) -> Option<Self> {
        if (self.width, self.height) == (width, height) {
            return Some(self);
        }
        self.smaller(width, height, FilterType::Lanczos3)
    }

    fn smaller(&self, width: usize, height: usize, filter: FilterType) -> Option<Self> {
        let side = |n: usize| u32::try_from(n).ok();
        let from = ImageRef::new(
            side(self.width)?,
            side(self.height)?,
            &self.samples,
            PixelType::U8,
        )
        .ok()?;
        let room = scratch::take(width * height);
        let mut to = Image::from_vec_u8(side(width)?, side(height)?, room, PixelType::U8).ok()?;
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
        RESIZER
            .with_borrow_mut(|resizer| resizer.resize(&from, &mut to, &options))
            .ok()?;
        Some(Self {
            width,
            height,
            samples: to.into_vec(),
        })
    }

    fn to_image(&self) -> Option<GrayImage> {
        let side = |n: usize| u32::try_from(n).ok();
        GrayImage::from_raw(side(self.width)?, side(self.height)?, self.samples.clone())
    }

    fn upright(self, orientation: Orientation) -> Option<Self> {
        // Across the diagonal; what the library calls no flip is the order of lines from below.
        let across = match orientation {
            Orientation::Rotate90 => Some((FlipMode::Flip, FlopMode::Flop)),
            Orientation::Rotate270 => Some((FlipMode::NoFlip, FlopMode::NoFlop)),
            Orientation::Rotate90FlipH => Some((FlipMode::NoFlip, FlopMode::Flop)),
            Orientation::Rotate270FlipH => Some((FlipMode::Flip, FlopMode::NoFlop)),
            _ => None,
        };
        if let Some((flip, flop)) = across {
            let (width, height) = (self.height, self.width);
            let mut samples = scratch::take(self.samples.len());
            transpose_plane(
                &self.samples,
                self.width,
                &mut samples,
                width,
                self.width,
                self.height,
                flip,
                flop,
            )
            .ok()?;
            return Some(Self {
                width,
                height,
                samples,
            });
        }
        let mut picture = image::DynamicImage::ImageLuma8(self.to_image()?);
        picture.apply_orientation(orientation);
        Some(Self {
            width: picture.width() as usize,
            height: picture.height() as usize,
            samples: picture.into_luma8().into_raw(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_is_turned_as_exif_has_it() {
        let samples: Vec<u8> = (0..35 * 52).map(|n: usize| (n * 7 % 251) as u8).collect();
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let plane = Plane {
                width: 35,
                height: 52,
                samples: samples.clone(),
            };
            let mut should = image::DynamicImage::ImageLuma8(plane.to_image().unwrap());
            should.apply_orientation(orientation);
            let is = plane.upright(orientation).unwrap();
            assert_eq!(
                (is.width, is.height),
                (should.width() as usize, should.height() as usize)
            );
            let should = should.into_luma8().into_raw();
            assert!(is.samples == should, "{exif}");
        }
    }
}
