//! Forms for strikes, weapons and components: what a person fills in on a cold day first, the rest below.

mod alarm;
mod assembly;
mod component;
mod coverage;
mod custody;
mod dates;
mod lifeline;
mod links;
mod photo_set;
pub(super) mod place;
mod several;
mod sources;
mod strike;
mod title;
mod weapon;

pub use links::link_row;

use egui::Ui;

use crate::model::record::RecordKind;
use crate::ui::desk::Desk;
use crate::ui::theme::space;
use crate::ui::widgets::gap;

/// The forms, each with what it holds while a person edits.
#[derive(Default)]
pub struct RecordForms {
    strike: strike::StrikeForm,
    weapon: weapon::WeaponForm,
    component: component::ComponentForm,
    photo_set: photo_set::PhotoSetForm,
    several: several::SeveralForm,
}

impl RecordForms {
    /// Draws the form of what is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        gap(ui, space::S);
        if desk.selected.len() > 1 {
            self.leave(desk, None);
            self.several.show(ui, desk);
            return;
        }
        let Some(kind) = desk.selected.last().map(|record| record.kind) else {
            return;
        };
        match kind {
            RecordKind::Strike => self.strike.show(ui, desk),
            RecordKind::Weapon => self.weapon.show(ui, desk),
            RecordKind::Component => self.component.show(ui, desk),
            RecordKind::PhotoSet => self.photo_set.show(ui, desk),
            _ => {}
        }
    }

    /// Sends what was typed into a form that is no longer shown.
    pub fn leave(&mut self, desk: &mut Desk, shown: Option<RecordKind>) {
        if shown != Some(RecordKind::Strike) {
            self.strike.leave(desk);
        }
        if shown != Some(RecordKind::Weapon) {
            self.weapon.leave(desk);
        }
        if shown != Some(RecordKind::Component) {
            self.component.leave(desk);
        }
        if shown != Some(RecordKind::PhotoSet) {
            self.photo_set.leave(desk);
        }
    }
}
