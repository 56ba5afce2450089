//! What is doubtful in a transcription, in plain words.

use std::ops::Range;

use super::{Extent, Hand, ItemKind, Notation, Orientation};
use crate::text::{t, tf};

/// A sentence about a part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The bytes that it is about.
    pub range: Range<usize>,
    /// The sentence.
    pub text: String,
}

impl Notation {
    /// A sentence for each part that is not plain to see, in order.
    #[must_use]
    pub fn explain(&self) -> Vec<Explanation> {
        let mut sentences: Vec<Explanation> = self
            .items
            .iter()
            .filter_map(|item| {
                Some(Explanation {
                    range: item.span.clone(),
                    text: sentence(&item.kind)?,
                })
            })
            .collect();
        sentences.extend(self.struck());
        sentences.sort_by_key(|explanation| explanation.range.start);
        sentences
    }

    /// One sentence for each run that is struck out.
    fn struck(&self) -> Vec<Explanation> {
        let mut runs: Vec<(Range<usize>, String)> = Vec::new();
        for item in self.items.iter().filter(|item| item.struck) {
            let text = match &item.kind {
                ItemKind::Clear(c) => c.to_string(),
                ItemKind::Uncertain(text) | ItemKind::Restored(text) => text.clone(),
                ItemKind::Choice(choices) => choices.join("/"),
                ItemKind::Illegible(_) | ItemKind::Lost(_) => "□".to_owned(),
                _ => String::new(),
            };
            match runs.last_mut() {
                Some((range, run)) if range.end == item.span.start => {
                    range.end = item.span.end;
                    run.push_str(&text);
                }
                _ => runs.push((item.span.clone(), text)),
            }
        }
        runs.into_iter()
            .map(|(range, text)| Explanation {
                range,
                text: tf("reading-explain-struck", &[("text", text.into())]),
            })
            .collect()
    }
}

fn sentence(kind: &ItemKind) -> Option<String> {
    Some(match kind {
        ItemKind::Clear(_) | ItemKind::LineBreak | ItemKind::FaceBreak => return None,
        ItemKind::Uncertain(text) => tf("reading-explain-uncertain", &[("text", text.as_str().into())]),
        ItemKind::Choice(choices) => {
            let first = choices.first().map_or("", String::as_str);
            let rest: Vec<String> = choices.iter().skip(1).map(|c| format!("“{c}”")).collect();
            tf(
                "reading-explain-choice",
                &[("first", first.into()), ("rest", rest.join(", ").into())],
            )
        }
        ItemKind::Illegible(extent) => missing("reading-explain-illegible", *extent),
        ItemKind::Lost(extent) => missing("reading-explain-lost", *extent),
        ItemKind::Restored(text) => tf("reading-explain-restored", &[("text", text.as_str().into())]),
        ItemKind::Symbol(words) => tf("reading-explain-symbol", &[("text", words.as_str().into())]),
        ItemKind::Orientation(orientation) => t(match orientation {
            Orientation::Quarter => "reading-explain-90",
            Orientation::Half => "reading-explain-180",
            Orientation::ThreeQuarters => "reading-explain-270",
            Orientation::Arc => "reading-explain-arc",
        })
        .to_owned(),
        ItemKind::Hand(hand) => t(match hand {
            Hand::Hand => "reading-explain-hand",
            Hand::Stencil => "reading-explain-stencil",
            Hand::Label => "reading-explain-label",
            Hand::Laser => "reading-explain-laser",
            Hand::Stamp => "reading-explain-stamp",
            Hand::Etch => "reading-explain-etch",
        })
        .to_owned(),
    })
}

/// The sentence `key` with how many characters are missing.
fn missing(key: &str, extent: Extent) -> String {
    let count = match (extent.least, extent.most) {
        (_, None) => t("reading-explain-count-unknown").to_owned(),
        (least, Some(most)) if least == most => tf("reading-explain-count", &[("count", least.into())]),
        (least, Some(most)) => tf(
            "reading-explain-count-range",
            &[("least", least.into()), ("most", most.into())],
        ),
    };
    tf(key, &[("count", count.into())])
}
