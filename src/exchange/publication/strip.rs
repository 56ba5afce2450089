//! The credit line on a strip under the picture: no pixel of the picture is covered by it.

use image::{Rgb, RgbImage};
use svg::Document;
use svg::node::element::Group;

use super::super::chart::{rectangle, words};
use super::super::picture::{PictureError, png};
use crate::text::faces::{HANGUL, SANS};

/// The height of letters is this part of the picture's width, within bounds.
const PART: f64 = 55.0;
const LETTERS: (f64, f64) = (11.0, 72.0);
/// A letter's width, as part of its height: of most scripts, and of Hangul and Han.
const NARROW: f64 = 0.6;
const WIDE: f64 = 1.05;
const WHITE: Rgb<u8> = Rgb([255, 255, 255]);

/// Draws strips. Photos of one size and credit line have the same.
#[derive(Default)]
pub struct Strips {
    last: Option<(u32, String, RgbImage)>,
}

impl Strips {
    /// The picture with `credit` on a white strip under it.
    ///
    /// # Errors
    /// When the line can't be drawn.
    pub fn under(&mut self, picture: &RgbImage, credit: &str) -> Result<RgbImage, PictureError> {
        let (width, height) = picture.dimensions();
        let is_last = |(of, said, _): &(u32, String, RgbImage)| *of == width && said == credit;
        if !self.last.as_ref().is_some_and(is_last) {
            self.last = Some((width, credit.to_owned(), draw(width, credit)?));
        }
        let mut whole = picture.clone();
        if let Some((_, _, strip)) = &self.last {
            whole = RgbImage::from_pixel(width, height + strip.height(), WHITE);
            image::imageops::replace(&mut whole, picture, 0, 0);
            image::imageops::replace(&mut whole, strip, 0, i64::from(height));
        }
        Ok(whole)
    }
}

fn draw(width: u32, credit: &str) -> Result<RgbImage, PictureError> {
    let across = f64::from(width);
    let size = (across / PART).clamp(LETTERS.0, LETTERS.1);
    let margin = size * 0.7;
    let lines = lines(credit, (across - 2.0 * margin) / size);
    let step = size * 1.35;
    // Whole pixels, so that the drawing is not made smaller.
    let down = (margin * 1.2 + step * lines.len() as f64).ceil();
    let mut group = Group::new()
        .set("font-family", format!("{SANS}, {HANGUL}"))
        .set("font-size", size);
    let mut baseline = margin * 0.6 + size;
    for line in lines {
        group = group.add(words(margin, baseline, line));
        baseline += step;
    }
    let drawing = Document::new()
        .set("width", across)
        .set("height", down)
        .add(rectangle(0.0, 0.0, across, down, "#ffffff"))
        .add(group);
    let strip = png(&drawing.to_string(), 1.0)?;
    let strip = image::load_from_memory(&strip).map_err(PictureError::of)?;
    Ok(strip.into_rgb8())
}

/// The text in lines of at most `room` letters' heights; a word that is longer has a line of its own.
fn lines(text: &str, room: f64) -> Vec<String> {
    let width = |word: &str| -> f64 {
        let is_wide = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}');
        word.chars().map(|c| if is_wide(c) { WIDE } else { NARROW }).sum()
    };
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + NARROW + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stands_below_and_the_picture_is_as_it_was() {
        let picture = RgbImage::from_fn(640, 480, |x, y| Rgb([x as u8, y as u8, 7]));
        for credit in ["Photo: Team A / CC BY 4.0", "Фото: команда", "사진: 조사단"] {
            let whole = Strips::default().under(&picture, credit).unwrap();
            assert_eq!(whole.width(), 640);
            assert!((490..560).contains(&whole.height()), "{}", whole.height());
            let same = picture
                .enumerate_pixels()
                .all(|(x, y, pixel)| whole.get_pixel(x, y) == pixel);
            assert!(same);
            let dark = whole.rows().skip(480).flatten().filter(|pixel| pixel.0[0] < 128);
            assert!(dark.count() > 100, "{credit}");
        }
    }

    #[test]
    fn a_long_line_is_broken_between_words() {
        assert_eq!(lines("one two three", 5.0), ["one two", "three"]);
        assert_eq!(lines("", 5.0), Vec::<String>::new());
    }
}
