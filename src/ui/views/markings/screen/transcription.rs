//! The transcription under the picture: the field, its keys, and what other people read.

use egui::{Frame, Layout, Margin, Ui};
use jiff::Timestamp;

use super::super::field::{self, MarkEvent};
use super::super::keypad;
use super::Screen;
use crate::case::MarkingSheet;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::Text;

impl Screen {
    pub(super) fn transcription(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let hides = self.hides(sheet);
        let Some(draft) = &mut self.draft else { return };
        Frame::new().inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
            keypad::take_keys(ui, &mut draft.text, self.previous.as_deref());
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
            self.keypad
                .show(ui, desk, &mut draft.text, self.previous.as_deref());
            if before != draft.text {
                self.other = None;
            }
        });
        if !hides {
            self.readers(ui, desk, sheet);
        }
    }
}
