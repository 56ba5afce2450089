//! Text of any script, in the true order of its digits. egui shapes text but knows no bidirectional
//! order: it draws a run of Persian or Arabic digits backwards, so that the mark ۱۲۳ shows as ۳۲۱, and
//! puts the words of a right-to-left phrase in left-to-right order. In a program whose findings rest on
//! such digits that is a false statement. Every text that a person wrote is therefore laid out here: for
//! reading by [`galley`], which orders each line as the Unicode Bidirectional Algorithm says (UAX #9),
//! and for typing by [`field_galley`], which keeps the logical order, so that the cursor and what is stored agree.

use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Context, Galley, Pos2, Rect, Ui, vec2};
use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

/// What stands for the rest of a line that was cut.
const ELLIPSIS: &str = "…";
/// U+200F: the sign before it belongs to what runs from right to left. It has no picture.
const END_FROM_RIGHT: &str = "\u{200F}";

/// Whether `c` is a digit (or a sign between digits) that egui would draw in the wrong order.
fn is_eastern_digit(c: char) -> bool {
    matches!(c, '\u{0660}'..='\u{066C}' | '\u{06F0}'..='\u{06F9}')
}

/// Whether `text` holds anything that egui would put in a wrong order.
#[must_use]
pub fn needs_care(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{0590}'..='\u{08FF}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
    })
}

/// The same digits as 0 to 9, to show beside a text whose digits the reader may not know: `None` if it
/// has only such digits as the reader does. Everything but the digits stays as it is.
#[must_use]
pub fn latin_echo(text: &str) -> Option<String> {
    let latin = |c: char| {
        let zero = match c {
            '\u{0660}'..='\u{0669}' => 0x0660,
            '\u{06F0}'..='\u{06F9}' => 0x06F0,
            '\u{0966}'..='\u{096F}' => 0x0966,
            '\u{FF10}'..='\u{FF19}' => 0xFF10,
            _ => return c,
        };
        char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
    };
    let echo: String = text.chars().map(latin).collect();
    (echo != text).then_some(echo)
}

/// One line of `text` for reading: in visual order, each Eastern digit a shaping run of its own.
/// For text that may be broken into several lines use [`galley`].
#[must_use]
pub fn layout_job(text: &str, format: TextFormat) -> LayoutJob {
    if needs_care(text) {
        job(&visual_pieces(text), format)
    } else {
        LayoutJob::single_section(text.to_owned(), format)
    }
}

/// One line of `text` for reading, cut at `width` points with an ellipsis at its end: at the left of what runs from right
/// to left, whose beginning is at the right.
#[must_use]
pub fn one_line(ctx: &Context, text: &str, format: TextFormat, width: f32) -> Arc<Galley> {
    let mut whole = layout_job(text, format.clone());
    if !needs_care(text) {
        whole.wrap = TextWrapping::truncate_at_width(width);
        return ctx.fonts_mut(|fonts| fonts.layout_job(whole));
    }
    let galley = ctx.fonts_mut(|fonts| fonts.layout_job(whole));
    if galley.size().x <= width {
        return galley;
    }
    let mut pieces = visual_pieces(&cut(ctx, text, &format, width));
    pieces.retain(|piece| piece != END_FROM_RIGHT);
    let mut shown = Arc::unwrap_or_clone(ctx.fonts_mut(|fonts| fonts.layout_job(job(&pieces, format))));
    shown.elided = true;
    Arc::new(shown)
}

/// The beginning of a line that fits in `width` points, and an ellipsis.
fn cut(ctx: &Context, text: &str, format: &TextFormat, width: f32) -> String {
    let mut kept = String::new();
    let mut filled = self::width(ctx, ELLIPSIS, format);
    for piece in logical_pieces(text) {
        let wide = self::width(ctx, &piece, format);
        if filled + wide <= width {
            filled += wide;
            kept.push_str(&piece);
            continue;
        }
        // Letters that join take other forms when their word is cut, so such a word goes as a whole.
        if kept.is_empty() || !needs_care(&piece) {
            for letter in piece.chars() {
                filled += self::width(ctx, letter.encode_utf8(&mut [0; 4]), format);
                if filled > width {
                    break;
                }
                kept.push(letter);
            }
        }
        break;
    }
    kept.truncate(kept.trim_end().len());
    let is_strong = |class: &BidiClass| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL);
    let last = kept.chars().rev().map(bidi_class).find(is_strong);
    kept.push_str(ELLIPSIS);
    if last.is_some_and(|class| class != BidiClass::L) {
        kept.push_str(END_FROM_RIGHT);
    }
    kept
}

/// Paints one line of `text` from `at` on, in at most `width` points; `true` when it had to be cut.
pub fn paint_line(ui: &Ui, text: &str, format: TextFormat, at: Pos2, width: f32) -> bool {
    let ink = format.color;
    let galley = one_line(ui.ctx(), text, format, width);
    let room = Rect::from_min_size(at, vec2(width, galley.size().y));
    let is_cut = galley.elided || galley.size().x > width;
    ui.painter()
        .with_clip_rect(room.intersect(ui.clip_rect()))
        .galley(at, galley, ink);
    is_cut
}

/// `text` for a text field: in logical order, each Eastern digit a shaping run of its own.
#[must_use]
pub fn field_job(text: &str, format: TextFormat) -> LayoutJob {
    if needs_care(text) {
        job(&logical_pieces(text), format)
    } else {
        LayoutJob::single_section(text.to_owned(), format)
    }
}

/// Lays out `text` for reading, broken at `max_width` points. Lines are broken in logical order and then
/// each is put in visual order, so that a phrase that runs from right to left begins on its first line.
#[must_use]
pub fn galley(ctx: &Context, text: &str, format: TextFormat, max_width: f32) -> Arc<Galley> {
    if !needs_care(text) {
        let mut plain = LayoutJob::single_section(text.to_owned(), format);
        plain.wrap.max_width = max_width;
        return ctx.fonts_mut(|fonts| fonts.layout_job(plain));
    }
    let mut pieces = Vec::new();
    for (index, line) in broken(ctx, text, &format, max_width).iter().enumerate() {
        if index > 0 {
            pieces.push("\n".to_owned());
        }
        pieces.extend(visual_pieces(line));
    }
    ctx.fonts_mut(|fonts| fonts.layout_job(job(&pieces, format)))
}

/// Lays out a text field's text, for `TextEdit::layouter`.
#[must_use]
pub fn field_galley(ui: &Ui, text: &str, format: TextFormat, max_width: f32) -> Arc<Galley> {
    let lay_out = |pieces: &[String]| {
        let mut job = job(pieces, format.clone());
        job.wrap.max_width = max_width;
        job.keep_trailing_whitespace = true;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    if !needs_care(text) {
        return lay_out(&[text.to_owned()]);
    }
    let pieces = logical_pieces(text);
    let galley = lay_out(&pieces);
    glyphs::one_for_each_character(ui, &galley, &pieces, &format).unwrap_or_else(|| {
        // The line is too narrow for a word: without its joins each part keeps its letters.
        let letters: Vec<String> = text.chars().map(String::from).collect();
        lay_out(&letters)
    })
}

/// The width of a piece of text that stands alone, in points.
fn width(ctx: &Context, piece: &str, format: &TextFormat) -> f32 {
    alone(ctx, piece, format).size().x
}

/// A piece of text laid out by itself. egui keeps the result, so that asking again costs little.
fn alone(ctx: &Context, piece: &str, format: &TextFormat) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(piece.to_owned(), format.clone());
    job.keep_trailing_whitespace = true;
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Breaks `text` at its line ends, and at spaces where a line would be wider than `max_width`.
fn broken(ctx: &Context, text: &str, format: &TextFormat, max_width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut filled = 0.0;
        for word in paragraph.split_inclusive(char::is_whitespace) {
            let ink: f32 = logical_pieces(word.trim_end())
                .iter()
                .map(|piece| width(ctx, piece, format))
                .sum();
            if filled + ink > max_width && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
                filled = 0.0;
            }
            line.push_str(word);
            filled += ink + width(ctx, &word[word.trim_end().len()..], format);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// A job with one section for each piece. Not by `LayoutJob::append`, which would join pieces of one
/// format into a single shaping run and so undo what the pieces are for.
fn job(pieces: &[String], format: TextFormat) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let start = ByteIndex(job.text.len());
        job.text.push_str(piece);
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: start..ByteIndex(job.text.len()),
            format: format.clone(),
        });
    }
    if job.sections.is_empty() {
        return LayoutJob::single_section(String::new(), format);
    }
    job
}

/// What a character is, as far as cutting into pieces goes.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    /// A letter of a script that runs from right to left.
    BackwardLetter,
    /// A letter or digit of any other script.
    ForwardLetter,
    Space,
    /// A sign, or a digit that egui would turn around: always a piece of its own.
    Single,
}

fn kind(c: char, before: Option<Kind>) -> Kind {
    if is_eastern_digit(c) {
        Kind::Single
    } else if c.is_whitespace() {
        Kind::Space
    } else if joins_a_word(c) {
        before.unwrap_or(Kind::Single)
    } else if !c.is_alphanumeric() {
        Kind::Single
    } else if matches!(bidi_class(c), BidiClass::R | BidiClass::AL) {
        Kind::BackwardLetter
    } else {
        Kind::ForwardLetter
    }
}

/// Cuts `text` into words, spaces, single signs and single Eastern digits, in the order in which they stand.
fn logical_pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        let now = kind(c, before);
        match pieces.last_mut() {
            Some(piece) if before == Some(now) && now != Kind::Single => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(now);
    }
    pieces
}

/// Cuts one line into pieces and puts them in the order in which they are seen from left to right.
fn visual_pieces(line: &str) -> Vec<String> {
    let bidi = BidiInfo::new(line, None);
    let mut pieces = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let backwards = levels[run.start].is_rtl();
            let text = &line[run];
            if backwards {
                // The shaper turns each word around by itself; words, and the signs between them, are
                // put in order here, and signs that point are mirrored (UAX #9, rule L4).
                let words = logical_pieces(text).into_iter().rev();
                pieces.extend(words.map(|word| word.chars().map(mirrored).collect()));
            } else {
                pieces.extend(logical_pieces(text));
            }
        }
    }
    pieces
}

/// Marks above and below letters, the joiners and the tatweel belong to the word that they stand in.
fn joins_a_word(c: char) -> bool {
    matches!(c, '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}'
        | '\u{0670}' | '\u{06D6}'..='\u{06ED}' | '\u{200C}' | '\u{200D}')
}

/// The sign that looks from right to left as `c` does from left to right.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        other => other,
    }
}

mod glyphs;
#[cfg(test)]
mod tests;
