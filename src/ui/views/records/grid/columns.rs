//! The columns of a sheet: which of a record's fields are shown, how wide, and which of them new rows take over.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Align, Layout, Popup, PopupCloseBehavior, Response, Ui};
use egui_material_icons::icons::ICON_KEEP;

use crate::exchange::sheet::{Field, Form, Target};
use crate::text::{t, tf};
use crate::ui::theme::space;
use crate::ui::widgets::{Action, gap, weak_text};

/// The narrowest and the widest that a column is drawn, in points.
const NARROWEST: f32 = 56.0;
const WIDEST: f32 = 640.0;

/// Fields that stand in no cell: a position is one cell, an id is not typed, and a photo is chosen in the form.
const LEFT_OUT: [&str; 4] = ["id", "latitude", "longitude", "cover_photo"];
/// What is shown at first.
const AT_FIRST: [(Target, &[&str]); 3] = [
    (
        Target::Strikes,
        &[
            "title",
            "occurred",
            "reported",
            "place_name",
            "position",
            "target",
            "status",
            "reported_by",
            "tags",
            "notes",
        ],
    ),
    (
        Target::Weapons,
        &[
            "title",
            "class",
            "model",
            "model_grade",
            "strike",
            "origin",
            "exhibit_number",
            "tags",
            "notes",
        ],
    ),
    (
        Target::Components,
        &[
            "title",
            "kind",
            "weapon",
            "part_number",
            "maker",
            "quantity",
            "exhibit_number",
            "recovered",
            "kept_at",
            "tags",
            "notes",
        ],
    ),
];

/// The columns of a sheet.
#[derive(Debug)]
pub struct Columns {
    /// Every field that can be a column, with whether it is one.
    fields: Vec<(&'static Field, bool)>,
    shown: Vec<&'static Field>,
    widths: BTreeMap<&'static str, f32>,
    /// The fields that new rows take over from the row before.
    carried: BTreeSet<&'static str>,
}

impl Columns {
    /// Those that are shown at first.
    pub fn new(target: Target) -> Self {
        let first = AT_FIRST.iter().find(|(of, _)| *of == target);
        let first = first.map_or(&[][..], |(_, names)| names);
        let can = |field: &&Field| !LEFT_OUT.contains(&field.name);
        let mut fields: Vec<(&'static Field, bool)> = target
            .fields()
            .iter()
            .filter(can)
            .map(|field| (field, first.contains(&field.name)))
            .collect();
        let rank = |name| {
            first
                .iter()
                .position(|first| *first == name)
                .unwrap_or(usize::MAX)
        };
        fields.sort_by_key(|(field, _)| rank(field.name));
        let mut columns = Self {
            fields,
            shown: Vec::new(),
            widths: BTreeMap::new(),
            carried: BTreeSet::new(),
        };
        columns.renew();
        columns
    }

    fn renew(&mut self) {
        let shown = self.fields.iter().filter(|(_, shown)| *shown);
        self.shown = shown.map(|(field, _)| *field).collect();
    }

    /// The fields that are columns, in their order.
    pub fn shown(&self) -> &[&'static Field] {
        &self.shown
    }

    /// The width of a column, in points.
    pub fn width(&self, field: &Field) -> f32 {
        let usual = match field.form {
            _ if field.name == "title" => 216.0,
            _ if field.name == "notes" => 260.0,
            Form::Position => 236.0,
            Form::Date => 168.0,
            Form::Number(_) | Form::Count | Form::Country => 88.0,
            Form::Choice(_) => 120.0,
            Form::Reference(_) => 188.0,
            _ => 148.0,
        };
        self.widths.get(field.name).copied().unwrap_or(usual)
    }

    /// Makes a column wider by so many points, or narrower.
    pub fn widen(&mut self, field: &Field, points: f32) {
        let width = (self.width(field) + points).clamp(NARROWEST, WIDEST);
        self.widths.insert(field.name, width);
    }

    /// The fields that new rows take over from the row before.
    pub fn carried(&self) -> impl Iterator<Item = &'static Field> + '_ {
        let is_carried = |field: &&&Field| self.carried.contains(field.name);
        self.shown.iter().filter(is_carried).copied()
    }

    /// Whether new rows take a field over.
    pub fn carries(&self, field: &Field) -> bool {
        self.carried.contains(field.name)
    }

    /// Takes a field over into new rows from now on, or no longer.
    pub fn carry(&mut self, field: &'static Field) {
        if !self.carried.remove(field.name) {
            self.carried.insert(field.name);
        }
    }

    /// The choice of columns, under its button.
    pub fn choose(&mut self, button: &Response) {
        Popup::menu(button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(280.0);
                weak_text(ui, t("grid-columns-text"));
                gap(ui, space::XS);
                self.list(ui);
            });
    }

    fn list(&mut self, ui: &mut Ui) {
        let (mut changed, mut carried) = (false, None);
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for (place, (field, shown)) in self.fields.iter_mut().enumerate() {
                ui.horizontal(|ui| {
                    // The title names the rows and stays.
                    ui.add_enabled_ui(place > 0, |ui| {
                        changed |= ui.checkbox(shown, field.label()).changed();
                    });
                    if *shown {
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            let name = tf("grid-carry", &[("column", field.label().into())]);
                            let is_carried = self.carried.contains(field.name);
                            let pin = Action::icon(ICON_KEEP, &name).selected(is_carried);
                            if ui.add(pin).clicked() {
                                carried = Some(*field);
                            }
                        });
                    }
                });
            }
        });
        if changed {
            self.renew();
        }
        if let Some(field) = carried {
            self.carry(field);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_but_those_of_other_places_can_be_a_column_and_the_title_is_the_first() {
        for target in Target::ALL {
            let mut columns = Columns::new(target);
            assert_eq!(columns.shown()[0].name, "title");
            let (_, first) = AT_FIRST.iter().find(|(of, _)| *of == target).unwrap();
            let names: Vec<&str> = columns.shown().iter().map(|field| field.name).collect();
            assert_eq!(&names, first);
            for (_, shown) in &mut columns.fields {
                *shown = true;
            }
            columns.renew();
            let left_out = LEFT_OUT
                .iter()
                .filter(|name| target.field(name).is_some())
                .count();
            assert_eq!(columns.shown().len(), target.fields().len() - left_out);
        }
    }

    #[test]
    fn a_column_is_never_too_narrow_to_be_taken_hold_of() {
        let mut columns = Columns::new(Target::Strikes);
        let title = columns.shown()[0];
        columns.widen(title, -1000.0);
        assert!((columns.width(title) - NARROWEST).abs() < 0.1);
        columns.widen(title, 5000.0);
        assert!((columns.width(title) - WIDEST).abs() < 0.1);
    }
}
