//! What the window does when a case is locked, in use, damaged, lost, or shown as it was.

mod common;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use witnessmark::case::{Author, Case, CaseFile, Passphrase, Reader, backups_in};
use witnessmark::model::{Change, Component, Custody, Strike};
use witnessmark::settings::Settings;
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

fn author() -> Author {
    Author {
        person: "P. Other".to_owned(),
        device: "22222222-2222-7222-8222-222222222222".to_owned(),
        device_name: "other laptop".to_owned(),
    }
}

fn strike(case: &mut Case, title: &str) {
    let strike = Strike {
        title: title.to_owned(),
        ..Strike::default()
    };
    case.apply(Change::Create(strike.into())).unwrap();
}

fn case_at(path: &Path, key: Option<&str>) {
    let key = key.and_then(|key| Passphrase::new(key.to_owned()));
    let mut case = Case::create_with(path, "Kyiv", author(), key.as_ref()).unwrap();
    strike(&mut case, "Before");
    case.close().unwrap();
}

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    (folder, path)
}

impl Window {
    fn opened(&mut self, path: &Path) {
        let ctx = self.harness.ctx.clone();
        self.app().open_case(&ctx, path);
        self.settle();
    }

    fn sees(&self, text: &str) -> bool {
        self.names().contains(text)
    }

    /// Types a passphrase into the field of this name.
    fn secret(&mut self, name: &str, text: &str) {
        self.harness
            .get_by_role_and_label(Role::PasswordInput, name)
            .focus();
        self.harness.step();
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.step();
    }

    /// Clicks a button that may have to be scrolled to.
    fn press(&mut self, name: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, name)
            .click_accesskit();
        self.settle();
    }

    fn command(&mut self, command: UiCommand) {
        let ctx = self.harness.ctx.clone();
        self.app().carry_out(&ctx, command);
        self.settle();
    }
}

#[test]
fn an_encrypted_case_asks_for_its_passphrase_until_it_is_right() {
    let (_folder, path) = folder();
    case_at(&path, Some("correct horse"));
    let mut window = Window::new();
    window.opened(&path);
    assert!(window.sees("“kyiv” is encrypted"), "{}", window.names());
    window.secret("Passphrase", "wrong");
    window.click("Open");
    assert!(window.sees("does not open"), "{}", window.names());
    window.secret("Passphrase", "correct horse");
    window.harness.key_press(Key::Enter);
    window.settle();
    assert!(window.app().session().is_some(), "{}", window.names());

    // Locked by hand, it asks again and comes back to where one was.
    window.app().session_mut().unwrap().desk_mut().place = Place::Strikes;
    window.settle();
    window.key(Modifiers::COMMAND, Key::L);
    assert!(window.app().session().is_none());
    window.secret("Passphrase", "correct horse");
    window.harness.key_press(Key::Enter);
    window.settle();
    assert_eq!(window.app().session().unwrap().desk().place, Place::Strikes);
}

#[test]
fn a_case_is_encrypted_and_freed_from_the_window() {
    let (_folder, path) = folder();
    case_at(&path, None);
    let mut window = Window::new();
    window.opened(&path);
    window.command(UiCommand::Passphrase);
    window.secret("New passphrase", "correct horse");
    window.secret("The same again", "correct house");
    window.click("Encrypt");
    assert!(window.sees("not the same"), "{}", window.names());
    window.secret("The same again", "");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.secret("The same again", "correct horse");
    window.click("Encrypt");
    assert!(window.app().session().is_some(), "{}", window.names());
    window.app().close_case();
    let key = Passphrase::new("correct horse".to_owned());
    assert!(CaseFile::find(&path, None).is_err());
    assert!(CaseFile::find(&path, key.as_ref()).unwrap().reader().is_ok());
}

#[test]
fn a_case_that_someone_writes_says_who_and_refuses_changes() {
    let (_folder, path) = folder();
    case_at(&path, None);
    let mut case = Case::open(&path, author()).unwrap();
    let mut window = Window::new();
    window.opened(&path);
    assert!(window.sees("other laptop"), "{}", window.names());
    window.command(UiCommand::NewStrike);
    assert!(window.sees("It was not done."), "{}", window.names());
    assert_eq!(case.reader().unwrap().all::<Strike>().unwrap().len(), 1);
    strike(&mut case, "From the other laptop");
    window.app().close_case();
    case.close().unwrap();
}

#[test]
fn a_damaged_case_offers_to_save_what_is_intact() {
    let (folder, path) = folder();
    case_at(&path, None);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..16_384].fill(0);
    std::fs::write(&path, bytes).unwrap();
    let mut window = Window::new();
    window.opened(&path);
    window.click("Save what is intact into a new case");
    assert!(window.sees("kyiv recovered.witness"), "{}", window.names());
    window.click("Close");
    let session = window.app().session().unwrap();
    assert_eq!(session.path(), folder.path().join("kyiv recovered.witness"));
    window.app().close_case();
    let reader = Reader::open(&folder.path().join("kyiv recovered.witness")).unwrap();
    assert_eq!(reader.all::<Strike>().unwrap()[0].title, "Before");
}

#[test]
fn the_records_are_backed_up_at_closing_and_restored_from_the_start_screen() {
    let (folder, path) = folder();
    case_at(&path, None);
    let backups = folder.path().join("backups");
    let kept = backups.clone();
    let mut window = Window::with(move || {
        let mut settings = Settings::in_memory();
        settings.backups = Some(kept.clone());
        settings
    });
    window.opened(&path);
    window.command(UiCommand::NewStrike);
    window.app().close_case();
    assert_eq!(backups_in(&backups).len(), 1);
    // The case is lost.
    std::fs::remove_file(&path).unwrap();
    window.settle();
    window.click("Restore “kyiv” as a new case");
    assert!(window.app().session().is_some(), "{}", window.names());
    assert_eq!(
        window.app().session().unwrap().path().parent(),
        Some(folder.path())
    );
    let restored = window.app().session().unwrap().path().to_owned();
    window.app().close_case();
    assert_eq!(Reader::open(&restored).unwrap().all::<Strike>().unwrap().len(), 2);
}

#[test]
fn the_case_as_it_was_is_shown_and_left_again() {
    let (_folder, path) = folder();
    case_at(&path, None);
    let mut window = Window::new();
    window.opened(&path);
    window.go("Strikes");
    assert!(window.sees("Before"), "{}", window.names());
    window.command(UiCommand::AsOf);
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Day")
        .focus();
    window.harness.step();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text("2020-01-01".to_owned()));
    window.harness.step();
    window.click("Show");
    assert!(window.sees("As the case was on 2020-01-01"), "{}", window.names());
    assert!(!window.sees("Before"), "{}", window.names());
    window.click("Back to now");
    assert!(window.sees("Before"), "{}", window.names());
}

#[test]
fn a_handover_is_recorded_in_the_form_of_its_component() {
    let (_folder, path) = folder();
    let mut case = Case::create(&path, "Kyiv", author()).unwrap();
    let component = Component::default();
    let id = component.id;
    case.apply(Change::Create(component.into())).unwrap();
    case.close().unwrap();
    let mut window = Window::new();
    window.opened(&path);
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.select(id);
    desk.place = Place::Components;
    window.settle();
    window.press("Record a handover");
    window.fill("Received by", "Evidence store");
    window.fill("Seal put on", "A-17");
    window.press("Done");
    window.press("Record a handover");
    let reader = Reader::open(&path).unwrap();
    let handovers: Vec<Custody> = reader.custody_of(id).unwrap();
    assert_eq!(handovers.len(), 2, "{}", window.names());
    assert_eq!(handovers[0].seal_after.as_deref(), Some("A-17"));
    assert_eq!(handovers[1].handed_over_by.as_deref(), Some("Evidence store"));
    assert_eq!(handovers[1].seal_before.as_deref(), Some("A-17"));
    drop(reader);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(Reader::open(&path).unwrap().custody_of(id).unwrap().len(), 1);
}

#[test]
fn an_encrypted_case_that_nobody_touches_is_locked() {
    let (_folder, path) = folder();
    case_at(&path, Some("correct horse"));
    let mut window = Window::new();
    window.opened(&path);
    window.secret("Passphrase", "correct horse");
    window.harness.key_press(Key::Enter);
    window.settle();
    let later = Instant::now() + Duration::from_secs(60 * 16);
    window.app().lock_if_idle(later);
    assert!(window.app().session().is_none());
}
