//! The picture of a marking with its tools, its caption, and the strip of its other regions.

use egui::{Layout, Sense, StrokeKind, Ui, vec2};
use egui_material_icons::icons;

use super::super::cut::Cut;
use super::super::darkroom::Laid;
use super::super::pins::Pins;
use super::super::thumb;
use super::super::tools::{Tools, Turn};
use super::Screen;
use crate::case::{MarkingSheet, SeenIn};
use crate::model::photo::PhotoKind;
use crate::model::view::Combine;
use crate::model::{Change, Region, View};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Action, Text, empty_state};

impl Screen {
    pub(super) fn tools(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(seen) = sheet.seen.get(self.region) else {
            return;
        };
        let region = &seen.region;
        self.take_over(region);
        let laid = self.laid(sheet).len();
        let Some((_, _, turn)) = &mut self.turn else {
            return;
        };
        let tools = Tools {
            view: &mut self.view,
            turn,
            loupe: &mut self.viewer.loupe,
            placing: &mut self.placing,
            has_others: sheet.seen.len() > 1,
            laid,
        };
        let mut output = tools.show(ui);
        for (command, clockwise) in [(UiCommand::RotateLeft, false), (UiCommand::RotateRight, true)] {
            if desk.take_command(command) {
                turn.quarter(clockwise);
                output.turned = true;
            }
        }
        if output.turned {
            let after = Region {
                angle: turn.angle(),
                ..region.clone()
            };
            if let Some(change) = Change::edit(region, &after) {
                desk.apply(change);
            }
        }
        if output.changed {
            self.keep_view(desk, region);
        }
    }

    /// Takes over how the region is turned and looked at, when it is another one or somebody changed that.
    fn take_over(&mut self, region: &Region) {
        let stale = self
            .turn
            .is_none_or(|(of, angle, _)| of != region.id || (angle - region.angle).abs() > 1e-9);
        if stale {
            self.turn = Some((region.id, region.angle, Turn::of(region.angle)));
        }
        if self.view_of != Some((region.id, region.view)) {
            let is_other = self.view_of.is_none_or(|(of, _)| of != region.id);
            self.view_of = Some((region.id, region.view));
            self.view = match region.view {
                Some(view) => view,
                // The next mark on the same plate is looked at in the same way, until somebody looks otherwise.
                None if is_other => self.view.without_place(),
                None => View::PLAIN,
            };
        }
    }

    /// Keeps how the region is looked at.
    fn keep_view(&mut self, desk: &mut Desk, region: &Region) {
        let view = (self.view != View::PLAIN).then_some(self.view);
        let after = Region {
            view,
            ..region.clone()
        };
        if let Some(change) = Change::edit(region, &after) {
            desk.apply(change);
        }
    }

    /// The other photos of the mark that can be laid on this one.
    fn laid(&self, sheet: &MarkingSheet) -> Vec<Laid> {
        let others = sheet.seen.iter().enumerate();
        others
            .filter(|(place, _)| *place != self.region)
            .filter_map(|(_, seen)| Some((Cut::around(seen)?, seen.region.view?.points?)))
            .collect()
    }

    pub(super) fn picture(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(seen) = sheet.seen.get(self.region) else {
            empty_state(
                ui,
                icons::ICON_CROP_FREE,
                t("marking-no-region"),
                t("marking-no-region-text"),
                |_| {},
            );
            return;
        };
        let several = sheet.seen.len() > 1;
        let strip = if several { 64.0 } else { 0.0 };
        let room = ui.available_rect_before_wrap();
        let caption = 20.0;
        let mut rect = room;
        rect.max.y -= strip + caption;
        let Some(plain) = Cut::around(seen) else {
            ui.add(Text::new(t("marking-size-unknown")).weak());
            if several {
                self.strip(ui, desk, sheet);
            }
            return;
        };
        // Pins are placed on the photo as it is.
        let cut = match self.placing {
            Some(_) => plain,
            None => plain.straight(self.view.corners),
        };
        let angle = self.turn.map_or(seen.region.angle, |(_, _, turn)| turn.angle()) as f32;
        for (command, inwards) in [(UiCommand::ZoomIn, true), (UiCommand::ZoomOut, false)] {
            if desk.take_command(command) {
                self.viewer.step(ui, rect, cut, angle, inwards);
            }
        }
        if desk.take_command(UiCommand::ZoomFit) {
            self.viewer.fit();
        }
        if desk.take_command(UiCommand::ZoomActualSize) {
            self.viewer.actual_size(ui.pixels_per_point());
        }
        let mut view = self.view;
        if view.relief > 0 {
            // The light stands still on the screen while the picture is turned under it.
            view.light = (view.light - angle.round() as i16).rem_euclid(360);
        }
        if self.placing == Some(Pins::Points) {
            view.combine = Combine::Alone;
        }
        let case = (&desk.link, desk.pictures.arrivals());
        self.darkroom.develop(case, cut, &view, self.laid(sheet));
        let failure = self.darkroom.failure(cut).map(str::to_owned);
        let shown = self.darkroom.shown(cut);
        let is_original = shown.is_some_and(|shown| shown.is_original);
        desk.looks.watch(ui, shown.map(|_| seen.region.photo).as_slice());
        let lay = self.viewer.show(ui, rect, cut, angle, shown, failure.as_deref());
        if let Some(pins) = self.placing
            && pins.show(ui, rect, cut, lay, &mut self.view)
        {
            self.keep_view(desk, &seen.region);
        }
        ui.advance_cursor_after_rect(rect);
        self.caption(ui, desk, seen, lay.scale(), is_original, failure.as_deref());
        if several {
            self.strip(ui, desk, sheet);
        }
    }

    fn caption(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        seen: &SeenIn,
        scale: f32,
        is_original: bool,
        failure: Option<&str>,
    ) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let percent = (scale * ui.pixels_per_point() * 100.0).round();
            let words = tf(
                "marking-caption",
                &[
                    ("width", seen.region.width.into()),
                    ("height", seen.region.height.into()),
                    ("percent", percent.into()),
                ],
            );
            ui.add(Text::new(&words).kind(Type::Small).weak());
            if seen.kind != PhotoKind::Photograph {
                let key = match seen.kind {
                    PhotoKind::Illustration => "marking-is-illustration",
                    _ => "marking-is-pasted",
                };
                let ink = Tokens::of(ui).warn.text;
                ui.add(Text::new(t(key)).kind(Type::Small).color(ink));
            }
            if !is_original {
                let words = match failure {
                    Some(reason) => tf("photos-preview-only", &[("reason", reason.into())]),
                    None => t("marking-preview").to_owned(),
                };
                let words = Text::new(&words).kind(Type::Small);
                let words = words.color(Tokens::of(ui).warn.text).truncate();
                // The button at the end keeps its place.
                let room = vec2(ui.available_width() - 2.0 * size::CONTROL, 0.0);
                let lines = Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(room, lines, |ui| ui.add(words));
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let open = Action::icon(icons::ICON_OPEN_IN_FULL, t("marking-open-photo"));
                if ui.add(open).clicked() {
                    desk.go(Place::Photo(seen.region.photo));
                }
                ui.add(Text::new(&seen.file_name).kind(Type::Small).truncate());
            });
        });
    }

    /// The regions in which the marking is seen, to choose one.
    fn strip(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (place, seen) in sheet.seen.iter().enumerate() {
                let (rect, response) = ui.allocate_exact_size(vec2(76.0, 56.0), Sense::click());
                let region = &seen.region;
                thumb::paint(ui, desk, rect, region.photo, region.id);
                let name = tf(
                    "marking-region",
                    &[
                        ("place", (place + 1).into()),
                        ("file", seen.file_name.as_str().into()),
                    ],
                );
                response.widget_info(|| {
                    egui::WidgetInfo::selected(
                        egui::accesskit::Role::Button,
                        true,
                        place == self.region,
                        &name,
                    )
                });
                if place == self.region || response.has_focus() {
                    let corner = egui::CornerRadius::same(radius::S);
                    ui.painter()
                        .rect_stroke(rect, corner, Tokens::of(ui).focus_ring(), StrokeKind::Inside);
                }
                if response.on_hover_text(&name).clicked() {
                    self.region = place;
                    self.placing = None;
                    self.viewer.fit();
                }
            }
        });
    }
}
