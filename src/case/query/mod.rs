//! What the views and commands ask of a case: typed questions, each one statement.

mod agenda;
mod alarms;
mod assembly;
mod calendar;
mod chronicle;
mod completeness;
mod context;
mod coverage;
mod custody;
mod elsewhere;
mod facts;
mod life;
mod log;
mod map;
mod mark_pictures;
mod marking_screen;
mod marks;
mod measurements;
mod photo_list;
mod photos;
mod pieces;
mod places;
mod publication;
mod records;
mod rules;
mod sheet;
mod shown;
mod strip;
mod tags;
mod timeline;
mod together;
mod vocabulary;

pub use agenda::AgendaKey;
pub(super) use alarms::AlarmMemo;
pub use alarms::{AlarmRow, AlarmScope};
pub use assembly::Assembly;
pub use calendar::{CalendarDay, CalendarFilter, CalendarSpan, CalendarStrike, Count, Period, Reports, Told};
pub use chronicle::Chain;
pub(super) use completeness::KnownChecklists;
pub use context::MarkingContext;
pub use coverage::{Coverage, Gap, GapGroup, GapKind};
pub use elsewhere::{Elsewhere, SeenElsewhere, SoughtMark};
pub use life::Restoration;
pub use log::{LogChoices, LogFilter};
pub use map::{MapComponent, MapPhoto, MapStrike};
pub use mark_pictures::MarkPictures;
pub use marking_screen::{MarkingSheet, SeenIn};
pub use marks::{MarkingQueue, MarkingRow, RegionRow};
pub use photo_list::{PhotoOrder, PhotoSection};
pub use photos::PhotoRow;
pub use publication::Published;
pub use records::{ComponentRow, RecordCounts, StrikeRow, WeaponRow};
pub(super) use rules::KnownRules;
pub use sheet::SheetSort;
pub use strip::PhotoName;
pub use tags::TagRow;
pub use together::{PhotosTogether, Values};
pub(super) use vocabulary::KnownVocabularies;
pub use vocabulary::{TermRow, VocabularySheet};

use super::{CaseError, Entry, Reader, history, tables};
use crate::model::CaseInfo;
use crate::model::record::{Fields, Record, RecordKind, RecordRef, Recorded};

impl Reader {
    /// The record that `name` names, typed. `None` when it isn't in the case.
    ///
    /// # Errors
    /// When its row can't be read as a record.
    pub fn get<R: Recorded>(&self, id: impl ToString) -> Result<Option<R>, CaseError> {
        let name = RecordRef::new(R::KIND, id);
        let Some(fields) = tables::get(&self.conn, &name)? else {
            return Ok(None);
        };
        serde_json::from_value(serde_json::Value::Object(fields))
            .map(Some)
            .map_err(|error| CaseError::Field {
                record: name,
                reason: error.to_string(),
            })
    }

    /// As [`Reader::get`], for a record of any kind.
    ///
    /// # Errors
    /// As [`Reader::get`].
    pub fn record(&self, name: &RecordRef) -> Result<Option<Record>, CaseError> {
        let Some(fields) = tables::get(&self.conn, name)? else {
            return Ok(None);
        };
        Record::from_fields(name.kind, fields)
            .map(Some)
            .map_err(|error| CaseError::Field {
                record: name.clone(),
                reason: error.to_string(),
            })
    }

    /// What the case is called.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn info(&self) -> Result<CaseInfo, CaseError> {
        Ok(self.get(CaseInfo::ID)?.unwrap_or_default())
    }

    /// The newest entries of the history, newest first, older than `before`.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn history(&self, before: Option<i64>, most: u32) -> Result<Vec<Entry>, CaseError> {
        history::newest(&self.conn, before, most)
    }

    /// The entries that touched `record`, oldest first.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn history_of(&self, record: &RecordRef) -> Result<Vec<Entry>, CaseError> {
        history::of_record(&self.conn, record)
    }

    /// The fields of a record, whatever its kind.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn fields(&self, record: &RecordRef) -> Result<Option<Fields>, CaseError> {
        tables::get(&self.conn, record)
    }

    /// The fields of all records of a kind, in the order of their ids.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn every(&self, kind: RecordKind) -> Result<Vec<Fields>, CaseError> {
        tables::every(&self.conn, kind)
    }

    /// All records of a kind, in the order of their ids.
    ///
    /// # Errors
    /// When one of them can't be read.
    pub fn all<R: Recorded>(&self) -> Result<Vec<R>, CaseError> {
        tables::every(&self.conn, R::KIND)?
            .into_iter()
            .map(|fields| {
                let id = fields
                    .get("id")
                    .and_then(|id| id.as_str())
                    .unwrap_or_default()
                    .to_owned();
                serde_json::from_value(serde_json::Value::Object(fields)).map_err(|error| CaseError::Field {
                    record: RecordRef::new(R::KIND, id),
                    reason: error.to_string(),
                })
            })
            .collect()
    }
}

/// A text column that holds an id. A column that doesn't is a damaged row, reported as such.
fn id<T: std::str::FromStr>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    text.parse()
        .map_err(|_| rusqlite::Error::InvalidColumnType(column, text.to_owned(), rusqlite::types::Type::Text))
}

/// As [`id`], for a column that may be empty.
fn some_id<T: std::str::FromStr>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => id(row, column).map(Some),
    }
}

/// Tag names that a statement joined by the unit separator, which no tag contains.
fn split_tags(joined: Option<String>) -> Vec<String> {
    joined
        .filter(|joined| !joined.is_empty())
        .map(|joined| joined.split('\u{1f}').map(str::to_owned).collect())
        .unwrap_or_default()
}
