//! The faces that text is drawn in. What a mark says must not depend on the fonts of the laptop, so
//! every script that marks are read in has a bundled face (`assets/fonts/`); the system's fonts, which
//! eframe adds behind these, serve only what is left. The mark face tells 0/O, 1/I/l, 5/S and 8/B apart
//! and has no ligatures.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use crate::text::faces::{ARABIC, FACES, HANGUL, MONO, SANS, SANS_BOLD};

/// The name of the heavier family, see [`bold`].
const BOLD: &str = "bold";

/// The family for headings and for whatever has to stand out in a line. [`install`] must have run.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// Every face and the order in which each family asks them for a character.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in FACES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let icons = egui_material_icons::font_insert();
    fonts.font_data.insert(icons.name.clone(), Arc::new(icons.data));

    // egui's own faces come last: they have symbols that no other face here has.
    let last = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let chain = |first: &[&str]| -> Vec<String> {
        let mut names: Vec<String> = first.iter().map(|name| (*name).to_owned()).collect();
        names.extend(last.iter().cloned());
        names.push(icons.name.clone());
        names
    };
    let families = &mut fonts.families;
    families.insert(FontFamily::Proportional, chain(&[SANS, ARABIC, HANGUL, MONO]));
    families.insert(bold(), chain(&[SANS_BOLD, SANS, ARABIC, HANGUL, MONO]));
    families.insert(FontFamily::Monospace, chain(&[MONO, ARABIC, HANGUL, SANS]));
    for family in icons.families {
        families
            .entry(family.family)
            .or_insert_with(|| vec![icons.name.clone()]);
    }
    fonts
}

/// Gives the faces to egui. Once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

/// Runs `body` in one frame with the faces installed, for tests of layout.
#[cfg(test)]
pub(crate) fn in_a_frame(body: impl FnMut(&mut egui::Ui)) {
    let ctx = egui::Context::default();
    install(&ctx);
    ctx.run_ui(egui::RawInput::default(), body)
        .drop_without_applying_deltas();
}

#[cfg(test)]
mod tests {
    use egui::FontId;

    use super::*;

    fn missing(family: FontFamily, text: &str) -> String {
        let mut missing = String::new();
        in_a_frame(|ui| {
            missing = ui.fonts_mut(|fonts| {
                text.chars()
                    .filter(|c| !fonts.has_glyph(&FontId::new(14.0, family.clone()), *c))
                    .collect()
            });
        });
        missing
    }

    const MARKS: &str = "0O 1Il 5S 8B Жєїґі ЄЇҐІ ΑΩλ 주체113 평양 ㄱㅏ 〇一二三年月日 民國 昭和 ۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ سلاح قطعه پژگچ №Ø△○☆①Ⅳ";

    #[test]
    fn every_script_that_marks_are_read_in_is_bundled() {
        for family in [FontFamily::Proportional, FontFamily::Monospace, bold()] {
            assert_eq!(missing(family, MARKS), "");
        }
    }

    #[test]
    fn every_message_of_every_language_can_be_drawn_with_what_is_bundled() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locale");
        let mut text: std::collections::BTreeSet<char> = std::collections::BTreeSet::new();
        for language in crate::text::Language::ALL {
            for file in std::fs::read_dir(folder.join(language.code())).unwrap() {
                text.extend(std::fs::read_to_string(file.unwrap().path()).unwrap().chars());
            }
        }
        let text: String = text.into_iter().filter(|c| !c.is_control()).collect();
        for family in [FontFamily::Proportional, bold()] {
            assert_eq!(missing(family, &text), "");
        }
    }

    #[test]
    fn icons_have_a_face_of_their_own_and_are_found_in_running_text_too() {
        let icon = egui_material_icons::icons::ICON_PHOTO_LIBRARY;
        assert_eq!(missing(icon.font_family(), icon.codepoint), "");
        assert_eq!(missing(FontFamily::Proportional, icon.codepoint), "");
    }

    #[test]
    fn figures_are_of_one_width_so_that_columns_line_up() {
        in_a_frame(|ui| {
            for family in [FontFamily::Proportional, bold(), FontFamily::Monospace] {
                let font = FontId::new(14.0, family);
                let widths: Vec<f32> =
                    ui.fonts_mut(|fonts| ('0'..='9').map(|c| fonts.glyph_width(&font, c)).collect());
                assert!(widths.iter().all(|w| (w - widths[0]).abs() < 0.01), "{widths:?}");
            }
        });
    }

    #[test]
    fn the_mark_face_never_joins_two_characters_into_one() {
        in_a_frame(|ui| {
            let font = FontId::monospace(20.0);
            let one = ui.fonts_mut(|f| f.glyph_width(&font, 'M'));
            for text in ["->", "!=", "==", "//", "www", "fi", "--"] {
                let galley =
                    ui.fonts_mut(|f| f.layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::BLACK));
                let glyphs = &galley.rows[0].glyphs;
                assert_eq!(glyphs.len(), text.len(), "{text}");
                for (index, glyph) in glyphs.iter().enumerate() {
                    let expected = one * u8::try_from(index).map_or(0.0, f32::from);
                    assert!((glyph.pos.x - expected).abs() < 1.0, "{text}: {glyph:?}");
                }
            }
        });
    }
}
