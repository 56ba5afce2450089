//! A weapon's form, with what the marks on its components say together.

use egui::Ui;
use egui_material_icons::icons;

use super::super::draft::{Draft, optional};
use super::super::parts::{link_row, photo_strip, sources, tags_row, text_row};
use super::super::picker::{Picked, picker};
use crate::case::{Assembly, CaseError, ComponentRow, PhotoRow, Reader};
use crate::model::id::{StrikeId, WeaponId};
use crate::model::record::Recorded;
use crate::model::{Change, Component, Weapon, vocabulary};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, Text, card, gap, message, section, weak_text};

/// A weapon with what hangs on it.
struct Detail {
    weapon: Weapon,
    tags: Vec<String>,
    strike_title: String,
    components: Vec<ComponentRow>,
    photos: Vec<PhotoRow>,
    strikes: Vec<(StrikeId, String)>,
    assembly: Assembly,
}

fn load(reader: &Reader, id: WeaponId, today: jiff::civil::Date) -> Result<Option<Detail>, CaseError> {
    let Some(weapon) = reader.get::<Weapon>(id)? else {
        return Ok(None);
    };
    let name = weapon.record_ref();
    let strike_title = match weapon.strike {
        Some(strike) => reader.title(&strike.into())?,
        None => String::new(),
    };
    Ok(Some(Detail {
        tags: reader.tags_of(&name)?,
        strike_title,
        components: reader.components_of(id)?,
        photos: reader.photos_of(&name)?,
        strikes: reader.strike_titles()?,
        assembly: reader.assembly(id, today)?,
        weapon,
    }))
}

/// A weapon's form.
#[derive(Default)]
pub struct WeaponForm {
    detail: Remote<WeaponId, Option<Detail>>,
    draft: Draft<Weapon>,
    focused: Option<WeaponId>,
}

impl WeaponForm {
    /// Draws the form of the selected weapon.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let Some(id) = desk.selected_weapon() else { return };
        let today = desk.today;
        let Some(Some(detail)) = self
            .detail
            .get(&desk.link, id, move |reader| load(reader, id, today))
        else {
            return;
        };
        self.draft.sync(&detail.weapon);
        if desk.refused {
            self.draft.refused();
        }
        let (draft, weapon) = (&mut self.draft, &detail.weapon);
        ui.push_id(id, |ui| {
            ui.add(Text::new(t("record-weapon")).kind(Type::Small).weak());
            let title = Field::new(t("form-title")).hint(t("form-weapon-title-hint"));
            let output = draft.field(ui, "title", title, &weapon.title, |text, weapon| {
                text.clone_into(&mut weapon.title);
                Ok(())
            });
            let is_new = desk
                .applied
                .as_ref()
                .is_some_and(|done| done.records.contains(&id.into()));
            if is_new && weapon.title.is_empty() && self.focused != Some(id) {
                output.response.request_focus();
                self.focused = Some(id);
            }
            gap(ui, space::XS);
            let terms = vocabulary::weapon_classes();
            let class = weapon.class.as_deref().unwrap_or_default();
            let field = Field::new(t("form-class")).hint(t("form-class-hint"));
            draft.field(
                ui,
                "class",
                field,
                vocabulary::label(terms, class),
                |text, weapon| {
                    weapon.class = optional(&vocabulary::id(terms, text));
                    Ok(())
                },
            );
            gap(ui, space::XS);
            text_row(
                ui,
                draft,
                "model",
                t("form-model"),
                weapon.model.as_deref(),
                |w| &mut w.model,
            );
            let chosen = weapon
                .strike
                .as_ref()
                .map(|strike| (strike, detail.strike_title.as_str()));
            match picker(ui, t("form-strike"), chosen, &detail.strikes) {
                Some(Picked::Some(strike)) => draft.set(|weapon| weapon.strike = Some(strike)),
                Some(Picked::None) => draft.set(|weapon| weapon.strike = None),
                None => {}
            }
            if let Some(strike) = weapon.strike
                && link_row(ui, t("form-go-to-strike"), "")
            {
                desk.select(strike);
                desk.go(Place::Strikes);
            }
            gap(ui, space::XS);
            origin(ui, draft, weapon);
            tags_row(ui, desk, &weapon.record_ref(), &detail.tags);
            assembly(ui, desk, &detail.assembly);
            components(ui, desk, detail);
            section(ui, t("form-photos"), |ui| {
                photo_strip(ui, desk, &detail.photos);
                gap(ui, space::S);
            });
            section(ui, t("form-more"), |ui| {
                text_row(
                    ui,
                    draft,
                    "maker",
                    t("form-maker"),
                    weapon.maker.as_deref(),
                    |w| &mut w.maker,
                );
                text_row(
                    ui,
                    draft,
                    "exhibit",
                    t("form-exhibit"),
                    weapon.exhibit_number.as_deref(),
                    |w| &mut w.exhibit_number,
                );
                let notes = Field::new(t("form-notes")).lines(4);
                draft.field(ui, "notes", notes, &weapon.notes, |text, weapon| {
                    text.clone_into(&mut weapon.notes);
                    Ok(())
                });
                gap(ui, space::S);
            });
            if let Some(list) = sources(ui, &weapon.sources) {
                draft.set(|weapon| weapon.sources = list);
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

/// The country of origin and the evidence for it, without which it is not used.
fn origin(ui: &mut Ui, draft: &mut Draft<Weapon>, weapon: &Weapon) {
    let field = Field::new(t("form-origin")).hint("KP");
    let shown = weapon.origin.as_deref().unwrap_or_default();
    draft.field(ui, "origin", field, shown, |text, weapon| {
        let code = text.to_ascii_uppercase();
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !text.is_empty() && !is_code {
            return Err(t("form-origin-wrong").to_owned());
        }
        weapon.origin = optional(&code);
        Ok(())
    });
    gap(ui, space::XS);
    let basis = Field::new(t("form-origin-basis"))
        .hint(t("form-origin-basis-hint"))
        .lines(2);
    let shown = weapon.origin_basis.as_deref().unwrap_or_default();
    draft.field(ui, "basis", basis, shown, |text, weapon| {
        weapon.origin_basis = optional(text);
        Ok(())
    });
    if weapon.origin.is_some() && weapon.origin_basis.is_none() {
        message(
            ui,
            icons::ICON_WARNING,
            Tokens::of(ui).warn,
            t("form-origin-unused"),
        );
    }
    gap(ui, space::S);
}

/// What the marks say together.
fn assembly(ui: &mut Ui, desk: &mut Desk, assembly: &Assembly) {
    if assembly.markings == 0 {
        return;
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Text::new(t("form-assembly")).kind(Type::Strong));
        gap(ui, space::XS);
        let counts = [
            ("dated", assembly.dated.into()),
            ("markings", assembly.markings.into()),
        ];
        weak_text(ui, &tf("form-assembly-counts", &counts));
        let Some(bound) = &assembly.bound else {
            weak_text(ui, t("form-assembly-none"));
            return;
        };
        gap(ui, space::XS);
        let day = bound.not_before.strftime("%-d %b %Y").to_string();
        let not_before = tf("form-assembly-bound", &[("day", day.into())]);
        ui.add(Text::new(&not_before).kind(Type::Heading));
        gap(ui, space::XS);
        ui.add(Text::new(&assembly.statement));
        gap(ui, space::XS);
        ui.horizontal(|ui| {
            if ui
                .add(Action::secondary(t("form-copy")).with_icon(icons::ICON_CONTENT_COPY))
                .clicked()
            {
                ui.ctx().copy_text(assembly.statement.clone());
            }
            if let Some(component) = assembly.decided_by
                && ui.add(Action::quiet(t("form-assembly-go"))).clicked()
            {
                desk.select(component);
                desk.go(Place::Components);
            }
        });
    });
    gap(ui, space::S);
}

fn components(ui: &mut Ui, desk: &mut Desk, detail: &Detail) {
    section(ui, t("form-components"), |ui| {
        for component in &detail.components {
            let marks = tf("count-markings", &[("count", component.markings.into())]);
            if link_row(ui, &component.title, &marks) {
                desk.select(component.id);
                desk.go(Place::Components);
            }
        }
        let new = Action::secondary(t("form-new-component")).with_icon(icons::ICON_ADD);
        if ui.add(new).clicked() {
            let component = Component {
                weapon: Some(detail.weapon.id),
                ..Component::default()
            };
            desk.select(component.id);
            desk.go(Place::Components);
            desk.apply(Change::Create(component.into()));
        }
        gap(ui, space::S);
    });
}
