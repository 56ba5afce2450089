//! Finding transcriptions: wildcards over characters that may be uncertain, lost or struck out.
//!
//! `?` is exactly one character, `*` any run within a word, a backslash makes the next character literal.
//! Capitals don't matter; spaces, hyphens and dots are optional unless quoted. A query matches whole words,
//! so that `1?3` finds `113` and `7-113-2` but not `1133`; `*1?3*` finds any of them. Characters that look
//! the same in two scripts always match; those that are merely alike, when the query is loose. A [`Query`]
//! is compiled once and tried on many transcriptions; it costs the length of one times that of the other.

mod confusable;
mod corpus;
mod machine;

use std::ops::Range;

use self::confusable::{alike, fold, swapped};
pub use self::corpus::{Corpus, Match};
use self::machine::best;
use super::normalise::normalise;
use super::notation::Notation;

/// A compiled search.
///
/// ```
/// use witnessmark::reading::search::Query;
///
/// let query = Query::new("1?3", false);
/// assert_eq!(query.find("113").unwrap().rank, 1);
/// assert_eq!(query.find("11{3?}").unwrap().rank, 2);
/// assert!(query.find("1133").is_none());
/// ```
#[derive(Debug, Clone)]
pub struct Query {
    /// The query, and behind it those with one pair of letters taken for one letter or the reverse.
    patterns: Vec<Pattern>,
}

/// Where and how surely a query was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// 1: all characters certain; 2: through an uncertain, first or restored one, or struck out;
    /// 3: through a later choice or a merely similar one; 4: through missing ones.
    pub rank: u8,
    /// Whether any of it is struck out.
    pub struck: bool,
    /// Its bytes in the transcription.
    pub range: Range<usize>,
    /// The bytes of the parts that make the rank worse than 1, in order.
    pub uncertain: Vec<Range<usize>>,
}

/// One way to write the query.
#[derive(Debug, Clone)]
struct Pattern {
    elements: Vec<Element>,
    /// The best rank that it can give.
    rank: u8,
}

#[derive(Debug, Clone)]
struct Element {
    kind: Kind,
    /// Whether no separator may be skipped in front of it.
    tight: bool,
}

#[derive(Debug, Clone)]
enum Kind {
    /// A character in its folded form, and those that are alike if the query is loose.
    Literal(char, Vec<char>),
    /// `?`
    One,
    /// `*`
    Any,
    /// A space, hyphen or dot that may as well be missing.
    Separator,
}

impl Query {
    /// Compiles a query; `loose` lets similar characters match (`З` and `3`).
    #[must_use]
    pub fn new(query: &str, loose: bool) -> Self {
        let query = normalise(query.trim());
        let mut texts = vec![(query.clone(), 1)];
        if loose {
            texts.extend(swapped(&query).map(|text| (text, 3)));
        }
        let patterns = texts
            .into_iter()
            .map(|(text, rank)| Pattern {
                elements: elements(&text, loose),
                rank,
            })
            // A query of wildcards for any run alone asks for nothing.
            .filter(|pattern| {
                let wanted = |kind: &Kind| matches!(kind, Kind::Literal(..) | Kind::One);
                pattern.elements.iter().any(|element| wanted(&element.kind))
            })
            .collect();
        Self { patterns }
    }

    /// Looks for the query in a transcription. A text that is none is taken literally.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Found> {
        let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
        self.find_in(&notation)
    }

    /// Looks for the query in a transcription; the best match counts.
    #[must_use]
    pub fn find_in(&self, notation: &Notation) -> Option<Found> {
        best(&self.patterns, notation)
    }
}

fn elements(query: &str, loose: bool) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut quoted = false;
    let mut chars = query.chars();
    while let Some(c) = chars.next() {
        let literal = |c: char| {
            let like = if loose { alike(c) } else { Vec::new() };
            Kind::Literal(fold(c), like)
        };
        let kind = match c {
            '"' => {
                quoted = !quoted;
                continue;
            }
            '\\' => literal(chars.next().unwrap_or('\\')),
            '?' => Kind::One,
            '*' => Kind::Any,
            _ if is_separator(c) && !quoted => Kind::Separator,
            _ => literal(c),
        };
        let last = elements.last().map(|element| &element.kind);
        let repeated = match kind {
            Kind::Separator => matches!(last, None | Some(Kind::Separator)),
            Kind::Any => matches!(last, Some(Kind::Any)),
            _ => false,
        };
        if !repeated {
            elements.push(Element { kind, tight: quoted });
        }
    }
    if elements
        .last()
        .is_some_and(|last| matches!(last.kind, Kind::Separator))
    {
        elements.pop();
    }
    elements
}

/// The text with letters that have one shape in two scripts written as the Latin ones.
#[must_use]
pub fn in_one_script(text: &str) -> String {
    text.chars().map(confusable::shape).collect()
}

/// Characters that a query may leave out.
const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '.')
}

#[cfg(test)]
mod tests;
