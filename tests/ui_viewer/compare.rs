//! Photos side by side.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use witnessmark::ui::desk::Place;

use crate::window::Window;

fn select(window: &mut Window, count: usize) {
    window.press(Key::Home);
    for _ in 1..count {
        window.key(Modifiers::SHIFT, Key::ArrowRight);
    }
}

#[test]
fn the_selected_photos_stand_side_by_side_and_escape_leads_back_to_them() {
    let mut window = Window::new();
    for count in 2..=4 {
        select(&mut window, count);
        window.press(Key::V);
        assert!(
            window.shows(&format!("{count} photos side by side")),
            "{}",
            window.names()
        );
        let first = window.rect(&format!("Photo 1 of {count}: a.png"));
        let last = window.rect(&format!(
            "Photo {count} of {count}: {}.png",
            ["b", "c", "d"][count - 2]
        ));
        assert_eq!(first.size(), last.size());
        assert!(!first.intersects(last));
        window.press(Key::Escape);
        assert_eq!(window.desk().place, Place::Photos);
        assert_eq!(window.selected(), &"abcd"[..count]);
    }
}

#[test]
fn tab_gives_the_keys_to_the_next_photo_and_arrows_step_it_past_the_others() {
    let mut window = Window::new();
    select(&mut window, 2);
    window.press(Key::V);
    let focused = window.desk().selected_photos();
    assert_eq!(focused.len(), 1, "the form shows the one with the keys");
    let first = window.selected();
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert_eq!(window.selected(), first, "around once");
    window.key(Modifiers::SHIFT, Key::Tab);
    let second = window.selected();
    assert_ne!(first, second);
    // The first shows a and the second b, whichever had the keys before.
    if window.selected() == "a" {
        window.press(Key::Tab);
    }
    window.press(Key::ArrowRight);
    assert!(window.shows("Photo 2 of 2: c.png"), "{}", window.names());
    window.press(Key::Tab);
    window.press(Key::ArrowRight);
    assert!(window.shows("Photo 1 of 2: b.png"));
    window.press(Key::ArrowRight);
    assert!(window.shows("Photo 1 of 2: d.png"), "c is shown already");
    window.click(Role::Button, "Previous photo at place 2");
    assert!(window.shows("Photo 2 of 2: b.png"), "{}", window.names());
    assert_eq!(window.selected(), "b");
}

#[test]
fn a_photo_in_the_viewer_is_compared_with_the_next_and_escape_leads_back_to_it() {
    let mut window = Window::new();
    window.open(1);
    window.click(Role::Button, "Compare what is selected");
    assert!(window.shows("Photo 1 of 2: b.png") && window.shows("Photo 2 of 2: c.png"));
    window.press(Key::Escape);
    let second = window.photos()[1];
    assert_eq!(window.desk().place, Place::Photo(second));
    assert!(window.shows("2 of 6"));
}

#[test]
fn two_photos_are_shown_in_turn_at_one_place() {
    let mut window = Window::new();
    select(&mut window, 2);
    window.press(Key::V);
    let half = window.rect("Photo 1 of 2: a.png").width();
    window.press(Key::B);
    let mut seen = Vec::new();
    for _ in 0..120 {
        window.harness.step();
        for name in ["Photo 1 of 2: a.png", "Photo 2 of 2: b.png"] {
            if window.shows(name) {
                assert!(window.rect(name).width() > half * 1.9);
                seen.push(name);
            }
        }
    }
    assert_eq!(seen.len(), 120, "one at a time");
    seen.dedup();
    assert!((3..=5).contains(&seen.len()), "{seen:?}");
    window.press(Key::Escape);
    assert!(window.shows("Photo 1 of 2: a.png") && window.shows("Photo 2 of 2: b.png"));
}

#[test]
fn a_photo_that_is_removed_leaves_the_comparison() {
    let mut window = Window::new();
    select(&mut window, 3);
    window.press(Key::V);
    window.press(Key::Delete);
    assert!(window.shows("2 photos side by side"), "{}", window.names());
    window.press(Key::Delete);
    assert_eq!(window.desk().place, Place::Photos);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.photos().len(), 5);
}

#[test]
fn a_single_photo_in_the_grid_is_compared_with_its_neighbour_and_none_says_so() {
    let mut window = Window::new();
    window.press(Key::V);
    assert_eq!(window.desk().place, Place::Photos);
    assert!(window.shows("Select two to four photos"), "{}", window.names());
    window.press(Key::End);
    window.press(Key::V);
    assert!(window.shows("Photo 1 of 2: e.png") && window.shows("Photo 2 of 2: large.png"));
}
