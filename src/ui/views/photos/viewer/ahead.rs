//! What will be looked at next: the neighbours in the direction in which one goes through the photos.

use egui::Ui;

use super::super::listing::Listing;
use crate::model::id::PhotoId;
use crate::ui::desk::Desk;
use crate::ui::pictures::Detail;

/// So many photos are decoded ahead, and so many behind.
const AHEAD: isize = 2;
const BEHIND: isize = 1;
/// Seconds after which a photo is looked at, and not passed.
const STAY: f64 = 0.3;

/// Which way one goes through the photos, and since when the one in view is.
#[derive(Default)]
pub(super) struct Ahead {
    at: Option<(PhotoId, usize)>,
    /// Seconds of the window. The first photo that is opened is looked at from the start.
    since: Option<f64>,
    is_backwards: bool,
}

impl Ahead {
    /// Another view is shown.
    pub(super) fn leave(&mut self) {
        *self = Self::default();
    }

    /// To be called in every frame with the photo in view; `true` while it may be passed at once.
    pub(super) fn is_passing(&mut self, ui: &Ui, photo: PhotoId, place: usize) -> bool {
        let now = ui.input(|input| input.time);
        if let Some((_, from)) = self.at.filter(|(before, _)| *before != photo) {
            self.since = Some(now);
            self.is_backwards = place < from;
        }
        self.at = Some((photo, place));
        let left = self.since.map_or(0.0, |since| since + STAY - now);
        if left > 0.0 {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
        left > 0.0
    }

    /// Has the large previews of the neighbours decoded, so that stepping does not wait. Nearer ones come first.
    pub(super) fn fetch(&self, desk: &mut Desk, listing: &Listing) {
        let Some((_, place)) = self.at else { return };
        let forward = if self.is_backwards { -1 } else { 1 };
        let steps = (1..=AHEAD)
            .map(|step| step * forward)
            .chain((1..=BEHIND).map(|step| -step * forward));
        for step in steps {
            let row = place
                .checked_add_signed(step)
                .and_then(|place| listing.row(place));
            if let Some(row) = row.filter(|row| row.decodable) {
                let _ = desk.pictures.get(&desk.link, row.id, Detail::Large);
            }
        }
    }
}
