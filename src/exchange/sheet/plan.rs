//! The dry run: what every row would become, and every problem with its row, its reason and how to mend it.

mod rows;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::field::{Field, Target};
use super::mapping::Mapping;
use super::names::field_of;
use super::parents::containers_first;
use super::read::is_data;
use super::table::Table;
use super::{Setting, cell};
use crate::case::{CaseError, Reader};
use crate::model::record::{Record, RecordRef};
use crate::model::{Change, Vocabularies};
use crate::text::tf;

/// What a table would become.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What its rows are.
    pub target: Target,
    /// Whether its first row names the columns.
    pub has_header: bool,
    /// The names of its columns: those of the first row, or the letters that a spreadsheet shows.
    pub columns: Vec<String>,
    /// Which column is which field.
    pub mapping: Mapping,
    /// The vocabularies of the case.
    pub words: Arc<Vocabularies>,
    /// Its rows, but for the one with the names and empty ones. Empty while no column is a field.
    pub rows: Vec<RowPlan>,
    /// What keeps rows out, by row.
    pub problems: Vec<Problem>,
    /// What to look at, though it keeps no row out, by row.
    pub remarks: Vec<Problem>,
}

/// What a row would become.
#[derive(Debug, Clone)]
pub struct RowPlan {
    /// Its number in a spreadsheet, from 1.
    pub number: usize,
    /// Its place among the lines of the table.
    pub line: usize,
    /// What becomes of it.
    pub state: RowState,
    /// The record that it makes; none if it is left out.
    pub record: Option<Record>,
    /// The tags that the record gets.
    pub tags: Vec<String>,
    /// The row that contains it, by its place among the rows.
    parent: Option<usize>,
    /// Its problems, by their places.
    pub problems: Range<usize>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowState {
    /// It can be taken in.
    Good,
    /// It has problems and is left out.
    Wrong,
    /// The case has it already, as this record; it is left out.
    Known(RecordRef),
    /// It says the same as an earlier row, of this number; it is left out.
    Repeated(usize),
}

/// Something about a cell, or about a row as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The row's number in a spreadsheet, from 1.
    pub row: usize,
    /// The column's place, from 0.
    #[serde(skip)]
    pub place: Option<usize>,
    /// The column's name; empty if it is of the whole row.
    pub column: String,
    /// What stands in the cell.
    pub value: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// Works out what `table` would become in the case that `reader` reads. Nothing is written.
///
/// # Errors
/// When the case can't be read.
pub fn plan(table: &Table, setting: &Setting, reader: &Reader) -> Result<Plan, CaseError> {
    let target = setting.target;
    let has_header = setting.header.unwrap_or_else(|| names_columns(table, target));
    let columns = columns(table, has_header);
    let mapping = setting
        .mapping
        .clone()
        .filter(|mapping| mapping.fits(target, columns.len()))
        .unwrap_or_else(|| Mapping::guess(target, &columns));
    let mut plan = Plan {
        target,
        has_header,
        columns,
        mapping,
        words: reader.vocabularies()?,
        rows: Vec::new(),
        problems: Vec::new(),
        remarks: Vec::new(),
    };
    if !plan.mapping.is_empty() {
        rows::add(&mut plan, table, setting, reader)?;
    }
    Ok(plan)
}

impl Plan {
    /// What takes the good rows in: to be applied as one step.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let parents: Vec<Option<usize>> = self.rows.iter().map(|row| row.parent).collect();
        let mut changes = Vec::new();
        // By the tag as it is compared, with the first spelling.
        let mut tags: BTreeMap<String, (&str, Vec<RecordRef>)> = BTreeMap::new();
        for place in containers_first(&parents) {
            let row = &self.rows[place];
            let Some(record) = &row.record else { continue };
            for tag in &row.tags {
                let (_, bearers) = tags.entry(tag.to_lowercase()).or_insert((tag, Vec::new()));
                bearers.push(record.record_ref());
            }
            changes.push(Change::Create(record.clone()));
        }
        changes.extend(tags.into_values().map(|(name, records)| Change::AddTag {
            name: name.to_owned(),
            vocabulary: String::new(),
            records,
        }));
        changes
    }

    /// How many rows can be taken in.
    #[must_use]
    pub fn good(&self) -> usize {
        self.count(|state| matches!(state, RowState::Good))
    }

    /// How many rows have problems.
    #[must_use]
    pub fn wrong(&self) -> usize {
        self.count(|state| matches!(state, RowState::Wrong))
    }

    /// How many rows are there already, in the case or higher up in the table.
    #[must_use]
    pub fn known(&self) -> usize {
        self.count(|state| matches!(state, RowState::Known(_) | RowState::Repeated(_)))
    }

    /// How many rows there are and what becomes of them, as a sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let counts = [
            ("rows", self.rows.len().into()),
            ("good", self.good().into()),
            ("wrong", self.wrong().into()),
            ("known", self.known().into()),
        ];
        let mut said = vec![tf("sheet-summary-good", &counts)];
        if self.wrong() > 0 {
            said.push(tf("sheet-summary-wrong", &counts));
        }
        if self.known() > 0 {
            said.push(tf("sheet-summary-known", &counts));
        }
        said.join(", ") + "."
    }

    fn count(&self, is_it: impl Fn(&RowState) -> bool) -> usize {
        self.rows.iter().filter(|row| is_it(&row.state)).count()
    }

    /// The columns that are left out.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        let is_out = |(column, _): &(usize, &String)| self.mapping.field(*column).is_none();
        self.columns
            .iter()
            .enumerate()
            .filter(is_out)
            .map(|(_, name)| name.as_str())
    }

    /// The field of a column, with the problem of a row that is of it.
    #[must_use]
    pub fn problem_at(&self, row: &RowPlan, column: usize) -> Option<&Problem> {
        self.problems[row.problems.clone()]
            .iter()
            .find(|problem| problem.place == Some(column))
    }

    /// The columns that are fields.
    pub fn mapped(&self) -> impl Iterator<Item = (usize, &'static Field)> + '_ {
        self.mapping.mapped()
    }
}

/// Whether the first row names the columns: nothing in it is a number, a date or a position, and a name is known, or the
/// second row has such data.
fn names_columns(table: &Table, target: Target) -> bool {
    !has_data(table, 0) && (has_known_name(table, target) || has_data(table, 1))
}

/// Whether the first row has a name of a column that is known, and no data.
#[must_use]
pub fn is_named(table: &Table, target: Target) -> bool {
    !has_data(table, 0) && has_known_name(table, target)
}

fn has_data(table: &Table, line: usize) -> bool {
    let line = table.lines().get(line);
    line.is_some_and(|line| (0..line.len()).any(|column| is_data(line.cell(column))))
}

fn has_known_name(table: &Table, target: Target) -> bool {
    let first = table.lines().first();
    first.is_some_and(|first| (0..first.len()).any(|column| field_of(target, first.cell(column)).is_some()))
}

fn columns(table: &Table, has_header: bool) -> Vec<String> {
    (0..table.width())
        .map(|column| {
            let name = table.lines().first().map_or("", |line| line.cell(column));
            if has_header && !name.is_empty() {
                cell::restored(name).to_owned()
            } else {
                letters(column)
            }
        })
        .collect()
}

/// The letters that a spreadsheet shows above a column: A to Z, AA and so on.
fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests;
