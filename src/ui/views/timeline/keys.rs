//! The timeline's keys: arrows move through time and from row to row, plus and minus zoom, Home shows all of it.

use egui::{Event, Key, Ui};

use crate::analysis::timeline::scale::Scale;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;

/// How much nearer one press brings.
const NEARER: f64 = 1.5;
/// How much of what is in view one press moves.
const FAR: f64 = 0.15;

/// What the keys came to.
pub struct Moved {
    /// What is in view now.
    pub scale: Scale,
    /// So many rows further down, or up.
    pub by_rows: i32,
}

/// Takes the timeline's commands and keys.
pub fn take(ui: &Ui, desk: &mut Desk, scale: Scale, whole: Scale) -> Moved {
    let mut moved = Moved { scale, by_rows: 0 };
    for (command, key) in [
        (UiCommand::ZoomIn, Key::Plus),
        (UiCommand::ZoomOut, Key::Minus),
        (UiCommand::ZoomFit, Key::Home),
        (UiCommand::NextItem, Key::ArrowDown),
        (UiCommand::PreviousItem, Key::ArrowUp),
    ] {
        if desk.take_command(command) {
            obey(&mut moved, key, whole);
        }
    }
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    if is_covered || egui::Popup::is_any_open(ui) || ui.ctx().text_edit_focused() {
        return moved;
    }
    // A control that has the keyboard has the arrows: they lead to the next one.
    let is_free = ui.memory(|memory| memory.focused().is_none());
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            let is_arrow = matches!(
                key,
                Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown
            );
            let is_held = modifiers.alt || modifiers.command || modifiers.ctrl;
            is_held || (is_arrow && !is_free) || !obey(&mut moved, *key, whole)
        });
    });
    moved
}

/// Whether the key is one of the timeline's.
fn obey(moved: &mut Moved, key: Key, whole: Scale) -> bool {
    match key {
        Key::Plus | Key::Equals => moved.scale = moved.scale.zoomed(NEARER, 0.5),
        Key::Minus => moved.scale = moved.scale.zoomed(1.0 / NEARER, 0.5),
        Key::Home => moved.scale = whole,
        Key::ArrowLeft => moved.scale = moved.scale.moved(-FAR),
        Key::ArrowRight => moved.scale = moved.scale.moved(FAR),
        Key::ArrowUp => moved.by_rows -= 1,
        Key::ArrowDown => moved.by_rows += 1,
        _ => return false,
    }
    true
}
