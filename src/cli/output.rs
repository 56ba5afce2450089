//! What commands write: JSON for programs, aligned text for people.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::CliError;
use crate::exchange::sheet::neutral;

/// Writes one JSON document and a line end.
pub(super) fn json(value: &impl Serialize) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Writes one line.
pub(super) fn line(text: &str) -> Result<(), CliError> {
    writeln!(io::stdout().lock(), "{text}")?;
    Ok(())
}

/// Writes a text as it is.
pub(super) fn text(text: &str) -> Result<(), CliError> {
    write!(io::stdout().lock(), "{text}")?;
    Ok(())
}

/// Says what was refused or found wrong.
pub(super) fn complain(text: &str) {
    eprintln!("witnessmark: {text}");
}

/// A JSON value as a cell: texts as they are, nothing for `null`, lists as JSON.
pub(super) fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// As [`cell`], for tables that spreadsheets open: no text is taken for a formula there.
pub(super) fn csv_cell(value: &Value) -> String {
    match value {
        Value::String(text) => neutral(text),
        other => cell(other),
    }
}

/// Writes columns that line up.
pub(super) fn table(rows: &[Vec<String>]) -> Result<(), CliError> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = io::stdout().lock();
    for row in rows {
        let mut text = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let padding = width - cell.chars().count();
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', padding + 2));
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
