//! Several photos at once: what is typed goes to all of them, as one step. Where they differ the field says so
//! and stays empty, and nothing is overwritten until somebody types.

use std::sync::Arc;

use egui::Ui;
use egui_material_icons::icons;

use crate::case::{PhotosTogether, Values};
use crate::model::id::PhotoId;
use crate::model::record::RecordRef;
use crate::model::{Change, Vocabulary};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::views::photos::LinkMenu;
use crate::ui::widgets::{Action, Field, FieldEvent, TagEvent, Text, gap, section, tag_field, weak_text};

/// The fields that all can be given: the column, and the key of its label.
const FIELDS: [(&str, &str); 3] = [
    ("photographer", "photo-photographer"),
    ("credit", "photo-credit"),
    ("licence", "photo-licence"),
];

/// What a field shows of the values that the photos have: the value that all of them have, or that they differ.
fn shown(values: &Values) -> (&str, &'static str) {
    match values.as_slice() {
        [] => ("", ""),
        [(value, _)] => (value.as_deref().unwrap_or_default(), ""),
        _ => ("", t("photo-several-values")),
    }
}

/// So many of the values that would be lost are named.
const NAMED: usize = 3;

/// What giving `text` to all photos changes, in words; `None` when it changes nothing.
fn preview(values: &Values, text: &str) -> Option<String> {
    let all: usize = values.iter().map(|(_, count)| count).sum();
    let text = Some(text.trim()).filter(|text| !text.is_empty());
    let others: Vec<&(Option<String>, usize)> = values
        .iter()
        .filter(|(value, _)| value.as_deref() != text)
        .collect();
    let changed: usize = others.iter().map(|(_, count)| count).sum();
    if changed == 0 {
        return None;
    }
    let named = others.iter().take(NAMED).map(|(value, count)| {
        let count = [
            ("value", value.as_deref().unwrap_or_default().into()),
            ("count", (*count).into()),
        ];
        match value {
            Some(_) => tf("photo-several-now", &count),
            None => tf("photo-several-now-empty", &count),
        }
    });
    let mut now: Vec<String> = named.collect();
    if others.len() > NAMED {
        now.push("…".to_owned());
    }
    let facts = [
        ("changed", changed.into()),
        ("all", all.into()),
        ("now", now.join(", ").into()),
    ];
    Some(tf("photo-several-preview", &facts))
}

/// The form of several photos.
#[derive(Default)]
pub(super) struct SeveralForm {
    together: Remote<Arc<[PhotoId]>, PhotosTogether>,
    link: LinkMenu,
    /// Which photos the texts were typed for.
    of: Arc<[PhotoId]>,
    /// What is being typed, by field.
    typed: [Option<String>; FIELDS.len()],
}

impl SeveralForm {
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &Arc<[PhotoId]>) {
        if self.of != *photos {
            self.leave(desk);
            self.of = Arc::clone(photos);
        }
        let asked = Arc::clone(photos);
        let together = self.together.get(&desk.link, Arc::clone(photos), move |reader| {
            reader.photos_together(&asked)
        });
        let count = photos.len();
        let title = tf("photos-selected", &[("count", count.into())]);
        ui.add(Text::new(&title).kind(Type::Heading));
        weak_text(ui, t("photo-several-text"));
        gap(ui, space::M);
        let mut changes = Vec::new();
        let borne = together.map_or(&[][..], |together| together.tags.as_slice());
        changes.extend(tags(ui, desk, photos, borne));
        section(ui, t("photo-shows"), |ui| {
            self.link.button(ui, desk, photos, t("photos-link"));
            gap(ui, space::S);
        });
        section(ui, t("photo-rights"), |ui| {
            for (place, (name, label)) in FIELDS.into_iter().enumerate() {
                let unknown = Values::new();
                let values = together.map_or(&unknown, |together| match place {
                    0 => &together.photographer,
                    1 => &together.credit,
                    _ => &together.licence,
                });
                let (value, hint) = shown(values);
                let typed = &mut self.typed[place];
                let mut text = typed.clone().unwrap_or_else(|| value.to_owned());
                match Field::new(t(label)).hint(hint).show(ui, &mut text).event {
                    // As it was is not typed: leaving such a field empties nothing.
                    FieldEvent::Changed => *typed = (text != value).then_some(text),
                    FieldEvent::Cancelled => *typed = None,
                    // Enter in an untouched field is no wish to empty it in all photos.
                    FieldEvent::Committed if typed.is_some() => {
                        *typed = None;
                        changes.extend(give_all(photos, name, &text));
                    }
                    FieldEvent::Committed | FieldEvent::None => {}
                }
                if let Some(said) = typed.as_deref().and_then(|typed| preview(values, typed)) {
                    weak_text(ui, &said);
                }
                gap(ui, space::XS);
            }
        });
        desk.apply_all(changes);
    }

    /// Sends what was typed and not yet committed.
    pub(super) fn leave(&mut self, desk: &mut Desk) {
        let mut changes = Vec::new();
        for ((name, _), typed) in FIELDS.into_iter().zip(&mut self.typed) {
            if let Some(text) = typed.take() {
                changes.extend(give_all(&self.of, name, &text));
            }
        }
        desk.apply_all(changes);
    }
}

/// One edit for each photo, which the desk makes one step.
fn give_all(photos: &[PhotoId], field: &'static str, text: &str) -> impl Iterator<Item = Change> {
    let text = text.trim();
    let value = (!text.is_empty()).then(|| text.to_owned());
    photos.iter().map(move |photo| Change::Edit {
        record: (*photo).into(),
        fields: [(field.to_owned(), value.clone().into())].into_iter().collect(),
    })
}

/// The tags that all bear can be taken off; those that some bear can be given to all.
fn tags(ui: &mut Ui, desk: &mut Desk, photos: &[PhotoId], borne: &[(String, usize)]) -> Option<Change> {
    let all: Vec<String> = borne
        .iter()
        .filter(|(_, count)| *count == photos.len())
        .map(|(tag, _)| tag.clone())
        .collect();
    let records = || photos.iter().map(|photo| RecordRef::from(*photo)).collect();
    let add = |name: String| Change::AddTag {
        name,
        vocabulary: String::new(),
        records: records(),
    };
    let words = desk.vocabularies();
    let known = words.terms(Vocabulary::Tags);
    let mut change = match tag_field(ui, t("form-tags"), &all, known) {
        TagEvent::None => None,
        TagEvent::ShowList => {
            desk.show_vocabulary(Vocabulary::Tags, "");
            None
        }
        TagEvent::Added(name) => Some(add(name)),
        TagEvent::Removed(name) => Some(Change::RemoveTag {
            name,
            vocabulary: String::new(),
            records: records(),
        }),
    };
    let some = borne.iter().filter(|(_, count)| *count < photos.len());
    ui.horizontal_wrapped(|ui| {
        for (tag, count) in some {
            let counted = [
                ("tag", tag.as_str().into()),
                ("count", (*count).into()),
                ("all", photos.len().into()),
            ];
            let give = Action::quiet(tag).with_icon(icons::ICON_ADD);
            if ui
                .add(give)
                .on_hover_text(tf("photo-tag-some", &counted))
                .clicked()
            {
                change = Some(add(tag.clone()));
            }
        }
    });
    gap(ui, space::S);
    change
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(of: &[(&str, usize)]) -> Values {
        let value = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        of.iter().map(|(text, count)| (value(text), *count)).collect()
    }

    #[test]
    fn a_value_is_shown_only_if_all_have_it() {
        assert_eq!(shown(&values(&[("A", 2)])), ("A", ""));
        assert_eq!(shown(&values(&[("A", 2), ("", 1)])).0, "");
        assert_eq!(shown(&values(&[("", 2)])), ("", ""));
        assert_eq!(shown(&values(&[])), ("", ""));
    }

    #[test]
    fn what_would_change_is_told_before() {
        assert_eq!(preview(&values(&[("A", 2)]), " A "), None);
        let said = preview(&values(&[("A", 10), ("", 2), ("B", 188)]), "B").unwrap();
        assert!(
            said.contains("12") && said.contains("200") && said.contains('A') && said.contains("10"),
            "{said}"
        );
        let many: Vec<(&str, usize)> = ["C", "D", "E", "F", "G"].map(|name| (name, 1)).to_vec();
        let said = preview(&values(&many), "").unwrap();
        assert!(
            said.contains('E') && !said.contains('F') && said.contains('…'),
            "{said}"
        );
    }
}
