//! The schema: its numbered steps, and the check that a file has exactly the tables that its version says.
//!
//! A case may come from anyone. A trigger or a view that is not ours could change what a query means or does, so
//! a schema that differs from the known one in anything is refused before a statement runs on it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256 as Hasher};

use super::CaseError;
use crate::model::strike::shown_days;
use crate::model::when::{Edtf, Interval};
use crate::text::tf;

/// The numbered steps of the schema; `user_version` says how many a file has.
const MIGRATIONS: [&str; 9] = [
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_trust.sql"),
    include_str!("migrations/0003_photos_at_scale.sql"),
    include_str!("migrations/0004_markings.sql"),
    include_str!("migrations/0005_vocabularies.sql"),
    include_str!("migrations/0006_report_days.sql"),
    include_str!("migrations/0007_checklists.sql"),
    include_str!("migrations/0008_publication.sql"),
    include_str!("migrations/0009_merging.sql"),
];

/// The newest version that this program knows.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// The version of the file's schema, 0 for an empty file.
pub(super) fn version(conn: &Connection) -> Result<i64, CaseError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings an empty or older file to the newest version, each step in a transaction of its own.
pub(super) fn migrate(conn: &Connection) -> Result<(), CaseError> {
    let done = usize::try_from(version(conn)?).unwrap_or(0);
    if done >= MIGRATIONS.len() {
        return Ok(());
    }
    add_functions(conn)?;
    for (number, sql) in (1i64..).zip(MIGRATIONS).skip(done) {
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

/// An empty database in memory with the newest schema, to rebuild projections in.
pub(super) fn scratch() -> Result<Connection, CaseError> {
    of_version(NEWEST)
}

/// How many columns a table had in each version that had it.
pub(super) fn former_widths(table: &str) -> Result<BTreeSet<usize>, CaseError> {
    let mut widths = BTreeSet::new();
    for version in 1..=NEWEST {
        let columns = "SELECT count(*) FROM pragma_table_info(?1)";
        widths.insert(of_version(version)?.query_row(columns, [table], |row| row.get(0))?);
    }
    Ok(widths)
}

/// Gives an empty file the schema of an older version.
pub(super) fn of_file(conn: &Connection, version: i64) -> Result<(), CaseError> {
    add_functions(conn)?;
    for sql in MIGRATIONS.iter().take(usize::try_from(version).unwrap_or(0)) {
        conn.execute_batch(sql)?;
    }
    conn.pragma_update(None, "user_version", version)?;
    Ok(())
}

fn of_version(version: i64) -> Result<Connection, CaseError> {
    // With file names as URIs, so that a case can be attached for reading only.
    let flags = OpenFlags::default() | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_in_memory_with_flags(flags)?;
    add_functions(&conn)?;
    for sql in MIGRATIONS.iter().take(usize::try_from(version).unwrap_or(0)) {
        conn.execute_batch(sql)?;
    }
    Ok(conn)
}

/// That the file has the tables, indexes and triggers of its version, with the very words that made them, and
/// nothing else. A newer version than ours can't be compared: only that it has no view is looked at.
pub(super) fn check(conn: &Connection, path: &Path) -> Result<(), CaseError> {
    let foreign = |what: String| CaseError::Schema {
        file: path.to_owned(),
        what,
    };
    let is = objects(conn)?;
    let version = version(conn)?;
    if version > NEWEST {
        return match is.iter().find(|((kind, _), _)| kind == "view") {
            Some(((_, name), _)) => Err(foreign(tf("schema-added", &[("name", name.as_str().into())]))),
            None => Ok(()),
        };
    }
    let should = objects(&of_version(version)?)?;
    for (object, sql) in &is {
        let name = || [("name", object.1.as_str().into())];
        match should.get(object) {
            None => return Err(foreign(tf("schema-added", &name()))),
            Some(known) if known != sql => return Err(foreign(tf("schema-changed", &name()))),
            Some(_) => {}
        }
    }
    match should.keys().find(|object| !is.contains_key(*object)) {
        Some((_, name)) => Err(foreign(tf("schema-missing", &[("name", name.as_str().into())]))),
        None => Ok(()),
    }
}

/// What the schema lists: kind and name, and whose it is with the words that made it.
fn objects(conn: &Connection) -> Result<BTreeMap<(String, String), String>, CaseError> {
    let mut statement =
        conn.prepare("SELECT type, name, tbl_name || char(0) || coalesce(sql, '') FROM sqlite_schema WHERE name <> 'sqlite_stat1'")?;
    let objects = statement
        .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    Ok(objects)
}

/// The hash over values that were computed from an original: each is preceded by its length in bytes as an
/// unsigned 64-bit little-endian number; an absent value has the length 2^64 - 1 and no bytes.
pub(super) fn hash_of<'a>(parts: impl IntoIterator<Item = Option<&'a [u8]>>) -> [u8; 32] {
    let mut hasher = Hasher::new();
    for part in parts {
        hasher.update(part.map_or(u64::MAX, |bytes| bytes.len() as u64).to_le_bytes());
        hasher.update(part.unwrap_or_default());
    }
    hasher.finalize().into()
}

/// One end of an interval.
type End = fn(&Interval) -> Date;

/// What the steps of the schema compute beyond SQL.
fn add_functions(conn: &Connection) -> Result<(), CaseError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("witness_sha256", -1, flags, |context| {
        let parts = (0..context.len()).map(|place| match context.get_raw(place) {
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
            _ => None,
        });
        Ok(hash_of(parts).to_vec())
    })?;
    let ends: [(&str, End); 2] = [
        ("witness_first_day", Interval::earliest),
        ("witness_last_day", Interval::latest),
    ];
    for (name, end) in ends {
        conn.create_scalar_function(name, 1, flags, move |context| {
            let edtf = context
                .get::<Option<String>>(0)?
                .and_then(|text| Edtf::parse(&text).ok());
            let days = edtf.as_ref().and_then(shown_days);
            Ok(days.map(|days| super::day_number(end(&days))))
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(sql: &str) -> Option<String> {
        let conn = scratch().unwrap();
        conn.pragma_update(None, "user_version", NEWEST).unwrap();
        conn.execute_batch(sql).unwrap();
        check(&conn, Path::new("a.witness"))
            .err()
            .map(|error| error.to_string())
    }

    #[test]
    fn the_known_schema_is_accepted_and_anything_else_is_named() {
        assert_eq!(refusal(""), None);
        for (sql, name) in [
            (
                "CREATE TRIGGER evil AFTER INSERT ON photo BEGIN DELETE FROM photo; END",
                "evil",
            ),
            ("CREATE VIEW shown AS SELECT 1", "shown"),
            ("DROP TABLE finding", "finding"),
            ("DROP INDEX history_step", "history_step"),
            ("ALTER TABLE tag ADD COLUMN more TEXT", "tag"),
        ] {
            let said = refusal(sql).unwrap_or_default();
            assert!(said.contains(name), "{sql}: {said}");
        }
    }

    #[test]
    fn rows_of_older_versions_are_shorter() {
        let widths = former_widths("strike").unwrap();
        assert_eq!(widths, BTreeSet::from([19, 21]));
        assert!(!former_widths("rule_file").unwrap().contains(&5));
    }

    #[test]
    fn an_absent_value_and_an_empty_one_have_different_hashes() {
        assert_ne!(hash_of([None]), hash_of([Some(&b""[..])]));
        assert_ne!(
            hash_of([Some(&b"ab"[..]), None]),
            hash_of([Some(&b"a"[..]), Some(&b"b"[..])])
        );
    }
}
