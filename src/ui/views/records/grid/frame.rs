//! How a sheet lies on screen: the heads above, the numbers and the first column at the left, which stay where they are, and
//! the cells that move under them.

use std::ops::Range;

use egui::{Rect, pos2, vec2};

use super::cursor::Place;
use crate::ui::theme::size;

/// The width of the column of numbers, in points.
pub const NUMBERS: f32 = LINE_NUMBERS + FILLED;
/// The part of it in which the numbers of the rows stand.
pub const LINE_NUMBERS: f32 = 52.0;
/// The part of it that says how much of a row's checklists is filled in.
pub const FILLED: f32 = 76.0;
/// The height of a row, in points.
pub const ROW: f32 = size::ROW;

/// Where everything lies.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The sheet on screen, with its heads.
    pub area: Rect,
    /// By column, where it begins in the whole sheet and how wide it is, in points from the end of the numbers.
    pub columns: Vec<(f32, f32)>,
    /// How many rows there are.
    pub rows: usize,
    /// By how much it is moved, in points.
    pub offset: egui::Vec2,
    /// How wide the bars are that may stand beside the cells, in points.
    pub bars: f32,
}

impl Frame {
    /// The part in which cells move, with the first column.
    pub fn body(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(NUMBERS, ROW), self.area.max)
    }

    /// The part in which the columns behind the first move.
    pub fn moving(&self) -> Rect {
        let mut moving = self.body();
        moving.min.x = (moving.min.x + self.first_width()).min(moving.max.x);
        moving
    }

    fn first_width(&self) -> f32 {
        self.columns.first().map_or(0.0, |(_, width)| *width)
    }

    /// How wide and high all of it is, without heads and numbers.
    pub fn whole(&self) -> egui::Vec2 {
        let width = self.columns.last().map_or(0.0, |(left, width)| left + width);
        #[expect(clippy::cast_precision_loss, reason = "fewer rows than 2^24 points hold")]
        let height = self.rows as f32 * ROW;
        vec2(width, height)
    }

    /// The rows in view.
    pub fn visible(&self) -> Range<usize> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an offset is not negative"
        )]
        let row = |points: f32| (points / ROW).max(0.0) as usize;
        let first = row(self.offset.y);
        first.min(self.rows)..(row(self.offset.y + self.body().height()) + 1).min(self.rows)
    }

    /// How many rows are in view as a whole.
    pub fn page(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a height is not negative"
        )]
        let rows = (self.body().height() / ROW).max(1.0) as usize;
        rows
    }

    /// The top of a row on screen.
    pub fn top(&self, row: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "fewer rows than 2^24 points hold")]
        let down = row as f32 * ROW;
        self.body().top() + down - self.offset.y
    }

    /// A cell on screen, wherever it is.
    pub fn cell(&self, place: Place) -> Rect {
        let (left, width) = self.columns.get(place.column).copied().unwrap_or_default();
        let moved = if place.column == 0 { 0.0 } else { self.offset.x };
        let min = pos2(self.body().left() + left - moved, self.top(place.row));
        Rect::from_min_size(min, vec2(width, ROW))
    }

    /// What of a cell can be seen.
    pub fn seen(&self, place: Place) -> Rect {
        let clip = if place.column == 0 {
            self.body()
        } else {
            self.moving()
        };
        self.cell(place).intersect(clip)
    }

    /// The head of a column on screen, as far as it can be seen.
    pub fn head(&self, column: usize) -> Rect {
        let cell = self.cell(Place { row: 0, column });
        let left = if column == 0 {
            self.body().left()
        } else {
            self.moving().left()
        };
        Rect::from_min_max(
            pos2(cell.left().max(left), self.area.top()),
            pos2(
                cell.right().min(self.area.right()).max(left),
                self.area.top() + ROW,
            ),
        )
    }

    /// The cell under a point.
    pub fn at(&self, point: egui::Pos2) -> Option<Place> {
        let visible = self.visible();
        let row = visible.clone().find(|row| point.y < self.top(row + 1))?;
        let column = (0..self.columns.len())
            .filter(|column| self.seen(Place { row, column: *column }).width() > 0.0)
            .find(|column| point.x < self.seen(Place { row, column: *column }).right())?;
        Some(Place { row, column })
    }

    /// By how much the sheet is to be moved, as little as brings a cell into view.
    pub fn offset_for(&self, place: Place) -> egui::Vec2 {
        let mut offset = self.offset;
        let mut body = self.body();
        body.max -= vec2(self.bars, self.bars);
        let top = self.top(place.row) - body.top() + self.offset.y;
        offset.y = offset.y.clamp((top + ROW - body.height()).max(0.0), top.max(0.0));
        if place.column > 0 {
            let (left, width) = self.columns.get(place.column).copied().unwrap_or_default();
            let first = self.first_width();
            let (from, to) = (left - first, (left + width - body.width()).max(0.0));
            offset.x = offset.x.clamp(to.min(from), from.max(0.0));
        }
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        Frame {
            area: Rect::from_min_size(pos2(10.0, 10.0), vec2(NUMBERS + 400.0, ROW * 11.0)),
            columns: vec![(0.0, 100.0), (100.0, 150.0), (250.0, 150.0), (400.0, 200.0)],
            rows: 1000,
            offset: egui::Vec2::ZERO,
            bars: 8.0,
        }
    }

    #[test]
    fn a_cell_is_brought_into_view_by_as_little_as_it_takes() {
        let mut frame = frame();
        assert_eq!(frame.page(), 10);
        for (row, column) in [(0, 0), (9, 2), (500, 3), (499, 1), (999, 3), (0, 1), (3, 0)] {
            let place = Place { row, column };
            frame.offset = frame.offset_for(place);
            let (cell, seen) = (frame.cell(place), frame.seen(place));
            assert!(
                (cell.width() - seen.width()).abs() < 0.5,
                "{place:?}: {cell} {seen}"
            );
            assert!((cell.height() - seen.height()).abs() < 0.5, "{place:?}");
            let free = frame.area.max - cell.max;
            assert!(free.x >= 7.5 && free.y >= 7.5, "under a bar: {place:?} {free}");
            assert!(frame.visible().contains(&row));
            assert_eq!(frame.at(seen.center()), Some(place));
            let again = frame.offset_for(place);
            assert!((again - frame.offset).length() < 0.5, "{place:?}");
        }
    }

    #[test]
    fn the_first_column_stays_and_the_others_go_under_it() {
        let mut frame = frame();
        frame.offset = vec2(120.0, 0.0);
        let seen = |column| frame.seen(Place { row: 0, column });
        assert!((seen(0).width() - 100.0).abs() < 0.1);
        assert!((seen(1).width() - 30.0).abs() < 0.1);
        assert!((seen(1).left() - seen(0).right()).abs() < 0.1);
        assert!((frame.head(1).width() - 30.0).abs() < 0.1);
    }
}
