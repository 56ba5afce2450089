//! Colours as the screen takes them: a picture with an embedded ICC profile becomes sRGB. A profile that is sRGB
//! already, that is not of red, green and blue, or that can't be read changes nothing.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader};
use moxcms::{ColorProfile, DataColorSpace, Layout, RenderingIntent, TransformOptions};

use super::super::format::Format;

/// How a JPEG's segment with a part of a profile begins (ICC.1:2022 annex B.4): then its number and how many there are.
const IN_JPEG: &[u8] = b"ICC_PROFILE\0";

/// The profile that is embedded in the file, if one is.
pub fn profile(bytes: &[u8], format: Format) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => of_jpeg(bytes),
        Format::Png | Format::Webp | Format::Tiff => {
            let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
            reader.into_decoder().ok()?.icc_profile().ok()?
        }
        Format::Heic => std::panic::catch_unwind(|| super::heic::profile(bytes)).ok()?,
        _ => None,
    }
}

/// The parts of a JPEG's profile in the order of their numbers.
fn of_jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts: Vec<(u8, &[u8])> = Vec::new();
    let mut rest = bytes.get(2..)?;
    // Segments are marker, length, content (ITU-T T.81 §B.1.1.4); the picture itself begins with SOS.
    while let [0xFF, marker, high, low, ..] = *rest {
        if marker == 0xDA {
            break;
        }
        let length = usize::from(u16::from_be_bytes([high, low])).max(2);
        let Some(content) = rest.get(4..2 + length) else {
            break;
        };
        if marker == 0xE2
            && let Some([number, _, part @ ..]) = content.strip_prefix(IN_JPEG)
        {
            parts.push((*number, part));
        }
        rest = rest.get(2 + length..)?;
    }
    parts.sort_by_key(|(number, _)| *number);
    (!parts.is_empty()).then(|| parts.into_iter().flat_map(|(_, part)| part).copied().collect())
}

/// Whether the profile changes the colours of a picture in red, green and blue.
pub fn matters(profile: &[u8]) -> bool {
    !names_srgb(profile)
        && ColorProfile::new_from_slice(profile)
            .is_ok_and(|profile| profile.color_space == DataColorSpace::Rgb)
}

/// Most pictures have sRGB, from many makers and in many spellings, all of which name it.
fn names_srgb(profile: &[u8]) -> bool {
    // Version 4 writes its names in UTF-16.
    let names: [&[u8]; 2] = [b"sRGB", b"s\0R\0G\0B"];
    names
        .iter()
        .any(|name| memchr::memmem::find(profile, name).is_some())
}

/// The picture in sRGB, its colours outside of it cut off.
pub fn to_srgb(picture: DynamicImage, profile: &[u8]) -> DynamicImage {
    if !matters(profile) || !picture.color().has_color() {
        return picture;
    }
    let transform = |layout| {
        let options = TransformOptions {
            rendering_intent: RenderingIntent::RelativeColorimetric,
            ..TransformOptions::default()
        };
        let from = ColorProfile::new_from_slice(profile).ok()?;
        from.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options)
            .ok()
    };
    if picture.color().has_alpha() {
        let mut rgba = picture.into_rgba8();
        if let Some(transform) = transform(Layout::Rgba) {
            let from = rgba.as_raw().clone();
            // It fails only where the lengths differ, and these are the same.
            let _ = transform.transform(&from, &mut rgba);
        }
        return DynamicImage::ImageRgba8(rgba);
    }
    let mut rgb = picture.into_rgb8();
    if let Some(transform) = transform(Layout::Rgb) {
        let from = rgb.as_raw().clone();
        let _ = transform.transform(&from, &mut rgb);
    }
    DynamicImage::ImageRgb8(rgb)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;

    fn converted(pixel: [u8; 3], profile: &ColorProfile) -> [u8; 3] {
        let icc = profile.encode().unwrap();
        let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(8, 8, Rgb(pixel)));
        to_srgb(picture, &icc).into_rgb8().get_pixel(3, 3).0
    }

    #[test]
    fn display_p3_becomes_srgb() {
        let p3 = ColorProfile::new_display_p3();
        // Computed from the primaries of both (SMPTE EG 432-1, IEC 61966-2-1) in double precision.
        for (from, to) in [
            ([128, 128, 128], [128, 128, 128]),
            ([200, 100, 50], [215, 93, 31]),
            ([60, 160, 90], [0, 163, 82]),
            ([255, 0, 0], [255, 0, 0]),
        ] {
            let found = converted(from, &p3);
            let near = found.iter().zip(to).all(|(a, b): (&u8, u8)| a.abs_diff(b) <= 3);
            assert!(near, "{from:?}: {found:?} and not {to:?}");
        }
    }

    #[test]
    fn srgb_and_what_is_no_profile_change_nothing() {
        let srgb = ColorProfile::new_srgb();
        assert_eq!(converted([200, 100, 50], &srgb), [200, 100, 50]);
        let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(2, 2, Rgb([1, 2, 3])));
        assert_eq!(to_srgb(picture.clone(), b"no profile"), picture);
    }

    #[test]
    fn a_profile_in_several_segments_is_put_together_in_order() {
        let segment = |number: u8, part: &[u8]| {
            let content = [IN_JPEG, &[number, 2], part].concat();
            let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, 0xE2], &length[..], &content].concat()
        };
        let jpeg = [
            vec![0xFF, 0xD8],
            segment(2, b"second"),
            segment(1, b"first "),
            vec![0xFF, 0xDA, 0, 2],
        ]
        .concat();
        assert_eq!(of_jpeg(&jpeg).as_deref(), Some(&b"first second"[..]));
        for length in 0..jpeg.len() {
            let _ = of_jpeg(&jpeg[..length]);
        }
    }
}
