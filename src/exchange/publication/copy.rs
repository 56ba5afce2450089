//! One copy: the original decoded upright into sRGB, covered, made smaller, and written anew from its pixels alone.

use image::RgbImage;
use turbojpeg::{Compressor, PixelFormat, Subsamp};

use super::cover::{Covered, spread};
use super::strip::Strips;
use super::xmp::{self, Chosen};
use crate::intake::decode::{Limits, decode_scaled};
use crate::intake::format::Format;
use crate::intake::preview::{fitted, opaque};
use crate::model::publication::{CopyFormat, PublicationOptions};
use crate::model::{Photo, Redaction};
use crate::text::tf;

/// A copy in memory.
pub struct Copy {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What is wrong with the original although its pixels can be shown.
    pub warning: Option<String>,
}

/// Makes the copy of `photo`, whose original is `original`, with the redactions burnt in.
///
/// # Errors
/// Why there can be none, in words.
pub fn copy(
    original: &[u8],
    photo: &Photo,
    redactions: &[Redaction],
    options: &PublicationOptions,
    (chosen, strips): (&Chosen, &mut Strips),
) -> Result<Copy, String> {
    let limits = Limits::default();
    let (picture, warning) = decode_scaled(original, u32::MAX, &limits).map_err(|error| error.to_string())?;
    // Also what was hidden under transparent pixels is not there any more.
    let mut picture = opaque(picture);
    let size = picture.dimensions();
    // A rectangle of another picture than this one would cover something else.
    let stated = (photo.width, photo.height);
    if !redactions.is_empty() && stated != (0, 0) && stated != size {
        let facts = [
            ("width", size.0.into()),
            ("height", size.1.into()),
            ("stated-width", stated.0.into()),
            ("stated-height", stated.1.into()),
        ];
        return Err(tf("publication-other-size", &facts));
    }
    let format = Format::sniff(original).unwrap_or(Format::Jpeg);
    let spread = if redactions.is_empty() {
        0
    } else {
        spread(original, format)
    };
    let covered: Vec<Covered> = redactions
        .iter()
        .filter_map(|redaction| Covered::of(redaction, size, spread))
        .collect();
    for covered in &covered {
        covered.fill(&mut picture);
    }
    let smaller = match options.size {
        Some(side) => fitted(&picture, side).map_err(|error| error.to_string())?,
        None => None,
    };
    let mut picture = smaller.unwrap_or(picture);
    let now = picture.dimensions();
    for covered in &covered {
        covered.scaled(size, now).fill(&mut picture);
    }
    if let (true, Some(credit)) = (options.strip, &chosen.credit) {
        picture = strips
            .under(&picture, credit)
            .map_err(|error| error.to_string())?;
    }
    let packet = xmp::packet(chosen);
    let bytes = match options.format {
        CopyFormat::Jpeg => {
            let jpeg = jpeg(&picture, options.quality).map_err(|error| error.to_string())?;
            match &packet {
                Some(packet) => xmp::into_jpeg(&jpeg, packet),
                None => jpeg,
            }
        }
        CopyFormat::Png => png(&picture, packet).map_err(|error| error.to_string())?,
    };
    Ok(Copy {
        bytes,
        width: picture.width(),
        height: picture.height(),
        warning,
    })
}

/// Without subsampling of colours: worn marks are told by little else, and a block that is all fill stays all fill.
fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, turbojpeg::Error> {
    let mut compressor = Compressor::new()?;
    compressor.set_quality(quality.into())?;
    compressor.set_subsamp(Subsamp::None)?;
    compressor.set_optimize(true)?;
    let width = picture.width() as usize;
    compressor.compress_to_vec(turbojpeg::Image {
        pixels: picture.as_raw().as_slice(),
        width,
        pitch: width * 3,
        height: picture.height() as usize,
        format: PixelFormat::RGB,
    })
}

fn png(picture: &RgbImage, packet: Option<String>) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    if let Some(packet) = packet {
        encoder.add_itxt_chunk(xmp::PNG_KEYWORD.to_owned(), packet)?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(picture.as_raw())?;
    writer.finish()?;
    Ok(bytes)
}
