//! Which photos somebody has looked at: a photo that stays in view for a moment counts as opened, one that is stepped
//! past does not.

use std::collections::HashMap;
use std::time::Duration;

use egui::Ui;
use jiff::Timestamp;

use crate::model::id::PhotoId;

/// Seconds after which a photo in view is looked at.
pub const MOMENT: f64 = 0.5;

/// So many are written at once while somebody goes from photo to photo.
pub const MANY: usize = 16;

/// A photo that is in view.
struct InView {
    photo: PhotoId,
    /// Seconds of the window.
    since: f64,
    is_noted: bool,
}

/// What is in view, and what was looked at since it was last written.
#[derive(Default)]
pub struct Looks {
    in_view: Vec<InView>,
    noted: HashMap<PhotoId, Timestamp>,
    /// What was looked at is not written yet, because photos would leave the list that somebody goes through.
    pub is_held: bool,
}

impl Looks {
    /// To be called in every frame with the photos that are in view.
    pub fn watch(&mut self, ui: &Ui, photos: &[PhotoId]) {
        let now = ui.input(|input| input.time);
        if let Some(left) = self.see(photos, now) {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        }
    }

    /// Photos are in view at `now`, in seconds. Gives how long it is until one of them counts.
    fn see(&mut self, photos: &[PhotoId], now: f64) -> Option<f64> {
        self.in_view.retain(|one| photos.contains(&one.photo));
        for photo in photos {
            if !self.in_view.iter().any(|one| one.photo == *photo) {
                self.in_view.push(InView {
                    photo: *photo,
                    since: now,
                    is_noted: false,
                });
            }
        }
        let mut wait: Option<f64> = None;
        for one in self.in_view.iter_mut().filter(|one| !one.is_noted) {
            let left = one.since + MOMENT - now;
            if left > 0.0 {
                wait = Some(wait.map_or(left, |wait| wait.min(left)));
            } else {
                one.is_noted = true;
                self.noted.insert(one.photo, Timestamp::now());
            }
        }
        wait
    }

    /// Somebody has looked at a photo.
    pub fn note(&mut self, photo: PhotoId) {
        self.noted.insert(photo, Timestamp::now());
    }

    /// No photo is in view.
    pub fn leave(&mut self) {
        self.in_view.clear();
        self.is_held = false;
    }

    /// How many photos were looked at since the last [`Looks::take`].
    #[must_use]
    pub fn len(&self) -> usize {
        self.noted.len()
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.noted.is_empty()
    }

    /// What was looked at, to be written.
    pub fn take(&mut self) -> Vec<(PhotoId, Timestamp)> {
        self.noted.drain().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is noted when these photos are in view at these times.
    fn noted(frames: &[(f64, &[PhotoId])]) -> Vec<PhotoId> {
        let mut looks = Looks::default();
        for (time, photos) in frames {
            looks.see(photos, *time);
        }
        let mut noted: Vec<PhotoId> = looks.take().into_iter().map(|(photo, _)| photo).collect();
        noted.sort_unstable();
        noted
    }

    #[test]
    fn a_photo_counts_once_it_stays_and_one_that_is_passed_does_not() {
        let [a, b] = [PhotoId::fixed(1), PhotoId::fixed(2)];
        assert_eq!(noted(&[(0.0, &[a]), (0.2, &[b]), (0.4, &[a]), (0.8, &[b])]), []);
        assert_eq!(noted(&[(0.0, &[a]), (0.3, &[a]), (0.6, &[a]), (0.7, &[b])]), [a]);
        assert_eq!(noted(&[(0.0, &[a, b]), (0.6, &[a, b])]), [a, b]);
    }

    #[test]
    fn a_photo_that_was_away_begins_anew() {
        let a = PhotoId::fixed(1);
        assert_eq!(noted(&[(0.0, &[a]), (0.4, &[]), (0.6, &[a])]), []);
    }
}
