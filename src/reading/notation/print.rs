//! From what a transcription says back to text.

use std::fmt::{self, Write};

use super::{Extent, HANDS, ItemKind, Notation, ORIENTATIONS};

/// Signs that need a backslash outside and inside brackets.
const SIGNS: &str = "[]{}<>|@\\";

impl fmt::Display for Notation {
    /// The notation in its canonical form, which reads the same again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut struck = false;
        for (at, item) in self.items.iter().enumerate() {
            if item.struck != struck {
                f.write_str(if item.struck { "[[" } else { "]]" })?;
                struck = item.struck;
            }
            let is_break = |at: Option<usize>| {
                at.and_then(|at| self.items.get(at))
                    .is_some_and(|item| matches!(item.kind, ItemKind::LineBreak | ItemKind::FaceBreak))
            };
            match &item.kind {
                ItemKind::Clear(c) => escaped(f, &c.to_string(), "")?,
                ItemKind::Uncertain(read) => braces(f, read, "?")?,
                ItemKind::Choice(choices) => {
                    f.write_char('{')?;
                    for (nth, choice) in choices.iter().enumerate() {
                        if nth > 0 {
                            f.write_char('/')?;
                        }
                        inner(f, choice)?;
                    }
                    f.write_char('}')?;
                }
                ItemKind::Illegible(extent) => write!(f, "{{.{extent}}}")?,
                ItemKind::Lost(extent) => write!(f, "[.{extent}]")?,
                ItemKind::Restored(text) => {
                    f.write_char('[')?;
                    if text.starts_with('.') {
                        f.write_char('\\')?;
                    }
                    escaped(f, text, "")?;
                    f.write_char(']')?;
                }
                ItemKind::Symbol(words) => {
                    f.write_char('<')?;
                    escaped(f, words, "")?;
                    f.write_char('>')?;
                }
                // Next to another break a bar would run together with it.
                ItemKind::LineBreak if is_break(at.checked_sub(1)) || is_break(Some(at + 1)) => {
                    f.write_char('\n')?;
                }
                ItemKind::LineBreak => f.write_char('|')?,
                ItemKind::FaceBreak => f.write_str("||")?,
                ItemKind::Orientation(wanted) => {
                    let word = ORIENTATIONS.iter().find(|(_, one)| one == wanted);
                    write!(f, "@{} ", word.map_or("", |(word, _)| word))?;
                }
                ItemKind::Hand(wanted) => {
                    let word = HANDS.iter().find(|(_, one)| one == wanted);
                    write!(f, "@{} ", word.map_or("", |(word, _)| word))?;
                }
            }
        }
        if struck {
            f.write_str("]]")?;
        }
        Ok(())
    }
}

/// `{text` and `end` and `}`.
fn braces(f: &mut fmt::Formatter<'_>, text: &str, end: &str) -> fmt::Result {
    f.write_char('{')?;
    inner(f, text)?;
    write!(f, "{end}}}")
}

/// A text within braces, where `?`, `/` and a dot in front are signs too.
fn inner(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    if text.starts_with('.') {
        f.write_char('\\')?;
    }
    escaped(f, text, "?/")
}

fn escaped(f: &mut fmt::Formatter<'_>, text: &str, more: &str) -> fmt::Result {
    for c in text.chars() {
        if SIGNS.contains(c) || more.contains(c) {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    Ok(())
}

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (1, Some(1)) => Ok(()),
            (_, None) => f.write_char('?'),
            (least, Some(most)) if least == most => write!(f, "{least}"),
            (least, Some(most)) => write!(f, "{least}-{most}"),
        }
    }
}
