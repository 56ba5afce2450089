//! How well a photo shows a mark: how many pixels a character of it has.

use super::notation::{ItemKind, Notation};

/// A character is seen close from so many pixels on. Printed text is rated excellent (quality index 8.0) when twice as
/// many pixels stand on the height of its smallest character, in shades of grey or colour: *Moving Theory into Practice:
/// Digital Imaging Tutorial*, Cornell University Library, [Conversion](http://preservationtutorial.library.cornell.edu/tutorial/conversion/conversion-04.html).
/// A worn stamp needs no less.
pub const CLOSE: u32 = 16;

/// A mark is seen from afar, so that one sees where on the piece it is, when its region is at most this part of the
/// photo's area.
pub const WIDE: f64 = 0.1;

/// How many characters the longest line of a transcription has, and how many lines there are.
#[must_use]
pub fn extent(notation: &Notation) -> (u32, u32) {
    let (mut longest, mut lines, mut here) = (0_usize, 1_u32, 0_usize);
    for item in notation.items() {
        here += match &item.kind {
            ItemKind::Clear(_) | ItemKind::Symbol(_) => 1,
            ItemKind::Uncertain(text) | ItemKind::Restored(text) => text.chars().count(),
            ItemKind::Choice(choices) => choices.first().map_or(0, |first| first.chars().count()),
            ItemKind::Illegible(extent) | ItemKind::Lost(extent) => usize::from(extent.least.max(1)),
            ItemKind::LineBreak | ItemKind::FaceBreak => {
                lines += 1;
                here = 0;
                0
            }
            ItemKind::Orientation(_) | ItemKind::Hand(_) => 0,
        };
        longest = longest.max(here);
    }
    (u32::try_from(longest).unwrap_or(u32::MAX), lines)
}

/// How many pixels a character has in a region of `width` by `height` pixels that shows a mark: across it or along the
/// line, whichever is fewer. The mark may run along either side. `None` when the transcription has no character.
///
/// ```
/// use witnessmark::reading::Notation;
/// use witnessmark::reading::legibility::pixels_per_character;
///
/// let mark = Notation::parse("11{3?}").unwrap();
/// assert_eq!(pixels_per_character(120, 60, &mark), Some(40));
/// assert_eq!(pixels_per_character(60, 120, &mark), Some(40));
/// ```
#[must_use]
pub fn pixels_per_character(width: u32, height: u32, notation: &Notation) -> Option<u32> {
    let (longest, lines) = extent(notation);
    let along = |length: u32, across: u32| Some(length.checked_div(longest)?.min(across / lines));
    along(width, height).max(along(height, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(width: u32, height: u32, text: &str) -> Option<u32> {
        pixels_per_character(width, height, &Notation::parse(text).unwrap())
    }

    #[test]
    fn the_longest_line_and_the_number_of_lines_say_how_large_a_character_is() {
        assert_eq!(extent(&Notation::parse("SN 00452|LOT 2317").unwrap()), (8, 2));
        assert_eq!(pixels(160, 40, "SN 00452|LOT 2317"), Some(20));
        assert_eq!(pixels(160, 20, "SN 00452|LOT 2317"), Some(10));
        assert_eq!(pixels(90, 30, "113"), Some(30));
    }

    #[test]
    fn what_is_lost_or_uncertain_has_its_place_and_nothing_has_no_size() {
        assert_eq!(extent(&Notation::parse("[.3]25{4/9}").unwrap()), (6, 1));
        assert_eq!(extent(&Notation::parse("<star> 7").unwrap()), (3, 1));
        assert_eq!(pixels(100, 100, ""), None);
    }
}
