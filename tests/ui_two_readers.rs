//! Two people read ten marks by keyboard alone, the second without seeing what the first read; where they differ one of
//! them decides, and readings are accepted.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use witnessmark::case::{Case, Reader};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::id::MarkingId;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Region, Role, Strike, Transcription, Verdict, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;

/// What the first and the second reader write, mark by mark.
const READ: [(&str, &str); 10] = [
    ("113", "113"),
    ("11{3?}", "113"),
    ("7-23-254", "7-23-254"),
    ("주체113", "주체113"),
    ("2317", "2317"),
    ("112", "118"),
    ("LOT 2244", "LOT 2244"),
    ("1{.}3", "113"),
    ("SN 00452", "SN 00452"),
    ("188|85", "188|85"),
];

fn fill(path: &Path) -> Vec<MarkingId> {
    let mut case = Case::create(path, "Kyiv", settings("A. Reader").author()).unwrap();
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
        strike: Some(strike.id),
        origin: Some("KP".to_owned()),
        origin_basis: Some("design and materials".to_owned()),
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
    for place in 0..10 {
        let marking = Marking {
            component: Some(on),
            ..Marking::default()
        };
        marks.push(marking.id);
        let region = Region {
            marking: marking.id,
            photo,
            x: 4 + 3 * place,
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
    case.apply_all(changes).unwrap();
    case.close().unwrap();
    marks
}

fn settings(person: &str) -> Settings {
    let mut settings = Settings::in_memory();
    settings.person = person.to_owned();
    settings
}

/// A window in which nothing but keys is used.
struct Window(Harness<'static, Option<App>>);

impl Window {
    fn of(person: &'static str, path: &Path) -> Self {
        let harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(4)
            .with_step_dt(1.0 / 60.0)
            .build_ui_state(
                move |ui, app: &mut Option<App>| {
                    app.get_or_insert_with(|| App::new(ui.ctx(), settings(person)))
                        .show(ui);
                },
                None,
            );
        let mut window = Self(harness);
        window.settle();
        let ctx = window.0.ctx.clone();
        let app = window.0.state_mut().as_mut().unwrap();
        app.open_case(&ctx, path);
        window.settle();
        window
    }

    fn close(mut self) {
        self.key(Modifiers::COMMAND, Key::W);
    }

    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..200_000 {
            self.0.step();
            let app = self.0.state().as_ref().unwrap();
            quiet = if app.is_quiet() { quiet + 1 } else { 0 };
            if quiet > 6 {
                return;
            }
            std::thread::yield_now();
        }
        panic!("the window did not come to rest");
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.0.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn write(&mut self, text: &str) {
        self.0.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// What has the keyboard.
    fn focused(&self) -> String {
        let nodes = self.0.root().children_recursive();
        let node = nodes.into_iter().find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label().or(node.accesskit_node().value()))
            .unwrap_or_default()
    }

    /// Presses Tab until what is called `name` has the keyboard.
    fn tab_to(&mut self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            if self.focused() == name {
                return;
            }
            self.key(Modifiers::NONE, Key::Tab);
            passed.push(self.focused());
        }
        panic!("{name} is not reached by Tab, only {passed:?}");
    }

    fn shows(&self, text: &str) -> bool {
        let nodes = self.0.root().children_recursive();
        nodes.into_iter().any(|node| {
            let node = node.accesskit_node();
            let has = |said: Option<String>| said.is_some_and(|said| said.contains(text));
            has(node.label()) || has(node.value())
        })
    }
}

fn transcriptions(path: &Path, mark: MarkingId) -> Vec<Transcription> {
    Reader::open(path).unwrap().transcriptions(mark).unwrap()
}

#[test]
fn ten_marks_are_read_twice_by_keyboard_and_differences_are_decided() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let marks = fill(&path);

    // The first person: from the list into the first mark, and on with Ctrl+Enter.
    let mut first = Window::of("A. Reader", &path);
    first.key(Modifiers::ALT, Key::Num2);
    first.key(Modifiers::NONE, Key::Enter);
    for (text, _) in READ {
        assert_eq!(first.focused(), "Transcription");
        first.write(text);
        first.key(Modifiers::COMMAND, Key::Enter);
    }
    first.close();
    for (mark, (text, _)) in marks.iter().zip(READ) {
        let written = &transcriptions(&path, *mark)[..];
        let [one] = written else { panic!("{written:?}") };
        assert_eq!((one.by.as_str(), one.text.as_str()), ("A. Reader", text));
        assert_eq!(one.role, Some(Role::BlindReader));
    }

    // The second, who sees nothing of that.
    let mut second = Window::of("B. Reader", &path);
    second.key(Modifiers::ALT, Key::Num2);
    second.tab_to("Second reading");
    second.key(Modifiers::NONE, Key::Space);
    assert!(!second.shows("00452") && !second.shows("254"));
    second.tab_to("Read once, hidden from you, Jet vane actuator");
    second.key(Modifiers::NONE, Key::Enter);
    for (place, (text, own)) in READ.into_iter().enumerate() {
        assert_eq!(second.focused(), "Transcription", "{place}");
        assert!(second.shows("Read it yourself first"));
        assert!(!second.shows(text), "{text} is hidden");
        second.write(own);
        second.key(Modifiers::COMMAND, Key::Enter);
    }
    for (mark, (_, own)) in marks.iter().zip(READ) {
        let written = transcriptions(&path, *mark);
        assert_eq!(written.len(), 2);
        assert_eq!(
            (written[1].by.as_str(), written[1].text.as_str()),
            ("B. Reader", own)
        );
        assert_eq!(written[1].role, Some(Role::BlindReader));
    }

    // Two are read differently, for that one reader was less certain is no difference. They are decided, with a reason.
    second.key(Modifiers::NONE, Key::Escape);
    second.key(Modifiers::ALT, Key::Num2);
    second.tab_to("Read differently");
    second.key(Modifiers::NONE, Key::Space);
    second.tab_to("118, Jet vane actuator");
    second.key(Modifiers::NONE, Key::Enter);
    for (reader, reason) in [
        ("A. Reader", "The second photo shows it"),
        ("B. Reader", "Seen under side light"),
    ] {
        second.tab_to("Decide");
        second.key(Modifiers::NONE, Key::Enter);
        assert_eq!(second.focused(), "What is legible, having seen all readings");
        second.tab_to(&format!("Take what {reader} read"));
        second.key(Modifiers::NONE, Key::Enter);
        second.tab_to("Why");
        second.write(reason);
        second.key(Modifiers::NONE, Key::Enter);
        second.key(Modifiers::COMMAND, Key::Enter);
    }
    let decided: Vec<Transcription> = marks
        .iter()
        .flat_map(|mark| transcriptions(&path, *mark))
        .filter(|one| one.role == Some(Role::Adjudicator))
        .collect();
    let texts: Vec<(&str, &str)> = decided
        .iter()
        .map(|one| (one.text.as_str(), one.note.as_str()))
        .collect();
    assert_eq!(
        texts,
        [
            ("112", "The second photo shows it"),
            ("113", "Seen under side light")
        ]
    );

    // A reading of what was decided is accepted, with a reason.
    second.key(Modifiers::NONE, Key::Escape);
    second.key(Modifiers::ALT, Key::Num2);
    second.tab_to("All");
    second.key(Modifiers::NONE, Key::Space);
    second.tab_to("113, Jet vane actuator");
    second.key(Modifiers::NONE, Key::Enter);
    second.tab_to("Accept Juche year 2024-01-01/2024-12-31");
    second.key(Modifiers::NONE, Key::Enter);
    second.write("The design is known from elsewhere");
    second.key(Modifiers::NONE, Key::Enter);
    second.close();

    let reader = Reader::open(&path).unwrap();
    let findings = reader.findings(marks[0]).unwrap();
    assert_eq!(findings.len(), 1);
    assert_eq!(
        (findings[0].verdict, findings[0].by.as_str()),
        (Verdict::Accepted, "B. Reader")
    );
    let agreement = reader.agreement(true).unwrap();
    let ((a, b), both) = agreement.first_key_value().unwrap();
    assert_eq!(
        (a.as_str(), b.as_str(), both.marks),
        ("A. Reader", "B. Reader", 10)
    );
    assert_eq!(both.alike_marks, 8);
    assert!(both.kappa().unwrap() > 0.9);
    assert!(reader.verify(|_, _| true).unwrap().is_sound());
}
