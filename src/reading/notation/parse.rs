//! From typed text to what it says.

use std::ops::Range;

use thiserror::Error;

use super::{Extent, HANDS, Item, ItemKind, ORIENTATIONS};
use crate::text::{t, tf};

/// Why a text is no transcription, and at which byte.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{problem}")]
pub struct NotationError {
    /// What is wrong.
    pub problem: NotationProblem,
    /// The byte at which it is wrong; a character boundary, at most the length of the text.
    pub at: usize,
}

/// What can be wrong in a transcription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotationProblem {
    /// `[`, `[[`, `{` or `<` is never closed.
    #[error("{}", tf("reading-notation-unclosed", &[("open", (*open).into()), ("close", (*close).into())]))]
    Unclosed {
        /// The opening sign.
        open: &'static str,
        /// What is missing.
        close: &'static str,
    },
    /// `]`, `}` or `>` closes nothing.
    #[error("{}", tf("reading-notation-unopened", &[("close", close.to_string().into())]))]
    Unopened {
        /// The sign.
        close: char,
    },
    /// A sign that may not stand inside these brackets.
    #[error("{}", tf("reading-notation-nested", &[("inner", inner.to_string().into()), ("outer", (*outer).into())]))]
    Nested {
        /// The sign.
        inner: char,
        /// The bracket that it is in.
        outer: &'static str,
    },
    /// Nothing between the brackets.
    #[error("{}", t("reading-notation-empty"))]
    Empty,
    /// Braces that hold neither a `?` nor a `/`.
    #[error("{}", t("reading-notation-braces"))]
    Braces,
    /// The number of missing characters can't be read.
    #[error("{}", tf("reading-notation-extent", &[("most", Extent::MOST.into())]))]
    Extent,
    /// `@` and a word that is not known.
    #[error("{}", t("reading-notation-direction"))]
    Direction,
    /// A backslash with nothing behind it.
    #[error("{}", t("reading-notation-escape"))]
    Escape,
}

type Parsed<T> = Result<T, NotationError>;

const fn wrong<T>(problem: NotationProblem, at: usize) -> Parsed<T> {
    Err(NotationError { problem, at })
}

pub(super) fn parse(text: &str) -> Parsed<Vec<Item>> {
    let mut parser = Parser {
        text,
        at: 0,
        items: Vec::new(),
        struck_from: None,
    };
    while parser.step()? {}
    match parser.struck_from {
        Some(at) => wrong(
            NotationProblem::Unclosed {
                open: "[[",
                close: "]]",
            },
            at,
        ),
        None => Ok(parser.items),
    }
}

struct Parser<'a> {
    text: &'a str,
    /// The next byte.
    at: usize,
    items: Vec<Item>,
    /// Where the `[[` that we are in stands.
    struck_from: Option<usize>,
}

/// A character inside brackets, and whether a backslash made it literal.
type Inner = (char, bool);

impl Parser<'_> {
    /// Reads one item; whether there was one.
    fn step(&mut self) -> Parsed<bool> {
        let from = self.at;
        let rest = &self.text[from..];
        let Some(first) = rest.chars().next() else {
            return Ok(false);
        };
        match first {
            '[' if rest.starts_with("[[") && self.struck_from.is_none() => {
                self.at += 2;
                if self.text[self.at..].starts_with("]]") {
                    return wrong(NotationProblem::Empty, from);
                }
                self.struck_from = Some(from);
            }
            ']' if rest.starts_with("]]") && self.struck_from.is_some() => {
                self.at += 2;
                self.struck_from = None;
                if let Some(last) = self.items.last_mut() {
                    last.span.end = self.at;
                }
            }
            '[' => {
                let inner = self.inside("[", "]", "")?;
                let kind = brackets(&inner, from)?;
                self.push(kind, from);
            }
            '{' => {
                let inner = self.inside("{", "}", "")?;
                let kind = braces(&inner, from)?;
                self.push(kind, from);
            }
            '<' => {
                let inner = self.inside("<", ">", "[]{}|@")?;
                let words: String = inner.iter().map(|(c, _)| c).collect();
                self.push(ItemKind::Symbol(words), from);
            }
            ']' | '}' | '>' => return wrong(NotationProblem::Unopened { close: first }, from),
            '|' if rest.starts_with("||") => {
                self.at += 2;
                self.push(ItemKind::FaceBreak, from);
            }
            '|' | '\n' | '\r' => {
                self.at += if rest.starts_with("\r\n") { 2 } else { 1 };
                self.push(ItemKind::LineBreak, from);
            }
            '@' => {
                let word: &str = rest[1..]
                    .split(|c: char| !c.is_alphanumeric())
                    .next()
                    .unwrap_or("");
                let kind = direction(word).ok_or(NotationError {
                    problem: NotationProblem::Direction,
                    at: from,
                })?;
                self.at += 1 + word.len();
                if self.text[self.at..].starts_with(' ') {
                    self.at += 1;
                }
                self.push(kind, from);
            }
            '\\' => {
                let literal = self.escaped()?;
                self.push(ItemKind::Clear(literal), from);
            }
            literal => {
                self.at += literal.len_utf8();
                self.push(ItemKind::Clear(literal), from);
            }
        }
        Ok(true)
    }

    fn push(&mut self, kind: ItemKind, from: usize) {
        // The opening `[[` belongs to the first item that it strikes out.
        let first_struck = self.struck_from.filter(|open| open + 2 == from);
        let span: Range<usize> = first_struck.unwrap_or(from)..self.at;
        self.items.push(Item {
            kind,
            struck: self.struck_from.is_some(),
            span,
        });
    }

    /// The character behind a backslash.
    fn escaped(&mut self) -> Parsed<char> {
        match self.text[self.at + 1..].chars().next() {
            None | Some('\n' | '\r') => wrong(NotationProblem::Escape, self.at),
            Some(literal) => {
                self.at += 1 + literal.len_utf8();
                Ok(literal)
            }
        }
    }

    /// The characters up to `close`. Of the notation's signs only those of `allowed` may stand among them.
    fn inside(&mut self, open: &'static str, close: &'static str, allowed: &str) -> Parsed<Vec<Inner>> {
        let from = self.at;
        self.at += open.len();
        let mut inner = Vec::new();
        while let Some(c) = self.text[self.at..].chars().next() {
            if self.text[self.at..].starts_with(close) {
                self.at += close.len();
                return if inner.is_empty() {
                    wrong(NotationProblem::Empty, from)
                } else {
                    Ok(inner)
                };
            }
            match c {
                '\\' => inner.push((self.escaped()?, true)),
                '\n' | '\r' => break,
                '[' | ']' | '{' | '}' | '<' | '>' | '|' | '@' if !allowed.contains(c) => {
                    return wrong(
                        NotationProblem::Nested {
                            inner: c,
                            outer: open,
                        },
                        self.at,
                    );
                }
                _ => {
                    self.at += c.len_utf8();
                    inner.push((c, false));
                }
            }
        }
        wrong(NotationProblem::Unclosed { open, close }, from)
    }
}

fn direction(word: &str) -> Option<ItemKind> {
    let orientation = ORIENTATIONS.iter().find(|(name, _)| *name == word);
    let hand = || HANDS.iter().find(|(name, _)| *name == word);
    orientation
        .map(|(_, orientation)| ItemKind::Orientation(*orientation))
        .or_else(|| hand().map(|(_, hand)| ItemKind::Hand(*hand)))
}

/// `[.3]` or `[abc]`.
fn brackets(inner: &[Inner], at: usize) -> Parsed<ItemKind> {
    match inner {
        [('.', false), rest @ ..] => extent(rest, at).map(ItemKind::Lost),
        _ => Ok(ItemKind::Restored(inner.iter().map(|(c, _)| c).collect())),
    }
}

/// `{.2}`, `{3?}` or `{3/8}`.
fn braces(inner: &[Inner], at: usize) -> Parsed<ItemKind> {
    if let [('.', false), rest @ ..] = inner {
        return extent(rest, at).map(ItemKind::Illegible);
    }
    let collect = |part: &[Inner]| part.iter().map(|(c, _)| c).collect::<String>();
    let plain = |part: &[Inner]| !part.contains(&('?', false));
    let choices: Vec<&[Inner]> = inner.split(|c| *c == ('/', false)).collect();
    if choices.len() > 1 {
        return if !choices.iter().all(|choice| plain(choice)) {
            wrong(NotationProblem::Braces, at)
        } else if choices.iter().any(|choice| choice.is_empty()) {
            wrong(NotationProblem::Empty, at)
        } else {
            Ok(ItemKind::Choice(
                choices.iter().map(|choice| collect(choice)).collect(),
            ))
        };
    }
    match inner {
        [('?', false)] => wrong(NotationProblem::Empty, at),
        [read @ .., ('?', false)] if plain(read) => Ok(ItemKind::Uncertain(collect(read))),
        _ => wrong(NotationProblem::Braces, at),
    }
}

/// Nothing (one character), `3`, `2-3` or `?`.
fn extent(inner: &[Inner], at: usize) -> Parsed<Extent> {
    let text: String = inner.iter().map(|(c, _)| c).collect();
    let count = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u8>().ok().filter(|n| digits && *n <= Extent::MOST)
    };
    let found = match text.as_str() {
        "" => Some(Extent::exactly(1)),
        "?" => Some(Extent::UNKNOWN),
        _ => match text.split_once('-') {
            None => count(&text).filter(|n| *n > 0).map(Extent::exactly),
            Some((least, most)) => match (count(least), count(most)) {
                (Some(least), Some(most)) if least < most => Some(Extent {
                    least,
                    most: Some(most),
                }),
                _ => None,
            },
        },
    };
    found.ok_or(NotationError {
        problem: NotationProblem::Extent,
        at,
    })
}
