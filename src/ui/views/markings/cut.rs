//! The part of a photo that is cut out to be looked at: a region with some ground around it, as it is or straightened.

use crate::case::SeenIn;
use crate::enhance::{Area, Pixels, straightened_size};
use crate::model::View;
use crate::model::id::{PhotoId, RegionId};

/// A cut has at most this many pixels: enough to fill a screen, and few enough to follow a slider.
const MOST_PIXELS: usize = 4_000_000;
/// No side is longer, for every graphics driver takes such a texture.
const LONGEST: usize = 2048;
/// How much of the region's sides is shown around it.
const AROUND: f32 = 0.3;

/// The part of a photo that is cut out: a region with some ground around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    region: RegionId,
    photo: PhotoId,
    /// Left, top, width, height as shares of the photo's sides.
    shares: [f32; 4],
    /// The region within the cut, likewise.
    inner: [f32; 4],
    /// Width and height of the cut in pixels of the original.
    size: [f32; 2],
    /// The corners between which it is seen straight from the front, in pixels of the cut.
    corners: Option<[[f32; 2]; 4]>,
}

impl Cut {
    /// The cut around a region. `None` where the photo's size is not known.
    #[must_use]
    pub fn around(seen: &SeenIn) -> Option<Self> {
        let region = &seen.region;
        let [width, height] = seen.size.map(|side| side as f32);
        if width < 1.0 || height < 1.0 || region.width == 0 || region.height == 0 {
            return None;
        }
        // Whole pixels, so that the cut is the same wherever it is taken from.
        let side = |from: u32, length: u32, all: f32| {
            let (from, length) = (from as f32, length as f32);
            let ground = (length * AROUND).round();
            let outer = (from - ground).max(0.0);
            let whole = (from + length + ground).min(all) - outer;
            (outer, whole, (from - outer) / whole, length / whole)
        };
        let (x, w, inner_x, inner_w) = side(region.x, region.width, width);
        let (y, h, inner_y, inner_h) = side(region.y, region.height, height);
        Some(Self {
            region: region.id,
            photo: region.photo,
            shares: [x / width, y / height, w / width, h / height],
            inner: [inner_x, inner_y, inner_w, inner_h],
            size: [w, h],
            corners: None,
        })
    }

    /// The same, seen straight from the front between these corners (see [`View::corners`]); as it is if they make no
    /// figure.
    #[must_use]
    pub fn straight(self, corners: Option<[[i32; 2]; 4]>) -> Self {
        let corners = corners.map(|corners| corners.map(|corner| self.pixel(corner)));
        Self {
            corners: corners.filter(|corners| straightened_size(*corners).is_some()),
            ..self
        }
    }

    /// The photo that it is cut out of.
    #[must_use]
    pub fn photo(&self) -> PhotoId {
        self.photo
    }

    /// The cut as it is in the photo.
    #[must_use]
    pub fn as_it_is(&self) -> Self {
        Self {
            corners: None,
            ..*self
        }
    }

    /// Whether it is straightened.
    #[must_use]
    pub fn is_straight(&self) -> bool {
        self.corners.is_some()
    }

    /// A place of the region in pixels of the cut as it is.
    #[must_use]
    pub fn pixel(&self, place: [i32; 2]) -> [f32; 2] {
        let part = |axis: usize| {
            let share = place[axis] as f32 / View::WHOLE as f32;
            (self.inner[axis] + share * self.inner[axis + 2]) * self.size[axis]
        };
        [part(0), part(1)]
    }

    /// The place of the region that a pixel of the cut is; what lies outside the cut is moved to its edge.
    #[must_use]
    pub fn place(&self, pixel: [f32; 2]) -> [i32; 2] {
        let part = |axis: usize| {
            let at = (pixel[axis] / self.size[axis]).clamp(0.0, 1.0);
            ((at - self.inner[axis]) / self.inner[axis + 2] * View::WHOLE as f32).round() as i32
        };
        [part(0), part(1)]
    }

    /// The region within what is shown: left, top, width, height as shares of its sides.
    #[must_use]
    pub fn inner(&self) -> [f32; 4] {
        if self.is_straight() {
            [0.0, 0.0, 1.0, 1.0]
        } else {
            self.inner
        }
    }

    /// Width and height of what is shown in pixels of the original.
    #[must_use]
    pub fn size(&self) -> [f32; 2] {
        let straight = self.corners.and_then(straightened_size);
        straight.map_or(self.size, |size| size.map(|side| side as f32))
    }

    /// The pixels of the cut as it is, in a picture of the whole photo.
    #[must_use]
    pub fn of(&self, width: u32, height: u32, rgba: &[u8]) -> Pixels {
        let [x, y, w, h] = self.shares;
        let (all_w, all_h) = (width as f32, height as f32);
        let area = Area {
            x: (x * all_w).round() as usize,
            y: (y * all_h).round() as usize,
            width: (w * all_w).round().max(1.0) as usize,
            height: (h * all_h).round().max(1.0) as usize,
        };
        Pixels::part_of(rgba, width as usize, area).at_most(MOST_PIXELS, LONGEST)
    }

    /// Places of the region in `pixels`, which show the cut as it is in any size.
    #[must_use]
    pub fn places_in<const N: usize>(&self, pixels: &Pixels, places: [[i32; 2]; N]) -> [[f32; 2]; N] {
        let scale = pixels.width as f32 / self.size[0];
        places.map(|place| self.pixel(place).map(|at| at * scale))
    }

    /// The straightened part of `pixels`, which show the cut as it is.
    #[must_use]
    pub fn straightened(&self, pixels: Pixels) -> Pixels {
        let Some(corners) = self.corners else {
            return pixels;
        };
        let scale = pixels.width as f32 / self.size[0];
        let corners = corners.map(|corner| corner.map(|at| at * scale));
        crate::enhance::straightened(&pixels, corners)
            .map_or(pixels, |straight| straight.at_most(MOST_PIXELS, LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Region;

    fn seen(x: u32, y: u32, width: u32, height: u32) -> SeenIn {
        SeenIn {
            region: Region {
                x,
                y,
                width,
                height,
                ..Region::default()
            },
            file_name: String::new(),
            kind: crate::model::photo::PhotoKind::default(),
            size: [1000, 800],
        }
    }

    #[test]
    fn a_cut_has_some_ground_around_the_region_but_stays_in_the_photo() {
        let cut = Cut::around(&seen(100, 100, 200, 100)).unwrap();
        assert_eq!(cut.size(), [320.0, 160.0]);
        assert_eq!(
            cut.inner(),
            [60.0 / 320.0, 30.0 / 160.0, 200.0 / 320.0, 100.0 / 160.0]
        );
        let corner = Cut::around(&seen(900, 700, 100, 100)).unwrap();
        assert_eq!(corner.size(), [130.0, 130.0]);
        assert_eq!(corner.inner()[0] + corner.inner()[2], 1.0);
    }

    #[test]
    fn the_same_part_is_cut_from_the_original_and_from_its_preview() {
        let cut = Cut::around(&seen(100, 100, 200, 100)).unwrap();
        let picture = |scale: usize| {
            let (width, height) = (1000 / scale, 800 / scale);
            let rgba: Vec<u8> = (0..height)
                .flat_map(|y| {
                    (0..width).flat_map(move |x| [(x * scale / 4) as u8, (y * scale / 4) as u8, 0, 255])
                })
                .collect();
            cut.of(width as u32, height as u32, &rgba)
        };
        let (original, preview) = (picture(1), picture(4));
        assert_eq!((original.width, original.height), (320, 160));
        assert_eq!((preview.width, preview.height), (80, 40));
        // A pixel of the preview stands for four of the original.
        for channel in 0..2 {
            assert!(original.rgba[channel].abs_diff(preview.rgba[channel]) <= 1);
        }
    }

    #[test]
    fn a_photo_of_unknown_size_has_no_cut() {
        let mut unknown = seen(0, 0, 10, 10);
        unknown.size = [0, 0];
        assert_eq!(Cut::around(&unknown), None);
    }

    #[test]
    fn a_place_of_the_region_comes_back_from_its_pixel() {
        let cut = Cut::around(&seen(100, 100, 200, 100)).unwrap();
        assert_eq!(cut.pixel([0, 0]), [60.0, 30.0]);
        assert_eq!(cut.pixel([10_000, 10_000]), [260.0, 130.0]);
        for place in [[0, 0], [2_500, 7_500], [-1_000, 12_000]] {
            assert_eq!(cut.place(cut.pixel(place)), place);
        }
        assert_eq!(cut.place([-50.0, 0.0])[0], cut.place([0.0, 0.0])[0]);
    }

    #[test]
    fn a_straightened_cut_is_as_large_as_its_sides_and_crossed_corners_change_nothing() {
        let cut = Cut::around(&seen(100, 100, 200, 100)).unwrap();
        let whole = [[0, 0], [10_000, 0], [10_000, 10_000], [0, 10_000]];
        let straight = cut.straight(Some(whole));
        assert!(straight.is_straight());
        assert_eq!(
            (straight.size(), straight.inner()),
            ([200.0, 100.0], [0.0, 0.0, 1.0, 1.0])
        );
        let crossed = [whole[0], whole[2], whole[1], whole[3]];
        assert_eq!(cut.straight(Some(crossed)), cut);
        assert_eq!(straight.as_it_is(), cut);
    }
}
