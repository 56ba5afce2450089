//! The bar above a marking: what it is of, and the ways to the others.

use std::collections::HashSet;

use egui::{Layout, Ui, vec2};
use egui_material_icons::icons;

use super::Screen;
use crate::case::{MarkingQueue, MarkingRow, MarkingSheet};
use crate::model::id::MarkingId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, Text, bar};

/// The room of what stands at the right of the bar, in points.
const STEPS: f32 = 330.0;

impl Screen {
    pub(super) fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let id = sheet.context.marking.id;
        let rows = self.all(desk);
        let queued = self.queued(desk);
        let place = rows
            .as_ref()
            .and_then(|rows| rows.iter().position(|row| row.id == id));
        let mut step = None;
        bar(
            ui,
            |ui| {
                let back = Action::icon(icons::ICON_ARROW_BACK, t("marking-back")).keys(t("key-escape"));
                if ui.add(back).clicked() {
                    desk.go(Place::Markings);
                }
                let context = &sheet.context;
                let component = context
                    .component
                    .as_ref()
                    .map_or("", |component| component.title.as_str());
                // A title may say what was read.
                let title = if self.hides(sheet) {
                    ""
                } else {
                    context.marking.title.as_str()
                };
                let title = [title, component]
                    .into_iter()
                    .find(|title| !title.is_empty())
                    .unwrap_or_else(|| t("marking-untitled"));
                ui.add(Text::new(title).kind(Type::Heading));
                let weapon = context.weapon.as_ref().map_or("", |weapon| weapon.title.as_str());
                let strike = context.strike.as_ref().map_or("", |strike| strike.title.as_str());
                let rest: Vec<&str> = [component, weapon, strike]
                    .into_iter()
                    .filter(|part| !part.is_empty() && *part != title)
                    .collect();
                let room = (ui.available_width() - STEPS).max(0.0);
                let layout = Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(vec2(room, size::CONTROL), layout, |ui| {
                    ui.add(Text::new(&rest.join(" · ")).weak().truncate());
                });
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let list = rows.as_ref().map(|rows| rows.as_slice()).unwrap_or_default();
                let queued = queued.as_ref().map(|rows| rows.as_slice()).unwrap_or_default();
                let mut go = |ui: &mut Ui, action: Action<'_>, to: Step, none: &str| {
                    let missing = to.from(list, queued, id).is_none().then_some(none);
                    if ui.add(action.unless(missing)).clicked() {
                        step = Some(to);
                    }
                };
                let (name, none) = match self.queue {
                    MarkingQueue::SecondReading(_) => ("marking-next-second", "marking-all-second"),
                    MarkingQueue::Disagreeing => ("marking-next-disagreeing", "marking-all-agreed"),
                    MarkingQueue::Impossible(_) => ("marking-next-impossible", "marking-all-possible"),
                    _ => ("marking-next-untranscribed", "marking-all-transcribed"),
                };
                let keys = format!("{}+Enter", t("key-ctrl"));
                let next = Action::secondary(t(name))
                    .with_icon(icons::ICON_SKIP_NEXT)
                    .keys(&keys);
                go(ui, next, Step::Queued, t(none));
                let next = Action::command(UiCommand::NextItem);
                go(ui, next, Step::Next, t("marking-is-last"));
                let previous = Action::command(UiCommand::PreviousItem);
                go(ui, previous, Step::Previous, t("marking-is-first"));
                if let Some(place) = place {
                    let words = tf(
                        "marking-place",
                        &[("place", (place + 1).into()), ("count", list.len().into())],
                    );
                    ui.add(Text::new(&words).kind(Type::Small).weak());
                }
            },
        );
        if let Some(step) = step {
            self.step(desk, id, step);
        }
    }
}

/// A way to another marking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Next,
    Previous,
    /// The next of those that are worked through, from the beginning when there is none behind.
    Queued,
}

impl Step {
    pub(super) fn from(self, rows: &[MarkingRow], queued: &[MarkingRow], id: MarkingId) -> Option<MarkingId> {
        let here = rows.iter().position(|row| row.id == id)?;
        let at = match self {
            Self::Next => here.checked_add(1)?,
            Self::Previous => here.checked_sub(1)?,
            Self::Queued => {
                let count = rows.len();
                let wanted: HashSet<MarkingId> = queued.iter().map(|row| row.id).collect();
                (1..count)
                    .map(|ahead| (here + ahead) % count)
                    .find(|place| wanted.contains(&rows[*place].id))?
            }
        };
        rows.get(at).map(|row| row.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[Option<&str>]) -> Vec<MarkingRow> {
        texts
            .iter()
            .map(|text| MarkingRow {
                text: text.map(str::to_owned),
                transcriptions: u32::from(text.is_some()),
                ..MarkingRow::default()
            })
            .collect()
    }

    #[test]
    fn one_goes_from_marking_to_marking_and_stops_at_the_ends() {
        let rows = rows(&[Some("113"), None, Some("2317")]);
        let queued: Vec<MarkingRow> = rows.iter().filter(|row| row.text.is_none()).cloned().collect();
        let go = |step: Step, from: usize| {
            step.from(&rows, &queued, rows[from].id)
                .and_then(|id| rows.iter().position(|row| row.id == id))
        };
        assert_eq!(go(Step::Next, 0), Some(1));
        assert_eq!(go(Step::Next, 2), None);
        assert_eq!(go(Step::Previous, 0), None);
        assert_eq!(go(Step::Queued, 0), Some(1));
        assert_eq!(go(Step::Queued, 2), Some(1));
        assert_eq!(go(Step::Queued, 1), None);
    }
}
