//! The whole job in the window, driven by the names of its controls, without a screen and without a file dialog.

mod common;

use std::path::{Path, PathBuf};

use common::window::{Dropped, Window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use witnessmark::case::Reader;

/// Copies of the project's real photos, without the lists beside them.
fn photos(folder: &TempDir) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
    let to = folder.path().join("photos");
    std::fs::create_dir(&to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let is_list = path.extension().is_some_and(|end| end == "csv" || end == "md");
        if !is_list {
            std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    to
}

#[test]
fn a_new_case_is_made_from_the_start_screen_and_closed_as_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    assert_eq!(window.app().session().unwrap().path(), path);
    window.app().close_case();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 1, "closed, there is one file: {files:?}");
}

#[test]
fn a_file_that_is_no_case_is_refused_on_the_start_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.witness");
    std::fs::write(&path, "only words").unwrap();
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    assert!(window.app().session().is_none());
    assert!(
        window.names().contains("is not a Witnessmark case"),
        "{}",
        window.names()
    );
}

#[test]
fn strike_weapon_and_component_are_entered_by_their_forms() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    enter_records(&mut window);
    let reader = Reader::open(&path).unwrap();
    let strikes = reader.strikes(&[], "").unwrap();
    assert_eq!(strikes[0].occurred.as_deref(), Some("2024-08-18"));
    assert_eq!((strikes[0].weapons, strikes[0].components), (1, 1));
    let components = reader.components(&[], "").unwrap();
    assert_eq!(components[0].kind.as_deref(), Some("jet_vane_actuator"));
    drop(reader);
    window.app().close_case();
}

/// A strike of 18 August 2024, its weapon, and an actuator of that.
fn enter_records(window: &mut Window) {
    window.go("Strikes");
    window.click("New strike");
    window.fill("Title", "Depot north of the city");
    window.fill("Occurred", "2024-08-18");
    window.click("New weapon for this strike");
    window.fill("Title", "Missile");
    window.fill("Country of origin (ISO 3166)", "kp");
    window.fill("Evidence for the origin", "an expert's report on its design");
    window.key(Modifiers::COMMAND, Key::Enter);
    window.click("New component for this weapon");
    window.fill("Title", "Actuator");
    window.fill("Kind", "Jet vane actuator");
}

#[test]
fn photos_are_imported_and_linked_from_the_grid() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    enter_records(&mut window);
    let photos = photos(&folder);
    window.app().session_mut().unwrap().import(vec![photos]);
    window.settle();
    window.go("Photos");
    window.click_role(Role::ListBoxOption, "mushroom.jpg");
    window.click("Link to…");
    window.click("Actuator");
    let reader = Reader::open(&path).unwrap();
    assert_eq!(reader.components(&[], "").unwrap()[0].photos, 1);
    drop(reader);
    window.app().close_case();
}

impl Window {
    /// Whether some control or text names this.
    fn shows(&self, text: &str) -> bool {
        self.names().contains(text)
    }
}

#[test]
fn the_whole_job_from_a_photo_to_a_finding_on_the_calendar_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    enter_records(&mut window);
    let photos = photos(&folder);
    window.app().session_mut().unwrap().import(vec![photos]);
    window.settle();
    window.go("Photos");
    window.click_role(Role::ListBoxOption, "mushroom.jpg");
    window.click("Link to…");
    window.click("Actuator");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Mark a region"), "{}", window.names());

    // The region of the mark, drawn over the middle of the photo.
    window.key(Modifiers::NONE, Key::M);
    window.harness.drag_at(egui::pos2(600.0, 450.0));
    window.harness.step();
    for step in 1..=10 {
        window
            .harness
            .hover_at(egui::pos2(600.0 + 9.0 * step as f32, 450.0 + 6.0 * step as f32));
        window.harness.step();
    }
    window.harness.drop_at(egui::pos2(690.0, 510.0));
    window.settle();
    assert!(window.shows("New marking"), "{}", window.names());
    window.click("Create the marking");

    window.fill("Transcription", "113");
    assert!(window.shows("Juche year"), "{}", window.names());
    assert!(window.shows("Minguo year"), "its rival is shown beside it");
    window.click("Accept Juche year 2024-01-01/2024-12-31");
    window.fill(
        "Why is this what it means?",
        "its design, as the expert's report says",
    );
    let reader = Reader::open(&path).unwrap();
    let findings = reader.all::<witnessmark::model::Finding>().unwrap();
    assert_eq!(findings.len(), 1, "{}", window.names());
    assert_eq!(findings[0].system, "juche");
    assert_eq!(findings[0].earliest, Some(jiff::civil::date(2024, 1, 1)));
    assert_eq!(
        findings[0].production_latest,
        Some(jiff::civil::date(2024, 8, 18))
    );
    assert_eq!((findings[0].days_min, findings[0].days_max), (Some(0), Some(230)));
    let counts = reader.counts().unwrap();
    drop(reader);

    // The calendar knows the strike, with its finding.
    window.go("Calendar");
    window.key(Modifiers::NONE, Key::P);
    assert!(window.shows("August 2024"), "{}", window.names());
    assert!(window.shows("Depot north of the city"), "{}", window.names());
    assert!(window.shows("Juche 113"), "{}", window.names());

    // All of it is taken back, and done again.
    let mut steps = 0;
    while !window.undo_is_over() {
        window.key(Modifiers::COMMAND, Key::Z);
        steps += 1;
        assert!(steps < 60);
    }
    let now = |path: &Path| Reader::open(path).unwrap().counts().unwrap();
    assert_eq!(
        (now(&path).photos, now(&path).strikes, now(&path).findings),
        (0, 0, 0)
    );
    assert!(!window.shows("Depot north of the city"));
    for _ in 0..steps {
        window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    assert_eq!(now(&path), counts);

    // Closed and opened again, everything is there.
    window.app().close_case();
    window.settle();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    assert_eq!(now(&path), counts);
    window.go("Markings");
    assert!(window.shows("113"), "{}", window.names());
    window.app().close_case();
    let verdict = Reader::open(&path).unwrap().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{verdict:?}");
}

impl Window {
    fn undo_is_over(&self) -> bool {
        self.shows("Nothing to undo")
    }
}

#[test]
fn dropped_files_and_pasted_pictures_come_in_and_what_is_refused_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    let notes = folder.path().join("notes.jpg");
    std::fs::write(&notes, "only words").unwrap();
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/mushroom.jpg");
    for file in [photo, notes] {
        window
            .harness
            .input_mut()
            .dropped_files
            .push(std::sync::Arc::new(Dropped(file)));
    }
    window.settle();
    let count = |path: &Path| Reader::open(path).unwrap().counts().unwrap().photos;
    assert_eq!(count(&path), 1);
    assert!(window.shows("notes.jpg"), "{}", window.names());
    assert!(window.shows("calls itself a picture"), "{}", window.names());
    window.click("Close");

    let pixels = egui::ColorImage::filled([40, 30], egui::Color32::from_rgb(10, 120, 200));
    window
        .harness
        .event(egui::Event::PasteImage(std::sync::Arc::new(pixels)));
    window.settle();
    assert_eq!(count(&path), 2);
    let photos = Reader::open(&path)
        .unwrap()
        .all::<witnessmark::model::Photo>()
        .unwrap();
    let pasted = photos.iter().find(|photo| photo.format == "PNG").unwrap();
    assert_eq!(pasted.kind, witnessmark::model::photo::PhotoKind::Clipboard);
    assert_eq!((pasted.width, pasted.height), (40, 30));
    window.app().close_case();
}

#[test]
fn a_tag_completes_and_filters_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    window.go("Strikes");
    for (title, tag) in [("Depot", "ballistic missile"), ("Port", "drone")] {
        window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        window.fill("Title", title);
        window.fill("Tags", tag);
    }
    let reader = Reader::open(&path).unwrap();
    assert_eq!(reader.tags().unwrap().len(), 2);
    drop(reader);
    assert!(window.shows("Depot") && window.shows("Port"));
    // The beginning of the tag is enough.
    window.fill("With the tags", "dro");
    assert!(
        window.harness.query_by_label("Depot").is_none(),
        "{}",
        window.names()
    );
    assert!(window.shows("Port"));
    window.app().close_case();
}
