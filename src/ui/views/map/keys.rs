//! The map's keys and commands. Keys are looked at only while no field is typed in and nothing lies over the views.

use egui::{Event, Id, Key, Ui};

use crate::model::place::mercator::{Bounds, Spot};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::views::calendar::keys::{Hold, hold};

/// What is to be done with the map.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// To go so many steps to the right and down.
    Pan(f64, f64),
    /// To zoom by so many steps.
    Zoom(f64),
    /// To show everything.
    Fit,
    /// To show what is selected.
    Selection,
    /// To go to a place.
    Centre(Spot),
    /// To show an area.
    Area(Bounds),
    /// To select the strike so many on.
    Walk(i32),
    /// To copy the coordinates under the pointer, or else of the middle.
    CopyHere,
    /// To copy a text.
    Copy(String),
}

/// Takes the map's keys out of the input, and its commands.
pub fn take(ui: &Ui, desk: &mut Desk, map: Id, before: Option<Id>, is_covered: bool) -> Vec<Asked> {
    let mut asked = Vec::new();
    for (command, what) in [
        (UiCommand::ZoomIn, Asked::Zoom(1.0)),
        (UiCommand::ZoomOut, Asked::Zoom(-1.0)),
        (UiCommand::ZoomFit, Asked::Fit),
        (UiCommand::ShowOnMap, Asked::Selection),
        (UiCommand::NextItem, Asked::Walk(1)),
        (UiCommand::PreviousItem, Asked::Walk(-1)),
        (UiCommand::CopyCoordinates, Asked::CopyHere),
    ] {
        if desk.take_command(command) {
            asked.push(what);
        }
    }
    let hold = hold(ui, map, before);
    if is_covered || hold == Hold::Taken {
        return asked;
    }
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
            // Plus is typed with Shift on some keyboards.
            if modifiers.alt || modifiers.command || modifiers.ctrl {
                return true;
            }
            let found = of_key(*key).filter(|asked| hold == Hold::Free || !matches!(asked, Asked::Pan(..)));
            let is_taken = found.is_some();
            asked.extend(found);
            !is_taken
        });
    });
    if ui.memory(|memory| memory.has_focus(map)) {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(map, filter));
    }
    asked
}

fn of_key(key: Key) -> Option<Asked> {
    Some(match key {
        Key::ArrowLeft => Asked::Pan(-1.0, 0.0),
        Key::ArrowRight => Asked::Pan(1.0, 0.0),
        Key::ArrowUp => Asked::Pan(0.0, -1.0),
        Key::ArrowDown => Asked::Pan(0.0, 1.0),
        Key::Plus | Key::Equals => Asked::Zoom(1.0),
        Key::Minus => Asked::Zoom(-1.0),
        Key::Home => Asked::Fit,
        _ => return None,
    })
}
