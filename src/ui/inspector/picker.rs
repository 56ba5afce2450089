//! Choosing a record by typing a part of its title.

use egui::{Popup, PopupCloseBehavior, Ui};
use egui_material_icons::icons;

use crate::text::t;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, Text, gap, weak_text};

/// What a person chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked<I> {
    /// This record.
    Some(I),
    /// None.
    None,
}

/// How many choices are shown at once; typing finds the rest.
const SHOWN: usize = 12;

/// Shows what is chosen as a button that opens the choices.
pub fn picker<I: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: Option<(&I, &str)>,
    choices: &[(I, String)],
) -> Option<Picked<I>> {
    let mut picked = None;
    ui.add(Text::new(label).kind(Type::Small).weak());
    let shown = match chosen {
        Some((_, title)) if !title.is_empty() => title.to_owned(),
        Some(_) => t("record-untitled").to_owned(),
        None => t("picker-none").to_owned(),
    };
    let name = format!("{label}: {shown}");
    let response = ui
        .add(Action::secondary(&shown).with_icon(icons::ICON_EXPAND_MORE))
        .on_hover_text(&name);
    let query_id = ui.make_persistent_id(("picker", label));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(300.0);
            let mut query: String = ui.data(|data| data.get_temp(query_id)).unwrap_or_default();
            let field = Field::new(t("picker-search"))
                .hint(t("picker-search"))
                .hidden_label()
                .show(ui, &mut query);
            if !field.response.has_focus() && query.is_empty() {
                field.response.request_focus();
            }
            gap(ui, space::XS);
            let wanted = query.to_lowercase();
            let mut fitting = choices
                .iter()
                .filter(|(_, title)| wanted.is_empty() || title.to_lowercase().contains(&wanted));
            for (id, title) in fitting.by_ref().take(SHOWN) {
                let title = if title.is_empty() {
                    t("record-untitled")
                } else {
                    title
                };
                let is_chosen = chosen.is_some_and(|(other, _)| other == id);
                if ui.add(Action::quiet(title).selected(is_chosen)).clicked() {
                    picked = Some(Picked::Some(id.clone()));
                }
            }
            if fitting.next().is_some() {
                weak_text(ui, t("picker-more"));
            }
            if choices.is_empty() {
                weak_text(ui, t("picker-empty"));
            }
            if chosen.is_some()
                && ui
                    .add(Action::quiet(t("picker-clear")).with_icon(icons::ICON_LINK_OFF))
                    .clicked()
            {
                picked = Some(Picked::None);
            }
            if picked.is_some() {
                query.clear();
                ui.close();
            }
            ui.data_mut(|data| data.insert_temp(query_id, query));
        });
    picked
}
