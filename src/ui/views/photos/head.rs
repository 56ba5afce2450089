//! The head of the grid: what is listed, in which order, and by what it is filtered; and what is shown instead
//! of tiles when there are none.

use egui::{Align, Layout, Popup, Ui};
use egui_material_icons::icons;

use super::albums::Albums;
use super::filters::Filters;
use super::grid::margin;
use super::listing::{Listing, Question};
use crate::model::album::{PhotoFilter, PhotoSort};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, Field, Text, empty_state, gap, weak_text};

/// What the head remembers.
#[derive(Default)]
pub(super) struct Head {
    filters_open: bool,
    filters: Filters,
    albums: Albums,
}

impl Head {
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, listing: &Listing, question: &mut Question) {
        let Question { filter, sort } = question;
        gap(ui, space::XS);
        let is_filtered = *filter != PhotoFilter::default();
        ui.allocate_ui_with_layout(
            egui::vec2(ui.available_width(), size::BAR),
            Layout::left_to_right(Align::Center),
            |ui| {
                margin(ui);
                ui.add(Text::new(t("command-go-photos")).kind(Type::Title));
                weak_text(ui, &counted(listing, is_filtered));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    margin(ui);
                    sorting(ui, sort);
                    self.albums.button(ui, desk, filter, sort);
                    let filters = Action::secondary(t("photos-filter"))
                        .with_icon(icons::ICON_FILTER_LIST)
                        .selected(self.filters_open || is_filtered);
                    if ui.add(filters).clicked() {
                        self.filters_open = !self.filters_open;
                    }
                    let width = (ui.available_width() - space::S).clamp(80.0, 240.0);
                    ui.allocate_ui_with_layout(
                        egui::vec2(width, size::CONTROL),
                        Layout::left_to_right(Align::Center),
                        |ui| find(ui, desk, filter),
                    );
                });
            },
        );
        if self.filters_open {
            self.filters.show(ui, desk, filter);
        }
        gap(ui, space::XS);
    }
}

/// How many photos are listed, and of how many.
fn counted(listing: &Listing, is_filtered: bool) -> String {
    let all = [("count", listing.total().into())];
    if is_filtered {
        let some = [("shown", listing.len().into()), ("all", listing.total().into())];
        tf("photos-count-of", &some)
    } else {
        tf("count-photos", &all)
    }
}

fn find(ui: &mut Ui, desk: &mut Desk, filter: &mut PhotoFilter) {
    let field = Field::new(t("command-find"))
        .hint(t("photos-find-hint"))
        .hidden_label()
        .show(ui, &mut filter.text);
    if desk.take_command(UiCommand::Find) {
        field.response.request_focus();
    }
}

fn sorting(ui: &mut Ui, sort: &mut PhotoSort) {
    let choices = [
        (PhotoSort::Captured, t("photos-sort-captured")),
        (PhotoSort::Newest, t("photos-sort-newest")),
        (PhotoSort::Added, t("photos-sort-added")),
        (PhotoSort::FileName, t("photos-sort-name")),
        (PhotoSort::Camera, t("photos-sort-camera")),
        (PhotoSort::PhotoSet, t("photos-sort-set")),
        (PhotoSort::Strike, t("photos-sort-strike")),
        (PhotoSort::Alike, t("photos-sort-alike")),
        (PhotoSort::Burst, t("photos-sort-burst")),
    ];
    let chosen = choices.iter().find(|(choice, _)| choice == sort);
    let shown = chosen.map_or("", |(_, name)| name);
    let name = tf("photos-sort", &[("order", shown.into())]);
    let button = ui.add(Action::icon(icons::ICON_SORT, &name));
    Popup::menu(&button).show(|ui| {
        for (choice, name) in choices {
            if ui.add(Action::quiet(name).selected(choice == *sort)).clicked() {
                *sort = choice;
            }
        }
    });
}

/// What is shown when there is no photo: how to add some, or that the filter lets none through.
pub(super) fn empty(ui: &mut Ui, desk: &mut Desk, listing: &Listing, filter: &mut PhotoFilter) {
    if listing.total() > 0 {
        let clear = empty_state(
            ui,
            icons::ICON_FILTER_LIST_OFF,
            t("records-none-found"),
            t("records-none-found-text"),
            |ui| ui.add(Action::secondary(t("photos-show-all"))).clicked(),
        );
        if clear {
            *filter = PhotoFilter::default();
        }
        return;
    }
    let asked = empty_state(
        ui,
        icons::ICON_ADD_PHOTO_ALTERNATE,
        t("photos-none"),
        t("photos-none-text"),
        |ui| {
            let files = ui.add(Action::secondary(t("photos-choose-files"))).clicked();
            let folder = Action::secondary(UiCommand::ImportFolder.text())
                .keys(UiCommand::ImportFolder.shortcut_text());
            (files, ui.add(folder).clicked())
        },
    );
    if asked.0 {
        desk.command(UiCommand::ImportFiles);
    }
    if asked.1 {
        desk.command(UiCommand::ImportFolder);
    }
}
