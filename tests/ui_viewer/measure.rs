//! Scales and lengths on a photo.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, pos2};
use witnessmark::model::Measurement;
use witnessmark::model::measurement::MeasurementKind;
use witnessmark::model::record::RecordKind;

use crate::window::Window;

/// The middle of the area in which the photo of 400 x 300 pixels lies, pixel for point.
const MIDDLE: Pos2 = pos2(514.0, 444.0);

fn lines(window: &Window) -> Vec<Measurement> {
    let photo = window.photos()[0];
    window.reader().measurements_of_photo(photo).unwrap()
}

/// Draws a scale of 200 pixels that is 50 mm long.
fn with_scale() -> Window {
    let mut window = Window::new();
    window.open(0);
    window.press(Key::D);
    window.drag(pos2(414.0, 544.0), pos2(614.0, 544.0));
    assert!(window.shows("The photo’s scale"), "{}", window.names());
    window.type_text("5 cm");
    window.press(Key::Enter);
    window
}

#[test]
fn the_first_line_is_the_scale_and_others_are_read_with_it_to_a_sensible_digit() {
    let mut window = with_scale();
    let stored = lines(&window);
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].kind, MeasurementKind::Scale);
    assert_eq!(stored[0].millimetres, Some(50.0));
    assert!((stored[0].pixels() - 200.0).abs() < 1.5, "{:?}", stored[0]);
    assert!(window.shows("Line: Scale: 50 mm"), "{}", window.names());

    window.drag(MIDDLE, pos2(614.0, 444.0));
    let stored = lines(&window);
    assert_eq!(stored.len(), 2);
    assert_eq!(stored[1].kind, MeasurementKind::Length);
    assert_eq!(stored[1].millimetres, None, "it is computed from the scale");
    // 100 px by 200 px for 50 mm; two pixels off on 100 and two on 200 are 0.76 mm.
    assert!(
        window.shows("25.0 ± 0.8 mm") || window.shows("25.1 ± 0.8 mm"),
        "{}",
        window.names()
    );
}

#[test]
fn a_length_that_is_none_is_not_taken_and_escape_forgets_the_line() {
    let mut window = Window::new();
    window.open(0);
    window.press(Key::D);
    window.drag(pos2(414.0, 544.0), pos2(614.0, 544.0));
    window.type_text("long");
    window.press(Key::Enter);
    assert!(window.shows("A length above 0"), "{}", window.names());
    assert!(lines(&window).is_empty());
    window.press(Key::Escape);
    assert!(!window.shows("The photo’s scale"));
    assert!(window.shows("Lengths"), "measuring goes on");
    window.press(Key::Escape);
    assert!(!window.shows("Lengths"));
}

#[test]
fn a_line_is_named_moved_and_removed_and_each_can_be_undone() {
    let mut window = with_scale();
    window.drag(MIDDLE, pos2(614.0, 444.0));
    let selected = window.desk().selected_of(RecordKind::Measurement).cloned();
    assert_eq!(
        selected.map(|record| record.id),
        Some(lines(&window)[1].id.to_string())
    );

    // Its end goes 50 points to the left.
    window.drag(pos2(614.0, 444.0), pos2(564.0, 444.0));
    assert!(
        (lines(&window)[1].pixels() - 50.0).abs() < 1.5,
        "{:?}",
        lines(&window)[1]
    );
    assert!(window.shows("12.5 ± "), "{}", window.names());

    window.focus_field("What it is");
    window.type_text("Fin");
    window.press(Key::Enter);
    assert_eq!(lines(&window)[1].label, "Fin");
    assert!(window.shows("Line: Fin · 12.5 ± "), "{}", window.names());

    window.press(Key::Delete);
    assert_eq!(lines(&window).len(), 1);
    assert_eq!(window.selected(), "a", "the photo is selected again");
    for expected in ["Fin", ""] {
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(lines(&window)[1].label, expected);
    }
    window.key(Modifiers::COMMAND, Key::Z);
    assert!((lines(&window)[1].pixels() - 100.0).abs() < 1.5);
}

#[test]
fn lines_are_selected_by_name_and_by_a_click_and_lie_on_the_same_pixels_when_turned() {
    let mut window = with_scale();
    window.drag(MIDDLE, pos2(614.0, 444.0));
    window.click(Role::Button, "Scale: 50 mm");
    let scale = lines(&window)[0].id;
    assert!(window.desk().is_selected(&scale.into()));
    window.press(Key::D);
    window.press(Key::R);
    // What was right of the middle is below it.
    window.harness.hover_at(pos2(514.0, 500.0));
    window.harness.step();
    window.harness.drag_at(pos2(514.0, 500.0));
    window.harness.step();
    window.harness.drop_at(pos2(514.0, 500.0));
    window.settle();
    let length = lines(&window)[1].id;
    assert!(
        window.desk().is_selected(&length.into()),
        "{:?}",
        window.desk().selected
    );
}

#[test]
fn a_newer_scale_counts_and_the_earlier_one_says_so() {
    let mut window = with_scale();
    window.click(Role::Button, "Set another scale");
    window.drag(pos2(414.0, 564.0), pos2(514.0, 564.0));
    window.type_text("10");
    window.press(Key::Enter);
    assert!(window.shows("Earlier scale: 50 mm") && window.shows("Scale: 10 mm"));
    window.drag(MIDDLE, pos2(564.0, 444.0));
    assert!(
        window.shows("5.0 ± 0.4 mm") || window.shows("5.0 ± 0.3 mm"),
        "{}",
        window.names()
    );
}
