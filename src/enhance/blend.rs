//! Several photos of one mark, laid on each other.

use imageproc::geometric_transformations::Projection;
use rayon::prelude::*;

use super::Pixels;
use super::plane::BAND;
use super::straighten::warped;
use crate::model::view::Combine;

/// `other` turned, stretched and moved so that its three points lie on those of `base`, in the size of `base`; clear
/// where it has nothing. `None` when three points lie on a line.
#[must_use]
pub fn laid_on(base: &Pixels, at: [[f32; 2]; 3], other: &Pixels, from: [[f32; 2]; 3]) -> Option<Pixels> {
    // An affine map is the projection in which the fourth corners of both parallelograms meet.
    let fourth = |[a, b, c]: [[f32; 2]; 3]| (b[0] + c[0] - a[0], b[1] + c[1] - a[1]);
    let points = |three: [[f32; 2]; 3]| {
        let [a, b, c] = three.map(|[x, y]| (x, y));
        [a, b, c, fourth(three)]
    };
    let area =
        |[a, b, c]: [[f32; 2]; 3]| ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).abs();
    if area(at) < 1.0 || area(from) < 1.0 {
        return None;
    }
    let projection = Projection::from_control_points(points(from), points(at))?;
    warped(other, &projection, base.width, base.height)
}

/// The photos as one, as `combine` says; all have the size of `base`, and a clear pixel says nothing.
#[must_use]
pub fn blended(base: &Pixels, others: &[Pixels], combine: Combine) -> Pixels {
    let mut result = base.clone();
    if combine == Combine::Alone || others.is_empty() {
        return result;
    }
    let fits = |other: &&Pixels| (other.width, other.height) == (base.width, base.height);
    let others: Vec<&Pixels> = others.iter().filter(fits).collect();
    let band = base.width.max(1) * BAND * 4;
    result
        .rgba
        .par_chunks_mut(band)
        .enumerate()
        .for_each(|(nth, rgba)| {
            for (at, pixel) in rgba.chunks_exact_mut(4).enumerate() {
                let from = nth * band + at * 4;
                let opaque = others
                    .iter()
                    .map(|other| &other.rgba[from..from + 4])
                    .filter(|other| other[3] > 127);
                one(pixel, opaque, combine);
            }
        });
    result
}

/// Lays others' pixels on a pixel.
fn one<'a>(pixel: &mut [u8], others: impl Iterator<Item = &'a [u8]>, combine: Combine) {
    let own = [pixel[0], pixel[1], pixel[2]];
    let (mut sum, mut count) = (own.map(u32::from), 1);
    let (mut least, mut most) = (own, own);
    for other in others {
        count += 1;
        for channel in 0..3 {
            sum[channel] += u32::from(other[channel]);
            least[channel] = least[channel].min(other[channel]);
            most[channel] = most[channel].max(other[channel]);
        }
    }
    let seen = match combine {
        Combine::Alone => own,
        Combine::Average => sum.map(|sum| ((sum + count / 2) / count) as u8),
        Combine::Darkest => least,
        Combine::Lightest => most,
        Combine::Difference if count == 1 => [0; 3],
        Combine::Difference => std::array::from_fn(|channel| {
            let rest = (sum[channel] - u32::from(own[channel])) / (count - 1);
            own[channel].abs_diff(rest as u8)
        }),
    };
    pixel[..3].copy_from_slice(&seen);
}
