//! Lists, forms and the history in the window, driven by the names of their controls.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;
use witnessmark::case::{Author, Case, Reader};
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Strike, Transcription, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::{Desk, Place};

/// A window of 1600 x 1000 points on a case.
struct Window {
    harness: Harness<'static, Option<App>>,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Window {
    fn new(changes: Vec<Change>, place: Place) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let mut case = Case::create(&path, "Kyiv", author()).unwrap();
        for change in changes {
            case.apply(change).unwrap();
        }
        case.close().unwrap();
        let harness = Harness::builder()
            .with_size([1600.0, 1000.0])
            .with_max_steps(4)
            .build_ui_state(
                |ui, app: &mut Option<App>| {
                    app.get_or_insert_with(|| App::new(ui.ctx(), Settings::in_memory()))
                        .show(ui);
                },
                None,
            );
        let mut window = Self {
            harness,
            path,
            _folder: folder,
        };
        window.settle();
        let ctx = window.harness.ctx.clone();
        let path = window.path.clone();
        window.app().open_case(&ctx, &path);
        window.settle();
        window.go(place);
        window
    }

    /// Frames until nothing is on its way, and then some for the layout to come to rest.
    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..400_000 {
            self.harness.step();
            let app = self.harness.state().as_ref().unwrap();
            quiet = if app.is_quiet() { quiet + 1 } else { 0 };
            if quiet > 5 {
                return;
            }
            std::thread::yield_now();
        }
        panic!("the window did not come to rest");
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().unwrap()
    }

    fn desk(&mut self) -> &mut Desk {
        self.app().session_mut().unwrap().desk_mut()
    }

    fn go(&mut self, place: Place) {
        self.desk().place = place;
        self.settle();
    }

    /// All names, one a line, for a test that fails.
    fn names(&self) -> String {
        let mut names: Vec<String> = self
            .harness
            .query_all_by(|_| true)
            .filter_map(|node| {
                let node = node.accesskit_node();
                Some(format!(
                    "{:?} {:?}",
                    node.role(),
                    node.label().or_else(|| node.value())?
                ))
            })
            .collect();
        names.sort();
        names.join("\n")
    }

    fn shows(&self, text: &str) -> bool {
        self.names().contains(text)
    }

    fn click_role(&mut self, role: Role, name: &str) {
        self.click_held(role, name, Modifiers::NONE);
    }

    fn click_held(&mut self, role: Role, name: &str, held: Modifiers) {
        let Some(node) = self.harness.query_by_role_and_label(role, name) else {
            panic!("there is no {role:?} {name:?} in\n{}", self.names());
        };
        node.click_modifiers(held);
        self.settle();
    }

    fn click(&mut self, name: &str) {
        self.click_role(Role::Button, name);
    }

    fn row(&mut self, name: &str) {
        self.click_role(Role::Row, name);
    }

    fn focus(&mut self, name: &str) {
        {
            let fields = self.harness.query_all_by_label(name);
            let field = fields.into_iter().find(|node| {
                matches!(
                    node.accesskit_node().role(),
                    Role::TextInput | Role::MultilineTextInput
                )
            });
            let Some(field) = field else {
                panic!("there is no field {name:?} in\n{}", self.names());
            };
            field.focus();
        }
        self.harness.step();
    }

    fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.step();
    }

    /// Types into a field and leaves it with Enter.
    fn fill(&mut self, name: &str, text: &str) {
        self.focus(name);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.step();
        self.type_text(text);
        self.press(Key::Enter);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    fn strikes(&self) -> Vec<Strike> {
        Reader::open(&self.path).unwrap().all().unwrap()
    }

    fn weapons(&self) -> Vec<Weapon> {
        Reader::open(&self.path).unwrap().all().unwrap()
    }

    fn components(&self) -> Vec<Component> {
        Reader::open(&self.path).unwrap().all().unwrap()
    }
}

fn author() -> Author {
    Author {
        person: "Olena".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "field laptop".to_owned(),
    }
}

fn strike(title: &str, occurred: Option<&str>, reported: Option<&str>) -> Strike {
    let date = |text: &str| Edtf::parse(text).unwrap();
    Strike {
        title: title.to_owned(),
        occurred: occurred.map(date),
        reported: reported.map(date),
        ..Strike::default()
    }
}

fn created(strikes: &[Strike]) -> Vec<Change> {
    strikes
        .iter()
        .map(|strike| Change::Create(strike.clone().into()))
        .collect()
}

fn three_strikes() -> Vec<Change> {
    created(&[
        strike("Depot", Some("2024-08-18"), None),
        strike("Night raid", Some("2024-08-05/2024-08-06"), None),
        strike("Bridge", None, Some("2024-07-30")),
    ])
}

#[test]
fn an_empty_list_says_what_to_do_and_the_new_record_takes_typing_at_once() {
    let mut window = Window::new(Vec::new(), Place::Strikes);
    assert!(window.shows("No strikes yet"));
    window.click("New strike");
    // The title has the keyboard: nobody clicked it.
    window.type_text("Depot north of the city");
    window.press(Key::Enter);
    assert_eq!(window.strikes()[0].title, "Depot north of the city");
}

#[test]
fn a_date_is_listed_as_people_read_it_and_a_report_is_told_from_it() {
    let window = Window::new(three_strikes(), Place::Strikes);
    for said in ["18 Aug 2024", "5–6 Aug 2024", "reported 30 Jul 2024"] {
        assert!(window.shows(said), "{said} is missing in\n{}", window.names());
    }
}

#[test]
fn what_is_typed_as_a_date_is_read_at_once_and_kept_as_edtf() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Bridge");
    window.focus("Occurred");
    window.type_text("5.8.2024 - 6.8.2024");
    window.settle();
    assert!(window.shows("5 to 6 August 2024"), "{}", window.names());
    assert_eq!(window.strikes()[2].occurred, None, "it does not count yet");
    window.press(Key::Enter);
    let occurred = window.strikes()[2].occurred.clone().unwrap();
    assert_eq!(occurred.as_str(), "2024-08-05/2024-08-06");
}

#[test]
fn a_date_that_could_be_two_is_refused_beside_its_field_and_stays_to_be_mended() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Bridge");
    window.fill("Occurred", "5/8/2024");
    assert!(window.shows("could be read in two ways"), "{}", window.names());
    assert_eq!(window.strikes()[2].occurred, None);
    window.fill("Occurred", "2024-08-05");
    assert!(window.strikes()[2].occurred.is_some());
}

#[test]
fn typing_is_kept_when_another_record_is_selected_before_enter() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Bridge");
    window.focus("Place");
    window.type_text("Kyiv region");
    window.row("Depot");
    assert_eq!(window.strikes()[2].place_name.as_deref(), Some("Kyiv region"));
    assert_eq!(window.strikes()[0].place_name, None);
}

#[test]
fn a_radius_needs_a_position_and_says_so() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.fill("Radius", "200");
    assert!(window.shows("A radius needs a position."), "{}", window.names());
    window.fill("Latitude, longitude (WGS 84)", "50.45, 30.52");
    window.fill("Radius", "200");
    let depot = &window.strikes()[0];
    assert_eq!(
        (depot.latitude, depot.longitude, depot.radius_m),
        (Some(50.45), Some(30.52), Some(200.0))
    );
}

#[test]
fn a_square_of_a_map_is_a_position_with_a_radius_and_shows_in_other_notations() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.fill("Latitude, longitude (WGS 84)", "36U UA 24 91");
    let depot = &window.strikes()[0];
    // The middle of the square by PROJ: 36U 324500 5591500.
    assert!((depot.latitude.unwrap() - 50.449_22).abs() < 1e-5, "{depot:?}");
    assert!((depot.longitude.unwrap() - 30.527_93).abs() < 1e-5, "{depot:?}");
    assert_eq!(depot.radius_m, Some(710.0), "to the corners of a square of 1 km");
    for shown in ["Read as: MGRS", "710 m", "Copy MGRS: 36U UA 24 91", "of Kyiv"] {
        assert!(window.shows(shown), "{shown} is not in\n{}", window.names());
    }
    let copy = window
        .harness
        .get_by_role_and_label(Role::Button, "Copy MGRS: 36U UA 24 91");
    copy.click();
    let copied = (0..3).any(|_| {
        window.harness.step();
        let commands = &window.harness.output().platform_output.commands;
        let is_copy = |command: &egui::OutputCommand| {
            matches!(command, egui::OutputCommand::CopyText(text) if text == "36U UA 24 91")
        };
        commands.iter().any(is_copy)
    });
    assert!(copied, "a click copies it");
    window.fill("Latitude, longitude (WGS 84)", "https://maps.app.goo.gl/abc");
    assert!(
        window.shows("A short link of maps.app.goo.gl"),
        "{}",
        window.names()
    );
    assert_eq!(window.strikes()[0].radius_m, Some(710.0));
}

#[test]
fn a_place_told_from_a_town_is_a_circle_and_keeps_its_words() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.focus("Latitude, longitude (WGS 84)");
    window.type_text("20 km NW of Kyiv");
    // The list of towns is read meanwhile.
    window.settle();
    window.press(Key::Enter);
    let depot = &window.strikes()[0];
    assert_eq!(
        depot.place_name.as_deref(),
        Some("20 km NW of Kyiv"),
        "{}",
        window.names()
    );
    let (latitude, longitude) = (depot.latitude.unwrap(), depot.longitude.unwrap());
    assert!(
        latitude > 50.5 && latitude < 50.7 && longitude > 30.2 && longitude < 30.4,
        "{depot:?}"
    );
    assert!(
        depot
            .radius_m
            .is_some_and(|metres| metres > 9_000.0 && metres < 12_000.0),
        "{depot:?}"
    );
    assert!(window.shows("15 to 25 km from Kyiv"), "{}", window.names());
}

#[test]
fn a_list_is_filtered_by_words_and_by_tag_and_shown_whole_again() {
    let mut changes = three_strikes();
    let Change::Create(first) = &changes[0] else {
        unreachable!()
    };
    let depot = first.record_ref();
    changes.push(Change::AddTag {
        name: "missile".to_owned(),
        vocabulary: String::new(),
        records: vec![depot],
    });
    let mut window = Window::new(changes, Place::Strikes);
    window.focus("With the tags");
    window.type_text("mis");
    window.press(Key::Enter);
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Depot")
            .is_some()
    );
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Bridge")
            .is_none()
    );
    window.focus("Find in this view");
    window.type_text("bridge");
    window.settle();
    assert!(window.shows("Nothing fits the filter"));
    window.click("Show all");
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Bridge")
            .is_some()
    );
}

#[test]
fn several_records_are_selected_tagged_and_removed_and_come_back() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.click_held(Role::Row, "Bridge", Modifiers::SHIFT);
    assert!(window.shows("3 records selected"), "{}", window.names());
    window.click_held(Role::Row, "Night raid", Modifiers::COMMAND);
    assert!(window.shows("2 records selected"), "{}", window.names());
    window.focus("Tags");
    window.type_text("reviewed");
    window.press(Key::Enter);
    let reader = Reader::open(&window.path).unwrap();
    assert_eq!(reader.bearers("reviewed").unwrap().len(), 2);
    drop(reader);
    window.click("Remove");
    assert_eq!(window.strikes().len(), 1);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(window.strikes().len(), 3);
}

#[test]
fn arrows_move_the_selection_and_enter_goes_to_its_title() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.harness.key_press(Key::End);
    window.harness.step();
    window.type_text(" of August");
    window.press(Key::Enter);
    assert_eq!(window.strikes()[1].title, "Night raid of August");
}

#[test]
fn a_kind_is_chosen_from_the_list_and_kept_by_its_id() {
    let component = Component {
        title: "Piece".to_owned(),
        ..Component::default()
    };
    let mut window = Window::new(vec![Change::Create(component.into())], Place::Components);
    window.row("Piece");
    window.focus("Kind");
    window.type_text("vane");
    window.settle();
    window.click_role(Role::ListBoxOption, "Jet vane actuator");
    assert_eq!(window.components()[0].kind.as_deref(), Some("jet_vane_actuator"));
    window.fill("Kind", "fuel pump");
    assert_eq!(window.components()[0].kind.as_deref(), Some("fuel pump"));
    window.focus("Kind");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.step();
    window.type_text("gyro");
    window.settle();
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.components()[0].kind.as_deref(), Some("gyroscope"));
}

#[test]
fn an_origin_without_evidence_is_said_not_to_be_used() {
    let weapon = Weapon {
        title: "Missile".to_owned(),
        ..Weapon::default()
    };
    let mut window = Window::new(vec![Change::Create(weapon.into())], Place::Weapons);
    window.row("Missile");
    window.fill("Country of origin (ISO 3166)", "Korea");
    assert!(window.shows("two letters of ISO 3166"), "{}", window.names());
    window.fill("Country of origin (ISO 3166)", "kp");
    assert!(window.shows("the origin is not used for readings"));
    window.focus("Evidence for the origin");
    window.type_text("an expert's report on its design");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.settle();
    assert!(!window.shows("the origin is not used for readings"));
    let weapon = &window.weapons()[0];
    assert_eq!(weapon.origin.as_deref(), Some("KP"));
    assert!(weapon.origin_basis.is_some());
}

#[test]
fn a_source_is_added_dated_and_removed() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.click("Add a source");
    window.type_text("Statement of the prosecutor");
    window.press(Key::Enter);
    window.fill("Source date", "5/8/2024");
    assert_eq!(window.strikes()[0].sources[0].date, None);
    window.fill("Source date", "19.8.2024");
    let source = window.strikes()[0].sources[0].clone();
    assert_eq!(source.title, "Statement of the prosecutor");
    assert_eq!(source.date, Some(Edtf::from_date(date(2024, 8, 19))));
    // By keyboard: the button stands below the edge of the panel.
    window.harness.get_by_label("Remove this source").focus();
    window.harness.step();
    window.press(Key::Enter);
    assert!(window.strikes()[0].sources.is_empty());
}

/// A missile of 18 August 2024 with an actuator marked 113, of established origin.
fn the_finding() -> Vec<Change> {
    let depot = strike("Depot", Some("2024-08-18"), None);
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(depot.id),
        origin: Some("KP".to_owned()),
        origin_basis: Some("an expert's report on its design".to_owned()),
        ..Weapon::default()
    };
    let actuator = Component {
        title: "Actuator".to_owned(),
        kind: Some("jet_vane_actuator".to_owned()),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(actuator.id),
        ..Marking::default()
    };
    let text = Transcription {
        marking: marking.id,
        text: "113".to_owned(),
        by: "Olena".to_owned(),
        ..Transcription::default()
    };
    vec![
        Change::Create(depot.into()),
        Change::Create(weapon.into()),
        Change::Create(actuator.into()),
        Change::Create(marking.into()),
        Change::Transcribe(text),
    ]
}

#[test]
fn the_card_says_when_it_was_put_together_what_decides_and_what_is_left_without_it() {
    let mut window = Window::new(the_finding(), Place::Weapons);
    window.row("Missile");
    for said in [
        "not before 1 January 2024",
        "Actuator (113)",
        "no other mark is dated",
        "18 August 2024",
        "at most 230 days",
    ] {
        assert!(window.shows(said), "{said} is missing in\n{}", window.names());
    }
    window.click("Copy");
    window.click("Actuator (113)");
    assert_eq!(window.desk().place, Place::Components);
    let actuator = window.components()[0].id.into();
    assert!(window.desk().is_selected(&actuator));
}

#[test]
fn records_lead_to_each_other_both_ways() {
    let mut window = Window::new(the_finding(), Place::Strikes);
    window.row("Depot");
    window.click("Missile");
    assert_eq!(window.desk().place, Place::Weapons);
    // It may stand below what is in view.
    window
        .harness
        .get_by_role_and_label(Role::Button, "Actuator")
        .click_accesskit();
    window.settle();
    assert_eq!(window.desk().place, Place::Components);
    window.click("Go to: Weapon it belongs to");
    assert_eq!(window.desk().place, Place::Weapons);
    window.click("Go to: Strike it was used in");
    assert_eq!(window.desk().place, Place::Strikes);
    window.click("Show in the calendar");
    assert_eq!(window.desk().place, Place::Calendar(date(2024, 8, 18)));
}

#[test]
fn the_history_tells_each_entry_and_what_was_taken_back() {
    let mut window = Window::new(three_strikes(), Place::Strikes);
    window.row("Depot");
    window.fill("Target", "Energy site");
    window.go(Place::History);
    assert!(window.shows("target: – → Energy site"), "{}", window.names());
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert!(window.shows("taken back"), "{}", window.names());
    assert!(window.shows("entry 6: edit"), "{}", window.names());
    assert!(window.shows("field laptop"));
}

#[test]
fn a_long_history_is_loaded_as_it_is_scrolled() {
    let strikes: Vec<Strike> = (0..350)
        .map(|number| strike(&format!("Strike {number}"), None, None))
        .collect();
    let mut window = Window::new(created(&strikes), Place::History);
    assert!(window.shows("new strike · Strike 349"), "{}", window.names());
    assert!(!window.shows("create the case"));
    window.row("new strike · Strike 349");
    window.press(Key::End);
    window.settle();
    assert!(window.shows("create the case"), "{}", window.names());
}
