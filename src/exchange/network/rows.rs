//! The matrix of a network as CSV.

use std::io::Write;

use crate::analysis::links::LinkKind;
use crate::analysis::network::Network;
use crate::analysis::network::matrix::{Column, Matrix};
use crate::exchange::sheet::neutral;

/// Writes the matrix as CSV: a row for each mark or series, a column for each strike (and each weapon of no strike) with its id
/// in its name, and in the cells how many marks; an empty cell is none. The last three columns before them say how much the
/// link joins and what is doubtful in it.
///
/// # Errors
/// When it can't be written.
pub fn csv(network: &Network, matrix: &Matrix, to: impl Write) -> Result<(), csv::Error> {
    let mut out = csv::Writer::from_writer(to);
    let head = ["kind", "mark", "weapons", "strikes", "doubt"];
    let names = matrix.columns.iter().map(|column| match column {
        Column::Strike(nth) => {
            let strike = &network.strikes[*nth];
            let day = strike.days.map(|days| format!("{days} ")).unwrap_or_default();
            neutral(&format!("{day}{} [{}]", strike.title, strike.id))
        }
        Column::Weapon(nth) => {
            let weapon = &network.weapons[*nth];
            neutral(&format!("{} [{}]", weapon.title, weapon.id))
        }
    });
    out.write_record(head.into_iter().map(str::to_owned).chain(names))?;
    for row in &matrix.rows {
        let node = &network.links[row.link];
        let kind = match node.link.kind {
            LinkKind::Mark(_) => "mark",
            LinkKind::Series(_) => "series",
        };
        out.write_field(kind)?;
        out.write_field(neutral(&node.label))?;
        out.write_field(node.link.weapons.len().to_string())?;
        out.write_field(node.link.strikes.to_string())?;
        out.write_field(node.doubt.word())?;
        let mut cells = row.cells.iter().peekable();
        for nth in 0..matrix.columns.len() {
            match cells.next_if(|cell| cell.column == nth) {
                Some(cell) => out.write_field(cell.marks.to_string())?,
                None => out.write_field("")?,
            }
        }
        out.write_record(None::<&[u8]>)?;
    }
    out.flush()?;
    Ok(())
}
