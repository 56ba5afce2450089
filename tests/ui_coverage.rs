//! What is missing of a weapon and what can't be, on screen: the card, the way to the record, the list of impossible
//! markings, and photos that count as opened once somebody has looked at them.

mod common;

use std::path::{Path, PathBuf};

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::Timestamp;
use tempfile::TempDir;
use witnessmark::case::{Case, Reader};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::album::{PhotoFilter, PhotoSort, Unopened};
use witnessmark::model::id::{MarkingId, PhotoId, WeaponId};
use witnessmark::model::measurement::MeasurementKind;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Measurement, Region, Strike, Transcription, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::Place;

struct Fixture {
    _folder: TempDir,
    path: PathBuf,
    photo: PhotoId,
    other: PhotoId,
    weapon: WeaponId,
    /// A chip's mark that says week 54, which "A. Reader" has read.
    wrong: MarkingId,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let mut author = Settings::in_memory().author();
    author.person = "A. Reader".to_owned();
    let mut case = Case::create(&path, "Kyiv", author).unwrap();
    let photos = ["image01551.jpg", "beach.jpg"].map(|name| {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/photos")
            .join(name)
    });
    let report = import(
        Plan::new(photos.to_vec(), "T"),
        &Progress::new(),
        |photos, step| store(&mut case, photos, step),
    )
    .unwrap();
    let named = |name: &str| {
        let file = report.added.iter().find(|file| file.file.ends_with(name));
        file.unwrap().photo.unwrap()
    };
    let [photo, other] = ["image01551.jpg", "beach.jpg"].map(named);
    let strike = Strike {
        title: "Depot".to_owned(),
        occurred: Some(Edtf::parse("2024-08-18").unwrap()),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(strike.id),
        ..Weapon::default()
    };
    let chip = Component {
        title: "Chip".to_owned(),
        kind: Some("ic".to_owned()),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let bracket = Component {
        title: "Bracket".to_owned(),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(chip.id),
        title: "Date code".to_owned(),
        ..Marking::default()
    };
    let (weapon_id, wrong) = (weapon.id, marking.id);
    let region = Region {
        marking: wrong,
        photo,
        x: 4,
        y: 4,
        width: 20,
        height: 12,
        ..Region::default()
    };
    let read = Transcription {
        marking: wrong,
        text: "2354".to_owned(),
        by: "A. Reader".to_owned(),
        at: Timestamp::now(),
        ..Transcription::default()
    };
    case.apply_all(vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(chip.into()),
        Change::Create(bracket.into()),
        Change::DrawRegion {
            region,
            marking: Some(marking),
        },
        Change::Transcribe(read),
    ])
    .unwrap();
    case.close().unwrap();
    Fixture {
        _folder: folder,
        path,
        photo,
        other,
        weapon: weapon_id,
        wrong,
    }
}

/// The window of somebody other than the first reader, at a place.
fn window(f: &Fixture, place: Place) -> Window {
    let mut window = Window::with(|| {
        let mut settings = Settings::in_memory();
        settings.person = "B. Reader".to_owned();
        settings
    });
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &f.path);
    window.settle();
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.place = place;
    if place == Place::Weapons {
        desk.select(f.weapon);
    }
    window.settle();
    window
}

/// Whether some control is called so. The names are quoted as in code.
fn sees(window: &Window, words: &str) -> bool {
    window.names().contains(words)
}

fn place(window: &mut Window) -> Place {
    window.app().session().unwrap().desk().place
}

/// Frames for so many seconds of the window.
fn wait(window: &mut Window, seconds: f32) {
    for _ in 0..(seconds * 60.0) as u32 {
        window.harness.step();
    }
    window.settle();
}

fn unopened(path: &Path, by: Unopened) -> usize {
    let filter = PhotoFilter {
        unopened: Some(by),
        ..PhotoFilter::default()
    };
    let reader = Reader::open(path).unwrap();
    reader
        .photo_order(&filter, PhotoSort::Captured, None)
        .unwrap()
        .photos
        .len()
}

#[test]
fn the_card_of_a_weapon_says_what_is_missing_and_leads_to_it() {
    let f = fixture();
    let mut window = window(&f, Place::Weapons);
    for words in [
        "What is missing",
        "0 of one mark read by two people",
        "0 of one photo opened by somebody",
    ] {
        assert!(sees(&window, words), "no {words:?} in\n{}", window.names());
    }
    assert!(!sees(&window, "It bears no mark."));
    window.click("Show Marks (2)");
    assert!(sees(&window, "It bears no mark."), "{}", window.names());
    // The reading of the other person is told neither here nor on the screen that this leads to.
    window.click("A mark on Chip");
    assert_eq!(place(&mut window), Place::Marking(f.wrong));
    assert!(!sees(&window, "2354"), "{}", window.names());
}

#[test]
fn a_component_without_marks_is_one_click_away() {
    let f = fixture();
    let mut window = window(&f, Place::Weapons);
    window.click("Show Views (4)");
    // The card comes before the list of components.
    let line = window
        .harness
        .query_all_by_role_and_label(Role::Button, "Bracket")
        .next()
        .unwrap();
    line.click();
    window.settle();
    assert_eq!(place(&mut window), Place::Components);
}

#[test]
fn a_weapon_of_which_nothing_is_missing_says_so() {
    let f = fixture();
    let mut window = window(&f, Place::Weapons);
    let strike = Strike::default();
    let weapon = Weapon {
        title: "Drone".to_owned(),
        strike: Some(strike.id),
        origin: Some("IR".to_owned()),
        origin_basis: Some("documents".to_owned()),
        ..Weapon::default()
    };
    let wing = Component {
        title: "Wing".to_owned(),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let scale = Measurement {
        photo: f.photo,
        kind: MeasurementKind::Scale,
        x2: 50.0,
        millimetres: Some(10.0),
        ..Measurement::default()
    };
    let (id, on) = (weapon.id, wing.id);
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.apply_all(vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(wing.into()),
        Change::Create(scale.into()),
        // As somebody noted it whose window spoke Ukrainian.
        Change::AddTag {
            name: "Без позначок".to_owned(),
            vocabulary: String::new(),
            records: vec![on.into()],
        },
        Change::LinkPhotos {
            photos: vec![f.photo, f.other],
            subject: on.into(),
        },
    ]);
    // Both photos are opened; then nothing is left.
    for photo in [f.photo, f.other] {
        window.app().session_mut().unwrap().desk_mut().place = Place::Photo(photo);
        wait(&mut window, 1.0);
    }
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.place = Place::Weapons;
    desk.select(id);
    window.settle();
    assert!(
        sees(&window, "2 of 2 photos opened by somebody"),
        "{}",
        window.names()
    );
    assert!(
        sees(&window, "Nothing that this list asks for is missing."),
        "{}",
        window.names()
    );
}

#[test]
fn what_can_not_be_is_told_on_the_weapon_in_the_list_and_above_the_readings() {
    let f = fixture();
    let mut window = window(&f, Place::Weapons);
    assert!(sees(&window, "There is no week 54."), "{}", window.names());
    window.go("Markings");
    window.click_role(Role::RadioButton, "Impossible");
    assert!(
        sees(&window, "Impossible: “2354” can be no date"),
        "{}",
        window.names()
    );
    // Struck out is what it says, and never hidden.
    assert!(sees(&window, "2354, Chip"), "{}", window.names());
    window.app().session_mut().unwrap().desk_mut().place = Place::Marking(f.wrong);
    window.settle();
    assert!(
        sees(&window, "“2354” can be no date: There is no week 54."),
        "{}",
        window.names()
    );
    // Said to be a part number it is none of them any more.
    let fields = serde_json::json!({ "kind": "part_number" });
    let serde_json::Value::Object(fields) = fields else {
        unreachable!()
    };
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.apply(Change::Edit {
        record: f.wrong.into(),
        fields,
    });
    desk.place = Place::Markings;
    window.settle();
    assert!(sees(&window, "No marking fits"), "{}", window.names());
}

#[test]
fn a_photo_counts_as_opened_after_a_moment_and_not_while_it_is_passed() {
    let f = fixture();
    let mut window = window(&f, Place::Photos);
    let mine = || Unopened::By("B. Reader".to_owned());
    window.app().session_mut().unwrap().desk_mut().place = Place::Photo(f.photo);
    window.harness.step();
    window.app().session_mut().unwrap().desk_mut().place = Place::Photos;
    window.settle();
    assert_eq!(unopened(&f.path, mine()), 2, "it was only passed");
    window.app().session_mut().unwrap().desk_mut().place = Place::Photo(f.photo);
    window.settle();
    wait(&mut window, 1.0);
    window.app().session_mut().unwrap().desk_mut().place = Place::Photos;
    window.settle();
    assert_eq!(unopened(&f.path, mine()), 1);
    assert_eq!(unopened(&f.path, Unopened::By("A. Reader".to_owned())), 2);
    // Closed from the viewer, the case has what was looked at there.
    window.app().session_mut().unwrap().desk_mut().place = Place::Photo(f.photo);
    window.settle();
    window.key(Modifiers::COMMAND, Key::W);
    assert_eq!(unopened(&f.path, mine()), 1);
}

#[test]
fn the_photo_of_a_mark_that_is_read_counts_as_opened() {
    let f = fixture();
    let mut window = window(&f, Place::Marking(f.wrong));
    wait(&mut window, 1.0);
    assert_eq!(unopened(&f.path, Unopened::ByAnybody), 1);
}
