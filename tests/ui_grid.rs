//! Records as a sheet of cells: entered by keyboard, pasted, filled down, corrected and taken back.

mod common;

use std::path::PathBuf;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use witnessmark::case::Reader;
use witnessmark::model::{Component, Strike, Weapon};
use witnessmark::ui::desk::Place;

struct Sheet {
    window: Window,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Sheet {
    /// A new case, on the sheet of a place.
    fn at(place: Place) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let mut window = Window::new_case(&path);
        window.app().session_mut().unwrap().desk_mut().place = place;
        window.settle();
        window.key(Modifiers::ALT, Key::S);
        Self {
            window,
            path,
            _folder: folder,
        }
    }

    fn key(&mut self, key: Key) {
        self.window.key(Modifiers::NONE, key);
    }

    /// A key, and one frame: faster than a person could wait for.
    fn quick(&mut self, key: Key) {
        self.window.harness.key_press(key);
        self.window.harness.step();
    }

    fn typed(&mut self, text: &str) {
        self.window.harness.event(Event::Text(text.to_owned()));
        self.window.harness.step();
    }

    /// Types a row: Tab between the cells, Enter behind the last.
    fn row(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if !cell.is_empty() {
                self.typed(cell);
            }
            self.quick(if place + 1 < cells.len() {
                Key::Tab
            } else {
                Key::Enter
            });
        }
    }

    fn paste(&mut self, text: &str) {
        self.window.harness.event(Event::Paste(text.to_owned()));
        self.window.settle();
    }

    fn shows(&self, text: &str) -> bool {
        self.window.names().contains(text)
    }

    #[track_caller]
    fn expect(&self, text: &str) {
        assert!(
            self.shows(text),
            "there is no {text:?} in\n{}",
            self.window.names()
        );
    }

    fn reader(&self) -> Reader {
        Reader::open(&self.path).unwrap()
    }

    fn strikes(&self) -> Vec<Strike> {
        self.reader().all::<Strike>().unwrap()
    }
}

#[test]
fn a_record_is_made_by_typing_in_the_empty_row_and_each_cell_says_how_it_is_understood() {
    let mut sheet = Sheet::at(Place::Strikes);
    sheet.expect("Type here to make a record.");
    sheet.typed("Depot");
    sheet.quick(Key::Tab);
    sheet.typed("5.6.2024");
    sheet.window.settle();
    sheet.expect("\"5 June 2024\"");
    sheet.key(Key::Tab);
    sheet.expect("Row 1, Title: Depot");
    sheet.expect("Row 1, Occurred: 5 June 2024");
    let strikes = sheet.strikes();
    assert_eq!(strikes.len(), 1);
    assert_eq!(strikes[0].occurred.as_ref().unwrap().as_str(), "2024-06-05");
    // Enter goes back to the column where typing began, in the next row.
    sheet.key(Key::Enter);
    sheet.typed("Bridge");
    sheet.key(Key::Enter);
    sheet.expect("Row 2, Title: Bridge");
    // Each entry is a step of its own.
    sheet.window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(sheet.strikes().len(), 1);
    assert!(!sheet.shows("Bridge"), "{}", sheet.window.names());
}

#[test]
fn letters_and_keys_of_one_slow_frame_go_into_the_cells_that_they_were_typed_in() {
    let mut sheet = Sheet::at(Place::Strikes);
    let key = |key: Key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let text = |text: &str| Event::Text(text.to_owned());
    let events = [
        text("De"),
        text("pot"),
        key(Key::Backspace),
        key(Key::Tab),
        text("5.6.2024"),
        key(Key::Enter),
        text("Bridge"),
        key(Key::Escape),
        text("Tower"),
        key(Key::ArrowDown),
    ];
    // All of them in the input of one frame.
    sheet.window.harness.input_mut().events.extend(events);
    sheet.window.settle();
    let said: Vec<(String, Option<String>)> = sheet
        .strikes()
        .into_iter()
        .map(|strike| (strike.title, strike.occurred.map(|when| when.to_string())))
        .collect();
    let expected = [("Depo", Some("2024-06-05")), ("Tower", None)];
    assert_eq!(
        said,
        expected.map(|(title, when)| (title.to_owned(), when.map(str::to_owned)))
    );
}

#[test]
fn a_cell_that_cant_be_taken_in_keeps_what_was_typed_and_says_why() {
    let mut sheet = Sheet::at(Place::Strikes);
    sheet.row(&["Depot", "05/06/2024"]);
    sheet.window.settle();
    sheet.expect("Row 1, Occurred, not taken in: 05/06/2024");
    sheet.expect("1 cell is not taken in");
    assert!(sheet.strikes()[0].occurred.is_none());
    sheet.key(Key::F8);
    sheet.expect("Day and month can’t be told apart.");
    // F2 goes on with what was typed.
    sheet.key(Key::F2);
    for _ in 0.."05/06/2024".len() {
        sheet.quick(Key::Backspace);
    }
    sheet.typed("2024-06~");
    sheet.key(Key::Enter);
    assert!(!sheet.shows("not taken in"), "{}", sheet.window.names());
    assert_eq!(sheet.strikes()[0].occurred.as_ref().unwrap().as_str(), "2024-06~");
    // Escape drops a text that was not taken in.
    sheet.key(Key::ArrowUp);
    sheet.typed("someday");
    sheet.key(Key::Enter);
    sheet.expect("1 cell is not taken in");
    sheet.key(Key::F8);
    sheet.key(Key::Escape);
    assert!(!sheet.shows("not taken in"), "{}", sheet.window.names());
    assert_eq!(sheet.strikes()[0].occurred.as_ref().unwrap().as_str(), "2024-06~");
}

#[test]
fn escape_takes_back_what_is_being_typed_and_delete_clears_cells_not_records() {
    let mut sheet = Sheet::at(Place::Strikes);
    sheet.row(&["Depot", "2024-06-05", "", "Kyiv"]);
    sheet.window.settle();
    sheet.key(Key::ArrowUp);
    sheet.typed("Bridge");
    sheet.key(Key::Escape);
    assert_eq!(sheet.strikes()[0].title, "Depot");
    sheet.key(Key::ArrowRight);
    for _ in 0..2 {
        sheet.window.key(Modifiers::SHIFT, Key::ArrowRight);
    }
    sheet.key(Key::Delete);
    let strike = &sheet.strikes()[0];
    assert_eq!(
        (strike.title.as_str(), &strike.occurred, &strike.place_name),
        ("Depot", &None, &None)
    );
    sheet.window.key(Modifiers::COMMAND, Key::Z);
    let strike = &sheet.strikes()[0];
    assert!(strike.occurred.is_some() && strike.place_name.is_some());
}

#[test]
fn cells_are_filled_down_and_copied() {
    let mut sheet = Sheet::at(Place::Components);
    sheet.row(&["Vane 1", "jet vane"]);
    sheet.row(&["Vane 2"]);
    sheet.row(&["Vane 3"]);
    sheet.window.settle();
    sheet.window.key(Modifiers::COMMAND, Key::Home);
    sheet.key(Key::ArrowRight);
    for _ in 0..2 {
        sheet.window.key(Modifiers::SHIFT, Key::ArrowDown);
    }
    sheet.window.key(Modifiers::COMMAND, Key::D);
    let kinds = |sheet: &Sheet| {
        let all = sheet.reader().all::<Component>().unwrap();
        all.into_iter()
            .map(|component| component.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&sheet), vec![Some("jet_vane".to_owned()); 3]);
    sheet.window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(kinds(&sheet), [Some("jet_vane".to_owned()), None, None]);
    // One text goes into all cells of the block.
    sheet.paste("nozzle");
    assert_eq!(kinds(&sheet), vec![Some("nozzle".to_owned()); 3]);
    // A block goes into rows that are there, with what can't be read told in its cell.
    sheet.window.key(Modifiers::COMMAND, Key::Home);
    sheet.paste("A\tconnector\nB\tconnector\tno such weapon");
    let titles: Vec<String> = sheet
        .reader()
        .all::<Component>()
        .unwrap()
        .into_iter()
        .map(|component| component.title)
        .collect();
    assert_eq!(titles, ["A", "B", "Vane 3"]);
    sheet.expect("Row 2, Weapon it belongs to, not taken in: no such weapon");
}

#[test]
fn a_record_is_named_by_its_title_and_new_rows_take_over_what_is_pinned() {
    let mut sheet = Sheet::at(Place::Strikes);
    sheet.row(&["Depot", "2024-06-05"]);
    sheet.window.settle();
    sheet.window.key(Modifiers::ALT, Key::Num4);
    sheet.row(&["Missile 1", "ballistic missile", "", "", "Depot"]);
    sheet.window.settle();
    sheet.expect("Row 1, Strike it was used in: Depot");
    sheet.window.click("Columns");
    sheet
        .window
        .click("Take Strike it was used in over into new rows");
    sheet.key(Key::Escape);
    sheet.key(Key::Escape);
    sheet.window.click("New weapon");
    sheet.typed("Missile 2");
    sheet.key(Key::Enter);
    let weapons = sheet.reader().all::<Weapon>().unwrap();
    assert_eq!(weapons.len(), 2, "{}", sheet.window.names());
    assert_eq!(weapons[1].strike, weapons[0].strike);
    assert!(weapons[1].strike.is_some());
}

#[test]
fn twenty_strikes_are_typed_fifty_are_pasted_and_all_are_on_calendar_timeline_and_map() {
    let mut sheet = Sheet::at(Place::Strikes);
    for nth in 1..=20 {
        sheet.row(&[
            &format!("Typed {nth}"),
            &format!("{nth}.8.2024"),
            "",
            "Kyiv",
            &format!("50.{nth:02}000, 30.50000"),
            "energy",
            "confirmed",
        ]);
    }
    sheet.window.settle();
    let strikes = sheet.strikes();
    assert_eq!(strikes.len(), 20, "{}", sheet.window.names());
    for (nth, strike) in (1..).zip(&strikes) {
        assert_eq!(strike.title, format!("Typed {nth}"));
        assert_eq!(
            strike.occurred.as_ref().unwrap().as_str(),
            format!("2024-08-{nth:02}")
        );
        assert_eq!(strike.longitude, Some(30.5));
        assert!(strike.status.is_some() && strike.target.is_some());
    }
    let mut text = String::new();
    for nth in 1..=50 {
        let (day, place) = match nth {
            4 => ("05/06/2024", "50.45000, 30.52000"),
            6 => ("18.8.2024", "91.45, 30.52"),
            8 => ("yesterday", ""),
            _ => ("18.8.2024", "50.40000, 30.52000"),
        };
        text += &format!("Pasted {nth}\t{day}\t\tOdesa\t{place}\n");
    }
    sheet.paste(&text);
    sheet.expect("47 of 50 rows are good, 3 have problems.");
    assert_eq!(sheet.strikes().len(), 20, "a dry run writes nothing");
    sheet.window.click("Take the 47 good rows in");
    assert_eq!(sheet.strikes().len(), 67);
    sheet.expect("Row 20, Title: Typed 20");
    sheet.expect("Row 21, Title: Pasted 1");
    sheet.window.app().session_mut().unwrap().desk_mut().place =
        Place::Calendar(jiff::civil::date(2024, 8, 1));
    sheet.window.settle();
    sheet.expect("18 August 2024, 48 strikes");
    sheet.expect("20 August 2024, 1 strike");
    sheet.window.key(Modifiers::ALT, Key::T);
    for title in ["Typed 1", "Pasted 1"] {
        sheet.expect(&format!("{title}, row of the timeline"));
    }
    sheet.window.key(Modifiers::ALT, Key::Num7);
    sheet.expect("67 strikes on the map");
}

#[test]
fn what_is_typed_counts_when_one_goes_elsewhere_or_closes_the_case() {
    let mut sheet = Sheet::at(Place::Strikes);
    sheet.typed("Depot");
    sheet.window.key(Modifiers::ALT, Key::Num6);
    assert_eq!(sheet.strikes()[0].title, "Depot");
    sheet.window.key(Modifiers::ALT, Key::Num5);
    sheet.window.key(Modifiers::COMMAND, Key::End);
    sheet.key(Key::Home);
    sheet.typed("Bridge");
    sheet.window.key(Modifiers::COMMAND, Key::W);
    assert_eq!(sheet.strikes().len(), 2, "{}", sheet.window.names());
}

#[test]
fn a_head_sorts_and_rows_stay_where_they_are_while_one_edits() {
    let mut sheet = Sheet::at(Place::Strikes);
    for title in ["B", "C", "A"] {
        sheet.row(&[title]);
    }
    sheet.window.settle();
    sheet.window.click_role(Role::ColumnHeader, "Sort by Title");
    sheet.expect("Row 1, Title: A");
    sheet.window.key(Modifiers::COMMAND, Key::Home);
    sheet.typed("Z");
    sheet.key(Key::Enter);
    sheet.expect("Row 1, Title: Z");
    sheet.expect("Row 2, Title: B");
    let editor = sheet
        .window
        .harness
        .query_by_role_and_label(Role::TextInput, "Title, row 2");
    assert!(editor.is_some(), "{}", sheet.window.names());
}

#[test]
fn another_record_takes_over_what_both_have_in_common_and_waits_for_its_title() {
    let mut sheet = Sheet::at(Place::Components);
    sheet.row(&["Vane 1", "jet vane", "", "", "", "2", "K-1", "2024-08-19", "Lab"]);
    sheet.window.settle();
    sheet.window.key(Modifiers::COMMAND, Key::Home);
    // In the list, where the form takes the keyboard.
    sheet.window.click("Spreadsheet");
    sheet
        .window
        .key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    sheet.typed("Vane 2");
    sheet.key(Key::Enter);
    let all = sheet.reader().all::<Component>().unwrap();
    assert_eq!(all.len(), 2, "{}", sheet.window.names());
    assert_eq!(all[1].title, "Vane 2");
    assert_eq!(
        (&all[1].kind, &all[1].kept_at, &all[1].recovered),
        (&all[0].kind, &all[0].kept_at, &all[0].recovered)
    );
    assert!(all[0].kept_at.is_some() && all[0].recovered.is_some());
    assert_eq!((&all[1].exhibit_number, all[1].quantity), (&None, 1));
}

#[test]
fn what_was_selected_elsewhere_is_under_the_hands_when_the_sheet_opens() {
    let mut sheet = Sheet::at(Place::Strikes);
    for title in ["A", "B", "C"] {
        sheet.row(&[title]);
    }
    sheet.window.settle();
    sheet.window.key(Modifiers::ALT, Key::S);
    sheet.window.click_role(Role::Row, "B");
    sheet.window.key(Modifiers::ALT, Key::Num4);
    sheet.window.key(Modifiers::ALT, Key::S);
    let second = sheet.strikes()[1].id;
    let session = sheet.window.app().session_mut().unwrap();
    session.show_record(&second.into());
    sheet.window.settle();
    let editor = sheet
        .window
        .harness
        .query_by_role_and_label(Role::TextInput, "Title, row 2");
    assert!(editor.is_some(), "{}", sheet.window.names());
    assert_eq!(
        sheet.window.app().session().unwrap().desk().selected_strike(),
        Some(second)
    );
}
