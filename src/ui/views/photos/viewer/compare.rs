//! Two to four photos side by side. They zoom and move together, each can be turned and stepped on its own, and two
//! of them can be shown at one place in turn: the eye finds by itself what differs.

mod input;
mod link;
mod pane;

use egui::{Align, Layout, Pos2, Rect, Response, Ui, UiBuilder, Vec2};
use egui_material_icons::icons;

use super::super::listing::Listing;
use super::canvas;
use crate::case::PhotoRow;
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, Text};
use link::Laid;
use pane::{Asked, Known, Pane, Stand};

/// As many photos as can be told apart on a laptop's screen.
pub(super) const MOST: usize = 4;
/// Seconds for which a photo is shown in turn.
const TURN: f64 = 0.7;

/// Photos side by side.
pub(super) struct Compare {
    panes: Vec<Pane>,
    focus: usize,
    linked: bool,
    /// Since when two photos are shown in turn, in seconds of the window.
    blinking: Option<f64>,
    /// Where Escape leads.
    from: Place,
}

/// Whether the comparison goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Stay,
    Leave,
}

/// A pane in this frame: its photo, where the whole of it lies, and where the picture.
struct Shown {
    row: PhotoRow,
    whole: Rect,
    picture: Rect,
}

impl Shown {
    fn pixels(&self) -> [u32; 2] {
        [self.row.width, self.row.height]
    }
}

impl Compare {
    /// Compares these photos, of which there are two at least, and gives the keys to `focus`.
    pub(super) fn new(photos: &[PhotoId], focus: PhotoId, from: Place) -> Self {
        Self {
            panes: photos.iter().copied().map(Pane::new).collect(),
            focus: photos.iter().position(|photo| *photo == focus).unwrap_or(0),
            linked: true,
            blinking: None,
            from,
        }
    }

    /// Whether `photo` is one of them.
    pub(super) fn has(&self, photo: PhotoId) -> bool {
        self.panes.iter().any(|pane| pane.photo == photo)
    }

    /// The photos.
    pub(super) fn photos(&self) -> Vec<PhotoId> {
        self.panes.iter().map(|pane| pane.photo).collect()
    }

    /// Draws the photos and does what is asked for.
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, listing: &Listing, keys_free: bool) -> Next {
        let Some(rows) = self.rows(desk, listing) else {
            ui.ctx().request_repaint();
            return Next::Stay;
        };
        if self.panes.len() < 2 {
            return self.leave(desk);
        }
        let whole = ui.available_rect_before_wrap();
        let (top, area) = whole.split_top_bottom_at_y(whole.top() + size::BAR);
        let mut bar = ui.new_child(UiBuilder::new().id_salt("compare bar").max_rect(top));
        let mut next = self.bar(&mut bar, desk);
        ui.advance_cursor_after_rect(whole);
        let shown = self.lay(rows, area);
        if self.commands(ui, desk, listing, &shown) == Next::Leave
            || (keys_free && self.keys(ui, desk, listing) == Next::Leave)
        {
            next = Next::Leave;
        }
        if next == Next::Leave {
            return self.leave(desk);
        }
        self.claim_keys(ui, area);
        for place in self.order(ui) {
            self.pane(ui, desk, listing, &shown, place);
        }
        Next::Stay
    }

    /// The rows of all panes, once they are all there. A photo that was removed leaves the comparison.
    fn rows(&mut self, desk: &mut Desk, listing: &Listing) -> Option<Vec<PhotoRow>> {
        let mut rows = Vec::with_capacity(self.panes.len());
        let (mut is_whole, mut is_fewer) = (true, false);
        let mut place = 0;
        while let Some(pane) = self.panes.get_mut(place) {
            match pane.row(desk, listing) {
                Known::Gone => {
                    self.panes.remove(place);
                    self.blinking = None;
                    is_fewer = true;
                    self.focus -= usize::from(self.focus > place);
                    self.focus = self.focus.min(self.panes.len().saturating_sub(1));
                    continue;
                }
                Known::Row(row) => rows.push(row),
                Known::NotYet => is_whole = false,
            }
            place += 1;
        }
        if is_fewer {
            self.give_keys(desk, self.focus);
        }
        is_whole.then_some(rows)
    }

    fn lay(&self, rows: Vec<PhotoRow>, area: Rect) -> Vec<Shown> {
        let areas = if self.blinking.is_some() {
            vec![area; rows.len()]
        } else {
            link::areas(area, rows.len())
        };
        let lay = |(row, whole)| Shown {
            row,
            whole,
            picture: pane::picture_area(whole),
        };
        rows.into_iter().zip(areas).map(lay).collect()
    }

    /// Which panes are drawn in this frame.
    fn order(&self, ui: &Ui) -> Vec<usize> {
        let Some(since) = self.blinking else {
            return (0..self.panes.len()).collect();
        };
        let turns = (ui.input(|input| input.time) - since).max(0.0) / TURN;
        let left = (1.0 - turns.fract()) * TURN;
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_secs_f64(left));
        let other = (self.focus + 1) % self.panes.len();
        vec![if (turns as u64).is_multiple_of(2) {
            self.focus
        } else {
            other
        }]
    }

    fn pane(&mut self, ui: &mut Ui, desk: &mut Desk, listing: &Listing, shown: &[Shown], place: usize) {
        let Some(here) = shown.get(place) else { return };
        let stand = Stand {
            number: place + 1,
            count: self.panes.len(),
            focused: place == self.focus,
        };
        let asked = pane::head(ui, here.whole, &here.row, stand);
        let lens = self.panes[place].lens;
        let response = pane::picture(ui, desk, &here.row, (lens, here.picture), stand);
        if response.clicked() || response.drag_started() || asked.is_some() {
            self.give_keys(desk, place);
        }
        match asked {
            Some(Asked::Step(by)) => self.step(desk, listing, by),
            Some(Asked::Turn(quarters)) => self.panes[place].lens.turn(quarters),
            None => {}
        }
        if canvas::has_pixels(&here.row) {
            self.move_about(ui, shown, place, &response);
        }
    }

    /// The wheel zooms at the pointer, a drag moves: all of them, or this one alone with Alt.
    fn move_about(&mut self, ui: &Ui, shown: &[Shown], place: usize, response: &Response) {
        let (scroll, pinch, pointer, alone) = ui.input(|input| {
            (
                input.smooth_scroll_delta.y,
                input.zoom_delta(),
                input.pointer.hover_pos(),
                input.modifiers.alt,
            )
        });
        let factor = (scroll * 0.004).exp() * pinch;
        let area = shown[place].picture;
        let is_over = |at: &Pos2| area.contains(*at) && ui.ctx().layer_id_at(*at) == Some(response.layer_id);
        if (factor - 1.0).abs() > 1e-3
            && let Some(at) = pointer.filter(is_over)
        {
            self.zoom(ui, shown, (place, alone), factor, at);
        }
        if response.dragged() {
            let size = self.panes[place].lens.rect(area, shown[place].pixels()).size();
            let delta = response.drag_delta();
            self.together(shown, (place, alone), |panes| link::pan(panes, delta, size));
        }
        if response.double_clicked() {
            let at = response.interact_pointer_pos().unwrap_or(area.center());
            self.toggle_actual(ui, shown, (place, alone), at);
        }
    }

    fn zoom(&mut self, ui: &Ui, shown: &[Shown], which: (usize, bool), factor: f32, at: Pos2) {
        let (of, points) = (shown[which.0].picture, ui.ctx().pixels_per_point());
        self.together(shown, which, |panes| link::zoom(panes, factor, at, of, points));
    }

    /// One pixel of this photo on one of the screen and the others as near, or back to the whole photos.
    fn toggle_actual(&mut self, ui: &Ui, shown: &[Shown], which: (usize, bool), at: Pos2) {
        let (here, lens) = (&shown[which.0], self.panes[which.0].lens);
        let points = ui.ctx().pixels_per_point();
        let mut toggled = lens;
        toggled.toggle_actual(here.picture, here.pixels(), at, points);
        if toggled.is_fitted() {
            self.together(shown, which, |panes| {
                panes.iter_mut().for_each(|pane| pane.lens.fit());
            });
        } else {
            let scale = |lens: super::super::lens::Lens| lens.scale(here.picture, here.pixels());
            self.zoom(ui, shown, which, scale(toggled) / scale(lens), at);
        }
    }

    /// Moves all panes, or the one at the place alone.
    fn together(
        &mut self,
        shown: &[Shown],
        (place, alone): (usize, bool),
        change: impl FnOnce(&mut [Laid<'_>]),
    ) {
        let is_moved = |other: usize| other == place || (self.linked && !alone);
        let mut panes: Vec<Laid<'_>> = self
            .panes
            .iter_mut()
            .zip(shown)
            .enumerate()
            .filter(|(other, _)| is_moved(*other))
            .map(|(_, (pane, shown))| Laid {
                lens: &mut pane.lens,
                area: shown.picture,
                pixels: shown.pixels(),
            })
            .collect();
        change(&mut panes);
    }

    /// The keys, and the form at the right, are the pane's from now on.
    fn give_keys(&mut self, desk: &mut Desk, place: usize) {
        self.focus = place;
        if let Some(pane) = self.panes.get(place) {
            desk.select(pane.photo);
            desk.go(Place::Photo(pane.photo));
        }
    }

    /// The next or previous photo of the listing in the pane that has the keys, past those in the other panes.
    fn step(&mut self, desk: &mut Desk, listing: &Listing, by: isize) {
        let Some(mut place) = listing.place(self.panes[self.focus].photo) else {
            return;
        };
        while let Some(next) = place.checked_add_signed(by) {
            let Some(photo) = listing.photo(next) else { return };
            if !self.has(photo) {
                let pane = &mut self.panes[self.focus];
                pane.photo = photo;
                pane.lens.turns = 0;
                self.give_keys(desk, self.focus);
                return;
            }
            place = next;
        }
    }

    fn leave(&self, desk: &mut Desk) -> Next {
        match (self.from, self.panes.get(self.focus)) {
            (Place::Photo(_), Some(pane)) => {
                desk.select(pane.photo);
                desk.go(Place::Photo(pane.photo));
            }
            _ => {
                desk.selected = self.panes.iter().map(|pane| pane.photo.into()).collect();
                desk.go(Place::Photos);
            }
        }
        Next::Leave
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk) -> Next {
        let mut next = Next::Stay;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.add_space(space::S);
            let blink = Action::secondary(UiCommand::BlinkPhotos.text())
                .with_icon(UiCommand::BlinkPhotos.icon())
                .keys(UiCommand::BlinkPhotos.shortcut_text())
                .selected(self.blinking.is_some());
            if ui.add(blink).clicked() {
                desk.commands.push(UiCommand::BlinkPhotos);
            }
            let link = Action::secondary(t("compare-link"))
                .with_icon(if self.linked {
                    icons::ICON_LINK
                } else {
                    icons::ICON_LINK_OFF
                })
                .selected(self.linked);
            if ui.add(link).on_hover_text(t("compare-link-hint")).clicked() {
                self.linked = !self.linked;
            }
            ui.add_space(space::XS);
            for command in [
                UiCommand::ZoomActualSize,
                UiCommand::ZoomFit,
                UiCommand::ZoomIn,
                UiCommand::ZoomOut,
            ] {
                if ui.add(Action::command(command)).clicked() {
                    desk.commands.push(command);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space::S);
                let back = match self.from {
                    Place::Photo(_) => Action::icon(icons::ICON_ARROW_BACK, t("compare-back")),
                    _ => Action::icon(icons::ICON_GRID_VIEW, t("photos-back")),
                };
                if ui.add(back.keys(t("key-escape"))).clicked() {
                    next = Next::Leave;
                }
                let title = tf("compare-title", &[("count", self.panes.len().into())]);
                ui.add(Text::new(&title).kind(Type::Strong).truncate());
            });
        });
        next
    }
}

/// The photos to compare when `selected` are and `current` is in view: in the order of the listing. One alone is
/// compared with the one after it, or before it at the end. `None` when there is nothing to compare with.
pub(super) fn choice(
    listing: &Listing,
    selected: &[PhotoId],
    current: Option<PhotoId>,
) -> Option<Vec<PhotoId>> {
    let mut photos: Vec<PhotoId> = selected.iter().take(MOST).copied().collect();
    if let Some(current) = current
        && (photos.len() < 2 || !photos.contains(&current))
    {
        photos = vec![current];
    }
    if let [one] = photos[..] {
        let place = listing.place(one)?;
        let next = listing
            .photo(place + 1)
            .or_else(|| listing.photo(place.checked_sub(1)?))?;
        photos.push(next);
    }
    // Those that the filter hides come last.
    photos.sort_by_key(|photo| listing.place(*photo).unwrap_or(usize::MAX));
    (photos.len() > 1).then_some(photos)
}

/// The middle of what is shown: where keys zoom.
fn middle(shown: &[Shown], place: usize) -> Pos2 {
    shown.get(place).map_or(Pos2::ZERO, |shown| {
        shown.picture.min + shown.picture.size() * Vec2::splat(0.5)
    })
}
