use egui::epaint::text::Glyph;
use egui::{Color32, FontFamily, FontId};

use super::*;
use crate::ui::fonts::in_a_frame;

/// Large enough that no two digits have the same extent.
fn format() -> TextFormat {
    TextFormat::simple(FontId::new(80.0, FontFamily::Monospace), Color32::BLACK)
}

/// What a glyph looks like, free of where it stands: the size of its ink.
fn ink(glyph: &Glyph) -> [f32; 2] {
    [glyph.uv_rect.size.x, glyph.uv_rect.size.y]
}

/// Whether two inks are of one shape: they may differ by the fraction of a pixel at which they stand.
fn alike(a: [f32; 2], b: [f32; 2]) -> bool {
    (a[0] - b[0]).abs() <= 1.0 && (a[1] - b[1]).abs() <= 0.5
}

/// The digits of a galley as the eye finds them from left to right: told by the shape that is drawn,
/// not by the character that egui notes beside it.
fn seen(ui: &Ui, galley: &Galley, digits: &str) -> String {
    let known: Vec<(char, [f32; 2])> = digits
        .chars()
        .map(|digit| {
            let alone = field_galley(ui, &digit.to_string(), format(), f32::INFINITY);
            (digit, ink(&alone.rows[0].glyphs[0]))
        })
        .collect();
    for (index, (digit, look)) in known.iter().enumerate() {
        for (other, other_look) in &known[index + 1..] {
            assert!(
                !alike(*look, *other_look),
                "{digit} {look:?} and {other} {other_look:?} cannot be told apart"
            );
        }
    }
    let mut drawn: Vec<(f32, char)> = Vec::new();
    for row in &galley.rows {
        for glyph in &row.glyphs {
            if let Some((digit, _)) = known.iter().find(|(_, look)| alike(*look, ink(glyph))) {
                drawn.push((row.pos.x + glyph.pos.x, *digit));
            }
        }
    }
    drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
    drawn.into_iter().map(|(_, digit)| digit).collect()
}

#[test]
fn the_measure_itself_sees_that_egui_alone_turns_digits_around() {
    in_a_frame(|ui| {
        let plain =
            ui.fonts_mut(|fonts| fonts.layout_job(LayoutJob::single_section("۱۲۳".to_owned(), format())));
        assert_eq!(seen(ui, &plain, "۱۲۳"), "۳۲۱");
    });
}

#[test]
fn persian_and_arabic_digits_are_seen_in_the_order_in_which_they_are_stored() {
    in_a_frame(|ui| {
        for (text, digits) in [
            ("۱۲۳۵", "۱۲۳۵"),
            ("SN-۱۲۳", "۱۲۳"),
            ("۱۲۳ قطعه", "۱۲۳"),
            ("شماره ۳۲۱ قطعه", "۳۲۱"),
            ("قطعه SN-۱۲۳ شماره", "۱۲۳"),
            ("١٢٣٥ سلاح", "١٢٣٥"),
            ("سلاح ٥٣٢١", "٥٣٢١"),
        ] {
            let label = ui.fonts_mut(|fonts| fonts.layout_job(layout_job(text, format())));
            assert_eq!(seen(ui, &label, digits), digits, "label {text}");
            let wrapped = galley(ui, text, format(), 400.0);
            assert_eq!(seen(ui, &wrapped, digits), digits, "wrapped label {text}");
            let field = field_galley(ui, text, format(), f32::INFINITY);
            assert_eq!(seen(ui, &field, digits), digits, "field {text}");
        }
    });
}

#[test]
fn a_real_text_field_shows_its_digits_in_order_and_keeps_its_text() {
    in_a_frame(|ui| {
        let mut text = "SN-۱۲۳".to_owned();
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
            field_galley(ui, text.as_str(), format(), width)
        };
        let output = egui::TextEdit::singleline(&mut text)
            .layouter(&mut layouter)
            .show(ui);
        assert_eq!(seen(ui, &output.galley, "۱۲۳"), "۱۲۳");
        assert_eq!(output.galley.text(), "SN-۱۲۳");
        let places: Vec<f32> = (0..=6)
            .map(|index| {
                let cursor = egui::text::CCursor::new(egui::text::CharIndex(index));
                output.galley.pos_from_cursor(cursor).min.x
            })
            .collect();
        assert!(
            places.windows(2).all(|pair| pair[0] < pair[1]),
            "the cursor steps with the digits: {places:?}"
        );
    });
}

#[test]
fn a_field_has_the_very_characters_that_were_typed() {
    for text in ["", "113", "۱۲۳۴۵", "قطعه (SN-۱۲۳) شماره", "א ב\nג", "주체 113"] {
        assert_eq!(field_job(text, format()).text, text);
        field_job(text, format()).debug_sanity_check();
        layout_job(text, format()).debug_sanity_check();
    }
}

#[test]
fn a_phrase_from_right_to_left_has_its_first_word_at_the_right() {
    assert_eq!(visual_pieces("یک دو"), ["دو", " ", "یک"]);
    assert_eq!(
        visual_pieces("فارسی ۱۲ قطعه"),
        ["قطعه", " ", "۱", "۲", " ", "فارسی"]
    );
    assert_eq!(visual_pieces("(یک)"), ["(", "یک", ")"]);
}

#[test]
fn a_line_that_is_cut_keeps_its_beginning_and_shows_where_it_was_cut() {
    in_a_frame(|ui| {
        for (text, first) in [
            ("شماره قطعه سلاح سلاح سلاح آخر", "شماره"),
            ("ضربة متكررة على مستودع / 184", "ضربة"),
            ("ABC: شماره قطعه سلاح سلاح سلاح آخر", "ABC"),
        ] {
            let whole = one_line(ui, text, format(), f32::INFINITY);
            assert!(!whole.elided, "{text}");
            for part in [0.4, 0.6, 0.9] {
                let room = whole.size().x * part;
                let cut = one_line(ui, text, format(), room);
                assert!(cut.size().x <= room + 1.0, "{text} in {room}: {}", cut.size().x);
                assert!(cut.elided && cut.text().contains(first), "{text}: {}", cut.text());
                assert!(!cut.text().contains("آخر") && !cut.text().contains("184"));
            }
        }
        let cut = one_line(ui, "شماره قطعه سلاح سلاح سلاح آخر", format(), 400.0);
        assert!(cut.text().starts_with('…'), "{}", cut.text());
        let cut = one_line(ui, "ABC شماره قطعه سلاح سلاح سلاح آخر", format(), 500.0);
        assert!(cut.text().starts_with("ABC …"), "{}", cut.text());
    });
}

#[test]
fn a_phrase_from_right_to_left_begins_on_its_first_line() {
    in_a_frame(|ui| {
        let text = "شماره قطعه سلاح سلاح سلاح سلاح سلاح سلاح سلاح سلاح آخر";
        let galley = galley(ui, text, format(), 300.0);
        assert!(galley.rows.len() > 2);
        let lines: Vec<&str> = galley.text().split('\n').collect();
        assert!(lines[0].ends_with("شماره"), "{lines:?}");
        assert!(lines.last().is_some_and(|last| last.starts_with("آخر")));
    });
}

#[test]
fn the_cursor_of_a_field_counts_characters_also_where_letters_join() {
    in_a_frame(|ui| {
        for text in [
            "سلاح",
            "سلاح SN-۱۲۳ قطعه",
            "SNقطعه",
            "لا قَطعه",
            "שלום 12",
            "یک\nدو سه",
        ] {
            for max_width in [f32::INFINITY, 200.0] {
                let galley = field_galley(ui, text, format(), max_width);
                let count: usize = galley
                    .rows
                    .iter()
                    .map(|row| row.glyphs.len() + usize::from(row.ends_with_newline))
                    .sum();
                assert_eq!(count, text.chars().count(), "{text} at {max_width}");
                let end = galley.end();
                assert_eq!(end.index.0, text.chars().count(), "{text}");
            }
        }
    });
}

#[test]
fn no_text_makes_the_layout_panic() {
    in_a_frame(|ui| {
        for text in [
            "",
            "\n",
            "\u{200f}",
            "\u{202e}abc",
            "a\n\nب\n",
            "\u{0660}",
            "ا\u{0301}\u{0651}",
            "👩‍👩‍👧 ۱",
        ] {
            let _ = galley(ui, text, format(), 10.0);
            let _ = one_line(ui, text, format(), 10.0);
            let _ = field_galley(ui, text, format(), 10.0);
        }
    });
}

#[test]
fn an_echo_is_given_for_foreign_digits_only() {
    assert_eq!(latin_echo("SN-۱۲۳").as_deref(), Some("SN-123"));
    assert_eq!(latin_echo("١٢٣ سلاح").as_deref(), Some("123 سلاح"));
    assert_eq!(latin_echo("１１３").as_deref(), Some("113"));
    assert_eq!(latin_echo("주체 113"), None);
    assert_eq!(latin_echo(""), None);
}
