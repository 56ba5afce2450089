//! The keys of a sheet, as spreadsheets have them. They are taken from the input before the cell's field sees them.

use egui::{Event, Key, Modifiers, Ui};

use super::cursor::Step;

/// What a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// To go, or with `true` to reach the block as far.
    Go(Step, bool),
    /// To the next cell, or back.
    Tab(bool),
    /// To the row below, or above.
    Enter(bool),
    /// A page down, or with `true` up; and whether the block reaches as far.
    Page(bool, bool),
    /// To edit what stands in the cell.
    Edit,
    /// To take back what is being typed.
    Cancel,
    /// To clear the cells.
    Clear,
    /// To have the cells say what the first row of the block says; one row what the row above says.
    FillDown,
    /// To type today's date.
    Today,
    /// To take all cells.
    All,
    /// To copy, or with `true` to cut.
    Copy(bool),
    /// To paste.
    Paste(String),
    /// To take the last change back.
    Undo,
    /// To make it again.
    Redo,
    /// To go to the next cell that could not be taken in.
    NextWrong,
}

/// What the hands do to the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// They go from cell to cell.
    Choosing,
    /// They type into it, and an arrow leaves it.
    Typing,
    /// They edit what stood there, and arrows move within it. Several lines are typed with Alt+Enter.
    Editing,
}

/// Takes out of the input what was pressed behind a text of the same frame: from the first key on that could be the sheet's.
pub fn hold_back(ui: &Ui, hands: Hands) -> Vec<Event> {
    ui.input_mut(|input| {
        let is_of_keyboard = |event: &Event| {
            matches!(
                event,
                Event::Key { .. }
                    | Event::Text(_)
                    | Event::Ime(_)
                    | Event::Copy
                    | Event::Cut
                    | Event::Paste(_)
            )
        };
        // Whether something stands before it that the field is to take first.
        let mut has_text = false;
        let first = input.events.iter().position(|event| {
            let (of_sheet, of_field) = match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => {
                    let is_of = |hands| of_key(hands, *key, *modifiers).is_some();
                    // Behind a letter the hands type, whatever they do now.
                    let of_sheet = is_of(hands) || is_of(Hands::Choosing);
                    (of_sheet, hands != Hands::Choosing && !is_of(hands))
                }
                Event::Copy | Event::Cut | Event::Paste(_) => (true, hands != Hands::Choosing),
                Event::Text(_) | Event::Ime(_) => (false, true),
                _ => (false, false),
            };
            let waits = has_text && of_sheet;
            has_text |= of_field;
            waits
        });
        let Some(first) = first else { return Vec::new() };
        let behind = input.events.split_off(first);
        let (back, stays) = behind.into_iter().partition(is_of_keyboard);
        input.events.extend::<Vec<Event>>(stays);
        back
    })
}

/// Takes the keys that are the sheet's.
pub fn take(ui: &Ui, hands: Hands) -> Vec<Asked> {
    let mut asked = Vec::new();
    ui.input_mut(|input| {
        input.events.retain_mut(|event| {
            let taken = match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => of_key(hands, *key, *modifiers),
                Event::Copy if hands == Hands::Choosing => Some(Asked::Copy(false)),
                Event::Cut if hands == Hands::Choosing => Some(Asked::Copy(true)),
                Event::Paste(text) if hands == Hands::Choosing => Some(Asked::Paste(std::mem::take(text))),
                _ => None,
            };
            // A line break within a cell: the field takes it as its own Enter.
            if let Event::Key {
                key: Key::Enter,
                modifiers,
                ..
            } = event
                && modifiers.alt
                && hands != Hands::Choosing
            {
                *modifiers = Modifiers::NONE;
            }
            let is_kept = taken.is_none();
            asked.extend(taken);
            is_kept
        });
    });
    asked
}

fn of_key(hands: Hands, key: Key, held: Modifiers) -> Option<Asked> {
    let (shift, command) = (held.shift, held.command);
    if held.alt {
        return None;
    }
    let always = match key {
        Key::Tab if !command => Some(Asked::Tab(shift)),
        Key::Enter if !command => Some(Asked::Enter(shift)),
        Key::Escape => Some(Asked::Cancel),
        Key::F8 => Some(Asked::NextWrong),
        _ => None,
    };
    if always.is_some() || hands == Hands::Editing {
        return always;
    }
    let step = match (key, command) {
        (Key::ArrowLeft, false) => Step::Columns(-1),
        (Key::ArrowRight, false) => Step::Columns(1),
        (Key::ArrowUp, false) => Step::Rows(-1),
        (Key::ArrowDown, false) => Step::Rows(1),
        (Key::ArrowLeft, true) | (Key::Home, false) => Step::FirstColumn,
        (Key::ArrowRight, true) | (Key::End, false) => Step::LastColumn,
        (Key::ArrowUp, true) => Step::FirstRow,
        (Key::ArrowDown, true) => Step::LastRow,
        (Key::Home, true) => Step::First,
        (Key::End, true) => Step::Last,
        _ => return other(hands, key, held),
    };
    // While one types, Shift and an arrow mark letters.
    (hands == Hands::Choosing || !shift).then_some(Asked::Go(step, shift))
}

fn other(hands: Hands, key: Key, held: Modifiers) -> Option<Asked> {
    if hands != Hands::Choosing {
        return None;
    }
    match (key, held.command, held.shift) {
        (Key::PageUp, false, shift) => Some(Asked::Page(true, shift)),
        (Key::PageDown, false, shift) => Some(Asked::Page(false, shift)),
        (Key::F2, false, false) => Some(Asked::Edit),
        (Key::Delete | Key::Backspace, false, false) => Some(Asked::Clear),
        (Key::D, true, false) => Some(Asked::FillDown),
        (Key::Quote, true, false) => Some(Asked::FillDown),
        (Key::Semicolon, true, false) => Some(Asked::Today),
        (Key::A, true, false) => Some(Asked::All),
        (Key::Z, true, false) => Some(Asked::Undo),
        (Key::Z, true, true) | (Key::Y, true, false) => Some(Asked::Redo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_leave_a_cell_that_is_typed_into_and_stay_in_one_that_is_edited() {
        let key = |hands, key| of_key(hands, key, Modifiers::NONE);
        let down = Some(Asked::Go(Step::Rows(1), false));
        assert_eq!(key(Hands::Choosing, Key::ArrowDown), down);
        assert_eq!(key(Hands::Typing, Key::ArrowDown), down);
        assert_eq!(key(Hands::Editing, Key::ArrowDown), None);
        assert_eq!(key(Hands::Editing, Key::Enter), Some(Asked::Enter(false)));
    }

    #[test]
    fn keys_that_edit_text_are_left_to_the_text() {
        for hands in [Hands::Typing, Hands::Editing] {
            for key in [Key::Delete, Key::Backspace, Key::PageDown] {
                assert_eq!(of_key(hands, key, Modifiers::NONE), None, "{key:?}");
            }
            for key in [Key::A, Key::Z, Key::D] {
                assert_eq!(of_key(hands, key, Modifiers::COMMAND), None, "{key:?}");
            }
            assert_eq!(of_key(hands, Key::ArrowLeft, Modifiers::SHIFT), None);
        }
    }

    #[test]
    fn keys_with_alt_are_commands_and_not_the_sheets() {
        assert_eq!(of_key(Hands::Choosing, Key::ArrowDown, Modifiers::ALT), None);
    }
}
