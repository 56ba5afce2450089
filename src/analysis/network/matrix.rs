//! The network of a large case as a matrix: a row for each mark or series, a column for each strike, and in each cell how many
//! marks of the row the strike's weapons bear.
//!
//! Marks by strikes, because that is the question: read along a row it says which strikes share a mark, and down a column what
//! a strike shares. Weapons by weapons would say neither by what they are linked nor of which strike they are, and grows with
//! the square of the weapons.

use std::collections::BTreeMap;

use super::Network;
use super::doubt::Doubt;
use super::parts::Parts;

/// What a column stands for, by its place in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// A strike.
    Strike(usize),
    /// A weapon that belongs to no strike.
    Weapon(usize),
}

/// What weapons of one strike bear of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The column.
    pub column: usize,
    /// How many marks.
    pub marks: usize,
    /// On how many weapons.
    pub weapons: usize,
    /// Whether all of these marks are doubtful.
    pub doubt: Doubt,
}

/// A row: a mark or a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The link's place in the network.
    pub link: usize,
    /// The cells that are not empty, by their columns.
    pub cells: Vec<Cell>,
}

/// The matrix, its rows and columns in an order in which what is linked lies together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
}

/// A mark in more columns than this doesn't decide which of them stand together.
const MOST_TELLING: usize = 64;

impl Matrix {
    /// The matrix of a network.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        // By dates: strikes stand by them in the network, and so do weapons.
        let mut columns: Vec<Column> = (0..network.strikes.len()).map(Column::Strike).collect();
        let mut of_weapon = Vec::with_capacity(network.weapons.len());
        for (nth, weapon) in network.weapons.iter().enumerate() {
            of_weapon.push(weapon.strike.unwrap_or(columns.len()));
            if weapon.strike.is_none() {
                columns.push(Column::Weapon(nth));
            }
        }
        let mut rows: Vec<Row> = (0..network.links.len())
            .map(|link| Row {
                link,
                cells: Vec::new(),
            })
            .collect();
        for bears in &network.bears {
            let column = of_weapon[bears.weapon];
            let cells = &mut rows[bears.link].cells;
            match cells.iter_mut().rfind(|cell| cell.column == column) {
                Some(cell) => {
                    cell.marks += bears.marks.len();
                    cell.weapons += 1;
                    cell.doubt = Doubt::of_all([cell.doubt, bears.doubt]);
                }
                None => cells.push(Cell {
                    column,
                    marks: bears.marks.len(),
                    weapons: 1,
                    doubt: bears.doubt,
                }),
            }
        }
        Self { columns, rows }.together()
    }

    /// How many cells are not empty.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).sum()
    }

    /// The cell of a row and a column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let cells = &self.rows.get(row)?.cells;
        let at = cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        cells.get(at)
    }

    /// The next cell that is not empty in the same row, on that side.
    #[must_use]
    pub fn next_in_row(&self, (row, column): (usize, usize), forward: bool) -> Option<usize> {
        let mut columns = self.rows.get(row)?.cells.iter().map(|cell| cell.column);
        if forward {
            columns.find(|other| *other > column)
        } else {
            columns.rfind(|other| *other < column)
        }
    }

    /// Puts what is linked beside each other: part by part of what hangs together, the largest first. A part begins with its
    /// earliest column, and each column is followed by the one that shares most with it, where a mark counts the more the
    /// fewer columns have it. Rows stand by the first and the last of their columns, so that they descend with these.
    fn together(mut self) -> Self {
        let (height, width) = (self.rows.len(), self.columns.len());
        let mut parts = Parts::new(height + width);
        for (nth, row) in self.rows.iter().enumerate() {
            for cell in &row.cells {
                parts.join(nth, height + cell.column);
            }
        }
        let part: Vec<usize> = (0..height + width).map(|nth| parts.of(nth)).collect();
        let mut sizes = vec![0_usize; height + width];
        for nth in &part {
            sizes[*nth] += 1;
        }
        let mut starts: Vec<usize> = (0..width).collect();
        // The largest part first; of two that are as large, the one whose first link joins more.
        starts.sort_by_key(|nth| {
            let part = part[height + nth];
            (usize::MAX - sizes[part], part, *nth)
        });
        let columns = self.chained(&starts);
        let at = super::order::place(&columns);
        self.columns = columns.iter().map(|nth| self.columns[*nth]).collect();
        for row in &mut self.rows {
            for cell in &mut row.cells {
                cell.column = at[cell.column];
            }
            row.cells.sort_unstable_by_key(|cell| cell.column);
        }
        let end = |cell: Option<&Cell>| cell.map(|cell| cell.column);
        self.rows
            .sort_by_key(|row| (end(row.cells.first()), end(row.cells.last()), row.link));
        self
    }

    /// The columns, each followed by the one that shares most with it; where none is left that shares anything, by the next of
    /// `starts`.
    fn chained(&self, starts: &[usize]) -> Vec<usize> {
        let mut by_column: Vec<Vec<usize>> = vec![Vec::new(); self.columns.len()];
        for (nth, row) in self.rows.iter().enumerate() {
            // A mark that nearly everything has says little of what belongs together, and looking at it costs its square.
            if row.cells.len() <= MOST_TELLING {
                for cell in &row.cells {
                    by_column[cell.column].push(nth);
                }
            }
        }
        let mut is_placed = vec![false; self.columns.len()];
        let mut columns = Vec::with_capacity(self.columns.len());
        for start in starts {
            let mut next = (!is_placed[*start]).then_some(*start);
            while let Some(column) = next {
                is_placed[column] = true;
                columns.push(column);
                let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
                for row in &by_column[column] {
                    let cells = &self.rows[*row].cells;
                    let weight = 1.0 / cells.len() as f64;
                    for cell in cells.iter().filter(|cell| !is_placed[cell.column]) {
                        *shared.entry(cell.column).or_default() += weight;
                    }
                }
                // Of two that share as much the earlier one.
                let most = shared.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)));
                next = most.map(|(column, _)| *column);
            }
        }
        columns
    }
}
