//! Random work of three laptops on copies of one case, and a book of it that is kept apart from the program.

#![allow(dead_code, reason = "each test file uses its part")]

use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use witnessmark::case::{Author, Case, CaseError, Question, Reader, Taken, sha256};
use witnessmark::job::Progress;
use witnessmark::model::id::PhotoId;
use witnessmark::model::record::{Fields, RecordKind, RecordRef, Recorded};
use witnessmark::model::{
    Change, Component, Marking, NewPhoto, Photo, Region, Strike, Transcription, Weapon,
};

pub fn author(name: &str) -> Author {
    Author {
        person: format!("{name}. Tester"),
        device: format!("{name}{name}{name}{name}{name}{name}{name}{name}-0000-7000-8000-000000000000")
            .to_lowercase(),
        device_name: format!("laptop {name}"),
    }
}

/// The file of each device: copies of one case.
pub struct Team {
    pub folder: tempfile::TempDir,
    pub names: Vec<&'static str>,
    pub cases: Vec<Case>,
    pub readers: Vec<Reader>,
    /// How they come together: through a store, or without one each takes the other's copy.
    pub store: Option<Box<dyn Store>>,
}

/// A store through which the copies come together.
pub trait Store {
    /// Brings to the store what the case lacks there.
    fn push(&mut self, case: &Case, device: usize);
    /// Takes in what is in the store. Gives how many entries came.
    fn pull(&mut self, case: &mut Case, device: usize) -> u64;
}

impl Team {
    pub fn new(names: &[&'static str]) -> Self {
        // In memory where that can be had: what is tested here is not the disk.
        let folder = tempfile::tempdir_in("/dev/shm")
            .or_else(|_| tempfile::tempdir())
            .unwrap();
        let first = folder.path().join("first.witness");
        let mut case = Case::create(&first, "Case", author(names[0])).unwrap();
        case.keep_backups_in(None);
        for number in 0..4 {
            let strike = Strike {
                title: format!("Strike {number}"),
                ..Strike::default()
            };
            let weapon = Weapon {
                title: format!("Weapon {number}"),
                strike: Some(strike.id),
                ..Weapon::default()
            };
            let component = Component {
                title: format!("Component {number}"),
                weapon: Some(weapon.id),
                ..Component::default()
            };
            let marking = Marking {
                title: format!("Marking {number}"),
                component: Some(component.id),
                ..Marking::default()
            };
            case.apply_all(vec![
                Change::Create(strike.into()),
                Change::Create(weapon.into()),
                Change::Create(component.into()),
                Change::Create(marking.into()),
            ])
            .unwrap();
        }
        case.close().unwrap();
        let cases: Vec<Case> = names
            .iter()
            .map(|name| {
                let path = folder.path().join(format!("{name}.witness"));
                std::fs::copy(&first, &path).unwrap();
                let mut case = Case::open(&path, author(name)).unwrap();
                case.keep_backups_in(None);
                case
            })
            .collect();
        Self {
            folder,
            names: names.to_vec(),
            readers: cases.iter().map(|case| case.reader().unwrap()).collect(),
            cases,
            store: None,
        }
    }

    /// The case of `into` takes in what the one of `from` has.
    pub fn take(&mut self, into: usize, from: usize) -> Taken {
        let known = heads(&self.readers[into]);
        let incoming = self.readers[from].outgoing(self.names[from], &known).unwrap();
        let taken = self.cases[into]
            .take_in(&incoming, false, &Progress::new())
            .unwrap();
        assert!(taken.refused.is_empty(), "{:?}", taken.refused);
        taken
    }

    /// Everybody takes in everybody until nothing new comes.
    pub fn agree(&mut self) {
        for _ in 0..4 {
            let mut came = 0;
            if let Some(store) = &mut self.store {
                for (device, case) in self.cases.iter_mut().enumerate() {
                    came += store.pull(case, device);
                    store.push(case, device);
                }
                if came == 0 {
                    return;
                }
                continue;
            }
            for into in 0..self.cases.len() {
                for from in 0..self.cases.len() {
                    if into != from {
                        came += self.take(into, from).entries;
                    }
                }
            }
            if came == 0 {
                return;
            }
        }
        panic!("they never come to an end");
    }

    /// That all have the same records, apart from what each knows of the others.
    pub fn assert_equal_but_merges(&self) {
        let records = |reader: &Reader| {
            let mut records = state(reader);
            records.retain(|record, _| record.kind != RecordKind::Merge);
            records
        };
        let first = records(&self.readers[0]);
        for reader in &self.readers {
            assert_eq!(records(reader), first);
        }
    }

    pub fn assert_equal(&self) {
        let first = state(&self.readers[0]);
        let chains = heads(&self.readers[0]);
        for (reader, name) in self.readers.iter().zip(&self.names) {
            assert_eq!(heads(reader), chains, "{name}");
            let other = state(reader);
            for (record, fields) in &first {
                assert_eq!(other.get(record), Some(fields), "{name} {record:?}");
            }
            assert_eq!(other.len(), first.len(), "{name}");
            assert_eq!(questions(reader), questions(&self.readers[0]), "{name}");
            let verdict = reader.verify(|_, _| true).unwrap();
            assert!(verdict.is_sound(), "{name} {:?}", verdict.problems);
        }
    }
}
pub fn heads(reader: &Reader) -> Vec<(String, i64)> {
    let chains = reader.chains().unwrap();
    let mut heads: Vec<_> = chains
        .into_iter()
        .map(|chain| (chain.device, chain.entries))
        .collect();
    heads.sort();
    heads
}

pub fn state(reader: &Reader) -> BTreeMap<RecordRef, Fields> {
    let mut state = BTreeMap::new();
    for kind in RecordKind::ALL {
        for fields in reader.every(kind).unwrap() {
            let id = fields["id"].as_str().unwrap().to_owned();
            state.insert(RecordRef::new(kind, id), fields);
        }
    }
    state
}

/// The open questions, as far as they do not depend on the numbers of a file.
pub fn questions(reader: &Reader) -> Vec<(RecordRef, Vec<Fields>, Vec<String>)> {
    let conflicts = reader.conflicts().unwrap();
    let mut questions: Vec<_> = conflicts
        .into_iter()
        .map(|conflict| match conflict.question {
            Question::Fields { versions, .. } => {
                let by = versions.iter().flat_map(|version| &version.by);
                let by = by.map(|voice| voice.device.clone()).collect();
                (
                    conflict.record,
                    versions.into_iter().map(|version| version.fields).collect(),
                    by,
                )
            }
            Question::Removal { removed, worked, .. } => {
                let by: BTreeSet<String> = worked.into_iter().map(|voice| voice.device).collect();
                (
                    conflict.record,
                    Vec::new(),
                    [removed.device].into_iter().chain(by).collect(),
                )
            }
        })
        .collect();
    questions.sort_by(|one, other| format!("{one:?}").cmp(&format!("{other:?}")));
    questions
}

pub fn only<R: Recorded>(reader: &Reader, title: &str) -> R {
    let all: Vec<R> = reader.all().unwrap();
    all.into_iter()
        .find(|record| record.fields()["title"] == title)
        .unwrap()
}

pub fn set(case: &mut Case, record: impl Into<RecordRef>, field: &str, value: impl Into<Value>) {
    case.apply(Change::Edit {
        record: record.into(),
        fields: Fields::from_iter([(field.to_owned(), value.into())]),
    })
    .unwrap();
}
/// One thing that somebody does.
#[derive(Debug, Clone)]
pub enum Deed {
    Create(u8),
    Edit(usize, u8, u8),
    Move(usize, usize),
    Remove(usize),
    Tag(usize, u8),
    Untag(usize, u8),
    Draw(usize),
    Transcribe(usize, u8),
    Undo,
    Redo,
    Settle(usize, bool),
    Take(usize),
}

pub fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => (0..4u8).prop_map(Deed::Create),
        12 => (any::<usize>(), 0..6u8, 0..5u8).prop_map(|(record, field, value)| Deed::Edit(record, field, value)),
        3 => (any::<usize>(), any::<usize>()).prop_map(|(record, target)| Deed::Move(record, target)),
        2 => any::<usize>().prop_map(Deed::Remove),
        2 => (any::<usize>(), 0..3u8).prop_map(|(record, tag)| Deed::Tag(record, tag)),
        1 => (any::<usize>(), 0..3u8).prop_map(|(record, tag)| Deed::Untag(record, tag)),
        1 => any::<usize>().prop_map(Deed::Draw),
        2 => (any::<usize>(), 0..4u8).prop_map(|(record, text)| Deed::Transcribe(record, text)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(question, choice)| Deed::Settle(question, choice)),
        2 => (1..3usize).prop_map(Deed::Take),
    ]
}

/// What was written in the titles of strikes, kept apart from the program: who wrote it, in knowledge of which others.
#[derive(Default)]
pub struct Titles {
    is_followed: bool,
    writes: Vec<(RecordRef, String, BTreeSet<usize>)>,
    known: [BTreeSet<usize>; 3],
    /// What whoever looks into the store can know.
    stored: BTreeSet<usize>,
}

impl Titles {
    fn write(&mut self, device: usize, record: &RecordRef, title: &str) {
        let number = self.writes.len();
        self.writes
            .push((record.clone(), title.to_owned(), self.known[device].clone()));
        self.known[device].insert(number);
    }

    fn take(&mut self, into: usize, from: usize) {
        let known = self.known[from].clone();
        self.known[into].extend(known);
    }

    /// The different titles of the record that nobody wrote over in knowledge of them.
    fn standing(&self, record: &RecordRef) -> BTreeSet<&str> {
        let own = self
            .writes
            .iter()
            .enumerate()
            .filter(|(_, write)| write.0 == *record);
        let own: Vec<_> = own.collect();
        let is_over = |number: &usize| own.iter().any(|(_, later)| later.2.contains(number));
        own.iter()
            .filter(|(number, _)| !is_over(number))
            .map(|(_, write)| write.1.as_str())
            .collect()
    }
}

pub fn pick(reader: &Reader, kinds: &[RecordKind], number: usize) -> Option<RecordRef> {
    let mut records = Vec::new();
    for kind in kinds {
        let id = |fields: Fields| RecordRef::new(*kind, fields["id"].as_str().unwrap());
        records.extend(reader.every(*kind).unwrap().into_iter().map(id));
    }
    (!records.is_empty()).then(|| records[number % records.len()].clone())
}

pub const THINGS: [RecordKind; 5] = [
    RecordKind::Strike,
    RecordKind::Weapon,
    RecordKind::Component,
    RecordKind::Marking,
    RecordKind::Photo,
];

pub fn act(team: &mut Team, titles: &mut Titles, device: usize, deed: &Deed) {
    let (case, reader) = (&mut team.cases[device], &team.readers[device]);
    let refusable = |applied: Result<_, CaseError>| match applied {
        Ok(_)
        | Err(
            CaseError::Field { .. }
            | CaseError::ChangedSince(_)
            | CaseError::NoRecord(_)
            | CaseError::RecordExists(_),
        ) => {}
        Err(error) => panic!("{error}"),
    };
    match deed {
        Deed::Create(kind) => {
            let title = "new".to_owned();
            let change = match kind {
                0 => {
                    let strike = Strike {
                        title,
                        ..Strike::default()
                    };
                    titles.write(device, &strike.record_ref(), "new");
                    Change::Create(strike.into())
                }
                1 => Change::Create(
                    Weapon {
                        title,
                        ..Weapon::default()
                    }
                    .into(),
                ),
                2 => Change::Create(
                    Component {
                        title,
                        ..Component::default()
                    }
                    .into(),
                ),
                _ => Change::Create(
                    Marking {
                        title,
                        ..Marking::default()
                    }
                    .into(),
                ),
            };
            case.apply(change).unwrap();
        }
        Deed::Edit(record, field, value) => {
            let Some(record) = pick(reader, &THINGS, *record) else {
                return;
            };
            let (name, value): (&str, Value) = match (record.kind, field) {
                (_, 0) => (
                    if record.kind == RecordKind::Photo {
                        "caption"
                    } else {
                        "title"
                    },
                    format!("title {value}").into(),
                ),
                (RecordKind::Strike, 1) => ("latitude", (50 + value).into()),
                (RecordKind::Strike, 2) => ("longitude", (30 + value).into()),
                (RecordKind::Strike, 3) => ("target", format!("target {value}").into()),
                (RecordKind::Weapon, 1) => ("model", format!("model {value}").into()),
                (RecordKind::Weapon, 2) => ("model_grade", "probable".into()),
                (RecordKind::Component, 1) => ("quantity", (1 + value).into()),
                (RecordKind::Component, 2) => ("maker", format!("maker {value}").into()),
                _ => ("notes", format!("notes {value}").into()),
            };
            let applied = case.apply(Change::Edit {
                record: record.clone(),
                fields: Fields::from_iter([(name.to_owned(), value.clone())]),
            });
            let is_written = applied.as_ref().is_ok_and(|applied| applied.step != 0);
            refusable(applied);
            if is_written && record.kind == RecordKind::Strike && name == "title" {
                titles.write(device, &record, value.as_str().unwrap());
            }
        }
        Deed::Move(record, target) => {
            let Some(record) = pick(reader, &THINGS[1..4], *record) else {
                return;
            };
            let (field, kind) = match record.kind {
                RecordKind::Weapon => ("strike", RecordKind::Strike),
                RecordKind::Component => ("weapon", RecordKind::Weapon),
                _ => ("component", RecordKind::Component),
            };
            let target = pick(reader, &[kind], *target).map_or(Value::Null, |target| target.id.into());
            refusable(case.apply(Change::Edit {
                record,
                fields: Fields::from_iter([(field.to_owned(), target)]),
            }));
        }
        // Strikes stay, so that what was written in their titles can be followed from outside.
        Deed::Remove(record) => {
            if let Some(record) = pick(reader, &THINGS[1..], *record) {
                case.apply(Change::Remove(record)).unwrap();
            }
        }
        Deed::Tag(record, tag) | Deed::Untag(record, tag) => {
            let Some(record) = pick(reader, &THINGS[..3], *record) else {
                return;
            };
            let (name, vocabulary, records) = (format!("tag {tag}"), String::new(), vec![record]);
            let change = match deed {
                Deed::Tag(..) => Change::AddTag {
                    name,
                    vocabulary,
                    records,
                },
                _ => Change::RemoveTag {
                    name,
                    vocabulary,
                    records,
                },
            };
            refusable(case.apply(change));
        }
        Deed::Draw(number) => {
            let bytes = vec![u8::try_from(number % 3).unwrap(); 8];
            let hash = sha256(&bytes);
            let photo = Photo {
                id: PhotoId::from_hash(&hash),
                sha256: hash,
                byte_size: 8,
                file_name: format!("{device}.jpg"),
                ..Photo::default()
            };
            let region = Region {
                photo: photo.id,
                width: 1,
                height: 1,
                ..Region::default()
            };
            match case.apply(Change::AddPhoto(Box::new(NewPhoto {
                photo,
                bytes,
                ..NewPhoto::default()
            }))) {
                Ok(_) => {}
                Err(CaseError::AlreadyKnown { .. }) => {
                    let Some(marking) = pick(reader, &[RecordKind::Marking], *number) else {
                        return;
                    };
                    let marking = marking.id.parse().unwrap();
                    let region = Region { marking, ..region };
                    case.apply(Change::DrawRegion {
                        region,
                        marking: None,
                    })
                    .unwrap();
                }
                Err(error) => panic!("{error}"),
            }
        }
        Deed::Transcribe(record, text) => {
            let Some(marking) = pick(reader, &[RecordKind::Marking], *record) else {
                return;
            };
            let transcription = Transcription {
                marking: marking.id.parse().unwrap(),
                text: format!("11{text}"),
                by: "T".to_owned(),
                ..Transcription::default()
            };
            case.apply(Change::Transcribe(transcription)).unwrap();
        }
        Deed::Undo | Deed::Redo => {
            // What was written before a decision that is taken back counts again, which is not followed here.
            let label = match deed {
                Deed::Undo => case.undo_label(),
                _ => case.redo_label(),
            };
            if titles.is_followed && label.unwrap().is_some_and(|label| label.action == "settle") {
                return;
            }
            let before = state(reader);
            let applied = match deed {
                Deed::Undo => case.undo(),
                _ => case.redo(),
            };
            refusable(applied.map(Option::unwrap_or_default));
            for (record, fields) in state(reader) {
                if record.kind == RecordKind::Strike
                    && before
                        .get(&record)
                        .is_some_and(|was| was["title"] != fields["title"])
                {
                    titles.write(device, &record, fields["title"].as_str().unwrap());
                }
            }
        }
        Deed::Settle(number, choice) => {
            let conflicts = reader.conflicts().unwrap();
            if conflicts.is_empty() {
                return;
            }
            let conflict = &conflicts[number % conflicts.len()];
            match &conflict.question {
                Question::Fields { versions, .. } => {
                    let fields = versions[usize::from(*choice) % versions.len()].fields.clone();
                    let title = fields.get("title").and_then(Value::as_str).map(str::to_owned);
                    let applied = case.apply(Change::Settle {
                        record: conflict.record.clone(),
                        fields,
                    });
                    let is_written = applied.is_ok();
                    refusable(applied);
                    if let (true, RecordKind::Strike, Some(title)) = (is_written, conflict.record.kind, title)
                    {
                        titles.write(device, &conflict.record, &title);
                    }
                }
                Question::Removal { .. } => {
                    let record = conflict.record.clone();
                    refusable(case.apply(Change::SettleRemoval {
                        record,
                        removes: *choice,
                    }));
                }
            }
        }
        Deed::Take(further) if team.store.is_some() => {
            if let Some(store) = &mut team.store {
                if *further == 1 {
                    store.push(case, device);
                    titles.stored.extend(titles.known[device].iter().copied());
                } else {
                    store.pull(case, device);
                    titles.known[device].extend(titles.stored.iter().copied());
                }
            }
        }
        Deed::Take(further) => {
            let from = (device + further) % 3;
            team.take(device, from);
            titles.take(device, from);
        }
    }
}

pub fn walk(steps: &[(usize, Deed)], is_followed: bool) {
    walk_of(Team::new(&["A", "B", "C"]), steps, is_followed);
}

/// As [`walk`], by these three.
pub fn walk_of(mut team: Team, steps: &[(usize, Deed)], is_followed: bool) {
    let mut titles = Titles {
        is_followed,
        ..Titles::default()
    };
    // What was there from the start is known to all.
    for (record, fields) in state(&team.readers[0]) {
        if record.kind == RecordKind::Strike {
            titles.write(0, &record, fields["title"].as_str().unwrap());
        }
    }
    titles.take(1, 0);
    titles.take(2, 0);
    for (device, deed) in steps {
        act(&mut team, &mut titles, *device, deed);
    }
    team.agree();
    team.assert_equal();
    if !is_followed {
        return;
    }
    let conflicts = team.readers[1].conflicts().unwrap();
    for (record, fields) in state(&team.readers[1]) {
        if record.kind != RecordKind::Strike {
            continue;
        }
        let standing = titles.standing(&record);
        assert!(
            standing.contains(fields["title"].as_str().unwrap()),
            "{record:?} {standing:?} {fields:?}"
        );
        let asked: BTreeSet<&str> = conflicts
            .iter()
            .filter(|conflict| conflict.record == record)
            .filter_map(|conflict| match &conflict.question {
                Question::Fields { versions, .. } => Some(versions),
                Question::Removal { .. } => None,
            })
            .flatten()
            .filter_map(|version| version.fields.get("title")?.as_str())
            .collect();
        match standing.len() {
            1 => assert_eq!(asked, BTreeSet::new(), "{record:?}"),
            _ => assert_eq!(asked, standing, "{record:?}"),
        }
    }
}
