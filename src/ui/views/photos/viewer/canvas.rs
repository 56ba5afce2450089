//! A photo on its ground: the best pixels that there are, and what there is to say about them.

use egui::{Rect, Ui, UiBuilder, Vec2, pos2};
use egui_material_icons::icons;

use super::super::lens::Lens;
use super::super::regions::label;
use crate::case::PhotoRow;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Drawn, Lying};
use crate::ui::theme::Tokens;
use crate::ui::widgets::empty_state;

/// The long side of the large preview, in pixels.
const LARGE: f32 = 2048.0;

/// Whether the photo has pixels that can be shown.
pub(super) fn has_pixels(row: &PhotoRow) -> bool {
    row.decodable && row.width > 0 && row.height > 0
}

/// Paints the photo as `lens` shows it in `area`, on its ground, and says below what is not yet or not at all there.
/// Of a photo that `is_passing`, the original is not decoded: the next one may come before it is there. Says whether
/// there is something to see, be it only that the photo can't be shown.
pub(super) fn show(
    ui: &mut Ui,
    desk: &mut Desk,
    row: &PhotoRow,
    (lens, area): (Lens, Rect),
    is_passing: bool,
) -> bool {
    ui.painter().rect_filled(area, 0.0, Tokens::of(ui).sunken);
    if !has_pixels(row) {
        undecodable(ui, area, row);
        return true;
    }
    let (is_there, words) = paint(ui, desk, row, lens, area, is_passing);
    if let Some(words) = words {
        note(ui, area, &words);
    }
    is_there
}

/// Paints the best that is there. Gives whether that is something, and what to say about it, if something is to be said.
fn paint(
    ui: &Ui,
    desk: &mut Desk,
    row: &PhotoRow,
    lens: Lens,
    area: Rect,
    is_passing: bool,
) -> (bool, Option<String>) {
    let pixels = [row.width, row.height];
    let wanted = wanted(ui, lens, area, pixels);
    let waits = is_passing && wanted == Detail::Full && !desk.pictures.has(row.id, Detail::Full);
    let detail = if waits { Detail::Large } else { wanted };
    let lying = Lying {
        rect: lens.rect(area, pixels),
        turns: lens.turns,
        glass: None,
    };
    let painter = ui.painter().with_clip_rect(area);
    let drawn = desk.pictures.draw(&desk.link, (row.id, detail), &painter, lying);
    let is_there = !matches!(drawn, Drawn::Nothing);
    let words = match drawn {
        Drawn::Wanted if !waits => None,
        Drawn::Wanted | Drawn::Less if wanted == Detail::Full => {
            Some(t("photos-original-loading").to_owned())
        }
        Drawn::Wanted | Drawn::Less => None,
        Drawn::Nothing => Some(t("photos-loading").to_owned()),
        Drawn::Only(reason) => Some(tf("photos-preview-only", &[("reason", reason.into())])),
        Drawn::Missing(reason) => Some(reason),
    };
    (is_there, words)
}

/// The original's own pixels are wanted where the preview has fewer than the screen, and where single pixels are
/// looked at: the preview was compressed anew.
pub(super) fn wanted(ui: &Ui, lens: Lens, area: Rect, pixels: [u32; 2]) -> Detail {
    let longest = pixels[0].max(pixels[1]) as f32;
    let scale = lens.scale(area, pixels) * ui.ctx().pixels_per_point();
    let preview = (LARGE / longest).min(1.0);
    if scale > preview * 1.02 || scale > 0.99 {
        Detail::Full
    } else {
        Detail::Large
    }
}

/// Something to know about what is on screen, in its corner.
fn note(ui: &Ui, area: Rect, words: &str) {
    let corner = Rect::from_min_size(pos2(area.left() + 8.0, area.bottom() - 8.0), Vec2::ZERO);
    label(ui, corner, area, words, "");
}

fn undecodable(ui: &mut Ui, area: Rect, row: &PhotoRow) {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(area));
    empty_state(
        &mut inner,
        icons::ICON_BROKEN_IMAGE,
        &row.file_name,
        t("photos-undecodable"),
        |_| {},
    );
}
