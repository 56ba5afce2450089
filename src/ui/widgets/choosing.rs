//! Selecting in a list or grid, as lists of files do: alone, one more with Ctrl, a range with Shift.

use std::collections::HashSet;

use egui::Modifiers;

use crate::model::record::RecordRef;

/// Selects `picked` among what is `selected`. `range` is what lies between it and where the last range began, both ends
/// included, in the order of the list; the picked one comes last, for it is the one that the form shows.
pub fn choose(
    selected: &mut Vec<RecordRef>,
    picked: RecordRef,
    range: impl FnOnce() -> Vec<RecordRef>,
    modifiers: Modifiers,
) {
    if modifiers.shift {
        let mut range = range();
        if range.first() == Some(&picked) {
            range.reverse();
        }
        if modifiers.command {
            let again: HashSet<&RecordRef> = range.iter().collect();
            selected.retain(|record| !again.contains(record));
            drop(again);
            selected.append(&mut range);
        } else {
            *selected = range;
        }
    } else if modifiers.command {
        if selected.contains(&picked) {
            selected.retain(|other| *other != picked);
        } else {
            selected.push(picked);
        }
    } else {
        *selected = vec![picked];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::RecordKind;

    fn record(nth: u8) -> RecordRef {
        RecordRef::new(RecordKind::Marking, nth)
    }

    fn chosen(selected: &[u8], picked: u8, range: &[u8], modifiers: Modifiers) -> Vec<String> {
        let mut selected: Vec<RecordRef> = selected.iter().map(|nth| record(*nth)).collect();
        let range = range.iter().map(|nth| record(*nth)).collect();
        choose(&mut selected, record(picked), || range, modifiers);
        selected.into_iter().map(|record| record.id).collect()
    }

    #[test]
    fn alone_one_more_one_less_and_a_range() {
        assert_eq!(chosen(&[1, 2], 5, &[], Modifiers::NONE), ["5"]);
        assert_eq!(chosen(&[1, 2], 5, &[], Modifiers::COMMAND), ["1", "2", "5"]);
        assert_eq!(chosen(&[1, 2], 2, &[], Modifiers::COMMAND), ["1"]);
        assert_eq!(chosen(&[9], 3, &[1, 2, 3], Modifiers::SHIFT), ["1", "2", "3"]);
        assert_eq!(chosen(&[9], 1, &[1, 2, 3], Modifiers::SHIFT), ["3", "2", "1"]);
        let both = Modifiers::SHIFT.plus(Modifiers::COMMAND);
        assert_eq!(chosen(&[9, 2], 3, &[1, 2, 3], both), ["9", "1", "2", "3"]);
    }
}
