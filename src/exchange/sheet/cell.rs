//! Cells that a spreadsheet would carry out as formulas: made harmless on the way out, as they were on the way in.

/// A cell of a table that spreadsheets open. One that begins like a formula gets an apostrophe in front, which a
/// spreadsheet takes for "this is text" (OWASP, "CSV Injection"); the import takes it off again.
///
/// ```
/// use witnessmark::exchange::sheet::neutral;
/// assert_eq!(neutral("=1+1"), "'=1+1");
/// assert_eq!(neutral("Kyiv"), "Kyiv");
/// ```
#[must_use]
pub fn neutral(cell: &str) -> String {
    if is_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The cell as it was before [`neutral`].
#[must_use]
pub fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

/// With what a cell begins that some spreadsheet takes for a formula; the last four are the full-width forms, which
/// spreadsheets in East Asia read as the first four.
const FIRST: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// Apostrophes in front count as part of it, so that what had one before keeps it.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FIRST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_is_made_harmless_and_plain_text_is_left_alone() {
        assert_eq!(neutral("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(neutral("'=1"), "''=1");
        assert_eq!(neutral("'quoted'"), "'quoted'");
        assert_eq!(restored("'=1+1"), "=1+1");
        assert_eq!(restored("'quoted'"), "'quoted'");
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_as_it_was(cell in "['=+@a\\-\t\n＝＋－＠]{0,6}|\\PC{0,12}") {
            let kept = neutral(&cell);
            prop_assert!(!kept.starts_with(FIRST));
            prop_assert_eq!(restored(&kept), cell);
        }
    }
}
