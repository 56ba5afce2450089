//! What the colours of tags mean, with how many things have each; a click on a tag hides or shows them.

use egui::accesskit::Role;
use egui::{Align2, Color32, CornerRadius, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::ui::theme::{Tokens, Type, radius, size, space};

/// The room for the sign of a tag's colour.
const SIGN: f32 = 20.0;

/// A tag in the legend.
#[derive(Debug, Clone)]
pub struct LegendRow<'a> {
    /// The tag, or what is written in its place.
    pub name: &'a str,
    /// What is read out: the tag and how many have it.
    pub spoken: String,
    /// How many have it, as text.
    pub count: String,
    /// Its colour.
    pub ink: Color32,
    /// Whether those that have it are shown.
    pub is_shown: bool,
}

/// Draws the legend as wide as there is room; gives the row that was clicked. What is hidden has a hollow sign and a line
/// through its name, so that colour alone carries nothing.
pub fn tag_legend(ui: &mut Ui, rows: &[LegendRow<'_>], hint: &str) -> Option<usize> {
    let tokens = Tokens::of(ui);
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, row) in rows.iter().enumerate() {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), size::CHIP + 2.0), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), row.is_shown, row.spoken.as_str())
        });
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect, CornerRadius::same(radius::S), tokens.hover);
        }
        let ink = if row.is_shown {
            tokens.text
        } else {
            tokens.text_weak
        };
        let sign = pos2(rect.left() + SIGN / 2.0, rect.center().y);
        let ground = if row.is_shown {
            row.ink
        } else {
            Color32::TRANSPARENT
        };
        painter.circle(sign, 4.5, ground, Stroke::new(1.5, row.ink));
        let font = Type::Small.font(tokens);
        let count = painter.layout_no_wrap(row.count.clone(), font.clone(), tokens.text_weak);
        let end = rect.right() - space::XS - count.size().x;
        painter.galley(
            pos2(end, rect.center().y - count.size().y / 2.0),
            count,
            tokens.text_weak,
        );
        let room = rect
            .with_min_x(rect.left() + SIGN)
            .with_max_x((end - space::S).max(rect.left() + SIGN));
        let name = painter.layout_no_wrap(row.name.to_owned(), font.clone(), ink);
        let width = name.size().x.min(room.width());
        let is_cut = name.size().x > room.width();
        let letters = if is_cut {
            let dots = painter.text(room.right_center(), Align2::RIGHT_CENTER, "…", font, ink);
            room.with_max_x(dots.left())
        } else {
            room
        };
        let at = pos2(room.left(), rect.center().y - name.size().y / 2.0);
        painter
            .with_clip_rect(letters.intersect(painter.clip_rect()))
            .galley(at, name, ink);
        if !row.is_shown {
            painter.hline(
                room.left()..=room.left() + width,
                rect.center().y,
                Stroke::new(1.0, ink),
            );
        }
        focus_ring(ui, &response, rect, radius::S);
        if response.on_hover_text(hint).clicked() {
            clicked = Some(place);
        }
    }
    clicked
}
