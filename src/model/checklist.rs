//! Checklists: which fields and facts a team requires of a record. Whether they are there is counted, and no more: a
//! checklist says what is filled in, never whether it is true.
//!
//! A checklist is a record of the case. For a kind of record for which a case has none, the program's own counts
//! ([`bundled`]). What is asked for is evaluated in [`analysis::completeness`](crate::analysis::completeness).

mod bundled;
pub mod file;
mod item;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use bundled::bundled;
pub use item::{Asks, Demand, Fact, Item, ItemFault, facts_of, fields_of};

use super::field::{self, Field};
use super::id::ChecklistId;
use super::record::RecordKind;
use super::vocabulary::Vocabulary;
use crate::text::{t, tf};

/// What a team requires of the records of one kind, or of some of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Checklist {
    /// Its id.
    pub id: ChecklistId,
    /// What it is called. No two of a kind have the same name.
    pub name: String,
    /// The kind of record: one of [`Checklist::KINDS`].
    pub record_kind: RecordKind,
    /// It is for records that bear this term of their vocabulary alone, as it is stored.
    pub term: Option<String>,
    /// It is for records that bear this tag alone.
    pub tag: Option<String>,
    /// What is asked for, in order.
    pub items: Vec<Item>,
    /// Anything else.
    pub notes: String,
}

impl Default for Checklist {
    fn default() -> Self {
        Self {
            id: ChecklistId::default(),
            name: String::new(),
            record_kind: RecordKind::Strike,
            term: None,
            tag: None,
            items: Vec::new(),
            notes: String::new(),
        }
    }
}

/// Why a checklist makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It has no name.
    #[error("{}", t("checklist-fault-name"))]
    Name,
    /// There are no checklists for this kind of record.
    #[error("{}", tf("checklist-fault-kind", &[("kinds", kinds().into())]))]
    Kind,
    /// It is for records with a term, and this kind of record has no vocabulary.
    #[error("{}", t("checklist-fault-term"))]
    Term,
    /// An item makes no sense.
    #[error("{}", tf("checklist-fault-item", &[("place", (place + 1).into()), ("reason", fault.to_string().into())]))]
    Item {
        /// Its place, from 0.
        place: usize,
        /// Why.
        fault: ItemFault,
    },
}

fn kinds() -> String {
    Checklist::KINDS.map(RecordKind::word).join(", ")
}

/// The vocabulary whose terms a kind of record bears, with the field that holds them.
#[must_use]
pub fn vocabulary_of(kind: RecordKind) -> Option<(Vocabulary, &'static str)> {
    Vocabulary::ALL.into_iter().find_map(|vocabulary| {
        let (of, name) = vocabulary.field()?;
        (of == kind).then_some((vocabulary, name))
    })
}

impl Checklist {
    /// The kinds of record that checklists are for.
    pub const KINDS: [RecordKind; 5] = [
        RecordKind::Strike,
        RecordKind::Weapon,
        RecordKind::Component,
        RecordKind::Photo,
        RecordKind::Marking,
    ];

    /// That it makes sense.
    ///
    /// # Errors
    /// The first thing that does not.
    pub fn check(&self) -> Result<(), Fault> {
        if self.name.trim().is_empty() {
            return Err(Fault::Name);
        }
        if !Self::KINDS.contains(&self.record_kind) {
            return Err(Fault::Kind);
        }
        if self.term.is_some() && vocabulary_of(self.record_kind).is_none() {
            return Err(Fault::Term);
        }
        for (place, item) in self.items.iter().enumerate() {
            item.check(self.record_kind)
                .map_err(|fault| Fault::Item { place, fault })?;
        }
        Ok(())
    }

    /// Whether it is for a record that bears `term` and `tags`.
    #[must_use]
    pub fn is_for(&self, term: Option<&str>, tags: &[String]) -> bool {
        let has_term = self.term.as_deref().is_none_or(|wanted| term == Some(wanted));
        let has_tag = self.tag.as_ref().is_none_or(|wanted| tags.contains(wanted));
        has_term && has_tag
    }

    /// What people call it: its name, or for one that the program brings what its records are called.
    #[must_use]
    pub fn title(&self) -> String {
        if !bundled().iter().any(|list| list.id == self.id) {
            return self.name.clone();
        }
        let name = self.record_kind.name();
        let mut letters = name.chars();
        letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect()
    }

    /// The same under another id: a record of its own.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self {
            id: ChecklistId::default(),
            name: self.title(),
            ..self.clone()
        }
    }

    /// The same, with one term or tag in the place of another. `None` if it names neither.
    #[must_use]
    pub fn renamed(&self, vocabulary: Vocabulary, from: &str, into: &str) -> Option<Self> {
        let mut after = self.clone();
        let follow = |name: &mut String| {
            if name == from {
                into.clone_into(name);
            }
        };
        if vocabulary == Vocabulary::Tags {
            after.tag.as_mut().map(follow);
            for item in &mut after.items {
                if let Asks::Tag { one_of } = &mut item.asks {
                    let mut seen = BTreeSet::new();
                    one_of.iter_mut().for_each(follow);
                    one_of.retain(|tag| seen.insert(tag.clone()));
                }
            }
        } else if vocabulary_of(self.record_kind).is_some_and(|(own, _)| own == vocabulary) {
            after.term.as_mut().map(follow);
        }
        (after != *self).then_some(after)
    }
}

/// What of a record's checklists is missing, to look for such records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Something, required or wanted.
    Anything,
    /// Something that is required.
    Required,
    /// Something that is wanted.
    Wanted,
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Anything, Self::Required, Self::Wanted];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Anything => t("checklist-filter-incomplete"),
            Self::Required => t("checklist-filter-required"),
            Self::Wanted => t("checklist-filter-wanted"),
        }
    }
}

/// The checklists that count in a case: its own, and the program's for the kinds of record for which it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklists {
    lists: Vec<Checklist>,
    own: Vec<RecordKind>,
}

impl Default for Checklists {
    /// Those of a case that has none of its own.
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Checklists {
    /// Those of a case that has these.
    #[must_use]
    pub fn of(mut lists: Vec<Checklist>) -> Self {
        let own: Vec<RecordKind> = Checklist::KINDS
            .into_iter()
            .filter(|kind| lists.iter().any(|list| list.record_kind == *kind))
            .collect();
        lists.sort_by(|one, other| {
            (one.name.to_lowercase(), one.id).cmp(&(other.name.to_lowercase(), other.id))
        });
        let lacking = bundled().iter().filter(|list| !own.contains(&list.record_kind));
        lists.extend(lacking.cloned());
        Self { lists, own }
    }

    /// The checklists of a kind of record: all that are for a record count for it together.
    pub fn of_kind(&self, kind: RecordKind) -> impl Iterator<Item = &Checklist> {
        self.lists.iter().filter(move |list| list.record_kind == kind)
    }

    /// Whether the case has checklists of its own for a kind of record; if not, the program's count.
    #[must_use]
    pub fn are_own(&self, kind: RecordKind) -> bool {
        self.own.contains(&kind)
    }

    /// All of them, kind by kind.
    pub fn all(&self) -> impl Iterator<Item = &Checklist> {
        Checklist::KINDS.into_iter().flat_map(|kind| self.of_kind(kind))
    }

    /// The fields that must be known of a record to evaluate its checklists.
    #[must_use]
    pub fn fields(&self, kind: RecordKind) -> Vec<&'static Field> {
        let lists = || self.of_kind(kind);
        let condition = vocabulary_of(kind).filter(|_| {
            lists().any(|list| {
                let asks_for_term = |item: &Item| {
                    matches!(
                        item.asks,
                        Asks::Fact {
                            fact: Fact::ListedTerm,
                            ..
                        }
                    )
                };
                list.term.is_some() || list.items.iter().any(asks_for_term)
            })
        });
        // A mark that was removed can't be read.
        let removed = (kind == RecordKind::Marking).then_some("kind");
        let named = lists()
            .flat_map(|list| &list.items)
            .filter_map(|item| match &item.asks {
                Asks::Field { field } => Some(field.as_str()),
                _ => None,
            });
        let names: BTreeSet<&str> = named
            .chain(condition.map(|(_, name)| name))
            .chain(removed)
            .collect();
        names
            .into_iter()
            .filter_map(|name| field::named(kind, name))
            .collect()
    }

    /// The facts that must be known of a record to evaluate its checklists.
    #[must_use]
    pub fn facts(&self, kind: RecordKind) -> Vec<Fact> {
        let asked = |fact: &Fact| {
            self.of_kind(kind)
                .flat_map(|list| &list.items)
                .any(|item| matches!(item.asks, Asks::Fact { fact: asked, .. } if asked == *fact))
        };
        Fact::ALL.into_iter().filter(asked).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(name: &str, kind: RecordKind) -> Checklist {
        Checklist {
            name: name.to_owned(),
            record_kind: kind,
            ..Checklist::default()
        }
    }

    #[test]
    fn the_program_s_lists_count_for_kinds_for_which_the_case_has_none() {
        let none = Checklists::default();
        for kind in Checklist::KINDS {
            assert!(none.of_kind(kind).count() > 0 && !none.are_own(kind), "{kind:?}");
        }
        let some = Checklists::of(vec![list("Ours", RecordKind::Strike)]);
        assert!(some.are_own(RecordKind::Strike));
        let names: Vec<&str> = some
            .of_kind(RecordKind::Strike)
            .map(|list| list.name.as_str())
            .collect();
        assert_eq!(names, ["Ours"]);
        assert!(some.of_kind(RecordKind::Weapon).count() > 0);
    }

    #[test]
    fn what_makes_no_sense_is_told() {
        assert_eq!(list(" ", RecordKind::Strike).check(), Err(Fault::Name));
        assert_eq!(list("A", RecordKind::Album).check(), Err(Fault::Kind));
        let mut photos = list("A", RecordKind::Photo);
        photos.term = Some("missile".to_owned());
        assert_eq!(photos.check(), Err(Fault::Term));
        let mut weapons = list("A", RecordKind::Weapon);
        weapons.items = vec![Item::field("class"), Item::field("occurred")];
        assert!(matches!(weapons.check(), Err(Fault::Item { place: 1, .. })));
        weapons.items = vec![Item::field("class"), Item::fact(Fact::Readers, 2)];
        assert!(matches!(weapons.check(), Err(Fault::Item { place: 1, .. })));
    }

    #[test]
    fn a_condition_holds_for_who_bears_the_term_and_the_tag() {
        let mut only = list("A", RecordKind::Weapon);
        assert!(only.is_for(None, &[]));
        only.term = Some("missile".to_owned());
        assert!(
            only.is_for(Some("missile"), &[]) && !only.is_for(Some("drone"), &[]) && !only.is_for(None, &[])
        );
        only.tag = Some("night".to_owned());
        assert!(!only.is_for(Some("missile"), &[]));
        assert!(only.is_for(Some("missile"), &["day".to_owned(), "night".to_owned()]));
    }

    #[test]
    fn a_list_follows_a_term_or_tag_that_is_called_otherwise() {
        let mut weapons = list("A", RecordKind::Weapon);
        weapons.term = Some("drone".to_owned());
        weapons.tag = Some("drone".to_owned());
        weapons.items = vec![Item::tag(["night", "dark"])];
        let term = weapons.renamed(Vocabulary::WeaponClass, "drone", "uav").unwrap();
        assert_eq!(
            (term.term.as_deref(), term.tag.as_deref()),
            (Some("uav"), Some("drone"))
        );
        let tag = weapons.renamed(Vocabulary::Tags, "dark", "night").unwrap();
        assert_eq!(tag.items, [Item::tag(["night"])]);
        assert!(
            weapons
                .renamed(Vocabulary::ComponentKind, "drone", "uav")
                .is_none()
        );
        assert!(weapons.renamed(Vocabulary::Tags, "day", "night").is_none());
    }
}
