//! The history view: the log and its filters, an entry in full, an earlier state restored.

mod common;

use std::path::Path;

use common::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use witnessmark::case::{Author, Case, LogFilter, Reader};
use witnessmark::model::id::StrikeId;
use witnessmark::model::record::{RecordKind, RecordRef};
use witnessmark::model::{Change, Strike};
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

fn author(person: &str) -> Author {
    Author {
        person: person.to_owned(),
        device: format!("device of {person}"),
        device_name: format!("laptop of {person}"),
    }
}

fn edit(case: &mut Case, strike: StrikeId, title: &str) {
    let fields = serde_json::json!({ "title": title });
    case.apply(Change::Edit {
        record: strike.into(),
        fields: fields.as_object().unwrap().clone(),
    })
    .unwrap();
}

/// Olha makes two strikes, Petro goes on with the case (entry 4 says so) and renames the first twice.
fn written() -> (TempDir, std::path::PathBuf, StrikeId) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut case = Case::create(&path, "Kyiv", author("Olha")).unwrap();
    let strike = |title: &str| Strike {
        title: title.to_owned(),
        ..Strike::default()
    };
    let (first, second) = (strike("Depot north of Kyiv, first report"), strike("Харків"));
    let id = first.id;
    case.apply(Change::Create(first.into())).unwrap();
    case.apply(Change::Create(second.into())).unwrap();
    case.close().unwrap();
    let mut case = Case::open(&path, author("Petro")).unwrap();
    edit(&mut case, id, "Depot south of Kyiv, first report");
    edit(&mut case, id, "Depot");
    case.close().unwrap();
    (folder, path, id)
}

fn history(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window.go("History");
    window
}

fn title(path: &Path, id: StrikeId) -> String {
    Reader::open(path)
        .unwrap()
        .get::<Strike>(id)
        .unwrap()
        .unwrap()
        .title
}

impl Window {
    fn sees(&self, text: &str) -> bool {
        self.names().contains(text)
    }

    /// Chooses a row of the log by a part of what it says.
    fn choose(&mut self, part: &str) {
        let node = self.harness.get_all_by(|node| {
            node.role() == egui::accesskit::Role::Row
                && node.label().is_some_and(|label| label.contains(part))
        });
        node.into_iter().next().unwrap().click();
        self.settle();
    }
}

#[test]
fn a_filter_asks_for_everything_at_once() {
    let (_folder, path, id) = written();
    let reader = Reader::open(&path).unwrap();
    let seqs = |filter: LogFilter| reader.log(&filter).unwrap();
    let any = LogFilter::default;
    assert_eq!(seqs(any()), [6, 5, 4, 3, 2, 1]);
    let petro = LogFilter {
        person: Some("Petro".to_owned()),
        ..any()
    };
    assert_eq!(seqs(petro.clone()), [6, 5, 4]);
    let record = Some(RecordRef::from(id));
    assert_eq!(seqs(LogFilter { record, ..any() }), [6, 5, 2]);
    let kind = Some(RecordKind::Strike);
    assert_eq!(seqs(LogFilter { kind, ..any() }), [6, 5, 3, 2]);
    // Of any script, in whatever case of letters.
    let text = "харків".to_owned();
    assert_eq!(seqs(LogFilter { text, ..any() }), [3]);
    let text = "SOUTH".to_owned();
    assert_eq!(seqs(LogFilter { text, ..petro }), [6, 5]);
    let from = Some("2999-01-01T00:00:00Z".to_owned());
    assert_eq!(seqs(LogFilter { from, ..any() }), [0; 0]);
    let choices = reader.log_choices().unwrap();
    assert_eq!(choices.persons, ["Olha", "Petro"]);
    assert_eq!(choices.devices.len(), 2);
}

#[test]
fn the_state_after_an_entry_is_made_again() {
    let (_folder, path, id) = written();
    let mut case = Case::open(&path, author("Olha")).unwrap();
    let record = RecordRef::from(id);
    let reader = case.reader().unwrap();
    let then = reader.record_as_of(&record, 5).unwrap().unwrap();
    assert_eq!(then["title"], "Depot south of Kyiv, first report");
    assert_eq!(reader.record_as_of(&record, 1).unwrap(), None);
    case.apply(Change::Remove(record.clone())).unwrap();
    let back = reader.restoration(&record, 6).unwrap().unwrap();
    case.apply(back.change.unwrap()).unwrap();
    assert_eq!(title(&path, id), "Depot");
    assert!(reader.restoration(&record, 6).unwrap().unwrap().change.is_none());
}

#[test]
fn an_entry_shows_its_words_and_its_state_is_restored_and_taken_back() {
    let (_folder, path, id) = written();
    let mut window = history(&path);
    window.choose("south of Kyiv");
    assert!(
        window.sees("\"Entry 5\"") || window.sees("\"Entry 6\""),
        "{}",
        window.names()
    );
    // The entry in which the direction changed: only that word is marked.
    let ctx = window.harness.ctx.clone();
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.selected = vec![id.into()];
    desk.place = Place::Strikes;
    window.app().carry_out(&ctx, UiCommand::HistoryOfItem);
    window.settle();
    assert!(window.sees("3 entries"), "{}", window.names());
    window.choose("north of Kyiv, first report → Depot south");
    assert!(
        window.sees("\"north\"") && window.sees("\"south\""),
        "{}",
        window.names()
    );
    window.click("Restore this state");
    assert_eq!(title(&path, id), "Depot south of Kyiv, first report");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(title(&path, id), "Depot");
    window.app().close_case();
    assert!(
        Reader::open(&path)
            .unwrap()
            .verify(|_, _| true)
            .unwrap()
            .is_sound()
    );
}

#[test]
fn words_narrow_the_log_and_everything_comes_back() {
    let (_folder, path, _) = written();
    let mut window = history(&path);
    window.fill("Words", "Харків");
    assert!(window.sees("1 entry"), "{}", window.names());
    window.click("Show everything");
    assert!(!window.sees("1 entry"));
}
