//! Rows that several forms share: texts, numbers, tags.

use egui::{Response, Ui};

use super::draft::{Draft, optional};
use crate::model::record::{RecordRef, Recorded};
use crate::model::{Change, Vocabulary};
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::seek;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Field, TagEvent, Text, gap, segmented, select, tag_field};

/// A one-line text that may be unknown.
pub fn text_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    name: &'static str,
    label: &str,
    value: Option<&str>,
    write: impl FnOnce(&mut R) -> &mut Option<String>,
) {
    draft.field(
        ui,
        name,
        Field::new(label),
        value.unwrap_or_default(),
        |text, record| {
            *write(record) = optional(text);
            Ok(())
        },
    );
    gap(ui, space::XS);
}

/// A text of several lines.
pub fn notes_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    notes: &str,
    write: impl FnOnce(&mut R) -> &mut String,
) {
    let field = Field::new(t("form-notes")).lines(4);
    draft.field(ui, "notes", field, notes, |text, record| {
        text.clone_into(write(record));
        Ok(())
    });
    gap(ui, space::XS);
}

/// A number of 0 or more that may be unknown.
pub fn number_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    name: &'static str,
    (label, unit): (&str, &str),
    value: Option<f64>,
    write: impl FnOnce(&mut R) -> &mut Option<f64>,
) {
    let shown = value.map(|number| number.to_string()).unwrap_or_default();
    draft.field(ui, name, Field::new(label).unit(unit), &shown, |text, record| {
        *write(record) = number(text)?;
        Ok(())
    });
    gap(ui, space::XS);
}

/// One of a few values: side by side where there is room, else as a list that opens. True if another was chosen.
pub fn choice_row<T: PartialEq + Clone>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    choices: &[(T, &str)],
) -> bool {
    let font = Type::Body.font(Tokens::of(ui));
    let width: f32 = choices
        .iter()
        .map(|(_, name)| {
            let color = egui::Color32::PLACEHOLDER;
            let galley = ui
                .painter()
                .layout_no_wrap((*name).to_owned(), font.clone(), color);
            galley.size().x + 2.0 * space::M
        })
        .sum();
    let changed = if width > ui.available_width() {
        select(ui, label, value, choices)
    } else {
        ui.add(Text::new(label).kind(Type::Small).weak());
        segmented(ui, label, value, choices)
    };
    gap(ui, space::S);
    changed
}

/// A number of 0 or more as people type it; nothing is not known.
///
/// # Errors
/// What to type instead.
pub fn number(text: &str) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    // A decimal comma is what many keyboards have.
    match text.replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() && number >= 0.0 => Ok(Some(number)),
        _ => Err(t("form-number").to_owned()),
    }
}

/// The menu of a field of terms: the list that it suggests from, to edit it.
pub fn vocabulary_menu(desk: &mut Desk, field: &Response, vocabulary: Vocabulary) {
    field.context_menu(|ui| {
        if ui.button(t("vocabulary-edit-list")).clicked() {
            desk.show_vocabulary(vocabulary, "");
            ui.close();
        }
    });
}

/// The tags of a record.
pub fn tags_row(ui: &mut Ui, desk: &mut Desk, record: &RecordRef, tags: &[String]) {
    let words = desk.vocabularies();
    let known = words.terms(Vocabulary::Tags);
    let event = seek::place(ui, Some(record), "tags", |ui| {
        tag_field(ui, t("form-tags"), tags, known)
    });
    match event {
        TagEvent::None => {}
        TagEvent::ShowList => desk.show_vocabulary(Vocabulary::Tags, ""),
        TagEvent::Added(name) => desk.apply(Change::AddTag {
            name,
            vocabulary: String::new(),
            records: vec![record.clone()],
        }),
        TagEvent::Removed(name) => desk.apply(Change::RemoveTag {
            name,
            vocabulary: String::new(),
            records: vec![record.clone()],
        }),
    }
    gap(ui, space::S);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_with_point_or_comma_and_nothing_else_is() {
        assert_eq!(number("12.5"), Ok(Some(12.5)));
        assert_eq!(number("12,5"), Ok(Some(12.5)));
        assert_eq!(number(""), Ok(None));
        for wrong in ["-1", "about 12", "inf", "NaN", "1,000,000"] {
            assert!(number(wrong).is_err(), "{wrong}");
        }
    }
}
