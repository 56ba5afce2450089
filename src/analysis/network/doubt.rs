//! What makes a mark or a link doubtful: characters that are not plain to see, and readers who read them differently.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::links::{Link, LinkKind};
use super::super::{MarkFacts, WeaponFacts};
use crate::model::id::{ComponentId, WeaponId};
use crate::reading::Notation;
use crate::reading::notation::ItemKind;
use crate::text::t;

/// Why something is doubtful; neither for what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Doubt {
    /// A character is uncertain, one of several, lost or restored.
    pub is_uncertain: bool,
    /// People read it differently, and nobody has decided.
    pub is_disputed: bool,
}

impl Doubt {
    /// Whether there is any.
    #[must_use]
    pub const fn is_any(self) -> bool {
        self.is_uncertain || self.is_disputed
    }

    /// All that is doubted in one or the other.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            is_uncertain: self.is_uncertain || other.is_uncertain,
            is_disputed: self.is_disputed || other.is_disputed,
        }
    }

    /// The doubt in several marks together: none where one of them is certain.
    #[must_use]
    pub fn of_all(doubts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for doubt in doubts {
            if !doubt.is_any() {
                return Self::default();
            }
            all = all.or(doubt);
        }
        all
    }

    /// It in words; empty where there is none.
    #[must_use]
    pub fn text(self) -> &'static str {
        match (self.is_uncertain, self.is_disputed) {
            (false, false) => "",
            (true, false) => t("network-doubt-uncertain"),
            (false, true) => t("network-doubt-disputed"),
            (true, true) => t("network-doubt-both"),
        }
    }

    /// Its word in tables and files; empty where there is none.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match (self.is_uncertain, self.is_disputed) {
            (false, false) => "",
            (true, false) => "uncertain",
            (false, true) => "disputed",
            (true, true) => "uncertain and disputed",
        }
    }
}

/// The doubt in a mark.
#[must_use]
pub fn of_mark(mark: &MarkFacts) -> Doubt {
    let is_plain = |kind: &ItemKind| {
        !matches!(
            kind,
            ItemKind::Uncertain(_)
                | ItemKind::Choice(_)
                | ItemKind::Illegible(_)
                | ItemKind::Lost(_)
                | ItemKind::Restored(_)
        )
    };
    // What is no notation is taken as it stands.
    let notation = Notation::parse(&mark.text).unwrap_or_else(|_| Notation::literal(&mark.text));
    Doubt {
        is_uncertain: !notation.items().iter().all(|item| is_plain(&item.kind)),
        is_disputed: mark.is_disputed,
    }
}

/// The doubt in a link: that of its doubtful marks, if it would be none without them.
#[must_use]
pub(super) fn of_link(link: &Link, marks: &[(&WeaponFacts, &MarkFacts)]) -> Doubt {
    let mut doubt = Doubt::default();
    let mut weapons: BTreeSet<WeaponId> = BTreeSet::new();
    let mut components: BTreeSet<Option<ComponentId>> = BTreeSet::new();
    let mut texts: BTreeSet<&str> = BTreeSet::new();
    for (weapon, mark) in marks {
        let own = of_mark(mark);
        if own.is_any() {
            doubt = doubt.or(own);
        } else {
            weapons.insert(weapon.id);
            components.insert(mark.component);
            texts.insert(mark.text.trim());
        }
    }
    let joins = match link.weapons.len() {
        1 => components.len() > 1,
        _ => weapons.len() > 1,
    };
    // One number alone is no series.
    let stands = joins && (matches!(link.kind, LinkKind::Mark(_)) || texts.len() > 1);
    if stands { Doubt::default() } else { doubt }
}
