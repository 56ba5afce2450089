use std::collections::HashMap;

use egui::{Event, Key, KeyboardShortcut, Modifiers, RawInput};

use super::*;
use crate::text::{Language, tf_in};

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// The commands that `events` ask for, while a text field has the keyboard or not.
fn asked(events: Vec<Event>, typing: bool) -> Vec<UiCommand> {
    let ctx = egui::Context::default();
    let mut text = String::new();
    let mut found = Vec::new();
    let mut frame = |events: Vec<Event>| {
        let input = RawInput {
            events,
            ..Default::default()
        };
        ctx.run_ui(input, |ui| {
            found = pressed(ui, false);
            let field = ui.text_edit_singleline(&mut text);
            if typing {
                field.request_focus();
            }
        })
        .drop_without_applying_deltas();
    };
    frame(Vec::new());
    frame(Vec::new());
    frame(events);
    found
}

#[test]
fn no_two_commands_share_a_key() {
    let mut taken: HashMap<KeyboardShortcut, UiCommand> = HashMap::new();
    for &command in UiCommand::ALL {
        for &shortcut in command.shortcuts() {
            let other = taken.insert(shortcut, command);
            assert_eq!(other, None, "{command:?} and {other:?} share {shortcut:?}");
        }
    }
}

#[test]
fn every_command_and_group_has_a_text_in_the_catalogue() {
    let names: Vec<&str> = UiCommand::ALL
        .iter()
        .map(|command| command.text())
        .chain(Group::ALL.iter().map(|group| group.text()))
        .collect();
    for name in &names {
        assert!(!name.starts_with("command-"), "{name}");
    }
    for &command in UiCommand::ALL {
        assert!(!command.shortcut_text().contains("key-"), "{command:?}");
    }
}

#[test]
fn no_two_commands_have_the_same_name() {
    for language in Language::ALL {
        let mut taken: HashMap<String, UiCommand> = HashMap::new();
        for &command in UiCommand::ALL {
            let name = tf_in(language, command.key(), &[]);
            let other = taken.insert(name.clone(), command);
            assert_eq!(other, None, "{command:?} and {other:?} are both {name:?}");
        }
    }
}

#[test]
fn a_key_asks_for_the_command_with_exactly_its_modifiers() {
    let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    assert_eq!(
        asked(vec![key(Key::Z, Modifiers::COMMAND)], false),
        [UiCommand::Undo]
    );
    assert_eq!(asked(vec![key(Key::Z, shift)], false), [UiCommand::Redo]);
    assert_eq!(
        asked(vec![key(Key::Z, Modifiers::NONE)], false),
        [UiCommand::ZoomActualSize]
    );
    assert_eq!(
        asked(vec![key(Key::Questionmark, Modifiers::SHIFT)], false),
        [UiCommand::ShowKeys]
    );
    assert_eq!(asked(vec![key(Key::K, Modifiers::ALT)], false), []);
}

#[test]
fn while_a_field_has_the_keyboard_letters_are_letters() {
    for plain in [Key::M, Key::L, Key::Slash, Key::Delete, Key::Questionmark] {
        assert_eq!(asked(vec![key(plain, Modifiers::NONE)], true), []);
    }
    assert_eq!(asked(vec![key(Key::Z, Modifiers::COMMAND)], true), []);
    assert_eq!(
        asked(vec![key(Key::K, Modifiers::COMMAND)], true),
        [UiCommand::CommandPalette]
    );
    assert_eq!(
        asked(vec![key(Key::Num2, Modifiers::ALT)], true),
        [UiCommand::GoMarkings]
    );
}

#[test]
fn the_letter_of_a_plain_key_does_not_end_up_in_a_field_that_opens() {
    let ctx = egui::Context::default();
    let input = RawInput {
        events: vec![key(Key::Slash, Modifiers::NONE), Event::Text("/".to_owned())],
        ..Default::default()
    };
    ctx.run_ui(input, |ui| {
        assert_eq!(pressed(ui, false), [UiCommand::Find]);
        assert!(ui.input(|input| input.events.is_empty()));
    })
    .drop_without_applying_deltas();
}

#[test]
fn shortcuts_are_shown_in_words() {
    assert_eq!(UiCommand::CommandPalette.shortcut_text(), "Ctrl+K");
    assert_eq!(UiCommand::Redo.shortcut_text(), "Ctrl+Shift+Z");
    assert_eq!(UiCommand::NextItem.shortcut_text(), "Alt+Down");
    assert_eq!(UiCommand::OpenDemonstration.shortcut_text(), "");
}

#[test]
fn keys_of_the_photos_are_free_elsewhere() {
    let ctx = egui::Context::default();
    let shift = Modifiers::SHIFT;
    for (in_photos, held, expected) in [
        (true, Modifiers::NONE, vec![UiCommand::Flag]),
        (true, shift, vec![UiCommand::Flag, UiCommand::GoOn]),
        (false, Modifiers::NONE, Vec::new()),
        (false, shift, Vec::new()),
    ] {
        // Shift is released again within the frame.
        let input = RawInput {
            events: vec![key(Key::P, held)],
            ..Default::default()
        };
        let mut found = Vec::new();
        ctx.run_ui(input, |ui| found = pressed(ui, in_photos))
            .drop_without_applying_deltas();
        assert_eq!(found, expected);
    }
}
