//! The map in the window, driven by its keys and the names of what is on it, and the command that draws the same.

mod common;

use std::path::{Path, PathBuf};

use common::evidence::Evidence;
use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use witnessmark::case::{CalendarFilter, Reader};
use witnessmark::demonstration;
use witnessmark::model::record::RecordRef;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::{Desk, Place};

/// Three strikes with a place, one of them told in words, and one without; two photos, of which one was taken far away.
fn evidence() -> Evidence {
    let mut evidence = Evidence::new();
    let edtf = |text: &str| Some(Edtf::parse(text).unwrap());
    let depot = Strike {
        title: "Depot".to_owned(),
        occurred: edtf("2024-08-18"),
        latitude: Some(50.45),
        longitude: Some(30.52),
        radius_m: Some(500.0),
        ..Strike::default()
    };
    let market = Strike {
        title: "Market".to_owned(),
        occurred: edtf("2024-09-30/2024-10-01"),
        latitude: Some(49.99),
        longitude: Some(36.23),
        ..Strike::default()
    };
    let bridge = Strike {
        title: "Bridge".to_owned(),
        reported: edtf("2024-07-30"),
        place_name: Some("20 km north of Odesa".to_owned()),
        ..Strike::default()
    };
    let harbour = Strike {
        title: "Harbour".to_owned(),
        occurred: edtf("2024-10-20"),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(depot.id),
        ..Weapon::default()
    };
    let depot_id = depot.id;
    for strike in [depot, market, bridge, harbour] {
        evidence.apply(Change::Create(strike.into()));
    }
    evidence.weapon(weapon);
    let actuator = evidence.component("Actuator");
    let near = evidence.photo("near", 40, 30);
    evidence.set(
        near,
        serde_json::json!({ "placed_latitude": 50.451, "placed_longitude": 30.521 }),
    );
    evidence.link(near, depot_id.into());
    let far = evidence.photo("far", 40, 30);
    evidence.set(
        far,
        serde_json::json!({ "placed_latitude": 49.5, "placed_longitude": 31.5 }),
    );
    evidence.link(far, actuator.into());
    evidence
}

fn path(evidence: &Evidence) -> PathBuf {
    evidence.folder.path().join("case.witness")
}

fn window(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window.go("Map");
    window
}

fn on_map() -> (Evidence, Window) {
    let evidence = evidence();
    let window = window(&path(&evidence));
    (evidence, window)
}

fn desk(window: &mut Window) -> &mut Desk {
    window.app().session_mut().unwrap().desk_mut()
}

fn selected_title(window: &mut Window, path: &Path) -> String {
    let record: RecordRef = desk(window).selected.last().unwrap().clone();
    let reader = Reader::open(path).unwrap();
    reader.get::<Strike>(record.id).unwrap().unwrap().title
}

const DEPOT: &str = "Depot, 18 August 2024, within 500 m";
const MARKET: &str = "Market, 30 September to 1 October 2024, radius not stated";
const BRIDGE: &str = "Bridge, 30 July 2024, somewhere in the sector";

fn has(window: &Window, name: &str) -> bool {
    window
        .harness
        .query_by_role_and_label(Role::Button, name)
        .is_some()
}

#[test]
fn strikes_stand_on_the_map_as_exactly_as_they_are_known_and_those_without_a_place_are_counted() {
    let (evidence, mut window) = on_map();
    for name in [DEPOT, MARKET, BRIDGE, "1 strike without a place"] {
        assert!(has(&window, name), "{name}\n{}", window.names());
    }
    assert!(window.names().contains("3 strikes on the map"));
    window.click(DEPOT);
    assert_eq!(selected_title(&mut window, &path(&evidence)), "Depot");
    assert!(
        window.harness.query_all_by_label("Occurred").next().is_some(),
        "the inspector shows it: {}",
        window.names()
    );
    window.click("1 strike without a place");
    assert_eq!(desk(&mut window).place, Place::Strikes);
}

#[test]
fn keys_walk_from_strike_to_strike_and_move_the_map() {
    let (evidence, mut window) = on_map();
    let file = path(&evidence);
    for title in ["Bridge", "Depot", "Market", "Bridge"] {
        window.key(Modifiers::ALT, Key::ArrowDown);
        assert_eq!(selected_title(&mut window, &file), title);
    }
    window.key(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(selected_title(&mut window, &file), "Market");
    for _ in 0..30 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    assert!(!has(&window, MARKET), "{}", window.names());
    window.key(Modifiers::ALT, Key::M);
    assert!(
        has(&window, MARKET) && !has(&window, BRIDGE),
        "{}",
        window.names()
    );
    window.key(Modifiers::NONE, Key::Home);
    assert!(has(&window, MARKET) && has(&window, BRIDGE));
}

#[test]
fn what_is_crowded_is_counted_and_a_click_goes_nearer() {
    let (evidence, mut window) = on_map();
    for _ in 0..6 {
        window.key(Modifiers::NONE, Key::Minus);
    }
    window.click("3 strikes here");
    assert!(has(&window, DEPOT) && has(&window, MARKET), "{}", window.names());
    drop(evidence);
}

#[test]
fn strikes_in_one_place_are_listed_where_no_zoom_tells_them_apart() {
    let mut evidence = evidence();
    let twin = Strike {
        title: "Second".to_owned(),
        latitude: Some(50.45),
        longitude: Some(30.52),
        radius_m: Some(500.0),
        ..Strike::default()
    };
    evidence.apply(Change::Create(twin.into()));
    let file = path(&evidence);
    let mut window = window(&file);
    window.click("2 strikes here");
    window.click("Second");
    assert_eq!(selected_title(&mut window, &file), "Second");
}

#[test]
fn a_window_of_days_shows_what_may_have_been_in_it_and_leads_to_the_calendar() {
    let (_evidence, mut window) = on_map();
    let months = ["1 to 31 July 2024: 1 strike", "1 to 31 October 2024: 2 strikes"];
    for month in months {
        assert!(has(&window, month), "{}", window.names());
    }
    window.click("1 to 31 October 2024: 2 strikes");
    assert!(has(&window, MARKET) && !has(&window, DEPOT) && !has(&window, BRIDGE));
    assert!(window.names().contains("1 strike on the map"));
    assert!(
        has(&window, "1 strike without a place"),
        "the harbour was in October"
    );
    window.harness.get_by_label("Shown from 1 October 2024").focus();
    window.harness.step();
    window.key(Modifiers::NONE, Key::ArrowLeft);
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert!(has(&window, DEPOT) && !has(&window, BRIDGE), "{}", window.names());
    window.click("Open in the calendar");
    assert_eq!(desk(&mut window).place, Place::Calendar(date(2024, 8, 1)));
    window.key(Modifiers::ALT, Key::Num7);
    assert!(
        has(&window, DEPOT) && !has(&window, MARKET),
        "it begins with the calendar's month"
    );
    window.click("Show all days");
    assert!(has(&window, DEPOT) && has(&window, MARKET) && has(&window, BRIDGE));
}

#[test]
fn played_days_go_on_to_the_last_and_stop() {
    let (_evidence, mut window) = on_map();
    window.click("Play the days");
    // Frames until it is over; each is a part of a second for the window.
    for _ in 0..3000 {
        window.harness.step();
        if has(&window, "Play the days") {
            break;
        }
    }
    window.settle();
    let names = window.names();
    assert!(names.contains("Label \"1 to 31 October 2024\""), "{names}");
    assert!(has(&window, "Play the days") && has(&window, MARKET) && !has(&window, DEPOT));
}

#[test]
fn a_photo_that_was_taken_far_from_its_strike_is_listed_with_a_way_to_both() {
    let (evidence, mut window) = on_map();
    window.click("Far photos (1)");
    let names = window.names();
    assert!(names.contains("127 km apart, 1.5 km allowed"), "{names}");
    assert!(!names.contains("Photo: near.jpg"), "{names}");
    window.click("Photo: far.jpg");
    assert_eq!(desk(&mut window).selected_photos().len(), 1);
    assert!(has(&window, "Photo far.jpg"), "{}", window.names());
    window.click("Strike: Depot");
    assert_eq!(selected_title(&mut window, &path(&evidence)), "Depot");
    assert!(has(&window, DEPOT), "{}", window.names());
}

#[test]
fn coordinates_are_copied_in_degrees_and_by_the_military_grid() {
    let (_evidence, mut window) = on_map();
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C);
    let names = window.names();
    assert!(
        names.contains("Copied: 4") || names.contains("Copied: 5"),
        "{names}"
    );
}

#[test]
fn the_demonstration_shows_where_parts_were_recovered_and_says_that_no_strike_has_a_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("demo.witness");
    demonstration::ensure(&file, &Settings::in_memory().author()).unwrap();
    let mut window = window(&file);
    let names = window.names();
    assert!(has(&window, "2 components recovered here"), "{names}");
    assert!(has(&window, "4 strikes without a place"), "{names}");
    assert!(has(&window, "Far photos (0)"), "{names}");
    window.click("2 components recovered here");
    window.click("Jet vane actuator, first");
    assert!(desk(&mut window).selected_component().is_some());
}

#[test]
fn an_empty_case_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::new_case(&folder.path().join("new.witness"));
    window.go("Map");
    assert!(
        window.names().contains("Nothing has a place yet"),
        "{}",
        window.names()
    );
}

fn run(path: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .env("HOME", path.parent().unwrap())
        .args(["map", path.to_str().unwrap()])
        .args(arguments)
        .assert()
}

#[test]
fn the_command_draws_the_same_map_and_tells_radius_and_dates() {
    let evidence = evidence();
    let file = path(&evidence);
    let [drawn, picture, saved] = ["a.svg", "a.png", "b.svg"].map(|name| evidence.folder.path().join(name));
    run(&file, &["--svg", drawn.to_str().unwrap()]).success();
    let mut window = window(&file);
    desk(&mut window).map_file = Some(saved.clone());
    window.settle();
    assert!(window.names().contains("The map is in"), "{}", window.names());
    assert_eq!(std::fs::read(&drawn).unwrap(), std::fs::read(&saved).unwrap());
    let arguments = [
        "--png",
        picture.to_str().unwrap(),
        "--size",
        "600x400",
        "--from",
        "2024-08-01",
    ];
    let said = run(&file, &arguments).success();
    let said = String::from_utf8(said.get_output().stdout.clone()).unwrap();
    assert!(said.contains("far.jpg was taken 127 km from Depot"), "{said}");
    assert!(said.contains("Market") && !said.contains("Bridge"), "{said}");
    assert_eq!(image::open(&picture).unwrap().width(), 1200);
    let told = run(&file, &["--geojson"]).success();
    let told: serde_json::Value = serde_json::from_slice(&told.get_output().stdout).unwrap();
    let feature = |title: &str| {
        let features = told["features"].as_array().unwrap();
        let found = features.iter().find(|one| one["properties"]["title"] == title);
        found.unwrap().clone()
    };
    assert_eq!(feature("Depot")["properties"]["radius_m"], 500.0);
    assert_eq!(feature("Depot")["geometry"]["coordinates"][0], 30.52);
    assert_eq!(
        feature("Market")["properties"]["occurred"],
        "2024-09-30/2024-10-01"
    );
    assert_eq!(
        feature("Market")["properties"]["radius_m"],
        serde_json::Value::Null
    );
    assert_eq!(feature("Bridge")["geometry"]["type"], "Polygon");
    assert_eq!(feature("Bridge")["properties"]["basis"], "reported_on");
    assert_eq!(feature("Harbour")["geometry"], serde_json::Value::Null);
    for wrong in [["--size", "wide"], ["--from", "yesterday"]] {
        run(&file, &wrong).code(2);
    }
}

#[test]
fn the_case_tells_the_map_what_its_forms_say() {
    let evidence = evidence();
    let reader = evidence.reader();
    let strikes = reader.map_strikes(&CalendarFilter::default()).unwrap();
    let titles: Vec<&str> = strikes.iter().map(|strike| strike.title.as_str()).collect();
    assert_eq!(titles, ["Bridge", "Depot", "Market", "Harbour"]);
    let depot = &strikes[1];
    assert_eq!(reader.calendar_strike(depot.id).unwrap().unwrap().title, "Depot");
    let filter = CalendarFilter::tagged(vec!["drone".to_owned()]);
    assert!(reader.map_strikes(&filter).unwrap().is_empty());
    assert_eq!(reader.map_photos().unwrap().len(), 2);
    assert!(reader.map_components().unwrap().is_empty());
    assert_eq!(reader.photos_of_placed_strikes().unwrap().len(), 2);
}
