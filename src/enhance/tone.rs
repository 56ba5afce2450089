//! The last step: from lightness and colours to what is seen, pixel by pixel.

use rayon::prelude::*;

use super::Pixels;
use super::plane::{BAND, Plane, value};
use crate::model::View;
use crate::model::view::{Channel, Palette};

/// Gives each pixel the lightness of the second plane in place of that of the first, if there are such, then the
/// channel, brightness, contrast, gamma, inversion and palette of `view`.
pub(super) fn apply(pixels: &mut Pixels, light: Option<(&Plane, &Plane)>, view: &View) {
    let curve = curve(view);
    let colours = colours(view.palette);
    let is_natural = view.channel == Channel::Colour && colours.is_none();
    let is_untouched = (0_u8..=255).zip(&curve).all(|(value, seen)| value == *seen);
    if is_natural && light.is_none() && is_untouched {
        return;
    }
    let width = pixels.width;
    let bands = pixels.rgba.par_chunks_mut(width * BAND * 4).enumerate();
    bands.for_each(|(band, rgba)| {
        let from = band * BAND * width;
        for (at, pixel) in rgba.chunks_exact_mut(4).enumerate() {
            if is_natural {
                match light {
                    None => {
                        for value in &mut pixel[..3] {
                            *value = curve[usize::from(*value)];
                        }
                    }
                    Some((before, now)) => {
                        relight(pixel, before.light[from + at], now.light[from + at]);
                        for value in &mut pixel[..3] {
                            *value = curve[usize::from(*value)];
                        }
                    }
                }
                continue;
            }
            let light = match light {
                None => value(view.channel, pixel),
                Some((_, now)) => now.light[from + at],
            };
            let seen = curve[usize::from(light)];
            match &colours {
                None => pixel[..3].fill(seen),
                Some(colours) => pixel[..3].copy_from_slice(&colours[usize::from(seen)]),
            }
        }
    });
}

/// Gives a pixel another lightness at the same hue.
fn relight(pixel: &mut [u8], before: u8, now: u8) {
    if before == now {
        return;
    }
    let is_grey = pixel[0] == pixel[1] && pixel[1] == pixel[2];
    for value in &mut pixel[..3] {
        *value = if is_grey || before == 0 {
            now
        } else {
            (u32::from(*value) * u32::from(now) / u32::from(before)).min(255) as u8
        };
    }
}

/// Brightness, contrast, gamma and inversion, which are one table of 256 values.
fn curve(view: &View) -> [u8; 256] {
    let share = |percent: i16| f32::from(percent.clamp(-100, 100)) / 100.0;
    let steep = ((share(view.contrast) + 1.0) * std::f32::consts::FRAC_PI_4)
        .tan()
        .min(64.0);
    let bend = 100.0 / f32::from(view.gamma.clamp(20, 500));
    let mut table = [0; 256];
    for (value, entry) in (0_u8..=255).zip(&mut table) {
        let light = (f32::from(value) / 255.0).powf(bend) + share(view.brightness);
        let light = ((light - 0.5) * steep + 0.5).clamp(0.0, 1.0);
        *entry = (255.0 * if view.invert { 1.0 - light } else { light }).round() as u8;
    }
    table
}

/// The colour of each lightness; `None` as it is.
fn colours(palette: Palette) -> Option<[[u8; 3]; 256]> {
    let gradient = match palette {
        Palette::Natural => return None,
        Palette::Viridis => colorous::VIRIDIS,
        Palette::Heat => colorous::INFERNO,
        Palette::Turbo => colorous::TURBO,
    };
    let mut table = [[0; 3]; 256];
    for (value, entry) in table.iter_mut().enumerate() {
        *entry = gradient.eval_rational(value, 256).as_array();
    }
    Some(table)
}
