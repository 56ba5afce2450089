//! The grid: only the tiles in view are made, whatever the size of the case. Selecting works as in lists of files:
//! arrows, Shift for a range, Ctrl for one more.

use std::collections::HashSet;

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, vec2};

use super::bar::Bar;
use super::head::{self, Head};
use super::listing::Listing;
use super::selection::Selection;
use super::tile::{NAME, Stand, tile};
use crate::case::{PhotoFilter, PhotoSort};
use crate::model::Photo;
use crate::model::id::PhotoId;
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::hairline;

/// Between two tiles.
const GAP: f32 = 8.0;

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
    selection: Selection,
    head: Head,
    bar: Bar,
    reason: Remote<PhotoId, Option<Photo>>,
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
        }
    }
}

/// How the tiles lie.
#[derive(Debug, Clone, Copy)]
struct Layout {
    across: usize,
    cell: egui::Vec2,
}

impl Layout {
    /// What is left over is shared, so that the tiles fill the width.
    fn new(width: f32, tile: f32) -> Self {
        let across = ((width / (tile + GAP)).floor() as usize).max(1);
        let cell = vec2(width / across as f32, (tile * 0.75 + NAME + GAP).round());
        Self { across, cell }
    }

    fn lines(self, count: usize) -> usize {
        count.div_ceil(self.across)
    }

    /// The scroll offset that brings `place` into view, if it is not.
    fn reveal(self, place: usize, (offset, height): (f32, f32)) -> Option<f32> {
        let top = (place / self.across) as f32 * self.cell.y;
        if top < offset {
            Some(top)
        } else if top + self.cell.y > offset + height {
            Some(top + self.cell.y - height)
        } else {
            None
        }
    }

    /// Where a key leads from `place` among `count` tiles.
    fn target(self, key: Key, place: usize, count: usize, page: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let across = self.across;
        Some(match key {
            Key::ArrowRight => (place + 1).min(last),
            Key::ArrowLeft => place.saturating_sub(1),
            // The last line may be shorter: down from above its end goes to the last tile.
            Key::ArrowDown if place / across < last / across => (place + across).min(last),
            Key::ArrowUp if place >= across => place - across,
            Key::PageDown => (place + page * across).min(last),
            Key::PageUp => place.saturating_sub(page * across),
            Key::Home => 0,
            Key::End => last,
            Key::ArrowDown | Key::ArrowUp => place,
            _ => return None,
        })
    }
}

const MOVES: [Key; 8] = [
    Key::ArrowRight,
    Key::ArrowLeft,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::PageDown,
    Key::PageUp,
    Key::Home,
    Key::End,
];

impl Grid {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        listing: &Listing,
        (filter, sort): (&mut PhotoFilter, &mut PhotoSort),
        keys_free: bool,
    ) {
        if self.selection.sync(&desk.selected)
            && let Some(last) = self.selection.last()
            && self.cursor.0 != Some(last)
            && listing.place(last).is_some()
        {
            // Somewhere else a photo was selected: the keyboard goes on from there.
            self.cursor.0 = Some(last);
            self.anchor = Some(last);
            self.reveal = true;
        }
        self.head.show(ui, desk, listing, (filter, sort));
        hairline(ui);
        if listing.rows.is_empty() {
            head::empty(ui, desk, listing, filter);
            return;
        }
        self.bar.show(ui, desk, listing, &self.selection, &mut self.size);
        hairline(ui);
        let area = ui.available_rect_before_wrap();
        let mut tiles = ui.new_child(egui::UiBuilder::new().id_salt("tiles").max_rect(area));
        self.tiles(&mut tiles, desk, listing, keys_free);
        ui.advance_cursor_after_rect(area);
    }

    fn place(&self, listing: &Listing) -> usize {
        let (photo, place) = self.cursor;
        photo
            .and_then(|photo| listing.place(photo))
            .unwrap_or(place)
            .min(listing.rows.len().saturating_sub(1))
    }

    fn tiles(&mut self, ui: &mut Ui, desk: &mut Desk, listing: &Listing, keys_free: bool) {
        let area = ui.max_rect();
        let layout = Layout::new(area.width() - 12.0, self.size);
        let id = Id::unique("photo grid");
        let whole = ui.interact(area, id, Sense::FOCUSABLE);
        whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, t("photos-grid")));
        if whole.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        let focused = ui.memory(|memory| memory.focused());
        if keys_free && focused.is_none_or(|focused| focused == id) {
            self.keys(ui, desk, listing, layout);
        }
        let place = self.place(listing);
        let mut scroll = egui::ScrollArea::vertical().id_salt("photos").auto_shrink(false);
        if std::mem::take(&mut self.reveal)
            && let Some(offset) = layout.reveal(place, self.view)
        {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let lines = layout.lines(listing.rows.len());
        let output = scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(lines as f32 * layout.cell.y + GAP);
            let first = (viewport.top() / layout.cell.y).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / layout.cell.y).ceil() as usize).min(lines);
            let origin = ui.max_rect().min + vec2(0.0, GAP / 2.0);
            for line in first..last {
                let end = ((line + 1) * layout.across).min(listing.rows.len());
                for at in line * layout.across..end {
                    let corner = vec2((at % layout.across) as f32, line as f32) * layout.cell;
                    let rect = Rect::from_min_size(origin + corner, layout.cell).shrink(GAP / 2.0);
                    self.one(ui, desk, listing, at, rect, whole.has_focus() && at == place);
                }
            }
        });
        self.view = (output.state.clamped_offset().y, output.inner_rect.height());
    }

    fn one(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing, place: usize, rect: Rect, cursor: bool) {
        let photo = &listing.rows[place];
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
        let rows = &listing.rows;
        let photo = rows[place].id;
        if modifiers.shift {
            let from = self
                .anchor
                .and_then(|anchor| listing.place(anchor))
                .unwrap_or(place);
            let range = &rows[from.min(place)..=from.max(place)];
            let mut range: Vec<RecordRef> = range.iter().map(|row| row.id.into()).collect();
            // The one at the keyboard comes last: it is the one that the form shows.
            if place < from {
                range.reverse();
            }
            if modifiers.command {
                let again: HashSet<&RecordRef> = range.iter().collect();
                desk.selected.retain(|record| !again.contains(record));
                drop(again);
                desk.selected.append(&mut range);
            } else {
                desk.selected = range;
            }
        } else if modifiers.command {
            if self.selection.contains(photo) {
                let record = RecordRef::from(photo);
                desk.selected.retain(|other| *other != record);
            } else {
                desk.selected.push(photo.into());
            }
            self.anchor = Some(photo);
        } else {
            desk.select(photo);
            self.anchor = Some(photo);
        }
        self.cursor = (Some(photo), place);
        self.selection.sync(&desk.selected);
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing, layout: Layout) {
        let page = ((self.view.1 / layout.cell.y).floor() as usize).max(1);
        let pressed: Vec<(Key, Modifiers)> = ui.input(|input| {
            let keys = input.events.iter().filter_map(|event| match event {
                egui::Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => Some((*key, *modifiers)),
                _ => None,
            });
            keys.collect()
        });
        for (key, modifiers) in pressed {
            let place = self.place(listing);
            let count = listing.rows.len();
            match key {
                _ if modifiers.alt => {}
                Key::A if modifiers.command => {
                    desk.selected = listing.rows.iter().map(|row| row.id.into()).collect();
                    self.selection.sync(&desk.selected);
                    self.cursor.0 = self.selection.last();
                }
                Key::Enter | Key::Space if !modifiers.any() => self.open(desk, listing.rows[place].id),
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
                        layout.target(key, place, count, page)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_fill_the_width_and_there_is_at_least_one_across() {
        let layout = Layout::new(1000.0, 176.0);
        assert_eq!(layout.across, 5);
        assert!((layout.cell.x * 5.0 - 1000.0).abs() < 0.01);
        assert_eq!(Layout::new(50.0, 176.0).across, 1);
    }

    #[test]
    fn keys_lead_where_one_looks() {
        let layout = Layout {
            across: 4,
            cell: vec2(100.0, 100.0),
        };
        for (key, from, to) in [
            (Key::ArrowRight, 3, 4),
            (Key::ArrowRight, 9, 9),
            (Key::ArrowLeft, 0, 0),
            (Key::ArrowDown, 1, 5),
            (Key::ArrowDown, 7, 9),
            (Key::ArrowDown, 8, 8),
            (Key::ArrowUp, 2, 2),
            (Key::ArrowUp, 9, 5),
            (Key::Home, 7, 0),
            (Key::End, 2, 9),
            (Key::PageDown, 1, 9),
            (Key::PageUp, 9, 1),
        ] {
            assert_eq!(layout.target(key, from, 10, 2), Some(to), "{key:?} from {from}");
        }
        assert_eq!(layout.target(Key::ArrowDown, 0, 0, 2), None);
    }

    #[test]
    fn only_a_tile_out_of_view_is_brought_into_view() {
        let layout = Layout {
            across: 4,
            cell: vec2(100.0, 100.0),
        };
        assert_eq!(layout.reveal(5, (50.0, 200.0)), None);
        assert_eq!(layout.reveal(1, (50.0, 200.0)), Some(0.0));
        assert_eq!(layout.reveal(12, (50.0, 200.0)), Some(200.0));
    }
}
