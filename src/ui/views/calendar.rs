//! The strike calendar: a month that fills the window, and the year as a heat map.

use egui::Ui;

use crate::ui::desk::Desk;

/// The strike calendar: a month that fills the window, and the year as a heat map.
#[derive(Default)]
pub struct CalendarView {}

impl CalendarView {
    /// Where the calendar was left, or the month of `today`.
    #[must_use]
    pub fn place(&self, today: jiff::civil::Date) -> crate::ui::desk::Place {
        crate::ui::desk::Place::Calendar(today)
    }

    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let _ = (ui, desk);
    }
}
