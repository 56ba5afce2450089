//! What depends on a pixel's neighbours: local contrast, relief, sharpness.

use super::{Pixels, byte, luma};

/// Tiles across and down for local contrast.
const TILES: usize = 8;
/// The strongest local contrast lets a value be this many times as frequent as the mean.
const STEEPEST: f32 = 4.0;

/// Equalises the contrast of each tile, limited so that an even surface does not turn into noise (Zuiderveld's
/// contrast limited adaptive histogram equalization), blended in by `amount`, 0 to 1. Colours keep their hue.
pub(super) fn equalise(pixels: &mut Pixels, amount: f32) {
    let (width, height) = (pixels.width, pixels.height);
    let light: Vec<u8> = pixels.rgba.chunks_exact(4).map(|p| byte(luma(p))).collect();
    let tiles = [TILES.min(width), TILES.min(height)];
    let mut tables = Vec::with_capacity(tiles[0] * tiles[1]);
    for row in 0..tiles[1] {
        for column in 0..tiles[0] {
            let xs = column * width / tiles[0]..(column + 1) * width / tiles[0];
            let ys = row * height / tiles[1]..(row + 1) * height / tiles[1];
            tables.push(table(&light, width, xs, ys));
        }
    }
    let across: Vec<Between> = (0..width).map(|x| Between::of(x, width, tiles[0])).collect();
    for y in 0..height {
        let down = Between::of(y, height, tiles[1]);
        for (x, side) in across.iter().enumerate() {
            let at = y * width + x;
            let value = usize::from(light[at]);
            let of = |row: usize, column: usize| tables[row * tiles[0] + column][value];
            let above = mix(
                of(down.first, side.first),
                of(down.first, side.second),
                side.share,
            );
            let below = mix(
                of(down.second, side.first),
                of(down.second, side.second),
                side.share,
            );
            let wanted = mix(
                f32::from(light[at]),
                mix(above, below, down.share),
                amount.min(1.0),
            );
            relight(&mut pixels.rgba[at * 4..at * 4 + 3], f32::from(light[at]), wanted);
        }
    }
}

/// The value that each of 256 becomes within a tile.
fn table(light: &[u8], width: usize, xs: std::ops::Range<usize>, ys: std::ops::Range<usize>) -> [f32; 256] {
    let mut counts = [0_f32; 256];
    let total = (xs.len() * ys.len()).max(1) as f32;
    for y in ys {
        for value in &light[y * width + xs.start..y * width + xs.end] {
            counts[usize::from(*value)] += 1.0;
        }
    }
    let limit = (total / 256.0 * STEEPEST).max(1.0);
    let mut over = 0.0;
    for count in &mut counts {
        over += (*count - limit).max(0.0);
        *count = count.min(limit);
    }
    let share = over / 256.0;
    let mut sum = 0.0;
    counts.map(|count| {
        sum += count + share;
        255.0 * sum / total
    })
}

/// Between the middles of which two tiles a pixel lies, and how near the second.
struct Between {
    first: usize,
    second: usize,
    share: f32,
}

impl Between {
    fn of(at: usize, size: usize, tiles: usize) -> Self {
        let place = ((at as f32 + 0.5) * tiles as f32 / size as f32 - 0.5).clamp(0.0, (tiles - 1) as f32);
        let first = place as usize;
        Self {
            first,
            second: (first + 1).min(tiles - 1),
            share: place - first as f32,
        }
    }
}

fn mix(a: f32, b: f32, share: f32) -> f32 {
    a + (b - a) * share
}

/// Gives a pixel another lightness at the same hue.
fn relight(rgb: &mut [u8], from: f32, to: f32) {
    let is_grey = rgb[0] == rgb[1] && rgb[1] == rgb[2];
    for value in rgb {
        *value = if is_grey || from < 1.0 {
            byte(to)
        } else {
            byte(f32::from(*value) * to / from)
        };
    }
}

/// Shades the surface as if light fell on it from `light` degrees clockwise from the top, blended in by `amount`.
pub(super) fn shade(pixels: &mut Pixels, amount: f32, light: f32) {
    let (width, height) = (pixels.width, pixels.height);
    let height_of: Vec<f32> = pixels.rgba.chunks_exact(4).map(luma).collect();
    let smooth = blurred(&height_of, width, height, 1);
    let (sin, cos) = light.to_radians().sin_cos();
    // Towards the light, in screen coordinates: y grows downwards.
    let (to_x, to_y) = (sin, -cos);
    for y in 0..height {
        let (up, down) = (y.saturating_sub(1), (y + 1).min(height - 1));
        for x in 0..width {
            let (left, right) = (x.saturating_sub(1), (x + 1).min(width - 1));
            let of = |row: usize, column: usize| smooth[row * width + column];
            let across = of(y, right) - of(y, left);
            let along = of(down, x) - of(up, x);
            // A slope that falls away towards the light faces it.
            let shaded = 128.0 - 3.0 * (across * to_x + along * to_y);
            for value in &mut pixels.rgba[(y * width + x) * 4..(y * width + x) * 4 + 3] {
                *value = byte(mix(f32::from(*value), shaded, amount.min(1.0)));
            }
        }
    }
}

/// Adds what a blur takes away.
pub(super) fn sharpen(pixels: &mut Pixels, amount: f32) {
    let (width, height) = (pixels.width, pixels.height);
    let radius = (width.max(height) / 500).clamp(1, 4);
    let light: Vec<f32> = pixels.rgba.chunks_exact(4).map(luma).collect();
    let soft = blurred(&light, width, height, radius);
    for ((pixel, light), soft) in pixels.rgba.chunks_exact_mut(4).zip(&light).zip(&soft) {
        let more = (light - soft) * amount.min(1.0) * 3.0;
        for value in &mut pixel[..3] {
            *value = byte(f32::from(*value) + more);
        }
    }
}

/// The mean of a square around each pixel, taken twice, which comes near to a Gaussian blur.
fn blurred(values: &[f32], width: usize, height: usize, radius: usize) -> Vec<f32> {
    let mut soft = values.to_vec();
    for _ in 0..2 {
        let mut next = vec![0.0; soft.len()];
        for y in 0..height {
            run_mean(&soft[y * width..(y + 1) * width], radius, |x, mean| {
                next[y * width + x] = mean
            });
        }
        let mut column = vec![0.0; height];
        for x in 0..width {
            for (y, value) in column.iter_mut().enumerate() {
                *value = next[y * width + x];
            }
            run_mean(&column, radius, |y, mean| soft[y * width + x] = mean);
        }
    }
    soft
}

/// The mean of each value's neighbours up to `radius` away; the ends have fewer.
fn run_mean(line: &[f32], radius: usize, mut give: impl FnMut(usize, f32)) {
    let mut sum: f32 = line.iter().take(radius).sum();
    let mut count = line.len().min(radius);
    for at in 0..line.len() {
        if let Some(comes) = line.get(at + radius) {
            sum += comes;
            count += 1;
        }
        if at > radius {
            sum -= line[at - radius - 1];
            count -= 1;
        }
        give(at, sum / count as f32);
    }
}
