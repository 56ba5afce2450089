//! Cases of older formats: an empty file is made by the numbered steps up to that format, and the rows are copied into it.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

/// Brings the closed case at `path` back to `format`, with what that format knew of its rows.
pub fn bring_back(path: &Path, format: i64) {
    let older = path.with_extension("older");
    let conn = Connection::open(&older).unwrap();
    let application: i64 = Connection::open(path)
        .unwrap()
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .unwrap();
    conn.pragma_update(None, "page_size", 16_384).unwrap();
    conn.pragma_update(None, "application_id", application).unwrap();
    // The steps compute with these; an empty file has nothing to compute.
    for name in ["witness_sha256", "witness_first_day", "witness_last_day"] {
        conn.create_scalar_function(name, -1, FunctionFlags::SQLITE_UTF8, |_| Ok(None::<Vec<u8>>))
            .unwrap();
    }
    for step in steps().into_iter().take(usize::try_from(format).unwrap()) {
        conn.execute_batch(&step).unwrap();
    }
    conn.pragma_update(None, "user_version", format).unwrap();
    conn.execute("ATTACH ?1 AS newer", [path.to_str().unwrap()])
        .unwrap();
    let names = |sql: &str| -> Vec<String> {
        let mut statement = conn.prepare(sql).unwrap();
        let names = statement.query_map([], |row| row.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    };
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    let tables = names(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_index%' ESCAPE '\\'
         AND name IN (SELECT name FROM newer.sqlite_schema)",
    );
    for table in tables {
        let columns = names(&format!("SELECT name FROM pragma_table_info('{table}', 'main')")).join(", ");
        conn.execute_batch(&format!(
            "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
        ))
        .unwrap();
    }
    conn.execute_batch("DETACH newer").unwrap();
    drop(conn);
    std::fs::rename(older, path).unwrap();
}

/// The numbered steps of the schema, in their order.
fn steps() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/case/migrations");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}
