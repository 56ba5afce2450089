//! What copies for publication must not show: rectangles that are drawn, moved and taken away on the photo. Here they are hatched,
//! and what is under them is seen; only a copy is covered. They are records of the case, the photo stays as it is.

mod shape;
mod suggest;

use egui::accesskit::Role;
use egui::{Align2, CursorIcon, Id, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo};
use egui_material_icons::icons;

use super::super::lens::Lens;
use super::super::question::PixelRect;
use super::card::{card, head};
use crate::case::Reader;
use crate::model::id::{PhotoId, RedactionId};
use crate::model::record::RecordKind;
use crate::model::{Change, Redaction, RedactionReason};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::pictures::unturned;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, gap, select, weak_text};
use shape::{Corner, dragged, hatch, on_screen};
use suggest::Suggest;

/// Width of the list, in points.
const WIDTH: f32 = 264.0;
/// A handle at a corner, in points.
const HANDLE: f32 = 12.0;

/// A redaction in the hand: as it was, by which corner, and where it was taken.
struct Held {
    before: Redaction,
    corner: Option<Corner>,
    from: Vec2,
}

/// The redactions of the photo in view, and drawing new ones.
#[derive(Default)]
pub(super) struct Redact {
    /// The next drag draws one, and the list is open.
    on: bool,
    /// What the next one covers.
    why: RedactionReason,
    seen: Remote<PhotoId, Vec<Redaction>>,
    /// One under the pointer, as parts of the unturned photo.
    drawn: Option<(Vec2, Vec2)>,
    held: Option<Held>,
    /// One as it will be when the case has answered.
    ahead: Option<Redaction>,
    /// One was selected in the last frame.
    had_selection: bool,
    suggest: Suggest,
}

/// How the photo lies in the viewer.
#[derive(Clone, Copy)]
struct Ground {
    lens: Lens,
    area: Rect,
    pixels: [u32; 2],
}

impl Ground {
    /// The part of the unturned photo at a point of the screen.
    fn part(&self, at: Pos2) -> Vec2 {
        unturned(self.lens.rect(self.area, self.pixels), at, self.lens.turns)
    }

    fn rect(&self, redaction: &Redaction) -> Rect {
        on_screen(
            redaction,
            self.pixels,
            self.lens.turns,
            self.lens.rect(self.area, self.pixels),
        )
    }
}

impl Redact {
    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    pub(super) fn set(&mut self, on: bool) {
        self.on = on;
        self.suggest.forget();
        self.drop_drawn();
    }

    /// Forgets what is not yet in the case.
    pub(super) fn drop_drawn(&mut self) {
        self.drawn = None;
        self.held = None;
    }

    /// Draws the redactions over the photo, and does what is asked for. `response` is that of the photo's area.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        photo: PhotoId,
        (lens, area, pixels): (Lens, Rect, [u32; 2]),
        response: &Response,
    ) {
        let ground = Ground { lens, area, pixels };
        let redactions = self.known(desk, photo);
        let selected = selected(desk);
        // When the selected one is taken away, the photo is selected again.
        if desk.selected.is_empty() && self.had_selection {
            desk.select(photo);
        }
        self.had_selection = selected.is_some();
        for redaction in &redactions {
            let is_selected = selected == Some(redaction.id);
            hatch(ui, area, ground.rect(redaction), is_selected && self.on);
            if self.on {
                self.one(ui, desk, ground, (redaction, is_selected));
            }
        }
        if !self.on {
            return;
        }
        if let Some(taken) = self.suggest.show(ui, desk, photo, ground) {
            desk.apply(Change::Create(taken.into()));
        }
        self.draw(ui, desk, photo, ground, response);
        self.list(ui, desk, (photo, area), (&redactions, selected));
    }

    /// Those of the case, with the one that is on its way there.
    fn known(&mut self, desk: &Desk, photo: PhotoId) -> Vec<Redaction> {
        let question = move |reader: &Reader| reader.redactions_of_photo(photo);
        let mut redactions = self
            .seen
            .get(&desk.link, photo, question)
            .cloned()
            .unwrap_or_default();
        let is_answered =
            |ahead: &Redaction| desk.refused || ahead.photo != photo || redactions.contains(ahead);
        if self.held.is_none() && self.ahead.as_ref().is_some_and(is_answered) {
            self.ahead = None;
        }
        if let Some(ahead) = &self.ahead {
            match redactions.iter_mut().find(|known| known.id == ahead.id) {
                Some(known) => known.clone_from(ahead),
                None => redactions.push(ahead.clone()),
            }
        }
        redactions
    }

    fn one(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        ground: Ground,
        (redaction, is_selected): (&Redaction, bool),
    ) {
        let rect = ground.rect(redaction);
        let id = Id::unique(("redaction", redaction.id));
        let body = ui.interact(rect.intersect(ground.area), id, Sense::CLICK | Sense::DRAG);
        body.widget_info(|| {
            let name = tf("redact-name", &[("why", redaction.why.label().into())]);
            WidgetInfo::selected(Role::Button, true, is_selected, name)
        });
        if body.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Move);
        }
        if body.clicked() || body.drag_started() {
            desk.select(redaction.id);
        }
        self.hold(ui, desk, ground, (redaction, None), &body);
        if !is_selected {
            return;
        }
        for corner in Corner::ALL {
            let at = ground.rect(redaction);
            let at = corner.of(at, ground.lens.turns);
            let handle = Rect::from_center_size(at, Vec2::splat(HANDLE));
            if !handle.intersects(ground.area) {
                continue;
            }
            let handle = ui.interact(handle, id.with(corner), Sense::DRAG);
            shape::handle(ui, ground.area, at, handle.hovered() || handle.dragged());
            if handle.hovered() {
                ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
            }
            self.hold(ui, desk, ground, (redaction, Some(corner)), &handle);
        }
    }

    /// Moves a redaction, or one of its corners, while the pointer is held.
    fn hold(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        ground: Ground,
        (redaction, corner): (&Redaction, Option<Corner>),
        response: &Response,
    ) {
        if response.drag_started()
            && let Some(at) = ui.input(|input| input.pointer.press_origin())
        {
            self.held = Some(Held {
                before: redaction.clone(),
                corner,
                from: ground.part(at),
            });
        }
        let Some(held) = self
            .held
            .as_ref()
            .filter(|held| held.before.id == redaction.id && held.corner == corner)
        else {
            return;
        };
        if response.dragged()
            && let Some(at) = response.interact_pointer_pos()
        {
            let by = ground.part(at) - held.from;
            self.ahead = Some(dragged(&held.before, held.corner, by, ground.pixels));
        }
        if response.drag_stopped() {
            if let Some(after) = &self.ahead
                && let Some(change) = Change::edit(&held.before, after)
            {
                desk.apply(change);
            }
            self.held = None;
        }
    }

    /// Draws a new one while the pointer is held.
    fn draw(&mut self, ui: &Ui, desk: &mut Desk, photo: PhotoId, ground: Ground, response: &Response) {
        let pans = ui.input(|input| input.key_down(egui::Key::Space));
        if response.contains_pointer() && !pans && self.held.is_none() {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        if response.drag_started()
            && !pans
            && let Some(at) = ui.input(|input| input.pointer.press_origin())
        {
            let from = ground.part(at);
            self.drawn = Some((from, from));
        }
        let Some((from, to)) = &mut self.drawn else { return };
        if let Some(at) = response.interact_pointer_pos() {
            *to = ground.part(at);
        }
        let found = PixelRect::between(*from, *to, ground.pixels);
        let drawn = found.map(|found| Redaction {
            photo,
            x: found.x,
            y: found.y,
            width: found.width,
            height: found.height,
            why: self.why,
            by: desk.person.clone(),
            at: jiff::Timestamp::now(),
            ..Redaction::default()
        });
        if let Some(drawn) = &drawn {
            hatch(ui, ground.area, ground.rect(drawn), true);
        }
        if response.drag_stopped() {
            self.drawn = None;
            if let Some(drawn) = drawn {
                desk.apply(Change::Create(drawn.clone().into()));
                desk.select(drawn.id);
                self.ahead = Some(drawn);
            }
        }
    }

    /// The redactions as a list: to be found, told and taken away also without a pointer.
    fn list(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        (photo, area): (PhotoId, Rect),
        (redactions, selected): (&[Redaction], Option<RedactionId>),
    ) {
        card(ui, "redactions", area, Align2::LEFT_TOP, WIDTH, |ui| {
            let close = Action::icon(icons::ICON_CLOSE, t("publication-close"));
            if head(
                ui,
                UiCommand::Redact.text(),
                close.keys(UiCommand::Redact.shortcut_text()),
            ) {
                self.set(false);
            }
            weak_text(ui, t("redact-hint"));
            gap(ui, space::XS);
            let reasons = RedactionReason::ALL.map(|reason| (reason, reason.label()));
            let current = redactions.iter().find(|known| selected == Some(known.id));
            let mut why = current.map_or(self.why, |current| current.why);
            if select(ui, t("redact-ask"), &mut why, &reasons) {
                self.why = why;
                if let Some(current) = current {
                    let after = Redaction {
                        why,
                        ..current.clone()
                    };
                    if let Some(change) = Change::edit(current, &after) {
                        desk.apply(change);
                        self.ahead = Some(after);
                    }
                }
            }
            gap(ui, space::XS);
            for (number, redaction) in redactions.iter().enumerate() {
                let is_selected = selected == Some(redaction.id);
                let text = format!("{} · {}", number + 1, redaction.why.label());
                let row = Action::quiet(&text)
                    .with_icon(icons::ICON_INK_ERASER)
                    .selected(is_selected);
                if ui.add(row).clicked() {
                    desk.select(redaction.id);
                }
            }
            gap(ui, space::XS);
            let taken = self.suggest.list(ui, desk, photo);
            if !taken.is_empty() {
                let changes = taken.into_iter().map(|taken| Change::Create(taken.into()));
                desk.apply_all(changes.collect());
            }
            if let Some(current) = current {
                gap(ui, space::XS);
                let remove = Action::secondary(t("redact-remove"))
                    .with_icon(icons::ICON_DELETE)
                    .keys(UiCommand::RemoveItem.shortcut_text());
                if ui.add(remove).clicked() {
                    self.ahead = None;
                    desk.apply(Change::Remove(current.id.into()));
                    desk.select(current.photo);
                }
            }
        });
    }
}

/// The selected redaction.
fn selected(desk: &Desk) -> Option<RedactionId> {
    desk.selected_of(RecordKind::Redaction)?.id.parse().ok()
}
