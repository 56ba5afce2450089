//! A weapon's form.

use egui::Ui;
use egui_material_icons::icons;

use super::super::checklist::ChecklistLine;
use super::super::draft::{Draft, optional};
use super::super::parts::{choice_row, notes_row, tags_row, text_row, vocabulary_menu};
use super::super::picker::Picked;
use super::assembly::{assembly_card, findings};
use super::coverage::CoverageCard;
use super::lifeline::lifeline;
use super::links::{Tie, link_row, photo_strip, tie_row};
use super::sources::SourcesEditor;
use super::title::TitleField;
use crate::analysis::lifeline::Event;
use crate::case::{Assembly, CaseError, ComponentRow, PhotoName, Reader};
use crate::model::id::{ComponentId, StrikeId, WeaponId};
use crate::model::record::Recorded;
use crate::model::{Change, Component, Finding, Vocabulary, Weapon};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::seek;
use crate::ui::theme::{Tokens, space};
use crate::ui::widgets::{Action, Field, folded_section, gap, message, section};

/// A weapon with what hangs on it.
struct Detail {
    weapon: Weapon,
    tags: Vec<String>,
    strike_title: String,
    components: Vec<ComponentRow>,
    photos: Vec<PhotoName>,
    strikes: Vec<(StrikeId, String)>,
    assembly: Assembly,
    findings: Vec<(ComponentId, Finding)>,
    life: Vec<Event>,
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
    let assembly = reader.assembly(id, today)?;
    Ok(Some(Detail {
        life: reader.lifeline(id, &assembly)?,
        tags: reader.tags_of(&name)?,
        strike_title,
        components: reader.components_of(id)?,
        photos: reader.photos_around(&name)?,
        strikes: reader.strike_titles()?,
        assembly,
        findings: reader.findings_of_weapon(id)?,
        weapon,
    }))
}

/// A weapon's form.
#[derive(Default)]
pub struct WeaponForm {
    detail: Remote<WeaponId, Option<Detail>>,
    draft: Draft<Weapon>,
    title: TitleField,
    sources: SourcesEditor,
    coverage: CoverageCard,
    checklist: ChecklistLine,
}

impl WeaponForm {
    /// Draws the form of the selected weapon.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let Some(id) = desk.selected_weapon() else { return };
        self.title.watch(desk, &id.into());
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
            // Above the title, so that Tab leads from that to the fields.
            self.checklist.show(ui, desk, &weapon.record_ref());
            let head = (t("record-weapon"), t("form-weapon-title-hint"));
            self.title
                .show(ui, desk, draft, head, &weapon.title, |w| &mut w.title);
            class_and_model(ui, desk, draft, weapon);
            strike(ui, desk, draft, detail);
            tags_row(ui, desk, &weapon.record_ref(), &detail.tags);
            assembly_card(ui, desk, &detail.assembly);
            self.coverage.show(ui, desk, id);
            components(ui, desk, detail);
            findings(ui, desk, &detail.findings);
            section(ui, t("form-photos"), |ui| {
                photo_strip(ui, desk, &detail.photos, None);
            });
            lifeline(ui, desk, &detail.life);
            section(ui, t("form-origin-section"), |ui| origin(ui, draft, weapon));
            folded_section(ui, "weapon", t("form-more"), |ui| more(ui, draft, weapon));
            self.sources
                .show(ui, draft, &weapon.sources, |weapon| &mut weapon.sources);
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
    }
}

fn class_and_model(ui: &mut Ui, desk: &mut Desk, draft: &mut Draft<Weapon>, weapon: &Weapon) {
    let words = desk.vocabularies();
    let terms = words.offered(Vocabulary::WeaponClass);
    let stored = weapon.class.as_deref().unwrap_or_default();
    let shown = words.label(Vocabulary::WeaponClass, stored);
    let field = Field::new(t("form-class")).hint(t("form-class-hint"));
    let output = draft.suggesting(ui, "class", field, (shown, terms), |text, weapon| {
        weapon.class = optional(&words.id(Vocabulary::WeaponClass, text));
        Ok(())
    });
    vocabulary_menu(desk, &output.response, Vocabulary::WeaponClass);
    gap(ui, space::XS);
    text_row(
        ui,
        draft,
        "model",
        t("form-model"),
        weapon.model.as_deref(),
        |w| &mut w.model,
    );
    if weapon.model.is_some() {
        let mut grade = weapon.model_grade.clone();
        let choices: Vec<(Option<String>, &str)> = [
            (None, "form-grade-none"),
            (Some("A"), "form-grade-a"),
            (Some("B"), "form-grade-b"),
        ]
        .into_iter()
        .chain([(Some("C"), "form-grade-c"), (Some("D"), "form-grade-d")])
        .map(|(grade, key)| (grade.map(str::to_owned), t(key)))
        .collect();
        let record = weapon.record_ref();
        let is_chosen = seek::place(ui, Some(&record), "model_grade", |ui| {
            choice_row(ui, t("form-grade"), &mut grade, &choices)
        });
        if is_chosen {
            draft.set(|weapon| weapon.model_grade = grade);
        }
    }
}

fn strike(ui: &mut Ui, desk: &mut Desk, draft: &mut Draft<Weapon>, detail: &Detail) {
    let tied = detail
        .weapon
        .strike
        .as_ref()
        .map(|strike| (strike, detail.strike_title.as_str()));
    let record = detail.weapon.record_ref();
    let tie = seek::place(ui, Some(&record), "strike", |ui| {
        tie_row(ui, t("form-strike"), tied, &detail.strikes)
    });
    match tie {
        Some(Tie::Picked(Picked::Some(strike))) => draft.set(|weapon| weapon.strike = Some(strike)),
        Some(Tie::Picked(Picked::None)) => draft.set(|weapon| weapon.strike = None),
        Some(Tie::Go(strike)) => {
            desk.select(strike);
            desk.go(Place::Strikes);
        }
        None => {}
    }
    gap(ui, space::XS);
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
    draft.field(ui, "origin_basis", basis, shown, |text, weapon| {
        weapon.origin_basis = optional(text);
        Ok(())
    });
    if weapon.origin.is_some() && weapon.origin_basis.is_none() {
        gap(ui, space::XS);
        let warn = Tokens::of(ui).warn;
        message(ui, icons::ICON_WARNING, warn, t("form-origin-unused"));
    }
}

fn components(ui: &mut Ui, desk: &mut Desk, detail: &Detail) {
    let words = desk.vocabularies();
    section(ui, t("form-components"), |ui| {
        for component in &detail.components {
            let marks = tf("count-markings", &[("count", component.markings.into())]);
            let kind = component.kind.as_deref().unwrap_or_default();
            let title = if component.title.is_empty() {
                words.label(Vocabulary::ComponentKind, kind)
            } else {
                &component.title
            };
            let clicked = ui.push_id(component.id, |ui| link_row(ui, title, &marks)).inner;
            if clicked {
                desk.select(component.id);
                desk.go(Place::Components);
            }
        }
        let new = Action::secondary(t("form-new-component")).with_icon(icons::ICON_ADD);
        let record = detail.weapon.record_ref();
        let button = seek::place(ui, Some(&record), "components", |ui| ui.add(new));
        if button.clicked() {
            let component = Component {
                weapon: Some(detail.weapon.id),
                ..Component::default()
            };
            desk.select(component.id);
            desk.go(Place::Components);
            desk.apply(Change::Create(component.into()));
        }
    });
}

fn more(ui: &mut Ui, draft: &mut Draft<Weapon>, weapon: &Weapon) {
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
        "exhibit_number",
        t("form-exhibit"),
        weapon.exhibit_number.as_deref(),
        |w| &mut w.exhibit_number,
    );
    notes_row(ui, draft, &weapon.notes, |w| &mut w.notes);
}
