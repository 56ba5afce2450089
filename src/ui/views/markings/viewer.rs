//! The crop of a marking, large: turned, zoomed and moved without changing anything, with a loupe.

use egui::{
    Align2, Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, StrokeKind, TextureId,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::cut::Cut;
use super::darkroom::Shown;
use crate::text::t;
use crate::ui::theme::{Theme, Tokens, Type, radius};

/// How much a step of zoom is.
const STEP: f32 = 1.25;
/// Points on the screen for a pixel of the original.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.02..=40.0;
/// How much of the area a fitted region takes.
const FIT: f32 = 0.9;
/// Side of the loupe in points, and how much larger it shows.
const LOUPE: (f32, f32) = (220.0, 3.0);

/// How the crop lies on the screen.
#[derive(Debug, Default)]
pub struct Viewer {
    /// Points for a pixel of the original; `None` fits the region.
    zoom: Option<f32>,
    /// From the middle of the area to the middle of the region, in points.
    pan: Vec2,
    /// Whether the loupe follows the pointer.
    pub loupe: bool,
}

/// From the cut to the screen.
#[derive(Debug, Clone, Copy)]
pub struct Lay {
    /// Where the middle of the region lies.
    middle: Pos2,
    /// Points for a pixel of the original.
    scale: f32,
    /// Sine and cosine of the turn.
    turn: (f32, f32),
    /// The middle of the region in pixels of the cut.
    origin: Vec2,
}

impl Lay {
    /// Where a pixel of the cut lies.
    #[must_use]
    pub fn point(&self, at: Vec2) -> Pos2 {
        let from = (at - self.origin) * self.scale;
        let (sin, cos) = self.turn;
        self.middle + vec2(from.x * cos - from.y * sin, from.x * sin + from.y * cos)
    }

    /// The pixel of the cut that lies there.
    #[must_use]
    pub fn pixel(&self, at: Pos2) -> Vec2 {
        let from = (at - self.middle) / self.scale;
        let (sin, cos) = self.turn;
        vec2(from.x * cos + from.y * sin, from.y * cos - from.x * sin) + self.origin
    }

    /// Points for a pixel of the original.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// The same, `times` as large, with the point `still` where it is.
    fn larger(&self, times: f32, still: Pos2) -> Self {
        Self {
            middle: still + (self.middle - still) * times,
            scale: self.scale * times,
            ..*self
        }
    }

    fn corners(&self, area: Rect) -> [Pos2; 4] {
        [
            area.left_top(),
            area.right_top(),
            area.right_bottom(),
            area.left_bottom(),
        ]
        .map(|corner| self.point(corner.to_vec2()))
    }
}

impl Viewer {
    /// Back to the whole region.
    pub fn fit(&mut self) {
        self.zoom = None;
        self.pan = Vec2::ZERO;
    }

    /// One pixel of the original is one of the screen.
    pub fn actual_size(&mut self, pixels_per_point: f32) {
        self.zoom = Some(1.0 / pixels_per_point);
    }

    /// One step larger or smaller, about the middle.
    pub fn step(&mut self, ui: &Ui, rect: Rect, cut: Cut, angle: f32, inwards: bool) {
        let by = if inwards { STEP } else { 1.0 / STEP };
        let scale = self.lay(rect, cut, angle).scale;
        self.zoom_by(rect, scale, by, rect.center());
        ui.ctx().request_repaint();
    }

    fn zoom_by(&mut self, rect: Rect, scale: f32, by: f32, still: Pos2) {
        let next = (scale * by).clamp(*ZOOMS.start(), *ZOOMS.end());
        let from = still - rect.center();
        self.pan = from + (self.pan - from) * (next / scale);
        self.zoom = Some(next);
    }

    fn lay(&self, rect: Rect, cut: Cut, angle: f32) -> Lay {
        let size = Vec2::from(cut.size());
        let [x, y, w, h] = cut.inner();
        let inner = vec2(w * size.x, h * size.y);
        let (sin, cos) = angle.to_radians().sin_cos();
        let turned = vec2(
            (inner.x * cos).abs() + (inner.y * sin).abs(),
            (inner.x * sin).abs() + (inner.y * cos).abs(),
        );
        let fit = (rect.width() / turned.x).min(rect.height() / turned.y) * FIT;
        Lay {
            middle: rect.center() + self.pan,
            scale: self.zoom.unwrap_or(fit).clamp(*ZOOMS.start(), *ZOOMS.end()),
            turn: (sin, cos),
            origin: vec2(x * size.x, y * size.y) + inner / 2.0,
        }
    }

    /// Shows the crop in `rect`, turned by `angle` degrees clockwise. Gives how it lies there.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        cut: Cut,
        angle: f32,
        shown: Option<&Shown>,
        failure: Option<&str>,
    ) -> Lay {
        let tokens = Tokens::of(ui);
        // In every theme a mark is seen best against the dark.
        let ground = Theme::Dark.tokens();
        let response = ui.interact(rect, ui.scope_id().with("viewer"), Sense::click_and_drag());
        response.widget_info(|| {
            WidgetInfo::labeled(egui::accesskit::Role::Image, ui.is_enabled(), t("marking-viewer"))
        });
        self.moved(ui, rect, cut, angle, &response);
        let lay = self.lay(rect, cut, angle);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, CornerRadius::same(radius::M), ground.sunken);
        match shown {
            Some(shown) => {
                self.paint(&painter, lay, cut, shown.texture.id(), tokens);
                self.paint_loupe(ui, &response, lay, cut, shown.texture.id());
            }
            None => {
                let words = failure.unwrap_or_else(|| t("marking-loading"));
                painter.text(
                    rect.center(),
                    Align2::CENTER_CENTER,
                    words,
                    Type::Small.font(tokens),
                    ground.text_weak,
                );
            }
        }
        painter.rect_stroke(
            rect,
            CornerRadius::same(radius::M),
            if response.has_focus() {
                tokens.focus_ring()
            } else {
                tokens.hairline()
            },
            StrokeKind::Inside,
        );
        lay
    }

    fn moved(&mut self, ui: &Ui, rect: Rect, cut: Cut, angle: f32, response: &Response) {
        if response.dragged() {
            self.pan += response.drag_delta();
            self.zoom = Some(self.lay(rect, cut, angle).scale);
        }
        if response.double_clicked() {
            if self.zoom.is_some() {
                self.fit();
            } else {
                let lay = self.lay(rect, cut, angle);
                let still = response.interact_pointer_pos().unwrap_or(rect.center());
                let times = 1.0 / ui.pixels_per_point() / lay.scale;
                // Where the original is smaller than the screen, closer is what helps.
                let times = if times > 1.05 { times } else { 2.5 };
                self.zoom_by(rect, lay.scale, times, still);
            }
        }
        if let Some(pointer) = response.hover_pos() {
            let by = ui.input(|input| {
                let wheel = (input.smooth_scroll_delta.y / 200.0).exp();
                wheel * input.zoom_delta()
            });
            if (by - 1.0).abs() > 1e-4 {
                let scale = self.lay(rect, cut, angle).scale;
                self.zoom_by(rect, scale, by, pointer);
            }
        }
    }

    fn paint(&self, painter: &Painter, lay: Lay, cut: Cut, texture: TextureId, tokens: &Tokens) {
        let size = Vec2::from(cut.size());
        let whole = Rect::from_min_size(Pos2::ZERO, size);
        painter.add(picture(lay.corners(whole), texture));
        let [x, y, w, h] = cut.inner();
        let inner = Rect::from_min_size(pos2(x * size.x, y * size.y), vec2(w * size.x, h * size.y));
        // A dark line under a light one shows on any ground.
        let outline = lay.corners(inner);
        let closed = |width, color| Shape::closed_line(outline.to_vec(), egui::Stroke::new(width, color));
        painter.add(closed(3.0, Color32::from_black_alpha(90)));
        painter.add(closed(tokens.line_width, Color32::from_white_alpha(200)));
    }

    fn paint_loupe(&self, ui: &Ui, response: &Response, lay: Lay, cut: Cut, texture: TextureId) {
        // Shift is held to look closely, but it is also a key of writing.
        let held = !ui.ctx().text_edit_focused() && ui.input(|input| input.modifiers.shift_only());
        let Some(pointer) = response.hover_pos().filter(|_| self.loupe || held) else {
            return;
        };
        let tokens = Tokens::of(ui);
        let (side, times) = LOUPE;
        let glass = Rect::from_center_size(pointer, Vec2::splat(side)).intersect(ui.ctx().content_rect());
        let painter = ui
            .ctx()
            .layer_painter(egui::LayerId::new(
                egui::Order::Foreground,
                ui.scope_id().with("loupe"),
            ))
            .with_clip_rect(glass);
        painter.rect_filled(glass, CornerRadius::ZERO, Theme::Dark.tokens().sunken);
        let whole = Rect::from_min_size(Pos2::ZERO, Vec2::from(cut.size()));
        painter.add(picture(lay.larger(times, pointer).corners(whole), texture));
        painter.rect_stroke(glass, CornerRadius::ZERO, tokens.focus_ring(), StrokeKind::Inside);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Crosshair);
    }
}

fn picture(corners: [Pos2; 4], texture: TextureId) -> Shape {
    let mut mesh = Mesh::with_texture(texture);
    let uvs = [pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 1.0), pos2(0.0, 1.0)];
    for (pos, uv) in corners.into_iter().zip(uvs) {
        mesh.vertices.push(egui::epaint::Vertex {
            pos,
            uv,
            color: Color32::WHITE,
        });
    }
    mesh.indices.extend([0, 1, 2, 0, 2, 3]);
    Shape::mesh(mesh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::SeenIn;
    use crate::model::Region;

    fn cut() -> Cut {
        let region = Region {
            x: 100,
            y: 100,
            width: 200,
            height: 100,
            ..Region::default()
        };
        Cut::around(&SeenIn {
            region,
            file_name: String::new(),
            kind: crate::model::photo::PhotoKind::default(),
            size: [1000, 800],
        })
        .unwrap()
    }

    const AREA: Rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 300.0));

    #[test]
    fn a_fitted_region_lies_in_the_middle_and_fits_however_it_is_turned() {
        let viewer = Viewer::default();
        for angle in [0.0, 30.0, 90.0, 200.0] {
            let lay = viewer.lay(AREA, cut(), angle);
            let inner = Rect::from_min_size(pos2(60.0, 30.0), vec2(200.0, 100.0));
            for corner in lay.corners(inner) {
                assert!(AREA.contains(corner), "{angle}: {corner:?}");
            }
            assert!((lay.point(inner.center().to_vec2()) - AREA.center()).length() < 0.01);
        }
    }

    #[test]
    fn a_quarter_turn_is_clockwise() {
        let lay = Viewer::default().lay(AREA, cut(), 90.0);
        let top = lay.point(vec2(160.0, 0.0));
        assert!(top.x > AREA.center().x && (top.y - AREA.center().y).abs() < 0.01);
    }

    #[test]
    fn zooming_leaves_the_point_under_the_pointer_where_it_is() {
        let mut viewer = Viewer::default();
        let pointer = pos2(90.0, 220.0);
        let before = viewer.lay(AREA, cut(), 20.0);
        viewer.zoom_by(AREA, before.scale, 3.0, pointer);
        let after = viewer.lay(AREA, cut(), 20.0);
        let expected = before.larger(3.0, pointer);
        assert!((after.scale - expected.scale).abs() < 1e-3);
        assert!((after.middle - expected.middle).length() < 1e-3);
    }
}
