//! A component's form.

use egui::Ui;

use super::super::checklist::ChecklistLine;
use super::super::draft::{Draft, optional};
use super::super::parts::{choice_row, notes_row, number_row, tags_row, text_row, vocabulary_menu};
use super::super::picker::Picked;
use super::alarm::alarm_lines;
use super::custody::CustodyEditor;
use super::dates::date_row;
use super::links::{Tie, link_row, photo_strip, tie_row};
use super::place::{PlaceFields, PlaceRows, PlaceSlots};
use super::sources::SourcesEditor;
use super::title::TitleField;
use crate::case::{AlarmRow, AlarmScope, CaseError, PhotoName, Reader};
use crate::model::component::{Seen, Supply, WeekProfile};
use crate::model::id::{ComponentId, MarkingId, WeaponId};
use crate::model::record::Recorded;
use crate::model::{Component, Custody, Vocabulary};
use crate::text::t;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::seek;
use crate::ui::theme::space;
use crate::ui::widgets::{Field, folded_section, gap, section, weak_text};

/// A component with what hangs on it.
struct Detail {
    component: Component,
    tags: Vec<String>,
    weapon_title: String,
    parent_title: String,
    weapons: Vec<(WeaponId, String)>,
    others: Vec<(ComponentId, String)>,
    markings: Vec<(MarkingId, String, String)>,
    photos: Vec<PhotoName>,
    custody: Vec<Custody>,
}

fn load(reader: &Reader, id: ComponentId) -> Result<Option<Detail>, CaseError> {
    let Some(component) = reader.get::<Component>(id)? else {
        return Ok(None);
    };
    let name = component.record_ref();
    let weapon_title = match component.weapon {
        Some(weapon) => reader.title(&weapon.into())?,
        None => String::new(),
    };
    let parent_title = match component.parent {
        Some(parent) => reader.title(&parent.into())?,
        None => String::new(),
    };
    let mut others = reader.component_titles()?;
    others.retain(|(other, _)| *other != id);
    Ok(Some(Detail {
        tags: reader.tags_of(&name)?,
        weapon_title,
        parent_title,
        weapons: reader.weapon_titles()?,
        others,
        markings: reader.markings_of_component(id)?,
        photos: reader.photos_around(&name)?,
        custody: reader.custody_of(id)?,
        component,
    }))
}

/// A component's form.
#[derive(Default)]
pub struct ComponentForm {
    detail: Remote<ComponentId, Option<Detail>>,
    draft: Draft<Component>,
    title: TitleField,
    place: PlaceRows,
    sources: SourcesEditor,
    custody: CustodyEditor,
    checklist: ChecklistLine,
    alarms: Remote<(ComponentId, jiff::civil::Date), Vec<AlarmRow>>,
}

impl ComponentForm {
    /// Draws the form of the selected component.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let Some(id) = desk.selected_component() else {
            return;
        };
        self.title.watch(desk, &id.into());
        let Some(Some(detail)) = self.detail.get(&desk.link, id, move |reader| load(reader, id)) else {
            return;
        };
        self.draft.sync(&detail.component);
        if desk.refused {
            self.draft.refused();
        }
        let (draft, component) = (&mut self.draft, &detail.component);
        ui.push_id(id, |ui| {
            // Above the title, so that Tab leads from that to the fields.
            self.checklist.show(ui, desk, &component.record_ref());
            let head = (t("record-component"), t("form-component-title-hint"));
            self.title
                .show(ui, desk, draft, head, &component.title, |c| &mut c.title);
            first_fields(ui, desk, draft, detail);
            tags_row(ui, desk, &component.record_ref(), &detail.tags);
            let today = desk.today;
            let alarms = self.alarms.get(&desk.link, (id, today), move |reader| {
                reader.alarms(AlarmScope::Component(id), today)
            });
            if let Some(alarms) = alarms {
                alarm_lines(ui, desk, alarms);
            }
            section(ui, t("form-markings"), |ui| {
                for (marking, text, accepted) in &detail.markings {
                    let clicked = ui.push_id(marking, |ui| link_row(ui, text, accepted)).inner;
                    if clicked {
                        desk.select(*marking);
                        desk.go(Place::Marking(*marking));
                    }
                }
                weak_text(ui, t("form-markings-hint"));
            });
            section(ui, t("form-photos"), |ui| {
                photo_strip(ui, desk, &detail.photos, None);
            });
            let place = &mut self.place;
            section(ui, t("form-recovery"), |ui| {
                recovery(ui, desk, place, draft, component)
            });
            self.custody.show(ui, desk, id, &detail.custody, &detail.photos);
            folded_section(ui, "component", t("form-more"), |ui| {
                more(ui, desk, draft, detail);
            });
            self.sources
                .show(ui, draft, &component.sources, |component| &mut component.sources);
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.custody.leave(desk);
        self.draft.leave();
        desk.apply_all(self.draft.changes());
    }
}

fn first_fields(ui: &mut Ui, desk: &mut Desk, draft: &mut Draft<Component>, detail: &Detail) {
    let component = &detail.component;
    let words = desk.vocabularies();
    let terms = words.offered(Vocabulary::ComponentKind);
    let stored = component.kind.as_deref().unwrap_or_default();
    let shown = words.label(Vocabulary::ComponentKind, stored);
    let field = Field::new(t("form-kind")).hint(t("form-kind-hint"));
    let output = draft.suggesting(ui, "kind", field, (shown, terms), |text, component| {
        component.kind = optional(&words.id(Vocabulary::ComponentKind, text));
        Ok(())
    });
    vocabulary_menu(desk, &output.response, Vocabulary::ComponentKind);
    gap(ui, space::XS);
    let tied = component
        .weapon
        .as_ref()
        .map(|weapon| (weapon, detail.weapon_title.as_str()));
    let record = component.record_ref();
    let tie = seek::place(ui, Some(&record), "weapon", |ui| {
        tie_row(ui, t("form-weapon"), tied, &detail.weapons)
    });
    match tie {
        Some(Tie::Picked(Picked::Some(weapon))) => draft.set(|component| component.weapon = Some(weapon)),
        Some(Tie::Picked(Picked::None)) => draft.set(|component| component.weapon = None),
        Some(Tie::Go(weapon)) => {
            desk.select(weapon);
            desk.go(Place::Weapons);
        }
        None => {}
    }
    gap(ui, space::XS);
    text_row(
        ui,
        draft,
        "exhibit_number",
        t("form-exhibit"),
        component.exhibit_number.as_deref(),
        |c| &mut c.exhibit_number,
    );
    text_row(
        ui,
        draft,
        "condition",
        t("form-condition"),
        component.condition.as_deref(),
        |c| &mut c.condition,
    );
}

fn recovery(
    ui: &mut Ui,
    desk: &Desk,
    place: &mut PlaceRows,
    draft: &mut Draft<Component>,
    component: &Component,
) {
    date_row(
        ui,
        draft,
        "recovered",
        t("form-recovered"),
        component.recovered.as_ref(),
        |c| &mut c.recovered,
    );
    place.show(
        ui,
        desk,
        draft,
        &PlaceFields {
            name: component.place_name.as_deref(),
            latitude: component.latitude,
            longitude: component.longitude,
            radius_m: component.radius_m,
        },
        |component| PlaceSlots {
            name: &mut component.place_name,
            latitude: &mut component.latitude,
            longitude: &mut component.longitude,
            radius_m: &mut component.radius_m,
        },
    );
    text_row(
        ui,
        draft,
        "recovered_by",
        t("form-recovered-by"),
        component.recovered_by.as_deref(),
        |c| &mut c.recovered_by,
    );
    text_row(
        ui,
        draft,
        "kept_at",
        t("form-kept-at"),
        component.kept_at.as_deref(),
        |c| &mut c.kept_at,
    );
    date_row(
        ui,
        draft,
        "documented",
        t("form-documented"),
        component.documented.as_ref(),
        |c| &mut c.documented,
    );
    let mut seen = component.seen;
    let choices = [
        (None, t("form-unknown")),
        (Some(Seen::InPerson), t("form-seen-in-person")),
        (Some(Seen::PhotosOnly), t("form-seen-photos-only")),
    ];
    let record = component.record_ref();
    let is_chosen = seek::place(ui, Some(&record), "seen", |ui| {
        choice_row(ui, t("form-seen"), &mut seen, &choices)
    });
    if is_chosen {
        draft.set(|component| component.seen = seen);
    }
}

fn more(ui: &mut Ui, desk: &mut Desk, draft: &mut Draft<Component>, detail: &Detail) {
    let component = &detail.component;
    let mut supply = component.supply;
    let choices = [
        (None, t("form-unknown")),
        (Some(Supply::Domestic), t("form-supply-domestic")),
        (Some(Supply::Imported), t("form-supply-imported")),
    ];
    let record = component.record_ref();
    let is_chosen = seek::place(ui, Some(&record), "supply", |ui| {
        choice_row(ui, t("form-supply"), &mut supply, &choices)
    });
    if is_chosen {
        draft.set(|component| component.supply = supply);
    }
    text_row(
        ui,
        draft,
        "maker",
        t("form-maker-marked"),
        component.maker.as_deref(),
        |c| &mut c.maker,
    );
    text_row(
        ui,
        draft,
        "part_number",
        t("form-part-number"),
        component.part_number.as_deref(),
        |c| &mut c.part_number,
    );
    let mut profile = component.week_profile;
    let profiles = [
        (None, t("form-weeks-unknown")),
        (Some(WeekProfile::Iso), t("form-weeks-iso")),
        (Some(WeekProfile::Tolerant), t("form-weeks-tolerant")),
        (Some(WeekProfile::Mil38535), t("form-weeks-mil38535")),
        (Some(WeekProfile::Fairchild6), t("form-weeks-fairchild6")),
    ];
    let is_chosen = seek::place(ui, Some(&record), "week_profile", |ui| {
        choice_row(ui, t("form-weeks"), &mut profile, &profiles)
    });
    if is_chosen {
        draft.set(|component| component.week_profile = profile);
    }
    let field = Field::new(t("form-quantity"));
    let shown = component.quantity.to_string();
    draft.field(ui, "quantity", field, &shown, |text, component| {
        component.quantity = text
            .parse()
            .ok()
            .filter(|quantity| *quantity > 0)
            .ok_or_else(|| t("case-quantity").to_owned())?;
        Ok(())
    });
    gap(ui, space::XS);
    size(ui, draft, component);
    let tied = component
        .parent
        .as_ref()
        .map(|parent| (parent, detail.parent_title.as_str()));
    let tie = seek::place(ui, Some(&record), "parent", |ui| {
        tie_row(ui, t("form-parent"), tied, &detail.others)
    });
    match tie {
        Some(Tie::Picked(Picked::Some(parent))) => draft.set(|component| component.parent = Some(parent)),
        Some(Tie::Picked(Picked::None)) => draft.set(|component| component.parent = None),
        Some(Tie::Go(parent)) => desk.select(parent),
        None => {}
    }
    gap(ui, space::XS);
    notes_row(ui, draft, &component.notes, |c| &mut c.notes);
}

/// Length, width and height side by side, and the mass.
fn size(ui: &mut Ui, draft: &mut Draft<Component>, component: &Component) {
    ui.columns_const(|[length, width, height]| {
        number_row(
            length,
            draft,
            "length_mm",
            (t("form-length"), "mm"),
            component.length_mm,
            |c| &mut c.length_mm,
        );
        number_row(
            width,
            draft,
            "width_mm",
            (t("form-width"), "mm"),
            component.width_mm,
            |c| &mut c.width_mm,
        );
        number_row(
            height,
            draft,
            "height_mm",
            (t("form-height"), "mm"),
            component.height_mm,
            |c| &mut c.height_mm,
        );
    });
    number_row(
        ui,
        draft,
        "mass_g",
        (t("form-mass"), "g"),
        component.mass_g,
        |c| &mut c.mass_g,
    );
}
