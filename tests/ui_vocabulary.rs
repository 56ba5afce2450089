//! The lists of terms in the window: found by any name, added, said in three languages, merged and hidden by keyboard and
//! pointer, taken back; and the fields that suggest from them.

mod common;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use witnessmark::case::{Author, Case, Reader};
use witnessmark::model::record::{RecordRef, Recorded};
use witnessmark::model::{Change, Component, Vocabulary};
use witnessmark::ui::desk::TermsFile;

fn case_with(kinds: &[&str]) -> (tempfile::TempDir, std::path::PathBuf, Vec<RecordRef>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let author = Author {
        person: "Olena".to_owned(),
        device: "0198b1d6-0000-7000-8000-000000000001".to_owned(),
        device_name: "laptop".to_owned(),
    };
    let mut case = Case::create(&path, "Kyiv", author).unwrap();
    let mut records = Vec::new();
    for (place, kind) in kinds.iter().enumerate() {
        let component = Component {
            title: format!("Piece {place}"),
            kind: Some((*kind).to_owned()),
            ..Component::default()
        };
        records.push(component.record_ref());
        case.apply(Change::Create(component.into())).unwrap();
    }
    case.apply(Change::AddTag {
        name: "night".to_owned(),
        vocabulary: String::new(),
        records: records[..1].to_vec(),
    })
    .unwrap();
    case.close().unwrap();
    (folder, path, records)
}

fn open(path: &std::path::Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window.key(Modifiers::ALT, Key::Num0);
    window
}

fn uses(path: &std::path::Path, vocabulary: Vocabulary) -> Vec<(String, u32)> {
    Reader::open(path).unwrap().term_uses(vocabulary).unwrap()
}

fn row(window: &mut Window, name: &str, modifiers: Modifiers) {
    window
        .harness
        .get_by_role_and_label(Role::Row, name)
        .click_modifiers(modifiers);
    window.settle();
}

#[test]
fn two_terms_are_chosen_and_merged_and_one_undo_takes_it_back() {
    let (_folder, path, _) = case_with(&["gyro cover", "gyro lid", "gyro cover"]);
    let mut window = open(&path);
    window.click("Component kinds");
    row(&mut window, "gyro lid", Modifiers::NONE);
    row(&mut window, "gyro cover", Modifiers::COMMAND);
    window
        .harness
        .get_by_label("2 records that bear “gyro cover” are changed.");
    window.click("Merge into “gyro lid”");
    let kind = Vocabulary::ComponentKind;
    assert_eq!(uses(&path, kind), [("gyro lid".to_owned(), 3)]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(uses(&path, kind).len(), 2);
}

#[test]
fn a_term_is_added_by_its_words_and_found_in_the_field_by_each() {
    let (_folder, path, _) = case_with(&["nozzle"]);
    let mut window = open(&path);
    window.click("Component kinds");
    window.fill("Add a term", "gyro cover");
    window.fill("Ukrainian", "Кришка гіроскопа");
    window.fill("Synonyms", "lid; gyro lid");
    let reader = Reader::open(&path).unwrap();
    let words = reader.vocabularies().unwrap();
    for name in ["gyro LID", "кришка гіроскопа", "lid"] {
        assert_eq!(words.id(Vocabulary::ComponentKind, name), "gyro cover");
    }
    // The field of a component's kind takes it by another word.
    window.go("Components");
    row(&mut window, "Piece 0", Modifiers::NONE);
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Kind")
        .focus();
    window.harness.step();
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text("lid".to_owned()));
    window.harness.step();
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(
        uses(&path, Vocabulary::ComponentKind),
        [("gyro cover".to_owned(), 1)]
    );
}

#[test]
fn a_word_that_no_list_has_is_adopted_or_merged_by_its_spelling() {
    let (_folder, path, _) = case_with(&["gyro cover", "Gyro  cover", "gyro cover"]);
    let mut window = open(&path);
    window.click("Component kinds");
    window
        .harness
        .get_by_label("“Gyro  cover” and “gyro cover” may be one term.");
    window.click("Merge into “gyro cover”");
    assert_eq!(
        uses(&path, Vocabulary::ComponentKind),
        [("gyro cover".to_owned(), 3)]
    );
    window.fill("Find a term", "gyro cover");
    row(&mut window, "gyro cover", Modifiers::NONE);
    window.harness.get_by_label("Hide Borne by 3 records");
    // The records are one click away.
    window.click("Piece 1");
    window.harness.get_by_role_and_label(Role::TextInput, "Kind");
}

#[test]
fn a_tag_is_renamed_hidden_and_offered_again() {
    let (_folder, path, records) = case_with(&["nozzle"]);
    let mut window = open(&path);
    row(&mut window, "night", Modifiers::NONE);
    window.key(Modifiers::NONE, Key::F2);
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text("after dusk".to_owned()));
    window.harness.step();
    window.key(Modifiers::NONE, Key::Enter);
    let tags = |path: &std::path::Path| Reader::open(path).unwrap().tags_of(&records[0]).unwrap();
    assert_eq!(tags(&path), ["after dusk"]);
    row(&mut window, "after dusk", Modifiers::NONE);
    window.click("Hide");
    let is_offered = |path: &std::path::Path| {
        let words = Reader::open(path).unwrap().vocabularies().unwrap();
        !words.offered(Vocabulary::Tags).is_empty()
    };
    assert!(!is_offered(&path));
    assert_eq!(tags(&path), ["after dusk"]);
    window.click("Offer again");
    assert!(is_offered(&path));
}

#[test]
fn a_table_is_shown_before_it_is_taken_in() {
    let (folder, path, _) = case_with(&["nozzle"]);
    let table = folder.path().join("terms.csv");
    std::fs::write(&table, "vocabulary,term,ko\ntag,day,낮\nnothing,x,\n").unwrap();
    let mut window = open(&path);
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.terms_file = Some(TermsFile::In(table));
    window.settle();
    window
        .harness
        .get_by_label("1 new, 0 changed, 0 as they are, 1 with problems.");
    let words = |path: &std::path::Path| Reader::open(path).unwrap().vocabularies().unwrap();
    assert!(words(&path).find(Vocabulary::Tags, "낮").is_none());
    window.click("Take 1 row in");
    assert_eq!(words(&path).id(Vocabulary::Tags, "낮"), "day");
}

#[test]
fn the_fixed_list_offers_neither_merging_nor_hiding() {
    let (_folder, path, _) = case_with(&["nozzle"]);
    let mut window = open(&path);
    window.click("Mark methods");
    row(&mut window, "Stamped", Modifiers::NONE);
    assert!(window.harness.query_by_label("Hide").is_none());
    // Behind those that the list comes with.
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Synonyms")
        .focus();
    window.harness.step();
    window.key(Modifiers::NONE, Key::End);
    window.harness.event(egui::Event::Text("; pressed".to_owned()));
    window.harness.step();
    window.key(Modifiers::NONE, Key::Enter);
    let words = Reader::open(&path).unwrap().vocabularies().unwrap();
    assert_eq!(words.id(Vocabulary::MarkMethod, "pressed"), "stamped");
}
