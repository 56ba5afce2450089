//! Several photos at once: what is typed goes to all of them, as one step. Where they differ the field says so
//! and stays empty, and nothing is overwritten until somebody types.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Ui;
use egui_material_icons::icons;

use crate::case::{CaseError, Reader};
use crate::model::id::PhotoId;
use crate::model::record::RecordRef;
use crate::model::{Change, Photo};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::views::photos::LinkMenu;
use crate::ui::widgets::{Action, Field, FieldEvent, TagEvent, Text, gap, section, tag_field, weak_text};

/// So many photos are compared; the values of more are not looked up, and the fields say so.
const COMPARED: usize = 2000;

/// The fields that all can be given: the column, and the key of its label.
const FIELDS: [(&str, &str); 3] = [
    ("photographer", "photo-photographer"),
    ("credit", "photo-credit"),
    ("licence", "photo-licence"),
];

/// What the photos have in common.
#[derive(Debug, Clone, Default, PartialEq)]
enum Common {
    /// They were too many to be compared.
    #[default]
    Unknown,
    /// All have this; an empty text is nothing.
    Same(String),
    /// They differ.
    Mixed,
}

impl Common {
    fn with(self, value: &str) -> Self {
        match self {
            Self::Unknown => Self::Same(value.to_owned()),
            Self::Same(other) if other == value => Self::Same(other),
            _ => Self::Mixed,
        }
    }
}

/// What is known of the photos together.
struct Together {
    fields: [Common; FIELDS.len()],
    /// Each tag that one of them bears, and how many do.
    tags: Vec<(String, usize)>,
}

fn load(reader: &Reader, photos: &[PhotoId]) -> Result<Together, CaseError> {
    let mut fields: [Common; FIELDS.len()] = Default::default();
    let mut tags: BTreeMap<String, usize> = BTreeMap::new();
    if photos.len() <= COMPARED {
        for &id in photos {
            let Some(photo) = reader.get::<Photo>(id)? else {
                continue;
            };
            for (common, value) in fields
                .iter_mut()
                .zip([&photo.photographer, &photo.credit, &photo.licence])
            {
                *common = std::mem::take(common).with(value.as_deref().unwrap_or_default());
            }
            for tag in reader.tags_of(&id.into())? {
                *tags.entry(tag).or_default() += 1;
            }
        }
    }
    Ok(Together {
        fields,
        tags: tags.into_iter().collect(),
    })
}

/// The form of several photos.
#[derive(Default)]
pub(super) struct SeveralForm {
    together: Remote<Arc<[PhotoId]>, Together>,
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
        let together = self
            .together
            .get(&desk.link, Arc::clone(photos), move |reader| load(reader, &asked));
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
                let unknown = Common::Unknown;
                let common = together.map_or(&unknown, |together| &together.fields[place]);
                let (value, hint) = match common {
                    Common::Same(value) => (value.as_str(), ""),
                    Common::Mixed => ("", t("photo-several-values")),
                    Common::Unknown if count > COMPARED => ("", t("photo-several-not-compared")),
                    Common::Unknown => ("", ""),
                };
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
    let known = desk.tag_names();
    let mut change = match tag_field(ui, t("form-tags"), &all, &known) {
        TagEvent::None => None,
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

    #[test]
    fn values_are_the_same_only_if_all_are() {
        let common = |values: &[&str]| {
            values
                .iter()
                .fold(Common::Unknown, |common, value| common.with(value))
        };
        assert_eq!(common(&["A", "A"]), Common::Same("A".to_owned()));
        assert_eq!(common(&["A", "", "A"]), Common::Mixed);
        assert_eq!(common(&["", ""]), Common::Same(String::new()));
        assert_eq!(common(&[]), Common::Unknown);
    }
}
