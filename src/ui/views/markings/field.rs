//! The field in which a mark is transcribed: in the mark face, with what is uncertain or lost in its own colour as
//! one types, and what is wrong beside it.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, CCursorRange, TextFormat};
use egui::text_edit::TextEditState;
use egui::{
    Color32, Event, Galley, Id, Key, KeyboardShortcut, Modifiers, Response, Sense, TextBuffer, TextEdit, Ui,
    UiBuilder, vec2,
};

use crate::reading::notation::{Explanation, Span, SpanKind};
use crate::reading::{Notation, NotationError};
use crate::text::{t, tf};
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::Text;

/// What happened in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkEvent {
    /// Nothing.
    None,
    /// Enter: what stands there counts.
    Committed,
    /// Escape: what was typed is taken back.
    Cancelled,
}

/// What the field gives back.
pub struct MarkOutput {
    /// What happened.
    pub event: MarkEvent,
    /// The field itself.
    pub response: Response,
}

/// The id of the field, by which keys on the screen write into it.
#[must_use]
pub fn field_id() -> Id {
    Id::unique("transcription field")
}

/// Shows the field on `text`, which says `notation`.
pub fn mark_field(
    ui: &mut Ui,
    label: &Response,
    text: &mut String,
    notation: &Result<Notation, NotationError>,
) -> MarkOutput {
    let tokens = Tokens::of(ui);
    let id = field_id();
    // Both are told from the events, which the field may take out of the input.
    let pressed = |wanted| {
        ui.input(|input| {
            input.events.iter().any(|event| {
                matches!(event, Event::Key { key, pressed: true, modifiers, .. }
                    if *key == wanted && !modifiers.shift && !modifiers.alt && !modifiers.command)
            })
        })
    };
    let (enter, escape) = (pressed(Key::Enter), pressed(Key::Escape));

    let format = TextFormat::simple(Type::Mark.font(tokens), tokens.text_strong);
    let (known, written) = (sound_spans(text, notation.as_ref()), text.clone());
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let galley = script_text::field_galley(ui, text.as_str(), format.clone(), width);
        // While a key is being handled the text is ahead of what was parsed.
        if text.as_str() == written {
            coloured(&galley, text.as_str(), &colours(&known, tokens))
        } else {
            let newer = Notation::parse(text.as_str());
            let spans = sound_spans(text.as_str(), newer.as_ref());
            coloured(&galley, text.as_str(), &colours(&spans, tokens))
        }
    };
    let response = ui
        .scope(|ui| {
            if notation.is_err() {
                let visuals = ui.visuals_mut();
                visuals.widgets.inactive.bg_stroke.color = tokens.bad.text;
                visuals.widgets.hovered.bg_stroke.color = tokens.bad.text;
                visuals.selection.stroke.color = tokens.bad.text;
            }
            TextEdit::multiline(text)
                .id(id)
                .font(format.font_id.clone())
                .hint_text(t("marking-field-hint"))
                .desired_rows(1)
                .desired_width(f32::INFINITY)
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
                .layouter(&mut layouter)
                .show(ui)
                .response
                .response
        })
        .inner
        .labelled_by(label.id);
    let event = if enter && response.has_focus() {
        MarkEvent::Committed
    } else if escape && response.lost_focus() {
        MarkEvent::Cancelled
    } else {
        MarkEvent::None
    };
    MarkOutput { event, response }
}

/// The height of a line under the field, in points.
const LINE: f32 = 19.0;

/// What stands under the field: its digits in Latin ones, what is wrong and where, or what is uncertain in words. It
/// takes `lines` lines whatever there is to say, so that the field stays where it is while one types.
pub fn below(ui: &mut Ui, text: &str, notation: &Result<Notation, NotationError>, lines: usize) {
    let room = vec2(ui.available_width(), lines as f32 * LINE);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
    inside.set_clip_rect(rect.intersect(ui.clip_rect()));
    let ui = &mut inside;
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing = vec2(space::XS, 2.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let mut left = lines;
    if let Some(digits) = script_text::latin_echo(text) {
        let echo = tf("widget-latin-echo", &[("digits", digits.into())]);
        ui.add(Text::new(&echo).kind(Type::Mono).weak());
        left = left.saturating_sub(1);
    }
    match notation {
        Err(error) => {
            let place = text.get(..error.at).unwrap_or(text).chars().count() + 1;
            let words = tf(
                "marking-field-error",
                &[("place", place.into()), ("problem", error.to_string().into())],
            );
            ui.add(Text::new(&words).kind(Type::Small).color(tokens.bad.text));
        }
        // Where there is nothing to say there is room to say how it would be said.
        Ok(notation) if notation.spans().is_empty() && left == lines => {
            ui.add(Text::new(t("marking-field-signs")).kind(Type::Small).weak());
        }
        Ok(notation) => sentences(ui, text, notation, left),
    }
}

/// The sentences about what is uncertain, of which `most` lines are shown; all of them show under the pointer.
fn sentences(ui: &mut Ui, text: &str, notation: &Notation, most: usize) {
    let sentences = notation.explain();
    let spans = notation.spans();
    let shown = if sentences.len() > most {
        most.saturating_sub(1)
    } else {
        sentences.len()
    };
    let line = |ui: &mut Ui, sentence: &Explanation| {
        ui.horizontal(|ui| {
            let part = text.get(sentence.range.clone()).unwrap_or_default();
            let tokens = Tokens::of(ui);
            let color = spans
                .iter()
                .find(|span| span.range.contains(&sentence.range.start))
                .map_or(tokens.text, |span| colour(span.kind, tokens));
            ui.add(Text::new(part).kind(Type::Mono).color(color));
            ui.add(Text::new(&sentence.text).kind(Type::Small).weak().truncate());
        });
    };
    for sentence in &sentences[..shown] {
        line(ui, sentence);
    }
    if sentences.len() > shown {
        let words = tf(
            "marking-field-more",
            &[("count", (sentences.len() - shown).into())],
        );
        ui.add(Text::new(&words).kind(Type::Small).weak())
            .on_hover_ui(|ui| {
                for sentence in &sentences {
                    line(ui, sentence);
                }
            });
    }
}

/// Writes `before` and `after` around what is selected in the field, or at the cursor, and leaves the cursor
/// between them, or behind both when something was selected.
pub fn write(ui: &Ui, text: &mut String, before: &str, after: &str) {
    let id = field_id();
    let mut state = TextEditState::load(ui, id).unwrap_or_default();
    let length = text.chars().count();
    let range = state.cursor.char_range().map_or(length..length, |range| {
        let range = range.as_sorted_char_range();
        range.start.0.min(length)..range.end.0.min(length)
    });
    let cursor = insert(text, range, before, after);
    state
        .cursor
        .set_char_range(Some(CCursorRange::one(CCursor::new(cursor))));
    state.store(ui, id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Writes `sign` at the cursor; where `join` says so, it becomes one with the character before.
pub fn write_joined(ui: &Ui, text: &mut String, sign: &str, join: fn(char, char) -> Option<String>) {
    let at = cursor(ui, text);
    let byte = |text: &str, place: usize| text.char_indices().nth(place).map_or(text.len(), |(at, _)| at);
    let mut chars = sign.chars();
    let together = match (
        at.checked_sub(1).and_then(|last| text.chars().nth(last)),
        chars.next(),
        chars.next(),
    ) {
        (Some(last), Some(next), None) => join(last, next),
        _ => None,
    };
    match together {
        Some(together) => {
            text.replace_range(byte(text, at - 1)..byte(text, at), &together);
            select(
                ui,
                at - 1 + together.chars().count(),
                at - 1 + together.chars().count(),
            );
        }
        None => write(ui, text, sign, ""),
    }
}

/// Where the cursor stands in the field, in characters; at the end when the field was never used.
#[must_use]
pub fn cursor(ui: &Ui, text: &str) -> usize {
    let length = text.chars().count();
    TextEditState::load(ui, field_id())
        .and_then(|state| state.cursor.char_range())
        .map_or(length, |range| range.as_sorted_char_range().end.0.min(length))
}

/// Selects the next gap (`{.?}`, `{.}`, `[.3]`) from the character `from` on, or from the start when there is none behind,
/// so that what is typed takes its place.
pub fn select_gap(ui: &Ui, text: &str, from: usize) {
    let Ok(notation) = Notation::parse(text) else {
        return;
    };
    let gaps: Vec<Range<usize>> = notation
        .spans()
        .into_iter()
        .filter(|span| matches!(span.kind, SpanKind::Illegible | SpanKind::Lost))
        .map(|span| {
            let place = |byte: usize| text[..byte].chars().count();
            place(span.range.start)..place(span.range.end)
        })
        .collect();
    let next = gaps.iter().find(|gap| gap.start >= from).or(gaps.first());
    if let Some(gap) = next {
        select(ui, gap.start, gap.end);
    }
}

/// Selects these characters of the field and gives it the keyboard.
fn select(ui: &Ui, from: usize, to: usize) {
    let id = field_id();
    let mut state = TextEditState::load(ui, id).unwrap_or_default();
    state
        .cursor
        .set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    state.store(ui, id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Puts `before` and `after` around the characters `range`; where the cursor then belongs.
fn insert(text: &mut String, range: Range<usize>, before: &str, after: &str) -> usize {
    let byte = |text: &str, place: usize| text.char_indices().nth(place).map_or(text.len(), |(at, _)| at);
    text.insert_str(byte(text, range.end), after);
    text.insert_str(byte(text, range.start), before);
    let between = range.end + before.chars().count();
    if range.is_empty() {
        between
    } else {
        between + after.chars().count()
    }
}

/// A transcription in the mono face, with some of its bytes in colours of their own.
pub fn painted(ui: &mut Ui, text: &str, spans: &[(Range<usize>, Color32)]) -> Response {
    let tokens = Tokens::of(ui);
    let format = TextFormat::simple(Type::Mono.font(tokens), tokens.text_strong);
    let galley = script_text::field_galley(ui, text, format, f32::INFINITY);
    let painted = coloured(&galley, text, spans);
    let (rect, response) = ui.allocate_exact_size(painted.size(), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, text));
    ui.painter().galley(rect.min, painted, tokens.text_strong);
    response
}

/// The colour of a part of a transcription.
#[must_use]
pub fn colour(kind: SpanKind, tokens: &Tokens) -> Color32 {
    match kind {
        SpanKind::Uncertain | SpanKind::Choice => tokens.warn.text,
        SpanKind::Illegible | SpanKind::Lost => tokens.bad.text,
        SpanKind::Restored => tokens.info.text,
        SpanKind::Symbol | SpanKind::Direction => tokens.accent,
        SpanKind::Struck | SpanKind::Break => tokens.text_weak,
    }
}

/// The spans of a text as far as it is sound.
fn sound_spans(text: &str, notation: Result<&Notation, &NotationError>) -> Vec<Span> {
    match notation {
        Ok(notation) => notation.spans(),
        Err(error) => text
            .get(..error.at)
            .and_then(|sound| Notation::parse(sound).ok())
            .map(|sound| sound.spans())
            .unwrap_or_default(),
    }
}

fn colours(spans: &[Span], tokens: &Tokens) -> Vec<(Range<usize>, Color32)> {
    spans
        .iter()
        .map(|span| (span.range.clone(), colour(span.kind, tokens)))
        .collect()
}

/// The galley of a field with the bytes of each span in its colour. Every glyph stays where it is: colours must not
/// cut the text into other shaping runs, or words that run from right to left would fall apart.
pub fn coloured(galley: &Arc<Galley>, text: &str, spans: &[(Range<usize>, Color32)]) -> Arc<Galley> {
    if spans.is_empty() {
        return Arc::clone(galley);
    }
    let mut painted = Galley::clone(galley);
    let mut characters = text.char_indices();
    for placed in &mut painted.rows {
        let mut row = (*placed.row).clone();
        for glyph in &row.glyphs {
            let Some((at, _)) = characters.next() else { break };
            let color = spans
                .iter()
                .find(|(span, _)| span.contains(&at))
                .map(|(_, color)| *color);
            if let Some(color) = color
                && !glyph.uv_rect.is_nothing()
            {
                let first = glyph.first_vertex as usize;
                for vertex in row.visuals.mesh.vertices.iter_mut().skip(first).take(4) {
                    vertex.color = color;
                }
            }
        }
        placed.row = Arc::new(row);
        if placed.ends_with_newline {
            characters.next();
        }
    }
    Arc::new(painted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inserted(text: &str, range: Range<usize>, before: &str, after: &str) -> (String, usize) {
        let mut text = text.to_owned();
        let cursor = insert(&mut text, range, before, after);
        (text, cursor)
    }

    #[test]
    fn signs_are_put_around_what_is_selected() {
        assert_eq!(inserted("113", 2..3, "{", "?}"), ("11{3?}".to_owned(), 6));
        assert_eq!(inserted("주체113", 2..3, "[", "]"), ("주체[1]13".to_owned(), 5));
    }

    #[test]
    fn without_a_selection_the_cursor_waits_between_the_signs() {
        assert_eq!(inserted("11", 2..2, "{", "?}"), ("11{?}".to_owned(), 3));
        assert_eq!(inserted("", 0..0, "{.}", ""), ("{.}".to_owned(), 3));
    }

    /// The characters of the galley whose glyphs have `color`.
    fn characters_of(galley: &Galley, color: Color32) -> String {
        let mut found = String::new();
        for placed in &galley.rows {
            for glyph in &placed.row.glyphs {
                let vertex = placed.row.visuals.mesh.vertices.get(glyph.first_vertex as usize);
                if vertex.is_some_and(|vertex| vertex.color == color) && !glyph.uv_rect.is_nothing() {
                    found.push(glyph.chr);
                }
            }
        }
        found
    }

    #[test]
    fn colours_are_laid_on_the_characters_of_their_span_in_any_script() {
        for (text, expected) in [
            ("11{3?}", "{3?}"),
            ("SN-{۳?} ۱۲", "{۳?}"),
            ("سلاح {۴/۵}", "{۴/۵}"),
            ("주체 1{.}3", "{.}"),
        ] {
            let mut found = String::new();
            crate::ui::fonts::in_a_frame(|ui| {
                let format = TextFormat::simple(Type::Mark.font(Tokens::of(ui)), Color32::BLACK);
                let galley = script_text::field_galley(ui, text, format, f32::INFINITY);
                let spans = Notation::parse(text).unwrap().spans();
                let marks: Vec<_> = spans
                    .iter()
                    .map(|span| (span.range.clone(), Color32::RED))
                    .collect();
                found = characters_of(&coloured(&galley, text, &marks), Color32::RED);
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
