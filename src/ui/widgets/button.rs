//! Buttons: one primary a view, secondary ones beside it, quiet ones and icons in bars. A button that cannot
//! be used stays in its place and says why.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, FontId, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::text::tf;
use crate::ui::commands::UiCommand;
use crate::ui::theme::{Tokens, Type, radius, size, space};

/// How loud a button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Primary,
    Secondary,
    Quiet,
}

/// A button.
#[derive(Clone, Debug)]
#[must_use = "it is shown by `ui.add`"]
pub struct Action<'a> {
    name: &'a str,
    icon: Option<MaterialIcon>,
    shows_name: bool,
    weight: Weight,
    keys: String,
    reason: Option<&'a str>,
    selected: bool,
    spoken: Option<&'a str>,
}

impl<'a> Action<'a> {
    fn new(name: &'a str, weight: Weight) -> Self {
        Self {
            name,
            icon: None,
            shows_name: true,
            weight,
            keys: String::new(),
            reason: None,
            selected: false,
            spoken: None,
        }
    }

    /// The one thing to do next.
    pub fn primary(name: &'a str) -> Self {
        Self::new(name, Weight::Primary)
    }

    /// Something else that can be done here.
    pub fn secondary(name: &'a str) -> Self {
        Self::new(name, Weight::Secondary)
    }

    /// Without a frame, for bars and lists.
    pub fn quiet(name: &'a str) -> Self {
        Self::new(name, Weight::Quiet)
    }

    /// An icon alone; `name` is read out and shows under the pointer.
    pub fn icon(icon: MaterialIcon, name: &'a str) -> Self {
        Self {
            icon: Some(icon),
            shows_name: false,
            ..Self::new(name, Weight::Quiet)
        }
    }

    /// A command of the table, as an icon with its name and keys under the pointer.
    pub fn command(command: UiCommand) -> Action<'static> {
        Action::icon(command.icon(), command.text()).keys(command.shortcut_text())
    }

    /// Puts an icon before the name.
    pub fn with_icon(mut self, icon: MaterialIcon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The keys that do the same, shown under the pointer.
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// Cannot be used if there is a reason, which shows under the pointer and is read out.
    pub fn unless(mut self, reason: Option<&'a str>) -> Self {
        self.reason = reason;
        self
    }

    /// Is switched on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Is read out by another name, where the one that is shown would not say of what it is.
    pub fn spoken(mut self, name: &'a str) -> Self {
        self.spoken = Some(name);
        self
    }

    /// Ground, line and letter.
    fn look(&self, tokens: &Tokens, response: &Response) -> (Color32, Stroke, Color32) {
        let none = Stroke::NONE;
        if self.reason.is_some() || !response.enabled() {
            let line = if self.weight == Weight::Quiet {
                none
            } else {
                tokens.hairline()
            };
            let faded = tokens.text_weak.gamma_multiply(0.7);
            return (Color32::TRANSPARENT, line, faded);
        }
        let down = response.is_pointer_button_down_on();
        let over = response.hovered();
        match self.weight {
            Weight::Primary => {
                let ground = if over || down {
                    tokens.accent_fill_hover
                } else {
                    tokens.accent_fill
                };
                (ground, none, tokens.text_on_accent)
            }
            _ if self.selected => (tokens.selection, none, tokens.accent),
            weight => {
                let (rest, line) = if weight == Weight::Secondary {
                    (tokens.raised, tokens.control_line())
                } else {
                    (Color32::TRANSPARENT, none)
                };
                if down {
                    (tokens.pressed, line, tokens.text_strong)
                } else if over {
                    (tokens.hover, line, tokens.text_strong)
                } else {
                    (rest, line, tokens.text)
                }
            }
        }
    }
}

impl Widget for Action<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let kind = if self.weight == Weight::Primary {
            Type::Strong
        } else {
            Type::Body
        };
        let name = self.shows_name.then(|| {
            ui.painter()
                .layout_no_wrap(self.name.to_owned(), kind.font(tokens), Color32::PLACEHOLDER)
        });
        let mut width = 0.0;
        if self.icon.is_some() {
            width += size::ICON;
        }
        if let Some(name) = &name {
            let inner = if self.icon.is_some() { space::XS + 2.0 } else { 0.0 };
            width += inner + name.size().x + 2.0 * space::M;
        } else {
            width = size::CONTROL;
        }
        let usable = self.reason.is_none();
        let sense = if usable { Sense::click() } else { Sense::hover() };
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, size::CONTROL), sense);
        response.widget_info(|| {
            let usable = usable && ui.is_enabled();
            let name = match self.reason {
                Some(reason) => tf(
                    "widget-disabled",
                    &[
                        ("name", self.spoken.unwrap_or(self.name).into()),
                        ("reason", reason.into()),
                    ],
                ),
                None => self.spoken.unwrap_or(self.name).to_owned(),
            };
            WidgetInfo {
                selected: self.selected.then_some(true),
                ..WidgetInfo::labeled(Role::Button, usable, name)
            }
        });

        if ui.is_rect_visible(rect) {
            let (ground, line, letter) = self.look(tokens, &response);
            let corner = CornerRadius::same(radius::M);
            ui.painter().rect(rect, corner, ground, line, StrokeKind::Inside);
            super::focus_ring(ui, &response, rect, radius::M);
            let mut x = rect.left() + space::M;
            if let Some(icon) = self.icon {
                let center = if self.shows_name {
                    egui::pos2(x + size::ICON / 2.0, rect.center().y)
                } else {
                    rect.center()
                };
                ui.painter().text(
                    center,
                    Align2::CENTER_CENTER,
                    icon.codepoint,
                    FontId::new(size::ICON, icon.font_family()),
                    letter,
                );
                x += size::ICON + space::XS + 2.0;
            }
            if let Some(name) = name {
                let y = rect.center().y - name.size().y / 2.0;
                ui.painter().galley(egui::pos2(x, y), name, letter);
            }
        }

        if let Some(reason) = self.reason {
            response = response.on_hover_text(reason);
        } else if !self.shows_name || !self.keys.is_empty() {
            response = response.on_hover_ui(|ui| {
                ui.horizontal(|ui| {
                    ui.label(self.name);
                    if !self.keys.is_empty() {
                        super::key_hint(ui, &self.keys);
                    }
                });
            });
        }
        response
    }
}

/// An icon that does something; `keys` may be empty.
pub fn icon_button(ui: &mut Ui, icon: MaterialIcon, name: &str, keys: &str) -> Response {
    ui.add(Action::icon(icon, name).keys(keys))
}

/// The one thing to do next.
pub fn primary_button(ui: &mut Ui, name: &str) -> Response {
    ui.add(Action::primary(name))
}

/// Something else that can be done here.
pub fn secondary_button(ui: &mut Ui, name: &str) -> Response {
    ui.add(Action::secondary(name))
}

/// Something that can be done, without a frame.
pub fn quiet_button(ui: &mut Ui, name: &str) -> Response {
    ui.add(Action::quiet(name))
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;
    use egui_material_icons::icons::ICON_SEARCH;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn a_button_is_found_and_clicked_by_its_name_be_it_an_icon_or_not() {
        let mut window = harness([0, 0], |ui, clicks| {
            clicks[0] += usize::from(primary_button(ui, "Import photos").clicked());
            clicks[1] += usize::from(icon_button(ui, ICON_SEARCH, "Find", "Ctrl+F").clicked());
        });
        window.get_by_label("Import photos").click();
        window.run();
        window.get_by_label("Find").click();
        window.run();
        assert_eq!(*window.state(), [1, 1]);
    }

    #[test]
    fn a_button_that_cannot_be_used_says_why_and_does_nothing() {
        let mut window = harness(0, |ui, clicks| {
            let button = Action::primary("Export").unless(Some("there is nothing to export yet"));
            *clicks += usize::from(ui.add(button).clicked());
        });
        let button = window.get_by_label("Export: there is nothing to export yet");
        button.click();
        window.run();
        assert_eq!(*window.state(), 0);
    }

    #[test]
    fn the_keyboard_presses_a_button_as_the_pointer_does() {
        let mut window = harness(0, |ui, clicks| {
            *clicks += usize::from(primary_button(ui, "Import photos").clicked());
        });
        window.get_by_label("Import photos").focus();
        window.run();
        window.key_press(egui::Key::Enter);
        window.run();
        assert_eq!(*window.state(), 1);
    }
}
