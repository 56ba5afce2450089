//! The glyphs of a text field's galley, one for each character. egui counts on that for its cursor and
//! for what a key deletes, but lays down more than one glyph a letter where a word runs from right to
//! left: without the repair, a key pressed behind such a word would change another character than the
//! one at the cursor.

use std::sync::Arc;

use egui::epaint::text::Glyph;
use egui::text::TextFormat;
use egui::{Context, Galley, pos2};

/// `galley` with exactly one glyph for each character of `pieces`, of which it was laid out. What is drawn stays the same.
/// `None` if a word is broken inside, where its glyphs cannot be told apart.
pub(super) fn one_for_each_character(
    ctx: &Context,
    galley: &Arc<Galley>,
    pieces: &[String],
    format: &TextFormat,
) -> Option<Arc<Galley>> {
    let mut repaired = Galley::clone(galley);
    let mut pieces = pieces.iter();
    for placed in &mut repaired.rows {
        let mut row = (*placed.row).clone();
        let mut left: &[Glyph] = &placed.row.glyphs;
        row.glyphs.clear();
        while !left.is_empty() {
            let Some(piece) = pieces.next() else {
                row.glyphs.extend_from_slice(left);
                break;
            };
            let line_ends = piece.chars().filter(|c| *c == '\n').count();
            let alone: usize = super::alone(ctx, piece, format)
                .rows
                .iter()
                .map(|row| row.glyphs.len())
                .sum();
            let (of_piece, rest) = left.split_at_checked(alone)?;
            left = rest;
            let count = piece.chars().count() - line_ends;
            if of_piece.len() == count {
                row.glyphs.extend_from_slice(of_piece);
            } else {
                row.glyphs.extend(backward_word(piece, of_piece));
            }
        }
        placed.row = Arc::new(row);
    }
    Some(Arc::new(repaired))
}

/// The glyphs of a right-to-left word in the order of its letters. Each stands at the right edge of its
/// letter, which is where the cursor before that letter belongs.
fn backward_word(word: &str, drawn: &[Glyph]) -> Vec<Glyph> {
    let mut letters = drawn
        .iter()
        .rev()
        .filter(|glyph| glyph.advance_width > 0.0 || !glyph.uv_rect.is_nothing())
        .peekable();
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut edge = drawn
        .iter()
        .map(|glyph| glyph.pos.x + glyph.advance_width)
        .fold(f32::MIN, f32::max);
    let Some(pattern) = drawn.first() else {
        return glyphs;
    };
    for chr in word.chars() {
        let mut glyph = *pattern;
        glyph.chr = chr;
        glyph.pos = pos2(edge, pattern.pos.y);
        glyph.advance_width = 0.0;
        if let Some(letter) = letters.next_if(|letter| letter.chr == chr) {
            glyph.uv_rect = letter.uv_rect;
            glyph.first_vertex = letter.first_vertex;
            edge = letter.pos.x;
        }
        glyphs.push(glyph);
    }
    glyphs
}
