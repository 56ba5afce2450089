//! Blocks made of what a record says, with their labels in the language of the report.

use jiff::Timestamp;

use crate::analysis::calendar::words;
use crate::exchange::report::document::{Block, Table};
use crate::model::when::Edtf;
use crate::text::t;

/// A date in words, and as it was stated.
pub(super) fn date(date: &Edtf) -> String {
    let (said, stated) = (words::edtf(date), date.to_string());
    if said == stated {
        stated
    } else {
        format!("{said} ({stated})")
    }
}

/// A moment to the second.
pub(super) fn second(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

pub(super) fn fact(label: &str, value: impl Into<String>) -> (String, String) {
    (t(label).to_owned(), value.into())
}

pub(super) fn or(text: String, other: &str) -> String {
    if text.trim().is_empty() {
        other.to_owned()
    } else {
        text
    }
}

/// The paragraphs of a text, which blank lines part.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(line.trim());
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Labels with values that are known.
pub(super) fn known(rows: Vec<(&str, Option<String>)>) -> Block {
    let rows = rows.into_iter();
    Block::Facts(
        rows.filter_map(|(label, value)| Some(fact(label, value.filter(|value| !value.trim().is_empty())?)))
            .collect(),
    )
}

/// Rows under heads, without the columns in which no row has anything.
pub(super) fn table(heads: &[(&str, f32)], rows: Vec<Vec<String>>) -> Block {
    let is_filled: Vec<bool> = (0..heads.len())
        .map(|column| {
            rows.iter()
                .any(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty()))
        })
        .collect();
    let kept = |column: &usize| is_filled.get(*column).copied().unwrap_or_default();
    Block::Table(Table {
        heads: heads
            .iter()
            .enumerate()
            .filter(|(column, _)| kept(column))
            .map(|(_, (head, share))| (t(head).to_owned(), *share))
            .collect(),
        rows: rows
            .into_iter()
            .map(|row| {
                let cells = row.into_iter().enumerate();
                cells
                    .filter(|(column, _)| kept(column))
                    .map(|(_, cell)| cell)
                    .collect()
            })
            .collect(),
    })
}
