//! Checklists as files, to be handed to other teams: TOML, or JSON where the file's name ends so. A bad file is refused as a
//! whole, with the line and the reason; a good one replaces the lists of the same name and kind.

use std::path::Path;

use crate::model::checklist::file::{FileFault, read_json, read_toml, write_json, write_toml};
use crate::model::checklist::vocabulary_of;
use crate::model::record::{RecordRef, Recorded};
use crate::model::{Change, Checklist, Vocabularies};
use crate::text::tf;

/// A file of checklists is no book: what is longer is something else.
const MOST_BYTES: u64 = 1 << 20;

/// What a file would make of the checklists of a case.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// How many of its lists are new.
    pub new: usize,
    /// How many say something else than the case's list of that name.
    pub changed: usize,
    /// How many say what the case's list says.
    pub same: usize,
    /// What takes them in: to be applied as one step. Empty if nothing changes.
    pub changes: Vec<Change>,
}

impl Plan {
    /// What becomes of the lists, as a sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let counts = [
            ("new", self.new.into()),
            ("changed", self.changed.into()),
            ("same", self.same.into()),
        ];
        tf("checklist-summary", &counts)
    }
}

fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("json"))
}

/// Reads a file of checklists.
///
/// # Errors
/// When it can't be read, or anything in it is wrong: with the file, the line and the reason.
pub fn lists_in(path: &Path) -> Result<Vec<Checklist>, String> {
    let refused = |reason: String| {
        let file = path.display().to_string();
        tf(
            "checklist-file-refused",
            &[("file", file.into()), ("reason", reason.into())],
        )
    };
    let size = std::fs::metadata(path)
        .map_err(|error| refused(error.to_string()))?
        .len();
    if size > MOST_BYTES {
        return Err(refused(tf("checklist-file-long", &[("most", MOST_BYTES.into())])));
    }
    let text = std::fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
    let read: Result<_, FileFault> = if is_json(path) {
        read_json(&text)
    } else {
        // A byte-order mark is what some editors put before a text.
        read_toml(text.trim_start_matches('\u{feff}'))
    };
    read.map_err(|fault| refused(fault.to_string()))
}

/// The lists as the text of a file of this name: JSON where it ends so, else TOML.
#[must_use]
pub fn text_for<'l>(path: &Path, lists: impl IntoIterator<Item = &'l Checklist>) -> String {
    if is_json(path) {
        write_json(lists)
    } else {
        write_toml(lists)
    }
}

/// Works out what lists of a file would make of the case's `own`. Terms may be called by any of their names there. With `only`
/// those of the case's that the file does not have are removed. Nothing is written.
#[must_use]
pub fn plan(lists: Vec<Checklist>, own: &[Checklist], words: &Vocabularies, only: bool) -> Plan {
    let mut plan = Plan::default();
    let mut kept: Vec<RecordRef> = Vec::new();
    for mut list in lists {
        if let (Some(term), Some((vocabulary, _))) = (&list.term, vocabulary_of(list.record_kind)) {
            list.term = Some(words.id(vocabulary, term));
        }
        let is_same = |other: &&Checklist| {
            other.record_kind == list.record_kind
                && other.name.trim().to_lowercase() == list.name.trim().to_lowercase()
        };
        let Some(known) = own.iter().find(is_same) else {
            plan.new += 1;
            plan.changes.push(Change::Create(list.into()));
            continue;
        };
        kept.push(known.record_ref());
        let after = Checklist { id: known.id, ..list };
        match Change::edit(known, &after) {
            Some(change) => {
                plan.changed += 1;
                plan.changes.push(change);
            }
            None => plan.same += 1,
        }
    }
    if only {
        let gone = own
            .iter()
            .map(Recorded::record_ref)
            .filter(|list| !kept.contains(list));
        // First, so that a name is free before another list takes it.
        let removals: Vec<Change> = gone.map(Change::Remove).collect();
        plan.changes.splice(0..0, removals);
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::checklist::Item;
    use crate::model::record::RecordKind;

    fn list(name: &str, items: Vec<Item>) -> Checklist {
        Checklist {
            name: name.to_owned(),
            record_kind: RecordKind::Weapon,
            items,
            ..Checklist::default()
        }
    }

    #[test]
    fn a_file_adds_replaces_and_leaves_what_is_the_same() {
        let own = [list("Ours", vec![Item::field("class")]), list("Old", Vec::new())];
        let words = Vocabularies::default();
        let file = || {
            vec![
                Checklist {
                    term: Some("Ballistic missile".to_owned()),
                    ..list("New", Vec::new())
                },
                list("ours", vec![Item::field("class"), Item::field("maker")]),
            ]
        };
        let added = plan(file(), &own, &words, false);
        assert_eq!(
            (added.new, added.changed, added.same, added.changes.len()),
            (1, 1, 0, 2)
        );
        let Change::Create(crate::model::Record::Checklist(new)) = &added.changes[0] else {
            panic!("{:?}", added.changes);
        };
        assert_eq!(new.term.as_deref(), Some("ballistic_missile"));
        let only = plan(file(), &own, &words, true);
        assert!(matches!(&only.changes[0], Change::Remove(gone) if *gone == own[1].record_ref()));
        let again = plan(own.to_vec(), &own, &words, true);
        assert_eq!((again.same, again.changes.len()), (2, 0));
    }
}
