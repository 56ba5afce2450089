//! What helps the eye with a worn mark: pure functions from pixels to pixels, and from a [`View`] to what it shows.
//! They make views; what is stored is never touched.
//!
//! Everything that looks at neighbours works on one plane of lightness, and the rows of it on all processors. So a
//! region of 2000 by 2000 pixels follows a slider.

mod blend;
mod local;
mod plane;
mod seen;
mod straighten;
mod tone;

pub use blend::{blended, laid_on};
pub use seen::as_seen;
pub use straighten::{size_of as straightened_size, straightened};

use crate::model::View;
use plane::Plane;

/// A picture in memory: 8 bits a channel, red green blue alpha, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pixels {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Four bytes for each pixel.
    pub rgba: Vec<u8>,
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Area {
    /// Pixels from the left edge.
    pub x: usize,
    /// Pixels from the top edge.
    pub y: usize,
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
}

impl Pixels {
    /// Whether there is nothing to see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// The part `area` of a picture that is `width` pixels wide; what lies outside is left out.
    #[must_use]
    pub fn part_of(rgba: &[u8], width: usize, area: Area) -> Self {
        let height = (rgba.len() / 4).checked_div(width).unwrap_or(0);
        let across = area.width.min(width.saturating_sub(area.x));
        let down = area.height.min(height.saturating_sub(area.y));
        if across == 0 || down == 0 {
            return Self::default();
        }
        let mut part = Vec::with_capacity(across * down * 4);
        for row in area.y..area.y + down {
            let from = (row * width + area.x) * 4;
            part.extend_from_slice(&rgba[from..from + across * 4]);
        }
        Self {
            width: across,
            height: down,
            rgba: part,
        }
    }

    /// Made smaller until it has at most `pixels` pixels and no side above `side`: each pixel is the mean of those
    /// that it stands for, so that nothing thin is skipped.
    #[must_use]
    pub fn at_most(self, pixels: usize, side: usize) -> Self {
        let area = (self.width * self.height) as f64;
        let by_area = (pixels as f64 / area.max(1.0)).sqrt();
        let by_side = side as f64 / self.width.max(self.height).max(1) as f64;
        let scale = by_area.min(by_side);
        if scale >= 1.0 || self.is_empty() {
            return self;
        }
        let width = ((self.width as f64 * scale) as usize).max(1);
        let height = ((self.height as f64 * scale) as usize).max(1);
        let mut rgba = Vec::with_capacity(width * height * 4);
        for y in 0..height {
            let rows = span(y, height, self.height);
            for x in 0..width {
                let columns = span(x, width, self.width);
                let mut sum = [0_u32; 4];
                for row in rows.clone() {
                    for column in columns.clone() {
                        let at = (row * self.width + column) * 4;
                        for (sum, value) in sum.iter_mut().zip(&self.rgba[at..at + 4]) {
                            *sum += u32::from(*value);
                        }
                    }
                }
                let count = (rows.len() * columns.len()) as u32;
                rgba.extend(sum.map(|sum| (sum / count) as u8));
            }
        }
        Self { width, height, rgba }
    }
}

/// The old places that the new place `at` of `new` stands for, of `old` in all; never none.
fn span(at: usize, new: usize, old: usize) -> std::ops::Range<usize> {
    let from = at * old / new;
    from..((at + 1) * old / new).max(from + 1)
}

/// The crop as `view` shows it, apart from where it is looked at from: see [`straightened`] and [`laid_on`]. The
/// light falls from `view.light` degrees clockwise from the top of `crop`.
#[must_use]
pub fn shown(crop: &Pixels, view: &View) -> Pixels {
    let mut seen = crop.clone();
    if seen.is_empty() {
        return seen;
    }
    let looks_around =
        view.median > 0 || view.sharpen > 0 || view.local > 0 || view.relief > 0 || view.edges > 0;
    if !looks_around {
        tone::apply(&mut seen, None, view);
        return seen;
    }
    let before = Plane::of(&seen, view.channel);
    let mut light = before.clone();
    if view.median > 0 {
        light.median(view.median);
    }
    if view.sharpen > 0 {
        light.sharpen(view.sharpen);
    }
    if view.local > 0 {
        local::equalise(&mut light, view.local);
    }
    if view.edges > 0 || view.relief > 0 {
        light.shade(view);
    }
    tone::apply(&mut seen, Some((&before, &light)), view);
    seen
}

#[cfg(test)]
mod tests;
