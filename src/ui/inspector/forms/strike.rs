//! A strike's form.

use egui::Ui;
use egui_material_icons::icons;

use super::super::checklist::ChecklistLine;
use super::super::draft::{Draft, optional};
use super::super::parts::{choice_row, notes_row, tags_row, text_row, vocabulary_menu};
use super::dates::date_row;
use super::lifeline::timeline_link;
use super::links::{link_row, photo_strip};
use super::place::{PlaceFields, PlaceRows, PlaceSlots};
use super::sources::SourcesEditor;
use super::title::TitleField;
use crate::case::{CaseError, PhotoName, Reader, WeaponRow};
use crate::model::id::StrikeId;
use crate::model::record::Recorded;
use crate::model::strike::StrikeStatus;
use crate::model::{Change, Strike, Vocabulary, Weapon};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::seek;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Field, folded_section, gap, section, select, weak_text};

/// Time zones to begin with; any other IANA name can be typed.
const ZONES: [&str; 3] = ["Europe/Kyiv", "UTC", "Europe/Moscow"];

/// A strike with what hangs on it.
struct Detail {
    strike: Strike,
    tags: Vec<String>,
    weapons: Vec<WeaponRow>,
    photos: Vec<PhotoName>,
}

fn load(reader: &Reader, id: StrikeId) -> Result<Option<Detail>, CaseError> {
    let Some(strike) = reader.get::<Strike>(id)? else {
        return Ok(None);
    };
    let name = strike.record_ref();
    Ok(Some(Detail {
        tags: reader.tags_of(&name)?,
        weapons: reader.weapons_of(id)?,
        photos: reader.photos_around(&name)?,
        strike,
    }))
}

/// A strike's form.
#[derive(Default)]
pub struct StrikeForm {
    detail: Remote<StrikeId, Option<Detail>>,
    draft: Draft<Strike>,
    title: TitleField,
    place: PlaceRows,
    sources: SourcesEditor,
    checklist: ChecklistLine,
}

impl StrikeForm {
    /// Draws the form of the selected strike.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let Some(id) = desk.selected_strike() else { return };
        self.title.watch(desk, &id.into());
        let Some(Some(detail)) = self.detail.get(&desk.link, id, move |reader| load(reader, id)) else {
            return;
        };
        self.draft.sync(&detail.strike);
        if desk.refused {
            self.draft.refused();
        }
        let (draft, strike) = (&mut self.draft, &detail.strike);
        ui.push_id(id, |ui| {
            // Above the title, so that Tab leads from that to the fields.
            self.checklist.show(ui, desk, &strike.record_ref());
            let head = (t("record-strike"), t("form-strike-title-hint"));
            self.title
                .show(ui, desk, draft, head, &strike.title, |s| &mut s.title);
            when(ui, desk, draft, strike);
            timeline_link(ui, desk);
            self.place.show(
                ui,
                desk,
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
            target(ui, desk, draft, strike);
            tags_row(ui, desk, &strike.record_ref(), &detail.tags);
            weapons(ui, desk, detail);
            section(ui, t("form-photos"), |ui| {
                photo_strip(ui, desk, &detail.photos, strike.cover_photo);
            });
            folded_section(ui, "strike", t("form-more"), |ui| more(ui, draft, detail));
            self.sources
                .show(ui, draft, &strike.sources, |strike| &mut strike.sources);
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
    }
}

/// When it happened and when it was reported, which are two things.
fn when(ui: &mut Ui, desk: &mut Desk, draft: &mut Draft<Strike>, strike: &Strike) {
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
    match strike.calendar_days() {
        Some((days, _)) => {
            let show = Action::quiet(t("form-show-in-calendar")).with_icon(icons::ICON_CALENDAR_MONTH);
            if ui.add(show).clicked() {
                desk.go(Place::Calendar(days.earliest()));
            }
        }
        None => {
            weak_text(ui, t("form-no-day"));
        }
    }
    gap(ui, space::XS);
}

/// What was hit: a term that is known, or any other words.
fn target(ui: &mut Ui, desk: &mut Desk, draft: &mut Draft<Strike>, strike: &Strike) {
    let words = desk.vocabularies();
    let terms = words.offered(Vocabulary::TargetKind);
    let stored = strike.target.as_deref().unwrap_or_default();
    let shown = words.label(Vocabulary::TargetKind, stored);
    let field = Field::new(t("form-target")).hint(t("form-target-hint"));
    let output = draft.suggesting(ui, "target", field, (shown, terms), |text, strike| {
        strike.target = optional(&words.id(Vocabulary::TargetKind, text));
        Ok(())
    });
    vocabulary_menu(desk, &output.response, Vocabulary::TargetKind);
    gap(ui, space::XS);
}

fn weapons(ui: &mut Ui, desk: &mut Desk, detail: &Detail) {
    section(ui, t("form-weapons"), |ui| {
        for weapon in &detail.weapons {
            let parts = tf("count-components", &[("count", weapon.components.into())]);
            let clicked = ui
                .push_id(weapon.id, |ui| link_row(ui, &weapon.title, &parts))
                .inner;
            if clicked {
                desk.select(weapon.id);
                desk.go(Place::Weapons);
            }
        }
        let new = Action::secondary(t("form-new-weapon")).with_icon(icons::ICON_ADD);
        let record = detail.strike.record_ref();
        let button = seek::place(ui, Some(&record), "weapons", |ui| ui.add(new));
        if button.clicked() {
            let weapon = Weapon {
                strike: Some(detail.strike.id),
                ..Weapon::default()
            };
            desk.select(weapon.id);
            desk.go(Place::Weapons);
            desk.apply(Change::Create(weapon.into()));
        }
    });
}

fn more(ui: &mut Ui, draft: &mut Draft<Strike>, detail: &Detail) {
    let strike = &detail.strike;
    let mut status = strike.status;
    let choices = [
        (None, t("form-status-none")),
        (Some(StrikeStatus::Reported), t("form-status-reported")),
        (Some(StrikeStatus::Confirmed), t("form-status-confirmed")),
        (Some(StrikeStatus::Disputed), t("form-status-disputed")),
    ];
    let record = strike.record_ref();
    let is_chosen = seek::place(ui, Some(&record), "status", |ui| {
        choice_row(ui, t("form-status"), &mut status, &choices)
    });
    if is_chosen {
        draft.set(|strike| strike.status = status);
    }
    let zone = Field::new(t("form-zone")).hint(ZONES[0]);
    let shown = strike.time_zone.as_deref().unwrap_or_default();
    draft.suggesting(ui, "time_zone", zone, (shown, &ZONES), |text, strike| {
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
        "reported_by",
        t("form-reported-by"),
        strike.reported_by.as_deref(),
        |s| &mut s.reported_by,
    );
    text_row(
        ui,
        draft,
        "reported_link",
        t("form-reported-link"),
        strike.reported_link.as_deref(),
        |s| &mut s.reported_link,
    );
    cover(ui, draft, detail);
    notes_row(ui, draft, &strike.notes, |s| &mut s.notes);
}

/// Which photo stands for it on the calendar.
fn cover(ui: &mut Ui, draft: &mut Draft<Strike>, detail: &Detail) {
    if detail.photos.is_empty() {
        return;
    }
    let mut cover = detail.strike.cover_photo;
    let choices: Vec<_> = std::iter::once((None, t("form-cover-first")))
        .chain(
            detail
                .photos
                .iter()
                .map(|photo| (Some(photo.id), photo.name.as_str())),
        )
        .collect();
    let record = detail.strike.record_ref();
    let is_chosen = seek::place(ui, Some(&record), "cover_photo", |ui| {
        select(ui, t("form-cover"), &mut cover, &choices)
    });
    if is_chosen {
        draft.set(|strike| strike.cover_photo = cover);
    }
    gap(ui, space::S);
}
