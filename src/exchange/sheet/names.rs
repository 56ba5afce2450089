//! What people call columns and the words in them: `assets/vocabularies/columns.toml` and the labels on screen.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::field::{Field, Form, Target};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    column: Vec<Column>,
    word: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    field: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    field: String,
    word: String,
    names: Vec<String>,
}

#[derive(Default)]
struct Names {
    /// The names of fields, as [`plain`] makes them.
    columns: HashMap<String, Vec<String>>,
    /// By field and name, the word that is stored.
    words: HashMap<(String, String), String>,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        // Compiled in and read by a test: it can't be malformed in a program that was released.
        let Ok(file) = toml::from_str::<File>(include_str!("../../../assets/vocabularies/columns.toml"))
        else {
            return Names::default();
        };
        let columns = file.column.into_iter().map(|column| {
            let names = column.names.iter().map(|name| plain(name)).collect();
            (column.field, names)
        });
        let words = file.word.into_iter().flat_map(|row| {
            let Word { field, word, names } = row;
            names
                .into_iter()
                .map(move |name| ((field.clone(), plain(&name)), word.clone()))
        });
        Names {
            columns: columns.collect(),
            words: words.collect(),
        }
    })
}

/// A name as it is compared: without capitals, apostrophes, and signs between words.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.nfkc().flat_map(char::to_lowercase) {
        if matches!(c, '\'' | '’' | 'ʼ' | '`' | '"') {
            continue;
        }
        if c.is_alphanumeric() {
            plain.push(c);
        } else if !plain.ends_with(' ') && !plain.is_empty() {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// How surely a column's name means a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surely {
    /// By a word that people use for it.
    Synonym,
    /// By its label on screen.
    Label,
    /// By its own name.
    Name,
}

/// The field that a column's name means.
pub(super) fn field_of(target: Target, name: &str) -> Option<(&'static Field, Surely)> {
    let is_named = |field: &&Field| field.name == name.trim();
    if let Some(field) = target.fields().iter().find(is_named) {
        return Some((field, Surely::Name));
    }
    let whole = plain(name);
    let (bare, bracket) = without_bracket(name);
    let mut found: Option<(&Field, Surely)> = None;
    for field in target.fields() {
        let is_it = |candidate: &str| {
            whole == candidate || is_unit_of(field.form, bracket.as_deref()) && bare == candidate
        };
        let names = names().columns.get(field.name);
        let surely = if is_it(&plain(field.name)) {
            Surely::Name
        } else if is_it(&plain(field.label())) || is_it(&without_bracket(field.label()).0) {
            Surely::Label
        } else if names.is_some_and(|names| names.iter().any(|name| is_it(name))) {
            Surely::Synonym
        } else {
            continue;
        };
        if found.is_none_or(|(_, before)| surely > before) {
            found = Some((field, surely));
        }
    }
    found
}

/// A name without what stands in brackets at its end, and that.
fn without_bracket(name: &str) -> (String, Option<String>) {
    let name = name.trim();
    match name.find(['(', '[']) {
        Some(at) if at > 0 && name.ends_with([')', ']']) => (plain(&name[..at]), Some(plain(&name[at..]))),
        _ => (plain(name), None),
    }
}

/// Whether a bracket behind the name leaves the field what it is: centimetres are no millimetres.
fn is_unit_of(form: Form, bracket: Option<&str>) -> bool {
    match (form, bracket) {
        (Form::Number(unit), Some(bracket)) => is_unit(unit, bracket),
        _ => true,
    }
}

/// Whether a word means the unit `mm`, `m`, `km` or `g`.
pub(super) fn is_unit(unit: &str, word: &str) -> bool {
    let words: &[&str] = match unit {
        "mm" => &["mm", "мм", "millimetres", "millimeters", "밀리미터"],
        "m" => &["m", "м", "metres", "meters", "метри", "미터"],
        "km" => &["km", "км", "kilometres", "kilometers", "кілометри", "킬로미터"],
        _ => &["g", "г", "grams", "gram", "грами", "그램"],
    };
    words.contains(&word.to_lowercase().as_str())
}

/// The word that is stored for a word that stands in a cell.
pub(super) fn word_of(field: &str, cell: &str) -> Option<&'static str> {
    names()
        .words
        .get(&(field.to_owned(), plain(cell)))
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_row_of_the_file_names_a_field_and_a_word_that_exist() {
        let file: File = toml::from_str(include_str!("../../../assets/vocabularies/columns.toml")).unwrap();
        let field = |name: &str| Target::ALL.into_iter().find_map(|target| target.field(name));
        for column in &file.column {
            assert!(field(&column.field).is_some(), "{}", column.field);
        }
        for row in &file.word {
            let known = match field(&row.field).map(|field| field.form) {
                Some(Form::Term(vocabulary)) => vocabulary.bundled().iter().any(|term| term.id == row.word),
                Some(Form::Choice(choices)) => choices.iter().any(|(word, _)| *word == row.word),
                _ => false,
            };
            assert!(known, "{} {}", row.field, row.word);
        }
    }

    #[test]
    fn a_name_means_one_field_of_a_target() {
        for target in Target::ALL {
            let mut taken = HashSet::new();
            for field in target.fields() {
                let own = names().columns.get(field.name).into_iter().flatten();
                for name in own.chain([&plain(field.name)]) {
                    assert!(taken.insert(name.clone()), "{target:?} {name}");
                }
            }
        }
    }

    #[test]
    fn columns_are_known_by_name_label_and_synonym_in_three_languages() {
        for (target, name, field) in [
            (Target::Strikes, "occurred", "occurred"),
            (Target::Strikes, "Reported on", "reported"),
            (Target::Strikes, "Дата удару", "occurred"),
            (Target::Strikes, "발생일", "occurred"),
            (Target::Strikes, "Latitude, longitude (WGS 84)", "position"),
            (Target::Strikes, "Об'єкт", "target"),
            (Target::Strikes, "LAT", "latitude"),
            (Target::Weapons, "Suspected model", "model"),
            (Target::Components, "Length (mm)", "length_mm"),
            (Target::Components, "Довжина, мм", ""),
            (Target::Components, "length_mm", "length_mm"),
            // The word for "condition" is that for "status" elsewhere.
            (Target::Components, "상태", "condition"),
            (Target::Components, "Length (cm)", ""),
            (Target::Strikes, "Casualties", ""),
        ] {
            let found = field_of(target, name).map_or("", |(field, _)| field.name);
            assert_eq!(found, field, "{name}");
        }
    }
}
