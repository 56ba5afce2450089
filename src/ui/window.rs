//! The real window: eframe around [`App`].

use std::path::PathBuf;

use egui::ViewportCommand;

use super::app::App;
use super::tour::Tour;
use crate::settings::Settings;
use crate::text::{t, tf};

/// What the window shows first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum First {
    /// The start screen.
    #[default]
    Start,
    /// A case.
    Case(PathBuf),
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// There is no screen to open it on.
    #[error("{}", t("window-no-display"))]
    NoDisplay,
    /// The system refused.
    #[error("{}", tf("window-failed", &[("reason", .0.as_str().into())]))]
    Failed(String),
}

/// Opens the window and returns when it is closed. With a `tour` it goes through the views by itself and closes.
///
/// # Errors
/// When there is no screen or no graphics driver for it.
pub fn open(first: First, settings: Settings, tour: Option<Tour>) -> Result<(), WindowError> {
    if cfg!(target_os = "linux") && std::env::var_os("DISPLAY").is_none_or(|display| display.is_empty()) {
        return Err(WindowError::NoDisplay);
    }
    let size = tour.as_ref().map_or([1280.0, 800.0], Tour::size);
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title(t("app-name"))
            .with_app_id("witnessmark")
            .with_inner_size(size)
            .with_min_inner_size([960.0, 600.0])
            .with_drag_and_drop(true),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        t("app-name"),
        options,
        Box::new(move |creation| {
            let ctx = &creation.egui_ctx;
            let mut app = App::new(ctx, settings);
            match first {
                First::Case(path) => app.open_case(ctx, &path),
                First::Start => app.open_last(ctx),
            }
            Ok(Box::new(Window {
                app,
                tour,
                title: String::new(),
            }))
        }),
    )
    .map_err(|error| WindowError::Failed(error.to_string()))
}

struct Window {
    app: App,
    tour: Option<Tour>,
    title: String,
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.app.show(ui);
        if self.title != self.app.title() {
            self.title = self.app.title().to_owned();
            ctx.send_viewport_cmd(ViewportCommand::Title(self.title.clone()));
        }
        if let Some(tour) = &mut self.tour
            && tour.step(&ctx, &mut self.app)
        {
            self.app.close_case();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        if self.app.wants_to_quit() {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.app.close_case();
    }
}
