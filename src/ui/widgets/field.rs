//! A field to type in: its label above, a unit at its end, what is wrong under it. What was typed counts
//! when Enter is pressed or the field is left; Escape takes it back.

use egui::text::TextFormat;
use egui::{Event, Key, Response, TextBuffer, TextEdit, Ui};

use crate::text::tf;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};

use super::Text;

/// What happened in a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldEvent {
    /// Nothing.
    #[default]
    None,
    /// Typing goes on.
    Changed,
    /// The text was changed and the field left, or Enter was pressed: the text counts.
    Committed,
    /// Escape was pressed: the text is what it was.
    Cancelled,
}

/// What [`Field::show`] gives back.
#[derive(Debug)]
pub struct FieldOutput {
    /// What happened.
    pub event: FieldEvent,
    /// The field itself, to give it the keyboard.
    pub response: Response,
}

/// A field.
#[derive(Clone, Debug)]
#[must_use = "it is shown by `show`"]
pub struct Field<'a> {
    label: &'a str,
    hint: &'a str,
    unit: &'a str,
    error: Option<&'a str>,
    kind: Type,
    lines: usize,
    width: f32,
    hidden_label: bool,
    reason: Option<&'a str>,
    which: u64,
}

impl<'a> Field<'a> {
    /// A field under its label, which is also its accessible name.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            hint: "",
            unit: "",
            error: None,
            kind: Type::Body,
            lines: 1,
            width: f32::INFINITY,
            hidden_label: false,
            reason: None,
            which: 0,
        }
    }

    /// What to type, shown while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What the number is of, shown at its end.
    pub fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// What is wrong, shown under it.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// In the face of marks, large, with its Persian and Arabic digits repeated as Latin ones.
    pub fn mark(mut self) -> Self {
        self.kind = Type::Mark;
        self
    }

    /// In the face of marks, small.
    pub fn mono(mut self) -> Self {
        self.kind = Type::Mono;
        self
    }

    /// Several lines; Enter then begins another, Ctrl+Enter commits.
    pub fn lines(mut self, lines: usize) -> Self {
        self.lines = lines.max(1);
        self
    }

    /// No wider than this, in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// The label is read out but not shown, for a field in a bar.
    pub fn hidden_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// Tells fields of one label in one place apart: the number of the row.
    pub fn which(mut self, which: u64) -> Self {
        self.which = which;
        self
    }

    /// Cannot be changed if there is a reason, which shows under the pointer.
    pub fn unless(mut self, reason: Option<&'a str>) -> Self {
        self.reason = reason;
        self
    }

    /// Shows the field on `text`.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> FieldOutput {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let label = (!self.hidden_label).then(|| ui.add(Text::new(self.label).kind(Type::Small).weak()));
            let output = self.input(ui, text);
            let response = match label {
                Some(label) => output.response.labelled_by(label.id),
                None => output.response.accessible_name(self.label),
            };
            self.below(ui, text);
            FieldOutput {
                event: output.event,
                response,
            }
        })
        .inner
    }

    fn input(&self, ui: &mut Ui, text: &mut String) -> FieldOutput {
        let tokens = Tokens::of(ui);
        let format = TextFormat::simple(self.kind.font(tokens), tokens.text_strong);
        let font = format.font_id.clone();
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
            let width = if self.lines > 1 { width } else { f32::INFINITY };
            script_text::field_galley(ui, text.as_str(), format.clone(), width)
        };
        let width = self.width.min(ui.available_width());
        let id = ui.make_persistent_id(("field", self.label, self.which));
        // Escape and Enter are told from the events, which the field may take out of the input.
        let ends = ui.input(|input| Ends::of(&input.events, self.lines > 1));
        // The keyboard and the first letter may come in one frame.
        let was = text.clone();

        let edit = if self.lines > 1 {
            TextEdit::multiline(text).desired_rows(self.lines)
        } else {
            TextEdit::singleline(text)
        };
        let edit = edit
            .id(id)
            .font(font)
            .hint_text(self.hint)
            .desired_width(width)
            .layouter(&mut layouter);
        let edit = if self.unit.is_empty() {
            edit
        } else {
            edit.suffix(self.unit)
        };
        let mut response = ui
            .add_enabled_ui(self.reason.is_none(), |ui| {
                if self.error.is_some() {
                    let visuals = ui.visuals_mut();
                    visuals.widgets.inactive.bg_stroke.color = tokens.bad.text;
                    visuals.widgets.hovered.bg_stroke.color = tokens.bad.text;
                    visuals.selection.stroke.color = tokens.bad.text;
                }
                edit.show(ui).response.response
            })
            .inner;
        if let Some(reason) = self.reason {
            response = response.on_disabled_hover_text(reason);
        }
        let event = self.event(ui, &response, text, was, ends);
        FieldOutput { event, response }
    }

    /// Tells what happened from the text as it was when the keyboard came. `was` is the text at the head of this frame.
    fn event(&self, ui: &Ui, response: &Response, text: &mut String, was: String, ends: Ends) -> FieldEvent {
        let id = response.id.with("before");
        let before = || ui.data(|data| data.get_temp::<String>(id));
        // Who was given the keyboard by the program has it from the frame before on, and never gained it.
        if response.gained_focus() || (response.has_focus() && before().is_none()) {
            ui.data_mut(|data| data.insert_temp(id, was));
        }
        if self.lines > 1 && response.has_focus() && ends == Ends::Committed {
            response.surrender_focus();
        }
        if response.lost_focus() {
            let before = before();
            ui.data_mut(|data| data.remove::<String>(id));
            if ends == Ends::Cancelled {
                if let Some(before) = before {
                    *text = before;
                }
                return FieldEvent::Cancelled;
            }
            if ends == Ends::Committed || before.is_some_and(|before| before != *text) {
                return FieldEvent::Committed;
            }
            return FieldEvent::None;
        }
        if response.changed() {
            return FieldEvent::Changed;
        }
        FieldEvent::None
    }

    fn below(&self, ui: &mut Ui, text: &str) {
        let tokens = Tokens::of(ui);
        if self.kind == Type::Mark
            && let Some(digits) = script_text::latin_echo(text)
        {
            let echo = tf("widget-latin-echo", &[("digits", digits.into())]);
            ui.add(Text::new(&echo).kind(Type::Mono).weak());
        }
        if let Some(error) = self.error {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                ui.add(Text::new(error).kind(Type::Small).color(tokens.bad.text));
            });
        }
    }
}

/// How typing was ended in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Not,
    Committed,
    Cancelled,
}

impl Ends {
    fn of(events: &[Event], several_lines: bool) -> Self {
        for event in events {
            if let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            {
                match key {
                    Key::Escape => return Self::Cancelled,
                    Key::Enter if !several_lines || modifiers.command => return Self::Committed,
                    _ => {}
                }
            }
        }
        Self::Not
    }
}

/// A field of one line under its label.
pub fn text_field(ui: &mut Ui, label: &str, text: &mut String, hint: &str) -> FieldEvent {
    Field::new(label).hint(hint).show(ui, text).event
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    type State = (String, Vec<FieldEvent>);

    fn place<'a>() -> Harness<'a, State> {
        harness((String::new(), Vec::new()), |ui, (text, events)| {
            let event = text_field(ui, "Place", text, "Where it was found");
            if event != FieldEvent::None {
                events.push(event);
            }
            let mut other = String::new();
            text_field(ui, "Depth", &mut other, "");
        })
    }

    fn type_in(window: &mut Harness<'_, State>, text: &str) {
        let field = window.get_by_role_and_label(Role::TextInput, "Place");
        field.focus();
        window.run();
        window
            .get_by_role_and_label(Role::TextInput, "Place")
            .type_text(text);
        window.run();
    }

    #[test]
    fn what_is_typed_counts_at_enter() {
        let mut window = place();
        type_in(&mut window, "Kyiv");
        window.key_press(Key::Enter);
        window.run();
        let (text, events) = window.state();
        assert_eq!(text, "Kyiv");
        assert_eq!(events, &[FieldEvent::Changed, FieldEvent::Committed]);
    }

    #[test]
    fn what_is_typed_counts_when_the_field_is_left() {
        let mut window = place();
        type_in(&mut window, "Kyiv");
        window.get_by_role_and_label(Role::TextInput, "Depth").focus();
        window.run();
        assert_eq!(window.state().1.last(), Some(&FieldEvent::Committed));
    }

    #[test]
    fn what_is_typed_into_a_field_that_was_given_the_keyboard_counts_when_it_is_left() {
        let mut window = harness(State::default(), |ui, (text, events)| {
            let output = Field::new("Place").show(ui, text);
            if ui.input(|input| input.key_pressed(Key::F2)) {
                output.response.request_focus();
            }
            if output.event != FieldEvent::None {
                events.push(output.event);
            }
            text_field(ui, "Depth", &mut String::new(), "");
        });
        window.key_press(Key::F2);
        window.run();
        window
            .get_by_role_and_label(Role::TextInput, "Place")
            .type_text("Kyiv");
        window.run();
        window.key_press(Key::Tab);
        window.run();
        let (text, events) = window.state();
        assert_eq!(text, "Kyiv");
        assert_eq!(events, &[FieldEvent::Changed, FieldEvent::Committed]);
    }

    #[test]
    fn a_field_that_is_left_as_it_was_changes_nothing() {
        let mut window = place();
        window.get_by_role_and_label(Role::TextInput, "Place").focus();
        window.run();
        window.get_by_role_and_label(Role::TextInput, "Depth").focus();
        window.run();
        assert_eq!(window.state().1, []);
    }

    #[test]
    fn escape_takes_typing_back() {
        let mut window = place();
        type_in(&mut window, "Kyiv");
        window.key_press(Key::Escape);
        window.run();
        let (text, events) = window.state();
        assert_eq!(text, "");
        assert_eq!(events.last(), Some(&FieldEvent::Cancelled));
    }

    #[test]
    fn a_mark_in_persian_digits_is_repeated_in_latin_ones() {
        let window = harness("SN-۱۲۳".to_owned(), |ui, text| {
            Field::new("Transcription").mark().show(ui, text);
        });
        assert!(window.query_by_label("In Latin digits: SN-123").is_some());
        assert_eq!(window.state(), "SN-۱۲۳");
    }

    #[test]
    fn a_key_changes_the_character_at_the_cursor_also_behind_a_word_from_right_to_left() {
        let mut window = harness("سلاح ۱۲۳".to_owned(), |ui, text| {
            Field::new("Transcription").mark().show(ui, text);
        });
        window
            .get_by_role_and_label(Role::TextInput, "Transcription")
            .focus();
        window.run();
        for key in [Key::End, Key::ArrowLeft, Key::Backspace] {
            window.key_press(key);
            window.run();
        }
        assert_eq!(window.state(), "سلاح ۱۳");
        for key in [Key::Home, Key::Delete] {
            window.key_press(key);
            window.run();
        }
        assert_eq!(window.state(), "لاح ۱۳");
    }
}
