//! Redactions burnt into pixels. They are filled before the picture is made smaller, and again afterwards, so that no resampling
//! draws anything out of them; and they are larger than they were drawn, because the compression of the original has spread
//! what they cover.

use image::{Rgb, RgbImage};
use turbojpeg::{Decompressor, Subsamp};

use crate::intake::format::Format;
use crate::model::Redaction;

/// What redactions are filled with.
pub const FILL: [u8; 3] = [0, 0, 0];

/// The sides of the blocks that JPEG compresses apart from each other, without subsampling (ISO/IEC 10918-1 §A.1).
const BLOCK: u32 = 8;
/// What an upsampling of colour reaches beyond a block, in pixels.
const SMOOTHING: u32 = 2;

/// A rectangle of pixels: left, top, and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    /// Pixels from the left edge.
    pub left: u32,
    /// Pixels from the top edge.
    pub top: u32,
    /// The first column that is not covered.
    pub right: u32,
    /// The first row that is not covered.
    pub bottom: u32,
}

/// How many pixels what lies in a rectangle can show beyond it in the original: as far as one block of its compression reaches.
pub fn spread(bytes: &[u8], format: Format) -> u32 {
    let block = match format {
        // Few files have 4:1:1, whose blocks are 32 pixels long.
        Format::Jpeg => {
            let header = Decompressor::new().and_then(|mut reader| reader.read_header(bytes));
            header.map_or(32, |header| match header.subsamp {
                Subsamp::Sub4x1 | Subsamp::Sub1x4 | Subsamp::Unknown => 32,
                _ => 16,
            })
        }
        // A transform of HEVC has up to 32 pixels (ITU-T H.265 §3).
        Format::Heic => 32,
        _ => 16,
    };
    block + SMOOTHING
}

impl Covered {
    /// What `redaction` covers of a picture, grown by `spread` pixels on each side; `None` where it lies beside the picture.
    pub fn of(redaction: &Redaction, (width, height): (u32, u32), spread: u32) -> Option<Self> {
        let covered = Self {
            left: redaction.x.saturating_sub(spread),
            top: redaction.y.saturating_sub(spread),
            right: end(redaction.x, redaction.width, spread).min(width),
            bottom: end(redaction.y, redaction.height, spread).min(height),
        };
        (redaction.x < width && redaction.y < height).then_some(covered)
    }

    /// The same in the picture made smaller, and there to whole blocks of a JPEG, so that each is all fill or has none of it.
    pub fn scaled(self, from: (u32, u32), to: (u32, u32)) -> Self {
        let down = |at: u32, from: u32, to: u32| {
            let at = u64::from(at) * u64::from(to) / u64::from(from.max(1));
            u32::try_from(at).unwrap_or(to) / BLOCK * BLOCK
        };
        let up = |at: u32, from: u32, to: u32| {
            let at = (u64::from(at) * u64::from(to)).div_ceil(u64::from(from.max(1)));
            let at = u32::try_from(at).unwrap_or(to);
            at.div_ceil(BLOCK).saturating_mul(BLOCK).min(to)
        };
        Self {
            left: down(self.left, from.0, to.0),
            top: down(self.top, from.1, to.1),
            right: up(self.right, from.0, to.0),
            bottom: up(self.bottom, from.1, to.1),
        }
    }

    /// Fills it.
    pub fn fill(self, picture: &mut RgbImage) {
        let (width, height) = picture.dimensions();
        for y in self.top..self.bottom.min(height) {
            for x in self.left..self.right.min(width) {
                picture.put_pixel(x, y, Rgb(FILL));
            }
        }
    }
}

fn end(start: u32, length: u32, spread: u32) -> u32 {
    start.saturating_add(length).saturating_add(spread)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_covered_stays_covered_at_every_size(
            x in 0u32..4000, y in 0u32..3000, width in 1u32..500, height in 1u32..500, side in 64u32..4000,
        ) {
            let from = (4000, 3000);
            let to = (side, (side * 3 / 4).max(1));
            let redaction = Redaction { x, y, width, height, ..Redaction::default() };
            let whole = Covered::of(&redaction, from, 18).unwrap();
            prop_assert!(whole.left <= x && whole.top <= y);
            let small = whole.scaled(from, to);
            let at = |n: u32, from: u32, to: u32| f64::from(n) * f64::from(to) / f64::from(from);
            prop_assert!(f64::from(small.left) <= at(x, from.0, to.0));
            prop_assert!(f64::from(small.top) <= at(y, from.1, to.1));
            let right = (x + width).min(from.0);
            let bottom = (y + height).min(from.1);
            prop_assert!(f64::from(small.right) + 1e-9 >= at(right, from.0, to.0));
            prop_assert!(f64::from(small.bottom) + 1e-9 >= at(bottom, from.1, to.1));
        }
    }

    #[test]
    fn a_redaction_beside_the_picture_covers_nothing() {
        let beside = Redaction {
            x: 100,
            width: 5,
            height: 5,
            ..Redaction::default()
        };
        assert_eq!(Covered::of(&beside, (100, 100), 18), None);
    }
}
