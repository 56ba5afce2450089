//! The bar above the log: by whom, on which device, what, on which kind of record, with which words, when.

use egui::{Ui, vec2};
use egui_material_icons::icons;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::case::{LogChoices, LogFilter};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::when::Edtf;
use crate::text::{t, tf};
use crate::ui::theme::{size, space};
use crate::ui::widgets::{Action, Field, gap, select, weak_text};

/// What is asked for, as it is typed.
#[derive(Default)]
pub struct FilterBar {
    person: Option<String>,
    device: Option<String>,
    action: Option<String>,
    kind: Option<RecordKind>,
    text: String,
    from: String,
    until: String,
    /// Only this record, with its title.
    record: Option<(RecordRef, String)>,
}

/// The kinds of record that people know.
const KINDS: [RecordKind; 8] = [
    RecordKind::Photo,
    RecordKind::Strike,
    RecordKind::Weapon,
    RecordKind::Component,
    RecordKind::Marking,
    RecordKind::Transcription,
    RecordKind::Finding,
    RecordKind::Custody,
];

impl FilterBar {
    /// Everything that was done to one record.
    #[must_use]
    pub fn of_record(record: RecordRef, title: String) -> Self {
        Self {
            record: Some((record, title)),
            ..Self::default()
        }
    }

    /// What the case is asked for. A date that is not one yet does not filter.
    #[must_use]
    pub fn filter(&self) -> LogFilter {
        let days = |text: &str| Edtf::parse_lenient(text.trim()).ok()?.interval();
        LogFilter {
            person: self.person.clone(),
            device: self.device.clone(),
            action: self.action.clone(),
            kind: self.kind,
            record: self.record.as_ref().map(|(record, _)| record.clone()),
            text: self.text.trim().to_owned(),
            from: days(&self.from).and_then(|days| start_of(days.earliest())),
            until: days(&self.until).and_then(|days| start_of(days.latest().tomorrow().ok()?)),
        }
    }

    /// Draws the bar. `found` is how many entries pass, once that is known.
    pub fn show(&mut self, ui: &mut Ui, choices: Option<&LogChoices>, found: Option<usize>) {
        let margin = egui::Frame::new().inner_margin(egui::Margin {
            left: 8,
            ..egui::Margin::ZERO
        });
        margin.show(ui, |ui| self.fields(ui, choices));
        gap(ui, space::XS);
        self.chips(ui, found);
    }

    fn fields(&mut self, ui: &mut Ui, choices: Option<&LogChoices>) {
        ui.horizontal_wrapped(|ui| {
            let none = LogChoices::default();
            let choices = choices.unwrap_or(&none);
            let list = |ui: &mut Ui, label: &str, value: &mut Option<String>, items: &[(String, &str)]| {
                let mut rows = vec![(None, t("history-filter-any"))];
                rows.extend(items.iter().map(|(id, name)| (Some(id.clone()), *name)));
                slot(ui, 140.0, |ui| {
                    select(ui, label, value, &rows);
                });
            };
            let persons: Vec<_> = choices
                .persons
                .iter()
                .map(|name| (name.clone(), name.as_str()))
                .collect();
            list(ui, t("history-who"), &mut self.person, &persons);
            let devices: Vec<_> = choices
                .devices
                .iter()
                .map(|(id, name)| (id.clone(), name.as_str()))
                .collect();
            list(ui, t("history-device"), &mut self.device, &devices);
            let actions: Vec<_> = choices
                .actions
                .iter()
                .map(|action| (action.clone(), t(&format!("action-{action}"))))
                .collect();
            list(ui, t("history-what"), &mut self.action, &actions);
            let mut kinds = vec![(None, t("history-filter-any"))];
            kinds.extend(KINDS.map(|kind| (Some(kind), kind.name())));
            slot(ui, 130.0, |ui| {
                select(ui, t("history-filter-kind"), &mut self.kind, &kinds);
            });
            let field = |ui: &mut Ui, label: &str, hint: &str, width: f32, text: &mut String| {
                slot(ui, width, |ui| {
                    Field::new(label).hint(hint).width(width).show(ui, text);
                });
            };
            field(
                ui,
                t("history-filter-text"),
                t("history-filter-text-hint"),
                170.0,
                &mut self.text,
            );
            field(
                ui,
                t("history-filter-from"),
                t("ask-as-of-hint"),
                110.0,
                &mut self.from,
            );
            field(
                ui,
                t("history-filter-until"),
                t("ask-as-of-hint"),
                110.0,
                &mut self.until,
            );
        });
    }

    fn chips(&mut self, ui: &mut Ui, found: Option<usize>) {
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            if let Some((_, title)) = &self.record {
                let name = tf("history-filter-only", &[("record", title.as_str().into())]);
                if ui
                    .add(Action::secondary(&name).with_icon(icons::ICON_CLOSE))
                    .clicked()
                {
                    self.record = None;
                }
            }
            if !self.filter().is_empty() {
                if ui.add(Action::quiet(t("history-filter-clear"))).clicked() {
                    *self = Self::default();
                }
                weak_text(
                    ui,
                    &match found {
                        Some(found) => tf("history-filter-found", &[("count", found.into())]),
                        None => t("history-filter-searching").to_owned(),
                    },
                );
            }
        });
    }
}

/// A place of this width in the bar; what has no room on a line goes to the next.
fn slot(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let height = size::CONTROL + 18.0;
    ui.allocate_ui(vec2(width, height), |ui| {
        ui.set_max_width(width);
        contents(ui);
    });
}

/// When a day begins on this laptop, as the history writes moments.
fn start_of(day: Date) -> Option<String> {
    let start: Timestamp = day.to_zoned(TimeZone::system()).ok()?.timestamp();
    Some(start.to_string())
}
