//! The grid: only the tiles in view are made, whatever the size of the case. Selecting works as in lists of files:
//! arrows, Shift for a range, Ctrl for one more.

mod sections;

use egui::accesskit::Role;
use egui::{Id, Key, Modifiers, Rect, Sense, Ui, WidgetInfo};

use super::bar::Bar;
use super::head::{self, Head};
use super::listing::{Listing, Question};
use super::tile::{NAME, Stand, tile};
use crate::model::Photo;
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::selection::Selection;
use crate::ui::theme::{Tokens, radius, space};
use crate::ui::widgets::tiles::{MOVES, has_keys, pressed};
use crate::ui::widgets::tiling::{self, GAP, Piece, Room, Tiling};
use crate::ui::widgets::{choose, hairline};
use sections::Sections;

/// What the grid remembers.
pub(super) struct Grid {
    /// Width of a tile, in points.
    size: f32,
    /// The tile at which the keyboard is, and where it stood when it was last seen.
    cursor: (Option<PhotoId>, usize),
    /// Where a range of tiles began.
    anchor: Option<PhotoId>,
    /// Whether the tile with the keyboard must be brought into view.
    reveal: bool,
    /// How far it is scrolled, and how much of it is in view.
    view: (f32, f32),
    selection: Selection<PhotoId>,
    head: Head,
    bar: Bar,
    reason: Remote<PhotoId, Option<Photo>>,
    layout: Tiling,
    sections: Sections,
}

impl Default for Grid {
    fn default() -> Self {
        Self {
            size: 176.0,
            cursor: (None, 0),
            anchor: None,
            reveal: false,
            view: (0.0, 600.0),
            selection: Selection::default(),
            head: Head::default(),
            bar: Bar::default(),
            reason: Remote::default(),
            layout: Tiling::default(),
            sections: Sections::default(),
        }
    }
}

impl Grid {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        listing: &Listing,
        question: &mut Question,
        keys_free: bool,
    ) {
        self.follow(desk, listing);
        self.head.show(ui, desk, listing, question);
        hairline(ui);
        if listing.len() == 0 {
            head::empty(ui, desk, listing, &mut question.filter);
            return;
        }
        self.bar.show(ui, desk, listing, &self.selection, &mut self.size);
        hairline(ui);
        let area = ui.available_rect_before_wrap();
        let mut tiles = ui.new_child(egui::UiBuilder::new().id_salt("tiles").max_rect(area));
        self.tiles(&mut tiles, desk, (listing, question), keys_free);
        ui.advance_cursor_after_rect(area);
    }

    /// Takes over what is selected. When that happened somewhere else, the keyboard goes on from there.
    fn follow(&mut self, desk: &Desk, listing: &Listing) {
        if self.selection.sync(&desk.selected)
            && let Some(last) = self.selection.last()
            && self.cursor.0 != Some(last)
            && listing.place(last).is_some()
        {
            self.cursor.0 = Some(last);
            self.anchor = Some(last);
            self.reveal = true;
        }
    }

    /// The photos that a key acts on: the selected ones, or the one at the keyboard.
    pub(super) fn chosen(&mut self, desk: &Desk, listing: &Listing) -> Vec<PhotoId> {
        self.follow(desk, listing);
        let selected = self.selection.ids();
        if selected.is_empty() {
            let is_at_one = self.cursor.0.is_some();
            return listing
                .photo(self.place(listing))
                .filter(|_| is_at_one)
                .into_iter()
                .collect();
        }
        selected.to_vec()
    }

    /// Selects the photo after those that are selected.
    pub(super) fn go_on(&mut self, desk: &mut Desk, listing: &Listing) {
        let last = self
            .selection
            .ids()
            .iter()
            .filter_map(|photo| listing.place(*photo))
            .max();
        let next = last.map_or(self.place(listing), |last| last + 1);
        if next < listing.len() {
            self.choose(desk, listing, next, Modifiers::NONE);
            self.reveal = true;
        }
    }

    fn place(&self, listing: &Listing) -> usize {
        let (photo, place) = self.cursor;
        photo
            .and_then(|photo| listing.place(photo))
            .unwrap_or(place)
            .min(listing.len().saturating_sub(1))
    }

    fn tiles(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        (listing, question): (&Listing, &Question),
        keys_free: bool,
    ) {
        let area = ui.max_rect();
        self.sections.sync(desk, listing, question.sort);
        let room = Room {
            width: area.width() - 12.0,
            tile: self.size,
            caption: NAME,
        };
        self.layout
            .sync(listing.version(), room, listing.len(), self.sections.starts());
        let id = Id::unique("photo grid");
        let whole = ui.interact(area, id, Sense::FOCUSABLE);
        whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, t("photos-grid")));
        if has_keys(ui, &whole) && keys_free {
            self.keys(ui, desk, listing);
        }
        let place = self.place(listing);
        let mut scroll = egui::ScrollArea::vertical().id_salt("photos").auto_shrink(false);
        if std::mem::take(&mut self.reveal)
            && let Some(offset) = self.layout.reveal(place, self.view)
        {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let output = scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.layout.height());
            let origin = ui.max_rect().min.to_vec2();
            for piece in self.layout.in_view(viewport.top(), viewport.bottom()) {
                match piece {
                    Piece::Head(number, rect) => {
                        self.sections
                            .head(ui, desk, listing, number, rect.translate(origin));
                    }
                    Piece::Tile(place, rect) => {
                        let rect = rect.translate(origin).shrink(GAP / 2.0);
                        let cursor = whole.has_focus() && place == self.place(listing);
                        self.one(ui, desk, listing, place, rect, cursor);
                    }
                }
            }
        });
        let offset = output.state.clamped_offset().y;
        if let Some(number) = self.layout.section_at(offset).filter(|_| offset > 0.0) {
            let head = Rect::from_min_size(area.min, egui::vec2(area.width() - 12.0, tiling::HEAD));
            self.sections.sticky(ui, listing, number, head);
        }
        self.view = (output.state.clamped_offset().y, output.inner_rect.height());
    }

    fn one(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing, place: usize, rect: Rect, cursor: bool) {
        let Some(photo) = listing.row(place) else {
            ui.painter()
                .rect_filled(rect, f32::from(radius::M), Tokens::of(ui).sunken);
            return;
        };
        let stand = Stand {
            selected: self.selection.contains(photo.id),
            cursor,
        };
        let response = tile(ui, desk, photo, rect, stand);
        if response.double_clicked() {
            self.open(desk, photo.id);
        } else if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            self.choose(desk, listing, place, modifiers);
            ui.memory_mut(|memory| memory.request_focus(Id::unique("photo grid")));
        }
        if !photo.decodable {
            let (reason, link, id) = (&mut self.reason, &desk.link, photo.id);
            response.on_hover_ui(|ui| {
                let why = reason.get(link, id, move |reader| reader.get::<Photo>(id));
                if let Some(Some(photo)) = why {
                    let why = photo.undecodable.as_deref().unwrap_or(t("photos-undecodable"));
                    let facts = [("format", photo.format.as_str().into()), ("reason", why.into())];
                    ui.label(tf("photos-undecodable-why", &facts));
                }
            });
        }
    }

    fn open(&mut self, desk: &mut Desk, photo: PhotoId) {
        self.cursor.0 = Some(photo);
        self.anchor = Some(photo);
        desk.select(photo);
        desk.go(Place::Photo(photo));
    }

    /// Selects as lists do: alone, one more, or a range.
    fn choose(&mut self, desk: &mut Desk, listing: &Listing, place: usize, modifiers: Modifiers) {
        let rows = listing.photos();
        let Some(&photo) = rows.get(place) else { return };
        let anchor = self.anchor.and_then(|anchor| listing.place(anchor));
        let range = || {
            let from = anchor.unwrap_or(place);
            let range = &rows[from.min(place)..=from.max(place)];
            range.iter().map(|id| (*id).into()).collect()
        };
        choose(&mut desk.selected, photo.into(), range, modifiers);
        if !modifiers.shift {
            self.anchor = Some(photo);
        }
        self.cursor = (Some(photo), place);
        self.selection.sync(&desk.selected);
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing) {
        let page = ((self.view.1 / self.layout.line()).floor() as usize).max(1);
        for (key, modifiers) in pressed(ui) {
            let place = self.place(listing);
            let count = listing.len();
            match key {
                _ if modifiers.alt => {}
                Key::A if modifiers.command => {
                    desk.selected = listing.photos().iter().map(|id| (*id).into()).collect();
                    self.selection.sync(&desk.selected);
                    self.cursor.0 = self.selection.last();
                }
                Key::Enter | Key::Space if !modifiers.any() => {
                    if let Some(photo) = listing.photo(place) {
                        self.open(desk, photo);
                    }
                }
                Key::Escape => {
                    desk.selected.clear();
                    self.selection.sync(&desk.selected);
                }
                _ if MOVES.contains(&key) => {
                    // The first arrow goes to the first tile, not past it.
                    let is_first = self.cursor.0.is_none() && key != Key::End;
                    let target = if is_first {
                        Some(place)
                    } else {
                        self.layout.target(key, place, count, page)
                    };
                    if let Some(target) = target {
                        let shift = Modifiers {
                            shift: modifiers.shift,
                            ..Modifiers::NONE
                        };
                        self.choose(desk, listing, target, shift);
                        self.reveal = true;
                    }
                }
                _ => {}
            }
        }
    }
}

/// Keeps a control from the edge of the view.
pub(super) fn margin(ui: &mut Ui) {
    ui.add_space(space::S);
}
