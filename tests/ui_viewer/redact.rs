//! Redactions on a photo, and copies for publication of it.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, pos2};
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::publication::CopyFormat;
use witnessmark::model::{Publication, Redaction, RedactionReason};
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

use crate::window::Window;

/// The upper left corner of the photo of 400 x 300 pixels, pixel for point.
const CORNER: Pos2 = pos2(314.0, 294.0);

fn at(x: f32, y: f32) -> Pos2 {
    CORNER + egui::vec2(x, y)
}

fn redactions(window: &Window) -> Vec<Redaction> {
    let photo = window.photos()[0];
    window.reader().redactions_of_photo(photo).unwrap()
}

/// Left, top, right and bottom lie within two pixels of these.
fn lies(redaction: &Redaction, expected: [u32; 4]) -> bool {
    let Redaction {
        x, y, width, height, ..
    } = *redaction;
    let edges = [x, y, x + width, y + height];
    edges
        .iter()
        .zip(expected)
        .all(|(edge, wanted)| edge.abs_diff(wanted) <= 2)
}

fn with_redaction() -> Window {
    let mut window = Window::new();
    window.open(0);
    window.press(Key::K);
    assert!(window.shows("Drag over what copies"), "{}", window.names());
    window.drag(at(280.0, 100.0), at(340.0, 160.0));
    window
}

#[test]
fn a_redaction_is_drawn_moved_told_and_removed_and_each_can_be_undone() {
    let mut window = with_redaction();
    let drawn = redactions(&window);
    assert_eq!(drawn.len(), 1);
    assert!(lies(&drawn[0], [280, 100, 340, 160]), "{drawn:?}");
    assert_eq!(drawn[0].why, RedactionReason::Face);
    assert!(!drawn[0].by.is_empty());

    // By its middle it moves, by a corner it grows.
    window.drag(at(310.0, 130.0), at(290.0, 150.0));
    assert!(
        lies(&redactions(&window)[0], [260, 120, 320, 180]),
        "{:?}",
        redactions(&window)
    );
    window.drag(at(320.0, 180.0), at(340.0, 200.0));
    assert!(
        lies(&redactions(&window)[0], [260, 120, 340, 200]),
        "{:?}",
        redactions(&window)
    );
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(lies(&redactions(&window)[0], [260, 120, 320, 180]));

    window.click(Role::Button, "Redaction: Face");
    window.click(Role::Button, "Remove the redaction");
    assert!(redactions(&window).is_empty());
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(redactions(&window).len(), 1);

    // Escape ends it; what is covered stays to be seen.
    window.press(Key::Escape);
    assert!(!window.shows("Drag over what copies"));
    assert_eq!(redactions(&window).len(), 1);
}

#[test]
fn a_publication_shows_what_it_withholds_and_is_kept_in_the_case() {
    let mut window = with_redaction();
    let ctx = window.harness.ctx.clone();
    window.app().carry_out(&ctx, UiCommand::PublishCopies);
    window.settle();
    for said in [
        "Publication copy",
        "1 rectangle covered: Face",
        "Field: Name of the original’s file",
        "All metadata of the files",
    ] {
        assert!(window.shows(said), "{said}: {}", window.names());
    }
    // A strip needs a credit line.
    window.click(Role::CheckBox, "Credit line on a strip under the picture");
    assert!(window.shows("A strip needs a credit line"), "{}", window.names());
    window.focus_field("Credit line for all");
    window.type_text("Team 7");
    window.click(Role::RadioButton, "PNG");
    window.click(Role::CheckBox, "Name of the original’s file");
    assert!(!window.shows("A strip needs a credit line"));
    assert!(
        !window.shows("Field: Name of the original’s file"),
        "{}",
        window.names()
    );

    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("copies");
    window.app().session_mut().unwrap().publish_into(folder.clone());
    window.settle();
    assert!(window.shows("1 copy for publication is in"), "{}", window.names());
    let kept = window.reader().all::<Publication>().unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].options.format, CopyFormat::Png);
    assert_eq!(kept[0].copies[0].photo, window.photos()[0]);
    let copy = image::open(folder.join("001.png")).unwrap().into_rgb8();
    assert!(copy.height() > 300);
    assert_eq!(copy.get_pixel(310, 130).0, [0, 0, 0]);
    let csv = std::fs::read_to_string(folder.join("publication.csv")).unwrap();
    assert!(csv.contains("a.png") && csv.contains("Team 7"), "{csv}");
}

#[test]
fn faces_are_suggested_when_asked_for_and_covered_by_nobody_but_the_person() {
    let mut window = Window::new();
    let faces = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faces/solvay.jpg");
    window.app().session_mut().unwrap().import(vec![faces]);
    window.settle();
    let photo = |window: &Window| {
        let rows = window
            .reader()
            .photos(&PhotoFilter::default(), PhotoSort::FileName);
        let rows = rows.unwrap();
        rows.iter().find(|row| row.file_name == "solvay.jpg").unwrap().id
    };
    let photo = photo(&window);
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.place = Place::Photo(photo);
    desk.select(photo);
    window.settle();
    window.press(Key::K);
    window.click(Role::Button, "Suggest faces");
    assert!(window.shows("Suggested face 9"), "{}", window.names());
    assert!(window.shows("look yourself"));
    let covered = |window: &Window| window.reader().redactions_of_photo(photo).unwrap();
    assert!(covered(&window).is_empty());
    window.click(Role::Button, "Suggested face 8");
    let first = covered(&window);
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].why, RedactionReason::Face);
    let rest = (8..20)
        .find(|count| window.shows(&format!("Cover all {count}")))
        .unwrap();
    window.click(Role::Button, &format!("Cover all {rest}"));
    assert_eq!(covered(&window).len(), rest + 1);
    assert!(!window.shows("Suggested face"));
    // All of them were one step.
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(covered(&window).len(), 1);
}
