//! From keys to commands.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::UiCommand;

/// Takes from egui the keys that it would use itself (Ctrl with plus and minus zoom the photo here, not
/// the letters). Once, before the first frame.
pub fn claim_keys(ctx: &Context) {
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}

/// The commands that were asked for by key since the last frame. The keys are taken out of the input, so
/// that no view sees them as well. To be called before the views are drawn, and not while a palette or a
/// dialog has the keyboard. While a text field has it, only keys with Ctrl or Alt are commands, and not
/// those with which text is edited. Keys of the photos are commands only while these are shown.
#[must_use]
pub fn pressed(ctx: &Context, in_photos: bool) -> Vec<UiCommand> {
    let typing = ctx.text_edit_focused();
    ctx.input_mut(|input| {
        let mut asked = Vec::new();
        input.events.retain(|event| {
            let mut goes_on = false;
            let command = match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => {
                    // Told by the event itself: at the end of the frame Shift may be released again.
                    goes_on = modifiers.shift;
                    of_key(*key, *modifiers, typing, in_photos)
                }
                // The window system turns Ctrl+V into this; pasting text is the text field's own.
                Event::PasteImage(_) => {
                    asked.push(UiCommand::Paste);
                    None
                }
                _ => None,
            };
            if let Some(command) = command {
                asked.push(command);
                if goes_on && command.is_of_photos() {
                    asked.push(UiCommand::GoOn);
                }
            }
            command.is_none()
        });
        if !asked.is_empty() {
            // The letter of a plain key comes as text too, which a field that opens now must not get.
            input
                .events
                .retain(|event| !matches!(event, Event::Text(_)) || typing);
        }
        asked
    })
}

fn of_key(key: Key, modifiers: Modifiers, typing: bool, in_photos: bool) -> Option<UiCommand> {
    UiCommand::ALL.iter().copied().find(|command| {
        let allowed = (!typing || works_while_typing(*command)) && (in_photos || !command.is_of_photos());
        allowed
            && command
                .shortcuts()
                .iter()
                .any(|&shortcut| matches(shortcut, key, modifiers) && (!typing || has_control(shortcut)))
    })
}

/// Undo in a text field takes typing back, not the record's last change.
fn works_while_typing(command: UiCommand) -> bool {
    !matches!(command, UiCommand::Undo | UiCommand::Redo | UiCommand::Paste)
}

fn has_control(shortcut: KeyboardShortcut) -> bool {
    shortcut.modifiers.command || shortcut.modifiers.alt
}

/// Exactly these modifiers; but signs such as `?` and `+` need Shift on many keyboards, so for them it is left aside.
fn matches(shortcut: KeyboardShortcut, key: Key, modifiers: Modifiers) -> bool {
    let sign = matches!(
        key,
        Key::Questionmark
            | Key::Slash
            | Key::Plus
            | Key::Minus
            | Key::Equals
            | Key::OpenBracket
            | Key::CloseBracket
            | Key::Comma
    );
    shortcut.logical_key == key
        && shortcut.modifiers.alt == modifiers.alt
        && shortcut.modifiers.command == (modifiers.command || modifiers.ctrl)
        && (sign || shortcut.modifiers.shift == modifiers.shift)
}
