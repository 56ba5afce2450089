//! The projections as SQL sees them: which column holds which field, and the statements made from that.
//!
//! Column names are the field names of `model`. Statements are built once from these constant lists and never
//! from anything that a person typed.

use std::collections::HashMap;
use std::sync::OnceLock;

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql};
use serde_json::Value;

use super::CaseError;
use super::columns::{self, Columns};
use crate::model::record::{Fields, Record, RecordKind, RecordRef};

/// One projection.
pub(super) struct Table {
    /// The table's name, which is the kind's word.
    pub name: &'static str,
    /// Its columns that hold a field each.
    pub fields: &'static [&'static str],
    /// Those among them whose value is a JSON list or object.
    pub lists: &'static [&'static str],
    /// Its columns that are computed from the fields.
    pub derived: &'static [&'static str],
    /// Its columns that triggers keep, after the others.
    pub counted: &'static [&'static str],
    put: String,
    get: String,
}

/// The projection of `kind`.
pub(super) fn table(kind: RecordKind) -> &'static Table {
    static TABLES: OnceLock<HashMap<RecordKind, Table>> = OnceLock::new();
    &TABLES.get_or_init(|| {
        RecordKind::ALL
            .into_iter()
            .map(|kind| (kind, describe(kind)))
            .collect()
    })[&kind]
}

fn describe(kind: RecordKind) -> Table {
    let Columns {
        fields,
        lists,
        derived,
        counted,
    } = columns::of(kind);
    let name = kind.word();
    let all: Vec<&str> = fields.iter().chain(derived).copied().collect();
    let places: Vec<String> = (1..=all.len()).map(|place| format!("?{place}")).collect();
    let updates: Vec<String> = all[1..]
        .iter()
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    Table {
        name,
        fields,
        lists,
        derived,
        counted,
        put: format!(
            "INSERT INTO {name} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
            all.join(", "),
            places.join(", "),
            updates.join(", ")
        ),
        get: format!("SELECT {} FROM {name} WHERE id = ?1", fields.join(", ")),
    }
}

/// The names of the fields of a kind of record, in the order of the columns of its table.
#[must_use]
pub fn field_names(kind: RecordKind) -> &'static [&'static str] {
    table(kind).fields
}

/// A JSON value as SQLite keeps it.
struct Cell<'a>(Option<&'a Value>);

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            None | Some(Value::Null) => ToSqlOutput::Owned(SqlValue::Null),
            Some(Value::Bool(yes)) => ToSqlOutput::Owned(SqlValue::Integer((*yes).into())),
            Some(Value::Number(number)) => ToSqlOutput::Owned(match number.as_i64() {
                Some(integer) => SqlValue::Integer(integer),
                None => SqlValue::Real(number.as_f64().unwrap_or(f64::NAN)),
            }),
            Some(Value::String(text)) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Some(list @ (Value::Array(_) | Value::Object(_))) => {
                ToSqlOutput::Owned(SqlValue::Text(list.to_string()))
            }
        })
    }
}

/// Writes the record's row.
pub(super) fn put(conn: &Connection, record: &Record) -> Result<(), CaseError> {
    let table = table(record.record_ref().kind);
    let mut values = record.fields();
    derive(record, &mut values);
    let cells = table
        .fields
        .iter()
        .chain(table.derived)
        .map(|column| Cell(values.get(*column)));
    conn.prepare_cached(&table.put)?
        .execute(rusqlite::params_from_iter(cells))?;
    Ok(())
}

/// Takes the record's row away.
pub(super) fn delete(conn: &Connection, record: &RecordRef) -> Result<(), CaseError> {
    let statement = match record.kind {
        RecordKind::CaseInfo => "DELETE FROM case_info WHERE id = ?1",
        RecordKind::Strike => "DELETE FROM strike WHERE id = ?1",
        RecordKind::Weapon => "DELETE FROM weapon WHERE id = ?1",
        RecordKind::Component => "DELETE FROM component WHERE id = ?1",
        RecordKind::Photo => "DELETE FROM photo WHERE id = ?1",
        RecordKind::Marking => "DELETE FROM marking WHERE id = ?1",
        RecordKind::Region => "DELETE FROM region WHERE id = ?1",
        RecordKind::Transcription => "DELETE FROM transcription WHERE id = ?1",
        RecordKind::Finding => "DELETE FROM finding WHERE id = ?1",
        RecordKind::Tag => "DELETE FROM tag WHERE id = ?1",
        RecordKind::Tagging => "DELETE FROM tagging WHERE id = ?1",
        RecordKind::Depiction => "DELETE FROM depiction WHERE id = ?1",
        RecordKind::Custody => "DELETE FROM custody WHERE id = ?1",
        RecordKind::Signature => "DELETE FROM signature WHERE id = ?1",
        RecordKind::PhotoSet => "DELETE FROM photo_set WHERE id = ?1",
        RecordKind::Album => "DELETE FROM album WHERE id = ?1",
        RecordKind::Measurement => "DELETE FROM measurement WHERE id = ?1",
        RecordKind::Symbol => "DELETE FROM symbol WHERE id = ?1",
        RecordKind::RuleFile => "DELETE FROM rule_file WHERE id = ?1",
        RecordKind::Checklist => "DELETE FROM checklist WHERE id = ?1",
        RecordKind::Redaction => "DELETE FROM redaction WHERE id = ?1",
        RecordKind::Publication => "DELETE FROM publication WHERE id = ?1",
        RecordKind::Merge => "DELETE FROM merge WHERE id = ?1",
    };
    conn.prepare_cached(statement)?.execute([&record.id])?;
    Ok(())
}

/// The record's fields as its row states them, or `None` when there is no such row.
pub(super) fn get(conn: &Connection, record: &RecordRef) -> Result<Option<Fields>, CaseError> {
    let table = table(record.kind);
    let fields = conn
        .prepare_cached(&table.get)?
        .query_row([&record.id], |row| fields_of(table, row))
        .optional()?;
    Ok(fields)
}

/// The fields that a row of `table` states, whose first columns are the table's fields in their order.
pub(super) fn fields_of(table: &Table, row: &rusqlite::Row<'_>) -> rusqlite::Result<Fields> {
    let mut values = Vec::with_capacity(table.fields.len());
    for place in 0..table.fields.len() {
        values.push(match row.get_ref(place)? {
            ValueRef::Null | ValueRef::Blob(_) => Value::Null,
            ValueRef::Integer(integer) => integer.into(),
            ValueRef::Real(real) => real.into(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        });
    }
    Ok(fields_from(table, values))
}

/// The fields whose columns hold these values, lists still as their JSON text.
pub(super) fn fields_from(table: &Table, values: impl IntoIterator<Item = Value>) -> Fields {
    let named = table.fields.iter().zip(values);
    named
        .map(|(name, value)| {
            let value = match &value {
                Value::String(text) if table.lists.contains(name) => {
                    serde_json::from_str(text).unwrap_or(Value::Null)
                }
                _ => value,
            };
            ((*name).to_owned(), value)
        })
        .collect()
}

/// What stands for an unknown time where photos are sorted: after every time.
pub(super) const NO_TIME: &str = "~";

/// Adds the columns that are computed from the fields.
fn derive(record: &Record, values: &mut Fields) {
    if let Record::Photo(photo) = record {
        let taken = photo.taken().unwrap_or_else(|| NO_TIME.to_owned());
        let (latitude, longitude) = photo.position().unzip();
        values.insert("taken".to_owned(), taken.into());
        values.insert("camera".to_owned(), photo.camera().into());
        values.insert("at_latitude".to_owned(), latitude.into());
        values.insert("at_longitude".to_owned(), longitude.into());
    }
    if let Record::Strike(strike) = record {
        let shown = strike.calendar_days();
        let day =
            |date: Option<jiff::civil::Date>| date.map_or(Value::Null, |date| super::day_number(date).into());
        let first = shown.as_ref().map(|(days, _)| days.earliest());
        let last = shown.as_ref().map(|(days, _)| days.latest());
        let basis = shown.map_or(Value::Null, |(_, basis)| basis.word().into());
        values.insert("first_day".to_owned(), day(first));
        values.insert("last_day".to_owned(), day(last));
        values.insert("basis".to_owned(), basis);
        let report = strike.report_beside();
        values.insert("report_first".to_owned(), day(report.map(|days| days.earliest())));
        values.insert("report_last".to_owned(), day(report.map(|days| days.latest())));
    }
}

/// The fields of every row of a projection, by id.
pub(super) fn every(conn: &Connection, kind: RecordKind) -> Result<Vec<Fields>, CaseError> {
    let table = table(kind);
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {} FROM {} ORDER BY id",
        table.fields.join(", "),
        table.name
    ))?;
    let rows = statement
        .query_map([], |row| fields_of(table, row))?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}
