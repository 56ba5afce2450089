//! Checklists in the window: the line of a form says what is filled in, what is missing leads to its field, and the lists are
//! taken over, edited, written and taken in.

mod common;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use witnessmark::case::{Author, Case, Reader};
use witnessmark::model::checklist::{Asks, Demand, Fact, Item};
use witnessmark::model::record::{RecordKind, RecordRef, Recorded};
use witnessmark::model::{Change, Checklist, Component, Strike};
use witnessmark::ui::desk::TermsFile;

fn case_with(lists: Vec<Checklist>, strikes: Vec<Strike>) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let author = Author {
        person: "Olena".to_owned(),
        device: "0198b1d6-0000-7000-8000-000000000001".to_owned(),
        device_name: "laptop".to_owned(),
    };
    let mut case = Case::create(&path, "Kyiv", author).unwrap();
    let lists = lists.into_iter().map(|list| Change::Create(list.into()));
    let strikes = strikes.into_iter().map(|strike| Change::Create(strike.into()));
    case.apply_all(lists.chain(strikes).collect()).unwrap();
    case.close().unwrap();
    (folder, path)
}

fn open(path: &std::path::Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window
}

fn ours() -> Checklist {
    Checklist {
        name: "Ours".to_owned(),
        record_kind: RecordKind::Strike,
        items: vec![
            Item::field("title"),
            Item {
                en: Some("Who told it".to_owned()),
                ..Item::field("reported_by")
            },
            Item::fact(Fact::Sources, 1),
            Item::field("status").wanted(),
            Item::field("tags").wanted(),
        ],
        ..Checklist::default()
    }
}

fn depot() -> Strike {
    Strike {
        title: "Depot".to_owned(),
        ..Strike::default()
    }
}

fn focused(window: &Window) -> Option<String> {
    let node = window.harness.query_all_by(|node| node.is_focused()).next()?;
    node.accesskit_node().label()
}

#[test]
fn what_is_missing_leads_to_its_field_is_filled_in_and_taken_back() {
    let (_folder, path) = case_with(vec![ours()], vec![depot()]);
    let mut window = open(&path);
    window.go("Strikes");
    window.click_role(Role::Row, "Depot");
    window.harness.get_by_label("1 of 5");
    window.click("Checklist: 1 of 5 · 2 required are missing");
    window.harness.get_by_label("There: Title");
    // The field lies in a part of the form that is folded away.
    window.click("Missing: Who told it");
    window.settle();
    assert_eq!(
        focused(&window).as_deref(),
        Some("Reported by"),
        "{}",
        window.names()
    );
    window
        .harness
        .event(egui::Event::Text("Regional police".to_owned()));
    window.harness.step();
    window.key(Modifiers::NONE, Key::Enter);
    window
        .harness
        .get_by_label("Checklist: 2 of 5 · 1 required is missing");
    window.harness.get_by_label("There: Who told it");
    window.harness.get_by_label("2 of 5");
    window.key(Modifiers::COMMAND, Key::Z);
    window
        .harness
        .get_by_label("Checklist: 1 of 5 · 2 required are missing");
    // What is counted leads to where it is added.
    // The form has been moved: the line is above what is in view.
    window
        .harness
        .get_by_role_and_label(Role::Button, "Missing: A source")
        .click_accesskit();
    window.settle();
    assert_eq!(
        focused(&window).as_deref(),
        Some("Add a source"),
        "{}",
        window.names()
    );
}

#[test]
fn a_list_is_filtered_by_what_is_missing_and_the_sheet_too() {
    let whole = Strike {
        title: "Port".to_owned(),
        reported_by: Some("Mayor".to_owned()),
        sources: vec![witnessmark::model::Source::default()],
        ..Strike::default()
    };
    let (_folder, path) = case_with(vec![ours()], vec![depot(), whole]);
    let mut window = open(&path);
    window.go("Strikes");
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Port")
            .is_some()
    );
    window.click("Filled in");
    window.click("Required is missing");
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Port")
            .is_none()
    );
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Depot")
            .is_some()
    );
    window.click("Required is missing");
    window.click("Wanted is missing");
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Port")
            .is_some()
    );
    window.key(Modifiers::ALT, Key::S);
    assert!(
        window.harness.query_by_label("Row 2").is_some(),
        "{}",
        window.names()
    );
    window.click("Filled in");
    window.click("Required is missing");
    assert!(
        window.harness.query_by_label("Row 2").is_none(),
        "{}",
        window.names()
    );
}

#[test]
fn the_program_s_list_is_taken_over_and_edited() {
    let (_folder, path) = case_with(Vec::new(), vec![depot()]);
    let mut window = open(&path);
    window.go("Strikes");
    window.click_role(Role::Row, "Depot");
    let line = window
        .harness
        .query_all_by(|node| node.label().is_some_and(|label| label.starts_with("Checklist: ")))
        .next()
        .unwrap()
        .accesskit_node()
        .label()
        .unwrap();
    window.click(&line);
    window.click("Edit the checklist");
    window.harness.get_by_label_contains("the program’s own counts");
    window.click("Take over, to change it");
    let own = || Reader::open(&path).unwrap().own_checklists().unwrap();
    let items = own()[0].items.len();
    window.click_role(Role::Row, "Occurred");
    window.click_role(Role::RadioButton, "Wanted");
    let is_wanted = |list: &Checklist| {
        list.items.iter().any(|item| {
            item.demand == Demand::Wanted
                && item.asks
                    == Asks::Field {
                        field: "occurred".to_owned(),
                    }
        })
    };
    assert!(is_wanted(&own()[0]), "{}", window.names());
    window.fill("Called in English", "Day of the attack");
    window
        .harness
        .get_by_role_and_label(Role::Row, "Day of the attack");
    window.click("Add an item");
    assert_eq!(own()[0].items.len(), items + 1);
    window.click("Remove the item");
    assert_eq!(own()[0].items.len(), items);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(own()[0].items.len(), items + 1);
    window.click("New checklist");
    assert_eq!(own().len(), 2);
    window.click("Remove the checklist");
    assert_eq!(own().len(), 1);
}

#[test]
fn a_file_is_taken_in_with_one_undo_and_a_bad_one_is_refused_with_its_line() {
    let (folder, path) = case_with(Vec::new(), Vec::new());
    let mut window = open(&path);
    window.key(Modifiers::ALT.plus(Modifiers::SHIFT), Key::Num0);
    let file = folder.path().join("lists.toml");
    let take = |window: &mut Window| {
        window.app().session_mut().unwrap().desk_mut().lists_file = Some(TermsFile::In(file.clone()));
        window.settle();
    };
    std::fs::write(&file, "[[checklist]]\nname = \"Ours\"\nrecord = \"photos\"\n").unwrap();
    take(&mut window);
    assert!(
        window.harness.query_by_label_contains("Line 3").is_some(),
        "{}",
        window.names()
    );
    let ours = "[[checklist]]\nname = \"Ours\"\nrecord = \"strike\"\nitem = [{ field = \"title\" }]\n";
    std::fs::write(&file, ours).unwrap();
    take(&mut window);
    window.harness.get_by_role_and_label(Role::Row, "Checklist Ours");
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Row, "Checklist Ours")
            .is_none()
    );
    let out = folder.path().join("out.json");
    window.app().session_mut().unwrap().desk_mut().lists_file = Some(TermsFile::Out(out.clone()));
    window.settle();
    assert!(witnessmark::exchange::checklist::lists_in(&out).unwrap().len() >= 5);
}

#[test]
fn the_lines_of_components_photos_and_markings_are_there() {
    let (_folder, path) = case_with(Vec::new(), Vec::new());
    let author = Author {
        person: "Olena".to_owned(),
        device: "0198b1d6-0000-7000-8000-000000000001".to_owned(),
        device_name: "laptop".to_owned(),
    };
    let mut case = Case::open(&path, author).unwrap();
    let component = Component {
        title: "Piece".to_owned(),
        ..Component::default()
    };
    let record: RecordRef = component.record_ref();
    case.apply(Change::Create(component.into())).unwrap();
    case.close().unwrap();
    let mut window = open(&path);
    window.go("Components");
    window.click_role(Role::Row, "Piece");
    let line = |window: &Window| {
        let is_line = |label: Option<String>| label.is_some_and(|label| label.starts_with("Checklist: "));
        window.harness.query_all_by(|node| is_line(node.label())).count()
    };
    assert_eq!(line(&window), 1, "{}", window.names());
    assert_eq!(record.kind, RecordKind::Component);
}
