//! Transcribing, reading and deciding in the window, driven by keys and the names of controls.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use witnessmark::case::{Case, MarkingSheet, Reader};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::id::{MarkingId, PhotoId};
use witnessmark::model::record::RecordRef;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Region, Strike, Transcription, Verdict, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::{Desk, Place};

/// A window of 1280 x 800 points on a case with two marks on parts of one missile.
struct Window {
    harness: Harness<'static, Option<App>>,
    folder: tempfile::TempDir,
    marks: Vec<MarkingId>,
    photo: PhotoId,
}

impl Window {
    /// `other` is what somebody else has already read in the first mark; `basis` is the evidence for the origin.
    fn new(other: Option<&str>, basis: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let (marks, photo) = fill(&path, other, basis);
        let mut window = Self {
            harness: harness(),
            folder,
            marks,
            photo,
        };
        window.open(&path);
        let first = Place::Marking(window.marks[0]);
        window.go(first);
        window
    }

    /// A window on a case without a mark.
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let case = Case::create(&path, "Empty", Settings::in_memory().author()).unwrap();
        case.close().unwrap();
        let mut window = Self {
            harness: harness(),
            folder,
            marks: Vec::new(),
            photo: PhotoId::new(),
        };
        window.open(&path);
        window.go(Place::Markings);
        window
    }

    fn open(&mut self, path: &Path) {
        self.settle();
        let ctx = self.harness.ctx.clone();
        self.app().open_case(&ctx, path);
        self.settle();
    }

    fn go(&mut self, place: Place) {
        self.app().session_mut().unwrap().desk_mut().place = place;
        self.settle();
    }

    /// Frames until nothing is on its way, and then some for the layout to come to rest.
    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..200_000 {
            self.harness.step();
            let app = self.harness.state().as_ref().unwrap();
            quiet = if app.is_quiet() { quiet + 1 } else { 0 };
            if quiet > 6 {
                return;
            }
            std::thread::yield_now();
        }
        panic!("the window did not come to rest");
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().unwrap()
    }

    fn desk(&self) -> &Desk {
        self.harness.state().as_ref().unwrap().session().unwrap().desk()
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.settle();
    }

    fn has(&self, text: &str) -> bool {
        self.harness.query_all_by_label(text).next().is_some()
    }

    /// Types into the field called `name`.
    fn type_in(&mut self, name: &str, text: &str) {
        let field = self.field(name);
        self.harness.get_by_role_and_label(field, name).focus();
        self.settle();
        let field = self.field(name);
        self.harness.get_by_role_and_label(field, name).type_text(text);
        self.settle();
    }

    fn field(&self, name: &str) -> Role {
        let several = self
            .harness
            .query_by_role_and_label(Role::MultilineTextInput, name);
        if several.is_some() {
            Role::MultilineTextInput
        } else {
            Role::TextInput
        }
    }

    /// What the case file has about the mark at `place`.
    fn sheet(&self, place: usize) -> MarkingSheet {
        let file = self.folder.path().join("case.witness");
        let reader = Reader::open(&file).unwrap();
        reader.marking_sheet(self.marks[place]).unwrap().unwrap()
    }

    fn texts(&self, place: usize) -> Vec<(String, String)> {
        self.sheet(place)
            .transcriptions
            .into_iter()
            .map(|transcription| (transcription.by, transcription.text))
            .collect()
    }

    fn person(&self) -> String {
        self.desk().person.clone()
    }
}

fn harness() -> Harness<'static, Option<App>> {
    Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(4)
        .with_step_dt(1.0 / 60.0)
        .build_ui_state(
            |ui, app: &mut Option<App>| {
                app.get_or_insert_with(|| App::new(ui.ctx(), Settings::in_memory()))
                    .show(ui);
            },
            None,
        )
}

fn fill(path: &Path, other: Option<&str>, basis: Option<&str>) -> (Vec<MarkingId>, PhotoId) {
    let mut case = Case::create(path, "Kyiv", Settings::in_memory().author()).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/image01551.jpg");
    let report = import(Plan::new(vec![file], "T"), &Progress::new(), |photos, step| {
        store(&mut case, photos, step)
    })
    .unwrap();
    let photo = report.added[0].photo.unwrap();
    let strike = Strike {
        title: "Depot".to_owned(),
        occurred: Some(Edtf::parse("2024-08-18").unwrap()),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(strike.id),
        origin: Some("KP".to_owned()),
        origin_basis: basis.map(str::to_owned),
        ..Weapon::default()
    };
    let component = Component {
        title: "Jet vane actuator".to_owned(),
        kind: Some("jet_vane_actuator".to_owned()),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let on = component.id;
    let mut changes = vec![
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
    ];
    let mut marks = Vec::new();
    for place in 0..2 {
        let marking = Marking {
            component: Some(on),
            ..Marking::default()
        };
        marks.push(marking.id);
        let region = Region {
            marking: marking.id,
            photo,
            x: 4 + 10 * place,
            y: 4,
            width: 20,
            height: 12,
            ..Region::default()
        };
        changes.push(Change::DrawRegion {
            region,
            marking: Some(marking),
        });
    }
    if let Some(text) = other {
        changes.push(Change::Transcribe(Transcription {
            marking: marks[0],
            text: text.to_owned(),
            by: "O. Other".to_owned(),
            ..Transcription::default()
        }));
    }
    case.apply_all(changes).unwrap();
    case.close().unwrap();
    (marks, photo)
}

const BASIS: Option<&str> = Some("design and materials");

#[test]
fn without_a_mark_one_is_told_how_to_draw_one_and_led_to_the_photos() {
    let mut window = Window::empty();
    assert!(window.has("No markings yet"));
    window.click("Go to the photos");
    assert_eq!(window.desk().place, Place::Photos);
}

#[test]
fn a_mark_that_nobody_read_takes_typing_at_once_and_enter_saves_it() {
    let mut window = Window::new(None, BASIS);
    let field = window.field("Transcription");
    window
        .harness
        .get_by_role_and_label(field, "Transcription")
        .type_text("113");
    window.settle();
    assert!(window.has("Enter saves"));
    assert!(window.texts(0).is_empty());
    window.press(Key::Enter);
    assert_eq!(window.texts(0), [(window.person(), "113".to_owned())]);
    assert!(window.has("Saved"));
}

#[test]
fn readings_follow_every_key_and_an_accepted_one_becomes_a_finding() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "11");
    assert!(!window.has("Accept Juche year 2024-01-01/2024-12-31"));
    window.type_in("Transcription", "3");
    assert!(window.has("Juche year"));
    assert!(window.has("Minguo year"), "rivals are always in view");
    window.click("Accept Juche year 2024-01-01/2024-12-31");
    window.type_in("Why is this what it means?", "Other parts");
    window.press(Key::Enter);

    let sheet = window.sheet(0);
    let finding = &sheet.findings[0];
    assert_eq!(sheet.findings.len(), 1);
    assert_eq!(finding.verdict, Verdict::Accepted);
    assert_eq!((finding.system.as_str(), finding.grade.as_str()), ("juche", "B"));
    assert_eq!(finding.earliest, Some(date(2024, 1, 1)));
    assert_eq!(finding.strike_latest, Some(date(2024, 8, 18)));
    assert_eq!((finding.days_min, finding.days_max), (Some(0), Some(230)));
    assert_eq!(finding.reason, "Other parts");
    assert_eq!(finding.by, window.person());
    assert_eq!(finding.transcription, sheet.transcriptions[0].id);
    assert!(window.has(&finding.statement));

    window.click("Withdraw");
    assert!(window.sheet(0).findings.is_empty());
}

#[test]
fn a_decision_without_a_reason_is_not_taken() {
    let mut window = Window::new(Some("113"), BASIS);
    window.click("Reject Minguo year 2024-01-01/2024-12-31");
    window.press(Key::Enter);
    assert!(window.sheet(0).findings.is_empty());
    assert!(window.has("Why is this not what it means?"));
    window.press(Key::Escape);
    assert!(!window.has("Why is this not what it means?"));
    assert_eq!(window.desk().place, Place::Marking(window.marks[0]));
}

#[test]
fn a_rejected_reading_keeps_its_card_with_who_and_why() {
    let mut window = Window::new(Some("113"), BASIS);
    window.click("Reject Minguo year 2024-01-01/2024-12-31");
    window.type_in("Why is this not what it means?", "Nothing points to Taiwan");
    window.press(Key::Enter);
    let sheet = window.sheet(0);
    assert_eq!(sheet.findings[0].verdict, Verdict::Rejected);
    assert_eq!(sheet.findings[0].transcription, sheet.transcriptions[0].id);
    assert!(window.has("Minguo year"));
    assert!(window.has("Rejected"));
}

#[test]
fn another_persons_transcription_stays_as_it_is() {
    let mut window = Window::new(Some("113"), BASIS);
    window.type_in("Transcription", "118");
    window.press(Key::Enter);
    let mut texts = window.texts(0);
    texts.sort();
    let mut expected = vec![
        ("O. Other".to_owned(), "113".to_owned()),
        (window.person(), "118".to_owned()),
    ];
    expected.sort();
    assert_eq!(texts, expected);
}

#[test]
fn escape_first_takes_typing_back_and_then_leads_to_the_list() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "113");
    window.press(Key::Escape);
    assert_eq!(window.desk().place, Place::Marking(window.marks[0]));
    assert!(window.texts(0).is_empty());
    window.press(Key::Escape);
    assert_eq!(window.desk().place, Place::Markings);
    assert!(window.texts(0).is_empty());
}

#[test]
fn what_was_typed_is_saved_when_one_goes_to_the_next_mark() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "주체113");
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.desk().place, Place::Marking(window.marks[1]));
    assert_eq!(window.texts(0), [(window.person(), "주체113".to_owned())]);
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.desk().place, Place::Marking(window.marks[0]));
}

#[test]
fn what_was_typed_is_not_lost_by_a_look_at_another_view() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "113");
    let (photo, first) = (window.photo, window.marks[0]);
    window.go(Place::Photo(photo));
    window.go(Place::Marking(first));
    window.press(Key::Enter);
    assert_eq!(window.texts(0), [(window.person(), "113".to_owned())]);
}

#[test]
fn unsound_notation_is_said_with_its_place_and_kept_all_the_same() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "11{3");
    let error = window.harness.query_by_label_contains("At character 3:");
    assert!(error.is_some());
    window.press(Key::Enter);
    assert_eq!(window.texts(0), [(window.person(), "11{3".to_owned())]);
}

#[test]
fn keys_on_the_screen_write_into_the_field() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "11");
    window.click("Illegible character");
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "11{.}");
    window.press_with(Modifiers::COMMAND, Key::Num4);
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "11{.}[.]");
}

#[test]
fn an_origin_without_evidence_is_not_used_and_said_so() {
    let mut window = Window::new(Some("113"), None);
    assert!(window.has("The origin counts only with evidence other than the mark."));
    assert!(!window.has("Origin KP"));
    window.click("Open the weapon");
    assert_eq!(window.desk().place, Place::Weapons);
    assert!(window.desk().selected_weapon().is_some());
}

#[test]
fn persian_digits_are_repeated_as_latin_ones_and_stored_as_typed() {
    let mut window = Window::new(None, BASIS);
    window.type_in("Transcription", "۱۴۰۲/۰۶");
    assert!(window.has("In Latin digits: 1402/06"));
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "۱۴۰۲/۰۶");
}

#[test]
fn turning_the_view_is_kept_as_the_regions_angle_and_undone_as_one_step() {
    let mut window = Window::new(Some("113"), BASIS);
    window.click("Rotate right");
    assert_eq!(window.sheet(0).seen[0].region.angle, 90.0);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.sheet(0).seen[0].region.angle, 0.0);
}

#[test]
fn the_list_opens_a_mark_by_enter_and_the_inspector_edits_it() {
    let mut window = Window::new(Some("113"), BASIS);
    let marking = RecordRef::from(window.marks[0]);
    window.go(Place::Markings);
    window
        .harness
        .get_by_role_and_label(Role::Row, "113, Jet vane actuator")
        .click();
    window.settle();
    assert!(window.desk().is_selected(&marking));
    window.type_in("Title", "Stamp");
    window.press(Key::Enter);
    assert_eq!(window.sheet(0).context.marking.title, "Stamp");
    window
        .harness
        .get_by_role_and_label(Role::Row, "113, Jet vane actuator, Stamp")
        .click();
    window.settle();
    window.press(Key::Enter);
    assert_eq!(window.desk().place, Place::Marking(window.marks[0]));
}

#[test]
fn each_region_of_a_mark_is_shown_and_turned_by_itself() {
    let mut window = Window::new(Some("113"), BASIS);
    let second = Region {
        marking: window.marks[0],
        photo: window.photo,
        x: 2,
        y: 2,
        width: 10,
        height: 10,
        ..Region::default()
    };
    let draw = Change::DrawRegion {
        region: second,
        marking: None,
    };
    window.app().session_mut().unwrap().apply(draw);
    window.settle();
    window.click("Region 2, image01551.jpg");
    window.click("Rotate left");
    let angles: Vec<f64> = window
        .sheet(0)
        .seen
        .iter()
        .map(|seen| seen.region.angle)
        .collect();
    assert_eq!(angles, [0.0, 270.0]);
}

#[test]
fn another_component_is_chosen_by_typing_some_of_its_name() {
    let mut window = Window::new(Some("113"), BASIS);
    let board = Component {
        title: "Circuit board".to_owned(),
        kind: Some("pcb".to_owned()),
        ..Component::default()
    };
    let id = board.id;
    window
        .app()
        .session_mut()
        .unwrap()
        .apply(Change::Create(board.into()));
    window.settle();
    window.go(Place::Markings);
    window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Component: Jet vane actuator")
        .click();
    window.settle();
    window.type_in("Find a component", "circ");
    window.press(Key::Enter);
    assert_eq!(window.sheet(0).context.marking.component, Some(id));
}

#[test]
fn the_list_can_be_narrowed_to_what_nobody_has_transcribed() {
    let mut window = Window::new(Some("113"), BASIS);
    window.go(Place::Markings);
    assert_eq!(window.harness.query_all_by_role(Role::Row).count(), 2);
    window
        .harness
        .get_by_role_and_label(Role::RadioButton, "Not transcribed")
        .click();
    window.settle();
    assert_eq!(window.harness.query_all_by_role(Role::Row).count(), 1);
    assert!(window.has("Not transcribed yet, Jet vane actuator"));
}

#[test]
fn jamo_of_the_palette_become_syllables_and_the_mark_before_is_written_again() {
    let mut window = Window::new(None, BASIS);
    window.click("Characters");
    for jamo in ["ㅈ", "ㅜ", "ㅊ", "ㅔ"] {
        window.click(&format!("Write {jamo}"));
    }
    window.type_in("Transcription", "113");
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "주체113");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.desk().place, Place::Marking(window.marks[1]));
    window.press_with(Modifiers::COMMAND, Key::D);
    window.press(Key::Enter);
    assert_eq!(window.texts(1)[0].1, "주체113");
}

#[test]
fn a_layout_is_filled_in_gap_by_gap() {
    let mut window = Window::new(None, BASIS);
    window.click("Layouts");
    window.click("Lot and what it is of LOT {.?}|{.?}");
    window.harness.event(egui::Event::Text("2317".to_owned()));
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::J);
    window.harness.event(egui::Event::Text("9М55К".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "LOT 2317|9М55К");
}

#[test]
fn a_symbol_is_drawn_once_and_written_by_its_key_from_then_on() {
    let mut window = Window::new(None, BASIS);
    window.click("Characters");
    window
        .harness
        .get_by_role_and_label(Role::RadioButton, "Symbols")
        .click();
    window.settle();
    window.click("Draw a symbol");
    let square = window.harness.get_by_label("Square to draw in").rect();
    let mut event = |event| {
        window.harness.event(event);
        window.harness.step();
    };
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let start = square.left_top() + egui::vec2(40.0, 40.0);
    event(egui::Event::PointerMoved(start));
    event(button(start, true));
    for step in 1..6 {
        event(egui::Event::PointerMoved(
            start + egui::vec2(20.0, 30.0) * step as f32,
        ));
    }
    event(button(start + egui::vec2(100.0, 150.0), false));
    window.type_in("Name", "star");
    window.click("Keep and write it");
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "<star>");
    let reader = Reader::open(&window.folder.path().join("case.witness")).unwrap();
    let symbols = reader.all::<witnessmark::model::Symbol>().unwrap();
    assert_eq!((symbols.len(), symbols[0].name.as_str()), (1, "star"));
    assert!(symbols[0].strokes[0].len() > 3);
    window.click("Write star");
    window.press(Key::Enter);
    assert_eq!(window.texts(0)[0].1, "<star><star>");
}

#[test]
fn what_was_read_is_searched_with_wildcards_and_says_how_sure_a_find_is() {
    let mut window = Window::new(Some("11{3/8}"), BASIS);
    window.type_in("Transcription", "2317");
    window.press(Key::Enter);
    window.go(Place::Markings);
    window.press_with(Modifiers::COMMAND, Key::F);
    window.harness.event(egui::Event::Text("1?8".to_owned()));
    window.settle();
    assert!(window.has("Found in one transcription; one marking is shown."));
    assert!(window.has("through a less likely or similar character"));
    window.click("Clear the search");
    window.press_with(Modifiers::COMMAND, Key::F);
    window.harness.event(egui::Event::Text("(23".to_owned()));
    window.settle();
    assert!(window.has("No marking fits"), "{:?}", window.desk().place);
    window
        .harness
        .get_by_role_and_label(Role::RadioButton, "Regular expression")
        .click();
    window.settle();
    let said = window
        .harness
        .query_all_by_label_contains("regular expression")
        .count();
    assert!(said > 0);
}
