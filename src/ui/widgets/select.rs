//! Choosing one of a few: [`select`] from a list that opens, [`segmented`] side by side.

use egui::accesskit::Role;
use egui::{Align2, ComboBox, CornerRadius, FontId, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_EXPAND_MORE;

use crate::ui::theme::{Tokens, Type, radius, size, space};

use super::Text;

/// A list that opens, under its label. True if another choice was made.
pub fn select<T: PartialEq + Clone>(ui: &mut Ui, label: &str, value: &mut T, choices: &[(T, &str)]) -> bool {
    let before = value.clone();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let name = ui.add(Text::new(label).kind(Type::Small).weak());
        let chosen = choices
            .iter()
            .find(|(choice, _)| choice == value)
            .map_or("", |(_, name)| name);
        let list = ComboBox::from_id_salt(label)
            .width(ui.available_width().min(240.0))
            .selected_text(chosen)
            .icon(|ui, rect, visuals, _open| {
                ui.painter().text(
                    rect.center(),
                    Align2::CENTER_CENTER,
                    ICON_EXPAND_MORE.codepoint,
                    FontId::new(size::ICON, ICON_EXPAND_MORE.font_family()),
                    visuals.fg_stroke.color,
                );
            })
            .show_ui(ui, |ui| {
                for (choice, name) in choices {
                    ui.selectable_value(value, choice.clone(), *name);
                }
            });
        list.response.labelled_by(name.id);
    });
    *value != before
}

/// Choices side by side, of which one is on. `name` says what is chosen, for who cannot see it.
pub fn segmented<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    choices: &[(T, &str)],
) -> bool {
    let tokens = Tokens::of(ui);
    let font = Type::Body.font(tokens);
    let galleys: Vec<_> = choices
        .iter()
        .map(|(_, text)| {
            ui.painter()
                .layout_no_wrap((*text).to_owned(), font.clone(), tokens.text)
        })
        .collect();
    let widths: Vec<f32> = galleys
        .iter()
        .map(|galley| galley.size().x + 2.0 * space::M)
        .collect();
    let (rect, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), size::CONTROL), Sense::hover());
    let corner = CornerRadius::same(radius::M);
    ui.painter().rect(
        rect,
        corner,
        tokens.sunken,
        tokens.control_line(),
        StrokeKind::Inside,
    );
    let base = ui.make_persistent_id(("segmented", name));
    let mut changed = false;
    let mut x = rect.left();
    for (index, ((choice, text), width)) in choices.iter().zip(&widths).enumerate() {
        let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, size::CONTROL));
        x += width;
        let response = ui.interact(cell, base.with(index), Sense::click());
        if response.clicked() && value != choice {
            *value = choice.clone();
            changed = true;
        }
        let on = value == choice;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, *text));
        let ink = if on {
            ui.painter().rect(
                cell.shrink(3.0),
                CornerRadius::same(radius::S),
                tokens.overlay,
                tokens.hairline(),
                StrokeKind::Inside,
            );
            tokens.accent
        } else if response.hovered() {
            tokens.text_strong
        } else {
            tokens.text
        };
        ui.painter()
            .text(cell.center(), Align2::CENTER_CENTER, *text, font.clone(), ink);
        super::focus_ring(ui, &response, cell.shrink(2.0), radius::S);
    }
    changed
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    const METHODS: [(u8, &str); 3] = [(0, "Stamped"), (1, "Cast"), (2, "Inked")];

    #[test]
    fn a_segment_is_chosen_by_its_name() {
        let mut window = harness((0, false), |ui, (method, changed)| {
            *changed |= segmented(ui, "Method", method, &METHODS);
        });
        window.get_by_label("Inked").click();
        window.run();
        assert_eq!(*window.state(), (2, true));
    }

    #[test]
    fn a_list_opens_by_its_label_and_gives_what_was_chosen() {
        let mut window = harness((0, false), |ui, (method, changed)| {
            *changed |= select(ui, "Method", method, &METHODS);
        });
        window.get_by_role_and_label(Role::ComboBox, "Method").click();
        window.run();
        window.get_by_label("Cast").click();
        window.run();
        assert_eq!(*window.state(), (1, true));
    }
}
