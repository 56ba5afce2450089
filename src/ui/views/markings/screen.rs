//! The screen of one marking: its region large, the tools beside it, the transcription under it, and what it may
//! mean at the right.

mod bar;
mod elsewhere;
mod other_cases;
mod picture;
mod readers;
mod transcription;

use std::sync::Arc;

use egui::{Key, Panel, Rect, ScrollArea, Ui, UiBuilder, vec2};
use egui_material_icons::icons;
use jiff::Timestamp;

use super::alarm;
use super::darkroom::Darkroom;
use super::draft::Draft;
use super::field;
use super::keypad::Keypad;
use super::pins::Pins;
use super::readings::{Readings, Subject, is_sound};
use super::tools::{self, Turn};
use super::viewer::Viewer;
use crate::case::{AlarmRow, AlarmScope, Elsewhere, MarkingQueue, MarkingRow, MarkingSheet};
use crate::model::id::{MarkingId, RegionId, TranscriptionId};
use crate::model::{Role, Transcription, View};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::inspector::marking::MarkingFields;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, size, space};
use crate::ui::widgets::{Action, Text, empty_state, section};
use bar::Step;
use other_cases::OtherCases;
use readers::Deciding;

/// Width of the column of readings: a share of the room within these limits, in points.
const READINGS_SHARE: f32 = 0.36;
const READINGS: (f32, f32) = (340.0, 460.0);

/// The screen, and what a person is doing on it.
#[derive(Default)]
pub struct Screen {
    sheet: Remote<MarkingId, Option<Arc<MarkingSheet>>>,
    all: Remote<(), Arc<Vec<MarkingRow>>>,
    /// The markings that are worked through.
    queued: Remote<MarkingQueue, Arc<Vec<MarkingRow>>>,
    queue: MarkingQueue,
    /// Somebody wants to see what others read before having read it themselves.
    revealed: bool,
    deciding: Option<Deciding>,
    draft: Option<Draft>,
    /// What was read in the mark before this one.
    previous: Option<String>,
    /// The other person's transcription that is read instead of one's own.
    other: Option<TranscriptionId>,
    region: usize,
    turn: Option<(RegionId, f64, Turn)>,
    view: View,
    /// Whose view that is, with what the case has of it.
    view_of: Option<(RegionId, Option<View>)>,
    placing: Option<Pins>,
    viewer: Viewer,
    darkroom: Darkroom,
    keypad: Keypad,
    readings: Readings,
    alarms: Remote<(MarkingId, jiff::civil::Date), Vec<AlarmRow>>,
    elsewhere: Remote<MarkingId, Elsewhere>,
    other_cases: OtherCases,
    fields: MarkingFields,
    /// Somebody was typing in the frame before: then Escape ends the typing, not the screen.
    was_typing: bool,
    /// The field gets the keyboard.
    wants_field: bool,
}

impl Screen {
    /// Saves what was being typed.
    pub fn settle(&mut self, desk: &mut Desk) {
        if let Some(mut draft) = self.draft.take() {
            if !draft.text.trim().is_empty() {
                self.previous = Some(draft.text.clone());
            }
            if let Some(change) = draft.commit(Timestamp::now()) {
                desk.apply(change);
            }
        }
    }

    /// Shows the screen of `id`.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, id: MarkingId, queue: &MarkingQueue) {
        self.queue.clone_from(queue);
        let sheet = self.sheet.get(&desk.link, id, move |reader| {
            Ok(reader.marking_sheet(id)?.map(Arc::new))
        });
        let sheet = match sheet {
            Some(Some(sheet)) => Arc::clone(sheet),
            Some(None) => return gone(ui, desk),
            None => {
                if let Some(error) = self.sheet.error() {
                    ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
                }
                return;
            }
        };
        self.begin(desk, &sheet);
        self.keys(ui, desk, id);
        Panel::top("marking bar")
            .exact_size(size::BAR + space::XS)
            .show(ui, |ui| self.bar(ui, desk, &sheet));
        Panel::left("marking tools")
            .exact_size(tools::WIDTH + 2.0 * space::S)
            .resizable(false)
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| self.tools(ui, desk, &sheet));
            });
        // The Tab key goes in the order in which things are made: from the transcription to its readings, and to
        // the picture last.
        let room = ui.available_rect_before_wrap();
        let split = room.right() - (room.width() * READINGS_SHARE).clamp(READINGS.0, READINGS.1);
        let column = |rect: Rect| UiBuilder::new().max_rect(rect);
        let mut middle = ui.new_child(column(room.with_max_x(split)));
        Panel::bottom("marking transcription")
            .resizable(false)
            .show(&mut middle, |ui| self.transcription(ui, desk, &sheet));
        let right = room.with_min_x(split).shrink2(vec2(space::S, 0.0));
        ui.painter()
            .vline(split, room.y_range(), Tokens::of(ui).hairline());
        let mut right = ui.new_child(column(right));
        ScrollArea::vertical()
            .id_salt("marking readings")
            .auto_shrink(false)
            .show(&mut right, |ui| self.right(ui, desk, &sheet));
        egui::CentralPanel::default().show(&mut middle, |ui| self.picture(ui, desk, &sheet));
        self.was_typing = ui.ctx().text_edit_focused();
    }

    /// Makes ready for another marking, or takes over what changed in this one.
    fn begin(&mut self, desk: &mut Desk, sheet: &MarkingSheet) {
        let marking = sheet.context.marking.id;
        match &mut self.draft {
            Some(draft) if draft.marking() == marking => draft.refresh(sheet),
            _ => {
                self.settle(desk);
                let draft = Draft::new(sheet, &desk.person);
                self.revealed = false;
                self.deciding = None;
                self.wants_field = draft.text.is_empty();
                self.other = None;
                self.draft = Some(draft);
                self.region = 0;
                self.placing = None;
                self.viewer.fit();
                self.readings.clear();
                desk.select(marking);
            }
        }
        self.region = self.region.min(sheet.seen.len().saturating_sub(1));
        let hides = self.hides(sheet);
        if let Some(draft) = &mut self.draft {
            draft.sees_others = !hides && sheet.transcriptions.iter().any(|one| one.id != draft.id());
            // What was decided between readers counts, and what others read until one has read it oneself.
            let settled = Transcription::settled(&sheet.transcriptions)
                .filter(|one| one.id != draft.id() && !hides)
                .filter(|one| one.role == Some(Role::Adjudicator) || draft.text.is_empty());
            if self.other.is_none() {
                self.other = settled.map(|one| one.id);
            }
        }
    }

    /// Whether what others read is hidden: in a second reading, until one has read the mark oneself.
    fn hides(&self, sheet: &MarkingSheet) -> bool {
        let has_read = self.draft.as_ref().is_some_and(Draft::is_in_the_case);
        let others = sheet.transcriptions.iter().any(Transcription::is_by_reader);
        matches!(self.queue, MarkingQueue::SecondReading(_)) && others && !has_read && !self.revealed
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, id: MarkingId) {
        if desk.take_command(UiCommand::NextItem) {
            self.step(desk, id, Step::Next);
        }
        if desk.take_command(UiCommand::PreviousItem) {
            self.step(desk, id, Step::Previous);
        }
        // In other fields of the screen Ctrl+Enter ends a text of several lines.
        let elsewhere =
            ui.ctx().text_edit_focused() && !ui.memory(|memory| memory.has_focus(field::field_id()));
        let entered =
            !elsewhere && ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
        if desk.take_command(UiCommand::NextInQueue) || entered {
            // Saved even where there is no next one.
            if let Some(draft) = &mut self.draft {
                desk.apply_all(draft.commit(Timestamp::now()).into_iter().collect());
            }
            self.step(desk, id, Step::Queued);
        }
        if desk.take_command(UiCommand::EditItem) {
            self.wants_field = true;
        }
        let escape = ui.input(|input| input.key_pressed(Key::Escape));
        let free = !self.was_typing && !self.readings.is_asking() && !egui::Popup::is_any_open(ui);
        if escape && free {
            desk.go(Place::Markings);
        }
    }

    fn step(&mut self, desk: &mut Desk, id: MarkingId, step: Step) {
        let (Some(rows), Some(queued)) = (self.all(desk), self.queued(desk)) else {
            return;
        };
        if let Some(next) = step.from(&rows, &queued, id) {
            desk.go(Place::Marking(next));
        }
    }

    fn all(&mut self, desk: &Desk) -> Option<Arc<Vec<MarkingRow>>> {
        self.all
            .get(&desk.link, (), |reader| {
                Ok(Arc::new(reader.markings(&[], &MarkingQueue::All)?))
            })
            .cloned()
    }

    /// The markings that are worked through: those of the list's queue, else those that nobody has transcribed.
    fn queued(&mut self, desk: &Desk) -> Option<Arc<Vec<MarkingRow>>> {
        let queue = match &self.queue {
            MarkingQueue::All => MarkingQueue::Untranscribed,
            queue => queue.clone(),
        };
        let of = queue.clone();
        self.queued
            .get(&desk.link, queue, move |reader| {
                Ok(Arc::new(reader.markings(&[], &of)?))
            })
            .cloned()
    }

    fn right(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        ui.add_space(space::XS);
        if self.hides(sheet) {
            if readers::blind_notice(ui) {
                self.revealed = true;
            }
            return;
        }
        let (id, today) = (sheet.context.marking.id, desk.today);
        let alarms = self.alarms.get(&desk.link, (id, today), move |reader| {
            reader.alarms(AlarmScope::Marking(id), today)
        });
        alarm::messages(ui, alarms.map_or(&[], Vec::as_slice));
        let Some(draft) = &self.draft else { return };
        let other = self.other.and_then(|id| {
            sheet
                .transcriptions
                .iter()
                .find(|transcription| transcription.id == id)
        });
        let subject = match other {
            Some(other) => Subject {
                transcription: other.id,
                text: &other.text,
                is_sound: is_sound(&other.text),
                unsaved: None,
            },
            None => Subject {
                transcription: draft.id(),
                text: &draft.text,
                is_sound: draft.parsed.is_ok(),
                unsaved: draft.change(Timestamp::now()),
            },
        };
        self.readings.show(ui, desk, sheet, subject);
        ui.add_space(space::M);
        section(ui, t("marking-elsewhere"), |ui| {
            self.elsewhere(ui, desk, sheet);
            ui.add_space(space::XS);
            self.other_cases.show(ui, desk, sheet.context.marking.id);
        });
        section(ui, t("marking-fields"), |ui| {
            self.fields
                .show(ui, desk, &sheet.context.marking, &sheet.context, &sheet.tags);
        });
    }
}

fn gone(ui: &mut Ui, desk: &mut Desk) {
    let back = empty_state(
        ui,
        icons::ICON_FINGERPRINT,
        t("marking-gone"),
        t("marking-gone-text"),
        |ui| ui.add(Action::secondary(t("marking-back"))).clicked(),
    );
    if back {
        desk.go(Place::Markings);
    }
}
