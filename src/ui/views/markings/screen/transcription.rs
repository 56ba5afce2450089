//! The transcription under the picture: the field, its keys, and what other people read.

use egui::{Frame, Layout, Margin, Ui};
use jiff::Timestamp;

use super::super::field::{self, MarkEvent};
use super::super::keypad;
use super::Screen;
use crate::case::MarkingSheet;
use crate::model::Transcription;
use crate::model::id::TranscriptionId;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text};

impl Screen {
    pub(super) fn transcription(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(draft) = &mut self.draft else { return };
        Frame::new().inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
            keypad::take_keys(ui, &mut draft.text);
            let label = ui
                .horizontal(|ui| {
                    let label = ui.add(Text::new(t("marking-transcription")).kind(Type::Strong));
                    let by = tf("marking-by", &[("person", desk.person.as_str().into())]);
                    ui.add(Text::new(&by).kind(Type::Small).weak());
                    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                        let (key, ink) = if draft.is_unsaved() {
                            ("marking-unsaved", Tokens::of(ui).warn.text)
                        } else if draft.text.is_empty() {
                            return;
                        } else {
                            ("marking-saved", Tokens::of(ui).text_weak)
                        };
                        ui.add(Text::new(t(key)).kind(Type::Small).color(ink));
                    });
                    label
                })
                .inner;
            draft.parse();
            let output = field::mark_field(ui, &label, &mut draft.text, &draft.parsed);
            if std::mem::take(&mut self.wants_field) {
                output.response.request_focus();
            }
            if output.response.changed() {
                self.other = None;
            }
            match output.event {
                MarkEvent::None => {}
                MarkEvent::Committed => desk.apply_all(draft.commit(Timestamp::now()).into_iter().collect()),
                MarkEvent::Cancelled => draft.take_back(),
            }
            let has_keyboard = output.response.has_focus() || ui.input(|input| input.pointer.any_down());
            if draft.is_left(has_keyboard) {
                desk.apply_all(draft.commit(Timestamp::now()).into_iter().collect());
            } else if draft.is_unsaved() && !has_keyboard {
                ui.ctx().request_repaint();
            }
            draft.parse();
            let lines = if ui.ctx().content_rect().height() < 900.0 {
                2
            } else {
                3
            };
            field::below(ui, &draft.text, &draft.parsed, lines);
            ui.add_space(space::XS);
            let before = draft.text.clone();
            self.keypad.show(ui, &mut draft.text);
            if before != draft.text {
                self.other = None;
            }
            let others: Vec<&Transcription> = sheet
                .transcriptions
                .iter()
                .filter(|transcription| transcription.id != draft.id() && !transcription.text.is_empty())
                .collect();
            for other in others {
                other_line(ui, other, &mut self.other);
            }
        });
    }
}

/// What another person read, and whether it is what the readings are of.
fn other_line(ui: &mut Ui, other: &Transcription, chosen: &mut Option<TranscriptionId>) {
    ui.horizontal(|ui| {
        ui.add(Text::new(&other.by).kind(Type::Small).weak());
        let day = other.at.strftime("%Y-%m-%d").to_string();
        ui.add(Text::new(&day).kind(Type::Small).weak());
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let is_chosen = *chosen == Some(other.id);
            let shown = t(if is_chosen {
                "marking-other-chosen"
            } else {
                "marking-other-choose"
            });
            let name = tf("marking-read-other", &[("person", other.by.as_str().into())]);
            let response = ui.add(Action::quiet(shown).selected(is_chosen));
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::accesskit::Role::Button, ui.is_enabled(), is_chosen, &name)
            });
            if response.clicked() {
                *chosen = (!is_chosen).then_some(other.id);
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let text = Text::new(&other.text).kind(Type::Mono);
                ui.add(text.color(Tokens::of(ui).text_strong).truncate());
            });
        });
    });
}
