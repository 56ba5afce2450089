//! The log: the numbers of the entries that pass a filter, and the entries themselves, page by page.

use std::collections::BTreeSet;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value as SqlValue;
use rusqlite::{OptionalExtension, params_from_iter};

use super::super::{CaseError, Entry, Reader, history};
use crate::model::record::{RecordKind, RecordRef};

/// Which entries of the history are wanted. Everything that is said must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// By this person.
    pub person: Option<String>,
    /// On this device, by its id.
    pub device: Option<String>,
    /// Of this action (`edit`, `undo`, ...).
    pub action: Option<String>,
    /// That touched a record of this kind.
    pub kind: Option<RecordKind>,
    /// That touched this record, or a tie or part of it.
    pub record: Option<RecordRef>,
    /// With this text in what they did, in whatever case of letters; empty for any.
    pub text: String,
    /// Not before this moment: RFC 3339, UTC.
    pub from: Option<String>,
    /// Before this moment: RFC 3339, UTC.
    pub until: Option<String>,
}

impl LogFilter {
    /// Whether it lets everything pass.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What can be filtered by: what is in the history at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogChoices {
    /// The people.
    pub persons: Vec<String>,
    /// The devices: id and name.
    pub devices: Vec<(String, String)>,
    /// The actions.
    pub actions: Vec<String>,
}

impl Reader {
    /// The numbers of the entries that pass the filter, newest first.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn log(&self, filter: &LogFilter) -> Result<Vec<i64>, CaseError> {
        let (mut conditions, mut values) = (Vec::new(), Vec::<SqlValue>::new());
        let mut equal = |column: &str, value: &Option<String>| {
            if let Some(value) = value {
                conditions.push(format!("{column} ?"));
                values.push(value.clone().into());
            }
        };
        equal("device =", &filter.device);
        equal("person =", &filter.person);
        equal("action =", &filter.action);
        equal("at >=", &filter.from);
        equal("at <", &filter.until);
        if let Some(kind) = filter.kind {
            conditions.push("seq IN (SELECT seq FROM history_record WHERE kind = ?)".to_owned());
            values.push(kind.word().to_owned().into());
        }
        if let Some(record) = &filter.record {
            let touched = self.touching(record)?;
            let list = serde_json::to_string(&touched).unwrap_or_default();
            conditions.push("seq IN (SELECT value FROM json_each(?))".to_owned());
            values.push(list.into());
        }
        let text = filter.text.trim().to_lowercase();
        if !text.is_empty() {
            add_contains(&self.conn)?;
            // Last, so that only what passes the rest is searched.
            conditions.push("witness_contains(ops, ?)".to_owned());
            values.push(text.into());
        }
        let all = if conditions.is_empty() {
            "1".to_owned()
        } else {
            conditions.join(" AND ")
        };
        // The plus keeps SQLite from walking the whole history backwards only to have its order.
        let sql = format!("SELECT seq FROM history WHERE {all} ORDER BY +seq DESC");
        let mut statement = self.conn.prepare(&sql)?;
        let found = statement
            .query_map(params_from_iter(values), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// The entries that touched the record, its ties to photos and tags, or what belongs to it.
    fn touching(&self, record: &RecordRef) -> Result<Vec<i64>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT seq FROM history_record WHERE kind = ?1 AND id = ?2
             UNION SELECT seq FROM history_record WHERE kind IN ('depiction', 'tagging') AND id LIKE '%' || ?2 || '%'
             UNION SELECT r.seq FROM history_record AS r JOIN transcription AS t ON r.id = t.id
                 WHERE r.kind = 'transcription' AND t.marking = ?2
             UNION SELECT r.seq FROM history_record AS r JOIN finding AS f ON r.id = f.id
                 WHERE r.kind = 'finding' AND f.marking = ?2
             UNION SELECT r.seq FROM history_record AS r JOIN region AS g ON r.id = g.id
                 WHERE r.kind = 'region' AND g.marking = ?2
             UNION SELECT r.seq FROM history_record AS r JOIN custody AS c ON r.id = c.id
                 WHERE r.kind = 'custody' AND c.component = ?2",
        )?;
        let found = statement
            .query_map([record.kind.word(), &record.id], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// What can be filtered by.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn log_choices(&self) -> Result<LogChoices, CaseError> {
        let mut persons = BTreeSet::new();
        let mut devices = Vec::new();
        for chain in self.chains()? {
            let next = "SELECT min(person) FROM history WHERE device = ?1 AND person > ?2";
            persons.extend(self.leaps(next, Some(&chain.device))?);
            devices.push((chain.device, chain.name));
        }
        Ok(LogChoices {
            persons: persons.into_iter().collect(),
            devices,
            actions: self.leaps("SELECT min(action) FROM history WHERE action > ?1", None)?,
        })
    }

    /// The different values of an index, each found from the one before it: as many steps as there are values, however
    /// long the history is.
    fn leaps(&self, next: &str, of: Option<&str>) -> Result<Vec<String>, CaseError> {
        let mut statement = self.conn.prepare_cached(next)?;
        let mut values: Vec<String> = Vec::new();
        loop {
            let last = values.last().map_or("", String::as_str);
            let bound = of.into_iter().chain([last]);
            match statement.query_row(params_from_iter(bound), |row| row.get::<_, Option<String>>(0))? {
                Some(value) => values.push(value),
                None => return Ok(values),
            }
        }
    }

    /// One entry.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn entry(&self, seq: i64) -> Result<Option<Entry>, CaseError> {
        let mut statement = self.conn.prepare_cached(history::ONE)?;
        Ok(statement.query_row([seq], history::entry_of).optional()?)
    }
}

/// A comparison that knows the letters of all scripts, which SQLite's own does not.
fn add_contains(conn: &rusqlite::Connection) -> Result<(), CaseError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("witness_contains", 2, flags, |context| {
        let text = context.get_raw(0).as_str()?;
        Ok(text.to_lowercase().contains(context.get_raw(1).as_str()?))
    })?;
    Ok(())
}
