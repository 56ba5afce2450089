//! What a cell says, or why it can't be told: nothing that could mean two things is guessed.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::DayOrder;
use super::field::{Field, Form};
use super::names::{is_unit, plain, word_of};
use super::position::Placed;
use crate::model::Source;
use crate::model::place;
use crate::model::when::{Edtf, EdtfError};
use crate::model::{Vocabularies, Vocabulary};
use crate::text::{t, tf};

/// What is wrong with a cell, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl Fault {
    pub(super) fn new(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            mend: mend.into(),
        }
    }
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// The field's value.
    Value(Value),
    /// A term that the vocabulary lacks: kept as typed.
    Typed(String),
    /// Tags.
    Tags(Vec<String>),
    /// A position.
    Position(Placed),
    /// The id or the title of a record.
    Reference(String),
}

/// Reads a cell that is not empty; `words` are the terms of the case.
pub(super) fn said(
    field: &Field,
    cell: &str,
    order: Option<DayOrder>,
    words: &Vocabularies,
) -> Result<Said, Fault> {
    let value = match field.form {
        Form::Id => uuid::Uuid::parse_str(cell)
            .map(|id| id.to_string().into())
            .map_err(|_| Fault::new(t("sheet-id-wrong"), t("sheet-id-mend"))),
        Form::Text => Ok(cell.into()),
        Form::Date => date(cell, order).map(|date| date.to_string().into()),
        Form::Number(unit) => positive(cell, unit),
        Form::Count => count(cell),
        Form::Latitude => degrees(cell, 90.0),
        Form::Longitude => degrees(cell, 180.0),
        Form::Zone => zone(cell),
        Form::Country => country(cell),
        Form::Choice(choices) => choice(field.name, choices, cell),
        Form::Sources => sources(cell),
        Form::Term(vocabulary) => return Ok(term(field.name, (words, vocabulary), cell)),
        Form::Tags => return Ok(Said::Tags(tags(cell))),
        Form::Reference(_) => return Ok(Said::Reference(cell.to_owned())),
        Form::Position => return Placed::read(cell).map(Said::Position),
    };
    value.map(Said::Value)
}

/// Day and month as numbers with slashes or hyphens, and the year behind them.
static SLASHES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})([\s,T]+\d{1,2}:\d\d.*)?$").ok()
});

fn date(cell: &str, order: Option<DayOrder>) -> Result<Edtf, Fault> {
    let slashes = SLASHES.as_ref().and_then(|form| form.captures(cell));
    let read = match (slashes, order) {
        (None, _) => Edtf::parse_lenient(cell),
        (Some(_), None) => Err(EdtfError::Ambiguous {
            text: cell.to_owned(),
        }),
        (Some(parts), Some(order)) => {
            let (day, month) = match order {
                DayOrder::DayFirst => (&parts[1], &parts[2]),
                DayOrder::MonthFirst => (&parts[2], &parts[1]),
            };
            let time = parts.get(4).map_or("", |time| time.as_str());
            Edtf::parse_lenient(&format!("{day}.{month}.{}{time}", &parts[3]))
        }
    };
    read.map_err(|error| match error {
        EdtfError::Ambiguous { .. } => Fault::new(t("sheet-date-order"), t("sheet-date-order-mend")),
        error => Fault::new(error.to_string(), t("sheet-date-mend")),
    })
}

/// A number as spreadsheets of many countries write it. A comma is a decimal point where it can't be anything else.
fn number(cell: &str, is_degrees: bool) -> Result<f64, Fault> {
    let bare: String = cell
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    let wrong = || Fault::new(t("sheet-number-wrong"), t("sheet-number-mend"));
    let pointed = match bare.split_once(',') {
        None => bare,
        Some((before, after)) => {
            let is_whole = before.trim_start_matches('-') != "0";
            let is_open = after.len() == 3 && is_whole && !is_degrees;
            if is_open || before.contains('.') || after.contains(['.', ',']) {
                return Err(Fault::new(t("sheet-number-comma"), t("sheet-number-mend")));
            }
            format!("{before}.{after}")
        }
    };
    let digits = pointed.strip_prefix('-').unwrap_or(&pointed);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Err(wrong());
    }
    pointed
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite())
        .ok_or_else(wrong)
}

pub(super) fn positive(cell: &str, unit: &'static str) -> Result<Value, Fault> {
    let end = cell.trim_end_matches(char::is_alphabetic).len();
    let (figures, behind) = cell.split_at(end);
    if !behind.is_empty() && !is_unit(unit, behind) {
        let units = [("unit", unit.into())];
        return Err(Fault::new(t("sheet-unit-wrong"), tf("sheet-unit-mend", &units)));
    }
    let value = number(figures.trim(), false)?;
    if value < 0.0 {
        return Err(Fault::new(t("sheet-number-negative"), t("sheet-number-mend")));
    }
    Ok(value.into())
}

fn count(cell: &str) -> Result<Value, Fault> {
    let value = number(cell, false)?;
    if value.fract() != 0.0 || !(1.0..=f64::from(u32::MAX)).contains(&value) {
        return Err(Fault::new(t("sheet-count-wrong"), t("sheet-count-mend")));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number in range"
    )]
    let value = value as u32;
    Ok(value.into())
}

fn degrees(cell: &str, most: f64) -> Result<Value, Fault> {
    let mend = || t("sheet-degrees-mend");
    let value = number(cell, true).map_err(|fault| Fault::new(fault.what, mend()))?;
    if value.abs() > most {
        let range = [("most", most.to_string().into())];
        return Err(Fault::new(tf("sheet-degrees-range", &range), mend()));
    }
    Ok(value.into())
}

fn zone(cell: &str) -> Result<Value, Fault> {
    match jiff::tz::TimeZone::get(cell) {
        Ok(_) => Ok(cell.into()),
        Err(_) => Err(Fault::new(t("sheet-zone-wrong"), t("sheet-zone-mend"))),
    }
}

fn country(cell: &str) -> Result<Value, Fault> {
    let code = cell.to_ascii_uppercase();
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(code.into())
    } else {
        Err(Fault::new(t("sheet-country-wrong"), t("form-origin-wrong")))
    }
}

fn choice(field: &str, choices: &'static [(&'static str, &'static str)], cell: &str) -> Result<Value, Fault> {
    let wanted = plain(cell);
    choices
        .iter()
        .find(|(word, label)| plain(word) == wanted || plain(t(label)) == wanted)
        .map(|(word, _)| *word)
        .or_else(|| word_of(field, cell))
        .map(Value::from)
        .ok_or_else(|| {
            let known: Vec<&str> = choices.iter().map(|(_, label)| t(label)).collect();
            let known = [("choices", known.join(", ").into())];
            Fault::new(t("sheet-choice-wrong"), tf("sheet-choice-mend", &known))
        })
}

fn term(field: &str, (words, vocabulary): (&Vocabularies, Vocabulary), cell: &str) -> Said {
    if let Some(term) = words.find(vocabulary, cell) {
        return Said::Value(term.id.as_str().into());
    }
    let wanted = plain(cell);
    let known = words
        .offered(vocabulary)
        .iter()
        .find(|term| term.names().any(|name| plain(name) == wanted))
        .map(|term| term.id.as_str());
    match known.or_else(|| word_of(field, cell)) {
        Some(id) => Said::Value(id.into()),
        None => Said::Typed(cell.trim().to_owned()),
    }
}

fn tags(cell: &str) -> Vec<String> {
    let listed = cell
        .starts_with('[')
        .then(|| serde_json::from_str::<Vec<String>>(cell).ok())
        .flatten();
    let mut tags: Vec<String> = Vec::new();
    let single = || cell.split(';').map(str::to_owned).collect();
    for tag in listed.unwrap_or_else(single) {
        let tag = tag.trim();
        let is_new = !tags
            .iter()
            .any(|other| other.to_lowercase() == tag.to_lowercase());
        if !tag.is_empty() && is_new {
            tags.push(tag.to_owned());
        }
    }
    tags
}

fn sources(cell: &str) -> Result<Value, Fault> {
    if cell.starts_with('[') {
        return serde_json::from_str::<Vec<Source>>(cell)
            .and_then(serde_json::to_value)
            .map_err(|_| Fault::new(t("sheet-sources-wrong"), t("sheet-sources-mend")));
    }
    let is_link = cell.starts_with("https://") || cell.starts_with("http://");
    let source = if is_link {
        Source {
            link: Some(cell.to_owned()),
            ..Source::default()
        }
    } else {
        Source {
            title: cell.to_owned(),
            ..Source::default()
        }
    };
    serde_json::to_value([source]).map_err(|_| Fault::new(t("sheet-sources-wrong"), t("sheet-sources-mend")))
}

/// Whether a cell is one of a row of data and not the name of a column: a number, a date or a position.
pub(super) fn is_data(cell: &str) -> bool {
    let is_date = || match Edtf::parse_lenient(cell) {
        Ok(_) => true,
        Err(error) => !matches!(error, EdtfError::Form { .. } | EdtfError::Empty),
    };
    cell.contains(|c: char| c.is_ascii_digit())
        && (number(cell, true).is_ok() || is_date() || place::read(cell).is_ok())
}

#[cfg(test)]
mod tests;
