//! The viewer: one photo to its pixels, its regions, and drawing new ones. Turning and zooming are a view, never
//! a change.

use egui::accesskit::Role;
use egui::{
    Align, Color32, CursorIcon, Key, Layout, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::icons;

use super::grid::shown_name;
use super::region::{PixelRect, RegionQuestion};
use crate::case::{CaseError, PhotoRow, Reader};
use crate::model::Region;
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::pictures::{Detail, Picture, turned, unturned};
use crate::ui::theme::{Theme, Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text, empty_state, weak_text};

/// The largest scale: one pixel of the photo on 32 of the screen.
const CLOSEST: f32 = 32.0;

/// A region with what was read in it.
struct Shown {
    region: Region,
    text: String,
}

fn load(reader: &Reader, photo: PhotoId) -> Result<Vec<Shown>, CaseError> {
    reader
        .regions_of_photo(photo)?
        .into_iter()
        .map(|region| {
            let newest = reader.transcriptions(region.marking)?.pop();
            Ok(Shown {
                text: newest.map(|newest| newest.text).unwrap_or_default(),
                region,
            })
        })
        .collect()
}

/// What the viewer remembers.
#[derive(Default)]
pub(super) struct Viewer {
    /// Screen points for a pixel of the photo; `None` fits the whole into the window.
    scale: Option<f32>,
    /// The point of the unturned photo (0 to 1) in the middle of the window.
    centre: Option<Vec2>,
    /// Quarter turns clockwise.
    turns: u8,
    /// The next drag draws a region.
    drawing: bool,
    /// Where the drag of a region began, as a part of the unturned photo.
    from: Option<Vec2>,
    drawn: Option<(Vec2, Vec2)>,
    question: RegionQuestion,
    regions: Remote<PhotoId, Vec<Shown>>,
    last: Option<PhotoId>,
}

impl Viewer {
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, photo: PhotoId, rows: &[PhotoRow]) {
        let Some(place) = rows.iter().position(|row| row.id == photo) else {
            // It was removed, or the filter no longer lets it through.
            desk.go(Place::Photos);
            return;
        };
        let row = &rows[place];
        if self.last != Some(photo) {
            self.last = Some(photo);
            self.drawing = false;
            self.drawn = None;
            self.turns = 0;
        }
        self.bar(ui, desk, row, place, rows.len());
        self.commands(ui, desk, rows, place);
        let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        let tokens = Tokens::of(ui);
        ui.painter().rect_filled(area, 0.0, tokens.sunken);
        if row.width == 0 || row.height == 0 || !row.decodable {
            undecodable(ui, area, row);
            return;
        }
        let rect = self.placed(area, row);
        self.wheel(ui, area, rect, row, &response);
        let rect = self.placed(area, row);
        let needs_full = rect.width().max(rect.height()) * ui.ctx().pixels_per_point() > 2100.0
            && row.width.max(row.height) > 2048;
        let detail = if needs_full { Detail::Full } else { Detail::Large };
        let painter = ui.painter().with_clip_rect(area);
        match desk.pictures.best(&desk.link, photo, detail) {
            Picture::Ready(picture) => picture.paint(&painter, rect, self.turns),
            Picture::Loading => {}
            Picture::Missing(reason) => {
                let reason = reason.to_owned();
                ui.put(area, egui::Label::new(reason));
            }
        }
        // Neighbours are fetched ahead, so that stepping does not wait.
        for other in [place.checked_sub(1), Some(place + 1)].into_iter().flatten() {
            if let Some(other) = rows.get(other) {
                let _ = desk.pictures.get(&desk.link, other.id, Detail::Large);
            }
        }
        self.draw(ui, desk, row, rect, &response);
        self.show_regions(ui, desk, row, rect, area);
        if response.double_clicked() && !self.drawing {
            self.toggle_actual(ui, area, rect);
        }
    }

    /// Where the turned photo lies on screen.
    fn placed(&self, area: Rect, row: &PhotoRow) -> Rect {
        let (mut width, mut height) = (row.width as f32, row.height as f32);
        if self.turns % 2 == 1 {
            std::mem::swap(&mut width, &mut height);
        }
        let fit = (area.width() / width).min(area.height() / height);
        let scale = self.scale.unwrap_or(fit.min(1.0));
        let size = vec2(width, height) * scale;
        let whole = Rect::from_center_size(area.center(), size);
        match (self.scale, self.centre) {
            (Some(_), Some(centre)) => {
                let at = turned(whole, centre, self.turns);
                whole.translate(area.center() - at)
            }
            _ => whole,
        }
    }

    fn wheel(&mut self, ui: &Ui, area: Rect, rect: Rect, row: &PhotoRow, response: &egui::Response) {
        let Some(pointer) = ui
            .input(|input| input.pointer.hover_pos())
            .filter(|at| area.contains(*at))
        else {
            return;
        };
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta.y, input.zoom_delta()));
        let factor = (scroll * 0.004).exp() * pinch;
        if response.hovered() && (factor - 1.0).abs() > 1e-3 {
            self.zoom(area, rect, row, factor, pointer);
        }
        let panning = !self.drawing || ui.input(|input| input.key_down(Key::Space));
        if response.dragged() && panning && self.from.is_none() {
            let centre = unturned(rect, area.center() - response.drag_delta(), self.turns);
            if self.scale.is_some() {
                self.centre = Some(centre.clamp(Vec2::ZERO, Vec2::splat(1.0)));
            }
        }
    }

    /// Zooms so that what is at `at` stays there.
    fn zoom(&mut self, area: Rect, rect: Rect, row: &PhotoRow, factor: f32, at: Pos2) {
        let width = if self.turns % 2 == 1 {
            row.height
        } else {
            row.width
        } as f32;
        let scale = rect.width() / width;
        let fit = (area.width() / rect.width()).min(area.height() / rect.height()) * scale;
        let new = (scale * factor).clamp(fit.min(1.0) * 0.5, CLOSEST);
        if new <= fit.min(1.0) && factor < 1.0 {
            self.scale = None;
            self.centre = None;
            return;
        }
        let under = unturned(rect, at, self.turns);
        self.scale = Some(new);
        self.centre = Some(unturned(rect, area.center(), self.turns));
        let moved = self.placed(area, row);
        let now = turned(moved, under, self.turns);
        let centre = unturned(moved, area.center() + (now - at), self.turns);
        self.centre = Some(centre.clamp(Vec2::ZERO, Vec2::splat(1.0)));
    }

    fn toggle_actual(&mut self, ui: &Ui, area: Rect, rect: Rect) {
        if self.scale.is_some() {
            self.scale = None;
            self.centre = None;
            return;
        }
        let at = ui
            .input(|input| input.pointer.hover_pos())
            .unwrap_or(area.center());
        self.centre = Some(unturned(rect, at, self.turns).clamp(Vec2::ZERO, Vec2::splat(1.0)));
        self.scale = Some(1.0 / ui.ctx().pixels_per_point());
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, row: &PhotoRow, place: usize, count: usize) {
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), size::BAR),
            Layout::left_to_right(Align::Center),
            |ui| {
                // From the right, so that a long title gives way to the tools.
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(space::S);
                    let draw = Action::secondary(UiCommand::DrawRegion.text())
                        .with_icon(icons::ICON_CROP_FREE)
                        .keys(UiCommand::DrawRegion.shortcut_text())
                        .selected(self.drawing);
                    if ui.add(draw).clicked() {
                        self.drawing = !self.drawing;
                    }
                    for command in [
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
                    let counted = [("place", (place + 1).into()), ("count", count.into())];
                    weak_text(ui, &tf("photos-position", &counted));
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(space::S);
                        let back =
                            Action::icon(icons::ICON_ARROW_BACK, t("photos-back")).keys(t("key-escape"));
                        if ui.add(back).clicked() {
                            desk.go(Place::Photos);
                        }
                        ui.add(Text::new(shown_name(row)).kind(Type::Strong).truncate());
                    });
                });
            },
        );
    }

    fn commands(&mut self, ui: &Ui, desk: &mut Desk, rows: &[PhotoRow], place: usize) {
        let area = ui.available_rect_before_wrap();
        let row = &rows[place];
        for command in std::mem::take(&mut desk.commands) {
            let rect = self.placed(area, row);
            match command {
                UiCommand::ZoomIn => self.zoom(area, rect, row, 1.25, area.center()),
                UiCommand::ZoomOut => self.zoom(area, rect, row, 0.8, area.center()),
                UiCommand::ZoomFit => {
                    self.scale = None;
                    self.centre = None;
                }
                UiCommand::ZoomActualSize => self.toggle_actual(ui, area, rect),
                UiCommand::RotateLeft => self.turns = (self.turns + 3) % 4,
                UiCommand::RotateRight => self.turns = (self.turns + 1) % 4,
                UiCommand::DrawRegion => self.drawing = !self.drawing,
                UiCommand::NextPhoto => step(desk, rows, place, 1),
                UiCommand::PreviousPhoto => step(desk, rows, place, -1),
                other => desk.commands.push(other),
            }
        }
        if ui.ctx().text_edit_focused() || self.question.is_open() {
            return;
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
        if pressed(Key::ArrowRight) {
            step(desk, rows, place, 1);
        }
        if pressed(Key::ArrowLeft) {
            step(desk, rows, place, -1);
        }
        if pressed(Key::Escape) {
            if self.drawing {
                self.drawing = false;
                self.from = None;
            } else {
                desk.go(Place::Photos);
            }
        }
    }

    /// Draws a new region while the pointer is held, and asks what it is of.
    fn draw(&mut self, ui: &Ui, desk: &mut Desk, row: &PhotoRow, rect: Rect, response: &egui::Response) {
        let pixels = [row.width, row.height];
        if self.drawing {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
            let pointer = response.interact_pointer_pos();
            if response.drag_started()
                && let Some(at) = ui.input(|input| input.pointer.press_origin())
            {
                self.from = Some(unturned(rect, at, self.turns));
            }
            if let (Some(from), Some(at)) = (self.from, pointer) {
                self.drawn = Some((from, unturned(rect, at, self.turns)));
            }
            if response.drag_stopped() {
                self.from = None;
                if let Some((from, to)) = self.drawn
                    && let Some(area) = PixelRect::between(from, to, pixels)
                {
                    self.question.ask(row.id, area);
                    self.drawing = false;
                }
            }
        }
        if let Some((from, to)) = self.drawn {
            let (a, b) = (turned(rect, from, self.turns), turned(rect, to, self.turns));
            let shown = Rect::from_two_pos(a, b);
            outline(ui, shown, bright(), 2.0);
            if self.question.is_open() {
                self.question.show(ui, desk, shown);
            }
            if !self.question.is_open() && self.from.is_none() {
                self.drawn = None;
            }
        }
    }

    fn show_regions(&mut self, ui: &mut Ui, desk: &mut Desk, row: &PhotoRow, rect: Rect, area: Rect) {
        let photo = row.id;
        let Some(regions) = self
            .regions
            .get(&desk.link, photo, move |reader| load(reader, photo))
        else {
            return;
        };
        for shown in regions {
            let region = &shown.region;
            let part = |x: u32, y: u32| {
                let at = vec2(x as f32 / row.width as f32, y as f32 / row.height as f32);
                turned(rect, at, self.turns)
            };
            let corners = [
                part(region.x, region.y),
                part(region.x + region.width, region.y + region.height),
            ];
            let outer = Rect::from_two_pos(corners[0], corners[1]);
            if !outer.intersects(area) {
                continue;
            }
            let selected = desk.is_selected(&region.marking.into());
            let id = ui.scope_id().with(region.id);
            let response = ui.interact(outer.intersect(area), id, Sense::click());
            let text = if shown.text.is_empty() {
                t("region-untranscribed")
            } else {
                &shown.text
            };
            response.widget_info(|| {
                let name = tf("region-name", &[("text", text.into())]);
                WidgetInfo::labeled(Role::Button, true, name)
            });
            let width = if selected || response.hovered() { 3.0 } else { 2.0 };
            outline(
                &ui.new_child(egui::UiBuilder::new().max_rect(area)),
                outer,
                bright(),
                width,
            );
            label(ui, outer, area, text);
            if response.double_clicked() {
                desk.select(region.marking);
                desk.go(Place::Marking(region.marking));
            } else if response.clicked() {
                desk.select(region.marking);
            }
        }
    }
}

fn step(desk: &mut Desk, rows: &[PhotoRow], place: usize, by: isize) {
    let next = place.checked_add_signed(by).and_then(|next| rows.get(next));
    if let Some(row) = next {
        desk.select(row.id);
        desk.go(Place::Photo(row.id));
    }
}

/// The accent of the dark theme: what lies on a photo has the photo for its ground, whatever the theme.
fn bright() -> Color32 {
    Theme::Dark.tokens().accent
}

/// A line that shows on any picture: bright inside, dark outside.
fn outline(ui: &Ui, rect: Rect, colour: Color32, width: f32) {
    let painter = ui.painter();
    painter.rect_stroke(
        rect,
        2.0,
        Stroke::new(width + 2.0, Color32::from_black_alpha(150)),
        StrokeKind::Middle,
    );
    painter.rect_stroke(rect, 2.0, Stroke::new(width, colour), StrokeKind::Middle);
}

/// What was read, on its own ground over the region, or under it where there is no room.
fn label(ui: &Ui, outer: Rect, area: Rect, text: &str) {
    let tokens = Tokens::of(ui);
    let format = egui::TextFormat {
        font_id: Type::Mono.font(tokens),
        color: tokens.text_strong,
        ..egui::TextFormat::default()
    };
    let galley = crate::ui::script_text::galley(ui.ctx(), text, format, 280.0);
    let extent = galley.size() + vec2(10.0, 4.0);
    let above = outer.top() - extent.y - 3.0;
    let top = if above > area.top() {
        above
    } else {
        outer.bottom() + 3.0
    };
    let ground = Rect::from_min_size(pos2(outer.left().max(area.left()), top), extent);
    let painter = ui.painter().with_clip_rect(area);
    painter.rect_filled(ground, 3.0, tokens.overlay);
    painter.galley(ground.min + vec2(5.0, 2.0), galley, tokens.text_strong);
}

fn undecodable(ui: &mut Ui, area: Rect, row: &PhotoRow) {
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(area));
    empty_state(
        &mut inner,
        icons::ICON_BROKEN_IMAGE,
        &row.file_name,
        t("photos-undecodable"),
        |_| {},
    );
}
