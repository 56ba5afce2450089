//! What helps the eye with a worn mark: pure functions from pixels to pixels. They make a view; what is stored
//! is never touched. A crop is kept small enough that all of this is done while a slider moves.

mod local;

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

/// What of the colours is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Channel {
    /// All three.
    #[default]
    Colour,
    /// Red, as grey.
    Red,
    /// Green, as grey.
    Green,
    /// Blue, as grey.
    Blue,
    /// How light it is, as grey (Rec. 709).
    Luma,
}

/// How a crop is looked at. [`Look::PLAIN`] leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// What of the colours is looked at.
    pub channel: Channel,
    /// -1 to 1; 0 leaves it as it is.
    pub brightness: f32,
    /// -1 to 1; 0 leaves it as it is.
    pub contrast: f32,
    /// 0.2 to 5; above 1 opens the shadows.
    pub gamma: f32,
    /// Light for dark.
    pub invert: bool,
    /// 0 to 1: contrast within small tiles, limited so that noise stays noise (CLAHE).
    pub local: f32,
    /// 0 to 1: shading as if light fell on the surface from the side.
    pub relief: f32,
    /// Whence that light comes: degrees clockwise from the top.
    pub light: f32,
    /// 0 to 1: edges drawn sharper (unsharp mask).
    pub sharpen: f32,
}

impl Default for Look {
    fn default() -> Self {
        Self::PLAIN
    }
}

impl Look {
    /// As the camera saw it.
    pub const PLAIN: Self = Self {
        channel: Channel::Colour,
        brightness: 0.0,
        contrast: 0.0,
        gamma: 1.0,
        invert: false,
        local: 0.0,
        relief: 0.0,
        light: 315.0,
        sharpen: 0.0,
    };

    /// For digits punched into metal: their edges catch the light.
    pub const STAMPED: Self = Self {
        channel: Channel::Luma,
        local: 0.55,
        relief: 0.45,
        sharpen: 0.3,
        ..Self::PLAIN
    };

    /// For paint that fire has browned: what is left differs most in blue.
    pub const BURNT: Self = Self {
        channel: Channel::Blue,
        gamma: 1.6,
        local: 0.7,
        sharpen: 0.2,
        ..Self::PLAIN
    };

    /// For print on a label: dark on light.
    pub const LABEL: Self = Self {
        channel: Channel::Luma,
        contrast: 0.35,
        local: 0.25,
        sharpen: 0.4,
        ..Self::PLAIN
    };
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

/// The crop as `look` shows it.
#[must_use]
pub fn developed(crop: &Pixels, look: &Look) -> Pixels {
    let mut seen = crop.clone();
    if seen.is_empty() {
        return seen;
    }
    choose(&mut seen, look.channel);
    if look.sharpen > 0.0 {
        local::sharpen(&mut seen, look.sharpen);
    }
    if look.local > 0.0 {
        local::equalise(&mut seen, look.local);
    }
    if look.relief > 0.0 {
        local::shade(&mut seen, look.relief, look.light);
    }
    tone(&mut seen, look);
    seen
}

/// How light a pixel is, 0 to 255 (Rec. 709 weights).
fn luma(pixel: &[u8]) -> f32 {
    0.2126 * f32::from(pixel[0]) + 0.7152 * f32::from(pixel[1]) + 0.0722 * f32::from(pixel[2])
}

/// The nearest value that a byte holds.
fn byte(value: f32) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

fn choose(pixels: &mut Pixels, channel: Channel) {
    for pixel in pixels.rgba.chunks_exact_mut(4) {
        let grey = match channel {
            Channel::Colour => return,
            Channel::Red => pixel[0],
            Channel::Green => pixel[1],
            Channel::Blue => pixel[2],
            Channel::Luma => byte(luma(pixel)),
        };
        pixel[..3].fill(grey);
    }
}

/// Brightness, contrast, gamma and inversion, which are one table of 256 values.
fn tone(pixels: &mut Pixels, look: &Look) {
    let steep = ((look.contrast.clamp(-1.0, 1.0) + 1.0) * std::f32::consts::FRAC_PI_4)
        .tan()
        .min(64.0);
    let bend = 1.0 / look.gamma.clamp(0.2, 5.0);
    let mut table = [0_u8; 256];
    for (value, entry) in (0_u8..=255).zip(&mut table) {
        let light = (f32::from(value) / 255.0).powf(bend) + look.brightness;
        let light = ((light - 0.5) * steep + 0.5).clamp(0.0, 1.0);
        *entry = byte(255.0 * if look.invert { 1.0 - light } else { light });
    }
    for pixel in pixels.rgba.chunks_exact_mut(4) {
        for value in &mut pixel[..3] {
            *value = table[usize::from(*value)];
        }
    }
}

#[cfg(test)]
mod tests;
