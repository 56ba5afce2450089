//! A photo's form: metadata, caption, rights, what it shows, tags.

mod clock;
mod facts;
mod published;
mod several;
mod subjects;
mod track;

use egui::Ui;
use egui_material_icons::icons;

use super::checklist::ChecklistLine;
use super::draft::Draft;
use super::parts::{tags_row, text_row};
use crate::case::{CaseError, Published, Reader};
use crate::model::id::PhotoId;
use crate::model::photo::PhotoKind;
use crate::model::record::{RecordKind, RecordRef, Recorded};
use crate::model::{Photo, Strike};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::pictures::{Detail as Size, Picture};
use crate::ui::seek;
use crate::ui::selection::Selection;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::views::photos::LinkMenu;
use crate::ui::widgets::{Action, Field, Text, gap, message, section, select, weak_text};
use clock::Clock;
pub use facts::read_from;
use facts::{Table, facts};
use published::published;
use several::SeveralForm;
use subjects::subjects;
use track::ByTrack;

/// A record that a photo shows.
struct Subject {
    record: RecordRef,
    title: String,
    /// The photo stands for it on the calendar.
    is_cover: bool,
}

/// A photo with what hangs on it.
struct Detail {
    photo: Photo,
    tags: Vec<String>,
    subjects: Vec<Subject>,
    metadata: Vec<(String, String, String)>,
    /// The title of its set.
    set: Option<String>,
    published: Vec<Published>,
}

fn load(reader: &Reader, id: PhotoId) -> Result<Option<Detail>, CaseError> {
    let Some(photo) = reader.get::<Photo>(id)? else {
        return Ok(None);
    };
    let mut subjects = Vec::new();
    for record in reader.subjects(id)? {
        let title = reader.title(&record)?;
        let is_cover = record.kind == RecordKind::Strike
            && reader
                .get::<Strike>(&record.id)?
                .is_some_and(|strike| strike.cover_photo == Some(id));
        subjects.push(Subject {
            record,
            title,
            is_cover,
        });
    }
    Ok(Some(Detail {
        tags: reader.tags_of(&photo.record_ref())?,
        subjects,
        metadata: reader.metadata(id)?,
        set: match photo.photo_set {
            Some(set) => Some(reader.title(&set.into())?),
            None => None,
        },
        published: reader.published(id)?,
        photo,
    }))
}

/// A photo's form.
#[derive(Default)]
pub struct PhotoForm {
    detail: Remote<PhotoId, Option<Detail>>,
    draft: Draft<Photo>,
    link: LinkMenu,
    table: Table,
    selection: Selection<PhotoId>,
    several: SeveralForm,
    clock: Clock,
    track: ByTrack,
    checklist: ChecklistLine,
}

impl PhotoForm {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        gap(ui, space::S);
        if self.selection.sync(&desk.selected) {
            self.table.renew();
        }
        if self.selection.ids().len() > 1 {
            self.draft.leave();
            desk.apply_all(self.draft.changes());
            self.several.show(ui, desk, self.selection.ids());
            self.clock.show(ui, desk, self.selection.ids());
            self.track.show(ui, desk, self.selection.ids());
            return;
        }
        self.several.leave(desk);
        let Some(id) = self.selection.last() else {
            return;
        };
        let Some(Some(detail)) = self.detail.get(&desk.link, id, move |reader| load(reader, id)) else {
            return;
        };
        self.draft.sync(&detail.photo);
        if desk.refused {
            self.draft.refused();
        }
        let (draft, photo) = (&mut self.draft, &detail.photo);
        let (clock, track, photos) = (&mut self.clock, &mut self.track, self.selection.ids());
        let checklist = &mut self.checklist;
        ui.push_id(id, |ui| {
            thumbnail(ui, desk, photo);
            ui.add(Text::new(&photo.file_name).kind(Type::Strong).truncate());
            if photo.kind == PhotoKind::Illustration {
                message(ui, icons::ICON_DRAW, Tokens::of(ui).warn, t("photo-illustration"));
            }
            if let Some(reason) = &photo.undecodable {
                message(ui, icons::ICON_BROKEN_IMAGE, Tokens::of(ui).warn, reason);
            }
            for warning in &photo.warnings {
                message(ui, icons::ICON_INFO, Tokens::of(ui).info, warning);
            }
            gap(ui, space::S);
            let caption = Field::new(t("photo-caption"))
                .hint(t("photo-caption-hint"))
                .lines(2);
            draft.field(ui, "caption", caption, &photo.caption, |text, photo| {
                text.clone_into(&mut photo.caption);
                Ok(())
            });
            gap(ui, space::XS);
            checklist.show(ui, desk, &photo.record_ref());
            tags_row(ui, desk, &photo.record_ref(), &detail.tags);
            subjects(ui, desk, id, detail, &mut self.link);
            section(ui, t("photo-facts"), |ui| {
                kind(ui, draft, photo.kind);
                facts(ui, photo);
                if let (Some(set), Some(title)) = (photo.photo_set, &detail.set) {
                    weak_text(ui, t("photo-set"));
                    let show = tf("photo-set-show", &[("title", title.as_str().into())]);
                    let open = Action::quiet(title).with_icon(icons::ICON_PHOTO_ALBUM);
                    if ui.add(open).on_hover_text(show).clicked() {
                        desk.select(set);
                    }
                    gap(ui, space::S);
                }
            });
            clock.show(ui, desk, photos);
            let record = photo.record_ref();
            seek::place(ui, Some(&record), "position", |ui| {
                track.show(ui, desk, photos);
            });
            section(ui, t("photo-rights"), |ui| {
                text_row(
                    ui,
                    draft,
                    "photographer",
                    t("photo-photographer"),
                    photo.photographer.as_deref(),
                    |p| &mut p.photographer,
                );
                text_row(
                    ui,
                    draft,
                    "credit",
                    t("photo-credit"),
                    photo.credit.as_deref(),
                    |p| &mut p.credit,
                );
                text_row(
                    ui,
                    draft,
                    "licence",
                    t("photo-licence"),
                    photo.licence.as_deref(),
                    |p| &mut p.licence,
                );
                let notes = Field::new(t("form-notes")).lines(3);
                draft.field(ui, "notes", notes, &photo.notes, |text, photo| {
                    text.clone_into(&mut photo.notes);
                    Ok(())
                });
                gap(ui, space::S);
            });
            published(ui, &detail.published);
            section(ui, t("photo-metadata"), |ui| {
                self.table.show(ui, &detail.metadata);
            });
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
        self.several.leave(desk);
    }
}

/// Whether it is a photograph: a drawing must never pass for one.
fn kind(ui: &mut Ui, draft: &mut Draft<Photo>, now: PhotoKind) {
    let mut kind = now;
    let choices = [
        (PhotoKind::Photograph, t("photo-kind-photograph")),
        (PhotoKind::Clipboard, t("photo-kind-clipboard")),
        (PhotoKind::Illustration, t("photo-kind-illustration")),
        (PhotoKind::Document, t("photo-kind-document")),
    ];
    if select(ui, t("photo-kind"), &mut kind, &choices) {
        draft.set(|photo| photo.kind = kind);
    }
    gap(ui, space::S);
}

fn thumbnail(ui: &mut Ui, desk: &mut Desk, photo: &Photo) {
    if photo.undecodable.is_some() || matches!(desk.place, Place::Photo(_)) {
        return;
    }
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, width * 0.62), egui::Sense::hover());
    ui.painter()
        .rect_filled(rect, f32::from(radius::M), Tokens::of(ui).sunken);
    if let Picture::Ready(picture) = desk.pictures.best(&desk.link, photo.id, Size::Large) {
        let [w, h] = picture.size.map(|side| side as f32);
        let scale = (rect.width() / w).min(rect.height() / h);
        let fitted = egui::Rect::from_center_size(rect.center(), egui::vec2(w, h) * scale);
        picture.paint(ui.painter(), fitted, 0);
    }
    gap(ui, space::S);
}
