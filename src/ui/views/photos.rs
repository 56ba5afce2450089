//! Photos: the grid, and the viewer.

mod grid;
mod link;
mod region;
mod viewer;

use egui::Ui;

pub use link::{LinkMenu, kind_name};

use crate::case::{PhotoFilter, PhotoRow, PhotoSort};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;

/// The photos that pass the filter, in order: what the grid shows and the viewer steps through.
type Rows = Remote<(PhotoFilter, PhotoSort), Vec<PhotoRow>>;

/// Photos: the grid, and the viewer.
#[derive(Default)]
pub struct PhotosView {
    rows: Rows,
    filter: PhotoFilter,
    sort: PhotoSort,
    grid: grid::Grid,
    viewer: viewer::Viewer,
}

impl PhotosView {
    /// Draws the grid, or the viewer on one photo.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let (filter, sort) = (self.filter.clone(), self.sort);
        let rows = self.rows.get(&desk.link, (filter.clone(), sort), move |reader| {
            reader.photos(&filter, sort)
        });
        match (desk.place, rows) {
            (Place::Photo(photo), Some(rows)) => self.viewer.show(ui, desk, photo, rows),
            (_, rows) => {
                let rows = rows.map_or(&[][..], Vec::as_slice);
                self.grid.show(ui, desk, rows, &mut self.filter, &mut self.sort);
            }
        }
        if let Some(error) = self.rows.error() {
            crate::ui::widgets::text(ui, error);
        }
    }
}
