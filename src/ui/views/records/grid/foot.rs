//! The line under a sheet: how what is typed is understood, why a cell can't be taken in, and where such cells are.

use egui::{Align, Layout, Ui};
use egui_material_icons::icons;

use super::super::cell_text::shown;
use super::Grid;
use crate::exchange::sheet::{Entry, Fault, Field, Form, Row, heard, written};
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, space};
use crate::ui::widgets::{Action, Text, sign};

/// What the foot says of the cell under the hands.
enum Said {
    /// How it is understood.
    Understood(String),
    /// Why it can't be taken in.
    Fault(Fault),
}

impl Grid {
    pub(super) fn foot(&mut self, ui: &mut Ui) {
        ui.horizontal_centered(|ui| {
            ui.add_space(space::S);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::S);
                if !self.wrong.is_empty() {
                    let name = tf("grid-wrong", &[("count", self.wrong.len().into())]);
                    let go = Action::secondary(&name).with_icon(icons::ICON_ERROR).keys("F8");
                    if ui.add(go).clicked() {
                        self.go_to_wrong();
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.said(ui));
            });
        });
    }

    fn said(&self, ui: &mut Ui) {
        let at = self.cursor.at;
        let Some(field) = self.field_at(at.column) else {
            return;
        };
        let id = self.id_at(at.row);
        if !self.cursor.is_one() && !self.is_typing() {
            let counts = [
                ("rows", self.cursor.rows().count().into()),
                ("columns", self.cursor.columns().count().into()),
            ];
            ui.add(Text::new(&tf("grid-block", &counts)).weak());
            return;
        }
        ui.add(Text::new(field.label()).weak());
        let said = if self.is_typing() {
            let row = self
                .row(id)
                .unwrap_or_else(|| Row::blank(self.target).in_words(self.words.clone()));
            understood(field, self.editor.text(), &row)
        } else if let Some(wrong) = self.wrong.get(&(id, field.name)) {
            Said::Fault(wrong.fault.clone())
        } else {
            let line = self.lines.known(id);
            let index = self
                .target
                .fields()
                .iter()
                .position(|other| other.name == field.name);
            let text = line.zip(index).map(|(line, index)| line.shown[index].clone());
            Said::Understood(text.unwrap_or_default())
        };
        match said {
            Said::Understood(text) if text.is_empty() && at.row == self.order.rows().len() => {
                ui.add(Text::new(t("grid-new-row")).weak().truncate());
            }
            Said::Understood(text) => {
                ui.add(Text::new(text.lines().next().unwrap_or_default()).truncate());
            }
            Said::Fault(fault) => {
                let bad = Tokens::of(ui).bad;
                sign(ui, icons::ICON_ERROR, bad.text);
                let text = format!("{} {}", fault.what, fault.mend);
                ui.add(Text::new(&text).color(bad.text).truncate())
                    .on_hover_text(&text);
            }
        }
    }
}

/// How a text is understood, before it is taken in.
fn understood(field: &'static Field, typed: &str, row: &Row) -> Said {
    if typed.trim().is_empty() {
        return Said::Understood(String::new());
    }
    match heard(field, typed, row) {
        Err(fault) => Said::Fault(fault),
        Ok(None) => Said::Understood(typed.trim().to_owned()),
        Ok(Some(entry)) => {
            let mut row = row.clone();
            row.take(&entry);
            let raw = written(field, &row);
            let mut words = shown(field, &row.fields, &row.tags, &raw, row.words());
            if let Form::Term(vocabulary) = field.form
                && entry != Entry::default()
                && row
                    .words()
                    .terms(vocabulary)
                    .iter()
                    .all(|term| term.label() != words)
            {
                words = tf("grid-free-term", &[("term", words.into())]);
            }
            Said::Understood(words)
        }
    }
}
