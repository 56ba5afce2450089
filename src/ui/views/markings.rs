//! Markings: the list, and the screen on which one is transcribed and read, which is the heart of the program.

mod agreement;
mod alarm;
pub mod choice;
mod context;
mod cut;
mod darkroom;
mod draft;
mod field;
mod find;
mod finding;
mod keypad;
mod list;
mod pins;
pub mod readings;
mod rules;
mod screen;
mod slide;
mod strip;
pub mod thumb;
mod tools;
mod viewer;

use egui::Ui;

use crate::case::MarkingQueue;

use crate::ui::desk::{Desk, Place};

/// The list of markings, and the screen on which one is transcribed and read.
#[derive(Default)]
pub struct MarkingsView {
    list: list::List,
    screen: screen::Screen,
    strip: strip::Strip,
}

impl MarkingsView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if let Some(queue) = desk.queue.take() {
            self.list.set_queue(queue);
        }
        desk.reads_blind = matches!(self.list.queue(), MarkingQueue::SecondReading(_));
        if let Place::Marking(marking) = desk.place {
            self.list.leave();
            self.strip.leave();
            self.screen.show(ui, desk, marking, self.list.queue());
            return;
        }
        self.settle(desk);
        if desk.place == Place::MarkStrip {
            self.list.leave();
            self.strip.show(ui, desk);
        } else {
            self.strip.leave();
            self.list.show(ui, desk);
        }
    }

    /// Saves what was being typed: whenever the screen is not in view any more, and before the case is closed.
    pub fn settle(&mut self, desk: &mut Desk) {
        self.screen.settle(desk);
    }
}
