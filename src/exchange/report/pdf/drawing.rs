//! Drawings on a page as lines and letters, not as pixels: sharp at any size, and their words can be found.
//!
//! It draws what the program's own drawings are made of (paths, plain colours, gradients along a line, text, clips and
//! opacity) and refuses the rest, so that nothing of a drawing is left out unseen.

use std::collections::HashMap;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint, SpreadMethod, Stop, Stroke, StrokeDash,
};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::tiny_skia::{PathSegment, Transform as From};
use resvg::usvg::layout::{PositionedGlyph, Span};
use resvg::usvg::{self, Group, Node, PaintOrder, Tree, fontdb};

/// The faces of drawings, each as the PDF holds it.
pub(super) type Faces = HashMap<fontdb::ID, Option<Font>>;

/// Draws a drawing with its upper left corner at `at`, `scale` points for each of its units.
///
/// # Errors
/// With the name of the first part that is of a kind that isn't drawn.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    tree: &Tree,
    at: (f32, f32),
    scale: f32,
    faces: &mut Faces,
) -> Result<(), String> {
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, at.0, at.1));
    let drawn = Drawing {
        faces,
        all: tree.fontdb(),
    }
    .group(surface, tree.root());
    surface.pop();
    drawn
}

struct Drawing<'a> {
    faces: &'a mut Faces,
    all: &'a fontdb::Database,
}

impl Drawing<'_> {
    fn group(&mut self, surface: &mut Surface<'_>, group: &Group) -> Result<(), String> {
        if group.mask().is_some() || !group.filters().is_empty() {
            return Err("mask or filter".to_owned());
        }
        surface.push_transform(&placed(group.transform()));
        let mut pushed = 1;
        if let Some(clip) = group.clip_path() {
            surface.push_clip_path(&clipped(clip)?, &FillRule::NonZero);
            pushed += 1;
        }
        let opacity = normal(group.opacity().get());
        if opacity != NormalizedF32::ONE {
            surface.push_opacity(opacity);
            pushed += 1;
        }
        for node in group.children() {
            match node {
                Node::Group(within) => self.group(surface, within)?,
                Node::Path(path) => drawn(surface, path)?,
                Node::Text(text) => {
                    for span in text.layouted().iter().filter(|span| span.visible) {
                        self.span(surface, span)?;
                    }
                }
                Node::Image(_) => return Err("picture in a drawing".to_owned()),
            }
        }
        for _ in 0..pushed {
            surface.pop();
        }
        Ok(())
    }

    /// The glyphs of a text that look alike: those of one face on one line are drawn together.
    fn span(&mut self, surface: &mut Surface<'_>, span: &Span) -> Result<(), String> {
        let is_one = |one: &PositionedGlyph, next: &PositionedGlyph| {
            one.font == next.font && (one.transform().ty - next.transform().ty).abs() < 0.001
        };
        for run in span.positioned_glyphs.chunk_by(is_one) {
            let (Some(first), Some(face)) = (run.first(), run.first().and_then(|one| self.face(one.font)))
            else {
                continue;
            };
            let size = first.font_size();
            let back = face.units_per_em() / size;
            let from = first.transform();
            let mut words = String::new();
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            for (nth, glyph) in run.iter().enumerate() {
                // A control; the number of a character that no face has was put in its place before.
                if glyph.id.0 == 0 {
                    continue;
                }
                let x = glyph.transform().tx;
                let next = run.get(nth + 1).map_or(x, |next| next.transform().tx);
                let start = words.len();
                words.push_str(&glyph.text);
                glyphs.push(KrillaGlyph::new(
                    GlyphId::new(glyph.id.0),
                    (next - x) / size,
                    0.0,
                    0.0,
                    0.0,
                    start..words.len(),
                    None,
                ));
            }
            if glyphs.is_empty() {
                continue;
            }
            surface.push_transform(&placed(from.pre_concat(From::from_scale(back, back))));
            let mut put = |fill: Option<Fill>, stroke: Option<Stroke>, is_outline: bool| {
                surface.set_fill(fill);
                surface.set_stroke(stroke);
                surface.draw_glyphs(
                    Point::from_xy(0.0, 0.0),
                    &glyphs,
                    face.clone(),
                    &words,
                    size,
                    is_outline,
                );
            };
            let (fill, stroke) = (
                span.fill.as_ref().map(filled).transpose()?,
                span.stroke.as_ref().map(stroked).transpose()?,
            );
            // What lies below the letters is no text of its own.
            let is_below = span.paint_order == PaintOrder::StrokeAndFill;
            match (fill, stroke) {
                (Some(fill), Some(stroke)) if is_below => {
                    put(None, Some(stroke), true);
                    put(Some(fill), None, false);
                }
                (None, None) => {}
                (fill, stroke) => put(fill, stroke, false),
            }
            surface.pop();
        }
        Ok(())
    }

    fn face(&mut self, id: fontdb::ID) -> Option<Font> {
        let all = self.all;
        let read = || all.with_face_data(id, |data, index| Font::new(data.to_vec().into(), index))?;
        self.faces.entry(id).or_insert_with(read).clone()
    }
}

fn drawn(surface: &mut Surface<'_>, path: &usvg::Path) -> Result<(), String> {
    let (fill, stroke) = (
        path.fill().map(filled).transpose()?,
        path.stroke().map(stroked).transpose()?,
    );
    let mut builder = PathBuilder::new();
    lined(&mut builder, path, From::identity());
    if let (true, Some(line)) = (
        path.is_visible() && (fill.is_some() || stroke.is_some()),
        builder.finish(),
    ) {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&line);
    }
    Ok(())
}

fn clipped(clip: &usvg::ClipPath) -> Result<Path, String> {
    let mut builder = PathBuilder::new();
    for node in clip.root().children() {
        let Node::Path(path) = node else {
            return Err("clip of other than paths".to_owned());
        };
        lined(&mut builder, path, clip.transform());
    }
    builder.finish().ok_or_else(|| "empty clip".to_owned())
}

fn lined(builder: &mut PathBuilder, path: &usvg::Path, by: From) {
    let Some(data) = path.data().clone().transform(by) else {
        return;
    };
    for segment in data.segments() {
        match segment {
            PathSegment::MoveTo(to) => builder.move_to(to.x, to.y),
            PathSegment::LineTo(to) => builder.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => builder.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(by, then, to) => builder.cubic_to(by.x, by.y, then.x, then.y, to.x, to.y),
            PathSegment::Close => builder.close(),
        }
    }
}

fn placed(by: From) -> Transform {
    Transform::from_row(by.sx, by.ky, by.kx, by.sy, by.tx, by.ty)
}

fn normal(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE)
}

fn painted(paint: &usvg::Paint) -> Result<Paint, String> {
    let color = |color: usvg::Color| rgb::Color::new(color.red, color.green, color.blue);
    match paint {
        usvg::Paint::Color(one) => Ok(color(*one).into()),
        usvg::Paint::LinearGradient(fade) => {
            let stop = |stop: &usvg::Stop| Stop {
                offset: normal(stop.offset().get()),
                color: color(stop.color()).into(),
                opacity: normal(stop.opacity().get()),
            };
            Ok(LinearGradient {
                x1: fade.x1(),
                y1: fade.y1(),
                x2: fade.x2(),
                y2: fade.y2(),
                transform: placed(fade.transform()),
                spread_method: SpreadMethod::Pad,
                stops: fade.stops().iter().map(stop).collect(),
                anti_alias: false,
            }
            .into())
        }
        _ => Err("pattern or round gradient".to_owned()),
    }
}

fn filled(fill: &usvg::Fill) -> Result<Fill, String> {
    Ok(Fill {
        paint: painted(fill.paint())?,
        opacity: normal(fill.opacity().get()),
        rule: match fill.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        },
    })
}

fn stroked(stroke: &usvg::Stroke) -> Result<Stroke, String> {
    Ok(Stroke {
        paint: painted(stroke.paint())?,
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: normal(stroke.opacity().get()),
        dash: stroke.dasharray().map(|array| StrokeDash {
            array: array.to_vec(),
            offset: stroke.dashoffset(),
        }),
    })
}
