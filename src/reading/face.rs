//! The writing of one face in its comparable form, which still knows where each character came from and how
//! sure it is.

use std::ops::Range;

use super::normalise::mapped;
use super::notation::{Cell, Certainty, Glyph};

/// Stands for missing characters of which there is at least one.
const GAP: char = '\u{E000}';
/// Stands for missing characters that may also be none.
const OPEN_GAP: char = '\u{E001}';

/// The writing of one face.
#[derive(Debug)]
pub struct Face<'a> {
    text: String,
    /// The cell of each character of `text`, with the byte at which the character begins.
    origins: Vec<(usize, &'a Cell)>,
}

/// How sure a piece of writing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The least certain of its characters.
    pub certainty: Certainty,
    /// Whether any of it is struck out.
    pub struck: bool,
    /// Whether it stands next to missing characters that may belong to it.
    pub beside_gap: bool,
    /// Its bytes in the transcription.
    pub span: Range<usize>,
}

/// A piece of writing with white space, a line's end, or an end, on either side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Its characters, without open gaps at its ends.
    pub text: &'a str,
    /// Its bytes in the face's text.
    pub range: Range<usize>,
}

impl<'a> Face<'a> {
    /// The faces of one variant, in order.
    pub fn all(variant: &'a [Cell]) -> Vec<Self> {
        variant
            .split(|cell| cell.glyph == Glyph::FaceBreak)
            .map(Self::new)
            .collect()
    }

    fn new(cells: &'a [Cell]) -> Self {
        let chars = cells.iter().map(|cell| {
            let c = match cell.glyph {
                // Private-use characters have no meaning that a rule could know.
                Glyph::Char(GAP | OPEN_GAP) => '\u{FFFD}',
                // What a reader typed as a space is one; only breaks are lines.
                Glyph::Char('\n') | Glyph::Apart | Glyph::FaceBreak => ' ',
                Glyph::Char(c) => c,
                Glyph::Gap(extent) if extent.least == 0 => OPEN_GAP,
                Glyph::Gap(_) => GAP,
                Glyph::LineBreak => '\n',
            };
            (c, cell)
        });
        let mut text = String::new();
        let mut origins = Vec::with_capacity(cells.len());
        for (c, cell) in mapped(chars) {
            origins.push((text.len(), cell));
            text.push(c);
        }
        Self { text, origins }
    }

    /// Its comparable form; lines end with a new line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its tokens. One with missing characters inside is none, for nobody knows what it is.
    pub fn tokens(&self) -> impl Iterator<Item = Token<'_>> {
        let mut next = 0;
        self.text
            .split([' ', '\n'])
            .map(move |word| {
                let from = next;
                next += word.len() + 1;
                let text = word.trim_start_matches(OPEN_GAP);
                let from = from + word.len() - text.len();
                let text = text.trim_end_matches(OPEN_GAP);
                Token {
                    text,
                    range: from..from + text.len(),
                }
            })
            .filter(|token| !token.text.is_empty() && !token.text.contains([GAP, OPEN_GAP]))
    }

    /// The character before and the one behind a piece.
    pub fn around(&self, range: &Range<usize>) -> (Option<char>, Option<char>) {
        let before = self
            .text
            .get(..range.start)
            .and_then(|text| text.chars().next_back());
        let behind = self.text.get(range.end..).and_then(|text| text.chars().next());
        (before, behind)
    }

    /// Whether a piece is not the inside of a longer number or word.
    pub fn stands_alone(&self, range: &Range<usize>) -> bool {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == GAP);
        let (before, behind) = self.around(range);
        !joins(before) && !joins(behind)
    }

    /// The characters of a piece as they were transcribed.
    pub fn written(&self, range: &Range<usize>) -> impl Iterator<Item = char> {
        self.origins
            .iter()
            .filter(|(at, _)| range.contains(at))
            .filter_map(|(_, cell)| match cell.glyph {
                Glyph::Char(c) => Some(c),
                _ => None,
            })
    }

    /// The whole and, where there are several, each of its lines, with where they begin; without white space
    /// at the ends.
    pub fn lines(&self) -> Vec<Token<'_>> {
        let mut lines = vec![trimmed(&self.text, 0)];
        if self.text.contains('\n') {
            let mut next = 0;
            for line in self.text.split('\n') {
                lines.push(trimmed(line, next));
                next += line.len() + 1;
            }
        }
        lines.retain(|line| !line.text.is_empty() && !line.text.contains([GAP, OPEN_GAP]));
        lines
    }

    /// How sure a piece is.
    pub fn doubt(&self, range: &Range<usize>) -> Doubt {
        let cells = || {
            self.origins
                .iter()
                .filter(|(at, _)| range.contains(at))
                .map(|(_, cell)| *cell)
        };
        let (before, behind) = self.around(range);
        let gap = |c: Option<char>| c.is_some_and(|c| c == GAP || c == OPEN_GAP);
        let start = cells().map(|cell| cell.span.start).min().unwrap_or(0);
        let end = cells().map(|cell| cell.span.end).max().unwrap_or(start);
        Doubt {
            certainty: cells()
                .map(|cell| cell.certainty)
                .max()
                .unwrap_or(Certainty::Clear),
            struck: cells().any(|cell| cell.struck),
            beside_gap: gap(before) || gap(behind),
            span: start..end,
        }
    }
}

/// `text`, which begins at byte `at` of its face, without white space at its ends.
fn trimmed(text: &str, at: usize) -> Token<'_> {
    let from = at + text.len() - text.trim_start().len();
    let text = text.trim();
    Token {
        text,
        range: from..from + text.len(),
    }
}
