//! The team's store of an open case, as a person asks for it.

use std::path::Path;

use egui::Context;

use super::{FileWish, Session};
use crate::exchange::team::laptop::Laptop;
use crate::text::t;
use crate::ui::app::jobs::TeamWish;
use crate::ui::app::team::Wish;
use crate::ui::desk::Place;
use crate::ui::widgets::Toast;

impl Session {
    /// Says what of this laptop a team's store needs, and looks up which store the case has.
    pub(in crate::ui::app) fn on_laptop(&mut self, laptop: Laptop) {
        self.team.begin(laptop, &self.desk.link);
    }

    pub(super) fn show_team(&mut self, ctx: &Context) {
        while let Some(end) = self.jobs.take_team() {
            self.team.take(end);
        }
        let busy = self.jobs.team_busy();
        let (wanted, wish) = self.team.show(ctx, busy);
        if let Some(wish) = wish {
            self.file_wish = Some(FileWish::Team(wish));
        }
        if let Some(wanted) = wanted {
            self.begin_with_store(wanted);
        }
    }

    fn begin_with_store(&mut self, wish: TeamWish) {
        let at_hand = self.team.at_hand();
        self.jobs.team(wish, at_hand, &self.worker, &self.desk.link);
    }

    /// Why the case has no part in a store now.
    fn kept_apart(&self) -> Option<&'static str> {
        if self.past_of.is_some() {
            Some(t("team-past"))
        } else if !self.is_writable() {
            Some(t("case-error-read-only"))
        } else {
            None
        }
    }

    /// Opens the dialog of the team's store.
    pub(super) fn begin_team(&mut self) {
        match self.kept_apart() {
            Some(reason) => self.jobs.tell(Toast::note(reason)),
            None => self.team.open(),
        }
    }

    /// Takes the originals of the photo in view, or of the selected ones.
    pub(super) fn get_originals(&mut self) {
        let photos = match self.desk.place {
            Place::Photo(photo) => vec![photo],
            _ => self.desk.selected_photos(),
        };
        let hinders = self.kept_apart().or(self.jobs.team_busy());
        if let Some(reason) = hinders {
            self.jobs.tell(Toast::note(reason));
        } else if photos.is_empty() {
            self.jobs.tell(Toast::note(t("team-no-photos")));
        } else if self.team.is_known() {
            self.begin_with_store(TeamWish::Fetch(photos));
        } else {
            self.team.open();
        }
    }

    /// Takes a file or a folder that was asked for a team's store.
    pub(in crate::ui::app) fn team_path(&mut self, wish: Wish, path: &Path) {
        self.team.take_path(wish, path);
    }
}
