//! Text on the screen. Whatever a person wrote is drawn by [`Text`], never by egui's own label, because only
//! [`script_text`](crate::ui::script_text) puts Persian and Arabic digits in their true order.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Label, Response, Sense, Ui, Widget, WidgetInfo};

use crate::text::t;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type};

/// A text of any script, for reading.
#[derive(Clone, Debug)]
#[must_use = "it is shown by `ui.add`"]
pub struct Text<'a> {
    text: &'a str,
    kind: Type,
    color: Option<Color32>,
    weak: bool,
    strike: bool,
    truncate: bool,
}

impl<'a> Text<'a> {
    /// Running text.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            kind: Type::Body,
            color: None,
            weak: false,
            strike: false,
            truncate: false,
        }
    }

    /// What the text is for.
    pub fn kind(mut self, kind: Type) -> Self {
        self.kind = kind;
        self
    }

    /// A colour of the theme.
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// What matters less.
    pub fn weak(mut self) -> Self {
        self.weak = true;
        self
    }

    /// Struck out: an impossible reading.
    pub fn strike(mut self, strike: bool) -> Self {
        self.strike = strike;
        self
    }

    /// On one line, cut where the room ends; the whole text shows under the pointer.
    pub fn truncate(mut self) -> Self {
        self.truncate = true;
        self
    }

    fn format(&self, tokens: &Tokens) -> TextFormat {
        let color = self.color.unwrap_or(if self.weak {
            tokens.text_weak
        } else if matches!(self.kind, Type::Strong | Type::Heading | Type::Title | Type::Mark) {
            tokens.text_strong
        } else {
            tokens.text
        });
        let mut format = TextFormat::simple(self.kind.font(tokens), color);
        // In a row that wraps, egui makes the first line as high as the row: the text stands in the middle of it, as the names
        // of buttons do.
        format.valign = egui::Align::Center;
        if self.strike {
            format.strikethrough = egui::Stroke::new(tokens.line_width, color);
        }
        format
    }
}

impl Widget for Text<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let format = self.format(Tokens::of(ui));
        if !script_text::needs_care(self.text) {
            let job = LayoutJob::single_section(self.text.to_owned(), format);
            let label = Label::new(job);
            return ui.add(if self.truncate { label.truncate() } else { label });
        }
        let room = ui.available_width();
        let galley = if self.truncate {
            script_text::one_line(ui, self.text, format, room)
        } else {
            script_text::galley(ui, self.text, format, room)
        };
        reordered(ui, self.text, &galley, room)
    }
}

/// Draws text that is not in the order in which it is stored. It cannot be selected (what was copied
/// would be in the order of the screen); its menu copies it as it is stored.
fn reordered(ui: &mut Ui, text: &str, galley: &Arc<Galley>, room: f32) -> Response {
    let cut = galley.elided || galley.size().x > room;
    let size = egui::vec2(galley.size().x.min(room), galley.size().y);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter()
        .with_clip_rect(rect.intersect(ui.clip_rect()))
        .galley(rect.min, Arc::clone(galley), Color32::PLACEHOLDER);
    if cut {
        response = response.on_hover_ui(|ui| {
            ui.add(Text::new(text));
        });
    }
    response.container_context_menu(|ui| {
        if ui.button(t("widget-copy")).clicked() {
            ui.copy_text(text.to_owned());
        }
    });
    response
}

/// Running text that a person wrote.
pub fn text(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text))
}

/// The same, of less weight and size: second lines, hints.
pub fn weak_text(ui: &mut Ui, text: &str) -> Response {
    ui.add(Text::new(text).kind(Type::Small).weak())
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn a_text_that_is_reordered_on_the_screen_is_read_out_as_it_is_stored() {
        let stored = "قطعه SN-۱۲۳ شماره";
        let window = harness((), |ui, ()| {
            text(ui, stored);
        });
        assert!(window.query_by_label(stored).is_some());
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_and_not_wrapped() {
        for long in [
            "Connector of the guidance section",
            "قطعه شماره سلاح قطعه شماره سلاح",
        ] {
            let mut height = 0.0;
            let mut width = 0.0;
            crate::ui::fonts::in_a_frame(|ui| {
                crate::ui::theme::apply(ui, crate::ui::theme::Theme::Light);
                ui.set_max_width(80.0);
                let rect = ui.add(Text::new(long).truncate()).rect;
                (width, height) = (rect.width(), rect.height());
            });
            assert!(width <= 81.0, "{width}");
            assert!(height < 30.0, "{height}");
        }
    }
}
