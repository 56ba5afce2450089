//! Two texts, word by word: what was taken out and what was put in. Not by colour alone: what went is struck through,
//! what came is underlined by its frame's weight.

use egui::Ui;
use similar::{ChangeTag, TextDiff};

use crate::ui::theme::{Tokens, Type};
use crate::ui::widgets::Text;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// In both texts.
    Same(String),
    /// Only in the text before.
    Gone(String),
    /// Only in the text after.
    New(String),
}

/// The runs of words that make `before` into `after`.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for change in TextDiff::from_unicode_words(before, after).iter_all_changes() {
        let word = change.value();
        match (change.tag(), runs.last_mut()) {
            (ChangeTag::Equal, Some(Run::Same(text)))
            | (ChangeTag::Delete, Some(Run::Gone(text)))
            | (ChangeTag::Insert, Some(Run::New(text))) => text.push_str(word),
            (ChangeTag::Equal, _) => runs.push(Run::Same(word.to_owned())),
            (ChangeTag::Delete, _) => runs.push(Run::Gone(word.to_owned())),
            (ChangeTag::Insert, _) => runs.push(Run::New(word.to_owned())),
        }
    }
    runs
}

/// Draws the runs as one text that wraps.
pub fn show(ui: &mut Ui, runs: &[Run]) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for run in runs {
            match run {
                Run::Same(text) => ui.add(Text::new(text)),
                Run::Gone(text) => ui.add(Text::new(text).strike(true).color(tokens.bad.text)),
                Run::New(text) => ui.add(Text::new(text).kind(Type::Strong).color(tokens.good.text)),
            };
        }
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_words_that_changed_are_marked() {
        assert_eq!(
            words("found north of Kyiv", "found south of Kyiv"),
            [
                Run::Same("found ".to_owned()),
                Run::Gone("north".to_owned()),
                Run::New("south".to_owned()),
                Run::Same(" of Kyiv".to_owned()),
            ]
        );
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_runs(before in "\\PC{0,40}", after in "\\PC{0,40}") {
            let (mut one, mut other) = (String::new(), String::new());
            for run in words(&before, &after) {
                match run {
                    Run::Same(text) => { one.push_str(&text); other.push_str(&text); }
                    Run::Gone(text) => one.push_str(&text),
                    Run::New(text) => other.push_str(&text),
                }
            }
            prop_assert_eq!((one, other), (before, after));
        }
    }
}
