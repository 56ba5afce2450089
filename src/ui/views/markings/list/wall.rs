//! A wall of marks: what each looks like, those that say the same under one head. Only the tiles in view are made.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2};
use egui_material_icons::icons;

use super::super::{find, thumb};
use super::arranged::Order;
use super::table::{no_text, row_name};
use super::{Listed, Question, kinds};
use crate::case::MarkingRow;
use crate::model::id::MarkingId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::script_text;
use crate::ui::selection::Selection;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::tiles::{MOVES, has_keys, pressed, section_head};
use crate::ui::widgets::tiling::{GAP, Piece, Room, Tiling};
use crate::ui::widgets::{Action, choose, segmented};

/// About the width of a tile, in points.
const TILE: f32 = 168.0;
/// The height of what stands under a crop.
const CAPTION: f32 = 44.0;

/// What the wall remembers.
#[derive(Default)]
pub struct Wall {
    tiling: Tiling,
    /// The mark at which the keyboard is.
    cursor: Option<MarkingId>,
    /// Where a range began.
    anchor: Option<MarkingId>,
    /// Whether the tile with the keyboard must be brought into view.
    reveal: bool,
    selection: Selection<MarkingId>,
    /// How far it is scrolled, and how much of it is in view.
    view: (f32, f32),
}

impl Wall {
    /// The order of the wall, the kind of component, and what is done with what is selected.
    pub fn filters(&mut self, ui: &mut Ui, desk: &mut Desk, listed: &Listed, question: &mut Question) {
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let orders = [
                (Order::Drawn, t("wall-order-drawn")),
                (Order::Reading, t("wall-order-reading")),
                (Order::Date, t("wall-order-date")),
            ];
            segmented(ui, t("wall-order"), &mut question.order, &orders);
            ui.add_space(space::S);
            kinds(ui, &desk.vocabularies(), listed, &mut question.kind);
            ui.add_space(space::S);
            self.selection.sync(&desk.selected);
            let count = self.selection.ids().len();
            let words = tf("wall-compare", &[("count", count.into())]);
            let few = (count < 1).then(|| t("wall-compare-few"));
            let compare = Action::secondary(&words)
                .with_icon(icons::ICON_COMPARE)
                .keys(UiCommand::ComparePhotos.shortcut_text())
                .unless(few);
            if ui.add(compare).clicked() {
                desk.commands.push(UiCommand::ComparePhotos);
            }
        });
    }

    /// Shows the wall.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, listed: &Listed, has_keyboard: &mut bool) {
        let area = ui.available_rect_before_wrap();
        let mut inside = ui.new_child(UiBuilder::new().id_salt("wall").max_rect(area));
        self.tiles(&mut inside, desk, listed, has_keyboard);
        ui.advance_cursor_after_rect(area);
    }

    fn tiles(&mut self, ui: &mut Ui, desk: &mut Desk, listed: &Listed, has_keyboard: &mut bool) {
        let area = ui.max_rect();
        let rows = &listed.rows;
        let room = Room {
            width: area.width() - 12.0,
            tile: TILE,
            caption: CAPTION,
        };
        self.tiling
            .sync(listed.serial, room, rows.len(), &listed.sections.starts);
        let id = Id::unique("wall of marks");
        let whole = ui.interact(area, id, Sense::FOCUSABLE);
        whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, t("wall-name")));
        if !*has_keyboard && ui.memory(|memory| memory.focused().is_none()) {
            whole.request_focus();
            *has_keyboard = true;
        }
        // The keyboard goes on from what was selected elsewhere.
        if self.place(listed).is_none() {
            self.cursor = self.selection.last();
            self.anchor = self.cursor;
        }
        if has_keys(ui, &whole) {
            self.keys(ui, desk, listed);
        }
        let cursor = self.place(listed);
        self.selection.sync(&desk.selected);
        let mut scroll = ScrollArea::vertical().id_salt("wall tiles").auto_shrink(false);
        if std::mem::take(&mut self.reveal)
            && let Some(offset) = cursor.and_then(|place| self.tiling.reveal(place, self.view))
        {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let output = scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.tiling.height());
            let origin = ui.max_rect().min.to_vec2();
            for piece in self.tiling.in_view(viewport.top(), viewport.bottom()) {
                match piece {
                    Piece::Head(number, rect) => head(ui, desk, listed, number, rect.translate(origin)),
                    Piece::Tile(place, rect) => {
                        let Some(row) = rows.get(place) else { continue };
                        let rect = rect.translate(origin).shrink(GAP / 2.0);
                        let at_cursor = whole.has_focus() && cursor == Some(place);
                        let response = {
                            let stand = (self.selection.contains(row.id), at_cursor);
                            tile(ui, desk, listed, row, rect, stand)
                        };
                        if response.double_clicked() {
                            open(desk, row.id);
                        } else if response.clicked() {
                            let modifiers = ui.input(|input| input.modifiers);
                            self.choose(desk, listed, place, modifiers);
                            ui.memory_mut(|memory| memory.request_focus(id));
                        }
                    }
                }
            }
        });
        self.view = (output.state.clamped_offset().y, output.inner_rect.height());
    }

    fn place(&self, listed: &Listed) -> Option<usize> {
        listed.places.get(&self.cursor?).copied()
    }

    fn choose(&mut self, desk: &mut Desk, listed: &Listed, place: usize, modifiers: Modifiers) {
        let rows = &listed.rows;
        let Some(row) = rows.get(place) else { return };
        let anchor = self
            .anchor
            .and_then(|anchor| listed.places.get(&anchor).copied())
            .unwrap_or(place);
        let range = || {
            let range = &rows[anchor.min(place)..=anchor.max(place)];
            range.iter().map(|row| row.id.into()).collect()
        };
        choose(&mut desk.selected, row.id.into(), range, modifiers);
        if !modifiers.shift {
            self.anchor = Some(row.id);
        }
        self.cursor = Some(row.id);
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, listed: &Listed) {
        let rows = &listed.rows;
        let page = ((self.view.1 / self.tiling.line()).floor() as usize).max(1);
        for (key, modifiers) in pressed(ui) {
            let place = self.place(listed);
            match key {
                _ if modifiers.alt => {}
                Key::A if modifiers.command => {
                    desk.selected = rows.iter().map(|row| row.id.into()).collect();
                }
                Key::Enter if !modifiers.any() => {
                    if let Some(row) = place.and_then(|place| rows.get(place)) {
                        open(desk, row.id);
                    }
                }
                Key::Space => {
                    if let Some(place) = place {
                        self.choose(desk, listed, place, Modifiers::COMMAND);
                    }
                }
                Key::Escape => desk.selected.clear(),
                _ if MOVES.contains(&key) => {
                    // The first arrow goes to the first tile, not past it.
                    let target = match place {
                        Some(place) => self.tiling.target(key, place, rows.len(), page),
                        None => Some(0),
                    };
                    let Some(target) = target else { continue };
                    if modifiers.command {
                        // Goes on without losing what is selected.
                        self.cursor = rows.get(target).map(|row| row.id);
                    } else {
                        let shift = Modifiers {
                            shift: modifiers.shift,
                            ..Modifiers::NONE
                        };
                        self.choose(desk, listed, target, shift);
                    }
                    self.reveal = true;
                }
                _ => {}
            }
        }
    }
}

fn open(desk: &mut Desk, marking: MarkingId) {
    desk.select(marking);
    desk.go(Place::Marking(marking));
}

/// The head of a section: what its marks say, and how many there are. A click selects them all.
fn head(ui: &mut Ui, desk: &mut Desk, listed: &Listed, number: usize, rect: Rect) {
    let sections = &listed.sections;
    let start = sections.starts.get(number).copied().unwrap_or(0);
    let end = sections
        .starts
        .get(number + 1)
        .copied()
        .unwrap_or(listed.rows.len());
    let name = sections.names.get(number).map_or("", String::as_str);
    let response = ui.interact(rect, Id::unique(("wall head", number)), Sense::CLICK);
    let count = end.saturating_sub(start);
    let all = tf("wall-head", &[("name", name.into()), ("count", count.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &all));
    if response.clicked() {
        let rows = listed.rows.get(start..end).unwrap_or_default();
        desk.selected = rows.iter().map(|row| row.id.into()).collect();
    }
    section_head(ui, rect, (name, Type::Mono), count, response.hovered());
    response.on_hover_text(t("wall-head-hint"));
}

/// One mark: its crop, what was read there, and on what it is.
fn tile(
    ui: &Ui,
    desk: &mut Desk,
    listed: &Listed,
    row: &MarkingRow,
    rect: Rect,
    (is_selected, cursor): (bool, bool),
) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, Id::unique(("wall tile", row.id)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, row_name(row)));
    let picture = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - CAPTION));
    match &row.region {
        Some(region) => thumb::paint(ui, desk, picture, region.photo, region.id),
        None => {
            ui.painter()
                .rect_filled(picture, f32::from(radius::S), tokens.sunken);
        }
    }
    if is_selected || cursor || response.hovered() {
        let ring = if is_selected {
            egui::Stroke::new(2.0, tokens.accent)
        } else if cursor {
            tokens.focus_ring()
        } else {
            tokens.control_line()
        };
        ui.painter()
            .rect_stroke(picture, f32::from(radius::S), ring, egui::StrokeKind::Inside);
    }
    let read = row.text.as_deref().filter(|text| !text.is_empty());
    let (first, ink, family) = match read {
        Some(text) => (text, tokens.text_strong, Type::Mono),
        None => (no_text(row), tokens.text_weak, Type::Small),
    };
    let left = rect.left() + 2.0;
    let top = picture.bottom() + space::XS;
    let width = rect.width() - 4.0;
    let line = |text: &str, kind: Type, ink, top| {
        let format = TextFormat::simple(kind.font(tokens), ink);
        script_text::paint_line(ui, text, format, pos2(left, top), width)
    };
    let is_cut = line(first, family, ink, top);
    let second = match listed.hits.get(&row.id) {
        Some(hit) => find::rank(hit).to_owned(),
        None => below(row),
    };
    line(&second, Type::Small, tokens.text_weak, top + 19.0);
    if is_cut {
        return response.on_hover_text(row_name(row));
    }
    response
}

/// The days of the reading that was accepted, and what the mark is on.
fn below(row: &MarkingRow) -> String {
    let component = row.component_title.as_deref().filter(|title| !title.is_empty());
    let days = row.earliest.as_deref().zip(row.latest.as_deref());
    let days = days.map(|(first, last)| match (first.get(..4), last.get(..4)) {
        (Some(a), Some(b)) if a == b => a.to_owned(),
        (Some(a), Some(b)) => format!("{a}–{b}"),
        _ => first.to_owned(),
    });
    let parts: Vec<&str> = [days.as_deref(), component].into_iter().flatten().collect();
    if parts.is_empty() {
        t("markings-no-component").to_owned()
    } else {
        parts.join(" · ")
    }
}
