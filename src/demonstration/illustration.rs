//! The pictures of the demonstration case. The program draws them itself and says so in each: generic worn metal
//! with a stamped mark, nothing technical. The same plate gives the same bytes every time.

mod metal;
mod strokes;

use metal::{Field, cloud, hash, noise, stamp, step};
use strokes::{Segment, centred, width};

/// The width of every illustration, in pixels.
pub const WIDTH: usize = 1280;
/// The height of every illustration, in pixels.
pub const HEIGHT: usize = 960;
/// The height of the band at the foot that says what it is.
const BAND: usize = 56;

/// What an illustration shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A round housing face with a ring of screws.
    Round,
    /// The same, near.
    Close,
    /// Two of them beside a scale.
    Pair,
    /// No picture: a card that says so.
    Card,
}

/// A plate to draw.
#[derive(Debug, Clone, Copy)]
pub struct Plate<'a> {
    /// The mark stamped into it: digits and capital letters.
    pub mark: &'a str,
    /// What is shown.
    pub shape: Shape,
    /// Two plates with different seeds are worn differently.
    pub seed: u32,
    /// What stands in the band, in capital letters.
    pub caption: &'a str,
}

/// A drawn picture.
pub struct Illustration {
    rgb: Vec<u8>,
    mark: Option<(u32, u32, u32, u32)>,
}

impl Illustration {
    /// The pixels, 8-bit red, green, blue, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.rgb
    }

    /// The rectangle around the mark: left, top, width, height in pixels.
    #[must_use]
    pub fn region_of_mark(&self) -> Option<(u32, u32, u32, u32)> {
        self.mark
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// When the encoder fails, which it does only for want of memory.
    pub fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        // Both fit: they are constants far below the limit.
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH as u32, HEIGHT as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.rgb)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// One round face in a picture.
struct Face {
    centre: (f32, f32),
    radius: f32,
    /// Radians by which it lies turned.
    angle: f32,
    seed: u32,
    segments: Vec<Segment>,
    half_width: f32,
    mark_at: (f32, f32),
}

impl Face {
    fn new(centre: (f32, f32), radius: f32, angle: f32, seed: u32, mark: &str) -> Self {
        let height = radius * 0.25;
        Self {
            centre,
            radius,
            angle,
            seed,
            segments: centred(mark, height),
            half_width: height * 0.095,
            mark_at: (0.0, radius * 0.36),
        }
    }

    /// Height and colour of the face at a point; `None` beside it.
    fn point(&self, x: f32, y: f32) -> Option<(f32, [f32; 4])> {
        let (dx, dy) = (x - self.centre.0, y - self.centre.1);
        let distance = dx.hypot(dy);
        let dent = (noise(dx / 90.0, dy / 90.0, self.seed) - 0.5) * 5.0;
        if distance > self.radius + dent {
            return None;
        }
        let (sin, cos) = self.angle.sin_cos();
        let (u, v) = (dx * cos + dy * sin, dy * cos - dx * sin);
        let r = self.radius;
        // A bevelled edge, a raised collar, a hub, and the grooves of turning.
        let mut height = 16.0 * (1.0 - step(r * 0.93, r * 0.995, distance));
        height += 9.0 * step(r * 0.79, r * 0.81, distance) * (1.0 - step(r * 0.985, r, distance));
        height += 12.0 * (1.0 - step(r * 0.17, r * 0.2, distance));
        height -= 14.0 * (1.0 - step(r * 0.07, r * 0.085, distance));
        height += (distance * 1.1).sin() * 0.22;
        height += (cloud(u / 9.0, v / 9.0, self.seed + 10) - 0.5) * 1.5;
        let mut dark = 0.0;
        for screw in 0..8 {
            let angle = std::f32::consts::TAU * (screw as f32 + 0.5) / 8.0;
            let (sx, sy) = (u - angle.cos() * r * 0.88, v - angle.sin() * r * 0.88);
            let from_screw = sx.hypot(sy) / r;
            if from_screw < 0.075 {
                height -= 7.0 * (1.0 - step(0.058, 0.066, from_screw));
                height += 9.0 * (1.0 - step(0.04, 0.052, from_screw));
                // The slot of the screw, each turned its own way.
                let turn = hash(screw, 7, self.seed) * 3.0;
                let across = (sx * turn.sin() - sy * turn.cos()).abs() / r;
                let slot = (1.0 - step(0.006, 0.011, across)) * (1.0 - step(0.034, 0.04, from_screw));
                height -= 6.0 * slot;
                dark += 0.35 * slot + 0.25 * (1.0 - step(0.054, 0.07, (from_screw - 0.058).abs() * 8.0));
            }
        }
        // The stamp: worn unevenly, so that parts of it are shallow.
        let at = (u - self.mark_at.0, v - self.mark_at.1);
        if at.1.abs() < r * 0.22 && at.0.abs() < r * 0.62 {
            let wear = 0.62 + 0.5 * cloud(u / 55.0, v / 55.0, self.seed + 20);
            let depth = stamp(&self.segments, at, self.half_width) * wear.min(1.0);
            height -= depth * r * 0.022;
            dark += depth.max(0.0) * 0.3;
        }
        // Scratches: thin lines in a few directions.
        for scratch in 0..9 {
            let angle = hash(scratch, 1, self.seed) * 3.1;
            let offset = (hash(scratch, 2, self.seed) - 0.5) * r * 1.5;
            let along = u * angle.cos() + v * angle.sin();
            let across = u * angle.sin() - v * angle.cos() - offset + (along / 130.0).sin() * 6.0;
            let reach = hash(scratch, 3, self.seed) * r;
            if across.abs() < 2.2 && (along - (hash(scratch, 4, self.seed) - 0.5) * r).abs() < reach * 0.6 {
                height -= (2.2 - across.abs()) * 0.7;
            }
        }
        // Soot from one side, straw and blue where it was hot, bare metal between.
        let soot = step(
            0.42,
            0.82,
            cloud(u / 190.0, v / 190.0, self.seed + 30) + 0.28 * (u - v) / r * 0.6,
        );
        let heat = cloud(u / 240.0 + 5.0, v / 240.0, self.seed + 40);
        let straw = step(0.5, 0.66, heat) * (1.0 - soot);
        let blue = step(0.66, 0.8, heat) * (1.0 - soot);
        let bare = 0.5 + 0.12 * cloud(u / 22.0, v / 22.0, self.seed + 50) + 0.03 * (distance * 0.55).sin();
        let mut colour = [bare, bare * 0.995, bare * 0.985];
        mix(&mut colour, [0.56, 0.46, 0.3], straw * 0.45);
        mix(&mut colour, [0.3, 0.36, 0.5], blue * 0.5);
        mix(&mut colour, [0.075, 0.07, 0.065], soot * 0.8);
        let rust = step(0.72, 0.86, cloud(u / 34.0, v / 34.0, self.seed + 60));
        mix(&mut colour, [0.34, 0.18, 0.09], rust * 0.55);
        mix(&mut colour, [0.06, 0.058, 0.055], dark.clamp(0.0, 0.85));
        let shine = 0.5 * (1.0 - soot * 0.85) * (1.0 - rust * 0.7);
        Some((height, [colour[0], colour[1], colour[2], shine]))
    }

    /// The rectangle of the mark in the picture, with a margin.
    fn region(&self, mark: &str) -> (u32, u32, u32, u32) {
        let (sin, cos) = self.angle.sin_cos();
        let (u, v) = self.mark_at;
        let centre = (
            self.centre.0 + u * cos - v * sin,
            self.centre.1 + v * cos + u * sin,
        );
        let height = self.radius * 0.25;
        let half = (width(mark, height) / 2.0 + height * 0.55, height * 0.95);
        let left = (centre.0 - half.0).max(0.0);
        let top = (centre.1 - half.1).max(0.0);
        let right = (centre.0 + half.0).min(WIDTH as f32);
        let bottom = (centre.1 + half.1).min((HEIGHT - BAND) as f32);
        (
            left as u32,
            top as u32,
            (right - left) as u32,
            (bottom - top) as u32,
        )
    }
}

fn mix(colour: &mut [f32; 3], with: [f32; 3], part: f32) {
    for (to, from) in colour.iter_mut().zip(with) {
        *to += (from - *to) * part;
    }
}

/// Draws a plate.
#[must_use]
pub fn draw(plate: &Plate<'_>) -> Illustration {
    let seed = plate.seed.wrapping_mul(97);
    let middle = (WIDTH as f32 / 2.0, (HEIGHT - BAND) as f32 / 2.0);
    let faces = match plate.shape {
        Shape::Round => vec![Face::new(
            (middle.0, middle.1 - 30.0),
            380.0,
            -0.07,
            seed,
            plate.mark,
        )],
        Shape::Close => vec![Face::new(
            (middle.0 + 20.0, middle.1 - 330.0),
            980.0,
            0.05,
            seed,
            plate.mark,
        )],
        Shape::Pair => vec![
            Face::new((350.0, middle.1 - 20.0), 262.0, -0.12, seed, plate.mark),
            Face::new((930.0, middle.1 - 26.0), 262.0, 0.16, seed + 7, plate.mark),
        ],
        Shape::Card => Vec::new(),
    };
    let card = plate.shape == Shape::Card;
    let notice = centred(plate.mark, 32.0);
    let field = Field::of(WIDTH, HEIGHT - BAND, |x, y| {
        if card {
            return card_point(&notice, (x - middle.0, y - middle.1));
        }
        faces
            .iter()
            .find_map(|face| face.point(x, y))
            .unwrap_or_else(|| table_point(&faces, x, y, seed))
    });
    let mut rgb = field.lit(seed);
    if plate.shape != Shape::Card && plate.shape != Shape::Close {
        scale_bar(&mut rgb);
    }
    rgb.resize(WIDTH * HEIGHT * 3, 0);
    caption_band(&mut rgb, plate.caption);
    Illustration {
        rgb,
        mark: faces.first().map(|face| face.region(plate.mark)),
    }
}

/// The grey cloth that pieces lie on, darker under their edges.
fn table_point(faces: &[Face], x: f32, y: f32, seed: u32) -> (f32, [f32; 4]) {
    let weave = (x * 0.9).sin() * (y * 0.9).sin() * 0.5 + (noise(x / 3.0, y / 3.0, seed + 80) - 0.5);
    let nearest = faces
        .iter()
        .map(|face| (x - face.centre.0 - 14.0).hypot(y - face.centre.1 - 18.0) - face.radius)
        .fold(f32::MAX, f32::min);
    let shadow = 0.28 + 0.72 * step(-10.0, 60.0, nearest);
    let tone = (0.2 + 0.025 * cloud(x / 160.0, y / 160.0, seed + 81)) * shadow;
    (weave * 0.55, [tone, tone * 1.03, tone * 1.08, 0.0])
}

/// A quiet card with a notice pressed into it.
fn card_point(notice: &[Segment], at: (f32, f32)) -> (f32, [f32; 4]) {
    let inside = step(-3.0, 3.0, 400.0 - at.0.abs().max(at.1.abs() * 1.6));
    let depth = if at.1.abs() < 40.0 {
        stamp(notice, at, 3.0)
    } else {
        0.0
    };
    let fibre = (noise(at.0 / 2.0, at.1 / 2.0, 5) - 0.5) * 0.35;
    let tone = 0.15 + 0.17 * inside - depth.max(0.0) * 0.22;
    (
        inside * 4.0 - depth * 3.0 + fibre,
        [tone, tone * 1.04, tone * 1.1, 0.0],
    )
}

/// A scale with ten parts, at the foot of the picture. It measures nothing: it shows where a scale belongs.
fn scale_bar(rgb: &mut [u8]) {
    let (left, top, part, height) = (WIDTH / 2 - 250, HEIGHT - BAND - 52, 50, 18);
    for y in top - 2..top + height + 2 {
        for x in left - 2..left + part * 10 + 2 {
            let border = y < top || y >= top + height || x < left || x >= left + part * 10;
            let dark = border || ((x - left) / part + (y - top) / (height / 2)) % 2 == 0;
            let tone = if dark { 24 } else { 226 };
            rgb[(y * WIDTH + x) * 3..][..3].fill(tone);
        }
    }
}

/// The band that says, within the picture itself, what it is.
fn caption_band(rgb: &mut [u8], caption: &str) {
    let segments = centred(caption, 19.0);
    let middle = (WIDTH as f32 / 2.0, HEIGHT as f32 - BAND as f32 / 2.0);
    let reach = width(caption, 19.0) / 2.0 + 6.0;
    for y in HEIGHT - BAND..HEIGHT {
        for x in 0..WIDTH {
            let at = (x as f32 - middle.0, y as f32 - middle.1);
            let mut ink = 0.0;
            if at.0.abs() < reach && at.1.abs() < 14.0 {
                let near = segments
                    .iter()
                    .map(|segment| segment.distance(at))
                    .fold(f32::MAX, f32::min);
                ink = 1.0 - step(0.7, 1.7, near);
            }
            let edge = y < HEIGHT - BAND + 3;
            let ground = if edge {
                [214.0, 160.0, 46.0]
            } else {
                [18.0, 20.0, 23.0]
            };
            for (channel, ground) in ground.into_iter().enumerate() {
                let value = ground + (236.0 - ground) * ink;
                rgb[(y * WIDTH + x) * 3 + channel] = value as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plate(mark: &str) -> Illustration {
        draw(&Plate {
            mark,
            shape: Shape::Round,
            seed: 1,
            caption: "ILLUSTRATION",
        })
    }

    #[test]
    fn the_mark_is_where_its_region_says_and_nowhere_else() {
        let (with, without) = (plate("113"), plate(""));
        let (left, top, width, height) = with.region_of_mark().unwrap();
        let mut differing = (0, 0);
        for (place, (a, b)) in with
            .pixels()
            .chunks(3)
            .zip(without.pixels().chunks(3))
            .enumerate()
        {
            let (x, y) = ((place % WIDTH) as u32, (place / WIDTH) as u32);
            if a != b {
                let inside = (left..left + width).contains(&x) && (top..top + height).contains(&y);
                if inside {
                    differing.0 += 1
                } else {
                    differing.1 += 1
                }
            }
        }
        assert!(differing.0 > 2000, "{differing:?}");
        assert_eq!(differing.1, 0);
    }

    #[test]
    fn the_same_plate_gives_the_same_bytes_and_says_what_it_is() {
        let picture = plate("113");
        assert_eq!(picture.pixels(), plate("113").pixels());
        let other = draw(&Plate {
            mark: "113",
            shape: Shape::Round,
            seed: 1,
            caption: "",
        });
        let band = (HEIGHT - BAND) * WIDTH * 3;
        assert_eq!(picture.pixels()[..band], other.pixels()[..band]);
        assert_ne!(picture.pixels()[band..], other.pixels()[band..]);
    }
}
