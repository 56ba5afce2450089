//! A part of the inspector under a heading, which folds it away.

use egui::accesskit::Role;
use egui::{Align2, FontId, Id, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_CHEVRON_RIGHT, ICON_EXPAND_MORE};

use crate::text::tf;
use crate::ui::seek;
use crate::ui::theme::{Tokens, Type, radius, size, space};

/// Shows `contents` under `title`, unless it is folded away: then `None`. Whether it is, is remembered by
/// the place in the window and the title.
pub fn section<R>(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let id = ui.make_persistent_id(("section", title));
    part(ui, id, title, false, contents)
}

/// As [`section`], but folded away at first and remembered by its name and title alone: who opens it for one
/// record finds it open for the next.
pub fn folded_section<R>(
    ui: &mut Ui,
    name: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    part(ui, Id::unique(("section", name, title)), title, true, contents)
}

/// As [`folded_section`], but remembered by its name alone: its title may count what is in it.
pub fn counted_section<R>(
    ui: &mut Ui,
    name: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    part(ui, Id::unique(("section", name)), title, true, contents)
}

fn part<R>(
    ui: &mut Ui,
    id: Id,
    title: &str,
    folded_at_first: bool,
    contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let mut folded = ui.data(|data| data.get_temp(id)).unwrap_or(folded_at_first);
    let tokens = Tokens::of(ui);

    super::hairline(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::click());
    if response.clicked() {
        folded = !folded;
        ui.data_mut(|data| data.insert_temp(id, folded));
    }
    response.widget_info(|| {
        let key = if folded {
            "widget-section-open"
        } else {
            "widget-section-close"
        };
        let name = tf(key, &[("title", title.into())]);
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
    });
    let icon = if folded {
        ICON_CHEVRON_RIGHT
    } else {
        ICON_EXPAND_MORE
    };
    let ink = if response.hovered() {
        tokens.text_strong
    } else {
        tokens.text_weak
    };
    ui.painter().text(
        pos2(rect.left() + 7.0, rect.center().y),
        Align2::CENTER_CENTER,
        icon.codepoint,
        FontId::new(16.0, icon.font_family()),
        ink,
    );
    ui.painter().text(
        pos2(rect.left() + space::L + 2.0, rect.center().y),
        Align2::LEFT_CENTER,
        title,
        Type::Strong.font(tokens),
        tokens.text_strong,
    );
    super::focus_ring(ui, &response, rect.shrink(1.0), radius::S);
    // What is looked for may be in here: then it stays open.
    let looks_inside = folded && seek::is_on(ui.ctx());
    if folded && !looks_inside {
        return None;
    }
    let result = ui.vertical(contents).inner;
    ui.add_space(space::M);
    if looks_inside && !seek::is_on(ui.ctx()) {
        ui.data_mut(|data| data.insert_temp(id, false));
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use crate::ui::widgets::testing::harness;
    use crate::ui::widgets::text;

    #[test]
    fn a_section_folds_away_and_comes_back() {
        let mut window = harness((), |ui, ()| {
            super::section(ui, "Place", |ui| text(ui, "Kyiv"));
        });
        assert!(window.query_by_label("Kyiv").is_some());
        window.get_by_label("Hide Place").click();
        window.run();
        assert!(window.query_by_label("Kyiv").is_none());
        window.get_by_label("Show Place").click();
        window.run();
        assert!(window.query_by_label("Kyiv").is_some());
    }

    #[test]
    fn what_is_opened_for_one_record_is_open_for_the_next() {
        let mut window = harness(1, |ui, record| {
            ui.push_id(*record, |ui| {
                super::folded_section(ui, "strike", "More", |ui| text(ui, "Notes"));
            });
        });
        assert!(window.query_by_label("Notes").is_none());
        window.get_by_label("Show More").click();
        window.run();
        *window.state_mut() = 2;
        window.run();
        assert!(window.query_by_label("Notes").is_some());
    }
}
