//! The photos that lie far from the strike that they show: on the map with a line to it, and in a list with both names.

use egui::{Color32, Painter, Pos2, Rect, ScrollArea, Shape, Stroke, Ui, pos2};

use super::data::length;
use super::ground::Sheet;
use crate::analysis::map::outliers::{NOT_STATED_M, Outlier, TOLERANCE_M};
use crate::model::place::mercator::{Spot, project};
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text};

/// The width of the list.
pub const WIDTH: f32 = 244.0;
/// The lines of so many are drawn; the list has them all.
const DRAWN: usize = 300;

/// Draws a line from each photo to its strike.
pub fn lines(painter: &Painter, tokens: &Tokens, sheet: &Sheet, strays: &[Outlier], selected: &[RecordRef]) {
    for stray in strays.iter().take(DRAWN) {
        let photo = sheet.nearest(project(stray.photo_at));
        let strike = sheet.nearest(project(stray.strike_at));
        let touches = Rect::from_two_pos(photo, strike).intersects(sheet.rect);
        if touches {
            let is_selected = [RecordRef::from(stray.photo), stray.strike.into()]
                .iter()
                .any(|record| selected.contains(record));
            line(painter, photo, strike, tokens.warn.text, is_selected);
        }
    }
}

fn line(painter: &Painter, from: Pos2, to: Pos2, ink: Color32, is_selected: bool) {
    let width = if is_selected { 2.0 } else { 1.0 };
    painter.extend(Shape::dashed_line(&[from, to], Stroke::new(width, ink), 6.0, 4.0));
}

/// Shows the list in `rect`. Gives the place that somebody wants to see.
pub fn list(ui: &mut Ui, desk: &mut Desk, rect: Rect, strays: &[Outlier]) -> Option<Spot> {
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(rect, 0.0, tokens.base);
    ui.painter().vline(rect.left(), rect.y_range(), tokens.hairline());
    let inner = Rect::from_min_max(
        rect.min + egui::vec2(space::M, space::S),
        pos2(rect.right() - space::S, rect.bottom()),
    );
    let mut there = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.add(Text::new(t("map-strays")).kind(Type::Heading));
        let about = tf(
            "map-strays-about",
            &[
                ("tolerance", length(TOLERANCE_M).into()),
                ("assumed", length(NOT_STATED_M).into()),
            ],
        );
        ui.add(Text::new(&about).kind(Type::Small).weak());
        ui.add_space(space::S);
        if strays.is_empty() {
            ui.add(Text::new(t("map-strays-none")));
        }
        ScrollArea::vertical()
            .auto_shrink(false)
            .show_rows(ui, ROW, strays.len(), |ui, rows| {
                for stray in &strays[rows] {
                    there = one(ui, desk, stray).or(there);
                }
            });
    });
    there
}

/// The height of a row of the list.
const ROW: f32 = 88.0;

fn one(ui: &mut Ui, desk: &mut Desk, stray: &Outlier) -> Option<Spot> {
    let mut there = None;
    ui.push_id((stray.photo, stray.strike), |ui| {
        let width = ui.available_width();
        ui.allocate_ui(egui::vec2(width, ROW - ui.spacing().item_spacing.y), |ui| {
            ui.set_min_size(egui::vec2(width, ROW - ui.spacing().item_spacing.y));
            ui.spacing_mut().item_spacing.y = 2.0;
            let far = tf(
                "map-stray",
                &[
                    ("distance", length(stray.metres).into()),
                    ("allowed", length(stray.allowed_m).into()),
                ],
            );
            ui.add(Text::new(&far).kind(Type::Small));
            let strike = if stray.strike_title.is_empty() {
                t("record-untitled")
            } else {
                &stray.strike_title
            };
            let photo_name = tf("map-stray-photo", &[("name", stray.photo_name.as_str().into())]);
            let strike_name = tf("map-stray-strike", &[("name", strike.into())]);
            if row(ui, &photo_name).clicked() {
                desk.select(stray.photo);
                there = Some(project(stray.photo_at));
            }
            if row(ui, &strike_name).clicked() {
                desk.select(stray.strike);
                there = Some(project(stray.strike_at));
            }
        });
    });
    there
}

fn row(ui: &mut Ui, name: &str) -> egui::Response {
    ui.add(Action::quiet(name))
}
