//! The window in every language: each view of the demonstration case, and a change of language while it is open.

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::window::Window;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use witnessmark::case::{MarkingQueue, Reader};
use witnessmark::demonstration;
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::record::RecordRef;
use witnessmark::settings::Settings;
use witnessmark::text::{Language, set_language, t, tf_in};
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;
use witnessmark::ui::theme::Theme;

fn demonstration_case(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("demonstration.witness");
    demonstration::ensure(&path, &Settings::in_memory().author()).unwrap();
    path
}

/// Every view, with something selected in it where there is something to select.
fn stops(path: &Path) -> Vec<(Place, Vec<RecordRef>)> {
    let reader = Reader::open(path).unwrap();
    let photos = reader
        .photos(&PhotoFilter::default(), PhotoSort::Captured)
        .unwrap();
    let photo = photos.iter().find(|photo| photo.regions > 0).unwrap().id;
    let marking = reader.markings(&[], &MarkingQueue::All).unwrap()[0].id;
    let component = reader.components(&[], "").unwrap()[0].id;
    let weapons = reader.weapons(&[], "").unwrap();
    let weapon = weapons.iter().find(|weapon| weapon.components > 0).unwrap().id;
    let strike = reader.strikes(&[], "").unwrap()[0].id;
    vec![
        (Place::Photos, vec![photo.into()]),
        (Place::Photo(photo), vec![photo.into()]),
        (Place::Markings, vec![marking.into()]),
        (Place::Marking(marking), vec![marking.into()]),
        (Place::Components, vec![component.into()]),
        (Place::Weapons, vec![weapon.into()]),
        (Place::Strikes, vec![strike.into()]),
        (
            Place::Calendar(jiff::civil::date(2024, 8, 18)),
            vec![strike.into()],
        ),
        (Place::Week(jiff::civil::date(2024, 8, 18)), Vec::new()),
        (Place::Agenda(jiff::civil::date(2024, 8, 18)), Vec::new()),
        (Place::Year(2024), Vec::new()),
        (Place::Map, vec![strike.into()]),
        (Place::Analysis, vec![weapon.into()]),
        (Place::Timeline, Vec::new()),
        (Place::History, Vec::new()),
        (Place::Vocabularies, Vec::new()),
        (Place::Questions, Vec::new()),
    ]
}

fn open(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app().open_case(&ctx, path);
    window.settle();
    window
}

fn show(window: &mut Window, place: Place, selected: &[RecordRef]) {
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.place = place;
    desk.selected = selected.to_vec();
    window.settle();
}

/// The English messages without arguments that `language` says otherwise.
fn english_alone(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locale/en");
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        // The words of the demonstration case are in it, in the language in which it was built.
        if file.ends_with("demonstration.ftl") {
            continue;
        }
        for line in std::fs::read_to_string(file).unwrap().lines() {
            let Some((key, text)) = line.split_once(" = ") else {
                continue;
            };
            if !text.contains('{') && tf_in(language, key, &[]) != text {
                found.insert(text.to_owned());
            }
        }
    }
    found
}

/// One test, because the language is the whole program's, and because the case takes a while to draw.
#[test]
fn every_view_speaks_every_language_and_changes_to_another_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = demonstration_case(&folder);
    let stops = stops(&path);
    nothing_is_left_in_english(&path, &stops);
    no_control_lies_on_another_on_a_small_screen(&path, &stops);
    a_chosen_language_shows_as_if_it_had_been_there_from_the_start(&path, &stops);
}

/// The bars at the head of each view, in the largest letters that there are.
fn no_control_lies_on_another_on_a_small_screen(path: &Path, stops: &[(Place, Vec<RecordRef>)]) {
    const CONTROLS: [Role; 6] = [
        Role::Button,
        Role::RadioButton,
        Role::TextInput,
        Role::CheckBox,
        Role::ComboBox,
        Role::Tab,
    ];
    /// The lower edge of the bars, in points.
    const BARS: f32 = 140.0;
    for language in Language::ALL {
        set_language(language);
        let mut window = open(path);
        window.harness.set_size(egui::vec2(1280.0, 800.0));
        let ctx = window.harness.ctx.clone();
        window.app().set_theme(&ctx, Theme::HighContrast);
        for (place, selected) in stops {
            show(&mut window, *place, selected);
            let nodes = window
                .harness
                .query_all_by(|node| CONTROLS.contains(&node.role()));
            let controls: Vec<(String, egui::Rect)> = nodes
                .map(|node| {
                    let name = node.accesskit_node().label().unwrap_or_default();
                    (name, node.rect())
                })
                .filter(|(_, rect)| rect.bottom() < BARS)
                .collect();
            for (nth, (one, rect)) in controls.iter().enumerate() {
                assert!(rect.right() <= 1280.0, "{language:?} {place:?}: {one}");
                for (other, beside) in &controls[nth + 1..] {
                    let shared = rect.intersect(*beside);
                    assert!(
                        shared.width() < 1.0 || shared.height() < 1.0,
                        "{language:?} {place:?}: “{one}” {rect} lies on “{other}” {beside}"
                    );
                }
            }
        }
        window.app().close_case();
    }
}

fn nothing_is_left_in_english(path: &Path, stops: &[(Place, Vec<RecordRef>)]) {
    for language in Language::ALL {
        set_language(language);
        let foreign = english_alone(language);
        let mut window = open(path);
        for (place, selected) in stops {
            show(&mut window, *place, selected);
            let names = window.names();
            assert!(names.contains(t("command-go-photos")), "{place:?}\n{names}");
            let left: Vec<&str> = names
                .lines()
                .filter(|line| {
                    let name = line.split_once(' ').map_or("", |(_, name)| name);
                    foreign.contains(name.trim_matches('"'))
                })
                .collect();
            assert!(
                left.is_empty(),
                "{}, {place:?}: in English is {left:#?}",
                language.code()
            );
        }
        // So that the next window does not find it open.
        window.app().close_case();
    }
}

fn a_chosen_language_shows_as_if_it_had_been_there_from_the_start(
    path: &Path,
    stops: &[(Place, Vec<RecordRef>)],
) {
    for (place, selected) in stops {
        set_language(Language::English);
        let mut window = open(path);
        show(&mut window, *place, selected);
        let ctx = window.harness.ctx.clone();
        window.app().carry_out(&ctx, UiCommand::Settings);
        window.settle();
        window.click_role(Role::RadioButton, "한국어");
        assert!(window.names().contains(t("shell-settings-language")));
        window.click("닫기");
        let changed = window.names();
        window.app().close_case();
        let mut fresh = open(path);
        show(&mut fresh, *place, selected);
        assert_eq!(changed, fresh.names(), "{place:?}");
        fresh.app().close_case();
    }
}
