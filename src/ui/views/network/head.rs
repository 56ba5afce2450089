//! The bar above the network: how it is drawn, what is left out, and how near it is looked at.

use egui::Ui;
use egui_material_icons::icons;

use super::{Form, NetworkView};
use crate::analysis::network::Reach;
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, bar, segmented};

/// Draws the bar, and takes what is chosen there.
pub(super) fn show(view: &mut NetworkView, ui: &mut Ui, desk: &mut Desk, form: Form, reach: Reach) {
    let asked = bar(
        ui,
        |ui| {
            ui.add_space(space::S);
            ui.spacing_mut().item_spacing.x = space::S;
            let mut wanted = form;
            let forms = [
                (Form::Picture, t("network-as-picture")),
                (Form::Matrix, t("network-as-matrix")),
            ];
            if segmented(ui, t("network-as"), &mut wanted, &forms) {
                view.form = Some(wanted);
            }
            let mut wanted = reach;
            let reaches = [
                (Reach::Strikes, t("network-reach-strikes")),
                (Reach::Weapons, t("network-reach-weapons")),
                (Reach::Components, t("network-reach-components")),
            ];
            if segmented(ui, t("network-reach"), &mut wanted, &reaches) {
                view.filter.reach = Some(wanted);
            }
            let sign = if view.filter.certain_only {
                icons::ICON_CHECK_BOX
            } else {
                icons::ICON_CHECK_BOX_OUTLINE_BLANK
            };
            let certain = Action::quiet(t("network-certain-only"))
                .with_icon(sign)
                .selected(view.filter.certain_only);
            if ui.add(certain).clicked() {
                view.filter.certain_only = !view.filter.certain_only;
            }
        },
        |ui| {
            ui.add_space(space::S);
            ui.spacing_mut().item_spacing.x = space::XS;
            let mut asked = None;
            if form == Form::Matrix {
                return asked;
            }
            for (command, icon, name) in [
                (UiCommand::ZoomFit, icons::ICON_FIT_SCREEN, "network-fit"),
                (UiCommand::ZoomIn, icons::ICON_ZOOM_IN, "network-zoom-in"),
                (UiCommand::ZoomOut, icons::ICON_ZOOM_OUT, "network-zoom-out"),
            ] {
                let action = Action::icon(icon, t(name)).keys(command.shortcut_text());
                if ui.add(action).clicked() {
                    asked = Some(command);
                }
            }
            asked
        },
    )
    .inner;
    desk.commands.extend(asked);
}
