//! What others read in the mark: side by side with where they differ, and the decision between them.

use egui::{Frame, Layout, Margin, Ui};
use egui_material_icons::icons;
use jiff::Timestamp;

use super::super::field::painted;
use super::Screen;
use crate::case::MarkingSheet;
use crate::model::id::TranscriptionId;
use crate::model::{Change, Role, Transcription};
use crate::reading::Notation;
use crate::reading::agreement::{Position, aligned};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text, status_chip};

/// A decision between readers that is being written.
#[derive(Debug, Default)]
pub(super) struct Deciding {
    text: String,
    reason: String,
    begun: bool,
}

/// Says that what others read is hidden. True when it is to be shown.
pub(super) fn blind_notice(ui: &mut Ui) -> bool {
    ui.add(Text::new(t("marking-blind")).kind(Type::Heading));
    ui.add(Text::new(t("marking-blind-text")).weak());
    ui.add_space(space::S);
    let reveal = Action::quiet(t("marking-blind-reveal")).with_icon(icons::ICON_VISIBILITY);
    ui.add(reveal).clicked()
}

impl Screen {
    /// What others read and, where people read it differently, the decision.
    pub(super) fn readers(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(draft) = &self.draft else { return };
        let (own, own_text) = (draft.id(), draft.text.clone());
        let others: Vec<&Transcription> = sheet
            .transcriptions
            .iter()
            .filter(|one| one.id != own && !one.text.is_empty())
            .collect();
        for other in &others {
            self.reader_line(ui, desk, other, &own_text);
        }
        let readers: Vec<&Transcription> = sheet
            .transcriptions
            .iter()
            .filter(|one| one.is_by_reader() && !one.text.trim().is_empty())
            .collect();
        let decided = others.iter().any(|one| one.role == Some(Role::Adjudicator));
        let [first, .., second] = readers[..] else { return };
        let (alike, positions) = compared(&first.text, &second.text);
        ui.horizontal(|ui| {
            if alike == positions {
                ui.add(Text::new(t("marking-readers-alike")).kind(Type::Small).weak());
                return;
            }
            let words = tf(
                "marking-readers-differ",
                &[("alike", alike.into()), ("positions", positions.into())],
            );
            let ink = Tokens::of(ui).warn.text;
            ui.add(Text::new(&words).kind(Type::Small).color(ink));
            if decided || self.deciding.is_some() {
                return;
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let decide = Action::secondary(t("marking-decide")).with_icon(icons::ICON_GAVEL);
                if ui.add(decide).clicked() {
                    self.deciding = Some(Deciding {
                        text: own_text.clone(),
                        ..Deciding::default()
                    });
                }
            });
        });
        if !decided {
            self.decide(ui, desk, sheet, &readers);
        }
    }

    /// One line: who read it when and how, what, and whether the readings are of that.
    fn reader_line(&mut self, ui: &mut Ui, desk: &mut Desk, other: &Transcription, own: &str) {
        let tokens = Tokens::of(ui);
        ui.horizontal(|ui| {
            ui.add(Text::new(&other.by).kind(Type::Small).weak());
            let day = other.at.strftime("%Y-%m-%d").to_string();
            ui.add(Text::new(&day).kind(Type::Small).weak());
            match other.role {
                Some(Role::BlindReader) => {
                    status_chip(ui, t("marking-role-blind"), tokens.info);
                }
                Some(Role::Machine) => {
                    let sort = other.symbology.as_deref().unwrap_or_default();
                    status_chip(ui, t("marking-role-machine"), tokens.info).on_hover_text(sort);
                }
                Some(Role::Adjudicator) => {
                    status_chip(ui, t("marking-role-adjudicator"), tokens.good).on_hover_text(&other.note);
                }
                None => {}
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let is_chosen = self.other == Some(other.id);
                let shown = t(if is_chosen {
                    "marking-other-chosen"
                } else {
                    "marking-other-choose"
                });
                let name = tf("marking-read-other", &[("person", other.by.as_str().into())]);
                let response = ui.add(Action::quiet(shown).selected(is_chosen));
                response.widget_info(|| {
                    egui::WidgetInfo::selected(
                        egui::accesskit::Role::Button,
                        ui.is_enabled(),
                        is_chosen,
                        &name,
                    )
                });
                if response.clicked() {
                    self.other = (!is_chosen).then_some(other.id);
                }
                if other.role == Some(Role::Adjudicator) {
                    let take_back = Action::icon(icons::ICON_UNDO, t("marking-decide-withdraw"));
                    if ui.add(take_back).clicked() {
                        desk.apply(Change::Remove(other.id.into()));
                        self.other = None;
                    }
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    painted(ui, &other.text, &differing(ui, &other.text, own));
                });
            });
        });
    }

    /// The decision between readers: what is legible, and why.
    fn decide(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet, readers: &[&Transcription]) {
        let Some(deciding) = &mut self.deciding else {
            return;
        };
        let tokens = Tokens::of(ui);
        let mut done = false;
        Frame::new()
            .fill(tokens.raised)
            .stroke(tokens.hairline())
            .corner_radius(egui::CornerRadius::same(radius::M))
            .inner_margin(Margin::symmetric(10, 8))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::XS;
                ui.horizontal_wrapped(|ui| {
                    for reader in readers {
                        let name = tf("marking-decide-take", &[("person", reader.by.as_str().into())]);
                        if ui.add(Action::secondary(&name)).clicked() {
                            deciding.text.clone_from(&reader.text);
                        }
                    }
                });
                let text = Field::new(t("marking-decide-title")).show(ui, &mut deciding.text);
                if !std::mem::replace(&mut deciding.begun, true) {
                    text.response.request_focus();
                    text.response.scroll_to_me(Some(egui::Align::Center));
                }
                let why = Field::new(t("marking-decide-why"))
                    .hint(t("marking-decide-why-hint"))
                    .show(ui, &mut deciding.reason);
                let is_sound = Notation::parse(&deciding.text).is_ok() && !deciding.text.trim().is_empty();
                let is_ready = is_sound && !deciding.reason.trim().is_empty();
                let entered = why.event == FieldEvent::Committed
                    && ui.input(|input| input.key_pressed(egui::Key::Enter));
                ui.horizontal(|ui| {
                    let missing = (!is_ready).then(|| t("marking-decide-required"));
                    let keep = Action::primary(t("marking-decide-keep"))
                        .keys("Enter")
                        .unless(missing);
                    if (ui.add(keep).clicked() || entered) && is_ready {
                        done = true;
                        let decision = Transcription {
                            id: TranscriptionId::new(),
                            marking: sheet.context.marking.id,
                            text: deciding.text.clone(),
                            by: desk.person.clone(),
                            at: Timestamp::now(),
                            note: deciding.reason.trim().to_owned(),
                            role: Some(Role::Adjudicator),
                            ..Transcription::default()
                        };
                        desk.apply(Change::Transcribe(decision));
                    }
                    let cancel = Action::quiet(t("marking-decide-cancel"));
                    done |= ui.add(cancel).clicked();
                });
            });
        if done {
            self.deciding = None;
            self.other = None;
        }
    }
}

/// How many positions of two transcriptions are alike, of how many.
fn compared(a: &str, b: &str) -> (usize, usize) {
    let [a, b] = [a, b].map(|text| Notation::parse(text).unwrap_or_else(|_| Notation::literal(text)));
    let positions = aligned(&a, &b);
    let alike = positions.iter().filter(|position| position.is_alike()).count();
    (alike, positions.len())
}

/// The bytes of `text` in which it differs from what one has read oneself, in the colour of what is to be looked at.
fn differing(ui: &Ui, text: &str, own: &str) -> Vec<(std::ops::Range<usize>, egui::Color32)> {
    if own.trim().is_empty() {
        return Vec::new();
    }
    let [a, b] = [text, own].map(|text| Notation::parse(text).unwrap_or_else(|_| Notation::literal(text)));
    let ink = Tokens::of(ui).warn.text;
    aligned(&a, &b)
        .into_iter()
        .filter(|position: &Position| !position.is_alike())
        .map(|position| (position.a.1, ink))
        .collect()
}
