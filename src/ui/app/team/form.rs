//! Where a store lies and what opens it, as a person types or chooses it.

use std::path::{Path, PathBuf};

use egui::Ui;
use zeroize::Zeroizing;

use super::Wish;
use crate::exchange::team::laptop::place;
use crate::exchange::team::{Address, Credentials};
use crate::text::t;
use crate::ui::app::jobs::Named;
use crate::ui::app::path_field::path;
use crate::ui::theme::space;
use crate::ui::widgets::{Field, gap, secret_field, weak_text};

/// What the key file is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// Of a sealed store that is there.
    Known,
    /// It is to be written.
    New,
    /// There is none.
    None,
}

/// What was typed.
#[derive(Default)]
pub(super) struct Form {
    place: String,
    endpoint: String,
    region: String,
    key_id: String,
    secret: Zeroizing<String>,
    key_file: String,
}

impl Form {
    /// Draws the fields. Gives what is asked of the window.
    pub(super) fn show(&mut self, ui: &mut Ui, key: Key) -> Option<Wish> {
        let mut wish = None;
        if path(ui, t("team-place"), &mut self.place, t("team-choose-folder")).1 {
            wish = Some(Wish::Folder);
        }
        gap(ui, space::S);
        if self.is_bucket() {
            let endpoint = Field::new(t("team-endpoint")).hint("https://s3.example.org");
            endpoint.show(ui, &mut self.endpoint);
            gap(ui, space::XS);
            Field::new(t("team-region")).show(ui, &mut self.region);
            gap(ui, space::XS);
            Field::new(t("team-key-id")).show(ui, &mut self.key_id);
            gap(ui, space::XS);
            secret_field(ui, t("team-secret"), &mut self.secret);
            weak_text(ui, t("team-credentials-text"));
            gap(ui, space::S);
        }
        let (name, choose, asks) = match key {
            Key::Known => ("team-key-file", "team-choose-key", Wish::Key),
            Key::New => ("team-key-file-new", "team-choose-key-new", Wish::NewKey),
            Key::None => return wish,
        };
        if path(ui, t(name), &mut self.key_file, t(choose)).1 {
            wish = Some(asks);
        }
        wish
    }

    /// Takes what the window asked for.
    pub(super) fn take(&mut self, wish: Wish, path: &Path) {
        let path = path.to_string_lossy().into_owned();
        match wish {
            Wish::Folder => self.place = path,
            Wish::Key | Wish::NewKey => self.key_file = path,
            // Of another dialog.
            Wish::Copy => {}
        }
    }

    /// What is wrong with it.
    pub(super) fn fault(&self, key: Key) -> Option<&'static str> {
        let is_half = self.key_id.trim().is_empty() != self.secret.is_empty();
        if self.place.trim().is_empty() {
            Some(t("team-no-place"))
        } else if self.is_bucket() && is_half {
            Some(t("team-credentials-half"))
        } else if key == Key::New && self.key_file.trim().is_empty() {
            Some(t("team-no-key-file"))
        } else {
            None
        }
    }

    /// The store that it names.
    pub(super) fn named(&self, key: Key) -> Named {
        let is_bucket = self.is_bucket();
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| is_bucket && !text.is_empty());
        Named {
            address: Address {
                place: place(self.place.trim()),
                endpoint: typed(&self.endpoint),
                region: typed(&self.region),
            },
            credentials: typed(&self.key_id).map(|key_id| Credentials {
                key_id,
                secret: self.secret.clone(),
            }),
            key_file: Some(PathBuf::from(self.key_file.trim()))
                .filter(|file| key != Key::None && !file.as_os_str().is_empty()),
        }
    }

    fn is_bucket(&self) -> bool {
        self.place.trim().starts_with("s3://")
    }
}
