//! The bar above the map: tags, layers, and what to do with it.

use egui::{Layout, Ui, vec2};
use egui_material_icons::icons;

use super::keys::Asked;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, size, space};
use crate::ui::views::calendar::filter::{self, TagFilter};
use crate::ui::widgets::{Action, Text, bar};

/// What is shown besides strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switches {
    /// Where components were recovered.
    pub recovered: bool,
    /// Where photos were taken.
    pub photos: bool,
    /// The list of photos that lie far from their strike.
    pub strays: bool,
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Photos that lie far from their strike.
    pub strays: usize,
    /// Components with a place.
    pub recovered: usize,
}

/// Draws the bar.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk,
    filter: &mut TagFilter,
    switches: &mut Switches,
    counts: Counts,
    is_there: bool,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut saves = false;
    if desk.take_command(UiCommand::Find) {
        filter.ask_for_keyboard();
    }
    bar(
        ui,
        |ui| {
            ui.add_space(space::S);
            ui.add(Text::new(t("map-title")).kind(Type::Title));
            ui.add_space(space::S);
            let room = vec2(filter::WIDTH, size::CONTROL);
            ui.allocate_ui_with_layout(room, Layout::top_down(egui::Align::Min), |ui| {
                filter.field(ui, desk)
            });
            let none = (counts.recovered == 0).then(|| t("map-no-recovered"));
            let recovered = Action::quiet(t("map-layer-recovered"))
                .selected(switches.recovered && counts.recovered > 0)
                .unless(none);
            if ui.add(recovered).clicked() {
                switches.recovered = !switches.recovered;
            }
            let photos = Action::quiet(t("map-layer-photos")).selected(switches.photos);
            if ui.add(photos).clicked() {
                switches.photos = !switches.photos;
            }
            let name = tf("map-layer-strays", &[("count", counts.strays.into())]);
            let mut strays = Action::quiet(&name).selected(switches.strays);
            if counts.strays > 0 {
                strays = strays.with_icon(icons::ICON_WARNING);
            }
            if ui.add(strays).clicked() {
                switches.strays = !switches.strays;
            }
        },
        |ui| {
            ui.add_space(space::S);
            let save = Action::command(UiCommand::SaveMap).unless((!is_there).then(|| t("map-not-there")));
            if ui.add(save).clicked() {
                saves = true;
            }
            let fit = Action::icon(icons::ICON_FIT_SCREEN, t("map-fit")).keys(t("map-key-fit"));
            if ui.add(fit).clicked() {
                asked.push(Asked::Fit);
            }
        },
    );
    if saves {
        desk.command(UiCommand::SaveMap);
    }
    asked
}
