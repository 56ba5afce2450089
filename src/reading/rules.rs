//! Rules that a team adds without a compiler: files of patterns with the dates or places that they mean, each with a
//! grade, a source, and examples that are tried whenever the file is loaded.
//!
//! A file is [TOML](https://toml.io); docs/adding-a-system.md describes it. A file with an error, or with an example
//! that comes out otherwise than it says, is refused as a whole: half a rule book reads marks half right.

mod file;

use std::sync::Arc;

use jiff::civil::Date;

pub use file::{Calendar, Example, Rule, RuleError, RuleFile, Scope};

use super::context::Context;
use super::read_text;
use crate::text::tf;

/// The team's rules: what all files of a case say together. Cheap to clone; the default has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleBook(Option<Arc<[RuleFile]>>);

impl RuleBook {
    /// No rules.
    pub const EMPTY: Self = Self(None);

    /// The rules of these files.
    #[must_use]
    pub fn new(files: Vec<RuleFile>) -> Self {
        Self((!files.is_empty()).then(|| files.into()))
    }

    /// The files, in the order in which they were added.
    #[must_use]
    pub fn files(&self) -> &[RuleFile] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl RuleFile {
    /// Reads a file of rules and tries its examples; `now` is the day on which they are read.
    ///
    /// # Errors
    /// When it is no TOML of this form, a pattern is none, or an example comes out otherwise; says which and how.
    pub fn load(name: &str, text: &str, now: Date) -> Result<Self, RuleError> {
        let file = Self::read(name, text)?;
        let book = RuleBook::new(vec![file.clone()]);
        for rule in &file.rules {
            for example in &rule.examples {
                rule.tries(&file, example, &book, now)?;
            }
        }
        Ok(file)
    }
}

impl Rule {
    /// Whether an example comes out as it says.
    fn tries(&self, file: &RuleFile, example: &Example, book: &RuleBook, now: Date) -> Result<(), RuleError> {
        let first = |list: &[String]| list.first().cloned();
        let context = Context {
            origin: first(&self.origin),
            object: first(&self.object),
            maker: first(&self.maker),
            rules: book.clone(),
            ..Context::new(now)
        };
        let wrong = |says: String| RuleError {
            file: file.name.clone(),
            reason: tf(
                "rules-example",
                &[
                    ("rule", self.id.as_str().into()),
                    ("mark", example.mark.as_str().into()),
                    ("says", says.into()),
                ],
            ),
        };
        let readings = read_text(&example.mark, &context).map_err(|error| wrong(error.to_string()))?;
        let id = file.rule_id(self);
        let found: Vec<_> = readings.iter().filter(|one| one.rule_id == id).collect();
        let days = |one: &super::Reading| match one.interval {
            Some(days) => days.to_string(),
            None => tf("rules-example-no-date", &[]),
        };
        match (&found[..], example.wanted()) {
            ([], None) => Ok(()),
            ([], Some(_)) => Err(wrong(tf("rules-example-not-read", &[]))),
            ([one, ..], None) => Err(wrong(days(one))),
            (all, Some(wanted)) if all.iter().any(|one| one.interval == wanted) => Ok(()),
            ([one, ..], Some(_)) => Err(wrong(days(one))),
        }
    }
}

#[cfg(test)]
mod tests;
