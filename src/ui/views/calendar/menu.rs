//! The menu of the calendar's bar: which days of a strike are shown, and what else can be done with what is in view.

use egui::{Popup, PopupCloseBehavior, Ui};
use egui_material_icons::icons;

use super::header::Scale;
use crate::case::{CalendarFilter, Reports};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text};

/// The width of the menu, in points.
const WIDTH: f32 = 320.0;

/// Draws the button with its menu. Gives the way of looking that was chosen there.
pub fn button(ui: &mut Ui, desk: &mut Desk, filter: &mut CalendarFilter, scale: Scale) -> Option<Scale> {
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
