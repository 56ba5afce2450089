//! Which days of a strike the calendar shows: the day on which it happened, and the day of its report.

use egui::{Popup, PopupCloseBehavior, Ui};
use egui_material_icons::icons;

use crate::case::{CalendarFilter, Reports};
use crate::text::t;
use crate::ui::theme::space;
use crate::ui::widgets::Action;

/// The width of the menu, in points.
const WIDTH: f32 = 300.0;

/// Draws the button with its menu.
pub fn button(ui: &mut Ui, filter: &mut CalendarFilter) {
    let action = Action::icon(icons::ICON_LAYERS, t("calendar-layers")).selected(!filter.has_usual_layers());
    let response = ui.add(action);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(WIDTH)
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.checkbox(&mut filter.observed, t("calendar-layer-observed"));
            ui.separator();
            for (reports, name) in [
                (Reports::Hidden, "calendar-layer-reports-hidden"),
                (Reports::Otherwise, "calendar-layer-reports-otherwise"),
                (Reports::All, "calendar-layer-reports-all"),
            ] {
                ui.radio_value(&mut filter.reports, reports, t(name));
            }
        });
}
