//! The grid of photos, the viewer and the photo's form in the window, driven by keys and names of controls.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use witnessmark::case::{Case, Reader};
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::id::PhotoId;
use witnessmark::model::{Change, Component, Photo, Region};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::{Desk, Place};

/// The photos' names, in the order in which the grid shows them.
const NAMES: [&str; 7] = ["a.png", "b.png", "c.png", "d.png", "e.png", "f.png", "g.png"];

/// A window of 1280 x 800 points on a case with seven photos of 400 x 300 pixels and one component.
struct Window {
    harness: Harness<'static, Option<App>>,
    folder: tempfile::TempDir,
}

impl Window {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let mut case = Case::create(&path, "Test", Settings::in_memory().author()).unwrap();
        let component = Component {
            title: "Actuator".to_owned(),
            ..Component::default()
        };
        case.apply(Change::Create(component.into())).unwrap();
        case.close().unwrap();
        let harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(4)
            .with_step_dt(1.0 / 60.0)
            .build_ui_state(
                |ui, app: &mut Option<App>| {
                    app.get_or_insert_with(|| App::new(ui.ctx(), Settings::in_memory()))
                        .show(ui);
                },
                None,
            );
        let mut window = Self { harness, folder };
        window.settle();
        let ctx = window.harness.ctx.clone();
        window.app().open_case(&ctx, &path);
        window.settle();
        let photos = window.folder.path().join("photos");
        std::fs::create_dir(&photos).unwrap();
        for (shade, name) in NAMES.iter().enumerate() {
            let picture = image::RgbImage::from_pixel(400, 300, image::Rgb([30 * shade as u8, 90, 60]));
            picture.save(photos.join(name)).unwrap();
        }
        window.app().session_mut().unwrap().import(vec![photos]);
        window.settle();
        window
    }

    /// Frames until nothing is on its way, and then some for the layout to come to rest.
    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..400_000 {
            self.harness.step();
            let app = self.harness.state().as_ref().unwrap();
            quiet = if app.is_quiet() { quiet + 1 } else { 0 };
            if quiet > 5 {
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

    fn reader(&self) -> Reader {
        Reader::open(&self.folder.path().join("case.witness")).unwrap()
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    fn click(&mut self, role: Role, name: &str) {
        let Some(node) = self.harness.query_by_role_and_label(role, name) else {
            panic!("there is no {role:?} {name:?} in\n{}", self.names());
        };
        node.click();
        self.settle();
    }

    fn names(&self) -> String {
        let nodes = self.harness.query_all_by(|_| true);
        let names = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            Some(format!(
                "{:?} {:?}",
                node.role(),
                node.label().or_else(|| node.value())?
            ))
        });
        names.collect::<Vec<_>>().join("\n")
    }

    fn shows(&self, text: &str) -> bool {
        self.names().contains(text)
    }

    /// Types into a field and leaves the keyboard in it.
    fn type_into(&mut self, name: &str, text: &str) {
        {
            let mut fields = self.harness.query_all_by_label(name);
            let field = fields.find(|node| {
                let role = node.accesskit_node().role();
                matches!(role, Role::TextInput | Role::MultilineTextInput)
            });
            field
                .unwrap_or_else(|| panic!("there is no field {name:?}"))
                .focus();
        }
        self.harness.step();
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    fn photos(&self) -> Vec<PhotoId> {
        let rows = self.reader().photos(&PhotoFilter::default(), PhotoSort::FileName);
        rows.unwrap().into_iter().map(|row| row.id).collect()
    }

    /// The letters of the selected photos, in the order of the selection.
    fn selected(&self) -> String {
        let photos = self.photos();
        let letter = |photo: &PhotoId| {
            let place = photos.iter().position(|other| other == photo).unwrap();
            NAMES[place].chars().next().unwrap()
        };
        self.desk().selected_photos().iter().map(letter).collect()
    }

    fn drag(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.harness.drag_at(from);
        self.harness.step();
        for step in 1..=8 {
            self.harness.hover_at(from + (to - from) * (step as f32 / 8.0));
            self.harness.step();
        }
        self.harness.drop_at(to);
        self.settle();
    }
}

fn step_back(window: &mut Window) {
    window.key(Modifiers::COMMAND, Key::Z);
}

#[test]
fn photos_are_selected_by_keys_as_files_are() {
    let mut window = Window::new();
    let shift = Modifiers::SHIFT;
    for (modifiers, key, expected) in [
        (Modifiers::NONE, Key::ArrowRight, "a"),
        (Modifiers::NONE, Key::ArrowRight, "b"),
        (shift, Key::ArrowRight, "bc"),
        (shift, Key::ArrowRight, "bcd"),
        (shift, Key::ArrowLeft, "bc"),
        (shift, Key::Home, "ba"),
        (Modifiers::NONE, Key::End, "g"),
        (Modifiers::COMMAND, Key::A, "abcdefg"),
        (Modifiers::NONE, Key::Escape, ""),
        (Modifiers::NONE, Key::Home, "a"),
        (Modifiers::NONE, Key::ArrowDown, "e"),
    ] {
        window.key(modifiers, key);
        assert_eq!(window.selected(), expected, "{modifiers:?} {key:?}");
    }
}

#[test]
fn what_is_searched_for_is_counted_and_enter_in_the_field_opens_nothing() {
    let mut window = Window::new();
    window.press(Key::Slash);
    window.harness.event(egui::Event::Text("c.p".to_owned()));
    window.settle();
    assert!(window.shows("1 of 7 photos"), "{}", window.names());
    assert!(!window.shows("d.png"));
    window.press(Key::Enter);
    assert_eq!(window.desk().place, Place::Photos);
    window.press(Key::Enter);
    assert!(matches!(window.desk().place, Place::Photo(_)));
}

#[test]
fn many_photos_are_linked_and_tagged_as_one_step_each() {
    let mut window = Window::new();
    window.key(Modifiers::COMMAND, Key::A);
    window.click(Role::Button, "Link all to…");
    window.press(Key::Enter);
    let shown = |window: &Window| window.reader().components(&[], "").unwrap()[0].photos;
    assert_eq!(shown(&window), 7, "{}", window.names());
    step_back(&mut window);
    assert_eq!(shown(&window), 0);
    window.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.click(Role::Button, "Unlink…");
    window.click(Role::Button, "Actuator");
    assert_eq!(shown(&window), 0);

    window.key(Modifiers::COMMAND, Key::T);
    window.type_into("A tag for all of them", "burnt");
    window.press(Key::Enter);
    assert_eq!(window.reader().bearers("burnt").unwrap().len(), 7);
}

#[test]
fn a_credit_goes_to_all_selected_photos_and_different_ones_are_not_overwritten() {
    let mut window = Window::new();
    let credits = |window: &Window| {
        let photos = window.reader().all::<Photo>().unwrap();
        let mut credits: Vec<_> = photos.into_iter().filter_map(|photo| photo.credit).collect();
        credits.sort();
        credits.join(" ")
    };
    window.press(Key::ArrowRight);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    window.type_into("Credit line", "Team");
    window.press(Key::Enter);
    assert_eq!(credits(&window), "Team Team");
    // Of three photos, one has none: leaving the field as it is changes nothing.
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.selected(), "abc");
    window.type_into("Credit line", "");
    window.press(Key::Enter);
    window.press(Key::Home);
    assert_eq!(credits(&window), "Team Team");
    step_back(&mut window);
    assert_eq!(credits(&window), "");
}

#[test]
fn a_region_drawn_on_a_turned_photo_is_in_pixels_of_the_original() {
    let mut window = Window::new();
    window.press(Key::ArrowRight);
    window.press(Key::Enter);
    window.press(Key::R);
    window.press(Key::M);
    let middle = window
        .harness
        .get_by_role_and_label(Role::Button, "Mark a region");
    assert!(middle.accesskit_node().label().is_some());
    // Turned clockwise, 300 x 400 points lie in the middle of the area; dragging there draws.
    let centre = pos2(514.0, 444.0);
    window.drag(
        centre + egui::vec2(-100.0, -50.0),
        centre + egui::vec2(-40.0, 40.0),
    );
    assert!(window.shows("New marking"), "{}", window.names());
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(matches!(window.desk().place, Place::Photo(_)));
    let regions = window.reader().all::<Region>().unwrap();
    assert_eq!(regions.len(), 1);
    // 90 points down the screen are 90 pixels across the original; 60 across are 60 down.
    let (width, height) = (regions[0].width, regions[0].height);
    assert!(
        width.abs_diff(90) <= 1 && height.abs_diff(60) <= 1,
        "{:?}",
        regions[0]
    );
    // Left on the screen is down in the original.
    assert!(
        regions[0].x.abs_diff(150) <= 4 && regions[0].y.abs_diff(190) <= 4,
        "{:?}",
        regions[0]
    );
    assert!(window.shows("Region: not transcribed"), "{}", window.names());

    // The same marking is seen once more, on the next photo.
    window.press(Key::ArrowRight);
    window.press(Key::M);
    window.drag(centre, centre + egui::vec2(50.0, 30.0));
    window.harness.event(egui::Event::Text("not trans".to_owned()));
    window.settle();
    window.press(Key::Enter);
    let seen = window.reader().regions_of_marking(regions[0].marking).unwrap();
    assert_eq!(seen.len(), 2, "{}", window.names());
    assert_eq!(window.desk().place, Place::Marking(regions[0].marking));
}

#[test]
fn keys_typed_in_a_form_are_not_the_viewers() {
    let mut window = Window::new();
    window.press(Key::ArrowRight);
    window.press(Key::Enter);
    let photo = window.desk().place;
    window.type_into("Caption", "Fin");
    window.press(Key::Escape);
    assert_eq!(window.desk().place, photo);
    window.type_into("Credit line", "Team");
    window.press(Key::Enter);
    assert_eq!(window.desk().place, photo);
    window.press(Key::Escape);
    assert_eq!(window.desk().place, Place::Photos);
}

#[test]
fn a_photo_that_leaves_the_filter_stays_in_view_and_the_next_one_follows() {
    let mut window = Window::new();
    window.press(Key::Slash);
    window.harness.event(egui::Event::Text(".png".to_owned()));
    window.settle();
    window.press(Key::Escape);
    window.press(Key::Home);
    window.press(Key::ArrowRight);
    assert_eq!(window.selected(), "b");
    window.press(Key::Enter);
    let (second, third) = (window.photos()[1], window.photos()[2]);
    let removed = Change::Remove(second.into());
    window.app().session_mut().unwrap().apply(removed);
    window.settle();
    assert_eq!(
        window.desk().place,
        Place::Photo(third),
        "what was removed gives way"
    );
    window.press(Key::ArrowLeft);
    assert_eq!(window.desk().place, Place::Photo(window.photos()[0]));
}

#[test]
fn a_case_without_photos_says_how_they_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    let path: &Path = &folder.path().join("empty.witness");
    window.app().new_case(&ctx, path, "Empty");
    window.settle();
    assert!(window.shows("No photos yet") && window.shows("Choose photos"));
    window.press(Key::ArrowRight);
    window.press(Key::Enter);
    assert_eq!(window.desk().place, Place::Photos);
    window.app().close_case();
}
