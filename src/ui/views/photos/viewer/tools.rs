//! The viewer's bar, commands and keys.

use egui::{Align, Key, Layout, Rect, Ui};
use egui_material_icons::icons;

use super::super::listing::Listing;
use super::super::tile::shown_name;
use super::Viewer;
use crate::case::PhotoRow;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, weak_text};

/// A step of zoom by key or button.
pub(super) const STEP: f32 = 1.25;

impl Viewer {
    pub(super) fn bar(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        (row, place, listing): (&PhotoRow, Option<usize>, &Listing),
        area: Rect,
    ) {
        // From the right, so that a long title gives way to the tools.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.add_space(space::S);
            let draw = Action::secondary(UiCommand::DrawRegion.text())
                .with_icon(icons::ICON_CROP_FREE)
                .keys(UiCommand::DrawRegion.shortcut_text())
                .selected(self.drawing);
            if ui.add(draw).clicked() {
                desk.commands.push(UiCommand::DrawRegion);
            }
            for (command, is_on) in [
                (UiCommand::Redact, self.redact.is_on()),
                (UiCommand::Measure, self.measure.is_on()),
                (UiCommand::Loupe, self.loupe.is_on()),
                (UiCommand::PhotoInformation, self.info.is_on()),
            ] {
                if ui.add(Action::command(command).selected(is_on)).clicked() {
                    desk.commands.push(command);
                }
            }
            ui.add_space(space::XS);
            for command in [
                UiCommand::ComparePhotos,
                UiCommand::RotateRight,
                UiCommand::RotateLeft,
                UiCommand::ZoomActualSize,
                UiCommand::ZoomFit,
                UiCommand::ZoomIn,
                UiCommand::ZoomOut,
            ] {
                if ui.add(Action::command(command)).clicked() {
                    desk.commands.push(command);
                }
            }
            let scale = self.lens.scale(area, [row.width, row.height]) * ui.ctx().pixels_per_point();
            let percent = format!("{:.0}", scale * 100.0);
            weak_text(ui, &tf("photos-zoom", &[("percent", percent.into())]));
            ui.add_space(space::S);
            for command in [UiCommand::NextPhoto, UiCommand::PreviousPhoto] {
                if ui.add(Action::command(command)).clicked() {
                    desk.commands.push(command);
                }
            }
            let position = place.map_or_else(
                || t("photos-not-listed").to_owned(),
                |place| {
                    let count = listing.len();
                    tf(
                        "photos-position",
                        &[("place", (place + 1).into()), ("count", count.into())],
                    )
                },
            );
            weak_text(ui, &position);
            ui.add_space(space::XS);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::S);
                let back = Action::icon(icons::ICON_GRID_VIEW, t("photos-back")).keys(t("key-escape"));
                if ui.add(back).clicked() {
                    desk.go(Place::Photos);
                }
                ui.add(Text::new(shown_name(row)).kind(Type::Strong).truncate());
            });
        });
    }

    pub(super) fn commands(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        listing: &Listing,
        (area, pixels): (Rect, [u32; 2]),
    ) {
        let points = ui.ctx().pixels_per_point();
        let pointer = ui.input(|input| input.pointer.hover_pos());
        for command in std::mem::take(&mut desk.commands) {
            match command {
                UiCommand::ZoomIn => self.lens.zoom(area, pixels, STEP, area.center(), points),
                UiCommand::ZoomOut => self.lens.zoom(area, pixels, 1.0 / STEP, area.center(), points),
                UiCommand::ZoomFit => self.lens.fit(),
                UiCommand::ZoomActualSize => {
                    let at = pointer.filter(|at| area.contains(*at)).unwrap_or(area.center());
                    self.lens.toggle_actual(area, pixels, at, points);
                }
                UiCommand::RotateLeft => self.lens.turn(3),
                UiCommand::RotateRight => self.lens.turn(1),
                UiCommand::DrawRegion => {
                    let start = !self.drawing;
                    self.stop_drawing();
                    self.measure.set(false);
                    self.redact.set(false);
                    self.drawing = start;
                }
                UiCommand::Measure => {
                    self.stop_drawing();
                    self.redact.set(false);
                    self.measure.set(!self.measure.is_on());
                }
                UiCommand::Redact => {
                    self.stop_drawing();
                    self.measure.set(false);
                    self.redact.set(!self.redact.is_on());
                }
                UiCommand::PhotoInformation => self.info.toggle(),
                UiCommand::Loupe => self.loupe.toggle(ui),
                UiCommand::ComparePhotos => self.begin_comparison(desk, listing),
                UiCommand::NextPhoto | UiCommand::NextItem => self.step(desk, listing, 1),
                UiCommand::PreviousPhoto | UiCommand::PreviousItem => self.step(desk, listing, -1),
                other => desk.commands.push(other),
            }
        }
    }

    pub(super) fn keys(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing) {
        let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
        let is_free = ui.memory(|memory| memory.focused().is_none());
        let jump = if pressed(Key::Home) {
            listing.photo(0)
        } else if pressed(Key::End) {
            listing.photos().last().copied()
        } else {
            None
        };
        if let Some(photo) = jump.filter(|_| is_free) {
            desk.select(photo);
            desk.go(Place::Photo(photo));
        } else if is_free && pressed(Key::ArrowRight) {
            self.step(desk, listing, 1);
        } else if is_free && pressed(Key::ArrowLeft) {
            self.step(desk, listing, -1);
        } else if pressed(Key::Escape) {
            if self.drawing {
                self.stop_drawing();
            } else if self.loupe.is_on() {
                self.loupe.close();
            } else if self.measure.is_on() {
                self.measure.set(false);
            } else if self.redact.is_on() {
                self.redact.set(false);
            } else {
                desk.go(Place::Photos);
            }
        }
    }
}
