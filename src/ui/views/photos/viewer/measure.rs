//! Lengths on a photo. A line along something of known length is the photo's scale; other lines are read with it,
//! no more exactly than a pixel at each end allows. Lines are records of the case, the photo stays as it is.

mod ask;
mod line;
mod list;

use egui::{CursorIcon, Id, Key, Pos2, Rect, Response, Ui};

use super::super::lens::Lens;
use crate::case::Reader;
use crate::model::Change;
use crate::model::id::{MeasurementId, PhotoId};
use crate::model::measurement::{Measurement, MeasurementKind};
use crate::model::record::{RecordKind, RecordRef};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use ask::{Answer, Ask};
use line::Ground;
use list::{Asked, List, Shown, titled};

/// A line shorter than this was a click, in points.
const SHORTEST: f32 = 4.0;

/// Which end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Second,
}

/// The lines of the photo in view, and drawing new ones.
#[derive(Default)]
pub(super) struct Measure {
    /// The next drag draws a line, and the list is open.
    on: bool,
    /// The next line is a scale although there is one.
    scale_next: bool,
    lines: Remote<PhotoId, Vec<Measurement>>,
    /// A line under the pointer.
    drawn: Option<Measurement>,
    /// A line as it will be when the case has answered.
    ahead: Option<Measurement>,
    ask: Option<Ask>,
    list: List,
    /// A line was selected in the last frame.
    had_selection: bool,
}

impl Measure {
    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    /// Whether something is typed about a line.
    pub(super) fn is_asking(&self) -> bool {
        self.ask.is_some()
    }

    pub(super) fn set(&mut self, on: bool) {
        self.on = on;
        self.scale_next = false;
        self.drop_line();
    }

    /// Forgets what is not yet in the case.
    pub(super) fn drop_line(&mut self) {
        self.drawn = None;
        self.ask = None;
    }

    /// Draws the lines over the photo, and does what is asked for. `response` is that of the photo's area.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        photo: PhotoId,
        (lens, area, pixels): (Lens, Rect, [u32; 2]),
        response: &Response,
    ) {
        let ground = Ground { lens, area, pixels };
        let lines = self.known(desk, photo);
        // The newest of a photo counts.
        let scale = lines
            .iter()
            .rev()
            .find(|line| line.millimetres_per_pixel().is_some())
            .cloned();
        let selected = selected(desk);
        self.keep_selection(desk, photo, selected);
        for line in &lines {
            self.one(
                ui,
                desk,
                ground,
                (line, scale.as_ref()),
                selected == Some(line.id),
            );
        }
        if self.on {
            self.draw(ui, desk, photo, ground, (response, scale.is_some()));
        }
        // Also over a region, which takes the click from the photo.
        let clicked = ui.input(|input| {
            let at = input.pointer.interact_pos();
            at.filter(|_| input.pointer.primary_clicked())
        });
        if let Some(at) = clicked
            && area.contains(at)
            && ui.ctx().layer_id_at(at) == Some(response.layer_id)
            && let Some(line) = lines.iter().rev().find(|line| line::is_on(ground.ends(line), at))
        {
            desk.select(line.id);
        }
        if self.on {
            let shown = Shown {
                lines: &lines,
                scale: scale.as_ref(),
                selected,
                is_scale_next: self.scale_next,
            };
            match self.list.show(ui, desk, area, &shown) {
                Some(Asked::Select(line)) => desk.select(line),
                Some(Asked::NewScale) => self.scale_next = !self.scale_next,
                Some(Asked::Close) => self.set(false),
                None => {}
            }
        }
        self.question(ui, desk, ground);
    }

    /// The lines of the case, with the one that is on its way there.
    fn known(&mut self, desk: &Desk, photo: PhotoId) -> Vec<Measurement> {
        let question = move |reader: &Reader| reader.measurements_of_photo(photo);
        let mut lines = self
            .lines
            .get(&desk.link, photo, question)
            .cloned()
            .unwrap_or_default();
        let is_answered = |ahead: &Measurement| desk.refused || ahead.photo != photo || lines.contains(ahead);
        if self.ahead.as_ref().is_some_and(is_answered) {
            self.ahead = None;
        }
        if let Some(ahead) = &self.ahead {
            match lines.iter_mut().find(|line| line.id == ahead.id) {
                Some(line) => line.clone_from(ahead),
                None => lines.push(ahead.clone()),
            }
        }
        lines
    }

    /// When the selected line is taken away, the photo is selected again.
    fn keep_selection(&mut self, desk: &mut Desk, photo: PhotoId, selected: Option<MeasurementId>) {
        if desk.selected.is_empty() && self.had_selection {
            desk.select(photo);
        }
        self.had_selection = selected.is_some();
    }

    fn one(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        ground: Ground,
        (line, scale): (&Measurement, Option<&Measurement>),
        is_selected: bool,
    ) {
        let ends = ground.ends(line);
        line::paint(ui, ground.area, ends, is_selected);
        let id = Id::unique(("measurement", line.id));
        let label = line::label(ui, ground.area, ends, id, &titled(line, scale));
        if label.clicked() {
            desk.select(line.id);
        }
        if is_selected {
            for (end, at) in [(End::First, ends[0]), (End::Second, ends[1])] {
                let id = id.with(end == End::First);
                if let Some(handle) = line::end(ui, ground.area, at, id) {
                    self.move_end(desk, ground, (line, end), &handle);
                }
            }
        }
    }

    fn move_end(
        &mut self,
        desk: &mut Desk,
        ground: Ground,
        (line, end): (&Measurement, End),
        handle: &Response,
    ) {
        if let Some(at) = handle.interact_pointer_pos().filter(|_| handle.dragged()) {
            let mut moved = line.clone();
            let (x, y) = ground.of_photo(at);
            match end {
                End::First => (moved.x1, moved.y1) = (x, y),
                End::Second => (moved.x2, moved.y2) = (x, y),
            }
            self.ahead = Some(moved);
        }
        if handle.drag_stopped() {
            let before = self
                .lines
                .held()
                .and_then(|lines| lines.iter().find(|other| other.id == line.id));
            if let (Some(before), Some(after)) = (before, &self.ahead)
                && let Some(change) = Change::edit(before, after)
            {
                desk.apply(change);
            }
        }
    }

    /// Draws a new line while the pointer is held.
    fn draw(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        photo: PhotoId,
        ground: Ground,
        (response, has_scale): (&Response, bool),
    ) {
        let pans = ui.input(|input| input.key_down(Key::Space));
        if response.contains_pointer() && !pans {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        if response.drag_started()
            && !pans
            && self.ask.is_none()
            && let Some(at) = ui.input(|input| input.pointer.press_origin())
        {
            let (x1, y1) = ground.of_photo(at);
            let kind = if has_scale && !self.scale_next {
                MeasurementKind::Length
            } else {
                MeasurementKind::Scale
            };
            self.drawn = Some(Measurement {
                photo,
                kind,
                x1,
                y1,
                x2: x1,
                y2: y1,
                by: desk.person.clone(),
                ..Measurement::default()
            });
        }
        let Some(drawn) = &mut self.drawn else { return };
        if let Some(at) = response.interact_pointer_pos() {
            (drawn.x2, drawn.y2) = ground.of_photo(at);
        }
        let ends = ground.ends(drawn);
        line::paint(ui, ground.area, ends, true);
        if response.drag_stopped() {
            let drawn = drawn.clone();
            self.drawn = None;
            if ends[0].distance(ends[1]) >= SHORTEST {
                self.finish(desk, drawn);
            }
        }
    }

    fn finish(&mut self, desk: &mut Desk, line: Measurement) {
        if line.kind == MeasurementKind::Scale {
            self.ask = Some(Ask::new(line));
        } else {
            self.create(desk, line);
        }
    }

    fn create(&mut self, desk: &mut Desk, mut line: Measurement) {
        line.at = jiff::Timestamp::now();
        desk.apply(Change::Create(line.clone().into()));
        desk.select(line.id);
        self.scale_next = false;
        self.ahead = Some(line);
    }

    fn question(&mut self, ui: &Ui, desk: &mut Desk, ground: Ground) {
        let Some(ask) = &mut self.ask else { return };
        let ends: [Pos2; 2] = ground.ends(ask.line());
        line::paint(ui, ground.area, ends, true);
        match ask.show(ui, Rect::from_two_pos(ends[0], ends[1]), ground.area) {
            Answer::Open => {}
            Answer::Cancelled => self.ask = None,
            Answer::Given(scale) => {
                self.ask = None;
                self.create(desk, *scale);
            }
        }
    }
}

/// The selected line.
fn selected(desk: &Desk) -> Option<MeasurementId> {
    let record: &RecordRef = desk.selected_of(RecordKind::Measurement)?;
    record.id.parse().ok()
}
