//! How the map is moved: by keys and buttons, by the pointer, and to what was clicked.

use std::sync::Arc;

use egui::{Rect, Response, Ui};

use super::MapView;
use super::data::{Crowd, Kind};
use super::ground::Sheet;
use super::keys::Asked;
use super::marks::Touched;
use crate::model::place::mercator::{Bounds, Camera, Spot, unproject};
use crate::model::place::{Form, Position, print};
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place, Wish};
use crate::ui::widgets::Toast;

/// Points that an arrow key moves the map by.
const STEP: f64 = 90.0;
/// Margin around what is fitted into the view.
const MARGIN: f64 = 64.0;
/// No nearer than this when one fits what has no extent.
const NEAREST: f64 = 11.0;

impl MapView {
    /// Does what a click on a mark asks for.
    pub(super) fn touch(
        &mut self,
        desk: &mut Desk,
        camera: &mut Camera,
        kind: Kind,
        touched: Touched,
        crowds: &[Option<Arc<Crowd>>; 3],
    ) {
        match touched {
            Touched::One(record) => desk.selected = vec![record],
            Touched::Twice(record) => {
                match kind {
                    Kind::Strike => desk.go(Place::Strikes),
                    Kind::Recovered => desk.go(Place::Components),
                    Kind::Photo => {
                        if let Ok(photo) = record.id.parse() {
                            desk.go(Place::Photo(photo));
                        }
                    }
                }
                desk.selected = vec![record];
            }
            Touched::Several(members, at) => {
                let Some(crowd) = &crowds[kind as usize] else {
                    return;
                };
                let spots = members.iter().map(|member| crowd.shown.spots[*member as usize]);
                let Some(bounds) = Bounds::around(spots) else {
                    return;
                };
                let across = (bounds.max.0 - bounds.min.0).max(bounds.max.1 - bounds.min.1);
                // About a metre: no zoom tells them apart.
                if across < 2e-8 || camera.zoom > 18.0 {
                    self.pile.open(kind, crowd, &members, at);
                } else {
                    let before = camera.zoom;
                    camera.fit(bounds, 2.0 * MARGIN, 18.5);
                    camera.zoom = camera.zoom.max(before + 1.0);
                    camera.settle();
                }
            }
        }
    }

    /// Does what was asked for by key or button.
    pub(super) fn follow(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        camera: &mut Camera,
        crowds: &[Option<Arc<Crowd>>; 3],
        rect: Rect,
        asked: Asked,
    ) {
        let middle = (camera.size.0 / 2.0, camera.size.1 / 2.0);
        match asked {
            Asked::Pan(right, down) => camera.pan((-right * STEP, -down * STEP)),
            Asked::Zoom(steps) => camera.zoom_about(middle, steps),
            Asked::Fit => fit(camera, crowds),
            Asked::Centre(spot) => centre(camera, spot),
            Asked::Area(bounds) => camera.fit(bounds, 0.0, 18.0),
            Asked::Selection => {
                let there = desk.selected.last().and_then(|record| find(crowds, record));
                match there {
                    Some(spot) => centre(camera, spot),
                    None => desk.wish(Wish::Tell(Toast::note(t("map-selection-nowhere")))),
                }
            }
            Asked::Walk(by) => {
                let Some(crowd) = &crowds[0] else { return };
                let count = crowd.shown.len() as u32;
                if count == 0 {
                    return;
                }
                let here = desk
                    .selected
                    .last()
                    .and_then(|record| (0..count).find(|member| crowd.shown.item(*member).record == *record));
                let next = match here {
                    Some(here) => (i64::from(here) + i64::from(by)).rem_euclid(i64::from(count)) as u32,
                    None if by > 0 => 0,
                    None => count - 1,
                };
                desk.selected = vec![crowd.shown.item(next).record.clone()];
                let spot = crowd.shown.spots[next as usize];
                let (x, y) = camera.nearest_on_view(spot);
                let is_seen =
                    (20.0..camera.size.0 - 20.0).contains(&x) && (20.0..camera.size.1 - 20.0).contains(&y);
                if !is_seen {
                    camera.middle = spot;
                    camera.settle();
                }
            }
            Asked::CopyHere => {
                let pointer = ui
                    .input(|input| input.pointer.hover_pos())
                    .filter(|at| rect.contains(*at));
                let at = pointer.unwrap_or(rect.center());
                let sheet = Sheet {
                    rect,
                    camera: *camera,
                };
                copied(ui, desk, coordinates(&sheet, sheet.spot(at)));
            }
            Asked::Copy(text) => copied(ui, desk, text),
        }
    }
}

/// Shows all there is.
pub(super) fn fit(camera: &mut Camera, crowds: &[Option<Arc<Crowd>>; 3]) {
    let all = crowds.iter().flatten().filter_map(|crowd| crowd.shown.bounds());
    let corners = all.flat_map(|bounds| {
        // Both ends and the middle, or a stretch of half the world would be taken for its other half.
        let middle = ((bounds.min.0 + bounds.max.0) / 2.0, bounds.min.1);
        [bounds.min, middle, bounds.max]
    });
    match Bounds::around(corners) {
        Some(bounds) => camera.fit(bounds, MARGIN, NEAREST),
        None => (camera.middle, camera.zoom) = ((0.5, 0.4), 1.5),
    }
    camera.settle();
}

/// Goes to a place, near enough to see it among its neighbours.
pub(super) fn centre(camera: &mut Camera, spot: Spot) {
    camera.middle = spot;
    camera.zoom = camera.zoom.max(8.0);
    camera.settle();
}

/// Where a record is, if it is on the map.
fn find(crowds: &[Option<Arc<Crowd>>; 3], record: &RecordRef) -> Option<Spot> {
    crowds.iter().flatten().find_map(|crowd| {
        let count = crowd.shown.len() as u32;
        let member = (0..count).find(|member| crowd.shown.item(*member).record == *record)?;
        Some(crowd.shown.spots[member as usize])
    })
}

/// Dragging, and the wheel.
pub(super) fn moved(ui: &Ui, response: &Response, rect: Rect, camera: &mut Camera) {
    if response.dragged() {
        let by = response.drag_delta();
        camera.pan((f64::from(by.x), f64::from(by.y)));
    }
    if response.double_clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        let off = at - rect.min;
        camera.zoom_about((f64::from(off.x), f64::from(off.y)), 1.0);
    }
    let pointer = ui
        .input(|input| input.pointer.hover_pos())
        .filter(|at| rect.contains(*at));
    let is_over = pointer.is_some_and(|at| {
        ui.ctx()
            .layer_id_at(at)
            .is_none_or(|layer| layer == ui.layer_id())
    });
    if let Some(at) = pointer
        && is_over
    {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let steps = f64::from(wheel) / 140.0 + f64::from(pinch).log2();
        if steps != 0.0 {
            let off = at - rect.min;
            camera.zoom_about((f64::from(off.x), f64::from(off.y)), steps);
        }
    }
}

/// A place in decimal degrees and MGRS, with as many digits as the screen can tell apart.
pub(super) fn coordinates(sheet: &Sheet, spot: Spot) -> String {
    let (latitude, longitude) = unproject(spot);
    let place = Position {
        latitude,
        longitude,
        radius_m: Some(sheet.camera.metres_per_point().max(1.0)),
    };
    tf(
        "map-coordinates",
        &[
            ("degrees", print(&place, Form::Decimal).into()),
            ("mgrs", print(&place, Form::Mgrs).into()),
        ],
    )
}

/// Copies a text and says so.
pub(super) fn copied(ui: &Ui, desk: &mut Desk, text: String) {
    let toast = Toast::done(tf("map-copied", &[("text", text.as_str().into())]));
    ui.ctx().copy_text(text);
    desk.wish(Wish::Tell(toast));
}
