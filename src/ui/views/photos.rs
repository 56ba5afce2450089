//! Photos: the grid, and the viewer.

mod albums;
mod bar;
mod chooser;
mod filters;
mod grid;
mod head;
mod lens;
mod link;
mod listing;
mod question;
mod regions;
mod slideshow;
mod tile;
mod triage;
mod viewer;

use egui::{Popup, Ui};

pub use link::{LinkMenu, kind_name};

use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::widgets::text;
use listing::{Listing, Question};

/// Photos: the grid, and the viewer.
#[derive(Default)]
pub struct PhotosView {
    listing: Listing,
    question: Question,
    grid: grid::Grid,
    viewer: viewer::Viewer,
    triage: triage::Triage,
    slideshow: slideshow::Slideshow,
    /// Something else had the keyboard at the end of the last frame: the key with which it was left (Enter,
    /// Escape) is its own.
    keys_taken: bool,
}

impl PhotosView {
    /// Draws the grid, or the viewer on one photo.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        self.listing.update(&desk.link, &self.question);
        if let Some(error) = self.listing.error() {
            text(ui, error);
        }
        let keys_free = !self.keys_taken && !are_keys_taken(ui);
        if self.listing.is_there() {
            self.slideshow.show(ui, desk, &self.listing);
            self.review(desk);
            self.viewer.begin(desk, &self.listing);
            if let Place::Photo(photo) = desk.place {
                desk.looks.is_held = self.question.filter.unopened.is_some();
                self.viewer.show(ui, desk, photo, &self.listing, keys_free);
            } else {
                self.viewer.leave();
                self.grid
                    .show(ui, desk, &self.listing, &mut self.question, keys_free);
            }
            self.listing.fetch(&desk.link);
        }
        self.keys_taken = are_keys_taken(ui);
    }
}

impl PhotosView {
    /// Decisions by key, on the photo in view or on those that are selected.
    fn review(&mut self, desk: &mut Desk) {
        let listing = &self.listing;
        if let Place::Photo(photo) = desk.place {
            if self.triage.answer(desk, listing, &[photo]) {
                desk.commands.push(UiCommand::NextPhoto);
            }
            return;
        }
        let photos = self.grid.chosen(desk, listing);
        if self.triage.answer(desk, listing, &photos) {
            self.grid.go_on(desk, listing);
        }
    }
}

/// Whether a field, a menu or a dialog has the keyboard.
fn are_keys_taken(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    ctx.text_edit_focused()
        || Popup::is_any_open(ctx)
        || ctx.memory(|memory| memory.top_modal_layer().is_some())
}
