//! The tags of a record: chips that can be taken off, and a field that completes as one types from the tags
//! that are known. The whole is done by keyboard as well: arrows choose, Enter adds, Backspace in the empty
//! field takes the last one off, Escape leaves.

use egui::{Key, Modifiers, Popup, PopupCloseBehavior, Response, TextEdit, Ui};

use crate::model::{Term, vocabulary};
use crate::text::{t, tf};
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};

use super::{ChipEvent, Text, tag_chip};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TagEvent {
    /// Nothing.
    #[default]
    None,
    /// To bear this tag, which may be a new one.
    Added(String),
    /// To bear it no longer.
    Removed(String),
    /// To see the list of all tags, to edit it.
    ShowList,
}

/// How many suggestions are shown.
const SUGGESTIONS: usize = 8;

/// What is being typed.
#[derive(Clone, Debug, Default)]
struct Draft {
    text: String,
    chosen: usize,
    pointer_on_list: bool,
}

/// Shows the tags that a record bears, by their stored names, and takes another, completed from `known`.
pub fn tag_field(ui: &mut Ui, label: &str, bears: &[String], known: &[Term]) -> TagEvent {
    let mut event = TagEvent::None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let name = ui.add(Text::new(label).kind(Type::Small).weak());
        if !bears.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for tag in bears {
                    if tag_chip(ui, vocabulary::label(known, tag), true) == ChipEvent::Removed {
                        event = TagEvent::Removed(tag.clone());
                    }
                }
            });
        }
        let asked = input(ui, label, &name, bears, known);
        if asked != TagEvent::None {
            event = asked;
        }
    });
    event
}

fn input(ui: &mut Ui, label: &str, shown_label: &Response, bears: &[String], known: &[Term]) -> TagEvent {
    let id = ui.make_persistent_id(("tag field", label));
    let mut draft: Draft = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let typing = ui.memory(|memory| memory.has_focus(id));
    let keys = if typing {
        Keys::take(ui, draft.text.is_empty())
    } else {
        Keys::default()
    };

    let tokens = Tokens::of(ui);
    let format = egui::text::TextFormat::simple(Type::Body.font(tokens), tokens.text_strong);
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, _: f32| {
        script_text::field_galley(ui, text.as_str(), format.clone(), f32::INFINITY)
    };
    let width = ui.available_width();
    let response = TextEdit::singleline(&mut draft.text)
        .id(id)
        .hint_text(t("widget-tag-hint"))
        .desired_width(width)
        .layouter(&mut layouter)
        .show(ui)
        .response
        .response
        .labelled_by(shown_label.id);
    if response.changed() {
        draft.chosen = 0;
    }

    let suggestions = suggestions(&draft.text, bears, known);
    if !suggestions.is_empty() {
        let count = suggestions.len();
        draft.chosen = (draft.chosen.min(count - 1) + keys.down + count - keys.up % count) % count;
    }
    // The press on a suggestion takes the keyboard from the field; the list stays until the release.
    let open = (response.has_focus() || draft.pointer_on_list) && !suggestions.is_empty();
    let clicked = list(&response, open, &suggestions, &mut draft);

    let mut event = TagEvent::None;
    if let Some(place) = clicked.or(keys.enter.then_some(draft.chosen)) {
        if let Some(suggestion) = suggestions.get(place) {
            event = TagEvent::Added(suggestion.tag.clone());
            draft = Draft::default();
            response.request_focus();
        }
    } else if keys.take_last
        && let Some(last) = bears.last()
    {
        event = TagEvent::Removed(last.clone());
    } else if keys.leave {
        draft = Draft::default();
        response.surrender_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, draft));
    response.context_menu(|ui| {
        if ui.button(t("vocabulary-edit-list")).clicked() {
            event = TagEvent::ShowList;
            ui.close();
        }
    });
    event
}

/// Shows the list under the field; the suggestion that was clicked.
fn list(field: &Response, open: bool, suggestions: &[Suggestion], draft: &mut Draft) -> Option<usize> {
    let shown = Popup::from_response(field)
        .id(field.id.with("list"))
        .open(open)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .width(field.rect.width())
        .gap(2.0)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut clicked = None;
            for (place, suggestion) in suggestions.iter().enumerate() {
                let text = if suggestion.is_new {
                    tf("widget-tag-new", &[("tag", suggestion.tag.as_str().into())])
                } else {
                    suggestion.shown.clone()
                };
                if super::palette::row(ui, None, &text, "", "", place == draft.chosen).clicked() {
                    clicked = Some(place);
                }
            }
            clicked
        });
    draft.pointer_on_list = shown
        .as_ref()
        .is_some_and(|shown| shown.response.contains_pointer());
    shown.and_then(|shown| shown.inner)
}

/// Keys that the list takes before the field sees them.
#[derive(Default)]
struct Keys {
    down: usize,
    up: usize,
    enter: bool,
    leave: bool,
    take_last: bool,
}

impl Keys {
    fn take(ui: &Ui, is_empty: bool) -> Self {
        ui.input_mut(|input| Self {
            down: input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            up: input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
            leave: input.consume_key(Modifiers::NONE, Key::Escape),
            take_last: is_empty && input.consume_key(Modifiers::NONE, Key::Backspace),
        })
    }
}

/// A tag that the list offers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Suggestion {
    tag: String,
    shown: String,
    is_new: bool,
}

/// What fits what was typed: tags that begin with it, then those that contain it, then itself as a new one.
fn suggestions(typed: &str, bears: &[String], known: &[Term]) -> Vec<Suggestion> {
    let typed = typed.trim();
    let wanted = typed.to_lowercase();
    let mut fitting: Vec<(bool, &Term)> = known
        .iter()
        .filter(|tag| !tag.is_hidden && !bears.contains(&tag.id))
        .filter_map(|tag| {
            let places = tag.names().filter_map(|name| name.to_lowercase().find(&wanted));
            Some((places.min()? > 0, tag))
        })
        .collect();
    fitting.sort_by_key(|(inside, _)| *inside);
    let mut list: Vec<Suggestion> = fitting
        .into_iter()
        .take(SUGGESTIONS)
        .map(|(_, tag)| Suggestion {
            tag: tag.id.clone(),
            shown: tag.label().to_owned(),
            is_new: false,
        })
        .collect();
    let bears_it = bears.iter().any(|tag| tag.to_lowercase() == wanted);
    let is_known = bears_it || vocabulary::find(known, typed).is_some();
    if !typed.is_empty() && !is_known {
        list.push(Suggestion {
            tag: typed.to_owned(),
            shown: typed.to_owned(),
            is_new: true,
        });
    }
    list
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::model::{Tag, Vocabularies, Vocabulary};
    use crate::ui::widgets::testing::harness;

    fn strings(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|tag| (*tag).to_owned()).collect()
    }

    fn terms(tags: &[&str]) -> Vec<Term> {
        let tags: Vec<Tag> = tags
            .iter()
            .map(|name| Tag {
                name: (*name).to_owned(),
                ..Tag::default()
            })
            .collect();
        Vocabularies::of(&tags).terms(Vocabulary::Tags).to_vec()
    }

    fn tags<'a>() -> Harness<'a, Vec<String>> {
        let known = terms(&["actuator", "jet vane", "gyroscope", "vane"]);
        harness(strings(&["missile"]), move |ui, bears| {
            match tag_field(ui, "Tags", bears, &known) {
                TagEvent::Added(tag) => bears.push(tag),
                TagEvent::Removed(tag) => bears.retain(|other| *other != tag),
                TagEvent::None | TagEvent::ShowList => {}
            }
        })
    }

    fn type_in(window: &mut Harness<'_, Vec<String>>, text: &str) {
        window.get_by_role_and_label(Role::TextInput, "Tags").focus();
        window.run();
        window
            .get_by_role_and_label(Role::TextInput, "Tags")
            .type_text(text);
        window.run();
    }

    #[test]
    fn typing_and_enter_add_the_tag_that_begins_so() {
        let mut window = tags();
        type_in(&mut window, "van");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(*window.state(), ["missile", "vane"]);
    }

    #[test]
    fn the_arrows_choose_another() {
        let mut window = tags();
        type_in(&mut window, "van");
        window.key_press(Key::ArrowDown);
        window.run();
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(*window.state(), ["missile", "jet vane"]);
    }

    #[test]
    fn a_suggestion_can_be_clicked() {
        let mut window = tags();
        type_in(&mut window, "gy");
        window.get_by_label("gyroscope").click();
        window.run();
        assert_eq!(*window.state(), ["missile", "gyroscope"]);
    }

    #[test]
    fn a_tag_that_is_not_known_is_made_and_said_to_be_new() {
        let mut window = tags();
        type_in(&mut window, "113");
        window.get_by_label("New tag “113”");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(*window.state(), ["missile", "113"]);
    }

    #[test]
    fn a_cross_or_backspace_takes_a_tag_off() {
        let mut window = tags();
        window.get_by_label("Remove tag missile").click();
        window.run();
        assert!(window.state().is_empty());

        let mut window = tags();
        type_in(&mut window, "");
        window.key_press(Key::Backspace);
        window.run();
        assert!(window.state().is_empty());
    }

    #[test]
    fn a_tag_that_is_borne_is_not_offered_again() {
        let known = terms(&["Vane", "jet vane"]);
        let offered = suggestions("vane", &strings(&["Vane"]), &known);
        assert_eq!(offered.len(), 1);
        assert_eq!(offered[0].tag, "jet vane");
    }
}
