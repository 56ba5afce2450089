//! A region that was just drawn: to what it belongs is asked beside it, and one key goes on to the transcription.

use egui::{Key, Rect, Ui, pos2, vec2};

use crate::case::{CaseError, Reader};
use crate::model::id::{ComponentId, PhotoId};
use crate::model::record::RecordKind;
use crate::model::{Change, Marking, Region};
use crate::text::t;
use crate::ui::desk::{Desk, Place};
use crate::ui::inspector::picker::{Picked, picker};
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, gap, weak_text};

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
    pub(super) fn between(a: egui::Vec2, b: egui::Vec2, size: [u32; 2]) -> Option<Self> {
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

/// The choices for a new region.
struct Choices {
    /// The components that the photo shows, most likely first.
    shown: Vec<ComponentId>,
    all: Vec<(ComponentId, String)>,
}

fn load(reader: &Reader, photo: PhotoId) -> Result<Choices, CaseError> {
    let shown = reader
        .subjects(photo)?
        .into_iter()
        .filter(|subject| subject.kind == RecordKind::Component)
        .filter_map(|subject| subject.id.parse().ok())
        .collect();
    Ok(Choices {
        shown,
        all: reader.component_titles()?,
    })
}

/// Asks to what a drawn region belongs.
#[derive(Default)]
pub(super) struct RegionQuestion {
    drawn: Option<(PhotoId, PixelRect)>,
    choices: Remote<PhotoId, Choices>,
    chosen: Option<Option<ComponentId>>,
}

impl RegionQuestion {
    pub(super) fn ask(&mut self, photo: PhotoId, area: PixelRect) {
        self.drawn = Some((photo, area));
        self.chosen = None;
    }

    pub(super) fn is_open(&self) -> bool {
        self.drawn.is_some()
    }

    /// Shows the question beside `rect`, where the region is on screen.
    pub(super) fn show(&mut self, ui: &Ui, desk: &mut Desk, rect: Rect) {
        let Some((photo, area)) = self.drawn else { return };
        let window = ui.max_rect();
        let size = vec2(330.0, 190.0);
        let at = pos2(
            (rect.right() + 12.0)
                .min(window.right() - size.x - 12.0)
                .max(window.left() + 8.0),
            rect.top().clamp(
                window.top() + 8.0,
                (window.bottom() - size.y).max(window.top() + 8.0),
            ),
        );
        let mut done = false;
        let mut cancelled = ui.input(|input| input.key_pressed(Key::Escape));
        let choices = self
            .choices
            .get(&desk.link, photo, move |reader| load(reader, photo));
        let suggested = choices.and_then(|choices| choices.shown.first().copied());
        let chosen = self.chosen.unwrap_or(suggested);
        egui::Area::new(egui::Id::unique("region question"))
            .order(egui::Order::Foreground)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).inner_margin(12).show(ui, |ui| {
                    ui.set_width(size.x - 24.0);
                    ui.add(Text::new(t("region-title")).kind(Type::Strong));
                    gap(ui, space::S);
                    if let Some(choices) = choices {
                        let title = |id: &ComponentId| {
                            let known = choices.all.iter().find(|(other, _)| other == id);
                            known.map_or("", |(_, title)| title.as_str())
                        };
                        let current = chosen.as_ref().map(|id| (id, title(id)));
                        match picker(ui, t("region-component"), current, &choices.all) {
                            Some(Picked::Some(id)) => self.chosen = Some(Some(id)),
                            Some(Picked::None) => self.chosen = Some(None),
                            None => {}
                        }
                    }
                    gap(ui, space::XS);
                    weak_text(ui, t("region-hint"));
                    gap(ui, space::S);
                    ui.horizontal(|ui| {
                        done = ui
                            .add(Action::primary(t("region-create")).keys(t("key-enter")))
                            .clicked();
                        cancelled |= ui.add(Action::secondary(t("shell-path-cancel"))).clicked();
                    });
                });
            });
        done |= !ui.ctx().text_edit_focused() && ui.input(|input| input.key_pressed(Key::Enter));
        if done {
            let marking = Marking {
                component: chosen,
                ..Marking::default()
            };
            let region = Region {
                marking: marking.id,
                photo,
                x: area.x,
                y: area.y,
                width: area.width,
                height: area.height,
                ..Region::default()
            };
            desk.select(marking.id);
            desk.go(Place::Marking(marking.id));
            desk.apply(Change::DrawRegion {
                region,
                marking: Some(marking),
            });
        }
        if done || cancelled {
            self.drawn = None;
        }
    }
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
}
