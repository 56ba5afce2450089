//! Which records go into a package: all, or those that are asked for with what belongs to them.
//!
//! Downwards everything comes along: of a strike its weapons, of these their components, of these their marks, regions,
//! transcriptions, findings and handovers, and every photo of any of them. Upwards only what says to what a record
//! belongs: of a component its weapon and that one's strike, without their other parts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::case::{CaseError, Reader};
use crate::model::record::{Fields, Record, RecordKind, RecordRef};

/// The records of a package.
pub(super) enum Selection {
    /// All.
    Whole,
    /// These alone.
    Of(BTreeSet<RecordRef>),
}

/// The kinds that are looked through, with the fields that point from one of them to another record.
const LINKS: [(RecordKind, &[(&str, RecordKind)]); 11] = [
    (RecordKind::Strike, &[("cover_photo", RecordKind::Photo)]),
    (RecordKind::Weapon, &[("strike", RecordKind::Strike)]),
    (
        RecordKind::Component,
        &[("weapon", RecordKind::Weapon), ("parent", RecordKind::Component)],
    ),
    (RecordKind::Marking, &[("component", RecordKind::Component)]),
    (
        RecordKind::Region,
        &[("marking", RecordKind::Marking), ("photo", RecordKind::Photo)],
    ),
    (RecordKind::Transcription, &[("marking", RecordKind::Marking)]),
    (
        RecordKind::Finding,
        &[
            ("marking", RecordKind::Marking),
            ("transcription", RecordKind::Transcription),
        ],
    ),
    (
        RecordKind::Custody,
        &[
            ("component", RecordKind::Component),
            ("proof_photo", RecordKind::Photo),
        ],
    ),
    (RecordKind::Measurement, &[("photo", RecordKind::Photo)]),
    (RecordKind::Photo, &[("photo_set", RecordKind::PhotoSet)]),
    (RecordKind::Depiction, &[("photo", RecordKind::Photo)]),
];

/// The fields whose record comes along with the one that it points at.
fn is_part_of(kind: RecordKind, field: &str) -> bool {
    use RecordKind::{Component, Custody, Finding, Marking, Measurement, Region, Transcription, Weapon};
    matches!(
        (kind, field),
        (Weapon, "strike")
            | (Component, "weapon" | "parent")
            | (Marking, "component")
            | (Region | Transcription | Finding, "marking")
            | (Custody, "component")
            | (Measurement, "photo")
    )
}

/// Records and what they point at, without their texts.
#[derive(Default)]
struct Graph {
    /// Of each record what it points at.
    up: BTreeMap<RecordRef, Vec<RecordRef>>,
    /// Of each record its parts.
    down: BTreeMap<RecordRef, Vec<RecordRef>>,
}

impl Selection {
    /// The selection that a plan asks for.
    ///
    /// # Errors
    /// When a record that is asked for is not in the case.
    pub(super) fn of(reader: &Reader, asked: &[RecordRef], with_history: bool) -> Result<Self, CaseError> {
        if asked.is_empty() {
            return Ok(Self::Whole);
        }
        let graph = Graph::of(reader)?;
        let mut chosen = BTreeSet::new();
        for record in asked {
            if reader.record(record)?.is_none() {
                return Err(CaseError::NoRecord(record.clone()));
            }
            graph.take_parts(record, &mut chosen);
            if record.kind == RecordKind::Photo {
                // Asked for itself, a photo comes with the marks that are seen on it.
                for region in graph.pointing(record, RecordKind::Region) {
                    graph.take_parts(&region, &mut chosen);
                    for marking in graph.up_of(&region, RecordKind::Marking) {
                        graph.take_parts(&marking, &mut chosen);
                    }
                }
            }
        }
        graph.take_photos(&mut chosen);
        graph.take_upwards(&mut chosen);
        graph.take_measurements(&mut chosen);
        graph.take_upwards(&mut chosen);
        take_ties(reader, &mut chosen)?;
        chosen.insert(crate::model::CaseInfo::record());
        if with_history {
            let signatures = reader.signatures()?;
            chosen.extend(
                signatures
                    .into_iter()
                    .map(|signature| RecordRef::from(signature.id)),
            );
        }
        Ok(Self::Of(chosen))
    }

    /// Whether a record goes into the package.
    pub(super) fn has(&self, record: &RecordRef) -> bool {
        match self {
            Self::Whole => true,
            Self::Of(chosen) => chosen.contains(record),
        }
    }

    /// How many records of a kind are in it, of `all` that the case has.
    pub(super) fn count(&self, kind: RecordKind, all: u64) -> u64 {
        match self {
            Self::Whole => all,
            Self::Of(chosen) => chosen.iter().filter(|record| record.kind == kind).count() as u64,
        }
    }

    /// Whether it is the whole case.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self, Self::Whole)
    }
}

impl Graph {
    fn of(reader: &Reader) -> Result<Self, CaseError> {
        let mut graph = Self::default();
        for (kind, links) in LINKS {
            reader.for_each_record(kind, |record: Record| {
                let name = record.record_ref();
                let fields = record.fields();
                for (field, to) in links {
                    let Some(id) = fields.get(*field).and_then(Value::as_str) else {
                        continue;
                    };
                    let to = RecordRef::new(*to, id);
                    if is_part_of(kind, field) {
                        graph.down.entry(to.clone()).or_default().push(name.clone());
                    }
                    graph.up.entry(name.clone()).or_default().push(to);
                }
                if let Some(subject) = tied(&fields, "subject_kind", "subject") {
                    graph.up.entry(name.clone()).or_default().push(subject);
                }
                Ok::<_, CaseError>(())
            })?;
        }
        Ok(graph)
    }

    fn take_parts(&self, record: &RecordRef, chosen: &mut BTreeSet<RecordRef>) {
        let mut open = vec![record.clone()];
        while let Some(next) = open.pop() {
            if chosen.insert(next.clone()) {
                open.extend(self.down.get(&next).into_iter().flatten().cloned());
            }
        }
    }

    /// Photos that show something that is chosen.
    fn take_photos(&self, chosen: &mut BTreeSet<RecordRef>) {
        for (tie, ends) in &self.up {
            let shows_chosen = |end: &&RecordRef| end.kind != RecordKind::Photo && chosen.contains(*end);
            if tie.kind == RecordKind::Depiction && ends.iter().any(|end| shows_chosen(&end)) {
                let photos = ends.iter().filter(|end| end.kind == RecordKind::Photo);
                let photos: Vec<RecordRef> = photos.cloned().collect();
                for photo in photos {
                    self.take_parts(&photo, chosen);
                }
            }
        }
    }

    /// The scales and lengths that are drawn on chosen photos.
    fn take_measurements(&self, chosen: &mut BTreeSet<RecordRef>) {
        let photos: Vec<RecordRef> = chosen
            .iter()
            .filter(|record| record.kind == RecordKind::Photo)
            .cloned()
            .collect();
        for photo in photos {
            for part in self.down.get(&photo).into_iter().flatten() {
                chosen.insert(part.clone());
            }
        }
    }

    /// What chosen records point at, and so on.
    fn take_upwards(&self, chosen: &mut BTreeSet<RecordRef>) {
        let mut open: Vec<RecordRef> = chosen.iter().cloned().collect();
        while let Some(next) = open.pop() {
            for up in self.up.get(&next).into_iter().flatten() {
                if chosen.insert(up.clone()) {
                    open.push(up.clone());
                }
            }
        }
    }

    fn pointing(&self, to: &RecordRef, kind: RecordKind) -> Vec<RecordRef> {
        let points = |ends: &[RecordRef]| ends.contains(to);
        let found = self
            .up
            .iter()
            .filter(|(from, ends)| from.kind == kind && points(ends));
        found.map(|(from, _)| from.clone()).collect()
    }

    fn up_of(&self, from: &RecordRef, kind: RecordKind) -> Vec<RecordRef> {
        let ends = self.up.get(from).into_iter().flatten();
        ends.filter(|end| end.kind == kind).cloned().collect()
    }
}

/// The record that a tie's two fields name.
fn tied(fields: &Fields, kind: &str, id: &str) -> Option<RecordRef> {
    let kind = RecordKind::from_word(fields.get(kind)?.as_str()?)?;
    Some(RecordRef::new(kind, fields.get(id)?.as_str()?))
}

/// Ties whose two ends are chosen; tags that chosen records bear; symbols that chosen transcriptions name.
fn take_ties(reader: &Reader, chosen: &mut BTreeSet<RecordRef>) -> Result<(), CaseError> {
    let mut found = Vec::new();
    reader.for_each_record(RecordKind::Depiction, |record: Record| {
        let fields = record.fields();
        let photo = fields.get("photo").and_then(Value::as_str);
        let photo = photo.is_some_and(|id| chosen.contains(&RecordRef::new(RecordKind::Photo, id)));
        if photo && tied(&fields, "subject_kind", "subject").is_some_and(|subject| chosen.contains(&subject))
        {
            found.push(record.record_ref());
        }
        Ok::<_, CaseError>(())
    })?;
    reader.for_each_record(RecordKind::Tagging, |record: Record| {
        let fields = record.fields();
        if tied(&fields, "record_kind", "record").is_some_and(|bearer| chosen.contains(&bearer)) {
            found.push(record.record_ref());
            let tag = fields.get("tag").and_then(Value::as_str);
            found.extend(tag.map(|id| RecordRef::new(RecordKind::Tag, id)));
        }
        Ok::<_, CaseError>(())
    })?;
    let mut texts = Vec::new();
    reader.for_each_record(RecordKind::Transcription, |record: Record| {
        if let Record::Transcription(one) = &record
            && chosen.contains(&record.record_ref())
            && one.text.contains('<')
        {
            texts.push(one.text.clone());
        }
        Ok::<_, CaseError>(())
    })?;
    reader.for_each_record(RecordKind::Symbol, |record: Record| {
        if let Record::Symbol(symbol) = &record {
            let shown = format!("<{}>", symbol.name);
            if texts.iter().any(|text| text.contains(&shown)) {
                found.push(record.record_ref());
            }
        }
        Ok::<_, CaseError>(())
    })?;
    chosen.extend(found);
    Ok(())
}
