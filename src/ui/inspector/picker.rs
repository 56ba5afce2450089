//! Choosing a record by typing a part of its title.

use egui::{Key, Modifiers, Popup, PopupCloseBehavior, Ui};
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
/// The most letters of a title on a button.
const LONGEST: usize = 34;

/// What is being typed, and which row Enter takes.
#[derive(Debug, Clone, Default)]
struct Query {
    text: String,
    row: usize,
}

/// Shows what is chosen as a button that opens the choices.
pub fn picker<I: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: Option<(&I, &str)>,
    choices: &[(I, String)],
) -> Option<Picked<I>> {
    ui.add(Text::new(label).kind(Type::Small).weak());
    pick(ui, label, chosen, choices)
}

/// The same without its label above it, for a bar.
pub fn pick<I: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: Option<(&I, &str)>,
    choices: &[(I, String)],
) -> Option<Picked<I>> {
    let shown = match chosen {
        Some((_, title)) => named(title),
        None => t("picker-none"),
    };
    let response = ui
        .add(Action::secondary(&cut(shown)).with_icon(icons::ICON_EXPAND_MORE))
        .on_hover_text(format!("{label}: {shown}"));
    let query_id = ui.make_persistent_id(("picker", label));
    let was_open = Popup::is_id_open(ui, Popup::default_response_id(&response));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(300.0);
            let mut query: Query = ui.data(|data| data.get_temp(query_id)).unwrap_or_default();
            if !was_open {
                query = Query::default();
            }
            let picked = choices_below(ui, &mut query, chosen.map(|(id, _)| id), choices);
            if picked.is_some() {
                query = Query::default();
                ui.close();
            }
            ui.data_mut(|data| data.insert_temp(query_id, query));
            picked
        })
        .and_then(|shown| shown.inner)
}

fn choices_below<I: Clone + PartialEq>(
    ui: &mut Ui,
    query: &mut Query,
    chosen: Option<&I>,
    choices: &[(I, String)],
) -> Option<Picked<I>> {
    let (down, up, enter) = ui.input_mut(|input| {
        (
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let field = Field::new(t("picker-search"))
        .hint(t("picker-search"))
        .hidden_label()
        .show(ui, &mut query.text);
    if !field.response.has_focus() && query.text.is_empty() {
        field.response.request_focus();
    }
    if field.response.changed() {
        query.row = 0;
    }
    gap(ui, space::XS);
    let wanted = query.text.trim().to_lowercase();
    let mut fitting = choices
        .iter()
        .filter(|(_, title)| wanted.is_empty() || title.to_lowercase().contains(&wanted));
    let rows: Vec<&(I, String)> = fitting.by_ref().take(SHOWN).collect();
    let more = fitting.next().is_some();
    query.row = (query.row + down)
        .saturating_sub(up)
        .min(rows.len().saturating_sub(1));
    let mut picked = None;
    for (place, (id, title)) in rows.iter().enumerate() {
        let is_chosen = chosen == Some(id) || (place == query.row && !wanted.is_empty());
        let title = cut(named(title));
        if ui.add(Action::quiet(&title).selected(is_chosen)).clicked() {
            picked = Some(Picked::Some(id.clone()));
        }
    }
    // Enter takes a row only once something was typed: nothing is tied by a key too many.
    if enter
        && !wanted.is_empty()
        && let Some((id, _)) = rows.get(query.row)
    {
        picked = Some(Picked::Some(id.clone()));
    }
    if more {
        weak_text(ui, t("picker-more"));
    }
    if choices.is_empty() {
        weak_text(ui, t("picker-empty"));
    } else if rows.is_empty() {
        weak_text(ui, t("picker-nothing"));
    }
    if chosen.is_some()
        && ui
            .add(Action::quiet(t("picker-clear")).with_icon(icons::ICON_LINK_OFF))
            .clicked()
    {
        picked = Some(Picked::None);
    }
    picked
}

fn named(title: &str) -> &str {
    if title.is_empty() {
        t("record-untitled")
    } else {
        title
    }
}

/// A title that fits a button.
fn cut(title: &str) -> String {
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}
