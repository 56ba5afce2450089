//! The network of what marks link: in the window by pointer and by keys, on the command line, and as files.

mod common;

use std::path::{Path, PathBuf};

use common::window::Window;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use witnessmark::analysis::network::layout::PICTURE_MOST;
use witnessmark::analysis::network::{Filter, Reach, network};
use witnessmark::case::{Case, Reader};
use witnessmark::demonstration;
use witnessmark::model::id::StrikeId;
use witnessmark::model::record::RecordKind;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Strike, Transcription, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::Place;

fn strike(case: &mut Case, title: &str, day: &str) -> StrikeId {
    let strike = Strike {
        title: title.to_owned(),
        occurred: Edtf::parse(day).ok(),
        ..Strike::default()
    };
    let id = strike.id;
    case.apply(Change::Create(strike.into())).unwrap();
    id
}

/// A weapon with marks, each on a component of its own and read by so many people.
fn weapon(case: &mut Case, title: &str, strike: Option<StrikeId>, marks: &[&[&str]]) {
    let weapon = Weapon {
        title: title.to_owned(),
        strike,
        ..Weapon::default()
    };
    let mut changes = vec![Change::Create(weapon.clone().into())];
    for readings in marks {
        let component = Component {
            title: "Actuator".to_owned(),
            weapon: Some(weapon.id),
            ..Component::default()
        };
        let marking = Marking {
            component: Some(component.id),
            ..Marking::default()
        };
        changes.push(Change::Create(component.into()));
        changes.push(Change::Create(marking.clone().into()));
        changes.extend(readings.iter().zip(["A. Reader", "B. Reader"]).map(|(text, by)| {
            Change::Transcribe(Transcription {
                marking: marking.id,
                text: (*text).to_owned(),
                by: by.to_owned(),
                ..Transcription::default()
            })
        }));
    }
    case.apply_all(changes).unwrap();
}

/// Two strikes share the mark `ПР 18`; a weapon of no strike shares `ОТК 7` with one of them, where one `7` is uncertain; and two
/// marks of one weapon and one of another are `QV`, read differently.
fn linked(path: &Path) {
    let mut case = Case::create(path, "Linked", Settings::in_memory().author()).unwrap();
    let july = strike(&mut case, "Strike of July", "2024-07-30");
    let august = strike(&mut case, "Strike of August", "2024-08-18");
    weapon(
        &mut case,
        "Missile of August",
        Some(august),
        &[&["ПР 18"], &["ОТК 7"]],
    );
    weapon(
        &mut case,
        "Missile of July",
        Some(july),
        &[&["ПР 18"], &["QV", "OV"]],
    );
    weapon(&mut case, "Missile found", None, &[&["ОТК {7?}"], &["OV"]]);
    weapon(&mut case, "Missile alone", None, &[&["НД 4"]]);
    case.close().unwrap();
}

fn open(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window.key(Modifiers::ALT, Key::N);
    window
}

fn case(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("case.witness");
    linked(&path);
    path
}

const MARK: &str = "Mark ПР 18, on 2 weapons of 2 strikes";
const DOUBTFUL: &str = "Mark ОТК 7, on 2 weapons of 1 strike, doubtful: uncertain characters";

impl Window {
    fn selected(&mut self) -> Vec<RecordKind> {
        let desk = self.app().session_mut().unwrap().desk_mut();
        desk.selected.iter().map(|record| record.kind).collect()
    }

    fn place(&mut self) -> Place {
        self.app().session_mut().unwrap().desk_mut().place
    }

    /// The names of the nodes that are chosen.
    fn chosen(&self) -> Vec<String> {
        self.harness
            .query_all_by(|node| node.role() == Role::Button && node.toggled() == Some(Toggled::True))
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }
}

#[test]
fn strikes_weapons_and_marks_stand_in_the_picture_and_what_is_doubtful_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open(&case(&folder));
    assert_eq!(window.place(), Place::Network);
    let names = window.names();
    for name in [
        "Strike Strike of July, 30 July 2024",
        "Strike Strike of August, 18 August 2024",
        "Weapon Missile of July, belongs to Strike of July",
        "Weapon Missile found, no strike",
        MARK,
        DOUBTFUL,
        "1 weapon bears no such mark and is not shown.",
        "A link says that marks are written alike or lie in one series, never that weapons are the same.",
    ] {
        assert!(names.contains(name), "{name}:\n{names}");
    }
    assert!(!names.contains("Missile alone,"), "{names}");
}

#[test]
fn a_node_is_chosen_by_its_name_and_arrows_go_on_from_it_and_enter_opens_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open(&case(&folder));
    window.click(MARK);
    assert_eq!(window.chosen(), [MARK]);
    let names = window.names();
    assert!(
        names.contains("The mark “ПР 18” is on 2 weapons of 2 strikes: Missile of July; Missile of August."),
        "{names}"
    );
    assert_eq!(window.selected(), [RecordKind::Marking; 2]);
    window.key(Modifiers::NONE, Key::ArrowLeft);
    let weapon = window.chosen();
    assert!(weapon[0].starts_with("Weapon Missile of"), "{weapon:?}");
    window.key(Modifiers::NONE, Key::ArrowLeft);
    let strike = window.chosen();
    assert!(strike[0].starts_with("Strike Strike of"), "{strike:?}");
    assert_eq!(window.selected(), [RecordKind::Strike]);
    assert!(
        window.names().contains("It shares marks with 1 other strike."),
        "{}",
        window.names()
    );
    let other = if strike[0].contains("July") {
        Key::ArrowDown
    } else {
        Key::ArrowUp
    };
    window.key(Modifiers::NONE, other);
    assert_ne!(window.chosen(), strike);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.place(), Place::Strikes);
    window.key(Modifiers::ALT, Key::N);
    window.click(MARK);
    window.click("Compare the 2 marks");
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!((desk.place, desk.compared.len()), (Place::MarkStrip, 2));
}

#[test]
fn a_doubtful_mark_says_why_at_the_foot_and_can_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open(&case(&folder));
    window.click(DOUBTFUL);
    let names = window.names();
    assert!(names.contains("doubtful: uncertain characters"), "{names}");
    window.click("No doubtful marks");
    let names = window.names();
    assert!(!names.contains("Mark ОТК 7") && names.contains(MARK), "{names}");
    window.click("No doubtful marks");
    window.click_role(Role::RadioButton, "Several strikes");
    let names = window.names();
    assert!(!names.contains("Mark ОТК 7") && names.contains(MARK), "{names}");
}

#[test]
fn what_readers_read_differently_is_disputed_until_somebody_decides() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let mut case = Case::create(&path, "Disputed", Settings::in_memory().author()).unwrap();
    weapon(&mut case, "A", None, &[&["QV", "OV"]]);
    weapon(&mut case, "B", None, &[&["OV"]]);
    case.close().unwrap();
    let reader = Reader::open(&path).unwrap();
    let found = network(
        &reader.weapon_facts(date(2026, 11, 26)).unwrap(),
        Filter::default(),
    );
    assert_eq!(found.links.len(), 1);
    assert!(found.links[0].doubt.is_disputed && !found.links[0].doubt.is_uncertain);
    let disputed = found.bears.iter().filter(|bears| bears.doubt.is_disputed);
    let mark = disputed.map(|bears| bears.marks[0]).next().unwrap();
    drop(reader);
    let mut case = Case::open(&path, Settings::in_memory().author()).unwrap();
    let decision = Transcription {
        marking: mark,
        text: "OV".to_owned(),
        by: "C. Third".to_owned(),
        role: Some(witnessmark::model::marking::Role::Adjudicator),
        note: "The O is closed at the right.".to_owned(),
        ..Transcription::default()
    };
    case.apply(Change::Transcribe(decision)).unwrap();
    case.close().unwrap();
    let reader = Reader::open(&path).unwrap();
    let found = network(
        &reader.weapon_facts(date(2026, 11, 26)).unwrap(),
        Filter::default(),
    );
    assert!(!found.links[0].doubt.is_any());
}

#[test]
fn the_matrix_is_walked_by_keys_and_its_cells_have_names() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open(&case(&folder));
    window.click_role(Role::RadioButton, "Matrix");
    let cell = "ПР 18 in Strike of July: 1 mark on 1 weapon";
    window.click(cell);
    let chosen = window.chosen();
    assert!(chosen.contains(&cell.to_owned()), "{chosen:?}");
    window.key(Modifiers::NONE, Key::ArrowRight);
    let chosen = window.chosen();
    assert!(
        chosen.contains(&"ПР 18 in Strike of August: 1 mark on 1 weapon".to_owned()),
        "{chosen:?}"
    );
    // Past the mark that is read differently.
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowDown);
    let chosen = window.chosen();
    assert!(chosen.iter().any(|name| name == DOUBTFUL), "{chosen:?}");
    assert!(
        window
            .names()
            .contains("ОТК 7 in Missile found: 1 mark on 1 weapon, doubtful: uncertain characters")
    );
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.place(), Place::MarkStrip);
    window.key(Modifiers::ALT, Key::N);
    window.key(Modifiers::ALT | Modifiers::SHIFT, Key::N);
    assert!(window.names().contains("Weapon Missile found, no strike"));
}

#[test]
fn a_large_network_is_a_matrix_until_somebody_asks_for_the_picture() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let mut case = Case::create(&path, "Large", Settings::in_memory().author()).unwrap();
    for nth in 0..PICTURE_MOST / 2 {
        let mark = format!("ОТК {}", 1000 * (nth / 2) + 77);
        let strike = strike(&mut case, &format!("Strike {nth}"), "2024-08-18");
        weapon(&mut case, "Missile", Some(strike), &[&[&mark]]);
    }
    case.close().unwrap();
    let mut window = open(&path);
    let names = window.names();
    assert!(
        names.contains("ОТК 1077 in Strike 2: 1 mark on 1 weapon"),
        "{names}"
    );
    window.click_role(Role::RadioButton, "Picture");
    let names = window.names();
    assert!(names.contains("Weapon Missile, belongs to Strike 2"), "{names}");
}

#[test]
fn a_case_without_links_says_what_makes_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let mut case = Case::create(&path, "Empty", Settings::in_memory().author()).unwrap();
    weapon(&mut case, "Missile", None, &[&["НД 4"]]);
    case.close().unwrap();
    let mut window = open(&path);
    assert!(
        window.names().contains("No marks that link yet"),
        "{}",
        window.names()
    );
    window.click("Go to the markings");
    assert_eq!(window.place(), Place::Markings);
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .env("HOME", folder)
        .arg("network")
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_demonstration_shows_the_mark_on_two_actuators_and_claims_no_link_between_missiles() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demonstration.witness");
    demonstration::ensure(&path, &Settings::in_memory().author()).unwrap();
    let text = run(folder.path(), &[path.to_str().unwrap()]);
    assert!(
        text.contains("The mark “113” is on 2 components of one weapon"),
        "{text}"
    );
    assert!(text.contains("No mark joins two weapons."), "{text}");
    assert!(text.contains("3 weapons bear no such mark"), "{text}");
    let window = open(&path);
    let names = window.names();
    assert!(names.contains("Mark 113, 2 marks on one weapon"), "{names}");
}

#[test]
fn the_command_and_the_window_write_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = case(&folder);
    let file = |name: &str| folder.path().join(name);
    let mut window = open(&path);
    for name in ["window.svg", "window.csv"] {
        window.app().session_mut().unwrap().desk_mut().chart_file = Some(file(name));
        window.settle();
        assert!(window.names().contains("The chart is in"), "{}", window.names());
    }
    window.key(Modifiers::COMMAND, Key::W);
    let [svg, png, csv] = ["command.svg", "command.png", "command.csv"].map(file);
    let told = run(
        folder.path(),
        &[
            path.to_str().unwrap(),
            "--json",
            "--svg",
            svg.to_str().unwrap(),
            "--png",
            png.to_str().unwrap(),
            "--matrix",
            csv.to_str().unwrap(),
        ],
    );
    let read = |path: &Path| std::fs::read(path).unwrap();
    assert_eq!(read(&svg), read(&file("window.svg")));
    assert_eq!(read(&csv), read(&file("window.csv")));
    assert_eq!(image::open(&png).unwrap().width(), 3840);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["strikes"][0]["days"]["earliest"], "2024-07-30");
    assert_eq!(told["links"][0]["kind"]["mark"], "ПР 18");
    assert_eq!(
        told["links"][0]["borne_by"][0]["marks"].as_array().unwrap().len(),
        1
    );
    assert_eq!(told["weapons_not_linked"], 1);
    let strikes = run(
        folder.path(),
        &[
            path.to_str().unwrap(),
            "--json",
            "--reach",
            "strikes",
            "--certain",
        ],
    );
    let strikes: serde_json::Value = serde_json::from_str(&strikes).unwrap();
    assert_eq!(strikes["links"].as_array().unwrap().len(), 1);
    let reader = Reader::open(&path).unwrap();
    let facts = reader.weapon_facts(date(2026, 11, 26)).unwrap();
    let same = network(
        &facts,
        Filter {
            reach: Some(Reach::Strikes),
            certain_only: true,
        },
    );
    assert_eq!(same.links.len(), 1);
}
