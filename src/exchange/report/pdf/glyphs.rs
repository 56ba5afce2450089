//! Lines of a text as glyphs, each with the letters that it stands for.

use std::collections::HashMap;
use std::ops::Range;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::Text;
use super::emit::fill;

/// Lines of a text, the upper edge of the first of them at `at`.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    text: &Text,
    (from, to): (usize, usize),
    at: (f32, f32),
    faces: &mut HashMap<u64, Option<Font>>,
) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(text.ink)));
    let above: f32 = text
        .layout
        .lines()
        .take(from)
        .map(|line| line.metrics().line_height)
        .sum();
    for line in text.layout.lines().skip(from).take(to - from) {
        let y = at.1 + line.metrics().baseline - above;
        let mut x = at.0 + line.metrics().offset;
        for run in line.runs() {
            let (data, id) = run.font().data.clone().into_raw_parts();
            let index = run.font().index;
            let face = faces.entry(id).or_insert_with(|| Font::new(data.into(), index));
            let size = run.font_size();
            let start = x;
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            // From right to left the other letters of a ligature are met before the one that holds its glyph.
            let mut ahead: Option<Range<usize>> = None;
            for cluster in run.visual_clusters() {
                let own = cluster.text_range();
                if cluster.is_ligature_continuation() {
                    if run.is_rtl() {
                        ahead = Some(ahead.map_or(own.clone(), |more| joined(&own, &more)));
                    } else if let Some(first) = glyphs.last().map(|glyph| glyph.text_range.clone()) {
                        let all = glyphs.iter_mut().rev();
                        for glyph in all.take_while(|glyph| glyph.text_range == first) {
                            glyph.text_range = joined(&first, &own);
                        }
                    }
                    continue;
                }
                let range = ahead.take().map_or(own.clone(), |more| joined(&own, &more));
                let words = text.words.get(range.clone()).unwrap_or_default();
                let is_control = words.chars().all(char::is_control);
                for glyph in cluster.glyphs() {
                    if !is_control {
                        glyphs.push(KrillaGlyph::new(
                            GlyphId::new(glyph.id),
                            glyph.advance / size,
                            glyph.x / size,
                            glyph.y / size,
                            0.0,
                            range.clone(),
                            None,
                        ));
                    }
                    x += glyph.advance;
                }
            }
            if let (Some(face), false) = (face.clone(), glyphs.is_empty()) {
                surface.draw_glyphs(Point::from_xy(start, y), &glyphs, face, &text.words, size, false);
            }
        }
    }
}

fn joined(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
