//! The calendar's pens: lines of text that are cut where the room ends, icons, colours of tags and of counts.

use std::collections::HashMap;

use egui::ecolor::Hsva;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, CornerRadius, FontId, Painter, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use egui_material_icons::MaterialIcon;

use crate::case::{CaseError, Reader};
use crate::model::id::PhotoId;
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Picture};
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, radius};

/// Draws `text` on one line in the middle of `rect`'s height, cut with an ellipsis. Gives its width.
pub fn line(ui: &Ui, painter: &Painter, rect: Rect, text: &str, kind: Type, ink: Color32) -> f32 {
    let size = lines(ui, painter, rect, text, kind, ink, 1);
    size.x
}

/// The same on at most `rows` lines. Text that runs from right to left stays on one.
pub fn lines(
    ui: &Ui,
    painter: &Painter,
    rect: Rect,
    text: &str,
    kind: Type,
    ink: Color32,
    rows: usize,
) -> Vec2 {
    if rect.width() <= 0.0 {
        return Vec2::ZERO;
    }
    let format = TextFormat::simple(kind.font(Tokens::of(ui)), ink);
    let galley = if script_text::needs_care(text) {
        script_text::one_line(ui, text, format, rect.width())
    } else {
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap = TextWrapping {
            max_width: rect.width(),
            max_rows: rows,
            break_anywhere: rows == 1,
            ..TextWrapping::default()
        };
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let size = galley.size().min(rect.size());
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    painter
        .with_clip_rect(rect.intersect(painter.clip_rect()))
        .galley(at, galley, ink);
    size
}

/// Draws an icon about `center`, `points` wide.
pub fn icon(painter: &Painter, center: egui::Pos2, icon: MaterialIcon, points: f32, ink: Color32) {
    painter.text(
        center,
        Align2::CENTER_CENTER,
        icon.codepoint,
        FontId::new(points, icon.font_family()),
        ink,
    );
}

/// Draws the middle of `photo` into the square `rect`, with round corners on `ground`.
pub fn cover(painter: &Painter, desk: &mut Desk, rect: Rect, photo: PhotoId, ground: Color32) {
    let corner = CornerRadius::same(radius::S);
    match desk.pictures.get(&desk.link, photo, Detail::Small) {
        Picture::Ready(picture) => {
            let [width, height] = picture.size.map(|side| side as f32);
            let side = width.min(height);
            let part = Rect::from_center_size(pos2(width / 2.0, height / 2.0), vec2(side, side));
            picture.paint_part(painter, rect, part);
            // Wide enough to cover what a picture's square corners leave outside of the round ones.
            let mask = Stroke::new(2.0, ground);
            painter.rect_stroke(rect, corner, mask, StrokeKind::Outside);
        }
        Picture::Loading | Picture::Missing(_) => {
            let tokens = Tokens::of(painter.ctx());
            painter.rect_filled(rect, corner, tokens.sunken);
        }
    }
}

/// The ground of a strike whose day was observed: weaker where nobody knows which of the days it was.
pub fn observed(tokens: &Tokens, vague: bool) -> Color32 {
    let depth = if vague { 0.08 } else { 0.18 };
    tokens.raised.lerp_to_gamma(tokens.accent, depth)
}

/// How many steps of colour tell counts apart, none included.
pub const STEPS: usize = 6;

/// The smallest count of each step.
pub const STEP_FROM: [u32; STEPS] = [0, 1, 2, 3, 5, 10];

/// The step of a count.
#[must_use]
pub fn step(count: u32) -> usize {
    STEP_FROM.iter().rposition(|from| count >= *from).unwrap_or(0)
}

/// The ground of a step, and the ink on it.
pub fn heat(tokens: &Tokens, step: usize) -> (Color32, Color32) {
    const DEPTH: [f32; STEPS] = [0.0, 0.2, 0.36, 0.52, 0.82, 1.0];
    if step == 0 {
        return (tokens.sunken, tokens.text_weak);
    }
    let ground = tokens
        .sunken
        .lerp_to_gamma(tokens.accent, DEPTH[step.min(STEPS - 1)]);
    let contrast = |ink: Color32| (ink.intensity() - ground.intensity()).abs();
    let ink = if contrast(tokens.text_strong) >= contrast(tokens.raised) {
        tokens.text_strong
    } else {
        tokens.raised
    };
    (ground, ink)
}

/// The most light of a tag's colour on light ground: 3:1 against it (WCAG 2.2, criterion 1.4.11).
const INK: f32 = 0.15;

/// How light a colour is to the eye, 0 to 1 (WCAG 2.2, relative luminance).
fn luminance(color: egui::Rgba) -> f32 {
    0.2126 * color.r() + 0.7152 * color.g() + 0.0722 * color.b()
}

/// The colours that people chose for tags.
#[derive(Debug, Clone, Default)]
pub struct TagInks(HashMap<String, Color32>);

impl TagInks {
    /// Asks the case for them.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn load(reader: &Reader) -> Result<Self, CaseError> {
        let tags = reader.tags()?;
        let chosen = tags
            .into_iter()
            .filter_map(|tag| Some((tag.name, Color32::from_hex(&tag.colour?).ok()?)));
        Ok(Self(chosen.collect()))
    }

    /// The colour of `tag`: the one that was chosen, else one that its name always gets.
    #[must_use]
    pub fn of(&self, tokens: &Tokens, tag: &str) -> Color32 {
        self.0.get(tag).copied().unwrap_or_else(|| {
            // FNV-1a: stable from run to run, which the standard hasher is not.
            let hash = tag.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
            #[expect(clippy::cast_precision_loss, reason = "a hue out of 24")]
            let hue = (hash % 24) as f32 / 24.0;
            if tokens.dark {
                return Hsva::new(hue, 0.5, 0.85, 1.0).into();
            }
            // As dark as it takes to be told from every ground, whatever its hue.
            let ink = egui::Rgba::from(Hsva::new(hue, 0.7, 0.62, 1.0));
            let part = (INK / luminance(ink)).min(1.0);
            egui::Rgba::from_rgb(ink.r() * part, ink.g() * part, ink.b() * part).into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Theme;

    #[test]
    fn counts_get_the_step_that_the_legend_says() {
        for (count, expected) in [
            (0, 0),
            (1, 1),
            (2, 2),
            (3, 3),
            (4, 3),
            (5, 4),
            (9, 4),
            (10, 5),
            (5000, 5),
        ] {
            assert_eq!(step(count), expected, "{count}");
        }
    }

    #[test]
    fn a_day_in_the_year_can_be_read_on_every_step_of_every_theme() {
        for theme in Theme::ALL {
            let tokens = theme.tokens();
            for step in 0..STEPS {
                let (ground, ink) = heat(tokens, step);
                let contrast = contrast(ground, ink);
                assert!(contrast >= 4.5, "{theme:?} {step}: {contrast}");
            }
        }
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let [a, b] = [a, b].map(|color| luminance(color.into()));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn the_colour_of_a_tag_is_told_from_what_it_stands_on() {
        let inks = TagInks::default();
        for theme in Theme::ALL {
            let tokens = theme.tokens();
            let grounds = [
                tokens.base,
                tokens.raised,
                tokens.selection,
                observed(tokens, false),
                observed(tokens, true),
            ];
            // Enough names for every hue.
            for tag in (0..400).map(|nth| nth.to_string()) {
                let ink = inks.of(tokens, &tag);
                for ground in grounds {
                    let contrast = contrast(ground, ink);
                    assert!(contrast >= 3.0, "{theme:?} {ink:?} on {ground:?}: {contrast}");
                }
            }
        }
    }
}
