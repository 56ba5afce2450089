//! Merging: copies of a case that were worked on apart become one again, the same whoever takes in whom first.

#[path = "common/walk.rs"]
mod work;

use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use witnessmark::case::{Case, CaseError, Question, Reader, Taken, sha256};
use witnessmark::exchange::publication::{Plan, publish};
use witnessmark::intake::renew::photo_of;
use witnessmark::job::Progress;
use witnessmark::model::record::{Fields, RecordKind, Recorded};
use witnessmark::model::{Change, Marking, PublicationOptions, Redaction, Strike, Tag, Transcription};
use work::{Team, author, deeds, heads, only, questions, set, state, walk};

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
