//! Handing over from the window, and taking a package in: driven by the names of the controls, judged by the functions
//! that the commands use.

mod common;

use std::path::{Path, PathBuf};

use common::evidence::Evidence;
use common::window::{Window, carry_out, choose, click, press};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use ssh_key::{Algorithm, LineEnding, PrivateKey};
use tempfile::TempDir;
use witnessmark::case::{Author, Case, Reader};
use witnessmark::exchange::package::read::check;
use witnessmark::exchange::package::{Plan, export};
use witnessmark::exchange::report;
use witnessmark::job::Progress;
use witnessmark::model::id::{PhotoId, StrikeId};
use witnessmark::model::record::{RecordKind, RecordRef};
use witnessmark::model::{Change, NewPhoto, Photo, Strike, Weapon};
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

/// A case with a strike, its weapon with a marked component, another strike, and `photos` photos.
struct Made {
    folder: TempDir,
    strike: StrikeId,
}

impl Made {
    fn with_photos(photos: usize) -> Self {
        let mut evidence = Evidence::new();
        evidence.weapon(Weapon {
            title: "Missile".to_owned(),
            ..Weapon::default()
        });
        evidence.tie_to_strike("2024-08-18");
        let piece = evidence.component("Jet vane actuator");
        evidence.mark(Some(piece), Some("113"));
        let other = Strike {
            title: "Bridge".to_owned(),
            ..Strike::default()
        };
        evidence.apply(Change::Create(other.into()));
        let all = (0..photos).map(|number| photo(&format!("photo {number}")));
        evidence.case.apply_all(all.collect()).unwrap();
        let strikes = evidence.reader().strikes(&[], "Depot").unwrap();
        let strike = strikes.first().unwrap().id;
        let Evidence { folder, case, .. } = evidence;
        case.close().unwrap();
        Self { folder, strike }
    }

    fn new() -> Self {
        Self::with_photos(3)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn case(&self) -> PathBuf {
        self.path("case.witness")
    }

    fn window(&self) -> Window {
        open(&self.case())
    }

    /// What the command writes of the whole case into a folder of its own, under the same name.
    fn as_the_command_does(&self, write: impl FnOnce(&Reader, &Path), name: &str) -> Vec<u8> {
        let apart = tempfile::tempdir().unwrap();
        let file = apart.path().join(name);
        write(&Reader::open(&self.case()).unwrap(), &file);
        std::fs::read(file).unwrap()
    }
}

fn photo(name: &str) -> Change {
    let bytes = name.as_bytes().to_vec();
    let photo = Photo {
        sha256: witnessmark::case::sha256(&bytes),
        byte_size: bytes.len() as u64,
        file_name: format!("{name}.jpg"),
        width: 40,
        height: 30,
        ..Photo::default()
    };
    Change::AddPhoto(Box::new(NewPhoto {
        photo,
        bytes,
        ..NewPhoto::default()
    }))
}

fn open(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window
}

/// Asks for a place as a chooser of files would give it.
fn to(window: &mut Window, place: &Path) {
    window.app().session_mut().unwrap().hand_over_to(place);
    window.settle();
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

#[test]
fn a_pdf_report_is_the_one_that_the_command_writes() {
    let made = Made::new();
    let mut window = made.window();
    carry_out(&mut window, UiCommand::HandOver);
    for said in ["2 strikes", "1 weapon", "1 component", "1 marking", "3 photos"] {
        sees(&window, said);
    }
    sees(&window, "Photos are shown uncovered");
    choose(&mut window, "Letter (US)");
    click(&mut window, "Hand over");
    let file = made.path("case-report.pdf");
    sees(&window, "The report is written");
    sees(&window, file.to_str().unwrap());
    sees(&window, "Open its folder");
    let options = report::Options {
        size: report::PageSize::Letter,
        ..report::Options::default()
    };
    let other = made.as_the_command_does(
        |reader, to| {
            report::write(reader, &options, to, &Progress::new()).unwrap();
        },
        "r.pdf",
    );
    assert!(std::fs::read(file).unwrap() == other);
}

#[test]
fn a_zip_package_is_the_one_that_the_command_writes_and_is_told_to_be_sound() {
    let made = Made::new();
    let mut window = made.window();
    carry_out(&mut window, UiCommand::HandOver);
    choose(&mut window, "Package, ZIP");
    choose(&mut window, "No key");
    sees(&window, "3 originals with all metadata");
    sees(&window, "Of records, originals and history nothing is left out.");
    click(&mut window, "Hand over");
    sees(&window, "The package is made, was checked, and is sound");
    sees(&window, "The package bears no signature");
    let file = made.path("case-package.zip");
    let verdict = check(&file, None, &Progress::new()).unwrap();
    assert!(verdict.is_sound() && verdict.originals == 3, "{verdict:?}");
    let plan = Plan {
        is_zip: true,
        ..Plan::whole()
    };
    let other = made.as_the_command_does(
        |reader, to| {
            export(reader, &plan, None, to, &Progress::new()).unwrap();
        },
        "case-package.zip",
    );
    assert!(std::fs::read(&file).unwrap() == other);
}

#[test]
fn a_report_in_another_language_leaves_the_window_in_its_own() {
    let made = Made::new();
    let mut window = made.window();
    carry_out(&mut window, UiCommand::HandOver);
    choose(&mut window, "Report, HTML");
    choose(&mut window, "Українська");
    click(&mut window, "Hand over");
    sees(&window, "The report is written");
    let html = std::fs::read_to_string(made.path("case-report.html")).unwrap();
    assert!(html.contains("<html lang=\"uk\">") && html.contains("Зміст"));
    assert!(!html.contains(">Contents<"));
}

#[test]
fn a_selection_is_told_before_and_is_all_that_goes() {
    let made = Made::new();
    let mut window = made.window();
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.place = Place::Strikes;
    desk.selected = vec![made.strike.into()];
    window.settle();
    carry_out(&mut window, UiCommand::HandOver);
    // The whole case, until the part is chosen.
    sees(&window, "2 strikes");
    choose(&mut window, "What is selected: 1 record");
    sees(&window, "1 strike");
    sees(&window, "and everything that hangs on it");
    choose(&mut window, "Package, folder");
    choose(&mut window, "No key");
    sees(&window, "1 weapon");
    sees(&window, "4 other records of these kinds");
    sees(&window, "The history: the package can’t be merged");
    lacks(&window, "holds the text of every record");
    press(&mut window, Role::CheckBox, "With the history of the case");
    window.settle();
    sees(&window, "holds the text of every record");
    press(&mut window, Role::CheckBox, "With the history of the case");
    window.settle();
    click(&mut window, "Hand over");
    sees(&window, "is sound");
    sees(&window, "The history is not in it");
    let package = made.path("case-package");
    let strikes = std::fs::read_to_string(package.join("data/records/strike.jsonl")).unwrap();
    assert!(
        strikes.contains("Depot") && !strikes.contains("Bridge"),
        "{strikes}"
    );
    assert!(!package.join("data/history").exists());
}

#[test]
fn the_photo_in_the_viewer_is_what_is_selected_there() {
    let made = Made::new();
    let reader = Reader::open(&made.case()).unwrap();
    let photos: Vec<Photo> = reader.all().unwrap();
    let photo: PhotoId = photos[1].id;
    drop(reader);
    let mut window = made.window();
    window.app().session_mut().unwrap().desk_mut().place = Place::Photo(photo);
    window.settle();
    carry_out(&mut window, UiCommand::HandOver);
    choose(&mut window, "What is selected: 1 record");
    choose(&mut window, "Package, folder");
    sees(&window, "1 original with all metadata");
}

#[test]
fn a_key_file_signs_and_a_wrong_passphrase_is_told() {
    let made = Made::new();
    let key = PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap();
    let fingerprint = key.fingerprint(ssh_key::HashAlg::Sha256).to_string();
    let locked = key.encrypt(&mut ssh_key::rand_core::OsRng, "right").unwrap();
    locked
        .write_openssh_file(&made.path("key"), LineEnding::LF)
        .unwrap();
    let mut window = made.window();
    let enter = |window: &mut Window, passphrase: &str| {
        let name = "Passphrase of the key, if it has one";
        window
            .harness
            .get_by_role_and_label(Role::PasswordInput, name)
            .focus();
        window.harness.step();
        window.harness.event(egui::Event::Text(passphrase.to_owned()));
        window.settle();
    };
    carry_out(&mut window, UiCommand::HandOver);
    choose(&mut window, "Package, ZIP");
    choose(&mut window, "A key file");
    sees(&window, "Choose the file of the key");
    let file = made.path("key");
    window.app().session_mut().unwrap().sign_with(&file);
    window.settle();
    enter(&mut window, "wrong");
    click(&mut window, "Hand over");
    sees(&window, "Nothing was handed over");
    sees(&window, file.to_str().unwrap());
    assert!(!made.path("case-package.zip").exists() && !made.path("case-package.zip.partial").exists());
    click(&mut window, "Choose again");
    enter(&mut window, "right");
    click(&mut window, "Hand over");
    sees(&window, &fingerprint);
    let verdict = check(
        &made.path("case-package.zip"),
        Some(&fingerprint),
        &Progress::new(),
    );
    assert!(verdict.unwrap().is_sound());
}

#[test]
fn a_stopped_package_is_gone_on_with_from_the_message_and_from_the_dialog() {
    let made = Made::with_photos(1500);
    let mut window = made.window();
    let partial = made.path("case-package.partial");
    let stop = |window: &mut Window| {
        for _ in 0..10_000 {
            let name = "Cancel: Making a package";
            let node = window.harness.query_by_role_and_label(Role::Button, name);
            let begun = partial.join("data/originals").exists();
            if let Some(node) = node
                && begun
            {
                node.click_accesskit();
                window.settle();
                return;
            }
            window.harness.step();
        }
        panic!("nothing was to be stopped in\n{}", window.names());
    };
    carry_out(&mut window, UiCommand::HandOver);
    choose(&mut window, "Package, folder");
    choose(&mut window, "No key");
    press(&mut window, Role::Button, "Hand over");
    stop(&mut window);
    sees(&window, "Stopped");
    sees(&window, partial.to_str().unwrap());
    assert!(partial.exists() && !made.path("case-package").exists());
    // As after a crash: asked again, it says what is there.
    click(&mut window, "Close");
    carry_out(&mut window, UiCommand::HandOver);
    sees(&window, "An unfinished package of this case is there");
    press(&mut window, Role::Button, "Hand over");
    stop(&mut window);
    sees(&window, "Stopped");
    click(&mut window, "Go on");
    sees(&window, "The package is made, was checked, and is sound");
    sees(&window, "there already, from an export that was cut short");
    assert!(!partial.exists());
    let verdict = check(&made.path("case-package"), None, &Progress::new()).unwrap();
    assert!(verdict.is_sound() && verdict.originals == 1500, "{verdict:?}");
}

#[test]
fn what_is_there_is_not_replaced_and_a_place_that_is_none_is_told() {
    let made = Made::new();
    std::fs::write(made.path("case-report.pdf"), "mine").unwrap();
    let mut window = made.window();
    carry_out(&mut window, UiCommand::HandOver);
    // A free name is offered.
    click(&mut window, "Hand over");
    assert!(made.path("case-report-2.pdf").exists());
    click(&mut window, "Close");
    carry_out(&mut window, UiCommand::HandOver);
    to(&mut window, &made.path("case-report.pdf"));
    sees(&window, "case-report.pdf already, and it is not touched");
    to(&mut window, &made.path("none/report.pdf"));
    sees(&window, "This folder is not there");
    // A name alone is one beside the case, and once it is taken another is offered.
    to(&mut window, Path::new("court.pdf"));
    click(&mut window, "Hand over");
    assert!(made.path("court.pdf").exists());
    click(&mut window, "Close");
    carry_out(&mut window, UiCommand::HandOver);
    lacks(&window, "is not touched");
    click(&mut window, "Hand over");
    assert!(made.path("case-report-3.pdf").exists());
    assert_eq!(std::fs::read(made.path("case-report.pdf")).unwrap(), b"mine");
}

/// Presses Tab until the control of this name has the keyboard.
fn tab_to(window: &mut Window, name: &str) {
    for _ in 0..60 {
        window.key(Modifiers::NONE, Key::Tab);
        let has_focus = window.harness.query_all_by_label(name).any(|node| {
            let node = node.accesskit_node();
            node.is_focused()
        });
        if has_focus {
            return;
        }
    }
    panic!("Tab does not come to {name:?} in\n{}", window.names());
}

#[test]
fn the_past_is_not_handed_over() {
    let made = Made::new();
    let mut window = made.window();
    carry_out(&mut window, UiCommand::AsOf);
    click(&mut window, "Show");
    sees(&window, "Back to now");
    carry_out(&mut window, UiCommand::HandOver);
    lacks(&window, "What would be in it");
    sees(&window, "Go back to now first");
}

#[test]
fn the_keyboard_suffices() {
    let made = Made::new();
    let mut window = made.window();
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);
    tab_to(&mut window, "Package, ZIP");
    window.key(Modifiers::NONE, Key::Space);
    tab_to(&mut window, "No key");
    window.key(Modifiers::NONE, Key::Space);
    tab_to(&mut window, "Hand over");
    window.key(Modifiers::NONE, Key::Enter);
    sees(&window, "is sound");
    tab_to(&mut window, "Close");
    window.key(Modifiers::NONE, Key::Enter);
    lacks(&window, "is sound");
    assert!(
        check(&made.path("case-package.zip"), None, &Progress::new())
            .unwrap()
            .is_sound()
    );
    window.key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);
    sees(&window, "What would be in it");
    window.key(Modifiers::NONE, Key::Escape);
    lacks(&window, "What would be in it");
}

#[test]
fn a_package_that_lacks_an_original_is_told_before() {
    let made = Made::new();
    let key = witnessmark::case::sha256(b"photo 1").to_string();
    let conn = rusqlite::Connection::open(made.case()).unwrap();
    let gone = conn.execute(
        "DELETE FROM original WHERE hex(sha256) = upper(?1) OR sha256 = ?1",
        [key],
    );
    assert_eq!(gone.unwrap(), 1);
    drop(conn);
    let mut window = made.window();
    carry_out(&mut window, UiCommand::HandOver);
    choose(&mut window, "Package, folder");
    choose(&mut window, "No key");
    sees(&window, "The case lacks the original of 1 photo");
}

/// Two copies of a case; in the other one B wrote a title.
struct Apart {
    made: Made,
}

impl Apart {
    fn new() -> Self {
        let made = Made::new();
        std::fs::copy(made.case(), made.path("b.witness")).unwrap();
        let author = Author {
            person: "B. Person".to_owned(),
            device: "22222222-2222-7222-8222-222222222222".to_owned(),
            device_name: "laptop B".to_owned(),
        };
        let mut case = Case::open(&made.path("b.witness"), author).unwrap();
        let fields = serde_json::json!({"title": "Depot north"})
            .as_object()
            .unwrap()
            .clone();
        let record: RecordRef = made.strike.into();
        case.apply(Change::Edit { record, fields }).unwrap();
        case.apply(photo("from B")).unwrap();
        case.close().unwrap();
        Self { made }
    }

    /// A package of B's copy.
    fn package(&self, name: &str, plan: &Plan) -> PathBuf {
        let to = self.made.path(name);
        let reader = Reader::open(&self.made.path("b.witness")).unwrap();
        export(&reader, plan, None, &to, &Progress::new()).unwrap();
        to
    }

    fn title(&self) -> String {
        let reader = Reader::open(&self.made.case()).unwrap();
        reader.title(&self.made.strike.into()).unwrap()
    }

    fn take_in(&self, window: &mut Window, path: &Path) {
        window.app().session_mut().unwrap().take_in(path.to_owned());
        window.settle();
    }
}

#[test]
fn packages_of_another_copy_are_shown_before_they_are_taken_in() {
    for is_zip in [false, true] {
        let apart = Apart::new();
        let plan = Plan {
            is_zip,
            ..Plan::whole()
        };
        let name = if is_zip { "b.zip" } else { "b-package" };
        let package = apart.package(name, &plan);
        let mut window = apart.made.window();
        apart.take_in(&mut window, &package);
        sees(&window, &format!("What {name} would bring"));
        sees(&window, "laptop B: 3 entries");
        assert_eq!(apart.title(), "Depot");
        click(&mut window, "Not now");
        apart.take_in(&mut window, &package);
        click(&mut window, "Take in");
        sees(&window, "Taken in: 3 entries");
        assert_eq!(apart.title(), "Depot north");
        let reader = Reader::open(&apart.made.case()).unwrap();
        let hash = witnessmark::case::sha256(b"from B");
        assert_eq!(reader.original_of(&hash).unwrap().unwrap(), b"from B");
    }
}

#[test]
fn an_unsound_package_is_refused_with_all_that_is_wrong() {
    let apart = Apart::new();
    let package = apart.package("b-package", &Plan::whole());
    let file = package.join("data/records/strike.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("Depot north", "Depot south")).unwrap();
    std::fs::remove_file(package.join("data/records/weapon.csv")).unwrap();
    let entries = Reader::open(&apart.made.case()).unwrap().chains().unwrap();
    let mut window = apart.made.window();
    apart.take_in(&mut window, &package);
    sees(&window, "b-package is not sound");
    sees(&window, "data/records/strike.jsonl: it was changed");
    sees(&window, "data/records/weapon.csv: it is missing");
    lacks(&window, "Take in\"");
    assert_eq!(apart.title(), "Depot");
    assert_eq!(
        Reader::open(&apart.made.case()).unwrap().chains().unwrap(),
        entries
    );
}

#[test]
fn a_package_without_history_or_of_another_case_is_refused() {
    let apart = Apart::new();
    let plan = Plan::of(vec![RecordRef::new(RecordKind::Strike, apart.made.strike)]);
    let part = apart.package("part", &plan);
    let mut window = apart.made.window();
    apart.take_in(&mut window, &part);
    sees(&window, "part holds no history");
    let foreign = Made::new();
    let to = apart.made.path("foreign");
    let reader = Reader::open(&foreign.case()).unwrap();
    export(&reader, &Plan::whole(), None, &to, &Progress::new()).unwrap();
    apart.take_in(&mut window, &to);
    sees(&window, "is of another case");
    apart.take_in(&mut window, &apart.made.path("nothing.zip"));
    sees(&window, "There is no package at");
}
