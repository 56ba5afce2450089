//! Where the characters of a mark are to be looked for in its region.
//!
//! A transcription says which characters there are and in which lines; where each of them lies can be estimated from
//! that alone, for a region is drawn close around its mark. The estimate is good enough to lay the same character of
//! many marks side by side; nobody measures by it.

use super::normalise::normalise;
use super::notation::{Glyph, ItemKind, Notation, Orientation};

/// A character and where it is expected.
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphPlace {
    /// The character in its comparable form: digits of all scripts as 0 to 9.
    pub character: char,
    /// Its first byte in the transcription.
    pub at: usize,
    /// Left, top, width, height as shares of the region's sides.
    pub area: [f32; 4],
    /// Degrees clockwise by which it is turned in the region: 0, 90, 180 or 270.
    pub turn: u16,
}

/// The width of a cell, in widths of a digit.
fn width_of(glyph: Glyph) -> f32 {
    match glyph {
        Glyph::Char('.' | ',' | ':' | ';' | '\'' | '|' | '!') => 0.5,
        // Hangul, Han, kana and full-width forms fill a square.
        Glyph::Char(
            '\u{1100}'..='\u{11ff}'
            | '\u{2e80}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}',
        ) => 1.7,
        Glyph::Char(_) => 1.0,
        Glyph::Gap(extent) => f32::from(extent.least.max(1)),
        Glyph::Apart | Glyph::LineBreak | Glyph::FaceBreak => 0.0,
    }
}

/// The characters of a transcription, each where it is expected in a region that is drawn close around the mark: every
/// line as high as the others, digits and letters as wide as each other. Of several choices the preferred one counts;
/// nothing is said of what runs around a rim, nor of lines that run in different directions. Where `is_upright`, the
/// region is shown turned so that one can read it, whatever the transcription says of its direction.
///
/// ```
/// use witnessmark::reading::Notation;
/// use witnessmark::reading::glyphs::glyph_places;
///
/// let places = glyph_places(&Notation::parse("1{.}3").unwrap(), false);
/// assert_eq!(places.len(), 2);
/// assert_eq!((places[1].character, places[1].area), ('3', [2.0 / 3.0, 0.0, 1.0 / 3.0, 1.0]));
/// ```
#[must_use]
pub fn glyph_places(notation: &Notation, is_upright: bool) -> Vec<GlyphPlace> {
    let Some(turn) = direction(notation) else {
        return Vec::new();
    };
    let turn = if is_upright { 0 } else { turn };
    let variants = notation.variants();
    let Some(cells) = variants.all.first() else {
        return Vec::new();
    };
    let is_break = |glyph: Glyph| matches!(glyph, Glyph::LineBreak | Glyph::FaceBreak);
    let lines: Vec<_> = cells
        .split(|cell| is_break(cell.glyph))
        .filter(|line| line.iter().any(|cell| width_of(cell.glyph) > 0.0))
        .collect();
    let height = 1.0 / lines.len().max(1) as f32;
    let mut places = Vec::new();
    for (nth, line) in lines.iter().enumerate() {
        // Spaces at the ends of a line take no room on the part.
        let is_space = |glyph: Glyph| matches!(glyph, Glyph::Char(c) if c.is_whitespace());
        let first = line
            .iter()
            .position(|cell| !is_space(cell.glyph) && width_of(cell.glyph) > 0.0);
        let last = line
            .iter()
            .rposition(|cell| !is_space(cell.glyph) && width_of(cell.glyph) > 0.0);
        let (Some(first), Some(last)) = (first, last) else {
            continue;
        };
        let line = &line[first..=last];
        let whole: f32 = line.iter().map(|cell| width_of(cell.glyph)).sum();
        let mut left = 0.0;
        for cell in line {
            let width = width_of(cell.glyph) / whole;
            if let Glyph::Char(c) = cell.glyph
                && let Some(character) = normalise(&c.to_string()).chars().next()
                && !character.is_whitespace()
            {
                places.push(GlyphPlace {
                    character,
                    at: cell.span.start,
                    area: turned([left, nth as f32 * height, width, height], turn),
                    turn,
                });
            }
            left += width;
        }
    }
    places
}

/// How all of it runs, in degrees clockwise; `None` where lines run in different directions, or around a rim.
fn direction(notation: &Notation) -> Option<u16> {
    let mut turn = None;
    let mut has_begun = false;
    for item in notation.items() {
        let stated = match item.kind {
            ItemKind::Orientation(Orientation::Arc) => return None,
            ItemKind::Orientation(Orientation::Quarter) => 90,
            ItemKind::Orientation(Orientation::Half) => 180,
            ItemKind::Orientation(Orientation::ThreeQuarters) => 270,
            ItemKind::LineBreak | ItemKind::FaceBreak | ItemKind::Hand(_) => continue,
            _ => {
                has_begun = true;
                continue;
            }
        };
        if turn.is_some_and(|turn| turn != stated) || (turn.is_none() && has_begun) {
            return None;
        }
        turn = Some(stated);
    }
    Some(turn.unwrap_or(0))
}

/// An area of upright writing in a region in which that writing is turned clockwise.
fn turned([x, y, w, h]: [f32; 4], turn: u16) -> [f32; 4] {
    match turn {
        90 => [1.0 - y - h, x, h, w],
        180 => [1.0 - x - w, 1.0 - y - h, w, h],
        270 => [y, 1.0 - x - w, h, w],
        _ => [x, y, w, h],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(text: &str) -> Vec<(char, [f32; 4])> {
        let notation = Notation::parse(text).unwrap();
        glyph_places(&notation, false)
            .into_iter()
            .map(|place| (place.character, place.area))
            .collect()
    }

    #[test]
    fn three_digits_share_the_width() {
        let third = 1.0 / 3.0;
        let found = places("113");
        assert_eq!(found.iter().map(|(c, _)| *c).collect::<String>(), "113");
        for (nth, (_, [x, y, w, h])) in found.into_iter().enumerate() {
            assert!((x - nth as f32 * third).abs() < 1e-6 && (w - third).abs() < 1e-6);
            assert_eq!((y, h), (0.0, 1.0));
        }
    }

    #[test]
    fn lines_share_the_height_and_gaps_take_room() {
        assert_eq!(places("12|{.}4")[2], ('4', [0.5, 0.5, 0.5, 0.5]));
        assert_eq!(places("[.2]3")[0], ('3', [2.0 / 3.0, 0.0, 1.0 / 3.0, 1.0]));
    }

    #[test]
    fn writing_that_runs_down_is_found_from_the_top() {
        let notation = Notation::parse("@90 12").unwrap();
        let found = glyph_places(&notation, false);
        assert_eq!((found[0].area, found[0].turn), ([0.0, 0.0, 1.0, 0.5], 90));
        assert_eq!(found[1].area, [0.0, 0.5, 1.0, 0.5]);
        assert_eq!(glyph_places(&notation, true)[1].area, [0.5, 0.0, 0.5, 1.0]);
        assert_eq!(places("@180 12")[0].1, [0.5, 0.0, 0.5, 1.0]);
        assert_eq!(places("@270 12")[0].1, [0.0, 0.5, 1.0, 0.5]);
    }

    #[test]
    fn nothing_is_said_of_a_rim_or_of_several_directions() {
        assert_eq!(places("@arc 188"), []);
        assert_eq!(places("12|@90 34"), []);
    }

    #[test]
    fn digits_of_other_scripts_are_the_same_characters() {
        let found: String = places("۱۴۰۲").into_iter().map(|(c, _)| c).collect();
        assert_eq!(found, "1402");
    }

    proptest! {
        #[test]
        fn every_character_lies_within_the_region(text in "([0-9A-C가 .|-]|\\{3\\?\\}|\\{1/7\\}|\\{\\.\\}|\\[1\\]|<x>){0,9}") {
            if let Ok(notation) = Notation::parse(&text) {
                for GlyphPlace { area: [x, y, w, h], .. } in glyph_places(&notation, false) {
                    prop_assert!(w > 0.0 && h > 0.0);
                    prop_assert!(x > -1e-4 && y > -1e-4 && x + w < 1.0001 && y + h < 1.0001);
                }
            }
        }
    }
}
