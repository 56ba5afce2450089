//! Creating, opening and closing the file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Author, Case, CaseError, Reader, undo};
use crate::model::record::{CaseInfo, Record};

/// `WTNS`: the `application_id` of a case (bytes 68 to 71 of the file).
const APPLICATION_ID: i32 = 0x5754_4e53;

/// The numbered steps of the schema; `user_version` says how many a file has.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001_first.sql")];

/// The ending of a case's file name.
pub const EXTENSION: &str = "witness";

impl Case {
    /// Makes a new case at `path`, called `title`.
    ///
    /// # Errors
    /// [`CaseError::Exists`] when there is a file already; nothing is ever replaced.
    pub fn create(path: &Path, title: &str, author: Author) -> Result<Self, CaseError> {
        // Created here, so that two programs can't both believe that they made it.
        let file = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|source| match source.kind() {
                std::io::ErrorKind::AlreadyExists => CaseError::Exists(path.to_owned()),
                _ => CaseError::Io {
                    file: path.to_owned(),
                    source,
                },
            })?;
        drop(file);
        let conn = Connection::open(path)?;
        conn.pragma_update(None, "page_size", 16384)?;
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
        let mut case = Self::prepare(conn, path, author)?;
        let info = CaseInfo {
            title: title.to_owned(),
            ..CaseInfo::default()
        };
        case.begin_case(&Record::from(info))?;
        Ok(case)
    }

    /// Opens the case at `path` for writing.
    ///
    /// # Errors
    /// When there is no such file, it is not a case, or a newer version wrote it.
    pub fn open(path: &Path, author: Author) -> Result<Self, CaseError> {
        let conn = open_existing(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        Self::prepare(conn, path, author)
    }

    fn prepare(conn: Connection, path: &Path, author: Author) -> Result<Self, CaseError> {
        settle(&conn)?;
        // A rollback-journal file becomes WAL here; on a folder where that can't be done SQLite keeps the
        // journal, which is slower and as safe.
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "cache_spill", 0)?;
        migrate(&conn, path)?;
        let undo = undo::Stacks::load(&conn, &author.device)?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            author,
            undo,
        })
    }

    /// Closes the case. When every reader is closed too, one whole file is left.
    ///
    /// # Errors
    /// When the last pages can't be moved into the file; they stay beside it, and nothing is lost.
    pub fn close(self) -> Result<(), CaseError> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.conn.close().map_err(|(_, error)| error.into())
    }

    /// A read-only connection to the same case.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn reader(&self) -> Result<Reader, CaseError> {
        Reader::open(&self.path)
    }
}

impl Reader {
    /// Opens the case at `path` for reading only.
    ///
    /// # Errors
    /// When there is no such file or it is not a case.
    pub fn open(path: &Path) -> Result<Self, CaseError> {
        let conn = open_existing(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        settle(&conn)?;
        Ok(Self { conn })
    }
}

fn open_existing(path: &Path, access: OpenFlags) -> Result<Connection, CaseError> {
    if !path.is_file() {
        return Err(CaseError::Missing(path.to_owned()));
    }
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let id = conn.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0));
    match id {
        Ok(APPLICATION_ID) => Ok(conn),
        Ok(_) => Err(CaseError::NotACase(path.to_owned())),
        Err(error) => match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Err(CaseError::NotACase(path.to_owned())),
            _ => Err(error.into()),
        },
    }
}

/// Settings of every connection. A case may come from anyone: nothing in its schema is trusted.
fn settle(conn: &Connection) -> Result<(), CaseError> {
    conn.busy_timeout(Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

fn migrate(conn: &Connection, path: &Path) -> Result<(), CaseError> {
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = usize::try_from(version).unwrap_or(0);
    if done > MIGRATIONS.len() {
        return Err(CaseError::Newer {
            file: path.to_owned(),
            version,
        });
    }
    for (number, sql) in (1i64..).zip(MIGRATIONS).skip(done) {
        let transaction =
            rusqlite::Transaction::new_unchecked(conn, rusqlite::TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

/// `path` with the ending of a case, if it has none.
#[must_use]
pub fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        path
    } else {
        path.with_extension(EXTENSION)
    }
}

/// An empty database in memory with the newest schema, to rebuild projections in.
pub(super) fn scratch() -> Result<Connection, CaseError> {
    let conn = Connection::open_in_memory()?;
    for sql in MIGRATIONS {
        conn.execute_batch(sql)?;
    }
    Ok(conn)
}
