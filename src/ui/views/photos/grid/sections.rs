//! The heads of the grid's sections: a day, a camera, a set or a strike, and how many photos it has. A click selects
//! them all.

use std::collections::HashMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Ui, WidgetInfo};

use super::super::listing::Listing;
use crate::analysis::calendar::words::{day, weekday_and_day};
use crate::case::Reader;
use crate::model::album::PhotoSort;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type};
use crate::ui::widgets::tiles::section_head;

/// A head of this width has room for a weekday.
const WIDE: f32 = 260.0;

/// What the heads need.
#[derive(Default)]
pub(super) struct Sections {
    starts: Vec<usize>,
    keys: Arc<[String]>,
    /// The list that they are of.
    of: Option<(usize, PhotoSort)>,
    titles: Remote<usize, HashMap<String, String>>,
}

impl Sections {
    /// Takes over where the sections of the list begin, and asks for the titles of the records that they are of.
    pub(super) fn sync(&mut self, desk: &Desk, listing: &Listing, sort: PhotoSort) {
        let of = (listing.version(), sort);
        if self.of != Some(of) {
            self.of = Some(of);
            let sections = listing.sections();
            self.starts = sections.iter().map(|section| section.start).collect();
            self.keys = sections
                .iter()
                .filter_map(|section| section.key.clone())
                .collect();
        }
        let Some(kind) = kind_of(sort) else { return };
        let keys = Arc::clone(&self.keys);
        self.titles
            .get(&desk.link, listing.version(), move |reader: &Reader| {
                keys.iter()
                    .map(|key| {
                        let title = reader.title(&RecordRef::new(kind, key))?;
                        Ok((key.clone(), title))
                    })
                    .collect()
            });
    }

    /// The place of each section's first photo.
    pub(super) fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// What the section is called, on a head of this width: without the weekday where there is little room.
    fn name(&mut self, listing: &Listing, number: usize, width: f32) -> String {
        let sort = self.of.map(|(_, sort)| sort).unwrap_or_default();
        let key = listing
            .sections()
            .get(number)
            .and_then(|section| section.key.clone());
        let Some(key) = key else {
            return t(match sort {
                PhotoSort::Camera => "photos-section-no-camera",
                PhotoSort::PhotoSet => "photos-section-no-set",
                PhotoSort::Strike => "photos-section-no-strike",
                _ => "photos-section-no-time",
            })
            .to_owned();
        };
        if kind_of(sort).is_some() {
            let title = self.titles.held().and_then(|titles| titles.get(&key));
            let untitled = || t("record-untitled").to_owned();
            return title
                .filter(|title| !title.is_empty())
                .cloned()
                .unwrap_or_else(untitled);
        }
        match sort {
            PhotoSort::Alike => return tf("photos-section-alike", &[("number", key.into())]),
            PhotoSort::Burst => return tf("photos-section-burst", &[("time", key.into())]),
            _ => {}
        }
        match key.parse() {
            Ok(date) if width < WIDE => day(date),
            Ok(date) => weekday_and_day(date),
            Err(_) => key,
        }
    }

    fn count(&self, listing: &Listing, number: usize) -> usize {
        let start = self.starts.get(number).copied().unwrap_or(0);
        let end = self.starts.get(number + 1).copied().unwrap_or(listing.len());
        end.saturating_sub(start)
    }

    /// Draws the head of a section.
    pub(super) fn head(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        listing: &Listing,
        number: usize,
        rect: Rect,
    ) {
        let name = self.name(listing, number, rect.width());
        let count = self.count(listing, number);
        let response = ui.interact(rect, Id::unique(("photo section", number)), Sense::CLICK);
        let all = tf(
            "photos-section-select",
            &[("name", name.as_str().into()), ("count", count.into())],
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &all));
        if response.clicked() {
            let start = self.starts.get(number).copied().unwrap_or(0);
            let photos = listing.photos().get(start..start + count).unwrap_or_default();
            desk.selected = photos.iter().map(|photo| (*photo).into()).collect();
        }
        section_head(ui, rect, (&name, Type::Strong), count, response.hovered());
        response.on_hover_text(t("photos-section-hint"));
    }

    /// Draws the head of the section in view over its tiles, so that one knows where one is.
    pub(super) fn sticky(&mut self, ui: &mut Ui, listing: &Listing, number: usize, rect: Rect) {
        let name = self.name(listing, number, rect.width());
        let count = self.count(listing, number);
        ui.painter().rect_filled(rect, 0.0, Tokens::of(ui).base);
        section_head(ui, rect, (&name, Type::Strong), count, false);
    }
}

/// The records whose titles name the sections.
fn kind_of(sort: PhotoSort) -> Option<RecordKind> {
    match sort {
        PhotoSort::PhotoSet => Some(RecordKind::PhotoSet),
        PhotoSort::Strike => Some(RecordKind::Strike),
        _ => None,
    }
}
