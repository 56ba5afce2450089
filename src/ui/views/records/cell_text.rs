//! What stands in a cell of a sheet, for reading: the value as the record has it, in words.

use serde_json::Value;

use crate::analysis::calendar::words;
use crate::exchange::sheet::{Field, Form};
use crate::model::record::Fields;
use crate::model::when::Edtf;
use crate::model::{Source, Vocabularies, Vocabulary};
use crate::text::t;

/// A cell in words, with the terms of a case. `raw` is what was written there: it stays where it says more than the record can.
pub(super) fn shown(
    field: &Field,
    fields: &Fields,
    tags: &[String],
    raw: &str,
    terms: &Vocabularies,
) -> String {
    let value = fields.get(field.name).unwrap_or(&Value::Null);
    let text = value.as_str().unwrap_or_default();
    match field.form {
        Form::Tags => tags
            .iter()
            .map(|tag| terms.label(Vocabulary::Tags, tag))
            .collect::<Vec<_>>()
            .join("; "),
        Form::Position => position(fields),
        Form::Date => Edtf::parse(text).map_or_else(|_| raw.to_owned(), |when| words::edtf(&when)),
        Form::Term(vocabulary) => terms.label(vocabulary, text).to_owned(),
        Form::Choice(choices) => choices
            .iter()
            .find(|(word, _)| *word == text)
            .map_or_else(|| raw.to_owned(), |(_, label)| t(label).to_owned()),
        Form::Sources => {
            let sources: Vec<Source> = serde_json::from_value(value.clone()).unwrap_or_default();
            let named = |source: &Source| match &source.link {
                Some(link) if source.title.is_empty() => link.clone(),
                _ => source.title.clone(),
            };
            sources.iter().map(named).collect::<Vec<_>>().join("; ")
        }
        Form::Reference(_) | Form::Id => raw.to_owned(),
        _ if value.is_null() => String::new(),
        _ if value.is_string() => text.to_owned(),
        _ => value.to_string(),
    }
}

fn position(fields: &Fields) -> String {
    let number = |name: &str| fields.get(name).and_then(Value::as_f64);
    let (Some(latitude), Some(longitude)) = (number("latitude"), number("longitude")) else {
        return String::new();
    };
    match number("radius_m") {
        None => format!("{latitude}, {longitude}"),
        Some(radius) => format!("{latitude}, {longitude} ± {radius} m"),
    }
}
