//! Who held a component: a line for each handover, gaps between them marked, and the fields of the one that is open.

use egui::Ui;
use egui_material_icons::icons;

use super::super::draft::Draft;
use super::super::parts::{notes_row, text_row};
use super::super::picker::{Picked, picker};
use super::dates::date_row;
use crate::analysis::calendar::words;
use crate::case::PhotoName;
use crate::model::Change;
use crate::model::custody::{Custody, is_gap};
use crate::model::id::{ComponentId, CustodyId, PhotoId};
use crate::model::record::Recorded;
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::seek;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, card, gap, section, status_chip, weak_text};

/// Which handover of which component is open.
#[derive(Default)]
pub struct CustodyEditor {
    of: Option<ComponentId>,
    open: Option<CustodyId>,
    draft: Draft<Custody>,
}

impl CustodyEditor {
    /// Shows the handovers of `component`, the earliest first.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        component: ComponentId,
        handovers: &[Custody],
        photos: &[PhotoName],
    ) {
        if self.of != Some(component) {
            self.leave(desk);
            self.of = Some(component);
        }
        if desk.refused {
            self.draft.refused();
        }
        section(ui, t("form-custody"), |ui| {
            if handovers.is_empty() {
                weak_text(ui, t("form-custody-none"));
                gap(ui, space::XS);
            }
            for (place, custody) in handovers.iter().enumerate() {
                let before = place.checked_sub(1).and_then(|place| handovers.get(place));
                if before.is_some_and(|before| is_gap(before, custody)) {
                    status_chip(ui, t("form-custody-gap"), Tokens::of(ui).warn)
                        .on_hover_text(t("form-custody-gap-text"));
                }
                ui.push_id(custody.id, |ui| {
                    if self.open == Some(custody.id) {
                        card(ui, |ui| self.fields(ui, desk, custody, photos));
                    } else if line(ui, custody) {
                        self.draft.leave();
                        self.open = Some(custody.id);
                    }
                });
                gap(ui, space::XS);
            }
            let add = Action::secondary(t("form-custody-add")).with_icon(icons::ICON_HANDSHAKE);
            let record = component.into();
            let button = seek::place(ui, Some(&record), "handovers", |ui| ui.add(add));
            if button.clicked() {
                self.draft.leave();
                let last = handovers.last();
                let custody = Custody {
                    // Whoever took it last gives it now, under the seal that was put on.
                    handed_over_by: last.and_then(|last| last.received_by.clone()),
                    seal_before: last.and_then(|last| last.seal_after.clone()),
                    ..Custody::of(component)
                };
                self.open = Some(custody.id);
                desk.apply(Change::Create(custody.into()));
            }
        });
        desk.apply_all(self.draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
        self.open = None;
        self.of = None;
    }

    fn fields(&mut self, ui: &mut Ui, desk: &mut Desk, custody: &Custody, photos: &[PhotoName]) {
        self.draft.sync(custody);
        let draft = &mut self.draft;
        date_row(ui, draft, "at", t("form-custody-at"), custody.at.as_ref(), |c| {
            &mut c.at
        });
        type Slot = fn(&mut Custody) -> &mut Option<String>;
        let rows: [(&'static str, &str, &Option<String>, Slot); 8] = [
            ("by", "form-custody-by", &custody.handed_over_by, |c| {
                &mut c.handed_over_by
            }),
            ("to", "form-custody-to", &custody.received_by, |c| {
                &mut c.received_by
            }),
            ("place", "form-custody-place", &custody.place_name, |c| {
                &mut c.place_name
            }),
            ("purpose", "form-custody-purpose", &custody.purpose, |c| {
                &mut c.purpose
            }),
            ("authority", "form-custody-authority", &custody.authority, |c| {
                &mut c.authority
            }),
            (
                "seal before",
                "form-custody-seal-before",
                &custody.seal_before,
                |c| &mut c.seal_before,
            ),
            (
                "seal after",
                "form-custody-seal-after",
                &custody.seal_after,
                |c| &mut c.seal_after,
            ),
            ("condition", "form-condition", &custody.condition, |c| {
                &mut c.condition
            }),
        ];
        for (name, label, value, slot) in rows {
            text_row(ui, draft, name, t(label), value.as_deref(), slot);
        }
        proof(ui, draft, custody, photos);
        gap(ui, space::XS);
        notes_row(ui, draft, &custody.notes, |c| &mut c.notes);
        ui.horizontal(|ui| {
            if ui.add(Action::secondary(t("form-custody-close"))).clicked() {
                draft.leave();
                self.open = None;
            }
            let remove = Action::quiet(t("form-custody-remove")).with_icon(icons::ICON_DELETE);
            if ui.add(remove).clicked() {
                self.open = None;
                desk.apply(Change::Remove(custody.record_ref()));
            }
        });
    }
}

/// The photo or scan of the receipt, among the photos of the component.
fn proof(ui: &mut Ui, draft: &mut Draft<Custody>, custody: &Custody, photos: &[PhotoName]) {
    let choices: Vec<(PhotoId, String)> = photos
        .iter()
        .map(|photo| (photo.id, photo.name.clone()))
        .collect();
    let named = |id: &PhotoId| choices.iter().find(|(other, _)| other == id);
    let chosen = custody
        .proof_photo
        .as_ref()
        .map(|id| (id, named(id).map_or("", |(_, name)| name.as_str())));
    match picker(ui, t("form-custody-proof"), chosen, &choices) {
        Some(Picked::Some(photo)) => draft.set(|custody| custody.proof_photo = Some(photo)),
        Some(Picked::None) => draft.set(|custody| custody.proof_photo = None),
        None => {}
    }
}

/// A handover that is not open. True if it was clicked.
fn line(ui: &mut Ui, custody: &Custody) -> bool {
    let unknown = || t("form-unknown").to_owned();
    let hands = format!(
        "{} → {}",
        custody.handed_over_by.clone().unwrap_or_else(unknown),
        custody.received_by.clone().unwrap_or_else(unknown)
    );
    let about: Vec<String> = custody
        .at
        .iter()
        .map(words::edtf)
        .chain(custody.place_name.clone())
        .chain(custody.seal_after.clone())
        .collect();
    ui.horizontal(|ui| {
        let clicked = ui.add(Action::icon(icons::ICON_EDIT, &hands)).clicked();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Text::new(&hands).truncate());
            if !about.is_empty() {
                ui.add(Text::new(&about.join(" · ")).kind(Type::Small).weak().truncate());
            }
        });
        clicked
    })
    .inner
}
