//! The team's store in the window: two laptops with homes of their own come together through a folder, driven by the names of
//! the controls.

mod common;

use std::path::{Path, PathBuf};

use common::evidence::Evidence;
use common::window::{Window, carry_out, choose, click, press};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use tempfile::TempDir;
use witnessmark::case::{Author, Case, Reader, sha256};
use witnessmark::exchange::team::laptop::Laptop;
use witnessmark::intake::renew::photo_of;
use witnessmark::model::id::PhotoId;
use witnessmark::model::record::RecordRef;
use witnessmark::model::{Change, Photo, Strike};
use witnessmark::settings::{Settings, signing_key_in};
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

/// The field in which the store is named.
const PLACE: &str = "Folder, or s3://BUCKET/PREFIX";

/// Two laptops, each with a copy of one case; on A there is a strike and a photo that B does not know.
struct Two {
    folder: TempDir,
    photo: PhotoId,
}

impl Two {
    fn new() -> Self {
        let evidence = Evidence::new();
        let Evidence { folder, case, .. } = evidence;
        case.close().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::copy(path("case.witness"), path("b.witness")).unwrap();
        std::fs::rename(path("case.witness"), path("a.witness")).unwrap();
        let mut case = Case::open(&path("a.witness"), author("A")).unwrap();
        let strike = Strike {
            title: "Bridge".to_owned(),
            ..Strike::default()
        };
        case.apply(Change::Create(strike.into())).unwrap();
        let name = "Issue 609.jpg";
        let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
        let bytes = std::fs::read(photos.join(name)).unwrap();
        let photo = photo_of(name, sha256(&bytes), bytes);
        let id = photo.photo.id;
        case.apply(Change::AddPhoto(Box::new(photo))).unwrap();
        case.close().unwrap();
        Self { folder, photo: id }
    }

    /// With a store to which A has pushed.
    fn pushed() -> Self {
        let two = Self::new();
        two.found().close_case();
        two
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn store(&self) -> String {
        self.path("store").to_str().unwrap().to_owned()
    }

    fn reader(&self, laptop: &str) -> Reader {
        Reader::open(&self.path(&format!("{}.witness", laptop.to_lowercase()))).unwrap()
    }

    fn fingerprint(&self, laptop: &str) -> String {
        let key = signing_key_in(&self.path(&format!("keys {laptop}"))).unwrap();
        key.fingerprint(ssh_key::HashAlg::Sha256).to_string()
    }

    /// The window of a laptop.
    fn start(&self, laptop: &'static str) -> Window {
        let (memory, keys) = (
            self.path(&format!("memory {laptop}")),
            self.path(&format!("keys {laptop}")),
        );
        Window::with(move || {
            let mut settings = Settings::in_memory();
            let author = author(laptop);
            settings.person = author.person;
            settings.device = author.device;
            settings.device_name = author.device_name;
            settings.laptop = Laptop {
                memory: Some(memory.clone()),
                keys: Some(keys.clone()),
                has_keyring: false,
            };
            settings
        })
    }

    /// The window of a laptop, with its case open.
    fn window(&self, laptop: &'static str) -> Window {
        let mut window = self.start(laptop);
        let ctx = window.harness.ctx.clone();
        let case = self.path(&format!("{}.witness", laptop.to_lowercase()));
        window.app().open_case(&ctx, &case);
        window.settle();
        window
    }

    /// A's window, after it has made the store and pushed.
    fn found(&self) -> Window {
        let mut window = self.window("A");
        carry_out(&mut window, UiCommand::TeamStore);
        choose(&mut window, "A new store");
        window.fill(PLACE, &self.store());
        click(&mut window, "Make a new store here");
        sees(&window, "Nobody has pushed yet.");
        click(&mut window, "Push");
        sees(&window, "Brought: ");
        window
    }

    /// B's window, with the store in use and what it has shown.
    fn using(&self) -> Window {
        let mut window = self.window("B");
        carry_out(&mut window, UiCommand::TeamStore);
        window.fill(PLACE, &self.store());
        click(&mut window, "Use this store");
        window
    }
}

fn author(laptop: &str) -> Author {
    let digit = if laptop == "A" { "1" } else { "2" };
    Author {
        person: format!("{laptop}. Person"),
        device: format!(
            "{}-{}-7{}-8{}-{}",
            digit.repeat(8),
            digit.repeat(4),
            digit.repeat(3),
            digit.repeat(3),
            digit.repeat(12)
        ),
        device_name: format!("laptop {laptop}"),
    }
}

trait Closes {
    fn close_case(self);
}

impl Closes for Window {
    fn close_case(mut self) {
        self.app().close_case();
    }
}

fn sees(window: &Window, text: &str) {
    assert!(
        window.names().contains(text),
        "{text} is not in\n{}",
        window.names()
    );
}

fn lacks(window: &Window, text: &str) {
    assert!(!window.names().contains(text), "{text} is in\n{}", window.names());
}

fn strikes(reader: &Reader) -> Vec<String> {
    let strikes: Vec<Strike> = reader.all().unwrap();
    strikes.into_iter().map(|strike| strike.title).collect()
}

/// The parts of A's log in the store.
fn log(two: &Two) -> Vec<PathBuf> {
    let log = two.path("store/log").join(author("A").device);
    let mut parts: Vec<PathBuf> = std::fs::read_dir(log)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    parts.sort();
    parts
}

#[test]
fn what_one_window_pushes_another_pulls() {
    let two = Two::pushed();
    assert!(strikes(&two.reader("B")).is_empty());
    let mut window = two.using();
    // Told before: what there is, and who wrote it.
    sees(&window, "Not sealed");
    sees(&window, "To pull: ");
    sees(&window, "laptop A, last on ");
    sees(&window, &two.fingerprint("A"));
    assert!(strikes(&two.reader("B")).is_empty());
    click(&mut window, "Pull");
    sees(&window, "one preview, 0 originals");
    let reader = two.reader("B");
    assert_eq!(strikes(&reader), ["Bridge"]);
    assert!(reader.medium_preview(two.photo).unwrap().is_some());
    assert!(reader.original(two.photo).unwrap().is_none());
    // The store is remembered, and nothing is left to take but the original.
    window.close_case();
    let mut window = two.window("B");
    carry_out(&mut window, UiCommand::TeamStore);
    sees(&window, "To pull: 0 entries, 0 previews, one original");
    click(&mut window, "Pull with originals");
    sees(&window, "one original");
    let original = two.reader("B").original(two.photo).unwrap().unwrap();
    let photo = two.reader("B").get::<Photo>(two.photo).unwrap().unwrap();
    assert_eq!(sha256(&original), photo.sha256);
    assert!(two.reader("B").verify(|_, _| true).unwrap().is_sound());
}

#[test]
fn who_writes_is_told_with_the_key_before_anything_is_taken() {
    let two = Two::pushed();
    let window = two.using();
    sees(&window, &two.fingerprint("A"));
    sees(&window, "key as first seen");
    sees(&window, "Ask the owner of each laptop by another way");
}

#[test]
fn a_team_is_joined_from_the_start_screen() {
    let two = Two::pushed();
    let mut window = two.start("B");
    click(&mut window, "Join a team …");
    window.fill(PLACE, &two.store());
    sees(&window, "Make the copy: Say where the new copy is to be.");
    let copy = two.path("joined");
    window.fill("File of the new copy", copy.to_str().unwrap());
    click(&mut window, "Make the copy");
    // The laptop of A is new here: its key is named.
    sees(&window, "The copy is made");
    sees(&window, &two.fingerprint("A"));
    click(&mut window, "Close");
    let reader = Reader::open(&two.path("joined.witness")).unwrap();
    assert_eq!(strikes(&reader), ["Bridge"]);
    drop(reader);
    // And it knows its store.
    carry_out(&mut window, UiCommand::TeamStore);
    sees(&window, "To pull: 0 entries, 0 previews, one original");
    window.close_case();
    // What can't be joined is said, and leaves no file.
    let mut window = two.start("B");
    click(&mut window, "Join a team …");
    window.fill(PLACE, two.path("nothing").to_str().unwrap());
    window.fill("File of the new copy", two.path("other").to_str().unwrap());
    click(&mut window, "Make the copy");
    sees(&window, "There is no team's store at");
    assert!(!two.path("other.witness").exists());
}

#[test]
fn a_photo_whose_original_is_not_here_says_so_and_gets_it() {
    let two = Two::pushed();
    let mut window = two.using();
    click(&mut window, "Pull");
    window.app().session_mut().unwrap().desk_mut().place = Place::Photo(two.photo);
    window.settle();
    sees(&window, "The original is not here yet");
    lacks(&window, "No preview");
    click(&mut window, "Get the original");
    lacks(&window, "The original is not here yet");
    sees(&window, "one original");
    assert!(two.reader("B").original(two.photo).unwrap().is_some());
}

#[test]
fn without_a_store_only_the_line_is_there() {
    let two = Two::pushed();
    let mut window = two.using();
    click(&mut window, "Pull");
    window.close_case();
    std::fs::remove_dir_all(two.path("memory B")).unwrap();
    let mut window = two.window("B");
    window.app().session_mut().unwrap().desk_mut().place = Place::Photo(two.photo);
    window.settle();
    sees(&window, "The original is not here yet");
    lacks(&window, "Get the original\"");
}

#[test]
fn an_original_that_is_not_in_the_store_is_told() {
    let two = Two::pushed();
    let mut window = two.using();
    click(&mut window, "Pull");
    std::fs::remove_dir_all(two.path("store/originals")).unwrap();
    let photo: RecordRef = two.photo.into();
    window.app().session_mut().unwrap().desk_mut().selected = vec![photo];
    window.settle();
    carry_out(&mut window, UiCommand::GetOriginals);
    sees(&window, "One original that was asked for is not in the store yet");
    sees(&window, "originals/");
    assert!(two.reader("B").original(two.photo).unwrap().is_none());
}

#[test]
fn a_damaged_part_of_a_log_is_named_with_its_laptop() {
    let two = Two::pushed();
    let part = log(&two).remove(0);
    let mut bytes = std::fs::read(&part).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&part, bytes).unwrap();
    let name = part.file_name().unwrap().to_str().unwrap().to_owned();
    let mut window = two.using();
    sees(&window, &name);
    sees(&window, "Its bytes are not those that its name tells.");
    click(&mut window, "Pull");
    sees(&window, "Taken in: 0 entries");
    sees(&window, &name);
    assert!(strikes(&two.reader("B")).is_empty());
}

#[test]
fn what_is_wrong_with_a_place_is_said_beside_it() {
    let two = Two::pushed();
    let mut window = two.window("B");
    carry_out(&mut window, UiCommand::TeamStore);
    window.fill(PLACE, two.path("nothing").to_str().unwrap());
    click(&mut window, "Use this store");
    sees(&window, "There is no team's store at");
    sees(&window, "Use this store");
    assert!(!two.path("nothing").exists());
    window.key(Modifiers::NONE, Key::Escape);
    lacks(&window, "Use this store");
    // A store is not made over another one.
    carry_out(&mut window, UiCommand::TeamStore);
    choose(&mut window, "A new store");
    window.fill(PLACE, &two.store());
    click(&mut window, "Make a new store here");
    sees(&window, "is a team's store already");
}

#[test]
fn a_sealed_store_wants_its_key() {
    let two = Two::new();
    let mut window = two.window("A");
    carry_out(&mut window, UiCommand::TeamStore);
    choose(&mut window, "A new store");
    press(
        &mut window,
        Role::CheckBox,
        "Seal it: whoever owns the place can read nothing",
    );
    window.settle();
    window.fill(PLACE, &two.store());
    let key = two.path("team.key");
    window.fill("Where to write the key of the store", key.to_str().unwrap());
    click(&mut window, "Make a new store here");
    sees(&window, "Hand the key's file to your colleagues");
    sees(&window, "Sealed: whoever owns the place reads nothing.");
    click(&mut window, "Push");
    window.close_case();

    let mut window = two.using();
    sees(&window, "The store is sealed for age1");
    let field = "Key file of a sealed store, if its key is not on this laptop yet";
    window.fill(field, key.to_str().unwrap());
    click(&mut window, "Use this store");
    click(&mut window, "Pull");
    assert_eq!(strikes(&two.reader("B")), ["Bridge"]);
}

#[test]
fn a_bucket_asks_for_what_it_needs() {
    let two = Two::new();
    let mut window = two.window("A");
    carry_out(&mut window, UiCommand::TeamStore);
    lacks(&window, "Secret access key");
    window.fill(PLACE, "s3://team/case");
    sees(&window, "Address of the S3-compatible service");
    sees(&window, "Secret access key");
    // Neither is typed, and there is no keyring.
    click(&mut window, "Use this store");
    sees(&window, "A bucket wants credentials");
    window.fill("Access key id", "AKIA");
    sees(
        &window,
        "Use this store: Give both the access key id and the secret",
    );
}

#[test]
fn the_past_is_not_brought_together() {
    let two = Two::new();
    let mut window = two.window("A");
    carry_out(&mut window, UiCommand::AsOf);
    click(&mut window, "Show");
    carry_out(&mut window, UiCommand::TeamStore);
    sees(&window, "Go back to now first");
    lacks(&window, "Use this store");
}

/// A line that does not answer: whoever opens the store's first object waits.
#[cfg(unix)]
#[test]
fn while_the_store_does_not_answer_the_case_is_worked_on() {
    let two = Two::pushed();
    let mut window = two.using();
    window.key(Modifiers::NONE, Key::Escape);
    let head = two.path("store/witnessmark-team.json");
    std::fs::remove_file(&head).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&head).status();
    assert!(made.unwrap().success());
    let ctx = window.harness.ctx.clone();
    window.app().carry_out(&ctx, UiCommand::TeamStore);
    let name = "Cancel: Asking the team store";
    for _ in 0..100 {
        window.harness.step();
    }
    sees(&window, name);
    window.harness.key_press(Key::Escape);
    window.harness.step();
    window.app().carry_out(&ctx, UiCommand::NewStrike);
    let begun = std::time::Instant::now();
    while strikes(&two.reader("B")).is_empty() {
        let frame = std::time::Instant::now();
        window.harness.step();
        assert!(frame.elapsed().as_secs() < 5, "a frame waited");
        assert!(begun.elapsed().as_secs() < 60, "the case waited for the store");
    }
    sees(&window, name);
    // The line answers, with nothing that can be read.
    drop(std::fs::OpenOptions::new().write(true).open(&head).unwrap());
    window.settle();
    lacks(&window, name);
}

#[test]
fn the_keyboard_suffices() {
    let two = Two::pushed();
    let mut window = two.window("B");
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);
    sees(&window, "Use this store");
    window.key(Modifiers::NONE, Key::Escape);
    lacks(&window, "Use this store");
}
