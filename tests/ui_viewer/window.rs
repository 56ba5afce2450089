//! A window of 1280 x 800 points on a case with photos that were made for it.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use witnessmark::case::{Case, Reader};
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::id::PhotoId;
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::{Desk, Place};

/// Names and sizes of the photos, in the order in which the grid shows them.
pub const PHOTOS: [(&str, [u32; 2]); 6] = [
    ("a.png", [400, 300]),
    ("b.png", [800, 600]),
    ("c.png", [300, 400]),
    ("d.png", [400, 300]),
    ("e.png", [400, 300]),
    ("large.png", [1600, 1200]),
];

/// The window and its case.
pub struct Window {
    pub harness: Harness<'static, Option<App>>,
    folder: tempfile::TempDir,
}

impl Window {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        let case = Case::create(&path, "Test", Settings::in_memory().author()).unwrap();
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
        for (shade, (name, [width, height])) in PHOTOS.into_iter().enumerate() {
            write_photo(&photos.join(name), [width, height], shade as u8);
        }
        window.app().session_mut().unwrap().import(vec![photos]);
        window.settle();
        window
    }

    /// Frames until nothing is on its way, and then some for the layout to come to rest.
    pub fn settle(&mut self) {
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

    pub fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().unwrap()
    }

    pub fn desk(&self) -> &Desk {
        self.harness.state().as_ref().unwrap().session().unwrap().desk()
    }

    pub fn reader(&self) -> Reader {
        Reader::open(&self.folder.path().join("case.witness")).unwrap()
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn press(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    pub fn click(&mut self, role: Role, name: &str) {
        let Some(node) = self.harness.query_by_role_and_label(role, name) else {
            panic!("there is no {role:?} {name:?} in\n{}", self.names());
        };
        node.click();
        self.settle();
    }

    pub fn names(&self) -> String {
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

    pub fn shows(&self, text: &str) -> bool {
        self.names().contains(text)
    }

    /// Where the control of this name is on the screen.
    pub fn rect(&self, name: &str) -> Rect {
        let Some(node) = self.harness.query_by_label(name) else {
            panic!("there is no {name:?} in\n{}", self.names());
        };
        node.rect()
    }

    pub fn photos(&self) -> Vec<PhotoId> {
        let rows = self.reader().photos(&PhotoFilter::default(), PhotoSort::FileName);
        rows.unwrap().into_iter().map(|row| row.id).collect()
    }

    /// The first letters of the selected photos, in the order of the selection.
    pub fn selected(&self) -> String {
        let photos = self.photos();
        let letter = |photo: &PhotoId| {
            let place = photos.iter().position(|other| other == photo).unwrap();
            PHOTOS[place].0.chars().next().unwrap()
        };
        self.desk().selected_photos().iter().map(letter).collect()
    }

    /// Opens the photo at this place of [`PHOTOS`] in the viewer.
    pub fn open(&mut self, place: usize) {
        let photo = self.photos()[place];
        let desk = self.app().session_mut().unwrap().desk_mut();
        desk.place = Place::Photo(photo);
        desk.select(photo);
        self.settle();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.drag_at(from);
        self.harness.step();
        for step in 1..=8 {
            self.harness.hover_at(from + (to - from) * (step as f32 / 8.0));
            self.harness.step();
        }
        self.harness.drop_at(to);
        self.settle();
    }

    /// Turns the wheel at `at`.
    pub fn wheel(&mut self, at: Pos2, points: f32) {
        self.harness.hover_at(at);
        self.harness.step();
        self.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, points),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        for _ in 0..30 {
            self.harness.step();
        }
        self.settle();
    }

    /// Puts the keyboard into a field.
    pub fn focus_field(&mut self, name: &str) {
        {
            let mut fields = self.harness.query_all_by_label(name);
            let field = fields.find(|node| node.accesskit_node().role() == Role::TextInput);
            field
                .unwrap_or_else(|| panic!("there is no field {name:?}"))
                .focus();
        }
        self.harness.step();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }
}

/// A photo with a bright square in its upper left quarter.
fn write_photo(path: &Path, [width, height]: [u32; 2], shade: u8) {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let bright = x < width / 4 && y < height / 4;
        image::Rgb(if bright {
            [240, 230, 90]
        } else {
            [40 + 20 * shade, 90, 60]
        })
    });
    picture.save(path).unwrap();
}
