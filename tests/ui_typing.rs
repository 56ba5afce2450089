//! Letters and keys that come in the input of one frame, because a slow laptop was behind: each letter goes into the field
//! in which it was typed.

mod common;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use witnessmark::case::Reader;
use witnessmark::model::{Strike, Tag};

fn key(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

/// Gives a field the keyboard, then all of the events in the input of one frame.
fn slow_frame(window: &mut Window, field: &str, events: impl IntoIterator<Item = Event>) {
    {
        let fields = window.harness.query_all_by_role(Role::TextInput);
        let named = fields
            .into_iter()
            .find(|node| node.accesskit_node().label().as_deref() == Some(field));
        named.unwrap_or_else(|| panic!("no field {field:?}")).focus();
    }
    window.harness.step();
    window.harness.input_mut().events.extend(events);
    window.settle();
}

fn value(window: &Window, field: &str) -> String {
    let fields = window.harness.query_all_by_role(Role::TextInput);
    let named = fields
        .into_iter()
        .find(|node| node.accesskit_node().label().as_deref() == Some(field));
    let value = named.and_then(|node| node.accesskit_node().value());
    value.unwrap_or_else(|| panic!("no field {field:?}"))
}

fn window() -> (tempfile::TempDir, std::path::PathBuf, Window) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let window = Window::new_case(&path);
    (folder, path, window)
}

fn strike(path: &std::path::Path) -> Strike {
    let reader = Reader::open(path).unwrap();
    let id = reader.strikes(&[], "").unwrap().remove(0).id;
    reader.get(id).unwrap().unwrap()
}

#[test]
fn in_the_form_of_a_strike_each_letter_goes_into_its_field() {
    let (_folder, path, mut window) = window();
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    let events = [
        text("Dep"),
        text("ot"),
        key(Key::Tab),
        text("2024-06-"),
        text("05"),
        key(Key::Tab),
        text("2024-06-06"),
        key(Key::Enter),
    ];
    slow_frame(&mut window, "Title", events);
    let strike = strike(&path);
    assert_eq!(strike.title, "Depot");
    assert_eq!(strike.occurred.unwrap().as_str(), "2024-06-05");
    assert_eq!(strike.reported.unwrap().as_str(), "2024-06-06");
}

#[test]
fn a_letter_before_escape_is_taken_back_with_it() {
    let (_folder, path, mut window) = window();
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    slow_frame(&mut window, "Title", [text("Depot"), key(Key::Enter)]);
    slow_frame(&mut window, "Title", [text("x"), key(Key::Escape)]);
    assert_eq!(strike(&path).title, "Depot");
    assert_eq!(value(&window, "Title"), "Depot");
}

#[test]
fn in_the_filter_a_word_and_a_tag_go_into_their_fields() {
    let (_folder, _path, mut window) = window();
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.key(Modifiers::ALT, Key::Num5);
    slow_frame(
        &mut window,
        "Find in this view",
        [text("Dep"), key(Key::Tab), text("nig")],
    );
    assert_eq!(value(&window, "Find in this view"), "Dep");
    assert_eq!(value(&window, "With the tags"), "nig");
}

#[test]
fn in_the_vocabularies_each_letter_goes_into_its_field() {
    let (_folder, path, mut window) = window();
    window.key(Modifiers::ALT, Key::Num0);
    slow_frame(&mut window, "Add a term", [text("night"), key(Key::Enter)]);
    let events = [
        text("at night"),
        key(Key::Tab),
        text("вночі"),
        key(Key::Tab),
        text("밤"),
        key(Key::Enter),
    ];
    slow_frame(&mut window, "English", events);
    let reader = Reader::open(&path).unwrap();
    let id = reader.tags().unwrap().remove(0).id;
    let tag: Tag = reader.get(id).unwrap().unwrap();
    assert_eq!(tag.en.as_deref(), Some("at night"));
    assert_eq!(tag.uk.as_deref(), Some("вночі"));
    assert_eq!(tag.ko.as_deref(), Some("밤"));
}
