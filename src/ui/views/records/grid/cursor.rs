//! Where one is in a sheet: the cell under the hands, and the block of cells that begins at an anchor.

use std::ops::RangeInclusive;

/// A cell by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The row.
    pub row: usize,
    /// The column among those that are shown.
    pub column: usize,
}

/// Where a key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By so many rows, negative upwards.
    Rows(isize),
    /// By so many columns, negative to the left.
    Columns(isize),
    /// To the first or the last column.
    FirstColumn,
    /// To the last column.
    LastColumn,
    /// To the first row.
    FirstRow,
    /// To the last row.
    LastRow,
    /// To the first cell of all.
    First,
    /// To the last cell of all.
    Last,
}

/// The cell under the hands, and where a block of several begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The cell under the hands.
    pub at: Place,
    /// The other corner of the block.
    anchor: Place,
    /// The column in which a run of Tab keys began: Enter goes on in it, one row further down.
    home: Option<usize>,
}

impl Cursor {
    /// Goes to a cell; with `extends` the block reaches from where it began to there.
    pub fn go(&mut self, to: Place, extends: bool) {
        self.at = to;
        if !extends {
            self.anchor = to;
        }
        self.home = None;
    }

    /// Goes where a key leads, within a sheet of so many rows and columns.
    pub fn step(&mut self, step: Step, rows: usize, columns: usize, extends: bool) {
        let (last_row, last_column) = (rows.saturating_sub(1), columns.saturating_sub(1));
        let by = |from: usize, by: isize, last: usize| from.saturating_add_signed(by).min(last);
        let Place { row, column } = self.at;
        let to = match step {
            Step::Rows(count) => Place {
                row: by(row, count, last_row),
                column,
            },
            Step::Columns(count) => Place {
                row,
                column: by(column, count, last_column),
            },
            Step::FirstColumn => Place { row, column: 0 },
            Step::LastColumn => Place {
                row,
                column: last_column,
            },
            Step::FirstRow => Place { row: 0, column },
            Step::LastRow => Place {
                row: last_row,
                column,
            },
            Step::First => Place::default(),
            Step::Last => Place {
                row: last_row,
                column: last_column,
            },
        };
        self.go(to, extends);
    }

    /// Goes to the next cell, or with `back` to the one before: behind the last column to the next row.
    pub fn tab(&mut self, rows: usize, columns: usize, back: bool) {
        let home = self.home.unwrap_or(self.at.column);
        let Place { row, column } = self.at;
        let to = if back {
            match (row, column) {
                (0, 0) => self.at,
                (_, 0) => Place {
                    row: row - 1,
                    column: columns.saturating_sub(1),
                },
                _ => Place {
                    row,
                    column: column - 1,
                },
            }
        } else if column + 1 < columns {
            Place {
                row,
                column: column + 1,
            }
        } else if row + 1 < rows {
            Place {
                row: row + 1,
                column: 0,
            }
        } else {
            self.at
        };
        self.go(to, false);
        self.home = Some(home);
    }

    /// Goes one row down, or with `back` up: to the column in which a run of Tab keys began.
    pub fn enter(&mut self, rows: usize, back: bool) {
        let column = self.home.unwrap_or(self.at.column);
        let row = if back {
            self.at.row.saturating_sub(1)
        } else {
            (self.at.row + 1).min(rows.saturating_sub(1))
        };
        self.go(Place { row, column }, false);
    }

    /// Takes all of a row, or of several when it extends.
    pub fn take_row(&mut self, row: usize, columns: usize, extends: bool) {
        if !extends {
            self.anchor = Place { row, column: 0 };
        }
        self.anchor.column = columns.saturating_sub(1);
        self.at = Place { row, column: 0 };
        self.home = None;
    }

    /// Takes all cells.
    pub fn take_all(&mut self, rows: usize, columns: usize) {
        self.anchor = Place {
            row: rows.saturating_sub(1),
            column: columns.saturating_sub(1),
        };
        self.at = Place::default();
        self.home = None;
    }

    /// Stays within a sheet of so many rows and columns.
    pub fn stay_within(&mut self, rows: usize, columns: usize) {
        for place in [&mut self.at, &mut self.anchor] {
            place.row = place.row.min(rows.saturating_sub(1));
            place.column = place.column.min(columns.saturating_sub(1));
        }
    }

    /// The rows of the block.
    #[must_use]
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.at.row.min(self.anchor.row)..=self.at.row.max(self.anchor.row)
    }

    /// The columns of the block.
    #[must_use]
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.at.column.min(self.anchor.column)..=self.at.column.max(self.anchor.column)
    }

    /// Whether the block is one cell.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.at == self.anchor
    }

    /// Whether a cell is in the block.
    #[must_use]
    pub fn holds(&self, place: Place) -> bool {
        self.rows().contains(&place.row) && self.columns().contains(&place.column)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(row: usize, column: usize) -> Place {
        Place { row, column }
    }

    #[test]
    fn enter_goes_on_under_the_cell_where_a_run_of_tabs_began() {
        let mut cursor = Cursor::default();
        cursor.go(at(2, 1), false);
        for _ in 0..3 {
            cursor.tab(10, 6, false);
        }
        assert_eq!(cursor.at, at(2, 4));
        cursor.enter(10, false);
        assert_eq!(cursor.at, at(3, 1));
        // An arrow between them ends the run.
        cursor.tab(10, 6, false);
        cursor.step(Step::Rows(1), 10, 6, false);
        cursor.enter(10, false);
        assert_eq!(cursor.at, at(5, 2));
    }

    #[test]
    fn behind_the_last_column_comes_the_next_row() {
        let mut cursor = Cursor::default();
        cursor.go(at(0, 5), false);
        cursor.tab(10, 6, false);
        assert_eq!(cursor.at, at(1, 0));
        cursor.tab(10, 6, true);
        assert_eq!(cursor.at, at(0, 5));
    }

    #[test]
    fn a_block_reaches_from_where_it_began() {
        let mut cursor = Cursor::default();
        cursor.go(at(3, 3), false);
        cursor.step(Step::Rows(-2), 10, 6, true);
        cursor.step(Step::Columns(1), 10, 6, true);
        assert_eq!((cursor.rows(), cursor.columns()), (1..=3, 3..=4));
        assert!(cursor.holds(at(2, 4)) && !cursor.holds(at(2, 5)));
        cursor.take_row(7, 6, false);
        assert_eq!((cursor.rows(), cursor.columns()), (7..=7, 0..=5));
        cursor.take_row(8, 6, true);
        assert_eq!((cursor.rows(), cursor.columns()), (7..=8, 0..=5));
    }

    proptest! {
        #[test]
        fn no_key_leads_out_of_the_sheet(
            rows in 1..50_usize,
            columns in 1..20_usize,
            keys in prop::collection::vec((0..11_u8, -60..60_isize, any::<bool>()), 0..60),
        ) {
            let mut cursor = Cursor::default();
            for (key, count, extends) in keys {
                match key {
                    0 => cursor.tab(rows, columns, extends),
                    1 => cursor.enter(rows, extends),
                    2 => cursor.take_all(rows, columns),
                    3 => cursor.step(Step::Rows(count), rows, columns, extends),
                    4 => cursor.step(Step::Columns(count), rows, columns, extends),
                    5 => cursor.step(Step::FirstColumn, rows, columns, extends),
                    6 => cursor.step(Step::LastColumn, rows, columns, extends),
                    7 => cursor.step(Step::FirstRow, rows, columns, extends),
                    8 => cursor.step(Step::LastRow, rows, columns, extends),
                    9 => cursor.step(Step::First, rows, columns, extends),
                    _ => cursor.step(Step::Last, rows, columns, extends),
                }
                prop_assert!(cursor.at.row < rows && cursor.at.column < columns);
                prop_assert!(*cursor.rows().end() < rows && *cursor.columns().end() < columns);
                prop_assert!(cursor.holds(cursor.at));
            }
        }
    }
}
