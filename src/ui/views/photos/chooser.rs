//! Choosing from a long list by typing: what is typed narrows it, the arrows choose, Enter takes. The list is
//! narrowed when the words change, not in every frame.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Key, Modifiers, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::text::t;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Field, gap, weak_text};

/// So many are shown at once; typing finds the rest.
const SHOWN: usize = 10;

/// One that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice<T> {
    pub value: T,
    pub title: String,
    /// What it is, shown at the right.
    pub detail: String,
    needle: String,
}

impl<T> Choice<T> {
    pub(super) fn new(value: T, title: &str, detail: impl Into<String>) -> Self {
        let title = if title.is_empty() {
            t("record-untitled")
        } else {
            title
        };
        let detail = detail.into();
        Self {
            value,
            needle: format!("{title} {detail}").to_lowercase(),
            title: title.to_owned(),
            detail,
        }
    }
}

/// What a person typed and which one the keyboard is at.
pub(super) struct Chooser<T> {
    query: String,
    at: usize,
    list: Arc<Vec<Choice<T>>>,
    narrowed: Option<String>,
    /// The first of those that fit, and how many more there are.
    found: (Vec<usize>, usize),
}

impl<T> Default for Chooser<T> {
    fn default() -> Self {
        Self {
            query: String::new(),
            at: 0,
            list: Arc::default(),
            narrowed: None,
            found: (Vec::new(), 0),
        }
    }
}

impl<T: Clone> Chooser<T> {
    /// Begins anew.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The one that the keyboard is at.
    pub(super) fn current(&self) -> Option<&Choice<T>> {
        self.list.get(*self.found.0.get(self.at)?)
    }

    /// Shows the field and the list; gives the one that was clicked. The keyboard stays in the field.
    pub(super) fn show(&mut self, ui: &mut Ui, hint: &str, list: &Arc<Vec<Choice<T>>>) -> Option<T> {
        let steps = ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            (down, up)
        });
        let field = Field::new(t("picker-search"))
            .hint(hint)
            .hidden_label()
            .show(ui, &mut self.query);
        if !field.response.has_focus() {
            field.response.request_focus();
        }
        self.narrow(list);
        let count = self.found.0.len();
        self.at = (self.at + steps.0)
            .saturating_sub(steps.1)
            .min(count.saturating_sub(1));
        gap(ui, space::XS);
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        for (line, &place) in self.found.0.iter().enumerate() {
            let choice = &self.list[place];
            if row(ui, choice, line == self.at).clicked() {
                self.at = line;
                clicked = Some(choice.value.clone());
            }
        }
        if self.found.1 > 0 {
            weak_text(ui, t("picker-more"));
        } else if count == 0 && !self.list.is_empty() {
            weak_text(ui, t("photos-link-not-found"));
        }
        clicked
    }

    fn narrow(&mut self, list: &Arc<Vec<Choice<T>>>) {
        let is_same_list = Arc::ptr_eq(&self.list, list);
        if is_same_list && self.narrowed.as_ref() == Some(&self.query) {
            return;
        }
        if !is_same_list {
            self.list = Arc::clone(list);
        }
        self.at = 0;
        self.narrowed = Some(self.query.clone());
        let wanted = self.query.trim().to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let mut fitting = list
            .iter()
            .enumerate()
            .filter(|(_, choice)| words.iter().all(|word| choice.needle.contains(word)))
            .map(|(place, _)| place);
        let first = fitting.by_ref().take(SHOWN).collect();
        self.found = (first, fitting.count());
    }
}

/// One line: the title, and at the right what it is.
fn row<T>(ui: &mut Ui, choice: &Choice<T>, chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &choice.title));
    let ground = if chosen {
        tokens.selection
    } else if response.hovered() {
        tokens.hover
    } else {
        tokens.overlay
    };
    let painter = ui.painter();
    painter.rect_filled(rect, f32::from(radius::S), ground);
    let lay = |text: &str, kind: Type, ink| {
        script_text::galley(
            ui,
            text,
            TextFormat::simple(kind.font(tokens), ink),
            f32::INFINITY,
        )
    };
    let detail = lay(&choice.detail, Type::Caption, tokens.text_weak);
    let detail_width = detail.size().x.min(rect.width() * 0.5);
    let from = rect.right() - space::S - detail_width;
    let middle = |height: f32| rect.center().y - height / 2.0;
    painter.with_clip_rect(rect.intersect(ui.clip_rect())).galley(
        pos2(from, middle(detail.size().y)),
        detail,
        tokens.text_weak,
    );
    let title = lay(&choice.title, Type::Body, tokens.text_strong);
    let mut room = rect.shrink2(vec2(space::S, 0.0));
    room.max.x = from - space::S;
    let is_cut = title.size().x > room.width();
    painter.with_clip_rect(room.intersect(ui.clip_rect())).galley(
        pos2(room.left(), middle(title.size().y)),
        title,
        tokens.text_strong,
    );
    if is_cut {
        response.on_hover_text(&choice.title)
    } else {
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Arc<Vec<Choice<u32>>> {
        let mut list: Vec<_> = (0..40)
            .map(|n| Choice::new(n, &format!("Connector {n}"), "Component"))
            .collect();
        list.push(Choice::new(99, "Missile", "Weapon"));
        Arc::new(list)
    }

    #[test]
    fn words_in_any_order_narrow_the_list_to_what_has_all_of_them() {
        let mut chooser = Chooser {
            query: "component  39".to_owned(),
            ..Chooser::default()
        };
        chooser.narrow(&list());
        assert_eq!(chooser.current().map(|choice| choice.value), Some(39));
        chooser.query = "weapon".to_owned();
        chooser.narrow(&list());
        assert_eq!(chooser.current().map(|choice| choice.value), Some(99));
    }

    #[test]
    fn a_long_list_says_that_there_is_more() {
        let mut chooser = Chooser::default();
        chooser.narrow(&list());
        assert_eq!((chooser.found.0.len(), chooser.found.1), (SHOWN, 41 - SHOWN));
    }
}
