//! What a photo shows: each linked record, to go to, to unlink, or to be the cover of.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use super::{Detail, Subject};
use crate::model::id::{PhotoId, StrikeId};
use crate::model::record::{RecordKind, RecordRef, Recorded};
use crate::model::{Change, Strike};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::seek;
use crate::ui::theme::{Type, size, space};
use crate::ui::views::photos::{LinkMenu, kind_name};
use crate::ui::widgets::{Action, Text, gap, section, weak_text};

/// What the photo shows, and linking it.
pub(super) fn subjects(ui: &mut Ui, desk: &mut Desk, id: PhotoId, detail: &Detail, link: &mut LinkMenu) {
    section(ui, t("photo-shows"), |ui| {
        for subject in &detail.subjects {
            one(ui, desk, id, subject);
        }
        if detail.subjects.is_empty() {
            weak_text(ui, t("photo-shows-nothing"));
        }
        gap(ui, space::XS);
        let record = id.into();
        seek::place(ui, Some(&record), "subjects", |ui| {
            link.button(ui, desk, &[id], t("photos-link"));
        });
        gap(ui, space::S);
    });
}

fn one(ui: &mut Ui, desk: &mut Desk, photo: PhotoId, subject: &Subject) {
    let Subject {
        record,
        title,
        is_cover,
    } = subject;
    let title = if title.is_empty() {
        t("record-untitled")
    } else {
        title
    };
    let room = egui::vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let name = tf("photo-unlink", &[("title", title.into())]);
        if ui.add(Action::icon(icons::ICON_LINK_OFF, &name)).clicked() {
            desk.apply(Change::UnlinkPhotos {
                photos: vec![photo],
                subject: record.clone(),
            });
        }
        if record.kind == RecordKind::Strike {
            let key = if *is_cover {
                "photo-is-cover"
            } else {
                "photo-cover"
            };
            let name = tf(key, &[("title", title.into())]);
            let cover = Action::icon(icons::ICON_WALLPAPER, &name).selected(*is_cover);
            if ui.add(cover).clicked()
                && let Ok(strike) = record.id.parse()
            {
                desk.apply(set_cover(strike, (!is_cover).then_some(photo)));
            }
        }
        ui.add_space(space::XS);
        ui.add(Text::new(kind_name(record.kind)).kind(Type::Caption).weak());
        ui.add_space(space::XS);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if ui
                .add(Action::icon(
                    icons::ICON_ARROW_FORWARD,
                    &tf("photo-go", &[("title", title.into())]),
                ))
                .clicked()
            {
                desk.selected = vec![record.clone()];
                desk.go(match record.kind {
                    RecordKind::Strike => Place::Strikes,
                    RecordKind::Weapon => Place::Weapons,
                    _ => Place::Components,
                });
            }
            ui.add(Text::new(title).truncate());
        });
    });
}

/// Makes the photo stand for the strike on the calendar, or none.
fn set_cover(strike: StrikeId, photo: Option<PhotoId>) -> Change {
    let photo = photo.map(|photo| photo.to_string());
    Change::Edit {
        record: RecordRef::new(Strike::KIND, strike),
        fields: [("cover_photo".to_owned(), photo.into())].into_iter().collect(),
    }
}
