//! The slideshow, as a part of the window, where a second one can't be opened.

use egui::Key;
use egui::accesskit::Role;

use crate::window::Window;

#[test]
fn photos_follow_each_other_by_themselves_and_by_key() {
    let mut window = Window::new();
    window.open(1);
    window.press(Key::F5);
    assert!(window.shows("Witnessmark: slideshow"), "{}", window.names());
    assert!(window.shows("End the slideshow"), "{}", window.names());
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    // The viewer below stays where it is.
    assert_eq!(window.selected(), "b");
    // The viewer below shows its own place, "2 of 6".
    let shows = |window: &Window, place: &str| window.names().contains(&format!("{place} of 6\""));
    assert!(shows(&window, "4"), "{}", window.names());
    // Four seconds at sixty frames a second, and some.
    for _ in 0..280 {
        window.harness.step();
    }
    assert!(shows(&window, "5"), "{}", window.names());
    window.press(Key::Space);
    for _ in 0..280 {
        window.harness.step();
    }
    assert!(shows(&window, "5"), "it is paused");
    window.click(Role::Button, "4 s each");
    assert!(window.shows("8 s each"));
    window.click(Role::Button, "Next in the slideshow");
    window.click(Role::Button, "Next in the slideshow");
    assert!(shows(&window, "1"), "from the last to the first");
    window.press(Key::Escape);
    assert!(!window.shows("End the slideshow"));
    assert_eq!(
        window.selected(),
        "b",
        "Escape ended the slideshow and nothing else"
    );
}
