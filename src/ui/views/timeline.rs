//! The timeline: rows of records, one scale of time, and every event as the days of which it was one. What can't have happened
//! in that order stands above it in sentences.

mod choice;
mod disorders;
mod keys;
mod legend;
pub mod pen;
mod plot;
pub mod words;

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder};
use egui_material_icons::icons;
use jiff::civil::Date;

use self::choice::Choice;
use crate::analysis::lifeline::Stage;
use crate::analysis::timeline::layout::{Density, Stack};
use crate::analysis::timeline::scale::Scale;
use crate::analysis::timeline::{Subject, Timeline};
use crate::case::{CaseError, Reader};
use crate::text::t;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::Tokens;
use crate::ui::widgets::{Action, Text, empty_state, hairline};

/// A timeline with what every frame needs of it, computed off the frame.
struct Shown {
    timeline: Timeline,
    stages: Vec<Stage>,
    /// All of its days; `None` where no date is known.
    whole: Option<Scale>,
    density: Density,
    stack: Stack,
}

fn shown(reader: &Reader, subject: &Subject, today: Date) -> Result<Arc<Shown>, CaseError> {
    let timeline = reader.timeline(subject, today)?;
    let density = Density::of(subject);
    Ok(Arc::new(Shown {
        stages: timeline.stages(),
        whole: timeline.span().map(Scale::of),
        density,
        stack: Stack::of(&timeline.rows, density),
        timeline,
    }))
}

/// The timeline, and what a person is doing in it.
#[derive(Default)]
pub struct TimelineView {
    subject: Subject,
    choice: Choice,
    shown: Remote<(Subject, Date), Arc<Shown>>,
    /// What is in view, once somebody has moved or zoomed; else all of it.
    scale: Option<Scale>,
    /// The row to bring into view.
    reveal: Option<usize>,
}

impl TimelineView {
    /// Of what it is.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Whether it has something to draw.
    #[must_use]
    pub fn has_bars(&self) -> bool {
        self.shown.held().is_some_and(|shown| shown.whole.is_some())
    }

    /// Draws what is below the bar of the analysis.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let wanted = desk.timeline_of.take();
        let chosen = self.choice.show(ui, desk, &self.subject);
        if let Some(subject) = wanted.or(chosen).filter(|subject| *subject != self.subject) {
            self.subject = subject;
            self.scale = None;
        }
        hairline(ui);
        let (subject, today) = (self.subject.clone(), desk.today);
        let key = (subject.clone(), today);
        let shown = self
            .shown
            .get(&desk.link, key, move |reader| shown(reader, &subject, today))
            .cloned();
        let Some(shown) = shown else {
            if let Some(error) = self.shown.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        let Some(whole) = shown.whole else {
            self.empty(ui, desk, &shown);
            return;
        };
        disorders::show(ui, desk, &shown.timeline.disorders);
        let area = ui.available_rect_before_wrap();
        let foot = Rect::from_min_max(egui::pos2(area.left(), area.bottom() - legend::HEIGHT), area.max);
        let scale = self.scale.unwrap_or(whole);
        let moved = keys::take(ui, desk, scale, whole);
        let scale = moved.scale;
        if moved.by_rows != 0 {
            self.reveal = step(desk, &shown.timeline, moved.by_rows);
        }
        let above = area.with_max_y(foot.top());
        let mut inside = ui.new_child(UiBuilder::new().max_rect(above));
        let scale = plot::show(&mut inside, desk, &shown, scale, self.reveal.take());
        self.scale = (scale != whole).then_some(scale);
        legend::show(ui, foot, &shown.stages, shown.timeline.rows.len());
        ui.advance_cursor_after_rect(area);
    }

    fn empty(&self, ui: &mut Ui, desk: &mut Desk, shown: &Shown) {
        let is_known = self.subject == Subject::Case || !shown.timeline.rows.is_empty();
        let (title, text) = if is_known {
            (t("timeline-empty"), t("timeline-empty-text"))
        } else {
            (t("timeline-nothing"), t("timeline-nothing-text"))
        };
        let go = empty_state(ui, icons::ICON_VIEW_TIMELINE, title, text, |ui| {
            ui.add(Action::primary(t("timeline-go-strikes"))).clicked()
        });
        if go {
            desk.go(Place::Strikes);
        }
    }
}

/// Selects the row that stands `by` rows below the selected one, and gives its place.
fn step(desk: &mut Desk, timeline: &Timeline, by: i32) -> Option<usize> {
    let last = timeline.rows.len().checked_sub(1)?;
    let here = desk.selected.last().and_then(|selected| {
        timeline
            .rows
            .iter()
            .position(|row| *selected == row.record.into())
    });
    let next = match here {
        Some(here) => here.saturating_add_signed(by as isize).min(last),
        None if by > 0 => 0,
        None => last,
    };
    desk.select(timeline.rows[next].record);
    Some(next)
}

/// The place where a record is edited.
fn place_of(owner: crate::analysis::timeline::Owner) -> Place {
    use crate::analysis::timeline::Owner;
    match owner {
        Owner::Strike(_) => Place::Strikes,
        Owner::Weapon(_) => Place::Weapons,
        Owner::Component(_) => Place::Components,
    }
}
