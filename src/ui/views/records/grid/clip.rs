//! What goes to the clipboard and comes from it: cells with tabs between them, as spreadsheets have them.

use uuid::Uuid;

use crate::case::{CaseError, Reader};
use crate::exchange::sheet::{Field, Row, Target, neutral, written};

/// The cells of rows as text that a spreadsheet takes. A row that the case has no longer is left out.
///
/// # Errors
/// When the case can't be read.
pub fn copied(
    reader: &Reader,
    target: Target,
    rows: &[Uuid],
    fields: &[&'static Field],
) -> Result<String, CaseError> {
    let mut cells = Vec::with_capacity(rows.len());
    for id in rows {
        if let Some(row) = Row::load(reader, target, &id.to_string())? {
            cells.push(
                fields
                    .iter()
                    .map(|field| neutral(&written(field, &row)))
                    .collect(),
            );
        }
    }
    Ok(text_of(&cells))
}

/// Rows of cells as text with tabs between them and quotation marks where they are needed.
#[must_use]
pub fn text_of(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b'\t')
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail; a row that did would be missing and is noticed where it is pasted.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::{Table, restored};

    #[test]
    fn what_is_copied_is_pasted_as_it_was() {
        let rows = [
            vec![
                "Depot".to_owned(),
                "two\nlines".to_owned(),
                "a \"b\"\tc".to_owned(),
            ],
            vec![neutral("=1+1"), String::new(), "x".to_owned()],
        ];
        let table = Table::of_text(&text_of(&rows)).unwrap();
        let read: Vec<Vec<&str>> = table
            .lines()
            .iter()
            .map(|line| {
                (0..line.len())
                    .map(|column| restored(line.cell(column)))
                    .collect()
            })
            .collect();
        assert_eq!(read[0], ["Depot", "two\nlines", "a \"b\"\tc"]);
        assert_eq!(read[1], ["=1+1", "", "x"]);
    }
}
