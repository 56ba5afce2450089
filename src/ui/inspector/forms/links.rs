//! Ties in a form: lines that go to another record, and small pictures that open a photo.

use egui::accesskit::Role;
use egui::{Align, Align2, CornerRadius, FontId, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use super::super::picker::{Picked, picker};
use crate::case::PhotoName;
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::pictures::{Detail, Picture};
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Action, Text, weak_text};

/// A line that goes to another record: its title, cut where the room ends, and a remark at the right.
pub fn link_row(ui: &mut Ui, title: &str, remark: &str) -> bool {
    let tokens = Tokens::of(ui);
    let is_untitled = title.is_empty();
    let title = if is_untitled { t("record-untitled") } else { title };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::S), tokens.hover);
    }
    if response.has_focus() {
        let ring = (tokens.focus_ring(), egui::StrokeKind::Inside);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(radius::S), ring.0, ring.1);
    }
    ui.painter().text(
        pos2(rect.left() + 9.0, rect.center().y),
        Align2::CENTER_CENTER,
        icons::ICON_ARROW_FORWARD.codepoint,
        FontId::new(15.0, icons::ICON_ARROW_FORWARD.font_family()),
        if response.hovered() {
            tokens.accent
        } else {
            tokens.text_weak
        },
    );
    let inner = Rect::from_min_max(
        pos2(rect.left() + space::XL, rect.top()),
        rect.max - vec2(space::XS, 0.0),
    );
    let builder = UiBuilder::new()
        .max_rect(inner)
        .layout(Layout::right_to_left(Align::Center));
    let mut inside = ui.new_child(builder);
    inside.style_mut().interaction.selectable_labels = false;
    if !remark.is_empty() {
        inside.add(Text::new(remark).kind(Type::Small).weak());
    }
    inside.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let title = Text::new(title).truncate();
        ui.add(if is_untitled { title.weak() } else { title });
    });
    response.clicked()
}

/// What a person wants with a tie to another record.
pub enum Tie<I> {
    /// To tie it to another one, or to none.
    Picked(Picked<I>),
    /// To go there.
    Go(I),
}

/// A tie to one other record: what it is tied to, the choice of another, and the way there.
pub fn tie_row<I: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    tied: Option<(&I, &str)>,
    choices: &[(I, String)],
) -> Option<Tie<I>> {
    ui.horizontal_top(|ui| {
        let picked = ui.vertical(|ui| picker(ui, label, tied, choices)).inner;
        let mut wanted = picked.map(Tie::Picked);
        if let Some((id, _)) = tied {
            ui.vertical(|ui| {
                // Beside the button, which stands under its label.
                ui.add_space(ui.text_style_height(&egui::TextStyle::Small) + ui.spacing().item_spacing.y);
                let name = tf("form-go-to", &[("what", label.into())]);
                if ui.add(Action::icon(icons::ICON_ARROW_FORWARD, &name)).clicked() {
                    wanted = Some(Tie::Go(id.clone()));
                }
            });
        }
        wanted
    })
    .inner
}

/// The side of a small picture, in points.
const SIDE: f32 = 72.0;
/// So many small pictures are shown; the rest are counted.
const MOST: usize = 12;

/// Small pictures of photos; a click opens one. The one that stands for the record bears a sign.
pub fn photo_strip(ui: &mut Ui, desk: &mut Desk, photos: &[PhotoName], cover: Option<PhotoId>) {
    if photos.is_empty() {
        weak_text(ui, t("form-no-photos"));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for photo in photos.iter().take(MOST) {
            small_picture(ui, desk, photo, cover == Some(photo.id));
        }
    });
    if photos.len() > MOST {
        let more = photos.len() - MOST;
        weak_text(ui, &tf("form-more-photos", &[("count", more.into())]));
    }
}

fn small_picture(ui: &mut Ui, desk: &mut Desk, photo: &PhotoName, is_cover: bool) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE), Sense::click());
    let name = photo.name.as_str();
    response.widget_info(|| {
        let label = tf("form-open-photo", &[("name", name.into())]);
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), label)
    });
    let corner = CornerRadius::same(radius::S);
    ui.painter().rect_filled(rect, corner, tokens.sunken);
    if let Picture::Ready(picture) = desk.pictures.get(&desk.link, photo.id, Detail::Small) {
        let [width, height] = picture.size.map(|side| side as f32);
        let scale = (SIDE / width).min(SIDE / height);
        let fitted = Rect::from_center_size(rect.center(), vec2(width, height) * scale);
        picture.paint(ui.painter(), fitted, 0);
    }
    if is_cover {
        let at = rect.right_top() + vec2(-10.0, 10.0);
        ui.painter().circle_filled(at, 8.0, tokens.overlay);
        ui.painter().text(
            at,
            Align2::CENTER_CENTER,
            icons::ICON_STAR.codepoint,
            FontId::new(12.0, icons::ICON_STAR.font_family()),
            tokens.accent,
        );
    }
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_stroke(rect, corner, tokens.focus_ring(), egui::StrokeKind::Inside);
    }
    if response.on_hover_text(name).clicked() {
        desk.select(photo.id);
        desk.go(Place::Photo(photo.id));
    }
}
