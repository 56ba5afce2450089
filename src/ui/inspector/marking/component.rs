//! Choosing the component that bears a marking: a list that narrows as one types.

use egui::{CornerRadius, Frame, Key, Modifiers, Popup, PopupCloseBehavior, ScrollArea, Ui};

use crate::case::ComponentRow;
use crate::model::Component;
use crate::model::id::ComponentId;
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::views::markings::choice;
use crate::ui::widgets::{Action, Field, Text};

/// The list and what was typed into it.
#[derive(Default)]
pub struct ComponentPicker {
    found: Remote<String, Vec<ComponentRow>>,
    query: String,
    chosen: usize,
    was_open: bool,
}

impl ComponentPicker {
    /// Shows what bears the marking, and a list to choose another.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        now: Option<&Component>,
        value: &mut Option<ComponentId>,
    ) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Text::new(t("marking-field-component")).kind(Type::Small).weak());
            let title = now
                .map(|component| component.title.as_str())
                .filter(|title| !title.is_empty());
            let shown = match (title, now) {
                (Some(title), _) => title,
                (None, Some(_)) => t("marking-component-untitled"),
                (None, None) => t("marking-component-none"),
            };
            let button = Frame::new()
                .fill(Tokens::of(ui).field)
                .stroke(Tokens::of(ui).control_line())
                .corner_radius(CornerRadius::same(radius::M))
                .show(ui, |ui| choice::row(ui, shown, "", false))
                .inner;
            button.widget_info(|| {
                let name = format!("{}: {shown}", t("marking-field-component"));
                egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, ui.is_enabled(), name)
            });
            let picked = Popup::from_toggle_button_response(&button)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .width(320.0)
                .gap(2.0)
                .show(|ui| self.list(ui, desk));
            self.was_open = picked.is_some();
            if let Some(picked) = picked.and_then(|shown| shown.inner) {
                *value = picked;
                self.query.clear();
                Popup::close_all(ui);
            }
        });
    }

    /// The list; the choice that was made, of which one is none.
    fn list(&mut self, ui: &mut Ui, desk: &mut Desk) -> Option<Option<ComponentId>> {
        let (down, up, enter) = ui.input_mut(|input| {
            (
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let output = Field::new(t("marking-component-find"))
            .hint(t("marking-component-hint"))
            .show(ui, &mut self.query);
        if !self.was_open {
            output.response.request_focus();
            self.chosen = 0;
        }
        if output.response.changed() {
            self.chosen = 0;
        }
        let query = self.query.trim().to_owned();
        let asked = query.clone();
        let found = self
            .found
            .get(&desk.link, query, move |reader| reader.components(&[], &asked));
        let rows = found.map(Vec::as_slice).unwrap_or_default();
        if rows.is_empty() && found.is_some() {
            ui.add(Text::new(t("marking-component-nothing")).kind(Type::Small).weak());
        }
        let count = rows.len();
        self.chosen = (self.chosen + down)
            .saturating_sub(up)
            .min(count.saturating_sub(1));
        let mut picked = None;
        let area = ScrollArea::vertical()
            .max_height(260.0)
            .auto_shrink([false, true]);
        area.show_rows(ui, size::ROW_TALL, count, |ui, visible| {
            for place in visible {
                if component_row(ui, &rows[place], place == self.chosen) {
                    picked = Some(Some(rows[place].id));
                }
            }
        });
        if enter && let Some(row) = rows.get(self.chosen) {
            picked = Some(Some(row.id));
        }
        ui.add_space(space::XS);
        if ui.add(Action::quiet(t("marking-component-take-off"))).clicked() {
            picked = Some(None);
        }
        picked
    }
}

fn component_row(ui: &mut Ui, row: &ComponentRow, chosen: bool) -> bool {
    let title = if row.title.is_empty() {
        t("marking-component-untitled")
    } else {
        &row.title
    };
    let rest = [row.weapon_title.as_deref(), row.exhibit_number.as_deref()];
    let rest: Vec<&str> = rest
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let detail = if rest.is_empty() {
        t("marking-component-no-weapon").to_owned()
    } else {
        rest.join(" · ")
    };
    choice::row(ui, title, &detail, chosen).clicked()
}
