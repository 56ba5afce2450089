//! The strings that a transcription allows: each choice taken in turn, with what is doubtful still marked.

use std::ops::Range;

use super::super::normalise::normalise;
use super::{Extent, ItemKind, Notation};

/// No more variants than these are made; the preferred ones come first.
pub const MOST_VARIANTS: usize = 200;

/// One place of a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands there.
    pub glyph: Glyph,
    /// How sure that is.
    pub certainty: Certainty,
    /// Whether it is struck out or overstamped.
    pub struck: bool,
    /// The bytes of the transcription that say so.
    pub span: Range<usize>,
}

/// What stands in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// A character.
    Char(char),
    /// Characters that are illegible or lost.
    Gap(Extent),
    /// A symbol, or a change of hand or direction: writing on either side is not one word.
    Apart,
    /// The next line.
    LineBreak,
    /// The next face.
    FaceBreak,
}

/// How sure a character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Plain to see.
    Clear,
    /// Uncertain, or the first of several.
    Likely,
    /// Lost, and restored by the reader.
    Restored,
    /// A later one of several.
    Possible,
    /// Missing.
    Gap,
}

/// The strings that a transcription allows, the preferred one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variants {
    /// Each is the whole transcription.
    pub all: Vec<Vec<Cell>>,
    /// Whether there would have been more than [`MOST_VARIANTS`].
    pub capped: bool,
}

impl Variants {
    /// The variants as texts; a gap shows as `□`, breaks as new lines.
    pub fn texts(&self) -> impl Iterator<Item = String> + '_ {
        self.all.iter().map(|cells| {
            cells
                .iter()
                .filter_map(|cell| match cell.glyph {
                    Glyph::Char(c) => Some(c),
                    Glyph::Gap(_) => Some('□'),
                    Glyph::Apart => None,
                    Glyph::LineBreak | Glyph::FaceBreak => Some('\n'),
                })
                .collect()
        })
    }
}

impl Notation {
    /// The likeliest text on one line, in its comparable form: marks of which it is the same are written alike. A gap
    /// shows as `□`.
    #[must_use]
    pub fn preferred(&self) -> String {
        let first = self.variants().texts().next().unwrap_or_default();
        normalise(first.replace('\n', " ").trim())
    }

    /// The strings that it allows.
    #[must_use]
    pub fn variants(&self) -> Variants {
        let mut all: Vec<Vec<Cell>> = vec![Vec::with_capacity(self.items.len())];
        let mut capped = false;
        for item in &self.items {
            let cell = |glyph, certainty| Cell {
                glyph,
                certainty,
                struck: item.struck,
                span: item.span.clone(),
            };
            let chars = |text: &str, certainty| {
                text.chars()
                    .map(|c| cell(Glyph::Char(c), certainty))
                    .collect::<Vec<_>>()
            };
            let piece = match &item.kind {
                ItemKind::Choice(choices) => {
                    let before = std::mem::take(&mut all);
                    capped |= before.len() * choices.len() > MOST_VARIANTS;
                    // The first choice of every variant before the second of any: were the list cut, what
                    // the reader thought likeliest stays.
                    all = choices
                        .iter()
                        .enumerate()
                        .flat_map(|(nth, choice)| {
                            let certainty = if nth == 0 {
                                Certainty::Likely
                            } else {
                                Certainty::Possible
                            };
                            let piece = chars(choice, certainty);
                            before
                                .iter()
                                .map(move |start| [start.as_slice(), &piece].concat())
                        })
                        .take(MOST_VARIANTS)
                        .collect();
                    continue;
                }
                ItemKind::Clear(c) => vec![cell(Glyph::Char(*c), Certainty::Clear)],
                ItemKind::Uncertain(text) => chars(text, Certainty::Likely),
                ItemKind::Restored(text) => chars(text, Certainty::Restored),
                ItemKind::Illegible(extent) | ItemKind::Lost(extent) => {
                    vec![cell(Glyph::Gap(*extent), Certainty::Gap)]
                }
                ItemKind::Symbol(_) | ItemKind::Orientation(_) | ItemKind::Hand(_) => {
                    vec![cell(Glyph::Apart, Certainty::Clear)]
                }
                ItemKind::LineBreak => vec![cell(Glyph::LineBreak, Certainty::Clear)],
                ItemKind::FaceBreak => vec![cell(Glyph::FaceBreak, Certainty::Clear)],
            };
            for variant in &mut all {
                variant.extend_from_slice(&piece);
            }
        }
        Variants { all, capped }
    }
}
