//! Base maps in the window and in figures, and the legend of tag colours.

mod common;
#[path = "common/tiles.rs"]
mod tiles;

use std::path::{Path, PathBuf};

use common::evidence::Evidence;
use common::window::{Dropped, Window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tiles::{CREDIT, coloured, mbtiles, pmtiles, vectors};
use witnessmark::model::record::RecordRef;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::Desk;

fn strike(title: &str, at: (f64, f64), tags: &[&str]) -> (Strike, Vec<String>) {
    let strike = Strike {
        title: title.to_owned(),
        occurred: Some(Edtf::parse("2024-08-18").unwrap()),
        latitude: Some(at.0),
        longitude: Some(at.1),
        radius_m: Some(500.0),
        ..Strike::default()
    };
    (strike, tags.iter().map(|tag| (*tag).to_owned()).collect())
}

/// Four strikes, of which three have tags.
fn evidence() -> Evidence {
    let mut evidence = Evidence::new();
    for (strike, tags) in [
        strike("Depot", (50.45, 30.52), &["missile"]),
        strike("Market", (49.99, 36.23), &["drone"]),
        strike("Bridge", (46.48, 30.73), &["drone", "missile"]),
        strike("Mill", (48.46, 35.04), &[]),
    ] {
        let record = RecordRef::from(strike.id);
        evidence.apply(Change::Create(strike.into()));
        for tag in tags {
            evidence.apply(Change::AddTag {
                name: tag,
                vocabulary: String::new(),
                records: vec![record.clone()],
            });
        }
    }
    evidence
}

fn case(evidence: &Evidence) -> PathBuf {
    evidence.folder.path().join("case.witness")
}

fn raster(folder: &Path) -> PathBuf {
    let file = folder.join("kyiv.mbtiles");
    let said = [
        ("name", "Surveyed"),
        ("format", "png"),
        ("attribution", CREDIT),
        ("bounds", "20,40,42,54"),
    ];
    mbtiles(&file, &said, &coloured(0..=4));
    file
}

/// A window on the map whose settings are in a file.
fn window(evidence: &Evidence) -> (Window, PathBuf) {
    let kept = evidence.folder.path().join("settings.toml");
    let file = kept.clone();
    let mut window = Window::with(move || Settings::load_from(&file));
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &case(evidence));
    window.settle();
    window.go("Map");
    (window, kept)
}

fn desk(window: &mut Window) -> &mut Desk {
    window.app().session_mut().unwrap().desk_mut()
}

fn has(window: &Window, name: &str) -> bool {
    window
        .harness
        .query_by_role_and_label(Role::Button, name)
        .is_some()
}

/// Waits for settings that are written aside.
fn kept(file: &Path, is_it: impl Fn(&Settings) -> bool) -> Settings {
    for _ in 0..2000 {
        let settings = Settings::load_from(file);
        if is_it(&settings) {
            return settings;
        }
        std::thread::yield_now();
    }
    panic!("{:?}", Settings::load_from(file).base_maps);
}

#[test]
fn a_file_that_is_dropped_onto_the_map_is_shown_with_who_made_it_and_remembered() {
    let evidence = evidence();
    let (mut window, settings) = window(&evidence);
    assert!(
        window.names().contains("Outlines: Natural Earth"),
        "{}",
        window.names()
    );
    let file = raster(evidence.folder.path());
    window
        .harness
        .input_mut()
        .dropped_files
        .push(std::sync::Arc::new(Dropped(file.clone())));
    window.settle();
    let names = window.names();
    assert!(
        names.contains("Base map: Surveyed · © Example surveyors"),
        "{names}"
    );
    assert!(!names.contains("Outlines: Natural Earth"), "{names}");
    window.click("Base maps");
    assert!(
        window.names().contains("Pictures, zoom 0 to 4"),
        "{}",
        window.names()
    );
    window.click("Show Surveyed");
    assert!(window.names().contains("Outlines: Natural Earth"));
    let remembered = kept(&settings, |kept| kept.base_maps.iter().any(|map| !map.is_on));
    assert_eq!(remembered.base_maps[0].file, file);
    window.click("Show kyiv.mbtiles");
    window.click("Go to Surveyed");
    window.harness.get_by_label("Opacity of Surveyed").focus();
    window.harness.step();
    window.key(Modifiers::NONE, Key::ArrowLeft);
    kept(&settings, |kept| {
        kept.base_maps.iter().any(|map| map.opacity == 95)
    });
    window.click("Remove Surveyed from the list");
    assert!(window.names().contains("None yet"), "{}", window.names());
    kept(&settings, |kept| kept.base_maps.is_empty());
    assert!(file.is_file(), "the file itself stays");
}

#[test]
fn a_file_that_has_moved_is_told_of_at_the_next_start_and_comes_back_when_it_is_there() {
    let evidence = evidence();
    let file = raster(evidence.folder.path());
    let (mut before, settings) = window(&evidence);
    desk(&mut before).base_maps.add(file.clone());
    before.settle();
    kept(&settings, |kept| !kept.base_maps.is_empty());
    before.app().close_case();
    let away = file.with_extension("away");
    std::fs::rename(&file, &away).unwrap();
    let (mut window, _) = window(&evidence);
    assert!(
        window.names().contains("kyiv.mbtiles is not shown"),
        "{}",
        window.names()
    );
    window.click("Base maps");
    assert!(
        window.names().contains("the file is not there"),
        "{}",
        window.names()
    );
    std::fs::rename(&away, &file).unwrap();
    window.click("Show kyiv.mbtiles");
    window.click("Show kyiv.mbtiles");
    assert!(
        window.names().contains("Base map: Surveyed"),
        "{}",
        window.names()
    );
    // A file that is cut is no reason to stop either.
    std::fs::write(&away, b"PMTiles\x03 and no more").unwrap();
    desk(&mut window).base_maps.add(away);
    window.settle();
    assert!(window.names().contains("ends too early"), "{}", window.names());
}

#[test]
fn vectors_are_shown_while_one_zooms_beyond_their_deepest_and_leaving_the_map_ends_the_reading() {
    let evidence = evidence();
    let file = evidence.folder.path().join("town.pmtiles");
    let tiles = (0..4).flat_map(|x| (0..4).map(move |y| ((2, x, y), vectors(true))));
    pmtiles(
        &file,
        "{\"name\":\"Town\",\"attribution\":\"OSM\"}",
        1,
        5,
        &tiles.collect(),
    );
    let (mut window, _) = window(&evidence);
    desk(&mut window).base_maps.add(file);
    window.settle();
    assert!(
        window.names().contains("Base map: Town · OSM"),
        "{}",
        window.names()
    );
    for _ in 0..14 {
        window.key(Modifiers::NONE, Key::Plus);
    }
    assert_eq!(desk(&mut window).base_maps.layers()[0].damaged(), None);
    window.harness.key_press(Key::ArrowRight);
    window.harness.step();
    window.go("Strikes");
    window.go("Map");
    assert!(
        window.names().contains("Base map: Town · OSM"),
        "{}",
        window.names()
    );
}

#[test]
fn the_legend_counts_the_tags_by_which_strikes_are_coloured_and_hides_and_shows_them() {
    let evidence = evidence();
    let (mut window, _) = window(&evidence);
    for name in ["drone: 2 strikes", "missile: 1 strike", "without a tag: 1 strike"] {
        assert!(has(&window, name), "{name}\n{}", window.names());
    }
    window.click("drone: 2 strikes");
    let names = window.names();
    assert!(
        names.contains("2 strikes on the map") && names.contains("Tags, 1 hidden"),
        "{names}"
    );
    assert!(
        has(&window, "drone: 2 strikes"),
        "what is hidden can be shown again: {names}"
    );
    // By keyboard as well.
    window.harness.get_by_label("missile: 1 strike").focus();
    window.harness.step();
    window.key(Modifiers::NONE, Key::Space);
    assert!(
        window.names().contains("1 strike on the map"),
        "{}",
        window.names()
    );
    let saved = evidence.folder.path().join("some.svg");
    desk(&mut window).map_file = Some(saved.clone());
    window.settle();
    let drawn = std::fs::read_to_string(&saved).unwrap();
    assert!(drawn.contains("Mill") && !drawn.contains("Depot") && !drawn.contains("Market"));
    window.click("Show the strikes of all tags");
    assert!(
        window.names().contains("4 strikes on the map"),
        "{}",
        window.names()
    );
    window.click("Tags");
    assert!(!has(&window, "drone: 2 strikes"), "it folds");
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
fn the_command_and_the_window_draw_tiles_below_the_strikes_and_name_who_made_them() {
    let evidence = evidence();
    let file = case(&evidence);
    let tiles = raster(evidence.folder.path());
    let [drawn, picture, saved] = ["a.svg", "a.png", "b.svg"].map(|name| evidence.folder.path().join(name));
    let tiles = tiles.to_str().unwrap();
    run(&file, &["--svg", drawn.to_str().unwrap(), "--tiles", tiles]).success();
    let text = std::fs::read_to_string(&drawn).unwrap();
    assert!(text.contains("Base map: Surveyed · © Example surveyors"));
    assert!(text.contains("data:image/png;base64,") && text.contains("Depot"));
    run(
        &file,
        &[
            "--png",
            picture.to_str().unwrap(),
            "--size",
            "600x400",
            "--tiles",
            tiles,
        ],
    )
    .success();
    let pixels = image::open(&picture).unwrap().to_rgb8();
    // Tiles of zoom 4: red 80. Nothing else in the figure has so little.
    let count = pixels.pixels().filter(|pixel| pixel.0[0] == 80).count();
    assert!(count > pixels.len() / 3 / 2, "{count} of {}", pixels.len() / 3);
    let (mut window, _) = window(&evidence);
    desk(&mut window).base_maps.add(PathBuf::from(tiles));
    window.settle();
    desk(&mut window).map_file = Some(saved.clone());
    window.settle();
    assert_eq!(std::fs::read(&drawn).unwrap(), std::fs::read(&saved).unwrap());
    let said = run(
        &file,
        &["--svg", drawn.to_str().unwrap(), "--tiles", "gone.pmtiles"],
    )
    .failure();
    let said = String::from_utf8(said.get_output().stderr.clone()).unwrap();
    assert!(said.contains("gone.pmtiles: the file is not there"), "{said}");
}
