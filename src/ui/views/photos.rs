//! Photos: the grid, and the viewer.

mod bar;
mod chooser;
mod grid;
mod head;
mod lens;
mod link;
mod listing;
mod question;
mod regions;
mod selection;
mod tile;
mod viewer;

use std::sync::Arc;

use egui::{Popup, Ui};

pub use link::{LinkMenu, kind_name};
pub use selection::Selection;

use crate::case::{PhotoFilter, PhotoSort};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::widgets::text;
use listing::Listing;

/// Photos: the grid, and the viewer.
#[derive(Default)]
pub struct PhotosView {
    listing: Remote<(PhotoFilter, PhotoSort), Arc<Listing>>,
    /// The newest listing there is: it stays while the one for a new filter is on its way.
    shown: Option<Arc<Listing>>,
    filter: PhotoFilter,
    sort: PhotoSort,
    grid: grid::Grid,
    viewer: viewer::Viewer,
    /// Something else had the keyboard at the end of the last frame: the key with which it was left (Enter,
    /// Escape) is its own.
    keys_taken: bool,
}

impl PhotosView {
    /// Draws the grid, or the viewer on one photo.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let (filter, sort) = (self.filter.clone(), self.sort);
        let listing = self
            .listing
            .get(&desk.link, (filter.clone(), sort), move |reader| {
                Listing::load(reader, &filter, sort).map(Arc::new)
            });
        if let Some(listing) = listing {
            self.shown = Some(Arc::clone(listing));
        }
        if let Some(error) = self.listing.error() {
            text(ui, error);
        }
        let keys_free = !self.keys_taken && !are_keys_taken(ui);
        if let Some(listing) = self.shown.clone() {
            if let Place::Photo(photo) = desk.place {
                self.viewer.show(ui, desk, photo, &listing, keys_free);
            } else {
                self.viewer.leave();
                self.grid
                    .show(ui, desk, &listing, (&mut self.filter, &mut self.sort), keys_free);
            }
        }
        self.keys_taken = are_keys_taken(ui);
    }
}

/// Whether a field, a menu or a dialog has the keyboard.
fn are_keys_taken(ui: &Ui) -> bool {
    let ctx = ui.ctx();
    ctx.text_edit_focused()
        || Popup::is_any_open(ctx)
        || ctx.memory(|memory| memory.top_modal_layer().is_some())
}
