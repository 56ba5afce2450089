//! The ground of the map: sea and land, coasts and borders, degrees, and names. All of it comes with the program.

use egui::{Align2, Color32, FontId, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::analysis::map::names::Names;
use crate::model::place::mercator::{Bounds, Camera, Spot, graticule_step, project};
use crate::model::place::outlines::Detail;
use crate::ui::theme::{Theme, Tokens, Type};

/// How the square lies on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// Where the map is drawn.
    pub rect: Rect,
    /// How it lies in there.
    pub camera: Camera,
}

impl Sheet {
    /// Where a place on the square is on the screen.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Pos2 {
        let (x, y) = self.camera.on_view(spot);
        self.rect.min + vec2(x as f32, y as f32)
    }

    /// As [`Sheet::at`], for the turn that is nearest to the middle.
    #[must_use]
    pub fn nearest(&self, spot: Spot) -> Pos2 {
        let (x, y) = self.camera.nearest_on_view(spot);
        self.rect.min + vec2(x as f32, y as f32)
    }

    /// The place on the square under a point of the screen.
    #[must_use]
    pub fn spot(&self, at: Pos2) -> Spot {
        let off = at - self.rect.min;
        self.camera.spot((f64::from(off.x), f64::from(off.y)))
    }
}

/// Sea, and land as far as it is unpacked.
pub fn surface(painter: &Painter, tokens: &Tokens, sheet: &Sheet, detail: Option<&Detail>) {
    painter.rect_filled(sheet.rect, 0.0, tokens.sunken);
    let view = sheet.camera.bounds();
    let scale = sheet.camera.scale() as f32;
    let mut mesh = Mesh::default();
    for land in detail.iter().flat_map(|detail| &detail.lands) {
        for turn in view.turns(land.bounds) {
            let corner = sheet.at((land.bounds.min.0 + turn, land.bounds.min.1));
            let first = mesh.vertices.len() as u32;
            for [x, y] in &land.points {
                mesh.colored_vertex(corner + vec2(x * scale, y * scale), tokens.raised);
            }
            mesh.indices
                .extend(land.triangles.iter().map(|place| first + place));
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// Degrees, in round steps.
pub fn graticule(painter: &Painter, tokens: &Tokens, sheet: &Sheet) {
    let step = graticule_step(sheet.camera.scale(), 110.0);
    let view = sheet.camera.bounds();
    let stroke = Stroke::new(1.0, tokens.line.gamma_multiply(0.6));
    let degrees = |x: f64| (x - 0.5) * 360.0;
    let (west, east) = (degrees(view.min.0), degrees(view.max.0));
    for line in (west / step).ceil() as i64..=(east / step).floor() as i64 {
        let x = sheet.at((line as f64 * step / 360.0 + 0.5, 0.5)).x;
        painter.vline(x, sheet.rect.y_range(), stroke);
    }
    let most = (85.0 / step).floor() as i64;
    for line in -most..=most {
        let y = sheet.at(project((line as f64 * step, 0.0))).y;
        if sheet.rect.y_range().contains(y) {
            painter.hline(sheet.rect.x_range(), y, stroke);
        }
    }
}

/// Coasts and borders.
pub fn lines(painter: &Painter, tokens: &Tokens, sheet: &Sheet, detail: &Detail) {
    let view = sheet.camera.bounds();
    let scale = sheet.camera.scale() as f32;
    let strong = if tokens.theme == Theme::HighContrast {
        1.0
    } else {
        0.55
    };
    let coast = Stroke::new(1.0, tokens.text_weak.gamma_multiply(strong));
    let border = Stroke::new(1.0, tokens.text_weak.gamma_multiply(strong * 0.75));
    for line in &detail.lines {
        for turn in view.turns(line.bounds) {
            let corner = sheet.at((line.bounds.min.0 + turn, line.bounds.min.1));
            let points: Vec<Pos2> = line
                .points
                .iter()
                .map(|[x, y]| corner + vec2(x * scale, y * scale))
                .collect();
            if line.is_border {
                // In dashes, as a border is drawn on paper: it is no thing that one sees on the ground.
                painter.extend(Shape::dashed_line(&points, border, 5.0, 3.0));
            } else {
                painter.add(Shape::line(points, coast));
            }
        }
    }
}

/// Names of countries and towns, but for those that a base map covers. They were chosen for a zoom near this one.
pub fn names(painter: &Painter, tokens: &Tokens, sheet: &Sheet, names: &Names, covered: &[Rect]) {
    let view = sheet.camera.bounds();
    let beyond = 120.0 / sheet.camera.scale();
    let area = Bounds {
        min: (view.min.0 - beyond, view.min.1 - beyond),
        max: (view.max.0 + beyond, view.max.1 + beyond),
    };
    let halo = tokens.raised;
    for (name, turn) in names.within(area) {
        let at = sheet.at((name.at.0 + turn, name.at.1));
        if covered.iter().any(|rect| rect.contains(at)) {
            continue;
        }
        if name.is_country {
            let font = Type::Strong.font(tokens);
            lettered(
                painter,
                at,
                Align2::CENTER_CENTER,
                name.text,
                font,
                tokens.text_weak,
                halo,
            );
        } else {
            let ink = if name.population >= 300_000 {
                tokens.text
            } else {
                tokens.text_weak
            };
            painter.circle_filled(at, 1.6, ink);
            let font = Type::Small.font(tokens);
            lettered(
                painter,
                at + vec2(5.0, 0.0),
                Align2::LEFT_CENTER,
                name.text,
                font,
                ink,
                halo,
            );
        }
    }
}

/// Letters with a thin edge in the colour of land, so that lines under them do not cross them out.
pub(super) fn lettered(
    painter: &Painter,
    at: Pos2,
    anchor: Align2,
    text: &str,
    font: FontId,
    ink: Color32,
    halo: Color32,
) {
    let galley = painter.layout_no_wrap(text.to_owned(), font, ink);
    let rect = anchor.anchor_size(at, galley.size());
    for off in [vec2(-1.0, 0.0), vec2(1.0, 0.0), vec2(0.0, -1.0), vec2(0.0, 1.0)] {
        painter.galley_with_override_text_color(rect.min + off, galley.clone(), halo);
    }
    painter.galley(pos2(rect.left(), rect.top()), galley, ink);
}
