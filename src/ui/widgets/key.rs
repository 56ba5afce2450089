//! Keys on the screen: a hint beside a name, and the sheet of all of them.

use egui::{Context, Grid, Response, ScrollArea, Ui};

use crate::text::t;
use crate::ui::commands::{Group, UiCommand};
use crate::ui::theme::{Type, size, space};

use super::{Text, icon_button};

/// Shows a shortcut such as `Ctrl+K` as keys.
pub fn key_hint(ui: &mut Ui, keys: &str) -> Response {
    super::chip::small(ui, keys, Type::Caption)
}

/// The sheet of every command that has a key, over the window until it is closed.
pub fn key_sheet(ctx: &Context, open: &mut bool) {
    if !*open {
        return;
    }
    let modal = super::layout::dialog(ctx, "key-sheet");
    let shown = modal.show(ctx, |ui| {
        ui.set_width(640.0_f32.min(ctx.content_rect().width() - 64.0));
        let close = super::bar(
            ui,
            |ui| {
                ui.add(Text::new(t("widget-keys-title")).kind(Type::Title));
            },
            |ui| {
                let icon = egui_material_icons::icons::ICON_CLOSE;
                icon_button(ui, icon, t("widget-keys-close"), t("key-escape")).clicked()
            },
        )
        .inner;
        ui.add_space(space::S);
        let height = (ctx.content_rect().height() - 160.0).max(200.0);
        let scroll = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        scroll.show(ui, |ui| {
            ui.spacing_mut().interact_size.y = size::CHIP;
            ui.columns(2, |columns| {
                let left = [Group::Case, Group::Edit];
                for group in Group::ALL {
                    let column = usize::from(!left.contains(&group));
                    group_of_keys(&mut columns[column], group);
                }
            });
        });
        close
    });
    if shown.inner || shown.should_close() {
        *open = false;
    }
}

fn group_of_keys(ui: &mut Ui, group: Group) {
    ui.add(Text::new(group.text()).kind(Type::Heading));
    ui.add_space(space::XS);
    Grid::new(group.text())
        .num_columns(2)
        .spacing([space::M, space::XS])
        .min_col_width(96.0)
        .show(ui, |ui| {
            for &command in UiCommand::ALL {
                if command.group() == group && command.shortcut().is_some() {
                    key_hint(ui, &command.shortcut_text());
                    ui.add(Text::new(command.text()));
                    ui.end_row();
                }
            }
        });
    ui.add_space(space::L);
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn the_sheet_lists_every_command_with_a_key_and_escape_closes_it() {
        let mut window = harness(true, |ui, open| key_sheet(ui, open));
        for command in UiCommand::ALL {
            let listed = window.query_all_by_label(command.text()).count();
            let expected = usize::from(command.shortcut().is_some());
            assert!(listed >= expected, "{command:?}");
        }
        window.key_press(egui::Key::Escape);
        window.run();
        assert!(!*window.state());
    }
}
