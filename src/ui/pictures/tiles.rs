//! From a decoded picture to tiles that can be uploaded, off the frame: what is looked at comes first.

use egui::{Color32, ColorImage, Pos2, Rect, Vec2, pos2, vec2};
use image::DynamicImage;

/// The side of a tile, in pixels: small enough for every graphics driver, and to upload several within a frame.
const TILE: usize = 1024;

/// Where a tile lies in its picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub at: [usize; 2],
    pub size: [usize; 2],
}

impl Place {
    /// How many tiles a picture of `size` has.
    pub(super) fn count(size: [usize; 2]) -> usize {
        size[0].div_ceil(TILE) * size[1].div_ceil(TILE)
    }

    /// All tiles of a picture of `size`, line by line.
    pub(super) fn all(size: [usize; 2]) -> impl Iterator<Item = Self> {
        let across = size[0].div_ceil(TILE);
        (0..Self::count(size)).map(move |number| {
            let at = [(number % across) * TILE, (number / across) * TILE];
            Self {
                at,
                size: [TILE.min(size[0] - at[0]), TILE.min(size[1] - at[1])],
            }
        })
    }

    /// The part of a picture of `size` that it covers, 0 to 1 across and down.
    pub(super) fn part_of(self, size: [usize; 2]) -> Rect {
        let whole = vec2(size[0] as f32, size[1] as f32);
        let point = |at: [usize; 2]| (vec2(at[0] as f32, at[1] as f32) / whole).to_pos2();
        Rect::from_min_max(
            point(self.at),
            point([self.at[0] + self.size[0], self.at[1] + self.size[1]]),
        )
    }

    /// How far it is from `look`, the middle of what is looked at.
    pub(super) fn distance(self, size: [usize; 2], look: Pos2) -> f32 {
        let sides: Vec2 = vec2(size[0] as f32, size[1] as f32);
        let nearest = self.part_of(size).clamp(look);
        ((nearest - look) * sides).length()
    }

    pub(super) fn bytes(self) -> usize {
        self.size[0] * self.size[1] * 4
    }
}

/// A picture that was decoded, of which tiles are cut.
pub(super) struct Decoded(DynamicImage);

impl Decoded {
    pub(super) fn new(picture: DynamicImage) -> Self {
        Self(match picture {
            DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => picture,
            other => DynamicImage::ImageRgba8(other.into_rgba8()),
        })
    }

    pub(super) fn size(&self) -> [usize; 2] {
        [self.0.width() as usize, self.0.height() as usize]
    }

    /// The tiles in the order in which they are wanted: those nearest to `look` (0 to 1 across and down) first.
    pub(super) fn order(&self, look: Pos2) -> Vec<Place> {
        let size = self.size();
        let mut places: Vec<Place> = Place::all(size).collect();
        places.sort_by(|a, b| a.distance(size, look).total_cmp(&b.distance(size, look)));
        places
    }

    /// The pixels of one tile.
    pub(super) fn tile(&self, place: Place) -> ColorImage {
        match &self.0 {
            DynamicImage::ImageRgba8(picture) => {
                cut::<4>(picture.as_raw(), self.size()[0], place, |[r, g, b, a]| {
                    Color32::from_rgba_unmultiplied(r, g, b, a)
                })
            }
            other => cut::<3>(other.as_bytes(), self.size()[0], place, |[r, g, b]| {
                Color32::from_rgb(r, g, b)
            }),
        }
    }
}

fn cut<const N: usize>(
    pixels: &[u8],
    width: usize,
    place: Place,
    colour: impl Fn([u8; N]) -> Color32,
) -> ColorImage {
    let mut tile = Vec::with_capacity(place.size[0] * place.size[1]);
    for line in pixels
        .chunks_exact(width * N)
        .skip(place.at[1])
        .take(place.size[1])
    {
        let (line, _) = line[place.at[0] * N..].as_chunks::<N>();
        tile.extend(line[..place.size[0]].iter().map(|pixel| colour(*pixel)));
    }
    ColorImage::new(place.size, tile)
}

/// The middle of what is looked at as one number, for an atomic.
pub(super) fn packed(look: Pos2) -> u64 {
    (u64::from(look.x.to_bits()) << 32) | u64::from(look.y.to_bits())
}

/// The inverse of [`packed`].
pub(super) fn unpacked(look: u64) -> Pos2 {
    let half = |bits: u64| f32::from_bits((bits & u64::from(u32::MAX)) as u32);
    pos2(half(look >> 32), half(look))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_the_picture_and_what_is_looked_at_comes_first() {
        let picture =
            image::RgbImage::from_fn(2500, 1100, |x, y| image::Rgb([(x / 10) as u8, (y / 10) as u8, 7]));
        let decoded = Decoded::new(DynamicImage::ImageRgb8(picture));
        let order = decoded.order(pos2(0.95, 0.99));
        assert_eq!(order.len(), 6);
        assert_eq!(order[0].at, [2048, 1024]);
        let tile = decoded.tile(order[0]);
        assert_eq!(tile.size, [452, 76]);
        assert_eq!(tile.pixels[0], Color32::from_rgb(204, 102, 7));
        assert_eq!(tile.pixels[452 * 75 + 451], Color32::from_rgb(249, 109, 7));
    }

    #[test]
    fn where_one_looks_goes_through_an_atomic() {
        let look = pos2(0.125, 0.999);
        assert_eq!(unpacked(packed(look)), look);
    }
}
