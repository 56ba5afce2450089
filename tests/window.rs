//! The whole job in the window, driven by the names of its controls, without a screen and without a file dialog.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;

/// A window of 1280 x 800 points.
struct Window {
    harness: Harness<'static, Option<App>>,
}

impl Window {
    fn new() -> Self {
        let harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(4)
            .build_ui_state(
                |ui, app: &mut Option<App>| {
                    app.get_or_insert_with(|| App::new(ui.ctx(), Settings::in_memory()))
                        .show(ui);
                },
                None,
            );
        let mut window = Self { harness };
        window.settle();
        window
    }

    /// Frames until nothing is on its way, and then some for the layout to come to rest.
    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..200_000 {
            self.harness.step();
            let app = self.harness.state().as_ref().unwrap();
            quiet = if app.is_quiet() { quiet + 1 } else { 0 };
            if quiet > 4 {
                return;
            }
            std::thread::yield_now();
        }
        panic!("the window did not come to rest");
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().unwrap()
    }
}

#[test]
fn a_new_case_is_made_from_the_start_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new();
    window.harness.get_by_label("File").focus();
    window.harness.step();
    window
        .harness
        .get_by_label("File")
        .type_text(path.to_str().unwrap());
    window.settle();
    window.click("Create the case");
    assert!(path.is_file());
    assert_eq!(window.app().session().unwrap().path(), path);
    window.app().close_case();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 1, "closed, there is one file: {files:?}");
}
