//! Smart albums: a filter with its order under a name, kept in the case, so that all who work on it have the same.

use egui::{Popup, PopupCloseBehavior, Ui};
use egui_material_icons::icons;

use crate::model::album::{PhotoFilter, PhotoSort};
use crate::model::record::Recorded;
use crate::model::{Album, Change};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Field, FieldEvent, gap, hairline, weak_text};

/// The menu of albums.
#[derive(Default)]
pub(super) struct Albums {
    albums: Remote<(), Vec<Album>>,
    title: String,
}

impl Albums {
    /// The button that opens the menu: an album to look at, or the present filter to be kept as one.
    pub(super) fn button(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        filter: &mut PhotoFilter,
        sort: &mut PhotoSort,
    ) {
        let albums = self.albums.get(&desk.link, (), |reader| reader.all::<Album>());
        let mut albums = albums.cloned().unwrap_or_default();
        albums.sort_by_key(|album| album.title.to_lowercase());
        let current = albums
            .iter()
            .find(|album| album.filter == *filter && album.sort == *sort);
        let name = match current {
            Some(album) => tf("photos-album", &[("title", album.title.as_str().into())]),
            None => t("photos-albums").to_owned(),
        };
        let current = current.map(|album| album.id);
        let button = ui.add(Action::icon(icons::ICON_PHOTO_ALBUM, &name).selected(current.is_some()));
        Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(280.0);
                if albums.is_empty() {
                    weak_text(ui, t("photos-albums-none"));
                }
                for album in &albums {
                    ui.horizontal(|ui| {
                        let remove = tf("photos-album-remove", &[("title", album.title.as_str().into())]);
                        if ui.add(Action::icon(icons::ICON_DELETE, &remove)).clicked() {
                            desk.apply(Change::Remove(album.record_ref()));
                        }
                        let open = Action::quiet(&album.title).selected(current == Some(album.id));
                        if ui.add(open).clicked() {
                            *filter = album.filter.clone();
                            *sort = album.sort;
                            ui.close();
                        }
                    });
                }
                gap(ui, space::XS);
                hairline(ui);
                gap(ui, space::XS);
                let missing = (*filter == PhotoFilter::default()).then(|| t("photos-album-no-filter"));
                let field = Field::new(t("photos-album-save"))
                    .hint(t("photos-album-hint"))
                    .unless(missing)
                    .show(ui, &mut self.title);
                let title = self.title.trim();
                if field.event == FieldEvent::Committed && !title.is_empty() && missing.is_none() {
                    let album = Album {
                        title: title.to_owned(),
                        filter: filter.clone(),
                        sort: *sort,
                        ..Album::default()
                    };
                    desk.apply(Change::Create(album.into()));
                    self.title.clear();
                    ui.close();
                }
            });
    }
}
