//! A year on a page: each day with how many strikes it has, by a shade and a number.

use jiff::civil::Date;
use svg::Document;
use svg::node::element::Group;

use super::{HEAD, HEIGHT, MARGIN, WIDTH, weak};
use crate::analysis::calendar::layout::{DAYS, Grid, WEEKDAYS};
use crate::analysis::calendar::words;
use crate::case::{CalendarFilter, CaseError, Reader};
use crate::exchange::chart::{rectangle, words as text_at};
use crate::model::when::Interval;
use crate::text::{date, tf};

/// The months of a row, and the rows.
const COLUMNS: usize = 4;
const ROWS: usize = 3;
/// The room of a month's name, and of the days' names below it.
const NAME: f64 = 18.0;
const LETTERS: f64 = 14.0;
/// Shades: from how many strikes on, what the day is filled with, and the ink on it.
const SHADES: [(u32, &str, &str); 5] = [
    (0, "#ffffff", "#888888"),
    (1, "#d3e8e5", "#111111"),
    (3, "#8cc5bf", "#111111"),
    (6, "#3f938b", "#ffffff"),
    (11, "#174f4a", "#ffffff"),
];

/// A year's counts.
pub(super) struct Counts {
    year: i16,
    /// Strikes by day of the year, the first of January first.
    days: Vec<u32>,
    /// Strikes that touch each month; one that is known to a range counts in each.
    months: [usize; 12],
    /// Strikes that touch the year.
    pub(super) total: usize,
}

impl Counts {
    pub(super) fn of(reader: &Reader, year: i16, filter: &CalendarFilter) -> Result<Self, CaseError> {
        let mut counts = Self {
            year,
            days: Vec::new(),
            months: [0; 12],
            total: 0,
        };
        let Some(whole) = Interval::year(year) else {
            return Ok(counts);
        };
        counts.days = vec![0; whole.days() as usize];
        for day in reader.calendar_days(whole.earliest(), whole.latest(), filter)? {
            counts.days[place(day.day)] = day.strikes;
        }
        for span in reader.calendar_spans(whole.earliest(), whole.latest(), filter)? {
            let strikes = span.strikes as usize;
            counts.total += strikes;
            for (month, count) in (1..=12).zip(&mut counts.months) {
                let touches = Interval::month(year, month)
                    .is_some_and(|month| span.last >= month.earliest() && span.first <= month.latest());
                *count += if touches { strikes } else { 0 };
            }
        }
        Ok(counts)
    }

    pub(super) fn draw(&self, mut document: Document) -> Document {
        let top = MARGIN + HEAD;
        let width = (WIDTH - 2.0 * MARGIN) / COLUMNS as f64;
        let height = (HEIGHT - MARGIN - top) / ROWS as f64;
        for (nth, month) in (1..=12).enumerate() {
            let Ok(first) = Date::new(self.year, month, 1) else {
                continue;
            };
            let x = MARGIN + (nth % COLUMNS) as f64 * width;
            let y = top + (nth / COLUMNS) as f64 * height;
            document = document.add(self.month(first, self.months[nth], x, y, width - 18.0, height - 10.0));
        }
        document
    }

    fn month(&self, first: Date, strikes: usize, x: f64, y: f64, width: f64, height: f64) -> Group {
        let side = [width / DAYS as f64, (height - NAME - LETTERS) / 6.0];
        let name = words::month(first);
        let count = tf("count-strikes", &[("count", strikes.into())]);
        let mut group = Group::new()
            .add(text_at(x, y + 12.0, name).set("font-weight", 600))
            .add(weak(text_at(x + width, y + 12.0, count)).set("text-anchor", "end"));
        for (column, weekday) in WEEKDAYS.into_iter().enumerate() {
            let at = x + (column as f64 + 0.5) * side[0];
            let letters = weak(text_at(at, y + NAME + 9.0, date::weekday_short(weekday)));
            group = group.add(letters.set("text-anchor", "middle").set("font-size", 8));
        }
        let grid = Grid::of(first);
        for week in 0..grid.weeks() {
            for column in 0..DAYS {
                let day = grid.day(week, column);
                if day.month() != first.month() {
                    continue;
                }
                let strikes = self.days.get(place(day)).copied().unwrap_or(0);
                let (_, fill, ink) = shade(strikes);
                let left = x + column as f64 * side[0];
                let top = y + NAME + LETTERS + week as f64 * side[1];
                let cell = rectangle(left, top, side[0] - 1.5, side[1] - 1.5, fill);
                let number = text_at(left + 3.0, top + 8.5, day.day().to_string());
                group = group
                    .add(cell.set("stroke", "#cccccc").set("stroke-width", 0.5))
                    .add(number.set("font-size", 7).set("fill", ink));
                if strikes > 0 {
                    let at = (left + (side[0] - 1.5) / 2.0, top + side[1] - 8.0);
                    let count = text_at(at.0, at.1, strikes.to_string());
                    let count = count.set("font-size", 11).set("font-weight", 600);
                    group = group.add(count.set("text-anchor", "middle").set("fill", ink));
                }
            }
        }
        group
    }
}

fn place(day: Date) -> usize {
    usize::try_from(day.day_of_year() - 1).unwrap_or(0)
}

fn shade(strikes: u32) -> (u32, &'static str, &'static str) {
    let reached = SHADES.iter().rev().find(|(from, _, _)| strikes >= *from);
    *reached.unwrap_or(&SHADES[0])
}
