//! The wall of marks and the comparison of the same character from many marks, by keyboard and by the names of controls.

mod common;

use std::path::Path;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::Timestamp;
use witnessmark::case::Case;
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::id::MarkingId;
use witnessmark::model::{Change, Component, Marking, Region, Transcription};
use witnessmark::settings::Settings;
use witnessmark::ui::desk::Place;

/// What is read in the marks, in the order in which they are drawn; nothing where nobody has read one.
const READ: [&str; 6] = ["113", "2317", "11{3?}", "", "112", "113"];

fn fill(path: &Path) -> Vec<MarkingId> {
    let mut case = Case::create(path, "Kyiv", Settings::in_memory().author()).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/image01551.jpg");
    let report = import(Plan::new(vec![file], "T"), &Progress::new(), |photos, step| {
        store(&mut case, photos, step)
    })
    .unwrap();
    let photo = report.added[0].photo.unwrap();
    let mut components = Vec::new();
    for kind in ["jet_vane_actuator", "ic"] {
        let component = Component {
            title: format!("A {kind}"),
            kind: Some(kind.to_owned()),
            ..Component::default()
        };
        components.push(component.id);
        case.apply(Change::Create(component.into())).unwrap();
    }
    let mut marks = Vec::new();
    for (place, text) in READ.iter().enumerate() {
        let on = components[usize::from(text.len() == 4)];
        let marking = Marking {
            component: Some(on),
            ..Marking::default()
        };
        marks.push(marking.id);
        let region = Region {
            marking: marking.id,
            photo,
            x: 4 + 3 * u32::try_from(place).unwrap(),
            y: 4,
            width: 30,
            height: 12,
            ..Region::default()
        };
        let marking_id = marking.id;
        case.apply(Change::DrawRegion {
            region,
            marking: Some(marking),
        })
        .unwrap();
        if !text.is_empty() {
            case.apply(Change::Transcribe(Transcription {
                marking: marking_id,
                text: (*text).to_owned(),
                by: "A. Reader".to_owned(),
                at: Timestamp::UNIX_EPOCH,
                ..Transcription::default()
            }))
            .unwrap();
        }
    }
    case.close().unwrap();
    marks
}

/// A window on the wall.
fn on_the_wall() -> (Window, tempfile::TempDir, Vec<MarkingId>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let marks = fill(&path);
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    window.key(Modifiers::ALT, Key::Num2);
    window.key(Modifiers::NONE, Key::G);
    (window, folder, marks)
}

fn selected(window: &mut Window) -> Vec<MarkingId> {
    window.app().session_mut().unwrap().desk_mut().selected_markings()
}

fn place(window: &mut Window) -> Place {
    window.app().session_mut().unwrap().desk_mut().place
}

fn pictures(window: &Window) -> usize {
    window.harness.query_all_by_role(Role::ListBoxOption).count()
}

#[test]
fn marks_that_read_the_same_stand_under_one_head_which_selects_them() {
    let (mut window, _folder, marks) = on_the_wall();
    assert_eq!(pictures(&window), READ.len());
    window.click_role(Role::RadioButton, "By what was read");
    window.click("Select all 3 that read 113");
    assert_eq!(selected(&mut window), [marks[0], marks[2], marks[5]]);
    window.click("Select all 1 that read Not transcribed yet");
    assert_eq!(selected(&mut window), [marks[3]]);
}

#[test]
fn the_wall_shows_one_kind_of_component() {
    let (mut window, _folder, _) = on_the_wall();
    window.click("Kind of component: All components");
    window.click("Integrated circuit (1)");
    assert_eq!(pictures(&window), 1);
    window.click("Kind of component: Integrated circuit (1)");
    window.click("All components");
    assert_eq!(pictures(&window), READ.len());
}

#[test]
fn the_wall_is_worked_by_keyboard() {
    let (mut window, _folder, marks) = on_the_wall();
    // The keyboard goes on from what the table had selected.
    assert_eq!(selected(&mut window), [marks[0]]);
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(selected(&mut window), [marks[1]]);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(selected(&mut window), [marks[1], marks[2]]);
    window.key(Modifiers::NONE, Key::End);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(place(&mut window), Place::Marking(marks[5]));
}

#[test]
fn a_character_is_compared_from_all_marks_that_read_the_same() {
    let (mut window, _folder, marks) = on_the_wall();
    window.key(Modifiers::NONE, Key::V);
    assert_eq!(place(&mut window), Place::MarkStrip);
    assert_eq!(pictures(&window), 3, "whole marks");
    window.harness.event(egui::Event::Text("1".to_owned()));
    window.settle();
    assert_eq!(pictures(&window), 6);
    window.click("3  ×3");
    assert_eq!(pictures(&window), 3);
    for look in ["Laid over", "Two colours", "In turn", "Side by side"] {
        window.click_role(Role::RadioButton, look);
        assert_eq!(pictures(&window), 3, "{look}");
    }
    let pinned = |window: &Window| {
        let options = window.harness.query_all_by_role(Role::ListBoxOption);
        let is_on = |node: egui_kittest::Node<'_>| {
            node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
        };
        options.map(is_on).collect::<Vec<bool>>()
    };
    assert_eq!(pinned(&window), [true, false, false]);
    window.harness.get_by_label("Pictures that are compared").focus();
    window.settle();
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::Space);
    assert_eq!(pinned(&window), [false, true, false]);
    window.key(Modifiers::SHIFT, Key::ArrowLeft);
    window.click("Pictures back in place");
    window.harness.get_by_label("Pictures that are compared").focus();
    window.settle();
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(place(&mut window), Place::Marking(marks[2]));
}

#[test]
fn a_mark_that_nobody_reads_alike_is_compared_alone_and_nothing_selected_says_so() {
    let (mut window, _folder, _) = on_the_wall();
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::V);
    assert_eq!(place(&mut window), Place::Markings);
    assert!(window.names().contains("Select the marks to compare first."));
}

#[test]
fn the_same_mark_is_looked_for_in_the_other_cases_of_the_laptop() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["Kharkiv", "Kyiv"].map(|name| folder.path().join(format!("{name}.witness")));
    let marks = fill(&one);
    fill(&two);
    let lost = folder.path().join("Lost.witness");
    let recent = vec![two, lost];
    let mut window = Window::with(move || {
        let mut settings = Settings::in_memory();
        settings.recent.clone_from(&recent);
        settings
    });
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &one);
    window.settle();
    window.app().session_mut().unwrap().desk_mut().place = Place::Marking(marks[0]);
    window.settle();
    let look = "Look in 2 other cases on this laptop";
    window.harness.get_by_label(look).scroll_to_me();
    window.settle();
    window.click(look);
    let names = window.names();
    assert!(names.contains("Kyiv") && names.contains("Lost"), "{names}");
    assert!(names.contains("Written the same: 3"), "{names}");
    assert!(!names.contains("cases looked through"), "{names}");
}

#[test]
fn a_second_reader_sees_nowhere_what_the_first_one_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    fill(&path);
    let mut window = Window::with(|| {
        let mut settings = Settings::in_memory();
        settings.person = "B. Reader".to_owned();
        settings
    });
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, &path);
    window.settle();
    window.key(Modifiers::ALT, Key::Num2);
    let tells = |window: &Window| {
        window
            .names()
            .lines()
            .any(|line| line.contains("2317") || line.contains("\"113"))
    };
    assert!(tells(&window), "the list of all marks tells");
    window.click_role(Role::RadioButton, "Second reading");
    for _ in 0..READ.len() - 1 {
        assert!(!tells(&window), "{}", window.names());
        window.key(Modifiers::NONE, Key::ArrowDown);
    }
    window.key(Modifiers::NONE, Key::G);
    assert!(!tells(&window), "{}", window.names());
    window.key(Modifiers::NONE, Key::V);
    assert_eq!(place(&mut window), Place::Markings);
    assert!(!tells(&window), "{}", window.names());
}
