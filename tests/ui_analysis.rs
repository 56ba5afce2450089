//! The analysis of a case: what is derived from its marks, in the window and on the command line, and the chart as a file.

mod common;

use std::path::{Path, PathBuf};

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use witnessmark::analysis::chart::chart;
use witnessmark::analysis::firsts::{Novelty, firsts};
use witnessmark::case::{Case, Reader};
use witnessmark::demonstration;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Strike, Transcription, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::Place;

fn demonstration(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("demonstration.witness");
    demonstration::ensure(&path, &Settings::in_memory().author()).unwrap();
    path
}

/// A weapon of a strike on `day`, with a mark on a part of it.
fn add(case: &mut Case, title: &str, day: &str, mark: &str) {
    let strike = Strike {
        title: format!("Strike of {day}"),
        occurred: (!day.is_empty()).then(|| Edtf::parse(day).unwrap()),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: title.to_owned(),
        strike: Some(strike.id),
        origin: Some("KP".to_owned()),
        origin_basis: Some("design and materials".to_owned()),
        ..Weapon::default()
    };
    let component = Component {
        title: "Actuator".to_owned(),
        kind: Some("jet_vane_actuator".to_owned()),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(component.id),
        ..Marking::default()
    };
    let transcription = Transcription {
        marking: marking.id,
        text: mark.to_owned(),
        by: "A. Reader".to_owned(),
        ..Transcription::default()
    };
    case.apply_all(vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
        Change::Create(marking.into()),
        Change::Transcribe(transcription),
    ])
    .unwrap();
}

fn three_weapons(path: &Path) {
    let mut case = Case::create(path, "Three", Settings::in_memory().author()).unwrap();
    add(&mut case, "Missile of January", "2024-01-02", "112");
    add(&mut case, "Missile of August", "2024-08-18", "113");
    add(&mut case, "Missile of a day not known", "", "113");
    case.close().unwrap();
}

#[test]
fn the_demonstration_derives_the_first_mark_of_2024_and_how_long_before_use_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let reader = Reader::open(&demonstration(&folder)).unwrap();
    let weapons = reader.weapon_facts(date(2026, 11, 25)).unwrap();
    let chart = chart(&weapons);
    assert_eq!((chart.rows.len(), chart.left_out.len()), (1, 3));
    assert_eq!(chart.rows[0].max, 230);
    assert_eq!(chart.rows[0].not_before, date(2024, 1, 1));
    let first = firsts(&weapons)
        .into_iter()
        .find(|first| first.novelty == Novelty::Year(2024))
        .unwrap();
    assert_eq!(first.weapon, chart.rows[0].weapon);
    assert!(first.marking.is_some());
    for part in ["first weapon", "2024", "113", "Juche"] {
        assert!(first.statement.contains(part), "{part}: {}", first.statement);
    }
}

/// A chip in a part of a weapon, newer than the part.
fn add_a_chip(path: &Path) {
    let reader = Reader::open(path).unwrap();
    let actuator = reader.all::<Component>().unwrap().swap_remove(0);
    drop(reader);
    let chip = Component {
        title: "Chip".to_owned(),
        kind: Some("ic".to_owned()),
        parent: Some(actuator.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(chip.id),
        ..Marking::default()
    };
    let transcription = Transcription {
        marking: marking.id,
        text: "2345".to_owned(),
        by: "A. Reader".to_owned(),
        ..Transcription::default()
    };
    let mut case = Case::open(path, Settings::in_memory().author()).unwrap();
    case.apply_all(vec![
        Change::Create(chip.into()),
        Change::Create(marking.into()),
        Change::Transcribe(transcription),
    ])
    .unwrap();
    case.close().unwrap();
}

#[test]
fn facts_of_a_weapon_agree_with_its_form_also_for_what_is_in_its_parts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    three_weapons(&path);
    add_a_chip(&path);
    let reader = Reader::open(&path).unwrap();
    let now = date(2026, 11, 25);
    let facts = reader.weapon_facts(now).unwrap();
    assert_eq!(facts.len(), 3);
    let newest = facts
        .iter()
        .filter_map(|weapon| Some(weapon.bound.as_ref()?.not_before))
        .min();
    assert_eq!(
        newest,
        Some(date(2023, 10, 30)),
        "week 45 by the earliest way of counting: the chip bounds the missile of January"
    );
    for weapon in facts {
        let assembly = reader.assembly(weapon.id, now).unwrap();
        assert_eq!(weapon.bound, assembly.bound, "{}", weapon.title);
        assert_eq!(weapon.used, assembly.used, "{}", weapon.title);
        assert_eq!(weapon.share, assembly.share, "{}", weapon.title);
    }
}

#[test]
fn of_very_many_weapons_that_the_chart_leaves_out_the_first_are_named_and_the_rest_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let mut case = Case::create(&path, "Many", Settings::in_memory().author()).unwrap();
    let weapons = (1..=207).map(|nth| Weapon {
        title: format!("Missile {nth:03}"),
        ..Weapon::default()
    });
    case.apply_all(weapons.map(|weapon| Change::Create(weapon.into())).collect())
        .unwrap();
    case.close().unwrap();
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    window.key(Modifiers::ALT, Key::Num8);
    let names = window.names();
    assert!(names.contains("7 more are not shown."), "{names}");
    let shows = |nth: usize| names.contains(&format!("Missile {nth:03}"));
    assert!(shows(200) && !shows(201), "{names}");
}

#[test]
fn each_sentence_leads_to_what_it_rests_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    three_weapons(&path);
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    window.key(Modifiers::ALT, Key::Num8);
    let names = window.names();
    assert!(
        names.contains("Missile of August: at most 230 days from production to use"),
        "{names}"
    );
    assert!(names.contains("Missile of a day not known"), "{names}");
    window.click_role(Role::RadioButton, "Firsts (2)");
    let names = window.names();
    assert!(
        names.contains("is the first weapon with a mark that dates production in 2024"),
        "{names}"
    );
    window
        .harness
        .query_all_by_label("The mark")
        .next()
        .unwrap()
        .click();
    window.settle();
    let place = window.app().session_mut().unwrap().desk_mut().place;
    assert!(matches!(place, Place::Marking(_)), "{place:?}");
    window.key(Modifiers::ALT, Key::Num8);
    window.click_role(Role::RadioButton, "Links (1)");
    window.click("Compare the 2 marks");
    let desk = window.app().session_mut().unwrap().desk_mut();
    assert_eq!((desk.place, desk.compared.len()), (Place::MarkStrip, 2));
}

#[test]
fn the_chart_is_written_from_the_window_and_by_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    three_weapons(&path);
    let by_window = folder.path().join("window.svg");
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    window.key(Modifiers::ALT, Key::Num8);
    window.app().session_mut().unwrap().desk_mut().chart_file = Some(by_window.clone());
    window.settle();
    assert!(window.names().contains("The chart is in"), "{}", window.names());
    window.key(Modifiers::COMMAND, Key::W);
    let run = |arguments: &[&str]| {
        let output = assert_cmd::Command::cargo_bin("witnessmark")
            .unwrap()
            .env("HOME", folder.path())
            .args(["analysis", path.to_str().unwrap()])
            .args(arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let [drawn, picture] = ["command.svg", "command.png"].map(|name| folder.path().join(name));
    run(&["--chart", drawn.to_str().unwrap()]);
    assert_eq!(std::fs::read(&drawn).unwrap(), std::fs::read(&by_window).unwrap());
    let told: serde_json::Value =
        serde_json::from_str(&run(&["--json", "--chart", picture.to_str().unwrap()])).unwrap();
    assert_eq!(told["production_to_use"]["rows"][1]["max"], 230);
    assert_eq!(told["production_to_use"]["rows"][1]["is_lowest_yet"], true);
    assert_eq!(told["firsts"][0]["novelty"]["what"], "year");
    let picture = image::open(&picture).unwrap();
    assert_eq!(picture.width(), 3000);
}
