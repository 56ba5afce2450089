//! Tables from a spreadsheet: comma, semicolon or tab separated text becomes strikes, weapons or components.
//!
//! A [`Table`] is the text in rows and cells. [`plan`] says what each row would become: which column is which field,
//! every problem with its row, its reason and how to mend it, and what the case has already. That is a dry run, which
//! writes nothing. [`Plan::changes`] are the good rows, to be applied as one step.
//!
//! The other way, a record is a [`Row`] of cells: [`written`] is what stands in one, [`edits()`] what typing into
//! cells becomes.

mod another;
mod cell;
mod edits;
mod entry;
mod field;
mod known;
mod mapping;
mod names;
mod parents;
mod plan;
mod position;
mod read;
mod table;

pub use another::another;
pub use cell::{neutral, restored};
pub use edits::{Deed, Outcome, Subject, Wrong, edits};
pub use entry::{Entry, Row, heard, same_as, written};
pub use field::{Field, Form, Target};
pub use mapping::Mapping;
pub use plan::{Plan, Problem, RowPlan, RowState, is_named, plan};
pub use read::Fault;
pub use table::{Line, Table, encoding_named, read_file};

use crate::text::{t, tf};

/// The longest text that is read, in bytes: 100 MB.
pub const MOST_BYTES: usize = 100_000_000;
/// The most rows that are read, with the names of the columns.
pub const MOST_ROWS: usize = 200_000;

/// Which of the first two numbers of `05/06/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// The first: 5 June.
    DayFirst,
    /// The second: 6 May.
    MonthFirst,
}

/// What a person says of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// What its rows are.
    pub target: Target,
    /// Whether its first row names the columns; `None` is told from the row itself.
    pub header: Option<bool>,
    /// Which column is which field; `None` is told from the names.
    pub mapping: Option<Mapping>,
    /// How dates with slashes are written; `None` is not known, and then they are a problem.
    pub day_order: Option<DayOrder>,
    /// Rows that the case has already are taken in once more.
    pub again: bool,
}

impl Setting {
    /// Nothing is said but what the rows are.
    #[must_use]
    pub fn new(target: Target) -> Self {
        Self {
            target,
            header: None,
            mapping: None,
            day_order: None,
            again: false,
        }
    }
}

/// Why a text is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// The file can't be read.
    #[error("{}", tf("sheet-error-file", &[("file", file.as_str().into()), ("reason", reason.as_str().into())]))]
    File {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
    /// There is nothing in it.
    #[error("{}", t("sheet-error-empty"))]
    Empty,
    /// It is longer than [`MOST_BYTES`].
    #[error("{}", tf("sheet-error-bytes", &[("most", (MOST_BYTES / 1_000_000).into())]))]
    TooLong,
    /// It has more rows than [`MOST_ROWS`].
    #[error("{}", tf("sheet-error-rows", &[("most", MOST_ROWS.into())]))]
    TooManyRows,
    /// It is the file of a spreadsheet program, not text.
    #[error("{}", t("sheet-error-workbook"))]
    Workbook,
    /// It is no text, or in another encoding.
    #[error("{}", t("sheet-error-not-text"))]
    NotText,
    /// A quotation mark is opened and not closed before the end, so that the rows behind it can't be told apart.
    #[error("{}", tf("sheet-error-open-quote", &[("line", line.to_string().into())]))]
    OpenQuote {
        /// The line of the text in which it stands, from 1.
        line: usize,
    },
}
