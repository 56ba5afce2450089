//! The viewer: one photo to its pixels, its regions, and drawing new ones. Turning and zooming are a view, never
//! a change.

mod tools;

use egui::{CursorIcon, Key, Rect, Response, Sense, Ui, UiBuilder, Vec2, pos2};
use egui_material_icons::icons;

use super::lens::Lens;
use super::listing::Listing;
use super::question::{PixelRect, Question};
use super::regions::{Regions, label, outline};
use crate::case::{CaseError, PhotoRow, Reader};
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::pictures::{Detail, Picture, turned, unturned};
use crate::ui::theme::{Tokens, size};
use crate::ui::widgets::empty_state;

/// The long side of the large preview, in pixels.
const LARGE: f32 = 2048.0;

/// How far the pixels on screen are those of the original.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Pixels {
    /// As many as the screen can show at this zoom.
    Enough,
    /// The original is on its way.
    Loading,
    /// Only the preview can be shown, and why.
    Preview(String),
}

/// What the viewer remembers.
#[derive(Default)]
pub(super) struct Viewer {
    lens: Lens,
    /// The photo in view and its place in the listing, also when the filter no longer lets it through.
    last: Option<(PhotoId, usize)>,
    /// The last step went to the photo before.
    goes_back: bool,
    /// The next drag draws a region.
    drawing: bool,
    /// Where a region begins and ends, as parts of the unturned photo.
    drawn: Option<(Vec2, Vec2)>,
    /// The pointer is held.
    held: bool,
    question: Question,
    regions: Regions,
    stray: Remote<PhotoId, Option<PhotoRow>>,
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
        }
    }

    fn stop_drawing(&mut self) {
        self.drawing = false;
        self.held = false;
        self.drawn = None;
        self.question.close();
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        photo: PhotoId,
        listing: &Listing,
        keys_free: bool,
    ) {
        let place = listing.place(photo);
        if self.last.is_none_or(|(last, _)| last != photo) {
            self.lens.turns = 0;
            self.stop_drawing();
        }
        let before = self.last.map_or(0, |(_, place)| place);
        self.last = Some((photo, place.unwrap_or(before)));
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
        let shows_pixels = row.decodable && row.width > 0 && row.height > 0;
        let pixels = [row.width, row.height];
        let mut bar = ui.new_child(UiBuilder::new().id_salt("viewer bar").max_rect(top));
        self.bar(&mut bar, desk, (row, place, listing), area);
        let response = ui.interact(area, egui::Id::unique("photo area"), Sense::CLICK | Sense::DRAG);
        ui.advance_cursor_after_rect(whole);
        self.commands(ui, desk, listing, (area, pixels));
        if keys_free && !self.question.is_open() {
            self.keys(ui, desk, listing);
        }
        ui.painter().rect_filled(area, 0.0, Tokens::of(ui).sunken);
        if !shows_pixels {
            undecodable(ui, area, row);
            return;
        }
        self.move_about(ui, area, pixels, &response);
        let painted = self.paint(ui, desk, row, area);
        self.prefetch(desk, listing);
        self.regions.show(ui, desk, (photo, pixels), self.lens, area);
        self.draw(ui, desk, row, area, &response);
        if let Some(words) = painted {
            note(ui, area, &words);
        }
        if response.double_clicked() && !self.drawing {
            let at = response.interact_pointer_pos().unwrap_or(area.center());
            let points = ui.ctx().pixels_per_point();
            self.lens.toggle_actual(area, pixels, at, points);
        } else if response.clicked() && !self.question.is_open() {
            desk.select(photo);
        }
    }

    /// Paints the best that is there. Gives what to say about it, if something is to be said.
    fn paint(&self, ui: &Ui, desk: &mut Desk, row: &PhotoRow, area: Rect) -> Option<String> {
        let pixels = [row.width, row.height];
        let rect = self.lens.rect(area, pixels);
        let wanted = self.wanted(ui, area, pixels);
        let painter = ui.painter().with_clip_rect(area);
        let missing = match desk.pictures.best(&desk.link, row.id, wanted) {
            Picture::Ready(picture) => {
                picture.paint(&painter, rect, self.lens.turns);
                None
            }
            Picture::Loading => Some(t("photos-loading").to_owned()),
            Picture::Missing(reason) => Some(reason.to_owned()),
        };
        missing.or_else(|| match self.pixels(desk, row, wanted) {
            Pixels::Enough => None,
            Pixels::Loading => Some(t("photos-original-loading").to_owned()),
            Pixels::Preview(reason) => Some(tf("photos-preview-only", &[("reason", reason.into())])),
        })
    }

    /// The original's own pixels are wanted where the preview has fewer than the screen, and where single pixels
    /// are looked at: the preview was compressed anew.
    fn wanted(&self, ui: &Ui, area: Rect, pixels: [u32; 2]) -> Detail {
        let longest = pixels[0].max(pixels[1]) as f32;
        let scale = self.lens.scale(area, pixels) * ui.ctx().pixels_per_point();
        let preview = (LARGE / longest).min(1.0);
        if scale > preview * 1.02 || scale > 0.99 {
            Detail::Full
        } else {
            Detail::Large
        }
    }

    fn pixels(&self, desk: &mut Desk, row: &PhotoRow, wanted: Detail) -> Pixels {
        if wanted != Detail::Full {
            return Pixels::Enough;
        }
        match desk.pictures.get(&desk.link, row.id, Detail::Full) {
            Picture::Ready(_) => Pixels::Enough,
            Picture::Loading => Pixels::Loading,
            Picture::Missing(reason) => Pixels::Preview(reason.to_owned()),
        }
    }

    /// Neighbours are fetched ahead, so that stepping does not wait: two where one is going, one where one came from.
    fn prefetch(&self, desk: &mut Desk, listing: &Listing) {
        let Some((_, place)) = self.last else { return };
        let ahead = if self.goes_back { -1 } else { 1 };
        for away in [ahead, 2 * ahead, -ahead] {
            let Some(other) = place.checked_add_signed(away) else {
                continue;
            };
            if let Some(other) = listing.row(other).filter(|row| row.decodable) {
                let _ = desk.pictures.get(&desk.link, other.id, Detail::Large);
            }
        }
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
        if let Some(at) = pointer.filter(|_| is_over && (factor - 1.0).abs() > 1e-3) {
            self.lens
                .zoom(area, pixels, factor, at, ui.ctx().pixels_per_point());
        }
        let pans = !self.drawing || space;
        if response.dragged() && pans && !self.held {
            self.lens.pan(area, pixels, response.drag_delta());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
    }

    fn step(&mut self, desk: &mut Desk, listing: &Listing, by: isize) {
        self.goes_back = by < 0;
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

/// Something to know about what is on screen, in its corner.
fn note(ui: &Ui, area: Rect, words: &str) {
    let corner = Rect::from_min_size(pos2(area.left() + 8.0, area.bottom() - 8.0), Vec2::ZERO);
    label(ui, corner, area, words, "");
}

fn undecodable(ui: &mut Ui, area: Rect, row: &PhotoRow) {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(area));
    empty_state(
        &mut inner,
        icons::ICON_BROKEN_IMAGE,
        &row.file_name,
        t("photos-undecodable"),
        |_| {},
    );
}
