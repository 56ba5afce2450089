//! Checklists that a team defines, from the change to the command: what is there of a record and what is not, counted from the
//! case; older files; files that are taken in or refused.

mod common;

use std::process::Output;

use serde_json::Value;
use witnessmark::analysis::completeness::{Tally, answers};
use witnessmark::case::{Author, Case, CaseFile, Notice, Reader};
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::checklist::{Demand, Fact, Item, Missing};
use witnessmark::model::measurement::MeasurementKind;
use witnessmark::model::photo::PhotoKind;
use witnessmark::model::record::{RecordKind, RecordRef, Recorded};
use witnessmark::model::{
    Change, Checklist, Component, Custody, Marking, Measurement, NewPhoto, Photo, Region, Role, Source,
    Strike, Transcription, Vocabulary, Weapon,
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

fn list(name: &str, kind: RecordKind, items: Vec<Item>) -> Checklist {
    Checklist {
        name: name.to_owned(),
        record_kind: kind,
        items,
        ..Checklist::default()
    }
}

fn create(case: &mut Case, record: impl Recorded + Into<witnessmark::model::Record>) -> RecordRef {
    let name = record.record_ref();
    case.apply(Change::Create(record.into())).unwrap();
    name
}

/// What each item asked of a record comes to: how much is there of how much.
fn found(case: &Case, record: &RecordRef) -> Vec<(u32, u32)> {
    let reader = case.reader().unwrap();
    let (lists, words) = (reader.checklists().unwrap(), reader.vocabularies().unwrap());
    let facts = reader.facts_of(record).unwrap().unwrap();
    let answers = answers(&lists, record.kind, &facts, &words);
    // A page and the whole case say the same.
    let tallies = reader.tallies(record.kind, &[&record.id]).unwrap();
    assert_eq!(tallies, [(record.id.clone(), Tally::of(&answers))]);
    let is_incomplete = reader
        .incomplete(record.kind, Missing::Anything)
        .unwrap()
        .contains(&record.id);
    assert_eq!(is_incomplete, Tally::of(&answers).lacks(Missing::Anything));
    answers.iter().map(|answer| (answer.has, answer.wants)).collect()
}

fn photo(case: &mut Case, name: &str, kind: PhotoKind) -> Photo {
    let bytes = name.as_bytes().to_vec();
    let photo = Photo {
        sha256: witnessmark::case::sha256(&bytes),
        byte_size: bytes.len() as u64,
        file_name: name.to_owned(),
        kind,
        width: 100,
        height: 100,
        ..Photo::default()
    };
    case.apply(Change::AddPhoto(Box::new(NewPhoto {
        photo: photo.clone(),
        bytes,
        ..NewPhoto::default()
    })))
    .unwrap();
    photo
}

#[test]
fn facts_are_counted_as_the_case_has_them() {
    let (_folder, mut case) = case();
    let kinds = [
        list(
            "Strikes",
            RecordKind::Strike,
            vec![
                Item::fact(Fact::Photos, 2),
                Item::fact(Fact::Weapons, 1),
                Item::fact(Fact::Sources, 2),
                Item::fact(Fact::Radius, 1),
                Item::fact(Fact::ListedTerm, 1),
                Item::field("tags"),
                Item::tag(["night"]),
            ],
        ),
        list(
            "Weapons",
            RecordKind::Weapon,
            vec![Item::fact(Fact::Photos, 1), Item::fact(Fact::Components, 2)],
        ),
        list(
            "Components",
            RecordKind::Component,
            vec![
                Item::fact(Fact::Photos, 2),
                Item::fact(Fact::ScalePhotos, 1),
                Item::fact(Fact::Markings, 1),
                Item::fact(Fact::Handovers, 1),
            ],
        ),
        list(
            "Photos",
            RecordKind::Photo,
            vec![
                Item::fact(Fact::Scales, 1),
                Item::fact(Fact::Regions, 1),
                Item::fact(Fact::Subjects, 2),
            ],
        ),
        list(
            "Markings",
            RecordKind::Marking,
            vec![
                Item::fact(Fact::Regions, 1),
                Item::fact(Fact::Readers, 2),
                Item::fact(Fact::Decisions, 1),
            ],
        ),
    ];
    for kind in kinds {
        create(&mut case, kind);
    }
    let strike = create(
        &mut case,
        Strike {
            target: Some("somewhere".to_owned()),
            latitude: Some(50.0),
            longitude: Some(30.0),
            ..Strike::default()
        },
    );
    assert_eq!(
        found(&case, &strike),
        [(0, 2), (0, 1), (0, 2), (0, 1), (0, 1), (0, 1), (0, 1)]
    );
    let weapon = Weapon {
        strike: strike.id.parse().ok(),
        ..Weapon::default()
    };
    let whole = Component {
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let inside = Component {
        parent: Some(whole.id),
        ..Component::default()
    };
    let weapon = create(&mut case, weapon);
    let whole = create(&mut case, whole);
    create(&mut case, inside);
    let seen = photo(&mut case, "seen", PhotoKind::Photograph);
    let drawn = photo(&mut case, "drawn", PhotoKind::Illustration);
    for subject in [&strike, &whole] {
        case.apply(Change::LinkPhotos {
            photos: vec![seen.id, drawn.id],
            subject: subject.clone(),
        })
        .unwrap();
    }
    let source = Source::default();
    case.apply(Change::Edit {
        record: strike.clone(),
        fields: [
            ("sources", serde_json::to_value([source.clone(), source]).unwrap()),
            ("radius_m", 300.0.into()),
            ("target", "hospital".into()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect(),
    })
    .unwrap();
    case.apply(Change::AddTag {
        name: "night".to_owned(),
        vocabulary: String::new(),
        records: vec![strike.clone()],
    })
    .unwrap();
    // A drawing proves nothing.
    assert_eq!(
        found(&case, &strike),
        [(1, 2), (1, 1), (2, 2), (1, 1), (1, 1), (1, 1), (1, 1)]
    );
    assert_eq!(found(&case, &weapon), [(1, 1), (2, 2)]);
    assert_eq!(found(&case, &whole), [(1, 2), (0, 1), (0, 1), (0, 1)]);

    let marking = Marking {
        component: whole.id.parse().ok(),
        ..Marking::default()
    };
    let close = photo(&mut case, "close", PhotoKind::Photograph);
    let mark = marking.record_ref();
    case.apply(Change::DrawRegion {
        region: Region {
            marking: marking.id,
            photo: close.id,
            width: 10,
            height: 10,
            ..Region::default()
        },
        marking: Some(marking.clone()),
    })
    .unwrap();
    for (by, role) in [
        ("Olena", None),
        ("Ihor", None),
        ("a machine", Some(Role::Machine)),
    ] {
        case.apply(Change::Transcribe(Transcription {
            marking: marking.id,
            text: "113".to_owned(),
            by: by.to_owned(),
            role,
            ..Transcription::default()
        }))
        .unwrap();
    }
    create(
        &mut case,
        Measurement {
            photo: close.id,
            kind: MeasurementKind::Scale,
            x2: 50.0,
            millimetres: Some(10.0),
            ..Measurement::default()
        },
    );
    create(&mut case, Custody::of(whole.id.parse().unwrap()));
    assert_eq!(found(&case, &whole), [(2, 2), (1, 1), (1, 1), (1, 1)]);
    assert_eq!(found(&case, &mark), [(1, 1), (2, 2), (0, 1)]);
    assert_eq!(found(&case, &seen.record_ref()), [(0, 1), (0, 1), (2, 2)]);
    assert_eq!(found(&case, &close.record_ref()), [(1, 1), (1, 1), (0, 2)]);
    let filter = PhotoFilter {
        missing: Some(Missing::Required),
        linked: Some(true),
        ..PhotoFilter::default()
    };
    let reader = case.reader().unwrap();
    let listed = reader
        .photo_order(&filter, PhotoSort::Added, None)
        .unwrap()
        .photos;
    assert!(listed.len() == 2 && [seen.id, drawn.id].iter().all(|id| listed.contains(id)));
}

#[test]
fn every_item_that_can_be_asked_for_can_be_counted() {
    use witnessmark::model::checklist::{facts_of, fields_of};
    let (_folder, mut case) = case();
    for kind in Checklist::KINDS {
        let fields = fields_of(kind).into_iter().map(|field| Item::field(field.name));
        let facts = facts_of(kind).map(|fact| Item::fact(fact, 1));
        create(&mut case, list("All", kind, fields.chain(facts).collect()));
    }
    let strike = create(&mut case, Strike::default());
    let weapon = create(&mut case, Weapon::default());
    let component = create(&mut case, Component::default());
    let marking = create(&mut case, Marking::default());
    let photo = photo(&mut case, "a", PhotoKind::Photograph).record_ref();
    for record in [strike, weapon, component, marking, photo] {
        let found = found(&case, &record);
        assert!(
            found.iter().all(|(has, wants)| *has == 0 && *wants == 1),
            "{record:?}: {found:?}"
        );
    }
}

#[test]
fn a_component_of_which_somebody_said_that_it_bears_no_mark_lacks_none() {
    let (_folder, mut case) = case();
    create(
        &mut case,
        list("Ours", RecordKind::Component, vec![Item::fact(Fact::Markings, 1)]),
    );
    let component = create(&mut case, Component::default());
    assert_eq!(found(&case, &component), [(0, 1)]);
    case.apply(Change::AddTag {
        name: "no marks".to_owned(),
        vocabulary: String::new(),
        records: vec![component.clone()],
    })
    .unwrap();
    assert_eq!(found(&case, &component), [(1, 1)]);
}

#[test]
fn a_checklist_changes_by_steps_that_undo_takes_back_and_verify_knows() {
    let (_folder, mut case) = case();
    let ours = list("Ours", RecordKind::Strike, vec![Item::field("title")]);
    create(&mut case, ours.clone());
    let more = Checklist {
        items: vec![Item::field("title"), Item::field("occurred").wanted()],
        tag: Some("night".to_owned()),
        ..ours.clone()
    };
    case.apply(Change::edit(&ours, &more).unwrap()).unwrap();
    let reader = case.reader().unwrap();
    assert_eq!(reader.own_checklists().unwrap(), [more]);
    let entries = reader.history_of(&ours.record_ref()).unwrap();
    let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["create-checklist", "edit"]);
    case.undo().unwrap();
    assert_eq!(
        case.reader().unwrap().own_checklists().unwrap(),
        std::slice::from_ref(&ours)
    );
    let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
    case.apply(Change::Remove(ours.record_ref())).unwrap();
    // Then the program's own counts again.
    assert!(
        !case
            .reader()
            .unwrap()
            .checklists()
            .unwrap()
            .are_own(RecordKind::Strike)
    );
}

#[test]
fn what_makes_no_sense_is_refused() {
    let (_folder, mut case) = case();
    create(&mut case, list("Ours", RecordKind::Strike, Vec::new()));
    for wrong in [
        list("ours ", RecordKind::Strike, Vec::new()),
        list("", RecordKind::Weapon, Vec::new()),
        list("A", RecordKind::Tag, Vec::new()),
        list("A", RecordKind::Weapon, vec![Item::field("occurred")]),
    ] {
        assert!(
            case.apply(Change::Create(wrong.clone().into())).is_err(),
            "{wrong:?}"
        );
    }
    create(&mut case, list("Ours", RecordKind::Weapon, Vec::new()));
}

#[test]
fn lists_follow_a_tag_that_is_renamed_and_a_term_that_is_merged() {
    let (_folder, mut case) = case();
    let weapon = create(
        &mut case,
        Weapon {
            class: Some("flying bomb".to_owned()),
            ..Weapon::default()
        },
    );
    create(
        &mut case,
        Weapon {
            class: Some("glide bomb of ours".to_owned()),
            ..Weapon::default()
        },
    );
    case.apply(Change::AddTag {
        name: "dark".to_owned(),
        vocabulary: String::new(),
        records: vec![weapon],
    })
    .unwrap();
    create(
        &mut case,
        Checklist {
            term: Some("flying bomb".to_owned()),
            tag: Some("dark".to_owned()),
            ..list("Ours", RecordKind::Weapon, vec![Item::tag(["dark"])])
        },
    );
    case.apply(Change::MergeTerms {
        vocabulary: Vocabulary::WeaponClass,
        from: "flying bomb".to_owned(),
        into: "glide bomb of ours".to_owned(),
    })
    .unwrap();
    let tag = case.reader().unwrap().tags().unwrap()[0].id;
    case.apply(Change::Edit {
        record: tag.into(),
        fields: [("name".to_owned(), "night".into())].into_iter().collect(),
    })
    .unwrap();
    let lists = case.reader().unwrap().own_checklists().unwrap();
    assert_eq!(lists[0].term.as_deref(), Some("glide bomb of ours"));
    assert_eq!(lists[0].tag.as_deref(), Some("night"));
    assert_eq!(lists[0].items, [Item::tag(["night"])]);
    case.undo().unwrap();
    case.undo().unwrap();
    let lists = case.reader().unwrap().own_checklists().unwrap();
    assert_eq!(lists[0].term.as_deref(), Some("flying bomb"));
    assert_eq!(lists[0].items, [Item::tag(["dark"])]);
}

#[test]
fn a_file_of_the_format_before_is_read_as_it_is_and_gets_checklists_when_it_is_opened() {
    let (folder, mut case) = case();
    let strike = create(&mut case, Strike::default());
    case.close().unwrap();
    let path = folder.path().join("case.witness");
    common::formats::bring_back(&path, 6);
    let reader = Reader::open(&path).unwrap();
    assert!(!reader.checklists().unwrap().are_own(RecordKind::Strike));
    assert_eq!(
        reader.tallies(RecordKind::Strike, &[&strike.id]).unwrap().len(),
        1
    );
    drop(reader);
    let backups = folder.path().join("backups");
    let file = CaseFile::find(&path, None).unwrap().with_backups(Some(backups));
    let mut case = Case::open_file(file, author()).unwrap();
    let notices = case.take_notices();
    assert!(
        notices
            .iter()
            .any(|notice| matches!(notice, Notice::Migrated { from: 6, .. })),
        "{notices:?}"
    );
    create(
        &mut case,
        list("Ours", RecordKind::Strike, vec![Item::field("title")]),
    );
    assert_eq!(found(&case, &strike), [(0, 1)]);
    let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
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

#[test]
fn the_commands_list_write_take_in_check_and_tell_what_is_missing() {
    let (folder, mut case) = case();
    create(
        &mut case,
        Strike {
            title: "=Depot".to_owned(),
            ..Strike::default()
        },
    );
    create(
        &mut case,
        Strike {
            title: "Port".to_owned(),
            occurred: Some("2024-08-18".parse().unwrap()),
            ..Strike::default()
        },
    );
    case.close().unwrap();
    let path = folder.path().join("case.witness");
    let path = path.to_str().unwrap();
    let listed = json(&["checklist", path, "list", "--json"]);
    assert!(
        listed["checklists"]
            .as_array()
            .unwrap()
            .iter()
            .all(|list| list["own"] == false)
    );

    let file = folder.path().join("lists.toml");
    let text = "[[checklist]]\nname = \"Ours\"\nrecord = \"strike\"\n\n\
        [[checklist.item]]\nfield = \"title\"\n\n\
        [[checklist.item]]\nfield = \"occurred\"\nen = \"Day\"\n\n\
        [[checklist.item]]\nfact = \"sources\"\nat_least = 2\ndemand = \"wanted\"\n";
    std::fs::write(&file, text.replace("occurred", "ocurred")).unwrap();
    let file = file.to_str().unwrap();
    // A bad file is refused with line and reason, and nothing of it is taken in.
    for command in ["check", "import"] {
        let refused = run(&["checklist", path, command, file]);
        assert_eq!(refused.status.code(), Some(1));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(said.contains("Line 8") && said.contains("ocurred"), "{said}");
    }
    std::fs::write(file, text).unwrap();
    let checked = json(&["checklist", path, "check", file, "--json"]);
    assert_eq!((&checked["new"], &checked["written"]), (&1.into(), &0.into()));
    let taken = json(&["checklist", path, "import", file, "--json"]);
    assert_eq!((&taken["new"], &taken["written"]), (&1.into(), &1.into()));
    let again = json(&["checklist", path, "import", file, "--json"]);
    assert_eq!((&again["same"], &again["written"]), (&1.into(), &0.into()));
    // What is written says the same when it is read, in both forms.
    for name in ["out.toml", "out.json"] {
        let out = folder.path().join(name);
        let out = out.to_str().unwrap();
        assert!(run(&["checklist", path, "export", out]).status.success());
        let checked = json(&["checklist", path, "check", out, "--json"]);
        assert_eq!(
            (&checked["same"], &checked["changed"]),
            (&1.into(), &0.into()),
            "{name}"
        );
    }

    let all = json(&["completeness", path, "--kind", "strike", "--format", "json"]);
    let records = all["records"].as_array().unwrap();
    assert_eq!(records.len(), 2);
    assert_eq!(
        (&records[0]["there"], &records[0]["asked"]),
        (&1.into(), &3.into())
    );
    assert_eq!(records[0]["items"][1]["item"], "Day");
    assert_eq!(
        (&records[1]["there"], &records[1]["required_missing"]),
        (&2.into(), &0.into())
    );
    let lacking = [
        "completeness",
        path,
        "--incomplete",
        "--demand",
        "required",
        "--format",
        "json",
    ];
    assert_eq!(json(&lacking)["records"].as_array().unwrap().len(), 1);
    let csv = run(&["completeness", path, "--incomplete", "--format", "csv"]);
    let csv = String::from_utf8(csv.stdout).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 3, "{csv}");
    assert!(
        lines[1].contains("'=Depot") && lines[1].ends_with(",1,3,Day,2 sources"),
        "{csv}"
    );
    let said = run(&["completeness", path]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.contains("Required: Day") && said.contains("not whether it is true"),
        "{said}"
    );
    let only = json(&["checklist", path, "list", "--json"]);
    let own = only["checklists"].as_array().unwrap();
    assert_eq!(own.iter().filter(|list| list["own"] == true).count(), 1);
    let demands: Vec<&str> = Demand::ALL.map(Demand::word).to_vec();
    assert_eq!(demands, ["required", "wanted"]);
}
