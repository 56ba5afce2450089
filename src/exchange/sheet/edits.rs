//! What somebody does to several cells of a sheet at once: typing, pasting, filling down, clearing. The good cells become
//! changes that are one step; the others stay with what was typed and why it can't be taken in.

use super::entry::{Entry, Row, cleared, entry, same_as};
use super::field::{Field, Target};
use super::read::Fault;
use crate::case::{CaseError, Reader};
use crate::model::Change;
use crate::model::record::{Fields, RecordRef};
use crate::text::t;

/// A row under somebody's hands.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The row as it is.
    pub row: Row,
    /// The case does not have it yet: what is typed makes it.
    pub is_new: bool,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Deed {
    /// Texts are typed into cells: by the place of the row, the field and the text.
    Type {
        /// The rows.
        rows: Vec<Subject>,
        /// The cells; a place is one of a row.
        cells: Vec<(usize, &'static Field, String)>,
    },
    /// Cells of records say what those of another row say.
    Same {
        /// That row.
        from: Box<Row>,
        /// Which cells.
        fields: Vec<&'static Field>,
        /// The records.
        records: Vec<RecordRef>,
    },
    /// Cells of records are cleared.
    Clear {
        /// What the records are.
        target: Target,
        /// Which cells.
        fields: Vec<&'static Field>,
        /// The records.
        records: Vec<RecordRef>,
    },
}

/// A cell that can't be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The record, which may be one that is yet to be made.
    pub record: RecordRef,
    /// The field.
    pub field: &'static Field,
    /// What was typed.
    pub typed: String,
    /// Why not.
    pub fault: Fault,
}

/// What becomes of a deed.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What does it: to be applied as one step. Empty if nothing changes.
    pub changes: Vec<Change>,
    /// By record, what its cells will say.
    pub entries: Vec<(RecordRef, Entry)>,
    /// What can't be taken in.
    pub wrong: Vec<Wrong>,
}

/// Works out what a deed becomes. Nothing is written.
///
/// # Errors
/// When the case can't be read.
pub fn edits(reader: &Reader, deed: Deed) -> Result<Outcome, CaseError> {
    match deed {
        Deed::Type { rows, cells } => typed(reader, &rows, cells),
        Deed::Same {
            from,
            fields,
            records,
        } => {
            let entry = joined(fields.iter().map(|field| same_as(field, &from)));
            alike(reader, &entry, records)
        }
        Deed::Clear {
            target,
            fields,
            records,
        } => {
            let blank = Row::blank(target);
            let entry = joined(fields.iter().map(|field| cleared(field, &blank)));
            alike(reader, &entry, records)
        }
    }
}

fn typed(
    reader: &Reader,
    rows: &[Subject],
    cells: Vec<(usize, &'static Field, String)>,
) -> Result<Outcome, CaseError> {
    let mut outcome = Outcome::default();
    let mut by_row: Vec<Vec<(&'static Field, String)>> = vec![Vec::new(); rows.len()];
    for (place, field, text) in cells {
        if let Some(row) = by_row.get_mut(place) {
            row.push((field, text));
        }
    }
    for (subject, cells) in rows.iter().zip(by_row) {
        let record = &subject.row.record;
        // Cells of one row may rest on each other, as a radius on a position: each sees what those before it set.
        let mut row = subject.row.clone();
        row.words = reader.vocabularies()?;
        let mut set = Entry::default();
        let mut has_text = false;
        for (field, text) in &cells {
            has_text |= !text.trim().is_empty();
            match entry(reader, field, text, &row)? {
                Ok(entry) => {
                    row.take(&entry);
                    set = joined([set, entry]);
                }
                Err(fault) => outcome.wrong.push(Wrong {
                    record: record.clone(),
                    field,
                    typed: text.clone(),
                    fault,
                }),
            }
        }
        let is_known = set == Entry::default();
        if is_known || (subject.is_new && !has_text) {
            continue;
        }
        if subject.is_new {
            match subject.row.creation(&set) {
                Ok(changes) => outcome.changes.extend(changes),
                Err(reason) => {
                    outcome.wrong.extend(cells.into_iter().map(|(field, text)| Wrong {
                        record: record.clone(),
                        field,
                        typed: text,
                        fault: Fault {
                            what: reason.clone(),
                            mend: t("sheet-refused-mend").to_owned(),
                        },
                    }));
                    continue;
                }
            }
        } else {
            outcome.changes.extend(subject.row.changes(&set));
        }
        outcome.entries.push((record.clone(), set));
    }
    Ok(outcome)
}

/// Several cells of one row as one.
fn joined(entries: impl IntoIterator<Item = Entry>) -> Entry {
    entries.into_iter().fold(Entry::default(), Entry::and)
}

/// Many records that are to say the same.
fn alike(reader: &Reader, entry: &Entry, records: Vec<RecordRef>) -> Result<Outcome, CaseError> {
    let mut changes = Vec::new();
    if !entry.fields.is_empty() && !records.is_empty() {
        changes.push(Change::EditAll {
            records: records.clone(),
            fields: entry.fields.clone(),
        });
    }
    if entry.tags.is_some() {
        for record in &records {
            let row = Row {
                record: record.clone(),
                fields: Fields::new(),
                tags: reader.tags_of(record)?,
                titles: Vec::new(),
                words: reader.vocabularies()?,
            };
            changes.extend(row.changes(&Entry {
                tags: entry.tags.clone(),
                ..Entry::default()
            }));
        }
    }
    Ok(Outcome {
        changes,
        entries: records
            .into_iter()
            .map(|record| (record, entry.clone()))
            .collect(),
        wrong: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Author, Case};
    use crate::model::Strike;

    fn field(name: &str) -> &'static Field {
        Target::Strikes.field(name).unwrap()
    }

    fn case() -> (tempfile::TempDir, Case) {
        let folder = tempfile::tempdir().unwrap();
        let author = Author {
            person: "O. Tester".to_owned(),
            device: "11111111-1111-7111-8111-111111111111".to_owned(),
            device_name: "test laptop".to_owned(),
        };
        let case = Case::create(&folder.path().join("case.witness"), "Sheet", author).unwrap();
        (folder, case)
    }

    fn type_in(case: &mut Case, row: &Row, is_new: bool, cells: &[(&str, &str)]) -> Outcome {
        let deed = Deed::Type {
            rows: vec![Subject {
                row: row.clone(),
                is_new,
            }],
            cells: cells
                .iter()
                .map(|(name, text)| (0, field(name), (*text).to_owned()))
                .collect(),
        };
        let mut outcome = edits(&case.reader().unwrap(), deed).unwrap();
        case.apply_all(std::mem::take(&mut outcome.changes)).unwrap();
        outcome
    }

    #[test]
    fn the_good_cells_of_a_new_row_make_a_record_and_the_others_say_why_not() {
        let (_folder, mut case) = case();
        let row = Row::blank(Target::Strikes);
        let cells = [
            ("title", "Depot"),
            ("occurred", "05/06/2024"),
            ("position", "50.45, 30.52"),
            ("radius_m", "300"),
            ("tags", "night"),
        ];
        let outcome = type_in(&mut case, &row, true, &cells);
        assert_eq!(outcome.wrong.len(), 1);
        assert_eq!(outcome.wrong[0].typed, "05/06/2024");
        let strikes = case.reader().unwrap().all::<Strike>().unwrap();
        assert_eq!(strikes.len(), 1);
        assert_eq!(
            (strikes[0].title.as_str(), strikes[0].radius_m),
            ("Depot", Some(300.0))
        );
        assert_eq!(case.reader().unwrap().tags_of(&row.record).unwrap(), ["night"]);
        // One undo takes the row back as a whole.
        case.undo().unwrap();
        assert!(case.reader().unwrap().all::<Strike>().unwrap().is_empty());
    }

    #[test]
    fn a_new_row_of_wrong_or_empty_cells_makes_nothing() {
        let (_folder, mut case) = case();
        let row = Row::blank(Target::Strikes);
        for cells in [
            &[("title", " ")][..],
            &[("occurred", "yesterday")],
            &[("notes", "")],
        ] {
            type_in(&mut case, &row, true, cells);
        }
        assert!(case.reader().unwrap().all::<Strike>().unwrap().is_empty());
    }

    #[test]
    fn many_rows_say_the_same_and_are_cleared_again_as_one_step_each() {
        let (_folder, mut case) = case();
        let mut records = Vec::new();
        for _ in 0..3 {
            let row = Row::blank(Target::Strikes);
            type_in(&mut case, &row, true, &[("title", "Depot"), ("tags", "day")]);
            records.push(row.record);
        }
        let first = Row::blank(Target::Strikes);
        type_in(
            &mut case,
            &first,
            true,
            &[("status", "confirmed"), ("tags", "night")],
        );
        let from = Row::load(&case.reader().unwrap(), Target::Strikes, &first.record.id)
            .unwrap()
            .unwrap();
        let fields = vec![field("status"), field("tags")];
        let same = Deed::Same {
            from: Box::new(from),
            fields: fields.clone(),
            records: records.clone(),
        };
        let outcome = edits(&case.reader().unwrap(), same).unwrap();
        case.apply_all(outcome.changes).unwrap();
        let all = |case: &Case| {
            let reader = case.reader().unwrap();
            let of = |record: &RecordRef| {
                let strike = reader.get::<Strike>(&record.id).unwrap().unwrap();
                (strike.status.is_some(), reader.tags_of(record).unwrap())
            };
            records.iter().map(of).collect::<Vec<_>>()
        };
        assert!(
            all(&case)
                .iter()
                .all(|row| *row == (true, vec!["night".to_owned()]))
        );
        let clear = Deed::Clear {
            target: Target::Strikes,
            fields,
            records: records.clone(),
        };
        let outcome = edits(&case.reader().unwrap(), clear).unwrap();
        case.apply_all(outcome.changes).unwrap();
        assert!(all(&case).iter().all(|row| *row == (false, Vec::new())));
        case.undo().unwrap();
        case.undo().unwrap();
        assert!(
            all(&case)
                .iter()
                .all(|row| *row == (false, vec!["day".to_owned()]))
        );
    }
}
