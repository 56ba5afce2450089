//! The window's questions after copies of a case were joined: seen side by side, decided, taken back.

mod common;

use std::path::{Path, PathBuf};

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use witnessmark::case::{Author, Case, Passphrase, Reader};
use witnessmark::exchange::merging;
use witnessmark::job::Progress;
use witnessmark::model::id::{StrikeId, WeaponId};
use witnessmark::model::record::{Fields, RecordRef};
use witnessmark::model::{Change, Strike, Weapon};
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

fn author(name: &str) -> Author {
    Author {
        person: format!("{name}. Person"),
        device: format!("device of {name}"),
        device_name: format!("laptop {name}"),
    }
}

fn edit(case: &mut Case, record: impl Into<RecordRef>, fields: &serde_json::Value) {
    let fields = fields.as_object().unwrap().clone();
    let record = record.into();
    case.apply(Change::Edit { record, fields }).unwrap();
}

/// Two copies of a case on which A and B worked apart: a title, notes, a place, and a weapon that B removed while A wrote.
struct Apart {
    _folder: TempDir,
    a: PathBuf,
    b: PathBuf,
    strike: StrikeId,
    weapon: WeaponId,
}

fn apart() -> Apart {
    let folder = tempfile::tempdir().unwrap();
    let a = folder.path().join("a.witness");
    let b = folder.path().join("b.witness");
    let mut case = Case::create(&a, "Kyiv", author("A")).unwrap();
    let strike = Strike {
        title: "Depot".to_owned(),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        ..Weapon::default()
    };
    let (strike_id, weapon_id) = (strike.id, weapon.id);
    case.apply_all(vec![Change::Create(strike.into()), Change::Create(weapon.into())])
        .unwrap();
    case.close().unwrap();
    std::fs::copy(&a, &b).unwrap();
    let mut case = Case::open(&a, author("A")).unwrap();
    edit(
        &mut case,
        strike_id,
        &serde_json::json!({"title": "Depot north", "notes": "Seen by A"}),
    );
    edit(
        &mut case,
        strike_id,
        &serde_json::json!({"latitude": 50.5, "longitude": 30.5}),
    );
    edit(&mut case, weapon_id, &serde_json::json!({"notes": "Kh-101"}));
    case.close().unwrap();
    let mut case = Case::open(&b, author("B")).unwrap();
    edit(
        &mut case,
        strike_id,
        &serde_json::json!({"title": "Склад", "notes": "Seen by B"}),
    );
    edit(
        &mut case,
        strike_id,
        &serde_json::json!({"latitude": 49.0, "longitude": 36.25}),
    );
    case.apply(Change::Remove(weapon_id.into())).unwrap();
    case.close().unwrap();
    Apart {
        _folder: folder,
        a,
        b,
        strike: strike_id,
        weapon: weapon_id,
    }
}

impl Apart {
    fn join(&self) {
        let mut case = Case::open(&self.a, author("A")).unwrap();
        let other = Reader::open(&self.b).unwrap();
        merging::merge(&mut case, &other, "b.witness", false, &Progress::new()).unwrap();
        drop(other);
        case.close().unwrap();
    }

    fn strike(&self) -> Fields {
        let reader = Reader::open(&self.a).unwrap();
        reader.fields(&self.strike.into()).unwrap().unwrap()
    }

    fn open_questions(&self) -> usize {
        Reader::open(&self.a).unwrap().conflicts().unwrap().len()
    }

    fn window(&self) -> Window {
        open(&self.a)
    }
}

fn open(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window
}

/// Presses a button as somebody with a screen reader does, also where one would have to scroll to it.
fn press(window: &mut Window, name: &str) {
    let Some(node) = window.harness.query_by_role_and_label(Role::Button, name) else {
        panic!("there is no button {name:?} in\n{}", window.names());
    };
    node.click_accesskit();
    window.settle();
}

fn type_passphrase(window: &mut Window, text: &str) {
    let name = "Passphrase of the other copy";
    window
        .harness
        .get_by_role_and_label(Role::PasswordInput, name)
        .focus();
    window.harness.step();
    window.harness.event(egui::Event::Text(text.to_owned()));
    window.harness.step();
    window.harness.key_press(Key::Enter);
    window.settle();
}

fn carry_out(window: &mut Window, command: UiCommand) {
    let ctx = window.harness.ctx.clone();
    window.app().carry_out(&ctx, command);
    window.settle();
}

const B_TITLE: &str = "Take the version of B. Person, laptop B: title, Depot north";

#[test]
fn a_question_is_decided_by_the_name_of_its_version_and_undo_asks_it_again() {
    let apart = apart();
    apart.join();
    assert_eq!(apart.open_questions(), 4);
    let mut window = apart.window();
    press(&mut window, "4 to decide");
    let shown = apart.strike()["title"].as_str().unwrap().to_owned();
    let taken = if shown == "Склад" {
        ("A", "Depot north")
    } else {
        ("B", "Склад")
    };
    let name = format!(
        "Take the version of {0}. Person, laptop {0}: title, {shown}",
        taken.0
    );
    press(&mut window, &name);
    assert_eq!(apart.strike()["title"], taken.1);
    assert_eq!(apart.open_questions(), 3);
    assert!(window.names().contains("3 to decide"), "{}", window.names());
    carry_out(&mut window, UiCommand::Undo);
    assert_eq!(apart.strike()["title"], shown.as_str());
    assert_eq!(apart.open_questions(), 4);
    assert!(window.names().contains(&name), "{}", window.names());
}

#[test]
fn both_texts_are_kept_a_place_is_decided_as_one_and_a_record_stays_or_goes() {
    let apart = apart();
    apart.join();
    let mut window = apart.window();
    carry_out(&mut window, UiCommand::GoQuestions);
    let title = apart.strike()["title"].as_str().unwrap().to_owned();
    press(&mut window, &format!("Take both: notes, {title}"));
    let notes = apart.strike()["notes"].as_str().unwrap().to_owned();
    assert!(
        notes.contains("Seen by A") && notes.contains("Seen by B"),
        "{notes}"
    );
    press(
        &mut window,
        &format!("Take the version of B. Person, laptop B: latitude, longitude, radius in m, {title}"),
    );
    let strike = apart.strike();
    assert_eq!(
        (&strike["latitude"], &strike["longitude"]),
        (&49.0.into(), &36.25.into())
    );
    press(&mut window, "Remove Missile");
    let reader = Reader::open(&apart.a).unwrap();
    assert!(reader.get::<Weapon>(apart.weapon).unwrap().is_none());
    drop(reader);
    carry_out(&mut window, UiCommand::Undo);
    press(&mut window, "Keep Missile");
    let reader = Reader::open(&apart.a).unwrap();
    assert!(reader.get::<Weapon>(apart.weapon).unwrap().is_some());
    drop(reader);
    assert_eq!(apart.open_questions(), 1);
}

#[test]
fn a_number_decides_the_current_question_and_the_last_one_leaves_the_list_empty() {
    let apart = apart();
    apart.join();
    let mut window = apart.window();
    window.key(Modifiers::ALT, Key::Q);
    press(&mut window, "Keep Missile");
    for left in [2, 1, 0] {
        window.key(Modifiers::NONE, Key::Num1);
        assert_eq!(apart.open_questions(), left, "{}", window.names());
    }
    assert!(
        window.names().contains("Nothing is to be decided"),
        "{}",
        window.names()
    );
    assert!(!window.names().contains("to decide\""), "{}", window.names());
}

#[test]
fn a_question_leads_to_its_entry_and_to_its_record() {
    let apart = apart();
    apart.join();
    let mut window = apart.window();
    carry_out(&mut window, UiCommand::GoQuestions);
    let title = apart.strike()["title"].as_str().unwrap().to_owned();
    press(&mut window, &format!("Edit the record: title, {title}"));
    let desk = window.app().session().unwrap().desk();
    assert_eq!(
        (desk.place, desk.selected.clone()),
        (Place::Strikes, vec![apart.strike.into()])
    );
}

#[test]
fn a_case_without_questions_says_so_and_shows_no_notice() {
    let apart = apart();
    let mut window = apart.window();
    carry_out(&mut window, UiCommand::GoQuestions);
    assert!(
        window.names().contains("Nothing is to be decided"),
        "{}",
        window.names()
    );
    assert!(!window.names().contains(B_TITLE), "{}", window.names());
}

#[test]
fn another_copy_is_shown_before_it_is_taken_in_by_the_window() {
    let apart = apart();
    let mut window = apart.window();
    let take_in = |window: &mut Window| {
        window.app().session_mut().unwrap().take_in(apart.b.clone());
        window.settle();
    };
    take_in(&mut window);
    let names = window.names();
    assert!(names.contains("What b.witness would bring"), "{names}");
    assert!(names.contains("laptop B: 4 entries"), "{names}");
    assert!(
        names.contains("4 questions are for a person to decide"),
        "{names}"
    );
    press(&mut window, "Not now");
    assert_eq!(
        (apart.open_questions(), window.names().contains("to decide\"")),
        (0, false)
    );
    take_in(&mut window);
    press(&mut window, "Take in");
    assert_eq!(apart.open_questions(), 4);
    assert!(
        window.names().contains("Taken in: 4 entries"),
        "{}",
        window.names()
    );
    press(&mut window, "Close");
    press(&mut window, "4 to decide");
    press(&mut window, "Keep Missile");
    assert_eq!(apart.open_questions(), 3);
    take_in(&mut window);
    let names = window.names();
    assert!(
        names.contains("There is nothing in it that this case lacks."),
        "{names}"
    );
    assert!(!names.contains("Button \"Take in\""), "{names}");
}

#[test]
fn an_encrypted_copy_asks_for_its_passphrase_and_says_when_it_is_wrong() {
    let apart = apart();
    let passphrase = |text: &str| Passphrase::new(text.to_owned()).unwrap();
    let case = Case::open(&apart.b, author("B")).unwrap();
    let encrypted = case.change_passphrase(Some(&passphrase("right")), &Progress::new());
    encrypted.unwrap().close().unwrap();
    let mut window = apart.window();
    window.app().session_mut().unwrap().take_in(apart.b.clone());
    window.settle();
    type_passphrase(&mut window, "wrong");
    assert!(
        window.names().contains("b.witness is encrypted"),
        "{}",
        window.names()
    );
    type_passphrase(&mut window, "right");
    assert!(
        window.names().contains("What b.witness would bring"),
        "{}",
        window.names()
    );
}

#[test]
fn another_case_is_refused_with_a_reason() {
    let apart = apart();
    let other = apart.a.with_file_name("other.witness");
    Case::create(&other, "Other", author("C"))
        .unwrap()
        .close()
        .unwrap();
    let mut window = apart.window();
    window.app().session_mut().unwrap().take_in(other);
    window.settle();
    assert!(!window.names().contains("would bring"), "{}", window.names());
    assert!(
        window.names().contains("is of another case"),
        "{}",
        window.names()
    );
}
