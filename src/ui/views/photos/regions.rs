//! The regions of a photo: where each marking is seen, with what was read there. They have the photo for their
//! ground, so they look the same in every theme: light, with a dark line around.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Color32, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::lens::Lens;
use crate::case::{CaseError, Reader};
use crate::model::id::PhotoId;
use crate::model::{Component, Marking, Region};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::pictures::turned;
use crate::ui::script_text;
use crate::ui::theme::{Theme, Type};

/// A region with what was read in it.
struct Seen {
    region: Region,
    /// The newest transcription, or what the marking is called.
    text: String,
    component: String,
}

fn load(reader: &Reader, photo: PhotoId) -> Result<Vec<Seen>, CaseError> {
    let mut regions = reader.regions_of_photo(photo)?;
    // The smaller lies above the larger, so that each can be clicked.
    regions.sort_by_key(|region| std::cmp::Reverse(u64::from(region.width) * u64::from(region.height)));
    regions
        .into_iter()
        .map(|region| {
            let newest = reader.transcriptions(region.marking)?.pop();
            let marking = reader.get::<Marking>(region.marking)?.unwrap_or_default();
            let component = match marking.component {
                Some(component) => reader.get::<Component>(component)?,
                None => None,
            };
            let text = newest.map(|newest| newest.text).unwrap_or_default();
            Ok(Seen {
                text: if text.is_empty() { marking.title } else { text },
                component: component.map(|component| component.title).unwrap_or_default(),
                region,
            })
        })
        .collect()
}

/// The regions of the photo in view.
#[derive(Default)]
pub(super) struct Regions {
    seen: Remote<PhotoId, Vec<Seen>>,
}

impl Regions {
    /// Draws them over the photo that `lens` shows in `area`.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        (photo, pixels): (PhotoId, [u32; 2]),
        lens: Lens,
        area: Rect,
    ) {
        let question = move |reader: &Reader| load(reader, photo);
        let Some(seen) = self.seen.get(&desk.link, photo, question) else {
            return;
        };
        let rect = lens.rect(area, pixels);
        for seen in seen {
            let region = &seen.region;
            let outer = on_screen(region, pixels, lens, rect);
            if !outer.intersects(area) {
                continue;
            }
            let id = egui::Id::unique(("region", region.id));
            let response = ui.interact(outer.intersect(area), id, Sense::click());
            let text = if seen.text.is_empty() {
                t("region-untranscribed")
            } else {
                &seen.text
            };
            response.widget_info(|| {
                let name = tf("region-name", &[("text", text.into())]);
                WidgetInfo::labeled(Role::Button, true, name)
            });
            let stressed = response.hovered() || response.has_focus();
            let selected = desk.is_selected(&region.marking.into());
            outline(ui, area, outer, selected || stressed);
            let component = if stressed { seen.component.as_str() } else { "" };
            label(ui, outer, area, text, component);
            if response.double_clicked() {
                desk.select(region.marking);
                desk.go(Place::Marking(region.marking));
            } else if response.clicked() {
                desk.select(region.marking);
            }
        }
    }
}

/// Where a region of a photo of `pixels` lies, when the turned photo fills `rect`.
fn on_screen(region: &Region, pixels: [u32; 2], lens: Lens, rect: Rect) -> Rect {
    let part = |x: u32, y: u32| {
        let [width, height] = pixels.map(|side| side.max(1) as f32);
        turned(rect, vec2(x as f32 / width, y as f32 / height), lens.turns)
    };
    Rect::from_two_pos(
        part(region.x, region.y),
        part(
            region.x.saturating_add(region.width),
            region.y.saturating_add(region.height),
        ),
    )
}

/// A line that shows on any picture: bright inside, dark outside.
pub(super) fn outline(ui: &Ui, area: Rect, rect: Rect, stressed: bool) {
    let tokens = Theme::Dark.tokens();
    let (width, colour) = if stressed {
        (3.0, tokens.accent)
    } else {
        (1.5, tokens.text_strong)
    };
    let painter = ui.painter().with_clip_rect(area);
    let halo = Stroke::new(width + 2.0, Color32::from_black_alpha(170));
    painter.rect_stroke(rect, 2.0, halo, StrokeKind::Middle);
    painter.rect_stroke(rect, 2.0, Stroke::new(width, colour), StrokeKind::Middle);
}

/// What was read, on its own ground above the region, or below it where there is no room.
pub(super) fn label(ui: &Ui, outer: Rect, area: Rect, text: &str, detail: &str) {
    let tokens = Theme::Dark.tokens();
    let lay = |text: &str, kind: Type, ink: Color32| {
        script_text::galley(ui.ctx(), text, TextFormat::simple(kind.font(tokens), ink), 280.0)
    };
    let galley = lay(text, Type::Mono, tokens.text_strong);
    let detail = (!detail.is_empty()).then(|| lay(detail, Type::Caption, tokens.text));
    let detail_size = detail.as_ref().map_or(egui::Vec2::ZERO, |detail| detail.size());
    let inner = vec2(
        galley.size().x.max(detail_size.x),
        galley.size().y + detail_size.y,
    );
    let extent = inner + vec2(10.0, 4.0);
    let above = outer.top() - extent.y - 3.0;
    let top = if above > area.top() {
        above
    } else {
        (outer.bottom() + 3.0).min(area.bottom() - extent.y)
    };
    let left = outer.left().min(area.right() - extent.x).max(area.left());
    let ground = Rect::from_min_size(pos2(left, top), extent);
    let painter = ui.painter().with_clip_rect(area);
    painter.rect(
        ground,
        3.0,
        tokens.overlay,
        tokens.hairline(),
        StrokeKind::Outside,
    );
    let at = ground.min + vec2(5.0, 2.0);
    let below = at + vec2(0.0, galley.size().y);
    painter.galley(at, galley, tokens.text_strong);
    if let Some(detail) = detail {
        painter.galley(below, detail, tokens.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_lies_on_the_same_pixels_however_the_photo_is_turned_and_zoomed() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        let pixels = [4000, 3000];
        let region = Region {
            x: 3000,
            y: 0,
            width: 1000,
            height: 500,
            ..Region::default()
        };
        let mut lens = Lens::default();
        let upright = on_screen(&region, pixels, lens, lens.rect(area, pixels));
        assert!((upright.left() - 600.0).abs() < 0.01 && (upright.bottom() - 100.0).abs() < 0.01);
        lens.turn(1);
        let rect = lens.rect(area, pixels);
        let right = on_screen(&region, pixels, lens, rect);
        // The top right corner comes to the bottom right.
        assert!((right.max - rect.max).length() < 0.01, "{right:?} in {rect:?}");
        assert!(right.height() > right.width());
    }
}
