//! Vocabularies that a team edits, from the change to the command: terms and tags are merged in one step, found by every name
//! they had, and handed over as a table.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use proptest::prelude::*;
use serde_json::Value;
use witnessmark::case::{Author, Case, Reader};
use witnessmark::model::record::{Fields, RecordKind, RecordRef, Recorded};
use witnessmark::model::{
    Album, Change, Component, Marking, Photo, Strike, Tag, Tagging, Term, Vocabulary, Weapon,
};

fn author() -> Author {
    Author {
        person: "Olena".to_owned(),
        device: "0198b1d6-0000-7000-8000-000000000001".to_owned(),
        device_name: "laptop".to_owned(),
    }
}

fn case() -> (tempfile::TempDir, Case) {
    let folder = tempfile::tempdir().unwrap();
    let case = Case::create(&folder.path().join("case.witness"), "Kyiv", author()).unwrap();
    (folder, case)
}

fn component(case: &mut Case, kind: &str) -> RecordRef {
    let component = Component {
        kind: Some(kind.to_owned()),
        ..Component::default()
    };
    let record = component.record_ref();
    case.apply(Change::Create(component.into())).unwrap();
    record
}

fn merge(case: &mut Case, vocabulary: Vocabulary, from: &str, into: &str) -> Result<(), String> {
    let merged = case.apply(Change::MergeTerms {
        vocabulary,
        from: from.to_owned(),
        into: into.to_owned(),
    });
    merged.map(drop).map_err(|error| error.to_string())
}

fn tag(case: &mut Case, name: &str, records: &[RecordRef]) {
    case.apply(Change::AddTag {
        name: name.to_owned(),
        vocabulary: String::new(),
        records: records.to_vec(),
    })
    .unwrap();
}

/// Every record that a vocabulary touches, as it is.
fn state(reader: &Reader) -> BTreeMap<RecordRef, Fields> {
    fn all<R: Recorded>(reader: &Reader, into: &mut BTreeMap<RecordRef, Fields>) {
        for record in reader.all::<R>().unwrap() {
            into.insert(record.record_ref(), record.fields());
        }
    }
    let mut state = BTreeMap::new();
    all::<Strike>(reader, &mut state);
    all::<Weapon>(reader, &mut state);
    all::<Component>(reader, &mut state);
    all::<Tag>(reader, &mut state);
    all::<Tagging>(reader, &mut state);
    all::<Album>(reader, &mut state);
    state
}

fn kinds(case: &Case) -> Vec<(String, u32)> {
    case.reader()
        .unwrap()
        .term_uses(Vocabulary::ComponentKind)
        .unwrap()
}

#[test]
fn a_term_is_merged_in_every_record_and_its_name_finds_the_one_that_stays() {
    let (_folder, mut case) = case();
    for kind in ["gyro cover", "gyro cover", "fairing", "Fairing / Cover "] {
        component(&mut case, kind);
    }
    let entries = case.reader().unwrap().history(None, 100).unwrap().len();
    let before = state(&case.reader().unwrap());
    merge(&mut case, Vocabulary::ComponentKind, "gyro cover", "fairing").unwrap();
    assert_eq!(kinds(&case)[0], ("fairing".to_owned(), 3));
    let reader = case.reader().unwrap();
    assert_eq!(reader.history(None, 100).unwrap().len(), entries + 1);
    assert_eq!(reader.history(None, 1).unwrap()[0].action, "merge-terms");
    let words = reader.vocabularies().unwrap();
    assert_eq!(words.id(Vocabulary::ComponentKind, " Gyro COVER"), "fairing");
    assert!(reader.verify(|_, _| true).unwrap().is_sound());
    case.undo().unwrap();
    assert_eq!(state(&case.reader().unwrap()), before);
    case.redo().unwrap();
    assert_eq!(kinds(&case)[0], ("fairing".to_owned(), 3));
}

#[test]
fn a_term_of_the_program_is_hidden_when_it_is_merged_and_comes_back_with_undo() {
    let (_folder, mut case) = case();
    component(&mut case, "jet_vane");
    merge(
        &mut case,
        Vocabulary::ComponentKind,
        "jet_vane",
        "control_surface",
    )
    .unwrap();
    let words = case.reader().unwrap().vocabularies().unwrap();
    let gone = words.term(Vocabulary::ComponentKind, "jet_vane").unwrap();
    assert!(gone.is_hidden);
    // By its Ukrainian name too, which the case never said.
    for name in ["Jet vane", "Газодинамічне кермо", "jet_vane"] {
        assert_eq!(words.id(Vocabulary::ComponentKind, name), "control_surface");
    }
    // Back the other way: what is merged into is offered again.
    merge(
        &mut case,
        Vocabulary::ComponentKind,
        "control_surface",
        "jet_vane",
    )
    .unwrap();
    let words = case.reader().unwrap().vocabularies().unwrap();
    assert_eq!(words.id(Vocabulary::ComponentKind, "Jet vane"), "jet_vane");
    assert_eq!(kinds(&case), [("jet_vane".to_owned(), 1)]);
}

#[test]
fn merging_a_tag_takes_its_bearers_and_albums_along() {
    let (_folder, mut case) = case();
    let one = component(&mut case, "pcb");
    let both = component(&mut case, "pcb");
    tag(&mut case, "nite", &[one.clone(), both.clone()]);
    tag(&mut case, "night", std::slice::from_ref(&both));
    let mut album = Album {
        title: "At night".to_owned(),
        ..Album::default()
    };
    album.filter.tags = vec!["nite".to_owned(), "night".to_owned()];
    case.apply(Change::Create(album.into())).unwrap();
    merge(&mut case, Vocabulary::Tags, "nite", "night").unwrap();
    let reader = case.reader().unwrap();
    let tags: Vec<(String, u32)> = reader
        .tags()
        .unwrap()
        .into_iter()
        .map(|tag| (tag.name, tag.records))
        .collect();
    assert_eq!(tags, [("night".to_owned(), 2)]);
    assert_eq!(reader.all::<Album>().unwrap()[0].filter.tags, ["night"]);
    // Who types the old name gets the tag that stayed.
    let third = component(&mut case, "pcb");
    tag(&mut case, "NITE", std::slice::from_ref(&third));
    assert_eq!(case.reader().unwrap().tags_of(&third).unwrap(), ["night"]);
    assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());
}

#[test]
fn a_name_that_is_changed_is_followed_by_albums_and_records() {
    let (_folder, mut case) = case();
    component(&mut case, "gyro cover");
    let own = Tag {
        name: "gyro cover".to_owned(),
        vocabulary: "component_kind".to_owned(),
        ..Tag::default()
    };
    case.apply(Change::Create(own.clone().into())).unwrap();
    let renamed = Tag {
        name: "gyroscope cover".to_owned(),
        ..own.clone()
    };
    case.apply(Change::edit(&own, &renamed).unwrap()).unwrap();
    assert_eq!(kinds(&case), [("gyroscope cover".to_owned(), 1)]);
    case.undo().unwrap();
    assert_eq!(kinds(&case), [("gyro cover".to_owned(), 1)]);
    // What the program stores is no name to take.
    let taken = Tag {
        name: "fairing".to_owned(),
        ..own.clone()
    };
    assert!(case.apply(Change::edit(&own, &taken).unwrap()).is_err());
}

#[test]
fn what_makes_no_sense_is_refused() {
    let (_folder, mut case) = case();
    component(&mut case, "gyro cover");
    let kind = Vocabulary::ComponentKind;
    assert!(merge(&mut case, kind, "gyro cover", "gyro cover").is_err());
    assert!(merge(&mut case, kind, "gyro cover", "nobody has this").is_err());
    assert!(merge(&mut case, kind, "nobody has this", "fairing").is_err());
    assert!(merge(&mut case, Vocabulary::Tags, "a", "b").is_err());
    assert!(merge(&mut case, Vocabulary::MarkMethod, "cast", "stamped").is_err());
    let mut make = |tag: Tag| case.apply(Change::Create(tag.into())).is_ok();
    let tag = |name: &str, vocabulary: &str| Tag {
        name: name.to_owned(),
        vocabulary: vocabulary.to_owned(),
        ..Tag::default()
    };
    assert!(make(tag("night", "")));
    assert!(!make(tag("Night", "")));
    assert!(make(tag("night", "component_kind")));
    assert!(!make(tag("burned", "mark_method")));
    assert!(make(tag("stamped", "mark_method")));
    assert!(!make(Tag {
        colour: Some("red".to_owned()),
        ..tag("day", "")
    }));
}

#[test]
fn words_in_use_that_no_list_has_are_told_and_what_is_spelled_alike() {
    let (_folder, mut case) = case();
    for kind in ["gyro cover", "Gyro  cover", "gyro cover", "Nozzle", "nozzle"] {
        component(&mut case, kind);
    }
    let sheet = case
        .reader()
        .unwrap()
        .vocabulary(Vocabulary::ComponentKind)
        .unwrap();
    let free: Vec<&str> = sheet
        .terms
        .iter()
        .filter(|row| !row.is_listed)
        .map(|row| row.term.id.as_str())
        .collect();
    assert_eq!(free, ["gyro cover", "Gyro  cover", "Nozzle"]);
    let pairs: Vec<(&str, &str)> = sheet
        .alike
        .iter()
        .map(|pair| (pair.from.as_str(), pair.into.as_str()))
        .collect();
    assert_eq!(pairs, [("Nozzle", "nozzle"), ("Gyro  cover", "gyro cover")]);
    // Nothing was merged by itself.
    assert_eq!(kinds(&case).len(), 4);
}

#[test]
fn a_tag_is_searched_by_its_labels_and_synonyms() {
    use witnessmark::case::QueryMode;
    let (_folder, mut case) = case();
    let tag = Tag {
        name: "night".to_owned(),
        uk: Some("нічний удар".to_owned()),
        synonyms: vec!["after dusk".to_owned()],
        ..Tag::default()
    };
    let record = tag.record_ref();
    case.apply(Change::Create(tag.into())).unwrap();
    for words in ["нічний", "dusk"] {
        let hits = case
            .reader()
            .unwrap()
            .search(words, QueryMode::default(), 10)
            .unwrap();
        assert!(hits.iter().any(|hit| hit.record == record), "{words}");
    }
}

const WORDS: [&str; 4] = ["gyro cover", "fairing", "nozzle", "Gyro Cover"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Merging moves every record, keeps their number, and undo gives back exactly what was.
    #[test]
    fn merges_keep_every_record_and_undo_gives_back_what_was(
        borne in prop::collection::vec(0..WORDS.len(), 1..8),
        tagged in prop::collection::vec((0..8usize, 0..WORDS.len()), 0..8),
        merges in prop::collection::vec((any::<bool>(), 0..WORDS.len(), 0..WORDS.len()), 1..5),
    ) {
        let (_folder, mut case) = case();
        let records: Vec<RecordRef> = borne.iter().map(|word| component(&mut case, WORDS[*word])).collect();
        for (record, word) in &tagged {
            tag(&mut case, WORDS[*word], std::slice::from_ref(&records[record % records.len()]));
        }
        let bearers = |case: &Case| -> Vec<bool> {
            let reader = case.reader().unwrap();
            records.iter().map(|record| !reader.tags_of(record).unwrap().is_empty()).collect()
        };
        let tagged_before = bearers(&case);
        let mut states = vec![state(&case.reader().unwrap())];
        for (is_tag, from, into) in merges {
            let vocabulary = if is_tag { Vocabulary::Tags } else { Vocabulary::ComponentKind };
            if merge(&mut case, vocabulary, WORDS[from], WORDS[into]).is_err() {
                prop_assert_eq!(states.last().unwrap(), &state(&case.reader().unwrap()));
                continue;
            }
            let uses = case.reader().unwrap().term_uses(vocabulary).unwrap();
            prop_assert!(uses.iter().all(|(word, _)| word != WORDS[from]));
            let words = case.reader().unwrap().vocabularies().unwrap();
            prop_assert_eq!(words.find(vocabulary, WORDS[from]).map(|term: &Term| term.id.as_str()), Some(WORDS[into]));
            states.push(state(&case.reader().unwrap()));
        }
        let count: u32 = kinds(&case).iter().map(|(_, uses)| uses).sum();
        prop_assert_eq!(count as usize, records.len());
        prop_assert_eq!(bearers(&case), tagged_before);
        prop_assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());
        while states.len() > 1 {
            states.pop();
            case.undo().unwrap();
            prop_assert_eq!(&state(&case.reader().unwrap()), states.last().unwrap());
        }
    }
}

#[test]
fn a_merge_that_is_done_already_is_refused_and_undo_takes_back_the_one_that_was() {
    let (_folder, mut case) = case();
    component(&mut case, "gyro cover");
    let before = state(&case.reader().unwrap());
    merge(&mut case, Vocabulary::ComponentKind, "nozzle", "gyro cover").unwrap();
    let refused = merge(&mut case, Vocabulary::ComponentKind, "nozzle", "gyro cover").unwrap_err();
    assert!(refused.to_string().contains("already"), "{refused}");
    case.undo().unwrap();
    assert_eq!(state(&case.reader().unwrap()), before);
}

#[test]
fn what_was_merged_away_is_no_term_to_merge_into() {
    let (_folder, mut case) = case();
    for kind in ["gyro cover", "Gyro Cover"] {
        component(&mut case, kind);
    }
    merge(&mut case, Vocabulary::ComponentKind, "fairing", "gyro cover").unwrap();
    let refused = merge(&mut case, Vocabulary::ComponentKind, "Gyro Cover", "fairing").unwrap_err();
    assert!(
        refused.to_string().contains("another name of “gyro cover”"),
        "{refused}"
    );
    assert_eq!(kinds(&case).len(), 2);
}

#[test]
fn a_into_b_and_b_into_c_moves_all_to_c() {
    let (_folder, mut case) = case();
    for kind in ["a", "b", "c", "a"] {
        component(&mut case, kind);
    }
    merge(&mut case, Vocabulary::ComponentKind, "a", "b").unwrap();
    merge(&mut case, Vocabulary::ComponentKind, "b", "c").unwrap();
    assert_eq!(kinds(&case), [("c".to_owned(), 4)]);
    let words = case.reader().unwrap().vocabularies().unwrap();
    assert_eq!(words.id(Vocabulary::ComponentKind, "a"), "c");
    assert_eq!(
        words.term(Vocabulary::ComponentKind, "c").unwrap().synonyms,
        ["b", "a"]
    );
    assert!(words.term(Vocabulary::ComponentKind, "b").is_none());
}

#[test]
fn terms_are_borne_by_records_of_their_kind_alone() {
    let (_folder, mut case) = case();
    let record = component(&mut case, "nozzle");
    tag(&mut case, "nozzle", std::slice::from_ref(&record));
    case.apply(Change::Create(Marking::default().into())).unwrap();
    let reader = case.reader().unwrap();
    for vocabulary in [Vocabulary::Tags, Vocabulary::ComponentKind] {
        assert_eq!(
            reader.term_bearers(vocabulary, "nozzle").unwrap(),
            std::slice::from_ref(&record)
        );
    }
    assert!(
        reader
            .term_bearers(Vocabulary::WeaponClass, "nozzle")
            .unwrap()
            .is_empty()
    );
    assert!(reader.all::<Photo>().unwrap().is_empty());
    assert_eq!(record.kind, RecordKind::Component);
}

fn run(arguments: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .args(arguments)
        .output()
        .unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn uses(path: &str, term: &str) -> Option<u64> {
    let listed = json(&["vocabulary", path, "list", "component_kind", "--json"]);
    let row = listed["terms"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["term"] == term)?
        .clone();
    row["uses"].as_u64()
}

#[test]
fn the_command_lists_writes_takes_in_and_merges() {
    let (folder, mut case) = case();
    component(&mut case, "gyro cover");
    component(&mut case, "fairing");
    case.close().unwrap();
    let path = folder.path().join("case.witness");
    let path = path.to_str().unwrap();
    assert_eq!(uses(path, "gyro cover"), Some(1));

    let table = folder.path().join("terms.csv");
    let write = |text: &str| std::fs::write(&table, text).unwrap();
    let table = table.to_str().unwrap();
    write(
        "vocabulary,term,en,uk,ko,synonyms,source,colour\n\
         component_kind,gyro cover,Gyroscope cover,Кришка гіроскопа,자이로 덮개,gyro lid,field notes,#406080\n\
         nothing,x,,,,,,\n",
    );
    // One bad row keeps all out, and a dry run writes nothing.
    let refused = run(&["vocabulary", path, "import", table]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stdout).contains("Row 3"));
    let dry = json(&["vocabulary", path, "import", table, "--dry-run", "--json"]);
    assert_eq!((dry["new"].as_u64(), dry["wrong"].as_u64()), (Some(1), Some(1)));
    assert_eq!(dry["written"], 0);
    let listed = json(&["vocabulary", path, "list", "component_kind", "--json"]);
    let is_free = |row: &Value| row["term"] == "gyro cover" && row["listed"] == false;
    assert!(listed["terms"].as_array().unwrap().iter().any(is_free));

    let taken = json(&["vocabulary", path, "import", table, "--partial", "--json"]);
    assert_eq!(taken["written"], 1);
    let out = folder.path().join("out.csv");
    assert!(
        run(&["vocabulary", path, "export", out.to_str().unwrap()])
            .status
            .success()
    );
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(
        written
            .contains("gyro cover,Gyroscope cover,Кришка гіроскопа,자이로 덮개,gyro lid,field notes,#406080")
    );
    let again = json(&["vocabulary", path, "import", out.to_str().unwrap(), "--json"]);
    assert_eq!(
        (again["new"].as_u64(), again["changed"].as_u64()),
        (Some(0), Some(0))
    );

    // By any name it is known under.
    let merged = run(&[
        "vocabulary",
        path,
        "merge",
        "component_kind",
        "자이로 덮개",
        "Fairing / cover",
    ]);
    assert!(
        merged.status.success(),
        "{}",
        String::from_utf8_lossy(&merged.stderr)
    );
    assert_eq!((uses(path, "fairing"), uses(path, "gyro cover")), (Some(2), None));
    assert!(
        !run(&["vocabulary", path, "merge", "tag", "a", "b"])
            .status
            .success()
    );
    assert!(run(&["verify", path]).status.success());
    assert!(Path::new(path).exists());
}

#[test]
fn a_table_of_records_is_read_in_the_words_of_the_case() {
    let (folder, mut case) = case();
    case.apply(Change::Create(
        Tag {
            name: "gyro cover".to_owned(),
            vocabulary: "component_kind".to_owned(),
            uk: Some("Кришка гіроскопа".to_owned()),
            synonyms: vec!["gyro lid".to_owned()],
            ..Tag::default()
        }
        .into(),
    ))
    .unwrap();
    case.close().unwrap();
    let table = folder.path().join("parts.csv");
    std::fs::write(&table, "title,kind\nOne,Gyro Lid\nTwo,кришка гіроскопа\n").unwrap();
    let path = folder.path().join("case.witness");
    let path = path.to_str().unwrap();
    let taken = run(&[
        "import-sheet",
        path,
        table.to_str().unwrap(),
        "--as",
        "components",
    ]);
    assert!(
        taken.status.success(),
        "{}",
        String::from_utf8_lossy(&taken.stderr)
    );
    assert_eq!(uses(path, "gyro cover"), Some(2));
    // The records of a term, by any of its names.
    let listed = json(&["list", path, "components", "--term", "gyro LID", "--json"]);
    assert_eq!(listed.as_array().unwrap().len(), 2);
    let none = json(&["list", path, "components", "--term", "nozzle", "--json"]);
    assert!(none.as_array().unwrap().is_empty());
}
