//! What was typed in a frame that took long. egui moves the keyboard at the head of a frame and lets the fields read all
//! of its letters afterwards: a letter and the Tab behind it in one frame would bring the letter into the next field, and of
//! two Tabs one would be lost. So whatever can move the keyboard gets a frame of its own.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Plugin, RawInput};

/// Takes the input apart before egui sees it. To be added to the context once.
#[derive(Debug, Default)]
pub struct InOrder {
    waiting: VecDeque<Event>,
}

impl Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "in order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        let count = of_this_frame(self.waiting.make_contiguous());
        input.events.extend(self.waiting.drain(..count));
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// What an event can do to the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    /// What has the keyboard takes it.
    Types,
    /// The keyboard can be elsewhere after it.
    Moves,
    /// The same, by the pointer: a press and its release may come in one frame, or a slow one would make them no click.
    Points,
}

/// How many of the first events belong into one frame.
fn of_this_frame(events: &[Event]) -> usize {
    let mut before = None;
    for (place, event) in events.iter().enumerate() {
        let Some(now) = does(event) else { continue };
        if before.is_some_and(|before| before != now || now == Does::Moves) {
            return place;
        }
        before = Some(now);
    }
    events.len()
}

fn does(event: &Event) -> Option<Does> {
    match event {
        Event::Key { pressed: false, .. } => None,
        Event::Key { key, modifiers, .. } => {
            let leaves = matches!(key, Key::Tab | Key::Enter | Key::Escape);
            let commands = modifiers.command || modifiers.ctrl || modifiers.alt;
            Some(if leaves || commands {
                Does::Moves
            } else {
                Does::Types
            })
        }
        Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_) => Some(Does::Types),
        Event::PointerButton { .. } => Some(Does::Points),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }
    }

    fn released(which: Key) -> Event {
        match key(which) {
            Event::Key {
                key,
                physical_key,
                repeat,
                modifiers,
                ..
            } => Event::Key {
                key,
                physical_key,
                pressed: false,
                repeat,
                modifiers,
            },
            other => other,
        }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    fn frames(events: Vec<Event>) -> Vec<Vec<Event>> {
        let ctx = Context::default();
        let mut in_order = InOrder::default();
        let mut input = RawInput {
            events,
            ..RawInput::default()
        };
        let mut frames = Vec::new();
        loop {
            in_order.input_hook(&ctx, &mut input);
            if input.events.is_empty() {
                return frames;
            }
            frames.push(std::mem::take(&mut input.events));
        }
    }

    #[test]
    fn letters_are_taken_before_the_key_that_leaves_the_field() {
        let events = vec![text("a"), text("b"), key(Key::Tab), text("c"), key(Key::Enter)];
        let expected = vec![
            vec![text("a"), text("b")],
            vec![key(Key::Tab)],
            vec![text("c")],
            vec![key(Key::Enter)],
        ];
        assert_eq!(frames(events), expected);
    }

    #[test]
    fn of_two_tabs_none_is_lost_and_a_key_that_is_let_go_waits_for_nothing() {
        let events = vec![
            key(Key::Tab),
            released(Key::Tab),
            key(Key::Tab),
            released(Key::Tab),
        ];
        let one = vec![key(Key::Tab), released(Key::Tab)];
        assert_eq!(frames(events), [one.clone(), one]);
    }

    #[test]
    fn a_click_is_one_frame_behind_what_was_typed_before_it() {
        let button = |pressed| Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let events = vec![text("a"), button(true), button(false), text("b")];
        let expected = vec![
            vec![text("a")],
            vec![button(true), button(false)],
            vec![text("b")],
        ];
        assert_eq!(frames(events), expected);
    }

    #[test]
    fn what_moves_nothing_comes_at_once() {
        let events = vec![
            key(Key::A),
            text("a"),
            Event::PointerGone,
            key(Key::ArrowLeft),
            text("b"),
        ];
        assert_eq!(frames(events.clone()), [events]);
    }
}
