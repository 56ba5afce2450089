//! Merging: copies of a case that were worked on apart become one again, the same whoever takes in whom first.

use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use witnessmark::case::{Author, Case, CaseError, Question, Reader, Taken, sha256};
use witnessmark::exchange::publication::{Plan, publish};
use witnessmark::intake::renew::photo_of;
use witnessmark::job::Progress;
use witnessmark::model::id::PhotoId;
use witnessmark::model::record::{Fields, RecordKind, RecordRef, Recorded};
use witnessmark::model::{
    Change, Component, Marking, NewPhoto, Photo, PublicationOptions, Redaction, Region, Strike, Tag,
    Transcription, Weapon,
};

fn author(name: &str) -> Author {
    Author {
        person: format!("{name}. Tester"),
        device: format!("{name}{name}{name}{name}{name}{name}{name}{name}-0000-7000-8000-000000000000")
            .to_lowercase(),
        device_name: format!("laptop {name}"),
    }
}

/// The file of each device: copies of one case.
struct Team {
    folder: tempfile::TempDir,
    names: Vec<&'static str>,
    cases: Vec<Case>,
    readers: Vec<Reader>,
}

impl Team {
    fn new(names: &[&'static str]) -> Self {
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
        }
    }

    /// The case of `into` takes in what the one of `from` has.
    fn take(&mut self, into: usize, from: usize) -> Taken {
        let known = heads(&self.readers[into]);
        let incoming = self.readers[from].outgoing(self.names[from], &known).unwrap();
        let taken = self.cases[into]
            .take_in(&incoming, false, &Progress::new())
            .unwrap();
        assert!(taken.refused.is_empty(), "{:?}", taken.refused);
        taken
    }

    /// Everybody takes in everybody until nothing new comes.
    fn agree(&mut self) {
        for _ in 0..4 {
            let mut came = 0;
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

    fn assert_equal(&self) {
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

fn take(cases: &mut [Case], into: usize, from: usize, source: &str) -> Result<Taken, CaseError> {
    let reader = cases[into].reader()?;
    let incoming = cases[from].reader()?.outgoing(source, &heads(&reader))?;
    let before = state(&reader);
    let foreseen = cases[into].foresee(&incoming, false, &Progress::new())?;
    assert_eq!(state(&reader), before, "a dry run changes nothing");
    let taken = cases[into].take_in(&incoming, false, &Progress::new())?;
    assert_eq!(foreseen, taken, "a dry run says what would come");
    Ok(taken)
}

fn heads(reader: &Reader) -> Vec<(String, i64)> {
    let chains = reader.chains().unwrap();
    let mut heads: Vec<_> = chains
        .into_iter()
        .map(|chain| (chain.device, chain.entries))
        .collect();
    heads.sort();
    heads
}

fn state(reader: &Reader) -> BTreeMap<RecordRef, Fields> {
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
fn questions(reader: &Reader) -> Vec<(RecordRef, Vec<Fields>, Vec<String>)> {
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

fn only<R: Recorded>(reader: &Reader, title: &str) -> R {
    let all: Vec<R> = reader.all().unwrap();
    all.into_iter()
        .find(|record| record.fields()["title"] == title)
        .unwrap()
}

fn set(case: &mut Case, record: impl Into<RecordRef>, field: &str, value: impl Into<Value>) {
    case.apply(Change::Edit {
        record: record.into(),
        fields: Fields::from_iter([(field.to_owned(), value.into())]),
    })
    .unwrap();
}

#[test]
fn edits_of_different_fields_join() {
    let mut team = Team::new(&["A", "B"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    set(&mut team.cases[0], strike.id, "target", "depot");
    set(&mut team.cases[1], strike.id, "notes", "seen from the road");
    team.agree();
    team.assert_equal();
    let joined: Strike = team.readers[0].get(strike.id).unwrap().unwrap();
    assert_eq!(
        (joined.target.as_deref(), joined.notes.as_str()),
        (Some("depot"), "seen from the road")
    );
    assert_eq!(questions(&team.readers[0]), []);
}

#[test]
fn edits_of_one_field_apart_are_a_question_and_the_answer_goes_everywhere() {
    let mut team = Team::new(&["A", "B", "C"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    set(&mut team.cases[0], strike.id, "target", "depot");
    set(&mut team.cases[1], strike.id, "target", "garage");
    team.agree();
    team.assert_equal();
    let conflicts = team.readers[2].conflicts().unwrap();
    assert_eq!(conflicts.len(), 1);
    let Question::Fields { versions, before } = &conflicts[0].question else {
        panic!("{conflicts:?}");
    };
    let values: BTreeSet<&str> = versions
        .iter()
        .filter_map(|version| version.fields["target"].as_str())
        .collect();
    assert_eq!(values, BTreeSet::from(["depot", "garage"]));
    assert_eq!(before["target"], Value::Null);
    let people: BTreeSet<&str> = versions
        .iter()
        .map(|version| version.by[0].person.as_str())
        .collect();
    assert_eq!(people, BTreeSet::from(["A. Tester", "B. Tester"]));
    // The one that is shown already can be the answer: it is written down all the same.
    let shown = versions[0].fields.clone();
    team.cases[2]
        .apply(Change::Settle {
            record: strike.id.into(),
            fields: shown.clone(),
        })
        .unwrap();
    assert_eq!(questions(&team.readers[2]), []);
    team.agree();
    team.assert_equal();
    assert_eq!(questions(&team.readers[0]), []);
    // Taken back, the question is open again, everywhere.
    team.cases[2].undo().unwrap();
    assert_eq!(questions(&team.readers[2]).len(), 1);
    team.agree();
    team.assert_equal();
    assert_eq!(questions(&team.readers[0]).len(), 1);
    team.cases[2].redo().unwrap();
    assert_eq!(questions(&team.readers[2]), []);
    team.agree();
    team.assert_equal();
    let again = team.cases[0].apply(Change::Settle {
        record: strike.id.into(),
        fields: shown,
    });
    assert!(again.is_err());
}

#[test]
fn an_edit_that_knew_the_other_replaces_it() {
    let mut team = Team::new(&["A", "B"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    set(&mut team.cases[0], strike.id, "target", "depot");
    team.take(1, 0);
    set(&mut team.cases[1], strike.id, "target", "garage");
    team.agree();
    team.assert_equal();
    let both: Strike = team.readers[0].get(strike.id).unwrap().unwrap();
    assert_eq!(both.target.as_deref(), Some("garage"));
    assert_eq!(questions(&team.readers[0]), []);
}

#[test]
fn a_place_is_never_made_of_two_halves() {
    let mut team = Team::new(&["A", "B"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    let place = |latitude: f64, longitude: f64| {
        Fields::from_iter([
            ("latitude".to_owned(), latitude.into()),
            ("longitude".to_owned(), longitude.into()),
        ])
    };
    let edit = |fields| Change::Edit {
        record: strike.id.into(),
        fields,
    };
    team.cases[0].apply(edit(place(50.0, 30.0))).unwrap();
    team.take(1, 0);
    set(&mut team.cases[0], strike.id, "latitude", 51.0);
    set(&mut team.cases[1], strike.id, "longitude", 31.0);
    team.agree();
    team.assert_equal();
    let joined: Strike = team.readers[0].get(strike.id).unwrap().unwrap();
    let place = (joined.latitude.unwrap(), joined.longitude.unwrap());
    assert!(place == (51.0, 30.0) || place == (50.0, 31.0), "{place:?}");
    assert_eq!(questions(&team.readers[0]).len(), 1);
    // Whoever corrects one half corrects what is shown.
    set(&mut team.cases[0], strike.id, "latitude", 52.0);
    team.agree();
    team.assert_equal();
    assert_eq!(questions(&team.readers[1]), []);
}

#[test]
fn what_one_took_away_while_another_worked_on_it_stays_until_somebody_decides() {
    for removes in [false, true] {
        let mut team = Team::new(&["A", "B"]);
        let marking: Marking = only(&team.readers[0], "Marking 0");
        let transcription = |case: &mut Case, text: &str| {
            let transcription = Transcription {
                marking: marking.id,
                text: text.to_owned(),
                by: "T".to_owned(),
                ..Transcription::default()
            };
            let record = transcription.record_ref();
            case.apply(Change::Transcribe(transcription)).unwrap();
            record
        };
        let first = transcription(&mut team.cases[0], "112");
        team.agree();
        team.cases[0].apply(Change::Remove(marking.id.into())).unwrap();
        let second = transcription(&mut team.cases[1], "113");
        team.agree();
        team.assert_equal();
        let shown = state(&team.readers[0]);
        for record in [&first, &second, &marking.id.into()] {
            assert!(shown.contains_key(record), "{record:?}");
        }
        let asked = questions(&team.readers[0]);
        assert_eq!(asked.len(), 1, "{asked:?}");
        assert_eq!(asked[0].2, ["laptop A", "laptop B"]);
        let record = asked[0].0.clone();
        team.cases[1]
            .apply(Change::SettleRemoval { record, removes })
            .unwrap();
        assert_eq!(questions(&team.readers[1]), []);
        team.agree();
        team.assert_equal();
        assert_eq!(questions(&team.readers[0]), []);
        let shown = state(&team.readers[0]);
        for record in [&first, &second, &marking.id.into()] {
            assert_eq!(shown.contains_key(record), !removes, "{record:?}");
        }
        // And the answer can be taken back like any other step.
        team.cases[1].undo().unwrap();
        team.agree();
        team.assert_equal();
        assert_eq!(questions(&team.readers[0]).len(), 1);
    }
}

#[test]
fn a_photo_whose_redactions_are_not_decided_is_not_published() {
    let mut team = Team::new(&["A", "B"]);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos/Issue 609.jpg");
    let bytes = std::fs::read(file).unwrap();
    let new = photo_of("609.jpg", sha256(&bytes), bytes);
    let photo = new.photo.id;
    let redaction = Redaction {
        photo,
        x: 4,
        y: 4,
        width: 40,
        height: 40,
        ..Redaction::default()
    };
    team.cases[0].apply(Change::AddPhoto(Box::new(new))).unwrap();
    team.cases[0]
        .apply(Change::Create(redaction.clone().into()))
        .unwrap();
    team.agree();
    set(&mut team.cases[0], redaction.id, "width", 80);
    set(&mut team.cases[1], redaction.id, "width", 20);
    team.agree();
    let publish = |team: &Team, name: &str| {
        let plan = Plan {
            photos: vec![photo],
            folder: team.folder.path().join(name),
            options: PublicationOptions::default(),
            purpose: String::new(),
            recipient: String::new(),
            by: "T".to_owned(),
            at: "2024-09-01T10:00:00Z".parse().unwrap(),
        };
        let outcome = publish(&team.readers[0], &plan, &Progress::new()).unwrap();
        outcome.publication
    };
    let refused = publish(&team, "undecided");
    assert_eq!((refused.copies.len(), refused.refused.len()), (0, 1));
    assert!(
        refused.refused[0].note.contains("decide"),
        "{:?}",
        refused.refused
    );
    let conflicts = team.readers[0].conflicts().unwrap();
    let Question::Fields { versions, .. } = &conflicts[0].question else {
        panic!("{conflicts:?}");
    };
    let wide = versions
        .iter()
        .find(|version| version.fields["width"] == 80)
        .unwrap();
    team.cases[0]
        .apply(Change::Settle {
            record: redaction.record_ref(),
            fields: wide.fields.clone(),
        })
        .unwrap();
    assert_eq!(publish(&team, "decided").copies.len(), 1);
}

#[test]
fn the_same_tag_given_by_two_is_one_tag() {
    let mut team = Team::new(&["A", "B"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    for case in &mut team.cases {
        case.apply(Change::AddTag {
            name: "Night".to_owned(),
            vocabulary: String::new(),
            records: vec![strike.id.into()],
        })
        .unwrap();
    }
    team.agree();
    team.assert_equal();
    let tags: Vec<Tag> = team.readers[0].all().unwrap();
    assert_eq!(tags.len(), 1);
    assert_eq!(questions(&team.readers[0]), []);
}

#[test]
fn a_copy_that_was_worked_on_under_the_same_name_is_refused_and_said() {
    let team = Team::new(&["A", "B"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    let path = team.folder.path().join("second.witness");
    std::fs::copy(team.folder.path().join("first.witness"), &path).unwrap();
    let mut second = Case::open(&path, author("A")).unwrap();
    second.keep_backups_in(None);
    set(&mut second, strike.id, "target", "garage");
    let mut cases = team.cases;
    set(&mut cases[0], strike.id, "target", "depot");
    let before = state(&team.readers[0]);
    cases.push(second);
    let taken = take(&mut cases, 0, 2, "second").unwrap();
    assert_eq!((taken.entries, taken.refused.len()), (0, 1));
    assert!(
        taken.refused[0].reason.contains("two copies"),
        "{:?}",
        taken.refused
    );
    assert_eq!(state(&team.readers[0]), before);
}

#[test]
fn an_older_copy_on_the_same_laptop_gets_a_chain_of_its_own_and_both_can_be_merged() {
    let team = Team::new(&["A"]);
    let chains = team.folder.path().join("chains");
    let strike: Strike = only(&team.readers[0], "Strike 0");
    let path = |name: &str| team.folder.path().join(name);
    let open = |name: &str| {
        let mut case = Case::open(&path(name), author("A")).unwrap();
        case.keep_backups_in(None);
        case.remember_chains_in(Some(&chains)).unwrap();
        case
    };
    std::fs::copy(path("first.witness"), path("older.witness")).unwrap();
    let mut newer = open("first.witness");
    set(&mut newer, strike.id, "target", "depot");
    assert_eq!(newer.author().device, author("A").device);
    // Cut short, as by a crash: what was written is remembered all the same.
    drop(newer);
    let mut older = open("older.witness");
    assert_ne!(older.author().device, author("A").device);
    set(&mut older, strike.id, "target", "garage");
    let own = older.author().device.clone();
    older.close().unwrap();
    // Each goes on with its own chain.
    assert_eq!(open("older.witness").author().device, own);
    let newer = open("first.witness");
    assert_eq!(newer.author().device, author("A").device);
    let older = open("older.witness");
    let mut cases = [newer, older];
    let taken = take(&mut cases, 0, 1, "older").unwrap();
    assert_eq!((taken.refused.len(), taken.conflicts), (0, 1));
}

#[test]
fn changed_cut_and_strange_chains_are_refused_by_name() {
    let mut team = Team::new(&["A", "B"]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    for number in 0..4 {
        set(
            &mut team.cases[1],
            strike.id,
            "target",
            format!("target {number}"),
        );
    }
    let known = heads(&team.readers[0]);
    let sound = team.readers[1].outgoing("B", &known).unwrap();
    let own = sound
        .chains
        .iter()
        .position(|chain| chain.name == "laptop B")
        .unwrap();
    let before = state(&team.readers[0]);
    let mut refused = |change: &dyn Fn(&mut Vec<witnessmark::case::Entry>)| {
        let mut incoming = sound.clone();
        change(&mut incoming.chains[own].entries);
        let taken = team.cases[0].take_in(&incoming, false, &Progress::new()).unwrap();
        assert_eq!(taken.entries, 0);
        assert_eq!(state(&team.readers[0]), before);
        assert_eq!(taken.refused[0].device, "laptop B");
        taken.refused[0].reason.clone()
    };
    let changed = refused(&|entries| entries[2].ops = entries[2].ops.replace("target 1", "target 9"));
    assert!(changed.contains("hash"), "{changed}");
    let gap = refused(&|entries| drop(entries.remove(1)));
    assert!(gap.contains("missing"), "{gap}");
    let broken = refused(&|entries| {
        entries[3].prev_hash = entries[0].hash;
        entries[3].hash = entries[3].computed_hash();
    });
    assert!(broken.contains("chain was changed"), "{broken}");
    let strange = refused(&|entries| {
        entries[4].ops = entries[4].ops.replace("target", "tarhet");
        entries[4].hash = entries[4].computed_hash();
    });
    assert!(strange.contains("understood"), "{strange}");
    // Cut at the end: what is there is sound and is taken; the rest comes another time.
    let mut cut = sound.clone();
    cut.chains[own].entries.truncate(3);
    assert_eq!(
        team.cases[0]
            .take_in(&cut, false, &Progress::new())
            .unwrap()
            .entries,
        3
    );
    team.agree();
    team.assert_equal();
}

#[test]
fn another_case_is_not_taken_in_unasked() {
    let team = Team::new(&["A"]);
    let path = team.folder.path().join("other.witness");
    let mut other = Case::create(&path, "Other", author("B")).unwrap();
    other.keep_backups_in(None);
    let strike = Strike {
        title: "Elsewhere".to_owned(),
        ..Strike::default()
    };
    other.apply(Change::Create(strike.into())).unwrap();
    let mut cases = team.cases;
    cases.push(other);
    let refused = take(&mut cases, 0, 1, "other").unwrap_err();
    assert!(refused.to_string().contains("another case"), "{refused}");
    let incoming = cases[1].reader().unwrap().outgoing("other", &[]).unwrap();
    let taken = cases[0].take_in(&incoming, true, &Progress::new()).unwrap();
    assert_eq!(taken.entries, 2);
    only::<Strike>(&team.readers[0], "Elsewhere");
    // Both have a title; that is asked.
    assert_eq!(questions(&team.readers[0]).len(), 1);
    assert!(cases[0].reader().unwrap().verify(|_, _| true).unwrap().is_sound());
    // From now on they are one case.
    let mut other = cases.pop().unwrap();
    let incoming = cases[0]
        .reader()
        .unwrap()
        .outgoing("A", &heads(&other.reader().unwrap()))
        .unwrap();
    other.take_in(&incoming, false, &Progress::new()).unwrap();
    let without_merges = |reader: &Reader| {
        let mut records = state(reader);
        records.retain(|record, _| record.kind != RecordKind::Merge);
        records
    };
    assert_eq!(
        without_merges(&other.reader().unwrap()),
        without_merges(&team.readers[0])
    );
}

/// One thing that somebody does.
#[derive(Debug, Clone)]
enum Deed {
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

fn deeds() -> impl Strategy<Value = Deed> {
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
struct Titles {
    is_followed: bool,
    writes: Vec<(RecordRef, String, BTreeSet<usize>)>,
    known: [BTreeSet<usize>; 3],
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

fn pick(reader: &Reader, kinds: &[RecordKind], number: usize) -> Option<RecordRef> {
    let mut records = Vec::new();
    for kind in kinds {
        let id = |fields: Fields| RecordRef::new(*kind, fields["id"].as_str().unwrap());
        records.extend(reader.every(*kind).unwrap().into_iter().map(id));
    }
    (!records.is_empty()).then(|| records[number % records.len()].clone())
}

const THINGS: [RecordKind; 5] = [
    RecordKind::Strike,
    RecordKind::Weapon,
    RecordKind::Component,
    RecordKind::Marking,
    RecordKind::Photo,
];

fn act(team: &mut Team, titles: &mut Titles, device: usize, deed: &Deed) {
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
        Deed::Take(further) => {
            let from = (device + further) % 3;
            team.take(device, from);
            titles.take(device, from);
        }
    }
}

fn walk(steps: &[(usize, Deed)], is_followed: bool) {
    let mut team = Team::new(&["A", "B", "C"]);
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// Whatever three people do, in whatever order they take in each other's work: in the end all have the same, nothing
    /// that was said is lost, and whatever contradicts is asked.
    #[test]
    fn three_devices_come_to_the_same(steps in prop::collection::vec((0..3usize, deeds()), 1..120)) {
        walk(&steps, true);
    }

    /// As before, where decisions are taken back and made again too.
    #[test]
    fn decisions_are_taken_back_alike(steps in prop::collection::vec((0..3usize, deeds()), 1..120)) {
        walk(&steps, false);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// A thousand edits and more on each of three devices, which take in each other's work at random moments.
    #[test]
    fn a_thousand_edits_on_each_of_three_devices_come_to_the_same(
        steps in prop::collection::vec((0..3usize, deeds()), 3_300),
    ) {
        walk(&steps, true);
    }
}
