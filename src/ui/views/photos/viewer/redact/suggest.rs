//! Where faces may be, as suggestions that somebody takes over one by one or all at once. Nothing is covered by itself.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Id, Rect, Sense, Shape, Stroke, Ui, WidgetInfo};
use egui_material_icons::icons;

use super::Ground;
use crate::intake::faces::{Face, faces};
use crate::model::id::PhotoId;
use crate::model::{Photo, Redaction, RedactionReason};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Wish};
use crate::ui::link::Answer;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Action, Toast, weak_text};

/// The faces, or why they could not be looked for.
type Looked = Result<Vec<Face>, String>;

/// What is being looked for, and what was found.
#[derive(Default)]
pub(super) struct Suggest {
    asked: Option<(PhotoId, Answer<Looked>)>,
    found: Option<(PhotoId, Vec<Face>)>,
}

impl Suggest {
    pub(super) fn forget(&mut self) {
        self.asked = None;
        self.found = None;
    }

    fn begin(&mut self, desk: &Desk, photo: PhotoId) {
        let answer = desk.link.ask(move |reader| {
            let (Some(record), Some(original)) = (reader.get::<Photo>(photo)?, reader.original(photo)?)
            else {
                return Ok(Ok(Vec::new()));
            };
            Ok(faces(&original, (record.width, record.height)).map_err(|error| error.to_string()))
        });
        self.asked = Some((photo, answer));
        self.found = None;
    }

    fn take(&mut self, desk: &mut Desk) {
        let Some((photo, answer)) = self.asked.take() else {
            return;
        };
        let reason = match answer.take() {
            Err(answer) => {
                self.asked = Some((photo, answer));
                return;
            }
            Ok(Ok(Ok(found))) => {
                if found.is_empty() {
                    desk.wish(Wish::Tell(Toast::note(t("redact-suggest-none"))));
                }
                self.found = Some((photo, found));
                return;
            }
            Ok(Ok(Err(reason))) => reason,
            Ok(Err(error)) => error.to_string(),
        };
        desk.wish(Wish::Tell(Toast::refused(t("redact-suggest-failed"), reason)));
    }

    /// Draws the suggestions. Gives the one that was taken over.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        photo: PhotoId,
        ground: Ground,
    ) -> Option<Redaction> {
        self.take(desk);
        let (_, found) = self.found.as_mut().filter(|(of, _)| *of == photo)?;
        let mut taken = None;
        for (number, face) in found.iter().enumerate() {
            let redaction = of_face(*face, photo, &desk.person);
            let rect = ground.rect(&redaction);
            let inside = rect.intersect(ground.area);
            if !inside.is_positive() {
                continue;
            }
            let id = Id::unique(("suggested face", number));
            let response = ui.interact(inside, id, Sense::click());
            response.widget_info(|| {
                let name = tf("redact-suggested", &[("number", (number + 1).into())]);
                WidgetInfo::labeled(Role::Button, true, name)
            });
            if response.hovered() {
                ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            }
            dashed(ui, ground.area, rect, response.hovered() || response.has_focus());
            if response.clicked() {
                taken = Some((number, redaction));
            }
        }
        let (number, redaction) = taken?;
        found.remove(number);
        Some(redaction)
    }

    /// What is said of the suggestions in the list. Gives those that are all taken over.
    pub(super) fn list(&mut self, ui: &mut Ui, desk: &Desk, photo: PhotoId) -> Vec<Redaction> {
        let found = self.found.take().filter(|(of, _)| *of == photo);
        let Some((_, found)) = found.filter(|(_, found)| !found.is_empty()) else {
            let waits = self.asked.as_ref().map(|_| t("redact-suggest-looking"));
            let look = Action::secondary(t("redact-suggest"))
                .with_icon(icons::ICON_FAMILIAR_FACE_AND_ZONE)
                .unless(waits);
            if ui.add(look).clicked() {
                self.begin(desk, photo);
            }
            return Vec::new();
        };
        weak_text(ui, t("redact-suggest-limits"));
        let all = tf("redact-suggest-all", &[("count", found.len().into())]);
        let (taken, dismissed) = ui
            .horizontal_wrapped(|ui| {
                let taken = ui.add(Action::secondary(&all)).clicked();
                (
                    taken,
                    ui.add(Action::quiet(t("redact-suggest-dismiss"))).clicked(),
                )
            })
            .inner;
        if taken {
            let faces = found.into_iter();
            return faces.map(|face| of_face(face, photo, &desk.person)).collect();
        }
        if !dismissed {
            self.found = Some((photo, found));
        }
        Vec::new()
    }
}

fn of_face(face: Face, photo: PhotoId, person: &str) -> Redaction {
    Redaction {
        photo,
        x: face.x,
        y: face.y,
        width: face.width,
        height: face.height,
        why: RedactionReason::Face,
        by: person.to_owned(),
        at: jiff::Timestamp::now(),
        ..Redaction::default()
    }
}

/// A broken line: it is not covered.
fn dashed(ui: &Ui, area: Rect, rect: Rect, stressed: bool) {
    let tokens = Theme::Dark.tokens();
    let painter = ui.painter().with_clip_rect(area);
    let colour = if stressed {
        tokens.accent
    } else {
        tokens.text_strong
    };
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.rect_stroke(
        rect,
        0.0,
        Stroke::new(3.0, Color32::from_black_alpha(150)),
        egui::StrokeKind::Middle,
    );
    painter.extend(Shape::dashed_line(&corners, Stroke::new(2.0, colour), 7.0, 5.0));
}
