//! One plane of lightness, and what depends on a pixel's neighbours in it.

use image::GrayImage;
use rayon::prelude::*;

use super::Pixels;
use crate::model::View;
use crate::model::view::Channel;

/// Lightness, 0 to 255, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plane {
    pub width: usize,
    pub height: usize,
    pub light: Vec<u8>,
}

/// So many rows are worked on in one go.
pub(super) const BAND: usize = 64;

/// How steep a slope looks in relief, and how dark an edge.
const STEEP: f32 = 0.75;
const EDGE: f32 = 0.5;

/// How light a pixel is, 0 to 255 (Rec. 709 weights), in whole numbers.
pub(super) fn luma(pixel: &[u8]) -> u8 {
    // 0.2126, 0.7152 and 0.0722 of 65,536, which they add up to.
    let sum = 13_933 * u32::from(pixel[0]) + 46_871 * u32::from(pixel[1]) + 4_732 * u32::from(pixel[2]);
    ((sum + 32_768) >> 16) as u8
}

/// What a channel shows of a pixel.
pub(super) fn value(channel: Channel, pixel: &[u8]) -> u8 {
    match channel {
        Channel::Red => pixel[0],
        Channel::Green => pixel[1],
        Channel::Blue => pixel[2],
        Channel::Colour | Channel::Luma => luma(pixel),
        Channel::Saturation => {
            let (least, most) = (
                pixel[0].min(pixel[1]).min(pixel[2]),
                pixel[0].max(pixel[1]).max(pixel[2]),
            );
            match most {
                0 => 0,
                most => (u32::from(most - least) * 255 / u32::from(most)) as u8,
            }
        }
    }
}

impl Plane {
    /// What `channel` shows of a picture.
    pub fn of(pixels: &Pixels, channel: Channel) -> Self {
        let mut light = vec![0; pixels.width * pixels.height];
        light
            .par_chunks_mut(pixels.width * BAND)
            .zip(pixels.rgba.par_chunks(pixels.width * BAND * 4))
            .for_each(|(light, rgba)| {
                for (light, pixel) in light.iter_mut().zip(rgba.chunks_exact(4)) {
                    *light = value(channel, pixel);
                }
            });
        Self {
            width: pixels.width,
            height: pixels.height,
            light,
        }
    }

    /// Carries out `work` on each row: its number, and where its result goes.
    fn rows(&self, work: impl Fn(usize, &mut [u8]) + Sync) -> Vec<u8> {
        let mut result = vec![0; self.light.len()];
        result
            .par_chunks_mut(self.width * BAND)
            .enumerate()
            .for_each(|(band, rows)| {
                for (row, line) in rows.chunks_exact_mut(self.width).enumerate() {
                    work(band * BAND + row, line);
                }
            });
        result
    }

    fn row(&self, y: usize) -> &[u8] {
        &self.light[y * self.width..(y + 1) * self.width]
    }

    /// Takes out specks: each pixel becomes the middle value of those up to `radius` away.
    pub fn median(&mut self, radius: i16) {
        let radius = u32::try_from(radius.clamp(0, 4)).unwrap_or(0);
        let size = (u32::try_from(self.width), u32::try_from(self.height));
        let (Ok(width), Ok(height)) = size else { return };
        if let Some(image) = GrayImage::from_raw(width, height, std::mem::take(&mut self.light)) {
            self.light = imageproc::filter::median_filter(&image, radius, radius).into_raw();
        }
    }

    /// Adds what a blur takes away: `percent` of three times that.
    pub fn sharpen(&mut self, percent: i16) {
        let radius = (self.width.max(self.height) / 500).clamp(1, 4);
        let soft = self.blurred(radius);
        let more = i32::from(percent.clamp(0, 100)) * 3;
        self.light = self.rows(|y, line| {
            let pairs = self.row(y).iter().zip(soft.row(y));
            for (out, (light, soft)) in line.iter_mut().zip(pairs) {
                let (light, soft) = (i32::from(*light), i32::from(*soft));
                *out = (light + (light - soft) * more / 100).clamp(0, 255) as u8;
            }
        });
    }

    /// Shades the surface as if light fell on it from the side, and draws its edges, as `view` asks.
    pub fn shade(&mut self, view: &View) {
        // A stamp's edges are wide in a large crop; what is finer is grain.
        let radius = (self.width.max(self.height) / 700).clamp(1, 4);
        let smooth = self.blurred(radius);
        let (sin, cos) = f32::from(view.light).to_radians().sin_cos();
        // Towards the light, in screen coordinates: y grows downwards.
        let (to_x, to_y) = (sin * STEEP, -cos * STEEP);
        let relief = f32::from(view.relief.clamp(0, 100)) / 100.0;
        let edges = f32::from(view.edges.clamp(0, 100)) / 100.0;
        let last = self.height - 1;
        self.light = self.rows(|y, line| {
            let (above, here, below) = (
                smooth.row(y.saturating_sub(1)),
                smooth.row(y),
                smooth.row((y + 1).min(last)),
            );
            let own = self.row(y);
            for (x, out) in line.iter_mut().enumerate() {
                let (left, right) = (x.saturating_sub(1), (x + 1).min(own.len() - 1));
                let sum = |row: &[u8], at: usize| i32::from(row[at]);
                // The slopes by Sobel: neighbours in line count twice.
                let across = sum(above, right) + 2 * sum(here, right) + sum(below, right)
                    - sum(above, left)
                    - 2 * sum(here, left)
                    - sum(below, left);
                let along = sum(below, left) + 2 * sum(below, x) + sum(below, right)
                    - sum(above, left)
                    - 2 * sum(above, x)
                    - sum(above, right);
                let (across, along) = (across as f32, along as f32);
                let mut light = f32::from(own[x]);
                if relief > 0.0 {
                    // A slope that falls away towards the light faces it.
                    let shaded = 128.0 - (across * to_x + along * to_y);
                    light += (shaded - light) * relief;
                }
                if edges > 0.0 {
                    let drawn = 255.0 - (across * across + along * along).sqrt() * EDGE;
                    light += (drawn - light) * edges;
                }
                *out = (light + 0.5).clamp(0.0, 255.0) as u8;
            }
        });
    }

    /// The mean of a square around each pixel, taken twice, which comes near to a Gaussian blur.
    fn blurred(&self, radius: usize) -> Self {
        let mut soft = self.clone();
        for _ in 0..2 {
            let across = Self {
                light: soft.rows(|y, line| run_mean(soft.row(y), radius, line)),
                ..soft
            };
            soft = Self {
                light: across.mean_of_rows(radius),
                ..across
            };
        }
        soft
    }

    /// The mean of each pixel and those up to `radius` above and below.
    fn mean_of_rows(&self, radius: usize) -> Vec<u8> {
        let mut result = vec![0; self.light.len()];
        result
            .par_chunks_mut(self.width * BAND)
            .enumerate()
            .for_each(|(band, rows)| {
                let top = band * BAND;
                // Column sums of the rows in reach, kept up to date from row to row.
                let mut sums = vec![0_u16; self.width];
                let add = |sums: &mut [u16], y: usize| {
                    for (sum, value) in sums.iter_mut().zip(self.row(y)) {
                        *sum += u16::from(*value);
                    }
                };
                let (mut from, mut to) = (top.saturating_sub(radius), top.saturating_sub(radius));
                for (row, line) in rows.chunks_exact_mut(self.width).enumerate() {
                    let y = top + row;
                    while to <= (y + radius).min(self.height - 1) {
                        add(&mut sums, to);
                        to += 1;
                    }
                    while from + radius < y {
                        for (sum, value) in sums.iter_mut().zip(self.row(from)) {
                            *sum -= u16::from(*value);
                        }
                        from += 1;
                    }
                    let share = share_of(to - from);
                    for (out, sum) in line.iter_mut().zip(&sums) {
                        *out = ((u32::from(*sum) * share + 32_768) >> 16) as u8;
                    }
                }
            });
        result
    }
}

/// One part of `count`, of 65,536.
fn share_of(count: usize) -> u32 {
    65_536 / u32::try_from(count.max(1)).unwrap_or(u32::MAX)
}

/// The mean of each value and its neighbours up to `radius` away; the ends have fewer.
fn run_mean(line: &[u8], radius: usize, out: &mut [u8]) {
    let mut sum: u32 = line.iter().take(radius).map(|value| u32::from(*value)).sum();
    let mut count = line.len().min(radius);
    for (at, out) in out.iter_mut().enumerate() {
        if let Some(comes) = line.get(at + radius) {
            sum += u32::from(*comes);
            count += 1;
        }
        if at > radius {
            sum -= u32::from(line[at - radius - 1]);
            count -= 1;
        }
        *out = ((sum * share_of(count) + 32_768) >> 16) as u8;
    }
}
