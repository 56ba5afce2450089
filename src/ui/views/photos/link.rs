//! Linking photos to what they show, and taking that back: one search over strikes, weapons and components.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Align, Key, Layout, Modifiers, Popup, PopupCloseBehavior, Response, Ui};
use egui_material_icons::icons;

use super::chooser::{Choice, Chooser};
use crate::case::{CaseError, Reader};
use crate::model::Change;
use crate::model::id::PhotoId;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::widgets::{Action, weak_text};

/// Width of the menus.
const WIDTH: f32 = 360.0;

type Choices = Arc<Vec<Choice<RecordRef>>>;

/// The button that opens the choices of what photos can show.
#[derive(Default)]
pub struct LinkMenu {
    choices: Remote<(), Choices>,
    chooser: Chooser<RecordRef>,
}

fn load(reader: &Reader) -> Result<Choices, CaseError> {
    let choice = |record: RecordRef, title: &str, of: Option<String>| {
        let kind = kind_name(record.kind);
        let detail = match of {
            Some(of) => tf("photos-link-of", &[("kind", kind.into()), ("of", of.into())]),
            None => kind.to_owned(),
        };
        Choice::new(record, title, detail)
    };
    // Pieces of one kind have one title: what each belongs to tells them apart.
    let components = reader.components(&[], "")?.into_iter();
    let weapons = reader.weapons(&[], "")?.into_iter();
    let strikes = reader.strike_titles()?.into_iter();
    Ok(Arc::new(
        components
            .map(|row| choice(row.id.into(), &row.title, row.weapon_title))
            .chain(weapons.map(|row| choice(row.id.into(), &row.title, row.strike_title)))
            .chain(strikes.map(|(id, title)| choice(id.into(), &title, None)))
            .collect(),
    ))
}

impl LinkMenu {
    /// Shows the button under `name`; what is chosen is linked to all of `photos`.
    pub fn button(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &[PhotoId], name: &str) {
        let response = ui.add(Action::secondary(name).with_icon(icons::ICON_ADD_LINK));
        let mut chosen = None;
        let shown = menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(WIDTH);
                let Some(choices) = self.choices.get(&desk.link, (), load) else {
                    return;
                };
                if choices.is_empty() {
                    weak_text(ui, t("photos-link-none"));
                    return;
                }
                let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
                chosen = self.chooser.show(ui, t("photos-link-hint"), choices);
                if enter {
                    chosen = self.chooser.current().map(|choice| choice.value.clone());
                }
                if chosen.is_some() {
                    ui.close();
                }
            });
        if let Some(subject) = chosen {
            desk.in_hand.take(&subject);
            desk.apply(Change::LinkPhotos {
                photos: photos.to_vec(),
                subject,
            });
        }
        if shown.is_none() {
            self.chooser.clear();
        }
    }
}

/// What some of the selected photos show, and how many of them.
type Linked = Vec<(RecordRef, String, usize)>;

/// The button that opens what the selected photos show, to take it back.
#[derive(Default)]
pub(super) struct UnlinkMenu {
    linked: Remote<Arc<[PhotoId]>, Linked>,
}

fn load_linked(reader: &Reader, photos: &[PhotoId]) -> Result<Linked, CaseError> {
    let mut counts: BTreeMap<RecordRef, usize> = BTreeMap::new();
    for &photo in photos {
        for subject in reader.subjects(photo)? {
            *counts.entry(subject).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .map(|(subject, count)| Ok((subject.clone(), reader.title(&subject)?, count)))
        .collect()
}

impl UnlinkMenu {
    /// Shows the button; what is chosen is taken from all of `photos`.
    pub(super) fn button(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &Arc<[PhotoId]>) {
        let response = ui.add(Action::quiet(t("photos-unlink")).with_icon(icons::ICON_LINK_OFF));
        let mut chosen = None;
        menu(&response).show(|ui| {
            ui.set_max_width(WIDTH);
            let asked = Arc::clone(photos);
            let linked = self.linked.get(&desk.link, Arc::clone(photos), move |reader| {
                load_linked(reader, &asked)
            });
            let Some(linked) = linked else {
                weak_text(ui, t("photos-loading"));
                return;
            };
            if linked.is_empty() {
                weak_text(ui, t("photos-unlink-none"));
            }
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for (subject, title, count) in linked {
                    let title = if title.is_empty() {
                        t("record-untitled")
                    } else {
                        title
                    };
                    ui.horizontal(|ui| {
                        if ui.add(Action::quiet(title)).clicked() {
                            chosen = Some(subject.clone());
                        }
                        let counted = [
                            ("kind", kind_name(subject.kind).into()),
                            ("count", (*count).into()),
                            ("all", photos.len().into()),
                        ];
                        weak_text(ui, &tf("photos-unlink-count", &counted));
                    });
                }
            });
        });
        if let Some(subject) = chosen {
            desk.apply(Change::UnlinkPhotos {
                photos: photos.to_vec(),
                subject,
            });
        }
    }
}

/// A menu under `button` in which fields look as they do elsewhere: egui's own menus take their margins away.
pub(super) fn menu(button: &Response) -> Popup<'_> {
    Popup::from_toggle_button_response(button)
        .layout(Layout::top_down(Align::Min))
        .gap(2.0)
}

/// What a kind of record is called.
#[must_use]
pub fn kind_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Strike => t("record-strike"),
        RecordKind::Weapon => t("record-weapon"),
        RecordKind::Component => t("record-component"),
        _ => "",
    }
}
