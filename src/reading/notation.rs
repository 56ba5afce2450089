//! The field notation: how a person writes down what is legible on a mark, and what is not.
//!
//! It follows the Leiden conventions and `EpiDoc` in what it can say, but not in its signs, because dots,
//! slashes and parentheses are real characters on parts. Everything is literal except
//! `[ ] { } < > | @ \`; a backslash makes any of these literal.
//!
//! | typed | meaning |
//! |---|---|
//! | `11{3?}` | the 3 is uncertain |
//! | `11{3/8}` | 3 or 8, the first preferred |
//! | `1{.}3`, `{.2-3}`, `{.?}` | one, two to three, an unknown number of illegible characters |
//! | `[.3]254`, `[.?]` | three characters, or an unknown number, lost with the metal |
//! | `[1]13` | a lost 1 that the reader restored |
//! | a bar or a new line; two bars | the next line; the next face |
//! | `@90 2317`, `@arc`; `@hand`, `@stencil` … | how the writing runs; how it was made |
//! | `<star in circle>` | a symbol, logo, stamp or machine code, described |
//! | `[[112]] 113` | struck out or overstamped but readable |

mod explain;
mod parse;
mod print;
mod variants;

use std::ops::Range;
use std::str::FromStr;

pub use explain::Explanation;
pub use parse::{NotationError, NotationProblem};
pub use variants::{Cell, Certainty, Glyph, MOST_VARIANTS, Variants};

/// A transcription in the field notation.
///
/// ```
/// use witnessmark::reading::notation::Notation;
///
/// let mark = Notation::parse("11{3/8}").unwrap();
/// let texts: Vec<String> = mark.variants().texts().collect();
/// assert_eq!(texts, ["113", "118"]);
/// assert_eq!(mark.to_string(), "11{3/8}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notation {
    text: String,
    items: Vec<Item>,
}

/// One thing that the transcription says, and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub kind: ItemKind,
    /// Whether it is struck out or overstamped (`[[…]]`).
    pub struck: bool,
    /// Its bytes in the text that was parsed.
    pub span: Range<usize>,
}

/// What a transcription can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// A character that is plain to see.
    Clear(char),
    /// `{3?}`: read so, but not certain.
    Uncertain(String),
    /// `{3/8}`: one of these, the first preferred; two or more.
    Choice(Vec<String>),
    /// `{.}`: traces that can't be read.
    Illegible(Extent),
    /// `[.3]`: the material is gone.
    Lost(Extent),
    /// `[1]`: lost, and restored by the reader.
    Restored(String),
    /// `<star>`: a symbol, described.
    Symbol(String),
    /// The next line.
    LineBreak,
    /// The next face or zone.
    FaceBreak,
    /// How the line runs from here.
    Orientation(Orientation),
    /// How the writing was made from here on.
    Hand(Hand),
}

/// How many characters are missing; at most [`Extent::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Extent {
    /// At least so many.
    pub least: u8,
    /// At most so many; `None` when that is not known.
    pub most: Option<u8>,
}

impl Extent {
    /// The largest number of missing characters that can be written.
    pub const MOST: u8 = 99;

    /// `?`: any number, or none.
    pub const UNKNOWN: Self = Self { least: 0, most: None };

    /// Exactly so many.
    #[must_use]
    pub const fn exactly(count: u8) -> Self {
        Self {
            least: count,
            most: Some(count),
        }
    }
}

/// How a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// Turned by 90 degrees.
    Quarter,
    /// Upside down.
    Half,
    /// Turned by 270 degrees.
    ThreeQuarters,
    /// Around a rim.
    Arc,
}

/// How writing was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hand {
    /// Written by hand.
    Hand,
    /// Painted through a stencil.
    Stencil,
    /// Printed on a label.
    Label,
    /// Burnt by a laser.
    Laser,
    /// Stamped.
    Stamp,
    /// Etched.
    Etch,
}

/// The words behind `@`, in the order in which they are offered.
pub const ORIENTATIONS: [(&str, Orientation); 4] = [
    ("90", Orientation::Quarter),
    ("180", Orientation::Half),
    ("270", Orientation::ThreeQuarters),
    ("arc", Orientation::Arc),
];

/// The words behind `@` for how writing was made.
pub const HANDS: [(&str, Hand); 6] = [
    ("hand", Hand::Hand),
    ("stencil", Hand::Stencil),
    ("label", Hand::Label),
    ("laser", Hand::Laser),
    ("stamp", Hand::Stamp),
    ("etch", Hand::Etch),
];

/// What a coloured span of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpanKind {
    /// `{3?}`
    Uncertain,
    /// `{3/8}`
    Choice,
    /// `{.}`
    Illegible,
    /// `[.3]`
    Lost,
    /// `[1]`
    Restored,
    /// `[[112]]`
    Struck,
    /// `<star>`
    Symbol,
    /// A line or face break.
    Break,
    /// `@90`, `@hand`
    Direction,
}

/// A part of the text that is shown in its own colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: SpanKind,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Notation {
    /// Reads a transcription.
    ///
    /// # Errors
    /// Says what is wrong and at which byte: brackets that don't balance, braces within braces.
    pub fn parse(text: &str) -> Result<Self, NotationError> {
        let items = parse::parse(text)?;
        Ok(Self {
            text: text.to_owned(),
            items,
        })
    }

    /// A text in which every character is plain to see, whatever it is.
    #[must_use]
    pub fn literal(text: &str) -> Self {
        let items = text
            .char_indices()
            .map(|(at, c)| Item {
                kind: ItemKind::Clear(c),
                struck: false,
                span: at..at + c.len_utf8(),
            })
            .collect();
        Self {
            text: text.to_owned(),
            items,
        }
    }

    /// The text that was parsed, as it was typed.
    #[must_use]
    pub fn as_typed(&self) -> &str {
        &self.text
    }

    /// What it says, in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The parts of the text that are more than plain characters, in order and without overlap.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for item in &self.items {
            let kind = match item.kind {
                _ if item.struck => SpanKind::Struck,
                ItemKind::Clear(_) => continue,
                ItemKind::Uncertain(_) => SpanKind::Uncertain,
                ItemKind::Choice(_) => SpanKind::Choice,
                ItemKind::Illegible(_) => SpanKind::Illegible,
                ItemKind::Lost(_) => SpanKind::Lost,
                ItemKind::Restored(_) => SpanKind::Restored,
                ItemKind::Symbol(_) => SpanKind::Symbol,
                ItemKind::LineBreak | ItemKind::FaceBreak => SpanKind::Break,
                ItemKind::Orientation(_) | ItemKind::Hand(_) => SpanKind::Direction,
            };
            match spans.last_mut() {
                Some(last)
                    if kind == SpanKind::Struck && last.kind == kind && last.range.end == item.span.start =>
                {
                    last.range.end = item.span.end;
                }
                _ => spans.push(Span {
                    kind,
                    range: item.span.clone(),
                }),
            }
        }
        spans
    }
}

impl FromStr for Notation {
    type Err = NotationError;

    fn from_str(text: &str) -> Result<Self, NotationError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests;
