//! Looking closely: zoom, the overview, the loupe.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::Window;

/// The place of the photo that is larger than the window.
const LARGE: usize = 5;

#[test]
fn the_overview_is_there_while_a_part_is_in_view_and_moves_the_photo() {
    let mut window = Window::new();
    window.open(LARGE);
    assert!(!window.shows("The part in view"));
    window.press(Key::Z);
    assert!(window.shows("100 %"), "{}", window.names());
    let overview = window.rect("The part in view");
    // The bright square is in the upper left of the photo: a click there in the overview shows it.
    window.drag(overview.center(), overview.min + vec2(2.0, 2.0));
    window.press(Key::Z);
    assert!(!window.shows("The part in view"), "{}", window.names());
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_changes_the_loupe_while_it_is_open() {
    let mut window = Window::new();
    window.open(LARGE);
    let middle = egui::pos2(514.0, 444.0);
    window.wheel(middle, 120.0);
    assert!(window.shows("The part in view"));
    window.key(Modifiers::COMMAND, Key::Num0);
    window.press(Key::O);
    window.harness.hover_at(middle);
    window.settle();
    let zoom = |window: &Window| {
        let names = window.names();
        let line = names.lines().find(|line| line.contains(" %")).map(str::to_owned);
        line.unwrap()
    };
    let before = zoom(&window);
    window.wheel(middle, 120.0);
    assert_eq!(zoom(&window), before, "the photo stays as it is");
    window.press(Key::Escape);
    window.wheel(middle, 120.0);
    assert_ne!(zoom(&window), before);
}

#[test]
fn the_loupe_is_toggled_by_its_key_or_button_and_held_open() {
    let mut window = Window::new();
    window.open(0);
    let is_on = |window: &mut Window| {
        window.settle();
        let button = window.harness.get_by_role_and_label(Role::Button, "Loupe");
        button.accesskit_node().toggled() == Some(Toggled::True)
    };
    window.press(Key::O);
    assert!(is_on(&mut window));
    window.press(Key::O);
    assert!(!is_on(&mut window));
    window.click(Role::Button, "Loupe");
    assert!(is_on(&mut window));
    window.press(Key::O);
    // Held: it comes again and again, and closes when it is let go.
    let key = |pressed| egui::Event::Key {
        key: Key::O,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    for _ in 0..40 {
        window.harness.event(key(true));
        window.harness.step();
    }
    assert!(is_on(&mut window));
    window.harness.event(key(false));
    assert!(!is_on(&mut window));
}
