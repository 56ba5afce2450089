//! The life of a record: what it was after an entry, and how to make it so again.

use super::super::{CaseError, Reader, check, merging, tables};
use crate::model::Change;
use crate::model::record::{Fields, Record, RecordRef};

/// What it takes to make a record as it was.
#[derive(Debug, Clone)]
pub struct Restoration {
    /// The change, or `None` when the record is like that now, as far as it may be changed.
    pub change: Option<Change>,
    /// The fields that would become otherwise: name, value now, value then.
    pub fields: Vec<(String, serde_json::Value, serde_json::Value)>,
    /// Fields that differ but may not be changed.
    pub fixed: Vec<String>,
}

impl Reader {
    /// The record's fields right after the entry `seq`, `None` when it was not there.
    ///
    /// # Errors
    /// When its history can't be read.
    pub fn record_as_of(&self, record: &RecordRef, seq: i64) -> Result<Option<Fields>, CaseError> {
        merging::record_at(&self.conn, record, seq)
    }

    /// What it takes to make the record as it was right after the entry `seq`; `None` when it was not there then.
    ///
    /// # Errors
    /// When its history can't be read.
    pub fn restoration(&self, record: &RecordRef, seq: i64) -> Result<Option<Restoration>, CaseError> {
        let Some(then) = self.record_as_of(record, seq)? else {
            return Ok(None);
        };
        let Some(now) = tables::get(&self.conn, record)? else {
            let whole = Record::from_fields(record.kind, then).map_err(|error| CaseError::Field {
                record: record.clone(),
                reason: error.to_string(),
            })?;
            return Ok(Some(Restoration {
                change: Some(Change::Create(whole)),
                fields: Vec::new(),
                fixed: Vec::new(),
            }));
        };
        let (mut fields, mut fixed, mut edit) = (Vec::new(), Vec::new(), Fields::new());
        for (name, value) in then {
            let current = now.get(&name).cloned().unwrap_or_default();
            if current == value {
                continue;
            }
            let one = Fields::from_iter([(name.clone(), value.clone())]);
            if check::editable(record, &one).is_ok() {
                edit.insert(name.clone(), value.clone());
                fields.push((name, current, value));
            } else {
                fixed.push(name);
            }
        }
        let change = (!edit.is_empty()).then(|| Change::Edit {
            record: record.clone(),
            fields: edit,
        });
        Ok(Some(Restoration {
            change,
            fields,
            fixed,
        }))
    }
}
