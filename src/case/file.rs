//! Creating, opening and closing the file.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use zeroize::Zeroizing;

use super::key::{self, Head, Key, PAGE, Passphrase};
use super::lock::Lock;
use super::mark_index::MarkIndex;
use super::query::AlarmMemo;
use super::{Author, Case, CaseError, Notice, Place, Reader, backup, notice, schema, undo};
use crate::model::record::{CaseInfo, Record};

/// `WTNS`: the `application_id` of a case (bytes 68 to 71 of the file).
pub(super) const APPLICATION_ID: i32 = 0x5754_4e53;

/// The ending of a case's file name.
pub const EXTENSION: &str = "witness";

/// A case's file and, if it has one, the key that opens it. Makes readers. Cheap to clone.
#[derive(Clone)]
pub struct CaseFile {
    pub(super) path: PathBuf,
    pub(super) key: Option<Key>,
    /// Where backups of its records are kept.
    pub(super) backups: Option<PathBuf>,
    /// Its transcriptions in memory, shared by all readers.
    pub(super) marks: Arc<Mutex<MarkIndex>>,
    /// Which of its marks can't be what they say, as far as they were read.
    pub(super) alarms: Arc<Mutex<AlarmMemo>>,
}

/// A case as far as it could be opened.
pub enum Opened {
    /// It can be changed.
    Writing(Box<Case>),
    /// It can be read; the error says why it can't be changed.
    Reading(CaseFile, Box<CaseError>),
}

impl CaseFile {
    /// The case at `path`, with its passphrase if it is encrypted. A passphrase that an unencrypted case does not
    /// need is not looked at.
    ///
    /// # Errors
    /// When there is no such file, it is neither a case nor looks like an encrypted one, or its passphrase is needed.
    pub fn find(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, CaseError> {
        let meta = std::fs::metadata(path).map_err(|source| CaseError::of_io(path, source))?;
        if !meta.is_file() {
            return Err(CaseError::Missing(path.to_owned()));
        }
        let key = match (key::head(path)?, passphrase) {
            (Head::Plain, _) => None,
            (Head::Encrypted(_), None) => return Err(CaseError::Locked(path.to_owned())),
            (Head::Encrypted(salt), Some(passphrase)) => Some(Key::derive(passphrase, salt)),
            (Head::Other, _) => return Err(CaseError::NotACase(path.to_owned())),
        };
        Ok(Self {
            path: path.to_owned(),
            key,
            backups: backup::default_folder(),
            marks: Arc::default(),
            alarms: Arc::default(),
        })
    }

    /// The same case, with backups of its records in another folder, or none.
    #[must_use]
    pub fn with_backups(self, folder: Option<PathBuf>) -> Self {
        Self {
            backups: folder,
            ..self
        }
    }

    /// Another file with the same key.
    pub(super) fn with_path(&self, path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            marks: Arc::default(),
            alarms: Arc::default(),
            ..self.clone()
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    /// A read-only connection.
    ///
    /// # Errors
    /// When the file can't be read, is not a case, or has tables or triggers that a case does not have.
    pub fn reader(&self) -> Result<Reader, CaseError> {
        let conn = match self.connect(OpenFlags::SQLITE_OPEN_READ_ONLY, "") {
            // In a folder where nothing can be written, a case that was left open has a log that can't be used;
            // without one beside it the file is whole, and is read as it is.
            Err(CaseError::ReadOnly | CaseError::Unreachable(_)) if !has_log(&self.path) => {
                self.connect(OpenFlags::SQLITE_OPEN_READ_ONLY, "?immutable=1")?
            }
            other => other?,
        };
        schema::check(&conn, &self.path)?;
        Ok(Reader {
            conn,
            file: self.clone(),
            moment: None,
            rules: RefCell::default(),
            vocabularies: RefCell::default(),
            checklists: RefCell::default(),
            marks: self.marks.clone(),
        })
    }

    /// A connection whose file is known to be a case.
    pub(super) fn connect(&self, access: OpenFlags, query: &str) -> Result<Connection, CaseError> {
        let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = if query.is_empty() {
            Connection::open_with_flags(&self.path, flags)?
        } else {
            Connection::open_with_flags(uri(&self.path, query), flags | OpenFlags::SQLITE_OPEN_URI)?
        };
        self.unlock(&conn)?;
        settle(&conn)?;
        if !access.contains(OpenFlags::SQLITE_OPEN_READ_ONLY) && Place::of(&self.path) == Place::Network {
            // A log that was left there is moved in by one connection alone, which needs no shared memory.
            conn.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
        }
        match conn.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0)) {
            Ok(APPLICATION_ID) => {}
            Ok(_) => return Err(CaseError::NotACase(self.path.clone())),
            Err(error) => {
                return Err(match (error.sqlite_error_code(), &self.key) {
                    (Some(rusqlite::ErrorCode::NotADatabase), None) => CaseError::NotACase(self.path.clone()),
                    (Some(rusqlite::ErrorCode::NotADatabase), Some(key)) => key::why_shut(&self.path, key),
                    _ => error.into(),
                });
            }
        }
        Ok(conn)
    }

    /// Attaches the file to `conn` as `name`, for reading.
    pub(super) fn attach(&self, conn: &Connection, name: &str) -> Result<(), CaseError> {
        self.attach_as(conn, name, &uri(&self.path, "?mode=ro"))
    }

    /// Attaches the file to `conn` as `name`, to be written.
    pub(super) fn attach_writable(&self, conn: &Connection, name: &str) -> Result<(), CaseError> {
        self.attach_as(conn, name, &self.path.to_string_lossy())
    }

    fn attach_as(&self, conn: &Connection, name: &str, file: &str) -> Result<(), CaseError> {
        let mut sql = Zeroizing::new(String::with_capacity(200));
        sql.push_str("ATTACH ?1 AS ");
        sql.push_str(name);
        // Without any word on a key, SQLCipher would try the one of the first file.
        sql.push_str(" KEY \"");
        if let Some(key) = &self.key {
            sql.push_str(&key.literal());
        }
        sql.push('"');
        if self.is_encrypted() {
            key::use_page_size(conn)?;
        }
        conn.execute(&sql, [file])?;
        Ok(())
    }

    pub(super) fn unlock(&self, conn: &Connection) -> Result<(), CaseError> {
        self.key.as_ref().map_or(Ok(()), |key| key.unlock(conn))
    }
}

impl Case {
    /// Makes a new case at `path`, called `title`.
    ///
    /// # Errors
    /// [`CaseError::Exists`] when there is a file already; nothing is ever replaced.
    pub fn create(path: &Path, title: &str, author: Author) -> Result<Self, CaseError> {
        Self::create_with(path, title, author, None)
    }

    /// As [`Case::create`], encrypted if there is a passphrase.
    ///
    /// # Errors
    /// As [`Case::create`], and when this build can't encrypt.
    pub fn create_with(
        path: &Path,
        title: &str,
        author: Author,
        passphrase: Option<&Passphrase>,
    ) -> Result<Self, CaseError> {
        let mut case = Self::create_empty(path, author, passphrase.map(Key::fresh))?;
        let info = CaseInfo {
            title: title.to_owned(),
            ..CaseInfo::default()
        };
        case.begin_case(&Record::from(info))?;
        Ok(case)
    }

    /// A file with empty tables.
    pub(super) fn create_empty(path: &Path, author: Author, key: Option<Key>) -> Result<Self, CaseError> {
        // Created here, so that two programs can't both believe that they made it.
        let file = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|source| match source.kind() {
                ErrorKind::AlreadyExists => CaseError::Exists(path.to_owned()),
                _ => CaseError::of_io(path, source),
            })?;
        drop(file);
        let made = Self::fill_empty(path, author, key);
        if made.is_err() {
            // Nothing was in it yet.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn fill_empty(path: &Path, author: Author, key: Option<Key>) -> Result<Self, CaseError> {
        let place = Place::of(path);
        let (lock, _) = Lock::take(path, &author, place)?;
        let file = CaseFile {
            path: path.to_owned(),
            key,
            backups: backup::default_folder(),
            marks: Arc::default(),
            alarms: Arc::default(),
        };
        let conn = Connection::open(path)?;
        file.unlock(&conn)?;
        settle(&conn)?;
        if !file.is_encrypted() {
            conn.pragma_update(None, "page_size", PAGE)?;
        }
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
        Self::prepare(conn, file, author, place, lock, Vec::new())
    }

    /// Opens the case at `path` for writing.
    ///
    /// # Errors
    /// When there is no such file, it is not a case, it is encrypted, somebody else writes it, its folder can't be
    /// written, or a newer version wrote it.
    pub fn open(path: &Path, author: Author) -> Result<Self, CaseError> {
        Self::open_with(path, author, None)
    }

    /// As [`Case::open`], with the passphrase of an encrypted case.
    ///
    /// # Errors
    /// As [`Case::open`], and [`CaseError::WrongPassphrase`].
    pub fn open_with(
        path: &Path,
        author: Author,
        passphrase: Option<&Passphrase>,
    ) -> Result<Self, CaseError> {
        Self::open_file(CaseFile::find(path, passphrase)?, author)
    }

    /// Opens a case whose key is known.
    ///
    /// # Errors
    /// As [`Case::open`].
    pub fn open_file(file: CaseFile, author: Author) -> Result<Self, CaseError> {
        let path = &file.path;
        let place = Place::of(path);
        let (lock, crashed) = Lock::take(path, &author, place)?;
        // Asked of the system, not of the permission bits. Nothing in this process has the file open yet.
        if let Err(source) = std::fs::OpenOptions::new().append(true).open(path) {
            return Err(match source.kind() {
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    CaseError::ReadOnlyFile(path.clone())
                }
                _ => CaseError::of_io(path, source),
            });
        }
        let mut notices = Vec::new();
        super::encrypt::clear_unfinished(path, &mut notices);
        let had_log = has_log(path) || has_journal(path);
        let conn = file.connect(OpenFlags::SQLITE_OPEN_READ_WRITE, "")?;
        schema::check(&conn, path)?;
        let version = schema::version(&conn)?;
        if version > schema::NEWEST {
            return Err(CaseError::Newer {
                file: path.clone(),
                version,
            });
        }
        if crashed.is_some() || had_log {
            notices.push(Notice::AfterCrash(crashed.map(Box::new)));
        }
        if version < schema::NEWEST {
            let copy = backup::before_migration(&conn, &file, version)?;
            notices.push(Notice::Migrated { from: version, copy });
        }
        Self::prepare(conn, file, author, place, lock, notices)
    }

    /// Opens the case as far as that can be done: for writing, or for reading with the reason.
    ///
    /// # Errors
    /// When it can't be read either.
    pub fn open_as_possible(file: CaseFile, author: Author) -> Result<Opened, CaseError> {
        match Self::open_file(file.clone(), author) {
            Ok(case) => Ok(Opened::Writing(Box::new(case))),
            Err(
                reason @ (CaseError::InUse { .. }
                | CaseError::Newer { .. }
                | CaseError::ReadOnly
                | CaseError::ReadOnlyFile(_)
                | CaseError::ReadOnlyFolder(_)
                | CaseError::Damaged { .. }),
            ) => {
                // Only if it can be read at all.
                match file.reader() {
                    Ok(_) => Ok(Opened::Reading(file, Box::new(reason))),
                    Err(error) => Err(error),
                }
            }
            Err(error) => Err(error),
        }
    }

    fn prepare(
        conn: Connection,
        file: CaseFile,
        author: Author,
        place: Place,
        lock: Lock,
        mut notices: Vec<Notice>,
    ) -> Result<Self, CaseError> {
        journal(&conn, place)?;
        schema::migrate(&conn)?;
        let undo = undo::Stacks::load(&conn, &author.device)?;
        notice::at_opening(&conn, place, &mut notices)?;
        Ok(Self {
            conn,
            file,
            author,
            undo,
            lock,
            place,
            notices,
            own_chains: None,
        })
    }

    /// Keeps the backups of its records in another folder, or nowhere.
    pub fn keep_backups_in(&mut self, folder: Option<PathBuf>) {
        self.file.backups = folder;
    }

    /// From now on each page is written once, into the file itself, where the write-ahead log writes it twice. As safe,
    /// and for a large import half the work, but nobody can read while something is written: for commands, which have
    /// no window beside them. Where somebody reads the case already, all stays as it is.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn write_once(&mut self) -> Result<(), CaseError> {
        // A reader is not waited for.
        self.conn.busy_timeout(Duration::ZERO)?;
        let mode = self
            .conn
            .pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()));
        self.conn.busy_timeout(BUSY_TIMEOUT)?;
        match mode {
            Err(error) if error.sqlite_error_code() != Some(rusqlite::ErrorCode::DatabaseBusy) => {
                Err(error.into())
            }
            _ => Ok(()),
        }
    }

    /// Closes the case. When every reader is closed too, one whole file is left.
    ///
    /// # Errors
    /// When the last pages can't be moved into the file; they stay beside it, and nothing is lost.
    pub fn close(self) -> Result<(), CaseError> {
        // Also ends write-ahead logging, so that the file can be read from a folder or a disc where nothing can be
        // written. When a reader is still open, that is left to the next closing.
        let ended = self
            .conn
            .pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()));
        if ended.is_err() {
            self.conn
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        self.conn.close().map_err(|(_, error)| error.into())
    }

    /// A read-only connection to the same case.
    ///
    /// # Errors
    /// As [`CaseFile::reader`].
    pub fn reader(&self) -> Result<Reader, CaseError> {
        self.file.reader()
    }

    /// Opens the connection anew, after the disk could not be reached. Undo and redo are as they were.
    ///
    /// # Errors
    /// When it still can't be reached.
    pub fn reconnect(&mut self) -> Result<(), CaseError> {
        let conn = self.file.connect(OpenFlags::SQLITE_OPEN_READ_WRITE, "")?;
        journal(&conn, self.place)?;
        self.conn = conn;
        self.undo = undo::Stacks::load(&self.conn, &self.author.device)?;
        Ok(())
    }

    /// Says what long work is under way, so that it can be told after a crash. Nothing ends it.
    pub fn doing(&self, what: &str) {
        self.lock.doing(what);
    }
}

impl Reader {
    /// Opens the unencrypted case at `path` for reading only.
    ///
    /// # Errors
    /// As [`CaseFile::find`] and [`CaseFile::reader`].
    pub fn open(path: &Path) -> Result<Self, CaseError> {
        CaseFile::find(path, None)?.reader()
    }
}

/// So long a lock that another process holds is waited for.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// How changes are made to last. Every commit is on the disk before it is reported.
fn journal(conn: &Connection, place: Place) -> Result<(), CaseError> {
    if place == Place::Network {
        conn.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
        conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        conn.pragma_update_and_check(None, "locking_mode", "NORMAL", |_| Ok(()))?;
        // The exclusive lock ends with the next reading.
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    } else {
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    }
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "cache_spill", 0)?;
    Ok(())
}

/// Settings of every connection. A case may come from anyone: nothing in its schema is trusted.
pub(super) fn settle(conn: &Connection) -> Result<(), CaseError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    Ok(())
}

/// `path` as an SQLite URI.
pub(crate) fn uri(path: &Path, query: &str) -> String {
    let mut text = "file:".to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                text.push(byte.into())
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text + query
}

fn side(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn has_log(path: &Path) -> bool {
    std::fs::metadata(side(path, "-wal")).is_ok_and(|meta| meta.len() > 0)
}

fn has_journal(path: &Path) -> bool {
    std::fs::metadata(side(path, "-journal")).is_ok_and(|meta| meta.len() > 0)
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
