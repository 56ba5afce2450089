//! The grid: only the tiles in view are made, whatever the size of the case.

use std::collections::HashSet;

use egui::accesskit::Role;
use egui::{Align, Key, Layout, Modifiers, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::{MaterialIcon, icons};

use super::link::LinkMenu;
use crate::case::{PhotoFilter, PhotoRow, PhotoSort};
use crate::model::Change;
use crate::model::id::PhotoId;
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::pictures::{Detail, Picture};
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{
    Action, Field, TagEvent, Text, empty_state, gap, hairline, select, tag_field, weak_text,
};

/// Space for the name under a picture.
const NAME: f32 = 22.0;
/// Around each tile.
const GAP: f32 = 8.0;

/// What the grid remembers.
pub(super) struct Grid {
    size: f32,
    /// The tile at which the keyboard is.
    cursor: usize,
    /// Where a range of tiles began.
    anchor: usize,
    /// Whether the tile with the keyboard must be brought into view.
    reveal: bool,
    link: LinkMenu,
    filters_open: bool,
}

impl Default for Grid {
    fn default() -> Self {
        Self {
            size: 176.0,
            cursor: 0,
            anchor: 0,
            reveal: false,
            link: LinkMenu::default(),
            filters_open: false,
        }
    }
}

impl Grid {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        rows: &[PhotoRow],
        filter: &mut PhotoFilter,
        sort: &mut PhotoSort,
    ) {
        self.head(ui, desk, rows.len(), filter, sort);
        if rows.is_empty() {
            empty(ui, desk, filter);
            return;
        }
        let selected: HashSet<PhotoId> = desk.selected_photos().into_iter().collect();
        if selected.len() > 1 {
            self.several(ui, desk);
        }
        self.cursor = self.cursor.min(rows.len() - 1);
        let width = ui.available_width() - 10.0;
        let cell = vec2(self.size + GAP, self.size * 0.75 + NAME + GAP);
        let across = ((width / cell.x).floor() as usize).max(1);
        // What is left over is shared, so that the tiles fill the width.
        let cell_width = width / across as f32;
        self.keys(ui, desk, rows, across);
        let mut area = egui::ScrollArea::vertical().id_salt("photos").auto_shrink(false);
        if std::mem::take(&mut self.reveal) {
            let top = (self.cursor / across) as f32 * cell.y;
            let id = ui.make_persistent_id("photos offset");
            let (offset, height): (f32, f32) = ui.data(|data| data.get_temp(id)).unwrap_or((0.0, 600.0));
            if top < offset {
                area = area.vertical_scroll_offset(top);
            } else if top + cell.y > offset + height {
                area = area.vertical_scroll_offset(top + cell.y - height);
            }
        }
        let offset_id = ui.make_persistent_id("photos offset");
        let lines = rows.len().div_ceil(across);
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_height(lines as f32 * cell.y);
            let first = (viewport.top() / cell.y).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / cell.y).ceil() as usize).min(lines);
            let origin = ui.max_rect().min;
            for line in first..last {
                for place in line * across..((line + 1) * across).min(rows.len()) {
                    let column = (place % across) as f32;
                    let min = origin + vec2(column * cell_width, line as f32 * cell.y);
                    let rect = Rect::from_min_size(min, vec2(cell_width, cell.y)).shrink(GAP / 2.0);
                    self.tile(ui, desk, rows, place, rect, selected.contains(&rows[place].id));
                }
            }
        });
        let view = (output.state.clamped_offset().y, output.inner_rect.height());
        ui.data_mut(|data| data.insert_temp(offset_id, view));
    }

    fn head(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        count: usize,
        filter: &mut PhotoFilter,
        sort: &mut PhotoSort,
    ) {
        gap(ui, space::S);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            ui.add(Text::new(t("command-go-photos")).kind(Type::Title));
            weak_text(ui, &tf("count-photos", &[("count", count.into())]));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::S);
                ui.spacing_mut().slider_width = 90.0;
                let slider = ui.add(egui::Slider::new(&mut self.size, 96.0..=320.0).show_value(false));
                slider
                    .accessible_name(t("photos-size"))
                    .on_hover_text(t("photos-size"));
                let is_filtered = *filter != PhotoFilter::default();
                let filters = Action::secondary(t("photos-filter"))
                    .with_icon(icons::ICON_FILTER_LIST)
                    .selected(self.filters_open || is_filtered);
                if ui.add(filters).clicked() {
                    self.filters_open = !self.filters_open;
                }
            });
        });
        if desk.take_command(UiCommand::Find) {
            self.filters_open = true;
            ui.data_mut(|data| data.insert_temp(egui::Id::unique("photos find"), true));
        }
        if self.filters_open {
            gap(ui, space::XS);
            filters(ui, desk, filter, sort);
        }
        gap(ui, space::S);
        hairline(ui);
    }

    /// What can be done with all that is selected.
    fn several(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let photos = desk.selected_photos();
        gap(ui, space::XS);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            ui.add(Text::new(&tf("photos-selected", &[("count", photos.len().into())])).kind(Type::Strong));
            self.link.button(ui, desk, &photos);
            let remove = Action::quiet(UiCommand::RemoveItem.text())
                .with_icon(icons::ICON_DELETE)
                .keys(UiCommand::RemoveItem.shortcut_text());
            if ui.add(remove).clicked() {
                desk.command(UiCommand::RemoveItem);
            }
        });
        gap(ui, space::XS);
        hairline(ui);
    }

    fn tile(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        rows: &[PhotoRow],
        place: usize,
        rect: Rect,
        selected: bool,
    ) {
        let photo = &rows[place];
        let tokens = Tokens::of(ui);
        let mut tile = ui.new_child(
            UiBuilder::new()
                .scope_id(ui.scope_id().with(photo.id))
                .max_rect(rect),
        );
        let response = tile.interact(rect, tile.scope_id().with("tile"), Sense::click_and_drag());
        let name = shown_name(photo);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, name));
        let painter = ui.painter();
        let picture = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - NAME));
        let ground = if selected { tokens.selection } else { tokens.sunken };
        painter.rect_filled(picture, f32::from(radius::M), ground);
        if photo.decodable {
            let detail = if self.size > 260.0 {
                Detail::Large
            } else {
                Detail::Small
            };
            match desk.pictures.best(&desk.link, photo.id, detail) {
                Picture::Ready(shown) => {
                    let [width, height] = shown.size.map(|side| side as f32);
                    let inner = picture.shrink(4.0);
                    let scale = (inner.width() / width).min(inner.height() / height);
                    let fitted = Rect::from_center_size(inner.center(), vec2(width, height) * scale);
                    shown.paint(painter, fitted, 0);
                }
                Picture::Loading | Picture::Missing(_) => {}
            }
        } else {
            sign(
                ui,
                picture.center(),
                icons::ICON_BROKEN_IMAGE,
                28.0,
                tokens.text_weak,
            );
        }
        let ring = if selected {
            egui::Stroke::new(2.0, tokens.accent)
        } else if response.hovered() {
            tokens.control_line()
        } else {
            tokens.hairline()
        };
        ui.painter()
            .rect_stroke(picture, f32::from(radius::M), ring, egui::StrokeKind::Inside);
        badges(ui, photo, picture);
        let label = Rect::from_min_max(pos2(rect.left() + 2.0, picture.bottom()), rect.max);
        let mut text = tile.new_child(UiBuilder::new().max_rect(label));
        text.horizontal_centered(|ui| {
            ui.add(Text::new(name).kind(Type::Small).truncate());
        });
        if response.double_clicked() {
            desk.select(photo.id);
            desk.go(Place::Photo(photo.id));
        } else if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            self.choose(desk, rows, place, modifiers);
        }
    }

    /// Selects as lists do: alone, one more, or a range.
    fn choose(&mut self, desk: &mut Desk, rows: &[PhotoRow], place: usize, modifiers: Modifiers) {
        let record: RecordRef = rows[place].id.into();
        if modifiers.shift {
            let (from, to) = (self.anchor.min(place), self.anchor.max(place));
            desk.selected = rows[from..=to.min(rows.len() - 1)]
                .iter()
                .map(|photo| photo.id.into())
                .collect();
        } else if modifiers.command {
            if desk.is_selected(&record) {
                desk.selected.retain(|other| *other != record);
            } else {
                desk.selected.push(record);
            }
            self.anchor = place;
        } else {
            desk.selected = vec![record];
            self.anchor = place;
        }
        self.cursor = place;
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, rows: &[PhotoRow], across: usize) {
        if ui.ctx().text_edit_focused() || ui.ctx().memory(|memory| memory.focused().is_some()) {
            return;
        }
        let page = across * 4;
        let last = rows.len() - 1;
        let cursor = self.cursor;
        let (target, modifiers) = ui.input(|input| {
            let target = [
                (Key::ArrowRight, (cursor + 1).min(last)),
                (Key::ArrowLeft, cursor.saturating_sub(1)),
                (
                    Key::ArrowDown,
                    if cursor + across <= last {
                        cursor + across
                    } else {
                        cursor
                    },
                ),
                (
                    Key::ArrowUp,
                    if cursor >= across { cursor - across } else { cursor },
                ),
                (Key::PageDown, (cursor + page).min(last)),
                (Key::PageUp, cursor.saturating_sub(page)),
                (Key::Home, 0),
                (Key::End, last),
            ]
            .into_iter()
            .find(|(key, _)| input.key_pressed(*key) && !input.modifiers.alt);
            (target.map(|(_, place)| place), input.modifiers)
        });
        if let Some(place) = target {
            let only_shift = Modifiers {
                shift: modifiers.shift,
                ..Modifiers::NONE
            };
            self.choose(desk, rows, place, only_shift);
            self.reveal = true;
        }
        if ui.input(|input| input.key_pressed(Key::A) && input.modifiers.command) {
            desk.selected = rows.iter().map(|photo| photo.id.into()).collect();
        }
        if ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space)) {
            let photo = rows[self.cursor].id;
            desk.select(photo);
            desk.go(Place::Photo(photo));
        }
    }
}

/// What a photo is called in lists: its caption, or else its file name.
pub(super) fn shown_name(photo: &PhotoRow) -> &str {
    if photo.caption.is_empty() {
        &photo.file_name
    } else {
        &photo.caption
    }
}

fn sign(ui: &Ui, at: egui::Pos2, icon: MaterialIcon, size: f32, colour: egui::Color32) {
    ui.painter().text(
        at,
        egui::Align2::CENTER_CENTER,
        icon.codepoint,
        egui::FontId::new(size, icon.font_family()),
        colour,
    );
}

fn badges(ui: &Ui, photo: &PhotoRow, picture: Rect) {
    let tokens = Tokens::of(ui);
    let mut at = picture.right_top() + vec2(-14.0, 14.0);
    for (shown, icon) in [
        (photo.regions > 0, icons::ICON_FINGERPRINT),
        (photo.subjects > 0, icons::ICON_LINK),
        (photo.kind == "illustration", icons::ICON_DRAW),
        (photo.kind == "clipboard", icons::ICON_CONTENT_PASTE),
    ] {
        if shown {
            ui.painter().circle_filled(at, 10.0, tokens.overlay);
            sign(ui, at, icon, 13.0, tokens.text);
            at.x -= 23.0;
        }
    }
}

fn filters(ui: &mut Ui, desk: &mut Desk, filter: &mut PhotoFilter, sort: &mut PhotoSort) {
    ui.horizontal_top(|ui| {
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.set_width(190.0);
            let find = Field::new(t("command-find"))
                .hint(t("photos-find-hint"))
                .show(ui, &mut filter.text);
            let id = egui::Id::unique("photos find");
            if ui.data_mut(|data| data.remove_temp::<bool>(id)).is_some() {
                find.response.request_focus();
            }
        });
        ui.vertical(|ui| {
            ui.set_width(130.0);
            let choices = [
                (PhotoSort::Captured, t("photos-sort-captured")),
                (PhotoSort::Added, t("photos-sort-added")),
                (PhotoSort::FileName, t("photos-sort-name")),
            ];
            select(ui, t("photos-sort"), sort, &choices);
        });
        ui.vertical(|ui| {
            ui.set_width(120.0);
            let choices = [
                (None, t("photos-any")),
                (Some(true), t("photos-linked")),
                (Some(false), t("photos-not-linked")),
            ];
            select(ui, t("photos-links"), &mut filter.linked, &choices);
        });
        ui.vertical(|ui| {
            ui.set_width(120.0);
            let choices = [
                (None, t("photos-any")),
                (Some(true), t("photos-marked")),
                (Some(false), t("photos-not-marked")),
            ];
            select(ui, t("photos-marks"), &mut filter.marked, &choices);
        });
        ui.vertical(|ui| {
            ui.set_width(160.0);
            let known = desk.tag_names();
            match tag_field(ui, t("records-tags"), &filter.tags, &known) {
                TagEvent::None => {}
                TagEvent::Added(tag) => filter.tags.push(tag),
                TagEvent::Removed(tag) => filter.tags.retain(|other| *other != tag),
            }
        });
        if *filter != PhotoFilter::default() && ui.add(Action::quiet(t("records-clear"))).clicked() {
            *filter = PhotoFilter::default();
        }
    });
}

fn empty(ui: &mut Ui, desk: &mut Desk, filter: &mut PhotoFilter) {
    if *filter != PhotoFilter::default() {
        let clear = empty_state(
            ui,
            icons::ICON_FILTER_LIST_OFF,
            t("records-none-found"),
            t("records-none-found-text"),
            |ui| ui.add(Action::secondary(t("records-clear"))).clicked(),
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
            let folder = ui
                .add(Action::secondary(UiCommand::ImportFolder.text()))
                .clicked();
            (files, folder)
        },
    );
    if asked.0 {
        desk.command(UiCommand::ImportFiles);
    }
    if asked.1 {
        desk.command(UiCommand::ImportFolder);
    }
}

/// Says that these photos show the subject, or takes it back.
pub(super) fn link_change(photos: Vec<PhotoId>, subject: RecordRef, link: bool) -> Change {
    if link {
        Change::LinkPhotos { photos, subject }
    } else {
        Change::UnlinkPhotos { photos, subject }
    }
}
