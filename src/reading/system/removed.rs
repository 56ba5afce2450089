//! A mark that somebody removed on purpose: an observation of its own, and no empty field. It looks at the whole
//! transcription, for a symbol `<removed …>` or `<erased …>` says so, or the sort of mark.

use std::ops::Range;

use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::notation::{ItemKind, Notation};
use crate::reading::outcome::{Grade, Meaning, Reading};
use crate::text::{t, tf};

/// Its name in files.
pub const ID: &str = "removed";

/// Words with which a description of what was done begins.
const WORDS: [&str; 6] = [
    "removed",
    "erased",
    "obliterated",
    "ground off",
    "filed off",
    "defaced",
];

/// What says that the mark was removed, as a reading.
pub fn read(mark: &Notation, context: &Context) -> Vec<Reading> {
    let mut found: Vec<Reading> = mark
        .items()
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Symbol(words) => {
                let words = words.trim();
                let lower = words.to_lowercase();
                let says_so = WORDS.iter().any(|word| lower.starts_with(word));
                says_so.then(|| reading(mark, item.span.clone(), words))
            }
            _ => None,
        })
        .collect();
    if found.is_empty() && context.field == Some(MarkKind::Removed) {
        found.push(reading(mark, 0..mark.as_typed().len(), ""));
    }
    found
}

fn reading(mark: &Notation, span: Range<usize>, words: &str) -> Reading {
    let mut why = vec![t("reading-why-removed").to_owned()];
    if !words.is_empty() {
        why.push(tf("reading-why-removed-how", &[("words", words.into())]));
    }
    why.push(t("reading-why-removed-otherwise").to_owned());
    Reading {
        system: ID.to_owned(),
        rule_id: "R1".to_owned(),
        raw: mark.as_typed().get(span.clone()).unwrap_or_default().to_owned(),
        span,
        normalised: words.to_lowercase(),
        interval: None,
        tolerant: None,
        clipped: None,
        precision: None,
        meaning: Meaning::None,
        place: None,
        named: false,
        // That it was done on purpose is a judgement on traces, not legible.
        grade: Grade::C,
        why,
        alternatives: Vec::new(),
        sources: vec!["REMOVED".to_owned()],
    }
}
