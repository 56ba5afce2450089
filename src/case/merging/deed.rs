//! What entries did to one record, and what the record is after all of them, whoever wrote which of them first.
//!
//! The record is a function of the set of entries alone, not of the order in which a laptop received them, so every
//! laptop that has the same entries shows the same. For each group of fields (see [`group`]) those writes count that
//! no other write followed in knowledge of them. If they say the same, that is the value; if not, a person has to
//! decide, and until then the one that was written in knowledge of the most is shown. A decision is an entry like any
//! other: it follows both.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::Value;

use super::clocks::{Clocks, EntryKey};
use super::group;
use crate::model::id::Sha256;
use crate::model::record::{Fields, RecordKind};

/// What one entry did to a record.
#[derive(Debug, Clone)]
pub(in crate::case) struct Deed {
    /// The entry.
    pub entry: EntryKey,
    /// The entry's number in this file.
    pub seq: i64,
    /// The entry's hash, which orders what nothing else does.
    pub hash: Sha256,
    /// The touched fields before; `None` when it made the record.
    pub before: Option<Fields>,
    /// The touched fields after; `None` when it took the record away.
    pub after: Option<Fields>,
}

impl Deed {
    pub fn is_removal(&self) -> bool {
        self.after.is_none()
    }

    pub fn is_creation(&self) -> bool {
        self.before.is_none() && self.after.is_some()
    }
}

/// Whether deeds on one record, by their places in the order of the file, were done in knowledge of each other. In a
/// file, an entry stands after everything that it knew.
fn follows(deeds: &[Deed], clocks: &Clocks, later: usize, earlier: usize) -> bool {
    earlier <= later && clocks.follows(&deeds[later].entry, &deeds[earlier].entry)
}

/// Of `places` in the order of the file, those that none of the others follows.
fn newest(deeds: &[Deed], clocks: &Clocks, places: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut newest: Vec<usize> = Vec::new();
    for place in places {
        newest.retain(|earlier| !follows(deeds, clocks, place, *earlier));
        newest.push(place);
    }
    newest
}

/// By what the deeds that nothing else orders are ordered: the last of them is shown until a person decides.
fn rank(deeds: &[Deed], clocks: &Clocks, place: usize) -> (i64, Sha256, usize) {
    (clocks.weight(&deeds[place].entry), deeds[place].hash, place)
}

fn foremost(deeds: &[Deed], clocks: &Clocks, places: &[usize]) -> Option<usize> {
    places
        .iter()
        .copied()
        .max_by_key(|place| rank(deeds, clocks, *place))
}

/// Whether a value says nothing: what a new record has before anybody wrote in it.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

/// What a record is after some deeds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::case) struct Outcome {
    /// Its fields, `None` when it is taken away.
    pub fields: Option<Fields>,
    /// The groups of fields, by their first field, on which a person has to decide; an empty name is the record's
    /// existence.
    pub open: BTreeSet<String>,
}

/// One of the things that are said of a group of fields: the deeds that say it, and the fields.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::case) struct Said {
    /// The deeds, by their places.
    pub by: Vec<usize>,
    /// The values.
    pub fields: Fields,
}

/// The deeds on one record, with what they mean together.
pub(in crate::case) struct Ledger<'a> {
    kind: RecordKind,
    deeds: &'a [Deed],
    clocks: &'a Clocks,
    /// The entries whose removals and edits do not take effect by themselves, because somebody else worked on what they
    /// took away.
    suspended: &'a HashSet<EntryKey>,
    /// Which deeds write a field.
    writes: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Ledger<'a> {
    pub fn new(
        kind: RecordKind,
        deeds: &'a [Deed],
        clocks: &'a Clocks,
        suspended: &'a HashSet<EntryKey>,
    ) -> Self {
        let mut ledger = Self {
            kind,
            deeds,
            clocks,
            suspended,
            writes: BTreeMap::new(),
        };
        for (place, deed) in deeds.iter().enumerate() {
            if deed.before.is_some() && ledger.is_suspended(deed) {
                continue;
            }
            // Whoever takes a record away saw what it was. What is made again after that says nothing new of the fields
            // that it had.
            let Some(fields) = deed.after.as_ref().or(deed.before.as_ref()) else {
                continue;
            };
            let former = deed.is_creation().then(|| ledger.former(place)).flatten();
            for (name, value) in fields {
                if former.is_none_or(|former| former.get(name) != Some(value)) {
                    ledger.writes.entry(name).or_default().push(place);
                }
            }
        }
        ledger
    }

    fn is_suspended(&self, deed: &Deed) -> bool {
        self.suspended.contains(&deed.entry)
    }

    /// What the record was when it was last taken away, in the knowledge of the deed at `place`.
    fn former(&self, place: usize) -> Option<&'a Fields> {
        let removals = (0..place)
            .filter(|earlier| self.deeds[*earlier].is_removal())
            .filter(|earlier| follows(self.deeds, self.clocks, place, *earlier));
        let newest = newest(self.deeds, self.clocks, removals);
        let removal = foremost(self.deeds, self.clocks, &newest)?;
        self.deeds[removal].before.as_ref()
    }

    /// The group's fields as they were for whoever wrote any of them, by the writes' places.
    fn seen(&self, group: &[&str]) -> BTreeMap<usize, Fields> {
        let all: BTreeSet<usize> = group
            .iter()
            .filter_map(|field| self.writes.get(field))
            .flatten()
            .copied()
            .collect();
        let mut seen: BTreeMap<usize, Fields> = BTreeMap::new();
        for place in all {
            let before = seen
                .keys()
                .copied()
                .filter(|earlier| follows(self.deeds, self.clocks, place, *earlier));
            let before = newest(self.deeds, self.clocks, before);
            let shown = self.saying(&before, &seen).first().copied();
            let mut fields = shown
                .and_then(|shown| seen.get(&shown))
                .cloned()
                .unwrap_or_default();
            let deed = &self.deeds[place];
            for field in group {
                let own = deed
                    .after
                    .as_ref()
                    .or(deed.before.as_ref())
                    .and_then(|own| own.get(*field));
                if let Some(value) = own {
                    fields.insert((*field).to_owned(), value.clone());
                }
            }
            seen.insert(place, fields);
        }
        seen
    }

    /// Those of `standing` that say something, the one that is shown until a person decides first. Of two laptops that
    /// made the same record, what one left empty contradicts nothing.
    fn saying(&self, standing: &[usize], seen: &BTreeMap<usize, Fields>) -> Vec<usize> {
        let says = |place: &usize| {
            let fields = seen.get(place).into_iter().flat_map(Fields::values);
            !self.deeds[*place].is_creation() || fields.into_iter().any(|value| !is_blank(value))
        };
        let mut saying: Vec<usize> = standing.iter().copied().filter(says).collect();
        if saying.is_empty() {
            saying = standing.to_vec();
        }
        saying.sort_by_key(|place| std::cmp::Reverse(rank(self.deeds, self.clocks, *place)));
        saying
    }

    /// What is said of the group: one thing when all agree, the one that is shown first.
    pub fn said(&self, group: &[&str]) -> Vec<Said> {
        let seen = self.seen(group);
        let standing = newest(self.deeds, self.clocks, seen.keys().copied());
        let mut said: Vec<Said> = Vec::new();
        for place in self.saying(&standing, &seen) {
            let fields = seen.get(&place).cloned().unwrap_or_default();
            match said.iter_mut().find(|other| other.fields == fields) {
                Some(other) => other.by.push(place),
                None => said.push(Said {
                    by: vec![place],
                    fields,
                }),
            }
        }
        said
    }

    /// What the group was before the versions that are said now: as the newest write saw it that all of them knew.
    pub fn before(&self, group: &[&str]) -> Fields {
        let seen = self.seen(group);
        let standing = newest(self.deeds, self.clocks, seen.keys().copied());
        let is_known = |place: &usize| {
            !standing.contains(place)
                && standing
                    .iter()
                    .all(|later| follows(self.deeds, self.clocks, *later, *place))
        };
        let known = newest(self.deeds, self.clocks, seen.keys().copied().filter(is_known));
        let shown = self.saying(&known, &seen).first().copied();
        shown
            .and_then(|place| seen.get(&place))
            .cloned()
            .unwrap_or_default()
    }

    /// Whether a person has to decide between what is said of the group.
    pub fn is_open(&self, group: &[&str], said: &[Said]) -> bool {
        let made = |said: &Said| said.by.iter().all(|place| self.deeds[*place].is_creation());
        said.len() > 1 && !(group::is_of_arrival(self.kind, group[0]) && said.iter().all(made))
    }

    /// What the record is.
    pub fn outcome(&self) -> Outcome {
        let counting = (0..self.deeds.len())
            .filter(|place| !(self.deeds[*place].before.is_some() && self.is_suspended(&self.deeds[*place])));
        let last = newest(self.deeds, self.clocks, counting);
        let mut outcome = Outcome::default();
        if last.is_empty() || last.iter().all(|place| self.deeds[*place].is_removal()) {
            return outcome;
        }
        let mut fields = Fields::new();
        let mut done = BTreeSet::new();
        for field in self.writes.keys() {
            let group = group::of(self.kind, field);
            let group: &[&str] = if group.is_empty() { &[field] } else { group };
            if !done.insert(group[0]) {
                continue;
            }
            let said = self.said(group);
            if self.is_open(group, &said) {
                outcome.open.insert(group[0].to_owned());
            }
            if let Some(shown) = said.into_iter().next() {
                fields.extend(shown.fields);
            }
        }
        if self.removals_to_decide().next().is_some() {
            outcome.open.insert(String::new());
        }
        outcome.fields = Some(fields);
        outcome
    }

    /// The removals that do not take effect and that nothing done later answers.
    pub fn removals_to_decide(&self) -> impl Iterator<Item = usize> {
        (0..self.deeds.len()).filter(|place| {
            let deed = &self.deeds[*place];
            let answered =
                || (place + 1..self.deeds.len()).any(|later| follows(self.deeds, self.clocks, later, *place));
            deed.is_removal() && self.is_suspended(deed) && !answered()
        })
    }
}

/// Whether somebody worked on the record without knowing of the removal at `place`.
pub(in crate::case) fn is_worked_on(deeds: &[Deed], clocks: &Clocks, place: usize) -> bool {
    deeds
        .iter()
        .any(|other| !other.is_removal() && clocks.apart(&other.entry, &deeds[place].entry))
}

/// The texts in `fields` that may be ids of other records.
pub(in crate::case) fn texts(fields: &Fields) -> impl Iterator<Item = &str> {
    fields
        .iter()
        .filter(|(name, _)| *name != "id")
        .filter_map(|(_, value)| match value {
            Value::String(text) => Some(text.as_str()),
            _ => None,
        })
}
