//! What a field of words offers while a person types: terms that are known. Nothing is chosen that the person did
//! not choose: the arrows and Enter take one, the pointer takes one, and what was typed counts as it is.

use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Ui};

use crate::model::vocabulary::Term;

/// How many terms are offered at once.
const OFFERED: usize = 10;

/// What can be offered: words as they are, or a term, which is found by its name in any language.
pub trait Offered {
    /// What stands in the list, and in the field once it is taken.
    fn shown(&self) -> &str;
    /// By what it is found.
    fn names(&self) -> impl Iterator<Item = &str>;
}

impl Offered for &str {
    fn shown(&self) -> &str {
        self
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(*self)
    }
}

impl Offered for Term {
    fn shown(&self) -> &str {
        self.label()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        Self::names(self)
    }
}

/// The list under a field: which row is chosen, and whether the pointer is on it.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    field: Option<Id>,
    row: Option<usize>,
    rows: usize,
    pointer_on_list: bool,
    typed: String,
    enter: bool,
}

impl Suggestions {
    /// Takes the arrows, and Enter once a row is chosen, before the field sees them. To be called before it is drawn.
    pub fn take_keys(&mut self, ui: &Ui) {
        self.enter = false;
        let has_keyboard = self
            .field
            .is_some_and(|id| ui.memory(|memory| memory.has_focus(id)));
        if !has_keyboard || self.rows == 0 {
            return;
        }
        ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            if down > 0 {
                let next = self.row.map_or(down - 1, |row| row + down);
                self.row = Some(next.min(self.rows - 1));
            }
            if up > 0 {
                self.row = self.row.and_then(|row| row.checked_sub(up));
            }
            self.enter = self.row.is_some() && input.consume_key(Modifiers::NONE, Key::Enter);
        });
    }

    /// Whether the pointer is on the list: then the field has lost the keyboard only to it.
    #[must_use]
    pub fn has_pointer(&self) -> bool {
        self.pointer_on_list
    }

    /// Shows the terms that fit `typed` under the field; the one that was taken.
    pub fn show<'t, T: Offered>(&mut self, field: &Response, typed: &str, terms: &'t [T]) -> Option<&'t str> {
        self.field = Some(field.id);
        if self.typed != typed {
            typed.clone_into(&mut self.typed);
            self.row = None;
        }
        let is_open = field.has_focus() || self.pointer_on_list;
        if !is_open {
            self.rows = 0;
            self.row = None;
            return None;
        }
        let fitting = fitting(typed, terms);
        self.rows = fitting.len();
        let row = self.row;
        let shown = Popup::from_response(field)
            .id(field.id.with("suggestions"))
            .open(!fitting.is_empty())
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(field.rect.width())
            .gap(2.0)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut clicked = None;
                for (place, term) in fitting.iter().enumerate() {
                    if super::palette::row(ui, None, term, "", "", row == Some(place)).clicked() {
                        clicked = Some(place);
                    }
                }
                clicked
            });
        self.pointer_on_list = shown
            .as_ref()
            .is_some_and(|shown| shown.response.contains_pointer());
        let entered = self.enter.then_some(self.row).flatten();
        let taken = shown.and_then(|shown| shown.inner).or(entered)?;
        self.pointer_on_list = false;
        self.row = None;
        fitting.get(taken).copied()
    }
}

/// The terms that begin with what was typed, then those in which a later word does; all of them for nothing
/// typed, none when it is one of them.
fn fitting<'t, T: Offered>(typed: &str, terms: &'t [T]) -> Vec<&'t str> {
    let wanted = typed.trim().to_lowercase();
    if !wanted.is_empty() && terms.iter().any(|term| term.shown().to_lowercase() == wanted) {
        return Vec::new();
    }
    let mut found: Vec<(bool, &str)> = terms
        .iter()
        .filter_map(|term| {
            let begins = |name: &str| name.to_lowercase().starts_with(&wanted);
            let within = |name: &str| {
                name.to_lowercase()
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|word| word.starts_with(&wanted))
            };
            let begins = term.names().any(begins);
            (begins || term.names().any(within)).then_some((!begins, term.shown()))
        })
        .collect();
    found.sort_by_key(|(within, _)| *within);
    found.into_iter().map(|(_, term)| term).take(OFFERED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [&str; 4] = ["Jet vane", "Jet vane actuator", "Connector", "Fairing / cover"];

    #[test]
    fn terms_that_begin_so_come_before_those_with_such_a_word() {
        assert_eq!(fitting("co", &KINDS), ["Connector", "Fairing / cover"]);
        assert_eq!(fitting("", &KINDS), KINDS);
    }

    #[test]
    fn a_term_is_offered_in_the_language_in_use_for_its_name_in_another() {
        let kinds = crate::model::Vocabulary::ComponentKind.bundled();
        assert_eq!(fitting("сопло", kinds), ["Nozzle"]);
        assert_eq!(fitting("분사구", kinds), ["Nozzle"]);
    }

    #[test]
    fn a_term_that_is_typed_out_offers_nothing_more() {
        assert!(fitting("connector", &KINDS).is_empty());
        assert!(fitting("fuel pump", &KINDS).is_empty());
    }
}
