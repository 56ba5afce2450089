//! The tiles of a comparison: as large as all of them have room for, each with what is laid over it.

use egui::accesskit::Role;
use egui::{Color32, Id, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use super::cell::{Cell, caption, paint};
use super::{Look, Strip, Wanted};
use crate::case::MarkPictures;
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::theme::Tokens;
use crate::ui::widgets::tiles::has_keys;
use crate::ui::widgets::tiling::{GAP, Piece, Room};

/// The width of a tile, in points: as large as all of them have room for, within these limits.
const TILES: std::ops::RangeInclusive<f32> = 176.0..=440.0;
/// The height of what stands under a picture.
const CAPTION: f32 = 44.0;
/// Seconds for which each of two pictures is shown in turn: far below what flashes may do (WCAG 2.2, criterion 2.3.1).
const BLINK: f64 = 0.7;
impl Strip {
    pub(super) fn tiles(&mut self, ui: &mut Ui, desk: &mut Desk, marks: &[MarkPictures], cells: &[Cell]) {
        let area = ui.available_rect_before_wrap();
        let mut inside = ui.new_child(UiBuilder::new().id_salt("strip").max_rect(area));
        let room = Room {
            width: area.width() - 12.0,
            tile: tile_for(cells.len(), area.size()),
            caption: CAPTION,
        };
        self.tiling.sync(0, room, cells.len(), &[]);
        let id = Id::unique("glyph strip");
        let whole = inside.interact(area, id, Sense::FOCUSABLE);
        whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, t("strip-name")));
        if !std::mem::replace(&mut self.has_keyboard, true) {
            whole.request_focus();
        }
        let mut wanted = Vec::new();
        if has_keys(ui, &whole) {
            wanted = self.keys(ui, cells.len());
        }
        if inside.rect_contains_pointer(area) {
            self.zoom_by(ui.input(egui::InputState::zoom_delta));
        }
        let pinned = cells.iter().find(|cell| Some(cell.id()) == self.pinned);
        ScrollArea::vertical()
            .id_salt("strip tiles")
            .auto_shrink(false)
            .show_viewport(&mut inside, |ui, viewport| {
                ui.set_height(self.tiling.height());
                let origin = ui.max_rect().min.to_vec2();
                for piece in self.tiling.in_view(viewport.top(), viewport.bottom()) {
                    let Piece::Tile(place, rect) = piece else { continue };
                    let rect = rect.translate(origin).shrink(GAP / 2.0);
                    let at_cursor = whole.has_focus() && place == self.cursor;
                    self.one(
                        ui,
                        desk,
                        (marks, cells, pinned),
                        place,
                        (rect, at_cursor),
                        &mut wanted,
                    );
                }
            });
        ui.advance_cursor_after_rect(area);
        for wanted in wanted {
            self.carry_out(desk, cells, wanted);
        }
        if self.look == Look::Turns {
            ui.ctx().request_repaint_after_secs(0.1);
        }
    }

    /// One tile: the picture with what is laid over it, and what it is of.
    fn one(
        &self,
        ui: &Ui,
        desk: &mut Desk,
        (marks, cells, pinned): (&[MarkPictures], &[Cell], Option<&Cell>),
        place: usize,
        (rect, at_cursor): (Rect, bool),
        wanted: &mut Vec<Wanted>,
    ) {
        let Some(cell) = cells.get(place) else { return };
        let tokens = Tokens::of(ui);
        let picture = Rect::from_min_max(rect.min, rect.max - vec2(0.0, CAPTION));
        let response = ui.interact(
            picture,
            Id::unique(("strip cell", cell.id())),
            Sense::click_and_drag(),
        );
        let is_pinned = Some(cell.id()) == self.pinned;
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_pinned, cell.name(marks)));
        let shift = |cell: &Cell| self.moved.get(&cell.id()).copied().unwrap_or_default();
        let over = pinned.filter(|_| !is_pinned);
        let is_turn = ui.input(|input| (input.time / BLINK) as i64 % 2 == 1);
        let of = |cell| (cell, self.zoom, shift(cell));
        match (self.look, over) {
            (Look::Over, Some(over)) => {
                paint(ui, desk, picture, of(cell), Color32::WHITE);
                paint(ui, desk, picture, of(over), Color32::from_white_alpha(128));
            }
            // Lights that are added up: no alpha, so that what lies below shines through.
            (Look::Colours, over) => {
                paint(
                    ui,
                    desk,
                    picture,
                    of(cell),
                    Color32::from_rgba_premultiplied(0, 255, 255, 0),
                );
                let red = Color32::from_rgba_premultiplied(255, 0, 0, 0);
                paint(ui, desk, picture, of(over.unwrap_or(cell)), red);
            }
            (Look::Turns, Some(over)) if is_turn => {
                paint(ui, desk, picture, of(over), Color32::WHITE);
            }
            _ => paint(ui, desk, picture, of(cell), Color32::WHITE),
        }
        let ring = if is_pinned {
            egui::Stroke::new(2.0, tokens.accent)
        } else if at_cursor || response.has_focus() {
            tokens.focus_ring()
        } else {
            tokens.hairline()
        };
        ui.painter()
            .rect_stroke(picture, 3.0, ring, egui::StrokeKind::Inside);
        caption(
            ui,
            cell,
            marks,
            Rect::from_min_max(picture.left_bottom(), rect.max),
            is_pinned,
        );
        if response.dragged() {
            let height = cell.height(desk, picture, self.zoom);
            wanted.push(Wanted::Move(place, response.drag_delta() / height.max(1.0)));
        }
        if response.double_clicked() {
            wanted.push(Wanted::Open(place));
        } else if response.clicked() {
            wanted.push(Wanted::Go(place));
            wanted.push(Wanted::Pin(place));
        }
        response.on_hover_text(cell.name(marks));
    }
}

/// The largest width of `count` tiles that all have room, or else the smallest.
fn tile_for(count: usize, room: Vec2) -> f32 {
    let has_room = |tile: f32| {
        let across = ((room.x - 12.0) / (tile + GAP)).floor().max(1.0) as usize;
        // Tiles grow to fill the width, their height does not.
        let down = count.div_ceil(across) as f32;
        down * (tile * 0.75 + CAPTION + GAP) + GAP <= room.y
    };
    let mut tile = *TILES.end();
    while tile > *TILES.start() && !has_room(tile) {
        tile -= 8.0;
    }
    tile.max(*TILES.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_pictures_are_large_and_many_stay_large_enough_to_see() {
        let room = vec2(1180.0, 600.0);
        assert!(tile_for(2, room) > 400.0);
        let six = tile_for(6, room);
        assert!(six > 250.0 && six < 400.0, "{six}");
        assert_eq!(tile_for(100, room), *TILES.start());
    }
}
