//! The bar above the tiles: what is selected, what can be done with all of it, and the size of the tiles. It is
//! always there, so that selecting moves nothing; and not at the bottom, where messages pop up.

use std::sync::Arc;

use egui::{Align, Layout, PopupCloseBehavior, Ui};
use egui_material_icons::icons;

use super::grid::margin;
use super::link::{LinkMenu, UnlinkMenu, menu};
use super::listing::Listing;
use crate::model::id::PhotoId;
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Change, Vocabulary};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, InHand};
use crate::ui::link::Remote;
use crate::ui::selection::Selection;
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, TagEvent, Text, chip, tag_field, weak_text};

/// What the bar remembers.
#[derive(Default)]
pub(super) struct Bar {
    in_hand: Remote<InHand, Vec<(RecordRef, String)>>,
    link: LinkMenu,
    unlink: UnlinkMenu,
}

impl Bar {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        listing: &Listing,
        selection: &Selection<PhotoId>,
        tile: &mut f32,
    ) {
        let room = egui::vec2(ui.available_width(), size::BAR);
        ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
            margin(ui);
            ui.spacing_mut().slider_width = 96.0;
            let slider = egui::Slider::new(tile, 96.0..=320.0).show_value(false);
            ui.add(slider)
                .accessible_name(t("photos-size"))
                .on_hover_text(t("photos-size"));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                margin(ui);
                let photos = selection.ids();
                if photos.len() < 2 {
                    self.in_hand(ui, desk);
                }
                match photos.len() {
                    0 => {
                        let one = [("count", listing.len().into())];
                        weak_text(ui, &tf("photos-hint", &one));
                    }
                    1 => {
                        weak_text(ui, t("photos-one-selected"));
                    }
                    count => {
                        let count = [("count", count.into())];
                        ui.add(Text::new(&tf("photos-selected", &count)).kind(Type::Strong));
                        self.several(ui, desk, photos);
                    }
                }
            });
        });
    }

    /// What one key links photos to.
    fn in_hand(&mut self, ui: &mut Ui, desk: &Desk) {
        let asked = desk.in_hand.clone();
        let titles = self.in_hand.get(&desk.link, desk.in_hand.clone(), move |reader| {
            asked
                .records()
                .map(|record| Ok((record.clone(), reader.title(record)?)))
                .collect()
        });
        for (record, title) in titles.into_iter().flatten() {
            let command = match record.kind {
                RecordKind::Strike => UiCommand::AssignStrike,
                RecordKind::Weapon => UiCommand::AssignWeapon,
                _ => UiCommand::AssignComponent,
            };
            let title = if title.is_empty() {
                t("record-untitled")
            } else {
                title
            };
            let short: String = title.chars().take(28).collect();
            let words = format!("{} {short}", command.shortcut_text());
            chip(ui, &words).on_hover_text(tf(
                "photos-in-hand-hint",
                &[("title", title.into()), ("key", command.shortcut_text().into())],
            ));
            ui.add_space(space::XS);
        }
    }

    /// What can be done with all that is selected.
    fn several(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &Arc<[PhotoId]>) {
        ui.spacing_mut().item_spacing.x = space::XS;
        margin(ui);
        self.link.button(ui, desk, photos, t("photos-link-all"));
        self.unlink.button(ui, desk, photos);
        tagging(ui, desk, photos);
        if ui.add(Action::command(UiCommand::PublishCopies)).clicked() {
            desk.command(UiCommand::PublishCopies);
        }
        let remove = Action::quiet(UiCommand::RemoveItem.text())
            .with_icon(icons::ICON_DELETE)
            .keys(UiCommand::RemoveItem.shortcut_text());
        if ui.add(remove).clicked() {
            desk.command(UiCommand::RemoveItem);
        }
    }
}

/// A menu that gives all of `photos` a tag.
fn tagging(ui: &mut Ui, desk: &mut Desk, photos: &[PhotoId]) {
    let button = ui.add(
        Action::quiet(UiCommand::AddTag.text())
            .with_icon(icons::ICON_SELL)
            .keys(UiCommand::AddTag.shortcut_text()),
    );
    let asked = desk.take_command(UiCommand::AddTag);
    let popup = menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let popup = if asked {
        popup.open_memory(egui::SetOpenCommand::Bool(true))
    } else {
        popup
    };
    popup.show(|ui| {
        ui.set_width(260.0);
        let words = desk.vocabularies();
        match tag_field(ui, t("photos-tag-all"), &[], words.terms(Vocabulary::Tags)) {
            TagEvent::Added(name) => desk.apply(Change::AddTag {
                name,
                vocabulary: String::new(),
                records: photos.iter().map(|photo| (*photo).into()).collect(),
            }),
            TagEvent::ShowList => desk.show_vocabulary(Vocabulary::Tags, ""),
            TagEvent::None | TagEvent::Removed(_) => return,
        }
        ui.close();
    });
}
