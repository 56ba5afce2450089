//! The viewer: one photo to its pixels, its regions, and drawing new ones. Turning and zooming are a view, never
//! a change.

mod ahead;
mod awaited;
mod canvas;
mod card;
mod compare;
mod info;
mod loupe;
mod map_inset;
mod measure;
mod navigator;
mod redact;
mod tools;

use egui::{CursorIcon, Key, Rect, Response, Sense, Ui, UiBuilder, Vec2};

use super::lens::Lens;
use super::listing::Listing;
use super::question::{PixelRect, Question};
use super::regions::{Regions, label, outline};
use crate::case::{CaseError, PhotoRow, Reader};
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place, Wish};
use crate::ui::link::Remote;
use crate::ui::pictures::{turned, unturned};
use crate::ui::theme::size;
use crate::ui::widgets::Toast;
use ahead::Ahead;
use awaited::Awaited;
use compare::Compare;
use info::Info;
use loupe::Loupe;
use measure::Measure;
use navigator::navigator;
use redact::Redact;

/// What the viewer remembers.
#[derive(Default)]
pub(super) struct Viewer {
    lens: Lens,
    /// The photo in view and its place in the listing, also when the filter no longer lets it through.
    last: Option<(PhotoId, usize)>,
    /// The next drag draws a region.
    drawing: bool,
    /// Where a region begins and ends, as parts of the unturned photo.
    drawn: Option<(Vec2, Vec2)>,
    /// The pointer is held.
    held: bool,
    question: Question,
    regions: Regions,
    stray: Remote<PhotoId, Option<PhotoRow>>,
    compare: Option<Compare>,
    measure: Measure,
    redact: Redact,
    ahead: Ahead,
    loupe: Loupe,
    info: Info,
    awaited: Awaited,
}

/// A photo that the listing does not have, as a row.
fn load_stray(reader: &Reader, photo: PhotoId) -> Result<Option<PhotoRow>, CaseError> {
    Ok(reader.photo_rows(&[photo])?.pop())
}

impl Viewer {
    /// Another view is shown: the next photo begins whole.
    pub(super) fn leave(&mut self) {
        if self.last.take().is_some() {
            self.lens = Lens::default();
            self.stop_drawing();
            self.measure.set(false);
            self.redact.set(false);
            self.ahead.leave();
        }
        self.compare = None;
    }

    /// To be called before the grid or the viewer is drawn: answers the commands that lead from one to the other.
    pub(super) fn begin(&mut self, desk: &mut Desk, listing: &Listing) {
        if self.compare.is_none() && desk.take_command(UiCommand::ComparePhotos) {
            self.begin_comparison(desk, listing);
        }
    }

    fn begin_comparison(&mut self, desk: &mut Desk, listing: &Listing) {
        let selected = desk.selected_photos();
        let current = match desk.place {
            Place::Photo(photo) => Some(photo),
            _ => None,
        };
        let Some(photos) = compare::choice(listing, &selected, current) else {
            desk.wish(Wish::Tell(Toast::note(t("compare-none"))));
            return;
        };
        if selected.len() > compare::MOST {
            let counts = [("most", compare::MOST.into()), ("count", selected.len().into())];
            desk.wish(Wish::Tell(Toast::note(tf("compare-most", &counts))));
        }
        let focus = current.unwrap_or(photos[0]);
        self.stop_drawing();
        self.compare = Some(Compare::new(&photos, focus, desk.place));
        desk.place = Place::Photo(focus);
        desk.select(focus);
    }

    fn stop_drawing(&mut self) {
        self.drawing = false;
        self.held = false;
        self.drawn = None;
        self.question.close();
        self.measure.drop_line();
        self.redact.drop_drawn();
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        photo: PhotoId,
        listing: &Listing,
        keys_free: bool,
    ) {
        if let Some(compare) = self.compare.as_mut().filter(|compare| compare.has(photo)) {
            desk.looks.watch(ui, &compare.photos());
            if compare.show(ui, desk, listing, keys_free) == compare::Next::Leave {
                self.compare = None;
            }
            return;
        }
        self.compare = None;
        let place = listing.place(photo);
        if self.last.is_none_or(|(last, _)| last != photo) {
            self.lens.turns = 0;
            self.stop_drawing();
        }
        let before = self.last.map_or(0, |(_, place)| place);
        self.last = Some((photo, place.unwrap_or(before)));
        let is_passing = self.ahead.is_passing(ui, photo, place.unwrap_or(before));
        let stray;
        let row = if let Some(place) = place {
            match listing.row(place) {
                Some(row) => row,
                None => return,
            }
        } else {
            let question = move |reader: &Reader| load_stray(reader, photo);
            match self.stray.get(&desk.link, photo, question) {
                None => return,
                // It was removed: the one that took its place follows.
                Some(None) => {
                    let next = listing.photo(before).or(listing.photos().last().copied());
                    desk.go(next.map_or(Place::Photos, Place::Photo));
                    if let Some(next) = next {
                        desk.select(next);
                    }
                    return;
                }
                Some(Some(row)) => {
                    stray = row.clone();
                    &stray
                }
            }
        };

        let whole = ui.available_rect_before_wrap();
        let (top, area) = whole.split_top_bottom_at_y(whole.top() + size::BAR);
        let pixels = [row.width, row.height];
        let mut bar = ui.new_child(UiBuilder::new().id_salt("viewer bar").max_rect(top));
        self.bar(&mut bar, desk, (row, place, listing), area);
        let response = ui.interact(area, egui::Id::unique("photo area"), Sense::CLICK | Sense::DRAG);
        ui.advance_cursor_after_rect(whole);
        self.commands(ui, desk, listing, (area, pixels));
        if keys_free && !self.question.is_open() && !self.measure.is_asking() {
            self.keys(ui, desk, listing);
        }
        if canvas::has_pixels(row) {
            self.move_about(ui, area, pixels, &response);
        }
        let is_there = canvas::show(ui, desk, row, (self.lens, area), is_passing);
        desk.looks.watch(ui, is_there.then_some(photo).as_slice());
        self.info.show(ui, desk, photo, area);
        self.awaited.show(ui, desk, photo, area);
        if !canvas::has_pixels(row) {
            return;
        }
        self.ahead.fetch(desk, listing);
        self.regions.show(ui, desk, (photo, pixels), self.lens, area);
        self.draw(ui, desk, row, area, &response);
        let draws = self.drawing || self.measure.is_on() || self.redact.is_on();
        if response.double_clicked() && !draws {
            let at = response.interact_pointer_pos().unwrap_or(area.center());
            let points = ui.ctx().pixels_per_point();
            self.lens.toggle_actual(area, pixels, at, points);
        } else if response.clicked() && !self.question.is_open() {
            desk.select(photo);
        }
        self.measure
            .show(ui, desk, photo, (self.lens, area, pixels), &response);
        self.redact
            .show(ui, desk, photo, (self.lens, area, pixels), &response);
        navigator(ui, desk, row, &mut self.lens, area);
        self.loupe.show(ui, desk, row, (self.lens, area), &response);
    }

    /// The wheel zooms at the pointer, a drag moves the photo.
    fn move_about(&mut self, ui: &Ui, area: Rect, pixels: [u32; 2], response: &Response) {
        let (scroll, pinch, pointer, space) = ui.input(|input| {
            (
                input.smooth_scroll_delta.y,
                input.zoom_delta(),
                input.pointer.hover_pos(),
                input.key_down(Key::Space),
            )
        });
        let factor = (scroll * 0.004).exp() * pinch;
        // Also over a region, which lies above the photo; not where a menu covers it.
        let is_over = pointer
            .is_some_and(|at| area.contains(at) && ui.ctx().layer_id_at(at) == Some(response.layer_id));
        if let Some(at) = pointer.filter(|_| is_over && !self.loupe.is_on() && (factor - 1.0).abs() > 1e-3) {
            self.lens
                .zoom(area, pixels, factor, at, ui.ctx().pixels_per_point());
        }
        let pans = !(self.drawing || self.measure.is_on() || self.redact.is_on()) || space;
        if response.dragged() && pans && !self.held {
            self.lens.pan(area, pixels, response.drag_delta());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
    }

    fn step(&self, desk: &mut Desk, listing: &Listing, by: isize) {
        let Some((photo, place)) = self.last else { return };
        // When the filter no longer has the photo, the next one stands in its place already.
        let is_listed = listing.place(photo).is_some();
        let next = if by > 0 && !is_listed {
            Some(place)
        } else {
            place.checked_add_signed(by)
        };
        if let Some(photo) = next.and_then(|next| listing.photo(next)) {
            desk.select(photo);
            desk.go(Place::Photo(photo));
        }
    }

    /// Draws a new region while the pointer is held, and asks what it shows.
    fn draw(&mut self, ui: &Ui, desk: &mut Desk, row: &PhotoRow, area: Rect, response: &Response) {
        let pixels = [row.width, row.height];
        let rect = self.lens.rect(area, pixels);
        let turns = self.lens.turns;
        let pans = ui.input(|input| input.key_down(Key::Space));
        if self.drawing {
            if response.contains_pointer() && !pans {
                ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
            }
            if response.drag_started()
                && !pans
                && let Some(at) = ui.input(|input| input.pointer.press_origin())
            {
                let from = unturned(rect, at, turns);
                self.drawn = Some((from, from));
                self.held = true;
            }
            if let (true, Some((from, _)), Some(at)) =
                (self.held, self.drawn, response.interact_pointer_pos())
            {
                self.drawn = Some((from, unturned(rect, at, turns)));
            }
        }
        let Some((from, to)) = self.drawn else { return };
        let found = PixelRect::between(from, to, pixels);
        if self.held && response.drag_stopped() {
            self.held = false;
            self.drawing = false;
            match found {
                Some(found) => self.question.ask(row.id, found),
                None => self.drawn = None,
            }
        }
        let shown = Rect::from_two_pos(turned(rect, from, turns), turned(rect, to, turns));
        outline(ui, area, shown, true);
        if let Some(found) = found.filter(|_| self.held) {
            let size = [("width", found.width.into()), ("height", found.height.into())];
            label(ui, shown, area, &tf("region-size", &size), "");
        }
        if self.question.is_open() {
            self.question.show(ui, desk, shown, area);
            if !self.question.is_open() {
                self.drawn = None;
            }
        }
    }
}
