//! The calendar's keys. They are looked at only while no field is typed in and nothing lies over the views.

use egui::{Event, Id, Key, Modifiers, Ui};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// What was asked for by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// So many days on, or back.
    Days(i32),
    /// So many months on, or back.
    Months(i32),
    /// So many years on, or back.
    Years(i32),
    /// So many pages on, or back: months, years, or what is in view.
    Page(i32),
    /// To today.
    Today,
    /// To today, or to the first row of a list.
    Home,
    /// To the last row of a list.
    End,
    /// To the next day with a strike.
    NextStrike,
    /// To the one before.
    PreviousStrike,
    /// To move the selected strike by so many days.
    Redate(i32),
    /// To open what the day holds.
    Open,
    /// To leave what is open.
    Leave,
}

/// Who may have the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Nobody else: all keys are the calendar's.
    Free,
    /// A button: arrows and Enter are its own.
    Control,
    /// A field, a dialog or a menu: no key is the calendar's.
    Taken,
}

/// Who has the keyboard, when `grid` is the calendar's own place for it and `before` had it in the last frame.
///
/// A field that is left by Enter has lost the keyboard in the very frame in which the calendar would see that
/// Enter: who had it before counts as well, or a strike would be made by finishing a word.
pub fn hold(ui: &Ui, grid: Id, before: Option<Id>) -> Hold {
    let now = ui.memory(egui::Memory::focused);
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    if covered || egui::Popup::is_any_open(ui) || ui.ctx().text_edit_focused() {
        return Hold::Taken;
    }
    let is_field = |id: Id| egui::text_edit::TextEditState::load(ui, id).is_some();
    if before.is_some_and(is_field) {
        return Hold::Taken;
    }
    if now.is_none_or(|id| id == grid) && before.is_none_or(|id| id == grid) {
        Hold::Free
    } else {
        Hold::Control
    }
}

/// Takes the calendar's keys out of the input.
pub fn take(ui: &Ui, hold: Hold) -> Vec<Asked> {
    let mut asked = Vec::new();
    if hold == Hold::Taken {
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
            let found = of_key(*key, *modifiers).filter(|asked| hold == Hold::Free || !is_local(*asked));
            asked.extend(found);
            found.is_none()
        });
    });
    asked
}

/// Whether a button in focus needs the key itself.
fn is_local(asked: Asked) -> bool {
    matches!(asked, Asked::Days(_) | Asked::Open | Asked::Leave)
}

fn of_key(key: Key, modifiers: Modifiers) -> Option<Asked> {
    if modifiers.alt {
        return None;
    }
    if modifiers.command || modifiers.ctrl {
        return match key {
            Key::ArrowRight if !modifiers.shift => Some(Asked::NextStrike),
            Key::ArrowLeft if !modifiers.shift => Some(Asked::PreviousStrike),
            _ => None,
        };
    }
    if modifiers.shift {
        return match key {
            Key::PageUp => Some(Asked::Years(-1)),
            Key::PageDown => Some(Asked::Years(1)),
            Key::ArrowLeft => Some(Asked::Redate(-1)),
            Key::ArrowRight => Some(Asked::Redate(1)),
            Key::ArrowUp => Some(Asked::Redate(-7)),
            Key::ArrowDown => Some(Asked::Redate(7)),
            _ => None,
        };
    }
    Some(match key {
        Key::ArrowLeft => Asked::Days(-1),
        Key::ArrowRight => Asked::Days(1),
        Key::ArrowUp => Asked::Days(-7),
        Key::ArrowDown => Asked::Days(7),
        Key::PageUp => Asked::Page(-1),
        Key::PageDown => Asked::Page(1),
        Key::Home => Asked::Home,
        Key::End => Asked::End,
        Key::N => Asked::NextStrike,
        Key::P => Asked::PreviousStrike,
        Key::Enter => Asked::Open,
        Key::Escape => Asked::Leave,
        _ => return None,
    })
}

/// The day that `asked` leads to from `day`; the same where dates end or the key leads to none. A day that a
/// month lacks becomes its last.
#[must_use]
pub fn moved(day: Date, asked: Asked) -> Date {
    let there = match asked {
        Asked::Days(days) => day.checked_add(days.days()),
        Asked::Months(months) => day.checked_add(months.months()),
        Asked::Years(years) => day.checked_add(years.years()),
        Asked::Page(_)
        | Asked::Today
        | Asked::Home
        | Asked::End
        | Asked::NextStrike
        | Asked::PreviousStrike
        | Asked::Redate(_)
        | Asked::Open
        | Asked::Leave => Ok(day),
    };
    there.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_that_the_month_lacks_becomes_its_last() {
        assert_eq!(moved(date(2024, 1, 31), Asked::Months(1)), date(2024, 2, 29));
        assert_eq!(moved(date(2024, 2, 29), Asked::Years(1)), date(2025, 2, 28));
    }

    #[test]
    fn where_dates_end_the_day_stays() {
        assert_eq!(moved(Date::MAX, Asked::Days(1)), Date::MAX);
        assert_eq!(moved(Date::MIN, Asked::Years(-1)), Date::MIN);
    }

    #[test]
    fn keys_with_alt_and_commands_are_left_alone() {
        assert_eq!(of_key(Key::ArrowDown, Modifiers::ALT), None);
        assert_eq!(of_key(Key::N, Modifiers::COMMAND), None);
        assert_eq!(of_key(Key::N, Modifiers::SHIFT), None);
        assert_eq!(of_key(Key::ArrowRight, Modifiers::CTRL), Some(Asked::NextStrike));
        assert_eq!(of_key(Key::PageDown, Modifiers::SHIFT), Some(Asked::Years(1)));
    }
}
