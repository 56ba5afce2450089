//! Worn metal as a field of heights, and how light falls on it.

use super::strokes::Segment;

/// A number from 0 to 1 that depends on the place and the seed alone.
pub(super) fn hash(x: i32, y: i32, seed: u32) -> f32 {
    let mut n = (x as u32).wrapping_mul(0x8da6_b343)
        ^ (y as u32).wrapping_mul(0xd816_3841)
        ^ seed.wrapping_mul(0xcb1a_b31f);
    n ^= n >> 13;
    n = n.wrapping_mul(0x5bd1_e995);
    n ^= n >> 15;
    (n & 0xffff) as f32 / 65535.0
}

/// Smooth noise from 0 to 1 whose features are one unit large.
pub(super) fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (cx, cy) = (x.floor(), y.floor());
    let (fx, fy) = (x - cx, y - cy);
    let (u, v) = (fx * fx * (3.0 - 2.0 * fx), fy * fy * (3.0 - 2.0 * fy));
    let (ix, iy) = (cx as i32, cy as i32);
    let top = hash(ix, iy, seed) * (1.0 - u) + hash(ix + 1, iy, seed) * u;
    let bottom = hash(ix, iy + 1, seed) * (1.0 - u) + hash(ix + 1, iy + 1, seed) * u;
    top * (1.0 - v) + bottom * v
}

/// Noise of three sizes on top of each other.
pub(super) fn cloud(x: f32, y: f32, seed: u32) -> f32 {
    noise(x, y, seed) * 0.55
        + noise(x * 2.1, y * 2.1, seed + 1) * 0.3
        + noise(x * 4.3, y * 4.3, seed + 2) * 0.15
}

/// 0 below `low`, 1 above `high`, smooth between.
pub(super) fn step(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// How deep a stamp of these strokes is at a point: 0 outside, 1 at the bottom, a little below 0 on the rim that a
/// punch raises.
pub(super) fn stamp(segments: &[Segment], at: (f32, f32), half_width: f32) -> f32 {
    let distance = segments
        .iter()
        .map(|segment| segment.distance(at))
        .fold(f32::MAX, f32::min);
    let bottom = 1.0 - step(half_width * 0.45, half_width, distance);
    let rim = step(half_width, half_width * 1.25, distance)
        * (1.0 - step(half_width * 1.25, half_width * 1.9, distance));
    bottom - rim * 0.22
}

/// A field of heights with the colour of its metal, to be lit.
pub(super) struct Field {
    pub width: usize,
    pub height: usize,
    /// Heights in pixels.
    pub heights: Vec<f32>,
    /// Red, green, blue from 0 to 1, and how much it shines.
    pub colours: Vec<[f32; 4]>,
}

impl Field {
    /// The field that `point` describes: height and colour at each place. Rows are shared among threads.
    pub(super) fn of(
        width: usize,
        height: usize,
        point: impl Fn(f32, f32) -> (f32, [f32; 4]) + Sync,
    ) -> Self {
        let mut heights = vec![0.0; width * height];
        let mut colours = vec![[0.0; 4]; width * height];
        let threads = std::thread::available_parallelism().map_or(2, usize::from);
        let rows = height.div_ceil(threads);
        std::thread::scope(|scope| {
            let parts = heights
                .chunks_mut(rows * width)
                .zip(colours.chunks_mut(rows * width));
            for (part, (heights, colours)) in parts.enumerate() {
                let point = &point;
                scope.spawn(move || {
                    for (place, (height, colour)) in heights.iter_mut().zip(colours).enumerate() {
                        let (x, y) = (place % width, part * rows + place / width);
                        (*height, *colour) = point(x as f32, y as f32);
                    }
                });
            }
        });
        Self {
            width,
            height,
            heights,
            colours,
        }
    }

    /// The field under a lamp from the upper left, as 8-bit RGB.
    pub(super) fn lit(&self, seed: u32) -> Vec<u8> {
        let mut rgb = vec![0; self.width * self.height * 3];
        let at =
            |x: usize, y: usize| self.heights[y.min(self.height - 1) * self.width + x.min(self.width - 1)];
        for y in 0..self.height {
            for x in 0..self.width {
                let dx = at(x + 1, y) - at(x.saturating_sub(1), y);
                let dy = at(x, y + 1) - at(x, y.saturating_sub(1));
                let length = (dx * dx + dy * dy + 4.0).sqrt();
                let normal = (-dx / length, -dy / length, 2.0 / length);
                // The lamp: a unit vector up, left and towards us; the shine is seen from straight above.
                let light = normal.0 * -0.48 + normal.1 * -0.56 + normal.2 * 0.675;
                let half = normal.0 * -0.262 + normal.1 * -0.306 + normal.2 * 0.915;
                let [r, g, b, shine] = self.colours[y * self.width + x];
                let diffuse = 0.26 + 0.95 * light.max(0.0);
                let mut gleam = half.max(0.0);
                for _ in 0..4 {
                    gleam *= gleam;
                }
                let grain = (hash(x as i32, y as i32, seed) - 0.5) * 0.035;
                let place = (y * self.width + x) * 3;
                for (channel, colour) in [r, g, b].into_iter().enumerate() {
                    let value = colour * diffuse + shine * gleam * 0.5 + grain;
                    // A soft shoulder, as film has it.
                    let value = value.max(0.0);
                    let value = value / (1.0 + value * 0.28) * 1.2;
                    rgb[place + channel] = (value.clamp(0.0, 1.0) * 255.0) as u8;
                }
            }
        }
        rgb
    }
}
