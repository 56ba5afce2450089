//! Chips: a tag, a status, a count. A tag can be taken off by its cross.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::icons::ICON_CLOSE;

use crate::text::tf;
use crate::ui::script_text;
use crate::ui::theme::{Status, Tokens, Type, radius, size, space};

/// What was done with a chip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipEvent {
    /// Nothing.
    #[default]
    None,
    /// It was asked for.
    Clicked,
    /// Its cross was.
    Removed,
}

const CROSS: f32 = 16.0;
const WIDEST: f32 = 220.0;

fn lay_out(ui: &Ui, text: &str, kind: Type, color: Color32) -> Arc<Galley> {
    let format = TextFormat::simple(kind.font(Tokens::of(ui)), color);
    script_text::galley(ui, text, format, f32::INFINITY)
}

fn paint(ui: &Ui, rect: Rect, galley: Arc<Galley>, ground: Color32, line: Stroke) {
    let corner = CornerRadius::same(radius::S);
    ui.painter().rect(rect, corner, ground, line, StrokeKind::Inside);
    let at = pos2(
        rect.left() + space::XS + 2.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter()
        .with_clip_rect(rect.intersect(ui.clip_rect()))
        .galley(at, galley, Color32::PLACEHOLDER);
}

/// A word in a frame, for reading.
pub fn chip(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    still(
        ui,
        text,
        Type::Small,
        tokens.text,
        tokens.sunken,
        tokens.hairline(),
    )
}

/// The same, weaker and in the letters of `kind`.
pub(super) fn small(ui: &mut Ui, text: &str, kind: Type) -> Response {
    let tokens = Tokens::of(ui);
    still(ui, text, kind, tokens.text_weak, tokens.sunken, tokens.hairline())
}

/// A status in its colour.
pub fn status_chip(ui: &mut Ui, text: &str, status: Status) -> Response {
    let tokens = Tokens::of(ui);
    let line = Stroke::new(tokens.line_width, status.text.gamma_multiply(0.35));
    still(ui, text, Type::Small, status.text, status.ground, line)
}

fn still(ui: &mut Ui, text: &str, kind: Type, ink: Color32, ground: Color32, line: Stroke) -> Response {
    let galley = lay_out(ui, text, kind, ink);
    let width = (galley.size().x + 2.0 * (space::XS + 2.0)).min(WIDEST);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint(ui, rect, galley, ground, line);
    response
}

/// A tag; `removable` gives it a cross. The tag is a button by its name, the cross one by "Remove tag NAME".
pub fn tag_chip(ui: &mut Ui, tag: &str, removable: bool) -> ChipEvent {
    let tokens = Tokens::of(ui);
    let galley = lay_out(ui, tag, Type::Small, tokens.text);
    let cross = if removable { CROSS } else { 0.0 };
    let wanted = galley.size().x + 2.0 * (space::XS + 2.0) + cross;
    let (rect, response) = ui.allocate_exact_size(vec2(wanted.min(WIDEST), size::CHIP), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), tag));
    let ground = if response.hovered() {
        tokens.hover
    } else {
        tokens.sunken
    };
    let mut text_rect = rect;
    text_rect.max.x -= cross;
    let corner = CornerRadius::same(radius::S);
    ui.painter()
        .rect(rect, corner, ground, tokens.hairline(), StrokeKind::Inside);
    paint(ui, text_rect, galley, Color32::TRANSPARENT, Stroke::NONE);
    super::focus_ring(ui, &response, rect, radius::S);

    let mut event = if response.clicked() {
        ChipEvent::Clicked
    } else {
        ChipEvent::None
    };
    if removable {
        let spot = Rect::from_min_max(pos2(rect.right() - CROSS - 2.0, rect.top()), rect.max);
        let remove = ui.interact(spot, response.id.with("remove"), Sense::click());
        remove.widget_info(|| {
            let name = tf("widget-remove-tag", &[("tag", tag.into())]);
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
        });
        let ink = if remove.hovered() {
            tokens.text_strong
        } else {
            tokens.text_weak
        };
        ui.painter().text(
            spot.center(),
            Align2::CENTER_CENTER,
            ICON_CLOSE.codepoint,
            FontId::new(13.0, ICON_CLOSE.font_family()),
            ink,
        );
        super::focus_ring(ui, &remove, spot.shrink(1.0), radius::S);
        if remove.clicked() {
            event = ChipEvent::Removed;
        }
    }
    event
}
