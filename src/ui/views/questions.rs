//! What several people wrote in the same place without knowing of each other, side by side, for a person to decide.

mod card;
mod load;

use egui::{Frame, Key, ScrollArea, Ui};
use egui_material_icons::icons;

use crate::model::Change;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place, Wish};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::history::place_of;
use crate::ui::widgets::{Text, Toast, empty_state, gap, hairline, weak_text};

use card::Asked;
use load::{Card, Matter, Sheet};

/// The keys that take a version, by its number.
const KEYS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The open questions.
#[derive(Default)]
pub struct QuestionsView {
    sheet: Remote<(), Sheet>,
    /// The question that keys answer, by its place in the list.
    current: usize,
    /// A decision is on its way to the case.
    deciding: bool,
    /// The current question is to take the keyboard.
    wants_keyboard: bool,
}

impl QuestionsView {
    /// Draws the questions.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if self.deciding {
            if desk.refused {
                self.deciding = false;
            } else if desk.applied.is_some() {
                self.deciding = false;
                self.wants_keyboard = true;
                let told = Toast::done(t("questions-decided")).with_undo();
                desk.wish(Wish::Tell(told));
            }
        }
        self.sheet.get(&desk.link, (), load::sheet);
        let is_new = self.sheet.is_current(&desk.link);
        let Some(sheet) = self.sheet.held() else {
            if let Some(error) = self.sheet.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if sheet.cards.is_empty() {
            let (title, text) = (t("questions-none"), t("questions-none-text"));
            empty_state(ui, icons::ICON_RULE, title, text, |_| {});
            return;
        }
        self.current = self.current.min(sheet.cards.len() - 1);
        // What was decided may still be in the list for a frame: the keyboard waits for the new one.
        let takes_keyboard = is_new && std::mem::take(&mut self.wants_keyboard);
        head(ui, sheet);
        let mut asked = digit(ui)
            .and_then(|digit| sheet.cards.get(self.current)?.version(digit))
            .map(|change| Asked::Decide(Box::new(change)));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(egui::Margin::same(12)).show(ui, |ui| {
                for (place, card) in sheet.cards.iter().enumerate() {
                    let is_current = place == self.current;
                    let drawn = ui
                        .push_id((&card.record.id, card.key()), |ui| {
                            card::show(ui, card, is_current, is_current && takes_keyboard)
                        })
                        .inner;
                    if drawn.has_keyboard {
                        self.current = place;
                    }
                    if let Some(what) = drawn.asked {
                        self.current = place;
                        asked = Some(what);
                    }
                    gap(ui, space::M);
                }
                if sheet.more > 0 {
                    weak_text(ui, &tf("questions-more", &[("count", sheet.more.into())]));
                }
            });
        });
        match asked {
            // A second press before the case has answered would be an answer to a question that is no more.
            Some(Asked::Decide(change)) if !self.deciding && is_new => {
                self.deciding = true;
                desk.apply(*change);
            }
            Some(Asked::Entry(seq)) => {
                desk.history_entry = Some(seq);
                desk.go(Place::History);
            }
            Some(Asked::Show(record)) => {
                if let Some(place) = place_of(&record) {
                    desk.selected = vec![record];
                    desk.go(place);
                }
            }
            _ => {}
        }
    }
}

fn head(ui: &mut Ui, sheet: &Sheet) {
    gap(ui, space::S);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(space::S);
        ui.add(Text::new(t("command-go-questions")).kind(Type::Title));
        weak_text(ui, &tf("questions-count", &[("count", sheet.count().into())]));
    });
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        weak_text(ui, t("questions-text"));
    });
    gap(ui, space::S);
    hairline(ui);
}

/// The version whose key was pressed, from 0.
fn digit(ui: &Ui) -> Option<usize> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    ui.input(|input| {
        let pressed = |key: &Key| input.modifiers.is_none() && input.key_pressed(*key);
        KEYS.iter().position(pressed)
    })
}

impl Card {
    /// What takes the version in this place.
    fn version(&self, place: usize) -> Option<Change> {
        match &self.matter {
            Matter::Fields { versions, .. } => Some(self.settle(&versions.get(place)?.fields)),
            Matter::Removal { .. } => None,
        }
    }
}
