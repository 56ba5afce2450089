//! A camera's clock that was wrong: how far off it was and how that is known, for one photo or for all that are
//! selected. What the camera said stays beside it.

use std::sync::Arc;

use egui::Ui;

use crate::case::{CaseError, Reader};
use crate::model::id::PhotoId;
use crate::model::photo::{clock_shift, is_offset};
use crate::model::{Change, Photo};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Field, folded_section, gap, weak_text};

/// The first of the photos that has a time: the one that the preview shows.
fn load(reader: &Reader, photos: &[PhotoId]) -> Result<Option<Photo>, CaseError> {
    for photo in photos {
        let photo = reader.get::<Photo>(*photo)?;
        if photo.as_ref().is_some_and(|photo| photo.captured.is_some()) {
            return Ok(photo);
        }
    }
    Ok(None)
}

/// What is being typed.
#[derive(Default)]
pub(super) struct Clock {
    first: Remote<Arc<[PhotoId]>, Option<Photo>>,
    of: Arc<[PhotoId]>,
    shift: String,
    offset: String,
    basis: String,
}

impl Clock {
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &Arc<[PhotoId]>) {
        if self.of != *photos {
            self.of = Arc::clone(photos);
            self.shift.clear();
            self.offset.clear();
        }
        folded_section(ui, "photo-clock", t("photo-clock"), |ui| self.contents(ui, desk));
    }

    fn contents(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let asked = Arc::clone(&self.of);
        let first = self.first.get(&desk.link, Arc::clone(&self.of), move |reader| {
            load(reader, &asked)
        });
        let Some(first) = first else { return };
        let Some(first) = first else {
            weak_text(ui, t("photo-clock-no-time"));
            gap(ui, space::S);
            return;
        };
        let captured = first.captured.as_deref();
        let shift = clock_shift(&self.shift, captured);
        let typed = !self.shift.trim().is_empty();
        let wrong = (typed && shift.is_none()).then(|| t("photo-clock-wrong"));
        Field::new(t("photo-clock-shift"))
            .hint(t("photo-clock-shift-hint"))
            .error(wrong)
            .show(ui, &mut self.shift);
        let offset = self.offset.trim().to_owned();
        let has_offset = !offset.is_empty();
        let wrong_offset = (has_offset && !is_offset(&offset)).then(|| t("case-clock-offset"));
        Field::new(t("photo-clock-offset"))
            .hint("+03:00")
            .error(wrong_offset)
            .show(ui, &mut self.offset);
        Field::new(t("photo-clock-basis"))
            .hint(t("photo-clock-basis-hint"))
            .show(ui, &mut self.basis);
        if let Some(shift) = shift {
            let after = Photo {
                clock_shift_s: Some(shift),
                ..first.clone()
            };
            let words = |time: Option<String>| time.unwrap_or_default().replace('T', " ");
            let facts = [
                ("file", first.file_name.as_str().into()),
                ("before", words(first.captured.clone()).into()),
                ("after", words(after.taken()).into()),
            ];
            weak_text(ui, &tf("photo-clock-preview", &facts));
        }
        gap(ui, space::XS);
        let missing = if shift.is_none() && !has_offset {
            Some(t("photo-clock-nothing"))
        } else if (typed && shift.is_none()) || wrong_offset.is_some() {
            Some(t("photo-clock-wrong"))
        } else if self.basis.trim().is_empty() {
            Some(t("photo-clock-no-basis"))
        } else {
            None
        };
        let name = tf("photo-clock-correct", &[("count", self.of.len().into())]);
        if ui.add(Action::secondary(&name).unless(missing)).clicked() {
            let mut fields = crate::model::record::Fields::new();
            if let Some(shift) = shift {
                fields.insert("clock_shift_s".to_owned(), (shift != 0).then_some(shift).into());
            }
            if has_offset {
                fields.insert("clock_offset".to_owned(), offset.into());
            }
            fields.insert("clock_basis".to_owned(), self.basis.trim().into());
            desk.apply(Change::EditAll {
                records: self.of.iter().map(|photo| (*photo).into()).collect(),
                fields,
            });
            self.shift.clear();
            self.offset.clear();
        }
        gap(ui, space::S);
    }
}
