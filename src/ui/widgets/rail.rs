//! The rail at the left of the window: the views, one below the other.

use egui::accesskit::Role;
use egui::{Align2, Color32, CornerRadius, FontId, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::MaterialIcon;

use crate::text::tf;
use crate::ui::theme::{Tokens, Type, radius, size, space};

/// One view on the rail.
#[derive(Clone, Debug)]
pub struct RailItem<'a> {
    /// Its icon.
    pub icon: MaterialIcon,
    /// Its name, under the icon.
    pub name: &'a str,
    /// The keys that go there, shown under the pointer; may be empty.
    pub keys: String,
    /// How much waits there to be done; 0 shows nothing.
    pub badge: u64,
}

const HEIGHT: f32 = 54.0;

/// Draws the rail and tells which item was asked for.
pub fn rail(ui: &mut Ui, items: &[RailItem<'_>], selected: usize) -> Option<usize> {
    let mut asked = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    for (index, item) in items.iter().enumerate() {
        if rail_item(ui, item, index == selected) {
            asked = Some(index);
        }
    }
    asked
}

fn rail_item(ui: &mut Ui, item: &RailItem<'_>, selected: bool) -> bool {
    let tokens = Tokens::of(ui);
    let width = ui.available_width().min(size::RAIL);
    let (rect, mut response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| {
        let name = if item.badge == 0 {
            item.name.to_owned()
        } else {
            tf(
                "widget-rail-badge",
                &[("name", item.name.into()), ("count", item.badge.into())],
            )
        };
        WidgetInfo::selected(Role::Tab, ui.is_enabled(), selected, name)
    });
    let tile = rect.shrink2(vec2(space::XS, 0.0));
    let (ground, letter) = if selected {
        (tokens.selection, tokens.accent)
    } else if response.hovered() {
        (tokens.hover, tokens.text_strong)
    } else {
        (Color32::TRANSPARENT, tokens.text_weak)
    };
    let painter = ui.painter();
    painter.rect_filled(tile, CornerRadius::same(radius::M), ground);
    if selected {
        let edge = Rect::from_min_size(tile.left_top(), vec2(3.0, tile.height()));
        let corner = CornerRadius {
            nw: radius::M,
            sw: radius::M,
            ne: 0,
            se: 0,
        };
        painter.rect_filled(edge, corner, tokens.accent);
    }
    painter.text(
        pos2(tile.center().x, tile.top() + 20.0),
        Align2::CENTER_CENTER,
        item.icon.codepoint,
        FontId::new(22.0, item.icon.font_family()),
        letter,
    );
    painter.text(
        pos2(tile.center().x, tile.bottom() - 12.0),
        Align2::CENTER_CENTER,
        item.name,
        Type::Caption.font(tokens),
        letter,
    );
    if item.badge > 0 {
        badge(
            ui,
            tokens,
            item.badge,
            pos2(tile.center().x + 14.0, tile.top() + 10.0),
        );
    }
    super::focus_ring(ui, &response, tile, radius::M);
    if !item.keys.is_empty() {
        response = response.on_hover_ui(|ui| {
            super::key_hint(ui, &item.keys);
        });
    }
    response.clicked()
}

fn badge(ui: &Ui, tokens: &Tokens, count: u64, center: egui::Pos2) {
    let text = if count > 999 {
        "999+".to_owned()
    } else {
        count.to_string()
    };
    let galley = ui.painter().layout_no_wrap(
        text,
        FontId::new(10.0 + tokens.larger, crate::ui::fonts::bold()),
        tokens.text_on_accent,
    );
    let width = (galley.size().x + space::S).max(15.0);
    let rect = Rect::from_center_size(center + vec2((width - 15.0) / 2.0, 0.0), vec2(width, 15.0));
    ui.painter()
        .rect_filled(rect, CornerRadius::same(8), tokens.accent_fill);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, tokens.text_on_accent);
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;
    use egui_material_icons::icons;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn a_view_is_reached_by_its_name_and_says_what_waits_there() {
        let mut window = harness(0, |ui, view| {
            let items = [("Photos", 0), ("Markings", 12)].map(|(name, badge)| RailItem {
                icon: icons::ICON_IMAGE,
                name,
                keys: String::new(),
                badge,
            });
            if let Some(asked) = rail(ui, &items, *view) {
                *view = asked;
            }
        });
        window.get_by_label("Markings, 12").click();
        window.run();
        assert_eq!(*window.state(), 1);
    }
}
