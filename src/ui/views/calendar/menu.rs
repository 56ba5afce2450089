//! The menu of the calendar's bar: which days of a strike are shown, what the colours of tags mean, and what else can be done
//! with what is in view.

use egui::{Popup, PopupCloseBehavior, ScrollArea, Ui};
use egui_material_icons::icons;

use super::header::Scale;
use super::paint::TagInks;
use crate::case::{CalendarFilter, Count, Reports};
use crate::model::Vocabulary;
use crate::model::when::Interval;
use crate::text::{number, t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, LegendRow, Text, tag_legend};

/// The width of the menu, in points.
const WIDTH: f32 = 320.0;

/// So many tags are seen at once.
const ROWS: f32 = 9.0;

/// The menu.
#[derive(Default)]
pub struct Menu {
    /// The tags of the days in view, whatever the filter.
    tags: Remote<(Interval, CalendarFilter), Vec<(String, u32)>>,
}

impl Menu {
    /// Draws the button with its menu, for the days in view. Gives the way of looking that was chosen there.
    pub fn button(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        filter: &mut CalendarFilter,
        inks: &TagInks,
        (scale, days): (Scale, Option<Interval>),
    ) -> Option<Scale> {
        let is_unusual = !filter.has_usual_layers() || scale == Scale::Compare;
        let action = Action::icon(icons::ICON_LAYERS, t("calendar-menu")).selected(is_unusual);
        let response = ui.add(action);
        let mut chosen = None;
        // Not a menu to egui, in whose menus boxes that can be ticked have no edge.
        Popup::from_toggle_button_response(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(WIDTH)
            .frame(egui::Frame::popup(ui.style()).inner_margin(space::S))
            .show(|ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = space::XS;
                ui.add(Text::new(t("calendar-layers")).kind(Type::Strong));
                ui.checkbox(&mut filter.observed, t("calendar-layer-observed"));
                for (reports, name) in [
                    (Reports::Hidden, "calendar-layer-reports-hidden"),
                    (Reports::Otherwise, "calendar-layer-reports-otherwise"),
                    (Reports::All, "calendar-layer-reports-all"),
                ] {
                    ui.radio_value(&mut filter.reports, reports, t(name));
                }
                if let Some(days) = days {
                    self.legend(ui, desk, filter, inks, days);
                }
                ui.separator();
                let compare = Action::quiet(t("calendar-compare"))
                    .with_icon(icons::ICON_COMPARE_ARROWS)
                    .selected(scale == Scale::Compare);
                if ui.add(compare).clicked() {
                    chosen = Some(match scale {
                        Scale::Compare => Scale::Month,
                        _ => Scale::Compare,
                    });
                    ui.close();
                }
                let print =
                    Action::quiet(UiCommand::SaveCalendar.text()).with_icon(UiCommand::SaveCalendar.icon());
                if ui.add(print).clicked() {
                    desk.command(UiCommand::SaveCalendar);
                    ui.close();
                }
            });
        chosen
    }

    /// The tags with their colours, and how many of the strikes in view bear each; a click shows only those.
    fn legend(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        filter: &mut CalendarFilter,
        inks: &TagInks,
        days: Interval,
    ) {
        let all = CalendarFilter {
            tags: Vec::new(),
            ..filter.clone()
        };
        let of = all.clone();
        let tags = self.tags.get(&desk.link, (days, all), move |reader| {
            let period = reader.period(days.earliest(), days.latest(), &of)?;
            let whole = |(tag, count): (String, Count)| (tag, count.inside + count.perhaps);
            Ok(period.tags.into_iter().map(whole).collect())
        });
        let Some(tags) = tags.filter(|tags| !tags.is_empty()) else {
            return;
        };
        ui.separator();
        ui.add(Text::new(t("map-tags")).kind(Type::Strong));
        let (terms, tokens) = (desk.vocabularies(), Tokens::of(ui));
        let rows: Vec<LegendRow<'_>> = tags
            .iter()
            .map(|(tag, count)| {
                let name = terms.label(Vocabulary::Tags, tag);
                LegendRow {
                    name,
                    spoken: tf("map-tag", &[("tag", name.into()), ("count", (*count).into())]),
                    count: number(count),
                    ink: inks.of(tokens, tag),
                    is_shown: filter.tags.is_empty() || filter.tags.contains(tag),
                }
            })
            .collect();
        let area = ScrollArea::vertical()
            .max_height(ROWS * (size::CHIP + 2.0))
            .auto_shrink([false, true]);
        let clicked = area
            .show(ui, |ui| tag_legend(ui, &rows, t("calendar-tags-hint")))
            .inner;
        if let Some((tag, _)) = clicked.and_then(|row| tags.get(row)) {
            if filter.tags.contains(tag) {
                filter.tags.retain(|chosen| chosen != tag);
            } else {
                filter.tags.push(tag.clone());
            }
        }
    }
}
