//! One tile of the grid: the photo on the sunken ground, its name, and small signs for what is known of it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Id, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::{MaterialIcon, icons};

use crate::case::PhotoRow;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Picture};
use crate::ui::script_text;
use crate::ui::theme::{Theme, Tokens, Type, radius, size, space};

/// Space for the name under a picture.
pub(super) const NAME: f32 = 22.0;

/// How a tile stands in the grid.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    pub selected: bool,
    /// The keyboard is at it.
    pub cursor: bool,
}

/// What a photo is called in lists: its caption, or else its file name.
pub(super) fn shown_name(photo: &PhotoRow) -> &str {
    if photo.caption.is_empty() {
        &photo.file_name
    } else {
        &photo.caption
    }
}

/// Draws the tile of `photo` in `rect`.
pub(super) fn tile(ui: &Ui, desk: &mut Desk, photo: &PhotoRow, rect: Rect, stand: Stand) -> Response {
    let tokens = Tokens::of(ui);
    // Tab goes to the grid as a whole; within it the arrows go from tile to tile.
    let response = ui.interact(rect, Id::unique(("photo tile", photo.id)), Sense::CLICK);
    let name = shown_name(photo);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, stand.selected, name));

    let picture = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - NAME));
    let corner = f32::from(radius::M);
    let ground = if stand.selected {
        tokens.selection
    } else {
        tokens.sunken
    };
    ui.painter().rect_filled(picture, corner, ground);
    if photo.decodable {
        preview(ui, desk, photo, picture);
    } else {
        undecodable(ui, photo, picture);
    }
    let ring = if stand.cursor || stand.selected {
        egui::Stroke::new(
            if stand.selected { 2.0 } else { tokens.line_width },
            tokens.accent,
        )
    } else if response.hovered() {
        tokens.control_line()
    } else {
        tokens.hairline()
    };
    ui.painter()
        .rect_stroke(picture, corner, ring, egui::StrokeKind::Inside);
    let signs = signs(ui, photo, picture);
    let label = Rect::from_min_max(
        pos2(rect.left() + 2.0, picture.bottom()),
        rect.max - vec2(2.0, 0.0),
    );
    let is_cut = caption(ui, name, label, stand.selected);

    let pointer = response.hover_pos();
    if let Some((_, what)) = signs
        .iter()
        .find(|(at, _)| pointer.is_some_and(|pointer| at.contains(pointer)))
    {
        return response.on_hover_text(what);
    }
    if is_cut && pointer.is_some_and(|pointer| label.contains(pointer)) {
        return response.on_hover_text(name);
    }
    response
}

fn preview(ui: &Ui, desk: &mut Desk, photo: &PhotoRow, picture: Rect) {
    let inner = picture.shrink(space::XS);
    let pixels = inner.width().max(inner.height()) * ui.ctx().pixels_per_point();
    let detail = if pixels > 640.0 {
        Detail::Large
    } else if pixels > 280.0 {
        Detail::Medium
    } else {
        Detail::Small
    };
    match desk.pictures.best(&desk.link, photo.id, detail) {
        Picture::Ready(shown) => {
            let [width, height] = shown.size.map(|side| side as f32);
            // A thumbnail of a few pixels says what it is by staying small.
            let scale = (inner.width() / width).min(inner.height() / height).min(2.0);
            let fitted = Rect::from_center_size(inner.center(), vec2(width, height) * scale);
            shown.paint(ui.painter(), fitted, 0);
        }
        Picture::Loading => {}
        Picture::Missing(_) => undecodable(ui, photo, picture),
    }
}

/// What stands for a photo whose pixels can't be shown.
fn undecodable(ui: &Ui, photo: &PhotoRow, picture: Rect) {
    let tokens = Tokens::of(ui);
    let ending = photo.file_name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let middle = picture.center();
    sign(
        ui,
        middle - vec2(0.0, 10.0),
        icons::ICON_IMAGE_NOT_SUPPORTED,
        26.0,
        tokens.text_weak,
    );
    ui.painter().text(
        middle + vec2(0.0, 16.0),
        Align2::CENTER_CENTER,
        ending.to_uppercase(),
        Type::Caption.font(tokens),
        tokens.text_weak,
    );
}

/// The name on one line; `true` when it had to be cut.
fn caption(ui: &Ui, name: &str, rect: Rect, selected: bool) -> bool {
    let tokens = Tokens::of(ui);
    let ink = if selected { tokens.text_strong } else { tokens.text };
    let format = TextFormat::simple(Type::Small.font(tokens), ink);
    let galley = one_line(ui, name, format, rect.width());
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided || galley.size().x > rect.width();
    ui.painter()
        .with_clip_rect(rect.intersect(ui.clip_rect()))
        .galley(at, galley, ink);
    is_cut
}

fn one_line(ui: &Ui, text: &str, format: TextFormat, width: f32) -> Arc<Galley> {
    let mut job = script_text::layout_job(text, format);
    if !script_text::needs_care(text) {
        job.wrap = TextWrapping::truncate_at_width(width);
    }
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints an icon.
pub(super) fn sign(ui: &Ui, at: Pos2, icon: MaterialIcon, size: f32, colour: Color32) {
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        icon.codepoint,
        FontId::new(size, icon.font_family()),
        colour,
    );
}

/// Signs in the corner, each with its place and what it says.
fn signs(ui: &Ui, photo: &PhotoRow, picture: Rect) -> Vec<(Rect, String)> {
    // On a photo, whatever the theme: light on dark with a line around it.
    let tokens = Theme::Dark.tokens();
    let mut at = picture.right_top() + vec2(-14.0, 14.0);
    let mut shown = Vec::new();
    let mut put = |icon: MaterialIcon, what: String| {
        ui.painter()
            .circle(at, size::CHIP / 2.0, tokens.overlay, tokens.control_line());
        sign(ui, at, icon, 13.0, tokens.text_strong);
        shown.push((Rect::from_center_size(at, vec2(size::CHIP, size::CHIP)), what));
        at.x -= size::CHIP + 3.0;
    };
    if photo.regions > 0 {
        let count = [("count", photo.regions.into())];
        put(icons::ICON_FINGERPRINT, tf("photos-sign-regions", &count));
    }
    if photo.subjects > 0 {
        let count = [("count", photo.subjects.into())];
        put(icons::ICON_LINK, tf("photos-sign-subjects", &count));
    }
    match photo.kind.as_str() {
        "illustration" => put(icons::ICON_DRAW, t("photo-illustration").to_owned()),
        "clipboard" => put(icons::ICON_CONTENT_PASTE, t("photos-sign-clipboard").to_owned()),
        _ => {}
    }
    shown
}
