//! The lines of a photo as a list: to be found, named and taken away also without a pointer.

use egui::{Align2, Rect, Ui};
use egui_material_icons::icons;

use super::super::card::{card, head};
use super::line::words;
use crate::model::Change;
use crate::model::id::MeasurementId;
use crate::model::measurement::{Measurement, MeasurementKind};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Field, FieldEvent, gap, weak_text};

/// Width of the list, in points.
const WIDTH: f32 = 264.0;

/// The list, and what is typed in it.
#[derive(Default)]
pub(super) struct List {
    label: Option<(MeasurementId, String)>,
}

/// What was asked for in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Select(MeasurementId),
    /// The next line is a scale.
    NewScale,
    Close,
}

/// What the list shows.
pub(super) struct Shown<'a> {
    pub lines: &'a [Measurement],
    pub scale: Option<&'a Measurement>,
    pub selected: Option<MeasurementId>,
    /// The next line is a scale although there is one.
    pub is_scale_next: bool,
}

impl List {
    pub(super) fn show(&mut self, ui: &Ui, desk: &mut Desk, area: Rect, shown: &Shown<'_>) -> Option<Asked> {
        let mut asked = None;
        card(ui, "measurements", area, Align2::LEFT_TOP, WIDTH, |ui| {
            let close = Action::icon(icons::ICON_CLOSE, t("measure-done"));
            if head(
                ui,
                t("measure-title"),
                close.keys(UiCommand::Measure.shortcut_text()),
            ) {
                asked = Some(Asked::Close);
            }
            let hint = if shown.scale.is_none() || shown.is_scale_next {
                "measure-hint-scale"
            } else {
                "measure-hint-length"
            };
            weak_text(ui, t(hint));
            gap(ui, space::XS);
            for line in shown.lines {
                let is_selected = shown.selected == Some(line.id);
                let text = titled(line, shown.scale);
                let icon = match line.kind {
                    MeasurementKind::Scale => icons::ICON_STRAIGHTEN,
                    MeasurementKind::Length => icons::ICON_SQUARE_FOOT,
                };
                let row = Action::quiet(&text).with_icon(icon).selected(is_selected);
                if ui.add(row).clicked() {
                    asked = Some(Asked::Select(line.id));
                }
                if is_selected {
                    self.form(ui, desk, line);
                }
            }
            if shown.scale.is_some() {
                gap(ui, space::XS);
                let again = Action::secondary(t("measure-new-scale")).selected(shown.is_scale_next);
                if ui.add(again).clicked() {
                    asked = Some(Asked::NewScale);
                }
                gap(ui, space::XS);
                weak_text(ui, t("measure-plane"));
            }
        });
        asked
    }

    /// The label of the selected line, and taking the line away.
    fn form(&mut self, ui: &mut Ui, desk: &mut Desk, line: &Measurement) {
        let label = match &mut self.label {
            Some((of, label)) if *of == line.id => label,
            label => &mut label.insert((line.id, line.label.clone())).1,
        };
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let field = Field::new(t("measure-label"))
                .hint(t("measure-label-hint"))
                .hidden_label()
                .width(WIDTH - 84.0)
                .show(ui, label);
            if field.event == FieldEvent::Committed {
                let mut named = line.clone();
                label.trim().clone_into(&mut named.label);
                if let Some(change) = Change::edit(line, &named) {
                    desk.apply(change);
                }
            } else if !field.response.has_focus() && field.event == FieldEvent::None {
                label.clone_from(&line.label);
            }
            let remove = Action::icon(icons::ICON_DELETE, t("measure-remove"));
            if ui
                .add(remove.keys(UiCommand::RemoveItem.shortcut_text()))
                .clicked()
            {
                desk.command(UiCommand::RemoveItem);
            }
        });
    }
}

/// A line's length and, before it, what the line is.
pub(super) fn titled(line: &Measurement, scale: Option<&Measurement>) -> String {
    let words = words(line, scale);
    if line.label.is_empty() {
        words
    } else {
        format!("{} · {words}", line.label)
    }
}
