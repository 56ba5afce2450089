//! Whether the projections are what the history makes of them, row by row, side by side.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Rows};

use super::{Rebuilt, Verdict, name};
use crate::case::{CaseError, Reader, tables};
use crate::model::record::{RecordKind, RecordRef};

/// Two lists in the order of their keys.
const OTHERS: [(&str, &str); 3] = [
    (
        "search_text",
        "SELECT kind || ' ' || record, text FROM search_text ORDER BY kind, record",
    ),
    (
        "history_record",
        "SELECT kind || ' ' || id, seq FROM history_record ORDER BY kind, id, seq",
    ),
    (
        "conflict",
        "SELECT kind || ' ' || id, field FROM conflict ORDER BY kind, id, field",
    ),
];

impl Reader {
    /// Compares every projection with the one rebuilt from the history.
    pub(super) fn check_rows(&self, rebuilt: &Rebuilt, verdict: &mut Verdict) -> Result<(), CaseError> {
        for kind in RecordKind::ALL {
            let table = tables::table(kind);
            let columns: Vec<&str> = [table.fields, table.derived, table.counted].concat();
            let sql = format!("SELECT {} FROM {} ORDER BY id", columns.join(", "), table.name);
            compare(
                &self.conn,
                &rebuilt.conn,
                &sql,
                columns.len(),
                &mut |id, difference| {
                    let what = name(&RecordRef::new(kind, id));
                    verdict.rows += 1;
                    match difference {
                        Difference::Same => {}
                        Difference::Added => verdict.add("row", what, "verify-row-added"),
                        Difference::Changed => verdict.add("row", what, "verify-row-changed"),
                        Difference::Missing => verdict.add("row", what, "verify-row-missing"),
                    }
                },
            )?;
        }
        for (table, sql) in OTHERS {
            compare(&self.conn, &rebuilt.conn, sql, 2, &mut |what, difference| {
                if difference != Difference::Same {
                    verdict.add("row", format!("{table} {what}"), "verify-row-changed");
                }
            })?;
        }
        self.check_known(rebuilt, verdict)?;
        // A word that the index lists at another place, or not at all, would hide a record from a search.
        let metadata = index_metadata(&self.conn, &rebuilt.conn);
        let metadata = metadata.and_then(|()| same_index(&self.conn, &rebuilt.conn, "metadata_index"));
        let search = same_index(&self.conn, &rebuilt.conn, "search_index");
        for (name, same) in [("search_index", search), ("metadata_index", metadata)] {
            match same {
                Ok(true) => {}
                Ok(false) => verdict.add("file", name, "verify-search-index"),
                Err(error) => verdict.add("file", error, "verify-search-index"),
            }
        }
        Ok(())
    }
}

impl Reader {
    /// That what devices knew of each other is what their merges say.
    fn check_known(&self, rebuilt: &Rebuilt, verdict: &mut Verdict) -> Result<(), CaseError> {
        let list = |conn: &Connection, sql: &str| -> Result<BTreeMap<String, i64>, CaseError> {
            let mut statement = conn.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let is = list(
            &self.conn,
            "SELECT k.device || ' ' || k.device_seq || ' ' || k.other, k.other_seq
             FROM known AS k JOIN history AS h USING (device, device_seq) WHERE h.action = 'merge'",
        )?;
        let should = list(
            &rebuilt.conn,
            "SELECT device || ' ' || device_seq || ' ' || other, other_seq FROM known",
        )?;
        let wrong: BTreeSet<&String> = is
            .keys()
            .chain(should.keys())
            .filter(|key| is.get(*key) != should.get(*key))
            .collect();
        for key in wrong {
            verdict.add("row", format!("known {key}"), "verify-row-changed");
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Difference {
    Same,
    Added,
    Changed,
    Missing,
}

/// A row: its key, and its values as SQLite holds them.
type Row = (String, Vec<rusqlite::types::Value>);

fn next(rows: &mut Rows<'_>, columns: usize) -> Result<Option<Row>, CaseError> {
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    // A key whose bytes are no text is still a key, of a row that is in no history.
    let key = String::from_utf8_lossy(row.get_ref(0)?.as_bytes().unwrap_or_default()).into_owned();
    let values = (0..columns)
        .map(|column| {
            row.get_ref(column).map(|value| {
                rusqlite::types::Value::try_from(value).unwrap_or(rusqlite::types::Value::Blob(Vec::new()))
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(Some((key, values)))
}

/// Makes the index of the metadata anew: metadata is not in the history, its bytes are checked by themselves.
fn index_metadata(is: &Connection, should: &Connection) -> Result<(), CaseError> {
    // As the triggers of the table have it.
    let mut texts = is.prepare(
        "SELECT id, (SELECT group_concat((value ->> 1) || ' ' || (value ->> 2), char(10)) FROM json_each(tags))
         FROM metadata",
    )?;
    let mut texts = texts.query([])?;
    should.execute_batch("BEGIN")?;
    let mut add = should.prepare("INSERT INTO metadata_index (rowid, text) VALUES (?1, ?2)")?;
    while let Some(row) = texts.next()? {
        add.execute((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?))?;
    }
    should.execute_batch("COMMIT")?;
    Ok(())
}

/// Whether both indexes `name` list the same words at the same places.
fn same_index(is: &Connection, should: &Connection, name: &str) -> Result<bool, CaseError> {
    let list = format!("SELECT term, doc, offset FROM temp.{name}_words");
    for conn in [is, should] {
        conn.execute_batch(&format!(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_words USING fts5vocab (main, {name}, instance)",
        ))?;
    }
    let (mut is, mut should) = (is.prepare(&list)?, should.prepare(&list)?);
    let (mut is, mut should) = (is.query([])?, should.query([])?);
    loop {
        let (one, other) = match (is.next()?, should.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) => (one, other),
            _ => return Ok(false),
        };
        for column in 0..3 {
            if one.get_ref(column)? != other.get_ref(column)? {
                return Ok(false);
            }
        }
    }
}

/// Walks both lists, which are in the order of their keys.
fn compare(
    is: &Connection,
    should: &Connection,
    sql: &str,
    columns: usize,
    found: &mut dyn FnMut(&str, Difference),
) -> Result<(), CaseError> {
    let (mut is, mut should) = (is.prepare(sql)?, should.prepare(sql)?);
    let (mut is, mut should) = (is.query([])?, should.query([])?);
    let (mut one, mut other) = (next(&mut is, columns)?, next(&mut should, columns)?);
    loop {
        let order = match (&one, &other) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((key, _)), Some((other, _))) => key.cmp(other),
        };
        match (order, &one, &other) {
            (Ordering::Less, Some((key, _)), _) => found(key, Difference::Added),
            (Ordering::Greater, _, Some((key, _))) => found(key, Difference::Missing),
            (_, Some((key, values)), Some((_, others))) => {
                let same = values == others;
                found(
                    key,
                    if same {
                        Difference::Same
                    } else {
                        Difference::Changed
                    },
                );
            }
            _ => {}
        }
        if order != Ordering::Greater {
            one = next(&mut is, columns)?;
        }
        if order != Ordering::Less {
            other = next(&mut should, columns)?;
        }
    }
}
