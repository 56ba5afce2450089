//! A slideshow in a window of its own, which can be on a second screen: the photos one after the other, nothing else.

use egui::{
    Align, CentralPanel, Color32, Frame, Key, Layout, Margin, Panel, Rect, Ui, Vec2, ViewportBuilder,
    ViewportClass, ViewportCommand, ViewportId,
};
use egui_material_icons::icons;

use super::listing::Listing;
use super::tile::shown_name;
use crate::case::{CaseError, PhotoRow, Reader};
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::looks::MOMENT;
use crate::ui::pictures::{Detail, Picture};
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, Text, weak_text};

/// Seconds for a photo: the choices, and which one it is at first.
const SECONDS: [u32; 5] = [2, 4, 8, 15, 30];
const FIRST: usize = 1;
/// A photo that is not there yet is waited for this many seconds longer.
const PATIENCE: f64 = 5.0;
/// The size of the window at first, in points.
const WINDOW: Vec2 = Vec2::new(1024.0, 720.0);

/// The slideshow, while there is one.
pub(super) struct Slideshow {
    pace: usize,
    running: Option<Running>,
    row: Remote<PhotoId, Option<PhotoRow>>,
}

impl Default for Slideshow {
    fn default() -> Self {
        Self {
            pace: FIRST,
            running: None,
            row: Remote::default(),
        }
    }
}

struct Running {
    photos: Vec<PhotoId>,
    at: usize,
    /// Seconds of the window since which the photo is shown; `None` before its first frame.
    since: Option<f64>,
    is_paused: bool,
    is_full: bool,
}

impl Running {
    fn step(&mut self, by: isize) {
        let count = self.photos.len();
        self.at = (self.at + count).saturating_add_signed(by) % count.max(1);
        self.since = None;
    }
}

/// What somebody asked for in the window.
enum Asked {
    Step(isize),
    Pause,
    Pace,
    Full,
    Close,
}

fn load(reader: &Reader, photo: PhotoId) -> Result<Option<PhotoRow>, CaseError> {
    Ok(reader.photo_rows(&[photo])?.pop())
}

impl Slideshow {
    /// To be called in every frame before the other views of photos, so that its keys are its own also where it is a
    /// part of the same window.
    pub(super) fn show(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing) {
        if desk.take_command(UiCommand::Slideshow) {
            self.running = match self.running {
                None => begin(desk, listing),
                Some(_) => None,
            };
        }
        if self.running.is_none() {
            return;
        }
        let builder = ViewportBuilder::default()
            .with_title(t("slideshow-title"))
            .with_inner_size(WINDOW);
        let id = ViewportId::from_hash_of("slideshow");
        let ctx = ui.ctx().clone();
        ctx.show_viewport_immediate(id, builder, |ui, class| self.window(ui, desk, class));
    }

    fn window(&mut self, ui: &mut Ui, desk: &mut Desk, class: ViewportClass) {
        let mut asked = keys(ui);
        if ui.input(|input| input.viewport().close_requested()) {
            asked = Some(Asked::Close);
        }
        // Where it is a part of the window it has the size that it was given.
        if class == ViewportClass::EmbeddedWindow {
            ui.set_min_size(Vec2::new(640.0, 420.0));
        }
        let frame = Frame::side_top_panel(ui.style()).inner_margin(Margin::symmetric(8, 0));
        let bar = Panel::bottom("slideshow bar").frame(frame).exact_size(size::BAR);
        bar.show(ui, |ui| {
            if let Some(pressed) = self.bar(ui, desk) {
                asked = Some(pressed);
            }
        });
        CentralPanel::default()
            .frame(Frame::new().fill(Color32::BLACK))
            .show(ui, |ui| self.photo(ui, desk));
        self.answer(ui, asked);
    }

    /// The photo as large as there is room, and the next one when its time has come.
    fn photo(&mut self, ui: &Ui, desk: &mut Desk) {
        let Some(running) = &mut self.running else { return };
        let Some(&photo) = running.photos.get(running.at) else {
            return;
        };
        let area = ui.max_rect();
        let painter = ui.painter().with_clip_rect(area);
        let is_there = match desk.pictures.best(&desk.link, photo, Detail::Large) {
            Picture::Ready(picture) => {
                let [width, height] = picture.size;
                let whole = Vec2::new(width as f32, height as f32);
                let scale = (area.size() / whole).min_elem();
                picture.paint(&painter, Rect::from_center_size(area.center(), whole * scale), 0);
                true
            }
            Picture::Loading => false,
            Picture::Missing(_) => true,
        };
        let next = running.photos[(running.at + 1) % running.photos.len()];
        let is_next_there = !matches!(
            desk.pictures.get(&desk.link, next, Detail::Large),
            Picture::Loading
        );
        let now = ui.input(|input| input.time);
        let since = *running.since.get_or_insert(now);
        if is_there && now - since >= MOMENT {
            desk.looks.note(photo);
        }
        if running.is_paused || running.photos.len() < 2 || !is_there {
            return;
        }
        let over = now - since - f64::from(SECONDS[self.pace]);
        if over >= 0.0 && (is_next_there || over > PATIENCE) {
            running.step(1);
            ui.ctx().request_repaint();
        } else {
            let left = if over < 0.0 { -over } else { 0.1 };
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }

    fn bar(&mut self, ui: &mut Ui, desk: &Desk) -> Option<Asked> {
        let running = self.running.as_ref()?;
        let photo = *running.photos.get(running.at)?;
        let place = [
            ("place", (running.at + 1).into()),
            ("count", running.photos.len().into()),
        ];
        let (is_paused, is_full) = (running.is_paused, running.is_full);
        let mut asked = None;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let mut button = |ui: &mut Ui, action: Action<'_>, ask: Asked| {
                if ui.add(action).clicked() {
                    asked = Some(ask);
                }
            };
            let close = Action::icon(icons::ICON_CLOSE, t("slideshow-end")).keys(t("key-escape"));
            button(ui, close, Asked::Close);
            let full = match is_full {
                true => Action::icon(icons::ICON_FULLSCREEN_EXIT, t("slideshow-window")),
                false => Action::icon(icons::ICON_FULLSCREEN, t("slideshow-full")),
            };
            button(ui, full.keys("F"), Asked::Full);
            let pace = tf("slideshow-pace", &[("seconds", SECONDS[self.pace].into())]);
            button(ui, Action::quiet(&pace), Asked::Pace);
            let next = Action::icon(icons::ICON_ARROW_FORWARD, t("slideshow-next"));
            button(ui, next.keys("→"), Asked::Step(1));
            let pause = match is_paused {
                true => Action::icon(icons::ICON_PLAY_ARROW, t("slideshow-go-on")),
                false => Action::icon(icons::ICON_PAUSE, t("slideshow-pause")),
            };
            button(ui, pause.keys(t("key-space")), Asked::Pause);
            let previous = Action::icon(icons::ICON_ARROW_BACK, t("slideshow-previous"));
            button(ui, previous.keys("←"), Asked::Step(-1));
            ui.add_space(space::S);
            weak_text(ui, &tf("photos-position", &place));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let question = move |reader: &Reader| load(reader, photo);
                if let Some(Some(row)) = self.row.get(&desk.link, photo, question) {
                    ui.add(Text::new(shown_name(row)).kind(Type::Strong).truncate());
                }
            });
        });
        asked
    }

    fn answer(&mut self, ui: &Ui, asked: Option<Asked>) {
        let (Some(running), Some(asked)) = (&mut self.running, asked) else {
            return;
        };
        match asked {
            Asked::Step(by) => running.step(by),
            Asked::Pause => {
                running.is_paused = !running.is_paused;
                running.since = None;
            }
            Asked::Pace => self.pace = (self.pace + 1) % SECONDS.len(),
            Asked::Full => {
                running.is_full = !running.is_full;
                let full = ViewportCommand::Fullscreen(running.is_full);
                ui.ctx().send_viewport_cmd(full);
            }
            Asked::Close => self.running = None,
        }
        ui.ctx().request_repaint();
    }
}

/// The selected photos, when there are several; else all of the list, from the one in view.
fn begin(desk: &Desk, listing: &Listing) -> Option<Running> {
    let mut photos = desk.selected_photos();
    let current = match desk.place {
        Place::Photo(photo) => Some(photo),
        _ => photos.first().copied(),
    };
    if photos.len() > 1 {
        photos.sort_by_key(|photo| listing.place(*photo));
    } else {
        photos = listing.photos().to_vec();
    }
    let at = photos.iter().position(|photo| Some(*photo) == current);
    (!photos.is_empty()).then(|| Running {
        at: at.unwrap_or(0),
        photos,
        since: None,
        is_paused: false,
        is_full: false,
    })
}

fn keys(ui: &Ui) -> Option<Asked> {
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
        if pressed(Key::ArrowRight) || pressed(Key::PageDown) {
            Some(Asked::Step(1))
        } else if pressed(Key::ArrowLeft) || pressed(Key::PageUp) {
            Some(Asked::Step(-1))
        } else if pressed(Key::Space) {
            Some(Asked::Pause)
        } else if pressed(Key::F) || pressed(Key::F11) {
            Some(Asked::Full)
        } else if pressed(Key::Escape) || pressed(Key::F5) {
            Some(Asked::Close)
        } else {
            None
        }
    })
}
