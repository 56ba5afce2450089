//! A strike's form.

use egui::Ui;
use egui_material_icons::icons;

use super::super::draft::{Draft, optional};
use super::super::parts::{
    PlaceFields, PlaceSlots, date_row, link_row, photo_strip, place_rows, sources, tags_row, text_row,
};
use crate::case::{CaseError, PhotoRow, Reader, WeaponRow};
use crate::model::id::StrikeId;
use crate::model::record::Recorded;
use crate::model::strike::StrikeStatus;
use crate::model::{Change, Strike, Weapon};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, Text, gap, section, segmented};

/// A strike with what hangs on it.
struct Detail {
    strike: Strike,
    tags: Vec<String>,
    weapons: Vec<WeaponRow>,
    photos: Vec<PhotoRow>,
}

fn load(reader: &Reader, id: StrikeId) -> Result<Option<Detail>, CaseError> {
    let Some(strike) = reader.get::<Strike>(id)? else {
        return Ok(None);
    };
    let name = strike.record_ref();
    Ok(Some(Detail {
        tags: reader.tags_of(&name)?,
        weapons: reader.weapons_of(id)?,
        photos: reader.photos_of(&name)?,
        strike,
    }))
}

/// A strike's form.
#[derive(Default)]
pub struct StrikeForm {
    detail: Remote<StrikeId, Option<Detail>>,
    draft: Draft<Strike>,
    focused: Option<StrikeId>,
}

impl StrikeForm {
    /// Draws the form of the selected strike.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let Some(id) = desk.selected_strike() else { return };
        let Some(Some(detail)) = self.detail.get(&desk.link, id, move |reader| load(reader, id)) else {
            return;
        };
        self.draft.sync(&detail.strike);
        if desk.refused {
            self.draft.refused();
        }
        let (draft, strike) = (&mut self.draft, &detail.strike);
        ui.push_id(id, |ui| {
            ui.add(Text::new(t("record-strike")).kind(Type::Small).weak());
            let title = Field::new(t("form-title")).hint(t("form-strike-title-hint"));
            let output = draft.field(ui, "title", title, &strike.title, |text, strike| {
                text.clone_into(&mut strike.title);
                Ok(())
            });
            // A strike that was just made: the person goes on typing.
            let is_new = desk
                .applied
                .as_ref()
                .is_some_and(|done| done.records.contains(&id.into()));
            if is_new && strike.title.is_empty() && self.focused != Some(id) {
                output.response.request_focus();
                self.focused = Some(id);
            }
            gap(ui, space::XS);
            date_row(
                ui,
                draft,
                "occurred",
                t("form-occurred"),
                strike.occurred.as_ref(),
                |s| &mut s.occurred,
            );
            date_row(
                ui,
                draft,
                "reported",
                t("form-reported"),
                strike.reported.as_ref(),
                |s| &mut s.reported,
            );
            place_rows(
                ui,
                draft,
                &PlaceFields {
                    name: strike.place_name.as_deref(),
                    latitude: strike.latitude,
                    longitude: strike.longitude,
                    radius_m: strike.radius_m,
                },
                |strike| PlaceSlots {
                    name: &mut strike.place_name,
                    latitude: &mut strike.latitude,
                    longitude: &mut strike.longitude,
                    radius_m: &mut strike.radius_m,
                },
            );
            text_row(
                ui,
                draft,
                "target",
                t("form-target"),
                strike.target.as_deref(),
                |s| &mut s.target,
            );
            tags_row(ui, desk, &strike.record_ref(), &detail.tags);
            weapons(ui, desk, detail);
            section(ui, t("form-photos"), |ui| {
                photo_strip(ui, desk, &detail.photos);
                gap(ui, space::S);
            });
            section(ui, t("form-more"), |ui| {
                let mut status = strike.status;
                let choices = [
                    (None, t("form-status-none")),
                    (Some(StrikeStatus::Reported), t("form-status-reported")),
                    (Some(StrikeStatus::Confirmed), t("form-status-confirmed")),
                    (Some(StrikeStatus::Disputed), t("form-status-disputed")),
                ];
                if segmented(ui, t("form-status"), &mut status, &choices) {
                    draft.set(|strike| strike.status = status);
                }
                gap(ui, space::S);
                let zone = Field::new(t("form-zone")).hint("Europe/Kyiv");
                let shown = strike.time_zone.as_deref().unwrap_or_default();
                draft.field(ui, "zone", zone, shown, |text, strike| {
                    if !text.is_empty() && jiff::tz::TimeZone::get(text).is_err() {
                        return Err(tf("form-zone-wrong", &[("zone", text.into())]));
                    }
                    strike.time_zone = optional(text);
                    Ok(())
                });
                gap(ui, space::XS);
                text_row(
                    ui,
                    draft,
                    "reported by",
                    t("form-reported-by"),
                    strike.reported_by.as_deref(),
                    |s| &mut s.reported_by,
                );
                text_row(
                    ui,
                    draft,
                    "link",
                    t("form-reported-link"),
                    strike.reported_link.as_deref(),
                    |s| &mut s.reported_link,
                );
                let notes = Field::new(t("form-notes")).lines(4);
                draft.field(ui, "notes", notes, &strike.notes, |text, strike| {
                    text.clone_into(&mut strike.notes);
                    Ok(())
                });
                gap(ui, space::S);
            });
            if let Some(list) = sources(ui, &strike.sources) {
                draft.set(|strike| strike.sources = list);
            }
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
    }
}

fn weapons(ui: &mut Ui, desk: &mut Desk, detail: &Detail) {
    section(ui, t("form-weapons"), |ui| {
        for weapon in &detail.weapons {
            let parts = tf("count-components", &[("count", weapon.components.into())]);
            if link_row(ui, &weapon.title, &parts) {
                desk.select(weapon.id);
                desk.go(Place::Weapons);
            }
        }
        let new = Action::secondary(t("form-new-weapon")).with_icon(icons::ICON_ADD);
        if ui.add(new).clicked() {
            let weapon = Weapon {
                strike: Some(detail.strike.id),
                ..Weapon::default()
            };
            desk.select(weapon.id);
            desk.go(Place::Weapons);
            desk.apply(Change::Create(weapon.into()));
        }
        gap(ui, space::S);
    });
}
