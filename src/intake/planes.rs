//! The short way from a sound JPEG to its previews: its brightness and colour planes are decoded at a fraction of
//! their size, made smaller, turned and encoded again as they are. Colours are never computed, which is a third of
//! the work of the long way (`preview`), and nothing is lost by converting them twice.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::GrayImage;
use image::metadata::Orientation;
use turbojpeg::{Colorspace, Compressor, Decompressor, ScalingFactor, Subsamp, YuvImage, YuvPlanesImage};

use super::decode::{Limits, colour};
use super::format::Format;
use super::metadata;
use super::preview::{CLOSE, LARGE, MEDIUM, Previews, SMALL, fitting, likeness_of};

/// One channel of a picture.
#[derive(Debug, Clone)]
struct Plane {
    width: usize,
    height: usize,
    samples: Vec<u8>,
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
    (samples.len() >= at).then(|| samples.split_off(at))
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
            pixels: vec![0; length],
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
        let [blue, red] = self.colours.each_ref().map(|plane| plane.smaller(half.0, half.1));
        Some(Some(Self {
            width,
            height,
            brightness: self.brightness.smaller(even(width), even(height))?,
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
        let mut samples = Vec::with_capacity(width * height);
        for line in 0..height {
            let start = line.min(self.height - 1) * self.width;
            let line = &self.samples[start..start + self.width];
            samples.extend((0..width).map(|column| line[column.min(self.width - 1)]));
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
        self.smaller(width, height)
    }

    fn smaller(&self, width: usize, height: usize) -> Option<Self> {
        let side = |n: usize| u32::try_from(n).ok();
        let from = ImageRef::new(
            side(self.width)?,
            side(self.height)?,
            &self.samples,
            PixelType::U8,
        )
        .ok()?;
        let mut to = Image::new(side(width)?, side(height)?, PixelType::U8);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&from, &mut to, &options).ok()?;
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
        let mut picture = image::DynamicImage::ImageLuma8(self.to_image()?);
        picture.apply_orientation(orientation);
        Some(Self {
            width: picture.width() as usize,
            height: picture.height() as usize,
            samples: picture.into_luma8().into_raw(),
        })
    }
}
