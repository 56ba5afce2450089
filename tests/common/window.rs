//! The program's window without a screen, driven by the names of its controls.

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::commands::UiCommand;

/// A window of 1600 x 1000 points.
pub struct Window {
    pub harness: Harness<'static, Option<App>>,
}

impl Window {
    pub fn new() -> Self {
        Self::with(Settings::in_memory)
    }

    /// With settings of its own.
    pub fn with(settings: impl Fn() -> Settings + 'static) -> Self {
        let harness = Harness::builder()
            .with_size([1600.0, 1000.0])
            .with_max_steps(4)
            .build_ui_state(
                move |ui, app: &mut Option<App>| {
                    app.get_or_insert_with(|| App::new(ui.ctx(), settings())).show(ui);
                },
                None,
            );
        let mut window = Self { harness };
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

    /// The names of all controls, for a test that fails.
    pub fn names(&self) -> String {
        let mut names: Vec<String> = self
            .harness
            .query_all_by(|_| true)
            .filter_map(|node| {
                let node = node.accesskit_node();
                Some(format!(
                    "{:?} {:?}",
                    node.role(),
                    node.label().or_else(|| node.value())?
                ))
            })
            .collect();
        names.sort();
        names.join("\n")
    }

    pub fn click_role(&mut self, role: Role, name: &str) {
        let Some(node) = self.harness.query_by_role_and_label(role, name) else {
            panic!("there is no {role:?} {name:?} in\n{}", self.names());
        };
        node.click();
        self.settle();
    }

    pub fn click(&mut self, name: &str) {
        self.click_role(Role::Button, name);
    }

    pub fn go(&mut self, place: &str) {
        self.click_role(Role::Tab, place);
    }

    /// Types into a field that is empty and leaves it with Enter.
    pub fn fill(&mut self, name: &str, text: &str) {
        {
            let fields = self.harness.query_all_by_label(name);
            let field = fields.into_iter().find(|node| {
                matches!(
                    node.accesskit_node().role(),
                    Role::TextInput | Role::MultilineTextInput
                )
            });
            let Some(field) = field else {
                panic!("there is no field {name:?} in\n{}", self.names());
            };
            field.focus();
        }
        self.harness.step();
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.step();
        self.harness.key_press(Key::Enter);
        self.settle();
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().unwrap()
    }

    pub fn new_case(path: &Path) -> Self {
        let mut window = Self::new();
        window.fill("File", path.to_str().unwrap());
        assert!(window.app().session().is_some(), "{}", window.names());
        window
    }
}

/// A file as the system hands it over when it is dropped.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Asks for a command, as by its key.
pub fn carry_out(window: &mut Window, command: UiCommand) {
    let ctx = window.harness.ctx.clone();
    window.app().carry_out(&ctx, command);
    window.settle();
}

/// Clicks a control as somebody with a screen reader does, also where one would have to scroll to it.
pub fn press(window: &mut Window, role: Role, name: &str) {
    let Some(node) = window.harness.query_by_role_and_label(role, name) else {
        panic!("there is no {role:?} {name:?} in\n{}", window.names());
    };
    node.click_accesskit();
}

/// Clicks a button.
pub fn click(window: &mut Window, name: &str) {
    press(window, Role::Button, name);
    window.settle();
}

/// Chooses one of several.
pub fn choose(window: &mut Window, name: &str) {
    press(window, Role::RadioButton, name);
    window.settle();
}
