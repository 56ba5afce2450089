//! A row of a list in which one is chosen, with text of any script in it.

use egui::accesskit::Role;
use egui::{CornerRadius, Layout, Response, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::Text;

/// A row with `text`, and `detail` under it unless that is empty; `on` is the one that is chosen.
pub fn row(ui: &mut Ui, text: &str, detail: &str, on: bool) -> Response {
    let tokens = Tokens::of(ui);
    let height = if detail.is_empty() {
        size::ROW
    } else {
        size::ROW_TALL
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| {
        let name = if detail.is_empty() {
            text.to_owned()
        } else {
            format!("{text}, {detail}")
        };
        WidgetInfo::selected(Role::Button, ui.is_enabled(), on, name)
    });
    let corner = CornerRadius::same(radius::S);
    if on {
        ui.painter().rect_filled(rect, corner, tokens.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, tokens.hover);
    }
    if response.has_focus() {
        let inside = egui::StrokeKind::Inside;
        ui.painter()
            .rect_stroke(rect, corner, tokens.focus_ring(), inside);
    }
    let inner = rect.shrink2(vec2(space::S, 4.0));
    let layout = Layout::top_down(egui::Align::Min);
    let mut lines = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
    lines.spacing_mut().item_spacing.y = 0.0;
    lines.style_mut().interaction.selectable_labels = false;
    lines.add(Text::new(text).truncate());
    if !detail.is_empty() {
        lines.add(Text::new(detail).kind(Type::Small).weak().truncate());
    }
    response
}
