//! A region that was just drawn: whether it shows a new marking, and on which component, or one that is known is
//! asked beside it. One key goes on to the transcription, another stays on the photo.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Order, Rect, Ui, Vec2, pos2, vec2};
use egui_material_icons::icons;

use super::chooser::{Choice, Chooser};
use crate::case::{CaseError, ComponentRow, MarkingQueue, MarkingRow, Reader};
use crate::model::id::{ComponentId, MarkingId, PhotoId};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Change, Marking, Region};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, bar, gap, weak_text};

/// Width and greatest height of the question.
const SIZE: Vec2 = vec2(380.0, 460.0);

/// A rectangle in pixels of the original, orientation applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PixelRect {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

impl PixelRect {
    /// The rectangle between two points given as parts (0 to 1) of a photo of `size` pixels; `None` when it has no area.
    pub(super) fn between(a: Vec2, b: Vec2, size: [u32; 2]) -> Option<Self> {
        let side = |a: f32, b: f32, size: u32| {
            let pixels = size as f32;
            let low = (a.min(b).clamp(0.0, 1.0) * pixels).floor();
            let high = (a.max(b).clamp(0.0, 1.0) * pixels).ceil();
            let (low, high) = (low as u32, (high as u32).min(size));
            (high > low).then(|| (low, high - low))
        };
        let (x, width) = side(a.x, b.x, size[0])?;
        let (y, height) = side(a.y, b.y, size[1])?;
        Some(Self { x, y, width, height })
    }
}

/// What a region can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// A new marking, on this component if it is known.
    New(Option<ComponentId>),
    /// One that is in the case already.
    Known(MarkingId),
}

/// The choices, and the components that the photo is linked to.
struct Choices {
    list: Arc<Vec<Choice<Target>>>,
    linked: Vec<ComponentId>,
}

/// First what is likely: the components that the photo shows, then their markings, then all others.
fn load(reader: &Reader, photo: PhotoId) -> Result<Choices, CaseError> {
    let linked: Vec<ComponentId> = reader
        .subjects(photo)?
        .into_iter()
        .filter(|subject| subject.kind == RecordKind::Component)
        .filter_map(|subject| subject.id.parse().ok())
        .collect();
    let is_linked = |component: &Option<ComponentId>| component.is_some_and(|id| linked.contains(&id));
    let components = reader.components(&[], "")?;
    let markings = reader.markings(&[], &MarkingQueue::All)?;
    let new = |row: &ComponentRow| {
        let detail = match &row.weapon_title {
            Some(weapon) => tf("region-new-of", &[("weapon", weapon.as_str().into())]),
            None => t("region-new").to_owned(),
        };
        Choice::new(Target::New(Some(row.id)), &row.title, detail)
    };
    let known = |row: &MarkingRow| {
        let text = row.text.as_deref().filter(|text| !text.is_empty());
        let title = text.unwrap_or(if row.title.is_empty() {
            t("region-untranscribed")
        } else {
            &row.title
        });
        let component = row.component_title.as_deref().unwrap_or_default();
        let detail = tf("region-view", &[("component", component.into())]);
        Choice::new(Target::Known(row.id), title, detail)
    };
    let (here, elsewhere): (Vec<_>, Vec<_>) = components.iter().partition(|row| linked.contains(&row.id));
    let (near, far): (Vec<_>, Vec<_>) = markings.iter().partition(|row| is_linked(&row.component));
    let none = Choice::new(Target::New(None), t("region-no-component"), t("region-new"));
    let list = here
        .into_iter()
        .map(new)
        .chain([none])
        .chain(near.into_iter().map(known))
        .chain(elsewhere.into_iter().map(new))
        .chain(far.into_iter().map(known))
        .collect();
    Ok(Choices {
        list: Arc::new(list),
        linked,
    })
}

/// How the question was answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// Go on to the transcription.
    Go,
    /// Stay on the photo.
    Stay,
    Cancel,
}

/// Asks what a drawn region shows.
#[derive(Default)]
pub(super) struct Question {
    drawn: Option<(PhotoId, PixelRect)>,
    choices: Remote<PhotoId, Choices>,
    chooser: Chooser<Target>,
}

impl Question {
    pub(super) fn ask(&mut self, photo: PhotoId, area: PixelRect) {
        self.drawn = Some((photo, area));
        self.chooser.clear();
    }

    pub(super) fn close(&mut self) {
        self.drawn = None;
    }

    pub(super) fn is_open(&self) -> bool {
        self.drawn.is_some()
    }

    /// Shows the question beside `rect`, where the region is on screen, within `area`.
    pub(super) fn show(&mut self, ui: &Ui, desk: &mut Desk, rect: Rect, area: Rect) {
        let Some((photo, pixels)) = self.drawn else {
            return;
        };
        let mut answer = ui.input_mut(|input| {
            if input.consume_key(Modifiers::COMMAND, Key::Enter) {
                Some(Answer::Stay)
            } else if input.consume_key(Modifiers::NONE, Key::Enter) {
                Some(Answer::Go)
            } else if input.key_pressed(Key::Escape) {
                Some(Answer::Cancel)
            } else {
                None
            }
        });
        let choices = self
            .choices
            .get(&desk.link, photo, move |reader| load(reader, photo));
        let chooser = &mut self.chooser;
        egui::Area::new(Id::unique("region question"))
            .order(Order::Foreground)
            .fixed_pos(beside(rect, area))
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).inner_margin(12).show(ui, |ui| {
                    ui.set_width(SIZE.x - 24.0);
                    let is_known = chooser
                        .current()
                        .is_some_and(|choice| matches!(choice.value, Target::Known(_)));
                    let (title, create) = if is_known {
                        (t("region-view-title"), t("region-add-view"))
                    } else {
                        (t("region-title"), t("region-create"))
                    };
                    let cancelled = bar(
                        ui,
                        |ui| {
                            ui.add(Text::new(title).kind(Type::Heading));
                            let size = [("width", pixels.width.into()), ("height", pixels.height.into())];
                            weak_text(ui, &tf("region-size", &size));
                        },
                        |ui| {
                            let close = Action::icon(icons::ICON_CLOSE, t("region-cancel"));
                            ui.add(close.keys(t("key-escape"))).clicked()
                        },
                    )
                    .inner;
                    if cancelled {
                        answer = Some(Answer::Cancel);
                    }
                    if let Some(choices) = choices {
                        chooser.show(ui, t("region-find-hint"), &choices.list);
                    }
                    gap(ui, space::M);
                    ui.horizontal(|ui| {
                        let go = Action::primary(create).keys(t("key-enter"));
                        if ui.add(go).clicked() {
                            answer = Some(Answer::Go);
                        }
                        let stay = Action::secondary(t("region-stay")).keys(format!(
                            "{}+{}",
                            t("key-ctrl"),
                            t("key-enter")
                        ));
                        if ui.add(stay).clicked() {
                            answer = Some(Answer::Stay);
                        }
                    });
                    gap(ui, space::XS);
                    weak_text(ui, t("region-hint"));
                });
            });
        let Some(answer) = answer else { return };
        if answer == Answer::Cancel {
            self.close();
            return;
        }
        // Before the choices have come there is nothing to answer with.
        let (Some(choices), Some(choice)) = (choices, chooser.current()) else {
            return;
        };
        let marking = give(desk, photo, pixels, choice.value, &choices.linked);
        desk.select(marking);
        if answer == Answer::Go {
            desk.go(Place::Marking(marking));
        }
        self.close();
    }
}

/// Asks for the region, and for the link when the component's mark shows that the photo shows the component.
fn give(
    desk: &mut Desk,
    photo: PhotoId,
    area: PixelRect,
    target: Target,
    linked: &[ComponentId],
) -> MarkingId {
    let marking = match target {
        Target::New(component) => Some(Marking {
            component,
            ..Marking::default()
        }),
        Target::Known(_) => None,
    };
    let id = match (&marking, target) {
        (None, Target::Known(id)) => id,
        (marking, _) => marking.as_ref().map_or_else(MarkingId::new, |marking| marking.id),
    };
    let unlinked = match target {
        Target::New(Some(component)) if !linked.contains(&component) => Some(component),
        _ => None,
    };
    let region = Region {
        marking: id,
        photo,
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
        ..Region::default()
    };
    let mut changes = vec![Change::DrawRegion { region, marking }];
    if let Some(component) = unlinked {
        changes.push(Change::LinkPhotos {
            photos: vec![photo],
            subject: RecordRef::from(component),
        });
    }
    desk.apply_all(changes);
    id
}

/// Where the question is in the way least: right of the region, else left of it, else over it.
fn beside(rect: Rect, area: Rect) -> egui::Pos2 {
    const AWAY: f32 = 12.0;
    let right = rect.right() + AWAY;
    let left = rect.left() - AWAY - SIZE.x;
    let x = if right + SIZE.x <= area.right() {
        right
    } else if left >= area.left() {
        left
    } else {
        area.right() - SIZE.x - AWAY
    };
    let lowest = (area.bottom() - SIZE.y).max(area.top() + AWAY);
    pos2(
        x.max(area.left() + AWAY),
        rect.top().clamp(area.top() + AWAY, lowest),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_in_whole_pixels_within_the_photo() {
        let size = [4000, 3000];
        let all = PixelRect::between(vec2(-0.5, 1.7), vec2(2.0, -1.0), size);
        let whole = PixelRect {
            x: 0,
            y: 0,
            width: 4000,
            height: 3000,
        };
        assert_eq!(all, Some(whole));
        let small = PixelRect::between(vec2(0.5, 0.5), vec2(0.5001, 0.5001), size);
        assert!(small.is_some_and(|rect| rect.width >= 1 && rect.height >= 1));
        assert_eq!(PixelRect::between(vec2(1.2, 0.0), vec2(1.5, 1.0), size), None);
    }

    #[test]
    fn the_question_does_not_cover_the_region_where_there_is_room() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(1200.0, 800.0));
        for left in [50.0, 900.0] {
            let region = Rect::from_min_size(pos2(left, 300.0), vec2(200.0, 80.0));
            let shown = Rect::from_min_size(beside(region, area), SIZE);
            assert!(
                !shown.intersects(region) && area.contains_rect(shown),
                "{shown:?}"
            );
        }
    }
}
