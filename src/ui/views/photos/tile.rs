//! One tile of the grid: the photo on the sunken ground, its name, and small signs for what is known of it.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Align2, Color32, FontId, Id, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::{MaterialIcon, icons};

use crate::case::PhotoRow;
use crate::model::photo::{Colour, Need, Pick};
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
    if photo.pick == Some(Pick::Rejected) {
        // Still to be seen, but out of the way.
        ui.painter()
            .rect_filled(picture, corner, tokens.sunken.gamma_multiply(0.7));
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
    let galley = script_text::one_line(ui.ctx(), name, format, rect.width());
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided || galley.size().x > rect.width();
    ui.painter()
        .with_clip_rect(rect.intersect(ui.clip_rect()))
        .galley(at, galley, ink);
    is_cut
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
    if photo.untranscribed > 0 {
        let count = [("count", photo.untranscribed.into())];
        put(icons::ICON_EDIT_NOTE, tf("photos-sign-untranscribed", &count));
    } else if photo.needs == Some(Need::Transcription) {
        put(icons::ICON_EDIT_NOTE, t("photos-sign-needs").to_owned());
    }
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
    decisions(ui, photo, picture, &mut shown);
    if !photo.opened {
        // As quiet as can be: at first it is on every photo.
        let at = picture.right_bottom() - vec2(10.0, 10.0);
        ui.painter().circle(
            at,
            3.5,
            tokens.text_strong,
            egui::Stroke::new(1.0, tokens.overlay),
        );
        shown.push((
            Rect::from_center_size(at, vec2(size::CHIP, size::CHIP)),
            t("photos-sign-unopened").to_owned(),
        ));
    }
    shown
}

/// What somebody decided, in the other corner: flag or rejection, stars, a bar of the colour.
fn decisions(ui: &Ui, photo: &PhotoRow, picture: Rect, shown: &mut Vec<(Rect, String)>) {
    let tokens = Theme::Dark.tokens();
    if let Some(colour) = photo.colour {
        let bar = Rect::from_min_max(
            pos2(picture.left() + 2.0, picture.bottom() - 6.0),
            pos2(picture.right() - 2.0, picture.bottom() - 2.0),
        );
        ui.painter().rect_filled(bar, 2.0, paint_of(colour));
        shown.push((bar.expand(3.0), colour_name(colour).to_owned()));
    }
    let mut at = picture.left_top() + vec2(14.0, 14.0);
    if let Some(pick) = photo.pick {
        let (icon, what) = match pick {
            Pick::Flagged => (icons::ICON_FLAG, t("photos-sign-flagged")),
            Pick::Rejected => (icons::ICON_BLOCK, t("photos-sign-rejected")),
        };
        ui.painter()
            .circle(at, size::CHIP / 2.0, tokens.overlay, tokens.control_line());
        sign(ui, at, icon, 13.0, tokens.text_strong);
        shown.push((
            Rect::from_center_size(at, vec2(size::CHIP, size::CHIP)),
            what.to_owned(),
        ));
        at.x += size::CHIP + 3.0;
    }
    if let Some(rating) = photo.rating {
        let width = size::CHIP + 8.0;
        let chip = Rect::from_min_size(
            at - vec2(size::CHIP / 2.0, size::CHIP / 2.0),
            vec2(width, size::CHIP),
        );
        ui.painter().rect(
            chip,
            size::CHIP / 2.0,
            tokens.overlay,
            tokens.control_line(),
            egui::StrokeKind::Inside,
        );
        let words = rating.to_string();
        let font = Type::Caption.font(tokens);
        let left = chip.left_center() + vec2(6.0, 0.0);
        ui.painter()
            .text(left, Align2::LEFT_CENTER, words, font, tokens.text_strong);
        sign(
            ui,
            chip.right_center() - vec2(9.0, 0.0),
            icons::ICON_STAR,
            12.0,
            tokens.text_strong,
        );
        shown.push((chip, tf("photos-sign-rating", &[("rating", rating.into())])));
    }
}

/// A colour that photos are sorted by, as it is painted: the same in every theme, because photos are.
fn paint_of(colour: Colour) -> Color32 {
    match colour {
        Colour::Red => Color32::from_rgb(0xE0, 0x4F, 0x4F),
        Colour::Yellow => Color32::from_rgb(0xE8, 0xC5, 0x3A),
        Colour::Green => Color32::from_rgb(0x4C, 0xB0, 0x5E),
        Colour::Blue => Color32::from_rgb(0x4A, 0x8F, 0xE2),
        Colour::Purple => Color32::from_rgb(0xA6, 0x6A, 0xD6),
    }
}

/// What a colour is called.
pub(super) fn colour_name(colour: Colour) -> &'static str {
    t(match colour {
        Colour::Red => "colour-red",
        Colour::Yellow => "colour-yellow",
        Colour::Green => "colour-green",
        Colour::Blue => "colour-blue",
        Colour::Purple => "colour-purple",
    })
}
