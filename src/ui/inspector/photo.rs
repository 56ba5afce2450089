//! A photo's form: metadata, caption, rights, what it shows, tags.

use egui::Ui;
use egui_material_icons::icons;

use super::draft::{Draft, optional};
use super::parts::{tags_row, text_row};
use crate::case::{CaseError, Reader};
use crate::model::id::{PhotoId, StrikeId};
use crate::model::photo::PhotoKind;
use crate::model::record::{RecordKind, RecordRef, Recorded};
use crate::model::{Change, Photo, Strike};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::pictures::{Detail as Size, Picture};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::photos::{LinkMenu, kind_name};
use crate::ui::widgets::{
    Action, Field, TagEvent, Text, bytes, gap, message, pair, section, tag_field, weak_text,
};

/// A photo with what hangs on it.
struct Detail {
    photo: Photo,
    tags: Vec<String>,
    subjects: Vec<(RecordRef, String)>,
    metadata: Vec<(String, String, String)>,
}

fn load(reader: &Reader, id: PhotoId) -> Result<Option<Detail>, CaseError> {
    let Some(photo) = reader.get::<Photo>(id)? else {
        return Ok(None);
    };
    let mut subjects = Vec::new();
    for subject in reader.subjects(id)? {
        let title = reader.title(&subject)?;
        subjects.push((subject, title));
    }
    Ok(Some(Detail {
        tags: reader.tags_of(&photo.record_ref())?,
        subjects,
        metadata: reader.metadata(id)?,
        photo,
    }))
}

/// A photo's form.
#[derive(Default)]
pub struct PhotoForm {
    detail: Remote<PhotoId, Option<Detail>>,
    draft: Draft<Photo>,
    link: LinkMenu,
    credit: String,
}

impl PhotoForm {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        gap(ui, space::S);
        let photos = desk.selected_photos();
        if photos.len() > 1 {
            self.several(ui, desk, &photos);
            return;
        }
        let Some(&id) = photos.last() else { return };
        let Some(Some(detail)) = self.detail.get(&desk.link, id, move |reader| load(reader, id)) else {
            return;
        };
        self.draft.sync(&detail.photo);
        if desk.refused {
            self.draft.refused();
        }
        let (draft, photo) = (&mut self.draft, &detail.photo);
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
            tags_row(ui, desk, &photo.record_ref(), &detail.tags);
            subjects(ui, desk, id, detail, &mut self.link);
            section(ui, t("photo-facts"), |ui| facts(ui, photo));
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
            section(ui, t("photo-metadata"), |ui| {
                for (_, name, value) in &detail.metadata {
                    pair(ui, name, value);
                }
                if detail.metadata.is_empty() {
                    weak_text(ui, t("photo-no-metadata"));
                }
                gap(ui, space::S);
            });
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
    }

    /// What several photos can be given at once.
    fn several(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &[PhotoId]) {
        let title = tf("photos-selected", &[("count", photos.len().into())]);
        ui.add(Text::new(&title).kind(Type::Heading));
        gap(ui, space::M);
        self.link.button(ui, desk, photos);
        gap(ui, space::M);
        let known = desk.tag_names();
        if let TagEvent::Added(name) = tag_field(ui, t("form-tags"), &[], &known) {
            desk.apply(Change::AddTag {
                name,
                vocabulary: String::new(),
                records: photos.iter().map(|photo| (*photo).into()).collect(),
            });
        }
        gap(ui, space::M);
        Field::new(t("photo-credit"))
            .hint(t("photo-credit-all"))
            .show(ui, &mut self.credit);
        let reason = self.credit.trim().is_empty().then(|| t("photo-credit-needed"));
        if ui
            .add(Action::secondary(t("photo-credit-set")).unless(reason))
            .clicked()
        {
            let credit = optional(self.credit.trim());
            let changes = photos.iter().map(|photo| Change::Edit {
                record: (*photo).into(),
                fields: [("credit".to_owned(), credit.clone().into())]
                    .into_iter()
                    .collect(),
            });
            desk.apply_all(changes.collect());
            self.credit.clear();
        }
    }
}

fn thumbnail(ui: &mut Ui, desk: &mut Desk, photo: &Photo) {
    if photo.undecodable.is_some() || matches!(desk.place, Place::Photo(_)) {
        return;
    }
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, width * 0.62), egui::Sense::hover());
    ui.painter().rect_filled(rect, 5.0, Tokens::of(ui).sunken);
    if let Picture::Ready(picture) = desk.pictures.best(&desk.link, photo.id, Size::Large) {
        let [w, h] = picture.size.map(|side| side as f32);
        let scale = (rect.width() / w).min(rect.height() / h);
        let fitted = egui::Rect::from_center_size(rect.center(), egui::vec2(w, h) * scale);
        picture.paint(ui.painter(), fitted, 0);
    }
    gap(ui, space::S);
}

/// What the photo shows, and linking it.
fn subjects(ui: &mut Ui, desk: &mut Desk, id: PhotoId, detail: &Detail, link: &mut LinkMenu) {
    section(ui, t("photo-shows"), |ui| {
        for (subject, title) in &detail.subjects {
            let title = if title.is_empty() {
                t("record-untitled")
            } else {
                title
            };
            ui.horizontal(|ui| {
                if ui.add(Action::quiet(title)).clicked() {
                    desk.selected = vec![subject.clone()];
                    desk.go(match subject.kind {
                        RecordKind::Strike => Place::Strikes,
                        RecordKind::Weapon => Place::Weapons,
                        _ => Place::Components,
                    });
                }
                ui.add(Text::new(kind_name(subject.kind)).kind(Type::Caption).weak());
                if subject.kind == RecordKind::Strike {
                    let name = tf("photo-cover", &[("title", title.into())]);
                    if ui.add(Action::icon(icons::ICON_WALLPAPER, &name)).clicked()
                        && let Ok(strike) = subject.id.parse::<StrikeId>()
                    {
                        desk.apply(cover(strike, id));
                    }
                }
                let name = tf("photo-unlink", &[("title", title.into())]);
                if ui.add(Action::icon(icons::ICON_LINK_OFF, &name)).clicked() {
                    desk.apply(Change::UnlinkPhotos {
                        photos: vec![id],
                        subject: subject.clone(),
                    });
                }
            });
        }
        if detail.subjects.is_empty() {
            weak_text(ui, t("photo-shows-nothing"));
        }
        gap(ui, space::XS);
        link.button(ui, desk, &[id]);
        gap(ui, space::S);
    });
}

/// Makes the photo stand for the strike on the calendar.
fn cover(strike: StrikeId, photo: PhotoId) -> Change {
    Change::Edit {
        record: RecordRef::new(Strike::KIND, strike),
        fields: [("cover_photo".to_owned(), photo.to_string().into())]
            .into_iter()
            .collect(),
    }
}

fn facts(ui: &mut Ui, photo: &Photo) {
    let unknown = || t("form-unknown").to_owned();
    let captured = photo.captured.as_ref().map_or_else(unknown, |captured| {
        let offset = photo.captured_offset.as_deref().unwrap_or(t("photo-no-offset"));
        format!("{} {offset}", captured.replace('T', " "))
    });
    pair(ui, t("photo-captured"), &captured);
    if let Some(origin) = &photo.captured_origin {
        pair(ui, t("photo-origin"), origin);
    }
    let size = if photo.width == 0 {
        unknown()
    } else {
        format!("{} × {}", photo.width, photo.height)
    };
    pair(
        ui,
        t("photo-size"),
        &format!("{size} · {} · {}", photo.format, bytes(photo.byte_size)),
    );
    let camera = match (&photo.camera_make, &photo.camera_model) {
        // Many makers repeat their name in the model.
        (Some(make), Some(model)) if !model.to_lowercase().starts_with(&make.to_lowercase()) => {
            format!("{make} {model}")
        }
        (_, Some(name)) | (Some(name), None) => name.clone(),
        (None, None) => unknown(),
    };
    pair(ui, t("photo-camera"), &camera);
    if let (Some(latitude), Some(longitude)) = (photo.latitude, photo.longitude) {
        pair(ui, t("photo-position"), &format!("{latitude:.6}, {longitude:.6}"));
    }
    if let Some(time) = &photo.gps_time {
        pair(ui, t("photo-gps-time"), &time.replace('T', " "));
    }
    if let Some(path) = &photo.source_path {
        pair(ui, t("photo-source"), path);
    }
    let added = photo.added.strftime("%Y-%m-%d %H:%M:%SZ").to_string();
    pair(ui, t("photo-added"), &added);
    ui.horizontal(|ui| {
        weak_text(ui, t("photo-sha256"));
        if ui
            .add(Action::icon(icons::ICON_CONTENT_COPY, t("photo-copy-sha256")))
            .clicked()
        {
            ui.ctx().copy_text(photo.sha256.to_string());
        }
    });
    ui.add(Text::new(&photo.sha256.to_string()).kind(Type::Mono));
    gap(ui, space::S);
}
