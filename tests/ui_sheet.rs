//! A table that is pasted into a list: its columns, its problems, and the records that it becomes.

mod common;

use std::path::PathBuf;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use witnessmark::case::Reader;
use witnessmark::model::{Strike, Weapon};
use witnessmark::ui::desk::Place;

struct Case {
    window: Window,
    path: PathBuf,
    folder: tempfile::TempDir,
}

impl Case {
    fn at(place: Place) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let mut window = Window::new_case(&path);
        window.app().session_mut().unwrap().desk_mut().place = place;
        window.settle();
        Self { window, path, folder }
    }

    fn paste(&mut self, text: &str) {
        self.window.harness.event(Event::Paste(text.to_owned()));
        self.window.settle();
    }

    fn shows(&self, text: &str) -> bool {
        self.window.names().contains(text)
    }

    fn strikes(&self) -> Vec<Strike> {
        Reader::open(&self.path).unwrap().all::<Strike>().unwrap()
    }
}

/// 50 rows with tabs between the cells, three of which can't be taken in; all of one day.
fn fifty() -> String {
    let mut text = String::from("Name\tDate\tCoordinates\tStatus\tPhone\n");
    for row in 2..=51 {
        let (day, place, status) = match row {
            4 => ("05/06/2024", "50.45, 30.52", "confirmed"),
            6 => ("18.8.2024", "91.45, 30.52", "reported"),
            8 => ("18.8.2024", "", "maybe"),
            _ => ("18.8.2024", "50.4, 30.52", "Confirmed"),
        };
        text += &format!("Strike {row}\t{day}\t{place}\t{status}\t1{row}\n");
    }
    text
}

#[test]
fn fifty_rows_are_pasted_three_are_told_and_the_rest_is_in_the_list_and_on_the_calendar() {
    let mut case = Case::at(Place::Strikes);
    case.paste(&fifty());
    assert!(
        case.shows("47 of 50 rows are good, 3 have problems."),
        "{}",
        case.window.names()
    );
    for problem in [
        "Row 4, Date: Day and month can’t be told apart.",
        "Row 6, Coordinates: This is no position that can be read.",
        "Row 8, Status: This is none of the words that can stand here.",
    ] {
        assert!(case.shows(problem), "{problem} in\n{}", case.window.names());
    }
    assert!(case.shows("Row 4 has a problem") && case.shows("18 August 2024"));
    assert!(case.strikes().is_empty(), "a dry run writes nothing");

    case.window.click("Take the 47 good rows in");
    assert_eq!(case.strikes().len(), 47);
    let row = case.window.harness.query_by_role_and_label(Role::Row, "Strike 2");
    assert!(row.is_some(), "{}", case.window.names());
    assert!(case.shows("47 records taken in"), "{}", case.window.names());
    case.window.app().session_mut().unwrap().desk_mut().place = Place::Calendar(date(2024, 8, 1));
    case.window.settle();
    assert!(
        case.shows("18 August 2024, 47 strikes"),
        "{}",
        case.window.names()
    );

    // The same rows again: nothing is new. Then one undo takes all of them back.
    case.window.app().session_mut().unwrap().desk_mut().place = Place::Strikes;
    case.window.settle();
    case.paste(&fifty());
    assert!(case.shows("0 of 50 rows are good, 3 have problems, 47 are there already."));
    assert!(case.shows("Take the 0 good rows in: no row can be taken in"));
    case.window.click("Cancel");
    case.window.key(Modifiers::COMMAND, Key::Z);
    assert!(case.strikes().is_empty());
}

#[test]
fn rows_that_the_case_refused_can_be_taken_in_again() {
    let mut case = Case::at(Place::Strikes);
    case.paste("Title\tDate\nDepot\t5.6.2024\nBridge\t6.6.2024\n");
    // Another program holds the file for longer than the case waits.
    let other = rusqlite::Connection::open(&case.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    case.window.click("Take the 2 good rows in");
    assert!(
        case.shows("Take the 2 good rows in") && !case.shows("taken in"),
        "{}",
        case.window.names()
    );
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    assert!(case.strikes().is_empty());
    case.window.click("Take the 2 good rows in");
    assert_eq!(case.strikes().len(), 2, "{}", case.window.names());
}

#[test]
fn a_person_says_which_column_is_which_and_how_dates_are_written() {
    let mut case = Case::at(Place::Strikes);
    case.paste("Short\tDate\nDepot\t05/06/2024\n");
    assert!(
        case.shows("0 of 1 row is good, 1 has a problem."),
        "{}",
        case.window.names()
    );
    case.window.click_role(Role::RadioButton, "5 June");
    assert!(case.shows("1 of 1 row is good."), "{}", case.window.names());
    case.window.click_role(Role::ComboBox, "Short");
    case.window.click("Title");
    case.window.click("Take the good row in");
    let strikes = case.strikes();
    assert_eq!(strikes[0].title, "Depot");
    assert_eq!(
        strikes[0].occurred.as_ref().map(ToString::to_string).as_deref(),
        Some("2024-06-05")
    );
    assert!(case.shows("5 Jun 2024"), "{}", case.window.names());
}

#[test]
fn escape_leaves_a_table_as_cancel_does_and_closes_a_list_over_it_first() {
    let mut case = Case::at(Place::Strikes);
    case.paste("Short\tDate\nDepot\t2024-06-05\n");
    case.window.click_role(Role::ComboBox, "Short");
    case.window.key(Modifiers::NONE, Key::Escape);
    assert!(case.shows("Cancel"), "{}", case.window.names());
    case.window.key(Modifiers::NONE, Key::Escape);
    assert!(!case.shows("Cancel"), "{}", case.window.names());
    assert!(case.strikes().is_empty());
}

#[test]
fn a_field_that_has_the_keyboard_takes_what_is_pasted() {
    let mut case = Case::at(Place::Strikes);
    case.paste("A\tB\n1\t2\n");
    case.window.click("Cancel");
    case.window.click("New strike");
    case.paste("Depot\tnorth\n");
    assert!(
        !case.shows("Problems by row") && !case.shows("Take the"),
        "{}",
        case.window.names()
    );
    case.window.key(Modifiers::NONE, Key::Enter);
    assert!(case.strikes()[0].title.starts_with("Depot"));
}

#[test]
fn a_file_goes_where_a_person_wants_it_and_a_broken_one_says_why() {
    let mut case = Case::at(Place::Photos);
    let file = case.folder.path().join("weapons.csv");
    std::fs::write(
        &file,
        "title;class\nMissile 1;Ballistic missile\nMissile 2;Balistic missile\n",
    )
    .unwrap();
    case.window
        .app()
        .session_mut()
        .unwrap()
        .import_table(file.clone());
    case.window.settle();
    assert!(
        case.shows("weapons.csv") && case.shows("separated by semicolons"),
        "{}",
        case.window.names()
    );
    case.window.click_role(Role::RadioButton, "Weapons");
    assert!(
        case.shows("Row 3, class: The vocabulary does not have this term."),
        "{}",
        case.window.names()
    );
    case.window.click("Take the 2 good rows in");
    let weapons = Reader::open(&case.path).unwrap().all::<Weapon>().unwrap();
    assert_eq!(weapons.len(), 2);
    assert!(
        case.window
            .harness
            .query_by_role_and_label(Role::Row, "Missile 1")
            .is_some()
    );

    std::fs::write(&file, "title;class\n\"Missile 3;Rocket\n").unwrap();
    case.window.app().session_mut().unwrap().import_table(file);
    case.window.settle();
    assert!(
        case.shows("The quotation mark in line 2 is never closed"),
        "{}",
        case.window.names()
    );
    case.window.click("Cancel");
    assert!(
        case.window
            .harness
            .query_by_role_and_label(Role::Row, "Missile 2")
            .is_some()
    );
}
