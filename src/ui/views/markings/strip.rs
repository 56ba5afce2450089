//! The same character of many marks, side by side: all pictures as large as each other, each where its transcription
//! expects the character. One is pinned; it can be laid over the others, in two colours, or shown in turn with them. So one
//! sees whether a 3 is a 3, and whether two marks were made with one stamp.

mod cell;

use std::collections::HashMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Sense, Slider, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};
use egui_material_icons::icons;

use crate::case::MarkPictures;
use crate::model::id::MarkingId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::tiling::{GAP, Piece, Room, Tiling};
use crate::ui::widgets::{Action, Text, bar, empty_state, hairline, segmented};
use cell::{Cell, CellId, caption, cells, characters, paint};

/// No more marks are compared at a time.
const MOST: usize = 120;
/// The width of a tile, in points: as large as all of them have room for, within these limits.
const TILES: std::ops::RangeInclusive<f32> = 176.0..=440.0;
/// The height of what stands under a picture.
const CAPTION: f32 = 44.0;
/// How much larger the pictures can be made.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.4..=4.0;
/// Seconds for which each of two pictures is shown in turn: far below what flashes may do (WCAG 2.2, criterion 2.3.1).
const BLINK: f64 = 0.7;
/// How far a key moves a picture, in heights of a character.
const NUDGE: f32 = 0.02;

/// How the pinned picture is compared with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Look {
    /// Beside them.
    #[default]
    Side,
    /// Half transparent over each of them.
    Over,
    /// Itself in red, the others in cyan: what is in both is grey.
    Colours,
    /// In turn with each of them.
    Turns,
}

/// The comparison, and what a person is doing on it.
pub struct Strip {
    of: Vec<MarkingId>,
    marks: Remote<Vec<MarkingId>, Arc<Vec<MarkPictures>>>,
    /// Which character is shown; none shows whole marks.
    character: Option<char>,
    look: Look,
    zoom: f32,
    pinned: Option<CellId>,
    cursor: usize,
    /// How far a picture was moved to lie on the others, in heights of its character.
    moved: HashMap<CellId, Vec2>,
    tiling: Tiling,
    /// What the tiles were laid out for.
    version: (usize, usize, Option<char>),
    has_keyboard: bool,
}

impl Default for Strip {
    fn default() -> Self {
        Self {
            of: Vec::new(),
            marks: Remote::default(),
            character: None,
            look: Look::Side,
            zoom: 1.0,
            pinned: None,
            cursor: 0,
            moved: HashMap::new(),
            tiling: Tiling::default(),
            version: (0, 0, None),
            has_keyboard: false,
        }
    }
}

/// What a key or a click asks for.
enum Wanted {
    Pin(usize),
    Open(usize),
    Go(usize),
    Move(usize, Vec2),
}

impl Strip {
    /// To be called when the comparison is not in view.
    pub fn leave(&mut self) {
        self.has_keyboard = false;
    }

    /// Shows the comparison of what the desk says.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let compared = &desk.compared[..desk.compared.len().min(MOST)];
        if self.of != compared {
            *self = Self {
                of: compared.to_vec(),
                zoom: self.zoom,
                look: self.look,
                ..Self::default()
            };
        }
        let of = self.of.clone();
        let marks = self.marks.get(&desk.link, of.clone(), move |reader| {
            Ok(Arc::new(reader.mark_pictures(&of)?))
        });
        let Some(marks) = marks.cloned() else {
            if let Some(error) = self.marks.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        self.keys_of_view(ui, desk);
        let counted = characters(&marks);
        if self
            .character
            .is_some_and(|c| !counted.iter().any(|(known, _)| *known == c))
        {
            self.character = None;
        }
        self.bar(ui, desk, &marks, &counted);
        hairline(ui);
        let cells = cells(&marks, self.character);
        if cells.is_empty() {
            let back = empty_state(
                ui,
                icons::ICON_COMPARE,
                t("strip-empty"),
                t("strip-empty-text"),
                |ui| ui.add(Action::secondary(t("marking-back"))).clicked(),
            );
            if back {
                desk.go(Place::Markings);
            }
            return;
        }
        let is_known = |id: &CellId| cells.iter().any(|cell| cell.id() == *id);
        if self.pinned.as_ref().is_none_or(|id| !is_known(id)) {
            self.pinned = cells.first().map(Cell::id);
        }
        self.cursor = self.cursor.min(cells.len() - 1);
        self.tiles(ui, desk, &marks, &cells);
    }

    fn keys_of_view(&mut self, ui: &Ui, desk: &mut Desk) {
        if desk.take_command(UiCommand::BlinkPhotos) {
            self.look = if self.look == Look::Turns {
                Look::Side
            } else {
                Look::Turns
            };
        }
        for (command, by) in [(UiCommand::ZoomIn, 1.25), (UiCommand::ZoomOut, 0.8)] {
            if desk.take_command(command) {
                self.zoom_by(by);
            }
        }
        if desk.take_command(UiCommand::ZoomFit) {
            self.zoom = 1.0;
        }
        let leaves = ui.input(|input| input.key_pressed(Key::Escape)) && !egui::Popup::is_any_open(ui);
        if leaves || desk.take_command(UiCommand::ComparePhotos) {
            desk.go(Place::Markings);
        }
        let typed: Vec<char> = ui.input(|input| {
            let texts = input.events.iter().filter_map(|event| match event {
                egui::Event::Text(text) => Some(text.clone()),
                _ => None,
            });
            texts.flat_map(|text| text.chars().collect::<Vec<_>>()).collect()
        });
        if let Some(digit) = typed.into_iter().rfind(char::is_ascii_digit) {
            self.character = Some(digit);
        }
    }

    fn zoom_by(&mut self, by: f32) {
        self.zoom = (self.zoom * by).clamp(*ZOOMS.start(), *ZOOMS.end());
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, marks: &[MarkPictures], counted: &[(char, usize)]) {
        bar(
            ui,
            |ui| {
                let back = Action::icon(icons::ICON_ARROW_BACK, t("marking-back")).keys(t("key-escape"));
                if ui.add(back).clicked() {
                    desk.go(Place::Markings);
                }
                let title = tf("strip-title", &[("count", marks.len().into())]);
                ui.add(Text::new(&title).kind(Type::Title));
                ui.add_space(space::M);
                let looks = [
                    (Look::Side, t("strip-look-side")),
                    (Look::Over, t("strip-look-over")),
                    (Look::Colours, t("strip-look-colours")),
                    (Look::Turns, t("strip-look-turns")),
                ];
                segmented(ui, t("strip-look"), &mut self.look, &looks);
                ui.add_space(space::S);
                let label = ui.add(Text::new(t("strip-zoom")).kind(Type::Small).weak());
                let slider = Slider::new(&mut self.zoom, ZOOMS)
                    .logarithmic(true)
                    .show_value(false);
                ui.add(slider).labelled_by(label.id);
                let moved = (self.moved.is_empty()).then(|| t("strip-reset-none"));
                let reset = Action::quiet(t("strip-reset"))
                    .with_icon(icons::ICON_RESTART_ALT)
                    .unless(moved);
                if ui.add(reset).clicked() {
                    self.moved.clear();
                }
            },
            |_| {},
        );
        ScrollArea::horizontal()
            .id_salt("strip characters")
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.add_space(space::S);
                    ui.spacing_mut().item_spacing.x = space::XS;
                    let whole = Action::quiet(t("strip-whole")).selected(self.character.is_none());
                    if ui.add(whole).clicked() {
                        self.character = None;
                    }
                    for (character, count) in counted {
                        let name = tf(
                            "strip-character",
                            &[
                                ("character", character.to_string().into()),
                                ("count", (*count).into()),
                            ],
                        );
                        let choice = Action::quiet(&name).selected(self.character == Some(*character));
                        if ui.add(choice).clicked() {
                            self.character = Some(*character);
                        }
                    }
                });
            });
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let key = if self.character.is_some() {
                "strip-hint"
            } else {
                "strip-hint-whole"
            };
            ui.add(Text::new(t(key)).kind(Type::Small).weak().truncate());
        });
    }

    fn tiles(&mut self, ui: &mut Ui, desk: &mut Desk, marks: &[MarkPictures], cells: &[Cell]) {
        let area = ui.available_rect_before_wrap();
        let mut inside = ui.new_child(UiBuilder::new().id_salt("strip").max_rect(area));
        let version = (marks.as_ptr() as usize, cells.len(), self.character);
        if self.version != version {
            self.version = version;
            self.tiling = Tiling::default();
        }
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
        if whole.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if ui.memory(|memory| memory.focused().is_none_or(|focused| focused == id)) {
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
                paint(ui, desk, picture, of(cell), egui::Color32::WHITE);
                paint(ui, desk, picture, of(over), egui::Color32::from_white_alpha(128));
            }
            // Lights that are added up: no alpha, so that what lies below shines through.
            (Look::Colours, over) => {
                paint(
                    ui,
                    desk,
                    picture,
                    of(cell),
                    egui::Color32::from_rgba_premultiplied(0, 255, 255, 0),
                );
                let red = egui::Color32::from_rgba_premultiplied(255, 0, 0, 0);
                paint(ui, desk, picture, of(over.unwrap_or(cell)), red);
            }
            (Look::Turns, Some(over)) if is_turn => {
                paint(ui, desk, picture, of(over), egui::Color32::WHITE);
            }
            _ => paint(ui, desk, picture, of(cell), egui::Color32::WHITE),
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

    fn keys(&self, ui: &Ui, count: usize) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        let mut at = self.cursor;
        let pressed: Vec<(Key, Modifiers)> = ui.input(|input| {
            let keys = input.events.iter().filter_map(|event| match event {
                egui::Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if !modifiers.alt && !modifiers.command => Some((*key, *modifiers)),
                _ => None,
            });
            keys.collect()
        });
        for (key, modifiers) in pressed {
            let direction = match key {
                Key::ArrowLeft => Some(vec2(-1.0, 0.0)),
                Key::ArrowRight => Some(vec2(1.0, 0.0)),
                Key::ArrowUp => Some(vec2(0.0, -1.0)),
                Key::ArrowDown => Some(vec2(0.0, 1.0)),
                _ => None,
            };
            match (key, direction) {
                (_, Some(direction)) if modifiers.shift => wanted.push(Wanted::Move(at, direction * NUDGE)),
                (Key::Space, _) => wanted.push(Wanted::Pin(at)),
                (Key::Enter, _) => wanted.push(Wanted::Open(at)),
                _ => {
                    if let Some(target) = self.tiling.target(key, at, count, 3) {
                        at = target;
                        wanted.push(Wanted::Go(at));
                    }
                }
            }
        }
        wanted
    }

    fn carry_out(&mut self, desk: &mut Desk, cells: &[Cell], wanted: Wanted) {
        match wanted {
            Wanted::Go(place) => self.cursor = place,
            Wanted::Pin(place) => self.pinned = cells.get(place).map(Cell::id),
            Wanted::Open(place) => {
                if let Some(cell) = cells.get(place) {
                    desk.go(Place::Marking(cell.marking));
                }
            }
            Wanted::Move(place, by) => {
                if let Some(cell) = cells.get(place) {
                    *self.moved.entry(cell.id()).or_default() += by;
                }
            }
        }
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
