//! The bar above a marking: what it is of, and the ways to the others.

use egui::{Layout, Ui, vec2};
use egui_material_icons::icons;

use super::Screen;
use crate::case::{MarkingRow, MarkingSheet};
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
                let title = [context.marking.title.as_str(), component]
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
                let mut go = |ui: &mut Ui, action: Action<'_>, to: Step, none: &str| {
                    let missing = to.from(list, id).is_none().then_some(none);
                    if ui.add(action.unless(missing)).clicked() {
                        step = Some(to);
                    }
                };
                let untranscribed =
                    Action::secondary(t("marking-next-untranscribed")).with_icon(icons::ICON_SKIP_NEXT);
                go(
                    ui,
                    untranscribed,
                    Step::Untranscribed,
                    t("marking-all-transcribed"),
                );
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
    /// The next that nobody has transcribed, from the beginning when there is none behind.
    Untranscribed,
}

impl Step {
    pub(super) fn from(self, rows: &[MarkingRow], id: MarkingId) -> Option<MarkingId> {
        let here = rows.iter().position(|row| row.id == id)?;
        let at = match self {
            Self::Next => here.checked_add(1)?,
            Self::Previous => here.checked_sub(1)?,
            Self::Untranscribed => {
                let count = rows.len();
                (1..count)
                    .map(|ahead| (here + ahead) % count)
                    .find(|place| rows[*place].text.as_deref().is_none_or(str::is_empty))?
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
                id: MarkingId::new(),
                title: String::new(),
                component: None,
                component_title: None,
                text: text.map(str::to_owned),
                transcriptions: u32::from(text.is_some()),
                accepted: None,
                earliest: None,
                latest: None,
                region: None,
                tags: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn one_goes_from_marking_to_marking_and_stops_at_the_ends() {
        let rows = rows(&[Some("113"), None, Some("2317")]);
        let go = |step: Step, from: usize| {
            step.from(&rows, rows[from].id)
                .and_then(|id| rows.iter().position(|row| row.id == id))
        };
        assert_eq!(go(Step::Next, 0), Some(1));
        assert_eq!(go(Step::Next, 2), None);
        assert_eq!(go(Step::Previous, 0), None);
        assert_eq!(go(Step::Untranscribed, 0), Some(1));
        assert_eq!(go(Step::Untranscribed, 2), Some(1));
        assert_eq!(go(Step::Untranscribed, 1), None);
    }
}
