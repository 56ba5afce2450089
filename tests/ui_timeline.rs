//! The timeline of a case: what happened when, in the window and on the command line, and as a file.

mod common;

use std::path::{Path, PathBuf};

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use jiff::civil::date;
use witnessmark::analysis::lifeline::Stage;
use witnessmark::analysis::timeline::{Owner, Subject};
use witnessmark::case::{Case, Reader};
use witnessmark::demonstration;
use witnessmark::model::record::RecordKind;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Strike, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::Place;

fn demonstration(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("demonstration.witness");
    demonstration::ensure(&path, &Settings::in_memory().author()).unwrap();
    path
}

/// The strike of 18 August 2024 of the demonstration, and its weapon.
fn of_18_august(path: &Path) -> (Strike, Weapon) {
    let reader = Reader::open(path).unwrap();
    let reported = |strike: &Strike| strike.reported == Edtf::parse("2024-08-18").ok();
    let strike = reader
        .all::<Strike>()
        .unwrap()
        .into_iter()
        .find(reported)
        .unwrap();
    let of_it = |weapon: &Weapon| weapon.strike == Some(strike.id);
    let weapon = reader.all::<Weapon>().unwrap().into_iter().find(of_it).unwrap();
    (strike, weapon)
}

/// A strike of 18 August with a part that is stated as recovered two days before it.
fn contradiction(path: &Path) -> Component {
    let mut case = Case::create(path, "Order", Settings::in_memory().author()).unwrap();
    let day = |text: &str| Some(Edtf::parse(text).unwrap());
    let strike = Strike {
        title: "Strike A".to_owned(),
        occurred: day("2024-08-18"),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile A".to_owned(),
        model: Some("KN-23".to_owned()),
        strike: Some(strike.id),
        ..Weapon::default()
    };
    let outer = Component {
        title: "Actuator".to_owned(),
        weapon: Some(weapon.id),
        documented: day("2024-08-20/.."),
        ..Component::default()
    };
    // What is in another component belongs to the same weapon.
    let inner = Component {
        title: "Chip".to_owned(),
        parent: Some(outer.id),
        recovered: day("2024-08-16"),
        ..Component::default()
    };
    case.apply_all(vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(outer.into()),
        Change::Create(inner.clone().into()),
    ])
    .unwrap();
    case.close().unwrap();
    inner
}

fn open(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window
}

#[test]
fn the_demonstration_shows_the_strike_of_18_august_with_its_weapon_and_components() {
    let folder = tempfile::tempdir().unwrap();
    let path = demonstration(&folder);
    let (strike, weapon) = of_18_august(&path);
    let mut window = open(&path);
    window.app().session_mut().unwrap().desk_mut().select(strike.id);
    window.key(Modifiers::ALT | Modifiers::SHIFT, Key::T);
    assert_eq!(
        window.app().session_mut().unwrap().desk_mut().place,
        Place::Timeline
    );
    let names = window.names();
    for part in [
        format!("Used: 17 to 18 August 2024, {}", strike.title),
        format!("Reported: 18 August 2024, {}", strike.title),
        format!("Made: 1 January to 18 August 2024, {}", weapon.title),
        "Published: about 11 September 2024, ".to_owned(),
        format!("{}, row of the timeline", weapon.title),
    ] {
        assert!(names.contains(&part), "{part}:\n{names}");
    }
    window.click(&format!("Made: 1 January to 18 August 2024, {}", weapon.title));
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!(
        desk.selected_weapon(),
        Some(weapon.id),
        "the inspector shows what it rests on"
    );
    // The bar that was clicked may have the keyboard, and then arrows lead from control to control; with Alt, from row to row.
    window.key(Modifiers::ALT, Key::ArrowDown);
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!(
        desk.selected.last().map(|record| record.kind),
        Some(RecordKind::Component)
    );
}

#[test]
fn the_whole_case_is_reached_by_key_and_by_its_name_and_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = demonstration(&folder);
    let mut window = open(&path);
    window.key(Modifiers::ALT, Key::T);
    let names = window.names();
    assert_eq!(names.matches("row of the timeline").count(), 4, "{names}");
    let before = names.matches("Used: ").count();
    assert!(before >= 4, "{names}");
    // Nearer and to the end: what is out of view has no bar.
    for _ in 0..8 {
        window.key(Modifiers::NONE, Key::Plus);
    }
    for _ in 0..40 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(window.names().matches("Used: ").count(), 0);
    window.key(Modifiers::NONE, Key::Home);
    assert_eq!(window.names().matches("Used: ").count(), before);
    window.click_role(Role::RadioButton, "Production to use");
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!(desk.place, Place::Analysis);
    window.click_role(Role::RadioButton, "Timeline");
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!(Place::from_word(&desk.place.to_word()), Some(Place::Timeline));
    window.click_role(Role::RadioButton, "A model");
    assert!(
        window.names().contains("row of the timeline"),
        "{}",
        window.names()
    );
}

#[test]
fn an_empty_case_says_what_to_do_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.witness");
    Case::create(&path, "Empty", Settings::in_memory().author())
        .and_then(Case::close)
        .unwrap();
    let mut window = open(&path);
    window.key(Modifiers::ALT, Key::T);
    assert!(window.names().contains("No dates yet"), "{}", window.names());
    window.click("Go to the strikes");
    let place = window.app().session_mut().unwrap().desk_mut().place;
    assert_eq!(place, Place::Strikes);
}

#[test]
fn dates_that_exclude_each_other_are_told_with_the_way_to_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("order.witness");
    let chip = contradiction(&path);
    let reader = Reader::open(&path).unwrap();
    let timeline = reader.timeline(&Subject::Case, date(2026, 11, 26)).unwrap();
    assert_eq!(timeline.disorders.len(), 1);
    assert_eq!(timeline.disorders[0].stage, Stage::Recovered);
    assert_eq!(timeline.disorders[0].record, Owner::Component(chip.id));
    drop(reader);
    let mut window = open(&path);
    window.key(Modifiers::ALT, Key::T);
    let names = window.names();
    assert!(
        names.contains("“Chip” is stated as recovered on 16 August 2024"),
        "{names}"
    );
    assert!(
        names.contains("Documented: on or after 20 August 2024, Strike A"),
        "{names}"
    );
    window.click("What states it");
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!(
        (desk.place, desk.selected_component()),
        (Place::Components, Some(chip.id))
    );
}

#[test]
fn the_timeline_is_written_from_the_window_and_by_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let path = demonstration(&folder);
    let (strike, weapon) = of_18_august(&path);
    let by_window = folder.path().join("window.svg");
    let mut window = open(&path);
    window.app().session_mut().unwrap().desk_mut().select(weapon.id);
    window.key(Modifiers::ALT | Modifiers::SHIFT, Key::T);
    window.app().session_mut().unwrap().desk_mut().chart_file = Some(by_window.clone());
    window.settle();
    assert!(window.names().contains("The chart is in"), "{}", window.names());
    window.key(Modifiers::COMMAND, Key::W);
    let command = |arguments: &[&str]| {
        assert_cmd::Command::cargo_bin("witnessmark")
            .unwrap()
            .env("HOME", folder.path())
            .args(["timeline", path.to_str().unwrap()])
            .args(arguments)
            .output()
            .unwrap()
    };
    let run = |arguments: &[&str]| {
        let output = command(arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let [drawn, picture] = ["command.svg", "command.png"].map(|name| folder.path().join(name));
    let (drawn, picture) = (drawn.to_str().unwrap(), picture.to_str().unwrap());
    let text = run(&[
        "--weapon",
        &weapon.id.to_string(),
        "--svg",
        drawn,
        "--png",
        picture,
    ]);
    assert!(
        text.contains("Made") && text.contains("2024-01-01/2024-08-18"),
        "{text}"
    );
    assert_eq!(std::fs::read(drawn).unwrap(), std::fs::read(&by_window).unwrap());
    assert_eq!(image::open(picture).unwrap().width(), 3840);
    let told: serde_json::Value =
        serde_json::from_str(&run(&["--json", "--strike", &strike.id.to_string()])).unwrap();
    assert_eq!(told["rows"][0]["record"]["kind"], "strike");
    assert_eq!(told["rows"][0]["events"][0]["stage"], "used");
    assert_eq!(told["rows"][0]["events"][0]["earliest"], "2024-08-17");
    let rows = run(&["--csv"]);
    assert_eq!(
        rows.matches(",reported,2024-08-18,2024-08-18,2024-08-18,")
            .count(),
        1,
        "{rows}"
    );
    let refused = command(&["--model", "no such model"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("no such model"));
    let refused = command(&["--strike", &weapon.id.to_string()]);
    assert_eq!(refused.status.code(), Some(1));
}
